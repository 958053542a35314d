//! What the names of a program hold, as far as that is certain.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::names;
use super::program::Later;
use super::request::MAX_NAMES;
use crate::import::code::{self, Expr, Language, in_hole, is_plain_number};
use crate::import::text::Text;
use crate::named::Named;

/// The most values that a name may gather one by one.
const MAX_MEMBERS: usize = 10_000;

/// What tells an encoder to name or to write values in another way.
const REWRITES: [&str; 5] =
    ["JSON_FORCE_OBJECT", "JSON_NUMERIC_CHECK", "NamingPolicy", "NamesContractResolver", "NamingStrategy"];

/// Encoders of Java's that leave out what is null, and one that does so already when it is made, in small letters.
const LEAVE_OUT: [&str; 4] = ["tojsonstring", "tojsonstr", "tojson", "jsonobject"];

/// The longest option of an encoder that is looked through.
const MAX_OPTION: usize = 1000;

/// How deep a value may lie in others.
const MAX_LEVELS: usize = 64;

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
    /// Where the texts stand that were.
    changed: BTreeSet<(usize, usize)>,
    /// What is changed behind a function that uses it.
    later: Later,
    /// Where the program is read.
    pub(super) at: usize,
    /// The bytes that may still be copied: a value that is used again and again would be beyond bounds.
    budget: Cell<usize>,
}

#[derive(Default)]
struct One {
    value: Option<Expr>,
    /// The block that it was set in.
    depth: usize,
    /// How often it was set: what holds a list or a map by its name holds the one that it had then.
    times: usize,
}

/// What a body was found to be.
pub(super) enum Content {
    Text(Text),
    /// Nothing is sent.
    None,
    /// Code that is not followed.
    Code(Text),
}

