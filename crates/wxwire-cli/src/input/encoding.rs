//! The encoding of what was read: everything else reads UTF-8.

mod chinese;
mod decoded;
mod utf_8;

use encoding_rs::GB18030;
use wxwire::lang::{Lang, Words};

pub(super) use chinese::{is_chinese, is_of_gb2312};
pub use decoded::{decoded, whole};
pub(super) use utf_8::is_utf_8;

/// An encoding other than UTF-8.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Encoding {
    /// The low byte first.
    Utf16Le,
    /// The high byte first.
    Utf16Be,
    /// What Windows in Chinese writes; GBK and GB2312 are parts of it. Unsure where it could be another one's.
    Gb18030 { is_sure: bool },
    /// Several: lines in UTF-8, and others in GB18030 or UTF-16.
    Mixed,
    /// UTF-8 with so many places that are none.
    Damaged(usize),
    /// UTF-8 that somebody read as GBK, and wrote as UTF-8 again.
    Misread,
    /// Text in an encoding that cannot be told.
    Unknown,
}

pub(super) const MARK_LE: &[u8] = b"\xff\xfe";
const MARK_BE: &[u8] = b"\xfe\xff";

impl Encoding {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Gb18030 { .. } => "gb18030",
            Self::Mixed => "mixed",
            Self::Damaged(_) => "utf-8, damaged",
            Self::Misread => "utf-8, read as gbk",
            Self::Unknown => "unknown",
        }
    }

    /// Whether the text can be nothing else.
    pub fn is_sure(self) -> bool {
        !matches!(self, Self::Gb18030 { is_sure: false } | Self::Unknown)
    }

    /// Whether every character could be read.
    fn is_whole(self) -> bool {
        !matches!(self, Self::Damaged(_) | Self::Misread | Self::Unknown)
    }

    /// What was done with it, for a person.
    pub fn words(self, lang: Lang) -> String {
        let say = |words: Words| words.get(lang).to_owned();
        match self {
            Self::Utf16Le | Self::Utf16Be => say(Words::new("按 UTF-16 读取", "read as UTF-16")),
            Self::Gb18030 { is_sure: true } => say(Words::new("按 GB18030（GBK）读取", "read as GB18030 (GBK)")),
            Self::Gb18030 { is_sure: false } => {
                say(Words::new("可能是 GB18030（GBK），按它读取", "perhaps GB18030 (GBK), and read as such"))
            }
            Self::Mixed => say(Words::new(
                "混有几种编码，每行按它自己的编码读取",
                "in several encodings; each line is read as what it is in",
            )),
            Self::Damaged(places) => match lang {
                Lang::Zh => format!("UTF-8 有 {places} 处损坏，以 \u{fffd} 代替"),
                Lang::En => format!("UTF-8 with {places} broken places, which \u{fffd} stands for"),
            },
            Self::Misread => say(Words::new(
                "乱码：UTF-8 被当作 GBK 读过，已还原；其中的 ? 可能是丢失的字符",
                "garbled: UTF-8 that was read as GBK, and is read back; a ? in it may be a character that is lost",
            )),
            Self::Unknown => say(Words::new(
                "无法判断编码，读不出的字符以 \u{fffd} 代替",
                "in an encoding that cannot be told; \u{fffd} stands for what cannot be read",
            )),
        }
    }

    /// A text in this encoding, as it was read from; none where it cannot be written so.
    pub fn encode(self, text: &str, like: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Utf16Le => Some(with_mark(like, MARK_LE, text.encode_utf16().flat_map(u16::to_le_bytes))),
            Self::Utf16Be => Some(with_mark(like, MARK_BE, text.encode_utf16().flat_map(u16::to_be_bytes))),
            Self::Gb18030 { .. } => {
                let (bytes, _, is_lossy) = GB18030.encode(text);
                (!is_lossy).then(|| bytes.into_owned())
            }
            Self::Mixed | Self::Damaged(_) | Self::Misread | Self::Unknown => None,
        }
    }
}

fn with_mark(like: &[u8], mark: &[u8], bytes: impl Iterator<Item = u8>) -> Vec<u8> {
    let mark = if like.starts_with(mark) { mark } else { b"" };
    mark.iter().copied().chain(bytes).collect()
}
