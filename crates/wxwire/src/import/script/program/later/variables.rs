//! Variables, each of a block, and where they are changed and used.

use super::super::assign::is_declared;
use super::super::statement::{SETS, bracket, changes_behind, is_given};
use super::super::{is_read, root_of};
use super::Walk;
use crate::import::code::names_in_hole;
use crate::import::script::names;
use crate::import::text::Text;

/// How deep blocks are followed.
const MAX_DEPTH: usize = 64;

/// Methods of texts, which change nothing, in small letters.
const OF_TEXTS: [&str; 14] = [
    "substring",
    "trim",
    "split",
    "format",
    "startswith",
    "endswith",
    "equals",
    "equalsignorecase",
    "charat",
    "indexof",
    "touppercase",
    "tolowercase",
    "replace",
    "foreach",
];

pub(super) struct Variable {
    pub(super) block: usize,
    /// Where it is changed, in the order of the program.
    pub(super) changes: Vec<usize>,
}

impl Walk<'_> {
    /// Notes the names in a text.
    pub(super) fn mentions_in(&mut self, text: &Text) {
        for code in text.code() {
            for name in names_in_hole(code.as_str()).map(root_of) {
                self.mention(name);
                self.mention(name.trim_start_matches('$'));
            }
        }
    }

    /// Notes what is done with a name.
    pub(super) fn used(&mut self, name: &str, start: usize, rest: &str, before: &str) {
        let root = root_of(name);
        self.mention(root);
        let is_equals =
            |rest: &str| rest.starts_with('=') && !["==", "=>", "=~"].iter().any(|sign| rest.starts_with(sign));
        let is_member = root.len() < name.len();
        let is_own = rest.starts_with(":=");
        let is_typed = rest.starts_with(':') && is_declared(before);
        if !is_member && (is_equals(rest) || is_own || is_typed) {
            let is_new = is_declared(before) || is_own || self.innermost(root).is_none();
            return if is_new { self.declare(root) } else { self.change(root, start) };
        }
        let own = name.rsplit('.').next().unwrap_or(name);
        let is_called = rest.starts_with(['(', '!', '{']);
        let is_text = OF_TEXTS.contains(&own.to_ascii_lowercase().as_str());
        let is_index = rest.starts_with('[')
            && bracket(rest).is_some_and(|length| {
                let behind = rest[length..].trim_start_matches([' ', '\t']);
                is_equals(behind) || SETS.iter().any(|sign| behind.starts_with(sign)) || changes_behind(behind)
            });
        let is_arrow = rest.strip_prefix("->").is_some_and(|rest| {
            let behind = rest.trim_start_matches(|char: char| char.is_alphanumeric() || char == '_').trim_start();
            is_equals(behind) || behind.starts_with('(')
        });
        let is_changed = SETS.iter().any(|sign| rest.starts_with(sign))
            || is_member && (is_equals(rest) || is_called && !is_read(own) && !is_text && !names::says(own))
            || is_index
            || is_arrow
            || is_given(before.trim_end());
        if is_changed {
            self.change(root, start);
        }
    }

    /// The variable that a name means here.
    fn innermost(&mut self, name: &str) -> Option<usize> {
        let at = self.reader.at;
        let all = self.names.get_mut(name)?;
        while all.last().is_some_and(|one| self.blocks[self.variables[*one].block].range.end <= at) {
            all.pop();
        }
        all.last().copied()
    }

    fn declare(&mut self, name: &str) {
        let block = self.block();
        self.variables.push(Variable { block, changes: vec![] });
        self.names.entry(name.to_owned()).push(self.variables.len() - 1);
    }

    fn change(&mut self, name: &str, at: usize) {
        if let Some(variable) = self.innermost(name) {
            self.variables[variable].changes.push(at);
        }
    }

    /// Notes a name that a function or a loop uses from around it.
    fn mention(&mut self, name: &str) {
        let Some(variable) = self.innermost(name) else { return };
        let (mut block, own) = (self.block(), self.variables[variable].block);
        let (mut function, mut outer_loop) = (None, None);
        for _ in 0..MAX_DEPTH {
            if block == own || block == 0 {
                break;
            }
            if self.blocks[block].is_later {
                function = Some(block);
            }
            if self.blocks[block].is_loop {
                outer_loop = Some(block);
            }
            block = self.blocks[block].parent;
        }
        for block in [function, outer_loop].into_iter().flatten() {
            let is_one = |(last, one, own): &(String, usize, usize)| last == name && (*one, *own) == (variable, block);
            if !self.used.iter().rev().take(2).any(is_one) {
                self.used.push((name.to_owned(), variable, block));
            }
        }
    }
}
