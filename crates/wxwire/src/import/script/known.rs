//! What the names of a program hold, as far as that is certain.

mod block;
mod content;
mod encoder;
mod structs;
mod value;

use std::cell::Cell;
use std::collections::BTreeSet;

use super::program::Later;
use super::request::MAX_NAMES;
use crate::import::code::{Expr, Language, is_plain_number};
use crate::import::text::Text;
use crate::named::Named;
pub(super) use content::{Content, is_media};
use structs::Structs;

/// The most values that a name may gather one by one.
const MAX_MEMBERS: usize = 10_000;

/// The names that a value is looked up in.
#[derive(Default)]
struct Within<'w> {
    name: &'w str,
    levels: usize,
    outer: Option<&'w Within<'w>>,
}

impl Within<'_> {
    /// Whether a name is one of them, be it as it was once.
    fn holds(&self, name: &str) -> bool {
        let root = |name: &str| name.split(['.', TIMES]).next().unwrap_or_default().to_owned();
        let is_own = !self.name.is_empty() && root(self.name) == root(name);
        is_own || self.outer.is_some_and(|outer| outer.holds(name))
    }
}

/// What stands between a name and how often it had been set, where that one value is meant.
const TIMES: char = '\0';

/// Names, and what they were set to.
pub(super) struct Known {
    set: Named<'static, One>,
    /// How many blocks are open.
    depth: usize,
    /// The next statement alone may not be run.
    in_branch: bool,
    /// The block whose rest is not run: it is left before its end.
    left: Option<usize>,
    /// Whether a list or a map is copied where it is given to another name, or is the same one.
    copies: bool,
    /// The names that came in each open block, which end with it.
    blocks: Vec<Vec<String>>,
    /// The blocks that are a function's own, which knows no variable from outside; the next may begin one.
    functions: Vec<usize>,
    begins_function: bool,
    /// Whether a text can be changed, under all names that hold it.
    changes_texts: bool,
    language: &'static Language,
    /// The names that hold a text which grows by calls.
    builders: Named<'static, bool>,
    /// Where the texts stand that were.
    changed: BTreeSet<(usize, usize)>,
    /// Where its characters stand, which are numbers where one is added to another.
    signs: BTreeSet<usize>,
    /// What a program declares for its objects.
    structs: Structs,
    /// What is changed behind a function that uses it.
    later: Later,
    /// Where the program is read.
    pub(super) at: usize,
    /// The bytes that may still be copied: a value that is used again and again would be beyond bounds.
    budget: Cell<usize>,
    /// Where the bytes of a text are those of whatever machine runs the program.
    pub(super) of_machine: Cell<Option<(usize, usize)>>,
}

#[derive(Default)]
struct One {
    value: Option<Expr>,
    /// The block that it was set in.
    depth: usize,
    /// How often it was set: what holds a list or a map by its name holds the one that it had then.
    times: usize,
}

impl Known {
    /// Nothing yet of a program.
    pub(super) fn new(program: &Text, language: &'static Language, later: Later) -> Self {
        let budget = Cell::new(program.len().saturating_mul(16) + 100_000);
        let (set, blocks, copies) = (Named::default(), Vec::new(), language.copies());
        let (functions, begins_function) = (Vec::new(), false);
        let (changes_texts, changed) = (language.changes_texts(), BTreeSet::new());
        Self {
            set,
            depth: 0,
            in_branch: false,
            left: None,
            copies,
            blocks,
            functions,
            begins_function,
            changes_texts,
            language,
            builders: Named::default(),
            changed,
            signs: signs(program, language),
            structs: Structs::of(program.as_str(), language),
            later,
            at: 0,
            budget,
            of_machine: Cell::new(None),
        }
    }

    /// Takes so many bytes of the budget; whether they were there.
    fn pays(&self, bytes: usize) -> bool {
        let left = self.budget.get().checked_sub(bytes + 1);
        self.budget.set(left.unwrap_or(0));
        left.is_some()
    }

