//! `wxwire explain`: what some bytes are, what is inside, and what a reply says about the call.

mod get;
mod hex;
mod paths;
mod unsealed;

use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use wxwire::explain::{self, Explanation};
use wxwire::lang::{Lang, Words};
use wxwire::layer::base64;
use wxwire::layer::document::{Around, Document, Head};
use wxwire::problem::{Code, Problem, Source};

use crate::account::Account;
use crate::checked;
use crate::exit::{Exit, Failure};
use crate::input;
use crate::operation;
use crate::options::Options;
use crate::terminal::{self, Colour};

#[derive(Args, Debug)]
pub struct Explain {
    /// A file, or - for standard input, or an error code such as 45009
    #[arg(default_value = "-", value_name = "FILE", allow_negative_numbers = true)]
    pub what: PathBuf,
    /// The operation that it answers; by default told by its form
    #[arg(long = "as", value_name = "OPERATION")]
    pub operation: Option<String>,
    /// Change the value at a path and print the whole, every other byte as it was; can be given more than once
    #[arg(long, value_name = "PATH=VALUE")]
    pub set: Vec<String>,
    /// Open what is encrypted with the keys of this profile
    #[arg(long, value_name = "NAME", conflicts_with = "set")]
    pub profile: Option<String>,
    /// Print the value at a path alone, as it is; with --profile, that of the message inside
    #[arg(long, value_name = "PATH", conflicts_with = "set")]
    pub get: Option<String>,
    /// Print every value on a line of its own, behind its path
    #[arg(long, conflicts_with_all = ["set", "get", "profile", "hex"])]
    pub paths: bool,
    /// Print the bytes in hexadecimal, with the values that they hold beside them; with --get, those of one value
    #[arg(long, conflicts_with_all = ["set", "profile"])]
    pub hex: bool,
}

pub fn run(options: &Options, explain: &Explain) -> Result<Exit, Failure> {
    let Explain { what: file, operation, set, profile, get, paths, hex } = explain;
    let operation = operation.as_deref().map(operation::find).transpose()?;
    let name = file.to_string_lossy();
    let accounts = profile.as_deref().map(Account::opening).transpose()?;
    // A code is typed as it was read somewhere; a file of that name goes first.
    let is_code = !file.exists() && explain::is_code(&name);
    let bytes = if is_code { name.as_bytes().to_vec() } else { input::read(&name)? };
    let tried = accounts.map(|accounts| explain::unseal(&bytes, &accounts));
    let value = get.as_deref().filter(|_| *hex).and_then(|path| get::value(path, &bytes, operation));
    if let Some(path) = get
        && value.is_none()
    {
        return get::run(path, &name, bytes, tried, operation, options);
    }
    let bytes = match value {
        Some(value) => value,
        None if *hex => hex::inside(bytes),
        None => bytes,
    };
    let explanation = match explain::explain(&bytes, operation) {
        Ok(explanation) => explanation,
        Err(problem) if !set.is_empty() => {
            unchanged(&problem, &name, &bytes, options);
            return Ok(Exit::Invalid);
        }
        Err(problem) => return Ok(refuse(&problem, &name, &bytes, options)),
    };
    if !set.is_empty() {
        return edit(&explanation, bytes, set, &name, options);
    }
    if *paths {
        paths::show(&explanation, options);
        return Ok(Exit::Done);
    }
    if *hex {
        return Ok(hex::show(&explanation, bytes, options));
    }
    if let Some(tried) = &tried
        && options.json
    {
        return Ok(unsealed::json(&explanation, tried, options));
    }
    if options.json {
        terminal::json(&explanation.json(options.lang()));
    } else {
        let source = String::from_utf8_lossy(&bytes);
        show(&explanation, &source, options);
        if !explanation.faults.is_empty() {
            terminal::say("");
            // Of what is no text, the place alone is shown.
            let source =
                explanation.blotted(bytes).and_then(|source| String::from_utf8(source).ok()).unwrap_or_default();
            terminal::say(terminal::problems(&explanation.faults, &name, &source, options.lang()).trim_end());
        }
    }
    Ok(tried.map_or(Exit::Done, |tried| unsealed::show(&tried, options)))
}

/// Changes values, one after the other, and prints the whole as it is then, to the byte.
fn edit(
    explanation: &Explanation,
    mut bytes: Vec<u8>,
    set: &[String],
    name: &str,
    options: &Options,
) -> Result<Exit, Failure> {
    for typed in set {
        let guide = explanation.guide();
        let changed = Document::new(&bytes, guide).map(|document| {
            let (path, value) = split(typed, &document)?;
            Some(document.replace(path, value))
        });
        let Some(changed) = changed.transpose() else {
            return Err(Failure::usage(format!("--set {typed}: PATH=VALUE")));
        };
        match changed.and_then(|changed| changed) {
            Ok(changed) => bytes = changed,
            Err(problem) => {
                unchanged(&problem, name, &bytes, options);
                return Ok(if problem.code == Code::NoSuchPath { Exit::Usage } else { Exit::Invalid });
            }
        }
    }
    if options.json {
        terminal::json(&match std::str::from_utf8(&bytes) {
            Ok(text) => json!({"text": text}),
            Err(_) => json!({"base64": base64::encode(&bytes)}),
        });
    } else {
        terminal::bytes(&bytes);
    }
    Ok(Exit::Done)
}

