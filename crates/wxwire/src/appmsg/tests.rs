//! What is read and built, over all types.

mod build;
mod kept;
mod samples;
mod table;
mod values;

use proptest::prelude::*;

use super::*;
use crate::problem::{Code, Severity};

fn read(text: &str) -> Read {
    AppMsg::read(text).unwrap_or_else(|problem| unreachable!("{problem:?}\n{text}"))
}

/// A read text is built, and read again as the same.
fn check_again(text: &str) -> Read {
    let first = read(text);
    let built = first.build().expect("what was read can be built");
    let again = read(&built);
    let mended = again.faults.iter().all(|fault| fault.severity > Severity::Note);
    assert!(mended, "{:?}\n{built}", again.faults);
    let again = Read { faults: first.faults.clone(), ..again };
    assert_eq!(first, again, "{text}\n{built}");
    first
}

fn plain(kind: &'static str, title: &'static str) -> Plain {
    let shell = Shell { kind: Some(kind.into()), ..Shell::default() };
    Plain { title: Some(title.into()), shell, ..Plain::default() }
}

#[test]
fn the_direct_type_decides() {
    let link = |text: &str| matches!(check_again(text).message, AppMsg::Link(_));
    assert!(link("<appmsg><weappinfo><type>33</type></weappinfo><title>t</title><type>5</type></appmsg>"));
    assert!(link("<appmsg><refermsg/><patMsg><records/></patMsg><finderFeed/><type>5</type><recorditem/></appmsg>"));
    assert!(link("<msg><type>57</type><appmsg><type><![CDATA[5]]></type></appmsg></msg>"));
    assert!(link("<appmsg><type> 5 </type><type>6</type></appmsg>"));
    assert!(!link("<appmsg><weappinfo><type>5</type></weappinfo></appmsg>"));
    for (text, kind) in [("<type>43</type>", "43"), ("<type>-5</type>", "-5"), ("<type/>", "")] {
        let text = format!("<appmsg><title>t</title>{text}</appmsg>");
        assert_eq!(check_again(&text).message, AppMsg::Plain(plain(kind, "t")));
    }
}

#[test]
fn what_stands_around_is_kept() {
    let bare = "<appmsg appid=\"\"><type>1</type></appmsg>";
    let read = check_again(bare);
    assert_eq!((read.msg, read.sender, read.declaration.as_str()), (None, None, ""));
    let text = format!("wxid_a-1:\n<?xml version=\"1.0\"?>\n<msg x='1'>{bare}<scene>0</scene><odd/></msg>\n");
    let read = check_again(&text);
    assert_eq!(read.sender.as_deref(), Some("wxid_a-1"));
    assert_eq!(read.declaration, "<?xml version=\"1.0\"?>");
    let msg = read.msg.clone().expect("a <msg>");
    assert_eq!((msg.scene.as_deref(), msg.fromusername), (Some("0"), None));
    assert_eq!(msg.other.0, ["@x=\"1\"", "<odd/>"]);
    let built = "wxid_a-1:\n<?xml version=\"1.0\"?><msg x=\"1\"><appmsg appid=\"\"><type>1</type></appmsg>\
                 <scene>0</scene><odd/></msg>";
    assert_eq!(read.build().expect("XML"), built);
    assert_eq!(read.message.build().expect("XML"), bare);
    check_again(&format!("\u{feff} {bare}"));
}

#[test]
fn what_is_no_appmsg_is_refused() {
    let code = |text: &str| {
        let problem = AppMsg::read(text).expect_err("no appmsg");
        (problem.code, problem.path, problem.span)
    };
    assert_eq!(code(""), (Code::Empty, String::new(), None));
    assert_eq!(code("<msg><img/></msg>"), (Code::XmlRoot, "/msg".into(), None));
    assert_eq!(code("<a><appmsg/></a>").0, Code::XmlRoot);
    assert_eq!(code("wxid_a:\n<appmsg><b></appmsg>"), (Code::XmlSyntax, "/appmsg/b".into(), Some(19..28)));
    assert_eq!(code("<!DOCTYPE a><appmsg/>").0, Code::XmlDoctype);
    assert_eq!(code(&"<appmsg>".repeat(1000)).0, Code::TooDeep);
}

#[test]
fn absent_and_empty_are_two_things() {
    let text = "<appmsg><title></title><des/><type>5</type><appattach/><url><![CDATA[]]></url></appmsg>";
    let AppMsg::Link(link) = check_again(text).message else { unreachable!("type 5") };
    assert_eq!((link.title.as_deref(), link.des.as_deref(), link.shell.url.as_deref()), (Some(""), Some(""), Some("")));
    assert_eq!((link.shell.md5, link.shell.appattach), (None, Some(AppAttach::default())));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_built_is_read_as_the_same(values in values::of_every_type()) {
        for values in values {
            let message: AppMsg = serde_json::from_value(values.clone()).expect("values of the type");
            let xml = message.build().expect("XML");
            prop_assert_eq!(&check_again(&xml).message, &message, "{}", xml);
            let whole = Read {
                message,
                msg: Some(Msg { scene: Some("0".into()), ..Msg::default() }),
                declaration: String::new(),
                sender: Some("wxid_a".into()),
                faults: vec![],
            };
            prop_assert_eq!(&check_again(&whole.build().expect("XML")), &whole);
        }
    }

    #[test]
    fn no_text_is_too_odd(text in "(wxid:\n)?(<(/?(msg|appmsg|type|recorditem|recordinfo|url|x)[ a='\"]{0,4}/?>?|!\\[CDATA\\[)|\\]\\]>|[&;a5@]){0,12}") {
        for text in [text.clone(), format!("<appmsg><type>19</type>{text}</appmsg>")] {
            if let Ok(read) = AppMsg::read(&text) {
                prop_assert!(read.build().is_ok());
                check_again(&text);
            }
        }
    }
}
