//! What is typed stays in its place of the request, or is refused there: addresses, parameters, names; faults of a setup.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use wxwire::catalog;
use wxwire::operation::Body;
use wxwire::schema::{In, Shape};
use wxwire_tests::{Server, Wxwire, answer, binary, example};

#[test]
fn an_address_is_scheme_host_and_path() {
    for wrong in [
        "h",
        "ftp://h",
        "http://",
        "http://:80",
        "http://h:",
        "http://h:0",
        "http://h:65536",
        "http://h:80x",
        "http://h:80:80",
        "http://h\r\nX: y",
        "http://h x",
        "http://h?x=1",
        "http://h#x",
        "http://h\\x",
        "http://[::1",
        "http://[zz]",
        "http://h/..",
        "http://h/a/%2e%2E/b",
    ] {
        for command in [&["build"][..], &["build", "--as", "curl"], &["send"], &["send", "--dry-run"]] {
            let arguments = [command, &["--base-url", wrong, "gewe.send_msg", "-"]].concat();
            let run = Wxwire::new(&arguments).input(example("gewe.send_msg")).env("WXWIRE_GEWE_TOKEN", "s3cret").run();
            let run = run.exits(2);
            assert!(run.out.is_empty() && run.err.contains("base URL"), "{wrong:?} {run:?}");
        }
    }
    for right in ["http://h:1", "https://h:65535/a/..b", "http://[::1]:80"] {
        let arguments = ["build", "--base-url", right, "gewe.send_msg", "-"];
        Wxwire::new(&arguments).input(example("gewe.send_msg")).run().exits(0);
    }
}

/// Texts that mean something to one part of a request or to one of the tools that requests are exported for.
const EVIL: [&str; 12] = [
    "../x",
    "..",
    "a/b",
    "?x=1",
    "#x",
    "a&b=c",
    "a\r\nX-Evil: 1",
    "\u{1}\u{7f}",
    "\"; filename=\"evil",
    "' --header 'X-Evil: 1",
    "\\\" -H X-Evil:1 \\\"",
    "$(touch evil)`touch evil`%PATH%",
];

/// In every field that has another place than a JSON body, over the real wire: no header, parameter or step more.
#[test]
fn nothing_leaves_its_place() {
    let server = Server::start(|stream, _| answer(stream, "200 OK", b"{}"));
    for entry in wxwire_tests::sorts() {
        let Shape::Object(object) = &entry.schema().root().shape else { continue };
        let placed = object.fields.iter().filter(|field| {
            let rule = entry.schema().rule(field.rule);
            let outside = entry.place(field) != In::Body || entry.body != Body::Json;
            field.credential.is_none() && matches!(rule.shape, Shape::Text(_)) && rule.file.is_none() && outside
        });
        for field in placed {
            let mut honest = None;
            for evil in EVIL {
                let mut values: serde_json::Value = serde_json::from_str(&example(entry.id)).expect("JSON");
                let send = |values: &serde_json::Value| {
                    let run = Wxwire::new(&["send", "--base-url", &server.url, entry.id, "-"]);
                    let run = entry
                        .credentials
                        .iter()
                        .fold(run, |run, one| run.env(&entry.gateway.variable(one.name), "s3cret-s3cret"));
                    let exit = run.input(values.to_string()).run().exit;
                    (exit != 30).then(|| server.last())
                };
                let shape = |request: &str| {
                    let (head, body) = request.split_once("\r\n\r\n").expect("head and body");
                    let line = head.lines().next().expect("a line");
                    let counts = ["/", "?", "&", "#"].map(|mark| line.matches(mark).count());
                    let names: Vec<_> = head.lines().skip(1).filter_map(|line| line.split(':').next()).collect();
                    // The heads of the parts of a form, too.
                    let part = if entry.body == Body::Multipart { body.split("\r\n\r\n").next() } else { None };
                    let marks = part.map(|head| (head.lines().count(), head.matches('"').count()));
                    (counts, names.join(","), marks, body.matches("Content-Disposition").count())
                };
                // The same field with a harmless text, or the example's own where it takes no other.
                let honest = honest.get_or_insert_with(|| {
                    let own = values.clone();
                    values[&field.name] = "plain".into();
                    shape(&send(&values).or_else(|| send(&own)).expect("an example is sent"))
                });
                values[&field.name] = evil.into();
                let Some(request) = send(&values) else { continue };
                assert_eq!(shape(&request), *honest, "{} {evil:?}: {request}", entry.id);
            }
        }
    }
}

