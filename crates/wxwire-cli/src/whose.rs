//! Whose callbacks are meant: `GATEWAY`, or `GATEWAY/PROFILE`.

use wxwire::catalog;
use wxwire::lang::Lang;
use wxwire::operation::GatewayEntry;

use crate::exit::Failure;
use crate::text::Text;

/// The gateway that was typed, and the profile.
pub fn read(typed: &str) -> Result<(GatewayEntry, Option<&str>), Failure> {
    let (name, profile) = typed.split_once('/').map_or((typed, None), |(name, profile)| (name, Some(profile)));
    let Some(gateway) = catalog::gateways().find(|gateway| gateway.name == name) else {
        let names: Vec<_> = catalog::gateways().map(|known| known.name).collect();
        return Err(Failure::usage(Text::of(|lang| match lang {
            Lang::Zh => format!("没有这个网关：{name}；可选 {}", names.join("、")),
            Lang::En => format!("no such gateway: {name}; possible: {}", names.join(", ")),
        })));
    };
    Ok((gateway, profile))
}
