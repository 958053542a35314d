//! A gateway that nothing but a document knows.

use super::{borrowed, credentials, facts};
use crate::base_url::is_base_url;
use crate::credential::Credential;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::GatewayEntry;
use crate::problem::{Code, Problem};
use crate::verdict::ReplyRule;

/// The longest name.
const LONGEST: usize = 32;

/// Whether a name can be a gateway's: the first part of ids, the middle of variables, a step of the mock's paths.
pub fn is_name(name: &str) -> bool {
    name.len() <= LONGEST
        && name.starts_with(|char: char| char.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The name of the gateway that a document is of.
pub(super) fn name(root: Value<'static>) -> Result<&'static str, Problem> {
    let said = root.find("/info/x-gateway");
    let Some(said) = said else {
        let place = root.get("info").unwrap_or(root);
        return Err(Problem::new(Code::Required).on(place).at("/info/x-gateway"));
    };
    let name = borrowed(said);
    match is_name(name) {
        true => Ok(name),
        false => Err(Problem::new(Code::WrongForm).on(said).expected("[a-z][a-z0-9_]{0,31}").found(name)),
    }
}

/// The gateway that a document makes, and what of its credentials was not understood.
pub(super) fn entry(root: Value<'static>, name: &'static str) -> (GatewayEntry, Vec<Problem>) {
    let (credentials, left) = all_credentials(root);
    let rule: &'static ReplyRule = Box::leak(Box::new(root.get("x-reply").map(facts::rule).unwrap_or_default()));
    let url = root.get("servers").and_then(|all| all.items().next()?.get("url")).map(borrowed);
    let entry = GatewayEntry {
        name,
        title: title(root, name),
        base_url: url.map(|url| url.trim_end_matches('/')).filter(|url| is_base_url(url)),
        base_url_help: BASE_URL_HELP,
        credentials,
        secrets: &[],
        account_id: None,
        content_type: "application/json",
        file_length: false,
        envelope: envelope(rule),
        not_taken: &[],
        reply_rule: Some(rule),
    };
    (entry, left)
}

const BASE_URL_HELP: Words = Words::new(
    "网关的地址：协议、主机，以及路径之前的部分",
    "The gateway's address: scheme, host, and what stands before the paths",
);

/// The gateway's part of the title: a document of one section names the section behind it.
fn title(root: Value<'static>, name: &'static str) -> Words {
    let text = |pointer: &str| root.find(pointer).map(borrowed).filter(|text| !text.is_empty());
    let is_section = root.find("/info/x-section").is_some();
    let own = |title: &'static str, colon: &str| match title.split_once(colon) {
        Some((own, _)) if is_section => own,
        _ => title,
    };
    let en = text("/info/title").map_or(name, |title| own(title, ": "));
    Words { zh: text("/info/x-title-zh").map_or(en, |title| own(title, "：")), en }
}

/// Whom its calls go out as.
fn all_credentials(root: Value<'static>) -> (&'static [Credential], Vec<Problem>) {
    let schemes = root.find("/components/securitySchemes").into_iter().flat_map(Value::members);
    let (mut all, mut left) = (Vec::new(), Vec::new());
    for (name, scheme) in schemes.take(100) {
        match credentials::credential(borrowed(name), scheme) {
            Ok(credential) => all.push(credential),
            Err(problem) => left.push(problem),
        }
    }
    (all.leak(), left)
}

/// The members that every reply has, which tell of no call.
fn envelope(rule: &ReplyRule) -> &'static [&'static str] {
    let first = |pointer: &'static str| pointer.split('/').nth(1).filter(|step| !step.is_empty());
    let mut names: Vec<_> = [rule.code, rule.message].into_iter().flatten().filter_map(first).collect();
    names.dedup();
    names.leak()
}
