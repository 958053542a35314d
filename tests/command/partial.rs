//! What was taken in part: level, status and names, for each gateway whose replies tell it.

use serde_json::{Value, json};
use wxwire::catalog;
use wxwire::imitation::{Mock, Twist};
use wxwire::layer::json::Tree;
use wxwire::operation::Entry;
use wxwire::verdict::Level;
use wxwire_tests::{Server, Wxwire, answer};

/// The level of what the mock answers to some values when it takes a part only.
fn level(entry: &Entry, values: &str) -> Option<Level> {
    let tree = Tree::parse(values).expect("JSON");
    let mut mock = Mock::new(1);
    mock.twist = Twist::FewerResults;
    let body = entry.answer(tree.root(), &mut mock)?.body;
    Some(entry.verdict(Some(values), &http::Response::new(body)).level)
}

/// The examples of all calls, and each of them with every outermost list doubled, so that there is a part of it.
fn several() -> Vec<(&'static Entry, String)> {
    let mut all = Vec::new();
    for entry in wxwire_tests::typed() {
        for example in entry.examples() {
            let mut doubled: Value = serde_json::from_str(&example.values).expect("JSON");
            for list in doubled.as_object_mut().expect("an object").values_mut().filter_map(Value::as_array_mut) {
                list.extend(list.clone());
            }
            all.push((entry, doubled.to_string()));
            all.push((entry, example.values));
        }
    }
    all
}

#[test]
fn in_part_has_a_level_a_status_and_names() {
    let (mut gateways, mut tried) = (Vec::new(), Vec::new());
    for (entry, values) in several() {
        let valid = !entry.check(values.as_bytes()).iter().any(wxwire::problem::Problem::is_error);
        let Some(level) = level(entry, &values).filter(|_| valid) else { continue };
        if tried.contains(&(entry.id, level)) {
            continue;
        }
        tried.push((entry.id, level));
        let exit = if level == Level::Partial { 43 } else { 42 };
        let send = ["send", "--mock", "--fault", "fewer_results", entry.id, "-"];
        let run = Wxwire::new(&[&send[..], &["--json"]].concat()).input(values.clone()).run().exits(exit);
        let verdict = run.json()["verdict"].take();
        assert_eq!(verdict["level"], level.name(), "{}: {verdict}", entry.id);
        if level == Level::Partial {
            gateways.push(entry.gateway.name);
            let names = verdict["not_taken"].as_array().expect("names").clone();
            assert!(!names.is_empty() && names.iter().all(|one| one["name"].is_string()), "{verdict}");
            let run = Wxwire::new(&[&send[..], &["--lang", "en"]].concat()).input(values).run().exits(43);
            assert!(run.out.contains("partly taken") && run.out.contains("not taken"), "{}", run.out);
            assert!(names.iter().all(|one| run.out.contains(one["name"].as_str().expect("text"))), "{}", run.out);
        }
    }
    gateways.dedup();
    // Those whose replies name what was not taken, in a list or by a result for each.
    let told = |entry: &&Entry| level(entry, &entry.examples()[0].values).is_some();
    let mut expected: Vec<_> = catalog::typed().filter(told).map(|entry| entry.gateway.name).collect();
    expected.dedup();
    assert_eq!(gateways, expected);
    let listed = |name: &&str| catalog::gateways().any(|one| one.name == *name && !one.not_taken.is_empty());
    assert!(expected.iter().any(listed) && expected.len() >= 3, "{expected:?}");
}

/// A reply of each call with something in each list that names what was not taken.
#[test]
fn every_list_of_what_was_not_taken_counts() {
    let mut tried = Vec::new();
    for entry in wxwire_tests::typed() {
        for pointer in entry.gateway.not_taken.iter().chain(entry.not_taken) {
            // A gateway's own are the same for each of its calls.
            if tried.contains(&(entry.gateway.name, *pointer)) {
                continue;
            }
            tried.push((entry.gateway.name, *pointer));
            for list in [json!("alice|bob"), json!(["alice", "bob"])] {
                let name = pointer.trim_start_matches('/');
                let mut reply: Value = serde_json::from_str(&entry.reply()).expect("JSON");
                reply[name] = list;
                let reply = reply.to_string();
                let server = Server::start(move |stream, _| answer(stream, "200 OK", reply.as_bytes()));
                let send = Wxwire::new(&["send", "--json", "--base-url", &server.url, entry.id, "-"]);
                let send = entry
                    .credentials
                    .iter()
                    .fold(send, |run, one| run.env(&entry.gateway.variable(one.name), "s3cret-s3cret"));
                let verdict = send.input(entry.examples()[0].values.clone()).run().exits(43).json()["verdict"].take();
                let names: Vec<_> =
                    verdict["not_taken"].as_array().expect("names").iter().map(|one| &one["name"]).collect();
                assert_eq!((&verdict["level"], names), (&"partial".into(), vec![&json!("alice"), &json!("bob")]));
            }
        }
    }
    assert!(!tried.is_empty());
}

#[test]
fn the_status_is_in_the_help() {
    for (lang, words) in [("en", "43  partly taken"), ("zh", "43  部分接收")] {
        let help = Wxwire::new(&["help", "send", "--lang", lang]).run().exits(0).out;
        assert!(help.contains(words), "{help}");
    }
}
