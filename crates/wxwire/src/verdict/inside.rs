//! What a reply holds that says no, though its outside says yes or is nobody's. Products of one family say what failed in the same
//! members.

use super::code::scalar;
use super::parts::{failed_parts, refused_parts};
use super::words::{BEGUN_BY_FAILURES, CONTENTS, FAILED, MESSAGES, OF_FAILED, SAID_OF_FAILURES, SUCCESS_MEMBERS, WELL};
use super::{Judge, Received, Verdict, Why, integer, integer_or_no, integer_or_text};
use crate::layer::json::{Kind, Tree, Value};

/// How deep it is looked.
const MAX_LEVELS: usize = 6;

/// So many members and items of each are looked at.
const MAX_MEMBERS: usize = 1000;

impl Judge {
    /// Looks at what is inside, where the outside says yes.
    pub(super) fn inside(&mut self, reply: Value<'_>) {
        if self.is_success() && !self.verdict.has(Why::Missing) && !self.is_settling() {
            look(reply, Place::REPLY, &mut |no| no.tell(self));
            if self.is_success() {
                self.contradictions(reply);
            }
        }
    }

    /// The outermost members of a reply that say no, though its own code says yes: codes by the names that others have for theirs,
    /// words of a failure, and what is called an error, there and in what it brings.
    fn contradictions(&mut self, reply: Value<'_>) {
        let (own, message) = (self.verdict.code.clone().unwrap_or_default(), self.verdict.message.clone());
        for name in ["errcode", "err_code", "ret", "code", "errno"] {
            let Some(value) = reply.get(name) else { continue };
            let number = integer_or_text(value).unwrap_or_default();
            // A code that is none of an error may be anything's.
            let is_no = number < 0 || matches!(number, 400..600) || !matches!(name, "code" | "errno");
            if is_no && !matches!(number, 0 | 200) && scalar(value).is_some_and(|code| code != own) {
                self.unclear(value);
            }
        }
        for name in MESSAGES {
            let Some(words) = reply.get(name).filter(|_| name != "error") else { continue };
            if let Some(text) = words.as_str()
                && says_failure(&text, message.as_deref() == Some(&text))
            {
                self.unclear(words);
            }
        }
        self.failures(reply);
        for name in CONTENTS {
            if let Some(content) = reply.get(name) {
                self.failures(content);
            }
        }
    }

    /// The members of an object that tell of an error, or call what came of it a failure.
    fn failures(&mut self, object: Value<'_>) {
        for name in ["error", "errors", "status", "result"] {
            if let Some(member) = object.get(name)
                && names_failure(name, member)
            {
                self.unclear(member);
            }
        }
    }
}

/// Whether a member tells of an error, or calls what came of it a failure.
fn names_failure(name: &str, member: Value<'_>) -> bool {
    let is_error = name.starts_with('e');
    match member.as_str() {
        Some(text) if is_error => !is_well(&text),
        Some(text) => FAILED.iter().any(|word| text.eq_ignore_ascii_case(word)),
        None => is_error && (member.members().next().is_some() || member.items().next().is_some()),
    }
}

/// Whether words say that something failed, and not that nothing did: `失败 0`. Those of others than the gateway may tell of
/// anything.
fn says_failure(text: &str, is_own: bool) -> bool {
    let small = text.trim().to_ascii_lowercase();
    let says = |word: &&str| {
        let mut before: Option<&str> = None;
        small.split(*word).any(|part| {
            let is_none = part.trim_start_matches(['数', '：', ':', '=', ' ']).starts_with('0');
            let before = before.replace(part);
            !is_none && before.is_some_and(|before| !before.ends_with("无") && !before.ends_with("没有"))
        })
    };
    let words = &SAID_OF_FAILURES[..if is_own { SAID_OF_FAILURES.len() } else { 1 }];
    let begins = |word: &&str| small.starts_with(*word);
    !small.contains("成功") && (words.iter().any(says) || is_own && BEGUN_BY_FAILURES.iter().any(begins))
}

