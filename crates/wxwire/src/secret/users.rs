//! Passwords that stand behind a user and under no name: in the addresses of services, `mysql://u:p@host`, in those that libraries
//! take, `u:p@tcp(host:3306)/db`, in the lines of a file of passwords, and in the pair that a request is given, `auth=("u", "p")`.

use std::ops::Range;

use memchr::memchr_iter;

use super::MASK;
use super::loose::{is_plausible, is_token};
use super::names::can_be;
use super::quotes::is_quote;
use super::variable::{is_random, is_variable};
use crate::layer::any::find_all;
use crate::scan::floor;

/// So much stands before the sign behind a password at most.
const LONGEST: usize = 512;

/// What an address has before its user, as it is and as it is escaped.
const SCHEMES: [&str; 5] = ["://", ":\\/\\/", "%3A%2F%2F", "%3a%2f%2f", "\\u003a\\u002f\\u002f"];

/// The sign between a user and a password.
const COLONS: [&str; 3] = [":", "%3A", "%3a"];

/// What stands behind the sign in what libraries take.
const NETWORKS: [&str; 4] = ["tcp(", "unix(", "udp(", "("];

/// The places of such passwords in a text.
pub(super) fn passwords(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let plain = memchr_iter(b'@', bytes).map(|at| (at, at + 1));
    let mut found: Vec<_> = behind_users(text, plain).collect();
    for sign in ["%40", "\\u0040"] {
        found.extend(behind_users(text, find_all(bytes, sign.as_bytes()).map(|at| (at, at + sign.len()))));
    }
    found.extend(find_all(bytes, b"uth").filter_map(|at| in_pair(text, at + 3)));
    found.extend(LOGINS.iter().flat_map(|end| {
        find_all(bytes, end.as_bytes())
            .filter_map(|at| behind_user(text, at + end.len() - 1))
            .filter(|place| is_plausible(&text[place.clone()]))
    }));
    found.extend(in_lines(text));
    let dashes = || find_all(bytes, b" -");
    found.extend(dashes().flat_map(|at| OPTIONS.iter().filter_map(move |option| given(text, at, option))));
    let hashes = |at| HASHES.iter().filter_map(move |hash| hashed(text, at, hash));
    found.extend(memchr_iter(b'$', bytes).flat_map(hashes));
    found.retain(|place| {
        let value = &text[place.clone()];
        can_be(value) && !is_variable(value) && value != MASK && !value.bytes().all(|byte| b"*xX.".contains(&byte))
    });
    found
}

/// What calls end in that take a user and a password.
const LOGINS: [&str; 3] = ["ogin(", "uthenticate(", "ignIn("];

/// An option of a command whose value is a password.
struct Given {
    command: &'static str,
    option: &'static str,
    /// Its value may be the next word; else it is glued to the option.
    is_next: bool,
}

const OPTIONS: [Given; 8] = [
    Given { command: "sshpass", option: " -p", is_next: true },
    Given { command: "mysql", option: " -p", is_next: false },
    Given { command: "mysqldump", option: " -p", is_next: false },
    Given { command: "mysqladmin", option: " -p", is_next: false },
    Given { command: "docker login", option: " -p", is_next: true },
    Given { command: "http", option: " -a", is_next: true },
    Given { command: "https", option: " -a", is_next: true },
    Given { command: "kubectl create secret", option: " --from-literal", is_next: true },
];

/// So far before an option its command stands.
const COMMAND: usize = 128;

/// The value of such an option that may stand at a place.
fn given(text: &str, at: usize, given: &Given) -> Option<Range<usize>> {
    let rest = text[at..].strip_prefix(given.option)?;
    let before = &text[floor(text, at.saturating_sub(COMMAND))..at];
    let line = before.rsplit(['\n', ';', '|', '&']).next().unwrap_or_default();
    let command = line.rfind(given.command)?;
    let is_word = line[command + given.command.len()..].starts_with([' ', '\t']) || line.ends_with(given.command);
    let begins = line[..command].chars().next_back().is_none_or(|char| !char.is_ascii_alphanumeric() && char != '-');
    let rest = &rest[..floor(rest, LONGEST)];
    let value = if given.is_next { rest.trim_start_matches([' ', '=']) } else { rest };
    let quote = value.chars().next().filter(|char| is_quote(*char));
    let value = &value[quote.map_or(0, char::len_utf8)..];
    let start = at + given.option.len() + rest.len() - value.len();
    let length = value.find(|char: char| quote.map_or(char.is_whitespace(), |quote| char == quote));
    let value = &value[..length.unwrap_or(value.len())];
    (is_word && begins && !value.is_empty()).then(|| start..start + value.len())
}

