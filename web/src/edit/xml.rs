//! Edits inside XML that stands in a text: one place of it changes, and every other byte stays.

use wxwire::forms::{self, Forms};
use wxwire::layer::json::{self, Tree};
use wxwire::layer::xml::{self, Element, Place};
use wxwire::schema::{Schema, Shape};

use super::Edit;
use crate::place;
use crate::typed::{Change, Typed};

/// What parts the path of the text from the path inside it, which begins with the root's name.
const INTO: &str = "!xml/";

/// The two paths of one that leads into XML: to the text, and inside.
pub(crate) fn split(path: &str) -> Option<(&str, &str)> {
    path.split_once(INTO)
}

/// The path of the root of the XML that the text at a path holds.
pub(crate) fn root_path(path: &str, root: Element<'_>) -> String {
    format!("{path}{INTO}{}", root.name())
}

/// The path of the first element inside the XML that the text at a path holds.
pub(crate) fn first(text: &str, path: &str) -> Option<String> {
    let tree = Tree::parse(text).ok()?;
    let source = tree.root().find(path)?.as_str()?;
    let xml = xml::Tree::parse(&source).ok()?;
    let first = xml.root().elements().next()?;
    Some(place::child(&root_path(path, xml.root()), first.name()))
}

/// The text after an edit inside XML; nothing where the edit makes no sense.
pub(crate) fn apply(forms: &Forms, text: &str, path: &str, edit: &Edit) -> Option<String> {
    let (outer, inner) = split(path)?;
    let tree = Tree::parse(text).ok()?;
    let holder = tree.root().find(outer)?;
    let source = holder.as_str()?;
    let xml = xml::Tree::parse(&source).ok()?;
    let root = xml.root();
    let schema = forms.schema_of(root)?;
    let pointer = inner.strip_prefix(root.name())?;
    let after = match edit {
        Edit::Text(typed) | Edit::Number(typed) => type_into(root, pointer, typed),
        Edit::Json(source) => set(root, pointer, &Tree::parse(source).ok()?.root().as_str()?),
        Edit::Begin => begin(root, schema, pointer),
        Edit::Remove => match xml::place(root, pointer)? {
            Place::Element(element) => xml::remove(element),
            Place::Attribute(element, name) => xml::remove_attribute(element, name),
        },
        Edit::Append => begin(root, schema, pointer),
        Edit::Up => swap(root, pointer, 0),
        Edit::Down => swap(root, pointer, 1),
        Edit::Variant(_) | Edit::Alternative(_) => None,
    }?;
    let change = Change::between(&source, &after);
    json::edit_str(holder, change.range, &change.new)
}

/// The text at a path that leads into XML.
pub(crate) fn value(text: &str, path: &str) -> Option<String> {
    at(text, path, &|_, place| match place {
        Place::Element(element) => Some(element.text().into_owned()),
        Place::Attribute(element, name) => element.attribute(name).map(Into::into),
    })
}

/// The XML of the element at a path that leads into XML.
pub(crate) fn source(text: &str, path: &str) -> Option<String> {
    at(text, path, &|xml, place| match place {
        Place::Element(element) => Some(xml[element.span()].to_owned()),
        Place::Attribute(..) => None,
    })
}

fn at(text: &str, path: &str, read: &dyn Fn(&str, Place<'_, '_>) -> Option<String>) -> Option<String> {
    let (outer, inner) = split(path)?;
    let tree = Tree::parse(text).ok()?;
    let source = tree.root().find(outer)?.as_str()?;
    let xml = xml::Tree::parse(&source).ok()?;
    read(&source, xml::place(xml.root(), inner.strip_prefix(xml.root().name())?)?)
}

fn type_into(root: Element<'_>, pointer: &str, typed: &Typed) -> Option<String> {
    match xml::place(root, pointer)? {
        Place::Element(element) => {
            let change = Change::typed(&element.text(), typed);
            xml::edit_text(element, change.range, &change.new)
        }
        Place::Attribute(element, name) => match element.attribute(name) {
            Some(kept) => {
                let change = Change::typed(&kept, typed);
                xml::edit_attribute(element, name, change.range, &change.new)
            }
            None => xml::set_attribute(element, name, &typed.text),
        },
    }
}

fn set(root: Element<'_>, pointer: &str, text: &str) -> Option<String> {
    match xml::place(root, pointer)? {
        Place::Element(element) => xml::set_text(element, text),
        Place::Attribute(element, name) => xml::set_attribute(element, name, text),
    }
}

/// Adds an element or an attribute: behind its twins, or else behind what the schema has before it.
fn begin(root: Element<'_>, schema: &Schema, pointer: &str) -> Option<String> {
    let (parent_pointer, name) = place::split(pointer)?;
    let Place::Element(parent) = xml::place(root, parent_pointer)? else { return None };
    if let Some(attribute) = name.strip_prefix('@') {
        return xml::set_attribute(parent, attribute, "");
    }
    let values = xml::values(root, schema, Some(schema.root()));
    let values = Tree::parse(&values).ok()?;
    let rule = place::rule(schema, values.root(), parent_pointer)?;
    let Shape::Object(object) = &rule.shape else { return None };
    let place = object.fields.iter().position(|field| field.name == name)?;
    let rule = schema.rule(object.fields[place].rule);
    let before = object.fields[..=place].iter().filter_map(|field| last(parent, &field.name)).next_back();
    Some(xml::insert(parent, before, &forms::skeleton(schema, rule, &name, "")))
}

