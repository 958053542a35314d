//! Lists whose items say each for itself whether they were taken.

use crate::layer::json::Value;

/// How many items of a list are looked at: a reply has at most a thousand.
const MAX_ITEMS: usize = 10_000;

/// The names of the items of a list that were not taken, where others were; `is_taken` reads what an item says of that.
pub(crate) fn refused_parts<'v>(list: Value<'v>, is_taken: impl Fn(Value<'v>) -> Option<bool>) -> Option<Vec<String>> {
    let said: Vec<_> = list.items().take(MAX_ITEMS).filter_map(|item| Some((item, is_taken(item)?))).collect();
    let refused: Vec<_> = said.iter().filter(|(_, is_taken)| !is_taken).map(|(item, _)| name(*item)).collect();
    (!refused.is_empty() && refused.len() < said.len()).then_some(refused)
}

/// The names of the items of a list that says of each that it was not taken.
pub(super) fn failed_parts<'v>(list: Value<'v>, is_taken: impl Fn(Value<'v>) -> Option<bool>) -> Option<Vec<String>> {
    let failed: Vec<_> = list.items().take(MAX_ITEMS).filter(|item| is_taken(*item) == Some(false)).map(name).collect();
    (!failed.is_empty()).then_some(failed)
}

/// What a part is called: the first text that is no message.
pub(super) fn name(item: Value<'_>) -> String {
    let texts = item.members().filter(|(key, _)| !["errmsg", "errMsg", "msg"].iter().any(|name| key.is_str(name)));
    let mut texts = texts.filter_map(|(_, value)| value.as_str());
    texts.next().map_or_else(|| item.pointer(), |text| text.into_owned())
}
