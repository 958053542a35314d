//! Credentials and addresses: from a profile file or from the environment, never from an argument.

use std::collections::BTreeMap;
use std::path::PathBuf;

use wxwire::catalog;
use wxwire::operation::{Entry, GatewayEntry};
use wxwire::request::{BuildError, is_base_url};
use wxwire::secret::{Credentials, Secret};

use crate::args::Options;
use crate::exit::{Exit, Failure};

/// The setting of a gateway that is its address.
const BASE_URL: &str = "base_url";

/// Profile, gateway, setting.
type Profiles = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

/// Who sends, and where to.
#[derive(Debug, Default)]
pub struct Account {
    pub credentials: Credentials,
    pub base_url: Option<String>,
}

impl Account {
    /// The account for a gateway. A named profile counts alone, so that one account's message never goes out with
    /// another's token; without a name, the environment counts before the profile `default`.
    pub fn find(gateway: &GatewayEntry, profile: Option<&str>, options: &Options) -> Result<Self, Failure> {
        let profiles = read_profiles(options)?;
        let settings = profiles.get(profile.unwrap_or("default")).and_then(|profile| profile.get(gateway.name));
        if let (Some(name), None) = (profile, settings) {
            let (zh, en) = ("配置文件中没有这个配置或网关", "no such profile, or no such gateway in it");
            let file = profiles_path().map(|path| path.display().to_string()).unwrap_or_default();
            let message = format!("{}: [{name}.{}] {file}", options.say(zh, en), gateway.name);
            return Err(Failure::new(Exit::Credentials, message));
        }
        let from_environment = |setting: &str| match profile {
            Some(_) => None,
            None => std::env::var(gateway.variable(setting)).ok().filter(|value| !value.is_empty()),
        };
        let setting = |name: &str| from_environment(name).or_else(|| settings?.get(name).cloned());
        let mut account = Self { credentials: Credentials::new(), base_url: setting(BASE_URL) };
        for credential in catalog::credentials(gateway) {
            if let Some(value) = setting(credential.name) {
                account.credentials.insert(credential.name, Secret::new(value));
            }
        }
        Ok(account)
    }

    /// The address to send to: what was typed, what the account says, or what the vendor documents.
    pub fn address(&self, entry: &Entry, typed: Option<&str>, options: &Options) -> Result<String, Failure> {
        let known = typed.or(self.base_url.as_deref()).or(entry.base_url());
        if let Some(wrong) = known.filter(|known| !is_base_url(known)) {
            return Err(Failure::usage(BuildError::BaseUrl(wrong.to_owned()).message(options.lang())));
        }
        known.map(String::from).ok_or_else(|| {
            let variable = entry.gateway.variable(BASE_URL);
            let words = options.say("缺少网关地址；请用 --base-url 或设置", "no address: give --base-url, or set");
            Failure::usage(format!("{words} {variable}\n{}", entry.gateway.base_url_help.get(options.lang())))
        })
    }
}

/// The names of all profiles.
pub fn profile_names(options: &Options) -> Vec<String> {
    read_profiles(options).map(|profiles| profiles.into_keys().collect()).unwrap_or_default()
}

/// Where profiles are kept: `WXWIRE_PROFILES`, or `wxwire/profiles.toml` in the folder for configuration.
pub fn profiles_path() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let config = || set("XDG_CONFIG_HOME").or_else(|| Some(set("HOME")?.join(".config"))).or_else(|| set("APPDATA"));
    set("WXWIRE_PROFILES").or_else(|| Some(config()?.join("wxwire").join("profiles.toml")))
}

fn read_profiles(options: &Options) -> Result<Profiles, Failure> {
    let Some(path) = profiles_path().filter(|path| path.exists()) else { return Ok(Profiles::new()) };
    let fault = |message: String| Failure::usage(format!("{}: {message}", path.display()));
    let text = std::fs::read_to_string(&path).map_err(|error| fault(error.to_string()))?;
    // The parser's message may quote what it found, and that may be a secret: the line must do.
    let profiles = toml::from_str(&text).map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| text[..span.start.min(text.len())].lines().count().max(1));
        let (zh, en) = ("行无法读取；写法", "this line cannot be read; write");
        fault(format!("{at}: {}: [profile.gateway] name = \"value\"", options.say(zh, en)))
    })?;
    match unknown(&profiles) {
        Some(name) => {
            Err(fault(format!("{} {name}", options.say("没有这种网关或设置：", "no such gateway or setting:"))))
        }
        None => Ok(profiles),
    }
}

/// A gateway or a setting that does not exist, mostly a slip of the pen; with what exists beside it.
fn unknown(profiles: &Profiles) -> Option<String> {
    let settings =
        |gateway: &GatewayEntry| catalog::credentials(gateway).into_iter().map(|one| one.name).chain([BASE_URL]);
    let list = |names: &mut dyn Iterator<Item = &'static str>| names.collect::<Vec<_>>().join(", ");
    profiles.iter().flat_map(|(profile, gateways)| gateways.iter().map(move |one| (profile, one))).find_map(
        |(profile, (name, own))| match catalog::gateways().find(|gateway| gateway.name == name) {
            None => {
                Some(format!("[{profile}.{name}] ({})", list(&mut catalog::gateways().map(|gateway| gateway.name))))
            }
            Some(gateway) => {
                let wrong = own.keys().find(|setting| !settings(&gateway).any(|known| known == *setting))?;
                Some(format!("[{profile}.{name}] {wrong} ({})", list(&mut settings(&gateway))))
            }
        },
    )
}
