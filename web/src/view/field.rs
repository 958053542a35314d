//! One row: name, title, limits, the control, help, problems.

use maud::{Markup, html};
use wxwire::layer::json::{Kind, Value, quote};
use wxwire::schema::{Field, Object, Rule, Shape, Tag};

use super::form::Form;
use super::{id, prose};
use crate::place;
use crate::words;

impl Form<'_> {
    /// A field that the operation knows.
    pub(super) fn field(&self, field: &Field, object: Value<'_>, path: &str) -> Markup {
        if !self.room() {
            return html! {};
        }
        let here = place::child(path, &field.name);
        let rule = self.schema.rule(field.rule);
        let value = object.get(&field.name);
        let help = rule.docs.help(self.lang);
        let about = html! {
            @if !help.is_empty() { p.help #(id("help", &here)) { (prose(help)) } }
            (self.notes(&here))
        };
        let inner = value.and_then(|value| self.inner(rule, value, &here));
        // What is said of a group stands before it, where its name is; what is said of one control, below.
        let wide = inner.is_some() || value.is_some_and(|value| matches!(value.kind(), Kind::Object | Kind::Array));
        html! {
            div.row data-row=(here) {
                div.label {
                    (self.label(&field.name, rule, value, &here))
                    @if field.required && field.credential.is_none() { span.required { (self.say(words::REQUIRED)) } }
                    (self.limits(rule))
                    @if value.is_some() && (!field.required || field.credential.is_some()) { (self.remove(&field.name, &here)) }
                }
                @if wide { (about) }
                @match value {
                    None => (self.absent(&here)),
                    Some(_) if field.credential.is_some() => div.bare #(id("field", &here)) tabindex="-1" {
                        span.chip { "•••" } " " (self.say(words::SECRET))
                    },
                    Some(value) => @match inner {
                        Some(inner) => (inner),
                        None => (self.control(rule, value, &here, &field.name, "")),
                    },
                }
                @if !wide { (about) }
            }
        }
    }

    /// The name on the wire and the title; a label where one control belongs to it.
    fn label(&self, name: &str, rule: &Rule, value: Option<Value<'_>>, path: &str) -> Markup {
        let single = value.is_some_and(|value| !matches!(value.kind(), Kind::Object | Kind::Array | Kind::Null));
        let inside = html! { code { (name) } " " span.title { (rule.docs.title(self.lang)) } };
        match single {
            true => html! { label for=(id("field", path)) { (inside) } },
            false => html! { span.name #(id("name", path)) { (inside) } },
        }
    }

    /// A required field that is not there.
    fn absent(&self, path: &str) -> Markup {
        html! {
            div.bare #(id("field", path)) data-path=(path) tabindex="-1" {
                span.chip { (self.say(words::ABSENT)) }
                button.add #(id("begin", path)) type="button" data-action="begin" data-path=(path) { "+ " (self.say(words::ADD)) }
            }
        }
    }

    pub(super) fn remove(&self, name: &str, path: &str) -> Markup {
        let label = format!("{} {name}", self.say(words::REMOVE));
        html! {
            button.icon type="button" data-action="remove" data-path=(path) title=(label) aria-label=(label) { "×" }
        }
    }

    /// A field that the operation does not know, or an open object's own.
    pub(super) fn unknown(&self, name: &str, object: Value<'_>, path: &str, open: bool) -> Markup {
        let Some(value) = object.get(name).filter(|_| self.room()) else { return html! {} };
        let here = place::child(path, name);
        html! {
            div.row data-row=(here) {
                div.label {
                    label for=(id("field", &here)) { code { (name) } }
                    @if !open { span.mark { (self.say(self.stranger(name, path))) } }
                    @if !self.xml { span.mark { (self.say(words::RAW)) } }
                    (self.remove(name, &here))
                }
                @match (self.xml, value.kind()) {
                    (true, Kind::String) => (self.plain_text(value, &here)),
                    (true, _) => (self.element(value, &here)),
                    (false, _) => (self.raw(value, &here, None)),
                }
                (self.notes(&here))
            }
        }
    }

    /// The choice of a tagged object's variant.
    pub(super) fn variant(&self, object: &Object, tag: &Tag, value: Value<'_>, path: &str) -> Markup {
        let here = place::child(path, &tag.field);
        let named = value.get(&tag.field);
        let text = named.and_then(Value::as_str);
        let known = text.as_deref().and_then(|text| object.variant(text));
        html! {
            div.row data-row=(here) {
                div.label {
                    label for=(id("field", &here)) { code { (tag.field) } " " span.title { (self.say(words::VARIANT)) } }
                    span.required { (self.say(words::REQUIRED)) }
                }
                select #(id("field", &here)) data-action="variant" data-path=(path) data-field=(here)
                    aria-invalid=[self.wrong(&here).then_some("true")] {
                    @if known.is_none() {
                        option value="" selected disabled {
                            @match named {
                                Some(named) => { (named.source()) " · " (self.say(words::OTHER_VALUE)) }
                                None => (self.say(words::ABSENT)),
                            }
                        }
                    }
                    @for variant in &tag.variants {
                        option value=(variant.value) selected[known.is_some_and(|known| known.value == variant.value)] {
                            (variant.value) " · " (variant.docs.title(self.lang))
                        }
                    }
                }
                @if let Some(help) = known.map(|known| known.docs.help(self.lang)).filter(|help| !help.is_empty()) {
                    p.help { (prose(help)) }
                }
                (self.notes(&here))
            }
        }
    }

    /// The choice among the types that a field may have.
    pub(super) fn alternatives(&self, rule: &Rule, value: Value<'_>, path: &str, name: &str) -> Markup {
        let Shape::Either(rules) = &rule.shape else { return html! {} };
        let taken = rules.iter().position(|id| self.schema.rule(*id).shape.takes(value.kind()));
        html! {
            select.alternative data-action="alternative" data-path=(path) aria-label=(format!("{name}: JSON")) {
                @if taken.is_none() { option value="" selected disabled { (value.kind().name()) } }
                @for (at, one) in rules.iter().enumerate() {
                    @let one = self.schema.rule(*one);
                    option value=(at) selected[taken == Some(at)] { (kind_name(one)) " · " (one.docs.title(self.lang)) }
                }
            }
        }
    }
}

/// The JSON type of an alternative; a single constant is named by itself.
fn kind_name(rule: &Rule) -> String {
    match &rule.shape {
        Shape::Any => "JSON".into(),
        Shape::Bool => "boolean".into(),
        Shape::Integer(_) | Shape::Number(_) => "number".into(),
        Shape::Text(_) => "string".into(),
        Shape::Choice(choices) => choices.first().map_or_else(|| quote(""), |choice| choice.json.clone()),
        Shape::List { .. } => "array".into(),
        Shape::Object(_) => "object".into(),
        Shape::Either(_) => "…".into(),
    }
}
