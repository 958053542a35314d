//! The query of a URL, or of a page's path: `?name=value&…`.

use std::ops::Range;

/// One parameter, both sides as they stand.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Parameter<'a> {
    /// Before the `=`.
    pub name: &'a str,
    /// Behind it; the empty text at the end of the parameter where there is no `=`.
    pub value: &'a str,
    /// Where the value stands.
    pub span: Range<usize>,
}

/// The most parameters that are read.
const MAX_PARAMETERS: usize = 10_000;

/// The parameters of a text that is a URL or a path with a query; none for any other text.
pub fn parameters(text: &str) -> Option<Vec<Parameter<'_>>> {
    let question = memchr::memchr(b'?', text.as_bytes())?;
    let before = &text[..question];
    let strange = |char: char| char.is_whitespace() || char.is_control() || "<>\"{}".contains(char);
    // What has no scheme has to look like a path: text ends in a question mark, too.
    let path = |char: char| char.is_ascii_alphanumeric() || "/._-".contains(char);
    let has_scheme = before.contains("://");
    let is_url =
        has_scheme || before.contains(['/', '.']) && before.chars().all(path) && is_query(&text[question + 1..]);
    if !is_url || text.contains(strange) {
        return None;
    }
    let end = text[question..].find('#').map_or(text.len(), |at| question + at);
    read(text, question + 1..end)
}

/// The fields of a form that was sent, `name=value&…`: a name is one word, and all that is no letter or digit may be escaped.
pub(crate) fn form(text: &str) -> Option<Vec<Parameter<'_>>> {
    let (name, _) = text.split_once('=')?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte);
    let is_strange = |byte: u8| byte <= b' ' || byte >= 0x7f || b"\"<>\\^`{|}".contains(&byte);
    let is_form = !name.is_empty() && name.bytes().all(is_name) && !text.bytes().any(is_strange);
    is_form.then(|| read(text, 0..text.len()))?
}

fn read(text: &str, range: Range<usize>) -> Option<Vec<Parameter<'_>>> {
    let mut parameters = Vec::new();
    let mut start = range.start;
    for part in text[range].split('&').take(MAX_PARAMETERS + 1) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let end = start + part.len();
        parameters.push(Parameter { name, value, span: end - value.len()..end });
        start = end + 1;
    }
    let named = parameters.iter().any(|one| !one.name.is_empty() && one.span.start > 0 && !one.value.is_empty());
    (named && parameters.len() <= MAX_PARAMETERS).then_some(parameters)
}

/// Whether what stands behind the question mark of a path looks like parameters, of which a text by chance has no sign alone.
fn is_query(query: &str) -> bool {
    let name = query.split(['=', '&']).next().unwrap_or_default();
    let is_name = |char: char| char.is_alphanumeric() || "_.-%".contains(char);
    !name.is_empty() && name.chars().all(is_name) && !query.contains(|char: char| "'$;|\\^[]`".contains(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_a_query_from_a_question() {
        let names = |text: &str| -> Vec<String> {
            parameters(text).into_iter().flatten().map(|one| format!("{}={}", one.name, one.value)).collect()
        };
        assert_eq!(names("http://h/a?x=1&y=a%26b&z#f=2"), ["x=1", "y=a%26b", "z="]);
        assert_eq!(names("pages/index.html?data=%7B%7D"), ["data=%7B%7D"]);
        for text in
            ["what? a=b", "?", "http://h/?", "is it/so? x=1", "a?b=c", "/x?$y=1", "a/b?c=d'e", "{\"a\": \"/?x=1\"}"]
        {
            assert_eq!(names(text), [""; 0], "{text}");
        }
    }
}
