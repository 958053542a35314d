//! Secrets in a table: the first row names its columns, and each further one has as many cells. What stands in the column of
//! a secret must look like one.

use std::ops::Range;

use super::Scope;
use super::loose::token;
use super::names::{self, LONGEST};
use super::quotes::is_quote;

/// What parts the cells of a row.
const SIGNS: [char; 6] = [',', '\t', '|', ';', '│', '┃'];

/// A row of names is no longer.
const HEAD: usize = 1024;

/// A row that names columns.
struct Head {
    sign: char,
    /// How many cells it has.
    count: usize,
    /// Those that name a secret.
    secret: Vec<usize>,
}

/// The places of such secrets in a text, in order.
pub(super) fn cells(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut head: Option<Head> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let row = line.trim_end_matches(['\n', '\r']);
        start += line.len();
        if is_border(row) {
            continue;
        }
        let start = start - line.len();
        head = head.filter(|head| row.split(head.sign).count() == head.count);
        match &head {
            None => head = head_of(row),
            Some(head) => found.extend(secrets(text, start, row, head)),
        }
    }
    found
}

/// Whether a row is a line that is drawn between two others.
fn is_border(row: &str) -> bool {
    let is_drawn = |char| matches!(char, '+' | '-' | '=' | '|' | ':' | ' ' | '\u{2500}'..='\u{257f}');
    row.contains(['-', '=', '─', '━', '═']) && row.chars().all(is_drawn)
}

/// The row as one of names, of which one is a secret's.
fn head_of(row: &str) -> Option<Head> {
    // A payload in a line of a log names no columns.
    if row.len() > HEAD || memchr::memchr2(b'{', b'<', row.as_bytes()).is_some() {
        return None;
    }
    SIGNS.into_iter().find_map(|sign| {
        let is_secret = |cell: &str| {
            let name = cell.trim_matches(is_around);
            name.len() <= LONGEST && matches!(names::find(name), Some(Scope::Anywhere | Scope::Ending))
        };
        let secret: Vec<_> =
            row.split(sign).enumerate().filter(|(_, cell)| is_secret(cell)).map(|(at, _)| at).collect();
        let count = row.split(sign).count();
        (count > 1 && !secret.is_empty()).then_some(Head { sign, count, secret })
    })
}

/// What looks like a secret in the columns of secrets.
fn secrets(text: &str, start: usize, row: &str, head: &Head) -> Vec<Range<usize>> {
    let mut at = start;
    let mut found = Vec::new();
    for (column, cell) in row.split(head.sign).enumerate() {
        if head.secret.contains(&column) {
            let inner = at + cell.len() - cell.trim_start_matches(is_around).len();
            found.extend(token(text, inner).filter(|range| range.end <= at + cell.len()));
        }
        at += cell.len() + head.sign.len_utf8();
    }
    found
}

/// What stands around the text of a cell.
fn is_around(char: char) -> bool {
    is_quote(char) || matches!(char, ' ' | '*' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked, may_hold};

    #[test]
    fn the_column_of_a_secret() {
        let secret = "Zq7Lw2Xn9Kd4Vb8Rt3Yp";
        for (before, behind) in [
            ("corpid,corpsecret,agentid\nww1,", ",1\n"),
            ("| corpid | corpsecret |\n|---|---|\n| ww1 | ", " |\n"),
            ("\"name\";\"Access_Token\"\r\n\"a\";\"", "\"\r\n"),
            ("a\ttoken\n1\t2\n3\t", ""),
            ("+----+--------+\n| id | access_token |\n+----+--------+\n|  1 | ", " |\n+----+--------+\n"),
            (" id | access_token\n----+-----------\n  1 | ", "\n(1 row)\n"),
            ("┌──────┬────────┐\n│ name │ secret │\n├──────┼────────┤\n│ a    │ ", " │\n└──────┴────────┘\n"),
        ] {
            let text = format!("{before}{secret}{behind}");
            assert!(may_hold(&text));
            assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
        }
        for text in [
            format!("name,token\nonly {secret} here"),
            format!("name,remark\na,{secret}"),
            "| token | string | required |\n| wxid | string | of whom it is |".to_owned(),
            format!("the secret, said once\n{secret},a,b"),
        ] {
            assert_eq!(masked(&text), text);
        }
    }
}
