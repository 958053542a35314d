//! What is kept of the work on an operation when the page is left, as a text for the browser's storage.
//!
//! No credential is in it: members that hold one are taken out, and a text in which one may be left is not kept at all.

use wxwire::layer::json::{Kind, Tree, Value, quote};
use wxwire::operation::Entry;
use wxwire::secret::{self, Credentials};

use crate::named::Named;
use crate::state::State;

/// The most bytes that are kept of one operation.
const MOST: usize = 1 << 20;

/// What to do with what is kept of an operation.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Keep {
    /// Forget it: there is nothing but the first example.
    Forget,
    /// Keep this.
    Text(String),
    /// It is too large, or may hold a credential.
    Refuse,
}

/// What to keep of the operation that is open.
pub(crate) fn keep(state: &State) -> Keep {
    if state.is_fresh() {
        return Keep::Forget;
    }
    let none = Credentials::new();
    let own = state.settings.get(state.entry.gateway.name).map_or(&none, |settings| &settings.credentials);
    let bare = |text: &str| without_secrets(state.entry, own, text);
    let Some(text) = bare(&state.text) else { return Keep::Refuse };
    let part = |(path, typed): (&str, &String)| Some(format!("{}:{}", quote(path), quote(&bare(typed)?)));
    let Some(parts) = state.drafts.iter().map(part).collect::<Option<Vec<_>>>() else { return Keep::Refuse };
    let kept = format!("{{\"text\":{},\"parts\":{{{}}}}}", quote(&text), parts.join(","));
    if kept.len() > MOST { Keep::Refuse } else { Keep::Text(kept) }
}

/// A text without its credentials; nothing where one may be left in it.
fn without_secrets(entry: &Entry, own: &Credentials, text: &str) -> Option<String> {
    let bare = entry.without_credentials(text);
    let held = match Tree::parse(&bare) {
        Ok(tree) => holds_secret(tree.root()),
        // An escape may spell a name.
        Err(_) => bare.contains("\\u") || bare.split(|char: char| !is_in_name(char)).any(secret::is_name),
    };
    (!held && own.mask(&bare) == bare).then_some(bare)
}

/// Whether something in a value stands under the name of a secret, or its text passes one on, as an address does with
/// `access_token=…`.
fn holds_secret(value: Value<'_>) -> bool {
    match value.kind() {
        Kind::Object => value.members().any(|(key, member)| {
            let is_secret = key.as_str().is_some_and(|name| secret::is_name(&name));
            is_secret && member.kind() != Kind::Null || holds_secret(member)
        }),
        Kind::Array => value.items().any(holds_secret),
        Kind::String => value
            .as_str()
            .is_some_and(|text| passes_on(&text) || Tree::parse(&text).is_ok_and(|inner| holds_secret(inner.root()))),
        _ => false,
    }
}

/// Whether a text holds `name=value` of a secret. The `token` of a picture's address is none, and addresses are what these
/// messages are made of: so a plain `token` does not count here.
fn passes_on(text: &str) -> bool {
    let parts = text.split(['?', '&', ';', ' ', '\n', '"', '\'']);
    let names = parts.filter_map(|part| part.split_once(['=', ':'])).map(|(name, _)| name.trim());
    names.filter(|name| *name != "token").any(|name| secret::is_name_in(name, text))
}

fn is_in_name(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '_' | '-')
}

/// The text and the unfinished parts that were kept; of what is no longer understood, all of it as the text.
pub(crate) fn read(kept: &str) -> (String, Named<String>) {
    let mut parts = Named::default();
    let Ok(tree) = Tree::parse(kept) else { return (kept.to_owned(), parts) };
    let text = tree.root().get("text").and_then(Value::as_str);
    let Some(text) = text else { return (kept.to_owned(), parts) };
    let members = tree.root().get("parts").filter(|parts| parts.kind() == Kind::Object);
    for (path, typed) in members.into_iter().flat_map(Value::members) {
        if let Some((path, typed)) = path.as_str().zip(typed.as_str()) {
            parts.insert(path.into_owned(), typed.into_owned());
        }
    }
    (text.into_owned(), parts)
}

#[cfg(test)]
mod tests {
    use wxwire::lang::Lang;

    use super::*;

    fn state(text: &str) -> State {
        let mut state = State::new(Lang::En, State::entry_of("yunzhenji.send_message"));
        state.text = text.into();
        state
    }

    fn kept(text: &str) -> Option<String> {
        match keep(&state(text)) {
            Keep::Text(kept) => Some(read(&kept).0),
            _ => None,
        }
    }

    #[test]
    fn what_is_kept_comes_back_to_the_byte_be_it_json_or_not() {
        for text in
            ["{\"wxid\":\t\"\\u4f60\r\n\\ud83d\" }".replace("\r\n", "\\r\\n"), "{\"wxid\": ".into(), String::new()]
        {
            assert_eq!(kept(&text).as_deref(), Some(&*text));
        }
    }

    #[test]
    fn no_credential_is_kept() {
        let text = r#"{"app_id": "CANARY", "access_token":"CANARY", "wxid": "1"}"#;
        let without = kept(text).expect("the rest is kept");
        assert!(!without.contains("CANARY") && without.contains("wxid"), "{without}");
        let broken = [
            r#"{"x": {"corpsecret": "CANARY"}}"#,
            r#"{"x": [{"EncodingAESKey": "CANARY"}]}"#,
            r#"{"url": "https://h/?a=1&access_token=CANARY"}"#,
            r#"{"x": "corpsecret: CANARY"}"#,
            r#"{"webhook_key": "CANARY"}"#,
            r#"{"x": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=CANARY"}"#,
            r#"{"x": "{\"access_token\": \"CANARY\"}"}"#,
            r#"{"x": {"access_token": "CANARY"}}"#,
            r#"{"access_token": "CANARY""#,
            r#"{"\u0061pp_id": "CANARY""#,
        ];
        for text in broken {
            assert_eq!(keep(&state(text)), Keep::Refuse, "{text}");
            let mut unfinished = state("{}");
            unfinished.drafts.insert("/x".into(), text.into());
            assert_eq!(keep(&unfinished), Keep::Refuse, "{text}");
        }
    }

    #[test]
    fn what_is_not_understood_is_the_text() {
        assert_eq!(read("{\"wxid\": 1}").0, "{\"wxid\": 1}");
        assert_eq!(read("not json").0, "not json");
    }

    #[test]
    fn the_first_example_and_what_is_too_large_are_not_kept() {
        let fresh = State::new(Lang::En, State::entry_of("yunzhenji.send_message"));
        assert_eq!(keep(&fresh), Keep::Forget);
        assert_eq!(keep(&state(&"x".repeat(MOST))), Keep::Refuse);
    }
}
