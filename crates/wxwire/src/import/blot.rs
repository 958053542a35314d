//! Text that may be shown: what stands behind the name of a secret is blotted out, every byte keeps its place.

use std::sync::OnceLock;

use super::found::Form;
use crate::catalog;

/// Names that no gateway has, and that stand before secrets all the same.
const OTHERS: [&str; 10] =
    ["authorization", "cookie", "api-key", "apikey", "password", "secret", "--user", " -u ", "bearer ", "basic "];

/// Words for secrets in remarks.
const WORDS: [&str; 8] = ["token", "pwd", "passwd", "令牌", "密钥", "密码", "口令", "凭据"];

/// The most bytes between a name and its value.
const BETWEEN: usize = 40;

/// A text with what may be a secret replaced by as many `*`: what stands behind the name of any credential, up to the
/// quote, the comma or the line break that ends it.
pub fn blotted(text: &str) -> String {
    let low = text.to_ascii_lowercase();
    let mut bytes = text.as_bytes().to_vec();
    for name in names() {
        let mut done = 0;
        for (at, _) in low.match_indices(name.as_str()) {
            let from = at + name.len();
            if from < done {
                continue;
            }
            let start = value_start(text, from, name.starts_with([' ', '-']) || name.ends_with(' '));
            if let Some(start) = start {
                let end = text[start..]
                    .find(['"', '\'', ',', '\n', '}', '&', '\\', '”'])
                    .map_or(text.len(), |length| start + length);
                blot(text, start..end, &mut bytes);
                done = end;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// A comment as it may be shown: what a person writes of a secret follows no form, so all that stands behind a word for
/// one is blotted out.
pub(crate) fn remark(text: &str) -> String {
    let low = text.to_ascii_lowercase();
    let words = names().iter().map(String::as_str).chain(WORDS);
    let ends = words.filter_map(|word| low.find(word.trim()).map(|at| at + word.trim().len()));
    let mut bytes = text.as_bytes().to_vec();
    if let Some(end) = ends.min() {
        blot(text, end..text.len(), &mut bytes);
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// The source of a problem as it may be shown, every byte in its place. Where a secret may stand in it, which is
/// everywhere but in JSON that names none, only its signs are left: a fault shows in them, and no rule finds every secret
/// in a text that is broken.
pub fn signs(text: &str, form: Form) -> String {
    let low = text.to_ascii_lowercase();
    if form == Form::Json && !low.contains("\\u") && !names().iter().any(|name| low.contains(name.as_str())) {
        return text.to_owned();
    }
    let sign = |char: char| if char.is_alphanumeric() { '*' } else { char };
    text.chars()
        .flat_map(|char| std::iter::repeat_n(sign(char), if sign(char) == char { 1 } else { char.len_utf8() }))
        .collect()
}

/// All names, in lower case.
fn names() -> &'static [String] {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names: Vec<String> = OTHERS.map(String::from).to_vec();
        names.extend_from_slice(catalog::credential_names());
        names.sort();
        names.dedup();
        names
    })
}

/// Where the value behind a name begins: behind a colon, an equals sign or a comma; quotes may stand around it.
fn value_start(text: &str, from: usize, option: bool) -> Option<usize> {
    let mut parted = option;
    let mut at = from;
    while at < text.len().min(from + BETWEEN) {
        let rest = text.get(at..)?;
        let char = rest.chars().next()?;
        let entity = rest.starts_with('&').then(|| rest.bytes().take(12).position(|byte| byte == b';')).flatten();
        at += match char {
            '&' if entity.is_some() => entity.map_or(1, |end| end + 1),
            // Escaped twice: what is left of `&amp;quot;`.
            'q' if rest.starts_with("quot;") => 5,
            ':' | '=' | ',' | '：' => {
                parted = true;
                char.len_utf8()
            }
            '\n' => return None,
            _ if char.is_alphanumeric() || matches!(char, '-' | '_') => return parted.then_some(at),
            _ => char.len_utf8(),
        };
    }
    None
}

fn blot(text: &str, range: std::ops::Range<usize>, bytes: &mut [u8]) {
    for (at, char) in text[range.clone()].char_indices().filter(|(_, char)| char.is_alphanumeric()) {
        bytes[range.start + at..range.start + at + char.len_utf8()].fill(b'*');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_blotted_out_and_nothing_moves() {
        let check = |text: &str, expected: &str| assert_eq!(blotted(text), expected);
        check("-H 'Authorization: Bearer a.b-c' -d '{}'", "-H 'Authorization: ****** *.*-*' -d '{}'");
        check("{'access_token': 'ab', \"wxid\": 1", "{'access_token': '**', \"wxid\": 1");
        check("access_token=密钥&x=1", "access_token=******&x=1");
        check(
            "&amp;quot;app_id&amp;quot;: &amp;quot;abc&amp;quot;",
            "&amp;quot;app_id&amp;quot;: &amp;quot;***&amp;quot;",
        );
        check("the token of it", "the token of it");
        check("curl -u me:pass http://h", "curl -u **:**** ****://*");
        check("bearer abc", "bearer ***");
    }

    #[test]
    fn a_remark_tells_no_secret() {
        for text in ["// token is X1", "// 令牌：X1", "/* access_token\n X1 */", "// Bearer \"X1\"", "# pwd X1"] {
            let shown = remark(text);
            assert!(!shown.contains("X1") && shown.len() == text.len(), "{shown}");
        }
        assert_eq!(remark("// at most 5 items"), "// at most 5 items");
    }
}
