//! Secrets in the tables of pages: in a column that its first row calls so, and in a row with their name in one of its cells. What
//! stands there must look like one.

use std::ops::Range;

use memchr::memmem;

use super::loose::is_token;
use super::names;

/// The most columns of secrets that are looked at.
const MANY: usize = 8;

/// The places of such secrets in a text.
pub(super) fn cells(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut head) = (Vec::new(), Vec::new());
    let mut starts = memmem::find_iter(text.as_bytes(), "<tr").peekable();
    while let Some(start) = starts.next() {
        let row = &text[start..starts.peek().copied().unwrap_or(text.len())];
        let own = split(row);
        let named = |(at, cell): (usize, &Range<usize>)| names::tells(&row[cell.clone()]).then_some(at);
        let names: Vec<_> = own.iter().enumerate().filter_map(named).take(MANY).collect();
        let is_here = |cell: &&Range<usize>| is_token(&row[(*cell).clone()]);
        let place = |cell: &Range<usize>| start + cell.start..start + cell.end;
        if names.is_empty() {
            found.extend(head.iter().filter_map(|at| own.get(*at)).filter(is_here).map(place));
        } else {
            found.extend(own.iter().filter(is_here).map(place));
            head = names;
        }
        if row.contains("</table") {
            head.clear();
        }
    }
    found
}

/// Where the texts of the cells of a row stand in it, without the tags around them.
fn split(row: &str) -> Vec<Range<usize>> {
    let starts = memmem::find_iter(row.as_bytes(), "<t").filter(|at| row[at + 2..].starts_with(['d', 'h']));
    let text = |start: usize| {
        let mut rest = &row[start..];
        while let Some((_, inner)) = rest.strip_prefix('<').and_then(|tag| tag.split_once('>')) {
            rest = inner.trim_start();
        }
        let value = rest.split('<').next().unwrap_or_default().trim_end_matches([' ', '\n', '\r', '\t', ':', '：']);
        let start = row.len() - rest.len();
        start..start + value.len()
    };
    starts.map(text).collect()
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked};

    #[test]
    fn the_cells_of_a_table() {
        let secret = "Zq7Lw2Xn9Kd4Vb8Rt3Yp";
        for (before, behind) in [
            ("<tr><td>X-GEWE-TOKEN</td><td>string</td><td>", "</td></tr>"),
            ("<tr><td>token</td><td>是</td><td class=\"a\"><code>", "</code></td></tr>"),
            ("<table><tr><th>name</th><th>token</th></tr><tr><td>a</td><td>", "</td></tr></table>"),
            (
                "<table>\n<thead><tr>\n<th>id</th>\n<th><b>Secret</b></th></tr></thead>\n<tr><td>1</td><td></td></tr><tr><td>1</td>\n<td>\n  ",
                "\n</td></tr>\n</table>",
            ),
        ] {
            let text = format!("{before}{secret}{behind}");
            assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
        }
        for text in [
            format!("<tr><th>id</th><th>token</th></tr><tr><td>{secret}</td><td>a</td></tr>"),
            format!(
                "<table><tr><th>token</th><th>id</th></tr></table><table><tr><td>{secret}</td><td>a</td></tr></table>"
            ),
            "<tr><td>token</td><td>string</td><td>see the page of getToken2024</td></tr>".to_owned(),
        ] {
            assert_eq!(masked(&text), text);
        }
    }
}
