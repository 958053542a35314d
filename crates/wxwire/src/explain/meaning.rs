//! What a value means: a time as a time, a choice by its name, a size, whose id it is.

use super::who;
use crate::appmsg;
use crate::lang::{Lang, Words};
use crate::layer::document::{Held, Known, Layer, Leaf};
use crate::layer::protobuf::{Holds, is_message};
use crate::moment;
use crate::problem::Unit;
use crate::schema::{Docs, Shape, is_rounded};

/// What a value means.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Meaning {
    /// A moment, in UTC.
    Time(String),
    /// One of the values that the field knows.
    Choice(Docs),
    /// Bytes.
    Size(u64),
    /// Whose id it is, or what it is the id of.
    Who(Words),
    /// What a number stands for in its place.
    Number(Words),
    /// An id that was probably rounded, as JavaScript rounds numbers beyond 2^53: nothing goes by it.
    Rounded,
    /// A text in protobuf whose bytes can as well be a message.
    TextOrMessage,
}

impl Meaning {
    /// What the value of a leaf means, where that can be told.
    pub(super) fn of(leaf: &Leaf<'_>) -> Option<Self> {
        let value = match leaf.value {
            Held::Bytes(_) | Held::Text("") => return None,
            _ if leaf.opened => return None,
            value => value.text(),
        };
        if leaf.layer == Layer::Xml {
            if let Some(words) = appmsg::number(leaf.path, &value) {
                return Some(Self::Number(words));
            }
            if appmsg::is_moment(leaf.path) {
                return time(&value, 1);
            }
        }
        let step = leaf.path.bytes().rposition(|byte| matches!(byte, b'/' | b'!')).map_or(0, |at| at + 1);
        let name = leaf.path[step..].split('[').next().unwrap_or_default().trim_start_matches('@');
        let ends = |end: &str| {
            let start = name.len().checked_sub(end.len());
            start.is_some_and(|start| name.as_bytes()[start..].eq_ignore_ascii_case(end.as_bytes()))
        };
        match leaf.known {
            Some(Known::Field(field)) => match field.holds {
                Holds::Seconds => return time(&value, 1),
                Holds::Milliseconds => return time(&value, 1000),
                Holds::Value | Holds::Message(_) => {}
            },
            Some(Known::Rule(rule)) => {
                if let Shape::Choice(choices) = &rule.shape {
                    let said = |json: &str| json.trim_matches('"') == value;
                    let choice = choices.iter().find(|choice| said(&choice.json))?;
                    return Some(Self::Choice(choice.docs.clone())).filter(|_| !choice.docs.is_empty());
                }
                if rule.unit == Some(Unit::Seconds) {
                    return time(&value, 1);
                }
            }
            None => {}
        }
        if ends("id") && is_rounded(&value) {
            return Some(Self::Rounded);
        }
        if leaf.layer == Layer::Protobuf && is_message(value.as_bytes()) && matches!(leaf.value, Held::Text(_)) {
            return Some(Self::TextOrMessage);
        }
        if ends("time") || ends("timestamp") {
            return time(&value, 1).or_else(|| time(&value, 1000));
        }
        if SIZES.iter().any(|size| size.eq_ignore_ascii_case(name)) {
            return value.parse().ok().filter(|size| *size >= 1024).map(Self::Size);
        }
        who::is(&value).map(Self::Who)
    }

    /// The meaning in words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Time(time) => time.clone(),
            Self::Choice(docs) => docs.title(lang).to_owned(),
            Self::Size(bytes) => size(*bytes),
            Self::Who(words) | Self::Number(words) => words.get(lang).to_owned(),
            Self::Rounded => ROUNDED.get(lang).to_owned(),
            Self::TextOrMessage => TEXT_OR_MESSAGE.get(lang).to_owned(),
        }
    }
}

const ROUNDED: Words = Words::new(
    "可能已被 JavaScript 舍入（超过 2^53），用它撤回等操作不会生效",
    "probably rounded by JavaScript, beyond 2^53; a recall by it does nothing",
);

const TEXT_OR_MESSAGE: Words =
    Words::new("按文本显示；这些字节也可以是 protobuf 消息", "shown as text; its bytes can be a protobuf message too");

/// The names of fields that hold a number of bytes.
const SIZES: [&str; 8] = ["length", "len", "size", "totallen", "datasize", "thumbsize", "ilen", "hdlength"];

fn time(value: &str, parts: i64) -> Option<Meaning> {
    let number: i64 = value.parse().ok()?;
    moment::utc(number / parts).map(Meaning::Time)
}

/// A number of bytes in the unit that suits it, of 1024 or 1024² bytes.
fn size(bytes: u64) -> String {
    let (whole, unit) = if bytes < 1 << 20 { (1 << 10, "KiB") } else { (1 << 20, "MiB") };
    let tenths = bytes * 10 / whole;
    format!("{}.{} {unit}", tenths / 10, tenths % 10)
}
