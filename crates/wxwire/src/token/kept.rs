//! A token as text, for whoever keeps it.

use super::{Token, is_token};
use crate::layer::json::{Object, Tree, Value};
use crate::request::is_base_url;
use crate::secret::Secret;

impl Token {
    /// The token as text, the secret in clear: for a place that nobody else reads.
    pub fn to_text(&self) -> String {
        let text = Object::new().text("token", self.value.reveal()).json("fetched", &self.fetched.to_string());
        let ends = self.ends.map_or_else(|| "null".to_owned(), |ends| ends.to_string());
        let text = text.json("ends", &ends);
        self.base_url.iter().fold(text, |text, url| text.text("base_url", url)).end() + "\n"
    }

    /// The token of such a text; none where it is not whole.
    pub fn of_text(text: &[u8]) -> Option<Self> {
        let tree = Tree::read(text).ok()?;
        let number = |value: Value<'_>| u64::try_from(value.as_i64()?).ok();
        let root = tree.root();
        let value = root.get("token")?.as_str().filter(|text| is_token(text))?;
        let ends = match root.get("ends")? {
            none if none.source() == "null" => None,
            ends => Some(number(ends)?),
        };
        let base_url = match root.get("base_url") {
            None => None,
            Some(url) => Some(url.as_str().filter(|url| is_base_url(url))?.into_owned()),
        };
        Some(Self { value: Secret::new(value), fetched: number(root.get("fetched")?)?, ends, base_url })
    }
}
