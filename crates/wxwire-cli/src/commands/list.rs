//! `wxwire list`: all operations.

use serde_json::json;
use wxwire::catalog;
use wxwire::lang::Words;
use wxwire::operation::Entry;

use crate::args::Options;
use crate::exit::{Exit, Failure};
use crate::terminal::{self, Colour};
use crate::text::Text;

pub fn run(options: &Options, gateway: Option<&str>) -> Result<Exit, Failure> {
    if let Some(name) = gateway.filter(|name| catalog::gateways().all(|known| known.name != *name)) {
        let names: Vec<_> = catalog::gateways().map(|known| known.name).collect();
        let words = Words::new("没有这个网关", "no such gateway");
        return Err(Failure::usage(Text::of(|lang| format!("{} {name:?}: {}", words.get(lang), names.join(", ")))));
    }
    let entries: Vec<_> =
        catalog::entries().filter(|entry| gateway.is_none_or(|name| entry.gateway.name == name)).collect();
    if options.json {
        terminal::json(&entries.iter().map(|entry| describe(entry)).collect::<Vec<_>>());
        return Ok(Exit::Done);
    }
    let width = entries.iter().map(|entry| entry.id.len()).max().unwrap_or(0);
    for entry in entries {
        let id = Colour::Bold.paint(&format!("{:width$}", entry.id));
        let evidence = entry.evidence.words().get(options.lang());
        let title = entry.title.get(options.lang());
        terminal::say(&format!("{id}  {title}  {}", Colour::Dim.paint(&format!("[{evidence}]"))));
    }
    Ok(Exit::Done)
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
    })
}
