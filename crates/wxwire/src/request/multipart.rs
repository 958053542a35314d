//! Reads `multipart/form-data`.

use super::payload::{Content, FILE_NAME, Part};
use crate::layer::any::find;
use crate::problem::{Code, Problem, Unit};

/// The most parts that are read.
const MAX_PARTS: usize = 1000;

/// The parts of a body; `content_type` says what stands between them.
///
/// # Errors
/// Where the body is not of this form, or has too many parts.
pub(super) fn read(body: &[u8], content_type: &str) -> Result<Vec<Part>, Problem> {
    let broken = || Problem::new(Code::Syntax).expected("multipart/form-data");
    let boundary = parameter(content_type, "boundary").filter(|boundary| !boundary.is_empty()).ok_or_else(broken)?;
    let between = format!("\r\n--{boundary}").into_bytes();
    let mut rest = body.strip_prefix(&between[2..]).ok_or_else(broken)?;
    let mut parts = Vec::new();
    loop {
        if rest.starts_with(b"--") {
            return Ok(parts);
        }
        if parts.len() == MAX_PARTS {
            return Err(Problem::new(Code::TooMany).measured(MAX_PARTS, MAX_PARTS + 1, Unit::Items));
        }
        rest = rest.strip_prefix(b"\r\n").ok_or_else(broken)?;
        let end = find(rest, &between).ok_or_else(broken)?;
        parts.push(part(&rest[..end]).ok_or_else(broken)?);
        rest = &rest[end + between.len()..];
    }
}

/// One part: its headers, an empty line, its content.
fn part(bytes: &[u8]) -> Option<Part> {
    let end = find(bytes, b"\r\n\r\n")?;
    let (head, content) = (std::str::from_utf8(&bytes[..end]).ok()?, &bytes[end + 4..]);
    let header = |name: &str| {
        head.split("\r\n")
            .filter_map(|line| line.split_once(':'))
            .find(|(own, _)| own.trim().eq_ignore_ascii_case(name))
    };
    let (_, disposition) = header("content-disposition")?;
    let unescaped = |text: String| text.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    let name = unescaped(parameter(disposition, "name")?);
    let content = match parameter(disposition, "filename") {
        Some(file) => Content::File {
            name: if file.is_empty() { FILE_NAME.to_owned() } else { unescaped(file) },
            media_type: header("content-type").map(|(_, kind)| kind.trim().to_owned()).unwrap_or_default(),
            has_length: parameter(disposition, "filelength").is_some(),
            bytes: content.to_owned(),
        },
        None => Content::Text(String::from_utf8(content.to_owned()).ok()?),
    };
    Some(Part { name, content })
}

/// A parameter of a header: `; name="value"`, or without quotes.
fn parameter(header: &str, name: &str) -> Option<String> {
    let mut rest = header.split_once(';')?.1;
    loop {
        let (own, behind) = rest.split_once('=')?;
        // Between quotes a semicolon is a part of the value.
        let (value, next) = match behind.trim_start().strip_prefix('"') {
            Some(quoted) => {
                let (value, behind) = quoted.split_once('"')?;
                (value, behind.split_once(';').map(|(_, next)| next))
            }
            None => match behind.split_once(';') {
                Some((value, next)) => (value.trim(), Some(next)),
                None => (behind.trim(), None),
            },
        };
        if own.trim().eq_ignore_ascii_case(name) {
            return Some(value.to_owned());
        }
        rest = next?;
    }
}
