//! The HTTP status in a line of a log, as clients, servers and people write it.

/// What a line calls a status, in small letters.
const NAMES: [&str; 11] = [
    "status_code",
    "statuscode",
    "status code",
    "http_status",
    "http status",
    "http_code",
    "httpcode",
    "http code",
    "response code",
    "status",
    "状态码",
];

/// Words that stand behind a status, and behind no other number.
const REASONS: [&str; 8] = [
    "bad gateway",
    "internal server error",
    "service unavailable",
    "gateway time",
    "too many requests",
    "unauthorized",
    "forbidden",
    "bad request",
];

/// So much of a line is looked at.
const MAX_LINE: usize = 2000;

/// The status that a line says, the last where it says several.
pub(super) fn status(line: &str) -> Option<u16> {
    let line = &line[crate::scan::floor(line, line.len().saturating_sub(MAX_LINE))..];
    let small = line.to_ascii_lowercase();
    let of_version = small.match_indices("http/").filter_map(|(at, _)| {
        let rest = small[at + "http/".len()..].trim_start_matches(|char: char| char.is_ascii_digit() || char == '.');
        Some((at, number(rest.trim_start_matches('"').strip_prefix(' ')?)?))
    });
    // HTTP/2 as curl shows it, and the arrow of a client's log.
    let begun =
        [":status:", "<-- "].iter().filter_map(|sign| Some((0, number(small.strip_prefix(sign)?.trim_start())?)));
    let of_reason = REASONS.iter().flat_map(|reason| small.match_indices(reason)).filter_map(|(at, _)| {
        let before = small[..at].strip_suffix(' ')?;
        Some((at, number(&before[before.len().checked_sub(3).filter(|start| before.is_char_boundary(*start))?..])?))
    });
    let in_brackets =
        small.match_indices("response [").filter_map(|(at, sign)| Some((at, number(&small[at + sign.len()..])?)));
    let all = of_version.chain(begun).chain(of_reason).chain(in_brackets);
    all.max_by_key(|(at, _)| *at).map(|(_, status)| status).or_else(|| named(line))
}

/// The status behind its name.
pub(super) fn named(line: &str) -> Option<u16> {
    let small = line[crate::scan::floor(line, line.len().saturating_sub(MAX_LINE))..].to_ascii_lowercase();
    let behind = |end: usize| {
        let rest = small[end..].trim_start_matches(['"', '\'']).trim_start();
        let value = rest.trim_start_matches(['=', ':', '：', ' ', '"', '\'']);
        (value.len() < rest.len() || small[..end].ends_with('码')).then(|| number(value))?
    };
    let ends = NAMES.iter().flat_map(|name| small.match_indices(name)).map(|(at, name)| at + name.len());
    ends.filter_map(behind).last()
}

/// A status that some text begins with.
fn number(text: &str) -> Option<u16> {
    let ends = |char: char| !(char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '_'));
    let is_whole = text.get(3..).is_some_and(|rest| rest.chars().next().is_none_or(ends));
    let digits = text.get(..3).filter(|digits| is_whole && digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    digits.parse().ok().filter(|status| (100..600).contains(status))
}
