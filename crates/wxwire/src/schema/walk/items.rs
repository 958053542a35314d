//! What a list may hold beside the right items: no two alike, and nothing that parts them on the wire.

use std::collections::BTreeSet;

use super::Walk;
use crate::layer::json::{Value, pretty};
use crate::problem::{Code, Problem};
use crate::rule::Rule;

impl Walk<'_> {
    pub(super) fn items(&mut self, rule: &Rule, list: Value<'_>, unique: bool) {
        if !unique && rule.join.is_none() {
            return;
        }
        let mut seen = BTreeSet::new();
        for item in list.items().filter(|_| unique) {
            if self.is_over() {
                return;
            }
            let own = item.as_str().map_or_else(|| pretty(item), |text| format!("\"{text}"));
            if !seen.insert(own) {
                self.report(Problem::new(Code::DuplicateItem), rule, item);
            }
        }
        let Some(join) = &rule.join else { return };
        for item in list.items().filter(|item| item.as_str().is_some_and(|text| text.contains(join.as_str()))) {
            if self.is_over() {
                return;
            }
            self.report(Problem::new(Code::CannotHold).expected("join"), rule, item);
        }
    }
}
