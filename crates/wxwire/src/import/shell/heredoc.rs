//! Documents that a command is fed: `<<EOF`, `<<'EOF'`, `<<-EOF`.

use super::Reader;
use super::bash;
use crate::import::text::Text;

/// A document that begins in the next line.
#[derive(Clone, Debug)]
pub(crate) struct Awaited {
    /// The line that ends it.
    pub(super) end: String,
    /// Whether it stands as it is: a part of its end is quoted.
    pub(super) is_plain: bool,
    /// Whether tabs before its lines are no part of it.
    pub(super) is_indented: bool,
}

/// The document whose first line begins at a place, and where what follows it begins; nothing where its end is missing.
pub(crate) fn read(text: &Text, start: usize, awaited: &Awaited) -> Option<(Text, usize)> {
    let source = text.as_str();
    let mut out = text.slice(start..start);
    let mut at = start;
    for line in source.get(start..)?.split_inclusive('\n') {
        let own = line.trim_end_matches(['\n', '\r']);
        let tabs = if awaited.is_indented { own.len() - own.trim_start_matches('\t').len() } else { 0 };
        if own[tabs..] == awaited.end {
            // The last line break is no part of a body.
            let length = out.as_str().trim_end_matches(['\n', '\r']).len();
            return Some((out.slice(0..length), at + own.len()));
        }
        if awaited.is_plain {
            out.push(text, at + tabs..at + line.len());
        } else {
            add_line(text, at + tabs, at + line.len(), &mut out);
        }
        at += line.len();
    }
    None
}

/// The document of `cat <<EOF` at a place, and where what follows its end begins.
pub(super) fn cat(text: &Text, at: usize) -> Option<(Text, usize)> {
    let rest = text.as_str().get(at..)?.strip_prefix("cat")?.trim_start_matches([' ', '\t']).strip_prefix("<<")?;
    let (rest, is_indented) = rest.strip_prefix('-').map_or((rest, false), |rest| (rest, true));
    let line = rest.split('\n').next()?;
    let word = line.trim();
    let end = word.trim_matches(['\'', '"']).trim_start_matches('\\').to_owned();
    // What else stands in the line is done to the document.
    let is_name = !end.is_empty() && end.chars().all(|char| char.is_alphanumeric() || char == '_');
    let start = text.len() - rest.len() + line.len() + 1;
    let awaited = Awaited { is_plain: word.len() > end.len(), end, is_indented };
    is_name.then(|| read(text, start, &awaited)).flatten()
}

/// `$(cat <<EOF …)`: the document that the shell puts in, and where what follows it begins.
pub(super) fn printed(text: &Text, at: usize, end: usize) -> Option<(Text, usize)> {
    let inner = text.as_str().get(at..end)?.strip_prefix("$(")?.trim_start();
    let (document, end) = cat(text, end - inner.len()).filter(|_| inner.starts_with("cat"))?;
    let behind = text.as_str()[end..].trim_start();
    let close = text.len() - behind.len();
    behind.starts_with(')').then_some((document, close + 1))
}

/// A line in which the shell replaces what begins with a `$`, and hides what stands behind a backslash.
fn add_line(text: &Text, start: usize, end: usize, out: &mut Text) {
    let mut reader = Reader::within(text, start, end);
    while reader.at < end {
        let rest = reader.rest();
        let plain = rest.find(['\\', '$', '`']).unwrap_or(rest.len());
        reader.take(plain);
        let rest = &rest[plain..];
        let hides = rest.strip_prefix('\\').filter(|behind| behind.starts_with(['$', '`', '\\', '\n']));
        match (rest.chars().next(), hides) {
            (None, _) => break,
            (Some(_), Some(behind)) if behind.starts_with('\n') => reader.at += 2,
            (Some(_), Some(_)) => {
                reader.at += 1;
                reader.take(1);
            }
            (Some('\\'), None) => reader.take(1),
            _ => bash::expanded(&mut reader),
        }
    }
    let word = reader.word.unwrap_or_default();
    out.push(&word, 0..word.len());
}
