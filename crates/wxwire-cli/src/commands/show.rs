//! `wxwire show`: what an operation takes.

mod field;

use serde_json::json;
use wxwire::operation::Entry;
use wxwire::problem::Source;
use wxwire::schema::Docs;
use wxwire::token::Fetch;

use crate::exit::{Exit, Failure};
use crate::options::Options;
use crate::terminal::{self, Colour};

pub fn run(options: &Options, entry: &Entry) -> Result<Exit, Failure> {
    if options.json {
        terminal::json(&describe(entry));
        return Ok(Exit::Done);
    }
    let lang = options.lang();
    let heading = |text: &str| terminal::say(&format!("\n{}", Colour::Bold.paint(text)));
    let docs: &Docs = &entry.schema().root().docs;
    terminal::say(&format!("{}  {}", Colour::Bold.paint(entry.id), terminal::one_line(entry.title.get(lang))));
    terminal::say(&terminal::fold(&terminal::harmless(docs.text(lang))));
    terminal::say(&match entry.replies_to {
        Some(callback) => options.say("回应：", "answers ").to_owned() + callback.get(lang),
        None => {
            let base = entry.base_url().unwrap_or(options.say("<网关地址>", "<base URL>"));
            format!("{} {base}{}", entry.method, entry.path)
        }
    });
    // A call of a document that names no page is told by that document.
    if !entry.page.is_empty() || entry.evidence != Source::Documented {
        let evidence = format!("[{}] {}", entry.evidence.words().get(lang), entry.page);
        terminal::say(&Colour::Dim.paint(evidence.trim_end()));
    }

    // What answers a callback goes to no address of its own.
    let has_address = entry.replies_to.is_none();
    if has_address || !entry.credentials.is_empty() {
        heading(options.say("设置", "Settings"));
    }
    if has_address {
        let base_url = format!("  {}  {}", entry.gateway.variable("base_url"), entry.gateway.base_url_help.get(lang));
        terminal::say(&terminal::fold(&base_url));
    }
    for credential in entry.credentials {
        let star = if credential.required { "*" } else { "" };
        let variable = entry.gateway.variable(credential.name);
        terminal::say(&terminal::fold(&format!("  {variable}{star}  {}", credential.title.get(lang))));
        for fetch in Fetch::ways(&entry.gateway, credential.name) {
            let names: Vec<_> = fetch.asks().map(|one| entry.gateway.variable(one.name)).collect();
            let (words, comma) =
                (options.say("由本程序获取，只需设置：", "fetched by itself with "), options.say("、", ", "));
            terminal::say(&terminal::fold(&format!("    {words}{} ({})", names.join(comma), fetch.entry.id)));
        }
    }

    heading(options.say("字段（* 必填）", "Fields (* required)"));
    if !field::print(entry.schema(), lang) {
        let more = options.say("……还有更多；--json 给出全部", "… and more: --json has all of it");
        terminal::say(&format!("  {}", Colour::Yellow.paint(more)));
    }

    heading(options.say("示例", "Examples"));
    for example in entry.examples() {
        terminal::say(&terminal::fold(&format!(
            "  wxwire example {} {:<14} {}",
            entry.id,
            terminal::one_line(example.name),
            terminal::one_line(example.title.get(lang))
        )));
    }
    Ok(Exit::Done)
}

fn describe(entry: &Entry) -> serde_json::Value {
    let mut out = super::list::describe(entry);
    let credential = |one: &wxwire::secret::Credential| {
        let mut out = json!({"name": one.name, "required": one.required, "variable": entry.gateway.variable(one.name),
            "title": one.title.en, "title_zh": one.title.zh});
        let way = |fetch: Fetch| json!({"operation": fetch.entry.id, "with": fetch.asks().map(|one| one.name).collect::<Vec<_>>()});
        let ways: Vec<_> = Fetch::ways(&entry.gateway, one.name).map(way).collect();
        if !ways.is_empty() {
            out["fetched"] = ways.into();
        }
        out
    };
    out["page"] = entry.page.into();
    if let Some(callback) = entry.replies_to {
        out["replies_to"] = callback.en.into();
        out["replies_to_zh"] = callback.zh.into();
    }
    out["base_url"] = entry.base_url().into();
    out["credentials"] = entry.credentials.iter().map(credential).collect();
    out["examples"] = entry.examples().iter().map(|example| example.name).collect();
    out["schema"] = serde_json::from_str(&entry.json_schema()).expect("a schema is JSON");
    out
}
