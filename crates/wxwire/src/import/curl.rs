//! curl: which of its words say something about the request.

mod options;

use std::cell::OnceCell;

use memchr::memmem;

use super::address::is_address;
use super::batch;
use super::code::Scope;
use super::found::{Form, Found, Part};
use super::repair::Origin;
use super::report::{Dropped, Why};
use super::shell::{self, Words};
use super::text::Text;
use crate::layer::escape::percent_encode;
use crate::layer::json::Tree;
use crate::problem::{Code, Problem};

/// Where a curl command begins: behind its own name.
pub(crate) fn begins(text: &str) -> Option<usize> {
    named(text, "curl")
}

/// Where a command of this name begins: behind the name. Whatever stands before it, a prompt, `RUN`, `sudo`, a number of a
/// list, it is a command where an option or an address follows.
pub(super) fn named(text: &str, name: &str) -> Option<usize> {
    let is_one = |at: &usize| {
        let (before, behind) = (&text[..*at], &text[at + name.len()..]);
        let behind = behind.strip_prefix(".exe").unwrap_or(behind);
        let ends_word = before.ends_with(|char: char| char.is_alphanumeric() || "-_.".contains(char));
        // Most that is none is told by what stands right beside it, and no word behind it is looked for.
        if ends_word || !behind.starts_with(char::is_whitespace) {
            return false;
        }
        // The sign that a command goes on in the next line is no word.
        let words = behind.split_whitespace().take(3).map(|word| word.trim_matches(['"', '\'', '^', '`', '\\']));
        let mut words = words.into_iter().filter(|word| !word.is_empty());
        let word = words.next().unwrap_or_default();
        let is_written_small = is_method_name(word) && words.next().is_some_and(is_address);
        is_option(word) || is_address(word) || is_method(word) || is_written_small
    };
    // Behind a `#` it is a remark where one follows that has none: a root's prompt stands before each.
    let last = OnceCell::new();
    let is_asked = |behind: &str| behind.starts_with(['-', '\'', '"', '$', '{']) || behind.starts_with("http");
    let is_bare = |at: &usize| {
        begins_line(&text[..*at]) && is_one(at) && is_asked(text[at + name.len()..].trim_start_matches([' ', '\t']))
    };
    let last_bare = || *last.get_or_init(|| memmem::rfind_iter(text.as_bytes(), name).find(is_bare));
    let is_behind_sign =
        |at: usize| text[..at].trim_end_matches([' ', '\t']).strip_suffix('#').is_some_and(begins_line);
    let is_remark = |at: &usize| is_behind_sign(*at) && last_bare().is_some_and(|last| *at < last);
    let at = memmem::find_iter(text.as_bytes(), name).find(|at| is_one(at) && !is_remark(at))?;
    let behind = at + name.len();
    Some(behind + if text[behind..].starts_with(".exe") { 4 } else { 0 })
}

/// Whether a text ends where a line begins, spaces aside.
fn begins_line(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n')
}

fn is_option(word: &str) -> bool {
    word.strip_prefix('-')
        .is_some_and(|option| option.starts_with(|char: char| char == '-' || char.is_ascii_alphabetic()))
}

/// Whether a word is a method, in letters of any case.
pub(super) fn is_method_name(word: &str) -> bool {
    METHODS.iter().any(|method| method.eq_ignore_ascii_case(word))
}

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// HTTPie's first word may be one; so is a variable that stands for an address.
fn is_method(word: &str) -> bool {
    METHODS.contains(&word) || word.starts_with(['$', '{', '<', '%'])
}

/// The request of the curl command whose words begin at a place.
pub(crate) fn read(text: &Text, at: usize) -> Found {
    let mut words = parted(text, at);
    if batch::is_in_file(text.as_str().get(..at).unwrap_or_default()) {
        words.words.iter_mut().for_each(batch::made);
    }
    let is_windows = at_windows_prompt(text.as_str().get(..at).unwrap_or_default());
    let line = text.as_str().get(at..).unwrap_or_default().lines().next().unwrap_or_default();
    let mut found = command(text, words, None);
    // At its prompt a single quote is no quote.
    if let Some(quote) = line.find(" '").filter(|_| is_windows) {
        let place = text.span(at + quote + 1..at + quote + 2);
        found.warn("cmd_quotes", place);
    }
    let rest = text.as_str().get(at..).unwrap_or_default();
    if rest.contains("^\\^\"")
        && let Some((body, _)) = &found.body
        && let Some(place) = doubled(body.as_str())
    {
        let place = body.span(place..place + 2);
        found.warn("backslashes", place);
    }
    found
}

