//! The sorts of ids in WeChat. Their form tells them apart, so an id of the wrong sort is found before it is sent.

/// What an id is the id of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum IdSort {
    /// A person.
    User,
    /// A room.
    Room,
    /// An official account.
    Official,
    /// A mini program's account.
    MiniProgram,
    /// A contact in WeCom.
    OpenIm,
    /// An app of the open platform, a mini program among them.
    App,
    /// A device of a gateway.
    Device,
    /// A message on the server: a number beyond 2^53, which JavaScript rounds.
    Message,
}

impl IdSort {
    /// All.
    pub const ALL: [Self; 8] = [
        Self::User,
        Self::Room,
        Self::Official,
        Self::MiniProgram,
        Self::OpenIm,
        Self::App,
        Self::Device,
        Self::Message,
    ];

    /// The stable name, as schemas write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::User => "wxid",
            Self::Room => "chatroom",
            Self::Official => "gh",
            Self::MiniProgram => "mini_program",
            Self::OpenIm => "openim",
            Self::App => "appid",
            Self::Device => "device",
            Self::Message => "message",
        }
    }

    /// What one looks like.
    pub fn form(self) -> &'static str {
        match self {
            Self::User => "wxid_…",
            Self::Room => "…@chatroom",
            Self::Official => "gh_…",
            Self::MiniProgram => "gh_…@app",
            Self::OpenIm => "…@openim",
            Self::App => "wx…",
            Self::Device => "wx_…",
            Self::Message => "3768973957812345671",
        }
    }

    /// The sort of an id, where its form is certain; people choose ids of any form for themselves.
    pub fn of(id: &str) -> Option<Self> {
        let app = |rest: &str| rest.len() == 16 && rest.bytes().all(|byte| byte.is_ascii_hexdigit());
        Some(match id {
            _ if id.contains(|char: char| char.is_whitespace() || char == '<' || char == ',') => return None,
            _ if id.ends_with("@chatroom") => Self::Room,
            _ if id.ends_with("@openim") => Self::OpenIm,
            _ if id.starts_with("gh_") && id.ends_with("@app") => Self::MiniProgram,
            _ if id.starts_with("gh_") => Self::Official,
            _ if id.starts_with("wxid_") => Self::User,
            _ if id.strip_prefix("wx_").is_some_and(|rest| rest.len() >= 10) => Self::Device,
            _ if id.strip_prefix("wx").is_some_and(app) => Self::App,
            _ => return None,
        })
    }
}

/// Whether an integer has the form of one beyond 2^53 that went through a double: at most 17 digits that say something,
/// and zeros behind them. Of a hundred ids that were not rounded, one looks like this.
pub(crate) fn is_rounded(value: &str) -> bool {
    let beyond = value.parse::<u64>().is_ok_and(|number| number > 1 << 53);
    let said = value.trim_end_matches('0').len();
    beyond && said <= 17 && value.len() - said >= 2
}
