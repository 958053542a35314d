//! `build`: every form, from whatever account, and who gets to see a credential.

use std::process::Command;

use wxwire::export::FORMATS;
use wxwire::secret::{MASK, placeholder};
use wxwire_tests::{Output, Server, Wxwire, answer};

const SECRET: &str = "S3cr3t 'of\" %mine% 密";

/// What `build` makes of an operation's example, with a secret for every gateway.
fn build(id: &str, more: &[&str]) -> Output {
    build_for("http://127.0.0.1:9", id, more)
}

fn build_for(address: &str, id: &str, more: &[&str]) -> Output {
    let example = Wxwire::new(&["example", id]).run().exits(0).out;
    let arguments = [&["build", "--base-url", address], more, &[id, "-"]].concat();
    let mut run = Wxwire::new(&arguments).input(example);
    for credential in
        wxwire::catalog::gateways().flat_map(|gateway| gateway.credentials.iter().map(move |one| (gateway, one)))
    {
        run = run.env(&credential.0.variable(credential.1.name), SECRET);
    }
    run.run()
}

#[test]
fn every_form_hides_credentials_until_asked() {
    for entry in wxwire::catalog::entries() {
        for form in FORMATS {
            let hidden = build(entry.id, &["--as", form.name]).exits(0);
            let revealed = build(entry.id, &["--as", form.name, "--reveal"]).exits(0);
            // In none of the ways in which a form may spell it.
            assert!(!hidden.out.contains("S3cr3t") && !hidden.err.contains("S3cr3t"), "{hidden:?}");
            assert!(!revealed.err.contains("S3cr3t"), "{revealed:?}");
            for credential in entry.gateway.credentials {
                let stand_in = if form.runs { placeholder(credential.name) } else { MASK.to_owned() };
                assert!(hidden.out.contains(&stand_in), "{} {}: {}", entry.id, form.name, hidden.out);
                assert_eq!(hidden.err.contains(&stand_in), form.runs, "{}", hidden.err);
                assert!(revealed.out.contains("S3cr3t") && !revealed.out.contains(&stand_in), "{}", revealed.out);
            }
        }
    }
}

#[test]
fn a_revealed_command_is_the_request() {
    let server = Server::start(|stream, _| answer(stream, "200 OK", b"{}"));
    for id in ["gewe.send_msg", "wecom.living_create", "yunzhenji.send_message"] {
        let curl = build_for(&server.url, id, &["--as", "curl", "--reveal"]).exits(0).out;
        let ended = Command::new("bash").arg("-c").arg(&curl).output().expect("bash");
        assert!(ended.status.success(), "{ended:?}");
        let by_curl = server.last();
        let example = Wxwire::new(&["example", id]).run().exits(0).out;
        let send = Wxwire::new(&["send", "--base-url", &server.url, id, "-"]).input(example);
        let gateway = wxwire::catalog::find(id).expect("in the catalog").gateway;
        let send = gateway.credentials.iter().fold(send, |run, one| run.env(&gateway.variable(one.name), SECRET));
        send.run();
        let by_send = server.last();
        let parts = |request: &str| {
            let (head, body) = request.split_once("\r\n\r\n").expect("head and body");
            let token =
                head.lines().find(|line| line.to_lowercase().starts_with("x-gewe-token")).map(str::to_lowercase);
            (head.lines().next().map(str::to_owned), token, body.to_owned())
        };
        assert_eq!(parts(&by_curl), parts(&by_send));
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
