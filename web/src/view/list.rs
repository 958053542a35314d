//! A list: its items, each with its place and what moves or removes it.

use maud::{Markup, html};
use wxwire::layer::json::{Kind, Value};
use wxwire::schema::Rule;

use super::form::{Form, ITEMS};
use super::id;
use crate::words;

impl Form<'_> {
    pub(super) fn list(&self, rule: &Rule, max: Option<usize>, list: Value<'_>, path: &str) -> Markup {
        let count = list.items().count();
        let items = if max.unwrap_or(count) == 1 { words::ONE_ITEM } else { words::ITEMS };
        html! {
            div.list #(id("field", path)) data-path=(path) role="group" tabindex="-1" aria-labelledby=(id("name", path)) {
                @if count == 0 { p.help { (self.say(words::EMPTY_LIST)) " " code { "[]" } } }
                @for (at, item) in list.items().take(ITEMS).enumerate() { (self.item(rule, item, path, (at, count))) }
                @if count > ITEMS { p.help { (count) " " (self.say(words::ITEMS)) " · " (self.say(words::TOO_MANY)) } }
                div.bare {
                    button.add #(id("append", path)) type="button" data-action="append" data-path=(path)
                        disabled[max.is_some_and(|max| count >= max)] { "+ " (self.say(words::ADD_ITEM)) }
                    span.count { (count) @if let Some(max) = max { " / " (max) } " " (self.say(items)) }
                }
            }
        }
    }

    fn item(&self, rule: &Rule, item: Value<'_>, path: &str, (at, count): (usize, usize)) -> Markup {
        if !self.room() {
            return html! {};
        }
        let here = format!("{path}/{at}");
        let title = format!("{} {}", rule.docs.title(self.lang), at + 1);
        let step = |action: &str, words, sign: &str, off: bool| {
            let label = format!("{} {}", self.say(words), at + 1);
            html! {
                button.icon #(id(action, &here)) type="button" data-action=(action) data-path=(here) title=(label)
                    aria-label=(label) disabled[off] { (sign) }
            }
        };
        let wide = matches!(item.kind(), Kind::Object | Kind::Array);
        html! {
            div.item .wide[wide] data-row=(here) {
                div.label {
                    span.name #(id("name", &here)) { code { "[" (at) "]" } @if wide { " " span.title { (rule.docs.title(self.lang)) } } }
                    span.moves {
                        (step("up", words::UP, "↑", at == 0))
                        (step("down", words::DOWN, "↓", at + 1 == count))
                        (self.remove(&format!("{}", at + 1), &here))
                    }
                }
                div.content { (self.control(rule, item, &here, &title, &title)) (self.notes(&here)) }
            }
        }
    }
}