fn is_there(program: &str, form: &str) -> bool {
    let test = if form == "python" { ["-c", "import requests"] } else { ["--version"; 2] };
    Command::new(program).args(test).output().is_ok_and(|ended| ended.status.success())
}

/// The same in what is exported for a shell or another program: one request with the headers of its own, and nothing else is run.
#[test]
fn nothing_leaves_its_place_in_a_shell() {
    let server = Server::start(|stream, _| answer(stream, "200 OK", b"{}"));
    // Python's library and Node.js need not be there.
    let mut programs =
        vec![("curl", "bash", "-c"), ("python", "python3", "-c"), ("fetch", "node", "--input-type=module")];
    programs.retain(|(form, program, _)| is_there(program, form));
    for entry in wxwire_tests::sorts().into_iter().filter(|entry| entry.body != Body::Json) {
        let name = entry.file_name().map(|field| field.name.clone());
        let evils = EVIL.iter().filter(|evil| !evil.contains('/') && !evil.contains(".."));
        // Where no file has a name, the credential alone is evil, and always the same.
        for evil in evils.take(if name.is_some() { EVIL.len() } else { 1 }) {
            let folder = tempfile::tempdir().expect("a folder");
            let mut values: serde_json::Value = serde_json::from_str(&example(entry.id)).expect("JSON");
            if let Some(name) = &name {
                values[name] = (*evil).into();
                std::fs::write(folder.path().join(evil), "bytes").expect("a file");
            }
            let build = |form: &str| {
                let run = Wxwire::new(&["build", "--reveal", "--as", form, "--base-url", &server.url, entry.id, "-"]);
                let run = entry
                    .credentials
                    .iter()
                    .fold(run, |run, one| run.env(&entry.gateway.variable(one.name), "s3'c\"r$e`t&x=1 #"));
                run.input(values.to_string()).run().exits(0).out
            };
            for &(form, program, flag) in &programs {
                let built = build(form);
                let before = server.count();
                let mut command = Command::new(program);
                command.arg(flag).args((form == "fetch").then_some("-e")).arg(&built).current_dir(folder.path());
                let ended = command.output().expect("it is there");
                assert!(ended.status.success(), "{form} {} {evil:?}: {ended:?}", entry.id);
                assert_eq!(server.count(), before + 1, "{form} {evil:?}");
                let request = server.last();
                let (head, body) = request.split_once("\r\n\r\n").expect("head and body");
                let is_evil = |line: &str| line.to_lowercase().starts_with("x-evil");
                assert!(!head.lines().any(is_evil), "{form} {evil:?}: {request}");
                let part = body.split("\r\n\r\n").next().unwrap_or_default();
                assert!(!part.lines().any(is_evil), "{form} {evil:?}: {request}");
                let is_form = entry.body == Body::Multipart;
                assert_eq!(body.matches("Content-Disposition").count(), usize::from(is_form), "{form} {evil:?}");
                assert!(head.starts_with(entry.method.as_str()) && !folder.path().join("evil").exists(), "{evil:?}");
                // The credential is one parameter of the query, whatever stands in it.
                let line = head.lines().next().expect("a line");
                assert_eq!(line.matches('#').count() + line.matches("&x=1").count(), 0, "{form}: {line}");
            }
        }
    }
}

