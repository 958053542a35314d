//! The escapes of strings in JavaScript and Python.

/// The character of the escape that a text begins with, if it stands for one, and its length.
pub(crate) fn read(text: &str) -> (Option<char>, usize) {
    let behind = &text[1..];
    let Some(char) = behind.chars().next() else { return (Some('\\'), 1) };
    let number = |from: usize, to: usize| {
        let digits = behind.get(from..to).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        u32::from_str_radix(digits, 16).ok()
    };
    let coded = |code: Option<u32>, length: usize| match code.and_then(char::from_u32) {
        Some(char) => (Some(char), length),
        // Not an escape: the backslash stands for itself.
        None => (Some('\\'), 1),
    };
    match char {
        'n' => (Some('\n'), 2),
        't' => (Some('\t'), 2),
        'r' => (Some('\r'), 2),
        'b' => (Some('\x08'), 2),
        'f' => (Some('\x0c'), 2),
        'v' => (Some('\x0b'), 2),
        '0' => (Some('\0'), 2),
        '\n' => (None, 2),
        'x' => coded(number(1, 3), 4),
        'U' => coded(number(1, 9), 10),
        'u' if behind[1..].starts_with('{') => {
            let end = behind.bytes().take(12).position(|byte| byte == b'}').unwrap_or(0);
            coded(number(2, end), 2 + end)
        }
        'u' => match (number(1, 5), behind.get(5..7), number(7, 11)) {
            (Some(high @ 0xd800..0xdc00), Some("\\u"), Some(low @ 0xdc00..0xe000)) => {
                coded(Some(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)), 12)
            }
            (code, ..) => coded(code, 6),
        },
        char => (Some(char), 1 + char.len_utf8()),
    }
}
