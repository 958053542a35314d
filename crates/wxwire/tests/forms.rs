//! One content in other forms, one in the other: what is inside says what it says when it stands alone, and can be changed.

use encoding_rs::GB18030;
use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};
use proptest::prelude::*;
use wxwire::explain::{Explanation, explain};
use wxwire::lang::Lang;
use wxwire::layer::document::{Document, Guide};
use wxwire::layer::{base64, json};

/// A reply that is partly taken, as it stands alone.
const REPLY: &str = "{\"errcode\":0,\"errmsg\":\"好的 ok\",\"invaliduser\":\"a|b\",\"msgid\":\"号 xx\"}";

#[derive(Clone, Copy, Debug)]
enum Form {
    Base64,
    UrlBase64,
    Base64Lines,
    Hex,
    UpperHex,
    SpacedHex,
    HexLines,
    MarkedHex,
    ListedHex,
    Data,
    Percent,
    Quoted,
    Unicode,
    Entities,
    Numbered,
    Utf16,
    Utf16Be,
    Gb18030,
    Gzip,
    Zlib,
    Deflate,
}

const FORMS: [Form; 21] = [
    Form::Base64,
    Form::UrlBase64,
    Form::Base64Lines,
    Form::Hex,
    Form::UpperHex,
    Form::SpacedHex,
    Form::HexLines,
    Form::MarkedHex,
    Form::ListedHex,
    Form::Data,
    Form::Percent,
    Form::Quoted,
    Form::Unicode,
    Form::Entities,
    Form::Numbered,
    Form::Utf16,
    Form::Utf16Be,
    Form::Gb18030,
    Form::Gzip,
    Form::Zlib,
    Form::Deflate,
];

fn spelt(bytes: &[u8], between: &str) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(between)
}

fn lines(text: &str, width: usize, ending: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for line in text.as_bytes().chunks(width) {
        out.extend_from_slice(line);
        out.extend_from_slice(ending.as_bytes());
    }
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = !0_u32;
    for byte in bytes {
        crc ^= u32::from(*byte);
        (0..8).for_each(|_| crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 });
    }
    !crc
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let head = b"\x1f\x8b\x08\x08\x01\x02\x03\x04\x00\x03name\x00";
    let (crc, length) = (crc32(bytes).to_le_bytes(), (bytes.len() as u32).to_le_bytes());
    [&head[..], &compress_to_vec(bytes, 9), &crc, &length].concat()
}

/// Bytes in a form, and the form's name in paths; none where the form would leave them as they are, or cannot hold them.
fn wrap(form: Form, bytes: &[u8]) -> Option<(Vec<u8>, &'static str)> {
    let text = std::str::from_utf8(bytes);
    let (out, name) = match form {
        Form::Base64 => (base64::encode(bytes).into_bytes(), "base64"),
        Form::UrlBase64 => {
            let text = base64::encode(bytes).replace('+', "-").replace('/', "_");
            (text.trim_end_matches('=').as_bytes().to_vec(), "base64")
        }
        Form::Base64Lines => (lines(&base64::encode(bytes), 76, "\n"), "base64"),
        Form::Hex => (spelt(bytes, "").into_bytes(), "hex"),
        Form::UpperHex => (format!("0x{}", spelt(bytes, "").to_uppercase()).into_bytes(), "hex"),
        Form::SpacedHex => (spelt(bytes, " ").into_bytes(), "hex"),
        Form::HexLines => (lines(&spelt(bytes, ""), 32, "\r\n"), "hex"),
        Form::MarkedHex => (format!("\\x{}", spelt(bytes, "\\x")).into_bytes(), "hex"),
        Form::ListedHex => (format!("0x{}", spelt(bytes, ",0x")).into_bytes(), "hex"),
        Form::Data => (format!("data:application/json;base64,{}", base64::encode(bytes)).into_bytes(), "base64"),
        Form::Percent => {
            let byte = |byte: &u8| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(*byte).to_string(),
                _ => format!("%{byte:02X}"),
            };
            (bytes.iter().map(byte).collect::<String>().into_bytes(), "percent")
        }
        Form::Quoted => (json::quote(text.ok()?).into_bytes(), "json"),
        Form::Unicode => {
            let units = text.ok()?.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
            (units.collect::<String>().into_bytes(), "escaped")
        }
        Form::Numbered => {
            let sign = |char: char| format!("&#x{:x};", u32::from(char));
            (text.ok()?.chars().map(sign).collect::<String>().into_bytes(), "entities")
        }
        Form::Entities => {
            let text = text.ok()?.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
            (text.into_bytes(), "entities")
        }
        Form::Utf16 | Form::Utf16Be => {
            let units = text.ok()?.encode_utf16();
            let out = match form {
                Form::Utf16 => [0xff, 0xfe].into_iter().chain(units.flat_map(u16::to_le_bytes)).collect(),
                _ => [0xfe, 0xff].into_iter().chain(units.flat_map(u16::to_be_bytes)).collect(),
            };
            (out, "utf16")
        }
        Form::Gb18030 => (GB18030.encode(text.ok()?).0.into_owned(), "gb18030"),
        Form::Gzip => (gzip(bytes), "gzip"),
        Form::Zlib => (compress_to_vec_zlib(bytes, 6), "deflate"),
        Form::Deflate => (compress_to_vec(bytes, 6), "deflate"),
    };
    (out != bytes).then_some((out, name))
}