/// What a password begins with of which a hash is kept.
const HASHES: [&str; 6] = ["$apr1$", "$2a$", "$2b$", "$2y$", "$5$", "$6$"];

/// No hash is longer.
const HASH: usize = 128;

/// The hash behind such a beginning at a place.
fn hashed(text: &str, at: usize, begins: &str) -> Option<Range<usize>> {
    let hash = text[at..].strip_prefix(begins)?;
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"./$".contains(byte);
    let length = hash.bytes().take(HASH).take_while(|byte| is_part(byte)).count();
    (length >= 20).then(|| text.len() - hash.len()..text.len() - hash.len() + length)
}

/// The passwords before such signs, which stand from one place to another: of a word, no more than a few are looked at.
fn behind_users<'t>(
    text: &'t str,
    signs: impl Iterator<Item = (usize, usize)> + 't,
) -> impl Iterator<Item = Range<usize>> + 't {
    const FEW: usize = 8;
    let (mut start, mut last, mut count) = (0, 0, 0);
    signs.filter_map(move |(at, behind)| {
        match text[last..at].char_indices().rfind(|(_, char)| ends_word(*char)) {
            Some((end, char)) => (start, count) = (last + end + char.len_utf8(), 0),
            None => count += 1,
        }
        last = at;
        let word = &text[start.max(floor(text, at.saturating_sub(LONGEST)))..at];
        if count < FEW { before(word, &text[behind..]).map(|length| at - length..at) } else { None }
    })
}

/// Whether no address goes on behind a sign.
fn ends_word(char: char) -> bool {
    char.is_whitespace() || is_quote(char) || matches!(char, '<' | '>' | '(' | ')' | '，' | '。')
}

/// How long the password at the end of a word is, that of an address or of what a library takes.
fn before(word: &str, behind: &str) -> Option<usize> {
    let scheme = SCHEMES.iter().filter_map(|scheme| Some(word.rfind(scheme)? + scheme.len())).max();
    // Behind the host stands a slash, always.
    let is_library = || {
        let host = NETWORKS.iter().find_map(|network| behind.strip_prefix(network)).unwrap_or_default();
        let end = memchr::memchr(b')', &host.as_bytes()[..host.len().min(LONGEST)]);
        end.is_some_and(|end| host[end + 1..].starts_with(['/', '\\']))
    };
    let user = match scheme {
        Some(scheme) => &word[scheme..],
        None if is_library() => word,
        None => return in_connection(word, behind),
    };
    let colon = COLONS.iter().filter_map(|colon| Some((user.find(colon)?, colon.len()))).min();
    let Some((colon, length)) = colon else {
        // Of a key alone there is no user.
        return (scheme.is_some() && user.len() >= 20 && is_token(user)).then_some(user.len());
    };
    let password = &user[colon + length..];
    // `http://host:80/path@x` has a port.
    let first = password.split(['/', '?', '#']).next().unwrap_or_default();
    let is_port = first.len() < password.len() && first.bytes().all(|byte| byte.is_ascii_digit());
    let is_user = !user[..colon].contains(['/', '?', '#', '=', '&', ',', ';']) || scheme.is_none();
    (is_user && !is_port && !password.is_empty()).then_some(password.len())
}

/// How long the password is in what a database takes, `user/password@host`. Names of packages with their versions look alike, so it
/// must be what nobody would think of.
fn in_connection(word: &str, behind: &str) -> Option<usize> {
    let (user, password) = word.rsplit_once(':').map_or(word, |(_, last)| last).split_once('/')?;
    let is_user = !user.is_empty() && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let has = |is: fn(&u8) -> bool| password.bytes().filter(is).count() > 1;
    let is_mixed = || has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase) && has(u8::is_ascii_digit);
    let is_host = behind.starts_with(|char: char| char.is_ascii_alphanumeric() || char == '/');
    let is_one = is_user && is_host && is_token(password) && (is_random(password) || is_mixed());
    (is_one && !behind.starts_with("sha256:")).then_some(password.len())
}

/// The second of two texts in brackets behind a word that ends in `auth`.
fn in_pair(text: &str, at: usize) -> Option<Range<usize>> {
    let word = text.get(at.checked_sub(4)?..at).filter(|word| word.eq_ignore_ascii_case("auth"))?;
    behind_user(text, at).filter(|_| !word.is_empty())
}

