//! Type 3: music.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::Str;

/// Music.
///
/// 音乐。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Music {
    /// The address of the album's cover.
    ///
    /// 专辑封面地址。
    pub songalbumurl: Option<Str>,
    /// The lyrics.
    ///
    /// 歌词。
    pub songlyric: Option<Str>,
}
