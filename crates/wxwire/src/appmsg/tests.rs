//! What is read and built, over all types.

mod build;
mod kept;
mod samples;
mod table;
mod unusable;
mod values;

use proptest::prelude::*;

use super::*;
use crate::problem::Code;

fn read(text: &str) -> (Envelope, Vec<Problem>) {
    Envelope::read(text).unwrap_or_else(|problem| unreachable!("{problem:?}\n{text}"))
}

/// A read text is built, and read again as the same.
fn check_again(text: &str) -> Envelope {
    let (first, _) = read(text);
    let built = first.build().expect("what was read can be built");
    let (again, faults) = read(&built);
    let mended = faults.iter().all(|fault| fault.severity > Severity::Note);
    assert!(mended, "{faults:?}\n{built}");
    assert_eq!(first, again, "{text}\n{built}");
    first
}

fn message(shell: Shell, part: Part) -> AppMsg {
    AppMsg { shell, part, ..AppMsg::default() }
}

fn plain(kind: &'static str, title: &'static str) -> AppMsg {
    message(Shell { kind: Some(kind.into()), title: Some(title.into()), ..Shell::default() }, Part::None)
}

#[test]
fn the_direct_type_decides() {
    let link = |text: &str| matches!(check_again(text).message.part, Part::Link(_));
    assert!(link("<appmsg><weappinfo><type>33</type></weappinfo><title>t</title><type>5</type></appmsg>"));
    assert!(link("<appmsg><refermsg/><patMsg><records/></patMsg><finderFeed/><type>5</type><recorditem/></appmsg>"));
    assert!(link("<msg><type>57</type><appmsg><type><![CDATA[5]]></type></appmsg></msg>"));
    assert!(link("<appmsg><type> 5 </type><type>6</type></appmsg>"));
    assert!(!link("<appmsg><weappinfo><type>5</type></weappinfo></appmsg>"));
    for (text, kind) in [("<type>43</type>", "43"), ("<type>-5</type>", "-5"), ("<type/>", "")] {
        let text = format!("<appmsg><title>t</title>{text}</appmsg>");
        assert_eq!(check_again(&text).message, plain(kind, "t"));
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
fn a_strict_reading_refuses_what_has_to_be_mended() {
    let text = |url: &str| format!("<msg><appmsg><type>5</type><url>{url}</url></appmsg></msg>");
    assert_eq!(AppMsg::read(&text("a&amp;b")), Ok(read(&text("a&b")).0.message));
    let problem = AppMsg::read(&text("a&b")).expect_err("a raw &");
    assert!(problem.is_error() && problem.path == "/msg/appmsg/url");
    assert_eq!(AppMsg::read("<appmsg").expect_err("cut").code, Code::XmlSyntax);
}

#[test]
fn what_is_no_appmsg_is_refused() {
    let code = |text: &str| {
        let problem = Envelope::read(text).expect_err("no appmsg");
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
    let shell = check_again(text).message.shell;
    assert_eq!((shell.title.as_deref(), shell.des.as_deref(), shell.url.as_deref()), (Some(""), Some(""), Some("")));
    assert_eq!((shell.md5, shell.appattach), (None, Some(AppAttach::default())));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_built_is_read_as_the_same(values in values::of_every_type()) {
        for values in values {
            let message: AppMsg = serde_json::from_value(values.clone()).expect("values of the type");
            let xml = message.build().expect("XML");
            prop_assert_eq!(&check_again(&xml).message, &message, "{}", xml);
            let whole = Envelope {
                message,
                msg: Some(Msg { scene: Some("0".into()), ..Msg::default() }),
                declaration: String::new(),
                sender: Some("wxid_a".into()),
            };
            prop_assert_eq!(&check_again(&whole.build().expect("XML")), &whole);
        }
    }

    #[test]
    fn no_text_is_too_odd(text in "(wxid:\n)?(<(/?(msg|appmsg|type|recorditem|recordinfo|url|x)[ a='\"]{0,4}/?>?|!\\[CDATA\\[)|\\]\\]>|[&;a5@]){0,12}") {
        for text in [text.clone(), format!("<appmsg><type>19</type>{text}</appmsg>")] {
            if let Ok((read, _)) = Envelope::read(&text) {
                prop_assert!(read.build().is_ok());
                check_again(&text);
            }
        }
    }
}
