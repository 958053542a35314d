//! Source text that may be shown: what stands where a credential belongs is blotted out, every byte keeps its place.

use std::ops::Range;

use crate::layer::json::Tree;
use crate::operation::Entry;

impl Entry {
    /// The text with every credential in it replaced by as many `*`, so that places in it stay right.
    pub fn masked_source(&self, text: &str) -> String {
        let mut masked = text.to_owned();
        for name in self.body_credentials() {
            for range in places(text, name) {
                masked.replace_range(range.clone(), &"*".repeat(range.len()));
            }
        }
        masked
    }
}

/// Where the values of a credential stand: told by the tree, or, where the text is broken, by the name alone.
fn places(text: &str, name: &str) -> Vec<Range<usize>> {
    match Tree::parse(text) {
        Ok(tree) => tree.root().members().filter(|(key, _)| key.is_str(name)).map(|(_, value)| value.span()).collect(),
        Err(_) => text
            .match_indices(name)
            .map(|(at, _)| {
                let start = at + name.len();
                // A broken text may have lost its quotes: the rest of the line, up to the next member, is the value.
                let end = text[start..].find(['\n', ',', '}']).map_or(text.len(), |length| start + length);
                start..end
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog;

    #[test]
    fn keeps_every_place() {
        let entry = catalog::find("yunzhenji.send_message").expect("in the catalog");
        let masked = entry.masked_source(r#"{"app_id": "A1", "x": {"access_token": "kept"}, "access_token": 7}"#);
        assert_eq!(masked, r#"{"app_id": ****, "x": {"access_token": "kept"}, "access_token": *}"#);
        let masked = entry.masked_source("{\"access_token\": 'secret',\n x");
        assert_eq!(masked, "{\"access_token***********,\n x");
    }
}
