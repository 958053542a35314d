//! Whose callbacks are meant: `GATEWAY`, or `GATEWAY/PROFILE`.

use wxwire::catalog;
use wxwire::lang::Words;
use wxwire::operation::GatewayEntry;

use crate::exit::Failure;
use crate::text::Text;

/// The gateway that was typed, and the profile.
pub fn read(typed: &str) -> Result<(GatewayEntry, Option<&str>), Failure> {
    let (name, profile) = typed.split_once('/').map_or((typed, None), |(name, profile)| (name, Some(profile)));
    let Some(gateway) = catalog::gateways().find(|gateway| gateway.name == name) else {
        let names = catalog::gateways().map(|known| known.name).collect::<Vec<_>>().join(", ");
        let words = Words::new("没有这个网关", "no such gateway");
        return Err(Failure::usage(Text::of(|lang| format!("{}: {name} ({names})", words.get(lang)))));
    };
    Ok((gateway, profile))
}
