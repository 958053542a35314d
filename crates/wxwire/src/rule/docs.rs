//! The help of a field, in both languages, out of its doc comment.

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::lang::Lang;

/// A doc comment, taken apart. Its paragraphs in English and in Chinese stand in any order; in each language the first
/// sentence is the title and the rest is help. A short one stands on one line: English, ` · `, Chinese.
#[derive(Clone, Default)]
pub struct Docs(Option<Arc<Comment>>);

/// A doc comment. Most are never shown, so it is taken apart when it is first asked for.
#[derive(Debug, Default)]
struct Comment {
    text: String,
    said: OnceLock<Said>,
}

/// What is said in each language; what tells of a field's values, shares it.
#[derive(Debug, Eq, PartialEq)]
struct Said {
    zh: Text,
    en: Text,
}

static NOTHING: Said = Said { zh: Text::EMPTY, en: Text::EMPTY };

impl PartialEq for Docs {
    fn eq(&self, other: &Self) -> bool {
        self.said() == other.said()
    }
}

impl Eq for Docs {}

impl fmt::Debug for Docs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Docs").field(self.said()).finish()
    }
}

impl Said {
    fn of(en: String, zh: String) -> Self {
        Self { zh: Text::of(zh), en: Text::of(en) }
    }

    /// Takes a doc comment apart.
    fn parse(comment: &str) -> Self {
        if let Some((en, zh)) = comment.split_once(" · ").filter(|_| !comment.contains("\n\n")) {
            let line = |text: &str, joint| text.lines().map(str::trim).collect::<Vec<_>>().join(joint);
            return Self::of(line(en, " "), line(zh, ""));
        }
        let (mut zh, mut en) = (String::new(), String::new());
        for paragraph in comment.split("\n\n") {
            let (side, joint) = if paragraph.chars().any(is_han) { (&mut zh, "") } else { (&mut en, " ") };
            let text = paragraph.lines().map(str::trim).collect::<Vec<_>>().join(joint);
            if !side.is_empty() {
                side.push(' ');
            }
            side.push_str(&text);
        }
        Self::of(en, zh)
    }
}

impl Docs {
    /// The help that a doc comment is.
    pub fn parse(comment: impl Into<String>) -> Self {
        let text = comment.into();
        let is_said = !text.trim().is_empty();
        Self(is_said.then(|| Arc::new(Comment { text, ..Comment::default() })))
    }

    /// Help whose languages are told apart.
    pub(crate) fn of(en: String, zh: String) -> Self {
        let is_said = !zh.is_empty() || !en.is_empty();
        Self(is_said.then(|| Arc::new(Comment { said: Said::of(en, zh).into(), ..Comment::default() })))
    }

    /// Whether something is said in a language, in that language.
    pub fn has(&self, lang: Lang) -> bool {
        match lang {
            Lang::Zh => self.said().zh.all.chars().any(is_han),
            Lang::En => !self.said().en.all.is_empty() && !self.said().en.all.chars().any(is_han),
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The first sentence, without its full stop.
    pub fn title(&self, lang: Lang) -> &str {
        self.spoken(lang).title()
    }

    /// What follows the first sentence; may be empty.
    pub fn help(&self, lang: Lang) -> &str {
        self.spoken(lang).help()
    }

    /// The whole text; in the other language, where it is said in one alone.
    pub fn text(&self, lang: Lang) -> &str {
        &self.spoken(lang).all
    }

    fn spoken(&self, lang: Lang) -> &Text {
        let Said { zh, en } = self.said();
        let (own, other) = match lang {
            Lang::Zh => (zh, en),
            Lang::En => (en, zh),
        };
        if own.all.is_empty() { other } else { own }
    }

    fn said(&self) -> &Said {
        self.0.as_deref().map_or(&NOTHING, |comment| comment.said.get_or_init(|| Said::parse(&comment.text)))
    }
}

/// A text, and where its first sentence ends and the rest begins.
#[derive(Debug, Eq, PartialEq)]
struct Text {
    all: String,
    title: usize,
    help: usize,
}

impl Text {
    const EMPTY: Self = Self { all: String::new(), title: 0, help: 0 };

    fn of(all: String) -> Self {
        let (title, help) = match all.split_once('。').or_else(|| all.split_once(". ")) {
            Some((title, help)) => (title.len(), all.len() - help.trim_start().len()),
            None => (all.trim_end_matches('.').len(), all.len()),
        };
        Self { all, title, help }
    }

    fn title(&self) -> &str {
        &self.all[..self.title]
    }

    fn help(&self) -> &str {
        self.all[self.help..].trim_end()
    }
}

fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_languages_and_titles_apart() {
        let docs = Docs::parse("The sender. An account\nthat is online.\n\n发送账号。须在线。");
        assert_eq!((docs.title(Lang::En), docs.help(Lang::En)), ("The sender", "An account that is online."));
        assert_eq!((docs.title(Lang::Zh), docs.help(Lang::Zh)), ("发送账号", "须在线。"));
        let english = Docs::parse("The sender.");
        assert_eq!((english.text(Lang::Zh), english.title(Lang::Zh)), ("The sender.", "The sender"));
        assert!(!english.has(Lang::Zh));
        let short = Docs::parse("The text. At most\n20 bytes. · 文本。最多 20 字节。");
        assert_eq!((short.title(Lang::En), short.help(Lang::En)), ("The text", "At most 20 bytes."));
        assert_eq!((short.title(Lang::Zh), short.help(Lang::Zh)), ("文本", "最多 20 字节。"));
    }
}
