//! [应用推送消息到群聊会话](https://developer.work.weixin.qq.com/document/path/90248): a message of an app to a group chat that
//! an app made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::content::{self, Media, Mpnews, News, Textcard, Video, samples};
use super::{Ack, Wecom, number};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Rate};
use crate::problem::Problem;

/// Sends a message of an app to a group chat.
///
/// 以应用的身份向群聊发送消息。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct AppchatSend {
    /// The group chat. · 群聊 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-receiver" = true))]
    pub chatid: String,
    /// What it holds. · 消息内容。
    #[serde(flatten)]
    pub content: AppchatContent,
    /// Whether it is confidential. No if absent. · 是否保密。默认否。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::safe")]
    pub safe: Option<i64>,
}

/// What a message to a group chat holds, by its kind. · 群聊消息的内容，按类型区分。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum AppchatContent {
    /// Text · 文本
    Text { text: AppchatText },
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
    Markdown { markdown: AppchatMarkdown },
}

/// Text for a group chat. · 群聊文本内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct AppchatText {
    /// The text. · 文本。
    #[schemars(extend("maxBytes" = 2048))]
    pub content: String,
    /// Whom to mention, by userid. A client has it. · 要提醒的成员的 userid。见于客户端代码。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub mentioned_list: Vec<String>,
    /// Whom to mention, by telephone number. A client has it. · 要提醒的成员的手机号。见于客户端代码。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub mentioned_mobile_list: Vec<String>,
}

/// Markdown for a group chat. · 群聊 Markdown 内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct AppchatMarkdown {
    /// The Markdown. How long it may be is not known. · Markdown。长度限制文档没有说明。
    pub content: String,
    /// Whom to mention, by userid. A client has it. · 要提醒的成员的 userid。见于客户端代码。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub mentioned_list: Vec<String>,
    /// Whom to mention, by telephone number. A client has it. · 要提醒的成员的手机号。见于客户端代码。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub mentioned_mobile_list: Vec<String>,
}

impl Operation for AppchatSend {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.appchat_send";
    const TITLE: Words = Words::new("应用推送消息到群聊会话", "Send a message to a group chat");
    const PATH: &str = "/cgi-bin/appchat/send";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/90248";
    const REPLY: &str = super::ACK;
    // What a member gets beyond 200 or 10,000 is dropped without an error.
    const RATES: &[Rate] = &[
        Rate {
            times: 200,
            seconds: 60,
            per: Words::new("每个成员，超出的不报错", "member; more is dropped, without an error"),
        },
        Rate {
            times: 10_000,
            seconds: 86_400,
            per: Words::new("每个成员，超出的不报错", "member; more is dropped, without an error"),
        },
        Rate { times: 20_000, seconds: 60, per: Words::new("每个企业（人次）", "company, by receivers") },
    ];

    fn examples() -> Vec<Example<Self>> {
        let to = |name, title, content| {
            Example::new(name, title, Self { chatid: "project2024".into(), content, safe: None })
        };
        let text = AppchatText { content: "今天 18:00 例会。".into(), ..AppchatText::default() };
        let content = "**例会**\n>地点：<font color=\"info\">3 楼会议室</font>".into();
        let markdown = AppchatMarkdown { content, ..AppchatMarkdown::default() };
        let mut examples = vec![
            to("text", Words::new("文本", "Text"), AppchatContent::Text { text }),
            to("image", Words::new("图片", "A picture"), AppchatContent::Image { image: samples::media() }),
            to("voice", Words::new("语音", "Voice"), AppchatContent::Voice { voice: samples::media() }),
            to("video", Words::new("视频", "A video"), AppchatContent::Video { video: samples::video() }),
            to("file", Words::new("文件", "A file"), AppchatContent::File { file: samples::media() }),
            to(
                "textcard",
                Words::new("文本卡片", "A card of text"),
                AppchatContent::Textcard { textcard: samples::textcard() },
            ),
            to(
                "news",
                Words::new("图文", "Articles that lead to a page"),
                AppchatContent::News { news: samples::news() },
            ),
            to(
                "mpnews",
                Words::new("图文（mpnews）", "Articles that WeCom keeps"),
                AppchatContent::Mpnews { mpnews: samples::mpnews() },
            ),
            to("markdown", Words::new("Markdown", "Markdown"), AppchatContent::Markdown { markdown }),
        ];
        if let Some(text) = examples.first_mut() {
            text.values.safe = Some(0);
        }
        examples
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        content::check(values, problems);
    }
}
