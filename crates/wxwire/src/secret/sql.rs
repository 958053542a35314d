//! Secrets in statements of SQL that name their columns before the values: `INSERT INTO t (id, secret) VALUES (1, '…'), (2, '…')`,
//! and in the parameters that a log says below such a statement.

use std::ops::Range;

use memchr::memmem;

use super::lists::name_of;
use super::loose::{is_plausible, is_token};
use super::names::{self, LONGEST, can_be};
use super::quotes::is_quote;
use crate::order;
use crate::scan::floor;

/// How the word that begins such a statement is written.
const BEGINS: [&str; 6] = ["INSERT", "insert", "Insert", "REPLACE", "replace", "Replace"];

/// So far behind the word its columns begin, and no list of columns is longer.
const COLUMNS: usize = 256;
const LIST: usize = 4096;

/// The places of such secrets in a text.
pub(super) fn values(text: &str) -> Vec<Range<usize>> {
    let starts = BEGINS.iter().flat_map(|word| memmem::find_iter(text.as_bytes(), word).map(|at| at + word.len()));
    let mut starts: Vec<_> = starts.collect();
    order::sort_by_key(&mut starts, |at| (*at, 0));
    let (mut found, mut done) = (Vec::new(), 0);
    for at in starts {
        // What a statement holds is not read again.
        if at >= done
            && let Some(end) = inserted(text, at, &mut found)
        {
            done = end;
        }
    }
    found
}

/// So far before the word its column begins, and so far behind a statement its parameters.
const NEAR: usize = 256;

/// The defaults of columns: `token varchar(64) DEFAULT '…'`.
pub(super) fn defaults(text: &str) -> Vec<Range<usize>> {
    let signs = ["DEFAULT '", "default '"].into_iter();
    let starts = signs.flat_map(|sign| memmem::find_iter(text.as_bytes(), sign).map(move |at| (at, at + sign.len())));
    let of_secret = |at: usize| {
        let before = &text[floor(text, at.saturating_sub(NEAR))..at];
        let begins =
            ["\n", ";", ", ", "',", " ("].iter().filter_map(|sign| Some(before.rfind(sign)? + sign.len())).max();
        let column = &before[begins.unwrap_or_default()..];
        column.split(|char: char| is_blank(char) || is_quote(char) || "[](),".contains(char)).any(names::tells)
    };
    let place = |(at, start): (usize, usize)| {
        let length = text[start..floor(text, start + NEAR)].find('\'')?;
        let value = &text[start..start + length];
        (of_secret(at) && (is_token(value) || is_plausible(value))).then(|| start..start + length)
    };
    starts.filter_map(place).collect()
}

/// What a log writes before a statement, and before the parameters below it.
const LOGGED: [&str; 2] = ["Preparing: ", "Parameters: "];

/// The parameters of statements: `… set token=?`, and in the next line `…(String)`.
pub(super) fn parameters(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in memmem::find_iter(text.as_bytes(), LOGGED[0]) {
        let mut lines = text[at + LOGGED[0].len()..].splitn(3, '\n');
        let (statement, next) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
        let Some(given) = next.find(LOGGED[1]) else { continue };
        let mut start = at + LOGGED[0].len() + statement.len() + 1 + given + LOGGED[1].len();
        let names = asked(statement);
        for (one, name) in next[given + LOGGED[1].len()..].split("), ").zip(names) {
            let value = one.rsplit_once('(').map_or(one, |(value, _)| value);
            if names::tells(name) && can_be(value) {
                found.push(start..start + value.len());
            }
            start += one.len() + "), ".len();
        }
    }
    found
}

/// The columns that the parameters of a statement are of, in their order; nothing, where that is not told.
fn asked(statement: &str) -> Vec<&str> {
    let columns = statement.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
    let columns = columns.filter(|(inside, _)| !inside.contains('?'));
    let row = columns.and_then(|(inside, rest)| Some((inside, rest.find("(")? + 1, rest)));
    if let Some((inside, row, rest)) = row.filter(|_| statement.trim_start()[..1].eq_ignore_ascii_case("i")) {
        let names: Vec<_> =
            inside.split(',').map(|name| name.trim_matches(|char| is_blank(char) || is_quote(char))).collect();
        let cells = rest[row..].split(',').enumerate().filter(|(_, cell)| cell.contains('?'));
        return cells.map(|(at, _)| names[at % names.len()]).collect();
    }
    let before = statement.match_indices('?').map(|(at, _)| name_of(statement[..at].trim_end_matches([' ', '='])));
    before.collect()
}

/// Finds those of one statement, from behind its first word, and its end.
fn inserted(text: &str, at: usize, found: &mut Vec<Range<usize>>) -> Option<usize> {
    let rest = &text[at..];
    let open = memchr::memchr(b'(', &rest.as_bytes()[..rest.len().min(COLUMNS)])?;
    let inside = &rest[open + 1..];
    let close = memchr::memchr(b')', &inside.as_bytes()[..inside.len().min(LIST)])?;
    let secret: Vec<bool> = inside[..close].split(',').map(is_secret).collect();
    if !secret.contains(&true) {
        return None;
    }
    let behind = inside[close + 1..].trim_start_matches(is_blank);
    let word = behind.get(..5).filter(|word| word.eq_ignore_ascii_case("value"))?;
    let behind = &behind[word.len()..];
    let mut at = text.len() - behind.strip_prefix(['s', 'S']).unwrap_or(behind).len();
    while let Some(inside) = text[at..].trim_start_matches(is_blank).strip_prefix('(') {
        let row = cells(text, text.len() - inside.len());
        let secrets = row.cells.into_iter().zip(&secret).filter(|(_, is_secret)| **is_secret);
        found.extend(secrets.filter_map(|(cell, _)| quoted(text, cell)));
        let behind = text[row.end..].trim_start_matches(is_blank);
        let Some(next) = behind.strip_prefix(',') else { return Some(row.end) };
        at = text.len() - next.len();
    }
    Some(at)
}

