//! Type 3: music.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppMsg, Shell};
use crate::layer::xml::typed::{Other, Str};

/// Music.
///
/// 音乐。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Music {
    /// The song.
    ///
    /// 歌名。
    pub title: Option<Str>,
    /// The singer.
    ///
    /// 歌手。
    pub des: Option<Str>,
    /// What every type has.
    #[serde(flatten)]
    pub shell: Shell,
    /// The address of the album's cover.
    ///
    /// 专辑封面地址。
    pub songalbumurl: Option<Str>,
    /// The lyrics.
    ///
    /// 歌词。
    pub songlyric: Option<Str>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<Music> for AppMsg {
    fn from(message: Music) -> Self {
        Self::Music(message)
    }
}
