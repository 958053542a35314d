//! What is read, and what is refused and where.

use super::*;
use crate::layer::MAX_DEPTH;
use crate::problem::Code;

fn check_fault(text: &str, code: Code, path: &str, start: usize) {
    let problem = Tree::parse(text).expect_err("a fault");
    let span = problem.span.clone().unwrap_or(0..0);
    assert_eq!((problem.code, problem.path.as_str(), span.start), (code, path, start), "{text}: {problem:?}");
}

#[test]
fn names_the_place_of_a_fault() {
    check_fault("", Code::Empty, "", 0);
    check_fault("<a><b>x & y</b></a>", Code::XmlSyntax, "/a/b", 8);
    check_fault("<a>&nbsp;</a>", Code::XmlSyntax, "/a", 3);
    check_fault("<a><b></a></b>", Code::XmlSyntax, "/a/b", 6);
    check_fault("<a x='1' x='2'/>", Code::XmlSyntax, "", 0);
    check_fault("<a x=1/>", Code::XmlSyntax, "", 0);
    check_fault("<a/><b/>", Code::XmlSyntax, "", 4);
    check_fault("text", Code::XmlSyntax, "", 0);
    check_fault("x<a/>", Code::XmlSyntax, "", 0);
    check_fault("<a/>x", Code::XmlSyntax, "", 4);
    check_fault("<a/>\u{feff}", Code::XmlSyntax, "", 4);
    check_fault("<a/>&amp;", Code::XmlSyntax, "", 4);
    check_fault("<a>\0</a>", Code::XmlSyntax, "", 3);
    check_fault("<1a/>", Code::XmlSyntax, "", 0);
    check_fault("<a b='<'/>", Code::XmlSyntax, "", 0);
    check_fault("<a>]]></a>", Code::XmlSyntax, "/a", 3);
    check_fault("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", Code::XmlDoctype, "", 0);
    check_fault(&"<a>".repeat(10_000), Code::TooDeep, &"/a".repeat(MAX_DEPTH), MAX_DEPTH * 3);
}

#[test]
fn tells_text_from_cdata_and_joins_them() {
    let tree = Tree::parse("<m><t>a &lt;&#20320;<![CDATA[<b>&amp;]]> c</t><t/><t x='&quot;'>2</t></m>").expect("XML");
    let first = tree.root().child("t").expect("an element");
    assert_eq!(first.text(), "a <你<b>&amp; c");
    assert_eq!(first.children().count(), 3);
    let last = tree.root().elements().last().expect("an element");
    assert_eq!(last.path(), "/m/t[3]");
    assert_eq!(last.attribute("x").expect("an attribute"), "\"");
    assert_eq!(&tree.text()[last.span()], "<t x='&quot;'>2</t>");
    assert_eq!(&tree.text()[last.inner_span()], "2");
}

#[test]
fn a_thousand_attributes_are_too_many() {
    let attributes: String = (0..1000).map(|i| format!(" a{i}=''")).collect();
    check_fault(&format!("<m{attributes}/>"), Code::TooMany, "", 0);
}
