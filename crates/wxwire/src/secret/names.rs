//! Which names are those of secrets: what each gateway says of its own, and the field's general ones.

use std::sync::{OnceLock, RwLock};

use crate::catalog;
use crate::credential::{Place, Scope, SecretName};

/// What no vendor has to itself: HTTP's own headers, and what the field calls its secrets.
const GENERAL: [SecretName; 49] = [
    SecretName::ending("authorization"),
    SecretName::ending("cookie"),
    SecretName::anywhere("cookies"),
    SecretName::ending("token"),
    SecretName::anywhere("local_token_list"),
    SecretName::anywhere("secrets"),
    SecretName::anywhere("passwords"),
    SecretName::ending("secret"),
    SecretName::ending("api_key"),
    SecretName::ending("private_key"),
    SecretName::ending("password"),
    SecretName::ending("passwd"),
    SecretName::ending("pwd"),
    SecretName::anywhere("passphrase"),
    SecretName::ending("webhook_key"),
    SecretName::ending("wecom_key"),
    SecretName::ending("credential"),
    SecretName::anywhere("qywx_key"),
    SecretName::anywhere("qywx_am"),
    SecretName::ending("wechatcomapp_aes_key"),
    SecretName::ending("wechatmp_aes_key"),
    SecretName::ending("wecom_aes_key"),
    SecretName::ending("wx_aes_key"),
    SecretName::anywhere("token_id"),
    SecretName::anywhere("component_verify_ticket"),
    SecretName::anywhere("pass_ticket"),
    SecretName::ending("robot_key"),
    SecretName::ending("bot_key"),
    SecretName::ending("access_key"),
    SecretName::ending("session_key"),
    SecretName::anywhere("bearer"),
    SecretName::anywhere("x_auth"),
    SecretName::anywhere("requirepass"),
    SecretName::anywhere("masterauth"),
    SecretName::nowhere("url_token"),
    SecretName::nowhere("context_token"),
    SecretName::nowhere("page_token"),
    SecretName::ending(CHINESE[0]),
    SecretName::ending(CHINESE[1]),
    SecretName::ending(CHINESE[2]),
    SecretName::ending(CHINESE[3]),
    SecretName::ending(CHINESE[4]),
    SecretName::ending(CHINESE[5]),
    SecretName::ending(CHINESE[6]),
    SecretName::ending(CHINESE[7]),
    SecretName::ending(CHINESE[8]),
    SecretName::ending(CHINESE[9]),
    SecretName::ending(CHINESE[10]),
    SecretName::ending(CHINESE[11]),
];

/// What secrets are called in Chinese; no blank stands before such a name, so it is told by its end alone.
pub(super) const CHINESE: [&str; 12] =
    ["密钥", "秘钥", "密匙", "私钥", "口令", "令牌", "密码", "密鑰", "金鑰", "私鑰", "權杖", "密碼"];

/// The hosts of pictures and films: a `token` in an address there is of the file alone, and whoever sends the file on needs
/// the address as it is.
const FILES: [&str; 5] = [".qpic.cn", ".qlogo.cn", ".video.qq.com", ".tc.qq.com", "/stodownload"];

/// The longest text that is looked at as a name.
pub(crate) const LONGEST: usize = 64;

/// A name as it is found.
struct Known {
    /// In lower case, without `_` and `-`.
    key: String,
    scope: Scope,
    /// The only spelling that counts, where a few signs make another name of it, as with `app_id` and `appid`.
    only: Option<String>,
}

/// Where a name is that of a secret; none where it is not.
pub(crate) fn find(name: &str) -> Option<Scope> {
    let names = all();
    if name.len() > LONGEST || !names.may_end(name) {
        return None;
    }
    let known = |name: &str| names.find(name);
    let found = known(name).or_else(|| {
        let bytes = name.as_bytes();
        let begins = |at: &usize| {
            let before = bytes[at - 1];
            // In Chinese nothing parts a name from the words before it.
            matches!(before, b'_' | b'-')
                || !before.is_ascii()
                || before.is_ascii_lowercase() && bytes[*at].is_ascii_uppercase()
        };
        let endings = (1..bytes.len()).filter(begins).filter_map(|at| name.get(at..));
        endings.filter_map(known).find(|scope| matches!(scope, Scope::Ending | Scope::Nowhere))
    });
    found.filter(|scope| *scope != Scope::Nowhere)
}

