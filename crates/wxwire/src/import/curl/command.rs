//! A curl command, word by word.

use super::options;
use crate::import::found::{Found, Part};
use crate::import::repair::Origin;
use crate::import::report::{Dropped, Why};
use crate::import::text::Text;
use crate::layer::escape::percent_encode;
use crate::layer::json::Tree;
use crate::problem::Code;

/// How data are given: which may stand in a file, and how they are put behind others.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Data {
    Text,
    Binary,
    Raw,
    Json,
}

/// What the words said so far.
pub(super) struct Command {
    pub(super) found: Found,
    /// What is piped into it.
    input: Option<Text>,
    /// All data, joined.
    data: Option<Text>,
    /// `-G`: the data go into the query.
    as_query: bool,
}

impl Command {
    pub(super) fn new(found: Found, input: Option<Text>) -> Self {
        Self { found, input, data: None, as_query: false }
    }

    /// Takes a word, and of the rest those that it wants as its values.
    pub(super) fn word(&mut self, word: Text, rest: &mut impl Iterator<Item = Text>) {
        let text = word.as_str();
        if let Some(long) = text.strip_prefix("--").filter(|long| !long.is_empty()) {
            let (name, own) = match long.split_once('=') {
                Some((name, _)) => (name.to_owned(), Some(word.slice(2 + name.len() + 1..text.len()))),
                None => (long.to_owned(), None),
            };
            return self.long(&name, &word, own, rest);
        }
        if text.len() < 2 || !text.starts_with('-') {
            return self.url(word);
        }
        for (at, char) in text.char_indices().skip(1) {
            let letter = word.slice(at..at + char.len_utf8());
            if options::short_takes_value(char) {
                let behind = at + char.len_utf8();
                let value = if behind < text.len() { Some(word.slice(behind..text.len())) } else { rest.next() };
                return self.short(char, &letter, value);
            }
            self.flag(char, &letter);
        }
    }

    /// The first address counts; each further one would be another request.
    fn url(&mut self, url: Text) {
        match self.found.url {
            None => self.found.url = Some(url),
            Some(_) => self.found.drop(Why::Rest, &url),
        }
    }

    fn short(&mut self, char: char, letter: &Text, value: Option<Text>) {
        let Some(value) = value else { return self.found.refuse(Code::CutOff, letter) };
        match char {
            'X' => self.found.method = Some(value),
            'H' => self.found.header(&value),
            'd' => self.data(value, Data::Text),
            'F' => self.part(&value, true),
            'T' => self.found.refuse(Code::FileNeeded, &value),
            'b' => self.drop_letter(Why::Header, char, letter),
            'u' => self.drop_letter(Why::UserInfo, char, letter),
            _ => self.drop_letter(Why::Option, char, letter),
        }
    }

    fn flag(&mut self, char: char, letter: &Text) {
        match char {
            'G' => self.as_query = true,
            _ => self.drop_letter(Why::Option, char, letter),
        }
    }

    fn drop_letter(&mut self, why: Why, char: char, letter: &Text) {
        self.found.dropped.push(Dropped::new(why, letter.place(), &format!("-{char}")));
    }

    fn long(&mut self, name: &str, word: &Text, own: Option<Text>, rest: &mut impl Iterator<Item = Text>) {
        let mut value = || own.clone().or_else(|| rest.next());
        let takes = [
            "request",
            "header",
            "url",
            "url-query",
            "json",
            "form",
            "form-string",
            "user",
            "upload-file",
            "cookie",
            "oauth2-bearer",
        ];
        if !takes.contains(&name) && !name.starts_with("data") {
            if options::long_takes_value(name) {
                value();
            }
            return match name {
                "get" => self.as_query = true,
                _ => self.found.drop(Why::Option, &word.slice(0..2 + name.len())),
            };
        }
        let Some(value) = value() else { return self.found.refuse(Code::CutOff, word) };
        match name {
            "request" => self.found.method = Some(value),
            "header" => self.found.header(&value),
            "url" => self.url(value),
            "url-query" => self.found.query.push(value),
            "json" => self.data(value, Data::Json),
            "data-binary" => self.data(value, Data::Binary),
            "data-raw" => self.data(value, Data::Raw),
            "data-urlencode" => self.encoded(&value),
            "form" => self.part(&value, true),
            "form-string" => self.part(&value, false),
            "upload-file" => self.found.refuse(Code::FileNeeded, &value),
            "cookie" => self.found.drop(Why::Header, &word.slice(0..2 + name.len())),
            "oauth2-bearer" => {
                let option = word.slice(0..2 + name.len());
                let (mut header, mut token) = (Text::default(), Text::default());
                "Authorization".chars().for_each(|char| header.push_char(char, &option, 0..option.len()));
                "Bearer ".chars().for_each(|char| token.push_char(char, &value, 0..0));
                token.push(&value, 0..value.len());
                self.found.headers.push((header, token));
            }
            "user" => self.found.drop(Why::UserInfo, &word.slice(0..6)),
            _ => self.data(value, Data::Text),
        }
    }

