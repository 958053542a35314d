//! What is read and built, over all types.

mod samples;
mod values;

use proptest::prelude::*;

use super::*;
use crate::lang::Lang;
use crate::layer::document::{Document, Guide, Known};
use crate::layer::xml::Tree;
use crate::problem::{Code, Severity};
use crate::schema::{Schema, Shape};

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

#[test]
fn what_is_not_typed_is_kept_in_order() {
    let text = "<appmsg a=\"&quot;1'\" appid='x' b='\"'><odd c='1'>a &lt;<![CDATA[<&]]></odd>@text<title>first</title>\
                <title>second</title> more<!-- why --><url>u<b/></url><url>v</url><type>5</type>\
                <des lang='zh'>d</des><appattach><odd2/></appattach><![CDATA[ ]]></appmsg>";
    let AppMsg::Link(link) = check_again(text).message else { unreachable!("type 5") };
    assert_eq!((link.title.as_deref(), link.shell.url, link.des), (Some("first"), None, None));
    assert_eq!(
        link.other.0,
        [
            "@a=\"&quot;1'\"",
            "@b=\"&quot;\"",
            "<odd c='1'>a &lt;<![CDATA[<&]]></odd>",
            "&#64;text",
            "<title>second</title>",
            " more",
            "<!-- why -->",
            "<url>u<b/></url>",
            "<url>v</url>",
            "<des lang='zh'>d</des>",
            "<![CDATA[ ]]>",
        ]
    );
    assert_eq!(link.shell.appattach.expect("an attachment").other.0, ["<odd2/>"]);
}

#[test]
fn an_ampersand_for_itself_is_borne_and_noted() {
    let text = "wxid_a:\n<msg><appmsg appid='a&b'><type>5</type><url>http://h/?a=1&amp;b=2&c=3&nbsp;&</url>\
                <odd>x&y</odd></appmsg></msg>";
    let read = check_again(text);
    let AppMsg::Link(link) = &read.message else { unreachable!("type 5") };
    assert_eq!(link.shell.url.as_deref(), Some("http://h/?a=1&b=2&c=3\u{a0}&"));
    assert_eq!((link.shell.appid.as_deref(), &link.other.0[..]), (Some("a&b"), &["<odd>x&amp;y</odd>".to_owned()][..]));
    let places: Vec<_> = read.faults.iter().map(|fault| (fault.path.as_str(), fault.span.clone())).collect();
    let at = |part: &str| text.find(part).map(|at| at..at + 1);
    assert_eq!(
        places,
        [
            ("/msg/appmsg", at("<appmsg")),
            ("/msg/appmsg/url", at("&c")),
            ("/msg/appmsg/url", at("&nbsp")),
            ("/msg/appmsg/url", at("&</url")),
            ("/msg/appmsg/odd", at("&y")),
        ]
    );
    assert!(read.faults.iter().all(|fault| fault.severity == Severity::Note && fault.code == Code::XmlSyntax));
}

#[test]
fn a_quote_holds_a_message_escaped_once_more() {
    let inner = "<msg><appmsg><title>a &amp; b</title><type>6</type></appmsg></msg>";
    let refer = ReferMsg { kind: Some("49".into()), content: Some(inner.into()), ..ReferMsg::default() };
    let shell = Shell { kind: Some("57".into()), ..Shell::default() };
    let quote = AppMsg::from(Quote { shell, refermsg: Some(refer), ..Quote::default() });
    let xml = quote.build().expect("XML");
    assert!(xml.contains("<content>&lt;msg&gt;&lt;appmsg&gt;&lt;title&gt;a &amp;amp; b&lt;/title&gt;"), "{xml}");
    assert_eq!(check_again(&xml).message, quote);
    assert!(matches!(read(inner).message, AppMsg::File(_)));
}

