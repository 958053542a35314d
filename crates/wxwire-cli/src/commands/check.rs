//! `wxwire check`: every problem at its place.

use serde_json::{Value, json};
use wxwire::import::Places;
use wxwire::operation::Entry;
use wxwire::problem::{Code, Problem};

use crate::args::{Body, Options};
use crate::exit::{Exit, Failure};
use crate::input;
use crate::terminal::{self, Colour};

pub fn run(options: &Options, body: &Body) -> Result<Exit, Failure> {
    let entry = super::find(&body.operation, options)?;
    let bytes = input::values(&body.values, options)?;
    let problems = entry.check(&bytes);
    if options.json {
        terminal::json(&to_json(entry, &body.values, &problems, &bytes, options));
    } else {
        show(entry, &body.values, &bytes, &problems, options);
    }
    Ok(if problems.iter().any(Problem::is_error) { Exit::Invalid } else { Exit::Done })
}

/// The problems as `check` prints them.
pub fn to_json(entry: &Entry, typed: &[String], problems: &[Problem], bytes: &[u8], options: &Options) -> Value {
    json!({"operation": entry.id, "problems": list(typed, problems, bytes, options)})
}

/// Problems, each with its place: the file, where the source is one, line and column, and its bytes.
pub fn list(typed: &[String], problems: &[Problem], bytes: &[u8], options: &Options) -> Value {
    // Up to the first byte that is not UTF-8 the places are those of the bytes, and there the reading ends.
    let source = String::from_utf8_lossy(bytes);
    let mut places = Places::of(&source);
    let placed = |problem: &Problem| {
        let mut json = problem.to_json(options.lang());
        if let Some(span) = &problem.span {
            let (line, column) = places.find(span.start.min(source.len()));
            if let Some(file) = source_file(typed) {
                json["file"] = file.into();
            }
            json["line"] = line.into();
            json["column"] = column.into();
            json["span"] = json!([span.start, span.end]);
        }
        json
    };
    problems.iter().map(placed).collect()
}

/// The problems for a person.
pub fn show(entry: &Entry, typed: &[String], bytes: &[u8], problems: &[Problem], options: &Options) {
    if problems.is_empty() {
        let mark = Colour::Green.paint("✓");
        return terminal::say(&format!("{mark} {}{}", entry.id, options.say("：没有问题", ": no problems")));
    }
    terminal::say(&wording(entry, typed, bytes, problems, options));
}

/// Problems in words.
pub fn wording(entry: &Entry, typed: &[String], bytes: &[u8], problems: &[Problem], options: &Options) -> String {
    let lang = options.lang();
    let name = source_name(typed, options);
    let too_large = problems.iter().any(|problem| problem.code == Code::TooLarge);
    let source = if too_large { String::new() } else { entry.masked_source(&String::from_utf8_lossy(bytes)) };
    let list = terminal::problems(problems, name, &source, lang);
    let colon = options.say("：", ": ");
    let mut text =
        format!("{}\n\n{}{colon}{}", list.trim_end_matches('\n'), entry.id, terminal::summary(problems, lang));
    let text_for_number = |problem: &Problem| problem.code == Code::WrongType && problem.found == "string";
    if problems.iter().any(text_for_number) && typed.iter().any(|word| word.contains('=')) {
        text.push('\n');
        text.push_str(options.say("提示：数字等非文字的值写作 key:=1", "hint: what is not text is written key:=1"));
    }
    text
}

/// What a source is called: its file, or the values that were typed.
pub fn source_name<'t>(typed: &'t [String], options: &Options) -> &'t str {
    source_file(typed).unwrap_or(options.say("<内容>", "<values>"))
}

/// The file that is the source as it stands.
fn source_file(typed: &[String]) -> Option<&str> {
    match typed {
        [file] if file != "-" && (file.starts_with(['/', '.']) || !file.contains('=')) => Some(file),
        _ => None,
    }
}
