//! What stands in a text that may be XML, one thing after the other. What fits what, the tree knows.

use memchr::{memchr2, memchr3, memchr3_iter};

/// One thing that stands in a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Event<'t> {
    /// A start tag, without its brackets.
    Start(&'t str),
    /// A tag that is start and end, without its brackets and its slash.
    Empty(&'t str),
    /// An end tag's name.
    End(&'t str),
    /// Text without an `&`, or one that begins no reference, and the text behind it.
    Text(&'t str),
    /// A reference's name.
    Reference(&'t str),
    CData,
    /// A comment, an instruction or a declaration.
    Other,
    /// The beginning of a document type declaration, which is read no further.
    DocType,
}

/// Reads a text, up to the first that nothing can be made of; the error says in words what is wrong with it.
#[derive(Debug)]
pub(super) struct Events<'t> {
    text: &'t str,
    at: usize,
    /// A `<` that begins nothing stands for itself.
    is_tolerant: bool,
}

/// What a text begins with, and its length; or what is wrong with it, and how far that goes.
type Read<'t> = Result<(Event<'t>, usize), (&'static str, usize)>;

impl<'t> Events<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, is_tolerant: false }
    }

    /// The same where a `<` that begins nothing is text, and the text behind it.
    pub(super) fn tolerant(text: &'t str) -> Self {
        Self { is_tolerant: true, ..Self::new(text) }
    }

    /// Where the last one ends.
    pub(super) fn at(&self) -> usize {
        self.at
    }
}

impl<'t> Iterator for Events<'t> {
    type Item = Result<Event<'t>, &'static str>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.text[self.at..];
        let read = match rest.as_bytes() {
            [] => return None,
            [b'<', next @ ..] if self.is_tolerant && begins_nothing(next) => {
                Ok(text(rest, memchr2(b'<', b'&', next).map(|end| end + 1)))
            }
            [b'<', b'!', ..] => declaration(rest),
            [b'<', b'?', ..] => instruction(rest),
            [b'<', ..] => tag(rest),
            [b'&', ..] => Ok(reference(rest)),
            _ => Ok(text(rest, memchr2(b'<', b'&', rest.as_bytes()))),
        };
        let (event, length) = match read {
            Ok((event, length)) => (Ok(event), length),
            Err((what, length)) => (Err(what), length),
        };
        self.at += length;
        Some(event)
    }
}

/// Whether what stands behind a `<` is no name, and nothing else that may: `1 < 2`, `<3`.
fn begins_nothing(next: &[u8]) -> bool {
    !matches!(next, [b'!' | b'?' | b'/' | b'_' | b':', ..])
        && next.first().is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic())
}

/// Text up to a place, or all of it.
fn text(rest: &str, end: Option<usize>) -> (Event<'_>, usize) {
    let end = end.unwrap_or(rest.len());
    (Event::Text(&rest[..end]), end)
}

fn reference(rest: &str) -> (Event<'_>, usize) {
    match memchr3(b';', b'&', b'<', &rest.as_bytes()[1..]).map(|end| end + 1) {
        Some(end) if rest[end..].starts_with(';') => (Event::Reference(&rest[1..end]), end + 1),
        end => text(rest, end),
    }
}

/// A tag ends with the first `>` that stands in no quotes.
fn tag(rest: &str) -> Read<'_> {
    let mut quote = None;
    for at in memchr3_iter(b'>', b'\'', b'"', rest.as_bytes()) {
        match (rest.as_bytes()[at], quote) {
            (b'>', None) => return Ok((between(&rest[1..at]), at + 1)),
            (mark, None) => quote = Some(mark),
            (mark, Some(open)) if mark == open => quote = None,
            _ => {}
        }
    }
    let what = match quote {
        None => "tag not closed: `>` not found before end of input",
        Some(b'\'') => "attribute value not closed: `'` not found before end of input",
        Some(_) => "attribute value not closed: `\"` not found before end of input",
    };
    Err((what, rest.len()))
}

/// What stands between the brackets of a tag.
fn between(tag: &str) -> Event<'_> {
    match (tag.strip_prefix('/'), tag.strip_suffix('/')) {
        (Some(name), _) => Event::End(name.trim_end_matches(is_space)),
        (None, Some(tag)) => Event::Empty(tag),
        (None, None) => Event::Start(tag),
    }
}