/// What an explanation says, whatever stands around.
fn said(explanation: &Explanation, within: &str) -> String {
    let mut said = format!("{} {}\n", explanation.kind.name(), explanation.title.en);
    if let Some(verdict) = &explanation.verdict {
        said += &verdict.to_json(Lang::En).to_string().replace(&format!("{within}!json"), "");
    }
    for line in explanation.lines.iter().filter(|line| !line.opened) {
        let path = line.path.strip_prefix(within).unwrap_or(&line.path);
        let path = path.strip_prefix("!json").unwrap_or(path);
        let title = line.title.as_ref().map(|title| title.get(Lang::En)).unwrap_or_default();
        let meaning = line.meaning.as_ref().map(|meaning| meaning.words(Lang::En)).unwrap_or_default();
        said += &format!("{path} = {} {title} {meaning}\n", line.value);
    }
    said
}

/// Bytes in forms, the first the innermost, and the way to what is inside.
fn wrapped(forms: &[Form], bytes: &[u8]) -> (Vec<u8>, String) {
    let (mut bytes, mut within) = (bytes.to_vec(), String::new());
    for form in forms {
        // Deflate has no mark of its own, so what it holds has to tell; and that is no text.
        if matches!(form, Form::Deflate) && std::str::from_utf8(&bytes).is_err() {
            continue;
        }
        if let Some((out, name)) = wrap(*form, &bytes) {
            bytes = out;
            within.insert_str(0, &format!("!{name}"));
        }
    }
    // The outermost JSON is entered without saying so.
    let within = within.strip_prefix("!json").map_or(within.clone(), String::from);
    (bytes, within)
}

fn check(forms: &[Form]) {
    let alone = explain(REPLY.as_bytes(), None).expect("a reply");
    let (bytes, within) = wrapped(forms, REPLY.as_bytes());
    let inside = explain(&bytes, None).expect("bytes");
    let shown = String::from_utf8_lossy(&bytes).into_owned();
    assert_eq!(said(&inside, &within), said(&alone, ""), "{forms:?} {within}\n{shown}");
    let document = Document::new(&bytes, inside.guide()).expect("bytes");
    let (path, _) = message(&document);
    for value in ["x", "\"新\" <&> %20+=", ""] {
        let after = document.replace(&path, value).expect(&shown);
        // A form that has nothing to say any more is none: base64 without a sign needs no escape in an address.
        let again = Document::new(&after, Guide::default()).expect("bytes");
        let (path, found) = message(&again);
        assert_eq!(found, value, "{forms:?}\n{shown}");
        let back = again.replace(&path, "好的 ok").expect("the old value");
        let (path, _) = message(&Document::new(&back, Guide::default()).expect("bytes"));
        let within = path.strip_suffix("/errmsg").expect("its name");
        let within = within.strip_suffix("!json").unwrap_or(within);
        let back = explain(&back, None).expect("bytes");
        assert_eq!(said(&back, within), said(&alone, ""), "{forms:?} {value:?}\n{shown}");
    }
}

