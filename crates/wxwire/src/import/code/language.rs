//! What the reader has to know of a language.

use super::format::Places;
use super::literal::{Heredoc, Literal, Prefixes};
use super::name::variable;
use crate::import::found::Form;

/// A language, as far as its expressions go. Where several signs could stand at a place, the first in a list counts.
#[derive(Debug)]
pub(crate) struct Language {
    /// What a request in it is called.
    pub(crate) form: Form,
    /// Words that tell that a text is written in it, where no request in it does.
    pub(super) signs: &'static [&'static str],
    pub(super) comments: &'static [Comment],
    /// What hides a line break.
    pub(super) continues: &'static str,
    /// What a terminal writes before a line that goes on.
    pub(super) prompt: &'static str,
    /// Whether an operator may begin the next line.
    pub(super) breaks_before_operators: bool,
    pub(super) literals: &'static [Literal],
    pub(super) prefixes: Option<Prefixes>,
    pub(super) heredocs: &'static [Heredoc],
    /// Whether a string that nothing closes is all that follows; else its quote is code.
    pub(super) runs_on: bool,
    /// Whether texts that stand beside each other are one.
    pub(super) adjacent: bool,
    pub(super) operators: &'static [Operator],
    /// Methods that give the same text, or that wait for a call.
    pub(super) same: &'static [&'static str],
    /// Signs behind a value that say that it is there: `url!`.
    pub(super) unwraps: &'static str,
    /// Words before a name that say nothing of the value.
    pub(super) words: &'static [&'static str],
    /// Whether names are looked up at once, behind a `$`, or stay names.
    pub(super) looks_up: bool,
    /// What sets a name, beside `=`.
    pub(crate) sets: &'static str,
    /// The word for a function that knows none of the variables around it; none where functions do.
    pub(crate) functions: &'static str,
    pub(super) collections: &'static [Collection],
    /// Whether a key without a value stands for the variable of its name; else a map ends before it.
    pub(super) shorthand: bool,
    /// What puts the members of another value into a map or a list.
    pub(super) spreads: &'static [&'static str],
    /// What stands between a key and its value.
    pub(super) pairs: &'static [&'static str],
    /// Before which of these a bare word is the key itself; before others it is a variable.
    pub(super) names: &'static [&'static str],
    /// Calls whose arguments are a list, a map, or a text and what is put into it. Behind a dot, it is the text that is asked.
    pub(super) makers: &'static [(&'static str, Makes)],
    /// What stands between the name of an argument and its value.
    pub(super) named: &'static str,
    /// How a type stands before a literal.
    pub(super) types: Types,
    /// More that ends an expression, beside brackets, commas, semicolons and line breaks.
    pub(super) ends: &'static str,
}

impl Language {
    /// Whether its blocks stand in braces; else a word ends them.
    pub(crate) fn has_braces(&self) -> bool {
        self.form != Form::Ruby
    }

    /// Whether an object is made by its type and braces.
    pub(super) fn has_objects(&self) -> bool {
        self.form == Form::Go
    }

    /// Whether its libraries send a map that no encoder was given as a form.
    pub(crate) fn sends_forms(&self) -> bool {
        matches!(self.form, Form::Ruby | Form::Dart)
    }

    /// Whether a list or a map is copied where another name is set to it.
    pub(crate) fn copies(&self) -> bool {
        matches!(self.form, Form::Php | Form::Swift)
    }

    /// Whether a map whose keys count from zero is a list.
    pub(super) fn numbers_items(&self) -> bool {
        self.form == Form::Php
    }

    /// The length of a name in a text with what it is asked for there: PHP's `$list[0]` and `$object->name`.
    pub(super) fn asked_in_text(&self, text: &str) -> Option<usize> {
        let (_, length) = variable(text).filter(|_| self.form == Form::Php)?;
        match &text[length..] {
            index if index.starts_with('[') => Some(index.find(']').map_or(text.len(), |end| length + end + 1)),
            member if member.starts_with("->") => Some(length + 2),
            _ => None,
        }
    }

    /// Whether a text can be changed, under all names that hold it.
    pub(crate) fn changes_texts(&self) -> bool {
        self.form == Form::Ruby
    }

    /// Whether `/…/` is a pattern where a value could stand.
    pub(super) fn has_patterns(&self) -> bool {
        matches!(self.form, Form::JavaScript | Form::Ruby)
    }

    /// Whether a type in brackets before a value makes it one of that type.
    pub(crate) fn casts(&self) -> bool {
        matches!(self.form, Form::Java | Form::CSharp)
    }

    /// Whether a character stands between single quotes, and no text.
    pub(crate) fn has_signs(&self) -> bool {
        matches!(self.form, Form::Java | Form::CSharp | Form::Kotlin)
    }

    /// Whether a line break ends a statement; else a semicolon alone does.
    pub(crate) fn ends_by_line(&self) -> bool {
        matches!(self.form, Form::Kotlin | Form::Go | Form::Swift | Form::Ruby)
    }

    /// Whether texts beside each other are one in the same line alone, but between brackets.
    pub(super) fn joins_in_line(&self) -> bool {
        self.form == Form::Python
    }

    /// Whether braces behind what makes an object set its properties.
    pub(crate) fn has_initializers(&self) -> bool {
        self.form == Form::CSharp
    }
}

/// A comment: up to `close`, or to the end of the line where it has none.
#[derive(Debug)]
pub(super) struct Comment {
    pub(super) open: &'static str,
    pub(super) close: Option<&'static str>,
    /// Whether it holds others that are closed by themselves.
    pub(super) nests: bool,
}

/// An operator; a higher level binds tighter.
#[derive(Debug)]
pub(super) struct Operator {
    pub(super) sign: &'static str,
    pub(super) level: u8,
    pub(super) does: Does,
}

/// What an operator does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Does {
    /// Puts texts together.
    Concatenates,
    /// Puts texts, lists or maps together.
    Adds,
    /// Puts the texts of a list together, with another between them.
    Joins,
    /// Makes a list.
    Lists,
    /// Puts values into the places of a text.
    Formats,
}

/// A bracket that holds a list or a map.
#[derive(Debug)]
pub(super) struct Collection {
    pub(super) open: &'static str,
    pub(super) close: char,
    pub(super) holds: Holds,
}

/// What a bracket holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Holds {
    List,
    /// Members with a bare word or a text as a key.
    Map,
    /// A map where its items are pairs.
    Either,
}

/// What a call makes of its arguments.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Makes {
    List,
    /// A map of pairs.
    Map,
    /// A map of keys and values in turn.
    MapInTurn,
    /// A text with the others in its places.
    Text(Places),
}

/// How a type stands before a literal.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Types {
    None,
    /// In brackets: `[char]39`, `[Text.Encoding]::UTF8`.
    Brackets,
    /// Behind `new`: `new Dictionary<string, object> { … }`.
    New,
    /// By itself: `map[string]any{ … }`, `[]string{ … }`.
    Bare,
}
