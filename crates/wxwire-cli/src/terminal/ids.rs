//! Operations that something could be of, on lines of their own.

use wxwire::lang::Lang;
use wxwire::operation::Entry;

/// How many are named.
const SHOWN: usize = 5;

/// The widest that a line of them gets.
const WIDTH: usize = 78;

/// Their ids on lines of their own: the first of them, then how many more there are.
pub fn ids(entries: &[&Entry], lang: Lang) -> String {
    let mut lines = vec![String::from(" ")];
    let last = entries.len().min(SHOWN);
    for (entry, number) in entries.iter().take(SHOWN).zip(1..) {
        let id = format!(" {}{}", entry.id, if number < last { "," } else { "" });
        if lines.last().is_some_and(|line| line.len() > 1 && line.len() + id.len() > WIDTH) {
            lines.push(String::from(" "));
        }
        lines.last_mut().expect("there is one").push_str(&id);
    }
    let more = match (entries.len().saturating_sub(SHOWN), lang) {
        (0, _) => String::new(),
        (more, Lang::Zh) => format!("\n  等，还有 {more} 个"),
        (more, Lang::En) => format!("\n  and {more} more"),
    };
    format!("\n{}{more}", lines.join("\n"))
}
