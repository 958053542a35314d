//! The form: the rules and the tree, side by side, as rows.

use std::cell::Cell;
use std::rc::Rc;

use maud::{Markup, html};
use wxwire::lang::{Lang, Words};
use wxwire::layer::json::{Kind, Value};
use wxwire::problem::Code;
use wxwire::schema::{Field, Object, Rule, Schema};

use super::id;
use crate::finding::Finding;
use crate::place;
use crate::state::State;
use crate::words;

/// The most rows that are drawn, and the most items of one list.
const ROWS: u32 = 400;
pub(super) const ITEMS: usize = 100;

/// What drawing needs to know.
pub(super) struct Form<'s> {
    pub(super) state: &'s State,
    pub(super) schema: &'s Schema,
    /// It is drawn of XML, whose values are text.
    pub(super) xml: bool,
    pub(super) lang: Lang,
    pub(super) problems: &'s [Finding],
    pub(super) rows: Rc<Cell<u32>>,
}

impl<'s> Form<'s> {
    pub(super) fn new(state: &'s State, problems: &'s [Finding]) -> Self {
        Self { state, schema: state.entry.schema(), xml: false, lang: state.lang, problems, rows: Rc::default() }
    }

    /// The whole form.
    pub(super) fn draw(&self, root: Value<'_>) -> Markup {
        let rule = self.schema.root();
        html! {
            div.root #(id("field", "")) tabindex="-1" {
                (self.notes(""))
                (self.control(rule, root, "", "", ""))
                @if self.rows.get() >= ROWS { p.help { (self.say(words::TOO_MANY)) } }
            }
        }
    }

    pub(super) fn say(&self, words: Words) -> &'static str {
        words.get(self.lang)
    }

    /// Whether there is room for another row.
    pub(super) fn room(&self) -> bool {
        self.rows.set(self.rows.get().saturating_add(1));
        self.rows.get() < ROWS
    }

    /// The members of an object: its fields in the vendor's order, then what else stands there.
    pub(super) fn members(&self, object: &Object, value: Value<'_>, path: &str) -> Markup {
        let fields = place::fields(object, value);
        let tag = object.tag.as_ref().map(|tag| tag.field.as_str());
        let wanted = |field: &&Field| field.required && field.credential.is_none();
        let (absent, present): (Vec<_>, Vec<_>) =
            fields.iter().partition(|field| value.get(&field.name).is_none() && !wanted(field));
        // What has no field of its own in XML is no field either.
        let offered = |field: &&Field| field.credential.is_none() && !(self.xml && field.name.starts_with('$'));
        let optional: Vec<_> = absent.into_iter().filter(offered).collect();
        let mut unknown: Vec<String> = Vec::new();
        for (key, _) in value.members() {
            let name = key.as_str().unwrap_or_default();
            let known = fields.iter().any(|field| field.name == name) || tag == Some(&name);
            if !known && unknown.len() < ITEMS && !unknown.iter().any(|other| *other == name) {
                unknown.push(name.into_owned());
            }
        }
        let tagged = object.tag.as_ref().filter(|tag| !fields.iter().any(|field| field.name == tag.field));
        html! {
            @if let Some(tag) = tagged { (self.variant(object, tag, value, path)) }
            @for field in present {
                @match object.tag.as_ref().filter(|tag| tag.field == field.name) {
                    Some(tag) => (self.variant(object, tag, value, path)),
                    None => (self.field(field, value, path)),
                }
            }
            @for name in &unknown { (self.unknown(name, value, path, object.open)) }
            @if !optional.is_empty() {
                div.optional {
                    span { (self.say(words::OPTIONAL)) }
                    @for field in optional { (self.offer(field, path)) }
                }
            }
        }
    }

    /// The button that adds an optional field.
    fn offer(&self, field: &Field, path: &str) -> Markup {
        let here = place::child(path, &field.name);
        let docs = &self.schema.rule(field.rule).docs;
        html! {
            button.add #(id("begin", &here)) type="button" data-action="begin" data-path=(here)
                title=(docs.text(self.lang)) { "+ " code { (field.name) } " " (docs.title(self.lang)) }
        }
    }

    /// The problems of a place, beside it.
    pub(super) fn notes(&self, path: &str) -> Markup {
        let here: Vec<_> = self.at(path).take(5).collect();
        let draft = self.state.drafts.has(path);
        html! {
            @if draft || !here.is_empty() {
                ul.notes #(id("notes", path)) {
                    @if draft { li.error { (self.say(words::DRAFT)) } }
                    @for problem in here {
                        li class=(problem.severity.name()) {
                            @if let Some((_, inner)) = problem.path.split_once('!') { code { "!" (inner) } " " }
                            (problem.message)
                        }
                    }
                }
            }
        }
    }

    pub(super) fn at<'p>(&'p self, path: &'p str) -> impl Iterator<Item = &'p Finding> {
        // Those of inner layers belong to the field that holds them, unless they are drawn themselves.
        let inside = move |rest: &str| rest.starts_with('!') && !self.has_inner(path);
        let own = move |rest: &str| rest.is_empty() || inside(rest);
        self.problems.iter().filter(move |problem| problem.path.strip_prefix(path).is_some_and(own))
    }

    /// Whether a place is to be marked as wrong.
    pub(super) fn wrong(&self, path: &str) -> bool {
        self.state.drafts.has(path) || self.at(path).any(Finding::is_error)
    }

    /// The ids of what describes a control: help, problems.
    pub(super) fn described(&self, rule: &Rule, path: &str) -> Option<String> {
        let help = (!rule.docs.help(self.lang).is_empty()).then(|| id("help", path));
        let notes = (self.state.drafts.has(path) || self.at(path).next().is_some()).then(|| id("notes", path));
        let ids: Vec<_> = help.into_iter().chain(notes).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// Whether a value's JSON type is wrong for its rule.
    pub(super) fn mistyped(&self, path: &str, kind: Kind) -> bool {
        kind != Kind::Null && self.at(path).any(|problem| problem.code == Code::WrongType.name())
    }
}
