//! wget: which of its words say something about the request.

use super::address::is_address;
use super::found::{Form, Found};
use super::repair::Origin;
use super::report::Why;
use super::shell::{Words, parted};
use super::text::Text;
use crate::problem::{Code, Problem};

/// Options that take a value and say nothing about the request.
const OTHERS: &str = "
    O o a i T t w Q U l A R D e B P output-document output-file append-output input-file timeout tries wait waitretry
    quota user-agent base directory-prefix dns-timeout connect-timeout read-timeout limit-rate bind-address
    prefer-family ca-certificate ca-directory certificate certificate-type private-key private-key-type secure-protocol
    save-cookies load-cookies referer max-redirect compression progress restrict-file-names
";

/// The request of the wget command whose words begin at a place; nothing where it has no address.
pub(super) fn read(text: &Text, at: usize) -> Option<Found> {
    let Words { words, end, unclosed, mut repairs, mut warnings, .. } = parted(text, at);
    let mut found = Found::new(Form::Wget);
    found.repairs.append(&mut repairs);
    found.problems.append(&mut warnings);
    found.problems.extend(unclosed.map(|place| Problem::new(Code::CutOff).span(place)));
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        word_of(&mut found, word, &mut words);
    }
    let rest = text.slice(end..text.len()).trim();
    if !rest.is_empty() {
        found.drop(Why::Rest, &rest);
    }
    let is_one = found.url.as_ref().is_some_and(|url| is_address(url.as_str()));
    is_one.then_some(found)
}

fn word_of(found: &mut Found, word: Text, rest: &mut impl Iterator<Item = Text>) {
    let text = word.as_str();
    let Some(option) = text.strip_prefix('-').filter(|option| !option.is_empty()) else {
        return match found.url {
            None => found.url = Some(word),
            // Each further address would be another request.
            Some(_) => found.drop(Why::Rest, &word),
        };
    };
    let (name, own) = match (option.strip_prefix('-'), option.find('=')) {
        (Some(long), Some(equals)) => (&long[..equals - 1], Some(word.slice(equals + 2..text.len()))),
        (Some(long), None) => (long, None),
        (None, _) => {
            let first = option.chars().next().map_or(0, char::len_utf8);
            let takes = first < option.len() && takes_value(&option[..first]);
            (if takes { &option[..first] } else { option }, takes.then(|| word.slice(1 + first..text.len())))
        }
    };
    let says =
        ["header", "method", "body-data", "post-data", "body-file", "post-file", "user", "password", "http-user"];
    if !says.contains(&name) {
        if own.is_none() && takes_value(name) {
            rest.next();
        }
        return found.drop(Why::Option, &word.slice(0..text.find('=').unwrap_or(text.len())));
    }
    let Some(value) = own.or_else(|| rest.next()) else { return found.refuse(Code::CutOff, &word) };
    match name {
        "header" => found.header(&value),
        "method" => found.method = Some(value),
        "body-data" | "post-data" => found.body = Some((value, Origin::Body)),
        "body-file" | "post-file" => found.refuse(Code::FileNeeded, &value),
        _ => found.drop(Why::UserInfo, &word.slice(0..text.find('=').unwrap_or(text.len()))),
    }
}

fn takes_value(name: &str) -> bool {
    OTHERS.split_ascii_whitespace().any(|one| one == name)
}
