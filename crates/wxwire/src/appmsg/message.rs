//! The XML of messages that hold no `<appmsg>`: pictures, voices, cards, notices, and what stands beside a message.

use crate::kinds::{Kind, Kinds};
use crate::layer::xml::Element;

static KINDS: Kinds = Kinds::new("message", include_str!("../../callbacks/message.json"));

/// What kind of message an element is, where it is one by itself: its name, or what stands in it, tells.
pub(crate) fn message(element: Element<'_>) -> Option<&'static Kind> {
    let key = match element.name() {
        "msg" => {
            match ["img", "voicemsg", "videomsg", "emoji", "location"].iter().find(|name| element.child(name).is_some())
            {
                Some(name) => format!("msg {name}"),
                None if has(element, &["encryptusername", "ticket"]) => "msg friend".to_owned(),
                None if has(element, &["username", "nickname"]) => "msg card".to_owned(),
                None => return None,
            }
        }
        "sysmsg" => format!("sysmsg {}", element.attribute("type").unwrap_or_default()),
        "msgsource" => "msgsource".to_owned(),
        _ => return None,
    };
    KINDS.find(&key)
}

/// Its kinds, as a member of what is written for those who do not ask types.
pub(crate) fn messages_to_json() -> String {
    KINDS.to_json()
}

fn has(element: Element<'_>, attributes: &[&str]) -> bool {
    attributes.iter().all(|name| element.attribute(name).is_some())
}
