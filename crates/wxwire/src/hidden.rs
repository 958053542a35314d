//! Characters that change how a text reads and do not show: controls, marks of direction, marks without a width.

use crate::lang::Lang;

/// The most characters that are named of one text.
const NAMED: usize = 8;

/// What a text holds that does not show, in words; nothing where all of it shows.
pub fn sentence(text: &str, lang: Lang) -> Option<String> {
    let mut found: Vec<char> = Vec::new();
    // Every one of them is a control or lies beyond ASCII.
    for char in text.chars().filter(|char| !matches!(char, ' '..='~' | '\n' | '\t')) {
        if name(char).is_some() && !found.contains(&char) {
            found.push(char);
            if found.len() > NAMED {
                break;
            }
        }
    }
    let more = if found.len() > NAMED { "…" } else { "" };
    let names: Vec<_> = found.iter().take(NAMED).map(|char| said(*char)).collect();
    let zh = lang == Lang::Zh;
    let list = names.join(if zh { "、" } else { ", " });
    let begin = if zh { "含不可见字符：" } else { "contains " };
    (!found.is_empty()).then(|| format!("{begin}{list}{more}"))
}

/// A character as the standard writes it: `U+202E RIGHT-TO-LEFT OVERRIDE`.
fn said(char: char) -> String {
    format!("U+{:04X} {}", char as u32, name(char).unwrap_or_default())
}

/// The name of a character that does not show. Those that emoji and scripts are joined with are left out: they show in
/// what they join.
fn name(char: char) -> Option<&'static str> {
    Some(match char {
        '\t' | '\n' => return None,
        '\0' => "NULL",
        '\r' => "CARRIAGE RETURN",
        '\0'..' ' | '\u{7f}'..='\u{9f}' => "CONTROL",
        '\u{ad}' => "SOFT HYPHEN",
        '\u{61c}' => "ARABIC LETTER MARK",
        '\u{200b}' => "ZERO WIDTH SPACE",
        '\u{200e}' => "LEFT-TO-RIGHT MARK",
        '\u{200f}' => "RIGHT-TO-LEFT MARK",
        '\u{2028}' => "LINE SEPARATOR",
        '\u{2029}' => "PARAGRAPH SEPARATOR",
        '\u{202a}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202b}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202c}' => "POP DIRECTIONAL FORMATTING",
        '\u{202d}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202e}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => "WORD JOINER",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        '\u{feff}' => "ZERO WIDTH NO-BREAK SPACE",
        '\u{e0000}'..='\u{e001f}' => "TAG",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_show_is_named_once_in_both_languages() {
        let text = "a\u{202e}b\0c\u{202e}\r\n";
        let names = ["U+202E RIGHT-TO-LEFT OVERRIDE", "U+0000 NULL", "U+000D CARRIAGE RETURN"];
        assert_eq!(sentence(text, Lang::En), Some(format!("contains {}", names.join(", "))));
        assert_eq!(sentence(text, Lang::Zh), Some(format!("含不可见字符：{}", names.join("、"))));
    }

    #[test]
    fn what_shows_is_not_named() {
        for text in ["", "你好，a\tb\nc", "👨‍👩‍👧 ️❤️", "مرحبا שלום"] {
            assert_eq!(sentence(text, Lang::En), None, "{text}");
        }
    }

    #[test]
    fn a_text_full_of_them_is_cut_short() {
        let text: String = (0u8..32).map(char::from).collect();
        let said = sentence(&text, Lang::En).expect("it names some");
        assert_eq!(said.matches("U+").count(), NAMED);
        assert!(said.ends_with('…'), "{said}");
    }
}
