//! Whom a message goes to.

use crate::layer::json::Value;
use crate::problem::{Code, Problem, Source, Unit};
use crate::wecom::userid;

/// The members that name receivers, and how many of them at most.
const RECEIVERS: [(&str, usize); 3] = [("touser", 1000), ("toparty", 100), ("totag", 100)];

/// Somebody must be named, not too many, and nobody twice as `@all`.
pub(super) fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
    let named = |name: &str| values.get(name).filter(|value| !value.is_str(""));
    let receivers = RECEIVERS.map(|(name, most)| (named(name), most));
    if receivers.iter().all(|(value, _)| value.is_none()) {
        let problem = Problem::new(Code::RequiredOneOf).expected("touser | toparty | totag");
        problems.push(problem.on(values).source(Source::Documented));
    }
    for (value, most) in receivers {
        let Some(value) = value else { continue };
        problems.extend(userid::doubt(value, "id1|id2"));
        let count = value.as_str().map_or(0, |text| text.split('|').count());
        if count > most {
            let problem = Problem::new(Code::TooMany).measured(most, count, Unit::Items);
            problems.push(problem.on(value).source(Source::Documented));
        }
    }
    let Some(all) = named("touser").filter(|users| users.is_str("@all")) else { return };
    for value in ["toparty", "totag"].into_iter().filter_map(named) {
        problems.push(Problem::new(Code::Ignored).expected("touser @all").on(value).source(Source::Documented));
    }
    if values.get("msgtype").is_some_and(|kind| kind.is_str("miniprogram_notice")) {
        let problem = Problem::new(Code::WrongForm).expected("userid1|userid2").found("@all");
        problems.push(problem.on(all).source(Source::Documented));
    }
}

/// Where a reply says that it took nobody whom a message names: the members are all of them, and each is left out.
pub(super) fn nobody_left<'v>(reply: Value<'v>, sent: Value<'_>) -> Option<Value<'v>> {
    let named = |name: &str| sent.get(name).and_then(Value::as_str).filter(|names| !names.is_empty());
    let users = named("touser").filter(|users| users != "@all" && named("toparty").or(named("totag")).is_none())?;
    let lists = ["invaliduser", "unlicenseduser"].map(|name| reply.get(name));
    let texts: Vec<_> = lists.into_iter().flatten().filter_map(Value::as_str).collect();
    // They come back in small letters.
    let is_out = |user: &str| texts.iter().flat_map(|text| text.split('|')).any(|out| out.eq_ignore_ascii_case(user));
    users.split('|').all(is_out).then(|| lists.into_iter().flatten().next())?
}