impl Known {
    /// Nothing yet; `source` is the size of the program.
    pub(super) fn new(source: usize, language: &Language, later: Later) -> Self {
        let budget = Cell::new(source.saturating_mul(16) + 100_000);
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
            changed,
            later,
            at: 0,
            budget,
        }
    }

    /// Takes so many bytes of the budget; whether they were there.
    fn pays(&self, bytes: usize) -> bool {
        let left = self.budget.get().checked_sub(bytes + 1);
        self.budget.set(left.unwrap_or(0));
        left.is_some()
    }

    pub(super) fn enter(&mut self) {
        self.depth += 1;
        self.in_branch = false;
        self.blocks.push(Vec::new());
        if std::mem::take(&mut self.begins_function) {
            self.functions.push(self.depth);
        }
    }

    /// The next block is a function's.
    pub(super) fn function(&mut self) {
        self.begins_function = true;
    }

    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.left = self.left.filter(|block| *block <= self.depth);
        self.functions.retain(|block| *block <= self.depth);
        for name in self.blocks.pop().unwrap_or_default() {
            // Another of the same name may be meant behind it.
            if let Some(one) = self.set.get_mut(&name).filter(|one| one.depth > self.depth) {
                (one.value, one.times) = (None, one.times + 1);
            }
        }
    }

    /// What follows in this block is not run.
    pub(super) fn leaves_here(&mut self) {
        if !self.in_branch {
            self.left.get_or_insert(self.depth);
        }
    }

    /// Whether a statement of this block is surely run.
    fn is_run(&self) -> bool {
        !self.in_branch && self.left.is_none()
    }

    pub(super) fn branch(&mut self) {
        self.in_branch = true;
    }

    pub(super) fn statement_ends(&mut self) {
        self.in_branch = false;
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
        matches!(self.value(&self.same(name)), Some(Expr::Map(..) | Expr::List(..)))
    }

    /// The name whose list or map another name holds.
    fn same(&self, name: &str) -> String {
        let mut name = name.to_owned();
        for _ in 0..MAX_NAMES {
            match self.value(&name) {
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

    /// A value as it is at this point of the program: texts by themselves, and so is all that goes into a call. `copies`: lists
    /// and maps as well; else they stay what their names hold, which may be changed.
    fn now(&self, value: Expr, copies: bool, within: &Within<'_>) -> Expr {
        // What holds itself has no end.
        if within.levels > MAX_LEVELS || matches!(&value, Expr::Name(name, _) if within.holds(name)) {
            return Expr::Other(value.place().clone());
        }
        let own = match &value {
            Expr::Name(name, _) | Expr::Call(name, ..) => name.clone(),
            _ => String::new(),
        };
        let within = &Within { name: &own, levels: within.levels + 1, outer: Some(within) };
        let held = |held: &Expr, copies: bool| self.pays(held.size()).then(|| self.now(held.clone(), copies, within));
        // `data.toString()`: what the name holds, as it is.
        if let Expr::Name(name, place) | Expr::Call(name, _, place) = &value
            && let Some(asked) = self.asked(name)
        {
            let held = held(asked, true).unwrap_or_else(|| Expr::Other(place.clone()));
            return match held {
                // A text is made of it.
                Expr::Map(..) | Expr::List(..) => Expr::Call(last_of(name), vec![(None, held)], place.clone()),
                held => held,
            };
        }
        let inner = |value: Expr| self.now(value, copies, within);
        match value {
            Expr::Name(name, place) => match self.value(&name) {
                None => Expr::Name(name, place),
                Some(Expr::Map(..) | Expr::List(..)) if !copies => match self.set.get(&name) {
                    Some(one) => Expr::Name(format!("{name}{TIMES}{}", one.times), place),
                    // It is one of these already.
                    None => Expr::Name(name, place),
                },
                Some(value) => held(value, copies).unwrap_or(Expr::Other(place)),
            },
            Expr::Map(place, members) => {
                Expr::Map(place, members.into_iter().map(|(name, value)| (name, inner(value))).collect())
            }
            Expr::List(place, items) => Expr::List(place, items.into_iter().map(inner).collect()),
            Expr::Call(name, arguments, place) => {
                let given = |value: Expr| self.now(value, true, within);
                let arguments = arguments.into_iter().map(|(name, value)| (name, given(value))).collect();
                Expr::Call(name, arguments, place)
            }
            Expr::Text(text) => Expr::Text(self.filled(text)),
            other => other,
        }
    }

    /// A text with what the names in it hold now, each a text without code of its own.
    fn filled(&self, text: Text) -> Text {
        if !text.has_code() {
            return text;
        }
        text.filled(&|code| {
            let name = in_hole(code);
            let value = self.value(name).or_else(|| self.value(name.strip_prefix('$')?));
            match value {
                Some(Expr::Text(value)) if !value.has_code() && self.pays(value.len()) => Some(value.clone()),
                Some(Expr::Other(value)) if is_plain_number(value.as_str()) && self.pays(value.len()) => {
                    Some(value.clone())
                }
                _ => None,
            }
        })
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

    /// What a name was set to; anything else is itself.
    pub(super) fn follow<'e>(&'e self, expr: &'e Expr) -> &'e Expr {
        let mut expr = expr;
        for _ in 0..MAX_NAMES {
            let Expr::Name(name, _) = expr else { break };
            match self.value(name).or_else(|| self.asked(name)) {
                Some(value) => expr = value,
                None => break,
            }
        }
        expr
    }

    fn value(&self, name: &str) -> Option<&Expr> {
        let (name, times) = name.split_once(TIMES).map_or((name, None), |(name, times)| (name, Some(times)));
        let one = self.set.get(name).filter(|one| times.is_none_or(|times| times.parse() == Ok(one.times)))?;
        // A constant is known everywhere.
        let is_variable = name.starts_with(|char: char| char == '$' || char.is_lowercase());
        let is_outside = is_variable && self.functions.last().is_some_and(|block| one.depth < *block);
        one.value.as_ref().filter(|value| !is_outside && !self.is_changed(value) && !self.later.hides(name, self.at))
    }

    /// Whether anything is known of a name.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// What a name holds that is asked for itself in another form: `body.toString`, `body.utf8`.
    fn asked(&self, name: &str) -> Option<&Expr> {
        let (root, method) = name.rsplit_once('.')?;
        names::gives_the_same(method).then(|| self.value(root))?
    }

    /// The text that an expression gives, behind calls that give it as something else.
    pub(super) fn text(&self, expr: &Expr) -> Option<Text> {
        self.text_at(expr, 0)
    }

    fn text_at(&self, expr: &Expr, depth: usize) -> Option<Text> {
        match self.follow(expr) {
            Expr::Text(text) => self.pays(text.len()).then(|| self.filled(text.clone())),
            Expr::Call(name, ..) if depth < MAX_NAMES && self.asked(name).is_some() => {
                self.text_at(self.asked(name)?, depth + 1)
            }
            Expr::Call(_, arguments, _) if self.rewrites(arguments) => None,
            Expr::Call(name, arguments, _) if names::gives_the_same(name) && depth < MAX_NAMES => {
                arguments.iter().take(4).find_map(|(_, value)| self.text_at(value, depth + 1))
            }
            _ => None,
        }
    }

    /// What is sent as a body.
    pub(super) fn content(&self, expr: &Expr) -> Content {
        self.content_at(expr, 0)
    }

    fn content_at(&self, expr: &Expr, depth: usize) -> Content {
        // What stands in the call itself has what its names hold now.
        let written = matches!(expr, Expr::Map(..) | Expr::List(..)) && self.pays(expr.size());
        let now = written.then(|| self.now(expr.clone(), true, &Within::default()));
        let expr = now.as_ref().unwrap_or(expr);
        let nothing = |name: &str| matches!(name, "null" | "nil" | "None" | "NULL" | "undefined" | "http.NoBody");
        match self.follow(expr) {
            Expr::Call(name, arguments, place) if self.leaves_out(name, arguments) => Content::Code(place.clone()),
            Expr::Text(text) if self.pays(text.len()) => Content::Text(self.filled(text.clone())),
            value @ (Expr::Map(..) | Expr::List(..)) => match code::json(value, &|one| self.paid(one)) {
                Ok(json) => Content::Text(json),
                Err(place) => Content::Code(place),
            },
            Expr::Name(name, _) if nothing(name) => Content::None,
            Expr::Call(name, ..) if depth < MAX_NAMES && self.asked(name).is_some() => {
                self.asked(name).map_or(Content::None, |value| self.content_at(value, depth + 1))
            }
            Expr::Call(name, arguments, place)
                if self.rewrites(arguments)
                    || name.starts_with("JsonContent")
                        && arguments.iter().any(|(_, value)| self.has_capitals(value, MAX_NAMES)) =>
            {
                Content::Code(place.clone())
            }
            Expr::Call(name, arguments, _) if names::gives_the_same(name) && depth < MAX_NAMES => {
                let each = arguments.iter().take(4).map(|(_, value)| self.content_at(value, depth + 1));
                best(each).unwrap_or(Content::None)
            }
            // What a form is made of says what is meant.
            Expr::Call(name, arguments, place) if names::makes_form(name) && depth < MAX_NAMES => {
                let Some((_, first)) = arguments.first() else { return Content::Code(place.clone()) };
                match self.pairs(first) {
                    Some(map) => match code::json(&map, &Some) {
                        Ok(json) if self.pays(json.len()) => Content::Text(json),
                        _ => Content::Code(place.clone()),
                    },
                    None => self.content_at(first, depth + 1),
                }
            }
            other => Content::Code(other.place().clone()),
        }
    }

    /// Takes a value for code where C# writes the names of its properties with a small letter.
    pub(super) fn rename(&self, value: &mut Expr) {
        if self.has_capitals(value, MAX_NAMES) {
            *value = Expr::Other(value.place().clone());
        }
    }

    /// Whether a property's name begins with a capital; the keys of a dictionary stay as they are.
    fn has_capitals(&self, value: &Expr, levels: usize) -> bool {
        // One that holds another again and again is looked through as often.
        if !self.pays(0) {
            return true;
        }
        let inner = |value: &Expr| levels > 0 && self.has_capitals(value, levels - 1);
        match self.follow(value) {
            Expr::Map(place, members) => {
                let has_properties = place.as_str().trim_start_matches("new").trim_start().starts_with('{');
                let is_renamed = |key: &Text| has_properties && key.as_str().starts_with(char::is_uppercase);
                members.iter().take(MAX_MEMBERS).any(|(key, value)| is_renamed(key) || inner(value))
            }
            Expr::List(_, items) => items.iter().take(MAX_MEMBERS).any(inner),
            _ => false,
        }
    }

    /// Whether an encoder leaves out a member whose value is nothing.
    fn leaves_out(&self, name: &str, arguments: &[(Option<Text>, Expr)]) -> bool {
        let is_one = LEAVE_OUT.contains(&names::last(name).to_ascii_lowercase().as_str());
        let asked = is_one.then(|| self.asked(name)).flatten();
        is_one && arguments.iter().map(|(_, value)| value).chain(asked).any(|value| self.has_nothing(value, MAX_NAMES))
    }

    /// Whether a member of a map is nothing.
    fn has_nothing(&self, value: &Expr, levels: usize) -> bool {
        if !self.pays(0) || levels == 0 {
            return true;
        }
        let is_nothing = |value: &Expr| matches!(self.follow(value), Expr::Name(name, _) if name == "null");
        match self.follow(value) {
            Expr::Map(_, members) => {
                members.iter().any(|(_, value)| is_nothing(value) || self.has_nothing(value, levels - 1))
            }
            Expr::List(_, items) => items.iter().any(|item| self.has_nothing(item, levels - 1)),
            _ => false,
        }
    }

    /// Whether an encoder is told to write something else than the value.
    fn rewrites(&self, arguments: &[(Option<Text>, Expr)]) -> bool {
        let mut options = arguments.iter().skip(1).take(3).map(|(_, option)| self.follow(option).place());
        let is_one = |option: &Text| REWRITES.iter().any(|word| option.as_str().contains(word));
        options.any(|option| option.len() < MAX_OPTION && is_one(option))
    }

    /// Whether it is a map that no encoder was given.
    pub(super) fn is_bare_map(&self, expr: &Expr) -> bool {
        let is_asked = matches!(expr, Expr::Name(name, _) if name.contains('.'));
        !is_asked && matches!(self.follow(expr), Expr::Map(..))
    }

    /// Whether an encoder makes a form of it.
    pub(super) fn is_form(&self, expr: &Expr) -> bool {
        matches!(self.follow(expr), Expr::Call(name, ..) if names::makes_form(name))
    }

    /// A list of pairs that are made one by one, as a map: `new[] { new KeyValuePair<string, string>("a", "b") }`.
    fn pairs(&self, expr: &Expr) -> Option<Expr> {
        let Expr::List(place, items) = self.follow(expr) else { return None };
        let pair = |item: &Expr| match self.follow(item) {
            Expr::Call(name, pair, _) if name.to_ascii_lowercase().ends_with("pair") => match &pair[..] {
                [(_, name), (_, value)] => Some((self.text(name)?, self.follow(value).clone())),
                _ => None,
            },
            _ => None,
        };
        Some(Expr::Map(place.clone(), items.iter().take(MAX_MEMBERS).map(pair).collect::<Option<_>>()?))
    }

    /// Of several arguments, the one that is the body: JSON before any other text.
    pub(super) fn best_of<'e>(&self, values: impl Iterator<Item = &'e Expr>) -> Option<Content> {
        best(values.take(6).map(|value| self.content(value)))
    }
}

/// What a name is asked for.
fn last_of(name: &str) -> String {
    name.rsplit('.').next().unwrap_or(name).to_owned()
}

fn is_empty(value: &Expr) -> bool {
    matches!(value, Expr::List(_, items) if items.is_empty())
}

fn best(each: impl Iterator<Item = Content>) -> Option<Content> {
    let rank = |content: &Content| match content {
        Content::Text(text) if text.as_str().trim_start().starts_with(['{', '[']) => 0,
        Content::Text(text) if !text.is_empty() && !is_media(text.as_str()) => 1,
        Content::Code(_) => 2,
        Content::Text(_) | Content::None => 3,
    };
    let mut found: Option<Content> = None;
    for one in each {
        if found.as_ref().is_none_or(|known| rank(&one) < rank(known)) {
            found = Some(one);
        }
    }
    found
}

/// Whether a text is a type of media or a character set, not a body.
pub(super) fn is_media(text: &str) -> bool {
    let kinds = ["application/", "text/", "multipart/"];
    kinds.iter().any(|kind| text.starts_with(kind)) || text.eq_ignore_ascii_case("utf-8")
}