/// Where a body has an escape of JSON behind two backslashes, if it has none behind one.
fn doubled(body: &str) -> Option<usize> {
    let (mut first, mut at) = (None, 0);
    while let Some(found) = body[at..].find('\\') {
        let start = at + found;
        let length = body[start..].bytes().take_while(|byte| *byte == b'\\').count();
        at = start + length;
        let escapes = body[at..].starts_with(['n', 'r', 't', 'u', 'b', 'f', '/']);
        match length {
            2 if escapes => first = first.or(Some(start)),
            1 => return None,
            _ => {}
        }
    }
    first
}

/// Whether what stands before a command is the prompt of Windows' cmd.
fn at_windows_prompt(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start();
    line.get(1..3) == Some(":\\") && line.contains('>')
}

/// The request of a curl command by its words; `input` is what is piped into it, where that is known.
pub(crate) fn command(text: &Text, words: Words, input: Option<Text>) -> Found {
    let Words { words, end, unclosed, mut repairs, input: own, mut warnings, .. } = words;
    let input = input.or(own);
    let mut found = Found::new(Form::Curl);
    found.repairs.append(&mut repairs);
    found.problems.append(&mut warnings);
    found.problems.extend(unclosed.map(|place| Problem::new(Code::CutOff).span(place)));
    let mut command = Command { found, input, data: None, as_query: false };
    let mut words = words.into_iter();
    let mut end = end;
    while let Some(word) = words.next() {
        // Another prompt on the same line, where the command before it printed no line break.
        let is_other = word.as_str() == "curl" && command.found.url.is_some();
        if is_other || matches!(word.as_str(), "--next" | "-:") {
            // Another request begins.
            end = (0..end).rev().find(|at| text.source(*at) == word.place().start).unwrap_or(end);
            break;
        }
        command.word(word, &mut words);
    }
    let rest = text.slice(end..text.len()).trim();
    let mut found = command.finish();
    if !rest.is_empty() {
        found.drop(Why::Rest, &rest);
    }
    found
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

/// The words of the shell that the command is written for.
pub(super) fn parted(text: &Text, at: usize) -> Words {
    let rest = text.as_str().get(at..).unwrap_or_default();
    let line = rest.trim_start().lines().next().unwrap_or_default().trim_end();
    // Between backticks it is a shell's, whose output is put in.
    let before = text.as_str().get(..at).unwrap_or_default();
    if before.trim_end_matches(|char: char| char.is_ascii_alphanumeric()).ends_with('`') {
        return shell::bash(text, at);
    }
    if line.ends_with('^') || rest.trim_start().starts_with("^\"") || line.contains(" ^\"") || shell::all_escaped(line)
    {
        shell::cmd(text, at)
    } else if line.ends_with('`')
        || text.as_str().get(..at).is_some_and(|before| before.ends_with(".exe")) && !line.ends_with('\\')
    {
        shell::powershell(text, at, &Scope::new(0))
    } else {
        shell::bash(text, at)
    }
}

/// How data are given: which may stand in a file, and how they are put behind others.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Data {
    Text,
    Binary,
    Raw,
    Json,
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

struct Command {
    found: Found,
    /// What is piped into it.
    input: Option<Text>,
    /// All data, joined.
    data: Option<Text>,
    /// `-G`: the data go into the query.
    as_query: bool,
}

impl Command {
    fn word(&mut self, word: Text, rest: &mut impl Iterator<Item = Text>) {
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

    fn finish(mut self) -> Found {
        match self.data {
            Some(data) if self.as_query => self.found.query.push(data),
            data => self.found.body = data.map(|data| (data, Origin::Body)),
        }
        self.found
    }
}
