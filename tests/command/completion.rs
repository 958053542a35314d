//! What a shell gets that asks how a line goes on, in all five shells; and the scripts that make them ask.

use std::process::{Command, Stdio};

use wxwire_tests::{Wxwire, binary};

/// The shells that a script is made for.
const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

/// What a shell gets that asks how a line goes on.
fn candidates(shell: &str, line: &[&str], variables: &[(&str, &str)]) -> Vec<String> {
    let index = line.len().to_string();
    let words = [&["--", "wxwire"], line].concat();
    let mut run =
        Wxwire::new(&words).env("WXWIRE_COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", &index).env("_CLAP_IFS", "\n");
    for (name, value) in variables {
        run = run.env(name, value);
    }
    let run = run.run().exits(0);
    assert_eq!(run.err, "", "{shell} {line:?}");
    // Behind the candidate, a shell that shows it gets what it means.
    let plain = |line: &str| match shell {
        "zsh" => line.replace("\\:", "\u{1}").split(':').next().unwrap_or_default().replace('\u{1}', ":"),
        _ => line.split('\t').next().unwrap_or_default().to_owned(),
    };
    run.out.lines().map(plain).filter(|one| !one.is_empty()).collect()
}

#[test]
fn every_shell_completes_ids_gateways_examples_profiles_and_fields() {
    let folder = tempfile::tempdir().expect("a folder");
    let profiles = folder.path().join("profiles.toml");
    std::fs::write(&profiles, "[shop.gewe]\ntoken = \"x\"\n[other.wecom]\ncorpid = \"x\"\n").expect("written");
    let home = [("WXWIRE_PROFILES", profiles.to_str().expect("UTF-8"))];
    for shell in SHELLS {
        let of = |line: &[&str]| candidates(shell, line, &home);
        assert_eq!(of(&["send", "gewe.send_a"]), ["gewe.send_app"], "{shell}");
        assert_eq!(of(&["explain", "--as", "gewe.send_a"]), ["gewe.send_app"], "{shell}");
        assert_eq!(of(&["login", "i"]), ["ilink"], "{shell}");
        assert_eq!(of(&["listen", "wec"]), ["wecom"], "{shell}");
        assert_eq!(of(&["listen", "wecom/s"]), ["wecom/shop"], "{shell}");
        assert_eq!(of(&["send", "--profile", "s"]), ["shop"], "{shell}");
        assert_eq!(of(&["example", "gewe.send_msg", "me"]), ["mention"], "{shell}");
        assert_eq!(of(&["send", "gewe.send_msg", "to_wxid"]), ["to_wxid_list:="], "{shell}");
        assert_eq!(of(&["check", "wecom.message_send", "msgtype=textc"]), ["msgtype=textcard"], "{shell}");
        assert_eq!(of(&["mock", "--fault", "trunc"]), ["truncated"], "{shell}");
        assert_eq!(of(&["list", "wecom.k"]), ["wecom.kf"], "{shell}");
        assert_eq!(of(&["help", "comp"]), ["completions"], "{shell}");
        assert_eq!(of(&["comp"]), ["completions"], "{shell}");
        assert_eq!(of(&["build", "--as", "pow"]), ["powershell"], "{shell}");
        let all = of(&["show", ""]);
        let ids = wxwire::catalog::entries().filter(|entry| all.contains(&entry.id.to_owned())).count();
        assert_eq!(ids, wxwire::catalog::entries().count(), "{shell}");
        let script = Wxwire::new(&["completions", shell]).run().exits(0).out;
        assert!(script.contains("WXWIRE_COMPLETE") && script.contains(shell), "{script}");
    }
}

/// Real shells, where they are there: each reads its script and says how a line goes on.
#[test]
fn the_scripts_run() {
    let folder = binary().parent().expect("a folder").to_string_lossy().into_owned();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap_or_default());
    for (shell, program) in [
        (
            "bash",
            "source <(wxwire completions bash); COMP_WORDS=(wxwire send gewe.send_a); COMP_CWORD=2; \
             _clap_complete_wxwire wxwire gewe.send_a send; printf '%s\\n' \"${COMPREPLY[@]}\"",
        ),
        ("fish", "wxwire completions fish | source; complete -C 'wxwire send gewe.send_a'"),
    ] {
        let run = Command::new(shell).args(["-c", program]).env("PATH", &path).stdin(Stdio::null()).output();
        let Ok(run) = run else { continue };
        let out = String::from_utf8_lossy(&run.stdout);
        assert_eq!(out.split_whitespace().next(), Some("gewe.send_app"), "{shell}: {run:?}");
    }
    let read = "autoload -U compinit && compinit -u && source <(wxwire completions zsh)";
    if let Ok(run) = Command::new("zsh").args(["-fc", read]).env("PATH", &path).env("HOME", "/nonexistent").output() {
        assert!(run.status.success() && run.stderr.is_empty(), "{run:?}");
    }
}

/// What others named comes into the line only where a shell takes it as it stands.
#[test]
fn no_candidate_is_a_command() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path().to_str().expect("UTF-8");
    std::fs::write(format!("{folder}/profiles.toml"), "[shop.gewe]\ntoken=\"x\"\n[\"sh;id\".gewe]\ntoken=\"x\"\n")
        .expect("written");
    std::fs::write(format!("{folder}/a$(id).json"), "{}").expect("written");
    std::fs::write(format!("{folder}/a.json"), "{}").expect("written");
    let profiles = format!("{folder}/profiles.toml");
    let home = [("WXWIRE_PROFILES", &*profiles)];
    for shell in SHELLS {
        assert_eq!(candidates(shell, &["send", "--profile", "sh"], &home), ["shop"], "{shell}");
        assert_eq!(
            candidates(shell, &["explain", &format!("{folder}/a")], &home),
            [format!("{folder}/a.json")],
            "{shell}"
        );
    }
}
