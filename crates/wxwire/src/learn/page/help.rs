//! What a page says of a field in words, and the values that it lists there.

/// The most values of a list.
const MAX_CHOICES: usize = 500;

/// Words without the tags and the marks that they were written with.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let tag = &rest[open..];
        let end = tag[1..].find(['<', '>']).map(|end| end + 1).filter(|end| tag[*end..].starts_with('>'));
        let name = tag[1..].trim_start_matches('/');
        let is_tag = ["font", "a ", "a>", "br", "b>", "span", "p>", "strong", "em>", "code", "i>", "u>", "div", "img"]
            .iter()
            .any(|one| name.get(..one.len()).is_some_and(|name| name.eq_ignore_ascii_case(one)));
        match end.filter(|_| is_tag) {
            Some(end) => rest = &tag[end + 1..],
            None => {
                out.push('<');
                rest = &tag[1..];
            }
        }
    }
    out.push_str(rest);
    let words = out.split_whitespace().collect::<Vec<_>>().join(" ");
    // What a tool writes where nobody wrote anything.
    if ["none", "无", "-", "--"].contains(&words.as_str()) { String::new() } else { words }
}

/// The values that a cell lists: `1,2,3`, `text、image`, `1:男 2:女`.
pub(super) fn listed(text: &str) -> Vec<(String, String)> {
    let parts =
        text.split([',', '，', '、', ';', '；', '|', '/', '\n', ' ']).map(str::trim).filter(|part| !part.is_empty());
    let one = |part: &str| match part.split_once(['=', ':', '：']) {
        Some((value, label)) => (value.trim().to_owned(), label.trim().to_owned()),
        None => (part.to_owned(), String::new()),
    };
    let all: Vec<_> = parts.map(one).take(MAX_CHOICES).collect();
    // A range or a sentence is no list.
    let is_value = |value: &str| {
        value.len() < 40 && value.chars().all(|char| char.is_ascii_alphanumeric() || "_.-".contains(char))
    };
    let is_list = all.len() > 1 && all.iter().all(|(value, _)| is_value(value) && !value.is_empty()) && distinct(&all);
    if is_list { all } else { vec![] }
}

/// The values that words list with what each means: `支持:0=个微、1=公众号`.
pub(super) fn meant(help: &str) -> Vec<(String, String)> {
    if help.len() > 2000 {
        return vec![];
    }
    let Some((before, _)) = help.split_once('=') else { return vec![] };
    let first = before.rsplit([':', '：', '，', ',', '(', '（']).next().map_or(0, str::len);
    let list = &help[before.len() - first..];
    let list = list.trim_start_matches(|char: char| !char.is_ascii_alphanumeric()).trim_end_matches([')', '）', '。']);
    let parts: Vec<_> = list.split([',', '，', '、', ';', '；']).collect();
    let one = |part: &&str| {
        let (value, label) = part.split_once('=')?;
        let (value, label) = (value.trim(), label.trim());
        let is_value = !value.is_empty() && value.len() < 20 && value.bytes().all(|byte| byte.is_ascii_digit());
        (is_value && !label.is_empty() && !label.contains('=')).then(|| (value.to_owned(), label.to_owned()))
    };
    match parts.iter().map(one).collect::<Option<Vec<_>>>() {
        Some(all) if all.len() > 1 && distinct(&all) => all,
        _ => vec![],
    }
}

fn distinct(all: &[(String, String)]) -> bool {
    all.iter().map(|(value, _)| value).collect::<std::collections::BTreeSet<_>>().len() == all.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_with_their_meanings_stand_behind_any_sign() {
        let two = vec![("0".to_owned(), "个微".to_owned()), ("1".to_owned(), "公众号".to_owned())];
        for help in ["支持:0=个微、1=公众号", "支持：0=个微，1=公众号。", "类型（0=个微；1=公众号）", "0=个微,1=公众号"]
        {
            assert_eq!(meant(help), two, "{help}");
        }
        for help in ["", "=", "：=", "支持：0=个微", "a=b、c=d"] {
            assert!(meant(help).is_empty(), "{help}");
        }
    }
}
