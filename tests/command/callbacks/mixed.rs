//! Thousands of callbacks of every kind, some of them forged, repeated, cut and late.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::process::{Home, Process, is_silent, port};

/// `wxwire listen` for every gateway, and the addresses as `wxwire mock` takes them.
fn listen(home: &Home, more: &[&str]) -> (Process, Vec<String>, Vec<Value>) {
    let routes = ["/app=wecom/shop", "/bot=wecom/bot", "gewe", "yunzhenji/shop", "xbot", "youmi"];
    let listening = home.run(&[&["listen", "--port", "0"], &routes[..], more].concat());
    let first: Vec<_> = routes.iter().map(|_| listening.line()).collect();
    let port = port(first[0]["url"].as_str().expect("an address"));
    let whose = ["wecom/shop", "wecom/bot", "gewe", "yunzhenji/shop", "xbot", "youmi"];
    let paths = ["app", "bot", "gewe", "yunzhenji/shop", "xbot", "youmi"];
    let pairs = whose.iter().zip(paths);
    let to = pairs.map(|(whose, path)| format!("--callback={whose}=http://127.0.0.1:{port}/{path}")).collect();
    (listening, to, first)
}

fn mock(home: &Home, to: &[String], count: &str, faults: &[&str]) -> Process {
    let faults = faults.iter().flat_map(|fault| ["--fault", fault]);
    let arguments = ["mock", "--port", "0", "--callbacks", count].into_iter();
    home.run(&arguments.chain(faults).chain(to.iter().map(String::as_str)).collect::<Vec<_>>())
}

/// What a callback says, whichever number it was printed with.
fn content(line: &Value) -> String {
    format!("{} {}", line["path"], line["explained"])
}

const FAULTS: [&str; 4] = ["callback_forged/7", "callback_repeated/5", "callback_cut/11", "callback_late=50ms/13"];

#[test]
fn ten_thousand_mixed_callbacks_are_each_printed_once() {
    let home = Home::new("mixed");
    let (listening, to, _) = listen(&home, &[]);
    let start = Instant::now();
    let mock = mock(&home, &to, "10000", &FAULTS);
    let told = mock.lines_until(|line| line["totals"].is_object());
    let took = start.elapsed();
    let totals = &told.last().expect("a line")["totals"];
    let of = |name: &str| totals[name].as_u64().expect("a number");
    // What is sent once is lost when it is cut.
    assert_eq!(of("taken") + of("given_up"), 10_000, "{totals}");
    assert!(of("given_up") > 0 && of("forged") > 300 && of("repeats") > 500, "{totals}");
    assert_eq!(of("forged_taken"), 0, "{totals}");
    let printed: Vec<_> =
        listening.rest(Duration::from_secs(2)).into_iter().filter(|one| one["number"].is_u64()).collect();
    let probes = printed.iter().filter(|one| one.to_string().contains("testMsg")).count() as u64;
    assert_eq!((printed.len() as u64, probes), (of("taken") + 1, 1), "each once, and the trial of GeWe's address");
    let contents: BTreeSet<_> = printed.iter().map(content).collect();
    assert_eq!(contents.len(), printed.len(), "none twice");
    assert!(is_silent(&printed) && is_silent(&told));
    let said = listening.end();
    let summary = format!("taken in {} · repeated {} · refused", of("taken") + 1, of("repeats"));
    assert!(said.contains(&summary), "{said}\n{totals}");
    println!("10,000 callbacks in {took:?}: {totals}");
}

#[test]
fn a_listener_that_is_started_anew_remembers_what_came() {
    let home = Home::new("anew");
    let callbacks = |more: &[&str]| {
        let (listening, to, _) = listen(&home, more);
        // The same seed sends the same messages.
        let mock = mock(&home, &to, "120", &[]);
        let told = mock.lines_until(|line| line["totals"].is_object());
        assert_eq!(told.last().expect("a line")["totals"]["taken"], 120);
        mock.end();
        let printed = listening.rest(Duration::from_millis(700));
        let printed: Vec<_> = printed.iter().filter(|one| one["number"].is_u64()).map(content).collect();
        listening.end();
        printed
    };
    let first = callbacks(&[]);
    let again = callbacks(&[]);
    let can_repeat = |one: &&String| ["\"/app\"", "\"/bot\""].iter().any(|path| one.starts_with(path));
    assert_eq!(first.iter().filter(can_repeat).count(), 40);
    assert_eq!(again.iter().filter(can_repeat).count(), 0);
    let anew = callbacks(&["--forget"]);
    assert_eq!(anew.iter().filter(can_repeat).count(), 40);
    let kept = home.path().join(".local/state/wxwire/seen");
    let kept: Vec<_> = std::fs::read_dir(kept).expect("a folder").flatten().map(|file| file.path()).collect();
    assert!(kept.iter().filter(|path| path.extension().is_none()).count() == 6, "{kept:?}");
    #[cfg(unix)]
    for path in &kept {
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(path).expect("a file").permissions());
        assert_eq!(mode & 0o077, 0, "{}", path.display());
    }
    // What is kept tells nobody who wrote.
    assert!(kept.iter().all(|path| !std::fs::read_to_string(path).expect("text").contains("zhangsan")));
}
