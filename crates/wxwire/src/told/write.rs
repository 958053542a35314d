//! A call as data. `read.rs` reads it; what is as with most calls is left out.

use crate::credential::{Credential, Place};
use crate::layer::json::{Object, array, quote};
use crate::operation::{Answers, Body, Entry, EntryExample, Method};
use crate::problem::Source;
use crate::verdict::ReplyRule;

/// What whoever composes needs: the facts, the schema and the examples.
pub(crate) fn composing(entry: &Entry) -> String {
    let examples = array(entry.examples().iter().map(example));
    facts(entry).json("schema", &entry.json_schema()).json("examples", &examples).end()
}

/// What whoever reads needs: the facts, the schema and the reply's.
pub(crate) fn reading(entry: &Entry) -> String {
    facts(entry).json("schema", &entry.json_schema()).json("reply", &entry.reply_json_schema()).end()
}

fn facts(entry: &Entry) -> Object {
    let mut out = Object::new().json("title", &row([entry.title.zh, entry.title.en]));
    let section = &entry.section;
    out = out.json("section", &row([section.name, section.title.zh, section.title.en])).text("path", entry.path);
    if entry.method != Method::POST {
        out = out.text("method", entry.method.as_str());
    }
    if entry.body != Body::Json {
        out = out.text("body", entry.body.name());
    }
    if entry.answers == Answers::Bytes {
        out = out.text("answers", "bytes");
    }
    if !entry.empty.is_empty() {
        let statuses: Vec<_> = entry.empty.iter().map(u16::to_string).collect();
        out = out.json("empty", &row(statuses.iter().map(String::as_str)));
    }
    if entry.credentials != entry.gateway.credentials {
        let one = |credential: &Credential| match entry.gateway.credentials.contains(credential) {
            true => quote(credential.name),
            false => self::credential(credential),
        };
        out = out.json("credentials", &array(entry.credentials.iter().map(one)));
    }
    for (name, texts) in [("ids", entry.ids), ("not_taken", entry.not_taken)] {
        if !texts.is_empty() {
            out = out.json(name, &row(texts.iter().copied()));
        }
    }
    if let Some(to) = entry.replies_to {
        out = out.json("replies_to", &row([to.zh, to.en]));
    }
    if let Some(settled) = entry.settled_by {
        let kind = if settled.is_callback { "callback" } else { "" };
        out = out.json("settled_by", &row([settled.name, settled.how.zh, settled.how.en, kind]));
    }
    if !entry.yields.is_empty() {
        let one = |one: &crate::operation::Yield| row([one.credential, one.pointer, one.seconds.unwrap_or_default()]);
        out = out.json("yields", &array(entry.yields.iter().map(one)));
    }
    if !entry.rates.is_empty() {
        let one = |rate: &crate::operation::Rate| {
            row([&*rate.times.to_string(), &*rate.seconds.to_string(), rate.per.zh, rate.per.en])
        };
        out = out.json("rates", &array(entry.rates.iter().map(one)));
    }
    if let Some(rule) = &entry.reply_rule {
        out = self::rule(out, rule);
    }
    if entry.evidence != Source::Documented {
        out = out.text("evidence", entry.evidence.name());
    }
    out.some("server", entry.server).some("idempotency", entry.idempotency).text("page", entry.page)
}

/// How replies tell success.
pub(super) fn rule(out: Object, rule: &ReplyRule) -> Object {
    let first = [rule.code.unwrap_or_default(), rule.message.unwrap_or_default()];
    let out = out.json("reply_rule", &row(first.into_iter().chain(rule.ok.iter().map(String::as_str))));
    match &rule.expired[..] {
        [] => out,
        expired => out.json("expired", &row(expired.iter().map(String::as_str))),
    }
}

pub(super) fn credential(one: &Credential) -> String {
    let (place, name, prefix) = match one.place {
        Place::Query(name) => ("query", name, ""),
        Place::Body(name) => ("body", name, ""),
        Place::Header(name, prefix) => ("header", name, prefix),
    };
    let (optional, open) = (if one.required { "" } else { "optional" }, if one.secret { "" } else { "open" });
    row([one.name, one.title.zh, one.title.en, place, name, prefix, optional, open])
}

fn example(example: &EntryExample) -> String {
    let title = example.title;
    Object::new()
        .text("name", example.name)
        .text("zh", title.zh)
        .text("en", title.en)
        .text("values", &example.values)
        .end()
}

/// Texts in a list, each at its place.
pub(crate) fn row<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    array(texts.into_iter().map(quote))
}
