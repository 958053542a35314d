//! The value of an element of markup.

use std::ops::Range;

use super::Values;
use crate::scan::floor;
use crate::secret::sign::Sign;

/// The most elements that are known to end nowhere. Names are written in many ways, and each would be looked for to the end.
const MAX_OPEN: usize = 32;

/// So far the end of any further element is looked for.
const NEAR: usize = 16 << 10;

impl Values<'_> {
    /// The value of an element, from behind its name.
    pub(in crate::secret) fn element(&mut self, at: usize, name: &str) -> Option<Range<usize>> {
        let mut start = at;
        // Attributes may stand between.
        loop {
            let sign = Sign::at(self.text, start)?;
            start = sign.end;
            match sign.char {
                '>' => break,
                '<' => return None,
                '/' if Sign::at(self.text, start).is_some_and(|next| next.char == '>') => return None,
                _ => {}
            }
        }
        let rest = &self.text[start..];
        let end = self.closing(start, name).or_else(|| rest.find(['<', '\n'])).unwrap_or(rest.len());
        let value = &rest[..end];
        let cdata = value.trim_start().strip_prefix("<![CDATA[");
        let inner = cdata.map_or(value, |inner| inner.split("]]>").next().unwrap_or_default());
        let offset = if cdata.is_some() { value.len() - value.trim_start().len() + "<![CDATA[".len() } else { 0 };
        let inner_start = start + offset + (inner.len() - inner.trim_start().len());
        let inner = inner.trim();
        self.is_secret(inner).then(|| inner_start..inner_start + inner.len())
    }

    /// How far behind a place an element is closed.
    fn closing(&mut self, start: usize, name: &str) -> Option<usize> {
        if self.open.iter().any(|one| one == name) {
            return None;
        }
        let is_many = self.open.len() >= MAX_OPEN;
        let rest = &self.text[start..if is_many { floor(self.text, start + NEAR) } else { self.text.len() }];
        let begins = |at: usize| ["<", "&lt;", "<\\"].iter().find(|sign| rest[..at].ends_with(**sign));
        let close = format!("/{name}");
        let found = rest.match_indices(&close).find_map(|(at, _)| Some(at - begins(at)?.len()));
        if found.is_none() && !is_many {
            self.open.push(close[1..].to_owned());
        }
        found
    }
}
