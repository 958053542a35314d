//! Reads as much of PowerShell as the export writes, after "about_Quoting_Rules", "about_Special_Characters",
//! "about_Arrays", "about_Hash_Tables" and "about_Splatting" of its documentation, and the table of quotes of its
//! language specification (2.3.5.2).

use wxwire::request::{Payload, Preview};

/// What ends a text in single quotes, unless it stands there twice.
const SINGLE: [char; 5] = ['\'', '\u{2018}', '\u{2019}', '\u{201a}', '\u{201b}'];

/// The request that a script sends.
pub fn read(script: &str) -> Preview {
    let mut reader = Reader(script);
    let mut body = String::new();
    reader.white();
    if reader.takes("$body =") {
        body = match reader.takes("@(") {
            true => {
                let mut lines = Vec::new();
                while !reader.takes(")") {
                    lines.push(reader.text());
                }
                assert!(reader.takes("-join"));
                lines.join(&reader.double())
            }
            false if reader.takes("[Convert]::FromBase64String(") => {
                let bytes = wxwire::layer::base64::decode(&reader.text()).expect("base64");
                assert!(reader.takes(")"));
                String::from_utf8(bytes).expect("the tests send texts")
            }
            false => reader.text(),
        };
    }
    let mut request =
        Preview { method: String::new(), url: String::new(), headers: Vec::new(), body: Payload::default() };
    let (mut kind, mut others) = (String::new(), Vec::new());
    assert!(reader.takes("$request = @{"), "{:?}", reader.0);
    while !reader.takes("}") {
        match reader.word() {
            "Method" => request.method = reader.text(),
            "Uri" => request.url = reader.text(),
            "ContentType" => kind = reader.text(),
            "Headers" => {
                assert!(reader.takes("@{"));
                while !reader.takes("}") {
                    let name = reader.text();
                    assert!(reader.takes("="));
                    others.push((name, reader.text()));
                }
            }
            "Body" => {
                assert!(reader.takes("[Text.Encoding]::UTF8.GetBytes($body)") || reader.takes("$body"));
                request.body = std::mem::take(&mut body).into();
            }
            other => panic!("{other}"),
        }
    }
    assert!(reader.takes("Invoke-RestMethod @request"));
    assert_eq!(reader.0, "");
    request.headers = Some(("Content-Type".to_owned(), kind))
        .filter(|(_, kind)| !kind.is_empty())
        .into_iter()
        .chain(others)
        .collect();
    request
}

/// What is left to read.
struct Reader<'s>(&'s str);

impl<'s> Reader<'s> {
    fn white(&mut self) {
        self.0 = self.0.trim_start_matches([' ', '\t', '\r', '\n']);
    }

    /// Whether this comes next; the white space behind it is read too.
    fn takes(&mut self, token: &str) -> bool {
        let found = self.0.strip_prefix(token);
        self.0 = found.unwrap_or(self.0);
        if found.is_some() {
            self.white();
        }
        found.is_some()
    }

    /// A key of a table, and the sign behind it.
    fn word(&mut self) -> &'s str {
        let (word, rest) = self.0.split_once('=').expect("a key");
        self.0 = rest;
        self.white();
        word.trim_end()
    }

    /// A sum of texts and characters on one line; it begins with a text, or it would be none.
    fn text(&mut self) -> String {
        let mut text = self.single();
        loop {
            self.0 = self.0.trim_start_matches(' ');
            let Some(rest) = self.0.strip_prefix("+ ") else {
                self.white();
                return text;
            };
            self.0 = rest;
            match rest.strip_prefix("[char]") {
                Some(rest) => {
                    let digits = rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len());
                    let number: u16 = rest[..digits].parse().expect("one unit of UTF-16");
                    text.push(char::from_u32(number.into()).expect("no half of a pair"));
                    self.0 = &rest[digits..];
                }
                None => text += &self.single(),
            }
        }
    }

    /// A text in single quotes, in which nothing counts but such quotes.
    fn single(&mut self) -> String {
        let mut chars = self.0.chars();
        assert!(chars.next().is_some_and(|char| SINGLE.contains(&char)), "{:?}", self.0);
        let mut text = String::new();
        loop {
            let char = chars.next().expect("the text ends");
            // Line ends are those of the file; the export may not count on them.
            assert!(!char.is_control(), "{char:?}");
            if SINGLE.contains(&char) {
                let rest = chars.as_str();
                match chars.next() {
                    Some(second) if SINGLE.contains(&second) => text.push(second),
                    _ => {
                        self.0 = rest;
                        return text;
                    }
                }
            } else {
                text.push(char);
            }
        }
    }

    /// A text in double quotes, in which a backtick escapes.
    fn double(&mut self) -> String {
        let (inside, rest) = self.0.strip_prefix('"').and_then(|rest| rest.split_once('"')).expect("double quotes");
        self.0 = rest;
        self.white();
        assert!(!inside.contains('$'));
        inside.replace("`r", "\r").replace("`n", "\n")
    }
}
