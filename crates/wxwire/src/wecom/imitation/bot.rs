//! What WeCom's mock sends to an AI bot by itself: messages, and the question how a stream goes on.

use serde_json::json;

use crate::imitation::Mock;
use crate::layer::json::{Kind, Tree};

/// A message from a chat of two or from a group, in turn.
pub(super) fn of_its_own(number: u64, mock: &mut Mock) -> String {
    let mut message = json!({
        "msgid": mock.letters(24), "aibotid": "aibMOCK", "chattype": "single", "from": {"userid": "zhangsan"},
        "response_url": format!("https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code={}", mock.letters(24)),
        "msgtype": "text", "text": {"content": format!("第 {number} 条")},
    });
    if number % 8 == 3 {
        message["chattype"] = "group".into();
        message["chatid"] = "wrMOCK".into();
    }
    message.to_string()
}

/// As long as a stream that a bot answered with is not finished, it is asked how it goes on.
pub(super) fn follow(callback: &[u8], reply: &[u8], mock: &mut Mock) -> Option<String> {
    let reply = Tree::read(reply).ok()?;
    let stream = reply.root().get("stream")?;
    let is_finished = stream.get("finish").is_some_and(|finish| finish.source() == "true");
    let id = stream.get("id")?.as_str()?;
    if is_finished {
        return None;
    }
    let asked = Tree::read(callback).ok()?;
    let mut next = json!({"msgid": mock.letters(24), "msgtype": "stream", "stream": {"id": id}});
    for name in ["aibotid", "chattype", "chatid"] {
        if let Some(value) = asked.root().get(name).filter(|value| value.kind() == Kind::String) {
            next[name] = value.as_str()?.into();
        }
    }
    let user = asked.root().get("from")?.get("userid")?.as_str()?.into_owned();
    next["from"] = json!({"userid": user});
    Some(next.to_string())
}
