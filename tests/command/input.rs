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
    let text =
        "{\n  \"anchor_userid\": \"a\",\n  \"theme\": 7,\n  \"living_start\": 4000000000,\n  \"living_duration\": 1\n}";
    let run = Wxwire::new(&["check", "wecom.living_create", "-"]).input(text).run().exits(30);
    assert!(run.out.contains(":3:12"), "{}", run.out);
    assert!(run.out.contains("^ /theme"), "{}", run.out);
}

#[test]
fn what_is_wrong_with_a_word_is_said_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        path.display().to_string()
    };
    let (binary, null) = (file("binary", b"\xff\xfe"), file("null", &[0; 6_000_000]));
    let many = file("many", &vec![b' '; 34_000_000]);
    let table = [
        (format!("theme:=@{binary}"), "theme: the file", "不是 UTF-8 文本"),
        ("theme=@/no/such".into(), "theme: what follows @ must be a file", "应为可以读取的文件"),
        (
            "theme=@/dev/zero".into(),
            "theme: the file /dev/zero is too large; written as JSON it may have at most 33554432 bytes",
            "文件 /dev/zero 太大；写成 JSON 后最多 33554432 字节",
        ),
        // A file's size is its own, not that of its escapes.
        (format!("theme=@{null}"), "too large, 6000000 bytes", "有 6000000 字节，太大"),
        (format!("theme=@{many}"), "too large, 34000000 bytes", "有 34000000 字节，太大"),
        ("theme:={".into(), "theme: what follows := must be JSON", "theme：:= 后面应为 JSON"),
        ("a[b=1".into(), "a[b: the brackets do not pair", "方括号没有配对"),
        ("=1".into(), "no key stands before the =", "= 前面没有字段名"),
        ("a[7]=1".into(), "a[7]: the list has 0 items", "a[7]：列表有 0 项"),
    ];
    for (word, en, zh) in table {
        for (lang, words) in [("en", en), ("zh", zh)] {
            let run = Wxwire::new(&["check", "--lang", lang, "wecom.living_create", &word]).run().exits(2);
            assert!(run.err.contains(words), "{word}: {}", run.err);
        }
    }
}

#[test]
fn many_words_take_linear_time() {
    let time = |count: usize| {
        let words: Vec<_> =
            (0..count).map(|at| format!("data[x{at}]=y")).chain((0..count).map(|_| "list[]:=1".into())).collect();
        let words: Vec<_> =
            ["build", "--json", "xbot.send_live"].into_iter().chain(words.iter().map(String::as_str)).collect();
        let start = std::time::Instant::now();
        let run = Wxwire::new(&words).run();
        assert!([0, 30].contains(&run.exit), "{}", run.err);
        start.elapsed()
    };
    let (few, many) = (time(4000).max(time(4000)), time(32_000));
    assert!(many < few * 16, "{few:?} {many:?}");
}

#[test]
fn a_text_that_begins_with_an_at_sign_is_shown_quoted() {
    for lang in ["en", "zh"] {
        let run = Wxwire::new(&["check", "--lang", lang, "gewe.send_app", "xml=@nick"]).run().exits(2);
        assert!(run.err.contains("'xml=\\@…'"), "{}", run.err);
    }
}
