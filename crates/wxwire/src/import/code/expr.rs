//! What an expression gives, as far as that can be told without running anything.

use super::name::names_in_hole;
use crate::import::text::Text;
use crate::named::Named;

/// The arguments of a call, with their names where they have one.
pub(crate) type Arguments = Vec<(Option<Text>, Expr)>;

/// The call that stands for `...other` and `**other` in a map, under a key that is empty.
pub(crate) const SPREAD: &str = "...";

/// What stands behind the name of a type where an object of it is made with some of its fields.
pub(crate) const OBJECT: &str = "{}";

/// What an expression gives.
#[derive(Clone, Debug)]
pub(crate) enum Expr {
    /// A text, or its bytes as UTF-8.
    Text(Text),
    /// A name, with what it is asked for: `json.dumps`.
    Name(String, Text),
    /// A map: where it stands, and its members.
    Map(Text, Vec<(Text, Expr)>),
    /// A list: where it stands, and its items.
    List(Text, Vec<Expr>),
    /// A call: its name, its arguments, and where it stands.
    Call(String, Arguments, Text),
    /// A number, or code that is not followed.
    Other(Text),
}

impl Expr {
    /// Where it stands.
    pub(crate) fn place(&self) -> &Text {
        match self {
            Self::Text(text)
            | Self::Name(_, text)
            | Self::Map(text, _)
            | Self::List(text, _)
            | Self::Call(_, _, text)
            | Self::Other(text) => text,
        }
    }

    /// It, if it is a text.
    pub(crate) fn text(self) -> Option<Text> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A member of a map, by one of these names; of several the last counts, as where it runs.
    pub(crate) fn get(&self, names: &[&str]) -> Option<&Self> {
        let Self::Map(_, members) = self else { return None };
        members.iter().rev().find(|(key, _)| names.contains(&key.as_str())).map(|(_, value)| value)
    }

    /// The names in a list or a map, and in those within.
    pub(crate) fn names(&self, found: &mut Vec<String>) {
        match self {
            Self::List(_, items) => items.iter().for_each(|item| item.name_or_names(found)),
            Self::Map(_, members) => members.iter().for_each(|(_, value)| value.name_or_names(found)),
            _ => {}
        }
    }

    fn name_or_names(&self, found: &mut Vec<String>) {
        match self {
            Self::Name(name, _) => found.push(name.clone()),
            other => other.names(found),
        }
    }

    /// All names in it, those in texts too.
    pub(crate) fn all_names(&self, found: &mut Vec<String>) {
        match self {
            Self::Name(name, _) => found.push(name.clone()),
            Self::Text(text) => {
                text.code().iter().for_each(|code| found.extend(names_in_hole(code.as_str()).map(str::to_owned)));
            }
            Self::List(_, items) => items.iter().for_each(|item| item.all_names(found)),
            Self::Map(_, members) => members.iter().for_each(|(_, value)| value.all_names(found)),
            Self::Call(_, arguments, _) => arguments.iter().for_each(|(_, value)| value.all_names(found)),
            Self::Other(_) => {}
        }
    }

    /// The key in a list or a map, or in those within, that is a variable.
    pub(crate) fn unknown_key(&self) -> Option<&Text> {
        match self {
            Self::List(_, items) => items.iter().find_map(Self::unknown_key),
            Self::Map(_, members) => members.iter().find_map(|(key, value)| match key.has_code() {
                true => Some(key),
                false => value.unknown_key(),
            }),
            _ => None,
        }
    }

    /// Whether a map in it has a key more than once: then the last counts where it runs.
    pub(crate) fn has_key_twice(&self) -> bool {
        match self {
            Self::List(_, items) => items.iter().any(Self::has_key_twice),
            Self::Map(_, members) => {
                let mut known = Named::default();
                let is_again = |key: &Text| std::mem::replace(known.entry(key.as_str().to_owned()), true);
                let mut keys = members.iter().map(|(key, _)| key).filter(|key| !key.is_empty());
                keys.any(is_again) || members.iter().any(|(_, value)| value.has_key_twice())
            }
            _ => false,
        }
    }

    /// The bytes that copying it takes.
    pub(crate) fn size(&self) -> usize {
        let inner = match self {
            Self::Text(_) | Self::Name(..) | Self::Other(_) => 0,
            Self::List(_, items) => items.iter().map(Self::size).sum(),
            Self::Map(_, members) => members.iter().map(|(name, value)| name.len() + value.size()).sum(),
            Self::Call(_, arguments, _) => arguments.iter().map(|(_, value)| value.size()).sum(),
        };
        1 + self.place().len() + inner
    }
}
