//! What is kept and what is borne: markup without a field, a raw `&`, XML inside text.

use super::*;
use crate::problem::Code;

#[test]
fn what_is_not_typed_is_kept_in_order() {
    let text = "<appmsg a=\"&quot;1'\" appid='x' b='\"'><odd c='1'>a &lt;<![CDATA[<&]]></odd>@text<title>first</title>\
                <title>second</title> more<!-- why --><url>u<b/></url><url>v</url><type>5</type>\
                <des lang='zh'>d</des><appattach><odd2/></appattach><![CDATA[ ]]></appmsg>";
    let AppMsg { shell, other, .. } = check_again(text).message;
    assert_eq!((shell.title.as_deref(), shell.url, shell.des), (Some("first"), None, None));
    assert_eq!(
        other.0,
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
    assert_eq!(shell.appattach.expect("an attachment").other.0, ["<odd2/>"]);
}

#[test]
fn an_ampersand_for_itself_is_borne_and_noted() {
    let text = "wxid_a:\n<msg><appmsg appid='a&b'><type>5</type><url>http://h/?a=1&amp;b=2&c=3&nbsp;&</url>\
                <odd>x&y</odd></appmsg></msg>";
    let AppMsg { shell, other, .. } = check_again(text).message;
    assert_eq!(shell.url.as_deref(), Some("http://h/?a=1&b=2&c=3\u{a0}&"));
    assert_eq!((shell.appid.as_deref(), &other.0[..]), (Some("a&b"), &["<odd>x&amp;y</odd>".to_owned()][..]));
    let (_, faults) = read(text);
    let places: Vec<_> = faults.iter().map(|fault| (fault.path.as_str(), fault.span.clone())).collect();
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
    assert!(faults.iter().all(|fault| fault.severity == Severity::Note && fault.code == Code::XmlSyntax));
}

#[test]
fn a_quote_holds_a_message_escaped_once_more() {
    let inner = "<msg><appmsg><title>a &amp; b</title><type>6</type></appmsg></msg>";
    let refer = ReferMsg { kind: Some("49".into()), content: Some(inner.into()), ..ReferMsg::default() };
    let shell = Shell { kind: Some("57".into()), ..Shell::default() };
    let quote = message(shell, Part::Quote(Quote { refermsg: Some(refer) }));
    let xml = quote.build().expect("XML");
    assert!(xml.contains("<content>&lt;msg&gt;&lt;appmsg&gt;&lt;title&gt;a &amp;amp; b&lt;/title&gt;"), "{xml}");
    assert_eq!(check_again(&xml).message, quote);
    assert!(matches!(read(inner).0.message.part, Part::File(_)));
}

#[test]
fn a_record_is_xml_inside_a_section() {
    let record = |raw: &str| format!("<appmsg><type>19</type><des>p</des><recorditem>{raw}</recorditem></appmsg>");
    let info = "<recordinfo><title>t</title><datalist count=\"2\"><dataitem datatype=\"1\" dataid=\"a\">\
                <datadesc>x ]]&gt; y</datadesc></dataitem><dataitem datatype=\"17\"><link>http://h/?a=1&amp;b</link>\
                <recordxml><recordinfo/></recordxml></dataitem></datalist></recordinfo>";
    let section = record(&format!("<![CDATA[{info}]]>"));
    let message = check_again(&section).message;
    let Part::Record(typed) = &message.part else { unreachable!("type 19") };
    let recordinfo = typed.recorditem.clone().expect("a record").0.recordinfo.expect("its inside");
    let list = recordinfo.datalist.expect("a list");
    assert_eq!((list.count.as_deref(), list.dataitem.len()), (Some("2"), 2));
    assert_eq!(list.dataitem[0].datadesc.as_deref(), Some("x ]]> y"));
    assert_eq!(list.dataitem[1].other.0, ["<recordxml><recordinfo/></recordxml>"]);
    assert!(message.build().expect("XML").contains(&format!("<![CDATA[{info}]]>")));
    let escaped = record(&info.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
    assert_eq!(check_again(&escaped).message, message);

    // A raw & inside the section is borne, at its place in the whole.
    for raw in [section.replace("&amp;b", "&b"), escaped.replace("&amp;amp;b", "&amp;b")] {
        assert_eq!(check_again(&raw).message, message);
        let (_, faults) = read(&raw);
        let [fault] = &faults[..] else { unreachable!("{faults:?}") };
        assert_eq!(fault.path, "/appmsg/recorditem!xml/recordinfo/datalist/dataitem[2]/link");
        assert!(raw[fault.span.clone().expect("a place").start..].starts_with(['&']));
    }
    // What is no record stays as it is.
    for odd in ["<![CDATA[<recordinfo>]]>", "<![CDATA[<other/>]]>", "text", "<recordinfo/>", "<![CDATA[<a/><b/>]]>"] {
        let AppMsg { part: Part::Record(typed), other, .. } = check_again(&record(odd)).message else {
            unreachable!("type 19")
        };
        assert_eq!((typed.recorditem, other.0), (None, vec![format!("<recorditem>{odd}</recorditem>")]));
    }
    let Part::Record(typed) = check_again(&record("<![CDATA[ ]]>")).message.part else { unreachable!("type 19") };
    assert_eq!(typed.recorditem, Some(Embedded::default()));
}

#[test]
fn an_element_may_stand_twice() {
    let text = "<appmsg><type><![CDATA[2001]]></type><wcpayinfo><scenetext><![CDATA[a]]></scenetext><url/>\
                <scenetext>b</scenetext><scenetext c=''/></wcpayinfo></appmsg>";
    let Part::RedPacket(packet) = check_again(text).message.part else { unreachable!("type 2001") };
    let pay = packet.wcpayinfo.expect("its inside");
    assert_eq!(pay.scenetext, [CData("a".into()), CData("b".into())]);
    assert_eq!(pay.other.0, ["<scenetext c=''/>"]);
}
