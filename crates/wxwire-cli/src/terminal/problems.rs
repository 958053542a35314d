//! Problems, each with its place in the source marked.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use unicode_width::UnicodeWidthChar;
use wxwire::lang::Lang;
use wxwire::problem::{Problem, Severity};

use super::{Colour, harmless, one_line, with_local_time};

/// More than these are counted, not shown.
const SHOWN: usize = 50;

/// What stands before a line: its number, and a bar.
const GUTTER: usize = 8;

/// All problems of a source, for a person.
pub fn problems(problems: &[Problem], name: &str, source: &str, lang: Lang) -> String {
    let renderer = if Colour::wanted() { Renderer::styled() } else { Renderer::plain() };
    let width = terminal_width();
    let renderer = renderer.term_width(width);
    let mut text = String::new();
    for problem in problems.iter().take(SHOWN) {
        text.push_str(&one(problem, name, source, lang, &renderer, width));
        text.push_str("\n\n");
    }
    if problems.len() > SHOWN {
        let more = problems.len() - SHOWN;
        text.push_str(&match lang {
            Lang::Zh => format!("……另有 {more} 个\n\n"),
            Lang::En => format!("… and {more} more\n\n"),
        });
    }
    text
}

/// How many there are of each severity.
pub fn summary(problems: &[Problem], lang: Lang) -> String {
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let part = |severity: Severity| match (count(severity), lang) {
        (0, _) => None,
        (1, Lang::En) => Some(format!("1 {}", severity.words().en)),
        (count, Lang::En) => Some(format!("{count} {}s", severity.words().en)),
        (count, Lang::Zh) => Some(format!("{count} 个{}", severity.words().zh)),
    };
    let parts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Note].into_iter().filter_map(part).collect();
    match lang {
        Lang::Zh => parts.join("，"),
        Lang::En => parts.join(", "),
    }
}

fn one(problem: &Problem, name: &str, source: &str, lang: Lang, renderer: &Renderer, width: usize) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level = level.with_name(problem.severity.words().get(lang));
    let message = match problem.source {
        Some(from) if problem.limit.is_some() => format!("{} [{}]", problem.message(lang), from.words().get(lang)),
        _ => problem.message(lang),
    };
    let message = with_local_time(&message, lang);
    let title = level.primary_title(one_line(&message)).id(problem.code.name());
    let Some(span) = problem.span.clone().filter(|_| !source.is_empty()) else {
        let place = one_line(&place(problem, lang));
        let group = match place.is_empty() {
            true => Group::with_title(title),
            false => title.element(Level::NOTE.no_name().message(place)),
        };
        return renderer.render(&[group]);
    };
    let part = Part::of(source, span, width.saturating_sub(GUTTER));
    let label = AnnotationKind::Primary.span(part.mark.clone()).label(one_line(&place(problem, lang)));
    let name = one_line(name);
    // The renderer counts in what is shown of the line.
    let shown = part.text[..part.mark.start].chars().count() + 1;
    let (counted, meant) = (format!("{name}:{}:{shown}", part.line), format!("{name}:{}:{}", part.line, part.column));
    let snippet = Snippet::source(part.text).line_start(part.line).path(name).annotation(label);
    renderer.render(&[title.element(snippet)]).replacen(&counted, &meant, 1)
}

/// The path of a problem; of one inside of a layer, also where it stands in the source, from the first byte on.
fn place(problem: &Problem, lang: Lang) -> String {
    match &problem.span {
        Some(span) if problem.path.contains('!') => {
            let word = if lang == Lang::Zh { "字节" } else { "byte" };
            format!("{} @ {word} {}", problem.path, span.start)
        }
        _ => problem.path.clone(),
    }
}

/// A line without what a terminal would obey; every byte keeps its place.
fn same_length(line: &str) -> String {
    let is_harmless = |char: char| harmless(char.encode_utf8(&mut [0; 4])).starts_with(char);
    let shown = |char: char| if is_harmless(char) { char.to_string() } else { "?".repeat(char.len_utf8()) };
    line.chars().map(shown).collect()
}

