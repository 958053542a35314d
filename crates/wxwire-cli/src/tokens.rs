//! The token of a call: the one that is kept, or one that is fetched now. Of several processes one fetches, and the others
//! take what it got.

mod shelf;

pub use shelf::{Lock, Shelf};

use std::pin::Pin;
use std::time::{Duration, SystemTime};

use wxwire::lang::{Lang, Words};
use wxwire::operation::Entry;
use wxwire::request::BuildError;
use wxwire::secret::{Credentials, Secret};
use wxwire::token::{Fetch, Token};
use wxwire::verdict::{Level, Reason, Verdict, Why};

use crate::account::Account;
use crate::link::Link;
use crate::text::Text;
use crate::transmit::{Exchange, Sent};
use crate::wire;

/// So much longer than for an answer is waited for another process that fetches.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where the token of a call comes from.
#[derive(Debug)]
pub struct Tokens<'a> {
    account: &'a Account,
    fetch: Fetch,
    address: String,
    link: &'a Link,
    shelf: Option<Shelf>,
    /// What a person should know of where it comes from.
    pub notes: Vec<Text>,
}

/// What came of looking for a token.
pub enum Obtained {
    /// One that is kept.
    Kept(Token),
    /// One that was fetched now. Where there is a lock, nobody else has it until it is kept.
    Fetched(Token, Option<Lock>),
    /// None, and why: nothing is sent.
    Nothing(Box<Sent>),
}

impl<'a> Tokens<'a> {
    /// Where the token comes from that a call takes, which goes to an address.
    pub fn new(fetch: Fetch, entry: &Entry, account: &'a Account, address: &str, link: &'a Link) -> Self {
        let address = address_of(&fetch, entry, address);
        let mut tokens = Self { account, fetch, address, link, shelf: None, notes: vec![] };
        if account.keeps_tokens {
            tokens.shelf = Shelf::of(&tokens.fetch, &account.credentials, &tokens.address);
        }
        tokens
    }

    /// The account with a token.
    pub fn with(&self, token: &Secret) -> Credentials {
        self.account.credentials.clone().with(self.fetch.credential(), token.reveal())
    }

    /// The token that is kept, if it is good. What stands there instead is remarked on once.
    pub fn kept(&mut self) -> Option<Token> {
        let shelf = self.shelf.as_ref()?;
        match shelf.read() {
            Ok(token) => token.filter(|token| token.is_good(now())),
            Err(text) => {
                let note = text.about(&shelf.path().display().to_string());
                if !self.notes.contains(&note) {
                    self.notes.push(note);
                }
                None
            }
        }
    }

    /// Another token than the one that was refused: what another process fetched since, or one that is fetched now.
    pub async fn obtain(
        &mut self,
        refused: Option<&Token>,
        mut end: Pin<&mut impl Future<Output = &'static str>>,
    ) -> Result<Obtained, BuildError> {
        let mut lock = None;
        if let Some(shelf) = &self.shelf {
            let locked = tokio::select! {
                locked = shelf.lock(self.link.times.timeout.saturating_add(PATIENCE)) => locked,
                name = end.as_mut() => return Ok(self.nothing(Why::Interrupted, name)),
            };
            match locked {
                Ok(Some(own)) => lock = Some(own),
                Ok(None) => return Ok(self.nothing(Why::TokenBusy, &shelf.path().display().to_string())),
                Err(error) => self.not_kept(&error),
            }
        }
        if let Some(token) = self.kept().filter(|token| refused.is_none_or(|refused| refused.value != token.value)) {
            return Ok(Obtained::Kept(token));
        }
        let Fetch { entry, values, .. } = &self.fetch;
        let own = &self.account.credentials;
        let exchange = Exchange::of(entry, values, own, &self.address, self.link, end).await?;
        let brought = match &exchange.answer {
            Ok(answer) => self.fetch.read(answer, now()),
            Err(verdict) => Err(verdict.clone()),
        };
        Ok(match brought {
            Ok(token) => {
                let text = Text::of(|lang| match lang {
                    Lang::Zh => format!("已通过 {} 获取", entry.id),
                    Lang::En => format!("fetched with {}", entry.id),
                });
                self.notes.push(text.about(self.fetch.credential()));
                Obtained::Fetched(token, lock)
            }
            Err(verdict) => {
                let found = exchange.answer.as_ref().ok().and_then(|answer| self.fetch.find(answer.body()));
                let secrets = found.map_or_else(|| own.clone(), |token| self.with(&token));
                let mut sent = exchange.told(verdict, &secrets);
                sent.fetch = Some(self.fetch.clone());
                Obtained::Nothing(Box::new(sent))
            }
        })
    }

