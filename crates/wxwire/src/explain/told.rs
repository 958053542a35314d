//! What some bytes are, and how that is told: JSON, XML and requests here, what is neither in `plain`.

mod plain;

use super::Kind;
use super::code::CodeMeaning;
use crate::appmsg;
use crate::catalog::{self, Recognised};
use crate::import::by_path;
use crate::lang::Words;
use crate::layer::document::{Around, Document, Guide, Head};
use crate::layer::escape::percent_decode;
use crate::layer::json::{Kind as Json, Object, Tree, Value};
use crate::layer::xml::{self, Element};
use crate::operation::{Callback, CallbackKind, Entry, GatewayEntry, Root};
use crate::problem::Problem;
use crate::schema::Schema;
use crate::verdict::{Level, Reason, Verdict, Why};

/// What was told of some bytes.
pub(super) struct Told {
    pub(super) kind: Kind,
    pub(super) title: Words,
    pub(super) told_by: Words,
    pub(super) operation: Option<&'static Entry>,
    pub(super) candidates: Vec<&'static Entry>,
    pub(super) gateway: Option<GatewayEntry>,
    /// Others answer in the gateway's form, too, and nothing in it is the gateway's own.
    pub(super) is_shared: bool,
    pub(super) callback: Option<&'static Callback>,
    pub(super) of: Option<&'static CallbackKind>,
    pub(super) codes: Vec<CodeMeaning>,
    /// It is a number and nothing else.
    pub(super) is_number: bool,
    /// A code is compared or spoken of, or a success is named beside it: nothing says that it came, and was the end.
    pub(super) is_spoken_of: bool,
    pub(super) faults: Vec<Problem>,
}

impl Told {
    /// Tells what some bytes are, by their form alone unless the operation is given that they answer.
    pub(super) fn of(document: &Document<'_>, operation: Option<&'static Entry>) -> Self {
        if let Some(entry) = operation {
            let words = Words::new("由 --as 指定", "so it was said");
            return Self { candidates: vec![entry], ..Self::reply(Some(entry), entry.gateway, words) };
        }
        match document.tree().map(Tree::root).filter(|root| root.kind() != Json::String) {
            Some(root) => Self::addressed(document).unwrap_or_else(|| Self::json(root)),
            None if is_page(document.payload()) => Self::bare(
                Kind::Page,
                Words::new("网页", "a web page"),
                Words::new("以 HTML 开头", "it begins as HTML does"),
            ),
            None => Self::xml(document).or_else(|| Self::addressed(document)).unwrap_or_else(|| Self::plain(document)),
        }
    }

    /// Whether it says more of what stands inside of some form than that it is text or bytes.
    pub(super) fn says_more(&self) -> bool {
        !matches!(self.kind, Kind::Text | Kind::Bytes | Kind::Code)
    }

    /// A request with its head: its method and its path tell the call, where that is one alone, whatever is in its body.
    fn addressed(document: &Document<'_>) -> Option<Self> {
        let Around::Http(Head { request: Some((method, path)), .. }) = document.around() else { return None };
        // What a gateway asks by itself can have all that it says in its query.
        let query = query(document.bytes());
        if let Ok(tree) = Tree::parse(&query)
            && document.tree().is_none()
            && let Some(told) = Self::callback(Root::Json(tree.root()))
        {
            return Some(told);
        }
        let mut candidates = by_path(path);
        candidates.retain(|entry| entry.method == method.as_str());
        // Of several there, a value that each has fixed tells.
        for values in [Tree::parse(&query).ok().as_ref().map(Tree::root), document.tree().map(Tree::root)] {
            candidates = values.map_or(candidates.clone(), |values| catalog::told_apart(candidates, values));
        }
        let [entry] = candidates[..] else { return None };
        // In a log, what follows the line of a request is often what came back.
        if let Some(root) = document.tree().map(Tree::root)
            && is_answer(root, entry)
        {
            let words = Words::new("由它前面的地址得知", "by the address before it");
            return Some(Self { candidates, ..Self::reply(Some(entry), entry.gateway, words) });
        }
        let words = Words::new("方法和路径与这个操作一致", "it has the method and the path of that call");
        Some(Self::values(entry, words))
    }

