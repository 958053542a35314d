//! Bytes in any encoding as UTF-8.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::super::mixed;
use super::chinese::{is_everyday, pairs};
use super::utf_8::Count;
use super::{Encoding, MARK_BE, MARK_LE, is_chinese, is_of_gb2312, is_utf_8};

/// Some bytes as UTF-8, and what they were. What is no text, or UTF-8 already, stays as it is.
pub fn decoded(bytes: &[u8]) -> (Cow<'_, [u8]>, Option<Encoding>) {
    let as_is = || (Cow::Borrowed(bytes), None);
    if let Some((text, encoding)) = utf_16(bytes) {
        // What is UTF-16 in part reads as letters that nobody writes.
        let is_whole = text.chars().all(|char| char.is_ascii() || is_chinese(char));
        return match if is_whole { None } else { mixed::read(bytes) } {
            Some(text) => (text.into_bytes().into(), Some(Encoding::Mixed)),
            None => (text.into_bytes().into(), Some(encoding)),
        };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return misread(text).map_or_else(as_is, |text| (text.into_bytes().into(), Some(Encoding::Misread)));
    }
    // A chunk may end within a character: what is joined is text.
    if is_in_chunks(bytes) {
        return as_is();
    }
    if let Some(text) = mixed::read(bytes) {
        return (text.into_bytes().into(), Some(Encoding::Mixed));
    }
    // What has control characters is no text: compressed, or a message in binary.
    if bytes.iter().any(|byte| *byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x1b) || *byte == 127) {
        return as_is();
    }
    if is_utf_8(bytes) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        return (text.into_bytes().into(), Some(Encoding::Damaged(Count::of(bytes).broken)));
    }
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let is_text = bytes.len() - high + 2 * pairs(bytes) >= bytes.len() / 2 + bytes.len() % 2;
    let gb = GB18030.decode_without_bom_handling_and_without_replacement(bytes).map(Cow::into_owned);
    match gb {
        Some(text) if is_of_gb2312(bytes) => {
            let is_sure = high >= 4 || is_everyday(bytes);
            (text.into_bytes().into(), Some(Encoding::Gb18030 { is_sure }))
        }
        Some(text) if 2 * pairs(bytes) * 2 >= high && is_text => {
            (text.into_bytes().into(), Some(Encoding::Gb18030 { is_sure: false }))
        }
        // Hardly any word of such bytes would be a text by chance.
        _ if is_text && bytes.iter().any(|byte| b" \n{\"<:=".contains(byte)) => {
            (String::from_utf8_lossy(bytes).into_owned().into_bytes().into(), Some(Encoding::Unknown))
        }
        _ => as_is(),
    }
}

/// Whether some bytes begin with the head of an answer whose body goes in chunks.
fn is_in_chunks(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let end = memchr::memmem::find(head, b"\r\n\r\n").or_else(|| memchr::memmem::find(head, b"\n\n"));
    let head = head[..end.unwrap_or(0)].to_ascii_lowercase();
    head.starts_with(b"http/") && memchr::memmem::find(&head, b"transfer-encoding: chunked").is_some()
}

/// The same where every character could be read; else the bytes as they are, for whoever must not lose one.
pub fn whole(bytes: &[u8]) -> (Cow<'_, [u8]>, Option<Encoding>) {
    match decoded(bytes) {
        (_, Some(encoding)) if !encoding.is_whole() => (bytes.into(), None),
        told => told,
    }
}

/// UTF-16 by its mark; without one, where one byte of each pair is 0 often, the other never, and all of it is text.
fn utf_16(bytes: &[u8]) -> Option<(String, Encoding)> {
    let encoding = match bytes {
        [0xff, 0xfe, ..] => Encoding::Utf16Le,
        [0xfe, 0xff, ..] => Encoding::Utf16Be,
        _ => {
            let sample = &bytes[..bytes.len().min(64 << 10) & !1];
            let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
            match (zeros(0), zeros(1), sample.len()) {
                (0, low, 8..) if low * 8 >= sample.len() => Encoding::Utf16Le,
                (high, 0, 8..) if high * 8 >= sample.len() => Encoding::Utf16Be,
                _ => return None,
            }
        }
    };
    let is_marked = bytes.starts_with(MARK_LE) || bytes.starts_with(MARK_BE);
    let decoder = if encoding == Encoding::Utf16Le { UTF_16LE } else { UTF_16BE };
    let body = if is_marked { &bytes[2..] } else { bytes };
    let (text, is_lossy) = decoder.decode_without_bom_handling(body);
    let is_text = !is_lossy && !text.chars().any(|char| char.is_control() && !matches!(char, '\t' | '\n' | '\r'));
    (is_text || is_marked && body.len() > 1).then(|| (text.into_owned(), encoding))
}

/// So much of a text tells whether it was misread.
const SAMPLE: usize = 1 << 20;

