//! The walk: a value beside its rule, problems on the way.

use std::borrow::Cow;

use super::{Bounds, Choice, Field, IdSort, Object, Rule, Schema, Shape, TextLimits, is_rounded};
use crate::layer::json::{Kind, Value};
use crate::layer::{base64, xml};
use crate::near::nearest;
use crate::problem::{Code, Problem, Severity, Source, Unit};

/// How much of the body is there to be checked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Reach {
    /// The values: credentials come from elsewhere, and do not belong here.
    Values,
    /// The body as it goes on the wire, credentials included.
    Wire,
}

/// After so many problems the walk stops: nobody reads on, and each takes a walk from the root to find its path. (To
/// keep the path while walking would cost every valid body more than the rest of the check.)
pub(crate) const MAX_PROBLEMS: usize = 1000;

impl Schema {
    /// Every problem of a value, in the order of the walk; after a thousand, a note that the walk stopped. `evidence` is
    /// where the whole is known from.
    pub(crate) fn walk(&self, value: Value<'_>, reach: Reach, evidence: Source, problems: &mut Vec<Problem>) {
        let mut walk = Walk { schema: self, reach, evidence, problems };
        walk.value(self.root(), value);
        if problems.len() >= MAX_PROBLEMS {
            problems.truncate(MAX_PROBLEMS);
            let end = value.span().end;
            let stopped = Problem::new(Code::Stopped).measured(MAX_PROBLEMS, MAX_PROBLEMS, Unit::Items);
            problems.push(stopped.span(end..end));
        }
    }
}

impl Schema {
    /// A rule, or the one around it that it is again.
    pub(crate) fn meant<'s>(&'s self, rule: &'s Rule) -> &'s Rule {
        rule.again.map_or(rule, |id| self.rule(id))
    }
}

struct Walk<'w> {
    schema: &'w Schema,
    reach: Reach,
    evidence: Source,
    problems: &'w mut Vec<Problem>,
}

