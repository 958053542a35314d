//! Who receives some values, and how many messages they are: what a person is asked about before a real send.

use super::{Rule, Schema, Shape};
use crate::layer::json::{Kind, Value};

/// Whom values go to.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Audience {
    /// What the fields say that name a receiver, each once, in the order of the text's rules. Empty where none is named.
    pub receivers: Vec<String>,
    /// How many messages there are.
    pub messages: usize,
}

impl Schema {
    /// Reads the receivers, from the fields marked `x-receiver`, and counts the items of the list marked `x-messages`;
    /// values without such a list are one message.
    pub fn audience(&self, values: Value<'_>) -> Audience {
        let mut found = Audience::default();
        self.collect(self.root(), values, &mut found);
        found.messages = found.messages.max(1);
        found
    }

    /// The fields of the values themselves that name a receiver.
    pub(crate) fn receiver_fields(&self) -> impl Iterator<Item = &str> {
        let fields = match &self.root().shape {
            Shape::Object(object) => &object.fields[..],
            _ => &[],
        };
        fields.iter().filter(|field| self.rule(field.rule).receiver).map(|field| field.name.as_str())
    }

    fn collect(&self, rule: &Rule, value: Value<'_>, found: &mut Audience) {
        if rule.receiver && value.kind() != Kind::Null {
            let name = value.as_str().map_or_else(|| value.source().to_owned(), |name| name.into_owned());
            if !name.is_empty() && !found.receivers.contains(&name) {
                found.receivers.push(name);
            }
        }
        match &rule.shape {
            Shape::List { items, .. } if value.kind() == Kind::Array => {
                if rule.messages {
                    found.messages += value.items().count();
                }
                value.items().for_each(|item| self.collect(self.rule(*items), item, found));
            }
            Shape::Object(object) => {
                let named = object.tag.as_ref().and_then(|tag| value.get(&tag.field)?.as_str());
                let variant = named.and_then(|named| object.variant(&named));
                for field in variant.map_or(&object.fields, |variant| &variant.fields) {
                    if let Some(value) = value.get(&field.name) {
                        self.collect(self.rule(field.rule), value, found);
                    }
                }
            }
            Shape::Either(rules) => {
                let meant = rules.iter().map(|id| self.rule(*id)).find(|rule| rule.shape.takes(value.kind()));
                if let Some(rule) = meant {
                    self.collect(rule, value, found);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;
    use crate::layer::json::Tree;

    fn audience(id: &str, values: &str) -> (Vec<String>, usize) {
        let tree = Tree::parse(values).expect("JSON");
        let Audience { receivers, messages } =
            catalog::find(id).expect("in the catalog").schema().audience(tree.root());
        (receivers, messages)
    }

    #[test]
    fn receivers_and_messages_are_read_wherever_they_stand() {
        let list = r#"{"to_wxid_list": [{"to_wxid": "a"}, {"to_wxid": "b"}, {"to_wxid": "a"}]}"#;
        assert_eq!(audience("gewe.send_msg", list), (vec!["a".into(), "b".into()], 3));
        let five = r#"{"wxid": "w", "target_wxid": "\u0052:1", "messages": [{}, {}, 3]}"#;
        assert_eq!(audience("yunzhenji.send_message", five), (vec!["R:1".into()], 3));
        let live = r#"{"data": {"conversation_id": "S:1_2"}}"#;
        assert_eq!(audience("xbot.send_live", live), (vec!["S:1_2".into()], 1));
        assert_eq!(audience("youmi.send_public_message", r#"{"ToUserName": "u"}"#), (vec!["u".into()], 1));
    }

    #[test]
    fn where_nobody_is_named_nobody_is_made_up() {
        for values in ["{}", "[]", "null", r#"{"target_wxid": null, "messages": {}}"#, r#"{"target_wxid": ""}"#] {
            assert_eq!(audience("yunzhenji.send_message", values), (vec![], 1), "{values}");
        }
        assert_eq!(audience("wecom.living_create", r#"{"anchor_userid": "z"}"#), (vec![], 1));
    }
}