/// The path of the reply's text, and the text.
fn message(document: &Document<'_>) -> (String, String) {
    let mut found = None;
    document.visit(|leaf| {
        if leaf.path.ends_with("/errmsg") {
            found = Some((leaf.path.to_owned(), leaf.value.text().into_owned()));
        }
    });
    found.expect("a reply")
}

#[test]
fn every_form_says_what_is_inside() {
    FORMS.into_iter().for_each(|form| check(&[form]));
}

#[test]
fn every_form_in_every_other() {
    for inner in FORMS {
        FORMS.into_iter().for_each(|outer| check(&[inner, outer]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn forms_in_any_order(forms in proptest::collection::vec(proptest::sample::select(&FORMS[..]), 3..6)) {
        check(&forms);
    }

    /// What is in a form keeps its place: a change of a leaf leaves what stands before it as it was.
    #[test]
    fn no_cut_of_a_form_breaks_anything(
        forms in proptest::collection::vec(proptest::sample::select(&FORMS[..]), 1..4),
        cut in any::<usize>(),
        flip in any::<(usize, u8)>(),
    ) {
        let (mut bytes, _) = wrapped(&forms, REPLY.as_bytes());
        let end = bytes.len();
        bytes[flip.0 % end] ^= flip.1;
        bytes.truncate(cut % end + 1);
        let explanation = explain(&bytes, None).expect("bytes");
        for line in &explanation.lines {
            prop_assert!(line.span.start <= line.span.end && line.span.end <= bytes.len(), "{line:?}");
        }
    }
}

/// Gzip of nothing but zeros, a thousand to one, in gzip, is opened no further than there is room for.
#[test]
fn what_unpacks_to_too_much_stays_packed() {
    let many = gzip(&gzip(&vec![b' '; 40 << 20]));
    let explanation = explain(&many, None).expect("bytes");
    assert!(explanation.lines.len() < 4 && explanation.lines.iter().all(|line| line.value.len() < 1 << 20));
    let some = base64::encode(&gzip(&vec![b' '; 8 << 20]));
    let all: Vec<_> = (0..20).map(|_| json::quote(&some)).collect();
    let text = format!("[{}]", all.join(","));
    let explanation = explain(text.as_bytes(), None).expect("bytes");
    let unpacked: usize = explanation.lines.iter().map(|line| line.value.len()).sum();
    assert!(unpacked < 80 << 20, "{unpacked}");
}

#[test]
fn a_token_shows_what_it_says_and_not_its_signature() {
    let token =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwiaWF0IjoxNTE2MjM5MDIyfQ.sig_-xSIGNATURE";
    let explanation = explain(token.as_bytes(), None).expect("a token");
    let value = |path: &str| explanation.lines.iter().find(|line| line.path == path).map(|line| line.value.as_str());
    assert_eq!(value("!jwt/header!base64!json/alg"), Some("HS256"));
    assert_eq!(value("!jwt/payload!base64!json/iat"), Some("1516239022"));
    assert!(explanation.lines.iter().all(|line| !line.value.contains("SIGNATURE")), "{:?}", explanation.lines);
    let document = Document::new(token.as_bytes(), Guide::default()).expect("bytes");
    let after = document.replace("!jwt/payload!base64!json/sub", "7").expect("a change");
    let (head, tail) = (token.find('.').expect("a dot"), ".sig_-xSIGNATURE");
    assert!(after.starts_with(&token.as_bytes()[..=head]) && after.ends_with(tail.as_bytes()));
    // Whatever the lengths, no part is padded.
    for value in ["", "a", "ab", "abc", "李四"] {
        let once = document.replace("!jwt/payload!base64!json/sub", value).expect("a change");
        let document = Document::new(&once, Guide::default()).expect("bytes");
        for next in ["x", "xy", "xyz"] {
            let twice = document.replace("!jwt/payload!base64!json/sub", next).expect("a change");
            assert!(!once.contains(&b'=') && !twice.contains(&b'='), "{}", String::from_utf8_lossy(&twice));
        }
    }
}

#[test]
fn lengths_of_der_and_of_messages_follow_a_change() {
    let set = |bytes: &[u8], path: &str, value: &str| {
        let document = Document::new(bytes, Guide::default()).expect("bytes");
        let after = document.replace(path, value).expect(path);
        assert_eq!(Document::new(&after, Guide::default()).expect("bytes").value(path).as_deref(), Some(value));
        after
    };
    let id = "{\"file_id\": \"3057020100044b304902010002043904752002032f7d6d02046bb5bade02046593760c04243365376530613161\
              2d646138622d346662322d383239362d3964343665623766323061370204051400050201000405004c53d900\"}";
    let long = "x".repeat(200);
    let after = set(id.as_bytes(), "/file_id!hex!der/1!der/5", &long);
    assert!(String::from_utf8(after).expect("text").contains("3081"), "its length takes two bytes now");
    set(id.as_bytes(), "/file_id!hex!der/1!der/4", "1704162829");
    set(id.as_bytes(), "/file_id!hex!der/2", "00ff00");
    let stream = b"\x09\x08\x05\x12\x05hello\x09\x08\x05\x12\x05hello";
    assert_eq!(set(stream, "!delimited/1/2", "hi"), b"\x09\x08\x05\x12\x05hello\x06\x08\x05\x12\x02hi");
    let other = b"\x0a\x04(A0B\x12\x05hello";
    assert_eq!(set(other, "!protobuf/1!protobuf/5", "67"), b"\x0a\x04(C0B\x12\x05hello");
}

/// What needs no escape in a form stands in it as it is.
#[test]
fn a_field_of_a_form_opens_without_an_escape() {
    for form in [Form::UrlBase64, Form::Hex, Form::UpperHex] {
        let (inner, name) = wrap(form, REPLY.as_bytes()).expect("a form");
        let inner = String::from_utf8(inner).expect("letters");
        for text in [format!("data={inner}"), format!("a=1&data={inner}&z=2")] {
            let document = Document::new(text.as_bytes(), Guide::default()).expect("bytes");
            let (path, said) = message(&document);
            assert_eq!((path, said.as_str()), (format!("!query/data!{name}!json/errmsg"), "好的 ok"), "{text}");
            let after = document.replace(&format!("!query/data!{name}!json/errmsg"), "新").expect("a change");
            assert_eq!(message(&Document::new(&after, Guide::default()).expect("bytes")).1, "新", "{text}");
        }
    }
    let text = "a=1&b=%E4%BD%A0&c=";
    let mut values = vec![];
    Document::new(text.as_bytes(), Guide::default())
        .expect("bytes")
        .visit(|leaf| values.push(leaf.value.text().into_owned()));
    assert!(values.contains(&"你".to_owned()), "{values:?}");
    for other in ["id=abcdefghijklmnop&x=1", "key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa", "a=b"] {
        let mut opened = false;
        Document::new(other.as_bytes(), Guide::default()).expect("bytes").visit(|leaf| opened |= leaf.opened);
        assert!(!opened, "{other}");
    }
}

#[test]
fn what_was_spelt_raw_in_a_query_stays_raw() {
    let address = "https://mp.weixin.qq.com/s?__biz=MzA3MDM3NjE5NQ==&mid=2&idx=1#rd";
    let document = Document::new(address.as_bytes(), Guide::default()).expect("bytes");
    let after = document.replace("!query/__biz", "MzA3MDM3NjE5Nw==").expect("a change");
    assert_eq!(after, address.replace("E5NQ==", "E5Nw==").into_bytes());
    let after = document.replace("!query/mid", "a&b=c").expect("a change");
    assert_eq!(after, address.replace("mid=2", "mid=a%26b%3Dc").into_bytes());
}

mod chance {
    use super::*;

    /// What nobody wrote: letters and bytes by chance. A generator of one's own, so that a run can be told from another.
    struct Chance(u64);

    impl Chance {
        fn next(&mut self, below: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 >> 11) as usize % below
        }

        fn pick<'t>(&mut self, of: &[&'t str]) -> &'t str {
            of[self.next(of.len())]
        }

        fn text(&mut self) -> String {
            const ALPHABETS: [&str; 5] = [
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/",
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_",
                "0123456789abcdef",
                "0123456789",
                " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~",
            ];
            let alphabet = ALPHABETS[self.next(ALPHABETS.len())].as_bytes();
            let length = 4 + self.next(60);
            (0..length).map(|_| char::from(alphabet[self.next(alphabet.len())])).collect()
        }

        fn sentence(&mut self) -> String {
            const ENGLISH: [&str; 40] = [
                "the",
                "meeting",
                "is",
                "at",
                "10:30",
                "please",
                "see",
                "a<b",
                "or",
                "x>y",
                "R&D",
                "100%",
                "of",
                "it",
                "\"quoted\"",
                "(really)",
                "isn't",
                "it?",
                "yes!",
                "and/or",
                "user@example.com",
                "v2.0",
                "#3",
                "C++",
                "e.g.",
                "$5",
                "50%off",
                "{name}",
                "[ok]",
                "a=b",
                "why?not",
                "deadbeef",
                "cafe",
                "added",
                "facade",
                "Internationalization",
                "wxid",
                "-1",
                "~",
                "OK",
            ];
            const CHINESE: [&str; 30] = [
                "今天",
                "下午",
                "三点",
                "开会",
                "，",
                "请",
                "大家",
                "准时",
                "参加",
                "。",
                "《通知》",
                "（重要）",
                "100%",
                "价格",
                "：",
                "￥5",
                "？",
                "！",
                "“好的”",
                "、",
                "收到",
                "群",
                "公告",
                "@张三",
                "发票",
                "OK",
                "3<5",
                "客户A&B",
                "……",
                "2026年",
            ];
            let (words, between) = if self.next(2) == 0 { (&ENGLISH[..], " ") } else { (&CHINESE[..], "") };
            let length = 1 + self.next(14);
            (0..length).map(|_| self.pick(words)).collect::<Vec<_>>().join(between)
        }
    }

    /// The texts out of so many that open.
    fn opened(count: usize, seed: u64, make: fn(&mut Chance) -> String) -> Vec<String> {
        let mut chance = Chance(seed);
        let texts = (0..count).map(|_| make(&mut chance));
        texts
            .filter(|text| {
                let list = format!("[{}]", json::quote(text));
                let mut is_opened = false;
                let document = Document::new(list.as_bytes(), Guide::default()).expect("bytes");
                document.visit(|leaf| is_opened |= leaf.opened);
                is_opened
            })
            .collect()
    }

    #[test]
    fn nothing_opens_that_is_not_there() {
        assert_eq!(opened(20_000, 0x9e37_79b9_7f4a_7c15, Chance::text), [""; 0]);
        assert_eq!(opened(20_000, 0xd1b5_4a32_d192_ed03, Chance::sentence), [""; 0]);
    }

    /// The same of a million each.
    #[test]
    #[ignore = "takes a minute; for whoever changes what is told by its looks"]
    fn nothing_of_a_million_opens() {
        assert_eq!(opened(1_000_000, 0x2545_f491_4f6c_dd1d, Chance::text), [""; 0]);
        assert_eq!(opened(1_000_000, 0x1234_5678_9abc_def1, Chance::sentence), [""; 0]);
    }
}
