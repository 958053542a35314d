//! The texts that are one sign away and are JSON.
//!
//! One sign of structure (`" : , { } [ ]`) is put in, taken away or exchanged, at every place of the text at once: what stands
//! before the place is read from the front, what stands behind it was read from the back, and the two must meet in the same
//! brackets. A quote turns all that is behind it inside out, so the text is cut into tokens twice, from outside and from inside
//! a string. Each place is looked at once, which makes it linear.
//!
//! A repair that leads to other JSON than one of these is a guess, and where there are several, so is each of them.

mod behind;
mod grammar;
mod token;

use behind::Behind;
use grammar::{Place, Stacks};
use token::{BROKEN, OTHER, STRING, Token, tokens};

/// Longer texts are not looked at: what is known of each token takes memory.
pub(super) const MAX_TEXT: usize = 8 << 20;

/// Of more changes, nobody asks.
const MAX_CHANGES: usize = 8;

/// The signs of structure, without the quote.
const SIGNS: [u8; 6] = *b":,{}[]";

/// A change of one sign that makes JSON of a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Change {
    pub(super) at: usize,
    /// What stands there now is no part of it.
    pub(super) takes: bool,
    /// What is put there.
    pub(super) sign: Option<u8>,
}

impl Change {
    pub(super) fn apply(self, text: &str) -> String {
        let sign = self.sign.map(char::from);
        let behind = self.at + usize::from(self.takes);
        let mut out = text.get(..self.at).unwrap_or_default().to_owned();
        out.extend(sign);
        out + text.get(behind..).unwrap_or_default()
    }
}

/// Whether two texts are the same JSON, white space aside.
pub(super) fn are_same(left: &str, right: &str) -> bool {
    fn parts(text: &str) -> impl Iterator<Item = &str> {
        tokens(text, false).into_iter().map(|token| &text[token.range()])
    }
    parts(left).eq(parts(right))
}

/// The changes of one sign that make JSON of a text, at most a few, in their order.
pub(super) fn changes(text: &str) -> Vec<Change> {
    if text.len() > MAX_TEXT {
        return vec![];
    }
    let mut stacks = Stacks::default();
    let (outside, inside) = (tokens(text, false), tokens(text, true));
    let behind = Behind::of(&outside, &mut stacks);
    let turned = Behind::of(&inside, &mut stacks);
    let bytes = text.bytes().enumerate();
    let controls = bytes.filter(|(_, byte)| *byte < b' ').map(|(at, _)| at as u32).collect();
    let mut search = Search { text, outside, inside, behind, turned, controls, stacks, found: vec![] };
    search.run();
    search.found
}

/// The length of the JSON that a text begins with, where there is some, and how much was read to tell.
pub(super) fn length(text: &str) -> (Option<usize>, usize) {
    let (mut stacks, mut place, mut at) = (Stacks::default(), Place::first(), 0);
    loop {
        let Some(token) = token::next(text, at) else { return (None, text.len()) };
        at = token.end();
        match stacks.next(place, token.kind) {
            Some(next) if next.is_end() => return (Some(at), at),
            Some(next) => place = next,
            None => return (None, at),
        }
    }
}

struct Search<'a> {
    text: &'a str,
    outside: Vec<Token>,
    inside: Vec<Token>,
    /// What the rest of the text needs, token by token, and what it needs turned inside out.
    behind: Behind,
    turned: Behind,
    /// Where control characters stand, which no string may hold.
    controls: Vec<u32>,
    stacks: Stacks,
    found: Vec<Change>,
}