/// A blank.
fn is_blank(char: char) -> bool {
    char.is_whitespace()
}

/// Whether a column is one of secrets.
fn is_secret(column: &str) -> bool {
    let name = column.trim_matches(|char: char| is_quote(char) || is_blank(char) || matches!(char, '[' | ']' | '\\'));
    name.len() <= LONGEST && names::tells(name)
}

/// The cells of a row of values, and the place behind its bracket.
struct Row {
    cells: Vec<Range<usize>>,
    end: usize,
}

fn cells(text: &str, start: usize) -> Row {
    let bytes = text.as_bytes();
    let (mut cells, mut first, mut at, mut depth) = (Vec::new(), start, start, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\'' | b'"' => at = closing(bytes, at),
            b'(' => depth += 1,
            b')' if depth > 0 => depth -= 1,
            b')' => break,
            b',' if depth == 0 => {
                cells.push(first..at);
                first = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    let at = at.min(bytes.len());
    cells.push(first.min(at)..at);
    Row { cells, end: (at + 1).min(bytes.len()) }
}

/// Where a text in quotes is closed; a quote in it is written twice or behind a backslash.
fn closing(bytes: &[u8], open: usize) -> usize {
    let quote = bytes[open];
    let mut at = open + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            _ if byte == quote && bytes.get(at + 1) == Some(&quote) => at += 1,
            _ if byte == quote => return at,
            _ => {}
        }
        at += 1;
    }
    at
}

/// The inside of a cell that is a text.
fn quoted(text: &str, cell: Range<usize>) -> Option<Range<usize>> {
    let written = &text[cell.clone()];
    let open = written.find(['\'', '"']).filter(|open| written[..*open].trim().len() < 3)?;
    let inner = written[open + 1..].trim_end().strip_suffix(['\'', '"']).unwrap_or(&written[open + 1..]);
    let start = cell.start + open + 1;
    can_be(inner).then(|| start..start + inner.len())
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked, may_hold};

    #[test]
    fn what_a_statement_has_elsewhere() {
        let secret = "Zq7Lw2Xn9Kd4Vb8Rt3Yp";
        for (before, behind) in [
            ("token varchar(64) DEFAULT '", "'"),
            ("ALTER TABLE t ADD COLUMN `corpsecret` varchar(64) NOT NULL DEFAULT '", "' COMMENT 'x';"),
            ("CREATE TABLE t (id int default '1', token text default '", "', name text)"),
            ("==>  Preparing: insert into t (id, token) values (?, ?)\n==> Parameters: 1(Integer), ", "(String)\n"),
            ("Preparing: INSERT INTO t(id,`token`,at) VALUES (1,?,now()),(?,?,?)\nParameters: ", "(String), 2(Long)"),
            ("Preparing: UPDATE t SET name=?, token = ? WHERE id=?\r\nParameters: a, b(String), ", "(String), 1(Long)"),
            ("Preparing: SELECT * FROM t WHERE token = ?\nParameters: ", "(String)"),
        ] {
            let text = format!("{before}{secret}{behind}");
            assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
        }
    }

    #[test]
    fn the_values_of_a_statement() {
        for secret in ["Zq7Lw2Xn9Kd4Vb8Rt3Yp", "only letters, here", "a''b"] {
            for (before, behind) in [
                ("INSERT INTO wx_app (id, corpsecret, name) VALUES (1, '", "', 'a');"),
                ("insert into `wx_app`(`id`,`corpsecret`)\nvalues\n(now(),'x''y'),(1,N'", "')"),
                ("REPLACE INTO t ([id],[access_token]) VALUES (concat('a',')'),'", "');"),
            ] {
                let text = format!("{before}{secret}{behind}");
                assert!(may_hold(&text), "{text}");
                let shown = masked(&text);
                assert!(!shown.contains(secret) && shown.contains(MASK) && shown.ends_with(behind), "{shown}");
            }
        }
        for text in [
            "INSERT INTO wx_app (id, name, token) VALUES (1, 'Zq7Lw2Xn9Kd4Vb8Rt3Yp', NULL)",
            "INSERT INTO wx_app (id, token) SELECT id, 'Zq7Lw2' FROM t",
            "insert (token) into",
            "token varchar(64) NOT NULL DEFAULT '',\nname varchar(9) DEFAULT 'Zq7Lw2Xn9Kd4'",
            "CREATE TABLE t (token text, name text DEFAULT 'Zq7Lw2Xn9Kd4')",
            "Preparing: select name from t where id=?\nParameters: Zq7Lw2Xn9Kd4(String)",
            "Preparing: select token from t",
            "INSERT INTO t (token) VALUES (",
        ] {
            assert_eq!(masked(text), text);
        }
    }
}
