//! Whose an id is, told by its form.

use crate::lang::Words;

/// What an id is the id of, as far as its form tells.
pub(super) fn is(id: &str) -> Option<Words> {
    if id.len() > 100 {
        return None;
    }
    let digits = |text: &str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_digit());
    // Keys of files begin with an id, too, and go on behind it.
    let plain = |rest: &str| (6..=32).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let words = match id {
        _ if id.ends_with("@chatroom") => Words::new("微信群", "a WeChat room"),
        _ if id.starts_with("gh_") && id.ends_with("@app") => Words::new("小程序", "a mini program"),
        _ if id.starts_with("gh_") => Words::new("公众号", "an official account"),
        _ if id.starts_with("v2_") && id.ends_with("@finder") => Words::new("视频号", "a channels account"),
        _ if id.ends_with("@openim") => Words::new("企业微信联系人", "a WeCom contact"),
        _ if id.strip_prefix("wxid_").is_some_and(plain) => Words::new("微信用户", "a WeChat user"),
        _ if id.starts_with("S:") && id.contains('_') => Words::new("单聊", "a private chat"),
        _ if id.starts_with("R:") => Words::new("群聊", "a room"),
        // Concluded from samples: the prefixes are documented, their meaning is not.
        _ if digits(id) && id.starts_with("1688") => Words::new("企业微信成员（推断）", "a WeCom member (inferred)"),
        _ if digits(id) && id.starts_with("7881") => Words::new("外部联系人（推断）", "an external contact (inferred)"),
        _ => return None,
    };
    (!id.contains(|char: char| char.is_whitespace() || char == '<')).then_some(words)
}
