//! HTTPie, and xh, which takes the same words: a method, an address, and items that are headers, parameters or members of the body.

mod nested;

use super::address::is_address;
use super::begins::is_method_name;
use super::code::quoted;
use super::found::{Form, Found, Part};
use super::repair::Origin;
use super::report::{Dropped, Why};
use super::shell::{Words, parted};
use super::text::Text;
use crate::layer::escape::percent_encode;
use crate::problem::{Code, Problem};

/// Options that take a value and say nothing about the request.
const OTHERS: &str = "
    o p s print style pretty format-options output session session-read-only proxy verify cert cert-key cert-key-pass
    timeout max-redirects max-headers ssl ciphers response-charset response-mime default-scheme history-print
    boundary http-version resolve interface
";

/// What parts the name of an item from its value; of two that begin at one place, the longer is meant.
const PARTERS: [&str; 7] = [":=@", "=@", "==", ":=", "=", "@", ":"];

/// The request of the command whose words begin at a place; `input` is what is piped into it, where that is known. Nothing
/// where it has no address: `http` is a word of prose, too.
pub(super) fn read(text: &Text, at: usize, input: Option<Text>) -> Option<Found> {
    command(text, parted(text, at), input)
}

/// The request of a command by its words.
pub(super) fn command(text: &Text, words: Words, input: Option<Text>) -> Option<Found> {
    let Words { words, end, unclosed, mut repairs, input: own, mut warnings, .. } = words;
    let mut found = Found::new(Form::Httpie);
    found.repairs.append(&mut repairs);
    found.problems.append(&mut warnings);
    found.problems.extend(unclosed.map(|place| Problem::new(Code::CutOff).span(place)));
    let mut command =
        Command { found, body: input.or(own), members: Vec::new(), form: false, bearer: false, token: None };
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        command.word(word, &mut words);
    }
    let mut found = command.finish()?;
    let rest = text.slice(end..text.len()).trim();
    if !rest.is_empty() {
        found.drop(Why::Rest, &rest);
    }
    Some(found)
}

struct Command {
    found: Found,
    body: Option<Text>,
    /// Members of the body: a name, and its value in JSON.
    members: Vec<(Text, Text)>,
    form: bool,
    /// `-A bearer`: what `-a` holds is a token.
    bearer: bool,
    token: Option<Text>,
}

impl Command {
    fn word(&mut self, word: Text, rest: &mut impl Iterator<Item = Text>) {
        let text = word.as_str();
        if let Some(option) = text.strip_prefix('-').filter(|option| !option.is_empty() && self.is_option(option)) {
            return self.option(option, &word, rest);
        }
        let is_method = is_method_name(text) || !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase());
        match (&self.found.url, &self.found.method) {
            (None, None) if is_method => self.found.method = Some(word),
            (None, _) => self.found.url = Some(word),
            (Some(_), _) => self.item(&word),
        }
    }

    /// A negative number is an item, not an option.
    fn is_option(&self, option: &str) -> bool {
        !option.starts_with(|char: char| char.is_ascii_digit())
    }

    fn option(&mut self, option: &str, word: &Text, rest: &mut impl Iterator<Item = Text>) {
        let (name, own) = match option.strip_prefix('-') {
            Some(long) => match long.find('=') {
                Some(equals) => (&long[..equals], Some(word.slice(2 + equals + 1..word.len()))),
                None => (long, None),
            },
            // Letters of several options in one word, the last of which may take a value.
            None => {
                let first = option.chars().next().map_or(0, char::len_utf8);
                if first < option.len() && !takes_value(&option[..first]) {
                    self.option(&option[..first], &word.slice(0..1 + first), rest);
                    return self.option(&option[first..], word, rest);
                }
                (
                    &option[..first],
                    (first < option.len()).then(|| word.slice(word.len() - option.len() + first..word.len())),
                )
            }
        };
        let mut value = || own.clone().or_else(|| rest.next());
        match name {
            "f" | "form" | "multipart" => self.form = true,
            "j" | "json" => {}
            "raw" => self.body = value(),
            "a" | "auth" => self.token = value(),
            "A" | "auth-type" => self.bearer = value().is_some_and(|kind| kind.as_str().eq_ignore_ascii_case("bearer")),
            _ => {
                if takes_value(name) {
                    value();
                }
                self.found.drop(Why::Option, &word.slice(0..word.as_str().find('=').unwrap_or(word.len())));
            }
        }
    }

    fn item(&mut self, item: &Text) {
        let text = item.as_str();
        let parted = text.char_indices().find_map(|(at, _)| {
            let parter = PARTERS.into_iter().find(|parter| text[at..].starts_with(parter))?;
            (!text[..at].ends_with('\\')).then_some((at, parter))
        });
        let Some((at, parter)) = parted else {
            return match text.strip_suffix(';') {
                Some(_) => self.found.header(item),
                None => self.refuse(item, "name=value"),
            };
        };
        let (name, value) = (plain(&item.slice(0..at)), plain(&item.slice(at + parter.len()..text.len())));
        match parter {
            ":" => self.found.headers.push((name, value.trim())),
            "==" => {
                let mut pair = name;
                pair.push_char('=', &value, 0..0);
                for (at, char) in value.as_str().char_indices() {
                    for encoded in percent_encode(char.encode_utf8(&mut [0; 4])).chars() {
                        pair.push_char(encoded, &value, at..at + char.len_utf8());
                    }
                }
                self.found.query.push(pair);
            }
            "=" if self.form => self.found.parts.push(Part { name, value, is_file: false }),
            "@" => self.found.parts.push(Part { name, value, is_file: true }),
            // In a body that is JSON, the text of a file is the value.
            "=@" | ":=@" => self.found.refuse(Code::FileNeeded, &value),
            ":=" => self.members.push((name, value)),
            _ => self.members.push((name, quoted(&value))),
        }
    }

    /// Refuses what is not followed, with what could be written instead.
    fn refuse(&mut self, text: &Text, instead: &str) {
        let problem = Problem::new(Code::NotUnderstood).span(text.place());
        self.found.problems.push(problem.found(text.as_str()).expected(instead));
    }

    fn finish(mut self) -> Option<Found> {
        self.found.url.as_ref().filter(|url| is_address(url.as_str()))?;
        if let Some(token) = self.token {
            match self.bearer {
                true => {
                    let mut header = Text::default();
                    "Authorization".chars().for_each(|char| header.push_char(char, &token, 0..0));
                    self.found.headers.push((header, token));
                }
                // A user and a password.
                false => self.found.dropped.push(Dropped::new(Why::UserInfo, token.place(), "-a")),
            }
        }
        let body = if self.members.is_empty() { self.body } else { Some(nested::object(&self.members)) };
        self.found.body = body.map(|body| (body, Origin::Body));
        Some(self.found)
    }
}

/// A name or a value without the backslashes before signs that would part them.
fn plain(text: &Text) -> Text {
    let (mut out, mut at) = (text.slice(0..0), 0);
    for (sign, _) in text.as_str().match_indices(['=', ':', '@', ';']) {
        if text.as_str()[at..sign].ends_with('\\') {
            out.push(text, at..sign - 1);
            at = sign;
        }
    }
    out.push(text, at..text.len());
    out
}

fn takes_value(name: &str) -> bool {
    ["raw", "a", "A", "auth", "auth-type"].contains(&name) || OTHERS.split_ascii_whitespace().any(|one| one == name)
}
