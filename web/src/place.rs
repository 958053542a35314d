//! Places: the text's tree and the operation's rules, walked side by side along a path.

use std::borrow::Cow;

use wxwire::layer::json::{Kind, Value, escape_step};
use wxwire::schema::{Field, Object, Rule, Schema, Shape};

/// The path of a member or an item.
pub(crate) fn child(path: &str, step: &str) -> String {
    format!("{path}/{}", escape_step(step))
}

/// The path of the container, and the step from there to here.
pub(crate) fn split(path: &str) -> Option<(&str, String)> {
    let (parent, step) = path.rsplit_once('/')?;
    Some((parent, unescape(step).into_owned()))
}

/// Whether a path is that of a part, or of something inside it.
pub(crate) fn is_within(path: &str, part: &str) -> bool {
    path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A path inside the items of a list, whose numbers have changed; nothing for a path elsewhere.
pub(crate) fn shifted(path: &str, list: &str, number: &dyn Fn(usize) -> usize) -> Option<String> {
    let rest = path.strip_prefix(list)?.strip_prefix('/')?;
    let end = rest.find('/').unwrap_or(rest.len());
    Some(format!("{list}/{}{}", number(rest[..end].parse().ok()?), &rest[end..]))
}

fn unescape(step: &str) -> Cow<'_, str> {
    match step.contains('~') {
        true => Cow::Owned(step.replace("~1", "/").replace("~0", "~")),
        false => Cow::Borrowed(step),
    }
}

/// The fields that an object has, by what its tag says.
pub(crate) fn fields<'s>(object: &'s Object, value: Value<'_>) -> &'s [Field] {
    let named = object.tag.as_ref().and_then(|tag| value.get(&tag.field)?.as_str());
    let variant = named.and_then(|named| object.variant(&named));
    variant.map_or(&object.fields, |variant| &variant.fields)
}

/// The rule itself, or the alternative of it that is meant by a value of this type.
pub(crate) fn meant<'s>(schema: &'s Schema, rule: &'s Rule, kind: Option<Kind>) -> &'s Rule {
    match (&rule.shape, kind) {
        (Shape::Either(rules), Some(kind)) => {
            rules.iter().map(|id| schema.rule(*id)).find(|rule| rule.shape.takes(kind)).unwrap_or(rule)
        }
        _ => rule,
    }
}

/// The rule of the place at a path, whether a value is there or not.
pub(crate) fn rule<'s>(schema: &'s Schema, root: Value<'_>, path: &str) -> Option<&'s Rule> {
    let (mut rule, mut value) = (schema.root(), Some(root));
    for step in path.split('/').skip(1) {
        let step = unescape(step);
        rule = meant(schema, rule, value.map(Value::kind));
        (rule, value) = match &rule.shape {
            Shape::Object(object) => {
                let here = value?;
                let field = fields(object, here).iter().find(|field| field.name == step)?;
                (schema.rule(field.rule), here.get(&step))
            }
            Shape::List { items, .. } => {
                (schema.rule(*items), value.and_then(|list| list.items().nth(step.parse().ok()?)))
            }
            _ => return None,
        };
    }
    Some(rule)
}
