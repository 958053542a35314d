//! The line that is typed, as far as candidates depend on what stands before them.

use wxwire::catalog;
use wxwire::operation::Entry;

/// The operation that stands in the line.
pub fn operation() -> Option<&'static Entry> {
    words().iter().find_map(|word| catalog::find(word))
}

/// The key before the value that is typed, where a shell takes `key=value` for three words.
pub fn key_before(current: &str) -> Option<String> {
    let words = words();
    let at = words.iter().rposition(|word| word == current)?;
    (at >= 2 && words[at - 1] == "=").then(|| words[at - 2].clone())
}

/// What follows the `--` of the shell's question.
fn words() -> Vec<String> {
    std::env::args().skip_while(|word| word != "--").skip(1).collect()
}
