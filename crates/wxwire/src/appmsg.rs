//! WeChat's `<appmsg>`: what a shared link, file or mini program is made of.
//!
//! What a message is, its direct child `<type>` says, and nothing else: a message of any type may carry empty shells of
//! the others. Every value is text, as it stands in the XML: ids go beyond any integer, and numbers are not always
//! numbers. `None` is an element that is absent, an empty text one that is empty. What all types have is in the
//! [`Shell`], what only some have in the [`Part`]. What no field stands for is kept in `other`, and written behind the
//! fields.
//!
//! To change one value and leave every other byte as it is, take [`Document::replace`] instead.
//!
//! ```
//! use wxwire::appmsg::{AppMsg, Part, ReaderShare};
//!
//! let xml = "<appmsg><title>a</title><type>5</type><url>https://h/?a=1&amp;b=2</url><odd/></appmsg>";
//! let mut message = AppMsg::read(xml)?;
//! assert_eq!(message.shell.url.as_deref(), Some("https://h/?a=1&b=2"));
//! message.shell.title = Some("a & b".into());
//! if let Part::Link(link) = &mut message.part {
//!     link.mmreadershare = Some(ReaderShare::default());
//! }
//! let changed = "<appmsg><title>a &amp; b</title><type>5</type><url>https://h/?a=1&amp;b=2</url>\
//!                <mmreadershare/><odd/></appmsg>";
//! assert_eq!(message.build()?, changed);
//! # Ok::<(), wxwire::problem::Problem>(())
//! ```
//!
//! Messages out of real traffic stand in a `<msg>`, behind a sender's id, or hold an `&` that nobody escaped:
//! [`Envelope::read`] takes them, and says what it tolerated.
//!
//! **A new type** without elements of its own is one row of the table in `kind.rs`. One with its own elements is a file
//! beside it with a struct for them (`gift.rs` is the shortest), listed below as a module and a variant of [`Part`],
//! and a row that names the variant. Reading, building, checking, the names in explanations and the page's form follow.
//!
//! [`Document::replace`]: crate::layer::document::Document::replace

mod announcement;
mod attach;
mod channels_card;
mod channels_live;
mod channels_video;
mod check;
mod file;
mod form;
mod gift;
mod kind;
mod known;
mod link;
mod media;
mod message;
mod mini_program;
mod msg;
mod music;
mod music_item;
mod numbers;
mod pat;
mod quote;
mod read;
mod record;
mod red_packet;
mod red_packet_cover;
mod relay;
mod shell;
mod transfer;

pub use announcement::Announcement;
pub use attach::AppAttach;
pub use channels_card::{ChannelsCard, FinderNameCard};
pub use channels_live::{ChannelsLive, FinderLive};
pub use channels_video::{ChannelsVideo, FinderFeed, Media, MediaList};
pub(crate) use check::{check, check_escaped, check_in};
pub use file::File;
pub use gift::Gift;
pub use kind::{Kind, TYPES, find};
pub use known::schema_of;
pub(crate) use known::{msg_json_schemas, to_json, unknown_json_schema};
pub use link::{Link, ReaderShare};
pub(crate) use message::{message, messages_to_json};
pub(crate) use mini_program::is_page;
pub use mini_program::{DynamicPageInfo, MiniProgram, PackageInfo, WeappInfo};
pub use msg::{AppInfo, Msg};
pub use music::Music;
pub use music_item::{MusicItem, MusicShareItem};
pub(crate) use numbers::{is_moment, number};
pub use pat::{Pat, PatMsg};
pub use quote::{Quote, ReferMsg};
pub use read::Envelope;
pub use record::{DataItem, DataList, EmojiItem, Location, Record, RecordInfo, RecordItem};
pub use red_packet::{RedPacket, RedPacketInfo};
pub use red_packet_cover::RedPacketCover;
pub use relay::{ExtInfo, Solitaire, SolitaireContent, SolitaireEntry, SolitaireInfo};
pub use shell::Shell;
pub use transfer::{Transfer, TransferInfo};

pub use crate::layer::xml::typed::{CData, Embedded, Other, Str};

use serde::Serialize;

use crate::layer::xml::typed;
use crate::problem::{Problem, Severity};

/// An `<appmsg>`.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct AppMsg {
    /// What every type has, the type itself too.
    #[serde(flatten)]
    pub shell: Shell,
    /// What only messages of this type have.
    #[serde(flatten)]
    pub part: Part,
    /// What has no field here: elements, text, and attributes as `@name="value"`, as they stood.
    #[serde(rename = "$other", skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

/// What only messages of some types have.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Part {
    /// Nothing: all types that have no variant here.
    #[default]
    None,
    /// Type 3.
    Music(Music),
    /// Types 4, 5 and 68.
    Link(Link),
    /// Types 6 and 74.
    File(File),
    /// Types 19, 24 and 40.
    Record(Record),
    /// Types 33 and 36.
    MiniProgram(MiniProgram),
    /// Type 50.
    ChannelsCard(ChannelsCard),
    /// Type 51.
    ChannelsVideo(ChannelsVideo),
    /// Type 57.
    Quote(Quote),
    /// Type 62.
    Pat(Pat),
    /// Types 63 and 88.
    ChannelsLive(ChannelsLive),
    /// Type 87.
    Announcement(Announcement),
    /// Type 92.
    MusicItem(MusicItem),
    /// Type 115.
    Gift(Gift),
    /// Type 2000.
    Transfer(Transfer),
    /// Type 2001.
    RedPacket(RedPacket),
    /// Type 2003.
    RedPacketCover(RedPacketCover),
}

impl AppMsg {
    /// Reads an `<appmsg>`, be it inside a `<msg>`, behind an XML declaration or behind the sender's id in a group.
    ///
    /// # Errors
    /// When it, or XML inside one of its texts, is not well-formed, or when there is no `<appmsg>`.
    pub fn read(xml: &str) -> Result<Self, Problem> {
        let (envelope, faults) = Envelope::read(xml)?;
        match faults.into_iter().next() {
            Some(fault) => Err(fault.severity(Severity::Error)),
            None => Ok(envelope.message),
        }
    }

    /// The `<appmsg>` alone, without a `<msg>` around it.
    ///
    /// # Errors
    /// When a text holds what cannot stand in XML, such as most control characters, or when something in an `other` is
    /// no XML. The problem's path names the element.
    pub fn build(&self) -> Result<String, Problem> {
        typed::write("appmsg", self)
    }
}

#[cfg(test)]
mod tests;
