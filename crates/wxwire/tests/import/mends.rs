//! One sign of structure changed, in every example of the catalog and every sample: what is mended to other values than those
//! that were meant, which must be nothing, and how near to the fault a refusal points.
//!
//! A change that leaves JSON is not counted: nobody can tell it from what somebody means. Else it is
//!
//! - *right*, where import gives the values that the text had before;
//! - *misread*, where it gives others, and tells repairs, other than those of the text as it was;
//! - *refused*, where it gives none: *near*, if the problem begins at most one token from the change.
//!
//! `cargo xtask mends` prints the figures of all; the test takes one change of many.

use std::fmt;
use std::ops::AddAssign;
use std::path::Path;

use serde_json::Value;
use wxwire::catalog;
use wxwire::import::{Imported, import};
use wxwire::layer::json::Tree;
use wxwire::operation::{Body, Entry};

/// What stands for structure in JSON; each is taken away, and each becomes another one.
const STRUCTURE: &str = "\":,{}[]";

/// The test takes one change of so many; a prime, so it meets every kind of change.
const ONE_OF: usize = 211;

#[test]
fn no_change_of_one_sign_is_misread() {
    let figures = measure(ONE_OF);
    assert!(figures.near * 100 >= 95 * figures.refused && figures.right > 0, "{figures}");
    assert_eq!(figures.misread, 0, "{figures}");
}

/// Requests within other JSON: a record with its reply, options of a library, a line of a log, a list of a queue.
const HELD: [&str; 4] = [
    r#"{"request": {"appId": "wx_1", "toWxid": "wxid_1", "content": "你好"}, "response": {"ret": 200, "msg": "操作成功"}}"#,
    r#"{"method": "post", "headers": {"X-GEWE-TOKEN": "t"}, "data": {"appId": "wx_1", "toWxid": "wxid_1", "content": "a, b"}}"#,
    r#"{"level": "info", "msg": "{\"appId\":\"wx_1\",\"toWxid\":\"wxid_1\",\"content\":\"你好\"}", "took": 3}"#,
    r#"[{"id": 7, "to": "/gewe/v2/api/message/postText", "body": {"appId": "wx_1", "toWxid": "wxid_1", "content": "你好"}}]"#,
];

#[test]
fn no_change_around_a_request_is_misread() {
    for text in HELD {
        let figures = of_one(None, text, 1);
        assert!(figures.texts == 1 && figures.right > 0 && figures.refused > 0, "{text}: {figures}");
        assert_eq!(figures.misread, 0, "{text}: {figures}");
    }
}

#[test]
#[ignore = "minutes; `cargo xtask mends` runs it"]
fn all_of_them() {
    let figures = measure(1);
    println!("{figures}");
    assert!(figures.near * 100 >= 95 * figures.refused && figures.misread == 0, "{figures}");
}

#[derive(Debug, Default)]
struct Figures {
    texts: usize,
    valid: usize,
    right: usize,
    misread: usize,
    refused: usize,
    near: usize,
    /// Some that are misread, and some refusals that point elsewhere.
    shown: Vec<String>,
}

/// The most lines of each kind that are shown.
const SHOWN: usize = 40;

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        self.texts += other.texts;
        self.valid += other.valid;
        self.right += other.right;
        self.misread += other.misread;
        self.refused += other.refused;
        self.near += other.near;
        for line in other.shown {
            let kind = line.get(..4).unwrap_or_default();
            if self.shown.iter().filter(|one| one.starts_with(kind)).count() < SHOWN {
                self.shown.push(line);
            }
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = self.near as f64 * 100.0 / self.refused.max(1) as f64;
        for line in &self.shown {
            writeln!(f, "{line}")?;
        }
        let Self { texts, valid, right, misread, refused, .. } = self;
        let all = right + misread + refused;
        write!(
            f,
            "{all} changes of {texts} texts: {right} right, {misread} misread, {refused} refused, {share:.2} % of them near; \
             {valid} are still JSON"
        )
    }
}

fn measure(one_of: usize) -> Figures {
    let texts = texts();
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        let texts = &texts;
        let work = move |from: usize| {
            let mut sum = Figures::default();
            for (entry, text) in texts.iter().skip(from).step_by(workers) {
                sum += of_one(*entry, text, one_of);
            }
            sum
        };
        let running: Vec<_> = (0..workers).map(|from| scope.spawn(move || work(from))).collect();
        let mut sum = Figures::default();
        running.into_iter().for_each(|worker| sum += worker.join().expect("no panic"));
        sum
    })
}

