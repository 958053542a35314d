//! A verdict, for a person.

use wxwire::lang::{Lang, Words};
use wxwire::verdict::{Level, Verdict};

use super::{Colour, one_line};

/// The verdict in a few lines: the level, the reasons, the ids, and what would settle it.
pub fn verdict(verdict: &Verdict, lang: Lang) -> String {
    lines(verdict, verdict.level.sentence(), lang)
}

/// The same of a call that only asks.
pub fn of_query(verdict: &Verdict, lang: Lang) -> String {
    lines(verdict, verdict.level.sentence_of_query(), lang)
}

/// The level alone, as a word.
pub fn level(verdict: &Verdict, lang: Lang) -> String {
    colour(verdict.level).paint(&format!("● {}", verdict.level.title().get(lang)))
}

fn colour(level: Level) -> Colour {
    match level {
        Level::Accepted | Level::Queued => Colour::Blue,
        Level::Delivered => Colour::Green,
        Level::Unknown | Level::Partial => Colour::Yellow,
        Level::Invalid | Level::NotSent | Level::Refused | Level::Failed => Colour::Red,
    }
}

fn lines(verdict: &Verdict, sentence: Words, lang: Lang) -> String {
    let say = |zh: &'static str, en: &'static str| if lang == Lang::Zh { zh } else { en };
    let long = sentence;
    let level = level(verdict, lang);
    // The stable name, where the person's language has another.
    let name = if lang == Lang::Zh { format!(" ({})", verdict.level.name()) } else { String::new() };
    let mut lines = vec![format!("{level}{name}  {}", long.get(lang))];
    let mut line = |label: &str, text: &str, path: &str| {
        let path = if path.is_empty() { String::new() } else { format!("  {}", Colour::Dim.paint(&one_line(path))) };
        lines.push(format!("  {}  {}{path}", Colour::Bold.paint(label), one_line(text)));
    };
    for reason in &verdict.reasons {
        line(say("原因", "reason "), &reason.message(lang), &reason.path);
    }
    for part in &verdict.not_taken {
        line(say("未接收", "not taken"), &part.name, &part.path);
    }
    for id in &verdict.ids {
        line(say("编号", "id     "), &format!("{} {}", id.name, id.value), &id.path);
    }
    if verdict.code.is_some() || verdict.message.is_some() {
        let parts = [verdict.code.as_deref(), verdict.message.as_deref()];
        line(say("回复", "answer "), &parts.into_iter().flatten().collect::<Vec<_>>().join("  "), "");
    }
    if let Some((name, how)) = verdict.settled_by {
        line(say("待定", "settles"), &format!("{name}{}{}", say("：", ": "), how.get(lang)), "");
    }
    lines.join("\n")
}
