//! `build`: every form, from whatever account, and who gets to see a credential.

use std::process::Command;

use wxwire::export::FORMATS;
use wxwire::secret::{MASK, placeholder};
use wxwire_tests::{Output, Server, Wxwire, answer, example};

const SECRET: &str = "S3cr3t 'of\" %mine% 密";

/// What `build` makes of an operation's example, with a secret for every gateway.
fn build(id: &str, more: &[&str]) -> Output {
    build_for("http://127.0.0.1:9", id, more)
}

fn build_for(address: &str, id: &str, more: &[&str]) -> Output {
    let example = example(id);
    let arguments = [&["build", "--base-url", address], more, &[id, "-"]].concat();
    let mut run = Wxwire::new(&arguments).input(example);
    let entry = wxwire::catalog::find(id).expect("in the catalog");
    for credential in entry.credentials {
        run = run.env(&entry.gateway.variable(credential.name), SECRET);
    }
    run.run()
}

#[test]
fn every_form_hides_credentials_until_asked() {
    for entry in wxwire_tests::sorts() {
        for form in FORMATS {
            let hidden = build(entry.id, &["--as", form.name]).exits(0);
            let revealed = build(entry.id, &["--as", form.name, "--reveal"]).exits(0);
            assert!(!revealed.err.contains("S3cr3t"), "{revealed:?}");
            // In none of the ways in which a form may spell it; what is no secret stands there once.
            let open = entry.credentials.iter().filter(|one| !one.secret).count();
            assert_eq!(hidden.out.matches("S3cr3t").count(), open, "{hidden:?}");
            assert!(!hidden.err.contains("S3cr3t"), "{hidden:?}");
            for credential in entry.credentials.iter().filter(|one| one.secret) {
                let stand_in = if form.runs { placeholder(credential.name) } else { MASK.to_owned() };
                assert!(hidden.out.contains(&stand_in), "{} {}: {}", entry.id, form.name, hidden.out);
                assert_eq!(hidden.err.contains(&stand_in), form.runs, "{}", hidden.err);
                assert!(revealed.out.contains("S3cr3t") && !revealed.out.contains(&stand_in), "{}", revealed.out);
            }
        }
    }
}

/// A request as it arrived.
fn arrived(text: &str) -> http::Request<Vec<u8>> {
    let (head, body) = text.split_once("\r\n\r\n").expect("head and body");
    let mut lines = head.split("\r\n");
    let mut line = lines.next().expect("a line").split(' ');
    let mut request = http::Request::builder().method(line.next().expect("a method")).uri(line.next().expect("a URL"));
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        request = request.header(name, http::HeaderValue::from_bytes(value.as_bytes()).expect("a value"));
    }
    request.body(body.as_bytes().to_vec()).expect("a request")
}

#[test]
fn a_revealed_command_is_the_request() {
    let server = Server::start(|stream, _| answer(stream, "200 OK", b"{}"));
    let folder = tempfile::tempdir().expect("a folder");
    for entry in wxwire_tests::typed() {
        let id = entry.id;
        let example = example(id);
        // The bytes of a file are curl's to read.
        let values: serde_json::Value = serde_json::from_str(&example).expect("JSON");
        if let (Some(name), Some(media)) = (values["filename"].as_str(), values["media"].as_str()) {
            let bytes = wxwire::layer::base64::decode(media).expect("base64");
            std::fs::write(folder.path().join(name), bytes).expect("a file");
        }
        let curl = build_for(&server.url, id, &["--as", "curl", "--reveal"]).exits(0).out;
        let ended = Command::new("bash").arg("-c").arg(&curl).current_dir(folder.path()).output().expect("bash");
        assert!(ended.status.success(), "{ended:?}");
        let by_curl = arrived(&server.last());
        let send = Wxwire::new(&["send", "--base-url", &server.url, id, "-"]).input(example);
        let credentials = entry.credentials.iter();
        credentials.fold(send, |run, one| run.env(&entry.gateway.variable(one.name), SECRET)).run();
        let by_send = arrived(&server.last());
        assert_eq!((by_curl.method(), by_curl.uri()), (by_send.method(), by_send.uri()), "{id}");
        // Between the parts of a form, each writes a line of its own.
        if entry.body != wxwire::operation::Body::Multipart {
            assert_eq!(by_curl.body(), by_send.body(), "{id}");
        }
        let parts = |request: &http::Request<Vec<u8>>| {
            let apart = entry.apart(request).expect(id);
            assert!(apart.foreign.is_empty(), "{id}: {:?}", apart.foreign);
            let secrets =
                entry.credentials.iter().map(|one| apart.credentials.find(one.name).map(|one| one.reveal().to_owned()));
            (apart.values, secrets.collect::<Vec<_>>())
        };
        assert_eq!(parts(&by_curl), parts(&by_send), "{id}");
        assert!(parts(&by_send).1.iter().all(|secret| secret.as_deref() == Some(SECRET)), "{id}");
    }
}

