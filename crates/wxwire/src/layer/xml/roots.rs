//! Several root elements, one behind the other, where one document has one.

use std::ops::Range;

use super::events::{Event, Events};

/// The most roots of one text.
const MAX_ROOTS: usize = 1000;

/// Where each root stands, with what is before it; none where there is but one, or text between them.
pub(crate) fn roots(text: &str) -> Option<Vec<Range<usize>>> {
    let (mut events, mut found) = (Events::tolerant(text), Vec::new());
    let (mut start, mut depth) = (0, 0_usize);
    while let Some(event) = events.next() {
        let ends = match event.ok()? {
            Event::Start(_) => {
                depth += 1;
                false
            }
            Event::End(_) => {
                depth = depth.checked_sub(1)?;
                depth == 0
            }
            Event::Empty(_) => depth == 0,
            Event::Text(text) if depth == 0 && !text.trim_ascii().is_empty() => return None,
            Event::Reference(_) | Event::CData if depth == 0 => return None,
            _ => false,
        };
        if ends {
            if found.len() == MAX_ROOTS {
                return None;
            }
            found.push(start..events.at());
            start = events.at();
        }
    }
    (depth == 0 && found.len() > 1).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::roots;

    #[test]
    fn only_roots_side_by_side_are_several() {
        let split = |text: &'static str| -> Vec<&str> {
            roots(text).unwrap_or_default().into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(split("<a><b/></a>\n<c/>\n"), ["<a><b/></a>", "\n<c/>"]);
        for text in ["<a/>", "<a/>x<b/>", "<a/></b>", "<a/><b>", ""] {
            assert!(split(text).is_empty(), "{text}");
        }
    }
}
