//! What the numbers in some places mean. Observed, so nothing is refused by them.

use crate::lang::Words;

/// What a number at the end of a path means.
pub(crate) fn number(path: &str, value: &str) -> Option<Words> {
    let value: u32 = value.trim().parse().ok()?;
    let (_, table) = PLACES.iter().find(|(place, _)| stands_at(path, place))?;
    table.iter().find(|(number, _)| *number == value).map(|(_, words)| *words)
}

/// Whether what stands at the end of a path is a moment, in Unix seconds.
pub(crate) fn is_moment(path: &str) -> bool {
    stands_at(path, "solitaire/content/i/t")
}

/// Whether a path ends with these steps, whichever of several each is.
fn stands_at(path: &str, place: &str) -> bool {
    // Nearly always the last sign tells, unless it is that of a twin.
    let last = path.as_bytes().last();
    if last != place.as_bytes().last() && last != Some(&b']') {
        return false;
    }
    let steps = path.rsplit('/').map(|step| step.split('[').next().unwrap_or_default());
    let mut wanted = place.rsplit('/').peekable();
    for step in steps {
        match wanted.next() {
            // The first of them begins a layer as well as it stands in one.
            Some(name) if step == name || wanted.peek().is_none() && step.ends_with(name) => {}
            Some(_) => return false,
            None => break,
        }
        if wanted.peek().is_none() {
            return true;
        }
    }
    false
}

type Table = &'static [(u32, Words)];

const PLACES: [(&str, Table); 3] =
    [("dataitem/@datatype", &DATA_TYPES), ("refermsg/type", &MESSAGE_TYPES), ("wcpayinfo/paysubtype", &PAYMENTS)];

const DATA_TYPES: [(u32, Words); 11] = [
    (1, Words::new("文本", "text")),
    (2, Words::new("图片", "a picture")),
    (4, Words::new("视频", "a video")),
    (5, Words::new("链接", "a link")),
    (6, Words::new("位置", "a location")),
    (8, Words::new("文件", "a file")),
    (17, Words::new("聊天记录", "a record")),
    (22, Words::new("视频号", "a channels video")),
    (23, Words::new("视频号直播", "a channels live")),
    (32, Words::new("音乐", "music")),
    (37, Words::new("表情", "an emoji")),
];

const MESSAGE_TYPES: [(u32, Words); 6] = [
    (1, Words::new("文本", "text")),
    (3, Words::new("图片", "a picture")),
    (34, Words::new("语音", "a voice message")),
    (43, Words::new("视频", "a video")),
    (47, Words::new("表情", "an emoji")),
    (49, Words::new("appmsg", "an appmsg")),
];

const PAYMENTS: [(u32, Words); 5] = [
    (1, Words::new("已发出", "sent")),
    (3, Words::new("已收款", "received")),
    (4, Words::new("已退还", "returned")),
    (5, Words::new("已收款", "received")),
    (7, Words::new("已发出", "sent")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_means_something_in_its_place_alone() {
        let says = |path: &str, value: &str| number(path, value).map(|words| words.en);
        assert_eq!(says("/x!xml/recordinfo/datalist/dataitem[2]/@datatype", "17"), Some("a record"));
        assert_eq!(says("!xml/msg/appmsg/refermsg/type", "3"), Some("a picture"));
        assert_eq!(says("!xml/refermsg/type", "49"), Some("an appmsg"));
        assert_eq!(says("!xml/msg/appmsg/wcpayinfo/paysubtype", " 4 "), Some("returned"));
        for (path, value) in [("!xml/msg/appmsg/type", "3"), ("!xml/refermsg/type", "99"), ("/type", "3"), ("", "3")] {
            assert_eq!(says(path, value), None, "{path}");
        }
        assert!(is_moment("/a!xml/solitaire/content/i[3]/t") && !is_moment("/a!xml/content/i/t"));
    }
}
