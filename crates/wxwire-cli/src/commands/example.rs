//! `wxwire example`: a payload to begin with.

use serde_json::json;
use wxwire::lang::{Lang, Words};
use wxwire::operation::Entry;

use crate::exit::{Exit, Failure};
use crate::options::Options;
use crate::terminal;
use crate::text::Text;

pub fn run(options: &Options, entry: &Entry, name: Option<&str>) -> Result<Exit, Failure> {
    let examples = entry.examples();
    let names = |but: &str, lang: Lang| {
        let names = examples.iter().map(|example| example.name).filter(|name| *name != but);
        names.collect::<Vec<_>>().join(if lang == Lang::Zh { "、" } else { ", " })
    };
    let chosen = match name {
        Some(name) => examples.iter().find(|example| example.name == name),
        None => examples.first(),
    };
    let Some(chosen) = chosen else {
        let words = Words::new("没有这个示例；已有：", "no such example; there are: ");
        return Err(Failure::usage(Text::of(|lang| format!("{}{}", words.get(lang), names("", lang)))));
    };
    if options.json {
        let values: serde_json::Value = serde_json::from_str(&chosen.values).expect("an example is JSON");
        let title = chosen.title;
        terminal::json(
            &json!({"operation": entry.id, "name": chosen.name, "title": title.en, "title_zh": title.zh, "values": values}),
        );
        return Ok(Exit::Done);
    }
    terminal::say(&chosen.values);
    if name.is_none() && examples.len() > 1 {
        terminal::note(&format!(
            "{}{}",
            options.say("其他示例：", "other examples: "),
            names(chosen.name, options.lang())
        ));
    }
    Ok(Exit::Done)
}
