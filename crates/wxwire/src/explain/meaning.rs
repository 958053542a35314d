//! What a value means: a time as a time, a choice by its name, a size, whose id it is.

use super::who;
use crate::lang::{Lang, Words};
use crate::layer::document::{Held, Known, Leaf};
use crate::layer::protobuf::Holds;
use crate::moment;
use crate::problem::Unit;
use crate::schema::{Docs, Shape};

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
}

impl Meaning {
    /// What the value of a leaf means, where that can be told.
    pub(super) fn of(leaf: &Leaf<'_>) -> Option<Self> {
        let value = match leaf.value {
            Held::Bytes(_) | Held::Text("") => return None,
            _ if leaf.opened => return None,
            value => value.text(),
        };
        let step = leaf.path.rsplit(['/', '!']).next().unwrap_or_default();
        let name = step.split('[').next().unwrap_or_default().trim_start_matches('@').to_ascii_lowercase();
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
                    return Some(Self::Choice(choice.docs.clone()));
                }
                if rule.unit == Some(Unit::Seconds) {
                    return time(&value, 1);
                }
            }
            None => {}
        }
        if name.ends_with("time") || name.ends_with("timestamp") {
            return time(&value, 1).or_else(|| time(&value, 1000));
        }
        if SIZES.contains(&name.as_str()) {
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
            Self::Who(words) => words.get(lang).to_owned(),
        }
    }
}

/// The names of fields that hold a number of bytes.
const SIZES: [&str; 8] = ["length", "len", "size", "totallen", "datasize", "thumbsize", "ilen", "hdlength"];

fn time(value: &str, parts: i64) -> Option<Meaning> {
    let number: i64 = value.parse().ok()?;
    moment::utc(number / parts).map(Meaning::Time)
}

/// A number of bytes in the unit that suits it.
fn size(bytes: u64) -> String {
    let (whole, unit) = if bytes < 1 << 20 { (1 << 10, "kB") } else { (1 << 20, "MB") };
    let tenths = bytes * 10 / whole;
    format!("{}.{} {unit}", tenths / 10, tenths % 10)
}