#[test]
fn a_record_is_xml_inside_a_section() {
    let record = |raw: &str| format!("<appmsg><type>19</type><des>p</des><recorditem>{raw}</recorditem></appmsg>");
    let info = "<recordinfo><title>t</title><datalist count=\"2\"><dataitem datatype=\"1\" dataid=\"a\">\
                <datadesc>x ]]&gt; y</datadesc></dataitem><dataitem datatype=\"17\"><link>http://h/?a=1&amp;b</link>\
                <recordxml><recordinfo/></recordxml></dataitem></datalist></recordinfo>";
    let section = record(&format!("<![CDATA[{info}]]>"));
    let AppMsg::Record(typed) = check_again(&section).message else { unreachable!("type 19") };
    let recordinfo = typed.recorditem.clone().expect("a record").0.recordinfo.expect("its inside");
    let list = recordinfo.datalist.expect("a list");
    assert_eq!((list.count.as_deref(), list.dataitem.len()), (Some("2"), 2));
    assert_eq!(list.dataitem[0].datadesc.as_deref(), Some("x ]]> y"));
    assert_eq!(list.dataitem[1].other.0, ["<recordxml><recordinfo/></recordxml>"]);
    assert!(AppMsg::Record(typed.clone()).build().expect("XML").contains(&format!("<![CDATA[{info}]]>")));
    let escaped = record(&info.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
    assert_eq!(check_again(&escaped).message, AppMsg::Record(typed.clone()));

    // A raw & inside the section is borne, at its place in the whole.
    for raw in [section.replace("&amp;b", "&b"), escaped.replace("&amp;amp;b", "&amp;b")] {
        let read = check_again(&raw);
        assert_eq!(read.message, AppMsg::Record(typed.clone()));
        let [fault] = &read.faults[..] else { unreachable!("{:?}", read.faults) };
        assert_eq!(fault.path, "/appmsg/recorditem!xml/recordinfo/datalist/dataitem[2]/link");
        assert!(raw[fault.span.clone().expect("a place").start..].starts_with(['&']));
    }
    // What is no record stays as it is.
    for odd in ["<![CDATA[<recordinfo>]]>", "<![CDATA[<other/>]]>", "text", "<recordinfo/>", "<![CDATA[<a/><b/>]]>"] {
        let AppMsg::Record(typed) = check_again(&record(odd)).message else { unreachable!("type 19") };
        assert_eq!((typed.recorditem, typed.other.0), (None, vec![format!("<recorditem>{odd}</recorditem>")]));
    }
    let AppMsg::Record(typed) = check_again(&record("<![CDATA[ ]]>")).message else { unreachable!("type 19") };
    assert_eq!(typed.recorditem, Some(Embedded::default()));
}

#[test]
fn an_element_may_stand_twice() {
    let text = "<appmsg><type><![CDATA[2001]]></type><wcpayinfo><scenetext><![CDATA[a]]></scenetext><url/>\
                <scenetext>b</scenetext><scenetext c=''/></wcpayinfo></appmsg>";
    let AppMsg::RedPacket(packet) = check_again(text).message else { unreachable!("type 2001") };
    let pay = packet.wcpayinfo.expect("its inside");
    assert_eq!(pay.scenetext, [CData("a".into()), CData("b".into())]);
    assert_eq!(pay.other.0, ["<scenetext c=''/>"]);
}

#[test]
fn building_escapes() {
    let text = "<a> & \"'\t\n\r]]>\u{7f}\u{feff}，";
    let mut program = MiniProgram { title: Some(text.into()), ..MiniProgram::default() };
    let weappinfo =
        WeappInfo { username: Some(text.into()), pagepath: Some("a]]>b]]]>c&".into()), ..Default::default() };
    program.shell = Shell { kind: Some("33".into()), appid: Some(text.into()), ..Shell::default() };
    program.weappinfo = Some(weappinfo);
    let message = AppMsg::from(program);
    let xml = message.build().expect("XML");
    assert!(xml.contains("<![CDATA[a]]]]><![CDATA[>b]]]]]><![CDATA[>c&]]>"), "{xml}");
    assert_eq!(check_again(&xml).message, message);
}

/// A message that cannot be written, and the path that says why.
fn check_impossible(message: impl Into<AppMsg>, path: &str, found: &str) {
    let problem = message.into().build().expect_err("cannot be written");
    assert_eq!((problem.code, problem.path.as_str(), problem.found.as_str()), (Code::CannotHold, path, found));
}

#[test]
fn what_xml_cannot_hold_is_a_problem() {
    let bad = || Some("a\u{1}b".into());
    check_impossible(Plain { title: bad(), ..Plain::default() }, "/appmsg/title", "U+0001");
    let shell = |appid, kind: &'static str| Shell { appid, kind: Some(kind.into()), ..Shell::default() };
    check_impossible(Text { shell: shell(bad(), "1"), ..Text::default() }, "/appmsg/@appid", "U+0001");
    let username = Some(CData("\u{ffff}".into()));
    let program = MiniProgram { weappinfo: Some(WeappInfo { username, ..Default::default() }), ..Default::default() };
    check_impossible(program, "/appmsg/weappinfo/username", "U+FFFF");
    let items = vec![DataItem::default(), DataItem { datadesc: bad(), ..DataItem::default() }];
    let datalist = Some(DataList { dataitem: items, ..DataList::default() });
    let recordinfo = Some(RecordInfo { datalist, ..RecordInfo::default() });
    let recorditem = Some(Embedded(RecordItem { recordinfo }));
    let path = "/appmsg/recorditem!xml/recordinfo/datalist/dataitem[2]/datadesc";
    check_impossible(Record { recorditem, ..Record::default() }, path, "U+0001");
    for odd in ["<a>", "</appmsg><appmsg>", "&x;", "a\0", "<a/><b", "@a", "@a='1' b='2'", "@a='1'><b/", "<!DOCTYPE a>"]
    {
        let other = Other(vec!["<fine/>".into(), odd.into()]);
        check_impossible(Plain { other, ..Plain::default() }, "/appmsg/$other/1", odd);
    }
    let read = Read { declaration: "<a>".into(), ..read("<appmsg/>") };
    assert_eq!(read.build().expect_err("no declaration").code, Code::CannotHold);
}

#[test]
fn the_table_is_in_order_and_finds() {
    assert!(TYPES.is_sorted_by(|one, next| one.number < next.number));
    assert!(TYPES.iter().all(|kind| find(kind.number).is_some_and(|found| std::ptr::eq(found, kind))));
    assert!(find(43).is_none());
    for kind in &TYPES {
        let text = format!("<appmsg><type>{}</type></appmsg>", kind.number);
        let name = format!("{:?}", read(&text).message).to_lowercase();
        let own = kind.name.replace('_', "");
        assert!(name.starts_with(&own) || name.starts_with("plain"), "{own}: {name}");
    }
}

#[test]
fn every_element_has_the_title_that_its_type_gives_it() {
    let guide = Guide { elements: Some(schema_of), ..Guide::default() };
    let titles = |text: &str| {
        let mut titles = Vec::new();
        Document::new(text.as_bytes(), guide).expect("bytes").visit(|leaf| {
            if let Some(Known::Rule(rule)) = leaf.known {
                titles.push(format!("{} {}", leaf.path, rule.docs.title(Lang::Zh)));
            }
        });
        titles
    };
    let file =
        "<msg><appmsg appid=''><title/><appattach><totallen/></appattach><odd/><type>6</type></appmsg><scene/></msg>";
    assert_eq!(
        titles(file),
        [
            "!xml/msg/appmsg/@appid 分享来源应用",
            "!xml/msg/appmsg/title 文件名",
            "!xml/msg/appmsg/appattach/totallen 文件大小",
            "!xml/msg/appmsg/type 消息类型",
            "!xml/msg/scene 场景",
        ]
    );
    let inner = "<![CDATA[<recordinfo><datalist><dataitem datatype=''/></datalist></recordinfo>]]>";
    let record = titles(&format!("<appmsg><type>19</type><des/><recorditem>{inner}</recorditem></appmsg>"));
    let attribute = "!xml/appmsg/recorditem!xml/recordinfo/datalist/dataitem/@datatype 类型";
    assert_eq!(record[1..4], ["!xml/appmsg/des 预览", "!xml/appmsg/recorditem 记录内容", attribute]);
    // In a callback, and quoted in another message.
    let quote = titles(include_str!("../../tests/samples/gewe/gewe_cb_appmsg57_quote.json"));
    let content = "/Data/Content/string!xml/msg/appmsg/refermsg/content";
    let file = format!("{content}!xml/msg/appmsg/appattach/overwrite_newmsgid 替换的消息");
    assert!(quote.contains(&format!("{content} 被引用的内容")) && quote.contains(&file), "{quote:#?}");
}

fn schemas() -> impl Iterator<Item = &'static Schema> {
    let inner = ["<recordinfo/>", "<solitaire/>", "<msg><appmsg/></msg>", "<appmsg/>"];
    let inner = inner.into_iter().map(|text| schema_of(Tree::parse(text).expect("XML").root()).expect("a schema"));
    TYPES.iter().map(Kind::schema).chain(inner)
}