/// The second of two texts in the brackets that follow a place.
fn behind_user(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..floor(text, at + LONGEST))?;
    let open = rest.trim_start_matches(|char: char| is_quote(char) || matches!(char, ' ' | '=' | ':' | '>'));
    let first = open.strip_prefix(['(', '['])?.trim_start().strip_prefix(is_quote)?;
    let second = first[first.find(is_quote)? + 1..].trim_start().strip_prefix(',')?;
    let second = second.trim_start().strip_prefix(is_quote)?;
    let length = second.find(is_quote)?;
    let closes = second[length + 1..].trim_start().starts_with([')', ']', ',']);
    let start = at + rest.len() - second.len();
    (closes && length > 0).then(|| start..start + length)
}

/// Of a file of passwords: `host:5432:database:user:password`, alone in its line.
fn in_lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        at += line.len();
        let row = line.trim_end();
        let end = at - (line.len() - row.len());
        if row.len() > LONGEST || row.contains([' ', '"', '{', '/']) {
            return None;
        }
        let mut fields = row.splitn(5, ':');
        let (host, port, _, user, password) =
            (fields.next()?, fields.next()?, fields.next()?, fields.next()?, fields.next()?);
        let is_host = host == "*" || host == "localhost" || host.contains('.');
        let is_port = port == "*" || (2..6).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit());
        let is_user = !user.is_empty() && !user.bytes().all(|byte| byte.is_ascii_digit());
        (is_host && is_port && is_user && (is_plausible(password) || is_token(password)))
            .then(|| end - password.len()..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_behind_its_user() {
        for secret in ["Zq7Lw2Xn9Kd4Vb8Rt3Yp", "p@ss/w0rd+x==", "letters"] {
            for (before, behind) in [
                ("mysql://root:", "@db.example.com:3306/wx"),
                ("\"redis://:", "@127.0.0.1:6379/0\""),
                ("dsn := \"root:", "@tcp(127.0.0.1:3306)/wx?charset=utf8mb4\""),
                ("{\"u\":\"http:\\/\\/u:", "@h.example.com\\/x\"}"),
                ("http%3A%2F%2Fu%3A", "%40h.example.com%2Fx"),
                ("http://u%3A", "@h.example.com/x"),
                ("requests.get(u, auth=(\"u\", \"", "\"))"),
                ("HTTPBasicAuth('u', '", "')"),
            ] {
                let text = format!("{before}{secret}{behind}");
                let place = before.len()..before.len() + secret.len();
                assert!(passwords(&text).contains(&place), "{text} {:?}", passwords(&text));
            }
        }
        for (before, behind) in [
            ("sshpass -p ", " ssh u@h"),
            ("mysql -h 127.0.0.1 -uroot -p", " wx"),
            ("docker login -u me -p '", "' r.example.com"),
            ("http -a me:", " https://h/x"),
            ("kubectl create secret generic wx --from-literal=a=", "\n"),
            ("admin:$apr1$", "\n"),
            ("client.login(\"admin\", \"", "\")"),
            ("signIn('me','", "');"),
            ("sqlplus scott/", "@//h:1521/orcl"),
            ("jdbc:oracle:thin:scott/", "@h:1521:x"),
        ] {
            let text = format!("{before}Zq7Lw2Xn9Kd4Vb8Rt3Yp{behind}");
            let found = passwords(&text);
            assert!(found.len() == 1 && found[0].end == text.len() - behind.len(), "{text} {found:?}");
        }
        let line = "db.example.com:5432:wx:postgres:Zq7Lw2Xn9Kd4Vb8Rt3Yp\n";
        assert_eq!(passwords(line).into_iter().map(|place| &line[place]).collect::<Vec<_>>(), ["Zq7Lw2Xn9Kd4Vb8Rt3Yp"]);
        for text in [
            "https://h.example.com:8080/a/@b",
            "https://h.example.com/a:b@c",
            "https://h.example.com/?mail=a:b@c.cn",
            "mail me: you@h.example.com",
            "12345@chatroom:wxid_a@b",
            "mysql://root:${PASSWORD}@db/wx",
            "src/main.rs:12:5:warning:unused1234",
            "image: registry.example.com:5000/wx@sha256:abc",
            "mkdir -p /tmp/mysql -p",
            "mysql -p wx < a.sql",
            "curl http://h/x -a b",
            "docker run -p 80:80 x",
            "uth(\"a\", \"b\")",
            "login(\"wx\", \"zh_CN\")",
            "actions/checkout@v4",
            "library/postgres15alpine@sha256:abc",
            "github.com/user/Repo1234Abcd@v2",
            "the author(\"a\", \"b\", \"c\")",
        ] {
            assert_eq!(passwords(text), [], "{text}");
        }
    }
}
