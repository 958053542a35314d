//! Lines of a list in the help: a name, and behind it what it does, in as many lines as it takes.

/// As many columns as every terminal has.
pub const COLUMNS: usize = 80;

/// What may not begin a line.
const CLOSING: &str = "，。；：、！？）】》”,.;:!?)";

/// A line break, two spaces, the name in a column of this width, and the text beside it.
pub fn item(name: &str, column: usize, text: &str) -> String {
    let indent = 2 + column;
    format!("\n  {name:<column$}{}", lines(text, COLUMNS - indent).join(&format!("\n{:indent$}", "")))
}

/// A text in lines of at most so many columns; a longer word has a line of its own.
pub fn lines(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let line = lines.last_mut().expect("there is one");
        if !line.is_empty() && width(line) + width(piece.trim_end()) > columns {
            line.truncate(line.trim_end().len());
            lines.push(piece.to_owned());
        } else {
            line.push_str(piece);
        }
    }
    lines
}

/// A help text with every line that is too long broken, and what follows put under where its text begins.
pub fn fold(text: &str) -> String {
    text.lines().map(fold_line).collect::<Vec<_>>().join("\n")
}

fn fold_line(line: &str) -> String {
    if width(line) <= COLUMNS {
        return line.to_owned();
    }
    // Where the text beside a name begins, or, without a name, the line itself.
    let start = line.len() - line.trim_start().len();
    let beside = line[start..].find("  ").map(|at| start + at).filter(|_| start > 0);
    let begin = beside.map_or(start, |at| line.len() - line[at..].trim_start().len());
    let (name, text) = line.split_at(begin);
    let indent = width(name);
    format!("{name}{}", lines(text, COLUMNS - indent.min(COLUMNS / 2)).join(&format!("\n{:indent$}", "")))
}

/// What stays together: a word with the space behind it, or a Chinese character with the marks that close it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, char) in text.char_indices() {
        let parts = |before: char| (before == ' ' && char != ' ') || is_wide(before) || is_wide(char);
        if before.is_some_and(parts) && !CLOSING.contains(char) && char != ' ' {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(char);
    }
    pieces.push(&text[start..]);
    pieces
}

fn width(text: &str) -> usize {
    let mut chars = text.chars();
    let mut width = 0;
    while let Some(char) = chars.next() {
        match char {
            // A colour has no width.
            '\u{1b}' => drop(chars.find(|char| *char == 'm')),
            char => width += if is_wide(char) { 2 } else { 1 },
        }
    }
    width
}

/// Whether a terminal gives a character two columns: Chinese, and its punctuation.
fn is_wide(char: char) -> bool {
    matches!(char, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_chinese_characters_are_counted_in_columns() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("one two three", 6), ["one", "two", "three"]);
        assert_eq!(lines("overlong x", 3), ["overlong", "x"]);
        assert_eq!(lines("读完请求后重置连接", 8), ["读完请求", "后重置连", "接"]);
        assert_eq!(lines("回复 HTTP 500，重置", 13), ["回复 HTTP", "500，重置"]);
        assert_eq!(lines("请求，重置", 4), ["请", "求，", "重置"]);
        assert_eq!(lines("", 4), [""]);
        assert_eq!(item("reset", 74, "ab cd"), format!("\n  {:<74}ab\n{:76}cd", "reset", ""));
    }
}
