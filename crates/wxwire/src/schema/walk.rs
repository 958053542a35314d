//! The walk: a value beside its rule, problems on the way.

mod beside;
mod closely;
mod doubt;
mod items;
mod scalar;
mod seen;

pub(crate) use self::closely::{CLOSELY, Closely};
use self::seen::Seen;
use super::{Field, Object, Rule, Schema, Shape};
use crate::derived::derived;
use crate::layer::json::{Kind, Value, escape_step};
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

/// How far somebody sees.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct View {
    /// What time it is, in Unix seconds, where that is known.
    pub(crate) now: Option<i64>,
    /// What looks closely, where there is room for it.
    pub(crate) closely: Option<&'static Closely>,
}

/// After so many problems the walk stops: nobody reads on, and each takes a walk from the root to find its path. (To
/// keep the path while walking would cost every valid body more than the rest of the check.)
pub(crate) const MAX_PROBLEMS: usize = 1000;

impl Schema {
    /// Every problem of a value, in the order of the walk; after a thousand, a note that the walk stopped. `evidence` is
    /// where the whole is known from.
    #[cfg(test)]
    pub(crate) fn walk(&self, value: Value<'_>, reach: Reach, evidence: Source, problems: &mut Vec<Problem>) {
        self.walk_at(View { now: None, closely: Some(&CLOSELY) }, value, reach, evidence, problems);
    }

    /// The same, as far as somebody sees.
    pub(crate) fn walk_at(
        &self,
        view: View,
        value: Value<'_>,
        reach: Reach,
        evidence: Source,
        problems: &mut Vec<Problem>,
    ) {
        let View { now, closely } = view;
        let mut walk = Walk { schema: self, reach, evidence, now, closely, problems, misfit: None };
        walk.value(self.root(), value);
        if problems.len() >= MAX_PROBLEMS {
            problems.truncate(MAX_PROBLEMS);
            let end = value.span().end;
            let stopped = Problem::new(Code::Stopped).measured(MAX_PROBLEMS, MAX_PROBLEMS, Unit::Items);
            problems.push(stopped.span(end..end));
        }
    }

    /// Whether a value has the form of the values of a call: all that must be there is, of the right type and one of the values
    /// that it may have, and nothing else. It is looked at up to the first fault, of which nothing is said.
    pub(crate) fn is_form_of(&self, value: Value<'_>, evidence: Source) -> bool {
        let (reach, mut problems) = (Reach::Values, Vec::new());
        let View { now, closely } = View::default();
        let mut walk =
            Walk { schema: self, reach, evidence, now, closely, problems: &mut problems, misfit: Some(false) };
        walk.value(self.root(), value);
        let form = [Code::Required, Code::RequiredOneOf, Code::UnknownField, Code::UnknownValue, Code::WrongType];
        walk.misfit != Some(true) && !problems.iter().any(|problem| form.contains(&problem.code))
    }
}

/// Whether a walk that is asked for the form alone ends at the first fault. The page is smaller without, and asks seldom.
const ENDS: bool = derived(()).is_some();

struct Walk<'w> {
    schema: &'w Schema,
    reach: Reach,
    evidence: Source,
    now: Option<i64>,
    closely: Option<&'static Closely>,
    problems: &'w mut Vec<Problem>,
    /// Where it is asked for the form alone: whether there is a fault in it.
    misfit: Option<bool>,
}

