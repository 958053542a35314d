//! Credentials and addresses, and the file that they stand in.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wxwire_tests::{Output, Server, Wxwire, answer, binary};

const SECRET: &str = "S3cr3t-of-mine";

/// A file of profiles that only its owner reads.
fn file(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join("profiles.toml");
    std::fs::write(&path, text).expect("a file");
    std::fs::set_permissions(&path, Permissions::from_mode(0o600)).expect("permissions");
    path
}

fn run(path: &Path, profile: Option<&str>, more: &[&str]) -> Output {
    let values = ["to_wxid=b", "appid=a", "xml=<appmsg><type>1</type><title>t</title></appmsg>"];
    let profile = profile.map(|name| ["--profile", name]);
    let profile = profile.iter().flatten().copied();
    let arguments: Vec<_> = ["send", "--dry-run", "gewe.send_app"].into_iter().chain(values).chain(profile).collect();
    let run = Wxwire::new(&[&arguments[..], more].concat());
    let run = run.env("WXWIRE_PROFILES", &path.to_string_lossy()).run();
    assert!(!run.err.contains("S3cr3t") && !run.out.contains("S3cr3t"), "{run:?}");
    run
}

#[test]
fn what_is_wrong_stops_only_what_uses_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let good = format!("[good.gewe]\ntoken = \"another-{SECRET}\"\nbase_url = \"http://127.0.0.1:1\"\n");
    let wrong = [
        (format!("token = {SECRET}"), "in quotes", "写在引号内"),
        (format!("token = \"{SECRET}"), "not closed", "没有闭合"),
        (format!("token {SECRET}"), "no =", "缺少 ="),
        ("token =".to_owned(), "behind the =", "= 后面没有值"),
        ("token = 5".to_owned(), "in quotes", "写在引号内"),
        (format!("tokn = \"{SECRET}\""), "tokn", "tokn"),
        (format!("token = \"x\"\ntoken = \"{SECRET}\""), "twice", "重复"),
    ];
    for (line, en, zh) in wrong {
        for text in [format!("{good}\n[bad.gewe]\n{line}\n"), format!("[bad.gewe]\n{line}\n\n{good}")] {
            let path = file(folder.path(), &text);
            run(&path, Some("good"), &[]).exits(0);
            let at = 1 + text.lines().position(|one| line.lines().last() == Some(one)).expect("it stands there");
            for (lang, words, place) in
                [("en", en, format!("profiles.toml:{at}: ")), ("zh", zh, format!("第 {at} 行："))]
            {
                let failed = run(&path, Some("bad"), &["--lang", lang]).exits(2);
                assert!(failed.err.contains(words) && failed.err.contains(&place), "{line}: {}", failed.err);
            }
            let failed = run(&path, Some("bad"), &["--json"]).exits(2).json();
            assert_eq!(failed["error"]["code"], "profile");
        }
    }
    // A section whose name cannot be read, one that stands twice, one of no gateway.
    for text in
        ["[bad.gewe\ntoken = \"x\"", "[bad.gewe]\ntoken = \"x\"\n[bad.gewe]\ntoken = \"y\"", "[bad.geww]\na = \"x\""]
    {
        let path = file(folder.path(), &format!("{text}\n{good}"));
        run(&path, Some("good"), &[]).exits(0);
        run(&path, Some("bad"), &[]).exits(2);
        run(&path, Some("nobody"), &[]).exits(10);
    }
    // One byte that is no text.
    let path = folder.path().join("profiles.toml");
    std::fs::write(&path, [b"[bad.gewe]\ntoken = \"\xff\"\n", good.as_bytes()].concat()).expect("a file");
    run(&path, Some("good"), &[]).exits(0);
    run(&path, Some("bad"), &[]).exits(2);
}

