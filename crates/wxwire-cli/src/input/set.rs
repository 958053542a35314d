//! Sets one value inside a text, and makes what must be there around it.

use wxwire::layer::json::{self, Kind, Tree, Value};

/// The text with the value at these steps set; objects and lists that are not there yet are made.
pub fn set(text: &str, steps: &[String], value: &str) -> Result<String, String> {
    let tree = Tree::parse(text).map_err(|problem| problem.message(wxwire::lang::Lang::En))?;
    let mut here = tree.root();
    for (depth, step) in steps.iter().enumerate() {
        let rest = &steps[depth + 1..];
        let there = match here.kind() {
            Kind::Object => here.get(step),
            Kind::Array => item(here, step)?,
            _ => return Ok(json::replace(here, &nest(&steps[depth..], value)?)),
        };
        match there {
            Some(there) => here = there,
            None if here.kind() == Kind::Array => return Ok(json::append(here, &nest(rest, value)?)),
            None => {
                let last = here.members().last().and_then(|(key, _)| key.as_str());
                return Ok(json::insert(here, last.as_deref(), step, &nest(rest, value)?));
            }
        }
    }
    Ok(json::replace(here, value))
}

/// The item that a step names; none for one behind the last, or for the empty step.
fn item<'t>(array: Value<'t>, step: &str) -> Result<Option<Value<'t>>, String> {
    let length = array.items().count();
    let at = if step.is_empty() {
        Ok(length)
    } else {
        step.parse::<usize>().map_err(|_| format!("[{step}] → [0] – [{length}], []"))
    };
    match at? {
        at if at <= length => Ok(array.items().nth(at)),
        _ => Err(format!("[{step}] → [0] – [{length}], []")),
    }
}

/// A value inside what these steps need: a list for a number or the empty step, else an object.
fn nest(steps: &[String], value: &str) -> Result<String, String> {
    steps.iter().rev().try_fold(value.to_owned(), |inner, step| match step.as_str() {
        "" | "0" => Ok(format!("[{inner}]")),
        step if step.bytes().all(|byte| byte.is_ascii_digit()) => Err(format!("[{step}] → [0], []")),
        step => Ok(format!("{{{}: {inner}}}", json::quote(step))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, key: &[&str], expected: &str) {
        let steps: Vec<_> = key.iter().map(|step| (*step).to_owned()).collect();
        assert_eq!(set(text, &steps, "1").as_deref(), Ok(expected));
    }

    #[test]
    fn sets_and_makes() {
        check("{}", &["a"], r#"{"a": 1}"#);
        check("{}", &["a", "b", "0", "c"], r#"{"a": {"b": [{"c": 1}]}}"#);
        check(r#"{"a": {"b": 2}}"#, &["a", "b"], r#"{"a": {"b": 1}}"#);
        check(r#"{"a": [2, 3]}"#, &["a", ""], r#"{"a": [2, 3, 1]}"#);
        check(r#"{"a": [2, 3]}"#, &["a", "1"], r#"{"a": [2, 1]}"#);
        check(r#"{"a": "text"}"#, &["a", "b"], r#"{"a": {"b": 1}}"#);
        assert!(set("[]", &["5".to_owned()], "1").is_err());
        assert!(set("[]", &["x".to_owned()], "1").is_err());
    }
}
