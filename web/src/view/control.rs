//! What a value is changed with, by its shape.

use maud::{Markup, html};
use wxwire::layer::json::{Kind, Value};
use wxwire::moment;
use wxwire::problem::Unit;
use wxwire::schema::{Choice, Object, Rule, Shape};

use super::form::Form;
use super::id;
use crate::edit::said;
use crate::place;
use crate::typed::shown;
use crate::words;
use wxwire::hidden;

/// The most text that one control shows; beyond it, the source is the place to edit.
const SHOWN: usize = 200_000;

impl Form<'_> {
    /// The control of a value; `name` names it where no label does, `title` is what a list says of its items.
    pub(super) fn control(&self, rule: &Rule, value: Value<'_>, path: &str, name: &str, title: &str) -> Markup {
        if value.kind() == Kind::Null && !matches!(rule.shape, Shape::Any) {
            return self.null(path);
        }
        let meant = place::meant(self.schema, rule, Some(value.kind()));
        let control = match (&meant.shape, value.kind()) {
            (Shape::Text(_), Kind::String) if meant.file.is_some() => self.file(meant, value, path),
            _ if value.source().len() > SHOWN && !matches!(value.kind(), Kind::Object | Kind::Array) => {
                html! { p.bare #(id("field", path)) tabindex="-1" { (self.say(words::TOO_MANY)) } }
            }
            (Shape::Object(object), Kind::Object) if bare(object) => self.raw(value, path, Some(name)),
            (Shape::Object(object), Kind::Object) => self.object(object, value, path, title),
            (Shape::List { items, max, .. }, Kind::Array) => self.list(self.schema.rule(*items), *max, value, path),
            (Shape::Choice(choices), Kind::String | Kind::Number | Kind::Bool) => {
                self.choice(choices, value, path, name, meant)
            }
            (Shape::Object(_), Kind::String) if self.xml => self.plain_text(value, path),
            (Shape::Bool, Kind::Bool) => self.bool(value, path, meant),
            (Shape::Text(_), Kind::String | Kind::Number | Kind::Bool) => self.text(meant, value, path, name),
            (Shape::Integer(_) | Shape::Number(_), Kind::Number | Kind::String | Kind::Bool) => {
                self.number(meant, value, path, name)
            }
            _ => self.raw(value, path, Some(name)),
        };
        html! {
            @if let Shape::Either(_) = rule.shape {
                div.either { (self.alternatives(rule, value, path, name)) (control) }
            } @else { (control) }
            @if self.mistyped(path, value.kind()) {
                div.bare {
                    span.chip { (value.kind().name()) }
                    button.add type="button" data-action="begin" data-path=(path) { (self.say(words::RESET)) }
                }
            }
        }
    }

    /// `null`, which is neither absent nor empty.
    fn null(&self, path: &str) -> Markup {
        html! {
            div.bare #(id("field", path)) data-path=(path) tabindex="-1" {
                span.chip { "null" }
                button.add type="button" data-action="begin" data-path=(path) { (self.say(words::SET)) }
            }
        }
    }

    fn object(&self, object: &Object, value: Value<'_>, path: &str, title: &str) -> Markup {
        match path {
            "" => self.members(object, value, path),
            _ => html! {
                div.group #(id("field", path)) data-path=(path) role="group" tabindex="-1"
                    aria-label=[(!title.is_empty()).then_some(title)]
                    aria-labelledby=[title.is_empty().then(|| id("name", path))] {
                    (self.members(object, value, path))
                }
            },
        }
    }

    pub(super) fn text(&self, rule: &Rule, value: Value<'_>, path: &str, name: &str) -> Markup {
        self.input(value, path, name, !rule.layers.is_empty(), self.described(rule, path))
    }

    /// Text of which nothing is known.
    pub(super) fn plain_text(&self, value: Value<'_>, path: &str) -> Markup {
        self.input(value, path, "", false, None)
    }

    fn input(&self, value: Value<'_>, path: &str, name: &str, layered: bool, described: Option<String>) -> Markup {
        let text = said(value);
        let (field, wrong) = (id("field", path), self.wrong(path));
        let placeholder = self.say(words::EMPTY_TEXT);
        html! {
            textarea #(field) .code[layered] data-action="text" data-path=(path) aria-label=[label(path, name)] dir="auto"
                rows=(rows(&text)) autocomplete="off" autocapitalize="off" spellcheck="false" placeholder=(placeholder)
                aria-invalid=[wrong.then_some("true")] aria-describedby=[described] { "\n" (shown(&text)) }
            (self.hidden(&text))
        }
    }

    /// Names what a text holds that does not show.
    fn hidden(&self, text: &str) -> Markup {
        html! { @if let Some(said) = hidden::sentence(text, self.lang) { p.help { span.mark.hidden { (said) } } } }
    }

    fn number(&self, rule: &Rule, value: Value<'_>, path: &str, name: &str) -> Markup {
        let text = said(value);
        let mode = if matches!(rule.shape, Shape::Integer(_)) { "numeric" } else { "decimal" };
        // A field of one line would drop the line breaks of a text that stands for a number.
        if text.contains(['\n', '\r']) {
            return self.input(value, path, name, false, self.described(rule, path));
        }
        let moment = value.as_i64().filter(|_| rule.unit == Some(Unit::Seconds)).and_then(moment::utc);
        html! {
            div.inline {
                input #(id("field", path)) .number type="text" inputmode=(mode) data-action="number" data-path=(path)
                    value=(text) autocomplete="off" spellcheck="false" placeholder=(self.say(words::EMPTY_TEXT))
                    aria-label=[label(path, name)] aria-invalid=[self.wrong(path).then_some("true")]
                    aria-describedby=[self.described(rule, path)];
                @if let Some(moment) = moment { span.moment { "= " (moment) } }
            }
        }
    }

    fn bool(&self, value: Value<'_>, path: &str, rule: &Rule) -> Markup {
        let on = value.as_bool() == Some(true);
        html! {
            div.inline {
                input #(id("field", path)) type="checkbox" data-action="bool" data-path=(path) checked[on]
                    aria-describedby=[self.described(rule, path)];
                code { (on) }
            }
        }
    }

    fn choice(&self, choices: &[Choice], value: Value<'_>, path: &str, name: &str, rule: &Rule) -> Markup {
        let is = |choice: &Choice| match choice.json.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(text) => value.is_str(text),
            None => value.source() == choice.json,
        };
        let known = choices.iter().position(is);
        html! {
            select #(id("field", path)) data-action="choice" data-path=(path) aria-label=[label(path, name)]
                aria-invalid=[self.wrong(path).then_some("true")] aria-describedby=[self.described(rule, path)] {
                @if known.is_none() {
                    option value=(value.source()) selected { (value.source()) " · " (self.say(words::OTHER_VALUE)) }
                }
                @for (at, choice) in choices.iter().enumerate() {
                    option value=(choice.json) selected[known == Some(at)] {
                        (choice.json.trim_matches('"'))
                        @if !choice.docs.text(self.lang).is_empty() { " · " (choice.docs.title(self.lang)) }
                    }
                }
            }
        }
    }

    /// Any JSON. What is typed stays, JSON or not.
    pub(super) fn raw(&self, value: Value<'_>, path: &str, name: Option<&str>) -> Markup {
        let source = self.state.drafts.get(path).map_or_else(|| value.source(), String::as_str);
        html! {
            @if source.len() > SHOWN {
                p.bare #(id("field", path)) tabindex="-1" { (self.say(words::TOO_MANY)) }
            } @else {
                textarea #(id("field", path)) .code data-action="raw" data-path=(path) rows=(rows(source))
                    spellcheck="false" aria-label=[name.filter(|name| !name.is_empty())]
                    aria-invalid=[self.wrong(path).then_some("true")] { "\n" (shown(source)) }
                (self.hidden(source))
            }
        }
    }
}

/// An object of which nothing is known.
fn bare(object: &Object) -> bool {
    object.fields.is_empty() && object.tag.is_none()
}

/// A label for the items of lists, which have no name of their own.
fn label<'n>(path: &str, name: &'n str) -> Option<&'n str> {
    let item = path.rsplit('/').next().is_some_and(|step| step.bytes().all(|byte| byte.is_ascii_digit()));
    (item && !name.is_empty()).then_some(name)
}

fn rows(text: &str) -> usize {
    let lines: usize = text.split('\n').take(16).map(|line| 1 + line.len() / 90).sum();
    lines.clamp(1, 16)
}
