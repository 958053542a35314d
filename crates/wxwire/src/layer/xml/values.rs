//! An element's inside as JSON, from which a form is drawn: attributes as `@name`, elements by their names, what can be
//! there several times as a list. And the way back, from a JSON pointer to what it stands for.

use super::Element;
use crate::layer::json::quote;
use crate::rule::{Rule, Schema, Shape};

/// What a pointer into the values stands for.
#[derive(Clone, Copy, Debug)]
pub enum Place<'t, 'p> {
    /// An element.
    Element(Element<'t>),
    /// An attribute of an element, be it there or not.
    Attribute(Element<'t>, &'p str),
}

/// The inside of an element. Where the rule says nothing, what has only text in it is text, all else an object; of
/// elements that share a name without being a list, those behind the first have `[2]`, `[3]` … behind it.
pub fn values(element: Element<'_>, schema: &Schema, rule: Option<&Rule>) -> String {
    let mut json = String::new();
    write(element, schema, rule, &mut json);
    json
}

fn write(element: Element<'_>, schema: &Schema, rule: Option<&Rule>, json: &mut String) {
    let object = match rule.map(|rule| &rule.shape) {
        Some(Shape::Object(object)) if rule.is_some_and(|rule| rule.layers.is_empty()) => Some(object),
        _ => None,
    };
    let bare = element.elements().next().is_none();
    if object.is_none() && bare && element.raw_attributes().next().is_none() {
        json.push_str(&quote(&element.text()));
        return;
    }
    let rule_of = |name: &str| {
        let field = object.and_then(|object| object.fields.iter().find(|field| field.name == name))?;
        Some(schema.rule(field.rule))
    };
    let mut comma = "{";
    let mut member = |json: &mut String, name: &str| {
        json.push_str(comma);
        json.push_str(&quote(name));
        json.push(':');
        comma = ",";
    };
    for (name, value) in element.attributes() {
        member(json, &format!("@{name}"));
        json.push_str(&quote(&value));
    }
    let mut seen: Vec<(&str, u32)> = Vec::new();
    for child in element.elements() {
        let name = child.name();
        let rule = rule_of(name);
        let count = match seen.iter_mut().find(|(other, _)| *other == name) {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                seen.push((name, 1));
                1
            }
        };
        match rule.map(|rule| &rule.shape) {
            Some(Shape::List { items, .. }) => {
                if count == 1 {
                    member(json, name);
                    let items = Some(schema.rule(*items));
                    let mut bracket = '[';
                    for twin in element.elements().filter(|other| other.name() == name) {
                        json.push(bracket);
                        write(twin, schema, items, json);
                        bracket = ',';
                    }
                    json.push(']');
                }
            }
            _ if count == 1 => {
                member(json, name);
                write(child, schema, rule, json);
            }
            _ => {
                member(json, &format!("{name}[{count}]"));
                write(child, schema, None, json);
            }
        }
    }
    if bare && object.is_none() {
        // Text beside attributes.
        member(json, "text()");
        json.push_str(&quote(&element.text()));
    }
    json.push_str(if comma == "{" { "{}" } else { "}" });
}

/// What a pointer into the values of an element stands for.
pub fn place<'t, 'p>(element: Element<'t>, pointer: &'p str) -> Option<Place<'t, 'p>> {
    let mut here = element;
    let mut around = element;
    for step in pointer.split('/').skip(1) {
        if let Some(name) = step.strip_prefix('@') {
            return Some(Place::Attribute(here, name));
        }
        if step == "text()" {
            continue;
        }
        let (name, nth, parent) = match step.parse::<usize>() {
            // An item of a list, of which the first was found by the name.
            Ok(index) => (here.name(), index, around),
            Err(_) => {
                let (name, twin) = step.strip_suffix(']').and_then(|step| step.split_once('[')).unwrap_or((step, "1"));
                (name, twin.parse::<usize>().ok()?.checked_sub(1)?, here)
            }
        };
        around = parent;
        here = parent.elements().filter(|child| child.name() == name).nth(nth)?;
    }
    Some(Place::Element(here))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::json::Tree as Json;
    use crate::layer::xml::Tree;

    /// A schema in which `<b>` can be there several times.
    fn schema() -> Schema {
        let text = r#"{"type": "object", "properties": {"@a": {"type": "string"}, "b": {"type": "array",
            "items": {"type": "object", "properties": {"c": {"type": "string"}}}}, "d": {"type": "object"}}}"#;
        Schema::compile(text, &[])
    }

    #[test]
    fn every_value_is_found_again() {
        let text = "<m a='1&amp;' x='2'><b><c>1</c></b><d/><b/><e>t</e><e k='v'>u</e><b><c>2</c><n>é</n></b></m>";
        let (tree, schema) = (Tree::parse(text).expect("XML"), schema());
        let json = values(tree.root(), &schema, Some(schema.root()));
        assert_eq!(
            json,
            r#"{"@a":"1&","@x":"2","b":[{"c":"1"},{},{"c":"2","n":"é"}],"d":{},"e":"t","e[2]":{"@k":"v","text()":"u"}}"#
        );
        let values = Json::parse(&json).expect("JSON");
        for pointer in ["/@a", "/@x", "/b/0/c", "/b/2/c", "/b/2/n", "/e", "/e[2]/@k", "/e[2]/text()"] {
            let said = match place(tree.root(), pointer) {
                Some(Place::Element(element)) => element.text(),
                Some(Place::Attribute(element, name)) => element.attribute(name).expect(pointer),
                None => "nothing".into(),
            };
            assert!(values.root().find(pointer).expect(pointer).is_str(&said), "{pointer}: {said}");
        }
        assert!(place(tree.root(), "/b/3").is_none() && place(tree.root(), "/nothing").is_none());
    }
}