impl Walk<'_> {
    /// Whether it is asked for the form alone, which has a fault now.
    fn is_answered(&mut self) -> bool {
        if ENDS {
            self.misfit = self.misfit.map(|_| true);
        }
        ENDS && self.misfit.is_some()
    }

    /// Whether enough was seen.
    fn is_over(&self) -> bool {
        ENDS && self.misfit == Some(true) || self.problems.len() >= MAX_PROBLEMS
    }

    fn report(&mut self, problem: Problem, rule: &Rule, value: Value<'_>) {
        if matches!(problem.code, Code::UnknownValue | Code::WrongType) && self.is_answered() {
            return;
        }
        self.problems.push(problem.on(value).source(rule.source));
    }

    /// Where the type of a value, and that it must be there, is known from.
    fn form(&self, rule: &Rule) -> Source {
        rule.type_source.unwrap_or(self.evidence)
    }

    fn value(&mut self, rule: &Rule, value: Value<'_>) {
        if self.is_over() {
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
            (_, Kind::Null) if rule.nullable && rule.null => {}
            (_, Kind::Null) if rule.nullable => self.report(Problem::new(Code::Null), rule, value),
            (Shape::Object(object), Kind::Object) => self.object(object, rule, value),
            (Shape::List { items, min, max, unique }, Kind::Array) => {
                let items = self.schema.rule(*items);
                let count = value.items().map(|item| self.value(items, item)).count();
                if let Some(closely) = self.closely {
                    (closely.items)(self, rule, value, *unique);
                }
                self.length(rule, value, count, (*min, *max), (Code::TooFew, Code::TooMany), Unit::Items);
            }
            (Shape::Text(limits), Kind::String) => self.text(limits, rule, value),
            (Shape::Choice(choices), Kind::String | Kind::Number | Kind::Bool) => self.choice(choices, rule, value),
            (Shape::Integer(bounds), Kind::Number) => match value.source().contains(['.', 'e', 'E']) {
                true => self.wrong_type(rule, value),
                false => {
                    self.bounds(*bounds, rule, value);
                    if let (Some(moment), Some(closely)) = (rule.moment, self.closely) {
                        (closely.moment)(self, moment, value);
                    }
                }
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
        if self.is_answered() {
            return;
        }
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
                    Some(variant) => (&variant.fields, object.open || variant.open),
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
                    self.missing(&tag.field, self.form(rule), value);
                    (&object.fields, true)
                }
            },
        };
        let (mut seen, mut next, mut unknown) = (Seen::default(), 0, Vec::new());
        for (key, member) in value.members() {
            if self.is_over() {
                return;
            }
            match position(fields, next, key) {
                Some(at) => {
                    if !seen.insert(at) {
                        self.problems.push(Problem::new(Code::DuplicateField).on(key));
                    }
                    next = at + 1;
                    let rule = self.schema.rule(fields[at].rule);
                    if let Some(closely) = self.closely {
                        (closely.beside)(self, rule, value, member);
                    }
                    self.field(&fields[at], member);
                }
                None if open => {}
                None if self.is_answered() => return,
                None if unknown.len() < MAX_PROBLEMS => unknown.push(key),
                None => {}
            }
        }
        // What is absent is known only now, once for all unknown keys.
        let absent: Vec<_> = (0..fields.len()).filter(|at| !seen.contains(*at)).map(|at| &fields[at]).collect();
        for key in unknown {
            let near = nearest(&key.as_str().unwrap_or_default(), absent.iter().map(|field| field.name.as_str()));
            let problem = Problem::new(Code::UnknownField).expected(near).on(key);
            // Where the document says that there are no others, the vendor refuses it.
            let is_refused = object.closed && self.evidence == Source::Documented;
            self.problems.push(if is_refused { problem.severity(Severity::Error) } else { problem });
        }
        for field in absent {
            let rule = self.schema.rule(field.rule);
            if field.required && (field.credential.is_none() || self.reach == Reach::Wire) {
                self.missing(&field.name, self.form(rule), value);
            } else if let Some(closely) = self.closely.filter(|_| !rule.needed.is_empty()) {
                (closely.absent)(self, rule, &field.name, value);
            }
        }
        if let Some(closely) = self.closely {
            (closely.one_of)(self, rule, value);
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

    fn missing(&mut self, name: &str, source: Source, object: Value<'_>) {
        if self.is_answered() {
            return;
        }
        let path = format!("{}/{}", object.pointer(), escape_step(name));
        let start = object.span().start;
        self.problems.push(Problem::new(Code::Required).at(path).span(start..start + 1).source(source));
    }
}

/// The field that a key names, looked for first where the last one leaves off: keys mostly come in order.
fn position(fields: &[Field], next: usize, key: Value<'_>) -> Option<usize> {
    let is = |at: &usize| key.is_str(&fields[*at].name);
    (next..fields.len()).find(is).or_else(|| (0..next.min(fields.len())).find(is))
}
