//! What an encoder changes: names that it writes in another way, and members that it leaves out.

use super::super::names;
use super::super::request::MAX_NAMES;
use super::{Known, MAX_MEMBERS};
use crate::import::code::Expr;
use crate::import::text::Text;

/// What tells an encoder to name or to write values in another way.
const REWRITES: [&str; 5] =
    ["JSON_FORCE_OBJECT", "JSON_NUMERIC_CHECK", "NamingPolicy", "NamesContractResolver", "NamingStrategy"];

/// Encoders of Java's that leave out what is null, and one that does so already when it is made, in small letters.
const LEAVE_OUT: [&str; 4] = ["tojsonstring", "tojsonstr", "tojson", "jsonobject"];

/// A type of Java's that several libraries have: some leave out what is null, some write it, and some lose the member.
const DOUBTFUL: [&str; 2] = ["JSONObject", "createObj"];

/// Methods that make a text of anything.
const PRINTS: [&str; 3] = ["toString", "ToString", "to_s"];

/// The longest option of an encoder that is looked through.
const MAX_OPTION: usize = 1000;

impl Known {
    /// Takes a value for code where C# writes the names of its properties with a small letter.
    pub(in crate::import::script) fn rename(&self, value: &mut Expr) {
        if self.has_capitals(value, MAX_NAMES) {
            *value = Expr::Other(value.place().clone());
        }
    }

    /// Whether a property's name begins with a capital; the keys of a dictionary stay as they are.
    pub(super) fn has_capitals(&self, value: &Expr, levels: usize) -> bool {
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
    pub(super) fn leaves_out(&self, name: &str, arguments: &[(Option<Text>, Expr)]) -> bool {
        let is_one = LEAVE_OUT.contains(&names::last(name).to_ascii_lowercase().as_str());
        let asked = is_one.then(|| self.asked(name)).flatten();
        is_one && arguments.iter().map(|(_, value)| value).chain(asked).any(|value| self.has_nothing(value, MAX_NAMES))
    }

    /// The value in an object of JSON that is nothing, where not every library writes it.
    pub(super) fn doubtful(&self, value: &Expr, levels: usize) -> Option<Text> {
        let place = value.place();
        let made = &place.as_str()[..place.as_str().find(['(', '{', '[']).unwrap_or(place.len())];
        let kind = names::last(made.trim());
        let is_one = DOUBTFUL.iter().any(|name| kind.strip_prefix("new ").unwrap_or(kind).trim() == *name);
        let inner = |inner: &Expr| {
            let inner = self.follow(inner);
            match inner {
                Expr::Name(name, place) if name == "null" && is_one => Some(place.clone()),
                _ if !self.pays(0) || levels == 0 => Some(inner.place().clone()),
                inner => self.doubtful(inner, levels - 1),
            }
        };
        match value {
            Expr::Map(_, members) => members.iter().find_map(|(_, value)| inner(value)),
            Expr::List(_, items) => items.iter().find_map(inner),
            _ => None,
        }
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

    /// Whether a method makes a text of a list or a map that is not its JSON, but what a person is shown.
    pub(super) fn prints(&self, method: &str, value: &Expr) -> bool {
        let (Expr::Map(place, _) | Expr::List(place, _)) = self.follow(value) else { return false };
        let made = &place.as_str()[..place.as_str().find(['(', '{', '[']).unwrap_or(place.len())];
        let low = made.to_ascii_lowercase();
        let is_json = ["json", "jobject", "jarray", "node", "createobj"].iter().any(|kind| low.contains(kind));
        PRINTS.contains(&names::last(method)) && !is_json
    }

    /// Whether an encoder is told to write something else than the value.
    pub(super) fn rewrites(&self, arguments: &[(Option<Text>, Expr)]) -> bool {
        let mut options = arguments.iter().skip(1).take(3).map(|(_, option)| self.follow(option).place());
        let is_one = |option: &Text| REWRITES.iter().any(|word| option.as_str().contains(word));
        options.any(|option| option.len() < MAX_OPTION && is_one(option))
    }
}
