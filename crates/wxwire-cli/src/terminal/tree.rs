//! What is inside a document, as a tree: one line for each value, and one for each group of them.

use wxwire::explain::Line;
use wxwire::lang::Lang;

use super::{Colour, one_line};

/// The most characters of one value that are shown; `--json` has all of it.
const SHOWN: usize = 160;

/// The tree. What stands on the way to a line, joined with `/`, is its path.
pub fn tree(lines: &[Line], lang: Lang) -> String {
    let mut out = Vec::new();
    let mut before: Vec<&str> = Vec::new();
    for line in lines.iter().filter(|line| !line.opened) {
        let steps: Vec<&str> = line.path.strip_prefix('/').unwrap_or(&line.path).split('/').collect();
        let same = steps.iter().zip(&before).take_while(|(step, before)| step == before).count();
        let same = same.min(steps.len() - 1);
        for (depth, step) in steps[..steps.len() - 1].iter().enumerate().skip(same) {
            let path = steps[..=depth].join("/");
            let title = lines
                .iter()
                .take_while(|other| other.span.start <= line.span.start)
                .find(|other| other.opened && is(&other.path, &path));
            let title = title.and_then(|other| other.title.as_ref()).map(|title| title.get(lang)).unwrap_or_default();
            out.push(format!("{}{}{}", "  ".repeat(depth), Colour::Blue.paint(&one_line(step)), behind(title)));
        }
        let name = steps.last().copied().unwrap_or_default();
        out.push(format!("{}{}", "  ".repeat(steps.len() - 1), leaf(name, line, lang)));
        before = steps;
    }
    out.join("\n")
}

fn leaf(name: &str, line: &Line, lang: Lang) -> String {
    let value = one_line(&line.value);
    let length = value.chars().count();
    let value = match length > SHOWN {
        true => format!("{}… ({length})", value.chars().take(SHOWN).collect::<String>()),
        false if value.is_empty() => Colour::Dim.paint("\"\""),
        false => value,
    };
    let meaning = line.meaning.as_ref().map(|meaning| format!(" = {}", meaning.words(lang))).unwrap_or_default();
    let title = line.title.as_ref().map(|title| title.get(lang)).unwrap_or_default();
    format!("{}  {value}{}{}", Colour::Blue.paint(&one_line(name)), Colour::Green.paint(&meaning), behind(title))
}

fn behind(title: &str) -> String {
    if title.is_empty() { String::new() } else { Colour::Dim.paint(&format!("  · {title}")) }
}

/// Whether a text that was opened stands at the step of a path.
fn is(opened: &str, path: &str) -> bool {
    let opened = opened.strip_prefix('/').unwrap_or(opened);
    path.strip_prefix(opened).is_some_and(|rest| rest.starts_with('!'))
}
