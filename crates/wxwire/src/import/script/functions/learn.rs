//! What a script gives its functions, and what they give: learned while it is read, for the next time.

use std::collections::BTreeMap;

use super::super::request::Script;
use super::super::value::{MAX_LEVELS, is_word};
use super::Parameter;
use crate::import::code::{Arguments, Expr, Reader, Scope, json};
use crate::import::found::Form;
use crate::import::text::Text;
use crate::named::Named;

/// So often a script is read; each time one more function is known that is called by another.
const MAX_TIMES: usize = 4;

/// Calls that write JSON, which a function may give instead of what is in it.
const WRITES: [&str; 2] = ["JSON.stringify", "json.dumps"];

/// What is known of the functions of a script.
#[derive(Debug, Default)]
pub(in crate::import::script) struct Learned {
    /// The values of parameters, by where these stand.
    given: BTreeMap<usize, Expr>,
    /// What functions give, by what they are called by.
    returned: Named<'static, Expr>,
    times: usize,
    /// Whether more is known than before.
    has_more: bool,
}

/// What the parameters of a function hide while it is read.
#[derive(Debug)]
pub(in crate::import::script) struct Hidden {
    until: usize,
    name: String,
    value: Option<(Expr, usize)>,
}

impl Learned {
    /// Whether the script is to be read again.
    pub(in crate::import::script) fn goes_on(&mut self) -> bool {
        self.times += 1;
        std::mem::take(&mut self.has_more) && self.times < MAX_TIMES
    }

    /// What the call gives of a function that is known.
    pub(in crate::import::script) fn returned(&self, call: &Expr) -> Option<&Expr> {
        match call {
            Expr::Call(name, ..) => self.returned.get(name),
            _ => None,
        }
    }
}

impl Script {
    /// Says of all parameters whose they are.
    pub(in crate::import::script) fn bind(&mut self) {
        for one in &self.functions {
            for Parameter { name, at, .. } in &one.parameters {
                self.bindings.bind(name, *at, one.block.start, self.learned.given.contains_key(at));
            }
        }
        let all = || self.functions.iter().enumerate();
        self.results = last_first(all().filter_map(|(at, one)| Some((one.gives?, at))));
        self.calls = last_first(all().filter_map(|(at, one)| Some((one.call?, at))));
    }

    /// Whether it has functions of which more may become known.
    pub(in crate::import::script) fn calls_functions(&self) -> bool {
        !self.calls.is_empty()
    }

    /// Puts in what the parameters of the functions hold in which the reader is, and notes what such a function gives.
    pub(in crate::import::script) fn learn(&mut self, reader: &mut Reader<'_>) {
        while let Some(Hidden { name, value, .. }) = self.hidden.pop_if(|one| one.until <= reader.at) {
            if let Some((value, at)) = value {
                self.sets(&name, value, at);
            }
        }
        while self.functions.get(self.entered).is_some_and(|one| one.block.start <= reader.at) {
            self.enters(self.entered);
            self.entered += 1;
        }
        while let Some((at, function)) = self.calls.pop_if(|(at, _)| *at <= reader.at) {
            self.learn_call(reader.text, function, at);
        }
        while let Some((at, function)) = self.results.pop_if(|(at, _)| *at <= reader.at) {
            let start = reader.at;
            let name = self.functions[function].name.clone();
            let is_here = reader.text.as_str()[at..start].trim().is_empty();
            if is_here && self.learned.returned.get(&name).is_none() {
                let value = reader.expression();
                reader.at = start;
                // What its header sets is set right before.
                (self.at, self.end) = (start + 1, start);
                let is_own = self.is_its_own_value(&value, function);
                if let Some(value) = self.result(&value).filter(|_| is_own) {
                    self.learned.returned.set(name, value);
                    self.learned.has_more = true;
                }
            }
        }
    }

    fn enters(&mut self, function: usize) {
        let one = &self.functions[function];
        let (start, until) = (one.block.start, one.block.end);
        let known = |one: &Parameter| Some((one.name.clone(), self.learned.given.get(&one.at)?.clone()));
        let given: Vec<_> = one.parameters.iter().filter_map(known).collect();
        for (name, value) in given {
            let hidden = self.set.get(&name).cloned().zip(self.set_at.get(&name).copied());
            self.hidden.push(Hidden { until, name: name.clone(), value: hidden });
            self.sets(&name, value, start);
        }
    }

