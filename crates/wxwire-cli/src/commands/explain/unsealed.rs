//! What was encrypted, below what it came in.

use serde_json::json;
use wxwire::explain::{Explanation, Unsealed, explain};
use wxwire::lang::Lang;

use super::show as show_explanation;
use crate::exit::Exit;
use crate::options::Options;
use crate::terminal::{self, Colour};

/// Shows the envelope, and what was tried on it.
pub(super) fn run(explanation: &Explanation, bytes: &[u8], tried: &[Unsealed], name: &str, options: &Options) -> Exit {
    if options.json {
        return json(explanation, tried, options);
    }
    show_explanation(explanation, &String::from_utf8_lossy(bytes), options);
    if !explanation.faults.is_empty() {
        terminal::say("");
        let source = explanation.blotted(bytes.to_vec()).unwrap_or_default();
        let source = String::from_utf8_lossy(&source);
        terminal::say(terminal::problems(&explanation.faults, name, &source, options.lang()).trim_end());
    }
    show(tried, options)
}

/// Shows what is inside, or at which step it could not be opened and what that usually means.
fn show(tried: &[Unsealed], options: &Options) -> Exit {
    terminal::say("");
    if tried.is_empty() {
        terminal::say(&Colour::Yellow.paint(nothing(options)));
        return Exit::Done;
    }
    for one in tried {
        let title = one.gateway.title.get(options.lang());
        match &one.message {
            Ok(message) => {
                terminal::say(&Colour::Green.paint(&format!("{}{title}", options.say("已解密：", "decrypted: "))));
                match explain(message, None) {
                    Ok(explanation) => {
                        show_explanation(&explanation, &String::from_utf8_lossy(message), options);
                    }
                    Err(problem) => terminal::say(&problem.message(options.lang())),
                }
            }
            Err(failure) => {
                let words = format!("{title} [{}]  {}", failure.step(), failure.words(options.lang()));
                terminal::say(&Colour::Red.paint(&terminal::one_line(&words)));
            }
        }
    }
    exit(tried)
}

/// The explanation with what is inside as its `unsealed`.
fn json(explanation: &Explanation, tried: &[Unsealed], options: &Options) -> Exit {
    let lang = options.lang();
    let mut whole = value(explanation, lang);
    let one = |one: &Unsealed| match &one.message {
        Ok(message) => {
            let inside = explain(message, None).ok();
            let inside = inside.map(|inside| value(&inside, lang));
            json!({"gateway": one.gateway.name, "explained": inside})
        }
        Err(failure) => {
            json!({"gateway": one.gateway.name, "step": failure.step(), "message": failure.words(lang)})
        }
    };
    whole["unsealed"] = tried.iter().map(one).collect();
    terminal::json(&whole);
    exit(tried)
}

fn value(explanation: &Explanation, lang: Lang) -> serde_json::Value {
    serde_json::from_str(&explanation.json(lang)).expect("it is JSON")
}

fn exit(tried: &[Unsealed]) -> Exit {
    if tried.iter().any(|one| one.message.is_err()) { Exit::Invalid } else { Exit::Done }
}

pub(super) fn nothing(options: &Options) -> &'static str {
    options.say("里面没有这个配置能打开的密文", "nothing in it is encrypted that this profile could open")
}
