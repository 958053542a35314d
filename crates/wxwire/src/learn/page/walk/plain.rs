//! Lines that are no heading: what their section makes of them.

use super::Walk;
use crate::import::Text;
use crate::learn::field::Place;
use crate::learn::page::address::call;
use crate::learn::page::block::{Block, Mark};
use crate::learn::page::draft::Draft;
use crate::learn::page::flat::Flat;
use crate::learn::page::gather::METHODS;
use crate::learn::page::heading::{self, Heading, Side};
use crate::learn::page::{cells, help, row};

/// What stands between a status and the fields of its reply, and says nothing of them.
const FORMS: [&str; 5] = ["内容格式", "数据结构", "Content Type", "Content-Type", "Data Schema"];

impl Walk<'_, '_> {
    pub(super) fn plain(&mut self, at: usize, text: &Text, mark: Mark) -> usize {
        let line = text.as_str().trim();
        if matches!(self.section, Heading::Url | Heading::Method | Heading::Title) && self.said(text) {
            return 1;
        }
        if let Heading::Fields(side, place) = self.section {
            // Between the media type and the fields.
            let is_form = side == Side::Reply && FORMS.iter().any(|word| line.starts_with(word));
            if line == "Body" || is_form || line.contains('/') && line.is_ascii() && !line.contains(' ') {
                if let Some(draft) = self.drafts.last_mut().filter(|_| side == Side::Request) {
                    draft.call.takes(line);
                }
                return 1;
            }
            if cells::begins(self.blocks, at) {
                let mut end = at;
                let flats = cells::read(self.blocks, &mut end);
                flats.into_iter().for_each(|flat| self.flat(flat, side, place));
                return end.saturating_sub(at).max(1);
            }
            if let Some(columns) =
                self.columns.clone().filter(|columns| row::of_line(text, columns, &|_| false).is_some())
            {
                self.line_row(text, &columns, side, place);
                return 1;
            }
            if place == Some(Place::Header) && self.header(text) || mark == Mark::Bullet && self.media(line) {
                return 1;
            }
        }
        if let Some(page) = self.address(at, line).filter(|_| self.page.is_none()) {
            if let Some(draft) = self.drafts.last_mut() {
                draft.call.page = Some(page.clone());
            }
            self.page = Some(page);
            return 1;
        }
        self.left_over(at, text, mark);
        1
    }

    /// A line that belongs to nothing: the title of what follows, what is said of it, or left out.
    pub(super) fn left_over(&mut self, at: usize, text: &Text, mark: Mark) {
        let line = text.as_str().trim();
        let next = self.blocks.get(at + 1);
        let below = next.and_then(Block::line);
        let is_short = line.chars().count() < 60 && !line.ends_with(['。', '.', ';', '；']);
        let is_above = below.is_some_and(|next| {
            heading::read(next).is_some() || heading::with_value(next).is_some() || super::STATES.contains(&next)
        });
        let is_call = call(self.blocks, at + 1).is_some();
        let first = self.drafts.is_empty();
        let may_be = is_short && mark != Mark::Bullet && (is_call || !self.is_about());
        if may_be && (is_above || is_call || mark == Mark::Heading) {
            self.title = Some(text.clone());
            self.about.clear();
        } else if self.is_about() && (first || self.title.is_some()) && self.about.len() < 20 {
            self.about.extend(Some(help::plain(line)).filter(|line| !line.is_empty()));
        } else if let Some(draft) = self.drafts.last_mut().filter(|draft| draft.is_new() && line.ends_with('。')) {
            // A sentence below the address, before any field.
            draft.call.help.push_str(&help::plain(line));
        } else {
            let place = text.trim().place();
            match &mut self.left {
                Some((span, _)) => span.end = place.end.max(span.end),
                None => self.left = Some((place, line.to_owned())),
            }
        }
    }

    pub(super) fn is_about(&self) -> bool {
        // Behind `简要描述`, and not at the top of the page.
        self.section == Heading::Other && self.columns.is_none() && (self.title.is_some() || self.is_begun)
    }

