//! A payload, explained, until it is its turn to be printed: others before it may still be read.

use wxwire::explain::{Beside, Part, Written};
use wxwire::lang::Lang;

use super::super::exit;
use super::super::shown::short;
use crate::exit::Exit;
use crate::options::Options;
use crate::terminal;

/// All that is needed of a payload to print it behind those before it.
pub(super) struct Told<'p> {
    /// Where it begins in the text.
    pub(super) start: usize,
    /// By what it is known that came twice.
    pub(super) repeat: Option<String>,
    pub(super) exit: Exit,
    pub(super) what: What<'p>,
}

pub(super) enum What<'p> {
    /// An explanation itself takes many times the room of this.
    Json(Written),
    Part(Box<Part<'p>>),
}

impl<'p> Told<'p> {
    pub(super) fn of(mut part: Part<'p>, options: &Options) -> Self {
        let (start, exit, repeat) = (part.explanation.payload.start, exit([&part]), part.repeat.take());
        let what = match options.json {
            true => What::Json(part.written(None, options.lang())),
            false => What::Part(Box::new(part)),
        };
        Self { start, repeat, exit, what }
    }
}

impl What<'_> {
    pub(super) fn print(self, beside: &Beside, lang: Lang) {
        match self {
            Self::Json(written) => terminal::written(written.json(beside)),
            Self::Part(part) => terminal::say(&short(&part, beside, lang)),
        }
    }
}
