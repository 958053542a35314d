//! Texts, numbers and choices: what they hold, and how much of it.

use std::borrow::Cow;

use super::Walk;
use crate::layer::json::{Kind, Value};
use crate::layer::{base64, xml};
use crate::problem::{Code, Problem, Severity, Unit};
use crate::rule::{Bounds, Choice, IdSort, Rule, TextLimits, is_rounded};

impl Walk<'_> {
    pub(super) fn text(&mut self, limits: &TextLimits, rule: &Rule, value: Value<'_>) {
        let Some(text) = value.as_str() else { return };
        if matches!(text, Cow::Owned(_)) && value.has_lone_surrogate() {
            self.report(Problem::new(Code::LoneSurrogate), rule, value);
        }
        if rule.file.is_some() {
            return self.file(&text, limits, rule, value);
        }
        let bytes = text.len();
        // No text has more characters than bytes: count them only where that may matter.
        let exact = limits.max_characters.is_some_and(|max| bytes > max) || limits.min_characters > Some(1);
        let characters = if exact { text.chars().count() } else { bytes };
        let lengths = (limits.min_characters, limits.max_characters);
        self.length(rule, value, characters, lengths, (Code::TooShort, Code::TooLong), Unit::Characters);
        let lengths = (limits.min_bytes, limits.max_bytes);
        self.length(rule, value, bytes, lengths, (Code::TooShort, Code::TooLong), Unit::Bytes);
        if let Some(class) = &limits.characters
            && let Some(found) = text.chars().find(|&char| !in_class(class, char))
        {
            let mut buffer = [0; 4];
            let problem = Problem::new(Code::BadCharacter).expected(class).found(found.encode_utf8(&mut buffer));
            self.report(problem, rule, value);
        }
        if let Some(closely) = self.closely {
            (closely.text)(self, &text, limits, rule, value);
        }
        if rule.layers.first().is_some_and(|layer| layer == "xml") && !text.is_empty() {
            self.xml(&text, rule, value);
        }
    }

    /// Reports an id of a sort that does not belong here, or one that was rounded.
    pub(super) fn id(&mut self, rule: &Rule, value: Value<'_>) {
        let text = value.as_str();
        let id = text.as_deref().unwrap_or_else(|| value.source());
        if IdSort::of(id).is_some_and(|sort| !rule.ids.contains(&sort)) {
            let forms: Vec<_> = rule.ids.iter().map(|sort| sort.form()).collect();
            self.report(Problem::new(Code::WrongForm).expected(forms.join(" | ")).found(id), rule, value);
        }
        if rule.ids.contains(&IdSort::Message) && is_rounded(id) {
            self.report(Problem::new(Code::Rounded).found(id), rule, value);
        }
    }

    /// A file in base64: its limits are those of the bytes that it stands for.
    fn file(&mut self, text: &str, limits: &TextLimits, rule: &Rule, value: Value<'_>) {
        match base64::decode(text) {
            Ok(bytes) => {
                let lengths = (limits.min_bytes, limits.max_bytes);
                self.length(rule, value, bytes.len(), lengths, (Code::TooShort, Code::TooLong), Unit::Bytes);
            }
            Err(problem) => self.problems.push(problem.inside(value, "base64").at(value.pointer())),
        }
    }

    /// Reports every `&` and `<` that stands for itself, or the one thing that keeps it from being XML.
    fn xml(&mut self, text: &str, rule: &Rule, value: Value<'_>) {
        let mut faults = Vec::new();
        let form = self.form(rule);
        let mut report = |problem: Problem| self.problems.push(problem.inside(value, "xml").source(form));
        let tree = match xml::Tree::parse_tolerant(text, &mut faults) {
            Ok(tree) => tree,
            Err(problem) => return report(xml::Tree::parse(text).err().unwrap_or(problem)),
        };
        // What only the letter of XML forbids is taken.
        for fault in faults.into_iter().filter(|fault| fault.severity == Severity::Error) {
            let path = fault.span.as_ref().map(|span| tree.at(span.start).path()).unwrap_or_default();
            report(fault.at(path));
        }
        let root = tree.root();
        if let Some(name) = rule.xml_root.as_ref().filter(|name| *name != root.name()) {
            let place = root.span().start..root.span().start + 1 + root.name().len();
            let problem = Problem::new(Code::XmlRoot).expected(name).found(root.name());
            report(problem.at(root.path()).span(place));
        }
    }

    pub(super) fn length(
        &mut self,
        rule: &Rule,
        value: Value<'_>,
        actual: usize,
        (min, max): (Option<usize>, Option<usize>),
        (under, over): (Code, Code),
        unit: Unit,
    ) {
        if let Some(min) = min.filter(|min| actual < *min) {
            self.report(Problem::new(under).measured(min, actual, unit), rule, value);
        }
        if let Some(max) = max.filter(|max| actual > *max) {
            let severity = if rule.cut { Severity::Warning } else { Severity::Error };
            self.report(Problem::new(over).measured(max, actual, unit).severity(severity), rule, value);
        }
    }

    pub(super) fn bounds(&mut self, bounds: Bounds, rule: &Rule, value: Value<'_>) {
        if bounds.min.is_none() && bounds.max.is_none() {
            return;
        }
        let actual = value.as_i64();
        let number = actual.unwrap_or_else(|| whole(value.source()));
        let crossed = match bounds {
            Bounds { min: Some(min), .. } if number < min => Some((Code::TooSmall, min)),
            Bounds { max: Some(max), .. } if number > max => Some((Code::TooBig, max)),
            _ => None,
        };
        if let Some((code, limit)) = crossed {
            let problem = Problem { limit: Some(limit), actual, unit: rule.unit, ..Problem::new(code) };
            self.report(problem.found(value.source()), rule, value);
        }
    }

    pub(super) fn choice(&mut self, choices: &[Choice], rule: &Rule, value: Value<'_>) {
        let is = |choice: &Choice| match choice.json.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(text) => value.is_str(text),
            None => value.source() == choice.json,
        };
        if choices.iter().any(is) {
            return;
        }
        let same_type = choices.iter().any(|choice| choice.json.starts_with('"') == (value.kind() == Kind::String));
        let names: Vec<_> = choices.iter().map(|choice| choice.json.as_str()).collect();
        let problem = match same_type {
            true => Problem::new(Code::UnknownValue).found(value.source()),
            false => Problem::new(Code::WrongType).found(value.kind().name()),
        };
        self.report(problem.expected(names.join(" | ")), rule, value);
    }
}

