//! The help of a field, in both languages, out of its doc comment.

use crate::lang::Lang;

/// A doc comment, taken apart. Its paragraphs in English and in Chinese stand in any order; in each language the first
/// sentence is the title and the rest is help. A short one stands on one line: English, ` · `, Chinese.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Docs {
    zh: String,
    en: String,
}

impl Docs {
    /// Takes a doc comment apart.
    pub fn parse(comment: &str) -> Self {
        if let Some((en, zh)) = comment.split_once(" · ").filter(|_| !comment.contains("\n\n")) {
            let line = |text: &str, joint| text.lines().map(str::trim).collect::<Vec<_>>().join(joint);
            return Self { zh: line(zh, ""), en: line(en, " ") };
        }
        let mut docs = Self::default();
        for paragraph in comment.split("\n\n") {
            let (side, joint) = if paragraph.chars().any(is_han) { (&mut docs.zh, "") } else { (&mut docs.en, " ") };
            let text = paragraph.lines().map(str::trim).collect::<Vec<_>>().join(joint);
            if !side.is_empty() {
                side.push(' ');
            }
            side.push_str(&text);
        }
        docs
    }

    /// Help whose languages are told apart.
    pub(crate) fn of(en: String, zh: String) -> Self {
        Self { zh, en }
    }

    /// Whether something is said in a language, in that language.
    pub fn has(&self, lang: Lang) -> bool {
        match lang {
            Lang::Zh => self.zh.chars().any(is_han),
            Lang::En => !self.en.is_empty() && !self.en.chars().any(is_han),
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }

    /// The first sentence, without its full stop.
    pub fn title(&self, lang: Lang) -> &str {
        self.split(lang).0
    }

    /// What follows the first sentence; may be empty.
    pub fn help(&self, lang: Lang) -> &str {
        self.split(lang).1
    }

    /// The whole text; in the other language, where it is said in one alone.
    pub fn text(&self, lang: Lang) -> &str {
        let (own, other) = match lang {
            Lang::Zh => (&self.zh, &self.en),
            Lang::En => (&self.en, &self.zh),
        };
        if own.is_empty() { other } else { own }
    }

    fn split(&self, lang: Lang) -> (&str, &str) {
        let text = self.text(lang);
        match text.split_once('。').or_else(|| text.split_once(". ")) {
            Some((title, help)) => (title, help.trim()),
            None => (text.trim_end_matches('.'), ""),
        }
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
