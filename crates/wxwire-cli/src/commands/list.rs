//! `wxwire list`: all operations, or those that somebody looks for.

use serde_json::json;
use wxwire::catalog;
use wxwire::lang::{Lang, Words};
use wxwire::operation::Entry;
use wxwire::problem::Source;

use crate::exit::{Exit, Failure};
use crate::options::Options;
use crate::terminal::{self, Colour};
use crate::text::Text;

/// Which operations are asked for.
#[derive(clap::Args, Debug)]
pub struct List {
    /// Only those of a gateway, of a section, or of a section of a gateway: `gateway.section`
    part: Option<String>,
    /// Only those that have all of these words in id, title, path or fields
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
}

pub fn run(options: &Options, list: &List, gateway: Option<&str>) -> Result<Exit, Failure> {
    if let Some(name) = gateway.filter(|name| catalog::gateways().all(|known| known.name != *name)) {
        return Err(unknown(Words::new("没有这个网关", "no such gateway"), name));
    }
    let part = list.part.as_deref();
    if let Some(name) = part.filter(|name| !catalog::entries().any(|entry| is_in(entry, name))) {
        return Err(unknown(Words::new("没有这个网关或分类", "no such gateway or section"), name));
    }
    let found = match &list.search {
        Some(words) => catalog::search(words),
        None => catalog::entries().collect(),
    };
    let is_meant = |entry: &&Entry| {
        gateway.is_none_or(|name| entry.gateway.name == name) && part.is_none_or(|name| is_in(entry, name))
    };
    let found: Vec<_> = found.into_iter().filter(is_meant).collect();
    let asks_for = |word: &str| list.search.as_ref().is_some_and(|words| words.to_lowercase().contains(word));
    if asks_for("回调") || asks_for("callback") {
        terminal::note(options.say(
            "回调不是操作：用 `wxwire listen` 接收，`wxwire mock --callbacks` 模拟推送，`wxwire explain` 解释",
            "callbacks are no operations: `wxwire listen` takes them in, `wxwire mock --callbacks` sends some, `wxwire explain` tells \
             what they are",
        ));
    }
    if options.json {
        terminal::json(&found.iter().map(|entry| describe(entry)).collect::<Vec<_>>());
    } else if found.is_empty() {
        terminal::note(options.say("没有找到操作", "no operation was found"));
    } else {
        show(options.lang(), &found, list.search.is_some());
    }
    Ok(Exit::Done)
}

/// Whether an operation is one of a gateway's, or of a section's.
fn is_in(entry: &Entry, part: &str) -> bool {
    let (gateway, section) = (entry.gateway.name, entry.section.name);
    part == gateway || part == section || part.split_once('.') == Some((gateway, section))
}

/// Under the names of their sections; what was searched for in the order in which it was found.
fn show(lang: Lang, found: &[&'static Entry], as_found: bool) {
    let mut found = found.to_vec();
    let place = |entry: &Entry| catalog::gateways().position(|gateway| gateway.name == entry.gateway.name);
    let of_one = |a: &Entry, b: &Entry| (a.gateway.name, a.section.name) == (b.gateway.name, b.section.name);
    let all = found.clone();
    match as_found {
        true => found.sort_by_key(|entry| all.iter().position(|other| of_one(other, entry))),
        false => found.sort_by_key(|entry| (place(entry), entry.section.name)),
    }
    for group in found.chunk_by(|a, b| of_one(a, b)) {
        let [first, ..] = group else { continue };
        // A document knows better what the vendor calls it.
        let section = group.iter().find(|entry| !entry.has_type()).unwrap_or(first).section;
        let dot = if section.name.is_empty() { "" } else { "." };
        let heading = format!("{}{dot}{}  {}", first.gateway.name, section.name, section.title.get(lang));
        let heading = terminal::one_line(&heading);
        terminal::say(&format!("{}  {}", Colour::Bold.paint(&heading), Colour::Dim.paint(&group.len().to_string())));
        let width = group.iter().map(|entry| entry.id.len()).max().unwrap_or(0);
        for entry in group {
            let title = terminal::one_line(entry.title.get(lang));
            let mark = Some(mark(entry.evidence, lang)).filter(|_| entry.evidence != Source::Documented);
            let mark = mark.map(|mark| format!("  {}", Colour::Dim.paint(&mark))).unwrap_or_default();
            terminal::say(&format!("  {:width$}  {title}{mark}", entry.id));
        }
    }
    let is_there = |source: &Source| found.iter().any(|entry| entry.evidence == *source);
    let meanings = [(Source::Observed, OBSERVED), (Source::Inferred, INFERRED)];
    let meanings = meanings.into_iter().filter(|(source, _)| is_there(source));
    let legend: Vec<_> =
        meanings.map(|(source, words)| format!("{} {}", mark(source, lang), words.get(lang))).collect();
    if !legend.is_empty() {
        terminal::note(&legend.join(" · "));
    }
}

/// A mark of what no vendor documents.
fn mark(evidence: Source, lang: Lang) -> String {
    format!("[{}]", evidence.words().get(lang))
}

const OBSERVED: Words = Words::new(
    "见于真实流量或第三方代码，厂商文档未载明全部",
    "seen in traffic or in others' code; the vendor's pages do not say all of it",
);
const INFERRED: Words = Words::new("由相近的接口推断", "concluded from what is like it");

fn unknown(words: Words, name: &str) -> Failure {
    let names: Vec<_> = catalog::gateways().map(|known| known.name).collect();
    Failure::usage(Text::of(|lang| match lang {
        Lang::Zh => format!("{}：{name}；可选 {}；用 --search 查找", words.get(lang), names.join("、")),
        Lang::En => format!("{}: {name}; possible: {}; search with --search", words.get(lang), names.join(", ")),
    }))
}

/// An operation as `list` prints it.
pub fn describe(entry: &Entry) -> serde_json::Value {
    json!({
        "id": entry.id,
        "gateway": entry.gateway.name,
        "title": entry.title.en,
        "title_zh": entry.title.zh,
        "method": entry.method.as_str(),
        "path": entry.path,
        "evidence": entry.evidence.name(),
        "section": entry.section.name,
    })
}
