//! Values of a program as the JSON that its encoder makes of them.

use super::Expr;
use crate::import::text::Text;
use crate::layer::json::{Tree, quote};
use crate::named::Named;

/// What other languages call JSON's words.
const WORDS: [(&str, &str); 12] = [
    ("true", "true"),
    ("True", "true"),
    ("TRUE", "true"),
    ("false", "false"),
    ("False", "false"),
    ("FALSE", "false"),
    ("null", "null"),
    ("NULL", "null"),
    ("nil", "null"),
    ("$true", "true"),
    ("$false", "false"),
    ("$null", "null"),
];

/// How deep values are written.
const MAX_DEPTH: usize = 64;

/// What a name was set to, as long as it may be written out: one that is used again and again grows beyond bounds.
type Follow<'f, 'e> = &'f dyn Fn(&'e Expr) -> Option<&'e Expr>;

/// A value as JSON, each part with its place; or the code in it whose value is not known.
pub(crate) fn json<'e>(value: &'e Expr, follow: Follow<'_, 'e>) -> Result<Text, Text> {
    let mut out = Text::default();
    write(value, follow, 0, &mut out)?;
    Ok(out)
}

fn write<'e>(value: &'e Expr, follow: Follow<'_, 'e>, depth: usize, out: &mut Text) -> Result<(), Text> {
    let own = value.place();
    let value = follow(value).filter(|_| depth < MAX_DEPTH).ok_or_else(|| own.clone())?;
    let place = value.place();
    match value {
        Expr::Text(text) => push(out, &quoted(text)),
        Expr::Map(_, members) => {
            out.push_char('{', place, 0..place.len().min(1));
            // Of several of a name the last counts.
            let mut last = Named::default();
            members.iter().enumerate().for_each(|(at, (name, _))| last.set(name.as_str(), at));
            let members = members.iter().enumerate().filter(|(at, (name, _))| last.get(name.as_str()) == Some(at));
            for (count, (_, (name, value))) in members.enumerate() {
                if count > 0 {
                    out.push_char(',', name, 0..0);
                }
                push(out, &quoted(name));
                out.push_char(':', name, name.len()..name.len());
                write(value, follow, depth + 1, out)?;
            }
            out.push_char('}', place, place.len()..place.len());
        }
        Expr::List(_, items) => {
            out.push_char('[', place, 0..place.len().min(1));
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push_char(',', item.place(), 0..0);
                }
                write(item, follow, depth + 1, out)?;
            }
            out.push_char(']', place, place.len()..place.len());
        }
        Expr::Name(..) | Expr::Other(_) => {
            let word = place.as_str();
            let plain = plain(word).ok_or_else(|| place.clone())?;
            if plain == word {
                push(out, place);
            } else {
                plain.chars().for_each(|char| out.push_char(char, place, 0..place.len()));
            }
        }
        Expr::Call(..) => return Err(place.clone()),
    }
    Ok(())
}

/// A number or a word as JSON writes it: `1_000L` is `1000`.
fn plain(word: &str) -> Option<String> {
    if let Some((_, plain)) = WORDS.iter().find(|(name, _)| *name == word) {
        return Some((*plain).to_owned());
    }
    let digits = word.strip_prefix('-').unwrap_or(word);
    if !digits.starts_with(|char: char| char.is_ascii_digit()) || word.len() > 40 {
        return None;
    }
    let number = word.replace('_', "");
    let number = number.strip_suffix(['L', 'l']).unwrap_or(&number);
    Tree::parse(number).is_ok().then(|| number.to_owned())
}

fn push(out: &mut Text, text: &Text) {
    out.push(text, 0..text.len());
}

/// A text as a string of JSON; what is code in it stays to be seen.
pub(crate) fn quoted(text: &Text) -> Text {
    let mut out = Text::default();
    let source = text.as_str();
    out.push_char('"', text, 0..0);
    let mut plain = 0;
    for (at, char) in source.char_indices() {
        let end = at + char.len_utf8();
        let written = quote(&source[at..end]);
        if written.len() != char.len_utf8() + 2 {
            out.push(text, plain..at);
            written[1..written.len() - 1].chars().for_each(|one| out.push_char(one, text, at..end));
            plain = end;
        }
    }
    out.push(text, plain..source.len());
    out.push_char('"', text, source.len()..source.len());
    out
}