/// Says why nothing was changed: the output is the whole or, but for a JSON document, nothing.
fn unchanged(problem: &Problem, name: &str, bytes: &[u8], options: &Options) {
    if options.json {
        refuse(problem, name, bytes, options);
    } else {
        terminal::warn(&wording(problem, name, bytes, options));
    }
}

/// A path can hold `=` itself: the longest one that leads somewhere is meant, be it among the values that are shown or not.
fn split<'t>(typed: &'t str, document: &Document<'_>) -> Option<(&'t str, &'t str)> {
    let mut leads: Option<usize> = None;
    document.visit(|leaf| {
        let length = leaf.path.len();
        if leads.is_none_or(|known| length > known)
            && typed.strip_prefix(leaf.path).is_some_and(|rest| rest.starts_with('='))
        {
            leads = Some(length);
        }
    });
    let at = leads.or_else(|| typed.find('='))?;
    Some((&typed[..at], &typed[at + 1..]))
}

fn refuse(problem: &Problem, name: &str, bytes: &[u8], options: &Options) -> Exit {
    if options.json {
        let problems = checked::list(None, std::slice::from_ref(problem), bytes, options.lang());
        terminal::json(&json!({"problems": problems}));
    } else {
        terminal::say(&wording(problem, name, bytes, options));
    }
    Exit::Invalid
}

fn wording(problem: &Problem, name: &str, bytes: &[u8], options: &Options) -> String {
    let source = wxwire::secret::blotted(&String::from_utf8_lossy(bytes));
    terminal::problems(std::slice::from_ref(problem), name, &source, options.lang()).trim_end().to_owned()
}

pub fn show(explanation: &Explanation, source: &str, options: &Options) {
    let lang = options.lang();
    let title = explanation.title.get(lang);
    let head = match explanation.operation {
        Some(entry) => format!("{} {title}", Colour::Bold.paint(entry.id)),
        None => Colour::Bold.paint(title),
    };
    let evidence = explanation.callback.map(|(_, source)| source).filter(|source| *source != Source::Documented);
    let evidence = evidence.map(|source| format!(" · {}", source.words().get(lang))).unwrap_or_default();
    let kind = explanation.kind.words().get(lang);
    let kind = Colour::Dim.paint(&format!("{kind} · {}{evidence}", explanation.told_by.get(lang)));
    terminal::say(&format!("{head}  {kind}"));
    if let Some(around) = around(explanation, source, lang) {
        terminal::say(&Colour::Dim.paint(&around));
    }
    if !explanation.forms.is_empty() {
        let words = match lang {
            Lang::Zh => format!("由外到内的形式：{}", explanation.forms.join("、")),
            Lang::En => format!("in these forms, from the outside in: {}", explanation.forms.join(", ")),
        };
        terminal::say(&Colour::Dim.paint(&words));
    }
    if explanation.operation.is_none() && !explanation.candidates.is_empty() {
        let words =
            options.say("形式相同，可能属于（用 --as 指定）：", "could be of one of these; name it with --as: ");
        terminal::say(&format!("{words}{}", terminal::ids(&explanation.candidates, lang)));
    }
    if let Some(verdict) = &explanation.verdict {
        terminal::say(&terminal::verdict(verdict, lang));
    }
    for one in &explanation.codes {
        let code = Colour::Bold.paint(&format!("{} {}", one.gateway.name, one.code));
        terminal::say(&format!("{code}  {}", one.words.get(lang)));
    }
    terminal::say("");
    terminal::say(&terminal::tree(&explanation.lines, lang));
    if explanation.more {
        let count = explanation.lines.len();
        terminal::say(&Colour::Yellow.paint(&match lang {
            Lang::Zh => format!("……后面还有：只显示前 {count} 个值；--set 可以修改所有的值"),
            Lang::En => format!("… and more: only the first {count} values are shown; --set reaches all of them"),
        }));
    }
}

/// Where the payload was found, where it is not all that there is.
fn around(explanation: &Explanation, source: &str, lang: Lang) -> Option<String> {
    let words = match &explanation.around {
        Around::Nothing => return None,
        Around::Http(Head { status: Some(status), .. }) => {
            Words::new("在一条 HTTP 回复之中，状态码", "inside an HTTP response, status").get(lang).to_owned()
                + &format!(" {status}")
        }
        Around::Http(_) => Words::new("在一条 HTTP 请求之中", "inside an HTTP request").get(lang).to_owned(),
        Around::Text => {
            let before = source.as_bytes().get(..explanation.payload.start).unwrap_or_default();
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
            match lang {
                Lang::Zh => format!("在一段文字之中，从第 {line} 行开始；其余文字没有解读"),
                Lang::En => format!("inside a text, from line {line} on; the rest of the text was not looked at"),
            }
        }
    };
    Some(words)
}
