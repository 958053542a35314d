//! A gateway that nothing but a document knows: it answers and refuses as its reply rule says.

use serde_json::{Map, Value, json};

use super::{Answer, Imitation, Mock, Refusal, Twist};
use crate::lang::Lang;
use crate::layer::json;
use crate::operation::{Entry, GatewayEntry};
use crate::verdict::ReplyRule;

/// Any such gateway.
#[derive(Debug)]
pub(crate) struct Learned;

impl Imitation for Learned {
    fn refuse(&self, refusal: &Refusal) -> Answer {
        Answer::bare(status(refusal))
    }

    fn answer(&self, entry: &Entry, _: json::Value<'_>, mock: &mut Mock) -> Option<Value> {
        let twist = std::mem::take(&mut mock.twist);
        let mut answer = self.answer_by_table(entry, mock)?;
        let code = entry.reply_rule.as_ref().and_then(|rule| Some((rule.code?, rule)));
        match twist {
            Twist::None => {}
            // HTTP 200 and a code that is none of a success, or an id that is none.
            Twist::InnerFailure => match (code, entry.ids.first()) {
                (Some((pointer, rule)), _) => match failed(entry, rule) {
                    Some(shown) => answer = shown,
                    None => {
                        let words = "a failure inside";
                        set(&mut answer, pointer, no(rule));
                        rule.message.into_iter().for_each(|pointer| set(&mut answer, pointer, words.into()));
                    }
                },
                (None, Some(id)) => *answer.pointer_mut(id)? = "".into(),
                (None, None) => return None,
            },
            Twist::FewerResults => set(&mut answer, entry.not_taken.first()?, json!(["mock"])),
        }
        Some(answer)
    }
}

/// What a call answers when it refuses, where its document shows a reply of that status; for what its values are wrong in, any
/// that blames the call.
pub(crate) fn shown(entry: &Entry, refusal: &Refusal) -> Option<Answer> {
    let is_expired = matches!(refusal, Refusal::ExpiredCredential(_));
    let all = entry.failures();
    // A code says more of a token than a status does.
    if is_expired && entry.reply_rule.as_ref().is_some_and(|rule| !rule.expired.is_empty()) {
        return None;
    }
    let status = status(refusal);
    let is_wrong = matches!(refusal, Refusal::BadBody(_));
    let blames = |own: u16| is_wrong && (400..500).contains(&own) && !matches!(own, 401 | 403 | 407 | 408 | 429);
    let own = all.iter().find(|(own, _)| *own == status).or_else(|| all.iter().find(|(own, _)| blames(*own)));
    let (own, body) = own.or_else(|| all.iter().find(|(own, _)| *own == 0))?;
    Some(Answer::shown(if *own == 0 { status } else { *own }, body))
}

/// The reply of a failure that a document shows, whose code is none of a success.
fn failed(entry: &Entry, rule: &ReplyRule) -> Option<Value> {
    let is_no = |answer: &Value| {
        let code = answer.pointer(rule.code?)?;
        let text = code.as_str().map_or_else(|| code.to_string(), str::to_owned);
        (!code.is_null() && !rule.ok.contains(&text)).then_some(())
    };
    let shown = entry.failures().into_iter().filter_map(|(_, body)| serde_json::from_str(&body).ok());
    shown.into_iter().find(|answer| is_no(answer).is_some())
}

/// What it answers when it refuses: a code of its own, or an HTTP status where it has none.
pub(crate) fn refuse(gateway: &GatewayEntry, refusal: &Refusal) -> Answer {
    let at_all = !matches!(refusal, Refusal::UnknownPath | Refusal::WrongMethod);
    let rule = gateway.reply_rule.filter(|rule| rule.code.is_some() && at_all);
    let Some(rule) = rule else { return Answer::bare(status(refusal)) };
    let mut answer = Value::Object(Map::new());
    let over = matches!(refusal, Refusal::BadCredential(_) | Refusal::ExpiredCredential(_));
    let code = rule.expired.first().filter(|_| over).map_or_else(|| no(rule), |code| plain(code));
    for (pointer, value) in [(rule.code, code), (rule.message, refusal.message(Lang::En).into())] {
        if let Some(pointer) = pointer {
            set(&mut answer, pointer, value);
        }
    }
    Answer::ok(&answer)
}

fn status(refusal: &Refusal) -> u16 {
    match refusal {
        Refusal::UnknownPath => 404,
        Refusal::WrongMethod => 405,
        Refusal::NoCredential(_) | Refusal::BadCredential(_) | Refusal::ExpiredCredential(_) => 401,
        Refusal::BadBody(_) => 400,
        Refusal::ExpiredFile(_) => 410,
        Refusal::RateLimited => 429,
    }
}

/// A code that is none of a success, of the type that those have.
fn no(rule: &ReplyRule) -> Value {
    let is_all = |is: fn(&str) -> bool| !rule.ok.is_empty() && rule.ok.iter().all(|code| is(code));
    let free = |code: &&str| rule.ok.iter().all(|ok| ok != code);
    if is_all(|code| matches!(code, "true" | "false")) {
        return rule.ok.iter().all(|code| code == "false").into();
    }
    let known: &[&str] =
        if is_all(|code| code.parse::<i64>().is_ok()) { &["-1", "1", "2"] } else { &["error", "fail"] };
    let code = known.iter().copied().find(free).unwrap_or("failed");
    plain(code)
}

/// A code as it is written: a number, or text.
fn plain(code: &str) -> Value {
    code.parse::<i64>().map_or_else(|_| code.into(), Value::from)
}

/// A code of a success.
pub(super) fn yes(rule: &ReplyRule) -> Option<Value> {
    let code = rule.ok.first()?;
    Some(
        serde_json::from_str(code)
            .ok()
            .filter(|code: &Value| !code.is_object())
            .unwrap_or_else(|| code.as_str().into()),
    )
}

/// Sets the value at a pointer, with the objects on the way to it.
pub(super) fn set(answer: &mut Value, pointer: &str, value: Value) {
    let mut here = answer;
    for step in pointer.split('/').skip(1) {
        if !here.is_object() {
            *here = Value::Object(Map::new());
        }
        here = &mut here[step];
    }
    *here = value;
}
