//! The words that sources have for types.

use super::field::{Field, Type};

/// A word for each type, in lower case; where one begins with another, the longer stands first.
pub(super) const WORDS: &[(&str, Type)] = &[
    ("string", Type::String),
    ("varchar", Type::String),
    ("char", Type::String),
    ("text", Type::String),
    ("datetime", Type::String),
    ("date-time", Type::String),
    ("date", Type::String),
    ("uuid", Type::String),
    ("str", Type::String),
    ("字符串", Type::String),
    ("字符型", Type::String),
    ("文本", Type::String),
    ("integer", Type::Integer),
    ("bigint", Type::Integer),
    ("tinyint", Type::Integer),
    ("smallint", Type::Integer),
    ("uint64", Type::Integer),
    ("uint32", Type::Integer),
    ("int64", Type::Integer),
    ("int32", Type::Integer),
    ("uint", Type::Integer),
    ("int", Type::Integer),
    ("long", Type::Integer),
    ("short", Type::Integer),
    ("timestamp", Type::Integer),
    ("整数", Type::Integer),
    ("整型", Type::Integer),
    ("长整型", Type::Integer),
    ("number", Type::Number),
    ("numeric", Type::Number),
    ("float", Type::Number),
    ("double", Type::Number),
    ("decimal", Type::Number),
    ("数字", Type::Number),
    ("数值", Type::Number),
    ("浮点数", Type::Number),
    ("浮点型", Type::Number),
    ("boolean", Type::Boolean),
    ("bool", Type::Boolean),
    ("布尔值", Type::Boolean),
    ("布尔型", Type::Boolean),
    ("布尔", Type::Boolean),
    ("object", Type::Object),
    ("jsonobject", Type::Object),
    ("json", Type::Object),
    ("map", Type::Object),
    ("dict", Type::Object),
    ("struct", Type::Object),
    ("obj", Type::Object),
    ("对象", Type::Object),
    ("结构体", Type::Object),
    ("jsonarray", Type::Array),
    ("array", Type::Array),
    ("list", Type::Array),
    ("数组", Type::Array),
    ("列表", Type::Array),
    ("file", Type::File),
    ("binary", Type::File),
    ("文件", Type::File),
    ("null", Type::Null),
];

/// A type that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) types: Vec<Type>,
    pub(super) items: Option<Box<Typed>>,
    /// How many members it has, where it is said: `object {3}`.
    pub(super) count: Option<usize>,
}

impl Typed {
    /// Makes a field of the type.
    pub(super) fn give(self, field: &mut Field) {
        field.types = self.types;
        field.items = self.items.map(|items| {
            let mut inner = Field::default();
            items.give(&mut inner);
            Box::new(inner)
        });
    }

    fn of(one: Type) -> Self {
        Self { types: vec![one], ..Self::default() }
    }

    fn array(items: Option<Self>) -> Self {
        Self { items: items.map(Box::new), ..Self::of(Type::Array) }
    }
}

/// Reads a type; none where the text is no type, or more than one.
pub(super) fn read(text: &str) -> Option<Typed> {
    if text.len() > 80 {
        return None;
    }
    let lower = text.trim().to_ascii_lowercase();
    any(lower.trim_matches(['`', '*', ' ']), 0)
}

fn any(text: &str, deep: usize) -> Option<Typed> {
    if deep > 4 {
        return None;
    }
    let mut all: Option<Typed> = None;
    for part in alternatives(text) {
        let one = single(part.trim(), deep)?;
        match &mut all {
            None => all = Some(one),
            Some(all) => {
                all.items = all.items.take().or(one.items);
                all.count = all.count.or(one.count);
                let new = one.types.into_iter().filter(|one| !all.types.contains(one)).collect::<Vec<_>>();
                all.types.extend(new);
            }
        }
    }
    all
}

/// The parts of `string | null`, outside of any brackets.
fn alternatives(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut deep) = (Vec::new(), 0, 0usize);
    for (at, char) in text.char_indices() {
        match char {
            '[' | '<' | '(' | '{' => deep += 1,
            ']' | '>' | ')' | '}' => deep = deep.saturating_sub(1),
            '|' | '/' | '或' | '、' | ',' | '，' if deep == 0 => {
                parts.push(&text[start..at]);
                start = at + char.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn single(text: &str, deep: usize) -> Option<Typed> {
    let (text, count) = counted(text);
    if ["any", "mixed", "不限", "任意"].contains(&text) {
        return Some(Typed::default());
    }
    // `Name[]`, `[]Name`
    if let Some(items) = text.strip_suffix("[]").or_else(|| text.strip_prefix("[]")) {
        return Some(Typed::array(any(items.trim(), deep + 1)));
    }
    let word = |text: &str| WORDS.iter().find(|(word, _)| *word == text).map(|(_, one)| *one);
    if let Some(one) = word(text) {
        return Some(Typed { count, ..Typed::of(one) });
    }
    if let Some(items) = text.strip_suffix("数组").or_else(|| text.strip_suffix("列表")) {
        return any(items, deep + 1).map(|items| Typed::array(Some(items)));
    }
    let open = text.find(['<', '[', '(', '（'])?;
    let (head, rest) = (text[..open].trim(), &text[open..]);
    let mut chars = rest.chars();
    chars.next();
    let inner = chars.as_str();
    let inner = inner.strip_suffix(['>', ']', ')', '）'])?.trim();
    match (head, word(head)) {
        ("set", _) | (_, Some(Type::Array)) => Some(Typed::array(any(inner, deep + 1))),
        ("enum", _) => any(inner, deep + 1),
        ("string", _) if inner == "binary" => Some(Typed::of(Type::File)),
        // A format, a length or the name of a model.
        (_, Some(one)) => Some(Typed { count, ..Typed::of(one) }),
        _ => None,
    }
}

/// `object {3}`: the type, and how many members it has.
fn counted(text: &str) -> (&str, Option<usize>) {
    let counted = text.strip_suffix('}').and_then(|rest| rest.rsplit_once('{'));
    match counted.and_then(|(head, count)| Some((head.trim(), count.trim().parse().ok()?))) {
        Some((head, count)) => (head, Some(count)),
        None => (text.trim(), None),
    }
}

/// Types as a table may have them glued to a name and to what follows: the longest first word that a text begins with.
pub(super) fn prefix(text: &str) -> Option<(usize, Typed)> {
    let lower: String = text.chars().take(40).collect::<String>().to_ascii_lowercase();
    let words = WORDS.iter().map(|(word, _)| *word).chain(["any"]);
    let word = words.filter(|word| lower.starts_with(word)).max_by_key(|word| word.len())?;
    let mut end = word.len();
    // What belongs to it: `array[string]`, `integer <int32>`, `string[]`.
    let rest = &lower[end..];
    if rest.trim_start().starts_with(['[', '<']) {
        let mut deep = 0;
        let close = rest.char_indices().find(|(_, char)| {
            deep += i32::from("[<".contains(*char)) - i32::from("]>".contains(*char));
            deep == 0 && "]>".contains(*char)
        });
        let close = close.map(|(close, _)| end + close + 1);
        end = close.filter(|close| read(&lower[..*close]).is_some()).unwrap_or(end);
    }
    // Another one beside it: `int或string`.
    if let Some(other) = lower[end..].strip_prefix('或').and_then(prefix) {
        end += "或".len() + other.0;
    }
    read(&lower[..end]).map(|typed| (end, typed))
}
