//! A row of a table as a field.

use super::columns::{Column, mark};
use super::flat::Flat;
use super::help;
use crate::import::Text;
use crate::learn::field::Place;
use crate::learn::types;

/// Signs that stand in front of a name and say that it is inside of what stands above.
const SIGNS: &[char] = &[
    '└', '├', '│', '─', '∟', '»', '>', '＞', '+', '-', '—', '–', '↳', '·', '•', '|', ' ', '\t', '\u{a0}', '\u{3000}',
    '┗', '┣', '┃', '━', '╰', '⌊',
];

/// The longest name, with all that it is inside of.
const MAX_NAME: usize = 400;

/// A row whose cells stand apart.
pub(super) fn of_cells(cells: &[Text], columns: &[Column]) -> Option<Flat> {
    let mut flat = Flat::default();
    for (cell, column) in cells.iter().zip(columns) {
        let text = cell.as_str().trim();
        match column {
            Column::Name => name(&mut flat, cell)?,
            // A mark may have been lost with its cell, so that the others moved up.
            Column::Type => match types::read(text) {
                Some(typed) => flat.typed = flat.typed.or(Some(typed)),
                None if mark(text).is_some() => flat.required = flat.required.or(mark(text)),
                None if !text.is_empty() => flat.help.push(help::plain(text)),
                None => {}
            },
            Column::Required => match mark(text) {
                Some(required) => flat.required = Some(required),
                None => match types::read(text) {
                    Some(typed) => flat.typed = Some(typed),
                    None => flat.help.extend(Some(help::plain(text)).filter(|text| !text.is_empty())),
                },
            },
            Column::Help => flat.help.extend(Some(help::plain(text)).filter(|text| !text.is_empty())),
            Column::Default => flat.default = value(text),
            Column::Example => flat.example = value(text),
            Column::Place => flat.place = place(text),
            Column::Choices => flat.choices = help::listed(text),
            Column::Unknown => {}
        }
    }
    (!flat.name.is_empty()).then_some(flat)
}

/// A row that is one line: its cells parted by white space, or by nothing. `is_known` tells the names that samples have.
pub(super) fn of_line(line: &Text, columns: &[Column], is_known: &dyn Fn(&str) -> bool) -> Option<Flat> {
    let source = line.as_str();
    let start = source.len() - source.trim_start_matches(SIGNS).len();
    let run = source[start..].find(|char: char| !is_name_char(char)).map_or(source.len(), |end| start + end);
    if run == start || run - start > MAX_NAME {
        return None;
    }
    // Where white space follows the name, nothing is glued to it.
    let is_apart = source[run..].starts_with(char::is_whitespace);
    let glued = split(&source[start..run], &source[start..], is_known).filter(|_| !is_apart);
    let end = start + glued.unwrap_or(run - start);
    let mut flat = Flat::default();
    name(&mut flat, &line.slice(0..end))?;
    let mut rest = source[end..].trim_start();
    for column in columns.iter().skip(1) {
        let word = rest.split_whitespace().next().unwrap_or_default();
        match column {
            Column::Required => {
                let glued =
                    ["是", "否", "必填", "必选", "可选", "选填"].into_iter().find(|sign| rest.starts_with(sign));
                if let Some(taken) = Some(word).filter(|word| mark(word).is_some()).or(glued) {
                    flat.required = mark(taken);
                    rest = rest[taken.len()..].trim_start();
                }
            }
            Column::Type => match types::read(word) {
                Some(typed) => {
                    flat.typed = Some(typed);
                    rest = rest[word.len()..].trim_start();
                }
                None => {
                    if let Some((length, typed)) = types::prefix(rest) {
                        flat.typed = Some(typed);
                        rest = rest[length..].trim_start();
                    }
                }
            },
            _ => {}
        }
    }
    if flat.typed.is_none() && flat.required.is_none() {
        return None;
    }
    flat.help.extend(Some(help::plain(rest)).filter(|text| !text.is_empty()));
    Some(flat)
}

/// Where a name ends that a type is glued to. The longest name that a sample has counts most; else the longest type.
fn split(run: &str, all: &str, is_known: &dyn Fn(&str) -> bool) -> Option<usize> {
    let ends = (1..=run.len()).filter(|at| run.is_char_boundary(*at));
    let found: Vec<(bool, usize, usize)> = ends
        .filter_map(|at| {
            let (length, _) = types::prefix(&all[at..])?;
            let name = &run[..at];
            let last = name.rsplit('.').next().unwrap_or(name);
            let is_known = is_known(last.split('[').next().unwrap_or(last));
            Some((is_known, if is_known { at } else { length }, at))
        })
        .collect();
    found.into_iter().max().map(|(_, _, at)| at)
}

fn is_name_char(char: char) -> bool {
    char.is_ascii_alphanumeric() || "_.$-[]".contains(char)
}

/// Takes in the name of a cell, less the signs in front of it; none where it is no name.
fn name(flat: &mut Flat, cell: &Text) -> Option<()> {
    let source = cell.as_str();
    let inner = source.trim_start_matches(SIGNS);
    let depth = source.chars().count() - inner.chars().count();
    let inner = inner.trim().trim_matches(['`', '*', '"', '“', '”']);
    // `name（说明）`, `name 必填`
    let end = inner.find(|char: char| char.is_whitespace() || "(（:：".contains(char)).unwrap_or(inner.len());
    let (name, more) = inner.split_at(end);
    if name.is_empty() || name.len() > MAX_NAME || name.chars().any(|char| "{}\"'，。；<>".contains(char)) {
        return None;
    }
    flat.name = name.to_owned();
    flat.depth = depth;
    flat.span = cell.trim().place();
    match mark(more) {
        Some(required) => flat.required = Some(required),
        None => {
            let more = more.trim_matches(['(', ')', '（', '）', ' ', ':', '：']);
            flat.help.extend(Some(more.to_owned()).filter(|more| !more.is_empty()));
        }
    }
    Some(())
}

fn value(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !["", "-", "--", "无", "/", "空"].contains(&text.as_str()))
}

fn place(text: &str) -> Option<Place> {
    let lower = text.to_ascii_lowercase();
    [Place::Query, Place::Path, Place::Header, Place::Body].into_iter().find(|place| lower.contains(place.name()))
}
