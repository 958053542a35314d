//! What bytes were read from, as `decode.js` names it: packings and encodings, the outermost first.

use maud::{Markup, html};
use wxwire::lang::{Lang, Words};

use crate::words;

/// Says it, where there is anything to say.
pub(crate) fn note(names: &str, lang: Lang) -> Markup {
    let known: Vec<Words> = names.split_whitespace().filter_map(words_of).collect();
    html! {
        @if !known.is_empty() {
            p.read-as.help data-read=(names) {
                (words::READ_AS.get(lang)) " "
                @for (at, name) in known.iter().enumerate() { @if at > 0 { " → " } strong { (name.get(lang)) } }
            }
        }
    }
}

fn words_of(name: &str) -> Option<Words> {
    Some(match name {
        "gzip" => Words::new("gzip", "gzip"),
        "deflate" => Words::new("deflate", "deflate"),
        "base64" => Words::new("base64", "base64"),
        "utf-8" => Words::new("UTF-8 文本", "UTF-8 text"),
        "utf-16le" => Words::new("UTF-16（小端）文本", "UTF-16 text, low byte first"),
        "utf-16be" => Words::new("UTF-16（大端）文本", "UTF-16 text, high byte first"),
        "gb18030" => Words::new("GBK/GB18030 文本", "GBK/GB18030 text"),
        "gb18030?" => Words::new(
            "可能是 GBK/GB18030 文本；字数太少，不能确定",
            "perhaps GBK/GB18030 text; too little of it to be sure",
        ),
        "utf-8!" => Words::new(
            "有损坏的 UTF-8 文本，读不出的字节以 \u{fffd} 代替",
            "damaged UTF-8 text; \u{fffd} stands for what cannot be read",
        ),
        "misread" => Words::new(
            "乱码：UTF-8 被当作 GBK 读过，已还原；其中的 ? 可能是丢失的字符",
            "garbled: UTF-8 that was read as GBK, and is read back; a ? in it may be a character that is lost",
        ),
        "bytes" => Words::new("二进制", "bytes that are no text"),
        "cut" => Words::new("超出上限，没有全部读取", "more than is read, so not all of it"),
        _ => return None,
    })
}
