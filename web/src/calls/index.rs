//! All calls in short, and how one is found.

use wxwire::lang::Words;
use wxwire::layer::json::{Tree, Value};
use wxwire::problem::Source;

/// All calls in short.
#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) sections: Vec<Section>,
    pub(crate) calls: Vec<Call>,
}

/// A section of a gateway.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) gateway: Words,
    pub(crate) title: Words,
    file: &'static str,
}

/// A call in short.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) section: usize,
    pub(crate) id: &'static str,
    pub(crate) title: Words,
    pub(crate) path: &'static str,
    pub(crate) method: &'static str,
    /// Where it is known from, unless its vendor documents it.
    pub(crate) evidence: Option<Words>,
    /// All that is searched, in small letters; the names of its fields begin at `fields`.
    text: String,
    fields: usize,
}

impl Index {
    pub(crate) fn read(text: String) -> Option<Self> {
        // Its words are kept as long as the page lives.
        let tree: &'static Tree<'static> = Box::leak(Box::new(Tree::parse(text.leak()).ok()?));
        let (mut sections, mut calls) = (Vec::new(), Vec::new());
        for gateway in tree.root().items() {
            let gateway_title = words(gateway.get("title")?);
            for section in gateway.get("sections")?.items() {
                let title = words(section.get("title")?);
                let around = format!("{} {}", gateway.get("title")?.source(), section.get("title")?.source());
                for call in section.get("calls")?.items() {
                    let mut row = call.items().map(kept);
                    let mut next = || row.next().unwrap_or_default();
                    let (id, zh, en, path, method, evidence, names) =
                        (next(), next(), next(), next(), next(), next(), next());
                    let head = format!("{id} {zh} {en} {path} {around} ");
                    calls.push(Call {
                        section: sections.len(),
                        id,
                        title: Words { zh, en },
                        path,
                        method: if method.is_empty() { "POST" } else { method },
                        evidence: Source::named(evidence).map(Source::words),
                        fields: head.len(),
                        text: (head + names).to_ascii_lowercase(),
                    });
                }
                sections.push(Section { gateway: gateway_title, title, file: kept(section.get("file")?) });
            }
        }
        Some(Self { sections, calls })
    }

    /// The calls that hold every word of a text, at their places: first those in whose names, titles and path each begins
    /// a word, then those that hold them anywhere there, then those that have fields of that name.
    pub(crate) fn find(&self, text: &str) -> Vec<usize> {
        let text = text.to_ascii_lowercase();
        let words: Vec<_> = text.split_whitespace().map(str::as_bytes).collect();
        let far = |call: &Call| words.iter().map(|word| call.distance(word)).max().unwrap_or_default();
        let far: Vec<_> = self.calls.iter().map(far).collect();
        let at = |wanted| far.iter().enumerate().filter(move |(_, far)| **far == wanted).map(|(at, _)| at);
        (0..3).flat_map(at).collect()
    }

    /// The place of a call.
    pub(crate) fn place(&self, id: &str) -> Option<usize> {
        self.calls.iter().position(|call| call.id == id)
    }

    /// The file in which a call is.
    pub(super) fn file(&self, id: &str) -> Option<&'static str> {
        Some(self.sections[self.calls[self.place(id)?].section].file)
    }
}

impl Call {
    /// How far a call is from a word: 3 where it does not hold it.
    pub(super) fn distance(&self, word: &[u8]) -> usize {
        let text = self.text.as_bytes();
        let mut least = 3;
        for (at, here) in text.windows(word.len()).enumerate() {
            if here[0] == word[0] && here == word {
                // What is no letter parts words; Chinese does without.
                let begins = at == 0 || !text[at - 1].is_ascii_alphanumeric();
                least = least.min(if at >= self.fields { 2 } else { usize::from(!begins) });
                if least == 0 {
                    break;
                }
            }
        }
        least
    }
}

/// A text of what is kept.
fn kept(value: Value<'static>) -> &'static str {
    match value.as_str() {
        Some(std::borrow::Cow::Borrowed(text)) => text,
        Some(std::borrow::Cow::Owned(text)) => text.leak(),
        None => "",
    }
}

/// The title behind a name.
fn words(row: Value<'static>) -> Words {
    let mut texts = row.items().skip(1).map(kept);
    let mut next = || texts.next().unwrap_or_default();
    Words { zh: next(), en: next() }
}
