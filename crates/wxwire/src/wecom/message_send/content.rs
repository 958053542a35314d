//! The kinds of an app's message.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::wecom::content::{
    InteractiveTaskcard, Markdown, Media, MiniprogramNotice, Mpnews, News, TemplateMsg, Text, Textcard, Video,
};
use crate::wecom::template_card::TemplateCard;

/// What a message holds, by its kind. · 消息内容，按类型区分。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Content {
    /// Text · 文本
    Text { text: Text },
    /// A picture · 图片
    Image { image: Media },
    /// Voice, AMR, at most 60 seconds · 语音，AMR，最长 60 秒
    Voice { voice: Media },
    /// A video · 视频
    Video { video: Video },
    /// A file · 文件
    File { file: Media },
    /// A card of text · 文本卡片
    Textcard { textcard: Textcard },
    /// Articles that lead to a page · 图文
    News { news: News },
    /// Articles that WeCom keeps itself · 图文（存储在企业微信）
    Mpnews { mpnews: Mpnews },
    /// Markdown · Markdown
    Markdown { markdown: Markdown },
    /// A notice of a mini program · 小程序通知
    MiniprogramNotice { miniprogram_notice: MiniprogramNotice },
    /// A template card · 模板卡片
    TemplateCard { template_card: Box<TemplateCard> },
    /// A card with buttons; a client has it, the vendor's page does not · 交互型任务卡片；见于客户端代码，文档没有说明
    InteractiveTaskcard { interactive_taskcard: InteractiveTaskcard },
    /// A message after a template; a client has it, the vendor's page does not · 模板消息；见于客户端代码，文档没有说明
    TemplateMsg { template_msg: TemplateMsg },
}