#[test]
fn what_is_too_long_for_an_address_is_refused_at_its_place() {
    let long = "x".repeat(100_000);
    for entry in wxwire_tests::sorts().into_iter().filter(|entry| entry.body == Body::None) {
        let mut values: serde_json::Value = serde_json::from_str(&example(entry.id)).expect("JSON");
        values["no_such_field"] = long.as_str().into();
        let run = Wxwire::new(&["build", "--json", entry.id, "-"]).input(values.to_string());
        let problems = run.run().exits(30).json()["problems"].take();
        let problem = problems.as_array().expect("problems").iter().find(|one| one["severity"] == "error");
        let problem = problem.expect("an error");
        assert_eq!((&problem["code"], &problem["unit"]), (&"too_long".into(), &"bytes".into()), "{problem}");
        assert_eq!(problem["path"], "/no_such_field");
    }
}

#[test]
fn a_mock_takes_no_profile() {
    for lang in ["en", "zh"] {
        let run = Wxwire::new(&["send", "--mock", "--profile", "nope", "--lang", lang, "gewe.send_msg", "-"]);
        let run = run.input(example("gewe.send_msg")).run().exits(2);
        assert!(run.err.contains("--profile") && run.err.contains("--mock"), "{}", run.err);
    }
}

#[test]
fn certificates_without_an_end_are_not_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let large = folder.path().join("large.pem");
    std::fs::File::create(&large).and_then(|file| file.set_len(64 << 30)).expect("a file");
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    for file in ["/dev/zero", large.to_str().expect("UTF-8"), pipe.to_str().expect("UTF-8")] {
        let start = std::time::Instant::now();
        let run = Wxwire::new(&["send", "--json", "--base-url", "https://127.0.0.1:1", "gewe.send_msg", "-"]);
        let run = run.input(example("gewe.send_msg")).env("WXWIRE_GEWE_TOKEN", "s3cret").env("SSL_CERT_FILE", file);
        let reason = run.run().exits(40).json()["verdict"]["reasons"][0].take();
        assert_eq!(reason["code"], "no_certificates", "{file}: {reason}");
        assert!(start.elapsed() < Duration::from_secs(5), "{file}");
    }
}

/// `wxwire mock` says what arrives and why it says no, and shows no secret.
#[test]
fn a_mock_shows_what_arrives() {
    for json in [false, true] {
        let mut mock = Command::new(binary())
            .args(["mock", "--port", "0", "--lang", "en"])
            .args(json.then_some("--json"))
            .env_clear()
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary starts");
        let lines = BufReader::new(mock.stdout.take().expect("piped")).lines().map_while(Result::ok);
        let (told, heard) = channel();
        std::thread::spawn(move || lines.for_each(|line| drop(told.send(line))));
        // What a call breaks or is remarked on stands below it.
        let next = || loop {
            let line: String = heard.recv_timeout(Duration::from_secs(20)).expect("a line");
            if !line.starts_with("    ") {
                break line;
            }
        };
        let head: Vec<_> = (0..if json { 1 } else { catalog::gateways().count() }).map(|_| next()).collect();
        let port = head[0].split("http://127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()).expect("a port");
        for entry in wxwire_tests::sorts() {
            let url = format!("http://127.0.0.1:{port}/{}", entry.gateway.name);
            for (secret, code, words) in [("mock-", "", entry.id), ("S3cr3t-", "bad_credential", "not the mock's")] {
                if entry.credentials.iter().all(|one| !one.required) && secret != "mock-" {
                    continue;
                }
                let send = Wxwire::new(&["send", "--base-url", &url, entry.id, "-"]).input(example(entry.id));
                let send = entry.credentials.iter().fold(send, |run, one| {
                    run.env(&entry.gateway.variable(one.name), &format!("{secret}{}", one.name))
                });
                send.run();
                let line = next();
                assert!(!line.contains("S3cr3t") && !line.contains("mock-"), "{line}");
                if json {
                    let arrival: serde_json::Value = serde_json::from_str(&line).expect("JSON");
                    assert_eq!(arrival["refusal"]["code"].as_str().unwrap_or_default(), code, "{line}");
                } else {
                    assert!(line.contains(words) && line.contains(entry.method.as_str()), "{line}");
                }
            }
        }
        mock.kill().expect("it runs");
        mock.wait().expect("it ended");
    }
}
