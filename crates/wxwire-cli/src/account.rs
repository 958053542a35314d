//! Credentials and addresses: from a profile file or from the environment, never from an argument.

use wxwire::catalog;
use wxwire::operation::{Entry, GatewayEntry};
use wxwire::request::{BuildError, is_base_url};
use wxwire::secret::{Credentials, Secret};

use crate::args::Options;
use crate::exit::{Failure, Fault};
use crate::profiles::{BASE_URL, Profiles, Settings};

/// The profile that counts where none is named.
const DEFAULT: &str = "default";

/// Who sends, and where to.
#[derive(Debug, Default)]
pub struct Account {
    pub credentials: Credentials,
    pub base_url: Option<String>,
    /// What a person should know of where they come from.
    pub notes: Vec<String>,
}

impl Account {
    /// The account for a gateway. A named profile counts alone, so that one account's message never goes out with
    /// another's token; without a name, the environment counts before the profile `default`.
    pub fn find(gateway: &GatewayEntry, profile: Option<&str>, options: &Options) -> Result<Self, Failure> {
        let mut sources = Sources { gateway, profile, options, file: None, notes: vec![] };
        let base_url = sources.setting(BASE_URL)?;
        let mut credentials = Credentials::new();
        for credential in catalog::credentials(gateway) {
            if let Some(value) = sources.setting(credential.name)? {
                credentials.insert(credential.name, Secret::new(value));
            }
        }
        Ok(Self { credentials, base_url, notes: sources.notes })
    }

    /// The address to send to: what was typed, what the account says, or what the vendor documents.
    pub fn address(&self, entry: &Entry, typed: Option<&str>, options: &Options) -> Result<String, Failure> {
        let known = typed.or(self.base_url.as_deref()).or(entry.base_url());
        if let Some(wrong) = known.filter(|known| !is_base_url(known)) {
            return Err(Failure::new(Fault::Address, BuildError::bad_url(wrong).message(options.lang())));
        }
        known.map(String::from).ok_or_else(|| {
            let variable = entry.gateway.variable(BASE_URL);
            let words = options.say("缺少网关地址；请用 --base-url 或设置", "no address: give --base-url, or set");
            Failure::new(
                Fault::Address,
                format!("{words} {variable}\n{}", entry.gateway.base_url_help.get(options.lang())),
            )
        })
    }
}

/// Where the settings of an account are looked for.
struct Sources<'s> {
    gateway: &'s GatewayEntry,
    profile: Option<&'s str>,
    options: &'s Options,
    /// The profile's settings, once something was looked for in the file.
    file: Option<Settings>,
    notes: Vec<String>,
}

impl Sources<'_> {
    /// A setting without the blanks around it, which no gateway means and every editor adds.
    fn setting(&mut self, name: &str) -> Result<Option<String>, Failure> {
        let Some((place, value)) = self.find(name)? else { return Ok(None) };
        let trimmed = value.trim();
        if trimmed.len() < value.len() {
            let words = self.options.say("前后的空白已去掉", "the blanks around it were left out");
            self.notes.push(format!("{place}{}{words}", self.options.say("：", ": ")));
        }
        if trimmed.contains(char::is_control) {
            let words = self.options.say("含有控制字符", "it holds a control character");
            let message = format!("{place}{}{words}", self.options.say("：", ": "));
            return Err(Failure::new(Fault::Credentials, message));
        }
        Ok(Some(trimmed.to_owned()).filter(|value| !value.is_empty()))
    }

    /// A setting as it stands, and where.
    fn find(&mut self, name: &str) -> Result<Option<(String, String)>, Failure> {
        if self.profile.is_none() {
            let variable = self.gateway.variable(name);
            match std::env::var_os(&variable).filter(|value| !value.is_empty()).map(|value| value.into_string()) {
                Some(Ok(value)) => return Ok(Some((variable, value))),
                Some(Err(_)) => {
                    let words = self.options.say("不是 UTF-8", "is not UTF-8");
                    return Err(Failure::new(Fault::Credentials, format!("{variable} {words}")));
                }
                None => {}
            }
        }
        let profile = self.profile.unwrap_or(DEFAULT);
        if self.file.is_none() {
            self.file = Some(self.read(profile)?);
        }
        let value = self.file.as_ref().and_then(|settings| settings.get(name)).cloned();
        Ok(value.map(|value| (format!("[{profile}.{}] {name}", self.gateway.name), value)))
    }

    fn read(&mut self, profile: &str) -> Result<Settings, Failure> {
        let profiles = Profiles::read(self.options)?;
        let settings = profiles.as_ref().map(|file| file.settings(profile, self.gateway, self.options)).transpose()?;
        let section = format!("[{profile}.{}]", self.gateway.name);
        match (settings.flatten(), profiles) {
            (Some(settings), Some(file)) => {
                let path = file.path().display();
                if self.profile.is_none() {
                    let words = self.options.say("使用配置", "settings from the profile");
                    self.notes.push(format!("{words} {section} {path}"));
                }
                let secret = settings.keys().any(|name| name != BASE_URL);
                if let Some(mode) = file.open_mode().filter(|_| secret) {
                    let words = self.options.say("其他用户可以访问，请执行", "others can get at it; run");
                    let colon = self.options.say("：", ": ");
                    self.notes.push(format!("{path} ({mode:04o}){colon}{words} chmod 600 {path}"));
                }
                Ok(settings)
            }
            (_, file) if self.profile.is_some() => {
                let words =
                    self.options.say("配置文件中没有这个配置或网关", "no such profile, or no such gateway in it");
                let path = file.map_or_else(String::new, |file| format!(" {}", file.path().display()));
                let message = format!("{words}{}{section}{path}", self.options.say("：", ": "));
                Err(Failure::new(Fault::NoSuchProfile, message))
            }
            _ => Ok(Settings::new()),
        }
    }
}

/// The names of all profiles that can be read.
pub fn profile_names(options: &Options) -> Vec<String> {
    Profiles::read(options).ok().flatten().map(|file| file.names()).unwrap_or_default()
}
