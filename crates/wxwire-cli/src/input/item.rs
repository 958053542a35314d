//! One word of the command line: a file, or a member.

use wxwire::layer::json::{Tree, quote};

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
}

impl<'w> Item<'w> {
    /// Reads a word. What has no `=`, or begins like a path, is a file.
    pub fn parse(word: &'w str) -> Result<Self, String> {
        let path = word.starts_with(['/', '.']) || word == "-";
        let Some(at) = word.find('=').filter(|_| !path) else { return Ok(Self::Whole(word)) };
        let (key, value) = (&word[..at], &word[at + 1..]);
        let (key, raw) = key.strip_suffix(':').map_or((key, false), |key| (key, true));
        let text = match value.strip_prefix('@') {
            Some(file) => {
                let hint = |failure: crate::exit::Failure| format!("{} (key=\\@…)", failure.message);
                let bytes = super::read(file).map_err(hint)?;
                String::from_utf8(bytes).map_err(|_| format!("{file}: UTF-8?"))?
            }
            None => value.strip_prefix('\\').filter(|rest| rest.starts_with('@')).unwrap_or(value).to_owned(),
        };
        let json = if raw { text } else { quote(&text) };
        if raw && let Err(problem) = Tree::parse(&json) {
            // The value may be a secret.
            return Err(format!("{key}:=…: {}", problem.message(wxwire::lang::Lang::En)));
        }
        Ok(Self::Member { key: steps(key)?, json })
    }
}

/// `a[b][0]` is `a`, `b`, `0`; `a[]` ends with an empty step, which appends.
fn steps(key: &str) -> Result<Vec<String>, String> {
    let (first, rest) = key.split_at(key.find('[').unwrap_or(key.len()));
    let mut steps = vec![first.to_owned()];
    let mut rest = rest;
    while !rest.is_empty() {
        let inner = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let (step, behind) = inner.ok_or_else(|| format!("{key}: a[b][0]=…"))?;
        steps.push(step.to_owned());
        rest = behind;
    }
    if first.is_empty() { Err(format!("{key:?}: key=value")) } else { Ok(steps) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(word: &str, key: &[&str], json: &str) {
        let key = key.iter().map(|step| (*step).to_owned()).collect();
        assert_eq!(Item::parse(word), Ok(Item::Member { key, json: json.to_owned() }), "{word}");
    }

    #[test]
    fn words() {
        assert_eq!(Item::parse("-"), Ok(Item::Whole("-")));
        assert_eq!(Item::parse("body.json"), Ok(Item::Whole("body.json")));
        assert_eq!(Item::parse("./a=b"), Ok(Item::Whole("./a=b")));
        member("a=b=c", &["a"], "\"b=c\"");
        member("a=", &["a"], "\"\"");
        member("a=\\@nick hi", &["a"], "\"@nick hi\"");
        member("a:=[1, 13895574026529675281]", &["a"], "[1, 13895574026529675281]");
        member("data[desc]=下午好", &["data", "desc"], "\"下午好\"");
        member("list[0][x]:=null", &["list", "0", "x"], "null");
        member("list[]=x", &["list", ""], "\"x\"");
        for wrong in ["a:=", "a:={", "=x", "a[b=1", "a[b]c=1", "a=@/no/such/file"] {
            assert!(Item::parse(wrong).is_err(), "{wrong}");
        }
    }
}
