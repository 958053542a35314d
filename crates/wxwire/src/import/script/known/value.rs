//! What a name holds at a place, and what a value is with all that its names hold.

use super::super::names;
use super::super::request::MAX_NAMES;
use super::{Known, TIMES, Within};
use crate::import::code::{Arguments, Expr, OBJECT, in_hole, is_encoder, is_plain_number, sum, summands, takes};
use crate::import::text::Text;

/// How deep a value may lie in others.
const MAX_LEVELS: usize = 64;

impl Known {
    /// A value as it is at this point of the program: texts by themselves, and so is all that goes into a call. `copies`: lists
    /// and maps as well; else they stay what their names hold, which may be changed.
    pub(super) fn now(&self, value: Expr, copies: bool, within: &Within<'_>) -> Expr {
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
                Expr::Text(text) if matches!(&value, Expr::Call(_, given, _) if self.makes_other_bytes(name, given, &text, place)) => {
                    Expr::Other(place.clone())
                }
                // A text is made of it.
                Expr::Map(..) | Expr::List(..) => Expr::Call(last_of(name), vec![(None, held)], place.clone()),
                held => held,
            };
        }
        let inner = |value: Expr| self.now(value, copies, within);
        match value {
            // It may grow.
            Expr::Name(name, place) if self.is_builder(&name) => Expr::Other(place),
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
                let arguments: Vec<_> = arguments.into_iter().map(|(name, value)| (name, given(value))).collect();
                if let Some(value) = self.computed(&name, &arguments, &place) {
                    return value;
                }
                match name.strip_suffix(OBJECT) {
                    Some(kind) if self.pays(self.structs.size(kind)) => self.structs.object(kind, &arguments, place),
                    Some(_) => Expr::Other(place),
                    None => Expr::Call(name, arguments, place),
                }
            }
            Expr::Text(text) => Expr::Text(self.filled(text)),
            other => other,
        }
    }

    /// What a call gives whose name tells all of it.
    fn computed(&self, call: &str, given: &Arguments, place: &Text) -> Option<Expr> {
        // What it is given and is not known keeps it from being known.
        if given.iter().any(|(_, value)| matches!(value, Expr::Call(..))) {
            return None;
        }
        let size = || given.iter().map(|(_, value)| value.size()).sum::<usize>();
        match self.language.asked_text(call) {
            Some((root, method)) => {
                let asked = self.value(root).filter(|value| self.pays(value.size() + size()))?;
                let all = std::iter::once((None, asked.clone())).chain(given.iter().cloned()).collect();
                self.language.compute(method, &all, place)
            }
            None if self.language.computes(call) && self.pays(size()) => self.language.compute(call, given, place),
            None => None,
        }
    }

    /// Whether it is a call whose name tells all that it gives.
    pub(super) fn is_computed(&self, value: &Expr) -> bool {
        matches!(value, Expr::Call(name, ..) if self.language.computes(name) || self.language.asked_text(name).is_some())
            && has_levels(value, MAX_CALLS)
    }

    /// A text with what the names in it hold now, each a text without code of its own.
    pub(super) fn filled(&self, text: Text) -> Text {
        if !text.has_code() {
            return text;
        }
        text.filled(&|code| {
            if let Some((first, second)) = summands(code) {
                return self.sum(first, second);
            }
            let name = in_hole(code);
            let (takes_text, takes_number) = takes(code);
            let value = self.value(name).or_else(|| self.value(name.strip_prefix('$')?));
            match value {
                Some(Expr::Text(value)) if !takes_number && self.is_sign(value) => None,
                Some(Expr::Text(value)) if takes_text && !value.has_code() && self.pays(value.len()) => {
                    Some(value.clone())
                }
                Some(Expr::Other(value))
                    if takes_number && is_plain_number(value.as_str()) && self.pays(value.len()) =>
                {
                    Some(value.clone())
                }
                _ => None,
            }
        })
    }

    /// What a `+` makes of what two names hold.
    fn sum(&self, first: &str, second: &str) -> Option<Text> {
        let (first, second) = (self.value(first)?, self.value(second)?);
        let is_sign = |value: &Expr| matches!(value, Expr::Text(text) if self.is_sign(text));
        let is_text = |value: &Expr| matches!(value, Expr::Text(_)) && !is_sign(value);
        // Two characters are added as numbers, and so is one to a number.
        let is_joined = is_text(first) || is_text(second);
        let size = first.size() + second.size();
        sum(first, second, self.language.form).filter(|_| is_joined && self.pays(size))
    }

    /// Whether a text is a character as the program has it, which is a number where one is added to it.
    fn is_sign(&self, text: &Text) -> bool {
        text.as_str().chars().nth(1).is_none() && self.signs.contains(&text.place().start)
    }

    /// What a name was set to; anything else is itself.
    pub(in crate::import::script) fn follow<'e>(&'e self, expr: &'e Expr) -> &'e Expr {
        let mut expr = expr;
        for _ in 0..MAX_NAMES {
            let Expr::Name(name, _) = expr else { break };
            let asked = || self.asked(name).filter(|value| !self.prints(name, value));
            match self.value(name).or_else(asked) {
                Some(value) => expr = value,
                None => break,
            }
        }
        expr
    }

    pub(super) fn value(&self, name: &str) -> Option<&Expr> {
        self.held(name).filter(|_| !self.later.hides(name, self.at))
    }

    /// The same, be it another one when what stands here is run.
    pub(super) fn held(&self, name: &str) -> Option<&Expr> {
        let (name, times) = name.split_once(TIMES).map_or((name, None), |(name, times)| (name, Some(times)));
        let one = self.set.get(name).filter(|one| times.is_none_or(|times| times.parse() == Ok(one.times)))?;
        // A constant is known everywhere.
        let is_variable = name.starts_with(|char: char| char == '$' || char.is_lowercase());
        let is_outside = is_variable && self.functions.last().is_some_and(|block| one.depth < *block);
        one.value.as_ref().filter(|value| !is_outside && !self.is_changed(value))
    }

    /// What a name holds that is asked for itself in another form: `body.toString`, `body.utf8`.
    pub(super) fn asked(&self, name: &str) -> Option<&Expr> {
        let (root, method) = name.rsplit_once('.')?;
        let value = names::gives_the_same(method).then(|| self.value(root))??;
        // What makes JSON of something else is not asked for itself.
        Some(value).filter(|value| !matches!(value, Expr::Call(name, given, _) if given.is_empty() && is_encoder(name)))
    }

    /// The text that an expression gives, behind calls that give it as something else.
    pub(in crate::import::script) fn text(&self, expr: &Expr) -> Option<Text> {
        self.text_at(expr, 0)
    }

    fn text_at(&self, expr: &Expr, depth: usize) -> Option<Text> {
        match self.follow(expr) {
            Expr::Text(text) => self.pays(text.len()).then(|| self.filled(text.clone())),
            Expr::Call(name, ..) if depth < MAX_NAMES && self.asked(name).is_some() => {
                self.text_at(self.asked(name)?, depth + 1)
            }
            Expr::Call(_, arguments, _) if self.rewrites(arguments) => None,
            call if depth == 0 && self.is_computed(call) && self.pays(call.size()) => {
                match self.now(call.clone(), true, &Within::default()) {
                    Expr::Text(text) => Some(text),
                    _ => None,
                }
            }
            Expr::Call(name, arguments, _) if names::gives_the_same(name) && depth < MAX_NAMES => {
                arguments.iter().take(4).find_map(|(_, value)| self.text_at(value, depth + 1))
            }
            _ => None,
        }
    }
}

/// How many calls may lie in another one that is computed.
const MAX_CALLS: usize = 4;

/// Whether no more calls than so many lie in each other.
fn has_levels(value: &Expr, levels: usize) -> bool {
    match value {
        Expr::Call(_, given, _) => levels > 0 && given.iter().all(|(_, value)| has_levels(value, levels - 1)),
        _ => true,
    }
}

/// What a name is asked for.
fn last_of(name: &str) -> String {
    name.rsplit('.').next().unwrap_or(name).to_owned()
}