impl Walk<'_> {
    fn report(&mut self, problem: Problem, rule: &Rule, value: Value<'_>) {
        self.problems.push(problem.on(value).source(rule.source));
    }

    /// Where the type of a value, and that it must be there, is known from.
    fn form(&self, rule: &Rule) -> Source {
        rule.type_source.unwrap_or(self.evidence)
    }

    fn value(&mut self, rule: &Rule, value: Value<'_>) {
        if self.problems.len() >= MAX_PROBLEMS {
            return;
        }
        let kind = value.kind();
        if rule.undocumented {
            self.report(Problem::new(Code::Undocumented), rule, value);
        }
        if !rule.ids.is_empty() {
            self.id(rule, value);
        }
        // As deep as the value goes: the rule there is not followed further where it says nothing itself.
        let rule = if rule.nullable && kind == Kind::Null { rule } else { self.schema.meant(rule) };
        match (&rule.shape, kind) {
            (Shape::Any, _) => {}
            (_, Kind::Null) if rule.nullable => self.report(Problem::new(Code::Null), rule, value),
            (Shape::Object(object), Kind::Object) => self.object(object, rule, value),
            (Shape::List { items, min, max }, Kind::Array) => {
                let items = self.schema.rule(*items);
                let count = value.items().map(|item| self.value(items, item)).count();
                self.length(rule, value, count, (*min, *max), (Code::TooFew, Code::TooMany), Unit::Items);
            }
            (Shape::Text(limits), Kind::String) => self.text(limits, rule, value),
            (Shape::Choice(choices), Kind::String | Kind::Number | Kind::Bool) => self.choice(choices, rule, value),
            (Shape::Integer(bounds), Kind::Number) => match value.source().contains(['.', 'e', 'E']) {
                true => self.wrong_type(rule, value),
                false => self.bounds(*bounds, rule, value),
            },
            (Shape::Number(bounds), Kind::Number) => self.bounds(*bounds, rule, value),
            (Shape::Bool, Kind::Bool) => {}
            (Shape::Either(rules), _) => {
                let schema = self.schema;
                match rules.iter().map(|id| schema.rule(*id)).find(|rule| schema.meant(rule).shape.takes(kind)) {
                    Some(rule) => self.value(rule, value),
                    None => self.wrong_type(rule, value),
                }
            }
            _ => self.wrong_type(rule, value),
        }
    }

    fn wrong_type(&mut self, rule: &Rule, value: Value<'_>) {
        let found = match value.kind() {
            Kind::Number => value.source(),
            kind => kind.name(),
        };
        let expected = rule.shape.type_name(self.schema);
        let problem = Problem::new(Code::WrongType).expected(expected).found(found);
        self.problems.push(problem.on(value).source(self.form(rule)));
    }

    fn object(&mut self, object: &Object, rule: &Rule, value: Value<'_>) {
        let (fields, open) = match &object.tag {
            None => (&object.fields, object.open),
            Some(tag) => match value.get(&tag.field) {
                Some(named) => match tag.variants.iter().find(|variant| named.is_str(&variant.value)) {
                    Some(variant) => (&variant.fields, object.open),
                    None => {
                        let names: Vec<_> = tag.variants.iter().map(|variant| variant.value.as_str()).collect();
                        let all = || names.join(" | ");
                        let problem = match named.kind() {
                            Kind::String if tag.others => {
                                let near = nearest(&named.as_str().unwrap_or_default(), names.iter().copied());
                                Problem::new(Code::Undocumented).expected(near)
                            }
                            Kind::String => Problem::new(Code::UnknownValue).found(named.inner()).expected(all()),
                            kind => Problem::new(Code::WrongType).found(kind.name()).expected(all()),
                        };
                        self.report(problem, rule, named);
                        (&object.fields, true)
                    }
                },
                None => {
                    self.missing(&tag.field, rule, value);
                    (&object.fields, true)
                }
            },
        };
        let (mut seen, mut next, mut unknown) = (Seen::default(), 0, Vec::new());
        for (key, member) in value.members() {
            if self.problems.len() >= MAX_PROBLEMS {
                return;
            }
            match position(fields, next, key) {
                Some(at) => {
                    if !seen.insert(at) {
                        self.problems.push(Problem::new(Code::DuplicateField).on(key));
                    }
                    next = at + 1;
                    self.field(&fields[at], member);
                }
                None if open => {}
                None if unknown.len() < MAX_PROBLEMS => unknown.push(key),
                None => {}
            }
        }
        // What is absent is known only now, once for all unknown keys.
        let absent: Vec<_> = (0..fields.len()).filter(|at| !seen.contains(*at)).map(|at| &fields[at]).collect();
        for key in unknown {
            let near = nearest(&key.as_str().unwrap_or_default(), absent.iter().map(|field| field.name.as_str()));
            self.problems.push(Problem::new(Code::UnknownField).expected(near).on(key));
        }
        for field in absent {
            if field.required && (field.credential.is_none() || self.reach == Reach::Wire) {
                self.missing(&field.name, self.schema.rule(field.rule), value);
            }
        }
    }

    fn field(&mut self, field: &Field, value: Value<'_>) {
        match (&field.credential, self.reach) {
            (Some(variable), Reach::Values) => {
                self.problems.push(Problem::new(Code::CredentialInValues).expected(variable).on(value));
            }
            _ => self.value(self.schema.rule(field.rule), value),
        }
    }

    fn missing(&mut self, name: &str, rule: &Rule, object: Value<'_>) {
        let path = format!("{}/{}", object.pointer(), crate::layer::json::escape_step(name));
        let start = object.span().start;
        self.problems.push(Problem::new(Code::Required).at(path).span(start..start + 1).source(self.form(rule)));
    }

    fn text(&mut self, limits: &TextLimits, rule: &Rule, value: Value<'_>) {
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
        if rule.layers.first().is_some_and(|layer| layer == "xml") && !text.is_empty() {
            self.xml(&text, rule, value);
        }
    }

    /// Reports an id of a sort that does not belong here, or one that was rounded.
    fn id(&mut self, rule: &Rule, value: Value<'_>) {
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

    fn xml(&mut self, text: &str, rule: &Rule, value: Value<'_>) {
        let problem = match xml::Tree::parse(text) {
            Ok(tree) => {
                let root = tree.root();
                match &rule.xml_root {
                    Some(name) if name != root.name() => {
                        let place = root.span().start..root.span().start + 1 + root.name().len();
                        let problem = Problem::new(Code::XmlRoot).expected(name).found(root.name());
                        problem.at(root.path()).span(place)
                    }
                    _ => return,
                }
            }
            Err(problem) => problem,
        };
        self.problems.push(problem.inside(value, "xml").source(self.form(rule)));
    }

    fn length(
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

    fn bounds(&mut self, bounds: Bounds, rule: &Rule, value: Value<'_>) {
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

    fn choice(&mut self, choices: &[Choice], rule: &Rule, value: Value<'_>) {
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

/// The fields of an object that were seen, by their places. Most objects have no more than 64 fields, and take no memory
/// of their own.
#[derive(Default)]
struct Seen {
    first: u64,
    further: Vec<u64>,
}

impl Seen {
    /// Whether this is the first time.
    fn insert(&mut self, at: usize) -> bool {
        let new = !self.contains(at);
        let bit = 1 << (at % 64);
        match (at / 64).checked_sub(1) {
            None => self.first |= bit,
            Some(word) => {
                self.further.resize(self.further.len().max(word + 1), 0);
                self.further[word] |= bit;
            }
        }
        new
    }

    fn contains(&self, at: usize) -> bool {
        let word = match (at / 64).checked_sub(1) {
            None => self.first,
            Some(word) => self.further.get(word).copied().unwrap_or_default(),
        };
        word >> (at % 64) & 1 == 1
    }
}

impl Shape {
    /// Whether a value of this JSON type can be meant.
    pub fn takes(&self, kind: Kind) -> bool {
        match self {
            Self::Any => true,
            Self::Bool => kind == Kind::Bool,
            Self::Integer(_) | Self::Number(_) => kind == Kind::Number,
            Self::Text(_) => kind == Kind::String,
            Self::Choice(choices) => {
                choices.iter().any(|choice| choice.json.starts_with('"') == (kind == Kind::String))
            }
            Self::List { .. } => kind == Kind::Array,
            Self::Object(_) => kind == Kind::Object,
            Self::Either(_) => false,
        }
    }

    /// The JSON type, for a person.
    pub fn type_name(&self, schema: &Schema) -> String {
        match self {
            Self::Any => "any".into(),
            Self::Bool => "boolean".into(),
            Self::Integer(_) => "integer".into(),
            Self::Number(_) => "number".into(),
            Self::Text(_) => "string".into(),
            Self::Choice(choices) => choices.iter().map(|choice| choice.json.as_str()).collect::<Vec<_>>().join(" | "),
            Self::List { .. } => "array".into(),
            Self::Object(_) => "object".into(),
            Self::Either(rules) => {
                let names: Vec<_> = rules.iter().map(|id| schema.rule(*id).shape.type_name(schema)).collect();
                names.join(" | ")
            }
        }
    }
}

/// The field that a key names, looked for first where the last one leaves off: keys mostly come in order.
fn position(fields: &[Field], next: usize, key: Value<'_>) -> Option<usize> {
    let is = |at: &usize| key.is_str(&fields[*at].name);
    (next..fields.len()).find(is).or_else(|| (0..next.min(fields.len())).find(is))
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