fn last<'t>(parent: Element<'t>, name: &str) -> Option<Element<'t>> {
    parent.elements().filter(|child| child.name() == name).last()
}

/// Changes an item's place with that of a neighbour: `0` the one before, `1` the one behind.
fn swap(root: Element<'_>, pointer: &str, side: usize) -> Option<String> {
    let (list, step) = place::split(pointer)?;
    let first = (step.parse::<usize>().ok()? + side).checked_sub(1)?;
    let item = |at: usize| match xml::place(root, &format!("{list}/{at}"))? {
        Place::Element(element) => Some(element),
        Place::Attribute(..) => None,
    };
    Some(xml::swap(item(first)?, item(first + 1)?))
}

#[cfg(test)]
mod tests {
    use wxwire::layer::json::quote;

    use super::*;

    fn check(xml: &str, path: &str, edit: Edit, expected: Option<&str>) {
        let forms = Forms::read(&wxwire::forms::to_json()).expect("the forms");
        let text = |xml: &str| format!("{{ \"xml\" : {}, \"n\": 1.50}}", quote(xml));
        let after = apply(&forms, &text(xml), &format!("/xml!xml/appmsg{path}"), &edit);
        assert_eq!(after, expected.map(text));
    }

    #[test]
    fn one_place_changes() {
        let xml = "<appmsg appid=\"\">\n  <title><![CDATA[a]]></title>\n  <type>33</type>\n</appmsg>";
        let with = |from: &str, to: &str| xml.replace(from, to);
        check(xml, "/title", Edit::Text("<&]]>".into()), Some(&with("[a]]>", "[<&]]]]><![CDATA[>]]>")));
        check(xml, "/@appid", Edit::Text("wx\"".into()), Some(&with("\"\"", "\"wx&quot;\"")));
        check(xml, "/@sdkver", Edit::Begin, Some(&with("\"\">", "\"\" sdkver=\"\">")));
        check(xml, "/type", Edit::Json("\"5\"".into()), Some(&with("33", "5")));
        check(xml, "/des", Edit::Begin, Some(&with("</title>", "</title>\n  <des></des>")));
        check(xml, "/weappinfo", Edit::Begin, Some(&with("</type>", "</type>\n  <weappinfo></weappinfo>")));
        check(xml, "/title", Edit::Remove, Some(&with("\n  <title><![CDATA[a]]></title>", "")));
        check(xml, "/nothing", Edit::Text("a".into()), None);
        check(xml, "", Edit::Remove, None);
        check("<appmsg", "/title", Edit::Text("a".into()), None);
    }

    #[test]
    fn an_element_that_was_added_can_be_filled() {
        let xml = "<appmsg><type>33</type><weappinfo/></appmsg>";
        let after = "<appmsg><type>33</type><weappinfo><username></username></weappinfo></appmsg>";
        check(xml, "/weappinfo/username", Edit::Begin, Some(after));
        let quote = "<appmsg><type>57</type></appmsg>";
        let required = ["type", "svrid", "fromusr", "chatusr", "displayname", "content"];
        let inside = required.map(|name| format!("<{name}></{name}>")).concat();
        let after = format!("<appmsg><type>57</type><refermsg>{inside}</refermsg></appmsg>");
        check(quote, "/refermsg", Edit::Begin, Some(&after));
    }

    /// A message as it was received is edited like the `<appmsg>` in it.
    #[test]
    fn one_place_changes_inside_a_msg() {
        let forms = Forms::read(&wxwire::forms::to_json()).expect("the forms");
        let text = |xml: &str| format!("{{\"xml\": {}}}", quote(xml));
        let check = |xml: &str, path: &str, edit: Edit, expected: &str| {
            let after = apply(&forms, &text(xml), &format!("/xml!xml/msg{path}"), &edit);
            assert_eq!(after, Some(text(expected)), "{path}");
        };
        let xml = "<msg><appmsg><title>a</title><type>33</type></appmsg><scene>0</scene></msg>";
        check(xml, "/appmsg/title", Edit::Text("b".into()), &xml.replace("<title>a", "<title>b"));
        let begun = xml.replace("</type>", "</type><weappinfo></weappinfo>");
        check(xml, "/appmsg/weappinfo", Edit::Begin, &begun);
        check(xml, "/scene", Edit::Remove, &xml.replace("<scene>0</scene>", ""));
        let image = "<msg><img aeskey=\"k\"/></msg>";
        check(image, "/img/@md5", Edit::Begin, &image.replace("/>", " md5=\"\"/>"));
        check(image, "/img/@aeskey", Edit::Text("q".into()), &image.replace("\"k\"", "\"q\""));
    }
}
