//! What was probably not meant, in text and in moments.

use super::Walk;
use crate::layer::json::Value;
use crate::moment;
use crate::problem::{Code, Problem, Source};
use crate::rule::{Moment, Rule};

/// The bounds of what is taken for a Unix second: below lie delays, above lie milliseconds.
const MOMENTS: std::ops::Range<i64> = 1_000_000_000..100_000_000_000;

impl Walk<'_> {
    /// Reports text that was left to be filled in, or that was escaped once too often.
    pub(super) fn doubtful(&mut self, text: &str, rule: &Rule, value: Value<'_>) {
        // Most texts have none of these, and that is soon told.
        if !text.contains(['{', '<', '\\']) {
            return;
        }
        let is_xml = rule.layers.first().is_some_and(|layer| layer == "xml");
        if let Some(found) = placeholder(text, is_xml) {
            let problem = Problem::new(Code::Placeholder).found(found);
            self.problems.push(problem.on(value).source(Source::Inferred));
        }
        if let Some((found, meant)) = literal_escape(text) {
            let problem = Problem::new(Code::Escaped).expected(meant).found(found);
            self.problems.push(problem.on(value).source(Source::Inferred));
        }
    }

    /// Reports a moment in milliseconds, a delay in the place of a moment, and one that is over.
    pub(super) fn moment(&mut self, wanted: Moment, value: Value<'_>) {
        // Where nothing is meant, a zero stands.
        let Some(second) = value.as_i64().filter(|second| *second != 0) else { return };
        let problem = if MOMENTS.contains(&second) {
            match (wanted, self.now) {
                (Moment::Future, Some(now)) if second < now => {
                    Problem::new(Code::Past).found(&moment::utc(second).unwrap_or_default())
                }
                _ => return,
            }
        } else {
            let seconds = if second < MOMENTS.end { 1_767_225_600 } else { second / 1000 };
            Problem::new(Code::WrongForm).expected(seconds.to_string()).found(value.source())
        };
        // A limit that is crossed has been told.
        let is_told = self.problems.last().is_some_and(|last| last.path == value.pointer() && last.is_error());
        if !is_told {
            self.problems.push(problem.on(value).source(Source::Inferred));
        }
    }
}

/// What stands to be filled in: `{{name}}`, `${name}`, or `<NAME>`, which in XML is an element.
fn placeholder(text: &str, is_xml: bool) -> Option<&str> {
    let is_name = |name: &str| {
        let is_part = |char: char| char.is_alphanumeric() || " _-.$[]'\"".contains(char);
        !name.trim().is_empty() && name.chars().count() <= 60 && name.chars().all(is_part)
    };
    let is_loud = |name: &str| {
        let is_part = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-');
        name.len() >= 3 && name.contains('_') && name.bytes().all(is_part)
    };
    let between = |open: &str, close: &str, is: &dyn Fn(&str) -> bool| {
        text.match_indices(open).find_map(|(at, _)| {
            let rest = &text[at + open.len()..];
            let end = rest.find(close)?;
            is(&rest[..end]).then(|| &text[at..at + open.len() + end + close.len()])
        })
    };
    let found = between("{{", "}}", &is_name).or_else(|| between("${", "}", &is_name));
    found.or_else(|| if is_xml { None } else { between("<", ">", &is_loud) })
}

/// The first `\uXXXX` that stands in a text as it is, and the character that it was to be; of a surrogate pair, both.
fn literal_escape(text: &str) -> Option<(&str, String)> {
    text.match_indices("\\u").find_map(|(at, _)| {
        let first = code_unit(text.get(at..)?)?;
        let (length, units) = match code_unit(text.get(at + 6..).unwrap_or_default()) {
            Some(second) if (0xd800..0xdc00).contains(&first) => (12, vec![first, second]),
            _ => (6, vec![first]),
        };
        // Half of a pair is no character.
        String::from_utf16(&units).ok().map(|meant| (&text[at..at + length], meant))
    })
}

/// The code unit that an escape at the beginning of a text stands for.
fn code_unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u16::from_str_radix(digits, 16).ok().filter(|_| is_hex)
}

#[cfg(test)]
mod tests {
    use super::{literal_escape, placeholder};

    #[test]
    fn what_is_to_be_filled_in_is_found_and_nothing_else() {
        let found = |text| placeholder(text, false);
        assert_eq!(found("你好 {{ $json.wxid }}！"), Some("{{ $json.wxid }}"));
        assert_eq!(found("a {{}} {{标题}}"), Some("{{标题}}"));
        assert_eq!(found("https://example.com/${path}"), Some("${path}"));
        assert_eq!(found("key=<YOUR_KEY>"), Some("<YOUR_KEY>"));
        for plain in [
            "{\"a\":{\"b\":{}}}",
            "<font color=\"info\">x</font>",
            "<@zhangsan>",
            "a < b > c",
            "${",
            "{{",
            "<B>",
            "<NBA>",
            "x{{a{b}}",
            "$5",
            "{{\n}}",
        ] {
            assert_eq!(found(plain), None, "{plain}");
        }
        assert_eq!(placeholder("<A_B>{{x}}</A_B>", true), Some("{{x}}"));
        assert_eq!(placeholder("<A_B>x</A_B>", true), None);
    }

    #[test]
    fn an_escape_that_stands_as_it_is_is_found() {
        assert_eq!(literal_escape("\\u4f60\\u597d"), Some(("\\u4f60", "你".to_owned())));
        assert_eq!(literal_escape("x \\ud83d\\ude00"), Some(("\\ud83d\\ude00", "😀".to_owned())));
        for plain in ["C:\\users", "\\ud83d", "\\ude00", "\\u12", "\\u你好好好", "你好", "\\\\"] {
            assert_eq!(literal_escape(plain), None, "{plain}");
        }
    }
}
