//! Headers: one by one, as a map, as a list of lines or of pairs, or as lines in one text.

use super::{Draft, MAX_PARTS};
use crate::import::code::{Arguments, Expr};
use crate::import::report::Why;
use crate::import::script::known::Known;
use crate::import::script::names;
use crate::import::text::Text;

impl Draft {
    pub(in crate::import::script) fn header(&mut self, name: Text, value: &Expr, known: &Known) {
        let value = self.value(value, known);
        if self.found.headers.len() < MAX_PARTS {
            self.found.headers.push((name, value));
        }
    }

    /// `header(name, value)`, `addValue(value, forHTTPHeaderField: name)`, `headers(map)`, `append(list, "name: value")`.
    pub(super) fn headers_of(&mut self, name: &str, arguments: &Arguments, known: &Known) {
        let plain: Vec<_> = arguments.iter().filter(|(name, _)| name.is_none()).map(|(_, value)| value).collect();
        let field =
            arguments.iter().find(|(name, _)| name.as_ref().is_some_and(|name| name.as_str() == "forHTTPHeaderField"));
        match (field, &plain[..]) {
            (Some((_, name)), [value, ..]) => {
                if let Some(name) = known.text(name) {
                    self.header(name, value, known);
                }
            }
            (None, [_, line]) if name.contains("slist") => {
                if let Some(line) = known.text(line) {
                    self.found.header(&line);
                }
            }
            (None, [one]) if !matches!(known.follow(one), Expr::Text(_)) => self.headers(one, known),
            (None, many) => {
                for pair in many.chunks(2) {
                    if let [name, value] = pair
                        && let Some(name) = known.text(name)
                    {
                        self.header(name, value, known);
                    }
                }
            }
            _ => {}
        }
    }

    /// A map, a list of lines or of pairs, or lines in one text.
    pub(super) fn headers(&mut self, value: &Expr, known: &Known) {
        match known.follow(value) {
            Expr::Map(_, members) => {
                for (name, value) in members.iter().take(1000) {
                    self.header(name.clone(), value, known);
                }
            }
            Expr::List(_, items) => {
                for item in items.iter().take(1000) {
                    match known.follow(item) {
                        Expr::List(_, pair) => {
                            if let [name, value] = &pair[..]
                                && let Some(name) = known.text(name)
                            {
                                self.header(name, value, known);
                            }
                        }
                        item => {
                            if let Some(line) = known.text(item) {
                                self.found.header(&line);
                            }
                        }
                    }
                }
            }
            Expr::Text(lines) => {
                let mut at = 0;
                for line in lines.as_str().split_inclusive('\n').take(1000) {
                    let one = lines.slice(at..at + line.len()).trim();
                    at += line.len();
                    if !one.is_empty() {
                        self.found.header(&one);
                    }
                }
            }
            Expr::Call(name, arguments, _) if names::gives_the_same(name) => {
                arguments.iter().take(4).for_each(|(_, value)| {
                    if !matches!(known.follow(value), Expr::Call(..)) {
                        self.headers(value, known);
                    }
                });
            }
            other => self.found.drop(Why::Header, other.place()),
        }
    }
}
