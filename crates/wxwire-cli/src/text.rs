//! A text in both languages: which of them is shown is chosen where it is shown, at the edge.

use wxwire::lang::{Lang, Words};

/// A text in both languages.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Text {
    zh: String,
    en: String,
}

impl Text {
    /// A text that a language makes.
    pub fn of(make: impl Fn(Lang) -> String) -> Self {
        Self { zh: make(Lang::Zh), en: make(Lang::En) }
    }

    /// The text in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// Behind what it is about: a name, a place.
    #[must_use]
    pub fn about(self, what: &str) -> Self {
        Self { zh: format!("{what}：{}", self.zh), en: format!("{what}: {}", self.en) }
    }
}

/// A text in two languages that is fixed.
impl From<Words> for Text {
    fn from(words: Words) -> Self {
        Self::of(|lang| words.get(lang).to_owned())
    }
}

/// What the system says, in its own language.
impl From<String> for Text {
    fn from(text: String) -> Self {
        Self { zh: text.clone(), en: text }
    }
}
