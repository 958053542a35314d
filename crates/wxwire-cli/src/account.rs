//! Credentials and addresses: from a profile file or from the environment, never from an argument.

use std::ffi::OsString;

use wxwire::catalog;
use wxwire::lang::{Lang, Words};
use wxwire::operation::{Entry, GatewayEntry};
use wxwire::request::{BuildError, is_base_url};
use wxwire::secret::{Credential, Credentials, Secret};
use wxwire::token::Fetch;

use crate::commands::login;
use crate::exit::{Failure, Fault};
use crate::profiles::{BASE_URL, Profiles, Settings};
use crate::text::Text;

/// The profile that counts where none is named.
const DEFAULT: &str = "default";

/// Who sends, and where to.
#[derive(Debug, Default)]
pub struct Account {
    pub credentials: Credentials,
    pub base_url: Option<String>,
    /// What a person should know of where they come from.
    pub notes: Vec<Text>,
    /// Whether a token that was fetched for it is good in the next run.
    pub keeps_tokens: bool,
}

impl Account {
    /// The account for a gateway. A named profile counts alone, so that one account's message never goes out with
    /// another's token; without a name, the environment counts before the profile `default`.
    pub fn find(gateway: &GatewayEntry, profile: Option<&str>) -> Result<Self, Failure> {
        let mut sources = Sources::new(gateway, profile);
        let base_url = sources.setting(BASE_URL)?;
        let of_types = catalog::typed().filter(|entry| entry.gateway.name == gateway.name);
        let known: Vec<_> = gateway.credentials.iter().chain(of_types.flat_map(|entry| entry.credentials)).collect();
        // What only documents name is mostly not set, and to read all of a gateway's takes longer than to send.
        let credentials = match sources.have_others(&known) {
            true => sources.credentials(catalog::credentials(gateway))?,
            false => sources.credentials(known)?,
        };
        Ok(Self { credentials, base_url, notes: sources.notes, keeps_tokens: true })
    }

    /// The same without a credential: it is fetched.
    pub fn without(self, credential: Option<&str>) -> Self {
        match credential {
            Some(name) => Self { credentials: self.credentials.without(name), ..self },
            None => self,
        }
    }

    /// What opens a gateway's callbacks. As [`Account::find`], but what is absent is an error.
    pub fn receiving(gateway: &GatewayEntry, profile: Option<&str>) -> Result<Self, Failure> {
        Self::of_callbacks(gateway, profile, &[])
    }

    /// The same for whoever imitates the gateway: it knows, too, whom callbacks are for.
    pub fn calling_back(gateway: &GatewayEntry, profile: Option<&str>) -> Result<Self, Failure> {
        Self::of_callbacks(gateway, profile, catalog::receiving(gateway).of_account())
    }

    fn of_callbacks(
        gateway: &GatewayEntry,
        profile: Option<&str>,
        more: &'static [Credential],
    ) -> Result<Self, Failure> {
        let wanted = catalog::receiving(gateway).settings;
        let mut sources = Sources::new(gateway, profile);
        let credentials = sources.credentials(wanted.iter().chain(more))?;
        let absent: Vec<_> = wanted.iter().filter(|one| one.required && credentials.find(one.name).is_none()).collect();
        if !absent.is_empty() {
            let words = Words::new("缺少打开回调所需的设置：", "settings are absent that open its callbacks:");
            let text = Text::of(|lang| words.get(lang).to_owned() + &places(gateway, profile, &absent, lang));
            return Err(Failure::new(Fault::Credentials, text));
        }
        Ok(Self { credentials, base_url: None, notes: sources.notes, keeps_tokens: false })
    }

