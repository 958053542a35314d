//! What every type of `<appmsg>` has: most of it empty, in most of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppAttach, ExtInfo, TYPES};
use crate::lang::Words;
use crate::layer::xml::typed::Str;

/// The elements that every type has.
///
/// 各类消息共有的元素。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Shell {
    /// The title. The heading of the card.
    ///
    /// 标题。卡片上的大字。
    pub title: Option<Str>,
    /// The description. The small print of the card.
    ///
    /// 描述。卡片上的小字。
    pub des: Option<Str>,
    /// The app that shares it. An id `wx…` of the open platform; empty in WeChat's own messages.
    ///
    /// 分享来源应用。开放平台的 `wx…`；微信自身的消息为空。
    #[serde(rename = "@appid")]
    pub appid: Option<Str>,
    /// The version of the app's SDK. 0 in WeChat's own messages.
    ///
    /// SDK 版本。微信自身的消息为 0。
    #[serde(rename = "@sdkver")]
    pub sdkver: Option<Str>,
    /// The action. `view` or empty in samples.
    ///
    /// 动作。样本中为 `view` 或空。
    pub action: Option<Str>,
    /// The type. It alone says what the message is.
    ///
    /// 消息类型。只由它决定这是什么消息。
    #[serde(rename = "type", default)]
    #[schemars(schema_with = "types")]
    pub kind: Option<Str>,
    /// How it is shown. 0 in samples.
    ///
    /// 展示方式。样本中为 0。
    pub showtype: Option<Str>,
    /// The sound type. 0 in samples.
    ///
    /// 声音类型。样本中为 0。
    pub soundtype: Option<Str>,
    /// The media tag. Empty in samples.
    ///
    /// 媒体标签。样本中为空。
    pub mediatagname: Option<Str>,
    /// The message's extension. Empty in samples.
    ///
    /// 消息附加内容。样本中为空。
    pub messageext: Option<Str>,
    /// The message's action. Empty in samples.
    ///
    /// 消息动作。样本中为空。
    pub messageaction: Option<Str>,
    /// The content. Empty in samples.
    ///
    /// 内容。样本中为空。
    pub content: Option<Str>,
    /// The content's attribute. 0 in samples.
    ///
    /// 内容属性。样本中为 0。
    pub contentattr: Option<Str>,
    /// The address. The page that the card opens.
    ///
    /// 链接地址。点击卡片打开的页面。
    pub url: Option<Str>,
    /// The low address. Of music, the audio.
    ///
    /// 低流量地址。音乐消息中为音频文件。
    pub lowurl: Option<Str>,
    /// The address of the data. Of music, the audio itself.
    ///
    /// 数据地址。音乐消息中为音频文件。
    pub dataurl: Option<Str>,
    /// The low address of the data.
    ///
    /// 低流量数据地址。
    pub lowdataurl: Option<Str>,
    /// The attachment. The file, and the picture of the card.
    ///
    /// 附件。文件本身和卡片封面。
    pub appattach: Option<AppAttach>,
    /// Extra information. Holds the list of a group relay.
    ///
    /// 扩展信息。群接龙的名单在这里。
    pub extinfo: Option<ExtInfo>,
    /// The source's account. `gh_…`, of a mini program `gh_…@app`.
    ///
    /// 来源账号。公众号 `gh_…`，小程序 `gh_…@app`。
    pub sourceusername: Option<Str>,
    /// The source's name. The account or mini program that it comes from.
    ///
    /// 来源名称。公众号或小程序的名称。
    pub sourcedisplayname: Option<Str>,
    /// The address of the picture.
    ///
    /// 封面图地址。
    pub thumburl: Option<Str>,
    /// The MD5. Of the file or the picture, in hexadecimal.
    ///
    /// MD5。文件或封面图的，十六进制。
    pub md5: Option<Str>,
    /// Statistics. Base64 of a protobuf, or empty.
    ///
    /// 统计信息。protobuf 的 base64，或为空。
    pub statextstr: Option<Str>,
}

/// The types that have a name.
fn types(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let one = |kind: &super::Kind| {
        let Words { zh, en } = kind.words();
        let docs = format!("{en}.\n\n{zh}。");
        serde_json::json!({"type": "string", "const": kind.number.to_string(), "description": docs})
    };
    schemars::json_schema!({"oneOf": TYPES.iter().map(one).collect::<Vec<_>>()})
}
