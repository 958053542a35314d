//! Messages in their envelope.

use crate::catalog;
use crate::layer::json::Tree;
use crate::operation::Call;
use crate::xbot::{Envelope, Location, Text};

#[test]
fn the_samples_are_read_as_their_call() {
    for (id, sample) in [
        ("xbot.send_img_v2", include_str!("../../tests/samples/xbot/xbot_req_WW_SEND_IMG_V2_MSG.json")),
        ("xbot.send_location", include_str!("../../tests/samples/xbot/xbot_req_WW_SEND_LOCATION_MSG.json")),
    ] {
        let found = catalog::recognise_values(Tree::parse(sample).expect("JSON").root());
        assert_eq!(found.operation.map(|entry| entry.id), Some(id));
        assert_eq!(found.operation.map(|entry| entry.check(sample.as_bytes())), Some(vec![]));
    }
}

#[test]
fn an_envelope_has_the_type_of_its_message() {
    let text = Envelope::new(1, Text { conversation_id: "R:1".into(), content: "hi".into() });
    assert_eq!(text.problems(), []);
    let json = serde_json::to_string(&text).expect("JSON");
    assert_eq!(json, r#"{"data":{"conversation_id":"R:1","content":"hi"},"client_id":1,"type":"WW_SEND_TEXT_MSG"}"#);
    assert_eq!(serde_json::from_str::<Envelope<Text>>(&json).expect("its own"), text);
    assert!(serde_json::from_str::<Envelope<Text>>(&json.replace("TEXT", "TEXT_V2")).is_err());
    assert!(serde_json::from_str::<Envelope<Location>>(&json).is_err());
}

/// What only a client was seen to send warns; what is documented refuses.
#[test]
fn a_field_that_lacks_is_told_by_its_evidence() {
    for entry in catalog::typed().filter(|entry| entry.id.starts_with("xbot.send_") && entry.id != "xbot.send_live") {
        let is_observed = entry.id.starts_with("xbot.send_text");
        let values = entry.examples()[0].values.replace("\"conversation_id\"", "\"conversation\"");
        let missing = entry.check(values.as_bytes()).into_iter().find(|one| one.path == "/data/conversation_id");
        assert_eq!(missing.expect(entry.id).is_error(), !is_observed, "{}", entry.id);
        let title = entry.schema().root().docs.title(crate::lang::Lang::En);
        assert!(title.starts_with("Sends "), "{}: {title}", entry.id);
    }
}
