//! What failed inside of JSON that is of no gateway that is known: products of one family say it in the same members.

use crate::layer::json::{Kind, Tree, Value};
use crate::verdict::{Judge, Received, Verdict, Why, integer};

/// How deep it is looked.
const MAX_LEVELS: usize = 6;

/// So many members and items of each are looked at.
const MAX_MEMBERS: usize = 1000;

/// The verdict, where something inside says no: `BaseResponse` with a `ret` that is not 0, or `isSendSuccess` that is false.
pub(super) fn verdict(body: &[u8]) -> Option<Verdict> {
    let is_failed = Tree::read(body)
        .is_ok_and(|tree| tree.root().kind() == Kind::Object && look(tree.root(), MAX_LEVELS, &mut |_| {}));
    is_failed.then(|| {
        let answer = Received { status: 200, retry_after: None, body };
        Judge::verdict(answer, |reply, judge| {
            look(reply, MAX_LEVELS, &mut |value| judge.at(value, Why::InnerCode, value.source()));
        })
    })
}

/// Shows each value that says no; whether there is one.
fn look(value: Value<'_>, levels: usize, see: &mut dyn FnMut(Value<'_>)) -> bool {
    let mut found = false;
    if levels == 0 {
        return found;
    }
    for (key, member) in value.members().take(MAX_MEMBERS) {
        let is_no = match key.as_str().as_deref() {
            Some("BaseResponse") => member.get("ret").filter(|ret| integer(*ret).is_some_and(|ret| ret != 0)),
            Some("isSendSuccess") => Some(member).filter(|member| member.as_bool() == Some(false)),
            _ => None,
        };
        if let Some(no) = is_no {
            found = true;
            see(no);
        }
        found |= look(member, levels - 1, see);
    }
    for item in value.items().take(MAX_MEMBERS) {
        found |= look(item, levels - 1, see);
    }
    found
}