impl Search<'_> {
    fn run(&mut self) {
        let (mut place, mut last, mut end) = (Place::first(), OTHER, 0);
        for index in 0..=self.outside.len() {
            let token = self.outside.get(index).copied();
            self.put_in(index, token, place, end);
            let Some(token) = token.filter(|_| self.found.len() < MAX_CHANGES) else { return };
            match token.kind {
                STRING | BROKEN => self.string(token, place),
                OTHER if self.text.as_bytes()[token.start()] == b'"' => self.string(token, place),
                kind if SIGNS.contains(&kind) => self.sign(index, token, place, last),
                _ => {}
            }
            let Some(next) = self.stacks.next(place, token.kind) else { return };
            (place, last, end) = (next, token.kind, token.end());
        }
    }

    fn note(&mut self, at: usize, takes: bool, sign: Option<u8>) {
        self.found.push(Change { at, takes, sign });
    }

    /// A sign before a token. Beside its like it is one change, whichever side it is put on.
    fn put_in(&mut self, index: usize, token: Option<Token>, place: Place, end: usize) {
        for sign in SIGNS {
            let next = self.stacks.next(place, sign).filter(|_| token.is_none_or(|token| token.kind != sign));
            if next.is_some_and(|next| self.behind.fits(index, next)) {
                self.note(end, false, Some(sign));
            }
        }
        let at = token.map_or(self.text.len(), |token| token.start());
        // Two quotes side by side are one string, whichever was there: `string` puts the second in.
        let is_quote = self.text.as_bytes().get(at) == Some(&b'"');
        if !is_quote && self.begins_string(at, place) {
            self.note(at, false, Some(b'"'));
        }
    }

    /// A sign taken away, or exchanged.
    fn sign(&mut self, index: usize, token: Token, place: Place, last: u8) {
        if last != token.kind && self.behind.fits(index + 1, place) {
            self.note(token.start(), true, None);
        }
        for sign in SIGNS.into_iter().filter(|sign| *sign != token.kind) {
            let next = self.stacks.next(place, sign);
            if next.is_some_and(|next| self.behind.fits(index + 1, next)) {
                self.note(token.start(), true, Some(sign));
            }
        }
        if self.begins_string(token.end(), place) {
            self.note(token.start(), true, Some(b'"'));
        }
    }

    /// The first control character from a place on.
    fn control_behind(&self, at: usize) -> usize {
        let next = self.controls.partition_point(|control| (*control as usize) < at);
        self.controls.get(next).map_or(self.text.len(), |control| *control as usize)
    }

    /// Whether a string that begins before a place ends where the rest can be read.
    fn begins_string(&mut self, at: usize, place: Place) -> bool {
        let Some(last) = self.inside.partition_point(|token| token.start() < at.max(1)).checked_sub(1) else {
            return false;
        };
        let string = self.inside[last];
        let is_one = string.is_quoted() && at < string.end() && self.control_behind(at) >= string.end();
        let next = self.stacks.next(place, STRING).filter(|_| is_one);
        next.is_some_and(|next| self.turned.fits(last + 1, next))
    }

    /// The quotes of a string, and the places in it where it could end.
    fn string(&mut self, token: Token, place: Place) {
        let start = token.start();
        let first = self.inside.partition_point(|one| one.start() <= start);
        if self.turned.fits(first, place) {
            self.note(start, true, None);
        }
        for sign in SIGNS {
            let next = self.stacks.next(place, sign);
            if next.is_some_and(|next| self.turned.fits(first, next)) {
                self.note(start, true, Some(sign));
            }
        }
        let Some(next) = self.stacks.next(place, STRING) else { return };
        let from = first.max(self.turned.from().saturating_sub(1));
        let (control, mut end) = (self.control_behind(start), start + 1);
        for index in from..self.inside.len() {
            let one = self.inside[index];
            if one.start() >= token.end() || end > control || self.found.len() >= MAX_CHANGES {
                break;
            }
            if one.is_quoted() {
                // Where this string ends, the other begins: as one, they reach to its end.
                let is_end = one.start() + 1 == token.end() && control >= one.end();
                if is_end && self.turned.fits(index + 1, next) {
                    self.note(one.start(), true, None);
                }
            } else if SIGNS.contains(&one.kind) {
                if self.turned.fits(index, next) {
                    self.note(one.start().min(control), false, Some(b'"'));
                }
                if one.start() < control && self.turned.fits(index + 1, next) {
                    self.note(one.start(), true, Some(b'"'));
                }
            }
            end = one.end();
        }
    }
}

#[cfg(test)]
mod tests;
