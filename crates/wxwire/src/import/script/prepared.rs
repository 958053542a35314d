//! Python's requests that are made first and sent by another call: what is done to one in between.

use memchr::memmem;

use super::request::Script;
use crate::import::found::Found;
use crate::import::text::Text;
use crate::problem::Code;

/// Members of a request that say what is sent, and where.
const SENT: [&str; 7] = ["data", "json", "body", "content", "url", "params", "files"];

/// So many changes of one request are looked at.
const MAX_CHANGES: usize = 100;

/// Whether a call only makes a request.
pub(super) fn makes_request(name: &str) -> bool {
    name == "Request" || name.ends_with(".Request")
}

/// Where the request of a name is prepared, so that what it holds is written down; its end where that is nowhere.
pub(super) fn prepared(text: &Text, request: &str, end: usize) -> usize {
    let rest = &text.as_str()[end..];
    if rest.trim_start().starts_with(".prepare(") {
        return end;
    }
    let calls = [format!("{request}.prepare("), format!("prepare_request({request}")];
    let first = calls.iter().filter_map(|call| memmem::find(rest.as_bytes(), call.as_bytes())).min();
    first.map_or(end, |at| end + at)
}

impl Script {
    /// Refuses a request whose own members are set behind its making.
    pub(super) fn tell_of_members(&self, found: &mut Found, text: &Text, request: &str, end: usize) {
        for at in self.bindings.put_from(request, end).iter().take(MAX_CHANGES) {
            let statement = &text.as_str()[*at..];
            let member = statement[request.len()..].trim_start_matches(['.', ' ']);
            let length = member.find(|char: char| !char.is_alphanumeric()).unwrap_or(member.len());
            if SENT.contains(&&member[..length]) {
                let line = statement.find('\n').unwrap_or(statement.len());
                return found.refuse(Code::Variable, &text.slice(*at..*at + line).trim());
            }
        }
    }
}
