//! The file that a token is kept in, and what may stand in its place.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::time::{Duration, Instant};

use super::{Home, SECRET, TAKEN, counts, gateway};

fn mode(path: &std::path::Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode() & 0o7777
}

#[test]
fn only_its_owner_reads_it() {
    let server = gateway(7200, |_| TAKEN.to_owned());
    let home = Home::wecom(&server.url);
    home.text().run().exits(0);
    assert_eq!(mode(&home.token()), 0o600);
    assert_eq!(mode(&home.tokens("lock").remove(0)), 0o600);
    assert_eq!(mode(&home.path(".cache/wxwire/tokens")), 0o700);
    for open in [0o644, 0o640, 0o604, 0o660] {
        fs::set_permissions(home.token(), Permissions::from_mode(open)).expect("permissions");
        let (before, _) = counts(&server);
        let run = home.text().run().exits(0);
        assert!(run.err.contains("others can get at it") && run.err.contains("fetched"), "{run:?}");
        assert_eq!((counts(&server).0, mode(&home.token())), (before + 1, 0o600));
    }
}

/// Another secret, id or address is another account; the same in another profile is not.
#[test]
fn a_token_belongs_to_an_account_at_an_address() {
    let server = gateway(7200, |_| TAKEN.to_owned());
    let home = Home::wecom(&server.url);
    home.text().run().exits(0);
    let (url, other) = (server.url.as_str(), format!("{}/proxy", server.url));
    let accounts = [
        [("corpid", "ww0001"), ("corpsecret", "another-secret"), ("base_url", url)],
        [("corpid", "ww0002"), ("corpsecret", SECRET), ("base_url", url)],
        [("corpid", "ww0001"), ("corpsecret", SECRET), ("base_url", &other)],
    ];
    for (number, account) in accounts.iter().enumerate() {
        for _ in 0..2 {
            home.profile("wecom", account);
            home.text().run().exits(0);
            assert_eq!(counts(&server).0, number + 2, "{account:?}");
        }
    }
    assert_eq!(home.tokens("json").len(), 4);
}

#[test]
fn what_is_broken_is_fetched_anew() {
    let server = gateway(7200, |_| TAKEN.to_owned());
    let home = Home::wecom(&server.url);
    home.text().run().exits(0);
    let whole = fs::read(home.token()).expect("it is there");
    let text = String::from_utf8(whole.clone()).expect("text");
    let late = text.replace("\"fetched\":", "\"fetched\":9");
    let strange = text.replace("t0ken", "t0\\r\\nken");
    let long = format!("{}{}", text.trim_end(), " ".repeat(1 << 20));
    let broken: Vec<Vec<u8>> = [vec![], b"{".to_vec(), b"\xff\xfe".to_vec(), strange.into(), late.into(), long.into()]
        .into_iter()
        .chain((1..whole.len() - 1).step_by(7).map(|end| whole[..end].to_vec()))
        .collect();
    for bytes in broken {
        let path = home.token();
        fs::write(&path, &bytes).expect("a file");
        let (before, _) = counts(&server);
        home.text().run().exits(0);
        assert_eq!(counts(&server).0, before + 1, "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(99)]));
    }
}

#[test]
fn what_is_no_file_holds_nothing_up() {
    let server = gateway(7200, |_| TAKEN.to_owned());
    let home = Home::wecom(&server.url);
    home.text().run().exits(0);
    let (token, lock) = (home.token(), home.tokens("lock").remove(0));
    for path in [&token, &lock] {
        for kind in ["pipe", "folder"] {
            fs::remove_file(path).expect("it is there");
            match kind {
                "pipe" => assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo runs").success()),
                _ => fs::create_dir(path).expect("a folder"),
            }
            let start = Instant::now();
            let run = home.text().run().exits(0);
            assert!(start.elapsed() < Duration::from_secs(10), "{kind}");
            if path == &lock || kind == "folder" {
                assert!(
                    run.err.contains("not kept") && run.err.contains(&*path.with_extension("").to_string_lossy()),
                    "{run:?}"
                );
            } else {
                assert!(run.err.contains("not a regular file"), "{run:?}");
            }
            match path.metadata().is_ok_and(|known| known.is_dir()) {
                true => fs::remove_dir(path).expect("it is empty"),
                false => fs::remove_file(path).expect("it is there"),
            }
            fs::write(path, "").expect("a file");
            fs::set_permissions(path, Permissions::from_mode(0o600)).expect("permissions");
        }
    }
}

/// Where nothing can be written, the message goes out all the same, and it is said that the next run fetches again.
#[test]
fn a_full_disk_is_said() {
    let server = gateway(7200, |_| TAKEN.to_owned());
    let home = Home::wecom(&server.url);
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$@\"";
    for number in 1..3 {
        let output = Command::new("sh")
            .args(["-c", script, "sh"])
            .arg(wxwire_tests::binary())
            .args(["send", "--profile", "shop"])
            .args(super::TEXT)
            .env_clear()
            .env("LANG", "en_GB.UTF-8")
            .env("HOME", home.path(""))
            .env("WXWIRE_PROFILES", home.path("profiles.toml"))
            .output()
            .expect("sh runs");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{err}");
        assert!(err.contains("the token was not kept"), "{err}");
        assert_eq!(counts(&server), (number, number));
        assert!(home.tokens("json").is_empty() && home.tokens("new").is_empty());
    }
    // A folder that cannot be made.
    fs::remove_dir_all(home.path(".cache")).expect("it is there");
    fs::write(home.path(".cache"), "").expect("a file");
    let run = home.text().run().exits(0);
    assert!(run.err.contains("the token was not kept"), "{run:?}");
}

/// A path that is not absolute names no folder.
#[test]
fn the_folder_is_where_the_environment_says() {
    let server = gateway(7200, |_| TAKEN.to_owned());
    let home = Home::wecom(&server.url);
    let own = home.path("elsewhere");
    home.text().env("XDG_CACHE_HOME", &own.to_string_lossy()).run().exits(0);
    assert!(own.join("wxwire/tokens").is_dir() && home.tokens("json").is_empty());
    home.text().env("XDG_CACHE_HOME", "elsewhere").run().exits(0);
    assert_eq!(home.tokens("json").len(), 1);
}
