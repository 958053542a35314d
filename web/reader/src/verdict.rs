//! A verdict as the command tells it.

use wxwire::lang::Lang;
use wxwire::layer::json::{Object, array};
use wxwire::verdict::{Id, Reason, Verdict};

/// The verdict and the reply, in the form in which the command answers a send.
pub(crate) fn answer(verdict: &Verdict, reply: &str, lang: Lang) -> String {
    let reason =
        |reason: &Reason| Object::new().text("path", &reason.path).text("message", &reason.message(lang)).end();
    let id = |id: &Id| Object::new().text("name", &id.name).text("value", &id.value).text("path", &id.path).end();
    let verdict = Object::new()
        .text("level", verdict.level.name())
        .json("reasons", &array(verdict.reasons.iter().map(reason)))
        .json("ids", &array(verdict.ids.iter().map(id)))
        .some("code", verdict.code.as_deref())
        .some("message", verdict.message.as_deref())
        .some("settled_by", verdict.settled_by.map(|(name, _)| name))
        .some("settled_how", verdict.settled_by.map(|(_, how)| how.get(lang)));
    Object::new().json("verdict", &verdict.end()).text("reply", reply).end()
}
