//! What a vendor says of a call beside its fields: the `x-` members of an operation.

use super::borrowed;
use super::written::Written;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Rate, Section, SettledBy, Yield};
use crate::verdict::ReplyRule;

/// The section that the document is: its title, less the gateway's. Where it is none, the call's first tag is its section.
pub(super) fn section(written: &Written) -> Section {
    let tag = written.get("tags").and_then(|tags| tags.items().next()).map(borrowed).filter(|tag| !tag.is_empty());
    if let (None, Some(tag)) = (written.root.find("/info/x-section"), tag) {
        return Section::new(tag, Words { zh: tag, en: tag });
    }
    let text = |pointer: &str| written.root.find(pointer).map(borrowed).unwrap_or_default();
    let less = |title: &'static str, colon: &str| title.split_once(colon).map_or(title, |(_, own)| own);
    let en = less(text("/info/title"), ": ");
    let zh = Some(less(text("/info/x-title-zh"), "：")).filter(|zh| !zh.is_empty()).unwrap_or(en);
    Section::new(text("/info/x-section"), Words { zh, en })
}

/// A list of texts, such as pointers.
pub(super) fn texts(written: &Written, key: &str) -> &'static [&'static str] {
    let list = written.get(key).into_iter().flat_map(Value::items);
    list.map(borrowed).collect::<Vec<_>>().leak()
}

/// The credentials that the reply brings.
pub(super) fn yields(written: &Written) -> &'static [Yield] {
    let list = written.get("x-yields").into_iter().flat_map(Value::items);
    let one = |said: Value<'static>| {
        let text = |key: &str| said.get(key).map(borrowed);
        Some(Yield { credential: text("credential")?, pointer: text("pointer")?, seconds: text("seconds") })
    };
    list.filter_map(one).collect::<Vec<_>>().leak()
}

/// How often it may be called.
pub(super) fn rates(written: &Written) -> &'static [Rate] {
    let list = written.get("x-rate").into_iter().flat_map(Value::items);
    let one = |said: Value<'static>| {
        let number = |key: &str| said.get(key)?.as_i64().and_then(|number| u32::try_from(number).ok());
        Some(Rate { times: number("times")?, seconds: number("seconds")?, per: words(said, "per", "x-per-zh") })
    };
    list.filter_map(one).collect::<Vec<_>>().leak()
}

/// How the replies tell success: of the operation, or of the whole document.
pub(super) fn reply_rule(written: &Written) -> Option<ReplyRule> {
    written.get("x-reply").or_else(|| written.root.get("x-reply")).map(rule)
}

/// The rule that an `x-reply` is.
pub(super) fn rule(said: Value<'static>) -> ReplyRule {
    let text = |key: &str| said.get(key).map(borrowed).filter(|text| !text.is_empty());
    let plain =
        |value: Value<'static>| value.as_str().map_or_else(|| value.source().to_owned(), |text| text.into_owned());
    let codes = |key: &str| said.get(key).into_iter().flat_map(Value::items).map(plain).collect();
    ReplyRule { code: text("code"), ok: codes("ok"), message: text("message"), expired: codes("expired") }
}

/// What settles what it began.
pub(super) fn settled_by(written: &Written) -> Option<SettledBy> {
    let said = written.get("x-settled-by")?;
    let (name, how) = (borrowed(said.get("name")?), words(said, "how", "x-how-zh"));
    let is_callback = said.get("callback").and_then(Value::as_bool) == Some(true);
    Some(if is_callback { SettledBy::callback(name, how) } else { SettledBy::call(name, how) })
}

fn words(said: Value<'static>, en: &str, zh: &str) -> Words {
    let text = |key: &str| said.get(key).map(borrowed).unwrap_or_default();
    Words { zh: text(zh), en: text(en) }
}