fn declaration(rest: &str) -> Read<'_> {
    let (event, begin, end, what) = match rest.as_bytes().get(2) {
        Some(b'[') => (Event::CData, "<![CDATA[", "]]>", "CDATA not closed: `]]>` not found before end of input"),
        Some(b'-') => (Event::Other, "<!--", "-->", "comment not closed: `-->` not found before end of input"),
        Some(b'D' | b'd') => (Event::DocType, DOCTYPE, "", "DOCTYPE not closed: `>` not found before end of input"),
        _ => return Err(("unknown or missed symbol in markup", 0)),
    };
    let begins = rest.get(..begin.len()).is_some_and(|own| match event {
        Event::DocType => own.eq_ignore_ascii_case(begin),
        _ => own == begin,
    });
    let inside = if begins { rest[begin.len()..].find(end) } else { None };
    let length = inside.map(|length| begin.len() + length + end.len());
    length.map(|length| (event, length)).ok_or((what, rest.len()))
}

const DOCTYPE: &str = "<!DOCTYPE";

fn instruction(rest: &str) -> Read<'_> {
    match rest.find("?>") {
        Some(end) if end > 1 => Ok((Event::Other, end + 2)),
        _ => {
            let is_declaration = |behind: &str| behind.is_empty() || behind.starts_with(['?', ' ', '\r', '\n', '\t']);
            let what = match rest.strip_prefix("<?xml").is_some_and(is_declaration) {
                true => "XML declaration not closed: `?>` not found before end of input",
                false => "processing instruction not closed: `?>` not found before end of input",
            };
            Err((what, rest.len()))
        }
    }
}

pub(super) fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\r' | '\n' | '\t')
}

#[cfg(test)]
mod tests {
    use quick_xml::Reader;
    use quick_xml::errors::{Error, IllFormedError};
    use quick_xml::events::Event as Its;

    use super::*;

    /// What the library makes of a text: each thing and where it ends, up to an error, and where that begins.
    fn library(text: &str) -> Vec<(String, usize)> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().allow_dangling_amp = true;
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        let (mut found, mut start) = (Vec::new(), 0);
        loop {
            let event = reader.read_event();
            let end = reader.buffer_position() as usize;
            let said = match event {
                Ok(Its::Eof) => return found,
                Ok(Its::Start(tag)) => format!("{:?}", Event::Start(&tag)),
                Ok(Its::Empty(tag)) => format!("{:?}", Event::Empty(&tag)),
                Ok(Its::End(tag)) => format!("{:?}", Event::End(tag.name().into_inner())),
                Ok(Its::Text(text)) => format!("{:?}", Event::Text(&text)),
                Ok(Its::GeneralRef(name)) => format!("{:?}", Event::Reference(&name)),
                Ok(Its::CData(_)) => format!("{:?}", Event::CData),
                Ok(Its::Comment(_) | Its::PI(_) | Its::Decl(_)) => format!("{:?}", Event::Other),
                // Whatever is wrong behind its beginning, no text may have one.
                Ok(Its::DocType(_)) | Err(Error::IllFormed(IllFormedError::MissingDoctypeName)) => {
                    found.push((format!("{:?}", Event::DocType), start));
                    return found;
                }
                Err(error) => {
                    found.push((error.to_string(), start));
                    return found;
                }
            };
            found.push((said, end));
            start = end;
        }
    }

    fn own(text: &str) -> Vec<(String, usize)> {
        let (mut events, mut found, mut start) = (Events::new(text), Vec::new(), 0);
        while let Some(event) = events.next() {
            match event {
                Ok(event @ Event::DocType) => {
                    found.push((format!("{event:?}"), start));
                    break;
                }
                Ok(event) => found.push((format!("{event:?}"), events.at())),
                Err(what) => {
                    found.push((format!("syntax error: {what}"), start));
                    break;
                }
            }
            start = events.at();
        }
        found
    }

    proptest::proptest! {
        #[test]
        fn reads_as_the_library_does(
            text in "(<a( b='[>]?c[/>]?'| b=\"[']?\")?/?>|</a ?>|<!--[->]{0,3}-->|<!\\[CDATA\\[[\\]>]{0,3}\\]\\]>|\
                     <\\?[x?]{0,2}m?l?[? ]?\\?>|&[a&;]{0,2};|[你<>&;!?/'\"\\[\\]-]{0,2}|<!D{0,2}|<!DOCTYPE a>){0,6}",
        ) {
            assert_eq!(own(&text), library(&text), "{text}");
        }
    }

    #[test]
    fn a_document_type_is_told_by_its_beginning() {
        for text in ["<!DOCTYPE", "<!doctype html>", "<!DOCTYPE a [<!ENTITY b '>'>]>"] {
            assert_eq!(Events::new(text).next(), Some(Ok(Event::DocType)), "{text}");
        }
    }
}
