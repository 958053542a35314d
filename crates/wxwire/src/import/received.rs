//! What was received as the source of a call: XML alone, or in a callback, becomes the field of the call that takes it.

use std::ops::{ControlFlow, Range};

use super::found::Form;
use super::imported::Imported;
use super::report::{Dropped, Why};
use crate::catalog;
use crate::layer::document::{Document, Guide, Held};
use crate::layer::json::{Object, Tree as Json};
use crate::layer::xml::{Tree, sender};
use crate::operation::{Entry, Root};
use crate::problem::{Code, Problem};
use crate::secret::Credentials;

/// The values of a call in what was received; none where it is neither XML nor a callback with XML in it, or the call is one
/// whose own values these may be.
pub(super) fn take(source: &str, entry: &'static Entry) -> Option<Imported> {
    let field = entry.fields().find_map(|field| {
        let root = entry.schema().rule(field.rule).xml_root.as_deref()?;
        Some((field.name.as_str(), root))
    });
    let document = Document::new(source.as_bytes(), Guide::default()).ok()?;
    let is_callback = document
        .tree()
        .is_some_and(|tree| catalog::callbacks().any(|(_, callback)| callback.is(Root::Json(tree.root()))));
    let form = match Tree::parse(without_sender(source.trim_start_matches('\u{feff}').trim())) {
        Ok(_) => Form::Xml,
        Err(_) if is_callback && field.is_some() => Form::Callback,
        Err(_) => return None,
    };
    let found = field.and_then(|(_, root)| {
        document.visit_until(|leaf| match leaf.value {
            Held::Text(text) => node(text, root)
                .map_or(ControlFlow::Continue(()), |xml| ControlFlow::Break((xml.to_owned(), leaf.span.clone()))),
            _ => ControlFlow::Continue(()),
        })
    });
    let whole = document.payload_range();
    Some(match field.zip(found) {
        Some(((name, _), (xml, span))) => with_field(entry, form, name, &xml, &whole, span),
        None => {
            let problem = Problem::new(Code::NotItsBody).expected(entry.id).span(first(source, &whole));
            Imported { problems: vec![problem], ..bare(entry, form) }
        }
    })
}

/// The values with this XML in them, if the call takes it.
fn with_field(
    entry: &'static Entry,
    form: Form,
    name: &str,
    xml: &str,
    whole: &Range<usize>,
    span: Range<usize>,
) -> Imported {
    let values = Object::new().text(name, xml).end();
    let is_its = Json::parse(&values).is_ok_and(|tree| entry.is_its(tree.root()));
    let place = format!("/{name}");
    // Where it stands in the source; the paths say where inside.
    let of_field =
        |problem: &Problem| problem.path.strip_prefix(&place).is_some_and(|rest| !rest.starts_with(|char| char != '!'));
    let mut problems: Vec<_> = entry.check(values.as_bytes()).into_iter().filter(of_field).collect();
    problems.iter_mut().for_each(|problem| problem.span = Some(span.clone()));
    if !is_its {
        problems.insert(0, Problem::new(Code::NotItsBody).expected(entry.id).at(place).span(span));
    }
    let rest = (form == Form::Callback).then(|| Dropped::new(Why::Received, whole.clone(), ""));
    let values = Some(values).filter(|_| !problems.iter().any(Problem::is_error));
    Imported { values, problems, dropped: rest.into_iter().collect(), ..bare(entry, form) }
}

/// The element of this name that a text is, or that stands in the `<msg>` that it is.
fn node<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let text = without_sender(text.trim());
    let tree = Tree::parse(text).ok()?;
    let root = tree.root();
    let element = if root.name() == name { root } else { root.child(name).filter(|_| root.name() == "msg")? };
    // The message as it was received, with what stands before its root.
    Some(if root.name() == name { text } else { &text[element.span()] })
}

/// A text without the sender's id that stands before it in a group.
fn without_sender(text: &str) -> &str {
    sender(text).map_or(text, |id| text[id.len() + 1..].trim_start())
}

fn first(source: &str, whole: &Range<usize>) -> Range<usize> {
    let length = source[whole.start..].chars().next().map_or(0, char::len_utf8);
    whole.start..whole.start + length
}

fn bare(entry: &'static Entry, form: Form) -> Imported {
    let required = entry.credentials.iter().filter(|one| one.required).map(|one| one.name);
    Imported {
        form,
        operation: Some(entry),
        candidates: vec![],
        values: None,
        body: None,
        credentials: Credentials::new(),
        given: vec![],
        absent: required.collect(),
        method: None,
        base_url: None,
        host: None,
        repairs: vec![],
        dropped: vec![],
        problems: vec![],
    }
}
