//! A gateway that only a document knows, as data beside its calls: whoever reads them has heard of it nowhere else.

use super::read::{Row, credential_of, reply_rule};
use super::write::{credential, row, rule};
use crate::layer::json::{Object, Value, array, kept};
use crate::operation::GatewayEntry;

/// The member of a file that holds it. No call has such an id.
const NAME: &str = "gateway";

/// Adds the gateway to a file with its calls: one that no program has of its own.
pub(crate) fn put(file: Object, gateway: &GatewayEntry) -> Object {
    let (title, help) = (gateway.title, gateway.base_url_help);
    let mut out = Object::new()
        .text("name", gateway.name)
        .json("words", &row([title.zh, title.en, help.zh, help.en]))
        .some("base_url", gateway.base_url)
        .json("credentials", &array(gateway.credentials.iter().map(credential)))
        .json("envelope", &row(gateway.envelope.iter().copied()));
    if let Some(own) = gateway.reply_rule {
        out = rule(out, own);
    }
    file.json(NAME, &out.end())
}

/// The gateway of a file, where it holds one.
pub(crate) fn gateway(file: Value<'static>) -> Option<GatewayEntry> {
    let told = file.get(NAME)?;
    let text = |name: &str| told.get(name).map(kept);
    let words = told.get("words").map(Row::of)?;
    let credentials = told.get("credentials").into_iter().flat_map(Value::items);
    let rule = reply_rule(told);
    Some(GatewayEntry {
        name: text("name")?,
        title: words.words(0),
        base_url: text("base_url"),
        base_url_help: words.words(2),
        credentials: credentials.map(|one| credential_of(&Row::of(one))).collect::<Vec<_>>().leak(),
        secrets: &[],
        account_id: None,
        content_type: "application/json",
        file_length: false,
        envelope: told.get("envelope").map(Row::of).unwrap_or_default().0.leak(),
        not_taken: &[],
        reply_rule: rule.map(|rule| &*Box::leak(Box::new(rule))),
    })
}
