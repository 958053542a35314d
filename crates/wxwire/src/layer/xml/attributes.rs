//! The attributes of a start tag, as they stand.

/// An attribute: its name, and its value between the quotes, references and all.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Attribute<'t> {
    pub(super) name: &'t str,
    pub(super) value: &'t str,
}

/// Reads attributes, up to the first that is none; the error says in words what is wrong with it.
#[derive(Debug)]
pub(super) struct Attributes<'t> {
    /// The tag, without its brackets.
    tag: &'t str,
    at: usize,
    /// The names so far and where they stand, sorted, if they are to be told apart.
    names: Option<Vec<(&'t str, usize)>>,
}

impl<'t> Attributes<'t> {
    /// Those of a tag, behind its name.
    pub(super) fn new(tag: &'t str, name: usize) -> Self {
        Self { tag, at: name, names: None }
    }

    /// The same, none of which may have the name of another.
    pub(super) fn distinct(tag: &'t str, name: usize) -> Self {
        Self { names: Some(Vec::new()), ..Self::new(tag, name) }
    }

    fn read(&mut self, start: usize) -> Result<Attribute<'t>, String> {
        let tag = self.tag;
        // A name has one byte at least, whichever: so an `=` can begin one.
        let end = self.until(start + 1, |byte| byte == b'=' || is_space(byte));
        let equals = self.behind_space(end);
        if tag.as_bytes().get(equals) != Some(&b'=') {
            return fault(equals, "attribute key must be directly followed by `=` or space");
        }
        let name = &tag[start..end];
        if let Some(names) = &mut self.names {
            match names.binary_search_by(|(other, _)| (*other).cmp(name)) {
                Ok(twin) => {
                    let before = names[twin].1;
                    return fault(start, &format!("duplicated attribute, previous declaration at position {before}"));
                }
                Err(place) => names.insert(place, (name, start)),
            }
        }
        let open = self.behind_space(equals + 1);
        let quote = match tag.as_bytes().get(open) {
            Some(quote @ (b'"' | b'\'')) => *quote,
            Some(_) => return fault(open, "attribute value must be enclosed in `\"` or `'`"),
            None => return fault(open, "`=` must be followed by an attribute value"),
        };
        let close = self.until(open + 1, |byte| byte == quote);
        if close == tag.len() {
            let quote = char::from(quote);
            return fault(close, &format!("missing closing quote `{quote}` in attribute value"));
        }
        self.at = close + 1;
        Ok(Attribute { name, value: &tag[open + 1..close] })
    }

    fn behind_space(&self, from: usize) -> usize {
        self.until(from, |byte| !is_space(byte))
    }

    /// Where the first such byte stands, or the end.
    fn until(&self, from: usize, wanted: impl Fn(u8) -> bool) -> usize {
        let bytes = self.tag.as_bytes();
        bytes[from..].iter().position(|byte| wanted(*byte)).map_or(bytes.len(), |found| from + found)
    }
}

impl<'t> Iterator for Attributes<'t> {
    type Item = Result<Attribute<'t>, String>;

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.behind_space(self.at);
        // An error is the last: this is where all that can be read ends.
        self.at = self.tag.len();
        (start < self.tag.len()).then(|| self.read(start))
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\r' | b'\n' | b'\t')
}

fn fault<T>(at: usize, what: &str) -> Result<T, String> {
    Err(format!("position {at}: {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All that can be read, by this reader and by that of the library.
    fn both(tag: &str) -> [Vec<Result<(String, String), String>>; 2] {
        let own = Attributes::distinct(tag, 1).map(|one| one.map(|one| (one.name.into(), one.value.into()))).collect();
        let mut found = Vec::new();
        for one in quick_xml::events::attributes::Attributes::new(tag, 1) {
            found.push(
                one.map(|one| (one.key.into_inner().into(), one.value.into())).map_err(|error| error.to_string()),
            );
            if found.last().is_some_and(Result::is_err) {
                break;
            }
        }
        [own, found]
    }

    proptest::proptest! {
        #[test]
        fn reads_as_the_library_does(tag in "a( ?[ab]{1,2}[ \t]?=?[ \n]?(\"[='&x> ]*\"|'[=\"x ]*'|x)?[a '\"=]?){0,6} ?") {
            let [own, library] = both(&tag);
            assert_eq!(own, library, "{tag}");
        }

        #[test]
        fn reads_anything_as_the_library_does(tag in "a[ab =\"'\r你]{0,12}") {
            let [own, library] = both(&tag);
            assert_eq!(own, library, "{tag}");
        }
    }
}
