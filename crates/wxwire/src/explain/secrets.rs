//! Credentials in what is explained: known by their names, and shown nowhere.

mod beside;

use std::borrow::Cow;

use memchr::memmem::Finder;

use super::{Line, Title};
use crate::lang::Words;
use crate::layer::document::{Layer, Leaf};
use crate::layer::hex::hex;
use crate::named::Named;
use crate::order;
use crate::secret::{self, LEAST, MASK, Scope};

/// So many different credentials are looked for in the values beside them. Those behind are still masked where they stand
/// under their own name, and so is every text that holds them.
const MAX_SECRETS: usize = 32;

/// The longest name that stands for a value.
const LONGEST_VARIABLE: usize = 128;

/// What a credential is called where nothing else is known of it.
pub(super) const WORDS: Words = Words::new("凭据，不显示", "a credential, not shown");

/// The beginning of the last path, up to its last name, where none of the names in it is one of a secret: values that stand
/// beside each other have the same.
#[derive(Debug, Default)]
pub(super) struct Beginning(String);

impl Beginning {
    /// Whether the value of a leaf is a secret: by its own name or that of anything that it is a part of. `address` is the
    /// whole address, where it is a parameter of one.
    pub(super) fn is_of_secret(&mut self, leaf: &Leaf<'_>, value: &str, address: Option<&str>) -> bool {
        // Whoever has the signature of a token has the token.
        if leaf.layer == Layer::Jwt && leaf.path.ends_with("!jwt/signature") && !value.is_empty() {
            return true;
        }
        let rest = leaf.path.strip_prefix(self.0.as_str()).unwrap_or(leaf.path);
        let mut scopes = names(rest).filter_map(|name| secret::find(name.trim_start_matches('@'))).peekable();
        if scopes.peek().is_none() {
            let end = rest.bytes().rposition(is_end).map_or(0, |end| end + 1);
            let known = leaf.path.len() - rest.len();
            self.0.truncate(known);
            self.0.push_str(&leaf.path[self.0.len()..known + end]);
            return false;
        }
        let hides = |scope| match scope {
            Scope::Anywhere | Scope::Ending => !address.is_some_and(secret::is_file),
            Scope::NotXml => leaf.layer != Layer::Xml,
            Scope::Query(path) => address.is_some_and(|address| address.contains(path)),
            Scope::Nowhere => false,
        };
        let is_variable = || value.len() <= LONGEST_VARIABLE && secret::is_variable(value);
        let is_said = || {
            let named = || names(leaf.path).filter(|name| secret::find(name.trim_start_matches('@')).is_some()).last();
            let name = names(leaf.path).find(|name| secret::is_password(name)).or_else(named);
            secret::is_said(name.unwrap_or_default(), value)
        };
        scopes.any(hides) && secret::can_be(value) && !is_variable() && !is_said()
    }
}

/// The names on a path, those of twins without their number.
fn names(path: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(path);
    std::iter::from_fn(move || {
        let step = rest?;
        let end = step.bytes().position(is_end);
        rest = end.map(|end| &step[end + 1..]);
        let step = &step[..end.unwrap_or(step.len())];
        Some(step.bytes().position(|byte| byte == b'[').map_or(step, |end| &step[..end]))
    })
}

/// Whether a byte of a path ends a name.
fn is_end(byte: u8) -> bool {
    matches!(byte, b'/' | b'!')
}

/// Finds those that stand beside their name; the values of records that name a header or a parameter beside its value: `{"name": "…", "value": "…"}`, and of
/// pairs of the two: `["…", "…"]`.
/// `payload` is the bytes that the lines are of, which begin at `start` in the source.
pub(super) fn find_records(lines: &mut Vec<Line>, payload: &[u8], start: usize) {
    beside::find(lines, payload, start);
    // What an object names, and where its value stands, by its path; whether it is a list of more than two.
    let mut records: Named<'_, (bool, Option<usize>, bool)> = Named::default();
    for (at, line) in lines.iter().enumerate() {
        let object = |name: &str| line.path.strip_suffix(name);
        if let Some(object) = object("/value").or_else(|| object("/1")) {
            records.entry(object).1 = Some(at);
        } else if let Some(list) = object("/2") {
            records.entry(list).2 = true;
        } else if let Some(object) = object("/name").or_else(|| object("/key")).or_else(|| object("/0"))
            && matches!(secret::find(&line.value), Some(Scope::Anywhere | Scope::Ending))
        {
            records.entry(object).0 = true;
        }
    }
    let named = records.values().iter().filter(|(named, _, is_list)| *named && !is_list);
    let values: Vec<_> = named.filter_map(|(_, at, _)| *at).chain(in_turn(lines)).collect();
    for &at in &values {
        let line = &mut lines[at];
        if secret::can_be(&line.value) {
            (line.secret, line.opened, line.meaning) = (true, false, None);
            line.title = Some(Title::Words(WORDS));
        }
    }
    if !values.is_empty() {
        // What is inside of them is theirs.
        let mut last: Option<String> = None;
        lines.retain(|line| {
            let inside =
                last.as_ref().is_some_and(|last| line.path.strip_prefix(last).is_some_and(|way| way.starts_with('!')));
            if line.secret {
                last = Some(line.path.clone());
            }
            !inside
        });
    }
}

