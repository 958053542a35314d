//! What other menders make of faulty JSON, beside what import makes of it: the same as at least one of them, or it refuses.
//!
//! `peers.jsonl` holds a text in each line, and what jsonrepair 3.15.0, JSON5 2.2.3, Hjson 3.2.2 and `json_repair` 0.64.6 read it
//! as; one that refuses is not named. The texts are those that these projects try themselves, so far as they are in brackets.

use std::collections::BTreeMap;

use serde_json::Value;
use wxwire::import::import;

#[test]
fn import_agrees_with_a_peer_or_refuses() {
    let (mut equal, mut refused, mut other) = (0, 0, vec![]);
    let mut by_peer = BTreeMap::new();
    for line in include_str!("peers.jsonl").lines() {
        let (text, peers): (String, BTreeMap<String, Value>) = serde_json::from_str(line).expect("a line");
        let values = import(text.as_bytes(), None).ok().and_then(|imported| imported.values);
        let Some(values) = values else {
            refused += 1;
            continue;
        };
        let own: Value = serde_json::from_str(&values).expect("JSON");
        let names: Vec<_> = peers.iter().filter(|(_, value)| are_same(&own, value)).map(|(names, _)| names).collect();
        match names.first() {
            Some(names) => {
                equal += 1;
                names.split(' ').for_each(|name| *by_peer.entry(name.to_owned()).or_insert(0) += 1);
            }
            None => other.push(format!("{text:?} became {values}, of {peers:?}")),
        }
    }
    println!("{equal} as a peer reads them {by_peer:?}, {refused} refused, {} otherwise", other.len());
    assert!(other.is_empty(), "{other:#?}");
    assert!(equal > 90, "{equal}");
}

/// The same values, however their numbers are written.
fn are_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.as_f64() == right.as_f64(),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| are_same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            let same = |(key, value): (&String, &Value)| right.get(key).is_some_and(|other| are_same(value, other));
            left.len() == right.len() && left.iter().all(same)
        }
        _ => left == right,
    }
}
