//! The id of an operation, and the names that follow from it.

use crate::Result;

/// An operation that is not there yet.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Name {
    /// The gateway's module, the first part of the id.
    pub(super) module: String,
    /// The gateway's type.
    pub(super) gateway: String,
    /// The second part of the id, the operation's module.
    pub(super) route: String,
    /// The operation's type.
    pub(super) operation: String,
}

impl Name {
    pub(super) fn id(&self) -> String {
        format!("{}.{}", self.module, self.route)
    }
}

/// Words that are no names of modules, as far as somebody might call a route so.
const RESERVED: [&str; 16] = [
    "as", "async", "await", "break", "continue", "do", "final", "for", "in", "match", "mod", "move", "self", "super",
    "type", "use",
];

/// Modules of a gateway that are no operations.
const TAKEN: [&str; 4] = ["callback", "errcode", "imitation", "messages"];

/// The names of an id; `gateways` are module and type of each.
pub(super) fn parse(id: &str, gateways: &[(String, String)]) -> Result<Name> {
    let (module, route) = id.split_once('.').ok_or(format!("{id}: an id is GATEWAY.ROUTE, such as gewe.send_msg"))?;
    let Some((_, gateway)) = gateways.iter().find(|(known, _)| known == module) else {
        let known: Vec<_> = gateways.iter().map(|(module, _)| module.as_str()).collect();
        return Err(format!("no gateway {module}; there are {}", known.join(", ")));
    };
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if !route.starts_with(|char: char| char.is_ascii_lowercase()) || !route.split('_').all(is_word) {
        return Err(format!("{route}: a route is a word or several, in lower case, with _ between: send_msg"));
    }
    if RESERVED.contains(&route) || TAKEN.contains(&route) {
        return Err(format!("{route} cannot be the name of an operation's file"));
    }
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    let operation = route.split('_').map(capital).collect();
    Ok(Name { module: module.into(), gateway: gateway.clone(), route: route.into(), operation })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(id: &str) -> Result<Name> {
        parse(id, &[("gewe".into(), "Gewe".into()), ("wecom".into(), "Wecom".into())])
    }

    #[test]
    fn an_id_names_file_and_types() {
        let name = parsed("gewe.send_app2").expect("a good id");
        assert_eq!((name.module.as_str(), name.gateway.as_str()), ("gewe", "Gewe"));
        assert_eq!((name.route.as_str(), name.operation.as_str()), ("send_app2", "SendApp2"));
        assert_eq!(name.id(), "gewe.send_app2");
    }

    #[test]
    fn a_wrong_id_is_told_what_is_wrong() {
        let check = |id: &str, words: &str| {
            let error = parsed(id).expect_err(id);
            assert!(error.contains(words), "{id}: {error}");
        };
        check("foo", "GATEWAY.ROUTE");
        check("geweee.foo", "no gateway geweee; there are gewe, wecom");
        for route in ["", "Foo", "foo-bar", "foo__bar", "_foo", "foo_", "2foo", "foo.bar", "../foo", "群"] {
            check(&format!("gewe.{route}"), "a route is");
        }
        check("gewe.type", "cannot be the name");
        check("gewe.callback", "cannot be the name");
    }
}
