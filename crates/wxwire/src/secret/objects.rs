//! Secrets in JSON and YAML that names them elsewhere than right before them: in the rows of a table whose columns have names, in the example of a
//! parameter. What stands there must look like one.

use std::ops::Range;

use super::loose::{is_plausible, is_token};
use super::names;
use super::quotes::is_quote;
use crate::layer::json::{Kind, Tree, Value};

/// The most columns of secrets that are looked at.
const MANY: usize = 8;

/// The places of such secrets in a text.
pub(super) fn values(text: &str) -> Vec<Range<usize>> {
    let Ok(tree) = Tree::parse(text) else { return parameters(text) };
    let mut found = Vec::new();
    // What is still to be looked at, and whether all of it is of secrets.
    let mut next = vec![(tree.root(), false)];
    while let Some((value, is_told)) = next.pop() {
        if is_told {
            found.extend(place(value));
        }
        let is_parameter = value.get("in").is_some() && value.get("name").is_some_and(is_name);
        next.extend(value.members().map(|(_, member)| (member, is_told || is_parameter)));
        next.extend(value.items().map(|item| (item, is_told)));
        let lists = || value.members().map(|(_, member)| member).filter(|member| member.kind() == Kind::Array);
        let columns = lists().map(columns).find(|columns| !columns.is_empty());
        let columns = columns.or_else(|| value.items().next().map(self::columns)).unwrap_or_default();
        let rows = lists().flat_map(Value::items).chain(value.items()).filter(|_| !columns.is_empty());
        for row in rows {
            found.extend(columns.iter().filter_map(|at| place(row.items().nth(*at)?)));
        }
    }
    found
}

/// The examples of parameters in YAML: in each item of a list that has a name and says what it is in.
fn parameters(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut own) = (Vec::new(), Vec::new());
    let (mut is_named, mut is_one, mut item, mut at) = (false, false, 0, 0);
    for line in text.split_inclusive('\n') {
        at += line.len();
        let inner = line.trim_start_matches(' ');
        let depth = line.len() - inner.len();
        let member = inner.trim_start_matches("- ");
        if member.len() < inner.len() || depth < item {
            own.clear();
            (is_named, is_one, item) = (false, false, depth);
        }
        let Some((name, value)) = member.split_once(": ") else { continue };
        let value = value.trim().trim_matches(is_quote);
        match name {
            "name" => is_named = names::tells(value),
            "in" => is_one = true,
            "example" | "default" | "value" if is_token(value) || is_plausible(value) => {
                let start = at - member.len() + member.rfind(value).unwrap_or_default();
                own.push(start..start + value.len());
            }
            _ => {}
        }
        if is_named && is_one {
            found.append(&mut own);
        }
    }
    found
}

/// Which items of a list name a secret, be it by the `name` that they have.
fn columns(list: Value<'_>) -> Vec<usize> {
    let is_one = |item: Value<'_>| is_name(item.get("name").unwrap_or(item));
    list.items().enumerate().filter(|(_, item)| is_one(*item)).map(|(at, _)| at).take(MANY).collect()
}

fn is_name(value: Value<'_>) -> bool {
    value.as_str().is_some_and(|name| names::tells(&name))
}

/// The place of a text that looks like a secret.
fn place(value: Value<'_>) -> Option<Range<usize>> {
    let text = value.as_str()?;
    let span = value.span();
    (is_token(&text) || is_plausible(&text)).then(|| span.start + 1..span.end - 1)
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked};

    #[test]
    fn what_is_named_elsewhere() {
        let secret = "Zq7Lw2Xn9Kd4Vb8Rt3Yp";
        for (before, behind) in [
            (r#"{"columns":["id","token"],"rows":[["1",""#, r#""]]}"#),
            (r#"{"rows":[[1,""#, r#""],[2]],"fields":[{"name":"id"},{"name":"corpsecret"}]}"#),
            (r#"[["id","token"],["1",""#, r#""]]"#),
            (r#"{"name":"X-GEWE-TOKEN","in":"header","example":""#, r#""}"#),
            ("parameters:\n- name: X-GEWE-TOKEN\n  in: header\n  example: ", "\n- name: b\n"),
            ("- in: header\n  schema:\n    type: string\n    default: \"", "\"\n  name: token\n"),
            (r#"{"parameters":[{"in":"query","schema":{"type":"string","default":""#, r#""},"name":"token"}]}"#),
        ] {
            let text = format!("{before}{secret}{behind}");
            assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
        }
        for text in [
            r#"{"columns":["token","id","at"],"rows":[["a1","Zq7Lw2Xn9Kd4Vb8Rt3Yp",1]]}"#,
            r#"{"name":"id","in":"query","example":"Zq7Lw2Xn9Kd4Vb8Rt3Yp","x":{"name":"token"}}"#,
            "- name: token\n  in: header\n- name: id\n  in: query\n  example: Zq7Lw2Xn9Kd4\n",
            r#"{"name":"token","in":"header","description":"of getToken2024","schema":{"type":"string"}}"#,
        ] {
            assert_eq!(masked(text), text);
        }
    }
}
