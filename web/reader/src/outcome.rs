//! What came of a send, drawn: as the command tells it, or as it was judged here, which is told the same way.

use std::borrow::Cow;

use maud::{Markup, html};
use wxwire::hidden;
use wxwire::lang::{Lang, Words};
use wxwire::layer::json::{Object, Tree, Value, laid_out};
use wxwire::verdict::Level;

use crate::words;

/// The most bytes of a reply that are shown.
const SHOWN: usize = 4096;

/// The most characters of an answer that are shown where it cannot be read.
const UNREAD: usize = 400;

/// The verdict and the reply, as they are shown.
struct Outcome {
    level: Level,
    /// Method and URL, as the one who sent says it.
    request: Option<String>,
    reasons: Vec<[String; 2]>,
    ids: Vec<[String; 3]>,
    code: Option<String>,
    message: Option<String>,
    settled_by: Option<String>,
    /// How that settles it, in words.
    settled_how: Option<String>,
    /// The reply laid out.
    reply: Option<String>,
    /// No verdict came; why not.
    error: Option<String>,
    /// The answer, of this HTTP status, could not be read.
    unreadable: Option<u16>,
}

/// What an answer tells: the name of its level, and in each language what that is called and markup of the rest. The
/// answer is asked for in either.
pub(crate) fn told<'a>(status: u16, answer: impl Fn(Lang) -> Cow<'a, str>) -> String {
    let drawn = |lang| {
        let outcome = Outcome::read(status, &answer(lang));
        (outcome.level, markup(&outcome, lang).into_string())
    };
    let (level, zh) = drawn(Lang::Zh);
    let (_, en) = drawn(Lang::En);
    let title = level.title();
    let told = Object::new().text("level", level.name()).text("title_zh", title.zh).text("title_en", title.en);
    told.text("zh", &zh).text("en", &en).end()
}

impl Outcome {
    fn of(level: Level) -> Self {
        Self {
            level,
            request: None,
            reasons: Vec::new(),
            ids: Vec::new(),
            code: None,
            message: None,
            settled_by: None,
            settled_how: None,
            reply: None,
            error: None,
            unreadable: None,
        }
    }

    /// Reads what the command answers: request, verdict and reply, or why it refused before anything left. Whatever else
    /// comes, broken JSON or a proxy's page, does not tell whether the request left.
    fn read(status: u16, answer: &str) -> Self {
        Self::told(status, answer).unwrap_or_else(|| Self {
            unreadable: Some(status),
            reply: Some(answer.chars().take(UNREAD).collect()).filter(|text: &String| !text.is_empty()),
            ..Self::of(Level::Unknown)
        })
    }

    /// What the answer tells, if it can be read.
    fn told(status: u16, answer: &str) -> Option<Self> {
        let tree = Tree::parse(answer).ok()?;
        let root = tree.root();
        if let Some(refused) = Self::refusal(status, root) {
            return Some(refused);
        }
        let verdict = root.get("verdict").filter(|_| status == 200)?;
        let level = Level::named(&verdict.get("level").and_then(Value::as_str)?)?;
        let request = root.get("request");
        let request = request.and_then(|request| {
            Some(format!("{} {}", request.get("method").and_then(string)?, request.get("url").and_then(string)?))
        });
        let list = |name| verdict.get(name).into_iter().flat_map(Value::items);
        let part = |value: Value<'_>, name| value.get(name).and_then(string).unwrap_or_default();
        Some(Self {
            request,
            reasons: list("reasons").map(|one| ["message", "path"].map(|name| part(one, name))).collect(),
            ids: list("ids").map(|one| ["name", "value", "path"].map(|name| part(one, name))).collect(),
            code: verdict.get("code").and_then(string),
            message: verdict.get("message").and_then(string),
            settled_by: verdict.get("settled_by").and_then(string),
            settled_how: verdict.get("settled_how").and_then(string),
            reply: root.get("reply").filter(|reply| reply.source() != "null").map(shown),
            ..Self::of(level)
        })
    }

    /// What the command itself said no to, on the level that it says.
    fn refusal(status: u16, root: Value<'_>) -> Option<Self> {
        let code = root.find("/error/code").filter(|_| (400..500).contains(&status))?.as_str()?;
        let level = match &*code {
            "invalid" => Level::Invalid,
            "not_sent" | "token" => Level::NotSent,
            _ => return None,
        };
        let error = root.find("/error/message").and_then(string);
        Some(Self { error, ..Self::of(level) })
    }
}

/// A scalar as text: a string's content, a number as it was written.
fn string(value: Value<'_>) -> Option<String> {
    Some(value.as_str().map_or_else(|| value.source().to_owned(), |text| text.into_owned()))
}

/// A reply: laid out when it is JSON, else its text.
fn shown(reply: Value<'_>) -> String {
    let text = string(reply).unwrap_or_default();
    Tree::parse(&text).map(|tree| laid_out(tree.root(), "")).unwrap_or(text)
}

fn markup(outcome: &Outcome, lang: Lang) -> Markup {
    let say = |words: Words| words.get(lang);
    let foreign = |text| foreign(text, lang);
    html! {
        // What is said of an error is more exact.
        @if outcome.error.is_none() { p.long { (say(outcome.level.sentence())) } }
        @if let Some(error) = &outcome.error { p.error role="alert" { (foreign(error)) } }
        @if let Some(status) = outcome.unreadable { p { (say(words::UNREADABLE_ANSWER)) " " (status) } }
        @if !outcome.reasons.is_empty() {
            ul.reasons {
                @for [message, path] in &outcome.reasons {
                    li { (foreign(message)) @if !path.is_empty() { " " code.path { (path) } } }
                }
            }
        }
        dl.facts {
            @if outcome.code.is_some() || outcome.message.is_some() {
                dt { (say(words::VENDOR_SAYS)) }
                dd {
                    @if let Some(code) = &outcome.code { code { (foreign(code)) } " " }
                    @if let Some(message) = &outcome.message { (foreign(message)) }
                }
            }
            @for [name, value, path] in &outcome.ids {
                dt title=(path) { code { (name) } }
                dd { code.value { (foreign(value)) } }
            }
            @if let Some(name) = &outcome.settled_by {
                dt { (say(words::SETTLED_BY)) }
                dd { code { (name) } @if let Some(how) = &outcome.settled_how { " " (how) } }
            }
        }
        @if let Some(reply) = &outcome.reply {
            h3 { (say(words::REPLY)) }
            @let shown = cut(reply, SHOWN);
            pre tabindex="0" { (foreign(shown)) @if shown.len() < reply.len() { "\n" (say(words::FIRST_PART)) } }
        }
        @if let Some(request) = &outcome.request { p.help { code { (foreign(request)) } } }
    }
}

/// Text from outside: its direction is its own affair, and what does not show of it is named.
fn foreign(text: &str, lang: Lang) -> Markup {
    html! {
        bdi { (text) }
        @if let Some(named) = hidden::sentence(text, lang) { " " span.mark.hidden { (named) } }
    }
}

/// The beginning of a text, not longer than `most` bytes, in whole characters.
fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    &text[..end]
}

#[cfg(test)]
mod tests;