    /// Takes in what stands below a heading, or behind it: an address, a method, a title.
    pub(super) fn said(&mut self, text: &Text) -> bool {
        let line = text.as_str().trim().trim_matches(['`', '*', ' ', '\u{a0}']);
        let is_whole = |draft: &Draft| !draft.call.method.is_empty() && !draft.call.path.is_empty();
        if self.section == Heading::Method && self.drafts.last().is_none_or(is_whole) {
            self.method = method_in(line);
            return self.method.is_some();
        }
        let Some(draft) = self.drafts.last_mut() else {
            if self.section == Heading::Title {
                self.title = Some(text.clone());
            }
            return self.section == Heading::Title;
        };
        match self.section {
            Heading::Url => {
                let method = METHODS.iter().find(|method| line.to_ascii_uppercase().starts_with(&format!("{method} ")));
                if let Some(method) = method {
                    draft.call.method = method.to_ascii_lowercase();
                }
                let from = line.find("http://").or_else(|| line.find("https://")).or_else(|| line.find("{{"));
                let from = from.or_else(|| line.find('/').filter(|at| *at == 0 || line[..*at].ends_with(' ')));
                let from = from.or_else(|| (line.contains('/') && !line.contains(' ')).then_some(0));
                let Some(from) = from.filter(|_| draft.call.path.is_empty()) else { return false };
                let url = line[from..]
                    .split(|char: char| char.is_whitespace() || "`，。）".contains(char))
                    .next()
                    .unwrap_or_default();
                draft.call.address(url, text.trim().place(), self.notes);
                true
            }
            Heading::Method => {
                let found = method_in(line);
                if let Some(method) = found {
                    draft.call.method = method.to_ascii_lowercase();
                }
                draft.call.takes(line);
                found.is_some()
            }
            Heading::Title => {
                draft.call.title = line.to_owned();
                true
            }
            _ => false,
        }
    }

    /// A header in a list: `X-TOKEN: 后台获取`.
    pub(super) fn header(&mut self, text: &Text) -> bool {
        let source = text.as_str();
        let Some((at, colon)) = source.char_indices().find(|(_, char)| matches!(char, ':' | '：')) else {
            return false;
        };
        let name = source[..at].trim().trim_matches(['`', '*', ' ']);
        let is_name = !name.is_empty() && name.chars().all(|char| char.is_ascii_alphanumeric() || "_-".contains(char));
        let value = source[at + colon.len_utf8()..].trim();
        if is_name {
            let span = text.trim().place();
            let flat = Flat { name: name.to_owned(), place: Some(Place::Header), span, ..Flat::default() };
            // What is in words says what to write; anything else is what is written.
            let flat = match value.is_ascii() {
                true => Flat { example: Some(value.to_owned()).filter(|value| !value.is_empty()), ..flat },
                false => Flat { help: vec![help::plain(value)], ..flat },
            };
            self.flat(flat, Side::Request, Some(Place::Header));
        }
        is_name
    }

    pub(super) fn media(&mut self, line: &str) -> bool {
        let says = ["application/json", "form-data", "x-www-form-urlencoded"].iter().any(|media| line.contains(media));
        if let Some(draft) = self.drafts.last_mut().filter(|_| says) {
            draft.call.takes(line);
        }
        says
    }

    /// The address of the page itself: alone on its line, above the call or where it is said to be.
    pub(super) fn address(&self, at: usize, line: &str) -> Option<String> {
        let is_url =
            (line.starts_with("https://") || line.starts_with("http://")) && !line.contains(char::is_whitespace);
        let above = at.checked_sub(1).and_then(|at| self.blocks[at].line()).unwrap_or_default();
        let is_said = ["文档地址", "原文", "来源", "文档链接", "网址"].iter().any(|word| above.contains(word));
        (is_url && line.len() < 500 && (is_said || self.drafts.is_empty())).then(|| line.to_owned())
    }
}

/// The first method that a line names.
fn method_in(line: &str) -> Option<&'static str> {
    let upper = line.to_ascii_uppercase();
    METHODS.iter().filter_map(|method| Some((upper.find(method)?, *method))).min().map(|(_, method)| method)
}
