//! Which of many payloads somebody wants to see.

use clap::ValueEnum;
use wxwire::catalog;
use wxwire::explain::{Kind, Part};
use wxwire::lang::Words;

use crate::exit::Failure;
use crate::text::Text;

/// A kind that is asked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Only {
    Callback,
    Reply,
    Request,
}

/// What is asked for; all, where nothing is.
#[derive(Debug)]
pub(super) struct Filter {
    only: Option<Only>,
    gateway: Option<String>,
}

impl Filter {
    pub(super) fn new(only: Option<Only>, gateway: Option<&str>) -> Result<Self, Failure> {
        if let Some(name) = gateway.filter(|name| catalog::gateways().all(|known| known.name != *name)) {
            let words = Words::new("没有这个网关", "no such gateway");
            return Err(Failure::usage(Text::of(|lang| format!("{}: {name}", words.get(lang)))));
        }
        Ok(Self { only, gateway: gateway.map(str::to_owned) })
    }

    /// Whether anything is asked for but all.
    pub(super) fn is_set(&self) -> bool {
        self.only.is_some() || self.gateway.is_some()
    }

    pub(super) fn takes(&self, part: &Part<'_>) -> bool {
        let what = &part.explanation;
        let is_kind = match self.only {
            None => true,
            Some(Only::Callback) => what.kind == Kind::Callback,
            Some(Only::Reply) => matches!(what.kind, Kind::Reply | Kind::Page),
            Some(Only::Request) => what.kind == Kind::Request,
        };
        let is_its = |name: &String| {
            what.gateway.is_some_and(|gateway| gateway.name == *name)
                || what.codes.iter().any(|code| code.gateway.name == *name)
                || what.candidates.iter().any(|entry| entry.gateway.name == *name)
        };
        is_kind && self.gateway.as_ref().is_none_or(is_its)
    }
}
