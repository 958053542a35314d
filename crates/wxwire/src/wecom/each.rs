//! Replies that say of each part whether it was taken: in lists of those that were not, and with a code of its own for each,
//! `"customer": [{"external_userid": "…", "errcode": 40096}, …]`.

use crate::layer::json::{Kind, Value};
use crate::verdict::{Judge, integer, refused_parts};

/// Lists of what was not taken that single calls have, besides those that many have. Where the call is not known, its reply may be
/// any's.
const NOT_TAKEN: [&str; 13] = [
    "/fail_userid_list",
    "/failed_chat_list",
    "/invalidlist",
    "/invalid_account_list",
    "/invalid_active_code_list",
    "/invalid_external_userid",
    "/invalid_list",
    "/invalid_parent_userid",
    "/invalid_party",
    "/invalid_phone_numbers",
    "/invalid_student_userid",
    "/invalid_userid_list",
    "/invalid_userids",
];

/// Names what such a list holds.
pub(super) fn left_out(reply: Value<'_>, judge: &mut Judge) {
    NOT_TAKEN.iter().for_each(|list| judge.not_taken(reply, list));
}

/// Names the parts of a list that were not taken, where others of it were; whether there are any.
pub(super) fn parts(reply: Value<'_>, judge: &mut Judge) -> bool {
    let mut is_in_part = false;
    for (_, list) in reply.members().filter(|(_, list)| list.kind() == Kind::Array) {
        if let Some(refused) = refused_parts(list, |item| Some(integer(item.get("errcode")?)? == 0)) {
            judge.missing(list, refused);
            is_in_part = true;
        }
    }
    is_in_part
}
