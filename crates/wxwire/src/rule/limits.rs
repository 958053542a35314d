//! The limits of a rule, in words.

use super::{Rule, Shape};
use crate::lang::{Lang, Words};
use crate::problem::Unit;

impl Rule {
    /// The limits, such as `≤ 20 characters` or `1–60 seconds`; empty where there are none.
    pub fn limits(&self, lang: Lang) -> String {
        let size = |size: usize| i64::try_from(size).unwrap_or(i64::MAX);
        let range =
            |min: Option<usize>, max: Option<usize>, unit| amount(min.map(size), max.map(size), Some(unit), lang);
        let parts = match &self.shape {
            Shape::Text(limits) => vec![
                range(limits.min_characters, limits.max_characters, Unit::Characters),
                range(limits.min_bytes, limits.max_bytes, Unit::Bytes),
                limits.characters.as_ref().map(|class| format!("[{class}]")).unwrap_or_default(),
                limits.pattern.as_ref().map(|pattern| pattern.source().to_owned()).unwrap_or_default(),
                limits.format.map(|format| format.name().to_owned()).unwrap_or_default(),
            ],
            Shape::List { min, max, unique, .. } => {
                let words = Words::new("不可重复", "all different").get(lang);
                vec![range(*min, *max, Unit::Items), if *unique { words.to_owned() } else { String::new() }]
            }
            Shape::Integer(bounds) | Shape::Number(bounds) => vec![amount(bounds.min, bounds.max, self.unit, lang)],
            _ => vec![],
        };
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

fn amount(min: Option<i64>, max: Option<i64>, unit: Option<Unit>, lang: Lang) -> String {
    let exactly = Words::new("恰好", "exactly").get(lang);
    let number = match (min, max) {
        (Some(min), Some(max)) if min == max => format!("{exactly} {min}"),
        (Some(min), Some(max)) => format!("{min}–{max}"),
        (Some(min), None) => format!("≥ {min}"),
        (None, Some(max)) => format!("≤ {max}"),
        (None, None) => return String::new(),
    };
    match unit {
        Some(unit) if lang == Lang::En && min == Some(1) && max.is_none_or(|max| max == 1) => {
            format!("{number} {}", unit.words().en.trim_end_matches('s'))
        }
        Some(unit) => format!("{number} {}", unit.words().get(lang)),
        None => number,
    }
}
