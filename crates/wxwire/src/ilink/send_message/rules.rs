//! What a part of a message needs to be shown. All but the first rule was measured.

use crate::ilink::item::MEMBERS;
use crate::layer::json::{Kind, Value};
use crate::problem::{Code, Problem, Source};

/// The letters of a key that is base64 of hexadecimal.
const KEY: usize = 44;

pub(super) fn check(item: Value<'_>, problems: &mut Vec<Problem>) {
    let Some(kind) = item.get("type") else { return };
    let Some((number, member)) = MEMBERS.into_iter().find(|(number, _)| kind.as_i64() == Some(*number)) else { return };
    let Some(held) = item.get(member) else {
        let path = format!("{}/{member}", item.pointer());
        return problems.push(Problem::new(Code::Required).at(path).span(item.span()).source(Source::Inferred));
    };
    // Taken in, and shown to nobody.
    if matches!(number, 3 | 11 | 12) {
        problems.push(Problem::new(Code::Ignored).on(kind).source(Source::Observed));
    }
    let media = ["media", "thumb_media"].into_iter().filter_map(|name| held.get(name));
    media.filter(|media| media.kind() == Kind::Object).for_each(|media| file(media, problems));
}

fn file(media: Value<'_>, problems: &mut Vec<Problem>) {
    let report = |code, value: Value<'_>| Problem::new(code).on(value).source(Source::Observed);
    if let Some(key) = media.get("aes_key").filter(|key| key.as_str().is_some_and(|key| key.len() < KEY)) {
        problems.push(report(Code::WrongForm, key).expected("base64(hex)").found(key.inner()));
    }
    if let Some(kind) = media.get("encrypt_type").filter(|kind| kind.as_i64() == Some(0)) {
        problems.push(report(Code::UnknownValue, kind).found("0").expected("1"));
    }
    // A message with what only received ones have fails.
    let read_only = media.members().find(|(name, _)| name.is_str("full_url"));
    problems.extend(read_only.map(|(name, _)| report(Code::UnknownField, name)));
}
