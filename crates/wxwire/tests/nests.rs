//! Forms and messages, one in the other: a text inside of them is set, and other code than the codec's takes all of it apart again.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib;
use proptest::prelude::*;
use proptest::sample::select;
use wxwire::layer::document::{Document, Guide};
use wxwire::layer::json::quote;

/// What stands around a content.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Around {
    Message,
    Wide,
    WideMarked,
    High,
    HighMarked,
    Gb18030,
    Base64,
    Hex,
    Zlib,
    Field,
    Section,
}

use Around::*;

const ALL: [Around; 11] = [Message, Wide, WideMarked, High, HighMarked, Gb18030, Base64, Hex, Zlib, Field, Section];

fn varint(mut number: usize) -> Vec<u8> {
    let mut out = Vec::new();
    while number > 127 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
    out
}

fn units(text: &str, mark: &[u8], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect()
}

impl Around {
    /// A content in it; none where it cannot hold that.
    fn wrap(self, bytes: &[u8]) -> Option<Vec<u8>> {
        // Messages are no text, whatever their bytes spell.
        let text = std::str::from_utf8(bytes).ok().filter(|text| !text.chars().any(char::is_control));
        Some(match self {
            Message => [b"\x08\x01\x12", &varint(bytes.len())[..], bytes, b"\x1a\x03abc"].concat(),
            Wide => units(text?, b"", u16::to_le_bytes),
            WideMarked => units(text?, b"\xff\xfe", u16::to_le_bytes),
            High => units(text?, b"", u16::to_be_bytes),
            HighMarked => units(text?, b"\xfe\xff", u16::to_be_bytes),
            Gb18030 => GB18030.encode(text?).0.into_owned(),
            Base64 => STANDARD.encode(bytes).into_bytes(),
            Hex => bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into_bytes(),
            Zlib => compress_to_vec_zlib(bytes, 6),
            Field => format!("{{\"other\":1,\"in\":{}}}", quote(text?)).into_bytes(),
            Section => {
                let text = text?.replace("]]>", "]]]]><![CDATA[>");
                format!("<r><a>1</a><b><![CDATA[{text}]]></b></r>").into_bytes()
            }
        })
    }

    /// The content again, with all that stands beside it as it was.
    fn unwrap(self, bytes: &[u8]) -> Vec<u8> {
        let wide = |encoding: &'static encoding_rs::Encoding, mark: &[u8]| {
            let bare = bytes.strip_prefix(mark).expect("its mark");
            encoding.decode_without_bom_handling_and_without_replacement(bare).expect("text").as_bytes().to_vec()
        };
        match self {
            Message => {
                let rest = bytes.strip_prefix(b"\x08\x01\x12").expect("its head");
                let ends = rest.iter().position(|byte| *byte < 128).expect("a length");
                let length = rest[..=ends].iter().rev().fold(0, |sum, byte| sum << 7 | usize::from(byte & 127));
                let (content, tail) = rest[ends + 1..].split_at(length);
                assert_eq!(tail, b"\x1a\x03abc");
                content.to_vec()
            }
            Wide => wide(UTF_16LE, b""),
            WideMarked => wide(UTF_16LE, b"\xff\xfe"),
            High => wide(UTF_16BE, b""),
            HighMarked => wide(UTF_16BE, b"\xfe\xff"),
            Gb18030 => wide(GB18030, b""),
            Base64 => STANDARD.decode(bytes).expect("base64"),
            Hex => {
                let digits = std::str::from_utf8(bytes).expect("digits");
                let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).expect("two digits");
                (0..digits.len()).step_by(2).map(byte).collect()
            }
            Zlib => decompress_to_vec_zlib(bytes).expect("zlib"),
            Field => {
                let json: serde_json::Value = serde_json::from_slice(bytes).expect("JSON");
                assert_eq!((&json["other"], json.as_object().map(serde_json::Map::len)), (&1.into(), Some(2)));
                json["in"].as_str().expect("a text").as_bytes().to_vec()
            }
            Section => {
                let text = std::str::from_utf8(bytes).expect("text");
                let inner = text.strip_prefix("<r><a>1</a><b>").and_then(|rest| rest.strip_suffix("</b></r>"));
                let section = inner.expect("its elements").replace("]]]]><![CDATA[>", "]]>");
                let section = section.strip_prefix("<![CDATA[").and_then(|rest| rest.strip_suffix("]]>"));
                section.expect("a section").as_bytes().to_vec()
            }
        }
    }
}

fn reply(message: &str) -> Vec<u8> {
    format!("{{\"errcode\":40014,\"errmsg\":{},\"invaliduser\":\"张三|李四\"}}", quote(message)).into_bytes()
}

/// All of it after a change has the one text changed, and nothing else.
fn check(nest: &[Around], new: &str) {
    let old = "无效的 access_token";
    let mut bytes = reply(old);
    let mut worn = Vec::new();
    for (at, around) in nest.iter().enumerate() {
        // What is in another encoding already is no text for the next.
        let is_same = at > 0 && nest[at - 1] == *around && *around != Message;
        let is_kept = *around != Gb18030 || !bytes.is_ascii();
        if let Some(out) = around.wrap(&bytes).filter(|_| !is_same && is_kept) {
            bytes = out;
            worn.push(*around);
        }
    }
    let document = Document::new(&bytes, Guide::default()).expect("bytes");
    let mut path = None;
    document.visit(|leaf| {
        if leaf.path.ends_with("/errmsg") {
            path = Some(leaf.path.to_owned());
        }
    });
    assert!(path.is_some(), "{worn:?} does not open");
    let path = path.unwrap_or_default();
    assert_eq!(document.value(&path).as_deref(), Some(old), "{worn:?}");
    let after = document.replace(&path, new).expect("a change");
    let inner = worn.iter().rev().fold(after, |bytes, around| around.unwrap(&bytes));
    assert_eq!(String::from_utf8_lossy(&inner), String::from_utf8_lossy(&reply(new)), "{worn:?} {new:?}");
}

const TEXTS: [&str; 4] = [
    "x",
    "一个长得多的说明，它使外面每一层的长度都改变，而且不止一次 0123456789 0123456789",
    "",
    "\"新\" ]]> <&> + %41 \\n",
];

#[test]
fn every_text_in_two_layers() {
    for inner in ALL {
        for outer in ALL {
            TEXTS.iter().for_each(|new| check(&[inner, outer], new));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_in_any_layers(nest in proptest::collection::vec(select(&ALL[..]), 1..5), new in select(&TEXTS[..])) {
        check(&nest, new);
    }
}
