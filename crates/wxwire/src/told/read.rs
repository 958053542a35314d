//! A call from data, as `write.rs` writes it.

use std::borrow::Cow;

use crate::credential::{Credential, Place};
use crate::described;
use crate::lang::Words;
use crate::layer::json::{Value, kept};
use crate::operation::{
    Answers, Body, Entry, EntryExample, GatewayEntry, Method, Rate, RulesOf, Section, SettledBy, Told, Yield,
};
use crate::problem::{Problem, Source};
use crate::verdict::ReplyRule;

/// A call that data tells of.
struct Read {
    id: &'static str,
    told: Value<'static>,
    rules: Option<&'static RulesOf>,
}

impl Told for Read {
    fn json_schema(&self) -> Cow<'static, str> {
        self.told.get("schema").map_or("{}", Value::source).into()
    }

    /// It may stand in a file of its own, which only whoever reads has loaded.
    fn reply_json_schema(&self) -> Cow<'static, str> {
        let reply = self.told.get("reply").or_else(|| described::find(self.id, "reply"));
        reply.map_or("{}", Value::source).into()
    }

    fn examples(&self) -> Vec<EntryExample> {
        let one = |told: Value<'static>| {
            let text = |key: &str| told.get(key).map(kept).unwrap_or_default();
            let values = told.get("values").and_then(Value::as_str).unwrap_or_default().into_owned();
            EntryExample { name: text("name"), title: Words { zh: text("zh"), en: text("en") }, values }
        };
        self.told.get("examples").into_iter().flat_map(Value::items).map(one).collect()
    }

    fn check(&self, values: Value<'_>, problems: &mut Vec<Problem>) {
        if let Some((_, check, _)) = self.rules {
            check(values, problems);
        }
    }

    fn is_its(&self, values: Value<'_>) -> bool {
        self.rules.is_none_or(|(.., is_its)| is_its(values))
    }
}

/// The calls of a file: those of its members that have a title. Of a gateway that is not known there are none. `more` is
/// what is to be known of each beside what composing needs.
pub(crate) fn entries<'g>(
    file: Value<'static>,
    more: impl Fn(&mut Entry, Value<'static>) + 'g,
    gateway: impl Fn(&str) -> Option<GatewayEntry> + 'g,
    rules: impl Fn(&str) -> Option<&'static RulesOf> + 'g,
) -> impl Iterator<Item = Entry> {
    file.members().filter_map(move |(id, told)| {
        let id = kept(id);
        let title = Row::of(told.get("title")?);
        let gateway = gateway(id.split('.').next()?)?;
        let said = Box::leak(Box::new(Read { id, told, rules: rules(id) }));
        let mut entry = Entry::told(id, gateway, said);
        entry.title = title.words(0);
        facts(&mut entry, told);
        more(&mut entry, told);
        Some(entry)
    })
}

fn facts(entry: &mut Entry, told: Value<'static>) {
    let text = |key: &str| told.get(key).map(kept);
    let section = told.get("section").map(Row::of).unwrap_or_default();
    entry.section = Section::new(section.at(0), section.words(1));
    entry.method = method(text("method").unwrap_or("POST"));
    entry.path = text("path").unwrap_or_default();
    entry.server = text("server");
    entry.body = match text("body") {
        None => Body::Json,
        Some("form") => Body::Form,
        Some("multipart") => Body::Multipart,
        Some(_) => Body::None,
    };
    if text("answers").is_some() {
        entry.answers = Answers::Bytes;
    }
    entry.credentials = match told.get("credentials") {
        None => entry.gateway.credentials,
        Some(all) => all.items().map(|one| credential(one, &entry.gateway)).collect::<Vec<_>>().leak(),
    };
    entry.replies_to = told.get("replies_to").map(|to| Row::of(to).words(0));
    entry.idempotency = text("idempotency");
    entry.evidence = text("evidence").and_then(Source::named).unwrap_or_default();
    entry.page = text("page").unwrap_or_default();
}

/// What is known of its replies: only whoever reads needs it.
pub(crate) fn of_replies(entry: &mut Entry, told: Value<'static>) {
    let row = |key: &str| told.get(key).map(Row::of);
    let rows = |key: &str| told.get(key).into_iter().flat_map(Value::items).map(Row::of);
    let texts = |key: &str| row(key).unwrap_or_default().0.leak();
    entry.ids = texts("ids");
    entry.not_taken = texts("not_taken");
    let statuses = row("empty").unwrap_or_default().0;
    entry.empty = statuses.into_iter().filter_map(|status| status.parse().ok()).collect::<Vec<u16>>().leak();
    entry.settled_by = row("settled_by").map(|row| SettledBy {
        name: row.at(0),
        how: row.words(1),
        is_callback: !row.at(3).is_empty(),
    });
    let yielded = |row: Row| Yield { credential: row.at(0), pointer: row.at(1), seconds: some(row.at(2)) };
    entry.yields = rows("yields").map(yielded).collect::<Vec<_>>().leak();
    let number = |text: &str| text.parse().unwrap_or_default();
    let rate = |row: Row| Rate { times: number(row.at(0)), seconds: number(row.at(1)), per: row.words(2) };
    entry.rates = rows("rates").map(rate).collect::<Vec<_>>().leak();
    entry.reply_rule = reply_rule(told);
}

/// How replies tell success.
pub(super) fn reply_rule(told: Value<'static>) -> Option<ReplyRule> {
    let row = Row::of(told.get("reply_rule")?);
    let texts = |row: &Row, from: usize| row.0.iter().skip(from).map(|text| (*text).to_owned()).collect();
    let expired = told.get("expired").map(|list| texts(&Row::of(list), 0)).unwrap_or_default();
    Some(ReplyRule { code: some(row.at(0)), message: some(row.at(1)), ok: texts(&row, 2), expired })
}

/// A method by its name; the library's own way to read one knows all that there could be.
fn method(name: &str) -> Method {
    let known = [Method::GET, Method::PUT, Method::PATCH, Method::DELETE, Method::HEAD];
    known.into_iter().find(|method| method.as_str() == name).unwrap_or(Method::POST)
}

/// A credential: the name of one of the gateway's, or a row.
fn credential(told: Value<'static>, gateway: &GatewayEntry) -> Credential {
    let named = gateway.credentials.iter().find(|one| told.is_str(one.name));
    named.copied().unwrap_or_else(|| credential_of(&Row::of(told)))
}

/// A credential, by its row.
pub(super) fn credential_of(row: &Row) -> Credential {
    let place = match row.at(3) {
        "query" => Place::Query(row.at(4)),
        "body" => Place::Body(row.at(4)),
        _ => Place::Header(row.at(4), row.at(5)),
    };
    let (required, secret) = (row.at(6).is_empty(), row.at(7).is_empty());
    Credential { place, required, secret, ..Credential::query(row.at(0), row.words(1)) }
}

/// Texts, each at its place.
#[derive(Default)]
pub(super) struct Row(pub(super) Vec<&'static str>);

impl Row {
    pub(super) fn of(list: Value<'static>) -> Self {
        Self(list.items().map(kept).collect())
    }

    fn at(&self, at: usize) -> &'static str {
        self.0.get(at).copied().unwrap_or_default()
    }

    /// Chinese, and English behind it.
    pub(super) fn words(&self, at: usize) -> Words {
        Words { zh: self.at(at), en: self.at(at + 1) }
    }
}

fn some(text: &'static str) -> Option<&'static str> {
    Some(text).filter(|text| !text.is_empty())
}
