//! Where what a person configures is kept, and what the program keeps for itself.

use std::path::PathBuf;

/// The folder for configuration: `wxwire` in that of the person.
pub fn folder() -> Option<PathBuf> {
    let config = set("XDG_CONFIG_HOME").or_else(|| Some(set("HOME")?.join(".config"))).or_else(|| set("APPDATA"));
    Some(config?.join("wxwire"))
}

/// The folder for what can be fetched anew: `wxwire` in that of the person. A path that is not absolute names none.
pub fn cache() -> Option<PathBuf> {
    let own = set("XDG_CACHE_HOME").filter(|path| path.is_absolute());
    let cache = own.or_else(|| Some(set("HOME")?.join(".cache"))).or_else(|| set("LOCALAPPDATA"));
    Some(cache?.join("wxwire"))
}

/// The folder for what is remembered from one run to the next: `wxwire` in that of the person.
pub fn state() -> Option<PathBuf> {
    let own = set("XDG_STATE_HOME").filter(|path| path.is_absolute());
    let state = own.or_else(|| Some(set("HOME")?.join(".local/state"))).or_else(|| set("LOCALAPPDATA"));
    Some(state?.join("wxwire"))
}

/// A path that the environment names.
pub fn set(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
