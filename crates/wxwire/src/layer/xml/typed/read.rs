//! An element to JSON, by the schema of a type.

use std::cell::Cell;
use std::ops::Range;

use serde_json::{Map, Value};

use super::super::mend::mend;
use super::super::{Child, Element, Tree};
use crate::layer::escape::ATTRIBUTE;
use crate::layer::form::{Form, Part};
use crate::problem::{Problem, Severity};
use crate::rule::{Object, Rule, RuleId, Schema, Shape};

/// The JSON of an element whose inside a schema describes. Faults in XML inside its texts are added, with their places
/// in the element's own tree.
pub(crate) fn read(schema: &Schema, element: Element<'_>, faults: &mut Vec<Problem>) -> Value {
    let mut reader = Reader { schema, faults };
    reader.value(schema.root(), element).unwrap_or_default()
}

struct Reader<'r> {
    schema: &'r Schema,
    faults: &'r mut Vec<Problem>,
}

impl Reader<'_> {
    /// The value of an element, if it has the form that the rule says.
    fn value(&mut self, rule: &Rule, element: Element<'_>) -> Option<Value> {
        match &rule.shape {
            Shape::Text(_) | Shape::Choice(_) if is_text(element) => Some(element.text().into()),
            Shape::Object(object) if rule.layers.is_empty() => Some(self.object(object, element).into()),
            Shape::Object(object) if is_text(element) => self.embedded(object, element),
            _ => None,
        }
    }

    fn object(&mut self, object: &Object, element: Element<'_>) -> Map<String, Value> {
        let (mut values, mut other) = (Map::new(), Vec::new());
        for (name, raw, _) in element.raw_attributes() {
            let key = format!("@{name}");
            match field(object, &key) {
                Some(_) => {
                    let text = String::from_utf8_lossy(&ATTRIBUTE.decode(raw)).into_owned();
                    values.insert(key, text.into());
                }
                None => other.push(format!("{key}=\"{}\"", raw.replace('"', "&quot;"))),
            }
        }
        for child in element.children() {
            match child {
                Child::Element(inner) => {
                    if !self.member(object, inner, &mut values) {
                        other.push(inner.tree.text[inner.span()].to_owned());
                    }
                }
                Child::Text(raw) => text(raw, &mut other),
                Child::CData(raw) => other.push(format!("<![CDATA[{raw}]]>")),
                Child::Other(raw) => other.push(raw.to_owned()),
            }
        }
        values.retain(|_, value| !value.is_null());
        if !other.is_empty() {
            values.insert("$other".into(), other.into());
        }
        values
    }

    /// Takes in an element as a field's value; `false` where no field takes it. Of twins, the first is the field's, so
    /// one that has not the field's form leaves `null` behind.
    fn member(&mut self, object: &Object, element: Element<'_>, values: &mut Map<String, Value>) -> bool {
        let Some(rule) = field(object, element.name()).map(|id| self.schema.rule(id)) else { return false };
        let before = values.get_mut(element.name());
        let value = match (&rule.shape, before) {
            (Shape::List { items, .. }, before) => {
                let Some(value) = self.value(self.schema.rule(*items), element) else { return false };
                if let Some(Value::Array(list)) = before {
                    list.push(value);
                    return true;
                }
                Some(Value::Array(vec![value]))
            }
            (_, Some(_)) => return false,
            (_, None) => self.value(rule, element),
        };
        let taken = value.is_some();
        values.insert(element.name().to_owned(), value.unwrap_or_default());
        taken
    }

    /// XML inside an element's text; its root is the object's one field. White space around it is not kept.
    fn embedded(&mut self, object: &Object, element: Element<'_>) -> Option<Value> {
        let text = element.text();
        let text = text.trim_ascii();
        if text.is_empty() {
            return Some(Map::new().into());
        }
        let mut faults = Vec::new();
        let value = mend(text, &mut faults).and_then(|mended| {
            let tree = Tree::parse(&mended.text)?;
            let (root, mut inner) = (tree.root(), Vec::new());
            let alone = root.span() == (0..mended.text.len());
            let id = field(object, root.name()).filter(|_| alone);
            let reader = &mut Reader { schema: self.schema, faults: &mut inner };
            let value = id.and_then(|id| reader.value(self.schema.rule(id), root));
            faults.extend(inner.into_iter().map(|fault| mended.outward(fault)));
            Ok(value.map(|value| Map::from_iter([(root.name().to_owned(), value)]).into()))
        });
        let value = value.unwrap_or_else(|problem| {
            faults.push(problem.severity(Severity::Warning));
            None
        });
        self.faults.extend(faults.into_iter().map(|fault| outward(fault, element)));
        value
    }
}

/// A fault inside an element's text as one of the element's tree.
fn outward(fault: Problem, element: Element<'_>) -> Problem {
    let parts: Vec<_> = element.children().filter_map(|child| Part::of(element, child)).collect();
    let text = element.text();
    let start = text.len() - text.trim_ascii_start().len();
    let form = Form::Parts(parts);
    let place = |span: Range<usize>| form.outer(start + span.start..start + span.end, text.len(), &Cell::default());
    let span = fault.span.clone().map(place);
    Problem { path: format!("{}!xml{}", element.path(), fault.path), span, ..fault }
}

/// Text beside elements. Where only fields' elements stand between two of them, writing will make them one.
fn text(raw: &str, other: &mut Vec<String>) {
    match other.last_mut() {
        _ if raw.trim_ascii().is_empty() => {}
        Some(last) if !last.starts_with(['<', '@']) => last.push_str(raw),
        // So that it is not taken for an attribute.
        _ => other.push(raw.replacen('@', "&#64;", usize::from(raw.starts_with('@')))),
    }
}

fn field(object: &Object, name: &str) -> Option<RuleId> {
    object.fields.iter().find(|field| field.name == name).map(|field| field.rule)
}

/// Whether an element is text and nothing else, not even an attribute.
fn is_text(element: Element<'_>) -> bool {
    let text = |child| matches!(child, Child::Text(_) | Child::CData(_));
    element.children().all(text) && element.raw_attributes().next().is_none()
}