/// Whether a name is that of a secret wherever it stands.
pub(super) fn tells(name: &str) -> bool {
    matches!(find(name), Some(Scope::Anywhere | Scope::Ending))
}

/// Whether a member of a JSON text is that of a secret, by its name.
pub fn is_name(name: &str) -> bool {
    is_name_in(name, "")
}

/// Whether a parameter in an address is that of a secret, by its name and the address's path.
pub fn is_name_in(name: &str, address: &str) -> bool {
    find(name).is_some_and(|scope| match scope {
        Scope::Query(path) => address.contains(path),
        _ => true,
    })
}

/// Whether an address is one of a file, whose `token` is none of an account.
pub(crate) fn is_file(address: &str) -> bool {
    FILES.iter().any(|host| address.contains(host))
}

/// Whether a word says that a token is fetched: `gettoken`, `getTokenId`, or in an address a step such as `token`.
pub(super) fn fetches(word: &str, is_step: bool) -> bool {
    let is_get = || word.get(..3).is_some_and(|get| get.eq_ignore_ascii_case("get"));
    let ends = |end: &&str| {
        word.len().checked_sub(end.len()).is_some_and(|at| word.as_bytes()[at..].eq_ignore_ascii_case(end.as_bytes()))
    };
    let names_token = || ["token", "tokenid", "token_id"].iter().any(ends);
    (is_step || is_get()) && names_token()
}

/// Whether a value can be a secret: it is neither empty nor a yes or no.
pub(crate) fn can_be(value: &str) -> bool {
    let nothing = ["", "null", "nil", "none", "undefined", "true", "false", "{}", "[]"];
    !nothing.iter().any(|one| one.eq_ignore_ascii_case(value))
}

