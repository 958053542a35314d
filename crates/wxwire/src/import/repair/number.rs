//! Numbers as JavaScript writes them, and JSON does not: `.5`, `5.`, `+1`, `0xC8`.

use super::characters::number_end;

/// The number that a text begins with, as JSON, and its length there. Octal numbers are none: people write `007` for text.
pub(super) fn javascript(text: &str) -> Option<(usize, String)> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let mut json = if text.starts_with('-') { "-".to_owned() } else { String::new() };
    let sign = text.len() - unsigned.len();
    if let Some(hex) = unsigned.strip_prefix("0x").or(unsigned.strip_prefix("0X")) {
        let digits = hex.bytes().take_while(u8::is_ascii_hexdigit).count();
        let number = u128::from_str_radix(hex.get(..digits)?, 16).ok()?;
        json += &number.to_string();
        return Some((sign + 2 + digits, json));
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(unsigned);
    let rest = unsigned.get(whole..)?;
    let fraction = rest.strip_prefix('.').map_or(0, digits);
    let dot = usize::from(rest.starts_with('.'));
    if whole + fraction == 0 {
        return None;
    }
    json += if whole == 0 { "0" } else { &unsigned[..whole] };
    if fraction > 0 {
        json += &rest[..dot + fraction];
    }
    let mut length = sign + whole + dot + fraction;
    // An exponent is written as JSON writes it.
    let exponent = text.get(length..)?;
    if exponent.starts_with(['e', 'E']) {
        let end = number_end(&format!("0{exponent:.40}"), 0)?.checked_sub(1)?;
        json += exponent.get(..end)?;
        length += end;
    }
    (number_end(&json, 0) == Some(json.len())).then_some((length, json))
}

#[cfg(test)]
mod tests {
    use super::javascript;

    #[test]
    fn numbers_keep_every_digit() {
        for (text, json) in [
            (".5", "0.5"),
            ("5.", "5"),
            ("+1", "1"),
            ("0xC8", "200"),
            ("-0X1f", "-31"),
            ("-.50e-7", "-0.50e-7"),
            ("5.e3", "5e3"),
            ("+123456789012345678901234567890.0", "123456789012345678901234567890.0"),
        ] {
            assert_eq!(javascript(text), Some((text.len(), json.to_owned())), "{text}");
        }
        for text in [".", "+", "-", "007", "+01.5", "0x", "0xg", ".e5", "1.e", "Infinity", "1e", "", "+-1"] {
            assert!(javascript(text).is_none_or(|(length, _)| length < text.len()), "{text}");
        }
    }
}
