//! What is wrong with a text that should be a fault.

use std::fmt;

use wxwire::lang::Lang;

use super::Fault;

/// A text that is no fault.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum FaultError {
    /// There is none of this name.
    Name(String),
    /// What stands behind the name is not what it takes; how it is written.
    Argument(String, &'static str),
    /// What stands behind `@` or `/` is no number from 1.
    Which(String),
}

impl FaultError {
    /// What is wrong with a text, of which this part should be the name and what it takes.
    pub(super) fn of(text: &str, kind: &str) -> Self {
        let name = |kind: &'_ str| kind.split('=').next().unwrap_or_default().to_owned();
        let known = Fault::KNOWN.iter().find(|(known, _)| name(known) == name(kind));
        known.map_or_else(|| Self::Name(text.to_owned()), |(known, _)| Self::Argument(text.to_owned(), known))
    }

    /// The error in words, with what would be right.
    pub fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Name(text), lang) => {
                let known: Vec<_> = Fault::KNOWN.iter().map(|(text, _)| *text).collect();
                let when = Fault::WHEN.iter().map(|(text, words)| format!("{text} {}", words.get(lang)));
                let when: Vec<_> = when.collect();
                match lang {
                    Lang::Zh => format!("没有这种故障：{text}；可用 {}；{}", known.join("、"), when.join("；")),
                    Lang::En => format!("no such fault: {text}; known: {}; {}", known.join(", "), when.join("; ")),
                }
            }
            (Self::Argument(text, known), Lang::Zh) => format!("参数不对：{text}；写法如 {known}"),
            (Self::Argument(text, known), Lang::En) => format!("{text} is written otherwise, as in {known}"),
            (Self::Which(text), Lang::Zh) => format!("{text}：@ 和 / 后面应为从 1 开始的整数"),
            (Self::Which(text), Lang::En) => format!("{text}: behind @ or / stands a whole number from 1"),
        }
    }
}

impl fmt::Display for FaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for FaultError {}
