//! Source text that may be shown: what stands where a credential belongs is blotted out, every byte keeps its place.

use crate::layer::json::{Kind, Tree, Value};
use crate::operation::Entry;

impl Entry {
    /// The text with every credential in it replaced by as many `*`, so that places in it stay right. Names count at any
    /// depth and in any case. A broken text that may name one is blotted out whole, but for what is no letter or digit.
    pub fn masked_source(&self, text: &str) -> String {
        let names: Vec<_> = self.credential_names().collect();
        match Tree::parse(text) {
            Ok(tree) => {
                let mut bytes = text.as_bytes().to_vec();
                blot(tree.root(), &names, &mut bytes);
                String::from_utf8(bytes).expect("whole values were replaced by ASCII")
            }
            Err(_) => {
                let low = text.to_ascii_lowercase();
                // An escape may spell a name.
                let named = low.contains("\\u") || names.iter().any(|name| low.contains(&name.to_ascii_lowercase()));
                if named { letters_blotted(text) } else { text.to_owned() }
            }
        }
    }
}

fn blot(value: Value<'_>, names: &[&str], bytes: &mut [u8]) {
    let named =
        |key: Value<'_>| key.as_str().is_some_and(|key| names.iter().any(|name| key.eq_ignore_ascii_case(name)));
    match value.kind() {
        Kind::Object => {
            for (key, member) in value.members() {
                if named(key) {
                    bytes[member.span()].fill(b'*');
                } else {
                    blot(member, names, bytes);
                }
            }
        }
        Kind::Array => value.items().for_each(|item| blot(item, names, bytes)),
        _ => {}
    }
}

fn letters_blotted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char.is_alphanumeric() {
            true => out.extend(std::iter::repeat_n('*', char.len_utf8())),
            false => out.push(char),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::catalog;

    #[test]
    fn keeps_every_place() {
        let entry = catalog::find("yunzhenji.send_message").expect("in the catalog");
        let check = |text: &str, expected: &str| assert_eq!(entry.masked_source(text), expected);
        check(
            r#"{"app_id": "A1", "x": {"App_ID": {"a": 1}}, "b": 2}"#,
            r#"{"app_id": ****, "x": {"App_ID": ********}, "b": 2}"#,
        );
        check(r#"[{"\u0061pp_id": "A1"}]"#, r#"[{"\u0061pp_id": ****}]"#);
        check("{\"access_token\":\n 'sec,ret', 你 x", "{\"******_*****\":\n '***,***', *** *");
        check("{\"wxid\": 1,}", "{\"wxid\": 1,}");
    }
}
