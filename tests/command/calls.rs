//! Every call from end to end: sent, exported, imported again, and what was exported and answered explained; files too.

use serde_json::Value;
use wxwire::catalog;
use wxwire::lang::Lang;
use wxwire::operation::{Answers, Body, Entry};
use wxwire::problem::Source;
use wxwire_tests::{Server, Wxwire, answer};

fn example(entry: &Entry) -> String {
    wxwire_tests::example(entry.id)
}

/// Values without the files in them, which stand in no command line.
fn without_files(entry: &Entry, values: &str) -> Value {
    let mut values: Value = serde_json::from_str(values).expect("JSON");
    if let Some(members) = values.as_object_mut() {
        members.retain(|name, _| entry.file(name).is_none());
    }
    values
}

#[test]
fn what_is_exported_is_imported_again() {
    for entry in wxwire_tests::calls() {
        let example = example(entry);
        let curl = Wxwire::new(&["build", "--as", "curl", "--base-url", "https://h.example", entry.id, "-"]);
        let curl = curl.input(example.clone()).run().exits(0).out;
        let imported = Wxwire::new(&["import", "--json", "-"]).input(curl.clone()).run().exits(0).json();
        assert_eq!(imported["operation"], entry.id, "{curl}");
        // A text that holds a secret is built without it.
        let shown = wxwire::secret::masked(&example);
        assert_eq!(imported["values"], without_files(entry, &shown), "{curl}");
    }
}

#[test]
fn the_documented_commands_are_imported() {
    let table = [
        (
            "curl 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa' \\\n   -H 'Content-Type: application/json' \\\n   -d '\n   {\n        \"msgtype\": \"text\",\n        \"text\": {\n            \"content\": \"hello world\"\n        }\n   }'",
            "wecom.webhook_send",
            r#"{"msgtype": "text", "text": {"content": "hello world"}}"#,
        ),
        ("curl 'https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=ID&corpsecret=SECRET'", "wecom.gettoken", "{}"),
        (
            "curl -F media=@test.txt 'https://qyapi.weixin.qq.com/cgi-bin/media/upload?access_token=ACCESS_TOKEN&type=file'",
            "wecom.media_upload",
            r#"{"type": "file", "filename": "test.txt"}"#,
        ),
    ];
    for (curl, id, values) in table {
        let imported = Wxwire::new(&["import", "--json", "-"]).input(curl).run().exits(0).json();
        let values: Value = serde_json::from_str(values).expect("JSON");
        assert_eq!((&imported["operation"], &imported["values"]), (&id.into(), &values), "{imported}");
        assert!(!imported.to_string().contains("693axxx6"), "{imported}");
    }
}

#[test]
fn request_and_reply_are_explained() {
    for entry in wxwire_tests::sorts() {
        let build = Wxwire::new(&["build", "--base-url", "https://h.example", entry.id, "-"]).input(example(entry));
        let http = build.run().exits(0).out;
        let told = Wxwire::new(&["explain", "--json", "-"]).input(http.clone()).run().exits(0).json();
        assert_eq!(told["kind"], "request", "{http}\n{told}");
        let candidates = told["candidates"].as_array().is_some_and(|all| all.contains(&entry.id.into()));
        assert!(told["operation"] == entry.id || candidates, "{http}\n{told}");
        // A file says nothing of itself, nor does a reply of which nothing is known.
        if entry.answers == Answers::Bytes || entry.reply_rule.is_some() {
            continue;
        }
        let sent = Wxwire::new(&["send", "--mock", "--json", entry.id, "-"]).input(example(entry)).run().exits(0);
        let reply = sent.json()["reply"].to_string();
        let told = Wxwire::new(&["explain", "--json", "-"]).input(reply.clone()).run().exits(0).json();
        assert_eq!(told["kind"], "reply", "{reply}");
        let told = Wxwire::new(&["explain", "--json", "--as", entry.id, "-"]).input(reply).run().exits(0).json();
        assert_eq!(told["verdict"]["level"], sent.json()["verdict"]["level"], "{}", entry.id);
    }
}

