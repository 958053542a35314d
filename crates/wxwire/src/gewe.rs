//! GeWe, the gateway for personal WeChat. The token goes into a header.
//!
//! The first API says success with `ret` 0, and such a success can hold a failure inside. The second, [`v2`], says it with
//! `ret` 200.
#![cfg_attr(doc, doc = include_str!("../docs/gewe.md"))]

mod callback;
mod cards;
mod imitation;
mod mention;
mod receiving;
mod send_app;
mod send_msg;
pub mod v2;

pub use send_app::SendApp;
pub use send_msg::{Message, MsgType, SendMsg};

pub(crate) use receiving::RECEIVING;
use std::borrow::Cow;

use crate::credential::{Credential, SecretName};
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value};
use crate::operation::{Callback, Entry, Gateway, Incoming, operations};
use crate::verdict::{Judge, Why, integer, integer_or_no, integer_or_text, is_code};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use v2::{
    DownloadCdn, DownloadEmojiMd5, DownloadFile, DownloadImage, DownloadVideo, DownloadVoice, ForwardFile,
    ForwardImage, ForwardMiniApp, ForwardUrl, ForwardVideo, PostAppMsg, PostEmoji, PostFile, PostImage, PostLink,
    PostMiniApp, PostNameCard, PostText, PostVideo, PostVoice, RevokeMsg, SendFinderMsg, SetCallback,
};

operations!(
    SendApp,
    SendMsg,
    PostText,
    PostFile,
    PostImage,
    PostVoice,
    PostVideo,
    PostLink,
    PostNameCard,
    PostEmoji,
    PostAppMsg,
    PostMiniApp,
    ForwardFile,
    ForwardImage,
    ForwardVideo,
    ForwardUrl,
    ForwardMiniApp,
    SendFinderMsg,
    RevokeMsg,
    DownloadImage,
    DownloadVoice,
    DownloadVideo,
    DownloadFile,
    DownloadEmojiMd5,
    DownloadCdn,
    SetCallback,
);

/// The token of your console.
pub const TOKEN: Credential = Credential::header(
    "token",
    "X-GEWE-TOKEN",
    Words::new("后台获取的 X-GEWE-TOKEN", "the X-GEWE-TOKEN of your console"),
);

/// The gateway.
#[derive(Debug)]
pub struct Gewe;

impl Gateway for Gewe {
    const NAME: &str = "gewe";
    const TITLE: Words = Words::new("GeWe（个人微信）", "GeWe (personal WeChat)");
    // The document's host is a placeholder.
    const BASE_URL: Option<&str> = None;
    const BASE_URL_HELP: Words = Words::new(
        "文档没有给出域名，请填写后台提供的地址",
        "the document names no host; take the address from your console",
    );
    const CREDENTIALS: &[Credential] = &[TOKEN];
    const ENVELOPE: &[&str] = &["ret", "msg", "msg_err"];
    // A token also stands in the callback that GeWe tries an address with, a password in the login by account.
    const SECRETS: &[SecretName] =
        &[SecretName::ending("gewe_token"), SecretName::ending("token"), SecretName::anywhere("password")];
}

impl Incoming for Gewe {
    fn judge(&self, reply: Value<'_>, judge: &mut Judge) {
        let words = |name| reply.get(name).filter(|text| text.kind() == Kind::String && !text.is_str(""));
        judge.vendor(reply.get("ret"), words("msg"));
        judge.vendor(None, reply.find("/data/msg"));
        if let Some(text) = reply.find("/data/detail").and_then(Value::as_str) {
            judge.message(detail(&text));
        }
        judge.vendor(None, words("msg_err"));
        match judge.read(reply, "ret", integer_or_no) {
            // 200 is how v2 says yes.
            Some((_, 0 | 200)) => {
                // Only an error has these words.
                if let Some(text) = words("msg_err") {
                    judge.code(text, Why::Warning, None);
                }
                // So the data of an error begins.
                if let Some(code) =
                    reply.find("/data/code").filter(|code| integer_or_text(*code).is_some_and(|code| code < 0))
                    && reply.find("/data/msg").is_some_and(|words| words.kind() == Kind::Null)
                {
                    judge.unclear(code);
                }
            }
            Some((ret, _)) => judge.code(ret, Why::Code, None),
            None => {}
        }
        if let Some(inner) = reply.find("/data/BaseResponse")
            && let Some((ret, 1.. | ..=-1)) = judge.read(inner, "ret", integer)
        {
            judge.at(ret, Why::InnerCode, ret.source());
        }
    }

    fn recognises(&self, reply: Value<'_>) -> bool {
        reply.get("ret").is_some_and(is_code) && (reply.get("msg").is_some() || reply.get("msg_err").is_some())
    }

    /// Many answer with `ret`, `msg` and `data`; the documented words are GeWe's, and so is what its calls alone answer.
    fn claims(&self, reply: Value<'_>, candidates: &[&Entry]) -> bool {
        let says = |words: &str| reply.get("msg").is_some_and(|msg| msg.is_str(words));
        let is_documented = match reply.get("ret").and_then(|ret| integer(ret)) {
            Some(200) => says("操作成功"),
            Some(0) => says("success"),
            _ => false,
        };
        let answers = |name: &str| candidates.iter().any(|entry| entry.reply().contains(&format!("\"{name}\"")));
        let is_own = |name: Cow<'_, str>| is_of_words(&name) && answers(&name);
        let is_of_call =
            reply.get("data").is_some_and(|data| data.members().any(|(key, _)| key.as_str().is_some_and(is_own)));
        is_documented || is_of_call || reply.get("msg_err").is_some()
    }