    /// Whatever a profile has that opens what gateways encrypt, by gateway.
    pub fn opening(profile: &str) -> Result<Vec<(GatewayEntry, Credentials)>, Failure> {
        let (mut all, mut sections) = (Vec::new(), Vec::new());
        for gateway in catalog::gateways() {
            let settings = catalog::receiving(&gateway).settings;
            if settings.is_empty() {
                continue;
            }
            match Sources::new(&gateway, Some(profile)).credentials(settings) {
                Ok(found) if settings.iter().any(|one| found.find(one.name).is_some()) => all.push((gateway, found)),
                Err(failure) if failure.fault != Fault::NoSuchProfile => return Err(failure),
                _ => sections.push(format!("[{profile}.{}]", gateway.name)),
            }
        }
        if all.is_empty() {
            let words = Words::new(
                "没有这个配置，或其中没有打开回调的密钥：",
                "no such profile, or no keys in it that open callbacks: ",
            );
            let text = Text::of(|lang| words.get(lang).to_owned() + &sections.join(" "));
            return Err(Failure::new(Fault::Credentials, text));
        }
        Ok(all)
    }

    /// The address to send to: what was typed, what the account says, or what the vendor documents.
    pub fn address(&self, entry: &Entry, typed: Option<&str>) -> Result<String, Failure> {
        if let Some(callback) = entry.replies_to {
            let words = Words::new(
                "这是回调的响应，不能单独发送；请由 wxwire listen --exec 的程序输出。所回应的回调：",
                "it answers a callback and is no request of its own; a program of wxwire listen --exec prints it. It answers ",
            );
            let text = Text::of(|lang| words.get(lang).to_owned() + callback.get(lang));
            return Err(Failure::new(Fault::Usage, text));
        }
        let known = typed.or(self.base_url.as_deref()).or(entry.base_url());
        if let Some(wrong) = known.filter(|known| !is_base_url(known)) {
            let error = BuildError::bad_url(wrong);
            return Err(Failure::new(Fault::Address, Text::of(|lang| error.message(lang))));
        }
        known.map(String::from).ok_or_else(|| {
            let variable = entry.gateway.variable(BASE_URL);
            let words = Words::new("缺少网关地址；请用 --base-url 或设置", "no address: give --base-url, or set");
            let help = entry.gateway.base_url_help;
            let text = Text::of(|lang| format!("{} {variable}\n{}", words.get(lang), help.get(lang)));
            Failure::new(Fault::Address, text)
        })
    }
}

/// Where the settings of an account are looked for.
struct Sources<'s> {
    gateway: &'s GatewayEntry,
    profile: Option<&'s str>,
    /// The profile's settings, once something was looked for in the file.
    file: Option<Settings>,
    notes: Vec<Text>,
}

impl<'s> Sources<'s> {
    fn new(gateway: &'s GatewayEntry, profile: Option<&'s str>) -> Self {
        Self { gateway, profile, file: None, notes: vec![] }
    }

    /// Those of some credentials that are set.
    fn credentials(&mut self, of: impl IntoIterator<Item = &'static Credential>) -> Result<Credentials, Failure> {
        let mut credentials = Credentials::new();
        for credential in of {
            if let Some(value) = self.setting(credential.name)? {
                credentials.insert(credential.name, Secret::new(value));
            }
        }
        Ok(credentials)
    }

    /// Whether something is set beside an address and some credentials, or may be, as where the file was not looked at yet.
    fn have_others(&self, known: &[&Credential]) -> bool {
        let names = || known.iter().map(|one| one.name).chain([BASE_URL]);
        let is_other = |name: &str| names().all(|known| known != name);
        let prefix = self.gateway.variable("");
        let of_environment = |(name, _): (OsString, OsString)| {
            let name = name.to_string_lossy().into_owned();
            name.starts_with(&prefix) && names().all(|known| self.gateway.variable(known) != name)
        };
        let is_set = self.profile.is_none() && std::env::vars_os().any(of_environment);
        is_set || self.file.as_ref().is_none_or(|file| file.keys().any(|name| is_other(name)))
    }

