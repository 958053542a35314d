//! What a good document has and this one has not.

use std::collections::BTreeSet;

use crate::catalog::Added;
use crate::lang::{Lang, Words};
use crate::operation::Entry;
use crate::problem::Problem;
use crate::schema::Docs;

/// Something that a document does without, and should not.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Missing {
    /// The call that it is of; none where it is of the whole.
    pub operation: Option<&'static str>,
    /// The stable name of what is missing.
    pub name: &'static str,
    /// What is missing, in words.
    pub words: Words,
    /// Which of them: fields, examples.
    pub what: String,
}

/// What is missing for a good document: titles and help in both languages, a reply rule, examples of calls and replies.
pub fn missing(added: &Added) -> Vec<Missing> {
    let mut all = Vec::new();
    let gateway = &added.gateway;
    if let Some(rule) = gateway.reply_rule
        && rule.code.is_none()
    {
        all.push(lack(None, "reply_rule", REPLY_RULE, String::new()));
    }
    let is_nowhere = || added.entries.iter().any(|entry| entry.base_url().is_none());
    if gateway.reply_rule.is_some() && gateway.base_url.is_none() && is_nowhere() {
        all.push(lack(None, "server", SERVER, String::new()));
    }
    added.entries.iter().for_each(|entry| of_call(entry, &mut all));
    all
}

fn of_call(entry: &'static Entry, all: &mut Vec<Missing>) {
    let id = Some(entry.id);
    if !is_chinese(entry.title.zh) {
        all.push(lack(id, "title_zh", TITLE_ZH, String::new()));
    }
    if entry.title.en.is_empty() || is_chinese(entry.title.en) {
        all.push(lack(id, "title_en", TITLE_EN, String::new()));
    }
    let examples = entry.examples();
    if examples.iter().any(|example| example.name == "made") {
        all.push(lack(id, "example", EXAMPLE, String::new()));
    }
    // What is made of a schema that must hold itself is never right.
    for example in examples.iter().filter(|example| example.name != "made") {
        let problems = entry.check(example.values.as_bytes());
        if let Some(problem) = problems.iter().find(|problem| Problem::is_error(problem)) {
            all.push(lack(id, "right_example", RIGHT_EXAMPLE, format!("{} {}", example.name, problem.path)));
        }
    }
    if !entry.shows_reply() && !entry.is_bare() && entry.answers == crate::operation::Answers::Json {
        all.push(lack(id, "reply_example", REPLY_EXAMPLE, String::new()));
    }
    for (name, words, is_missing) in HELP {
        let fields = entry.fields().filter(|field| {
            let docs = &entry.schema().rule(field.rule).docs;
            is_missing(docs)
        });
        let mut known = BTreeSet::new();
        let names: Vec<_> = fields.map(|field| field.name.as_str()).filter(|name| known.insert(*name)).collect();
        if !names.is_empty() {
            all.push(lack(id, name, words, names.join(", ")));
        }
    }
}

/// The stable name of a lack, its words, and whether some help has it.
type Lack = (&'static str, Words, fn(&Docs) -> bool);

const HELP: [Lack; 2] = [
    ("help_en", Words::new("缺少英文说明", "no help in English"), |docs| !docs.has(Lang::En)),
    ("help_zh", Words::new("缺少中文说明", "no help in Chinese"), |docs| !docs.has(Lang::Zh)),
];

const REPLY_RULE: Words = Words::new(
    "没有回复规则，只凭 HTTP 状态码判断：x-reply {code, ok, message, expired}",
    "no reply rule, so the HTTP status alone decides: x-reply {code, ok, message, expired}",
);
const SERVER: Words = Words::new("没有网关地址（servers）", "no address (servers)");
const TITLE_ZH: Words = Words::new("缺少中文标题（x-title-zh）", "no title in Chinese (x-title-zh)");
const TITLE_EN: Words = Words::new("缺少英文标题（summary）", "no title in English (summary)");
const EXAMPLE: Words = Words::new("缺少示例", "no example");
const RIGHT_EXAMPLE: Words = Words::new("示例未通过检查", "an example does not pass the check");
const REPLY_EXAMPLE: Words = Words::new("缺少回复示例", "no example of a reply");

fn lack(operation: Option<&'static str>, name: &'static str, words: Words, what: String) -> Missing {
    Missing { operation, name, words, what }
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|char| ('\u{2e80}'..='\u{9fff}').contains(&char))
}
