//! What was learned, for a person and as JSON.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use wxwire::import::Places;
use wxwire::learn::{Learned, Note};
use wxwire::problem::Problem;

use super::Done;
use crate::checked;
use crate::exit::Exit;
use crate::options::Options;
use crate::source::Source;
use crate::terminal::{self, Colour, one_line};

/// More notes than these are counted, not shown; `--json` has all of them.
const SHOWN: usize = 50;

/// Of those that have one reason, more than these are counted: what is said seldom is not lost among them.
const ALIKE: usize = 12;

/// Problems that keep a source from being learned.
pub fn refuse(problems: &[Problem], source: &Source, options: &Options) -> Exit {
    if options.json {
        let list = checked::list(Some(&source.name), problems, source.text.as_bytes(), options.lang());
        terminal::json(&json!({"learned": [], "problems": list}));
    } else {
        let text = wxwire::secret::blotted(&source.text);
        terminal::say(terminal::problems(problems, &source.name, &text, options.lang()).trim_end());
    }
    Exit::Invalid
}

/// What was learned, and what is to be known of it.
pub fn tell(done: &Done, options: &Options) {
    let lang = options.lang();
    notes(&done.source, &done.learned, options);
    for one in done.missing.iter().take(SHOWN) {
        let place = Colour::Dim.paint(one.operation.unwrap_or(&done.learned.gateway));
        let line = format!("  {place}  {}  {}", one.words.get(lang), one_line(&one.what));
        terminal::say(&terminal::fold(line.trim_end()));
    }
    if done.missing.len() > SHOWN {
        terminal::say(&format!("  … +{}", done.missing.len() - SHOWN));
    }
    let count = done.added.entries.len();
    let gateway = &done.added.gateway;
    let operations = options.say("个操作", if count == 1 { "operation" } else { "operations" });
    let name = Colour::Bold.paint(gateway.name);
    terminal::say(&format!("{name}  {}  {count} {operations}", one_line(gateway.title.get(lang))));
    if let Some(file) = &done.file {
        terminal::say(&format!("  → {}", file.display()));
    }
    if done.missing.is_empty() && done.file.is_none() {
        terminal::say(options.say("  没有缺少什么", "  nothing is missing"));
    }
}

/// What was guessed and left out: beside the result. What is said of several places is said once, with how many there are.
pub fn notes(source: &Source, learned: &Learned, options: &Options) {
    let mut places = Places::of(&source.text);
    let all = grouped(&learned.notes);
    let mut same: BTreeMap<&str, usize> = BTreeMap::new();
    let mut rest = 0;
    for (number, (note, count)) in all.iter().enumerate() {
        let alike = same.entry(note.words.en).or_default();
        *alike += 1;
        if *alike > ALIKE || number - rest >= SHOWN {
            rest += 1;
            continue;
        }
        let (line, column) = places.find(source.place(&note.span).start);
        let place = Colour::Dim.paint(&format!("{line}:{column}"));
        let (kind, words) = (note.kind.words().get(options.lang()), note.words.get(options.lang()));
        let times = if *count > 1 { format!(" ×{count}") } else { String::new() };
        let line = format!("  {kind}  {place}  {words}  {}{times}", Colour::Blue.paint(&one_line(&note.what)));
        terminal::note(&terminal::fold(&line));
    }
    if rest > 0 {
        terminal::note(&format!("  … +{rest}"));
    }
}

/// Notes that say the same of the same words: the first of them, and how many there are.
fn grouped(notes: &[Note]) -> Vec<(&Note, usize)> {
    let mut all: Vec<(&Note, usize)> = Vec::new();
    let mut known: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    for note in notes {
        let at = *known.entry((note.kind.name(), note.words.en, &note.what)).or_insert(all.len());
        match all.get_mut(at) {
            Some((_, count)) => *count += 1,
            None => all.push((note, 1)),
        }
    }
    all
}

/// The same as JSON.
pub fn describe(done: &Done, options: &Options) -> Value {
    let lang = options.lang();
    let (gateway, source) = (&done.added.gateway, &done.source);
    let mut places = Places::of(&source.text);
    let notes: Vec<_> = done
        .learned
        .notes
        .iter()
        .map(|note| {
            let (line, column) = places.find(source.place(&note.span).start);
            let message = note.words.get(lang);
            json!({"kind": note.kind.name(), "line": line, "column": column, "what": note.what, "message": message})
        })
        .collect();
    let missing: Vec<_> = done
        .missing
        .iter()
        .map(|one| {
            let message = one.words.get(lang);
            json!({"operation": one.operation, "code": one.name, "message": message, "what": one.what})
        })
        .collect();
    let operations: Vec<_> = done.added.entries.iter().map(|entry| entry.id).collect();
    json!({
        "gateway": gateway.name, "title": gateway.title.en, "title_zh": gateway.title.zh, "operations": operations,
        "file": done.file, "notes": notes, "missing": missing,
    })
}
