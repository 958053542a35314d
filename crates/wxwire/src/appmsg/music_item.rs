//! Type 92: music, in its newer form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::{Str, elements};

/// Music, in its newer form.
///
/// 音乐（新版）。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct MusicItem {
    /// The music.
    ///
    /// 音乐信息。
    #[serde(rename = "musicShareItem")]
    pub music_share_item: Option<MusicShareItem>,
}

elements! {
    /// What is known of the music.
    ///
    /// 音乐信息。
    pub struct MusicShareItem {
        /// How long it plays. 0 in the sample.
        ///
        /// 时长。样本中为 0。
        #[serde(rename = "musicDuration")]
        pub music_duration: Option<Str>,
    }
}
