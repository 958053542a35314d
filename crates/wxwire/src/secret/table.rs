//! Secrets in a table: the first row names its columns, and each further one has as many cells. What stands in the column of
//! a secret must look like one.

use std::ops::Range;

use super::loose::{is_plausible, is_token, token};
use super::names::{self, LONGEST};
use super::quotes::is_quote;

/// What parts the cells of a row; the last is two blanks or more.
const SIGNS: [char; 7] = [',', '\t', '|', ';', '│', '┃', ' '];

/// A row of names is no longer.
const HEAD: usize = 1024;

/// A row that names columns.
struct Head {
    sign: char,
    /// Where its cells stand in it.
    cells: Vec<Range<usize>>,
    /// Those that name a secret, and whether it is one that people choose.
    secret: Vec<(usize, bool)>,
    /// No row with as many cells stands before it.
    is_first: bool,
}

/// The places of such secrets in a text, in order.
pub(super) fn cells(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut head: Option<Head> = None;
    let (mut start, mut before) = (0, "");
    for line in text.split_inclusive('\n') {
        let row = line.trim_end_matches(['\n', '\r']);
        start += line.len();
        if is_border(row) {
            continue;
        }
        let start = start - line.len();
        match head.as_ref().and_then(|head| secrets(text, start, row, head)) {
            Some(cells) => found.extend(cells),
            None => {
                head = head_of(row, before);
                found.extend(head.iter().flat_map(|head| beside(start, row, head)));
            }
        }
        before = row;
    }
    found
}

/// Whether a row is a line that is drawn between two others.
fn is_border(row: &str) -> bool {
    let is_drawn = |char| matches!(char, '+' | '-' | '=' | '|' | ':' | ' ' | '\u{2500}'..='\u{257f}');
    row.contains(['-', '=', '─', '━', '═']) && row.chars().all(is_drawn)
}

/// Where the cells of a row stand.
fn split(row: &str, sign: char) -> Vec<Range<usize>> {
    let mut at = 0;
    if sign != ' ' {
        let cells = row.split(sign).map(|cell| {
            let start = at;
            at += cell.len() + sign.len_utf8();
            start..start + cell.len()
        });
        return cells.collect();
    }
    let cells = row.split("  ").map(|cell| {
        let start = at + cell.len() - cell.trim_start().len();
        at += cell.len() + 2;
        start..start + cell.trim().len()
    });
    cells.filter(|cell| !cell.is_empty()).collect()
}

/// The row as one of names, of which one is a secret's.
fn head_of(row: &str, before: &str) -> Option<Head> {
    // A payload in a line of a log names no columns.
    if row.len() > HEAD || memchr::memchr2(b'{', b'<', row.as_bytes()).is_some() {
        return None;
    }
    SIGNS.into_iter().find_map(|sign| {
        let cells = split(row, sign);
        let secret = cells.iter().enumerate().filter_map(|(at, cell)| {
            let name = row[cell.clone()].trim_matches(is_around);
            let is_name = name.len() <= LONGEST && names::tells(name);
            is_name.then(|| (at, names::is_password(name)))
        });
        let secret: Vec<_> = secret.collect();
        if cells.len() < 2 || secret.is_empty() {
            return None;
        }
        let is_first = before.len() > HEAD || split(before, sign).len() != cells.len();
        // Anything may be parted by blanks.
        (is_first || sign != ' ').then_some(Head { sign, cells, secret, is_first })
    })
}

/// What looks like a secret in the columns of secrets; none where the row is not of this table.
fn secrets(text: &str, start: usize, row: &str, head: &Head) -> Option<Vec<Range<usize>>> {
    let cells = split(row, head.sign);
    let is_whole = cells.len() == head.cells.len();
    if !is_whole && (head.sign != ' ' || cells.is_empty()) {
        return None;
    }
    let mut found = Vec::new();
    for &(column, is_password) in &head.secret {
        let own = head.cells[column].clone();
        // A row that lacks cells, or has blanks in them, has the others where their names are.
        let is_below = |cell: &&Range<usize>| cell.start == own.start || cell.end == own.end;
        let cell = if is_whole { cells.get(column)? } else { cells.iter().find(is_below)? };
        let written = &row[cell.clone()];
        let inner = start + cell.end - written.trim_start_matches(is_around).len();
        let value = written.trim_matches(is_around);
        match token(text, inner).filter(|range| range.end <= start + cell.end) {
            Some(range) => found.push(range),
            None if is_password && head.is_first && is_plausible(value) => found.push(inner..inner + value.len()),
            None => {}
        }
    }
    Some(found)
}

/// What looks like a secret in a row that names one, as the rows of documents do. Behind a comma may stand anything.
fn beside(start: usize, row: &str, head: &Head) -> Vec<Range<usize>> {
    let is_drawn = matches!(head.sign, '|' | '│' | '┃' | '\t');
    let cells = head.cells.iter().filter(|_| is_drawn);
    let place = |cell: &Range<usize>| {
        let inner = row[cell.clone()].trim_start_matches(is_around);
        let value = inner.trim_end_matches(is_around);
        let start = start + cell.end - inner.len();
        is_token(value).then(|| start..start + value.len())
    };
    cells.filter_map(place).collect()
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
            (
                "=====  ====================  ====\nid     token                 age\n=====  ====================  ====\nww1    ",
                "  5d\n",
            ),
            ("NAME   SECRET                AGE\na b    ", "  5d\n"),
            ("corpid  corpsecret\nww1     ", "\n"),
            ("| name | required | value |\n|---|---|---|\n| `token` | yes | ", " |\n"),
            ("token\tyes\t", "\n"),
            ("┌──────┬────────┐\n│ name │ secret │\n├──────┼────────┤\n│ a    │ ", " │\n└──────┴────────┘\n"),
        ] {
            let text = format!("{before}{secret}{behind}");
            assert!(may_hold(&text));
            assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
        }
        assert_eq!(masked("id,password\n1,p@ssW0rd\n"), format!("id,password\n1,{MASK}\n"));
        for text in [
            format!("name,token\nonly {secret} here"),
            format!("name,remark\na,{secret}"),
            format!("a  token\nb  c\n\nd  {secret}"),
            "| name | type |\n| password | string |\n| username1 | string |".to_owned(),
            "name    type\ntoken   string\n\nuser-ab3x7 a\n".to_owned(),
            "name    type    of\ntoken   string  x\ndefault-token-x7k2p  a  b\n".to_owned(),
            "| token | type |\n| user-name-v2 | string |".to_owned(),
            "| token | string | required |\n| wxid | string | of whom it is |".to_owned(),
            format!("the secret, said once\n{secret},a,b"),
        ] {
            assert_eq!(masked(&text), text);
        }
    }
}
