//! XML as it is met: with faults that readers bear, and with faults that keep it shut.

use wxwire::catalog;
use wxwire::explain::{Explanation, explain};
use wxwire::lang::Lang;
use wxwire::layer::base64;
use wxwire::layer::document::{Document, Guide};
use wxwire::layer::json::quote;
use wxwire::problem::{Code, Severity};

fn explained(text: &str) -> Explanation {
    explain(text.as_bytes(), None).expect("text")
}

fn value(explanation: &Explanation, path: &str) -> Option<String> {
    explanation.lines.iter().find(|line| line.path == path).map(|line| line.value.clone())
}

/// Each fault, with the path and the beginning of what stands at its place in the outermost text.
fn faults(text: &str) -> Vec<(String, String)> {
    let fault = |fault: &wxwire::problem::Problem| {
        let start = fault.span.as_ref().expect("a place").start;
        (fault.path.clone(), text[start..].chars().take(4).collect())
    };
    explained(text).faults.iter().map(fault).collect()
}

#[test]
fn a_fault_stands_at_its_place_in_the_outermost_text() {
    let xml = "<msg><appmsg><title>Tom & Jerry</title><des>1 < 2</des><url x='&'>h</url></appmsg></msg>";
    let title = |path: &str| format!("{path}!xml/msg/appmsg/title");
    let all = |within: &str, places: [&str; 3]| {
        let names = ["title", "des", "url"].map(|name| format!("{within}!xml/msg/appmsg/{name}"));
        names.into_iter().zip(places.map(String::from)).collect::<Vec<_>>()
    };
    assert_eq!(faults(xml), all("", ["& Je", "< 2<", "<url"]));
    let text = format!("{{\"a\": 1, \"b\": {}}}", quote(xml));
    assert_eq!(faults(&text), all("/b", ["& Je", "< 2<", "<url"]));
    let text = format!("{{\"b\": {}}}", quote(&format!("wxid_abcdef:\n{xml}")));
    assert_eq!(faults(&text), all("/b", ["& Je", "< 2<", "<url"]));
    assert_eq!(value(&explained(&text), &title("/b")).as_deref(), Some("Tom & Jerry"));
    // In base64, the characters that hold it.
    let text = format!("{{\"b\": \"{}\"}}", base64::encode(xml.as_bytes()));
    let at = explained(&text).faults[0].span.clone().expect("a place").start;
    let held = base64::decode(&text[at - (at - 7) % 4..][..4]).expect("base64");
    assert!(held.contains(&b'&'), "{held:?}");
}

#[test]
fn what_does_not_open_says_why_and_stays_shown() {
    let xml = "<msg><a>1</a><b>2</c></msg>";
    let text = format!("{{\"x\": {}}}", quote(xml));
    let explanation = explained(&text);
    assert_eq!(value(&explanation, "/x").as_deref(), Some(xml));
    assert_eq!(explanation.faults.len(), 1, "{:?}", explanation.faults);
    let fault = &explanation.faults[0];
    assert_eq!((fault.path.as_str(), fault.severity, fault.code), ("/x", Severity::Warning, Code::XmlSyntax));
    assert_eq!(fault.span.clone().map(|span| &text[span]), Some("</c>"));
    for text in
        ["{\"x\": \"1 < 2\"}", "{\"x\": \"<3 you\"}", "{\"x\": \"<html><p></html>\"}", "{\"x\": \"a <b>c</b>\"}"]
    {
        assert!(explained(text).faults.is_empty(), "{text}");
    }
}

#[test]
fn what_only_the_letter_forbids_is_read_and_remarked_on() {
    for (xml, place) in [
        ("<a><!-- x -- y --><b>1</b></a>", "<!--"),
        ("<a><!-- x ---><b>1</b></a>", "<!--"),
        ("<a><?xml version='1.0'?><b>1</b></a>", "<?xm"),
        ("\n<?xml version='1.0'?><a><b>1</b></a>", "<?xm"),
    ] {
        let text = format!("[{}]", quote(xml));
        assert_eq!(value(&explained(&text), "/0!xml/a/b").as_deref(), Some("1"), "{xml}");
        let severities: Vec<_> = explained(&text).faults.iter().map(|fault| fault.severity).collect();
        let is_first = xml.starts_with('\n');
        assert_eq!(severities.len(), usize::from(!is_first), "{xml}");
        if !is_first {
            assert_eq!((severities[0], faults(&text)[0].1.as_str()), (Severity::Note, place));
        }
    }
}

#[test]
fn characters_that_are_legal_are_read() {
    let text = format!("[{}]", quote("\u{feff}<a><b>x\u{feff}\u{7f}y</b></a>"));
    assert_eq!(value(&explained(&text), "/0!xml/a/b").as_deref(), Some("x\u{feff}\u{7f}y"));
    assert!(explained(&text).faults.is_empty());
    let text = format!("[{}]", quote("<a><b>x\u{1}y</b></a>"));
    assert_eq!(explained(&text).faults.len(), 1);
}