    fn json(root: Value<'_>) -> Self {
        if let Some(told) = Self::callback(Root::Json(root)) {
            return told;
        }
        let reply = catalog::recognise(root);
        let words = Words::new("字段与这种回复一致", "it has the fields of such a reply");
        if let (true, [first, ..]) = (reply.is_claimed, &reply.candidates[..]) {
            let gateway = first.gateway;
            let incoming = catalog::incoming(&gateway);
            let is_claimed = incoming.is_none_or(|incoming| incoming.claims(root, &reply.candidates));
            let told = Self::reply(reply.operation.filter(|_| is_claimed), gateway, words);
            return Self { candidates: reply.candidates, ..told }.shared(root);
        }
        // Some calls report a code themselves: values that fit such a call to the last field are its.
        let Recognised { operation, candidates, is_claimed } = catalog::recognise_values(root);
        if let (true, [first, ..]) = (is_claimed, &candidates[..]) {
            let words = Words::new("必填字段齐全，没有未知字段", "all required fields are there, and no unknown ones");
            let kind = Self::bare(Kind::Request, Words::new("请求内容", "the values of a call"), words);
            return Self { operation, gateway: Some(first.gateway), candidates, ..kind };
        }
        if let Some(gateway) = catalog::gateways().find(|gateway| gateway.is_its(root))
            && !is_around_reply(root)
        {
            return Self::reply(None, gateway, words).shared(root);
        }
        let candidates: Vec<_> = reply.candidates.into_iter().chain(candidates).collect();
        let words = match candidates[..] {
            [] => Words::new("不是已知的形式", "of no form that is known"),
            _ => Words::new("字段太常见，看不出是谁的", "its fields are too common to tell whose it is"),
        };
        Self { candidates, ..Self::bare(Kind::Json, Words::new("其他 JSON", "some other JSON"), words) }
    }

    /// XML, be it behind white space or the sender's id in a group.
    fn xml(document: &Document<'_>) -> Option<Self> {
        if let Some((root, faults)) = document.element() {
            return Some(Self::element(root, faults));
        }
        let text = std::str::from_utf8(document.payload()).ok()?;
        let start = match xml::sender(text) {
            Some(id) => xml::behind_sender(text, id),
            None => text.len() - text.trim_start_matches('\u{feff}').trim_ascii_start().len(),
        };
        let mut faults = Vec::new();
        let tree = xml::Tree::parse_tolerant(&text[start..], &mut faults).ok()?;
        Some(Self::element(tree.root(), &faults))
    }

    fn element(root: Element<'_>, faults: &[Problem]) -> Self {
        if let Some(told) = Self::callback(Root::Xml(root)) {
            return told;
        }
        let appmsg = if root.name() == "appmsg" { Some(root) } else { root.child("appmsg") };
        let appmsg = appmsg.filter(|_| matches!(root.name(), "appmsg" | "msg"));
        let kind = appmsg.and_then(|appmsg| appmsg.child("type")).and_then(|kind| kind.text().trim().parse().ok());
        match (appmsg, appmsg::message(root)) {
            (None, Some(message)) => Self::bare(
                Kind::Message,
                message.title,
                Words::new("元素与这种消息一致", "it has the elements of such a message"),
            ),
            (Some(_), _) => Self::bare(
                Kind::AppMsg,
                kind.and_then(appmsg::find)
                    .map_or(Words::new("类型未知", "of no type that is known"), appmsg::Kind::words),
                Words::new(
                    "根元素为 <appmsg>，或 <msg> 中有 <appmsg>",
                    "its root is <appmsg>, or a <msg> that holds one",
                ),
            ),
            (None, None) if faults.is_empty() => {
                Self::bare(Kind::Xml, Words::new("XML", "XML"), Words::new("格式正确的 XML", "it is well-formed"))
            }
            (None, None) => Self::bare(
                Kind::Xml,
                Words::new("XML", "XML"),
                Words::new("有错误，但可以当作 XML 读", "it can be read as XML, for all its faults"),
            ),
        }
    }

    fn callback(root: Root<'_>) -> Option<Self> {
        let (gateway, callback) = catalog::callbacks().find(|(_, callback)| callback.is(root))?;
        let of = callback.kind(root);
        let title = of.map_or(callback.title, |kind| kind.title);
        let kind = if callback.is_reply { Kind::PassiveReply } else { Kind::Callback };
        let told = Self::bare(kind, title, callback.told_by);
        Some(Self { gateway: Some(gateway), callback: Some(callback), of, ..told })
    }

    /// The values of a call that something else tells.
    pub(super) fn values(entry: &'static Entry, told_by: Words) -> Self {
        let told = Self::bare(Kind::Request, Words::new("一次调用的请求", "the request of a call"), told_by);
        Self { operation: Some(entry), candidates: vec![entry], gateway: Some(entry.gateway), ..told }
    }

    fn reply(operation: Option<&'static Entry>, gateway: GatewayEntry, told_by: Words) -> Self {
        let title = operation.map_or(gateway.title, |entry| entry.title);
        Self { operation, gateway: Some(gateway), ..Self::bare(Kind::Reply, title, told_by) }
    }

