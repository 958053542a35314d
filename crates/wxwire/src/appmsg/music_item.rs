//! Type 92: music, in its newer form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppMsg, Shell};
use crate::layer::xml::typed::{Other, Str};

/// Music, in its newer form.
///
/// 音乐（新版）。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct MusicItem {
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
    /// The music.
    ///
    /// 音乐信息。
    #[serde(rename = "musicShareItem")]
    pub music_share_item: Option<MusicShareItem>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

/// What is known of the music.
///
/// 音乐信息。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct MusicShareItem {
    /// How long it plays. 0 in the sample.
    ///
    /// 时长。样本中为 0。
    #[serde(rename = "musicDuration")]
    pub music_duration: Option<Str>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<MusicItem> for AppMsg {
    fn from(message: MusicItem) -> Self {
        Self::MusicItem(message)
    }
}
