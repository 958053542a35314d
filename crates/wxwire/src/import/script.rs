//! JavaScript and Python that send a request: as browsers and API tools print it, and as people write it.

mod call;
mod change;
mod escape;
mod join;
mod members;
mod read;
mod request;
mod string;

pub(crate) use request::read;

use super::text::Text;

/// What a script says, as far as it matters here.
#[derive(Clone, Debug)]
enum Expr {
    /// A text, put together.
    Text(Text),
    /// A name, with what it is asked for: `json.dumps`.
    Name(String, Text),
    /// An object: where it stands, and its members.
    Object(Text, Vec<(Text, Expr)>),
    /// A list: where it stands, and its items.
    List(Text, Vec<Expr>),
    /// A call: its name, its arguments with their names, and where it stands.
    Call(String, Vec<(Option<Text>, Expr)>, Text),
    /// A number, or code that is not understood.
    Other(Text),
}

impl Expr {
    /// Where it stands.
    fn place(&self) -> &Text {
        match self {
            Self::Text(text)
            | Self::Name(_, text)
            | Self::Object(text, _)
            | Self::List(text, _)
            | Self::Call(_, _, text)
            | Self::Other(text) => text,
        }
    }

    /// A member of an object, by one of these names.
    fn get(&self, names: &[&str]) -> Option<&Expr> {
        let Self::Object(_, members) = self else { return None };
        members.iter().find(|(key, _)| names.contains(&key.as_str())).map(|(_, value)| value)
    }
}

/// Names that only a script with a request holds.
const SIGNS: [&str; 12] = [
    "fetch(",
    "axios",
    "requests.",
    "http.client",
    "urllib",
    "httpx.",
    ".ajax(",
    "XMLHttpRequest",
    "request(",
    "session.post(",
    "client.post(",
    "setRequestHeader(",
];

/// Where the first sign of a script that sends a request stands.
pub(crate) fn begins(text: &str) -> Option<usize> {
    SIGNS.iter().filter_map(|sign| text.find(sign)).min()
}
