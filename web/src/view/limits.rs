//! The limits of a field, in words, and who says so.

use maud::{Markup, html};
use wxwire::lang::Lang;
use wxwire::problem::{Source, Unit};
use wxwire::schema::{Bounds, Rule, Shape, TextLimits};

use super::form::Form;
use crate::words;

impl Form<'_> {
    /// What a rule limits; nothing where it does not.
    pub(super) fn limits(&self, rule: &Rule) -> Markup {
        let mut parts = match &rule.shape {
            Shape::Text(limits) => self.text_limits(limits),
            Shape::Integer(bounds) | Shape::Number(bounds) => {
                let unit = rule.unit.map(|unit| unit.words().get(self.lang)).unwrap_or_default();
                let plain = bounds.min.is_none() && bounds.max.is_none();
                match (plain, unit) {
                    (true, "") => vec![],
                    (true, unit) => vec![unit.to_owned()],
                    (false, unit) => vec![self.range(*bounds, unit)],
                }
            }
            Shape::List { min, max, .. } => {
                let number = |size: &Option<usize>| size.and_then(|size| i64::try_from(size).ok());
                let bounds = Bounds { min: number(min), max: number(max) };
                match bounds {
                    Bounds { min: None, max: None } => vec![],
                    Bounds { min: Some(1), max: None } => vec![self.say(words::NOT_EMPTY).to_owned()],
                    bounds => vec![self.range(bounds, Unit::Items.words().get(self.lang))],
                }
            }
            _ => vec![],
        };
        if rule.cut && !parts.is_empty() {
            parts.push(self.say(words::CUT).to_owned());
        }
        if !rule.layers.is_empty() {
            parts.push(format!("{} {}", self.say(words::LAYERS), rule.layers.join(" › ")));
        }
        let marked = !parts.is_empty() || rule.source != Source::Documented;
        html! {
            @if !parts.is_empty() { span.limits { (parts.join(" · ")) } }
            @if marked {
                span.mark title=(self.say(words::SOURCE_MARK)) { (rule.source.words().get(self.lang)) }
            }
        }
    }

    fn text_limits(&self, limits: &TextLimits) -> Vec<String> {
        let mut parts = Vec::new();
        let number = |size: Option<usize>| size.and_then(|size| i64::try_from(size).ok());
        match (limits.min_characters, limits.max_characters) {
            (None | Some(0), None) => {}
            (Some(1), None) => parts.push(self.say(words::NOT_EMPTY).to_owned()),
            (min, max) => {
                let min = number(min).filter(|min| *min > 0);
                parts.push(self.range(Bounds { min, max: number(max) }, self.say(words::CHARACTERS)));
            }
        }
        let bytes = Bounds { min: number(limits.min_bytes), max: number(limits.max_bytes) };
        if bytes.min.is_some() || bytes.max.is_some() {
            parts.push(self.range(bytes, self.say(words::BYTES)));
        }
        if let Some(class) = &limits.characters {
            parts.push(format!("[{class}]"));
        }
        parts
    }

    fn range(&self, bounds: Bounds, unit: &str) -> String {
        let range = match (bounds.min, bounds.max) {
            // One unit is no units.
            (Some(1), Some(1)) if self.lang == Lang::En => {
                return format!("{} 1 {}", self.say(words::EXACTLY), unit.trim_end_matches('s')).trim_end().to_owned();
            }
            (Some(min), Some(max)) if min == max => format!("{} {min}", self.say(words::EXACTLY)),
            (Some(min), Some(max)) => format!("{min}–{max}"),
            (Some(min), None) => format!("≥ {min}"),
            (None, Some(max)) => format!("≤ {max}"),
            (None, None) => String::new(),
        };
        format!("{range} {unit}").trim().to_owned()
    }
}
