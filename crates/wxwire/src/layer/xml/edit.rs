//! Edits that replace one place in the text and leave every other byte as it is.

use std::ops::Range;

use super::{Child, Element};
use crate::layer::change::Edit;
use crate::layer::escape::{ATTRIBUTE, TEXT};
use crate::layer::form::{Part, escaped, parts_outward};

/// The text with another text in an element that holds nothing else: CDATA stays CDATA, references stay references.
/// Nothing where it cannot stand in XML, as most control characters cannot.
pub fn set_text(element: Element<'_>, text: &str) -> Option<String> {
    if let Some(end) = element.is_empty_tag() {
        let inside = TEXT.encode(text, "")?;
        return Some(splice(element, end, &format!(">{inside}</{}>", element.name())));
    }
    let before = element.text();
    edited(element, &before, &Edit::between(before.as_bytes(), text.as_bytes()))
}

/// The text with some bytes of an element's text replaced; the bytes are those of the text as it reads.
pub fn edit_text(element: Element<'_>, range: Range<usize>, new: &str) -> Option<String> {
    if element.is_empty_tag().is_some() {
        return set_text(element, new);
    }
    edited(element, &element.text(), &Edit { range, new: new.into() })
}

fn edited(element: Element<'_>, before: &str, edit: &Edit) -> Option<String> {
    let edit = parts_outward(&Part::all(element), before.as_bytes(), edit)?;
    String::from_utf8(edit.apply(element.tree.text.as_bytes())).ok()
}

/// The text with some bytes of an attribute's value replaced; the bytes are those of the value as it reads.
pub fn edit_attribute(element: Element<'_>, name: &str, range: Range<usize>, new: &str) -> Option<String> {
    let (_, raw, start) = element.raw_attributes().find(|(own, ..)| *own == name)?;
    let edit = escaped(&ATTRIBUTE, raw, &ATTRIBUTE.decode(raw), &Edit { range, new: new.into() })?;
    let new = std::str::from_utf8(&edit.new).ok()?;
    Some(splice(element, start + edit.range.start..start + edit.range.end, new))
}

/// The text with another value of an attribute, which is added if it is not there. Nothing where it cannot stand in XML.
pub fn set_attribute(element: Element<'_>, name: &str, value: &str) -> Option<String> {
    let raw = ATTRIBUTE.encode(value, "")?;
    Some(match element.raw_attributes().find(|(own, ..)| *own == name) {
        Some((_, old, start)) => splice(element, start..start + old.len(), &raw),
        None => {
            let end = element.tag_end();
            splice(element, end..end, &format!(" {name}=\"{raw}\""))
        }
    })
}

/// The text without an attribute.
pub fn remove_attribute(element: Element<'_>, name: &str) -> Option<String> {
    let (_, value, start) = element.raw_attributes().find(|(own, ..)| *own == name)?;
    let before = element.tree.text[..start - 1].trim_ascii_end().strip_suffix('=')?;
    let before = before.trim_ascii_end().strip_suffix(name)?.trim_ascii_end();
    Some(splice(element, before.len()..start + value.len() + 1, ""))
}

/// The text without an element, and without the white space before it. Nothing for the root.
pub fn remove(element: Element<'_>) -> Option<String> {
    if element.index == element.tree.root {
        return None;
    }
    let span = element.span();
    let before = element.tree.text[..span.start].trim_ascii_end();
    // Behind text, the white space is the text's.
    let start = if before.ends_with('>') { before.len() } else { span.start };
    Some(splice(element, start..span.end, ""))
}

/// The text with something added to an element: behind one of its elements, or before all of them. It is laid out as
/// they are.
pub fn insert(parent: Element<'_>, after: Option<Element<'_>>, new: &str) -> String {
    if let Some(end) = parent.is_empty_tag() {
        return splice(parent, end, &format!(">{new}</{}>", parent.name()));
    }
    let gap = match parent.children().next() {
        Some(Child::Text(raw)) if raw.trim_ascii().is_empty() => raw,
        _ => "",
    };
    let at = after.map_or(parent.inner_span().start, |after| after.span().end);
    splice(parent, at..at, &format!("{gap}{new}"))
}

/// The text with two elements in each other's place; the first is the one that comes first.
pub fn swap(first: Element<'_>, second: Element<'_>) -> String {
    let (text, one, two) = (first.tree.text, first.span(), second.span());
    [&text[..one.start], &text[two.clone()], &text[one.end..two.start], &text[one], &text[two.end..]].concat()
}

fn splice(element: Element<'_>, range: Range<usize>, new: &str) -> String {
    let text = element.tree.text;
    [&text[..range.start], new, &text[range.end..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::xml::Tree;

    const TEXT: &str = "<m a = '1'  b=\"x\">\n  <t>a&amp;b</t>\n  <c><![CDATA[d]]></c>\n  <e  />\n</m>";

    fn check(edit: impl Fn(Element<'_>) -> Option<String>, from: &str, to: &str) {
        let tree = Tree::parse(TEXT).expect("XML");
        let after = edit(tree.root()).expect("an edit");
        assert_eq!(after, TEXT.replace(from, to));
        Tree::parse(&after).expect("still XML");
    }

    #[test]
    fn one_place_changes_and_no_other_byte() {
        let child = |root: Element<'_>, name: &str, text: &str| set_text(root.child(name).expect(name), text);
        check(|root| child(root, "t", "a&<c"), "a&amp;b", "a&amp;&lt;c");
        check(|root| child(root, "c", "]]>"), "[d]]>", "[]]]]><![CDATA[>]]>");
        check(|root| child(root, "e", "1"), "<e  />", "<e>1</e>");
        check(|root| set_attribute(root, "a", "'2\""), "'1'", "'&#39;2&quot;'");
        check(|root| set_attribute(root, "n", "1"), "\"x\">", "\"x\" n=\"1\">");
        check(|root| remove_attribute(root, "a"), " a = '1'", "");
        check(|root| remove_attribute(root, "b"), "  b=\"x\"", "");
        check(|root| remove(root.child("c")?), "\n  <c><![CDATA[d]]></c>", "");
        check(|root| Some(insert(root, root.child("t"), "<n/>")), "</t>", "</t>\n  <n/>");
        check(|root| Some(insert(root, None, "<n/>")), "\"x\">", "\"x\">\n  <n/>");
        check(|root| Some(insert(root.child("e")?, None, "<n/>")), "<e  />", "<e><n/></e>");
        let (t, c) = ("<t>a&amp;b</t>", "<c><![CDATA[d]]></c>");
        let (from, to) = (format!("{t}\n  {c}"), format!("{c}\n  {t}"));
        check(|root| Some(swap(root.child("t")?, root.child("c")?)), &from, &to);
    }

    #[test]
    fn what_xml_cannot_hold_is_not_written() {
        let tree = Tree::parse(TEXT).expect("XML");
        assert_eq!(set_text(tree.root().child("t").expect("t"), "\u{1}"), None);
        assert_eq!(set_attribute(tree.root(), "a", "\u{1}"), None);
        assert_eq!(remove(tree.root()), None);
    }
}
