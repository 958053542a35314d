//! Sets one value inside a text, and makes what must be there around it.

use wxwire::layer::json::{self, Kind, Tree, Value};

use super::mistake::Mistake;

/// The text with the value at these steps set; objects and lists that are not there yet are made.
pub fn set(text: &str, steps: &[String], value: &str) -> Result<String, Mistake> {
    let tree = Tree::parse(text).map_err(Mistake::Values)?;
    let mut here = tree.root();
    for (depth, step) in steps.iter().enumerate() {
        let there = match here.kind() {
            Kind::Object => here.get(step),
            Kind::Array => item(here, &steps[..=depth])?,
            _ => return Ok(json::replace(here, &nest(steps, depth, value)?)),
        };
        match there {
            Some(there) => here = there,
            None if here.kind() == Kind::Array => return Ok(json::append(here, &nest(steps, depth + 1, value)?)),
            None => {
                let last = here.members().last().and_then(|(key, _)| key.as_str());
                return Ok(json::insert(here, last.as_deref(), step, &nest(steps, depth + 1, value)?));
            }
        }
    }
    Ok(json::replace(here, value))
}

/// The item that the last step names; none for one behind the last, or for the empty step.
fn item<'t>(array: Value<'t>, steps: &[String]) -> Result<Option<Value<'t>>, Mistake> {
    let length = array.items().count();
    let at = match steps.last().map(String::as_str) {
        None | Some("") => Some(length),
        Some(step) => step.parse().ok().filter(|at| *at <= length),
    };
    let at = at.ok_or_else(|| Mistake::NoItem(key(steps), length))?;
    Ok(array.items().nth(at))
}

/// The key of these steps, as it is typed.
fn key(steps: &[String]) -> String {
    let (first, rest) = steps.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    first.to_owned() + &rest.iter().map(|step| format!("[{step}]")).collect::<String>()
}

/// A value inside what the steps behind so many need: a list for a number or the empty step, else an object.
fn nest(steps: &[String], known: usize, value: &str) -> Result<String, Mistake> {
    (known..steps.len()).rev().try_fold(value.to_owned(), |inner, at| match steps[at].as_str() {
        "" | "0" => Ok(format!("[{inner}]")),
        step if step.bytes().all(|byte| byte.is_ascii_digit()) => Err(Mistake::NoItem(key(&steps[..=at]), 0)),
        step => Ok(format!("{{{}: {inner}}}", json::quote(step))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, key: &[&str], expected: &str) {
        let steps: Vec<_> = key.iter().map(|step| (*step).to_owned()).collect();
        assert_eq!(set(text, &steps, "1").ok().as_deref(), Some(expected));
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