/// A number's whole part, digit by digit: no float, and none of the tables that reading one takes. What does not fit an
/// i64 lies beyond every limit, on the side that its sign says.
fn whole(source: &str) -> i64 {
    let unsigned = source.trim_start_matches('-');
    let sign = if unsigned.len() < source.len() { "-" } else { "" };
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [before, after].concat();
    let huge = if exponent.starts_with('-') { i32::MIN } else { i32::MAX };
    let point = before.len() as i64 + i64::from(exponent.parse().unwrap_or(huge));
    let significant = digits.trim_start_matches('0');
    let length = point - (digits.len() - significant.len()) as i64;
    if significant.is_empty() || length <= 0 {
        return 0;
    }
    let beyond = if sign.is_empty() { i64::MAX } else { i64::MIN };
    match usize::try_from(length) {
        Ok(length @ ..20) => {
            let digits = significant.chars().chain(std::iter::repeat('0')).take(length);
            sign.chars().chain(digits).collect::<String>().parse().unwrap_or(beyond)
        }
        _ => beyond,
    }
}

/// Whether a bracket expression holds a character.
fn in_class(class: &str, char: char) -> bool {
    let class: Vec<char> = class.chars().collect();
    let mut at = 0;
    while at < class.len() {
        let range = class.get(at + 1) == Some(&'-') && at + 2 < class.len();
        let last = if range { class[at + 2] } else { class[at] };
        if (class[at]..=last).contains(&char) {
            return true;
        }
        at += if range { 3 } else { 1 };
    }
    false
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn whole_parts() {
        let zero = ["0", "-0.9", "0.0e99", "1e-1", "1.5e-999999999999"];
        assert!(zero.iter().all(|source| whole(source) == 0));
        assert_eq!([whole("1.9"), whole("-12.5e1"), whole("0.0012e4"), whole("3E2")], [1, -125, 12, 300]);
        assert_eq!([whole("9223372036854775807"), whole("-9223372036854775808")], [i64::MAX, i64::MIN]);
        assert_eq!(
            [whole("9223372036854775808"), whole("-1e19"), whole("1e99999999999")],
            [i64::MAX, i64::MIN, i64::MAX]
        );
    }
}