    /// Notes what the one call of a function gives it.
    fn learn_call(&mut self, text: &Text, function: usize, start: usize) {
        let scope = Scope::new(text.len());
        let mut reader = Reader::new(text, start, self.language, &scope);
        reader.path();
        reader.space();
        let arguments = if reader.peek() == Some('(') { reader.arguments(')') } else { Arguments::new() };
        let parameters = self.functions[function].parameters.clone();
        if !fits(&arguments, &parameters, self.language.form == Form::Python) {
            return;
        }
        for (index, parameter) in parameters.iter().enumerate() {
            let is_own = |name: &Option<Text>| name.as_ref().is_some_and(|name| name.as_str() == parameter.name);
            let in_turn = || arguments.get(index).filter(|(name, _)| name.is_none());
            let argument = arguments.iter().find(|(name, _)| is_own(name)).or_else(in_turn);
            let value = match (argument, parameter.default) {
                (Some((_, value)), _) => self.given(value, start),
                (None, Some(default)) => self.default(text, default),
                (None, None) => None,
            };
            if let Some(value) = value.filter(|_| !self.learned.given.contains_key(&parameter.at)) {
                self.learned.given.insert(parameter.at, value);
                self.learned.has_more = true;
            }
        }
    }

    /// A value that is given to a function, if it is sure where it stands.
    fn given(&mut self, value: &Expr, at: usize) -> Option<Expr> {
        (self.at, self.end) = (at, at);
        if is_word(value) { Some(value.clone()) } else { self.sure(value) }
    }

    /// The value of a parameter that is given nothing. A list or a map would be the same one each time, and what a name holds
    /// Python looks up where the function is made, others where it is called.
    fn default(&mut self, text: &Text, at: usize) -> Option<Expr> {
        let scope = Scope::new(text.len());
        let value = Reader::new(text, at, self.language, &scope).expression();
        let mut names = Vec::new();
        value.all_names(&mut names);
        let is_certain = self.language.form == Form::Python || names.is_empty() || is_word(&value);
        let value = self.given(&value, at).filter(|_| is_certain)?;
        (!matches!(value, Expr::Map(..) | Expr::List(..))).then_some(value)
    }

    /// Whether what a function gives has no list or map in it that others have a name for.
    fn is_its_own_value(&self, value: &Expr, function: usize) -> bool {
        let mut names = Vec::new();
        value.all_names(&mut names);
        names.into_iter().all(|name| {
            let set = self.bindings.settled(&name, self.at);
            let is_own = set.is_some_and(|set| self.functions[function].block.contains(&set));
            let held = Expr::Name(name, Text::default());
            is_own || !matches!(self.follow(&held), Expr::Map(..) | Expr::List(..))
        })
    }

    /// What a function gives, with what all names in it hold.
    fn result(&self, value: &Expr) -> Option<Expr> {
        let Expr::Call(name, arguments, place) = value else { return self.whole(value) };
        if !WRITES.contains(&name.as_str()) || self.bindings.is_own(name) {
            return self.whole(value);
        }
        let ((name_of_first, first), rest) = arguments.split_first()?;
        let first = (name_of_first.clone(), self.whole(first)?);
        let all = std::iter::once(first).chain(rest.iter().cloned()).collect();
        Some(Expr::Call(name.clone(), all, place.clone()))
    }

    fn whole(&self, value: &Expr) -> Option<Expr> {
        if is_word(value) {
            return None;
        }
        let value = self.known(value, MAX_LEVELS).ok()?;
        json(&value, &Some).is_ok().then_some(value)
    }
}

fn last_first(places: impl Iterator<Item = (usize, usize)>) -> Vec<(usize, usize)> {
    let mut all: Vec<_> = places.collect();
    all.sort_unstable_by(|one, other| other.cmp(one));
    all
}

/// Whether a call gives a function no more than it takes.
fn fits(arguments: &Arguments, parameters: &[Parameter], has_names: bool) -> bool {
    let is_one = |name: &Text| has_names && parameters.iter().any(|one| one.name == name.as_str());
    let is_spread = |value: &Expr| matches!(value, Expr::Other(code) if code.as_str().starts_with(['*', '.']));
    arguments.len() <= parameters.len()
        && arguments.iter().all(|(name, value)| name.as_ref().is_none_or(is_one) && !is_spread(value))
}
