//! Whom a call goes out as: the security schemes of a document, and members of a body that are credentials.

use http::HeaderName;

use super::borrowed;
use super::written::Written;
use crate::credential::{Credential, Place};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::GatewayEntry;
use crate::problem::{Code, Problem};

/// The credentials of a call: its own, or the document's. The gateway's own ones are taken from it.
pub(super) fn of(written: &Written, gateway: &GatewayEntry) -> Result<&'static [Credential], Problem> {
    let security = written.get("security").or_else(|| written.root.get("security"));
    // Of several ways to be let in, the first.
    let wanted = security.and_then(|ways| ways.items().next()).into_iter().flat_map(Value::members);
    let mut all = Vec::new();
    for (name, _) in wanted {
        let scheme = written.root.find("/components/securitySchemes").and_then(|all| all.get(borrowed(name)));
        let scheme = scheme.and_then(|scheme| written.resolved(scheme));
        let scheme = scheme.ok_or_else(|| Problem::new(Code::NotUnderstood).on(name).expected("securitySchemes"))?;
        all.push(credential(borrowed(name), scheme)?);
    }
    let members = written.body_schema().and_then(|body| body.get("properties")).into_iter().flat_map(Value::members);
    for (name, member) in members.filter(|(_, member)| written.is_credential(*member)) {
        let (name, said) = (borrowed(name), written.resolved(member).unwrap_or(member));
        all.push(Credential { place: Place::Body(name), ..titled(name, said) });
    }
    for one in &mut all {
        let known = gateway.credentials.iter().find(|known| known.name == one.name && known.place == one.place);
        *one = known.copied().unwrap_or(*one);
    }
    Ok(all.leak())
}

/// A credential of a security scheme, at its place.
pub(super) fn credential(name: &'static str, scheme: Value<'static>) -> Result<Credential, Problem> {
    let not_understood = |expected: &str| Problem::new(Code::NotUnderstood).on(scheme).expected(expected);
    let text = |key: &str| scheme.get(key).map(borrowed).unwrap_or_default();
    if !is_variable(name) {
        return Err(not_understood("[a-z][a-z0-9_]*").found(name));
    }
    let place = match (text("type"), text("in"), text("scheme")) {
        ("apiKey", "header", _) if HeaderName::from_bytes(text("name").as_bytes()).is_ok() => {
            Place::Header(text("name"), "")
        }
        ("apiKey", "query", _) if !text("name").is_empty() => Place::Query(text("name")),
        ("apiKey", "cookie", _) if !text("name").is_empty() => {
            Place::Header("Cookie", format!("{}=", text("name")).leak())
        }
        ("apiKey", ..) => return Err(not_understood("in: header, query, cookie; name")),
        ("http", _, scheme) if scheme.eq_ignore_ascii_case("bearer") => Place::Header("Authorization", "Bearer "),
        ("http", _, scheme) if scheme.eq_ignore_ascii_case("basic") => Place::Header("Authorization", "Basic "),
        _ => return Err(not_understood("apiKey, http bearer, http basic")),
    };
    Ok(Credential { place, ..titled(name, scheme) })
}

/// A credential that is required, with its words; `format: password` or none makes it a secret, any other does not.
fn titled(name: &'static str, said: Value<'static>) -> Credential {
    let text = |key: &str| said.get(key).map(borrowed).filter(|text| !text.is_empty());
    let en = text("description").unwrap_or(name);
    let zh = text("x-help-zh").unwrap_or(en);
    let is_open = text("format").is_some_and(|format| format != "password");
    let credential = Credential::query(name, Words { zh, en });
    if is_open { credential.open() } else { credential }
}

/// Whether a name can be the end of an environment variable's.
fn is_variable(name: &str) -> bool {
    name.starts_with(|char: char| char.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
