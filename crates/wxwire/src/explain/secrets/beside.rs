//! Credentials that are told by what stands beside them: by their name in another attribute or element of markup, by the name of
//! the list that they are in, by the kind of their object.

use std::collections::BTreeSet;

use super::{Line, Title, WORDS, last_name, names, way};
use crate::layer::document::Layer;
use crate::secret::{self, Scope};

/// Finds them.
pub(super) fn find(lines: &mut [Line], payload: &[u8], start: usize) {
    in_place(lines, payload, start);
    in_opened(lines);
    let kinds: BTreeSet<String> = lines.iter().filter_map(of_secrets).map(String::from).collect();
    let is_of_kind = |line: &Line| {
        let inside = ["/data/", "/stringData/"].iter().flat_map(|name| line.path.match_indices(name));
        inside.into_iter().any(|(at, _)| kinds.contains(&line.path[..at])) && secret::can_be(&line.value)
    };
    for line in lines.iter_mut().filter(|line| !line.secret) {
        if is_listed(line) || !kinds.is_empty() && is_of_kind(line) {
            tell(line);
        }
    }
}

fn tell(line: &mut Line) {
    (line.secret, line.opened, line.meaning) = (true, false, None);
    line.title = Some(Title::Words(WORDS));
}

/// Those that the payload as a whole shows, by where they stand in it.
fn in_place(lines: &mut [Line], payload: &[u8], start: usize) {
    let Ok(text) = std::str::from_utf8(payload) else { return };
    let places = secret::placed(text);
    let is_hidden = |line: &Line| {
        let Some(at) = line.span.start.checked_sub(start) else { return false };
        let next = places.partition_point(|place| place.end <= at);
        places.get(next).is_some_and(|place| place.start <= at && line.span.end - start <= place.end)
    };
    let of_json = lines.iter_mut().filter(|line| line.layer == Layer::Json && !line.path.contains('!'));
    for line in of_json.filter(|line| !line.secret && !line.value.is_empty() && !line.span.is_empty()) {
        if is_hidden(line) {
            tell(line);
        }
    }
}

/// Those that a text shows that was opened, as it reads.
fn in_opened(lines: &mut [Line]) {
    for at in 1..lines.len() {
        let (before, rest) = lines.split_at_mut(at);
        let opened = &before[at - 1];
        if !opened.opened || !matches!(rest[0].layer, Layer::Xml | Layer::Json | Layer::Query) {
            continue;
        }
        let mut places = secret::placed(&opened.value);
        if rest[0].layer == Layer::Xml {
            places.extend(secret::ranges(&opened.value));
        }
        let found: BTreeSet<&str> = places.into_iter().map(|range| &opened.value[range]).collect();
        let inside = rest.iter_mut().take_while(|line| !found.is_empty() && way(opened, &line.path).is_some());
        for line in inside.filter(|line| !line.opened && !line.secret) {
            if !line.value.is_empty() && found.contains(line.value.as_str()) {
                tell(line);
            }
        }
    }
}

/// The object that a line says is one of secrets.
fn of_secrets(line: &Line) -> Option<&str> {
    line.path.strip_suffix("/kind").filter(|_| line.value == "Secret")
}

/// Whether a line is an item of a list of secrets, and looks like one.
fn is_listed(line: &Line) -> bool {
    let is_item = names(&line.path).last().is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_digit()));
    let many = if is_item { last_name(&line.path).unwrap_or_default() } else { "" };
    let one = many.strip_suffix(['s', 'S']);
    one.is_some_and(|one| matches!(secret::find(one), Some(Scope::Anywhere | Scope::Ending)))
        && secret::is_token(&line.value)
}
