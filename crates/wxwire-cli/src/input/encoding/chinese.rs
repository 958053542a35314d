//! What speaks for Chinese: the characters of its texts, and the rows of GB2312.

/// Whether a character stands in Chinese texts: ideographs, their punctuation, wide forms, pictures, and what is lost.
pub fn is_chinese(char: char) -> bool {
    matches!(char, '\u{b7}' | '\u{2010}'..='\u{203b}' | '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' | '\u{fffd}' | '\u{1f300}'..='\u{1faff}')
}

/// Whether nearly all that is not ASCII stands in the rows of GB2312, as almost all Chinese in use does.
pub fn is_of_gb2312(bytes: &[u8]) -> bool {
    2 * pairs(bytes) * 10 >= bytes.iter().filter(|byte| **byte >= 0x80).count() * 9
}

/// Whether a text of GB2312 has only characters of its first half, which are those of every day.
pub(super) fn is_everyday(bytes: &[u8]) -> bool {
    let high: Vec<_> = bytes.iter().copied().filter(|byte| *byte >= 0x80).collect();
    high.chunks(2).all(|pair| matches!(pair, [0xb0..=0xd7, _]))
}

/// How many pairs of bytes stand in the rows of GB2312, as it is read from the left.
pub(super) fn pairs(bytes: &[u8]) -> usize {
    let (mut pairs, mut at) = (0, 0);
    while at < bytes.len() {
        let is_pair = matches!(bytes[at..], [0xa1..=0xa9 | 0xb0..=0xf7, 0xa1..=0xfe, ..]);
        pairs += usize::from(is_pair);
        at += if bytes[at] >= 0x80 { 2 } else { 1 };
    }
    pairs
}
