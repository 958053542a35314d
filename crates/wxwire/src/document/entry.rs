//! An operation of a document as an entry, which nobody can tell from one with a type.

use super::written::Written;
use super::{borrowed, credentials, facts};
use crate::layer::json::Value;
use crate::operation::step::is_path;
use crate::operation::{Answers, Body, Entry, GatewayEntry, Method};
use crate::problem::{Code, Problem, Source, Unit};

/// The most parameters of a call: each is compared with the others.
const MAX_PARAMETERS: usize = 200;

pub(super) fn entry(
    path: &'static str,
    method: &str,
    written: Written,
    gateway: GatewayEntry,
) -> Result<Entry, Problem> {
    let not_understood =
        |value: Value<'static>, expected: &str| Problem::new(Code::NotUnderstood).on(value).expected(expected);
    let route = written.get("operationId").map(borrowed).unwrap_or_default();
    let is_name = |char: char| char.is_ascii_alphanumeric() || char == '_';
    if route.is_empty() || !route.chars().all(is_name) {
        return Err(not_understood(written.get("operationId").unwrap_or(written.operation), "operationId"));
    }
    if !is_path(path) {
        return Err(not_understood(written.operation, "/path/{name}").found(path));
    }
    if written.parameters_written() > MAX_PARAMETERS {
        let problem = Problem::new(Code::TooMany).on(written.operation);
        return Err(problem.measured(MAX_PARAMETERS, written.parameters_written(), Unit::Items));
    }
    let method = Method::from_bytes(method.to_ascii_uppercase().as_bytes())
        .map_err(|_| not_understood(written.operation, "get, post, put, patch, delete"))?;
    let body = match written.body() {
        None => Body::None,
        Some((kind, body)) => match kind.split(';').next().unwrap_or_default().trim() {
            "application/json" => Body::Json,
            "application/x-www-form-urlencoded" => Body::Form,
            "multipart/form-data" => Body::Multipart,
            _ => {
                return Err(not_understood(
                    body,
                    "application/json, application/x-www-form-urlencoded, multipart/form-data",
                ));
            }
        },
    };
    // A whole body that may be null is an object here: without one, the call goes without.
    let is_object = |schema: Value<'static>| {
        let named = |kind: Value<'static>| kind.is_str("object") || kind.items().any(|kind| kind.is_str("object"));
        schema.get("type").is_none_or(named)
    };
    if let Some(schema) = written.body_schema().filter(|schema| !is_object(*schema)) {
        return Err(not_understood(schema, "object"));
    }
    let server = written.get("servers").or_else(|| written.item.get("servers")).or_else(|| written.root.get("servers"));
    let server =
        server.and_then(|all| all.items().next()?.get("url")).map(borrowed).map(|url| url.trim_end_matches('/'));
    let reply = written.reply();
    let answers = if reply.is_some_and(|(kind, _)| !kind.contains("json")) { Answers::Bytes } else { Answers::Json };
    let mut entry = Entry::told(format!("{}.{route}", gateway.name).leak(), gateway, Box::leak(Box::new(written)));
    entry.title = written.words("summary", "x-title-zh");
    entry.section = facts::section(&written);
    entry.method = method;
    entry.path = path;
    entry.server = server.filter(|url| !url.is_empty() && gateway.base_url != Some(url));
    entry.credentials = credentials::of(&written, &gateway)?;
    entry.body = body;
    entry.answers = answers;
    entry.success = written.success();
    entry.empty = written.empty().leak();
    entry.ids = facts::texts(&written, "x-ids");
    entry.not_taken = facts::texts(&written, "x-not-taken");
    entry.settled_by = facts::settled_by(&written);
    entry.yields = facts::yields(&written);
    entry.rates = facts::rates(&written);
    entry.reply_rule = facts::reply_rule(&written).or_else(|| gateway.reply_rule.cloned());
    entry.idempotency = written.get("x-idempotency").map(borrowed);
    entry.evidence = written.get("x-source").and_then(|source| Source::named(borrowed(source))).unwrap_or_default();
    entry.page = written.get("externalDocs").and_then(|docs| docs.get("url")).map(borrowed).unwrap_or_default();
    Ok(entry)
}
