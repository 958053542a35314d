//! A JSON text in which values are set, one after the other: only what a key leads into is taken apart, and each part once.

use std::collections::BTreeMap;

use wxwire::layer::json::{self, Kind, Tree};
use wxwire::layer::{MAX_BYTES, MAX_DEPTH};

use super::mistake::Mistake;

/// A JSON text in which values are set.
#[derive(Debug)]
pub struct Draft {
    root: Node,
    length: usize,
}

/// A value, as far as it has been taken apart.
#[derive(Debug)]
enum Node {
    Whole(String),
    Parts(Parts),
}

/// An object or a list, its text between the values kept to the byte.
#[derive(Debug)]
struct Parts {
    is_list: bool,
    /// Each value behind the text that leads to it: bracket or comma, white space, the key.
    values: Vec<(String, Node)>,
    /// The text behind the last value.
    close: String,
    /// What stands between a comma and a new value.
    gap: String,
    /// Where the value of a key is; of the last one, where a key stands twice.
    keys: BTreeMap<String, usize>,
}

impl Draft {
    /// The text to begin with.
    pub fn new(text: String) -> Result<Self, Mistake> {
        Tree::parse(&text).map_err(Mistake::Values)?;
        Ok(Self { length: text.len(), root: Node::Whole(text) })
    }

    /// Whether a value stands at the outermost key.
    pub fn has(&self, key: &str) -> bool {
        match &self.root {
            Node::Parts(parts) => parts.keys.contains_key(key),
            Node::Whole(text) => Tree::parse(text).is_ok_and(|tree| tree.root().get(key).is_some()),
        }
    }

    /// Sets the value at these steps; objects and lists that are not there yet are made.
    pub fn set(&mut self, steps: &[String], value: String) -> Result<(), Mistake> {
        if steps.len() > MAX_DEPTH || self.length + value.len() > MAX_BYTES {
            return Err(self.refused(steps, value));
        }
        let mut here = &mut self.root;
        for (depth, step) in steps.iter().enumerate() {
            here.open()?;
            let Node::Parts(parts) = here else {
                return put(here, nest(steps, depth, &value)?, &mut self.length);
            };
            match parts.find(step, &steps[..=depth])? {
                Some(at) => here = &mut parts.values[at].1,
                None => {
                    self.length += parts.add(step, nest(steps, depth + 1, &value)?);
                    return Ok(());
                }
            }
        }
        put(here, value, &mut self.length)
    }

    /// The text, as it is now.
    pub fn into_text(self) -> String {
        let mut text = String::with_capacity(self.length);
        self.root.write(&mut text);
        text
    }

    /// Why nothing more can be set: the text would be deeper or longer than any that is read.
    fn refused(&mut self, steps: &[String], value: String) -> Mistake {
        let whole = match nest(steps, 0, &value) {
            Ok(nested) if steps.len() > MAX_DEPTH => nested,
            Ok(_) => " ".repeat(MAX_BYTES + 1),
            Err(mistake) => return mistake,
        };
        match Tree::parse(&whole) {
            Err(problem) => Mistake::Values(problem),
            Ok(_) => Mistake::NoKey,
        }
    }
}

/// Puts a value in the place of another.
fn put(here: &mut Node, value: String, length: &mut usize) -> Result<(), Mistake> {
    *length = *length + value.len() - here.len();
    *here = Node::Whole(value);
    Ok(())
}

impl Node {
    /// Takes an object or a list apart; anything else stays whole.
    fn open(&mut self) -> Result<(), Mistake> {
        let Self::Whole(text) = self else { return Ok(()) };
        if let Some(parts) = Parts::of(text)? {
            *self = Self::Parts(parts);
        }
        Ok(())
    }

    fn len(&self) -> usize {
        match self {
            Self::Whole(text) => text.len(),
            Self::Parts(parts) => {
                parts.close.len() + parts.values.iter().map(|(lead, node)| lead.len() + node.len()).sum::<usize>()
            }
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Whole(text) => out.push_str(text),
            Self::Parts(parts) => {
                for (lead, node) in &parts.values {
                    out.push_str(lead);
                    node.write(out);
                }
                out.push_str(&parts.close);
            }
        }
    }
}

impl Parts {
    fn of(text: &str) -> Result<Option<Self>, Mistake> {
        let tree = Tree::parse(text).map_err(Mistake::Values)?;
        let root = tree.root();
        let is_list = match root.kind() {
            Kind::Array => true,
            Kind::Object => false,
            _ => return Ok(None),
        };
        let mut parts =
            Self { is_list, values: vec![], close: String::new(), gap: gap(text, &tree), keys: BTreeMap::new() };
        let mut end = 0;
        let mut add = |key: Option<String>, value: json::Value<'_>| {
            let span = value.span();
            key.map(|key| parts.keys.insert(key, parts.values.len()));
            parts.values.push((text[end..span.start].to_owned(), Node::Whole(value.source().to_owned())));
            end = span.end;
        };
        root.items().for_each(|item| add(None, item));
        root.members().for_each(|(key, value)| add(key.as_str().map(|key| key.into_owned()), value));
        parts.close = text[end..].to_owned();
        Ok(Some(parts))
    }

    /// Where the value is that the last of these steps leads to; none if it has to be added.
    fn find(&self, step: &str, steps: &[String]) -> Result<Option<usize>, Mistake> {
        if !self.is_list {
            return Ok(self.keys.get(step).copied());
        }
        let length = self.values.len();
        let at = if step.is_empty() { Some(length) } else { step.parse().ok().filter(|at| *at <= length) };
        let at = at.ok_or_else(|| Mistake::NoItem(key(steps), length))?;
        Ok(Some(at).filter(|at| *at < length))
    }

    /// Adds a value behind the last one, and says how much longer the text is.
    fn add(&mut self, step: &str, value: String) -> usize {
        let before = self.close.len();
        let mut lead = if self.values.is_empty() {
            // An empty list or object is written anew, without the white space in it.
            let (open, close) = if self.is_list { ('[', ']') } else { ('{', '}') };
            let (start, end) = (self.close.find(open).unwrap_or(0), self.close.rfind(close).unwrap_or(0));
            let lead = self.close[..=start].to_owned();
            self.close = self.close[end..].to_owned();
            lead
        } else {
            format!(",{}", self.gap)
        };
        if self.values.is_empty() {
            self.gap = " ".to_owned();
        }
        if !self.is_list {
            self.keys.insert(step.to_owned(), self.values.len());
            lead.push_str(&format!("{}: ", json::quote(step)));
        }
        let longer = lead.len() + value.len() + self.close.len() - before;
        self.values.push((lead, Node::Whole(value)));
        longer
    }
}