    /// A setting without the blanks around it, which no gateway means and every editor adds.
    fn setting(&mut self, name: &str) -> Result<Option<String>, Failure> {
        let Some((place, value)) = self.find(name)? else { return Ok(None) };
        let trimmed = value.trim();
        if trimmed.len() < value.len() {
            let words = Words::new("前后的空白已去掉", "the blanks around it were left out");
            self.notes.push(Text::from(words).about(&place));
        }
        if trimmed.contains(char::is_control) {
            let words = Words::new("含有控制字符", "it holds a control character");
            return Err(Failure::new(Fault::Credentials, Text::from(words).about(&place)));
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
                    let words = Words::new("不是 UTF-8", "is not UTF-8");
                    let text = Text::of(|lang| format!("{variable} {}", words.get(lang)));
                    return Err(Failure::new(Fault::Credentials, text));
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
        let profiles = Profiles::read()?;
        let settings = profiles.as_ref().map(|file| file.settings(profile, self.gateway)).transpose()?;
        let section = format!("[{profile}.{}]", self.gateway.name);
        match (settings.flatten(), profiles) {
            (Some(settings), Some(file)) => {
                let path = file.path().display();
                if self.profile.is_none() {
                    let words = Words::new("使用配置", "settings from the profile");
                    self.notes.push(Text::of(|lang| format!("{} {section} {path}", words.get(lang))));
                }
                let secret = settings.keys().any(|name| name != BASE_URL);
                if let Some(mode) = file.open_mode().filter(|_| secret) {
                    let words = Words::new("其他用户可以访问，请执行", "others can get at it; run");
                    let text = Text::of(|lang| format!("{} chmod 600 {path}", words.get(lang)));
                    self.notes.push(text.about(&format!("{path} ({mode:04o})")));
                }
                Ok(settings)
            }
            (_, file) if self.profile.is_some() => {
                let words = Words::new("配置文件中没有这个配置或网关：", "no such profile, or no such gateway in it: ");
                let path = file.map_or_else(String::new, |file| format!(" {}", file.path().display()));
                let text = Text::of(|lang| format!("{}{section}{path}", words.get(lang)));
                Err(Failure::new(Fault::NoSuchProfile, text))
            }
            _ => Ok(Settings::new()),
        }
    }
}

/// The names of all profiles that can be read.
pub fn profile_names() -> Vec<String> {
    Profiles::read().ok().flatten().map(|file| file.names()).unwrap_or_default()
}

/// Where a credential is looked for.
pub fn place(gateway: &GatewayEntry, profile: Option<&str>, name: &str) -> String {
    match profile {
        None => gateway.variable(name),
        Some(profile) => format!("[{profile}.{}] {name}", gateway.name),
    }
}

/// Why there is no request, and for credentials where they are looked for.
pub fn failure(entry: &Entry, profile: Option<&str>, error: &BuildError) -> Failure {
    let fault = match error {
        BuildError::MissingCredentials(_) | BuildError::BadCredential(_) => Fault::Credentials,
        BuildError::Invalid(_) => Fault::Invalid,
        BuildError::BaseUrl(_) => Fault::Address,
        _ => Fault::Usage,
    };
    let or = Words::new("或者由本程序获取，为此请设置：", "or it is fetched; for that set ");
    let log_in = Words::new("或者登录：", "or log in: ");
    let ways = |one: &Credential, lang| {
        let way = |fetch: Fetch| {
            let names: Vec<_> = fetch.asks().map(|one| place(&entry.gateway, profile, one.name)).collect();
            format!(
                "\n    {}{} ({})",
                or.get(lang),
                names.join(if lang == Lang::Zh { "、" } else { ", " }),
                fetch.entry.id
            )
        };
        let ways: String = Fetch::ways(&entry.gateway, one.name).map(way).collect();
        let login = catalog::login(&entry.gateway).filter(|login| login.credential == one.name);
        let login = login.map(|_| format!("\n    {}{}", log_in.get(lang), login::command(&entry.gateway, profile)));
        ways + &login.unwrap_or_default()
    };
    let absent: &[&Credential] = if let BuildError::MissingCredentials(list) = error { list } else { &[] };
    let text = Text::of(|lang| {
        let line = |one: &&Credential| places(&entry.gateway, profile, &[one], lang) + &ways(one, lang);
        error.message(lang) + &absent.iter().map(line).collect::<String>()
    });
    Failure::new(fault, text)
}

/// Where credentials are looked for, a line each.
fn places(gateway: &GatewayEntry, profile: Option<&str>, of: &[&Credential], lang: Lang) -> String {
    let line = |one: &&Credential| format!("\n  {}  {}", place(gateway, profile, one.name), one.title.get(lang));
    of.iter().map(line).collect()
}