#[test]
fn what_is_no_file_is_named_and_not_waited_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let large = folder.path().join("large");
    std::fs::write(&large, "# \n".repeat(1 << 20)).expect("a file");
    for (path, words) in [
        (pipe.as_path(), "not a regular file"),
        (Path::new("/dev/zero"), "not a regular file"),
        (Path::new("/dev/tty"), "not a regular file"),
        (folder.path(), "not a regular file"),
        (large.as_path(), "larger than 1 MiB"),
    ] {
        let start = Instant::now();
        let mut child = Command::new(binary())
            .args(["send", "--dry-run", "--base-url", "http://h", "wecom.living_create", "anchor_userid=a", "theme=t"])
            .args(["living_start:=4000000000", "living_duration:=1"])
            .env_clear()
            .env("WXWIRE_PROFILES", path)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        while child.try_wait().expect("it can be asked").is_none() {
            if start.elapsed() > Duration::from_secs(5) {
                child.kill().expect("it runs");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let output = child.wait_with_output().expect("it ended");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{}: {err}", path.display());
        assert!(err.contains(words) && err.contains(&*path.to_string_lossy()), "{err}");
    }
}

#[test]
fn what_others_can_read_is_remarked_upon() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), &format!("[a.gewe]\ntoken = \"{SECRET}\"\nbase_url = \"http://127.0.0.1:1\"\n"));
    assert!(!run(&path, Some("a"), &[]).exits(0).err.contains("chmod"));
    for mode in [0o644, 0o666, 0o640] {
        std::fs::set_permissions(&path, Permissions::from_mode(mode)).expect("permissions");
        let told = run(&path, Some("a"), &[]).exits(0).err;
        assert!(told.contains("chmod 600") && told.contains(&format!("{mode:04o}")), "{told}");
    }
}

#[test]
fn the_profile_that_nobody_named_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path =
        file(folder.path(), &format!("[default.gewe]\ntoken = \"{SECRET}\"\nbase_url = \"http://127.0.0.1:1\"\n"));
    for lang in ["en", "zh"] {
        let told = run(&path, None, &["--lang", lang]).exits(0).err;
        assert!(told.contains("[default.gewe]") && told.contains("profiles.toml"), "{told}");
    }
}

#[test]
fn blanks_around_a_credential_are_left_out_and_control_characters_refused() {
    let echo = Server::start(|stream, request| {
        let text = serde_json::to_string(request).expect("text is JSON");
        answer(stream, "200 OK", format!(r#"{{"ret":1,"msg_err":{text}}}"#).as_bytes());
    });
    let send = |token: &str| {
        let values = ["appid=a", "to_wxid=b", "xml=<appmsg><type>1</type><title>t</title></appmsg>"];
        let arguments = [&["send", "--base-url", &echo.url, "gewe.send_app"], &values[..]].concat();
        Wxwire::new(&arguments).env("WXWIRE_GEWE_TOKEN", token).run()
    };
    let run = send(&format!(" {SECRET}\n")).exits(42);
    assert!(run.err.contains("WXWIRE_GEWE_TOKEN") && run.err.contains("blanks"), "{}", run.err);
    assert!(!run.out.contains("S3cr3t") && !run.err.contains("S3cr3t"), "{run:?}");
    assert!(echo.last().to_lowercase().contains(&format!("x-gewe-token: {}\r\n", SECRET.to_lowercase())));
    for token in ["S3cr3t\nX-Other: 1", "S3cr3t\u{7f}", "S3cr3t\u{85}x"] {
        let run = send(token).exits(10);
        assert!(run.err.contains("WXWIRE_GEWE_TOKEN") && run.err.contains("control"), "{}", run.err);
        assert!(!run.err.contains("S3cr3t"), "{}", run.err);
    }
    assert_eq!(echo.count(), 1);
}

#[test]
fn an_address_that_is_none_shows_no_secret() {
    for url in [
        "http://h?access_token=S3cr3t-of-mine",
        "http://h#S3cr3t",
        "http://user:S3cr3t?x@h",
        "http://h?a=x@S3cr3t",
        "http://user:S3cr3t@h/p",
    ] {
        let run = Wxwire::new(&[
            "send",
            "--base-url",
            url,
            "wecom.living_create",
            "anchor_userid=a",
            "theme=t",
            "living_start:=4000000000",
            "living_duration:=1",
        ]);
        let run = run.env("WXWIRE_WECOM_ACCESS_TOKEN", "tok-tok-tok").run().exits(2);
        assert!(!run.err.contains("S3cr3t") && run.err.contains("base URL"), "{}", run.err);
    }
}
