//! GeWe's second API: calls that send, forward, revoke and download messages, and the one that sets the callback address.
//!
//! One file for each call. What they share is here and in `chat.rs` (the receiver), `reply.rs` (the replies) and
//! `received.rs` (the XML of a received message, as forwards and downloads take it). The shortest call to copy is
//! `post_file.rs`; one with XML is `forward_url.rs`.

mod chat;
mod download_cdn;
mod download_emoji_md5;
mod download_file;
mod download_image;
mod download_video;
mod download_voice;
mod forward_file;
mod forward_image;
mod forward_mini_app;
mod forward_url;
mod forward_video;
mod post_app_msg;
mod post_emoji;
mod post_file;
mod post_image;
mod post_link;
mod post_mini_app;
mod post_name_card;
mod post_text;
mod post_video;
mod post_voice;
mod received;
mod reply;
mod revoke_msg;
mod send_finder_msg;
mod set_callback;

pub use chat::Chat;
pub use download_cdn::{CdnType, DownloadCdn};
pub use download_emoji_md5::DownloadEmojiMd5;
pub use download_file::DownloadFile;
pub use download_image::DownloadImage;
pub use download_video::DownloadVideo;
pub use download_voice::DownloadVoice;
pub use forward_file::ForwardFile;
pub use forward_image::ForwardImage;
pub use forward_mini_app::ForwardMiniApp;
pub use forward_url::ForwardUrl;
pub use forward_video::ForwardVideo;
pub use post_app_msg::PostAppMsg;
pub use post_emoji::PostEmoji;
pub use post_file::PostFile;
pub use post_image::PostImage;
pub use post_link::PostLink;
pub use post_mini_app::PostMiniApp;
pub use post_name_card::PostNameCard;
pub use post_text::PostText;
pub use post_video::PostVideo;
pub use post_voice::PostVoice;
pub use reply::{Ack, EmojiUrl, FileUrl, Posted, PostedImage, PostedVideo, Reply};
pub use revoke_msg::RevokeMsg;
pub use send_finder_msg::SendFinderMsg;
pub use set_callback::SetCallback;

use crate::lang::Words;
use crate::operation::Rate;

/// The public host, and the prefix of every path. A self-hosted gateway has its own.
const SERVER: Option<&str> = Some("http://api.geweapi.com/gewe/v2/api");

/// Where the reply to a send has the message's id.
const IDS: &[&str] = &["/data/newMsgId"];

/// The rate of sends.
const SENDS: &[Rate] = &[Rate { times: 40, seconds: 60, per: Words::new("每个账号", "account") }];

/// The rate of downloads.
const FETCHES: &[Rate] = &[Rate { times: 1, seconds: 3, per: Words::new("每个账号", "account") }];

/// The device of the examples.
const DEVICE: &str = "wx_Yp4sTt2LkQ8mVn6RaXbJd";

#[cfg(test)]
mod tests;