/// What stands between a comma and the next value: as it is between the first two, or before the first.
fn gap(text: &str, tree: &Tree<'_>) -> String {
    let root = tree.root();
    let starts: Vec<_> = match root.kind() {
        Kind::Object => root.members().take(2).map(|(key, value)| (key.span().start, value.span().end)).collect(),
        _ => root.items().take(2).map(|item| (item.span().start, item.span().end)).collect(),
    };
    match starts[..] {
        [(_, end), (start, _)] => text[end..start].split_once(',').map_or("", |(_, behind)| behind).to_owned(),
        [(start, _)] if start > root.span().start + 1 => text[root.span().start + 1..start].to_owned(),
        _ => " ".to_owned(),
    }
}

/// The key of these steps, as it is typed.
fn key(steps: &[String]) -> String {
    let (first, rest) = steps.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    first.to_owned() + &rest.iter().map(|step| format!("[{step}]")).collect::<String>()
}

/// A value inside what the steps behind so many need: a list for a number or the empty step, else an object.
fn nest(steps: &[String], known: usize, value: &str) -> Result<String, Mistake> {
    let (mut before, mut behind) = (String::new(), String::new());
    for at in known..steps.len() {
        match steps[at].as_str() {
            "" | "0" => {
                before.push('[');
                behind.push(']');
            }
            step if step.bytes().all(|byte| byte.is_ascii_digit()) => {
                return Err(Mistake::NoItem(key(&steps[..=at]), 0));
            }
            step => {
                before.push_str(&format!("{{{}: ", json::quote(step)));
                behind.push('}');
            }
        }
    }
    let behind: String = behind.chars().rev().collect();
    Ok(before + value + &behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, sets: &[(&[&str], &str)]) -> Option<String> {
        let mut draft = Draft::new(text.to_owned()).ok()?;
        for (key, value) in sets {
            let steps: Vec<_> = key.iter().map(|step| (*step).to_owned()).collect();
            draft.set(&steps, (*value).to_owned()).ok()?;
        }
        let length = draft.length;
        let text = draft.into_text();
        assert_eq!(text.len(), length, "{text}");
        Some(text)
    }

    fn check(text: &str, key: &[&str], expected: &str) {
        assert_eq!(set(text, &[(key, "1")]).as_deref(), Some(expected));
    }

    #[test]
    fn sets_and_makes() {
        check("{}", &["a"], r#"{"a": 1}"#);
        check("{}", &["a", "b", "0", "c"], r#"{"a": {"b": [{"c": 1}]}}"#);
        check(r#"{"a": {"b": 2}}"#, &["a", "b"], r#"{"a": {"b": 1}}"#);
        check(r#"{"a": [2, 3]}"#, &["a", ""], r#"{"a": [2, 3, 1]}"#);
        check(r#"{"a": [2, 3]}"#, &["a", "1"], r#"{"a": [2, 1]}"#);
        check(r#"{"a": "text"}"#, &["a", "b"], r#"{"a": {"b": 1}}"#);
        check("\n{ }\n", &["a"], "\n{\"a\": 1}\n");
        check("{\"a\":2,\n \"b\" : 3 }\n", &["c"], "{\"a\":2,\n \"b\" : 3,\n \"c\": 1 }\n");
        check(r#"{"a": 2, "b": 3, "a": 4}"#, &["a"], r#"{"a": 2, "b": 3, "a": 1}"#);
        check(r#"{"\u0061": 2}"#, &["a"], r#"{"\u0061": 1}"#);
        assert!(set("[]", &[(&["5"], "1")]).is_none());
        assert!(set("[]", &[(&["x"], "1")]).is_none());
        assert!(set("{", &[(&["x"], "1")]).is_none());
    }

    #[test]
    fn sets_into_what_was_set() {
        let sets: [(&[&str], &str); 5] = [
            (&["a"], r#"{"x":1,"y":[]}"#),
            (&["a", "y", ""], "2"),
            (&["a", "z"], "\"3\""),
            (&["b"], "4"),
            (&["a", "y", "1", "k"], "{}"),
        ];
        assert_eq!(set("{}", &sets).as_deref(), Some(r#"{"a": {"x":1,"y":[2, {"k": {}}],"z": "3"}, "b": 4}"#));
    }

    #[test]
    fn stays_within_what_is_read() {
        let deep: Vec<&str> = vec!["a"; MAX_DEPTH + 1];
        assert!(set("{}", &[(&deep, "1")]).is_none());
        let long = format!("\"{}\"", "x".repeat(MAX_BYTES / 2));
        assert!(set("{}", &[(&["a"], &long), (&["b"], &long), (&["c"], "1")]).is_none());
        // What is replaced takes no place.
        assert!(set("{}", &[(&["a"], &long), (&["a"], "1"), (&["b"], &long)]).is_some());
    }
}