    /// What is written for a value, if it may still be written out.
    fn paid<'e>(&'e self, value: &'e Expr) -> Option<&'e Expr> {
        let value = self.follow(value);
        let size = match value {
            Expr::Map(..) | Expr::List(..) => 1,
            other => other.place().len(),
        };
        (self.pays(size) && !self.is_changed(value)).then_some(value)
    }

    /// Whether a value is a text that was changed.
    fn is_changed(&self, value: &Expr) -> bool {
        let is_one = |text: &Text| self.changed.contains(&(text.place().start, text.place().end));
        !self.changed.is_empty() && matches!(value, Expr::Text(text) if is_one(text))
    }

    /// Whether a name is known to hold a list or a map.
    pub(super) fn has(&self, name: &str) -> bool {
        let held = self.held(&self.same(name));
        matches!(held, Some(Expr::Map(..) | Expr::List(..))) || held.is_some_and(is_parsed)
    }

    /// Whether lists or maps stand in what a name holds, which may be changed by whoever is given one.
    pub(super) fn has_inner(&self, name: &str) -> bool {
        let is_scalar = |value: &Expr| matches!(value, Expr::Text(_) | Expr::Other(_));
        match self.held(&self.same(name)) {
            Some(Expr::Map(_, members)) => !members.iter().all(|(_, value)| is_scalar(value)),
            Some(Expr::List(_, items)) => !items.iter().all(is_scalar),
            other => other.is_some_and(is_parsed),
        }
    }

    /// The name whose list or map another name holds.
    fn same(&self, name: &str) -> String {
        let mut name = name.to_owned();
        for _ in 0..MAX_NAMES {
            match self.held(&name) {
                Some(Expr::Name(other, _)) if other.contains(TIMES) && self.holds(other) => {
                    name = other.split(TIMES).next().unwrap_or_default().to_owned();
                }
                _ => break,
            }
        }
        name
    }

    /// Sets a name; one that a branch sets anew is not known any more.
    pub(super) fn set(&mut self, name: &str, value: Expr, place: Text, is_declared: bool) {
        let (value, is_run, depth) = (self.now(value, self.copies, &Within::default()), self.is_run(), self.depth);
        let is_new = is_declared || !self.holds(name);
        self.builders.set(name.to_owned(), false);
        let one = self.set.entry(name.to_owned());
        let is_sure = is_run && (is_new || one.depth == depth);
        one.value = Some(if is_sure { value } else { Expr::Other(place) });
        one.times += 1;
        if is_sure {
            one.depth = depth;
        }
        if is_new && let Some(block) = self.blocks.last_mut() {
            block.push(name.to_owned());
        }
    }

    /// Puts a text behind the one that a name holds.
    pub(super) fn extend(&mut self, name: &str, value: Expr, place: Text) {
        let now = |value: Expr| self.now(value, true, &Within::default());
        let value = match (now(Expr::Name(name.to_owned(), place.clone())), now(value)) {
            (Expr::Text(mut text), Expr::Text(more)) if self.pays(text.len() + more.len()) => {
                text.push(&more, 0..more.len());
                Expr::Text(text)
            }
            _ => Expr::Other(place.clone()),
        };
        self.set(name, value, place, false);
    }

    /// Sets a name to a text that grows by calls.
    pub(super) fn builds(&mut self, name: &str, text: Text, place: Text) {
        self.set(name, Expr::Text(text), place, true);
        self.builders.set(name.to_owned(), true);
    }

    pub(super) fn is_builder(&self, name: &str) -> bool {
        self.builders.get(name).is_some_and(|is_one| *is_one)
    }

