//! Fields whose cells stand line by line: name, type, marks and words, as Apifox shows them.

use super::block::{Block, Mark};
use super::columns::{head, mark};
use super::flat::Flat;
use super::{address, heading, help, status};
use crate::learn::field::Place;
use crate::learn::types;

/// What ends the fields for sure, where nothing says that it belongs to one.
const ENDS: [&str; 22] = [
    "请求参数",
    "返回响应",
    "示例代码",
    "请求示例",
    "请求示例请求示例",
    "返回示例",
    "响应示例",
    "返回参数",
    "返回参数说明",
    "响应参数",
    "响应说明",
    "上一页",
    "下一页",
    "Built with",
    "Request Code Samples",
    "Request samples",
    "Responses",
    "Response",
    "Previous",
    "Next",
    "请求代码示例",
    "成功返回示例",
];

/// What a line announces for the next one.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Facet {
    Example,
    Default,
    Choices,
    Unknown,
}

const FACETS: [(&str, Facet); 20] = [
    ("示例值", Facet::Example),
    ("示例", Facet::Example),
    ("默认值", Facet::Default),
    ("默认", Facet::Default),
    ("枚举值", Facet::Choices),
    ("枚举", Facet::Choices),
    ("可选值", Facet::Choices),
    ("匹配模式", Facet::Unknown),
    ("正则匹配", Facet::Unknown),
    ("Mock", Facet::Unknown),
    ("Example", Facet::Example),
    ("Examples", Facet::Example),
    ("Example value", Facet::Example),
    ("Example values", Facet::Example),
    ("Default", Facet::Default),
    ("Default value", Facet::Default),
    ("Allowed values", Facet::Choices),
    ("Allowed value", Facet::Choices),
    ("Match pattern", Facet::Unknown),
    ("Pattern", Facet::Unknown),
];

/// The fields that begin at a place; moves the place behind them.
pub(super) fn read(blocks: &[Block], at: &mut usize) -> Vec<Flat> {
    let mut reader = Reader { flats: vec![], facet: None };
    while let Some(line) = blocks.get(*at).and_then(Block::line) {
        if ends(blocks, *at) {
            break;
        }
        if begins(blocks, *at) {
            reader.begin(&blocks[*at], line);
            if let Some(typed) = blocks.get(*at + 1).and_then(Block::line).and_then(types::read) {
                *at += 1;
                if let Some(flat) = reader.flats.last_mut() {
                    flat.typed = Some(typed);
                }
            }
        } else if head(line).is_none() || reader.facet.is_some() || !reader.flats.is_empty() {
            reader.line(line);
        }
        *at += 1;
    }
    reader.flats
}

/// Whether a field begins here: a name, and below it a type or a mark.
pub(super) fn begins(blocks: &[Block], at: usize) -> bool {
    let line = |at: usize| blocks.get(at).and_then(Block::line);
    let (Some(name), Some(next)) = (line(at), line(at + 1)) else { return false };
    let is_name = name.len() < 100
        && name.starts_with(|char: char| char.is_ascii_alphabetic() || "_$@".contains(char))
        && name.chars().all(|char| char.is_ascii_alphanumeric() || "_.-$[]@:".contains(char));
    // `required` below a type, or above the name of the next field, is a mark and no name.
    let is_typed = || at.checked_sub(1).and_then(line).is_some_and(|before| types::read(before).is_some());
    if is_mark(name) && (is_typed() || begins(blocks, at + 1)) {
        return false;
    }
    // The word for a type above its mark is that of the whole.
    is_name && (types::read(next).is_some() || is_mark(next) && types::read(name).is_none())
}

/// Whether what stands here is no part of a field.
fn ends(blocks: &[Block], at: usize) -> bool {
    let (Some(Block::Line(_, mark)), Some(line)) = (blocks.get(at), blocks[at].line()) else { return true };
    let next = blocks.get(at + 1);
    let belongs = next.and_then(Block::line).is_some_and(is_mark);
    let is_sample = ["示例", "Example", "Examples"].contains(&line) && matches!(next, Some(Block::Code(_)) | None);
    let plain = line.trim_end_matches(['#', ':', '：']);
    let is_end = ENDS.contains(&plain)
        || of_place(line).is_some()
        || status::is_row(line)
        || ["修改于", "最后修改时间", "Modified at"].iter().any(|word| line.starts_with(word));
    let is_heading = *mark == Mark::Heading && heading::read(line).is_some();
    (is_sample || is_end && !belongs || is_heading || address::call(blocks, at).is_some()) && !begins(blocks, at)
}