#[test]
fn reveal_needs_credentials_and_an_address() {
    let example = Wxwire::new(&["example", "gewe.send_msg"]).run().exits(0).out;
    let run = |more: &[&str]| {
        Wxwire::new(&[&["build", "--reveal"], more, &["gewe.send_msg", "-"]].concat()).input(example.clone())
    };
    let without = run(&["--base-url", "http://h"]).run().exits(10);
    assert!(without.out.is_empty() && without.err.contains("WXWIRE_GEWE_TOKEN"), "{without:?}");
    // A name in the place of the address would get what was revealed.
    assert!(run(&[]).env("WXWIRE_GEWE_TOKEN", SECRET).run().exits(2).out.is_empty());
    let json = run(&["--json", "--base-url", "http://h"]).env("WXWIRE_GEWE_TOKEN", SECRET).run().exits(2);
    assert!(!json.out.contains("S3cr3t") && json.err.contains("--reveal"), "{json:?}");
    let invalid = Wxwire::new(&["build", "--reveal", "gewe.send_msg", "-"]).input("{}").run().exits(30);
    assert!(!invalid.out.contains("POST"));
}

#[test]
fn a_profile_counts_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let profiles = folder.path().join("profiles.toml");
    std::fs::write(&profiles, "[shop.gewe]\nbase_url = \"http://shop\"\ntoken = \"of the shop\"\n[bare.gewe]\n")
        .expect("a file");
    let example = Wxwire::new(&["example", "gewe.send_msg"]).run().exits(0).out;
    let run = |profile: &str| {
        Wxwire::new(&["build", "--reveal", "--profile", profile, "gewe.send_msg", "-"])
            .input(example.clone())
            .env("WXWIRE_PROFILES", &profiles.to_string_lossy())
            .env("WXWIRE_GEWE_TOKEN", "of another")
            .env("WXWIRE_GEWE_BASE_URL", "http://another")
            .run()
    };
    let shop = run("shop").exits(0).out;
    assert!(shop.contains("Host: shop\n") && shop.contains("X-GEWE-TOKEN: of the shop\n"), "{shop}");
    assert!(run("bare").exits(2).out.is_empty());
    assert!(run("nobody").exits(10).err.contains("[nobody.gewe]"));
}

#[test]
fn forms_are_named() {
    assert_eq!(build("gewe.send_msg", &[]).out, build("gewe.send_msg", &["--as", FORMATS[0].name]).out);
    let as_json = build("gewe.send_msg", &["--as", "json"]).exits(0).json();
    assert_eq!(as_json, build("gewe.send_msg", &["--json"]).exits(0).json());
    let wrong = build("gewe.send_msg", &["--as", "telnet"]).exits(2);
    for (lang, word) in [("zh", "凭据"), ("en", "credential")] {
        let help = Wxwire::new(&["build", "--help", "--lang", lang]).run().exits(0).out;
        assert!(help.contains("--reveal") && help.contains(word), "{help}");
        for form in FORMATS {
            let about = form.about.get(if lang == "zh" { wxwire::lang::Lang::Zh } else { wxwire::lang::Lang::En });
            assert!(help.contains(about) && wrong.err.contains(form.name), "{help} {}", wrong.err);
        }
    }
}

/// What looks like a secret in a message is told where the form would send something else; an import changes no letter.
#[test]
fn a_message_that_looks_like_a_secret() {
    let text = "您的 password=123456，token: abcdef123456";
    let told = |text: &str| {
        let text = format!("text[content]={text}");
        Wxwire::new(&["build", "--as", "curl", "wecom.webhook_send", "msgtype=text", &text, "--lang", "en"])
            .run()
            .exits(0)
    };
    let (hides, plain) = (told(text), told("hello"));
    assert!(hides.out.contains("password=•••") && hides.err.contains("--reveal"), "{}{}", hides.out, hides.err);
    assert!(!plain.err.contains("--reveal"), "{}", plain.err);
    let values = format!(r#"{{"msgtype":"text","text":{{"content":"{text}"}}}}"#);
    let curl = format!("curl 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=s3cretvalue9' -d '{values}'");
    let imported = Wxwire::new(&["import", "--json"]).input(curl).run().exits(0).out;
    assert!(imported.contains(text) && !imported.contains("s3cretvalue9"), "{imported}");
}