    fn is_shared(&self, reply: Value<'_>, candidates: &[&Entry]) -> bool {
        !self.claims(reply, candidates)
    }

    fn callbacks(&self) -> &'static [Callback] {
        &callback::CALLBACKS
    }
}

/// The reply of the first API.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Reply {
    /// 0 for a success.
    ///
    /// 结果码。0 表示成功。
    pub ret: i64,
    /// `success`.
    ///
    /// 结果说明。成功时为 `success`。
    #[serde(default)]
    pub msg: Option<String>,
    /// The words of an error; then there is no `msg`.
    ///
    /// 错误说明。此时没有 `msg`。
    #[serde(default)]
    pub msg_err: Option<String>,
    /// What became of each message.
    ///
    /// 每条消息的结果。
    #[serde(default)]
    pub data: Option<ReplyData>,
}

/// What became of a call.
#[cfg_attr(doc, doc = "", doc = "On the wire: `Count`, `List`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct ReplyData {
    /// How many results there are.
    ///
    /// 结果的条数。
    pub count: i64,
    /// One result for each message.
    ///
    /// 每条消息一项结果。
    pub list: Vec<Sent>,
}

/// What became of one message.
#[cfg_attr(doc, doc = "", doc = "On the wire: `Ret`, `MsgId`, `NewMsgId`, `Createtime`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Sent {
    /// 0 for a success.
    ///
    /// 这条消息的结果码。0 表示成功。
    #[serde(rename = "Ret")]
    pub ret: i64,
    /// May be 0 in a success.
    ///
    /// 消息编号。成功时也可能为 0。
    #[serde(rename = "MsgId", default)]
    pub msg_id: u64,
    /// The server's id, beyond 2^53.
    ///
    /// 服务器上的消息编号，会超过 2^53。
    #[serde(rename = "NewMsgId", default)]
    pub new_msg_id: u64,
    /// Unix seconds.
    ///
    /// 创建时间。Unix 秒。
    #[serde(rename = "Createtime", default)]
    pub create_time: u64,
}

/// The words of an error of v2: text, or JSON as text with `msg_err` or `msg` in it.
fn detail(text: &str) -> String {
    let inner = Tree::parse(text).ok().and_then(|tree| {
        let words = ["msg_err", "msg"].iter().find_map(|name| tree.root().get(name)?.as_str().map(Cow::into_owned));
        words.filter(|words| !words.is_empty())
    });
    inner.unwrap_or_else(|| text.to_owned())
}

/// Whether a name is of several words, which is seldom chosen twice.
fn is_of_words(name: &str) -> bool {
    name.as_bytes().windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
}

/// Looks at the result of each message. `sent` is the receivers, in their order, where they are known.
fn judge_list(reply: Value<'_>, sent: Option<Vec<String>>, judge: &mut Judge) {
    if !matches!(reply.get("ret").and_then(Value::as_i64), Some(0 | 200)) {
        return;
    }
    let data = reply.get("data").filter(|data| data.kind() == Kind::Object);
    let Some(data) = data else { return judge.absent(reply, "data", Why::NoCode) };
    // v2 answers for one message, without a list.
    if data.get("List").is_none() && data.get("newMsgId").is_some() {
        judge.id(data, "newMsgId");
        return;
    }
    let Some(list) = judge.list(data, "List") else { return };
    let mut waiting = sent.unwrap_or_default();
    if list.items().next().is_none() && !waiting.is_empty() {
        return judge.at(list, Why::NothingTaken, "");
    }
    let (mut taken, mut refused) = (0, Vec::new());
    for (at, item) in list.items().enumerate() {
        // The misspelling is the wire's.
        let named = item.find("/ToUsetName/string");
        let receiver = named.and_then(Value::as_str).map(Cow::into_owned);
        let answered = waiting.iter().position(|waits| Some(waits) == receiver.as_ref());
        if let Some(other) = named.filter(|_| answered.is_none() && waiting.first().is_some_and(|one| !one.is_empty()))
        {
            judge.code(other, Why::OtherReceiver, None);
        }
        let sent_to = answered.or((!waiting.is_empty()).then_some(0)).map(|at| waiting.remove(at));
        match judge.read(item, "Ret", integer) {
            Some((_, 0)) => {
                taken += 1;
                judge.id(item, "NewMsgId");
            }
            Some((ret, _)) => refused.push((ret, receiver.or(sent_to).unwrap_or_else(|| format!("List[{at}]")))),
            // What became of it is not known.
            None => {}
        }
    }
    let why = if taken > 0 { Why::PartCode } else { Why::InnerCode };
    for (ret, _) in &refused {
        judge.at(*ret, why, ret.source());
    }
    let names: Vec<_> = refused.into_iter().map(|(_, name)| name).chain(waiting).collect();
    if taken > 0 && !names.is_empty() {
        judge.missing(list, names);
    }
}

/// The documented reply to one message.
const REPLY: &str = r#"{
    "ret": 0, "msg": "success",
    "data": {"BaseResponse": {"ret": 0, "errMsg": {}}, "Count": 1, "List": [{
        "Ret": 0, "ToUsetName": {"string": "wxid_8pvkddddddt22"}, "MsgId": 0, "NewClientMsgid": 1,
        "Createtime": 1681282396, "servertime": 1681282398, "Type": 1, "NewMsgId": 5094379014653837391
    }], "NoKnow": 0}
}"#;