#[test]
fn every_field_is_explained_in_both_languages() {
    for schema in schemas() {
        assert!(schema.unknown_keywords.is_empty(), "{:?}", schema.unknown_keywords);
        for object in schema.rules().filter_map(|rule| match &rule.shape {
            Shape::Object(object) => Some(object),
            _ => None,
        }) {
            assert!(object.fields.len() <= 64);
            // What stands around an inner root is that root alone.
            assert!(object.fields.len() == 1 || object.fields.iter().any(|field| field.name == "$other"));
            for field in &object.fields {
                let docs = &schema.rule(field.rule).docs;
                assert!(!docs.title(Lang::Zh).is_empty() && !docs.title(Lang::En).is_empty(), "{}", field.name);
                // Between backticks stands what is not Chinese.
                let words = docs.text(Lang::Zh).split('`').step_by(2).collect::<String>();
                assert!(!words.contains([',', ';', ':', '!', '?', '(', ')']), "{}: {words}", field.name);
            }
        }
    }
}

#[test]
fn a_quote_wants_what_clients_send() {
    let entry = crate::catalog::find("gewe.send_app").expect("in the catalog");
    let check = |xml: &str, expected: &[&str]| {
        let values = format!(r#"{{"appid": "a", "to_wxid": "b", "xml": {}}}"#, crate::layer::json::quote(xml));
        let found = entry.check(values.as_bytes());
        let shown: Vec<_> = found.iter().map(|problem| format!("{} {}", problem.code.name(), problem.path)).collect();
        assert_eq!(shown, expected, "{xml}");
        found
    };
    let whole = "<svrid/><fromusr/><chatusr/><displayname/><content/>";
    check(&format!("<appmsg><type>57</type><refermsg><type>1</type>{whole}</refermsg></appmsg>"), &[]);
    check(&format!("<appmsg><type>5</type><refermsg>{whole}</refermsg></appmsg>"), &[]);
    let found = check(
        "<appmsg><type>57</type><refermsg><type>1</type><svrid/><chatusr/><content/></refermsg></appmsg>",
        &["required /xml!xml/appmsg/refermsg/fromusr", "required /xml!xml/appmsg/refermsg/displayname"],
    );
    assert!(found.iter().all(|problem| problem.severity == Severity::Warning));
    check("<msg><appmsg><type>57</type><refermsg/></appmsg></msg>", &["xml_root /xml!xml/msg"]);
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
