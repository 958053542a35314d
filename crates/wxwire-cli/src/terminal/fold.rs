//! Lines in the width of a terminal.

use crate::args::wrap::lines;

/// How far in stands what a line is too long for, behind where the line itself begins.
const FURTHER: usize = 4;

/// A text with every line that is too long for the terminal broken, and the rest of it further in. Where nobody reads it on
/// one, and `COLUMNS` says nothing, the text as it is.
pub fn fold(text: &str) -> String {
    match columns() {
        Some(columns) => text.lines().map(|line| fold_line(line, columns)).collect::<Vec<_>>().join("\n"),
        None => text.to_owned(),
    }
}

fn fold_line(line: &str, columns: usize) -> String {
    let own = line.trim_start();
    let indent = line.len() - own.len();
    let further = (indent + FURTHER).min(columns / 2);
    // What the first line has more room for is not worth a second measure.
    match &lines(own, columns)[..] {
        [one] if indent == 0 => one.clone(),
        _ => {
            let folded = lines(own, columns - further);
            let fits = lines(own, columns.saturating_sub(indent));
            if fits.len() == 1 {
                line.to_owned()
            } else {
                format!("{:indent$}{}", "", folded.join(&format!("\n{:further$}", "")))
            }
        }
    }
}

/// How wide the terminal is, where there is one.
fn columns() -> Option<usize> {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<usize>().ok());
    let own = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    said.or_else(|| own().filter(|_| super::output::is_terminal())).map(|columns| columns.clamp(40, 400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_goes_on_further_in() {
        assert_eq!(fold_line("one two", 8), "one two");
        assert_eq!(fold_line("  one two three four", 12), "  one\n      two\n      three\n      four");
        assert_eq!(fold_line("  one two", 9), "  one two");
        assert_eq!(fold_line("", 40), "");
        assert_eq!(fold_line("读完请求后重置连接", 16), "读完请求后重\n    置连接");
    }
}
