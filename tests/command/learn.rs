//! Gateways by document: learned, kept, and then like any other for every command.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;
use wxwire_tests::{Output, Server, Wxwire, answer};

const ACME: &str = include_str!("learn/acme.yaml");

/// A folder for configuration, and the made-up gateway's document in it.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().expect("a folder"));
        std::fs::write(home.0.path().join("acme.yaml"), ACME).expect("a file");
        home
    }

    /// The same, where the gateway is learned.
    fn learned() -> Self {
        let home = Self::new();
        home.wxwire(&["learn", &home.path("acme.yaml")]).run().exits(0);
        home
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_string_lossy().into_owned()
    }

    fn wxwire(&self, arguments: &[&str]) -> Wxwire {
        Wxwire::new(arguments).env("XDG_CONFIG_HOME", &self.0.path().to_string_lossy())
    }

    /// What is in the folder of documents.
    fn kept(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.path("wxwire/gateways")).into_iter().flatten();
        let mut names: Vec<_> =
            entries.map(|one| one.expect("a file").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

const DOCUMENT: &str = "wxwire/gateways/acme_rooms.json";

fn ids(home: &Home) -> Vec<String> {
    let list = home.wxwire(&["list", "--json", "--gateway", "acme_rooms"]).run().exits(0).json();
    list.as_array().expect("a list").iter().map(|one| one["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn every_command_knows_a_learned_call() {
    let home = Home::learned();
    let ids = ids(&home);
    assert_eq!(ids, ["acme_rooms.sendMessage", "acme_rooms.get_rooms", "acme_rooms.rename"]);
    for id in &ids {
        home.wxwire(&["show", id]).run().exits(0);
        let example = home.wxwire(&["example", id]).run().exits(0).out;
        let with = |arguments: &[&str]| home.wxwire(&[arguments, &[&**id, "-"]].concat()).input(example.clone());
        let checked = with(&["check", "--json"]).run().exits(0).json();
        assert_eq!(checked["problems"], serde_json::json!([]), "{id}");
        let http = with(&["build"]).run().exits(0).out;
        assert!(http.contains("X-Acme-Key: •••") && http.contains("Host: rooms.example"), "{http}");
        let curl = with(&["build", "--as", "curl"]).run().exits(0).out;
        let imported = home.wxwire(&["import", "--json", "-"]).input(curl.clone()).run().exits(0).json();
        assert_eq!(imported["operation"], **id, "{curl}");
        assert_eq!(imported["values"], serde_json::from_str::<Value>(&example).expect("JSON"), "{curl}");
        let told = home.wxwire(&["explain", "--json", "-"]).input(http.clone()).run().exits(0).json();
        assert_eq!((&told["kind"], &told["operation"]), (&"request".into(), &(**id).into()), "{http}");
        let sent = with(&["send", "--mock", "--json"]).run().exits(0).json();
        assert_eq!(sent["verdict"]["level"], "accepted", "{sent}");
        let reply = sent["reply"].to_string();
        let told = home.wxwire(&["explain", "--json", "--as", id, "-"]).input(reply.clone()).run().exits(0).json();
        assert_eq!((&told["kind"], &told["verdict"]["level"]), (&"reply".into(), &"accepted".into()), "{reply}");
        let faults = [
            ("reset", 41),
            ("500", 41),
            ("429=7", 50),
            ("html", 41),
            ("truncated", 41),
            ("inner_failure", 42),
            ("delay=1ms", 0),
        ];
        for (fault, status) in faults {
            with(&["send", "--mock", "--fault", fault]).run().exits(status);
        }
    }
    for wrong in
        [r#"{"room_id": "r"}"#, r#"{"room_id": "r", "text": "a", "level": "mid"}"#, r#"{"room_id": "", "text": "a"}"#]
    {
        home.wxwire(&["check", "acme_rooms.sendMessage", "-"]).input(wrong).run().exits(30);
    }
}

/// A reply names its call where it has what no other's has. A code and words may be anybody's: whoever knows whose they are
/// says it.
#[test]
fn a_reply_is_told_by_its_form() {
    let home = Home::learned();
    let explain = |reply: &str| home.wxwire(&["explain", "--json", "-"]).input(reply).run().exits(0).json();
    assert_eq!(explain(r#"{"code": 0, "rooms": [{"room_id": "r"}]}"#)["operation"], "acme_rooms.get_rooms");
    let words = r#"{"code": 7, "msg": "no"}"#;
    let told = explain(words);
    assert_eq!((&told["kind"], told.get("operation"), told.get("verdict")), (&"json".into(), None, None), "{told}");
    let said =
        home.wxwire(&["explain", "--json", "--as", "acme_rooms.get_rooms", "-"]).input(words).run().exits(0).json();
    assert_eq!((&said["kind"], &said["verdict"]["level"]), (&"reply".into(), &"refused".into()), "{said}");
}

#[test]
fn credentials_come_from_variables_and_profiles() {
    let home = Home::learned();
    let server = Server::start(|stream, _| answer(stream, "200 OK", br#"{"code": 0, "msg": "ok"}"#));
    let send = || home.wxwire(&["send", "--base-url", &server.url, "acme_rooms.rename", "room_id=r", "name=ab"]);
    let got = |key: &str| server.last().to_lowercase().contains(&format!("x-acme-key: {key}"));
    send().run().exits(10);
    assert_eq!(server.count(), 0);
    send().env("WXWIRE_ACME_ROOMS_API_KEY", "k-of-mine").run().exits(0);
    assert!(got("k-of-mine"), "{}", server.last());
    let profiles = home.path("profiles.toml");
    std::fs::write(&profiles, "[default.acme_rooms]\napi_key = \"k-of-file\"\n").expect("a file");
    send().env("WXWIRE_PROFILES", &profiles).run().exits(0);
    assert!(got("k-of-file"), "{}", server.last());
    // A profile of a gateway that is kept stands in nobody's way.
    let other = home.wxwire(&["send", "--dry-run", "wecom.gettoken"]).env("WXWIRE_PROFILES", &profiles);
    other.env("WXWIRE_WECOM_CORPID", "a").env("WXWIRE_WECOM_CORPSECRET", "b").run().exits(0);
}

#[test]
fn a_document_is_kept_whole_or_not_at_all() {
    let home = Home::learned();
    assert_eq!(home.kept(), ["acme_rooms.json"]);
    let file = home.path("acme.yaml");
    let before = std::fs::read(home.path(DOCUMENT)).expect("a document");
    let again = home.wxwire(&["learn", "--json", &file]).run().exits(2).json();
    assert_eq!(again["error"]["code"], "kept");
    std::fs::write(&file, ACME.replace("List the rooms", "All rooms")).expect("a file");
    home.wxwire(&["learn", "--check", &file]).run().exits(30);
    assert_eq!(std::fs::read(home.path(DOCUMENT)).expect("a document"), before, "nothing was written");
    home.wxwire(&["learn", "--replace", &file]).run().exits(0);
    assert!(home.wxwire(&["list"]).run().exits(0).out.contains("All rooms"));
    home.wxwire(&["learn", "--name", "other", &file]).run().exits(0);
    let out = home.path("out.json");
    home.wxwire(&["learn", "--name", "third", "--out", &out, &file]).run().exits(0);
    assert!(Path::new(&out).is_file());
    assert_eq!(home.kept(), ["acme_rooms.json", "other.json"], "nothing is left beside them");
    for name in ["../up", "a/b", "", "Acme", "wecom.x", "é"] {
        home.wxwire(&["learn", "--name", name, &file]).run().exits(2);
    }
    // What the document says of itself is no way out either.
    let named = ACME.replace("title: Acme Rooms", "title: x, x-gateway: ../../up");
    home.wxwire(&["learn", "-"]).input(named).run().exits(30);
    assert_eq!(home.kept().len(), 2);
}

#[test]
fn a_document_can_be_used_without_keeping_it() {
    let home = Home::new();
    let file = home.path("acme.yaml");
    for arguments in
        [["--gateway", &file, "show", "acme_rooms.rename"], ["show", "acme_rooms.rename", "--gateway", &file]]
    {
        home.wxwire(&arguments).run().exits(0);
    }
    let list = home.wxwire(&["list", "--gateway", &file]).run().exits(0).out;
    assert_eq!(list.lines().filter(|line| line.starts_with("  acme_rooms.")).count(), 3, "{list}");
    home.wxwire(&["show", "acme_rooms.rename"]).run().exits(2);
    assert!(home.kept().is_empty());
    let failed = home.wxwire(&["--json", "--gateway", "/nonexistent.json", "list"]).run().exits(2).json();
    assert_eq!(failed["error"]["code"], "file");
    std::fs::write(home.path("no.json"), "{\"a\": 1}").expect("a file");
    let failed = home.wxwire(&["--json", "--gateway", &home.path("no.json"), "list"]).run().exits(2).json();
    assert_eq!(failed["error"]["code"], "gateway");
    home.wxwire(&["list", "--gateway", "nobody"]).run().exits(2);
    let both = home.wxwire(&["list", "--gateway", "wecom", "--gateway", &file]).run().exits(0).out;
    assert!(both.contains("acme_rooms.rename") && both.contains("wecom.gettoken"));
}

#[test]
fn what_is_broken_in_the_folder_is_said_and_stops_nothing() {
    let home = Home::learned();
    let put =
        |name: &str, text: &[u8]| std::fs::write(home.path(&format!("wxwire/gateways/{name}")), text).expect("a file");
    let well = |arguments: &[&str]| {
        let output = home.wxwire(arguments).run().exits(0);
        (output.out, output.err)
    };
    let (list, quiet) = well(&["list"]);
    assert!(!quiet.contains("gateways"), "{quiet}");
    put("broken.json", b"{\"openapi\": \"3.1.0\",\n oops}");
    put("bytes.json", b"\xff\xfe");
    put("stray.json", std::fs::read_to_string(home.path(DOCUMENT)).expect("a document").as_bytes());
    put("note.txt", b"no document at all");
    std::fs::create_dir(home.path("wxwire/gateways/folder.json")).expect("a folder");
    let huge = std::fs::File::create(home.path("wxwire/gateways/huge.json")).expect("a file");
    huge.set_len(40 << 20).expect("a sparse file");
    let (same, warned) = well(&["list"]);
    assert_eq!(same, list);
    for part in ["broken.json:2:2:", "bytes.json", "stray.json", "folder.json", "huge.json: larger"] {
        assert!(warned.contains(part), "{part}: {warned}");
    }
    let about = warned.lines().filter(|line| line.contains("gateways")).count();
    assert!(!warned.contains("note.txt") && about == 5, "{warned}");
    // A command that needs one gateway reads no other's document.
    assert_eq!(well(&["show", "acme_rooms.rename"]).1, "");
    assert_eq!(well(&["show", "wecom.gettoken"]).1, "");
    for number in 0..70 {
        put(&format!("z{number:02}.json"), b"{}");
    }
    assert!(well(&["list"]).1.contains("the first 64"));
}

#[test]
fn yaml_json_and_standard_input_teach_the_same() {
    let home = Home::learned();
    let read = |path: &str| serde_json::from_slice::<Value>(&std::fs::read(path).expect("a document")).expect("JSON");
    let json = read(&home.path(DOCUMENT));
    let document = |arguments: &[&str], input: &[u8]| {
        let out = home.path("same.json");
        let arguments = [&["learn", "--replace", "--out", &out], arguments].concat();
        home.wxwire(&arguments).input(input).run().exits(0);
        read(&out)
    };
    assert_eq!(document(&["-"], ACME.as_bytes()), json);
    assert_eq!(document(&["-"], json.to_string().as_bytes()), json, "what is learned teaches itself");
    assert_eq!(document(&["-"], format!("\u{feff}{ACME}").as_bytes()), json);
}

fn refused(home: &Home, source: &str) -> Output {
    home.wxwire(&["learn", "--json", "-"]).input(source).run().exits(30)
}

#[test]
fn what_cannot_be_learned_is_refused_at_its_place() {
    let home = Home::new();
    let bomb = (1..30).fold("a0: &a0 [x, x]\n".to_owned(), |text, level| {
        let before = level - 1;
        format!("{text}a{level}: &a{level} [*a{before}, *a{before}, *a{before}, *a{before}]\n")
    });
    let table = [
        (ACME.replace("openapi: 3.0.3", "swagger: '2.0'"), "wrong_form", 2),
        (ACME.replace("paths:", "paths: [1]\nnot_paths:"), "not_openapi", 2),
        (ACME.replace("title: Acme Rooms", "title: [x"), "yaml_syntax", 3),
        (format!("openapi: 3.0.0\n{bomb}"), "too_large", 13),
        ("{".to_owned(), "syntax", 1),
        (String::new(), "empty", 1),
    ];
    for (source, code, line) in table {
        let problems = &refused(&home, &source).json()["problems"];
        assert_eq!(problems[0]["code"], code, "{problems}");
        let found = problems[0]["line"].as_i64().expect("a line");
        assert!((found - line).abs() <= 1, "{code}: {problems}");
    }
    assert!(home.kept().is_empty());
}

/// What is wrong with the document that was made of a source stands at its place in the source, YAML too.
#[test]
fn problems_have_places_of_the_source() {
    let home = Home::new();
    let table = [
        (
            ACME.replace("\"#/components/schemas/Message\"", "\"#/components/schemas/Message\", x-y: {$ref: a.yaml}"),
            None,
        ),
        (
            ACME.replace("title: Acme Rooms", "title: Acme, x-gateway: acme_rooms")
                .replace("operationId: sendMessage", "operationId: send-message"),
            Some(("not_understood", "operationId: send-message", "should")),
        ),
        (ACME.replace("openapi: 3.0.3", "openapi: 2.0"), Some(("wrong_form", "openapi: 2.0", "is 2.0"))),
        (ACME.replace("  /rooms:", "\t/rooms:"), Some(("yaml_syntax", "\t/rooms:", "not well-formed YAML: "))),
        ("openapi: 3.0.3\npaths: {<<: 1}\n".to_owned(), Some(("wrong_form", "paths:", "should look like <<: *alias"))),
    ];
    for (source, expected) in table {
        let Some((code, line, message)) = expected else {
            home.wxwire(&["learn", "--out", &home.path("x.json"), "-"]).input(source).run().exits(0);
            continue;
        };
        let problem = &refused(&home, &source).json()["problems"][0];
        assert_eq!(problem["code"], code, "{problem}");
        let at = problem["line"].as_u64().expect("a line") as usize;
        assert!(source.lines().nth(at - 1).is_some_and(|own| own.contains(line)), "{problem}");
        if message != "should" {
            let said = problem["message"].as_str().expect("words");
            assert!(said.contains(message) && !said.ends_with("is "), "{problem}");
        }
        let told = home.wxwire(&["learn", "-"]).input(source).run().exits(30);
        assert!(!told.out.contains("left out"), "{}", told.out);
    }
}

/// A call says nothing twice, and nothing of a page that it does not name.
#[test]
fn show_is_without_empty_words() {
    let home = Home::learned();
    let shown = home.wxwire(&["show", "acme_rooms.sendMessage"]).run().exits(0).out;
    assert!(!shown.contains("[documented]"), "{shown}");
    assert!(shown.lines().all(|line| !line.trim_start().starts_with("\"high\"")), "{shown}");
    assert!(shown.contains("\"low\" | \"high\""), "{shown}");
}

#[test]
fn what_is_guessed_and_left_out_is_said_at_its_place() {
    let home = Home::new();
    let learned = home.wxwire(&["learn", "--json", &home.path("acme.yaml")]).run().exits(0).json();
    let notes = learned["learned"][0]["notes"].as_array().expect("notes");
    let at = |what: &str| {
        let note = notes.iter().find(|note| note["what"].as_str().is_some_and(|text| text.contains(what)));
        let line = note.and_then(|note| note["line"].as_u64()).expect(what) as usize;
        ACME.lines().nth(line - 1).expect("a line")
    };
    assert!(at("rooms.example").contains("host"));
    assert!(at("get_rooms").starts_with("    get:") || at("get_rooms").contains("List the rooms"));
    assert!(at("x-reply").contains("code: 0"));
    assert!(at("api_key").contains("ApiKey"));
    assert!(at("\\w").contains("pattern"));
}

/// As root, a rename would put a file in the place of `/dev/null` itself, for every program on the machine.
#[cfg(unix)]
#[test]
fn no_file_takes_the_place_of_a_pipe_or_a_link() {
    use std::os::unix::fs::FileTypeExt;
    let home = Home::new();
    let pipe = home.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::read_to_string(pipe).expect("text")
    });
    home.wxwire(&["learn", &home.path("acme.yaml"), "--out", &pipe, "--replace"]).run().exits(0);
    assert!(std::fs::symlink_metadata(&pipe).expect("a pipe").file_type().is_fifo(), "still a pipe");
    let document: Value = serde_json::from_str(&reader.join().expect("the reader")).expect("JSON");
    assert!(document["paths"].is_object());

    std::fs::write(home.path("real.json"), "{}").expect("a file");
    std::os::unix::fs::symlink("real.json", home.path("link.json")).expect("a link");
    home.wxwire(&["learn", &home.path("acme.yaml"), "--out", &home.path("link.json"), "--replace"]).run().exits(0);
    assert!(std::fs::symlink_metadata(home.path("link.json")).expect("a link").is_symlink(), "still a link");
    let real: Value = serde_json::from_slice(&std::fs::read(home.path("real.json")).expect("a file")).expect("JSON");
    assert!(real["paths"].is_object());
}

const PAGE: &str = "发送图片

请求URL
https://api.qunxin.example/v1/image/send

请求方式
POST

请求参数
|参数名|必选|类型|说明|
|---|---|---|---|
|chat|是|string|会话|

返回示例
{\"code\": 0, \"msg\": \"ok\"}
";

/// Another page of the same vendor goes beside what is there, and its calls are of the same gateway.
#[test]
fn another_page_goes_beside_a_gateway() {
    let home = Home::new();
    let file = |name: &str, text: &str| std::fs::write(home.path(name), text).expect("a file");
    file("image.txt", PAGE);
    file("file.txt", &PAGE.replace("image", "file").replace("图片", "文件"));
    let learn = |more: &[&str], name: &str| home.wxwire(&[&["learn", &*home.path(name)], more].concat());
    learn(&[], "image.txt").run().exits(0);
    let refused = learn(&[], "file.txt").run().exits(2);
    assert!(refused.err.contains("--add"), "{}", refused.err);
    learn(&["--add"], "file.txt").run().exits(0);
    assert_eq!(home.kept(), ["qunxin.file.json", "qunxin.json"]);
    let list = home.wxwire(&["list", "--json", "--gateway", "qunxin"]).run().exits(0).json();
    let ids: Vec<_> = list.as_array().expect("a list").iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids, ["qunxin.file_send", "qunxin.image_send"]);
    // A call that is there already is none to add; the same page may be learned again.
    file("again.txt", PAGE);
    let refused = learn(&["--add"], "again.txt").run().exits(30);
    assert!(refused.out.contains("qunxin.image_send"), "{}", refused.out);
    learn(&["--add", "--replace"], "file.txt").run().exits(0);
    learn(&["--add", "--out", "x.json"], "file.txt").run().exits(2);
}

#[test]
fn the_nearest_ids_are_those_of_learned_gateways_too() {
    let home = Home::learned();
    for (id, near) in [("acme_rooms.sendMesage", "acme_rooms.sendMessage"), ("acme.renam", "acme_rooms.rename")] {
        let refused = home.wxwire(&["show", id]).run().exits(2);
        assert!(refused.err.contains(near), "{id}: {}", refused.err);
    }
}

/// What a call that only asks is answered is what was wanted.
#[test]
fn the_answer_to_a_query_is_shown() {
    let home = Home::learned();
    let sent = home.wxwire(&["send", "--mock", "acme_rooms.get_rooms", "page:=1"]).run().exits(0);
    assert!(sent.out.contains("the gateway answered") && sent.out.contains("\"rooms\""), "{}", sent.out);
}

/// No line is wider than the terminal.
#[test]
fn lines_fit_the_terminal() {
    let home = Home::learned();
    let wide = |char: char| if char < '\u{2e80}' { 1 } else { 2 };
    let path = home.path("acme.yaml");
    let runs: [&[&str]; 4] = [
        &["learn", "--check", &path],
        &["learn", "--check", "--lang", "zh", &path],
        &["show", "acme_rooms.sendMessage"],
        &["show", "wecom.message_send"],
    ];
    for arguments in runs {
        let told = home.wxwire(arguments).env("COLUMNS", "80").run();
        for line in told.out.lines().chain(told.err.lines()) {
            assert!(line.chars().map(wide).sum::<usize>() <= 80, "{arguments:?}: {line}");
        }
    }
}
