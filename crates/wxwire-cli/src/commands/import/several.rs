//! Several requests in one text: a list of them, one of them, or all of them as files.

use std::collections::HashSet;

use serde_json::json;
use wxwire::import::{self, Places, Sample};
use wxwire::lang::Words;
use wxwire::problem::{Code, Problem};

use super::{Import, is_done};
use crate::exit::{Exit, Failure};
use crate::options::Options;
use crate::terminal::{self, Colour, one_line};
use crate::{keep, text::Text};

/// The most characters of a sample's name in the name of its file.
const NAME: usize = 40;

const TAKEN: Words = Words::new("已经存在；用 --replace 覆盖", "is there already; --replace writes over it");

/// Says that there are more, where there are.
pub fn hint(bytes: &[u8], options: &Options) {
    let count = wxwire::learn::request_count(bytes);
    if count > 1 {
        let words = options
            .say("段内容；--list 列出，--pick 选取其中一段", "pieces in it; --list shows them, --pick takes one");
        terminal::note(&format!("  {count} {words}"));
    }
}

/// Lists the requests: number, line, operation, kind, name.
pub fn list(samples: &[Sample], source: &str, options: &Options) -> Exit {
    let mut places = Places::of(source);
    for (at, sample) in samples.iter().enumerate() {
        let (line, _) = places.find(sample.span.start);
        let operation = sample.imported.operation.map(|entry| entry.id);
        if options.json {
            terminal::json(&json!({
                "number": at + 1,
                "line": line,
                "name": sample.name,
                "operation": operation,
                "kind": sample.kind(),
                "form": sample.imported.form.name(),
                "readable": !sample.imported.problems.iter().any(Problem::is_error),
            }));
            continue;
        }
        let mut words = vec![Colour::Bold.paint(&format!("{:>3}", at + 1)), format!("{line:>5}")];
        words.push(operation.unwrap_or("-").to_owned());
        words.extend(sample.kind());
        words.push(Colour::Dim.paint(&one_line(&sample.name)));
        words.extend(remark(sample, options).map(str::to_owned));
        terminal::data(&words.join("  "));
    }
    Exit::Done
}

/// Why a piece is no request that can be taken, if it is none.
fn remark<'o>(sample: &Sample, options: &'o Options) -> Option<&'o str> {
    let problem = sample.imported.problems.iter().find(|one| one.is_error())?;
    Some(match (problem.code, &*problem.expected) {
        (Code::NoRequest, "reply") => options.say("（网关的回复）", "(a gateway's reply)"),
        (Code::NoRequest, "callback") => options.say("（网关的回调）", "(a gateway's callback)"),
        _ => options.say("（无法读取）", "(not readable)"),
    })
}

/// The request of a number or a name.
pub fn picked(samples: Vec<Sample>, pick: &str) -> Result<Vec<import::Imported>, Failure> {
    let count = samples.len();
    let at = match pick.parse::<usize>() {
        Ok(number) => number.checked_sub(1).filter(|at| *at < count),
        Err(_) => {
            let is = |sample: &Sample| {
                let kind = sample.kind().unwrap_or_default();
                sample.name == pick || kind == pick || sample.imported.operation.is_some_and(|one| one.id == pick)
            };
            let holds = |sample: &Sample| sample.name.contains(pick);
            samples.iter().position(is).or_else(|| samples.iter().position(holds))
        }
    };
    let Some(at) = at else {
        let words = Words::new("没有这个请求；--list 列出全部", "there is no such request; --list shows them");
        return Err(Failure::usage(Text::from(words).about(&one_line(pick))));
    };
    Ok(samples.into_iter().nth(at).map(|sample| sample.imported).into_iter().collect())
}

/// Writes the values of each request of an operation to a file of its own.
pub fn write(samples: &[Sample], import: &Import, options: &Options) -> Result<Exit, Failure> {
    let Some(folder) = &import.folder else { return Ok(Exit::Usage) };
    let (mut exit, mut names) = (Exit::Done, HashSet::new());
    for (at, sample) in samples.iter().enumerate() {
        let number = at + 1;
        let (Some(entry), Some(values)) = (sample.imported.operation, &sample.imported.values) else {
            let is_broken = sample.imported.problems.iter().any(Problem::is_error);
            if is_broken && sample.imported.operation.is_some() {
                exit = Exit::Invalid;
            }
            let why = if is_broken {
                options.say("无法读取，没有写入", "is not readable, and not written")
            } else {
                options.say("不是任何操作的请求，没有写入", "is no operation's request, and not written")
            };
            terminal::note(&format!("{number:>3}  {}  {why}", one_line(&sample.name)));
            continue;
        };
        if !is_done(&sample.imported) {
            exit = Exit::Invalid;
        }
        let mut name = format!("{number:02}-{}", entry.id);
        for part in [sample.kind(), Some(sample.name.clone())].into_iter().flatten() {
            let part = safe(&part);
            if !part.is_empty() {
                name = format!("{name}-{part}");
            }
        }
        if !names.insert(name.clone()) {
            continue;
        }
        let file = folder.join(format!("{name}.json"));
        keep::keep(&file, values.trim_end_matches('\n'), import.replace, TAKEN)?;
        let shown = file.display().to_string();
        if options.json {
            terminal::json(&json!({"number": number, "operation": entry.id, "file": shown}));
        } else {
            terminal::data(&one_line(&shown));
        }
    }
    Ok(exit)
}

/// A name in which no sign means anything to a file system or a shell.
fn safe(name: &str) -> String {
    let plain: String = name.chars().take(NAME).map(|char| if char.is_alphanumeric() { char } else { '-' }).collect();
    let parts: Vec<_> = plain.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}
