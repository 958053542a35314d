//! WeChat's `<appmsg>`: what a shared link, file or mini program is made of. One file for each type that is known.
//!
//! What a message is, its direct child `<type>` says, and nothing else: a message of any type may carry empty shells of
//! the others. Every value is text, as it stands in the XML: ids go beyond any integer, and numbers are not always
//! numbers. `None` is an element that is absent, an empty text one that is empty. What no field stands for is kept in
//! `other`, and written behind the fields.
//!
//! To change one value and leave every other byte as it is, take [`Document::replace`] instead.
//!
//! ```
//! use wxwire::appmsg::{AppMsg, Link, Shell};
//!
//! let mut link = Link { title: Some("a & b".into()), ..Link::default() };
//! link.shell = Shell { kind: Some("5".into()), url: Some("https://h/?a=1&b=2".into()), ..Shell::default() };
//! let xml = AppMsg::from(link.clone()).build()?;
//! assert_eq!(
//!     xml,
//!     "<appmsg><title>a &amp; b</title><type>5</type><url>https://h/?a=1&amp;b=2</url></appmsg>"
//! );
//! assert_eq!(AppMsg::read(&xml)?.message, AppMsg::Link(link));
//! # Ok::<(), wxwire::problem::Problem>(())
//! ```
//!
//! [`Document::replace`]: crate::layer::document::Document::replace

mod announcement;
mod attach;
mod channels_card;
mod channels_live;
mod channels_video;
mod check;
mod emoticon;
mod file;
mod gift;
mod image;
mod kind;
mod link;
mod mini_program;
mod msg;
mod music;
mod music_item;
mod pat;
mod plain;
mod quote;
mod read;
mod record;
mod red_packet;
mod red_packet_cover;
mod relay;
mod shell;
mod text;
mod transfer;

pub use announcement::Announcement;
pub use attach::AppAttach;
pub use channels_card::{ChannelsCard, FinderNameCard};
pub use channels_live::{ChannelsLive, FinderLive};
pub use channels_video::{ChannelsVideo, FinderFeed, Media, MediaList};
pub(crate) use check::check;
pub use emoticon::Emoticon;
pub use file::File;
pub use gift::Gift;
pub use image::Image;
pub use kind::{Kind, TYPES, find, schema_of};
pub use link::{Link, ReaderShare};
pub use mini_program::{DynamicPageInfo, MiniProgram, PackageInfo, WeappInfo};
pub use msg::{AppInfo, Msg};
pub use music::Music;
pub use music_item::{MusicItem, MusicShareItem};
pub use pat::{Pat, PatMsg};
pub use plain::Plain;
pub use quote::{Quote, ReferMsg};
pub use read::Read;
pub use record::{DataItem, DataList, EmojiItem, Location, Record, RecordInfo, RecordItem};
pub use red_packet::{RedPacket, RedPacketInfo};
pub use red_packet_cover::RedPacketCover;
pub use relay::{ExtInfo, Relay, Solitaire, SolitaireContent, SolitaireEntry, SolitaireInfo};
pub use shell::Shell;
pub use text::Text;
pub use transfer::{Transfer, TransferInfo};

pub use crate::layer::xml::typed::{CData, Embedded, Other, Str};

use serde::Serialize;

use crate::layer::xml::typed;
use crate::problem::Problem;

/// An `<appmsg>`, by its type.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(untagged)]
pub enum AppMsg {
    /// Type 1.
    Text(Text),
    /// Type 2.
    Image(Image),
    /// Type 3.
    Music(Music),
    /// Types 4, 5 and 68.
    Link(Link),
    /// Types 6 and 74.
    File(File),
    /// Type 8.
    Emoticon(Emoticon),
    /// Types 19, 24 and 40.
    Record(Record),
    /// Types 33 and 36.
    MiniProgram(MiniProgram),
    /// Type 50.
    ChannelsCard(ChannelsCard),
    /// Type 51.
    ChannelsVideo(ChannelsVideo),
    /// Type 53.
    Relay(Relay),
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
    /// All other types, and none.
    Plain(Plain),
}

impl AppMsg {
    /// Reads an `<appmsg>`, be it inside a `<msg>`, behind an XML declaration or behind the sender's id in a group. An
    /// `&` that stands for itself is borne, and noted among the faults.
    ///
    /// # Errors
    /// When it is not well-formed XML, or when there is no `<appmsg>`.
    pub fn read(text: &str) -> Result<Read, Problem> {
        read::read(text)
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
