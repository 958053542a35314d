//! The lines of an operation in its gateway's file: its module, its public types, and its place in the list.

use super::name::Name;
use crate::Result;

/// The gateway's file with an operation more; rustfmt does the rest.
pub(super) fn add(text: &str, name: &Name) -> Result<String> {
    let Name { route, operation, .. } = name;
    let list = text.find("\noperations!(").ok_or("has no `operations!(…)`")? + 1;
    let end = list + text[list..].find(");").ok_or("`operations!(` has no end")?;
    let listed = text[..end].trim_end().trim_end_matches(',').len();
    let text = format!("{}, {operation}{}", &text[..listed], &text[end..]);
    let text = beside(&text, "mod ", &format!("mod {route};"))?;
    beside(&text, "pub use ", &format!("pub use {route}::{{{operation}, {operation}Reply}};"))
}

/// A text with a line more, among those that begin alike and in their order; one may go on over several lines.
fn beside(text: &str, start: &str, new: &str) -> Result<String> {
    let lines: Vec<_> = text.lines().collect();
    let first = lines.iter().position(|line| line.starts_with(start));
    let mut at = first.ok_or(format!("has no line that begins with `{start}`"))?;
    while lines.get(at).is_some_and(|line| line.starts_with(start) && *line < new) {
        at += lines[at..].iter().take_while(|line| !line.ends_with(';')).count() + 1;
    }
    Ok([&lines[..at], &[new], &lines[at..], &[""]].concat().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str =
        "//! A.\n\nmod callback;\nmod send;\n\npub use send::Send;\n\nuse x;\n\noperations!(Send);\n\nstruct A;\n";

    fn name(route: &str, operation: &str) -> Name {
        Name { module: "a".into(), gateway: "A".into(), route: route.into(), operation: operation.into() }
    }

    #[test]
    fn each_line_stands_in_its_place() {
        let after = add(FILE, &name("fetch", "Fetch")).expect("a list");
        assert_eq!(
            after,
            "//! A.\n\nmod callback;\nmod fetch;\nmod send;\n\npub use fetch::{Fetch, FetchReply};\npub use send::Send;\n\n\
             use x;\n\noperations!(Send, Fetch);\n\nstruct A;\n"
        );
        let after = add(&FILE.replace("(Send)", "(\n    Send,\n)"), &name("tell", "Tell")).expect("a list");
        assert!(
            after.contains("operations!(\n    Send, Tell);") && after.contains("mod send;\nmod tell;\n\n"),
            "{after}"
        );
    }

    #[test]
    fn a_line_stands_behind_one_that_goes_on() {
        let file = FILE.replace("pub use send::Send;", "pub use send::{\n    Other, Send,\n};");
        let after = add(&file, &name("tell", "Tell")).expect("a list");
        assert!(after.contains("    Other, Send,\n};\npub use tell::{Tell, TellReply};\n\nuse x;"), "{after}");
    }

    #[test]
    fn a_file_without_a_list_is_no_gateways() {
        let error = add("mod a;\n", &name("b", "B")).expect_err("no list");
        assert_eq!(error, "has no `operations!(…)`");
    }
}
