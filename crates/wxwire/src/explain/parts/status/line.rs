//! The HTTP status in a line of a log, as clients, servers and people write it. Other numbers are called a status, too: an order's,
//! that of the last try. So one under a name counts where nothing but the reply follows.

use crate::verdict::words::{BEFORE_REPLY, LEVELS, OF_OTHERS, REASONS, STATUSES, TELLING, TIMES};

/// So much of a line is looked at.
const MAX_LINE: usize = 2000;

/// The status that a line says.
pub(super) fn status(line: &str) -> Option<u16> {
    let small = end_of(line).to_ascii_lowercase().replace('_', " ");
    of_http(&small).or_else(|| last(&small))
}

/// The status that the beginning of a line says, whatever follows in it: as only HTTP is written.
pub(super) fn opening(line: &str) -> Option<u16> {
    of_http(&end_of(line).to_ascii_lowercase())
}

/// The status in the line of a client that tells what was answered at an address, or Spring's, with the name of a constant.
pub(super) fn answered(line: &str) -> Option<u16> {
    let small = end_of(line).to_ascii_lowercase();
    let at_address = || small.contains("://").then(|| of_version(&small).filter(|_| small.contains('"')))?;
    let of_spring = || {
        let (_, told) = line.trim_end().rsplit_once("Response ")?;
        let name = told.get(3..)?.strip_prefix(' ')?;
        number(told).filter(|_| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_'))
    };
    at_address().or_else(of_spring)
}

/// The status in a line that says nothing else, or that begins an answer, without what a log puts before each of its lines.
pub(super) fn begun(line: &str) -> Option<u16> {
    let small = end_of(line).trim().to_ascii_lowercase().replace('_', " ");
    let is_head = small.trim_start_matches(['<', '-', '=', '*', ' ', '"']).starts_with("http/");
    if is_head || ARROWS.iter().any(|sign| small.starts_with(sign)) {
        return of_http(&small);
    }
    let own = small.trim_start_matches("response ").trim_start_matches("http ");
    let mut names = STATUSES.iter().map(|name| name.replace('_', " "));
    let value = names.find_map(|name| own.strip_prefix(&*name)).unwrap_or(own).trim_start_matches(is_between);
    let status = number(value).filter(|_| value.len() < small.len())?;
    behind_reason(status, &value[3..]).trim_matches(['"', '\'', ',', ')']).is_empty().then_some(status)
}

/// The status in what a client's library prints of its answer: `Response { url: "…", status: 502, …`, `Response{protocol=h2,
/// code=502, …`.
pub(super) fn printed(print: &str) -> Option<u16> {
    let (_, inner) = print[..crate::scan::floor(print, MAX_LINE)].split_once("Response")?;
    let inner = inner.trim_start().strip_prefix('{')?;
    // A gateway's answer in a type of the caller's has a code or a status, too.
    let name = [("protocol=", "code="), ("headers:", "status: ")].iter().find(|(own, _)| inner.contains(own))?.1;
    number(inner.split_once(name)?.1)
}

/// The number that alone stands before a reply, as `print(r.status_code, r.text)` writes it and a tuple of both, if it is a status.
pub(super) fn alone(line: &str) -> Option<u16> {
    let is_around =
        |char: char| char.is_whitespace() || matches!(char, '(' | '[' | ']' | '-' | '=' | '>' | '→' | ':' | ',' | '|');
    let value = line.trim_start_matches(is_around);
    let rest = value.get(3..)?.trim_start_matches(is_around).trim_start_matches('b').trim_matches(['"', '\'']);
    number(value).filter(|status| rest.is_empty() && has_reason(*status))
}

/// The status that a tool was told to write behind a reply: alone, or under a name.
pub(super) fn written(line: &str) -> Option<u16> {
    let plain = line.trim().trim_start_matches(['{', '"']).to_ascii_lowercase();
    let small = plain.replace('_', " ");
    let mut names = STATUSES.iter().filter(|name| **name != "status").map(|name| name.replace('_', " "));
    let Some(name) = names.find(|name| small.starts_with(&**name)) else {
        return number(&plain).filter(|_| plain.len() == 3);
    };
    let value = plain[name.len()..].trim_start_matches(is_between);
    number(value).filter(|_| are_figures(&value[3..]))
}

/// The status behind a reply in its own line, under a name or as HTTP writes it, if nothing follows but the time that it took:
/// `(status 500)`, `HTTP/1.1 502 Bad Gateway`.
pub(super) fn behind(line: &str) -> Option<u16> {
    let small = line.trim_start_matches(is_around).to_ascii_lowercase().replace('_', " ");
    let value = match small.strip_prefix("http/") {
        Some(version) => version.split_once(' ')?.1,
        None if small.len() == 3 && ["->", "=>", "→"].iter().any(|arrow| line.starts_with(arrow)) => &small,
        None => {
            let mut names = STATUSES.iter().map(|name| name.replace('_', " "));
            let rest = names.find_map(|name| small.strip_prefix(&*name))?;
            rest.trim_start_matches(is_between)
        }
    };
    let status = number(value)?;
    let words = behind_reason(status, &value[3..]).split(|char: char| is_around(char) || char == '=');
    let is_time = |word: &str| word.starts_with(|char: char| char.is_ascii_digit()) || TIMES.contains(&word);
    words.filter(|word| !word.is_empty()).all(is_time).then_some(status)
}

/// The status as the item behind a reply, be it the last of a tuple: `, 500)`.
pub(super) fn item(line: &str) -> Option<u16> {
    let value = line.strip_prefix(',')?.trim_start();
    let status = number(value)?;
    (matches!(&value[3..], "" | ")") && has_reason(status)).then_some(status)
}

/// The status that a constant names, if nothing but the reply follows: `HttpStatus.BAD_GATEWAY`, `HttpStatusCode.BadGateway`.
pub(super) fn constant(line: &str) -> Option<u16> {
    let small = end_of(line).to_ascii_lowercase().replace('_', " ");
    let (_, name) = small.rsplit_once("httpstatus").or_else(|| small.rsplit_once("http.status"))?;
    let name = name.strip_prefix("code").unwrap_or(name).trim_start_matches('.');
    (300..600).find(|status| {
        let Some(reason) = reason(*status).map(str::to_ascii_lowercase) else { return false };
        let rest = name.strip_prefix(&*reason).or_else(|| name.strip_prefix(&*reason.replace(' ', "")));
        rest.is_some_and(|rest| !rest.starts_with(|char: char| char.is_ascii_alphabetic()) && is_before_reply(rest))
    })
}

/// What may stand around a status behind a reply.
fn is_around(char: char) -> bool {
    char.is_whitespace() || "()[],;|-—=→>\"'.，。；（）".contains(char)
}

/// A line without the words at its end that announce the reply.
pub(super) fn unannounced(line: &str) -> &str {
    let mut head = line;
    loop {
        let words = head.trim_end_matches(|char: char| !char.is_alphanumeric());
        let before = words.trim_end_matches(char::is_alphanumeric);
        let word = &words[before.len()..];
        if !announces(word) {
            return head;
        }
        head = before;
    }
}

/// Whether what follows a status is what else the tool was told to write: figures, each under a name. Anything else is talk.
fn are_figures(rest: &str) -> bool {
    let words = rest.split([' ', ',', '}']).filter(|word| !word.is_empty());
    let is_figure = |word: &str| word.starts_with(|char: char| char.is_ascii_digit());
    words.into_iter().all(|word| is_figure(word) || word.len() > 1 && word.contains(['=', ':']))
}

/// The status in the first line of an answer, be it in quotes.
pub(super) fn head(line: &str) -> Option<u16> {
    let small = line.trim_start_matches('"').to_ascii_lowercase();
    small.starts_with("http/").then(|| of_version(&small))?
}

/// The status before the body of an answer that Spring prints, by its number and its names: `<502 BAD_GATEWAY Bad Gateway,`.
pub(super) fn entity(line: &str) -> Option<u16> {
    let (_, told) = end_of(line).rsplit_once('<')?;
    let told = told.strip_suffix(',')?;
    let is_name = |char: char| char.is_ascii_alphabetic() || matches!(char, ' ' | '_' | '-' | '\'');
    number(told).filter(|_| told[3..].chars().all(is_name))
}

/// The arrows of clients' logs before what came.
const ARROWS: [&str; 3] = ["<-- ", "<== ", "← "];

/// What stands right before a status, and what behind it, in the manner of one client each, so that it can be nothing else: OkHttp's
/// and Go's print of an answer, .NET's, the exceptions of Guzzle, of httpx and of Feign.
const MANNERS: [(&str, &str); 6] = [
    ("code=", ", message="),
    ("statuscode:", " proto:http/"),
    ("statuscode: ", ", reasonphrase:"),
    ("resulted in a `", "` response"),
    (" error '", "' for url '"),
    ("[", "] during ["),
];

fn of_manner(small: &str) -> Option<u16> {
    let in_manner = |(before, behind): &(&str, &str)| {
        let (told, _) = small.split_once(behind)?;
        let (_, value) = told.rsplit_once(before)?;
        let status = number(value)?;
        let is_all = behind_reason(status, &value[3..]).is_empty();
        // Others than OkHttp have a code and words, too.
        (is_all && (*before != "code=" || told.contains("response{protocol="))).then_some(status)
    };
    // Ruby's print, what Python's `requests` raises, and Spring: `502 Bad Gateway on POST request for "…"`.
    let of_ruby = || number(small.split_once("#<net::http")?.1.split_once(' ')?.1);
    let raised = || {
        let (told, _) = small.split_once(" for url: ")?;
        let at = ["client", "server"].iter().find_map(|side| told.rfind(&format!(" {side} error: ")))?;
        number(told[..at].get(at.checked_sub(3)?..)?)
    };
    let thrown = || {
        let (told, address) = small.split_once(" request for \"")?;
        let (_, rest) = address.split_once('"')?;
        let (told, _) = told.rsplit_once(" on ").filter(|_| is_before_reply(rest))?;
        let start = told.rfind(|char: char| char.is_ascii_digit())?.checked_sub(2)?;
        let status = number(told.get(start..)?)?;
        behind_reason(status, &told[start + 3..]).is_empty().then_some(status)
    };
    MANNERS.iter().find_map(in_manner).or_else(of_ruby).or_else(raised).or_else(thrown)
}

/// What only HTTP has: its version, the arrow or the brackets of a client's log.
fn of_http(small: &str) -> Option<u16> {
    let arrow = ARROWS.iter().find_map(|sign| number(&small[small.find(sign)? + sign.len()..]));
    let in_brackets = || {
        let inner = small.split("response [").nth(1).or_else(|| small.split(") [").nth(1))?;
        let (inner, _) = inner.split_once(']')?;
        number(inner).filter(|_| inner.len() == 3 || REASONS.iter().any(|reason| inner.ends_with(reason)))
    };
    let in_head = || number(small.strip_prefix(":status:")?.trim_start());
    let by_arrow = of_version(small).or(arrow).or_else(in_brackets);
    by_arrow.or_else(in_head).or_else(|| of_gin(small)).or_else(|| of_manner(small))
}

/// The status in a line of Go's GIN, which may be in colours: `[GIN] 2024/01/02 - 15:04:05 | 502 | 1.2ms | 127.0.0.1 | POST "/x"`.
fn of_gin(small: &str) -> Option<u16> {
    let mut columns = small.split_once("[gin] ")?.1.split('|');
    columns.next().filter(|time| time.contains(" - "))?;
    let status = columns.next()?.trim_start();
    let plain = status.strip_prefix("\u{1b}[").and_then(|coloured| coloured.split_once('m')).map(|(_, rest)| rest);
    number(plain.unwrap_or(status).trim_start())
}

/// The last behind a version: `HTTP/1.1 502`, `HTTP/1.1" 502`.
fn of_version(small: &str) -> Option<u16> {
    let behind = |(at, _): (usize, &str)| {
        let rest = small[at + "http/".len()..].trim_start_matches(|char: char| char.is_ascii_digit() || char == '.');
        number(rest.trim_start_matches('"').strip_prefix(' ')?)
    };
    small.match_indices("http/").filter_map(behind).last()
}

/// The status under a name or before its words, if nothing but the reply follows.
fn last(small: &str) -> Option<u16> {
    let under_name = STATUSES.iter().chain(&TELLING).filter_map(|name| {
        let at = small.rfind(name)?;
        let before = small[..at].trim_end();
        let is_others = before.ends_with(|char: char| char.is_ascii_alphanumeric())
            && before.len() == at
            && !before.ends_with("http")
            || OF_OTHERS.iter().any(|word| before.ends_with(word));
        let rest = &small[at + name.len()..];
        let value = rest.trim_start_matches(is_between);
        let is_parted = value.len() < rest.len() || !name.is_ascii();
        number(value).filter(|status| !is_others && is_parted && is_before_reply(behind_reason(*status, &value[3..])))
    });
    under_name.chain(before_reason(small)).chain(of_request(small)).chain(of_code(small)).next()
}

/// The status that is called a code, among members of one line, before the name of the reply: `code=500 body=`.
fn of_code(small: &str) -> Option<u16> {
    let (before, told) = small.rsplit_once("code=").or_else(|| small.rsplit_once("code: "))?;
    let status = number(told)?;
    let last = before.trim_end_matches([' ', ',']).rsplit(' ').next().unwrap_or_default();
    // Behind another word it is that one's.
    let is_own = before.is_empty() || before.ends_with([' ', ',', '[', '{', '(']);
    let is_alone = last.is_empty()
        || LEVELS.contains(&last)
        || !last.ends_with(char::is_alphanumeric)
        || last.contains(['=', ':']);
    let is_named = told[3..].contains(char::is_alphabetic) && is_before_reply(&told[3..]);
    (is_own && is_alone && is_named).then_some(status)
}

/// The status behind a method and an address, if nothing but the time that it took and the reply follows: `POST http://h/x 502 12ms`.
fn of_request(small: &str) -> Option<u16> {
    let (before, target) = small.rsplit_once("://")?;
    let (before, scheme) = before.rsplit_once([' ', '"'])?;
    let method = before.trim_end_matches([' ', '"', ']']).rsplit([' ', '"', '[', '(']).next()?;
    let is_asked = scheme.starts_with("http") && matches!(method, "get" | "post" | "put" | "patch" | "delete");
    let (_, told) = target.split_once(' ').filter(|_| is_asked)?;
    let value = told.trim_start_matches([' ', '-', '=', '>', '→', ':', '"', '[', '(']);
    let status = number(value)?;
    let rest = behind_reason(status, &value[3..]).trim_start_matches([' ', ')', ']', '(', '-', ',']);
    let time = rest.trim_start_matches(|char: char| char.is_ascii_digit() || char == '.').trim_start();
    let unit = ["ms", "µs", "us", "s"].iter().find_map(|unit| time.strip_prefix(unit));
    is_before_reply(unit.filter(|_| time.len() < rest.len()).unwrap_or(rest)).then_some(status)
}

/// The status before the words that HTTP has for it, `502 Bad Gateway` or `(502) Bad Gateway`, if nothing but the reply follows.
fn before_reason(small: &str) -> impl Iterator<Item = u16> {
    REASONS.iter().filter_map(move |reason| {
        let at = small.rfind(reason)?;
        let before = small[..at].trim_end_matches([' ', ':', ')']);
        let before = before.trim_end_matches('=').trim_end_matches("message").trim_end_matches([' ', ',']);
        let start = before.len().checked_sub(3).filter(|start| before.is_char_boundary(*start))?;
        number(&before[start..]).filter(|_| is_before_reply(&small[at + reason.len()..]))
    })
}

/// The words that HTTP has for a status.
fn reason(status: u16) -> Option<&'static str> {
    http::StatusCode::from_u16(status).ok()?.canonical_reason()
}

