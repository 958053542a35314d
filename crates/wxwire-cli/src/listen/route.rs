//! Whose callbacks come to which path.

use wxwire::catalog;
use wxwire::lang::Words;
use wxwire::operation::{GatewayEntry, Receiving};
use wxwire::secret::Credentials;

use crate::account::Account;
use crate::exit::Failure;
use crate::text::Text;
use crate::whose;

/// A path, and whose callbacks come to it.
#[derive(Debug)]
pub struct Route {
    pub path: String,
    pub gateway: GatewayEntry,
    pub profile: Option<String>,
    pub receiving: &'static Receiving,
    pub settings: Credentials,
    /// What a person should know of where the settings come from.
    pub notes: Vec<Text>,
}

impl Route {
    /// The routes that were typed: `GATEWAY`, `GATEWAY/PROFILE`, `PATH=GATEWAY`.
    pub fn all(typed: &[String]) -> Result<Vec<Self>, Failure> {
        let mut all: Vec<Self> = Vec::new();
        for typed in typed {
            let route = Self::of(typed)?;
            if all.iter().any(|other| other.path == route.path) {
                let words = Words::new(
                    "路径重复；用 PATH=GATEWAY 另取",
                    "this path stands twice; name another with PATH=GATEWAY",
                );
                return Err(Failure::usage(Text::from(words).about(&route.path)));
            }
            all.push(route);
        }
        Ok(all)
    }

    fn of(typed: &str) -> Result<Self, Failure> {
        let (path, from) = typed.split_once('=').map_or((None, typed), |(path, from)| (Some(path), from));
        let (gateway, profile) = whose::read(from)?;
        let path = path.map_or_else(|| format!("/{from}"), |path| format!("/{}", path.trim_start_matches('/')));
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~%!$&'()*+,;:@".contains(&byte);
        if profile == Some("") || !path.bytes().all(is_plain) {
            let words = Words::new(
                "不是路径和网关：写作 网关、网关/配置 或 路径=网关",
                "write GATEWAY, GATEWAY/PROFILE or PATH=GATEWAY",
            );
            return Err(Failure::usage(Text::from(words).about(typed)));
        }
        let Account { credentials: settings, notes, .. } = Account::receiving(&gateway, profile)?;
        let receiving = catalog::receiving(&gateway);
        Ok(Self { path, gateway, profile: profile.map(str::to_owned), receiving, settings, notes })
    }
}
