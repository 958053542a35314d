//! Commands that another program writes before a shell reads them: recipes of make, steps of Jenkins.

use crate::scan::floor;

/// Whether what stands at a place was written over by another program, which puts its own values for a `$`, be it between single
/// quotes.
pub(crate) fn is_written_over(source: &str, at: usize) -> bool {
    is_recipe(source, at) || is_step(source, at)
}

/// Whether a command stands in a text of Groovy's with holes: `sh "…"`, `sh """…"""`.
fn is_step(source: &str, at: usize) -> bool {
    step(source, at).is_some_and(|(_, quotes)| quotes.starts_with('"'))
}

/// Where the text of a step of Jenkins begins that a place stands in, and the quotes that end it.
pub(super) fn step(source: &str, at: usize) -> Option<(usize, &'static str)> {
    let near = floor(source, at.saturating_sub(MAX_STEP));
    let runs = |before: &str| {
        let before = before.trim_end().trim_end_matches('(').trim_end();
        let is_name = |char: char| char.is_alphanumeric() || char == '_';
        let name = &before[before.trim_end_matches(is_name).len()..];
        matches!(name, "sh" | "bat" | "powershell" | "pwsh") || before.ends_with("script:")
    };
    if let Some((open, quotes)) = in_text(source, at).filter(|(open, _)| runs(&source[..*open])) {
        return Some((open + quotes.len(), quotes));
    }
    let line = source[..at].rfind('\n').map_or(near, |line| (line + 1).max(near));
    let open = line + source[line..at].find(['"', '\''])?;
    let quote = if source[open..].starts_with('"') { "\"" } else { "'" };
    let is_open = source[open + 1..at].find(quote).is_none();
    (is_open && runs(&source[line..open])).then_some((open + 1, quote))
}

/// What another program of the line puts its own words for: `{}` of find and parallel, what `-I` of xargs names.
pub(super) fn replaced(source: &str, at: usize) -> Option<&str> {
    let near = floor(source, at.saturating_sub(MAX_STEP));
    let line = source[near..at].rsplit(['\n', ';']).next().unwrap_or_default();
    let words: Vec<_> = line.split_whitespace().collect();
    let place = words.iter().position(|word| matches!(*word, "xargs" | "find" | "parallel"))?;
    match words[place] {
        "xargs" => words[place..].iter().enumerate().find_map(|(at, word)| {
            let own = ["--replace=", "-I", "-i"].iter().find_map(|sign| word.strip_prefix(sign));
            match own {
                Some("") if word.starts_with("-I") => words.get(place + at + 1).copied(),
                Some("") => Some("{}"),
                None if *word == "--replace" => Some("{}"),
                own => own,
            }
        }),
        "find" if !words.contains(&"-exec") => None,
        _ => Some("{}"),
    }
}

/// The three quotes that open the text of a program's that a place stands in, and where they do.
pub(super) fn in_text(source: &str, at: usize) -> Option<(usize, &'static str)> {
    let near = floor(source, at.saturating_sub(MAX_STEP));
    ["\"\"\"", "'''"].into_iter().find_map(|quotes| {
        let mut all = source[near..at].match_indices(quotes);
        let last = all.by_ref().enumerate().last()?;
        let (before, (open, _)) = last;
        (before % 2 == 0).then_some((near + open, quotes))
    })
}

/// The longest text that is looked through for its beginning.
const MAX_STEP: usize = 64 << 10;

/// Whether a line is of a recipe in a makefile, whose signs make takes away before the shell sees them.
fn is_recipe(source: &str, at: usize) -> bool {
    let start = source[..at].rfind('\n').map_or(0, |line| line + 1);
    let mut lines = source[..start].lines().rev().take(MAX_LINES);
    let is_target = |line: &str| {
        let name = line.split(':').next().unwrap_or_default();
        let is_name = |char: char| char.is_alphanumeric() || "_.-/% ".contains(char);
        name.len() < line.len()
            && !name.is_empty()
            && name.chars().all(is_name)
            && !line.contains(":=")
            && !line.contains("://")
    };
    // A line that goes on belongs to the recipe as well.
    let in_recipe = |line: &&str| line.starts_with('\t') || line.trim().is_empty() || line.starts_with(' ');
    source[start..].starts_with('\t') && lines.find(|line| !in_recipe(line)).is_some_and(is_target)
}

/// So many lines of a recipe are looked through for its target.
const MAX_LINES: usize = 200;