/// The verdict on JSON of nobody that is known, where something in it says no.
pub(crate) fn verdict_inside(body: &[u8]) -> Option<Verdict> {
    let is_failed = Tree::read(body)
        .is_ok_and(|tree| tree.root().kind() == Kind::Object && look(tree.root(), Place::NOBODYS, &mut |_| {}));
    let answer = Received { status: 200, retry_after: None, body };
    is_failed.then(|| Judge::verdict(answer, |reply, judge| _ = look(reply, Place::NOBODYS, &mut |no| no.tell(judge))))
}

/// Whether an object, or the JSON of one in a text, says of itself that it is no success.
pub(crate) fn denies(value: Value<'_>) -> bool {
    let says = |object: Value<'_>| {
        object
            .members()
            .take(MAX_MEMBERS)
            .any(|(key, member)| key.as_str().is_some_and(|key| SUCCESS_MEMBERS.contains(&&*key)) && is_false(member))
    };
    match value.as_str() {
        Some(text) => Tree::parse(&text).is_ok_and(|tree| says(tree.root())),
        None => says(value),
    }
}

/// What says no.
enum No<'v> {
    /// A value, of all that it stands in.
    Whole(Value<'v>),
    /// A value that is neither a yes nor a no that is known.
    Unclear(Value<'v>),
    /// Some items of a list, by their names, where others say yes.
    Parts(Value<'v>, Vec<String>),
    /// What stands in the JSON of a text, as [`No::Whole`] or else as [`No::Unclear`].
    Within(Value<'v>, String, bool),
}

impl No<'_> {
    fn tell(self, judge: &mut Judge) {
        match self {
            Self::Whole(value) => judge.at(value, Why::InnerCode, value.source()),
            Self::Unclear(value) => judge.unclear(value),
            Self::Parts(list, names) => judge.missing(list, names),
            Self::Within(text, inner, true) => judge.at(text, Why::InnerCode, &inner),
            Self::Within(text, inner, false) => judge.at(text, Why::NoCode, &inner),
        }
    }

    /// The same, told at the text that holds it: no path leads further.
    fn held_by(self, text: Value<'_>) -> No<'_> {
        match self {
            Self::Whole(value) => No::Within(text, value.source().to_owned(), true),
            Self::Unclear(value) => No::Within(text, value.source().to_owned(), false),
            Self::Parts(_, names) => No::Parts(text, names),
            Self::Within(_, inner, is_no) => No::Within(text, inner, is_no),
        }
    }
}

/// Where an object stands.
#[derive(Clone, Copy)]
struct Place {
    /// How many levels are left to be looked at.
    levels: usize,
    /// A name that many use for other things says no as well: it stands in a reply, and not in an item of a list there, which
    /// speaks for itself alone.
    of_reply: bool,
    /// It stands under a name that says that what is there failed.
    of_failed: bool,
}

impl Place {
    const REPLY: Self = Self { levels: MAX_LEVELS, of_reply: true, of_failed: false };
    const NOBODYS: Self = Self { of_reply: false, ..Self::REPLY };

    fn inside(self) -> Self {
        Self { levels: self.levels - 1, ..self }
    }

    fn is_outermost(self) -> bool {
        self.levels == MAX_LEVELS
    }
}

/// Shows all that says no; whether there is any.
fn look<'v>(value: Value<'v>, place: Place, see: &mut dyn FnMut(No<'v>)) -> bool {
    let mut found = false;
    if place.levels == 0 {
        return found;
    }
    for (key, member) in value.members().take(MAX_MEMBERS) {
        let key = key.as_str().unwrap_or_default();
        let is_words = || has_words(value);
        if let Some(no) = said(&key, member, place, &is_words) {
            found = true;
            see(no);
            // Its own `ret` says the same once more.
            if member.kind() == Kind::Object {
                continue;
            }
        }
        if place.is_outermost() && place.of_reply && CONTENTS.contains(&&*key) {
            found |= look_in_text(member, place.inside(), see);
        }
        let of_failed = place.of_failed || OF_FAILED.iter().any(|word| key.to_ascii_lowercase().contains(word));
        found |= look(member, Place { of_failed, ..place.inside() }, see);
    }
    let failed = || place.of_failed.then(|| failed_parts(value, is_taken))?;
    if let Some(names) = refused_parts(value, is_taken).or_else(failed) {
        see(No::Parts(value, names));
        return true;
    }
    for item in value.items().take(MAX_MEMBERS) {
        found |= look(item, Place { of_reply: false, ..place.inside() }, see);
    }
    found
}

/// Shows the first that says no in the JSON of a text; whether there is any.
fn look_in_text<'v>(text: Value<'v>, place: Place, see: &mut dyn FnMut(No<'v>)) -> bool {
    let inner = text.as_str().filter(|inner| inner.trim_start().starts_with(['{', '[']));
    let Some(Ok(tree)) = inner.as_deref().map(Tree::parse) else { return false };
    let mut said = None;
    look(tree.root(), place, &mut |no| _ = said.get_or_insert_with(|| no.held_by(text)));
    let found = said.is_some();
    said.into_iter().for_each(see);
    found
}

/// Whether words stand in an object that are not those of a success.
fn has_words(object: Value<'_>) -> bool {
    let words = MESSAGES.iter().filter_map(|name| object.get(name)).filter_map(Value::as_str);
    words.into_iter().any(|text| !is_well(&text))
}

/// Whether words say nothing, or that all went well.
fn is_well(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || WELL.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a flag says no, be it as text.
fn is_false(flag: Value<'_>) -> bool {
    flag.as_bool() == Some(false) || flag.as_str().is_some_and(|text| text.eq_ignore_ascii_case("false"))
}

/// What a member says; of some names only where words stand beside it, as beside an error.
fn said<'v>(key: &str, member: Value<'v>, place: Place, is_words: &dyn Fn() -> bool) -> Option<No<'v>> {
    // That of the outermost object is the answer's own.
    let is_inside = !place.is_outermost();
    let number = || integer_or_text(member);
    let is_no = match key {
        "BaseResponse" | "baseResponse" => {
            return member.get("ret").filter(|ret| integer_or_no(*ret).is_some_and(|ret| ret != 0)).map(No::Whole);
        }
        "errcode" | "err_code" | "errCode" if is_inside => integer_or_no(member).is_some_and(|code| code != 0),
        "error_code" | "errorCode" | "errCode"
            if place.of_reply && number().is_some_and(|code| !matches!(code, 0 | 200)) =>
        {
            return Some(if is_words() { No::Whole(member) } else { No::Unclear(member) });
        }
        "ret" if is_inside => match integer_or_no(member)? {
            ..0 => true,
            0 | 200 => false,
            // What it means is not known.
            _ if !place.of_reply || !is_words() => false,
            _ => return Some(No::Unclear(member)),
        },
        "isSendSuccess" => is_false(member),
        "code" | "errno" => place.of_reply && number().is_some_and(|code| code < 0) && is_words(),
        // It may be how far something has come that was asked about.
        "status" if place.of_reply && number().is_some_and(|status| status < 0) && is_words() => {
            return Some(No::Unclear(member));
        }
        _ if SUCCESS_MEMBERS.contains(&key) && place.of_reply => match is_false(member) {
            true if is_words() => true,
            // Without words it may be the answer to a question, or outside what the gateway's own rule has read.
            true if is_inside || key != "succeed" => return Some(No::Unclear(member)),
            // 0 is a no to some, and to others the code of a success.
            false if number() == Some(0) && is_words() => return Some(No::Unclear(member)),
            _ => false,
        },
        // Of a question it may be the answer.
        "result" | "ok" if place.of_reply && member.as_bool() == Some(false) && is_words() => {
            return Some(No::Unclear(member));
        }
        _ => false,
    };
    is_no.then_some(No::Whole(member))
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
