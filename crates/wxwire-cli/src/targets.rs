//! Where a mock sends callbacks, as it was typed: `URL` for those of every gateway, `GATEWAY=URL`, `GATEWAY/PROFILE=URL`.

use wxwire::catalog;
use wxwire::lang::Words;
use wxwire::operation::GatewayEntry;
use wxwire_mock::callbacks::Target;

use crate::account::Account;
use crate::exit::{Failure, Fault};
use crate::text::Text;
use crate::whose;

/// The addresses that were typed, and what a person should know of them.
pub fn read(typed: &[String]) -> Result<(Vec<Target>, Vec<Text>), Failure> {
    let (mut all, mut notes) = (Vec::new(), Vec::new());
    for typed in typed {
        match typed.split_once('=').filter(|(whose, _)| !whose.contains(':')) {
            Some((typed, url)) => {
                let (gateway, profile) = whose::read(typed)?;
                all.push(one(gateway, profile, url, &mut notes)?);
            }
            None => {
                for gateway in catalog::gateways().filter(calls_back) {
                    match one(gateway, None, typed, &mut notes) {
                        Ok(target) => all.push(target),
                        // Not every gateway need be set up.
                        Err(failure) if failure.fault == Fault::Credentials => notes.push(skipped(&gateway)),
                        Err(failure) => return Err(failure),
                    }
                }
            }
        }
    }
    Ok((all, notes))
}

fn one(gateway: GatewayEntry, profile: Option<&str>, url: &str, notes: &mut Vec<Text>) -> Result<Target, Failure> {
    let account = Account::calling_back(&gateway, profile)?;
    notes.extend(account.notes);
    Target::new(gateway, url, account.credentials)
        .map_err(|error| Failure::new(Fault::Address, Text::of(|lang| error.message(lang))))
}

fn calls_back(gateway: &GatewayEntry) -> bool {
    catalog::incoming(gateway).is_some_and(|incoming| !incoming.callbacks().is_empty())
}

fn skipped(gateway: &GatewayEntry) -> Text {
    let words = Words::new("没有设置回调密钥，不发送回调", "no keys for its callbacks are set, so it sends none");
    Text::from(words).about(gateway.name)
}
