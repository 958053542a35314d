//! Where what a person configures is kept.

use std::path::PathBuf;

/// The folder for configuration: `wxwire` in that of the person.
pub fn folder() -> Option<PathBuf> {
    let config = set("XDG_CONFIG_HOME").or_else(|| Some(set("HOME")?.join(".config"))).or_else(|| set("APPDATA"));
    Some(config?.join("wxwire"))
}

/// A path that the environment names.
pub fn set(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
