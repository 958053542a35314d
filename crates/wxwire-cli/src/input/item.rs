//! One word of the command line: a file, or a member.

use wxwire::layer::MAX_BYTES;
use wxwire::layer::json::{Tree, quote};
use wxwire::operation::Entry;

use super::attachment::Attachment;
use super::mistake::Mistake;
use crate::text::Text;

/// One word of the command line.
#[derive(Debug, PartialEq)]
pub enum Item<'w> {
    /// A file, or `-`.
    Whole(&'w str),
    /// A member, its value as JSON.
    Member {
        /// The steps of the key: `data[desc]` is two.
        key: Vec<String>,
        /// The value.
        json: String,
    },
    /// A file for a field that holds one.
    Attachment(Attachment),
}

impl<'w> Item<'w> {
    /// Reads a word for a call. What has no `=`, or begins like a path, is a file.
    pub fn parse(word: &'w str, entry: &Entry) -> Result<Self, Mistake> {
        let path = word.starts_with(['/', '.']) || word == "-";
        let Some(at) = word.find('=').filter(|_| !path) else { return Ok(Self::Whole(word)) };
        let (key, value) = (&word[..at], &word[at + 1..]);
        let (key, raw) = key.strip_suffix(':').map_or((key, false), |key| (key, true));
        if let Some(file) = value.strip_prefix('@').filter(|_| !raw)
            && let Some(attachment) = Attachment::read(key, file, entry)?
        {
            return Ok(Self::Attachment(attachment));
        }
        let steps = steps(key)?;
        if is_pointed(key) && !entry.json_schema().contains(&quote(key)) {
            return Err(Mistake::Points(key.to_owned()));
        }
        let json = |text: &str| if raw { text.to_owned() } else { quote(text) };
        let json = match value.strip_prefix('@') {
            Some(file) => {
                let text = text(key, file)?;
                // Escapes can make it longer.
                Some(json(&text))
                    .filter(|json| json.len() <= MAX_BYTES)
                    .ok_or_else(|| Mistake::TooLarge(key.to_owned(), file.to_owned(), Some(text.len() as u64)))?
            }
            None => json(value.strip_prefix('\\').filter(|rest| rest.starts_with('@')).unwrap_or(value)),
        };
        match Tree::parse(&json) {
            Err(problem) if raw => Err(Mistake::NotJson(key.to_owned(), problem)),
            _ => Ok(Self::Member { key: steps, json }),
        }
    }
}

/// Whether a key is names with points between them.
fn is_pointed(key: &str) -> bool {
    let is_name = |name: &str| {
        name.starts_with(|char: char| char.is_ascii_alphabetic())
            && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
    };
    key.contains('.') && key.split('.').all(is_name)
}

/// The text in a file, for the value of a key.
fn text(key: &str, file: &str) -> Result<String, Mistake> {
    let bytes = super::bounded(file, MAX_BYTES)
        .map_err(|error| Mistake::NoFile(key.to_owned(), Text::from(&error).about(file)))?;
    if bytes.len() > MAX_BYTES {
        let size = std::fs::metadata(file).ok().filter(|file| file.is_file()).map(|file| file.len());
        return Err(Mistake::TooLarge(key.to_owned(), file.to_owned(), size));
    }
    String::from_utf8(bytes).map_err(|_| Mistake::NotText(key.to_owned(), file.to_owned()))
}

/// `a[b][0]` is `a`, `b`, `0`; `a[]` ends with an empty step, which appends.
fn steps(key: &str) -> Result<Vec<String>, Mistake> {
    let (first, rest) = key.split_at(key.find('[').unwrap_or(key.len()));
    let mut steps = vec![first.to_owned()];
    let mut rest = rest;
    while !rest.is_empty() {
        let inner = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let (step, behind) = inner.ok_or_else(|| Mistake::Brackets(key.to_owned()))?;
        steps.push(step.to_owned());
        rest = behind;
    }
    if first.is_empty() { Err(Mistake::NoKey) } else { Ok(steps) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(word: &str) -> Result<Item<'_>, Mistake> {
        Item::parse(word, wxwire::catalog::entries().next().expect("an operation"))
    }

    fn member(word: &str, key: &[&str], json: &str) {
        let key = key.iter().map(|step| (*step).to_owned()).collect();
        assert_eq!(parse(word).ok(), Some(Item::Member { key, json: json.to_owned() }), "{word}");
    }

    #[test]
    fn words() {
        assert_eq!(parse("-").ok(), Some(Item::Whole("-")));
        assert_eq!(parse("body.json").ok(), Some(Item::Whole("body.json")));
        assert_eq!(parse("./a=b").ok(), Some(Item::Whole("./a=b")));
        member("a=b=c", &["a"], "\"b=c\"");
        member("a=", &["a"], "\"\"");
        member("a=\\@nick hi", &["a"], "\"@nick hi\"");
        member("a:=[1, 13895574026529675281]", &["a"], "[1, 13895574026529675281]");
        member("data[desc]=下午好", &["data", "desc"], "\"下午好\"");
        member("list[0][x]:=null", &["list", "0", "x"], "null");
        member("list[]=x", &["list", ""], "\"x\"");
        for wrong in ["a:=", "a:={", "=x", "a[b=1", "a[b]c=1", "a=@/no/such/file"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