    /// Keeps a token that was tried, for the runs to come.
    pub fn keep(&mut self, token: &Token) {
        if let Some(Err(error)) = self.shelf.as_ref().map(|shelf| shelf.keep(token)) {
            self.not_kept(&error);
        }
    }

    /// Says that a token is refused which was fetched a moment ago, and does not keep it.
    pub fn give_up(&mut self, token: &Token) {
        if let Some(shelf) = &self.shelf {
            shelf.forget(token);
        }
        let words = Words::new(
            "刚获取就被拒绝，不再重新获取",
            "refused right after it was fetched, so it is not fetched again",
        );
        self.notes.push(Text::from(words).about(self.fetch.credential()));
    }

    /// Says that nothing can be kept, and tries no more.
    fn not_kept(&mut self, error: &std::io::Error) {
        let Some(shelf) = self.shelf.take() else { return };
        let words = Words::new("token 没有保存", "the token was not kept");
        let text = Text::from(error).about(&shelf.path().display().to_string());
        self.notes.push(Text::of(|lang| {
            let colon = if lang == Lang::Zh { "：" } else { ": " };
            format!("{}{colon}{}", words.get(lang), text.get(lang))
        }));
    }

    fn nothing(&self, why: Why, detail: &str) -> Obtained {
        let verdict = Verdict::of(Level::NotSent, Reason::new(why, detail));
        Obtained::Nothing(Box::new(Sent::nothing(verdict, Some(self.fetch.clone()))))
    }
}

/// Where a token is fetched for a call that goes to an address. A call for tokens with a host of its own goes there, wherever
/// the others go; but what stands in for a gateway on this machine stands in for all of it, and no secret leaves.
fn address_of(fetch: &Fetch, entry: &Entry, address: &str) -> String {
    match fetch.entry.server {
        Some(own) if !wire::is_here(address) => own.to_owned(),
        None if entry.server == Some(address) => entry.gateway.base_url.unwrap_or(address).to_owned(),
        _ => address.to_owned(),
    }
}

/// The time, in Unix seconds.
fn now() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_secs())
}

#[cfg(test)]
mod tests {
    use wxwire::catalog;

    use super::*;

    #[test]
    fn a_call_for_tokens_with_a_host_of_its_own_goes_there() {
        let at = |id: &str, names: [&str; 2], address: &str| {
            let entry = catalog::find(id).expect("a call");
            let account = names.iter().fold(Credentials::new(), |all, name| all.with(name, "x"));
            address_of(&Fetch::of(entry, &account).expect("a way"), entry, address)
        };
        let youmi = |address: &str| at("youmi.send_public_message", ["client_id", "client_secret"], address);
        assert_eq!(youmi("https://tenant.example"), "https://sso.yunshouzhi.net");
        for here in ["http://127.0.0.1:8765/youmi", "http://localhost", "https://[::1]:1/x", "http://LOCALHOST:80/"] {
            assert_eq!(youmi(here), here);
        }
        for elsewhere in ["http://127.0.0.1.example", "https://localhost.example/", "http://10.0.0.1"] {
            assert_eq!(youmi(elsewhere), "https://sso.yunshouzhi.net", "{elsewhere}");
        }
        let wecom = |address: &str| at("wecom.message_send", ["corpid", "corpsecret"], address);
        assert_eq!(wecom("https://proxy.example/wecom"), "https://proxy.example/wecom");
    }
}