    /// Puts a text behind one that grows by calls.
    pub(super) fn grow(&mut self, name: &str, more: Expr, place: Text) {
        let more = match self.now(more, true, &Within::default()) {
            Expr::Text(text) => Some(text),
            Expr::Other(number) if is_plain_number(number.as_str()) => Some(number),
            _ => None,
        };
        let own = match self.value(name) {
            Some(Expr::Text(text)) => Some(text.clone()),
            _ => None,
        };
        let grown = match (own, more) {
            (Some(mut text), Some(more)) if self.pays(text.len() + more.len()) => {
                text.push(&more, 0..more.len());
                Expr::Text(text)
            }
            _ => Expr::Other(place.clone()),
        };
        self.set(name, grown, place, false);
        self.builders.set(name.to_owned(), true);
    }

    /// What the encoder of a name writes into: `&buffer` of `json.NewEncoder(&buffer)`.
    pub(super) fn encoder_of(&self, name: &str, maker: &str) -> Option<String> {
        let Some(Expr::Call(call, given, _)) = self.value(name) else { return None };
        let buffer = given.first().filter(|_| call == maker)?.1.place().as_str().trim_start_matches('&');
        Some(buffer.to_owned())
    }

    /// Knows no more what a name holds.
    pub(super) fn forget(&mut self, name: &str, place: Text) {
        // What lies in it may be what was changed.
        let mut names = vec![name.to_owned(), self.same(name)];
        while let Some(name) = names.pop() {
            let root = name.split(TIMES).next().unwrap_or_default();
            if let Some(value) = self.set.get_mut(root).and_then(|one| one.value.as_mut()) {
                value.names(&mut names);
                if let Expr::Text(text) = &*value
                    && self.changes_texts
                {
                    self.changed.insert((text.place().start, text.place().end));
                }
                *value = Expr::Other(place.clone());
            }
        }
    }

    /// Knows nothing any more.
    pub(super) fn forget_all(&mut self) {
        self.set = Named::default();
    }

    /// Adds to what a name holds; where that may not be run, the name is not known any more.
    pub(super) fn add(&mut self, name: &str, key: Option<Text>, value: Expr, place: Text) {
        let (value, is_run, depth) = (self.now(value, self.copies, &Within::default()), self.is_run(), self.depth);
        let Some(one) = self.set.get_mut(&self.same(name)) else { return };
        let is_sure = one.depth == depth && is_run;
        match (&mut one.value, key) {
            (Some(Expr::Map(_, members)), Some(key)) if is_sure && !key.is_empty() && members.len() < MAX_MEMBERS => {
                match members.iter_mut().take(200).find(|(name, _)| name.as_str() == key.as_str()) {
                    Some((_, old)) => *old = value,
                    None => members.push((key, value)),
                }
            }
            // Without items it may as well be a map.
            (Some(list @ Expr::List(..)), Some(key)) if is_sure && !key.is_empty() && is_empty(list) => {
                *list = Expr::Map(list.place().clone(), vec![(key, value)]);
            }
            (Some(Expr::List(_, items)), key) if is_sure && key.as_ref().is_none_or(Text::is_empty) => {
                items.push(value)
            }
            (known, _) => *known = Some(Expr::Other(place)),
        }
    }

    /// Whether anything is known of a name.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.held(name).is_some()
    }
}

/// Where the characters of a program stand that are no texts.
fn signs(program: &Text, language: &Language) -> BTreeSet<usize> {
    let quotes = program.as_str().match_indices('\'').filter(|_| language.has_signs());
    quotes.map(|(at, _)| program.source(at + 1)).collect()
}

/// Whether a value is what was made of JSON in a text, which may be changed as a map may.
fn is_parsed(value: &Expr) -> bool {
    let json = |value: &Expr| matches!(value, Expr::Text(text) if text.as_str().trim_start().starts_with(['{', '[']));
    matches!(value, Expr::Call(_, given, _) if given.iter().any(|(_, value)| json(value)))
}

fn is_empty(value: &Expr) -> bool {
    matches!(value, Expr::List(_, items) if items.is_empty())
}