/// `Query 参数`, `Body 参数application/json`, `Body Params application/json`: what stands behind it.
pub(super) fn of_place(line: &str) -> Option<(heading::Heading, &str)> {
    let (name, place) = PLACES.iter().find(|(name, _)| line.starts_with(name))?;
    let rest = line[name.len()..].trim_start();
    let rest = ["参数", "Params", "Parameters"].iter().find_map(|word| rest.strip_prefix(word))?;
    let heading = heading::Heading::Fields(heading::Side::Request, *place);
    (rest.is_empty() || rest.trim().is_ascii()).then_some((heading, rest.trim()))
}

const PLACES: [(&str, Option<Place>); 5] = [
    ("Header", Some(Place::Header)),
    ("Query", Some(Place::Query)),
    ("Path", Some(Place::Path)),
    ("Body", Some(Place::Body)),
    ("Cookie", None),
];

fn is_mark(line: &str) -> bool {
    mark(line).is_some() && (!line.is_ascii() || line.len() > 5)
}

struct Reader {
    flats: Vec<Flat>,
    facet: Option<Facet>,
}

impl Reader {
    fn begin(&mut self, block: &Block, line: &str) {
        let Block::Line(text, _) = block else { return };
        let source = text.as_str();
        let depth = source.chars().take_while(|char| char.is_whitespace()).count();
        self.facet = None;
        self.flats.push(Flat { name: line.to_owned(), depth, span: block.place(), ..Flat::default() });
    }

    fn line(&mut self, line: &str) {
        let Some(flat) = self.flats.last_mut() else { return };
        if is_mark(line) {
            flat.required = flat.required.or(mark(line));
            self.facet = None;
            return;
        }
        let (name, value) = match line.split_once([':', '：']) {
            Some((name, value)) => (name.trim(), value.trim()),
            None => (line, ""),
        };
        if let Some((_, facet)) = FACETS.iter().find(|(word, _)| *word == name) {
            self.facet = Some(*facet);
            if !value.is_empty() {
                self.value(value);
            }
            return;
        }
        if self.facet.is_some() {
            return self.value(line);
        }
        match limit(line) {
            Some(limits) => flat.limits.extend(limits),
            None => flat.help.extend(Some(help::plain(line)).filter(|text| !text.is_empty())),
        }
    }

    fn value(&mut self, line: &str) {
        let Some(flat) = self.flats.last_mut() else { return };
        match self.facet {
            Some(Facet::Choices) => {
                let is_value = line.is_ascii() && !line.contains(' ');
                let listed = help::listed(line);
                match flat.choices.last_mut() {
                    _ if !listed.is_empty() => flat.choices.extend(listed),
                    _ if is_value => flat.choices.push((line.to_owned(), String::new())),
                    Some((_, label)) => label.push_str(line),
                    None => flat.help.push(help::plain(line)),
                }
                return;
            }
            Some(Facet::Example) => flat.example = Some(line.to_owned()),
            Some(Facet::Default) => flat.default = Some(line.to_owned()),
            _ => {}
        }
        self.facet = None;
    }
}

/// `>= 1 字符`, `<= 20`: limits.
fn limit(line: &str) -> Option<Vec<(&'static str, String)>> {
    let (is_least, rest) = match line.strip_prefix(">=") {
        Some(rest) => (true, rest),
        None => (false, line.strip_prefix("<=")?),
    };
    let rest = rest.trim();
    let end = rest.find(|char: char| !char.is_ascii_digit() && char != '-').unwrap_or(rest.len());
    let number: i64 = rest[..end].parse().ok()?;
    let keyword = match (rest[end..].trim(), is_least) {
        ("字符" | "characters" | "character", true) => "minLength",
        ("字符" | "characters" | "character", false) => "maxLength",
        ("元素" | "项" | "items" | "item", true) => "minItems",
        ("元素" | "项" | "items" | "item", false) => "maxItems",
        ("", true) => "minimum",
        ("", false) => "maximum",
        _ => return None,
    };
    Some(vec![(keyword, number.to_string())])
}