/// The calls with a file, the field that holds it, and other values as words.
fn uploads() -> Vec<(&'static Entry, String, Vec<String>)> {
    let mut all = Vec::new();
    for entry in catalog::typed().filter(|entry| entry.body == Body::Multipart) {
        let values: Value = serde_json::from_str(&entry.examples()[0].values).expect("JSON");
        let members = values.as_object().expect("an object");
        let file = members.keys().find(|name| entry.file(name).is_some()).expect("a file").clone();
        let name = entry.file_name().map(|field| field.name.clone());
        let others = members.iter().filter(|(key, _)| **key != file && Some(*key) != name.as_ref());
        let others = others.map(|(key, value)| format!("{key}:={value}")).collect();
        all.push((entry, file, others));
    }
    assert!(!all.is_empty());
    all
}

fn run(command: &[&str], entry: &Entry, words: &[String]) -> Wxwire {
    let arguments = command.iter().copied().chain([entry.id]).chain(words.iter().map(String::as_str));
    let run = Wxwire::new(&arguments.collect::<Vec<_>>());
    entry.credentials.iter().fold(run, |run, one| run.env(&entry.gateway.variable(one.name), "s3cret-s3cret"))
}

#[test]
fn a_file_goes_out_with_its_bytes_and_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let names = ["plain.txt", "照片.jpg", "a b'c.txt", "a\"b\r\nX-Evil: 1\r\n\r\nc.txt", "a%b;c=d.txt", "\\x.txt"];
    for (entry, field, others) in uploads() {
        for name in names {
            let path = folder.path().join(name);
            std::fs::write(&path, "some bytes\r\n--x\r\n").expect("a file");
            let words = [others.clone(), vec![format!("{field}=@{}", path.display())]].concat();
            let server = Server::start(|stream, _| answer(stream, "200 OK", b"{}"));
            run(&["send", "--base-url", &server.url], entry, &words).run();
            let request = server.last();
            let (head, body) = request.split_once("\r\n\r\n").expect("head and body");
            assert!(!head.contains("Evil"), "{request}");
            let encoded = name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
            assert!(body.contains(&format!("filename=\"{encoded}\"")), "{request}");
            // One part, and its bytes are those of the file.
            assert_eq!(body.matches("Content-Disposition").count(), 1, "{request}");
            let (_, content) = body.split_once("\r\n\r\n").expect("a part");
            assert!(content.starts_with("some bytes\r\n--x\r\n\r\n--"), "{request}");
            let mock = run(&["send", "--mock"], entry, &words).run().exits(0);
            assert!(mock.out.contains("accepted"), "{}", mock.out);
        }
        // A name that was given counts.
        let path = folder.path().join("plain.txt");
        let named = entry.file_name().map(|field| format!("{}=other.bin", field.name)).into_iter().collect();
        let words = [others.clone(), named, vec![format!("{field}=@{}", path.display())]].concat();
        let built = run(&["build"], entry, &words).run().exits(0).out;
        assert!(built.contains("filename=\"other.bin\"") && !built.contains("plain.txt"), "{built}");
    }
}