fn has_reason(status: u16) -> bool {
    reason(status).is_some()
}

/// What follows a status, without the words that HTTP has for it: `404 Not Found`, `404 (Not Found)`.
fn behind_reason(status: u16, rest: &str) -> &str {
    let reason = reason(status).unwrap_or_default().to_ascii_lowercase();
    rest.trim_start_matches([' ', '(']).strip_prefix(&*reason).unwrap_or(rest)
}

/// Whether nothing but the reply can follow.
pub(super) fn is_before_reply(rest: &str) -> bool {
    rest.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).all(announces)
}

/// Whether a word may stand before a reply.
pub(super) fn announces(word: &str) -> bool {
    BEFORE_REPLY.iter().any(|known| word.eq_ignore_ascii_case(known))
}

fn is_between(char: char) -> bool {
    char.is_whitespace() || matches!(char, '=' | ':' | '：' | '"' | '\'')
}

/// The end of a line, which is all that is looked at.
fn end_of(line: &str) -> &str {
    &line[crate::scan::floor(line, line.len().saturating_sub(MAX_LINE))..]
}

/// A status that some text begins with.
fn number(text: &str) -> Option<u16> {
    let ends = |char: char| !(char.is_alphanumeric() && char.is_ascii() || matches!(char, '.' | '-' | '_' | '%'));
    let is_whole = text.get(3..).is_some_and(|rest| rest.chars().next().is_none_or(ends));
    let digits = text.get(..3).filter(|digits| is_whole && digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    // 443 is a port, and no status.
    digits.parse().ok().filter(|status| (100..600).contains(status) && *status != 443)
}