/// The text that was read as GBK: what is not ASCII in it, written so, is UTF-8, which no Chinese is by chance.
fn misread(text: &str) -> Option<String> {
    let high = text.bytes().take(SAMPLE).filter(|byte| *byte >= 0x80).count();
    if high < 12 || text.len() > SAMPLE {
        return None;
    }
    let (bytes, _, is_lossy) = GB18030.encode(text);
    let count = Count::of(&bytes);
    let is_sure = !is_lossy && count.whole >= 4 && count.broken * 3 <= count.whole;
    let back = is_sure.then(|| String::from_utf8_lossy(&bytes).into_owned());
    // Pairs of GBK such as those of 一 are letters of other alphabets in UTF-8 by chance: Chinese came of Chinese.
    back.filter(|text| text.chars().all(|char| char.is_ascii() || is_chinese(char)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\"theme\":\"周三例会\",\"list\":[1, \"a\"]}\r\n";

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: Option<Encoding>) {
        let (read, told) = decoded(bytes);
        assert_eq!((String::from_utf8_lossy(&read), told), (text.into(), encoding));
    }

    #[test]
    fn each_encoding_is_told_and_written_back() {
        let le: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let gb = GB18030.encode(TEXT).0.into_owned();
        for (bytes, encoding) in [
            (le.clone(), Encoding::Utf16Le),
            ([MARK_LE, &le].concat(), Encoding::Utf16Le),
            (be.clone(), Encoding::Utf16Be),
            ([MARK_BE, &be].concat(), Encoding::Utf16Be),
            (gb, Encoding::Gb18030 { is_sure: true }),
        ] {
            check(&bytes, TEXT, Some(encoding));
            assert_eq!(encoding.encode(TEXT, &bytes), Some(bytes));
        }
    }

    #[test]
    fn what_is_no_other_text_stays() {
        for bytes in
            [TEXT.as_bytes(), b"", b"\x08\x05\x12\x05hello", b"\x1f\x8b\x08\x08\xff\x00\x01", b"\xef\xbb\xbf{}"]
        {
            check(bytes, &String::from_utf8_lossy(bytes), None);
        }
        let samples = b"\x01\x00\x02\x00\x03\x00\x04\x00\x05\x00";
        check(samples, &String::from_utf8_lossy(samples), None);
    }

    #[test]
    fn a_chunk_may_end_within_a_character() {
        let head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        let body = "{\"errmsg\":\"号\"}".as_bytes();
        let parted = [&head[..], b"c\r\n", &body[..12], b"\r\n4\r\n", &body[12..], b"\r\n0\r\n\r\n"].concat();
        assert_eq!(decoded(&parted), (Cow::Borrowed(&parted[..]), None));
    }

    #[test]
    fn lines_of_several_encodings_are_each_read() {
        let wide: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let gb = GB18030.encode(TEXT).0.into_owned();
        let all = [TEXT.as_bytes(), &gb, &wide, b"INFO\n"];
        for [first, second] in [[0, 1], [1, 0], [0, 2], [2, 0], [3, 2], [2, 3]] {
            let bytes = [all[first], all[second], all[first]].concat();
            let line = |at: usize| if at == 3 { "INFO\n" } else { TEXT };
            check(&bytes, &[line(first), line(second), line(first)].concat(), Some(Encoding::Mixed));
        }
    }

    #[test]
    fn what_is_damaged_is_named() {
        let text = "{\"a\":\"周三例会\"}";
        let broken = [&text.as_bytes()[..16], b"\"}"].concat();
        check(&broken, "{\"a\":\"周三例\u{fffd}\"}", Some(Encoding::Damaged(1)));
        check(
            "{\"a\":\"今天大".as_bytes().split_last().expect("bytes").1,
            "{\"a\":\"今天\u{fffd}",
            Some(Encoding::Damaged(1)),
        );
        // Two bytes of a character are one of GBK by chance, and so are four of two.
        for (cut, lossy) in [("直播", 2), ("直播", 1), ("奥", 1), ("a奥 好", 1)] {
            let bytes = [b"{\"a\":\"", &cut.as_bytes()[..cut.len() - lossy], b"\"}"].concat();
            let told = decoded(&bytes).1;
            assert_eq!(told, Some(Encoding::Damaged(1)), "{cut} {lossy}");
        }
        for text in ["好", "你好", "中", "陶喆", "a: 濂溪"] {
            let told = decoded(&GB18030.encode(text).0).1;
            assert!(matches!(told, Some(Encoding::Gb18030 { .. })), "{text}: {told:?}");
        }
        // The last byte of an odd number is lost when they are misread.
        let (garbled, _) = GB18030.decode_without_bom_handling("账号已离线，请重新登录".as_bytes());
        check(garbled.trim_end_matches('\u{fffd}').as_bytes(), "账号已离线，请重新登\u{fffd}", Some(Encoding::Misread));
        for text in ["一一一一", "第一条\n第一条\n一\n一\n一", "一二三四五"] {
            check(text.as_bytes(), text, None);
        }
        check(b"caf\xe9 au lait: \"x\"", "caf\u{fffd} au lait: \"x\"", Some(Encoding::Unknown));
    }
}
