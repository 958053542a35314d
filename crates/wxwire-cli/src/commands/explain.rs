//! `wxwire explain`: what a reply is, what is inside, and what it says about the call.

use std::path::Path;

use wxwire::explain;

use crate::args::Options;
use crate::exit::{Exit, Failure};
use crate::input;
use crate::terminal::{self, Colour};

pub fn run(options: &Options, file: &Path, operation: Option<&str>) -> Result<Exit, Failure> {
    let lang = options.lang();
    let operation = operation.map(|id| super::find(id, options)).transpose()?;
    let name = file.to_string_lossy();
    let bytes = input::read(&name)?;
    let explanation = match explain::reply(&bytes, operation) {
        Ok(explanation) => explanation,
        Err(problem) if options.json => {
            terminal::json(&serde_json::json!({"problems": [problem.to_json(lang)]}));
            return Ok(Exit::Invalid);
        }
        Err(problem) => {
            let source = String::from_utf8_lossy(&bytes);
            terminal::say(terminal::problems(&[problem], &name, &source, lang).trim_end());
            return Ok(Exit::Invalid);
        }
    };
    if options.json {
        terminal::json(&explanation.to_json(lang));
        return Ok(Exit::Done);
    }
    match (explanation.operation, &explanation.candidates[..]) {
        (Some(entry), _) => {
            let words = options.say("的回复", "reply to ");
            let title = entry.title.get(lang);
            terminal::say(&match lang {
                wxwire::lang::Lang::Zh => format!("{} {title} {words}", Colour::Bold.paint(entry.id)),
                wxwire::lang::Lang::En => format!("{words}{} ({title})", Colour::Bold.paint(entry.id)),
            });
        }
        (None, []) => terminal::say(options.say("不是已知网关的回复", "not the reply of a gateway that is known")),
        (None, several) => {
            let names: Vec<_> = several.iter().map(|entry| entry.id).collect();
            let words = options.say("回复的形式相同，可能来自", "a reply that all of these give");
            terminal::say(&format!("{words}: {} (--as)", names.join(", ")));
        }
    }
    if let Some(verdict) = &explanation.verdict {
        terminal::say(&terminal::verdict(verdict, lang));
    }
    terminal::say("");
    for leaf in &explanation.leaves {
        terminal::say(&format!(
            "{}  {}",
            Colour::Dim.paint(&terminal::one_line(&leaf.path)),
            terminal::one_line(&leaf.value)
        ));
    }
    Ok(Exit::Done)
}
