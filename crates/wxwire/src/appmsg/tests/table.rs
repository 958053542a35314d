//! The table of types, its schemas, and what checks and titles make of them.

use super::*;
use crate::lang::Lang;
use crate::layer::document::{Document, Guide, Known};
use crate::layer::xml::Tree;
use crate::schema::{Schema, Shape};

#[test]
fn the_table_is_in_order_and_finds() {
    assert!(TYPES.is_sorted_by(|one, next| one.number < next.number));
    assert!(TYPES.iter().all(|kind| find(kind.number).is_some_and(|found| std::ptr::eq(found, kind))));
    assert!(find(43).is_none());
    for kind in TYPES.iter() {
        let text = format!("<appmsg><type>{}</type></appmsg>", kind.number);
        let name = format!("{:?}", read(&text).0.message.part).to_lowercase();
        let own = kind.name.replace('_', "");
        assert!(name.starts_with(&own) || name == "none", "{own}: {name}");
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
    let quote = titles(include_str!("../../../tests/samples/gewe/gewe_cb_appmsg57_quote.json"));
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

/// What is found in the XML of a message.
pub(super) fn check(xml: &str, expected: &[&str]) -> Vec<crate::problem::Problem> {
    let entry = crate::catalog::find("gewe.send_app").expect("in the catalog");
    let values = format!(r#"{{"appid": "a", "to_wxid": "b", "xml": {}}}"#, crate::layer::json::quote(xml));
    let found = entry.check(values.as_bytes());
    let shown: Vec<_> = found.iter().map(|problem| format!("{} {}", problem.code.name(), problem.path)).collect();
    assert_eq!(shown, expected, "{xml}");
    found
}

#[test]
fn a_type_is_a_number_that_is_there() {
    for wrong in ["<type>abc</type>", "<type/>", "<type>5.0</type>"] {
        let found = check(&format!("<appmsg>{wrong}</appmsg>"), &["wrong_type /xml!xml/appmsg/type"]);
        assert_eq!(found[0].severity, Severity::Warning);
    }
    let absent = check("<appmsg><refermsg><type>1</type></refermsg></appmsg>", &["required /xml!xml/appmsg/type"]);
    assert_eq!(absent[0].severity, Severity::Warning);
    let unknown = check("<appmsg><type>4242</type></appmsg>", &["undocumented /xml!xml/appmsg/type"]);
    assert_eq!(unknown[0].severity, Severity::Note);
    check("<appmsg><type><![CDATA[ 5 ]]></type></appmsg>", &[]);
}

/// What a type is about must be there, and say something.
#[test]
fn a_type_needs_its_element() {
    let needs = [
        (6, "appattach"),
        (19, "recorditem"),
        (24, "recorditem"),
        (63, "finderLive"),
        (2000, "wcpayinfo"),
        (2001, "wcpayinfo"),
    ];
    for (kind, element) in needs {
        let path = format!("required /xml!xml/appmsg/{element}");
        let found = check(&format!("<appmsg><title>t</title><type>{kind}</type></appmsg>"), &[&path]);
        assert_eq!(found[0].severity, Severity::Warning);
    }
    check("<appmsg><title>t</title><type>40</type></appmsg>", &[]);
}

#[test]
fn what_only_another_type_uses_is_noted_when_it_says_something() {
    let weapp = "<weappinfo><username>gh_1@app</username></weappinfo>";
    let found = check(&format!("<appmsg><type>5</type>{weapp}</appmsg>"), &["ignored /xml!xml/appmsg/weappinfo"]);
    assert_eq!(
        (found[0].severity, found[0].message(Lang::En)),
        (Severity::Note, "has no effect here: <type> 5".into())
    );
    check(&format!("<appmsg><type>33</type>{weapp}</appmsg>"), &[]);
    check("<appmsg><type>5</type><nobodys>1</nobodys></appmsg>", &[]);
    let shell =
        "<weappinfo><username/><appservicetype>0</appservicetype></weappinfo><patMsg><chatUser></chatUser></patMsg>";
    check(&format!("<appmsg><type>5</type>{shell}</appmsg>"), &[]);
}

#[test]
fn the_shells_of_real_messages_are_no_news() {
    let samples = [
        include_str!("../../../tests/samples/appmsg/appmsg_3_music.xml"),
        include_str!("../../../tests/samples/appmsg/appmsg_4_android_shell.xml"),
        include_str!("../../../tests/samples/appmsg/appmsg_63_channels_live.xml"),
    ];
    for text in samples {
        let (start, end) = text.find("<appmsg").zip(text.find("</appmsg>")).expect("an <appmsg>");
        check(&text[start..end + "</appmsg>".len()], &[]);
    }
}

#[test]
fn a_quote_wants_what_clients_send() {
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