/// The values of a list that has names and values in turn, as a server keeps the head of a request: `["…", "…", "…", "…"]`. A list
/// of names has no values, so what stands there must look like a secret.
fn in_turn(lines: &[Line]) -> impl Iterator<Item = usize> {
    let item = |line: &'_ Line| {
        let (list, number) = line.path.rsplit_once('/')?;
        Some((list.len(), number.parse::<usize>().ok()?))
    };
    let is_value = move |name: &Line, value: &Line| {
        let Some(((list, number), (own, next))) = item(name).zip(item(value)) else { return false };
        let is_next = number % 2 == 0 && next == number + 1 && list == own && name.path[..list] == value.path[..own];
        is_next
            && secret::is_key(&value.value)
            && matches!(secret::find(&name.value), Some(Scope::Anywhere | Scope::Ending))
    };
    let pairs = lines.windows(2).enumerate();
    pairs.filter(move |(_, pair)| is_value(&pair[0], &pair[1])).map(|(at, _)| at + 1)
}

/// The credentials that were found, longest first: none leaves the end of another behind. Each is looked for in every line, so
/// what the search of it takes is made once.
pub(super) struct Secrets(Vec<(String, Finder<'static>)>);

impl Secrets {
    /// Those that stand under their own name.
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut found: Vec<String> = Vec::new();
        for line in lines.iter().filter(|line| line.secret && line.value.len() >= LEAST) {
            if found.len() < MAX_SECRETS && !found.contains(&line.value) {
                found.push(line.value.clone());
            }
        }
        Self::longest_first(found)
    }

    /// Those that a text names, wherever in it.
    pub(super) fn in_text(text: &str) -> Self {
        let mut found: Vec<String> = Vec::new();
        for value in
            secret::places(text).into_iter().filter_map(|range| text.get(range)).filter(|value| value.len() > LEAST)
        {
            let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
            if found.len() < MAX_SECRETS && !is_number && !found.iter().any(|one| one == value) {
                found.push(value.to_owned());
            }
        }
        Self::longest_first(found)
    }

    fn longest_first(mut found: Vec<String>) -> Self {
        order::sort_by_key(&mut found, |secret| (usize::MAX - secret.len(), 0));
        let known = |secret: String| {
            let finder = Finder::new(&secret).into_owned();
            (secret, finder)
        };
        Self(found.into_iter().map(known).collect())
    }

    /// Masks them where the text names them, and what is one as a whole is told as one.
    pub(super) fn hide(&self, lines: &mut [Line]) {
        if self.0.is_empty() {
            return;
        }
        let is_one = |line: &Line| self.0.iter().any(|(secret, _)| *secret == line.value);
        for line in lines.iter_mut().filter(|line| !line.secret && is_one(line)) {
            (line.secret, line.meaning, line.title) = (true, None, Some(Title::Words(WORDS)));
        }
        self.mask(lines);
    }

    /// A text with each of them masked, and how many times one was. Only plain ones are looked for: values are shown as
    /// they read, and no choice of values makes the search slow.
    pub(super) fn masked(&self, text: String) -> (String, usize) {
        // Most values are shorter than any secret.
        let length = text.len();
        let may_be = self.0.iter().filter(|(secret, _)| secret.len() <= length);
        may_be.fold((text, 0), |(text, found), (secret, finder)| match finder.find_iter(text.as_bytes()).count() {
            0 => (text, found),
            more => (text.replace(secret, MASK), found + more),
        })
    }

    /// Masks them in all lines. A text that was opened is shown where every credential that it holds was found in it; where
    /// one stands there in another spelling, as in base64, nothing of the text is.
    pub(super) fn mask(&self, lines: &mut [Line]) {
        let mut open: Vec<usize> = Vec::new();
        let mut found = vec![0_usize; lines.len()];
        let mut held = vec![0_usize; lines.len()];
        for (at, count) in found.iter_mut().enumerate() {
            let (before, rest) = lines.split_at_mut(at);
            let line = &mut rest[0];
            open.retain(|&one| way(&before[one], &line.path).is_some());
            let value = std::mem::take(&mut line.value);
            (line.value, *count) = if line.secret { (MASK.to_owned(), 1) } else { self.masked(value) };
            if line.opened {
                open.push(at);
                continue;
            }
            for &one in open.iter().filter(|_| *count > 0) {
                let plain =
                    way(&before[one], &line.path).is_some_and(|way| !ENCODED.iter().any(|layer| way.contains(layer)));
                held[one] = held[one].saturating_add(if plain { *count } else { usize::MAX });
            }
        }
        for (line, _) in lines.iter_mut().zip(found.iter().zip(&held)).filter(|(_, (found, held))| held > found) {
            line.value = MASK.to_owned();
        }
    }
}

/// Blots out the credentials in the source of some lines, in each place where they stand as they do under their own name; and
/// all of a value in which one stands in another spelling, as in base64.
pub(super) fn blot(lines: &[Line], source: &mut [u8]) {
    let mut own: Vec<Vec<u8>> = Vec::new();
    for line in lines.iter().filter(|line| line.secret) {
        let Some(value) = source.get(line.span.clone()) else { continue };
        if value.len() >= LEAST && own.len() < MAX_SECRETS && !own.iter().any(|one| one == value) {
            own.push(value.to_vec());
        }
    }
    order::sort_by_key(&mut own, |secret| (usize::MAX - secret.len(), 0));
    for line in lines.iter().filter(|line| line.secret) {
        source[line.span.clone()].fill(b'*');
    }
    let mut again: Vec<(usize, usize)> = Vec::new();
    for secret in &own {
        let found: Vec<usize> = Finder::new(secret).find_iter(source).collect();
        for at in found {
            source[at..at + secret.len()].fill(b'*');
            again.push((at, at + secret.len()));
        }
    }
    order::sort_by_key(&mut again, |place| *place);
    let is_plain = |line: &Line| {
        let next = again.partition_point(|(_, end)| *end <= line.span.start);
        again.get(next).is_some_and(|(start, _)| *start < line.span.end)
    };
    let is_masked = |line: &&Line| !line.secret && (!line.opened || line.value == MASK) && line.value.contains(MASK);
    for line in lines.iter().filter(is_masked).filter(|line| !is_plain(line)) {
        // What stands under the name of a secret within a text is found there by whoever shows it.
        if ENCODED.iter().any(|layer| line.path.contains(layer)) || line.value == MASK {
            source[line.span.clone()].fill(b'*');
        }
    }
}

/// Masks the texts that were opened and not read to their end, which is at this path: what stands behind it is not known.
pub(super) fn mask_unread(lines: &mut [Line], path: &str) {
    for line in lines.iter_mut().filter(|line| line.opened && way(line, path).is_some()) {
        line.value = MASK.to_owned();
    }
}

/// Hides what stands in any text under the name of a secret: in an address, a command, a line of a log, JSON that is broken.
pub(super) fn mask_texts(lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|line| !line.secret) {
        if last_name(&line.path).is_some_and(secret::is_key_name) && secret::is_key(&line.value) {
            line.value = MASK.to_owned();
        } else if let Cow::Owned(masked) = secret::masked_with_keys(&line.value) {
            line.value = masked;
        }
    }
}

