//! The wire of six WeChat and WeCom gateways: what goes out, what comes back, and what it means.
//!
//! xbot, GeWe, 云真机 Yunzhenji, 友米 Youmi and WeCom's own API each have another envelope, another place for the secret and
//! another idea of success. This crate builds and checks what they take, reads what they answer and what they send by
//! themselves, and opens what is inside, down to the last layer.
//!
//! **What it does not do**: it opens no socket and no file, reads no clock, no environment and no source of randomness,
//! starts no thread. Time, ids and credentials come in as arguments; requests go out as `http::Request`, replies come in as
//! `http::Response`; the crate `http` is re-exported. So the same code runs in a sender and in a browser, and the client is
//! yours to choose.
//!
//! ```
//! use wxwire::operation::Call;
//! use wxwire::secret::Credentials;
//! use wxwire::wecom::{Text, WEBHOOK_KEY, WebhookSend};
//!
//! let text = Text { content: "广州今日天气：29度".into(), ..Text::default() };
//! let message = WebhookSend::Text { text };
//! let credentials = Credentials::new().with(WEBHOOK_KEY, "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa");
//! let request = message.request(&credentials, "https://qyapi.weixin.qq.com")?;
//! assert_eq!(request.reveal().uri().path(), "/cgi-bin/webhook/send");
//! # Ok::<(), wxwire::request::BuildError>(())
//! ```
//!
//! # Where to begin
//!
//! The [`cookbook`] has a recipe for each of these, to copy.
//!
//! | I want to | begin with |
//! |---|---|
//! | send a message that I know when I write the program | its type, such as [`yunzhenji::SendMessage`], and [`Call`](operation::Call) |
//! | use one of the others, which have no type | [`catalog::search`], [`catalog::find`]: [recipe](cookbook#a-call-without-a-type) |
//! | offer every operation there is, as a form or a command does | [`catalog`] and [`Entry`](operation::Entry) |
//! | teach it a gateway that is none of the six, or more calls of these | [`learn`], then [`catalog::learn`]: [recipe](cookbook#learn-a-gateway) |
//! | check values and show what is wrong, and where | [`Entry::check`](operation::Entry::check), [`problem`] |
//! | know what really happened | [`Call::verdict`](operation::Call::verdict), [`verdict`] |
//! | read what a gateway sends by itself, or any other bytes | [`explain`] |
//! | get the text out of an incoming message | [`Document`](layer::document::Document): [recipe](cookbook#the-text-of-an-incoming-message) |
//! | change one value, and leave every other byte as it is | [`Document`](layer::document::Document) |
//! | write or read a link, a file, a mini program as WeChat does | [`appmsg`] |
//! | make values of a curl line, a script, a document's broken sample | [`import`] |
//! | verify and open an encrypted callback, and seal a reply to it | [`crypto`] |
//! | fetch the token that a call takes, and know when another is due | [`token`] |
//! | log in by a QR code, where no secret fetches a token | [`login`], from [`catalog::login`] |
//! | give a request to other tools: curl, PowerShell, fetch, Python | [`export`] |
//!
//! # Calls
//!
//! There are more than 900, nearly all that the vendors document. Some that send have a type; all have an
//! [`Entry`](operation::Entry), and values in JSON. An id is the gateway's name and the call's: `wecom.message_send`,
//! `gewe.send_app`. [`catalog::search`] finds one by words in English or Chinese, [`catalog::find`] by its id,
//! [`catalog::near`] by one that is nearly right; [`Entry::page`](operation::Entry::page) is the vendor's own page.
//!
//! Fields of types have Rust's names. Where that on the wire is another, as `NewMsgId` for `new_msg_id`, the type's page says
//! so. Paths, examples and [`Entry::json_schema`](operation::Entry::json_schema) have the names on the wire.
//!
//! # What happened is a level
//!
//! `ret: 0` is no delivery. A [`Verdict`](verdict::Verdict) looks at the HTTP status, the gateway's code, the codes inside,
//! the ids that came back and those that did not, and gives a [`Level`](verdict::Level):
//!
//! | level | meaning |
//! |---|---|
//! | `invalid` | our own check refused it; nothing was sent |
//! | `not_sent` | it never left: DNS, connect, TLS |
//! | `unknown` | it left, and no clear answer came; find out before you send again |
//! | `refused` | the gateway said no, at whatever depth it said so |
//! | `partial` | some parts were taken and some were not; each is named |
//! | `accepted` | the gateway took it in; nothing is promised |
//! | `queued` | every part has an id; a callback will settle it |
//! | `delivered`, `failed` | a callback or a query settled it |
//!
//! `invalid` and `not_sent` are for whoever sends: no answer can tell them.
//!
//! # Layers and paths
//!
//! A payload is layers: JSON holds XML, XML holds CDATA, base64 holds protobuf. A path is a JSON pointer, with `!kind` where
//! it enters the next layer: `/xml!xml/appmsg/title`, `/data/msg_data/content!base64!protobuf/3`. Problems, explanations
//! and edits speak of the same paths. JSON is entered without saying so, anything else as `!xml/msg/appmsg/title`; a problem
//! of XML that was read by itself, as [`appmsg`] does, begins with the root, `/msg/appmsg/title`, and edits take that too.
//! Reading loses nothing: bytes that nobody edits go out as they came in, and a number
//! keeps every digit.
//!
//! # Manners
//!
//! *Strict to build, tolerant to read.* An unknown field, value or code in a reply is kept and noted. A problem is an error
//! only where the vendor documents the limit; what was observed or inferred warns.
//!
//! *Secrets.* `Debug` of credentials, of a request before [`into_http`](request::Outgoing::into_http), of a
//! [`BuildError`](request::BuildError) and of a reply that brings a token shows no credential;
//! [`Secret::reveal`](secret::Secret::reveal) and [`Outgoing`](request::Outgoing) are the ways to one. Values, replies and
//! documents are shown as they are. What a gateway says may repeat a credential:
//! [`Verdict::masked`](verdict::Verdict::masked) takes it out of a verdict, [`Credentials::mask`](secret::Credentials::mask)
//! out of any text.
//!
//! *What may grow.* The values of a call are structs to be built by literal, and not `#[non_exhaustive]`. Replies, verdicts,
//! problems and explanations are, and so is an enum that may get more variants, such as
//! [`problem::Code`]. An enum that is not is complete: a `match` on [`Level`](verdict::Level) or
//! [`Severity`](problem::Severity) need not expect more.
//!
//! # Features
//!
//! `derive`, on by default: schemas and examples come from the types. Without it they come from data that
//! [`catalog::load`] takes in, and a program without them is half as large; the example `describe.rs`, in the repository's
//! `crates/wxwire/examples`, writes that data.

/// The crate whose requests and responses these are.
pub use http;
/// The crate whose values and errors these are.
pub use serde_json;

pub mod appmsg;
mod base_url;
mod call;
pub mod catalog;
pub mod cookbook;
mod credential;
pub mod crypto;
mod derived;
mod described;
mod document;
pub mod explain;
pub mod export;
pub mod forms;
pub mod gewe;
pub mod hidden;
pub mod ilink;
pub mod imitation;
pub mod import;
mod kinds;
pub mod lang;
pub mod layer;
pub mod learn;
pub mod login;
pub mod moment;
mod named;
mod near;
pub mod operation;
mod order;
pub mod problem;
pub mod request;
mod rule;
pub mod scan;
pub mod schema;
pub mod secret;
pub mod token;
mod told;
pub mod verdict;
pub mod wecom;
pub mod xbot;
pub mod youmi;
pub mod yunzhenji;