/// Whether a name is that of what people choose themselves, be it a word of their language.
pub(crate) fn is_password(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["password", "passwords", "passwd", "pwd", "passphrase", "密码", "密碼", "口令"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// All names that are known.
struct Names {
    /// In the order of their keys.
    all: Vec<Known>,
    /// The three letters that keys end in: for each last two, the bits of those before them.
    ends: [u32; 1 << 10],
}

impl Names {
    fn of(all: Vec<Known>) -> Self {
        let mut ends = [0; 1 << 10];
        for key in all.iter().map(|one| one.key.as_str()) {
            match key.len() {
                // Any other may stand before so few.
                ..3 => ends.fill(u32::MAX),
                _ => ends[end(key).0] |= 1 << end(key).1,
            }
        }
        Self { all, ends }
    }

    /// Whether a name ends as one that is known does, or as the end of one: nearly no other word does.
    fn may_end(&self, name: &str) -> bool {
        let (last, before) = end(name);
        self.ends[last] & 1 << before != 0
    }

    /// What is known of a whole name.
    fn find(&self, name: &str) -> Option<Scope> {
        let mut key = [0; LONGEST];
        let mut length = 0;
        for byte in letters(name) {
            key[length] = byte.to_ascii_lowercase();
            length += 1;
        }
        let key = &key[..length];
        let first = self.all.partition_point(|one| one.key.as_bytes() < key);
        let same = self.all[first..].iter().take_while(|one| one.key.as_bytes() == key);
        let counts = |one: &&Known| one.only.as_ref().is_none_or(|only| only.eq_ignore_ascii_case(name));
        // Of what several gateways say, the most.
        let mut scopes = same.filter(counts).map(|one| one.scope);
        let first = scopes.next()?;
        Some(scopes.find(|scope| *scope == Scope::Ending).unwrap_or(first))
    }
}

/// The bytes of a name that count.
fn letters(name: &str) -> impl DoubleEndedIterator<Item = u8> {
    name.bytes().filter(|byte| !matches!(byte, b'_' | b'-'))
}

/// The last two of them, and the one before, each as five bits, which are the same in either case; 0 where there is none.
fn end(name: &str) -> (usize, usize) {
    let mut letters = letters(name).rev().map(|byte| usize::from(byte & 31));
    let mut next = || letters.next().unwrap_or_default();
    (next() << 5 | next(), next())
}

/// All that is known, gathered when it is first asked for; with the state of the catalog that it is of.
static FIRST: OnceLock<(usize, Names)> = OnceLock::new();

/// The same, gathered anew where a gateway has come since with names of its own.
static LATER: RwLock<Option<(usize, &'static Names)>> = RwLock::new(None);

fn all() -> &'static Names {
    let state = catalog::state();
    let (of, first) = FIRST.get_or_init(|| (state, Names::of(table())));
    if *of == state {
        return first;
    }
    if let Some((_, later)) = LATER.read().ok().and_then(|known| *known).filter(|(of, _)| *of == state) {
        return later;
    }
    let later: &Names = Box::leak(Box::new(Names::of(table())));
    if let Ok(mut known) = LATER.write() {
        *known = Some((state, later));
    }
    later
}

fn table() -> Vec<Known> {
    let own = catalog::gateways().flat_map(|gateway| gateway.secrets);
    let mut all = Vec::new();
    // In order as they come: the library's sorts take more room in the page than this does.
    let mut add = |name: &str, scope, only| {
        let key = name.replace(['_', '-'], "").to_ascii_lowercase();
        let at = all.partition_point(|one: &Known| one.key <= key);
        all.insert(at, Known { key, scope, only });
    };
    own.chain(&GENERAL).for_each(|one| add(one.name, one.scope, None));
    for gateway in catalog::gateways() {
        for one in gateway.credentials {
            let (Place::Header(name, _) | Place::Query(name) | Place::Body(name)) = one.place;
            for name in [name.to_owned(), one.name.to_owned(), gateway.variable(one.name)] {
                add(&name.clone(), Scope::Anywhere, Some(name));
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_token_opens_nothing() {
        for name in
            ["WX_TOKEN", "gewechat_token", "myToken", "sToken", "callback-token", "X-My-Token", "bot_token", "secrets"]
        {
            assert!(is_name(name), "{name}");
        }
        for name in ["context_token", "fullThumbUrlToken", "next_page_token", "max_tokens", "tokens", "tokenType"] {
            assert!(!is_name(name), "{name}");
        }
    }

    /// The quick look at a name's end passes none that is known, however it is written and whatever stands before it.
    #[test]
    fn a_name_that_is_known_ends_as_one() {
        let names = Names::of(table());
        for one in &names.all {
            let written = [one.key.to_uppercase(), format!("{}_", one.key), format!("x-{}", one.key)];
            assert!(written.iter().all(|name| names.may_end(name)), "{}", one.key);
        }
        let (short, other) = (Known { key: "k".to_owned(), scope: Scope::Ending, only: None }, "a_k");
        assert!(Names::of(vec![short]).may_end(other) && !names.may_end("content"));
    }

    #[test]
    fn a_name_is_known_by_its_letters() {
        for name in [
            "EncodingAESKey",
            "WXWIRE_WECOM_ENCODING_AES_KEY",
            "WECOM_AESKEY",
            "encoding_aeskey",
            "SuiteTicket",
            "suite_access_token",
            "appSecret",
            "X-Api-Key",
        ] {
            assert!(find(name).is_some(), "{name}");
        }
        for name in ["appid", "aeskey", "aes_key", "cdnthumbaeskey", "thumbUrlToken", "context_token", "media_id"] {
            assert_eq!(find(name), None, "{name}");
        }
        assert_eq!(find("key"), Some(Scope::Query("/cgi-bin/webhook/")));
    }
}
