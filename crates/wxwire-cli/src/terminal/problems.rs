//! Problems, each with its place in the source marked.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use wxwire::lang::Lang;
use wxwire::problem::{Problem, Severity};

use super::{Colour, harmless, one_line};

/// More than these are counted, not shown.
const SHOWN: usize = 50;

/// Longer lines are shown in part.
const LINE: usize = 2000;

/// All problems of a source, for a person.
pub fn problems(problems: &[Problem], name: &str, source: &str, lang: Lang) -> String {
    let renderer = if Colour::wanted() { Renderer::styled() } else { Renderer::plain() };
    let width = terminal_width();
    let renderer = renderer.term_width(width);
    let mut text = String::new();
    for problem in problems.iter().take(SHOWN) {
        text.push_str(&one(problem, name, source, lang, &renderer));
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

fn one(problem: &Problem, name: &str, source: &str, lang: Lang, renderer: &Renderer) -> String {
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
    let title = level.primary_title(one_line(&message)).id(problem.code.name());
    let Some(span) = problem.span.clone().filter(|_| !source.is_empty()) else {
        return renderer.render(&[title.element(Level::NOTE.no_name().message(one_line(&problem.path)))]);
    };
    let part = Part::of(source, span.start, span.end);
    let label = AnnotationKind::Primary.span(part.mark.clone()).label(one_line(&problem.path));
    let snippet = Snippet::source(same_length(part.text)).line_start(part.line).path(one_line(name)).annotation(label);
    renderer.render(&[title.element(snippet)])
}

/// A line without what a terminal would obey; every byte keeps its place.
fn same_length(line: &str) -> String {
    let is_harmless = |char: char| harmless(char.encode_utf8(&mut [0; 4])).starts_with(char);
    let shown = |char: char| if is_harmless(char) { char.to_string() } else { "?".repeat(char.len_utf8()) };
    line.chars().map(shown).collect()
}

/// The line of a source that a problem is on, or as much of it as can be shown.
struct Part<'s> {
    text: &'s str,
    line: usize,
    mark: std::ops::Range<usize>,
}

impl<'s> Part<'s> {
    fn of(source: &'s str, start: usize, end: usize) -> Self {
        let start = floor(source, start.min(source.len()));
        let line_start = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = source[start..].find('\n').map_or(source.len(), |at| start + at);
        let from = floor(source, line_start.max(start.saturating_sub(LINE / 2)));
        let to = floor(source, line_end.min(start + LINE / 2));
        // Of a whole object or list, its first byte is enough.
        let end = if source[start..].starts_with(['{', '[']) { start + 1 } else { end };
        let end = floor(source, end.clamp(start, to.max(start)));
        Self {
            text: &source[from..to],
            line: source[..start].matches('\n').count() + 1,
            mark: start - from..end - from,
        }
    }
}

/// The last place at or before this one that does not cut a character.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn terminal_width() -> usize {
    std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok())
        .filter(|columns| (40..=400).contains(columns))
        .unwrap_or(120)
}
