//! What a script did so far: what its names hold, and what it set for requests to come.

use std::cell::Cell;

use super::super::bindings::Bindings;
use super::super::client::Client;
use super::super::functions::{Function, Hidden, Learned};
use super::super::signs::language;
use crate::import::code::{Expr, Language};
use crate::import::found::Found;
use crate::import::repair::Origin;
use crate::import::text::Text;
use crate::named::Named;
use crate::problem::Code;

/// What changes a request, or how values are written, wherever it stands.
const CHANGERS: [&str; 7] = [
    "interceptors.request",
    "transformRequest",
    "stringifyJson",
    "json_serialize",
    "prototype.toJSON",
    "event_hooks",
    "beforeRequest",
];

/// Calls that make a text of a value, unless the script has its own.
const WRITES: [&str; 2] = ["str", "String"];

/// What a script did so far.
pub(in crate::import::script) struct Script {
    pub(in crate::import::script) language: &'static Language,
    pub(in crate::import::script) set: Named<'static, Expr>,
    /// Where that was; what was set by a statement that is not followed stands elsewhere.
    pub(in crate::import::script) set_at: Named<'static, usize>,
    /// Headers that were set one by one.
    pub(super) headers: Vec<(Text, Text)>,
    pub(in crate::import::script) clients: Named<'static, Client>,
    /// `http.client.HTTPSConnection("host")`.
    pub(super) host: Option<(&'static str, Text)>,
    /// `xhr.open("POST", url)`.
    pub(super) opened: Option<(Text, Text)>,
    /// Where names are set.
    pub(in crate::import::script) bindings: Bindings,
    /// Where the call stands that is read.
    pub(in crate::import::script) at: usize,
    /// Where it ends.
    pub(in crate::import::script) end: usize,
    /// What changes each request before it leaves, where there is such a thing.
    changer: Option<Text>,
    /// A request of Node's whose body is still to come.
    pub(in crate::import::script) begun: Option<Found>,
    /// The names that the value of another holds.
    pub(in crate::import::script) held: Named<'static, bool>,
    /// Where the block ends behind which it is not known whether a member was put into what a name holds.
    pub(in crate::import::script) tried: Named<'static, usize>,
    /// The names that held the address of a call once.
    pub(in crate::import::script) addresses: Named<'static, bool>,
    /// The functions that it defines, in the order of their blocks, and how many of these were entered.
    pub(in crate::import::script) functions: Vec<Function>,
    pub(in crate::import::script) entered: usize,
    /// Where they are called, and where what they give stands, as far as it is still to come: the last one first.
    pub(in crate::import::script) calls: Vec<(usize, usize)>,
    pub(in crate::import::script) results: Vec<(usize, usize)>,
    pub(in crate::import::script) hidden: Vec<Hidden>,
    /// What is known of them.
    pub(in crate::import::script) learned: Learned,
    /// The bytes that may still be copied: what is used again and again would be beyond bounds.
    pub(in crate::import::script) budget: Cell<usize>,
}

impl Script {
    /// A script before its first statement, with what reading it before has told of its functions.
    pub(super) fn new(text: &Text, learned: Learned) -> Self {
        let language = language(text.as_str());
        let bindings = Bindings::of(text, language);
        let functions = Function::all(text, language, &bindings);
        let own = WRITES.iter().find(|call| bindings.is_own(call) && calls(text.as_str(), call));
        let changer = CHANGERS.iter().chain(own).find_map(|word| Some((text.as_str().find(word)?, word.len())));
        let mut script = Self {
            changer: changer.map(|(at, length)| text.slice(at..at + length)),
            language,
            set: Named::default(),
            set_at: Named::default(),
            headers: vec![],
            clients: Named::default(),
            host: None,
            opened: None,
            bindings,
            at: 0,
            end: 0,
            begun: None,
            held: Named::default(),
            tried: Named::default(),
            addresses: Named::default(),
            functions,
            entered: 0,
            calls: vec![],
            results: vec![],
            hidden: vec![],
            learned,
            budget: Cell::new(text.len().saturating_mul(16) + 100_000),
        };
        script.bind();
        script
    }

    /// Refuses what the script itself changes on its way out, and tells of a form that axios and its like make of an object.
    pub(super) fn tell_of_changes(&self, found: &mut Found, name: &str) {
        if let Some(changer) = &self.changer {
            found.refuse(Code::Variable, changer);
        }
        let makes_forms = ["axios", "wx.", "uni."].iter().any(|own| name.starts_with(own));
        let is_form = |(name, value): &(Text, Text)| {
            name.as_str().eq_ignore_ascii_case("content-type") && value.as_str().contains("x-www-form-urlencoded")
        };
        if makes_forms && found.as_form.is_none() && found.headers.iter().any(is_form) {
            found.as_form =
                found.body.as_ref().filter(|(_, from)| *from == Origin::Script).map(|(body, _)| body.place());
        }
    }

    /// Whether a call that is named as a library's is a function or a class of the script's own, which sends what it likes.
    pub(super) fn is_its_own(&self, call: &str) -> bool {
        let (root, member) = call.split_once('.').unwrap_or((call, ""));
        let is_function = |value: &Expr| {
            let code = value.place().as_str();
            matches!(value, Expr::Other(_) | Expr::Call(..))
                && (["function", "lambda"].iter().any(|word| code.starts_with(word)) || is_arrow(code))
        };
        self.bindings.is_class(root)
            || self.set.get(root).is_some_and(|value| match member {
                "" => is_function(value),
                member => value.get(&[member]).is_some(),
            })
    }

    /// Knows no more what a function of the script's own sets.
    pub(super) fn called(&mut self, function: &str, place: &Text) {
        let names: Vec<String> = self.bindings.set_by(function).map(str::to_owned).collect();
        names.iter().for_each(|name| self.lose(name, place.clone()));
    }

    /// What was set for a request that is sent is not that of the next one.
    pub(super) fn sent(&mut self) {
        self.headers.clear();
        self.opened = None;
    }
}

/// Whether a text calls a function of a name.
fn calls(text: &str, name: &str) -> bool {
    let is_word = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$' | '.');
    text.match_indices(name).any(|(at, _)| text[at + name.len()..].starts_with('(') && !text[..at].ends_with(is_word))
}

/// Whether code is a function of JavaScript's: `async (url, data) => …`. One of `(...all)` hands on all that it is given, as
/// those do that load a library late.
fn is_arrow(code: &str) -> bool {
    let is_parameter = |char: char| !"=;{\n".contains(char);
    code.split_once("=>").is_some_and(|(before, _)| before.chars().all(is_parameter) && !before.contains('.'))
}
