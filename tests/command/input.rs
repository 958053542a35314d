//! Values typed as words, and from files.

use wxwire_tests::Wxwire;

fn body(words: &[&str], input: &str) -> String {
    let arguments: Vec<_> = ["build", "--json", "xbot.send_live"].iter().chain(words).copied().collect();
    let run = Wxwire::new(&arguments).input(input).run().exits(0);
    run.json()["body"].as_str().expect("a body").to_owned()
}

const DATA: &str = r#"data:={"conversation_id":"S:1_2","avatar":"","cover_url":"","desc":"","extras":"","feed_type":9,"nickname":"","object_id":"13895574026529675281","object_nonce_id":"1_0","thumb_url":"","url":""}"#;

#[test]
fn words_make_a_body() {
    let made = body(&[DATA, "data[desc]=say \"hi\" & 下午好", "client_id:=1", "type=WW_SEND_LIVE_MSG"], "");
    assert!(made.contains(r#""desc":"say \"hi\" & 下午好""#), "{made}");
    assert!(made.contains(r#""client_id": 1"#), "{made}");
}

#[test]
fn a_word_changes_one_place_of_a_file() {
    let text = body(&[DATA, "client_id:=1", "type=WW_SEND_LIVE_MSG"], "");
    let spaced = text.replace(',', " ,\n\t");
    assert_eq!(body(&["-"], &spaced), spaced);
    assert_eq!(body(&["-", "client_id:=2"], &spaced), spaced.replace("\"client_id\": 1", "\"client_id\": 2"));
}

#[test]
fn a_file_becomes_a_value() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("desc.txt");
    std::fs::write(&file, "line 1\nline \"2\"").expect("a file");
    let word = format!("data[desc]=@{}", file.display());
    let made = body(&[DATA, &word, "client_id:=1", "type=WW_SEND_LIVE_MSG"], "");
    assert!(made.contains(r#""desc":"line 1\nline \"2\"""#), "{made}");
}

#[test]
fn what_is_not_text_wants_a_colon() {
    let run = Wxwire::new(&["check", "xbot.send_live", DATA, "client_id=1", "type=WW_SEND_LIVE_MSG"]).run().exits(30);
    assert!(run.out.contains("key:=1"), "{}", run.out);
}

#[test]
fn the_place_is_marked_in_the_source() {
    let text = "{\n  \"anchor_userid\": \"a\",\n  \"theme\": 7,\n  \"living_start\": 1,\n  \"living_duration\": 1\n}";
    let run = Wxwire::new(&["check", "wecom.living_create", "-"]).input(text).run().exits(30);
    assert!(run.out.contains(":3:12"), "{}", run.out);
    assert!(run.out.contains("^ /theme"), "{}", run.out);
}
