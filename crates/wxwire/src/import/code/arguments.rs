//! The arguments of calls, and what a call gives that makes a list, a map or a text of them.

use super::format::{Places, format};
use super::language::Makes;
use super::reader::Reader;
use super::{Arguments, Expr};
use crate::import::found::Form;
use crate::import::text::Text;

/// Calls of Ruby's that write JSON.
const ENCODERS_OF_RUBY: [&str; 3] = ["generate", "pretty_generate", "dump"];

impl Reader<'_> {
    /// One argument: a comma ends it.
    pub(crate) fn argument(&mut self) -> Expr {
        let lists = std::mem::replace(&mut self.lists, false);
        let value = self.expression();
        self.lists = lists;
        value
    }

    /// The arguments of a call, from its bracket to the other one.
    pub(crate) fn arguments(&mut self, close: char) -> Arguments {
        let lists = std::mem::replace(&mut self.lists, false);
        let mut arguments = Vec::new();
        self.step(1);
        self.brackets += 1;
        while self.budget > 0 {
            self.space();
            match self.peek() {
                None => break,
                Some(char) if char == close => {
                    self.step(1);
                    break;
                }
                Some(',' | '}' | ')' | ']' | ';' | ':') => self.step(1),
                _ => {
                    let start = self.at;
                    let name = self.name_of_argument();
                    arguments.push((name, self.expression()));
                    if self.at == start {
                        self.step_over();
                    }
                }
            }
        }
        self.brackets -= 1;
        self.lists = lists;
        arguments
    }

    /// `name=` of an argument.
    fn name_of_argument(&mut self) -> Option<Text> {
        let start = self.at;
        let pairs = self.language.pairs.iter().any(|pair| pair.starts_with(char::is_alphabetic));
        let word = self.is_word();
        let key = if pairs { self.key() } else { Text::default() };
        self.space();
        if pairs
            && !key.is_empty()
            && let Some(pair) = self.takes_pair()
        {
            return Some(self.named_by(key, word, pair));
        }
        self.at = start;
        let length = self.path().len();
        let name = self.text.slice(start..self.at);
        self.space();
        let rest = self.rest();
        let sign = self.language.named;
        let is_named = !sign.is_empty() && rest.starts_with(sign);
        if length > 0 && is_named && !rest.starts_with("==") && !rest.starts_with("=>") && !rest.starts_with("::") {
            self.step(sign.len());
            return Some(name);
        }
        self.at = start;
        None
    }

    /// What an encoder of Ruby's is given by names alone, which is one map: `JSON.generate(a: 1)`.
    fn in_one(&self, call: &str, arguments: Arguments, place: &Text) -> Arguments {
        let is_encoder = call.rsplit(['.', ':']).next().is_some_and(|own| ENCODERS_OF_RUBY.contains(&own));
        if !is_encoder || arguments.first().is_none_or(|(name, _)| name.is_none()) {
            return arguments;
        }
        let members: Option<Vec<_>> = arguments.into_iter().map(|(name, value)| Some((name?, value))).collect();
        vec![(None, members.map_or_else(|| Expr::Other(place.clone()), |members| Expr::Map(place.clone(), members)))]
    }

    /// What a call gives: a list or a map, where the language has calls for them.
    pub(super) fn made(&self, name: &str, arguments: Arguments, place: Text) -> Expr {
        let arguments = if self.language.form == Form::Ruby { self.in_one(name, arguments, &place) } else { arguments };
        let Some((_, makes)) = self.language.makers.iter().find(|(maker, _)| *maker == name) else {
            return Expr::Call(name.to_owned(), arguments, place);
        };
        match makes {
            Makes::Text(places) => match formatted(name, *places, &arguments, place.len()) {
                Some(text) => Expr::Text(text),
                None => Expr::Call(name.to_owned(), arguments, place),
            },
            Makes::List => Expr::List(place, arguments.into_iter().map(|(_, value)| value).collect()),
            Makes::Map => {
                let members = arguments.into_iter().filter_map(|(key, value)| Some((key?, value))).collect();
                Expr::Map(place, members)
            }
            Makes::MapInTurn => {
                let mut values = arguments.into_iter().map(|(_, value)| value);
                let mut members = Vec::new();
                while let (Some(key), Some(value)) = (values.next(), values.next()) {
                    let word = !matches!(&key, Expr::Text(_) | Expr::Other(_));
                    members.push((self.named_by(key.place().clone(), word, ""), value));
                }
                Expr::Map(place, members)
            }
        }
    }
}

/// What a call makes of a text and what is put into it.
fn formatted(call: &str, places: Places, arguments: &Arguments, length: usize) -> Option<Text> {
    let ((name, Expr::Text(pattern)), values) = arguments.split_first()? else { return None };
    // Swift's has a name.
    let is_pattern = name.as_ref().map_or(call != "String", |name| name.as_str() == "format");
    format(places, pattern, values, length).filter(|_| is_pattern)
}
