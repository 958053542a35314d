//! A draft as it may be kept in the browser's storage: without its credentials and the bytes of its files, or not at all.

use std::borrow::Cow;

use wxwire::layer::json::{Kind, Object, Tree, Value, quote};
use wxwire::operation::Entry;
use wxwire::secret::{self, Credentials};

use crate::account;
use crate::files;
use crate::question::Question;

/// The draft in the form in which the page reads it again; nothing where a credential may be left in it.
pub(crate) fn without_secrets(question: Question<'_>) -> Option<String> {
    let (entry, own) = (question.entry()?, account::credentials(question));
    let text = bare(entry, &own, &files::without(entry, &question.text("text"))?)?;
    let part = |parts: Object, (path, typed): (Cow<'_, str>, Cow<'_, str>)| {
        Some(parts.json(&path, &quote(&bare(entry, &own, &typed)?)))
    };
    let parts = question.texts("parts").try_fold(Object::new(), part)?;
    Some(Object::new().text("text", &text).json("parts", &parts.end()).end())
}

/// A text without its credentials; nothing where one may be left in it.
fn bare(entry: &Entry, own: &Credentials, text: &str) -> Option<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str, parts: &str) -> Option<String> {
        let text = quote(text);
        let question = format!(r#"{{"operation": "yunzhenji.send_message", "text": {text}, "parts": {parts}}}"#);
        Question::read(&question, without_secrets)
    }

    #[test]
    fn what_is_kept_is_kept_to_the_byte() {
        let text = "{\"wxid\":\t\"\\u4f60\\r\\n\\ud83d\" }";
        assert_eq!(kept(text, "{}"), Some(format!("{{\"text\":{},\"parts\":{{}}}}", quote(text))));
    }

    #[test]
    fn no_credential_is_kept() {
        let text = r#"{"app_id": "CANARY", "access_token":"CANARY", "wxid": "1"}"#;
        let without = kept(text, "{}").expect("the rest is kept");
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
            assert_eq!(kept(text, "{}"), None, "{text}");
            assert_eq!(kept("{}", &format!(r#"{{"/x": {}}}"#, quote(text))), None, "{text}");
        }
    }

    #[test]
    fn no_bytes_of_a_file_are_kept() {
        let kept = |text: &str| {
            let text = quote(text);
            let question = format!(r#"{{"operation": "wecom.media_upload", "text": {text}, "parts": {{}}}}"#);
            Question::read(&question, without_secrets)
        };
        let kept_file =
            kept(r#"{"type": "file", "media": "Q0FOQVJZ", "filename": "a.txt"}"#).expect("the rest is kept");
        assert!(!kept_file.contains("Q0FOQVJZ") && kept_file.contains("a.txt"), "{kept_file}");
        assert_eq!(kept(r#"{"media": "Q0FOQVJZ"#), None, "nobody knows what is in it");
    }

    #[test]
    fn a_credential_of_ones_own_is_found_without_a_name() {
        let kept = |token: &str| {
            let question = format!(
                r#"{{"operation": "gewe.send_msg", "text": "{{\"x\": \"CANARY1\"}}", "parts": {{}},
                "credentials": {{"token": "{token}"}}}}"#
            );
            Question::read(&question, without_secrets).is_some()
        };
        assert!(kept("CANARY2") && !kept("CANARY1"));
    }
}