    /// A part of a form, `name=text`; behind `=@` or `=<` stands a file, and behind that what is said of it.
    fn part(&mut self, value: &Text, reads_files: bool) {
        let text = value.as_str();
        let Some(equals) = text.find('=') else { return self.found.refuse(Code::CutOff, value) };
        let (name, rest) = (value.slice(0..equals), value.slice(equals + 1..text.len()));
        let is_file = reads_files && rest.as_str().starts_with(['@', '<']);
        let value = if is_file { file_name(&rest.slice(1..rest.len())) } else { rest };
        self.found.parts.push(Part { name, value, is_file });
    }

    /// Data, or the name of a file that holds them.
    fn data(&mut self, value: Text, how: Data) {
        if how != Data::Raw
            && matches!(value.as_str(), "@-" | "@/dev/stdin")
            && let Some(input) = self.input.take()
        {
            // The line breaks of a text that is read are left out.
            let whole = if how == Data::Text { without_breaks(&input) } else { None };
            return self.data(whole.unwrap_or(input), if how == Data::Json { how } else { Data::Raw });
        }
        if how != Data::Raw && value.as_str().starts_with('@') {
            return self.found.refuse(Code::FileNeeded, &value.slice(1..value.len()));
        }
        match &mut self.data {
            None => self.data = Some(value),
            Some(data) => {
                if how != Data::Json {
                    data.push_char('&', &value, 0..0);
                }
                data.push(&value, 0..value.len());
            }
        }
    }

    /// `name=content`, of which the content is escaped.
    fn encoded(&mut self, value: &Text) {
        let text = value.as_str();
        let content = text.find('=').map_or(0, |at| at + 1);
        if content == 0 && text.contains('@') {
            return self.found.refuse(Code::FileNeeded, value);
        }
        let mut data = value.slice(0..if content == 1 { 0 } else { content });
        for (at, char) in text[content..].char_indices() {
            let range = content + at..content + at + char.len_utf8();
            for encoded in percent_encode(char.encode_utf8(&mut [0; 4])).chars() {
                data.push_char(encoded, value, range.clone());
            }
        }
        self.data(data, Data::Raw);
    }

    pub(super) fn finish(mut self) -> Found {
        match self.data {
            Some(data) if self.as_query => self.found.query.push(data),
            data => self.found.body = data.map(|data| (data, Origin::Body)),
        }
        self.found
    }
}

/// The name of a file, between quotes or up to what is said of it; a name that is to be told instead counts.
fn file_name(text: &Text) -> Text {
    let source = text.as_str();
    let told = source.find(";filename=").map(|at| text.slice(at + ";filename=".len()..text.len()));
    let text = told.unwrap_or_else(|| text.slice(0..text.len()));
    let source = text.as_str();
    match source.strip_prefix('"').and_then(|rest| rest.find('"')) {
        Some(end) => text.slice(1..1 + end),
        None => text.slice(0..source.find(';').unwrap_or(source.len())),
    }
}

/// A text without its line breaks, where that makes JSON of what is none with them: one stands inside of a value.
fn without_breaks(text: &Text) -> Option<Text> {
    let source = text.as_str();
    if Tree::parse(source).is_ok() {
        return None;
    }
    let (mut out, mut at) = (text.slice(0..0), 0);
    for (end, sign) in source.match_indices(['\r', '\n']) {
        out.push(text, at..end);
        at = end + sign.len();
    }
    out.push(text, at..source.len());
    Tree::parse(out.as_str()).is_ok().then_some(out)
}
