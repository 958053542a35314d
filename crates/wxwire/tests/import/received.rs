//! What was received becomes the field of the call that takes it.

use wxwire::catalog;
use wxwire::import::{Imported, import};
use wxwire::layer::json::Tree;

fn take(text: &str, operation: &str) -> Imported {
    import(text.as_bytes(), Some(catalog::find(operation).expect(operation))).expect("it is read")
}

/// The XML that was taken.
fn xml(imported: &Imported) -> Option<String> {
    let values = imported.values.as_deref()?;
    Some(Tree::parse(values).expect("JSON").root().get("xml")?.as_str()?.into_owned())
}

fn codes(imported: &Imported) -> Vec<&str> {
    imported.problems.iter().filter(|one| one.is_error()).map(|one| one.code.name()).collect()
}

/// Every example of a call that takes a received message, as the callback that brought it.
#[test]
fn every_message_comes_back_out_of_its_callback() {
    let mut count = 0;
    for entry in catalog::entries() {
        for example in entry.examples() {
            let tree = Tree::parse(&example.values).expect("JSON");
            let Some(message) = tree.root().get("xml").and_then(|xml| xml.as_str()) else { continue };
            let content = wxwire::layer::json::quote(&message);
            let callback = |content: &str| {
                format!(
                    r#"{{"TypeName":"AddMsg","Appid":"wx_a","Wxid":"wxid_b","Data":{{"MsgId":1,"MsgSource":"<msgsource><a>1</a></msgsource>","Content":{{"string":{content}}}}}}}"#
                )
            };
            let in_group = wxwire::layer::json::quote(&format!("wxid_c:\n{message}"));
            let logged = format!("2026-01-01 12:00:00 got {}", callback(&content));
            for text in [message.clone().into_owned(), callback(&content), callback(&in_group), logged] {
                let taken = take(&text, entry.id);
                assert_eq!(xml(&taken).as_deref(), Some(&*message), "{}: {text} {:?}", entry.id, taken.problems);
                assert_eq!(taken.dropped.len(), usize::from(text != message), "what else it says is named");
                count += 1;
            }
        }
    }
    assert!(count >= 40, "{count}");
}

#[test]
fn a_card_in_its_message_is_taken_out_of_it() {
    let card = "<appmsg appid=\"\"><title>t</title><type>5</type><url>http://h/</url></appmsg>";
    let message = format!("<?xml version=\"1.0\"?>\n<msg>\n{card}<fromusername>a</fromusername></msg>\n");
    for text in [message.clone(), format!("wxid_a:\n{message}")] {
        assert_eq!(xml(&take(&text, "gewe.send_app")).as_deref(), Some(card), "{text}");
    }
    assert_eq!(xml(&take(card, "gewe.send_app")).as_deref(), Some(card));
}

#[test]
fn what_a_call_does_not_take_is_refused() {
    let picture = r#"<msg><img aeskey="a" length="1"/></msg>"#;
    let on_its_way = "<msg><appmsg><title>a.pdf</title><type>74</type></appmsg></msg>";
    for (text, operation, code) in [
        (picture, "gewe.send_app", "not_its_body"),
        (picture, "gewe.message_forward_file", "not_its_body"),
        ("<appmsg><type>5</type></appmsg>", "gewe.message_forward_url", "not_its_body"),
        (on_its_way, "gewe.message_forward_file", "wrong_form"),
        (picture, "wecom.message_send", "not_its_body"),
        ("<html><body/></html>", "gewe.send_app", "not_its_body"),
        (r#"{"TypeName":"Offline","Appid":"a"}"#, "gewe.send_app", "not_its_body"),
    ] {
        let taken = take(text, operation);
        assert_eq!((codes(&taken).first(), &taken.values), (Some(&code), &None), "{operation} {text}");
    }
}

#[test]
fn the_calls_own_values_stay_what_they_were() {
    let values = r#"{"appid":"a","to_wxid":"b","xml":"<appmsg><type>5</type></appmsg>"}"#;
    assert_eq!(take(values, "gewe.send_app").values.as_deref(), Some(values));
}