/// The line of a source that a problem is on, or as much of it as a line of the terminal takes.
struct Part {
    text: String,
    line: usize,
    /// In characters of the source, from 1.
    column: usize,
    mark: Range<usize>,
}

/// What stands where a line is cut.
const CUT: &str = "…";

impl Part {
    fn of(source: &str, span: Range<usize>, columns: usize) -> Self {
        let start = floor(source, span.start.min(source.len()));
        let line_start = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = source[start..].find('\n').map_or(source.len(), |at| start + at);
        // Of a whole object or list, its first byte is enough.
        let end = if source[start..].starts_with(['{', '[']) { start + 1 } else { span.end };
        // A third of the room is for what stands before, where there is not room for all.
        let is_short = width_of(&source[line_start..line_end]) <= columns;
        let third = if is_short { columns } else { columns / 3 };
        let before = source[line_start..start].char_indices().rev();
        let (mut from, mut left) = (start, third);
        for (at, char) in before {
            let Some(less) = left.checked_sub(columns_of(char)) else { break };
            (from, left) = (line_start + at, less);
        }
        let (mut to, mut left) = (start, columns - third + left);
        for (at, char) in source[start..line_end].char_indices() {
            let Some(less) = left.checked_sub(columns_of(char)) else { break };
            (to, left) = (start + at + char.len_utf8(), less);
        }
        let end = floor(source, end.clamp(start, to));
        let (head, tail) = (if from > line_start { CUT } else { "" }, if to < line_end { CUT } else { "" });
        Self {
            text: format!("{head}{}{tail}", same_length(&source[from..to])),
            line: source[..start].matches('\n').count() + 1,
            column: source[line_start..start].trim_start_matches('\u{feff}').chars().count() + 1,
            mark: head.len() + start - from..head.len() + end - from,
        }
    }
}

fn width_of(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// How many columns a terminal gives a character.
fn columns_of(char: char) -> usize {
    // A control character is shown as `?`, one for each byte.
    char.width().unwrap_or(char.len_utf8())
}

/// The last place at or before this one that does not cut a character.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// How wide the terminal is: as the environment says, or as it is; where there is none, 100 columns.
fn terminal_width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let own = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    said.or_else(own).unwrap_or(100).clamp(40, 400)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wxwire::problem::Code;

    /// What is cut from a line is counted all the same.
    #[test]
    fn a_column_is_that_of_the_source() {
        let source = format!("one\n{}x{}", "中".repeat(300), "y".repeat(300));
        let at = source.find('x').expect("it is there");
        let problem = Problem::new(Code::Syntax).span(at..at + 1);
        for renderer in [Renderer::plain(), Renderer::styled()] {
            let shown = one(&problem, "a.json", &source, Lang::En, &renderer, 80);
            assert!(shown.contains("a.json:2:301"), "{shown}");
        }
    }

    /// Whatever the place and the width, the line fits, and the mark is on what it was on.
    #[test]
    fn a_line_fits_with_its_mark() {
        let lines = [
            "{\"text\": \"hello\"}".to_owned(),
            format!("{{\"text\": \"{}\"}}", "中a\u{7}文".repeat(200)),
            "x".repeat(999),
        ];
        for line in lines {
            let source = format!("first\n{line}\nlast");
            for (at, char) in source.char_indices().filter(|(at, _)| (6..6 + line.len()).contains(at)) {
                for columns in [32, 80] {
                    let part = Part::of(&source, at..at + char.len_utf8(), columns);
                    let width = width_of(&part.text);
                    assert!(width <= columns + 2 && part.line == 2, "{width} {}", part.text);
                    let marked = &part.text[part.mark.clone()];
                    assert!(
                        marked == char.to_string() || char.is_control() && marked == "?" || marked.is_empty(),
                        "{marked}"
                    );
                }
            }
        }
    }
}
