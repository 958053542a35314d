//! Replies with a code of its own for each part: `"customer": [{"external_userid": "…", "errcode": 40096}, …]`.

use crate::layer::json::{Kind, Value};
use crate::verdict::{Judge, integer};

/// How many items of a list are looked at: a reply has at most a thousand.
const MAX_ITEMS: usize = 10_000;

/// Names the parts of a list that were not taken, where others of it were.
pub(super) fn parts(reply: Value<'_>, judge: &mut Judge) {
    for (_, list) in reply.members().filter(|(_, list)| list.kind() == Kind::Array) {
        let codes: Vec<_> =
            list.items().take(MAX_ITEMS).filter_map(|item| Some((item, integer(item.get("errcode")?)?))).collect();
        let refused = codes.iter().filter(|(_, code)| *code != 0).map(|(item, _)| name(*item)).collect::<Vec<_>>();
        if !refused.is_empty() && refused.len() < codes.len() {
            judge.missing(list, refused);
        }
    }
}

/// What a part is called: the first text that is no message.
fn name(item: Value<'_>) -> String {
    let texts = item.members().filter(|(key, _)| !key.is_str("errmsg"));
    let mut texts = texts.filter_map(|(_, value)| value.as_str());
    texts.next().map_or_else(|| item.pointer(), |text| text.into_owned())
}
