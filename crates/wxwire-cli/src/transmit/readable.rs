//! The body of an answer as it is judged and shown: out of the forms that something on its way put it in.

use std::borrow::Cow;

use wxwire::layer::document::{Document, Guide};
use wxwire::layer::json::{Kind, Tree};

use crate::input;

/// So many bytes are shown of what is no text.
const SHOWN: usize = 32;

/// What `wxwire explain` reads in it: JSON out of another encoding, compression, base64 or a JSON string. Else it stays as it
/// came.
pub fn body(body: Vec<u8>) -> Vec<u8> {
    if is_json(&body) {
        return body;
    }
    let (text, _) = input::whole(&body);
    if is_json(&text) {
        return text.into_owned();
    }
    let inside = Document::new(&text, Guide::default()).ok().and_then(|document| document.core());
    let inside = inside.map(|(_, bytes)| input::whole(&bytes).0.into_owned());
    inside.filter(|inside| is_json(inside)).unwrap_or_else(|| text.into_owned())
}

/// Whether it is an object or a list: a JSON string or a number says nothing by itself.
fn is_json(bytes: &[u8]) -> bool {
    Tree::read(bytes).is_ok_and(|tree| matches!(tree.root().kind(), Kind::Object | Kind::Array))
}

/// What a body says, to be shown; of what is no text, how much it is and how it begins.
pub fn text(body: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(body);
    let is_unread =
        |char: &char| *char == char::REPLACEMENT_CHARACTER || char.is_ascii_control() && !char.is_ascii_whitespace();
    if matches!(text, Cow::Borrowed(_)) || text.chars().filter(is_unread).count() * 8 <= text.chars().count() {
        return text;
    }
    let digits: String = body.iter().take(SHOWN).map(|byte| format!(" {byte:02x}")).collect();
    let more = if body.len() > SHOWN { " …" } else { "" };
    format!("<{} bytes:{digits}{more}>", body.len()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPLY: &str = r#"{"errcode":0,"errmsg":"成功","invaliduser":"lisi"}"#;

    /// The same, compressed.
    const GZIP: &str = "1f8b0800000000000203ab564a2d2a4ace4f4955b232d001b1738bd395ac949e754c78da355f49472933af2c312733a5b438\
        b508289c93599ca9540b007d38d97134000000";
    const ZLIB: &str = "789cab564a2d2a4ace4f4955b232d001b1738bd395ac949e754c78da355f49472933af2c312733a5b438b508289c93599ca9\
        540b00fc77135a";

    #[test]
    fn a_reply_is_read_in_each_form() {
        let wide: Vec<u8> = [0xfeff].into_iter().chain(REPLY.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let string = serde_json::to_string(REPLY).expect("text is JSON");
        let base64 = wxwire::layer::base64::encode(REPLY.as_bytes());
        let (chinese, ..) = encoding_rs::GB18030.encode(REPLY);
        let bytes = |digits: &str| -> Vec<u8> {
            let pairs = digits.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).expect("digits"));
            pairs.map(|pair| u8::from_str_radix(pair, 16).expect("digits")).collect()
        };
        let [gzip, zlib] = [GZIP, ZLIB].map(bytes);
        for form in [REPLY.as_bytes(), &wide, string.as_bytes(), base64.as_bytes(), &chinese, &gzip, &zlib] {
            assert_eq!(String::from_utf8_lossy(&body(form.to_vec())), REPLY);
        }
    }

    #[test]
    fn what_is_nothing_of_it_stays() {
        for other in [&b""[..], b"404 page not found", b"<html>", b"\"ok\"", b"12", b"\x0b\x02\x80hello"] {
            assert_eq!(body(other.to_vec()), other);
        }
        assert_eq!(text(b"\x0b\x02\x80hello"), "<8 bytes: 0b 02 80 68 65 6c 6c 6f>");
        assert_eq!(text(b"plain"), "plain");
    }
}
