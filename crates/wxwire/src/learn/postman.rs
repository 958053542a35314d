//! A collection that Postman exported, version 2.1 (and 2.0): calls by example, without a word on types.
//!
//! What a field is comes from the samples, and is told as concluded. Variables stand for what the collection says of them;
//! values of secrets are not kept.

mod request;

use super::call::Call;
use super::field::Field;
use super::notes::Notes;
use super::{Learned, MAX_BYTES, MAX_CALLS, MAX_DEPTH, write};
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value};
use crate::problem::{Code, Problem, Unit};

/// Learns the calls of a Postman collection.
///
/// # Errors
/// The one problem that keeps it from being read: no JSON, too large, no collection, or no call in it.
pub fn postman(text: &str) -> Result<Learned, Problem> {
    if text.len() > MAX_BYTES {
        return Err(Problem::new(Code::TooLarge).measured(MAX_BYTES, text.len(), Unit::Bytes));
    }
    let tree = Tree::parse(text)?;
    let root = tree.root();
    // Postman's own interface wraps it once more.
    let root = root.get("collection").unwrap_or(root);
    let items = root.get("item").filter(|items| items.kind() == Kind::Array);
    let items = items.ok_or_else(|| Problem::new(Code::NotUnderstood).on(root).expected("item"))?;
    let mut reader = Reader { variables: variables(root), calls: vec![], notes: Notes::default() };
    reader.items(items, root.get("auth"), 0);
    let Reader { mut calls, mut notes, .. } = reader;
    let Some(first) = calls.first() else {
        return Err(Problem::new(Code::NoRequest).on(items));
    };
    let name = root.find("/info/name").map(said).filter(|name| !name.is_empty());
    let title = name.unwrap_or_else(|| first.title.clone());
    let document = write::document(&title, &mut calls, &mut notes);
    Ok(Learned { gateway: String::new(), document, notes: notes.all() })
}

struct Reader<'t> {
    variables: Vec<(String, Value<'t>)>,
    calls: Vec<Call>,
    notes: Notes,
}

impl<'t> Reader<'t> {
    /// Reads calls and folders; what a folder says of credentials holds inside of it.
    fn items(&mut self, items: Value<'t>, auth: Option<Value<'t>>, deep: usize) {
        for item in items.items() {
            let own = item.get("auth").or(auth);
            if let Some(request) = item.get("request") {
                if self.calls.len() >= MAX_CALLS {
                    return self.notes.left_out(item.span(), &title(item), TOO_MANY);
                }
                let call = self.call(item, request, own);
                self.calls.extend(call);
            } else if let Some(inner) = item.get("item").filter(|_| deep < MAX_DEPTH) {
                self.items(inner, own, deep + 1);
            } else {
                self.notes.left_out(item.span(), &title(item), NO_REQUEST);
            }
        }
    }
}

/// A text, or what holds one: descriptions come in both forms.
fn said(value: Value<'_>) -> String {
    let text = value.as_str().or_else(|| value.get("content")?.as_str());
    text.unwrap_or_default().into_owned()
}

fn title(item: Value<'_>) -> String {
    item.get("name").map(said).unwrap_or_default()
}

fn variables(root: Value<'_>) -> Vec<(String, Value<'_>)> {
    let all = root.get("variable").into_iter().flat_map(Value::items);
    all.filter_map(|one| Some((said(one.get("key").or_else(|| one.get("id"))?), one.get("value")?))).take(200).collect()
}

/// A field that only a sample tells of.
fn shown(name: String, span: std::ops::Range<usize>) -> Field {
    Field { name, span, is_inferred: true, ..Field::default() }
}

const TOO_MANY: Words = Words::new("接口太多，从这里起不再读取", "too many calls; from here on none is read");
const NO_REQUEST: Words = Words::new("没有请求的条目", "an item without a request");
