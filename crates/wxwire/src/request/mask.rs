//! Source text that may be shown: every byte keeps its place.

use crate::operation::Entry;

impl Entry {
    /// The text with the letters and digits of every secret in it replaced by as many `*`, so that places in it stay right.
    pub fn masked_source(&self, text: &str) -> String {
        crate::secret::blotted_values(text)
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog;

    #[test]
    fn keeps_every_place() {
        let entry = catalog::find("yunzhenji.send_message").expect("in the catalog");
        let check = |text: &str, expected: &str| assert_eq!(entry.masked_source(text), expected);
        check(
            r#"{"app_id": "A1", "x": {"App_ID": {"a": 1}}, "b": 2}"#,
            r#"{"app_id": "**", "x": {"App_ID": {"*": *}}, "b": 2}"#,
        );
        check(r#"[{"\u0061pp_id": "A1"}]"#, r#"[{"\u0061pp_id": "**"}]"#);
        check("{\"access_token\":\n 'sec,ret', 你 x", "{\"access_token\":\n '***,***', 你 x");
        check("{\"wxid\": 1,}", "{\"wxid\": 1,}");
    }
}
