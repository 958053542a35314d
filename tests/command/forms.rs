//! `explain` on contents in other forms: one value, all of them, the bytes.

use wxwire_tests::Wxwire;

/// A made-up reply in gzip in base64, and the id of a file in DER in hexadecimal.
const REPLY: &str = include_str!("../../crates/wxwire/tests/samples/forms/reply_in_gzip_in_base64_lines.txt");
const FILE_ID: &str = include_str!("../../crates/wxwire/tests/samples/forms/file_id.json");
const BOTH: &[u8] = include_bytes!("../../crates/wxwire/tests/samples/forms/text_or_message.bin");

#[test]
fn one_value_is_read_and_set_through_every_form() {
    let path = "!base64!gzip!json/invaliduser";
    let get = |input: &str| Wxwire::new(&["explain", "--get", path]).input(input).run().exits(0).out;
    assert_eq!(get(REPLY), "zhangsan|lisi");
    let changed = Wxwire::new(&["explain", "--set", &format!("{path}=wangwu")]).input(REPLY).run().exits(0).out;
    assert_eq!(get(&changed), "wangwu");
    let json = Wxwire::new(&["explain", "--json"]).input(REPLY).run().exits(0).json();
    assert_eq!((&json["kind"], &json["forms"]), (&"reply".into(), &serde_json::json!(["base64", "gzip"])));
    assert_eq!(json["verdict"]["level"], "partial");
}

#[test]
fn every_value_stands_on_a_line_of_its_own() {
    let lines = Wxwire::new(&["explain", "--paths"]).input(FILE_ID).run().exits(0).out;
    assert!(lines.lines().any(|line| line == "/file_id!hex!der/1!der/1 = 305419896"), "{lines}");
    assert!(lines.lines().all(|line| line.starts_with('/') && line.contains(" = ")), "{lines}");
}

#[test]
fn bytes_stand_beside_their_values() {
    let rows = Wxwire::new(&["explain", "--hex"]).input(BOTH).run().exits(0).out;
    let first = rows.lines().next().unwrap_or_default();
    assert!(first.starts_with("00000000  0a 04 28 41 30 42 ") && first.ends_with("!protobuf/1 (A0B"), "{rows}");
    assert!(rows.lines().all(|row| row.chars().count() <= 80), "{rows}");
    let inner = Wxwire::new(&["explain", "--hex", "--get", "/file_id!hex"]).input(FILE_ID).run().exits(0).out;
    assert!(inner.contains("02 04 12 34 56 78") && inner.contains("305419896"), "{inner}");
    let token = include_str!("../../crates/wxwire/tests/samples/forms/token.txt");
    let hidden = Wxwire::new(&["explain", "--hex"]).input(token).run().exits(0).out;
    assert!(!hidden.contains("bWFkZS1"), "{hidden}");
}
