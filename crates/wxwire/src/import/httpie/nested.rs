//! Names with brackets in HTTPie's items: `text[content]=x`, `at[]=a`, `list[0][id]:=1`.

use super::quoted;
use crate::import::text::Text;
use crate::named::Named;

/// How deep a name leads.
const MAX_DEPTH: usize = 32;

/// A value that is put together.
enum Node {
    /// JSON.
    Leaf(Text),
    Map(Named<'static, (Text, Node)>),
    List(Vec<Node>),
}

/// An object of these members: names, and values in JSON.
pub(super) fn object(members: &[(Text, Text)]) -> Text {
    let mut root = Node::Map(Named::default());
    for (name, value) in members {
        put(&mut root, &keys(name), value);
    }
    let mut out = Text::default();
    write(&root, &mut out);
    out
}

/// The steps of a name; one that is no path is a single step.
fn keys(name: &Text) -> Vec<Text> {
    let source = name.as_str();
    let Some(first) = source.find('[').filter(|_| source.ends_with(']')) else { return vec![name.clone()] };
    let mut keys = Vec::new();
    if first > 0 {
        keys.push(name.slice(0..first));
    }
    let mut at = first;
    while let Some(inner) = source[at..].strip_prefix('[') {
        let Some(end) = inner.find(']').filter(|_| keys.len() < MAX_DEPTH) else { return vec![name.clone()] };
        keys.push(name.slice(at + 1..at + 1 + end));
        at += end + 2;
    }
    if at < source.len() { vec![name.clone()] } else { keys }
}

/// Puts a value where a path leads; what stands in its way gives way.
fn put(node: &mut Node, keys: &[Text], value: &Text) {
    let Some((key, rest)) = keys.split_first() else { return *node = Node::Leaf(value.clone()) };
    let next = || match rest.first().map(Text::as_str) {
        Some(key) if is_index(key) => Node::List(Vec::new()),
        Some(_) => Node::Map(Named::default()),
        None => Node::Leaf(value.clone()),
    };
    match node {
        Node::List(items) if key.is_empty() => {
            items.push(next());
            let last = items.len() - 1;
            put(&mut items[last], rest, value);
        }
        Node::List(items) => {
            // What stands behind the end of the list is its next item.
            let at = key.as_str().parse::<usize>().map_or(items.len(), |at| at.min(items.len()));
            if at == items.len() {
                items.push(next());
            }
            put(&mut items[at], rest, value);
        }
        Node::Map(members) => match members.get_mut(key.as_str()) {
            Some((_, node)) => put(node, rest, value),
            None => {
                let mut node = next();
                put(&mut node, rest, value);
                members.set(key.as_str().to_owned(), (key.clone(), node));
            }
        },
        Node::Leaf(_) => {
            *node = if is_index(key.as_str()) { Node::List(Vec::new()) } else { Node::Map(Named::default()) };
            put(node, keys, value);
        }
    }
}

fn is_index(key: &str) -> bool {
    key.bytes().all(|byte| byte.is_ascii_digit())
}

fn write(node: &Node, out: &mut Text) {
    let here = out.slice(out.len()..out.len());
    match node {
        Node::Leaf(json) => out.push(json, 0..json.len()),
        Node::Map(members) => {
            for (at, (name, value)) in members.values().iter().enumerate() {
                out.push_char(if at == 0 { '{' } else { ',' }, name, 0..0);
                let name = quoted(name);
                out.push(&name, 0..name.len());
                out.push_char(':', &name, name.len()..name.len());
                write(value, out);
            }
            if members.values().is_empty() {
                out.push_char('{', &here, 0..0);
            }
            let end = out.slice(out.len()..out.len());
            out.push_char('}', &end, 0..0);
        }
        Node::List(items) => {
            out.push_char('[', &here, 0..0);
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push_char(',', &here, 0..0);
                }
                write(item, out);
            }
            let end = out.slice(out.len()..out.len());
            out.push_char(']', &end, 0..0);
        }
    }
}
