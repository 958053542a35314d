//! What is inside a document, as a tree: one line for each value, and one for each group of them.

use wxwire::explain::Line;
use wxwire::lang::Lang;

use super::{Colour, one_line, with_local_time};

/// The most characters of one value that are shown; `--json` has all of it.
const SHOWN: usize = 160;

/// The tree. What stands on the way to a line, joined with `/`, is its path.
pub fn tree(lines: &[Line], lang: Lang) -> String {
    let mut out = Vec::new();
    let mut before: Vec<&str> = Vec::new();
    // The texts that are open, outermost first: what they are called is written where they were opened.
    let mut open: Vec<&Line> = Vec::new();
    for line in lines {
        open.retain(|other| inside(&other.path, &line.path).is_some());
        if line.opened {
            open.push(line);
            continue;
        }
        let steps: Vec<&str> = line.path.strip_prefix('/').unwrap_or(&line.path).split('/').collect();
        let same = steps.iter().zip(&before).take_while(|(step, before)| step == before).count();
        let same = same.min(steps.len() - 1);
        let mut length = line.path.len() - line.path.strip_prefix('/').unwrap_or(&line.path).len();
        for (depth, step) in steps[..steps.len() - 1].iter().enumerate() {
            length += step.len();
            if depth >= same {
                out.push(format!("{}{}", "  ".repeat(depth), group(step, &open, &line.path[..length], lang)));
            }
            length += 1;
        }
        let name = steps.last().copied().unwrap_or_default();
        // An element that has attributes was a group before it was a text.
        if steps.len() < before.len() && before.starts_with(&steps) {
            if !line.value.is_empty() {
                out.push(format!("{}{}", "  ".repeat(steps.len()), leaf("text()", line, "", lang)));
            }
            continue;
        }
        let title = match &line.title {
            Some(title) => title.get(lang),
            // A base64 that holds nothing but text is called as the text that holds it.
            None => opened_at(&open, &line.path).map(|line| title(line, lang)).unwrap_or_default(),
        };
        out.push(format!("{}{}", "  ".repeat(steps.len() - 1), leaf(name, line, title, lang)));
        before = steps;
    }
    out.join("\n")
}

/// The head of a group: its name, what it is called, and of an address with a query the address.
fn group(step: &str, open: &[&Line], path: &str, lang: Lang) -> String {
    let opened = opened_at(open, path);
    let holder = path.strip_suffix("!query").and_then(|path| open.iter().find(|line| line.path == path));
    let address = holder.map(|line| format!("  {}", Colour::Dim.paint(&short(&line.value)))).unwrap_or_default();
    let title = opened.map(|line| title(line, lang)).unwrap_or_default();
    format!("{}{address}{}", Colour::Blue.paint(&one_line(step)), behind(title))
}

/// The text that was opened at the last step of a path.
fn opened_at<'l>(open: &[&'l Line], path: &str) -> Option<&'l Line> {
    let here = |line: &&&Line| inside(&line.path, path).is_some_and(|rest| !rest.contains('/'));
    open.iter().find(here).copied()
}

fn title(line: &Line, lang: Lang) -> &str {
    line.title.as_ref().map(|title| title.get(lang)).unwrap_or_default()
}

/// How a path goes on inside an opened text.
fn inside<'p>(opened: &str, path: &'p str) -> Option<&'p str> {
    path.strip_prefix(opened).filter(|rest| rest.starts_with('!'))
}

fn leaf(name: &str, line: &Line, title: &str, lang: Lang) -> String {
    let value = if line.value.is_empty() { Colour::Dim.paint("\"\"") } else { short(&line.value) };
    let meaning = line
        .meaning
        .as_ref()
        .map(|meaning| format!(" = {}", with_local_time(&meaning.words(lang), lang)))
        .unwrap_or_default();
    format!("{}  {value}{}{}", Colour::Blue.paint(&one_line(name)), Colour::Green.paint(&meaning), behind(title))
}

/// A value on one line, and how many characters it has where that is not all of it.
fn short(value: &str) -> String {
    let value = one_line(value);
    match value.chars().count() {
        length if length > SHOWN => format!("{}… ({length})", value.chars().take(SHOWN).collect::<String>()),
        _ => value,
    }
}

fn behind(title: &str) -> String {
    if title.is_empty() { String::new() } else { Colour::Dim.paint(&format!("  · {title}")) }
}
