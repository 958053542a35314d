//! A text whose lines are in more than one encoding, as when one program adds to the file of another.

use encoding_rs::{GB18030, UTF_16LE};

use super::encoding::{MARK_LE, is_chinese, is_of_gb2312, is_utf_8};

/// The least characters of several bytes that tell what a line is in.
const LEAST: usize = 2;

/// The lines of a text, each read as what it is; none where all are in one encoding, or one cannot be told.
pub(super) fn read(bytes: &[u8]) -> Option<String> {
    let (mut out, mut at) = (String::with_capacity(bytes.len()), 0);
    // Lines in UTF-8 beyond ASCII, in GB18030, in UTF-16.
    let mut counts = [0_usize; 3];
    let mut has_ascii = false;
    while at < bytes.len() {
        let rest = &bytes[at..];
        if let Some(length) = wide(rest) {
            let (text, is_lossy) =
                UTF_16LE.decode_without_bom_handling(rest[..length].strip_prefix(MARK_LE).unwrap_or(&rest[..length]));
            if is_lossy || text.chars().any(|char| char.is_control() && !matches!(char, '\t' | '\n' | '\r')) {
                return None;
            }
            out.push_str(&text);
            counts[2] += 1;
            at += length;
            continue;
        }
        let length = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let line = &rest[..length];
        // What has a 0 elsewhere is no text, and none is looked for further on.
        if line.contains(&0) {
            return None;
        }
        if line.is_ascii() {
            has_ascii = true;
            out.push_str(std::str::from_utf8(line).ok()?);
        } else if let Ok(text) = std::str::from_utf8(line) {
            counts[0] += usize::from(text.chars().filter(|char| is_chinese(*char)).count() >= LEAST);
            out.push_str(text);
        } else if !is_utf_8(line) && is_of_gb2312(line) {
            out.push_str(&GB18030.decode_without_bom_handling_and_without_replacement(line)?);
            counts[1] += 1;
        } else {
            return None;
        }
        at += length;
    }
    let is_mixed = counts.iter().filter(|count| **count > 0).count() > 1 || counts[2] > 0 && has_ascii;
    let is_text = !out.chars().any(|char| char.is_control() && !matches!(char, '\t' | '\n' | '\r' | '\u{1b}'));
    (is_mixed && is_text).then_some(out)
}

/// The length of the line in UTF-16, the low byte first, that begins here; a line of ASCII in it has a 0 behind each letter.
fn wide(bytes: &[u8]) -> Option<usize> {
    if !bytes.starts_with(MARK_LE) && !matches!(bytes, [first, 0, ..] if first.is_ascii() && *first != 0) {
        return None;
    }
    let ends = |pair: &[u8]| pair == b"\n\0";
    let length = bytes.chunks_exact(2).position(ends).map_or(bytes.len() & !1, |end| 2 * end + 2);
    let zeros = bytes[..length].iter().skip(1).step_by(2).filter(|byte| **byte == 0).count();
    (zeros * 8 >= length).then_some(length)
}
