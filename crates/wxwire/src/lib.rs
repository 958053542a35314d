//! The wire of five WeChat and WeCom gateways: what goes out, what comes back, and what it means.
//!
//! What this crate does *not* do: it opens no socket and no file, reads no clock, no environment and no source of
//! randomness, starts no thread. Time, ids and credentials come in as arguments; requests go out as
//! [`http::Request`], replies come in as [`http::Response`]. So the same code runs in a sender and in a browser.
//!
//! ```
//! use wxwire::catalog;
//!
//! let entry = catalog::find("xbot.send_live").expect("in the catalog");
//! let problems = entry.check(br#"{"data": {}, "client_id": "1", "type": "WW_SEND_LIVE_MSG"}"#);
//! assert!(problems.iter().any(|problem| problem.path == "/data/conversation_id"));
//! assert!(problems.iter().any(|problem| problem.path == "/client_id"));
//! ```
//!
//! Begin with [`catalog`] and [`operation::Entry`]; with types, begin with an operation such as
//! [`yunzhenji::SendMessage`] and [`operation::Operation`].

pub mod appmsg;
pub mod catalog;
mod described;
pub mod explain;
pub mod export;
pub mod forms;
pub mod gewe;
pub mod hidden;
pub mod imitation;
pub mod import;
pub mod lang;
pub mod layer;
pub mod moment;
pub mod operation;
mod order;
pub mod problem;
pub mod request;
pub mod schema;
pub mod secret;
pub mod verdict;
pub mod wecom;
pub mod xbot;
pub mod youmi;
pub mod yunzhenji;