    /// The same; where others answer so, no more is said than that.
    fn shared(self, reply: Value<'_>) -> Self {
        let is_shared = self.operation.is_none()
            && self
                .gateway
                .and_then(|gateway| catalog::incoming(&gateway))
                .is_some_and(|one| one.is_shared(reply, &self.candidates));
        match is_shared {
            true => Self {
                is_shared,
                title: Words::new("几个服务共有的回复形式", "a reply in a form that several services have"),
                told_by: Words::new(
                    "不止一个服务这样回复，其中没有只属于某一个的内容",
                    "more than one service answers so, and nothing in it is one's alone",
                ),
                ..self
            },
            false => self,
        }
    }

    /// What a code in words says of the call: that it was refused, where one gateway alone has such a code.
    pub(super) fn said(&self) -> Option<Verdict> {
        let [one] = self.codes[..] else { return None };
        let is_alone = self.kind != Kind::Code || self.is_number || self.is_spoken_of || one.code == 0;
        (!is_alone).then(|| {
            let reason = Reason { meaning: Some(one.words), ..Reason::new(Why::Code, one.code.to_string()) };
            Verdict { code: Some(one.code.to_string()), ..Verdict::of(Level::Refused, reason) }
        })
    }

    fn bare(kind: Kind, title: Words, told_by: Words) -> Self {
        Self {
            kind,
            title,
            told_by,
            operation: None,
            candidates: vec![],
            gateway: None,
            is_shared: false,
            callback: None,
            of: None,
            codes: vec![],
            is_number: false,
            is_spoken_of: false,
            faults: vec![],
        }
    }

    /// What is known of the inside.
    pub(super) fn guide(&self) -> Guide<'static> {
        // Of several calls, only what all of them say.
        let agreed = |mark: fn(&Entry) -> u64| {
            let (first, others) = self.candidates.split_first()?;
            others.iter().all(|other| mark(other) == mark(first)).then_some(*first)
        };
        let schema = match (self.kind, self.callback) {
            (_, Some(callback)) => {
                Some(self.of.and_then(|kind| kind.schema.as_ref()).unwrap_or_else(|| callback.schema()))
            }
            (Kind::Reply, _) => agreed(Entry::reply_mark).map(Entry::reply_schema),
            (Kind::Request, _) => agreed(Entry::values_mark).map(Entry::schema),
            _ => None,
        };
        Guide {
            schema,
            messages: self.gateway.and_then(|gateway| catalog::incoming(&gateway)?.messages()),
            elements: Some(element),
        }
    }
}

/// Whether JSON is what a call's gateway answers, and nothing that the call takes.
fn is_answer(root: Value<'_>, entry: &'static Entry) -> bool {
    let reply = catalog::recognise(root);
    let is_its =
        entry.gateway.is_its(root) || reply.candidates.iter().any(|one| one.gateway.name == entry.gateway.name);
    let is_values = entry.schema().named(root) > Some(0) || entry.fit_values(root).is_some();
    is_its && (reply.is_claimed || entry.gateway.is_its(root)) && !is_values
}

/// Whether JSON is a record with a code as text around the reply that it is about: gateways seldom write their codes so.
fn is_around_reply(root: Value<'_>) -> bool {
    let is_text = |name: &&str| root.get(name).is_some_and(|code| code.kind() == Json::String);
    let is_reply = |object: Value<'_>| catalog::gateways().any(|gateway| gateway.is_its(object));
    let holds_reply = |member: Value<'_>| match member.as_str() {
        Some(text) => text.starts_with('{') && Tree::parse(&text).is_ok_and(|tree| is_reply(tree.root())),
        None => is_reply(member),
    };
    ["ret", "errcode"].iter().any(is_text) && root.members().any(|(_, member)| holds_reply(member))
}

/// Whether some bytes are a web page.
fn is_page(bytes: &[u8]) -> bool {
    let head = bytes[..bytes.len().min(2000)].trim_ascii_start().to_ascii_lowercase();
    let holds = |tag: &[u8]| memchr::memmem::find(&head, tag).is_some();
    head.starts_with(b"<!doctype html") || head.starts_with(b"<html") && (holds(b"<head") || holds(b"<body"))
}

/// What is known of an element's inside.
fn element(element: Element<'_>) -> Option<&'static Schema> {
    appmsg::message(element).and_then(|kind| kind.schema.as_ref()).or_else(|| appmsg::schema_of(element))
}

/// The query of a request, as JSON: each parameter a text.
fn query(request: &[u8]) -> String {
    let query = query_of(request);
    let pairs = query.split('&').filter_map(|pair| pair.split_once('=')).take(MAX_PARAMETERS);
    pairs.fold(Object::new(), |out, (name, value)| out.text(&percent_decode(name), &percent_decode(value))).end()
}

/// The query of a request with its head, as it stands there.
pub(super) fn query_of(request: &[u8]) -> String {
    let line = request.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let target = line.split(' ').nth(1).unwrap_or_default();
    target.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default()
}

/// So many parameters of a query are looked at.
const MAX_PARAMETERS: usize = 200;