/// Hides the same in a text that is shown as bytes, for its control characters: in hexadecimal, stars where it stands.
pub(super) fn mask_bytes(lines: &mut [Line], source: &[u8]) {
    for line in lines.iter_mut().filter(|line| !line.secret && line.value.len() == 2 * line.span.len()) {
        let text = source.get(line.span.clone()).and_then(|bytes| std::str::from_utf8(bytes).ok());
        if let Some(text) = text.filter(|text| secret::may_hold(text) && hex(text.as_bytes()) == line.value) {
            line.value = hex(secret::blotted(text).as_bytes());
        }
    }
}

/// The last name on a path that is no number.
fn last_name(path: &str) -> Option<&str> {
    let mut rest = path;
    loop {
        let before = rest.bytes().rposition(is_end);
        let name = names(before.map_or(rest, |end| &rest[end + 1..])).next()?;
        if !name.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(name);
        }
        rest = &rest[..before?];
    }
}

/// The layers in which no text stands as it reads.
const ENCODED: [&str; 9] =
    ["!base64", "!protobuf", "!hex", "!gzip", "!deflate", "!utf16", "!gb18030", "!delimited", "!der"];

/// The way from a text that was opened to a value inside.
pub(super) fn way<'p>(opened: &Line, path: &'p str) -> Option<&'p str> {
    path.strip_prefix(opened.path.as_str()).filter(|way| way.starts_with('!'))
}

#[cfg(test)]
mod tests;