#[test]
fn a_file_is_base64_in_a_file_of_values() {
    for (entry, field, _) in uploads() {
        let mut values: Value = serde_json::from_str(&example(entry)).expect("JSON");
        values[&field] = "not base64!".into();
        let refused = Wxwire::new(&["check", "--json", entry.id, "-"]).input(values.to_string()).run().exits(30).json();
        let problem = &refused["problems"][0];
        assert_eq!((&problem["code"], &problem["path"]), (&"not_base64".into(), &format!("/{field}").into()));
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.bin");
    // A file with nothing in it but a length: to read it would take as much memory as that.
    std::fs::File::create(&path).and_then(|file| file.set_len(64 << 30)).expect("a file");
    for (entry, field, others) in uploads() {
        for (file, command) in
            [(path.to_str().expect("UTF-8"), "check"), ("/dev/zero", "check"), ("/dev/zero", "build")]
        {
            let words = [others.clone(), vec![format!("{field}=@{file}")]].concat();
            let refused = run(&[command, "--json"], entry, &words).run().exits(30).json();
            let problems = refused["problems"].as_array().expect("problems");
            assert_eq!(problems.len(), 1, "{refused}");
            let problem = &problems[0];
            assert_eq!(problem["path"], format!("/{field}"));
            assert_eq!((&problem["code"], &problem["unit"]), (&"too_long".into(), &"bytes".into()));
            assert!(problem["actual"].as_i64() > problem["limit"].as_i64() && problem["limit"].as_i64() > Some(0));
            // What has a length is asked for it, not read.
            assert_eq!(problem["actual"].as_i64() == Some(64 << 30), file != "/dev/zero", "{problem}");
            let sent = run(&["send", "--mock", "--json"], entry, &words).run().exits(30).json();
            assert_eq!((&sent["request"], &sent["verdict"]["level"]), (&Value::Null, &"invalid".into()));
        }
    }
}

#[test]
fn a_call_that_wants_no_values_goes_without() {
    for entry in wxwire_tests::calls() {
        let wants_none = !entry.check(b"{}").iter().any(wxwire::problem::Problem::is_error);
        Wxwire::new(&["send", "--mock", entry.id]).run().exits(if wants_none { 0 } else { 2 });
    }
}

/// What a vendor documents has no mark; what is known otherwise has one, and each mark that is there is explained beside the
/// list.
#[test]
fn a_list_marks_what_no_vendor_documents() {
    for lang in [Lang::Zh, Lang::En] {
        let name = if lang == Lang::Zh { "zh" } else { "en" };
        let list = |arguments: &[&str]| Wxwire::new(&[&["--lang", name, "list"], arguments].concat()).run().exits(0);
        let ran = list(&[]);
        let mark = |source: Source| format!("[{}]", source.words().get(lang));
        for entry in catalog::entries() {
            let row = ran.out.lines().find(|row| row.split_whitespace().next() == Some(entry.id)).expect(entry.id);
            let marked = (entry.evidence != Source::Documented).then(|| mark(entry.evidence));
            let title = entry.title.get(lang);
            let end = marked.map_or_else(|| title.to_owned(), |mark| format!("{title}  {mark}"));
            assert!(row.ends_with(&end), "{row}");
        }
        for source in [Source::Observed, Source::Inferred] {
            assert!(ran.err.contains(&mark(source)), "{}", ran.err);
        }
        let documented = catalog::entries().find(|entry| entry.evidence == Source::Documented).expect("there are");
        let words = documented.id.rsplit('.').next().expect("a name");
        let ran = list(&["--gateway", documented.gateway.name, "--search", words]);
        let has_marks = [Source::Observed, Source::Inferred].iter().any(|source| ran.out.contains(&mark(*source)));
        assert_eq!(ran.err.is_empty(), !has_marks, "{}", ran.err);
    }
}

/// What answers a callback is composed like any call, and goes out with whoever answers.
#[test]
fn what_answers_a_callback_is_not_sent() {
    let replies: Vec<_> = catalog::entries().filter(|entry| entry.replies_to.is_some()).collect();
    assert!(!replies.is_empty());
    for entry in replies {
        let callback = entry.replies_to.expect("it was looked for");
        let example = example(entry);
        let values: Value = serde_json::from_str(&example).expect("JSON");
        let built = Wxwire::new(&["build", entry.id, "-"]).input(example.clone()).run().exits(0);
        assert_eq!(serde_json::from_str::<Value>(&built.out).expect("its body alone"), values);
        let shown = Wxwire::new(&["show", entry.id]).run().exits(0).out;
        assert!(shown.contains(callback.en) && !shown.contains("://qyapi"), "{shown}");
        for way in [&["--mock"][..], &["--base-url", "http://127.0.0.1:9"], &[]] {
            let send = [&["send", entry.id, "-"], way].concat();
            let refused = Wxwire::new(&send).input(example.clone()).run().exits(2);
            assert!(refused.err.contains(callback.en), "{}", refused.err);
        }
    }
}
