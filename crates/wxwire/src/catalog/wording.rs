//! What people call the things that calls are about, where a call is called otherwise: other words for the same, and the kinds
//! of its values.

use crate::lang::Lang;
use crate::operation::Entry;
use crate::schema::Shape;

/// Words for the same thing, in small letters.
const SAME: [&[&str]; 26] = [
    &["文本", "文字", "text"],
    &["图片", "图像", "照片", "image", "picture", "photo", "img"],
    &["语音", "声音", "voice", "audio"],
    &["视频", "video"],
    &["文件", "附件", "file", "attachment"],
    &["链接", "网页卡片", "link"],
    &["名片", "name card", "namecard"],
    &["小程序", "mini program", "miniprogram", "miniapp", "mini_program", "applet"],
    &["表情", "emoji", "sticker"],
    &["撤回", "recall", "revoke"],
    &["转发", "forward"],
    &["群聊", "微信群", "room", "group chat", "chatroom"],
    &["好友", "联系人", "friend", "contact"],
    &["客户", "外部联系人", "customer", "external contact"],
    &["部门", "department"],
    &["成员", "员工", "member", "staff"],
    &["标签", "tag", "label"],
    &["朋友圈", "moments", "sns"],
    &["视频号", "channels", "finder"],
    &["收藏", "favorites", "favourites"],
    &["机器人", "robot", "bot"],
    &["上传", "upload"],
    &["下载", "download"],
    &["登录", "扫码", "login", "log in"],
    &["日程", "schedule", "calendar"],
    &["直播", "live", "living"],
];

/// The other words for what a text, in small letters, speaks of; blanks between them.
pub(super) fn others(text: &str) -> String {
    let spoken_of = SAME.iter().filter(|same| same.iter().any(|word| text.contains(word)));
    let others = spoken_of.flat_map(|same| same.iter().copied()).filter(|word| !text.contains(word));
    others.collect::<Vec<_>>().join(" ")
}

/// What the kinds of a call's values are called, in both languages.
pub(super) fn kinds(entry: &Entry) -> Vec<&str> {
    let Shape::Object(object) = &entry.schema().root().shape else { return vec![] };
    let kinds = object.tag.iter().flat_map(|tag| &tag.variants);
    kinds.flat_map(|kind| [kind.docs.title(Lang::Zh), kind.docs.title(Lang::En)]).collect()
}

/// The parts of a word that is written without white space, as Chinese is: known words, and each sign between them. None of any
/// other.
pub(super) fn parts(word: &str) -> Option<Vec<&str>> {
    let is_chinese = |char: char| matches!(char, '\u{4e00}'..='\u{9fff}');
    if !word.contains(is_chinese) {
        return None;
    }
    let (mut parts, mut rest) = (Vec::new(), word);
    while let Some(first) = rest.chars().next() {
        let known = SAME.iter().flat_map(|same| same.iter()).filter(|known| rest.starts_with(**known));
        let known = known.map(|known| known.len()).max();
        // What is no Chinese stays one word.
        let letters = rest.find(is_chinese).unwrap_or(rest.len());
        let length = known.unwrap_or(if letters > 0 { letters } else { first.len_utf8() });
        parts.push(&rest[..length]);
        rest = &rest[length..];
    }
    (parts.len() > 1).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_white_space_are_parted() {
        assert_eq!(parts("发文字"), Some(vec!["发", "文字"]));
        assert_eq!(parts("wecom上传视频号"), Some(vec!["wecom", "上传", "视频号"]));
        assert_eq!(parts("图片"), None);
        assert_eq!(parts("send"), None);
    }

    #[test]
    fn each_word_stands_for_one_thing() {
        let all: Vec<_> = SAME.iter().flat_map(|same| same.iter()).collect();
        assert!(all.iter().all(|word| all.iter().filter(|other| other == &word).count() == 1));
        assert_eq!(others("发送文本"), "文字 text");
        assert_eq!(others("access_token"), "");
    }
}
