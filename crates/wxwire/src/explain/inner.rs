//! What stands inside: in the forms around it, and in JSON that is of no gateway that is known. Products of one family say what
//! failed in the same members.

use crate::layer::document::{Around, Document, Guide};
use crate::layer::json::{Kind, Tree, Value};
use crate::verdict::{Judge, Level, Received, Verdict, Why, integer, refused_parts};

/// What stands in the forms around it, if it is a whole and nothing in a text.
pub(super) fn document(bytes: &[u8]) -> Option<Document<'_>> {
    Document::new(bytes, Guide::default()).ok().filter(|inner| *inner.around() == Around::Nothing)
}

/// A path of what stands inside of some forms, as a path of the whole.
pub(super) fn path(within: Option<&str>, body: &[u8], path: &str) -> String {
    let Some(within) = within else { return path.to_owned() };
    let layer = match (path.starts_with('/'), Tree::read(body)) {
        (false, _) => "",
        (true, Ok(_)) => "!json",
        (true, Err(_)) => "!xml",
    };
    format!("{within}{layer}{path}")
}

/// How deep it is looked.
const MAX_LEVELS: usize = 6;

/// So many members and items of each are looked at.
const MAX_MEMBERS: usize = 1000;

/// The verdict on a reply that was taken for accepted, where an object inside of it says no.
pub(super) fn refused(body: &[u8], accepted: &Verdict) -> Option<Verdict> {
    (accepted.level == Level::Accepted).then(|| verdict(body))?
}

/// The verdict, where something inside says no: a `BaseResponse` with a `ret` that is not 0, an `errcode` or `err_code` further in, a
/// `ret` below 0 there, or `isSendSuccess` that is false.
pub(super) fn verdict(body: &[u8]) -> Option<Verdict> {
    let is_failed = Tree::read(body)
        .is_ok_and(|tree| tree.root().kind() == Kind::Object && look(tree.root(), MAX_LEVELS, &mut |_| {}));
    is_failed.then(|| {
        let answer = Received { status: 200, retry_after: None, body };
        Judge::verdict(answer, |reply, judge| {
            look(reply, MAX_LEVELS, &mut |no| match no {
                No::Whole(value) => judge.at(value, Why::InnerCode, value.source()),
                No::Parts(list, names) => judge.missing(list, names),
            });
        })
    })
}

/// What says no.
enum No<'v> {
    /// A value, of all that it stands in.
    Whole(Value<'v>),
    /// Some items of a list, by their names, where others say yes.
    Parts(Value<'v>, Vec<String>),
}

/// Shows all that says no; whether there is any.
fn look<'v>(value: Value<'v>, levels: usize, see: &mut dyn FnMut(No<'v>)) -> bool {
    let mut found = false;
    if levels == 0 {
        return found;
    }
    for (key, member) in value.members().take(MAX_MEMBERS) {
        let is_no = match key.as_str().as_deref() {
            Some("BaseResponse" | "baseResponse") => {
                member.get("ret").filter(|ret| integer(*ret).is_some_and(|ret| ret != 0))
            }
            // That of the outermost object is the answer's own.
            Some("errcode" | "err_code") if levels < MAX_LEVELS => {
                Some(member).filter(|code| integer(*code).is_some_and(|code| code != 0))
            }
            Some("ret") if levels < MAX_LEVELS => {
                Some(member).filter(|code| integer(*code).is_some_and(|code| code < 0))
            }
            Some("isSendSuccess") => Some(member).filter(|member| member.as_bool() == Some(false)),
            _ => None,
        };
        if let Some(no) = is_no {
            found = true;
            see(No::Whole(no));
        }
        found |= look(member, levels - 1, see);
    }
    if let Some(names) = refused_parts(value, is_taken) {
        see(No::Parts(value, names));
        return true;
    }
    for item in value.items().take(MAX_MEMBERS) {
        found |= look(item, levels - 1, see);
    }
    found
}

/// What an item of a list says of itself: whether it was taken. What another `ret` than these means is not known.
fn is_taken(item: Value<'_>) -> Option<bool> {
    let by_ret = || match integer(item.get("ret")?)? {
        0 | 200 => Some(true),
        ..0 => Some(false),
        _ => None,
    };
    let by_code =
        || ["errcode", "err_code"].into_iter().find_map(|name| integer(item.get(name)?)).map(|code| code == 0);
    item.get("isSendSuccess").and_then(Value::as_bool).or_else(by_ret).or_else(by_code)
}
