//! Finding one of many calls: by words, or by an id that is nearly right.

use super::{entries, wording};
use crate::near::distance;
use crate::operation::Entry;
use crate::schema::Shape;

/// The calls that have every one of some words, white space between them, in their ids, titles, sections, paths, kinds or
/// fields, or other words for the same there: those that have them in their names first. Where none has them, Chinese words are
/// parted.
pub fn search(words: &str) -> Vec<&'static Entry> {
    let words: Vec<_> = words.split_whitespace().map(str::to_lowercase).collect();
    let found = ranked(&words);
    if !found.is_empty() {
        return found;
    }
    let parted = words.iter().flat_map(|word| wording::parts(word).unwrap_or(vec![word.as_str()]));
    let parted: Vec<_> = parted.map(str::to_owned).collect();
    if parted == words { found } else { ranked(&parted) }
}

fn ranked(words: &[String]) -> Vec<&'static Entry> {
    let mut ranked: Vec<_> = entries().filter_map(|entry| Some((rank(entry, words)?, entry))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

/// How far from its names the words are found; `None` where one is found nowhere.
fn rank(entry: &Entry, words: &[String]) -> Option<usize> {
    let names = [entry.id, entry.title.zh, entry.title.en].map(str::to_lowercase);
    let around = [entry.gateway.title.zh, entry.gateway.title.en, entry.section.title.zh, entry.section.title.en];
    let mut around: Vec<_> = around.iter().chain([&entry.path]).map(|text| text.to_lowercase()).collect();
    around.push(wording::others(&names.join(" ")));
    let has = |texts: &[String], word: &String| texts.iter().any(|text| text.contains(word.as_str()));
    // The schema is compiled for who asks for what the names do not have.
    let mut fields = None;
    let place = |word: &String| match word {
        word if has(&names, word) => Some(0),
        word if has(&around, word) => Some(1),
        word => has(fields.get_or_insert_with(|| inside(entry)), word).then_some(2),
    };
    words.iter().map(place).try_fold(0, |sum, place| Some(sum + place?))
}

/// The kinds of its values, and the names of all its fields, at any depth.
fn inside(entry: &Entry) -> Vec<String> {
    let kinds = wording::kinds(entry).join(" ").to_lowercase();
    let others = wording::others(&kinds);
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
    fields.map(|field| field.name.to_lowercase()).chain([kinds, others]).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_called_otherwise_is_found() {
        for (words, id) in [
            ("文本", "wecom.webhook_send"),
            ("文字", "gewe.message_post_text"),
            ("发文字", "gewe.message_post_text"),
            ("发送图片", "gewe.message_post_image"),
            ("wecom 撤回", "wecom.message_recall"),
            ("企业微信发文件", "wecom.message_send"),
            ("revoke", "wecom.message_recall"),
            ("template card", "wecom.webhook_send"),
            ("朋友圈", "gewe.sns_upload_sns_image"),
        ] {
            let found: Vec<_> = search(words).into_iter().map(|entry| entry.id).collect();
            assert!(found.contains(&id) && found.len() < 150, "{words}: {found:?}");
        }
        assert!(search("没有这样的东西").is_empty() && search("no_such_thing").is_empty());
        // What has the words in its names stands before what is called otherwise.
        assert!(search("recall")[0].id.contains("recall"));
    }
}
