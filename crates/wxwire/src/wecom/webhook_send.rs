//! A message from a group robot (群机器人) to the group that it is in.

mod content;
mod rules;

pub use content::{Article, Image, Markdown, MarkdownV2, News, Text, Uploaded};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::template_card::{self, NoticeCard};
use super::{Ack, WEBHOOK_KEY, Wecom};
use crate::credential::Credential;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Rate};
use crate::problem::Problem;

/// Sends a message to the robot's group. · 向机器人所在的群发送消息。
#[cfg_attr(doc, doc = "", doc = "On the wire, `msgtype` says which it is, in small letters.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum WebhookSend {
    /// Text · 文本
    Text { text: Text },
    /// Markdown · Markdown
    Markdown { markdown: Markdown },
    /// Markdown, the second version · Markdown v2
    MarkdownV2 { markdown_v2: MarkdownV2 },
    /// A picture · 图片
    Image { image: Image },
    /// Articles · 图文
    News { news: News },
    /// A file · 文件
    File { file: Uploaded },
    /// Voice · 语音
    Voice { voice: Uploaded },
    /// A template card · 模板卡片
    TemplateCard { template_card: Box<NoticeCard> },
}

impl Operation for WebhookSend {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.webhook_send";
    const TITLE: Words = Words::new("群机器人发送消息", "Send as a group robot");
    const PATH: &str = "/cgi-bin/webhook/send";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/91770";
    const REPLY: &str = super::ACK;
    const CREDENTIALS: &[Credential] = &[WEBHOOK_KEY];
    const RATES: &[Rate] = &[Rate { times: 20, seconds: 60, per: Words::new("每个机器人", "robot") }];

    fn examples() -> Vec<Example<Self>> {
        let text = Text { content: "广州今日天气：29度".into(), ..Text::default() };
        let mention = Text {
            content: "广州今日天气：29度，大部分多云，降雨概率：60%".into(),
            mentioned_list: vec!["wangqing".into(), "@all".into()],
            mentioned_mobile_list: vec!["13800000000".into(), "@all".into()],
        };
        let markdown = Markdown {
            content: "实时新增用户反馈<font color=\"warning\">132例</font>，请相关同事注意。\n>类型:<font color=\"comment\">用户反馈</font>".into(),
        };
        let markdown_v2 =
            MarkdownV2 { content: "# 一周数据\n| 渠道 | 反馈 |\n| :--- | ---: |\n| 网页 | 117 |".into() };
        let image = Image { base64: PICTURE.into(), md5: PICTURE_MD5.into() };
        let article = Article {
            title: "中秋节礼品领取".into(),
            description: Some("今年中秋节公司有豪礼相送".into()),
            url: "https://example.com/page".into(),
            picurl: Some("https://example.com/picture.png".into()),
        };
        let media = || Uploaded { media_id: "3a8asd892asd8asd".into() };
        let mut examples = vec![
            Example::new("text", Words::new("文本", "Text"), Self::Text { text }),
            Example::new(
                "mention",
                Words::new("文本并提醒成员", "Text that mentions members"),
                Self::Text { text: mention },
            ),
            Example::new("markdown", Words::new("Markdown", "Markdown"), Self::Markdown { markdown }),
            Example::new(
                "markdown_v2",
                Words::new("Markdown v2", "Markdown, the second version"),
                Self::MarkdownV2 { markdown_v2 },
            ),
            Example::new("image", Words::new("图片", "A picture"), Self::Image { image }),
            Example::new(
                "news",
                Words::new("图文", "An article"),
                Self::News { news: News { articles: vec![article] } },
            ),
            Example::new("file", Words::new("文件", "A file"), Self::File { file: media() }),
            Example::new("voice", Words::new("语音", "Voice"), Self::Voice { voice: media() }),
        ];
        examples.extend(template_card::of_robots().map(|(name, title, card)| {
            Example::new(name, title, Self::TemplateCard { template_card: Box::new(card) })
        }));
        examples
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        rules::check(values, problems);
        template_card::check_in(values, problems);
    }
}

/// A picture of one pixel, and its MD5.
pub(super) const PICTURE: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==";
pub(super) const PICTURE_MD5: &str = "e3fba4236594d6eed0bd88c69bb66644";

#[cfg(test)]
mod tests;
