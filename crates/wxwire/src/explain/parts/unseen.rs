//! Where the secrets of payloads stand in the bytes that these were read from: whoever prints a payload in a manner of its own
//! writes its names and values so that no search of the text finds the one by the other.

use std::ops::Range;

use memchr::memmem::Finder;

use super::Part;
use crate::explain::lines;
use crate::layer::document::Document;
use crate::scan::Form;
use crate::secret::{LEAST, keys, ranges};

/// So many different secrets are looked for. Of what holds more, nothing is shown.
const MOST: usize = 32;

/// The places in some bytes of what no explanation of these parts shows. `is_source`: the parts' places are those of the bytes;
/// otherwise the parts are of the same text in another encoding.
pub fn unseen(parts: &[Part<'_>], bytes: &[u8], is_source: bool) -> Vec<Range<usize>> {
    let mut known: Vec<String> = Vec::new();
    let mut places = Vec::new();
    // What stands there as it is was hidden by its own explanation.
    let is_verbatim = |part: &Part<'_>| matches!(part.form, None | Some(Form::Json | Form::Xml));
    for part in parts.iter().filter(|part| !is_source || !is_verbatim(part)) {
        for secret in part.secrets() {
            if known.contains(&secret) {
                continue;
            }
            let is_looked_for = secret.len() >= LEAST && known.len() < MOST;
            let before = places.len();
            if is_looked_for {
                places.extend(Finder::new(&secret).find_iter(bytes).map(|at| at..at + secret.len()));
            }
            // It is written in another way there, or too short to be told from others.
            if places.len() == before {
                places.push(if is_source { lines_of(&part.explanation.payload, bytes) } else { 0..bytes.len() });
                break;
            }
            known.push(secret);
        }
    }
    places
}

/// The whole lines that a place is in: rows of bytes say the same again behind the bytes.
fn lines_of(place: &Range<usize>, bytes: &[u8]) -> Range<usize> {
    let end = place.end.min(bytes.len());
    let start = memchr::memrchr(b'\n', &bytes[..place.start.min(end)]).map_or(0, |at| at + 1);
    start..memchr::memchr(b'\n', &bytes[end..]).map_or(bytes.len(), |at| end + at)
}

impl Part<'_> {
    /// The values in it that are not shown.
    fn secrets(&self) -> Vec<String> {
        let document = Document::new(&self.payload, self.explanation.guide()).ok();
        let lines = document.map(|document| lines::of(&document, &mut vec![]).0).unwrap_or_default();
        let mut found: Vec<String> = lines.into_iter().filter(|line| line.secret).map(|line| line.value).collect();
        if let Ok(text) = std::str::from_utf8(&self.payload) {
            found.extend(ranges(text).chain(keys(text)).map(|place| text[place].to_owned()));
        }
        found.retain(|value| !value.is_empty());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::parts;

    const TOKEN: &str = "Zq7XkWvT3mRb9PyLdHs2NfGc";

    fn shown(text: &str, bytes: &[u8]) -> String {
        let parts = parts(text.as_bytes(), None).expect("bytes");
        let mut left = bytes.to_vec();
        for place in unseen(&parts, bytes, text.as_bytes() == bytes) {
            left[place].fill(b'*');
        }
        String::from_utf8_lossy(&left).into_owned()
    }

    #[test]
    fn what_is_printed_in_another_manner_is_hidden_where_it_stands() {
        for text in [
            format!("array(1) {{\n  [\"access_token\"]=>\n  string(24) \"{TOKEN}\"\n}}\n"),
            format!(
                "\u{1b}[1;39m{{\n  \u{1b}[0m\u{1b}[34;1m\"access_token\"\u{1b}[0m\u{1b}[1;39m:\u{1b}[0m \u{1b}[0;32m\"{TOKEN}\"\u{1b}[0m\u{1b}[1;39m\n}}\n"
            ),
            format!("web_1  | {{\"access_token\":\napi_1  | {{\"a\":1}}\nweb_1  |   \"{TOKEN}\"}}\n"),
        ] {
            assert_eq!(shown(&text, text.as_bytes()), text.replace(TOKEN, &"*".repeat(TOKEN.len())));
        }
        // Where it is in parts or in digits, nothing shows of the whole.
        for text in [
            "2026-11-29T10:00:00.1Z stdout P {\"access_token\":\"Zq7XkWvT3mRb\n2026-11-29T10:00:00.1Z stdout F 9PyLdHs2NfGc\"}\n",
            "{\"access_token\":\"Zq7XkWvT3mRb=\n9PyLdHs2NfGc\",\"errmsg\":\"=E4=BD=A0\"}\n",
            "00000000: 7b22 746f 6b65 6e22 3a22 5a71 3758 6b57  {\"token\":\"Zq7XkW\n00000010: 7654 336d 5262 3950 7922 7d              vT3mRb9Py\"}\n",
        ] {
            let shown = shown(text, text.as_bytes());
            assert!(!["9Py", "3950", "3mRb"].iter().any(|part| shown.contains(part)), "{shown}");
        }
    }

    #[test]
    fn of_a_text_in_another_encoding_too() {
        let (text, bytes) =
            (format!("密码：{TOKEN} ok"), [&b"\xc3\xdc\xc2\xeb\xa3\xba"[..], TOKEN.as_bytes(), &b" ok"[..]].concat());
        assert!(shown(&text, &bytes).ends_with("** ok"));
    }

    #[test]
    fn what_stands_as_it_is_keeps_what_is_no_secret() {
        for text in ["a {\"errcode\":0,\"errmsg\":\"ok\"} b", "x = {'errcode': 0, 'errmsg': 'ok'}", "plain"] {
            assert_eq!(shown(text, text.as_bytes()), text);
        }
    }
}
