//! What the page fetches of calls that it was not built with: those of gateways that were added since.

use std::path::Path;

use wxwire::catalog;

/// The list of all calls.
const ALL: &str = "calls.json";

/// The text of a file that the page's folder does not have: a gateway's calls, or their replies.
pub fn made(path: &Path) -> Option<String> {
    let name = path.to_str()?;
    let gateway = name.strip_prefix("calls/")?.split('.').next()?;
    let gateway = catalog::gateways().find(|own| own.name == gateway)?;
    let (_, text) = catalog::calls_to_json(&gateway).into_iter().find(|(own, _)| own == name)?;
    Some(text)
}

/// The list of all calls, where the one in the page's folder does not know all gateways.
pub fn listed(page: &Path, path: &Path) -> Option<String> {
    let is_known = |name: &str, kept: &str| kept.contains(&format!("[\"{name}\""));
    if path != Path::new(ALL) {
        return None;
    }
    let kept = std::fs::read_to_string(page.join(ALL)).ok()?;
    catalog::gateways().any(|gateway| !is_known(gateway.name, &kept)).then(catalog::index_to_json)
}