/// Every example of a call that has JSON, and every sample that is imported.
fn texts() -> Vec<(Option<&'static Entry>, String)> {
    let entries = catalog::entries().filter(|entry| entry.body == Body::Json);
    let examples =
        entries.flat_map(|entry| entry.examples().into_iter().map(move |one| (Some(entry), one.values.to_string())));
    let mut texts: Vec<_> = examples.collect();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples")];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(&folder).expect("a folder").flatten() {
            if file.path().is_dir() {
                folders.push(file.path());
            } else if let Ok(text) = std::fs::read_to_string(file.path()) {
                texts.push((None, text));
            }
        }
    }
    texts
}

fn of_one(entry: Option<&'static Entry>, text: &str, one_of: usize) -> Figures {
    let Some((meant, own)) = import(text.as_bytes(), entry).ok().and_then(read) else { return Figures::default() };
    let mut figures = Figures { texts: 1, ..Figures::default() };
    let tokens = tokens(text);
    let signs = text.char_indices().filter(|(_, char)| STRUCTURE.contains(*char));
    let changes = signs.flat_map(|(at, char)| {
        let others = STRUCTURE.chars().filter(move |other| *other != char).map(String::from);
        others.chain([String::new()]).map(move |new| (at, new))
    });
    for (at, new) in changes.skip(text.len() % one_of).step_by(one_of) {
        let changed = [&text[..at], &new, &text[at + 1..]].concat();
        if Tree::parse(&changed).is_ok() {
            figures.valid += 1;
            continue;
        }
        let imported = import(changed.as_bytes(), entry);
        let place = match &imported {
            Ok(imported) => imported.problems.iter().find(|one| one.is_error()).and_then(|one| one.span.clone()),
            Err(problem) => problem.span.clone(),
        };
        let line = |what: &str| {
            let around = |at: usize| {
                let from = (0..=at.saturating_sub(30)).rev().find(|at| changed.is_char_boundary(*at)).unwrap_or(0);
                let to = (at + 50..).find(|at| changed.is_char_boundary(*at) || *at > changed.len()).unwrap_or(at);
                changed.get(from..to.min(changed.len())).unwrap_or_default().to_owned()
            };
            let id = entry.map_or("sample", |entry| entry.id);
            format!(
                "{what} {id} at {at}: {:?}\n      told {place:?}: {:?}",
                around(at),
                place.clone().map(|one| around(one.start))
            )
        };
        match imported.ok().and_then(read) {
            Some((values, _)) if values == meant => figures.right += 1,
            Some((_, repairs)) if repairs == own || repairs.is_empty() => figures.valid += 1,
            Some((values, repairs)) => {
                figures.misread += 1;
                figures.shown.push(format!("{} {repairs:?} {values}", line("misread")));
            }
            None => {
                figures.refused += 1;
                let near = place.as_ref().is_some_and(|place| {
                    // Where the place stands in the text as it was.
                    let start = if new.is_empty() && place.start >= at { place.start + 1 } else { place.start };
                    index(&tokens, start).abs_diff(index(&tokens, at)) <= 1
                });
                if near {
                    figures.near += 1;
                } else {
                    figures.shown.push(line("far"));
                }
            }
        }
    }
    figures
}

/// The values, and the names of the repairs.
fn read(imported: Imported) -> Option<(Value, Vec<&'static str>)> {
    let values = serde_json::from_str(imported.values.as_deref()?).expect("JSON");
    Some((values, imported.repairs.iter().map(|one| one.fix.name()).collect()))
}

/// Where each token begins: strings, words and numbers, and signs.
fn tokens(text: &str) -> Vec<usize> {
    let (mut starts, mut quoted, mut escaped, mut word) = (vec![], false, false, false);
    for (at, char) in text.char_indices() {
        if quoted {
            quoted = escaped || char != '"';
            escaped = char == '\\' && !escaped;
            continue;
        }
        let sign = STRUCTURE.contains(char);
        if sign || !char.is_whitespace() && !word {
            starts.push(at);
        }
        word = !sign && !char.is_whitespace();
        quoted = char == '"';
    }
    starts
}

/// The token that a place is in, or behind.
fn index(tokens: &[usize], at: usize) -> usize {
    tokens.partition_point(|start| *start <= at)
}
