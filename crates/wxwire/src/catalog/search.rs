//! Finding one of many calls: by words, or by an id that is nearly right.

use super::entries;
use crate::near::distance;
use crate::operation::Entry;
use crate::schema::Shape;

/// The calls that have every one of some words, white space between them, in their ids, titles, sections, paths or fields:
/// those that have them in their names first.
pub fn search(words: &str) -> Vec<&'static Entry> {
    let words: Vec<_> = words.split_whitespace().map(str::to_lowercase).collect();
    let ranked = entries().filter_map(|entry| Some((rank(entry, &words)?, entry)));
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

/// How far from its names the words are found; `None` where one is found nowhere.
fn rank(entry: &Entry, words: &[String]) -> Option<usize> {
    let names = [entry.id, entry.title.zh, entry.title.en].map(str::to_lowercase);
    let around = [entry.gateway.title.zh, entry.gateway.title.en, entry.section.title.zh, entry.section.title.en];
    let around: Vec<_> = around.iter().chain([&entry.path]).map(|text| text.to_lowercase()).collect();
    let has = |texts: &[String], word: &String| texts.iter().any(|text| text.contains(word.as_str()));
    // The schema is compiled for who asks for what the names do not have.
    let mut fields = None;
    let place = |word: &String| match word {
        word if has(&names, word) => Some(0),
        word if has(&around, word) => Some(1),
        word => has(fields.get_or_insert_with(|| field_names(entry)), word).then_some(2),
    };
    words.iter().map(place).try_fold(0, |sum, place| Some(sum + place?))
}

/// The names of all its fields, at any depth.
fn field_names(entry: &Entry) -> Vec<String> {
    let objects = entry
        .schema()
        .rules()
        .filter_map(|rule| if let Shape::Object(object) = &rule.shape { Some(object) } else { None });
    let fields = objects.flat_map(|object| {
        object
            .fields
            .iter()
            .chain(object.tag.iter().flat_map(|tag| tag.variants.iter().flat_map(|variant| &variant.fields)))
    });
    fields.map(|field| field.name.to_lowercase()).collect()
}

/// The calls whose ids are most like one that is none, best first; few.
pub fn near(id: &str) -> Vec<&'static Entry> {
    const FEW: usize = 8;
    let (id, route) = (id.to_lowercase(), id.rsplit('.').next().unwrap_or(id).to_lowercase());
    let score = |entry: &Entry| {
        let own = entry.id.rsplit('.').next().unwrap_or_default();
        let apart = distance(&route, own, 8);
        // A part that is right says as much as a letter that is wrong.
        let is_part = route.len() > 2 && (own.contains(&route) || route.contains(own));
        let gateway = usize::from(!id.starts_with(&format!("{}.", entry.gateway.name)));
        let close = apart <= 2 + own.len() / 4;
        (is_part || close).then(|| (if is_part { apart.min(3) } else { apart }) + gateway)
    };
    let mut near: Vec<_> = entries().filter_map(|entry| Some((score(entry)?, entry))).collect();
    near.sort_by_key(|(score, _)| *score);
    near.into_iter().take(FEW).map(|(_, entry)| entry).collect()
}