#[test]
fn an_id_stands_before_xml_in_any_way_that_it_is_printed() {
    let xml = "<?xml version=\"1.0\"?><msg><a>1</a></msg>";
    for between in [":\n", ":\r\n", ": ", ":", ":\n\n"] {
        let text = format!("[{}]", quote(&format!("wxid_abcdef{between}{xml}")));
        let explanation = explained(&text);
        assert_eq!(value(&explanation, "/0!xml/sender()").as_deref(), Some("wxid_abcdef"), "{between:?}");
        assert_eq!(value(&explanation, "/0!xml/msg/a").as_deref(), Some("1"), "{between:?}");
    }
    let text = format!("[{}]", quote("note: <msg><a>1</a></msg>"));
    assert_eq!(value(&explained(&text), "/0").as_deref(), Some("note: <msg><a>1</a></msg>"));
}

#[test]
fn several_roots_in_one_text_all_open() {
    let text = "<xml><C><![CDATA[<a><b>1</b></a>\n<a><b>2</b></a><c d='3'/>]]></C></xml>";
    let explanation = explained(text);
    for (path, held) in [("a/b", "1"), ("a[2]/b", "2"), ("c/@d", "3")] {
        assert_eq!(value(&explanation, &format!("!xml/xml/C!xml/{path}")).as_deref(), Some(held));
    }
    let document = Document::new(text.as_bytes(), Guide::default()).expect("bytes");
    let after = document.replace("!xml/xml/C!xml/a[2]/b", "x").expect("a change");
    assert_eq!(after, text.replace(">2<", ">x<").into_bytes());
}

#[test]
fn a_carriage_return_is_written_so_that_it_is_read_again() {
    let text = "<a><b><![CDATA[x]]></b></a>";
    let document = Document::new(text.as_bytes(), Guide::default()).expect("bytes");
    let after = String::from_utf8(document.replace("!xml/a/b", "1\r\n2").expect("a change")).expect("text");
    assert_eq!(after, "<a><b><![CDATA[1]]>&#13;<![CDATA[\n2]]></b></a>");
    let again = Document::new(after.as_bytes(), Guide::default()).expect("bytes");
    assert_eq!(again.value("!xml/a/b").as_deref(), Some("1\r\n2"));
}

#[test]
fn every_sign_that_stands_for_itself_is_a_problem_of_its_own() {
    let entry = catalog::find("gewe.send_app").expect("an operation");
    let xml = "<appmsg appid=\"\" sdkver=\"0\"><title>Tom & Jerry</title><des>1 < 2</des><type>5</type>\
               <url>https://h/?a=1&b=2</url><lowurl>https://h/?a=1&b=2</lowurl></appmsg>";
    let values = format!("{{\"appid\": \"wx_A\", \"to_wxid\": \"filehelper\", \"xml\": {}}}", quote(xml));
    let problems = entry.check(values.as_bytes());
    let paths: Vec<_> =
        problems.iter().filter(|problem| problem.code == Code::XmlSyntax).map(|one| &*one.path).collect();
    assert_eq!(paths, ["title", "des", "url", "lowurl"].map(|name| format!("/xml!xml/appmsg/{name}")));
}

#[test]
fn numbers_in_messages_say_what_they_stand_for() {
    let record = "<recordinfo><datalist count='1'><dataitem datatype='17'/></datalist></recordinfo>";
    let relay = "<solitaire><content><s>1</s><i><u>wxid_abcdef</u><t>1704162828</t></i></content></solitaire>";
    let text = format!(
        "<msg><appmsg><type>57</type><refermsg><type>34</type></refermsg><wcpayinfo><paysubtype>4</paysubtype></wcpayinfo>\
         <recorditem><![CDATA[{record}]]></recorditem><extinfo><solitaire_info><![CDATA[{relay}]]></solitaire_info></extinfo></appmsg></msg>"
    );
    let explanation = explained(&text);
    let meaning = |path: &str| {
        let line = explanation.lines.iter().find(|line| line.path == path);
        line.expect(path).meaning.as_ref().map(|meaning| meaning.words(Lang::En))
    };
    let at = |path: &str| meaning(&format!("!xml/msg/appmsg/{path}")).unwrap_or_default();
    assert_eq!(at("refermsg/type"), "a voice message");
    assert_eq!(at("wcpayinfo/paysubtype"), "returned");
    assert_eq!(at("recorditem!xml/recordinfo/datalist/dataitem/@datatype"), "a record");
    assert!(at("extinfo/solitaire_info!xml/solitaire/content/i/t").starts_with("2024-01-02"));
}
