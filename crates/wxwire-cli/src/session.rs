//! Logins that are kept: the token that scanning a code brought, and where calls with it go.

use std::time::{Duration, SystemTime};

use wxwire::catalog;
use wxwire::lang::Words;
use wxwire::login::Login;
use wxwire::operation::Entry;
use wxwire::token::Token;

use crate::account::Account;
use crate::exit::{Failure, Fault};
use crate::text::Text;
use crate::tokens::Shelf;
use crate::wire;

/// How long another login of the same account may take to be kept.
const PATIENCE: Duration = Duration::from_secs(10);

/// The account of a call with the login that is kept for it, and where the call goes: where a token is wanted and none is set.
pub fn with_login(account: Account, entry: &Entry, profile: Option<&str>, address: String) -> (Account, String) {
    let Some(token) = kept(&account, entry, profile, &address) else { return (account, address) };
    // What stands in for a gateway on this machine stands in for all of it, and no token leaves.
    let elsewhere = token.base_url.filter(|_| !wire::is_here(&address) && entry.server.is_none());
    let mut account = account;
    if let Some(way) = catalog::login(&entry.gateway) {
        account.credentials.insert(way.credential, token.value);
    }
    (account, elsewhere.unwrap_or(address))
}

/// Whether a login is kept that a call would go out with.
pub fn is_kept(account: &Account, entry: &Entry, profile: Option<&str>) -> bool {
    account.address(entry, None).is_ok_and(|address| kept(account, entry, profile, &address).is_some())
}

fn kept(account: &Account, entry: &Entry, profile: Option<&str>, address: &str) -> Option<Token> {
    let way = catalog::login(&entry.gateway).filter(|_| account.keeps_tokens)?;
    let is_wanted = entry.credentials.iter().any(|one| one.name == way.credential);
    let is_absent = account.credentials.find(way.credential).is_none();
    let shelf = Shelf::of_login(way, profile, address).filter(|_| is_wanted && is_absent)?;
    shelf.read().ok().flatten()
}

/// Keeps a login for a profile and an address, in the place of the one before; says where.
pub async fn keep(way: &Login, profile: Option<&str>, address: &str, token: &Token) -> Result<String, Failure> {
    let words = Words::new("没有可以保存登录的目录", "there is no folder to keep the login in");
    let nowhere = || Failure::new(Fault::Io, Text::from(words));
    let shelf = Shelf::of_login(way, profile, address).ok_or_else(nowhere)?;
    let _lock = shelf.lock(PATIENCE).await?;
    shelf.keep(token)?;
    Ok(shelf.path().display().to_string())
}

/// The time, in Unix seconds.
pub fn now() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_secs())
}
