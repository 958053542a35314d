//! A message from a group robot (群机器人) to the group that it is in.

mod content;

pub use content::{Article, Image, Markdown, MarkdownV2, News, Text, Uploaded};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::template_card::{self, NoticeCard};
use super::{Ack, WEBHOOK_KEY, Wecom};
use crate::credential::Credential;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Rate};
use crate::problem::{Code, Problem, Severity, Source};

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

    /// Only text mentions by lists; the second Markdown has neither colours nor mentions; a picture is JPG or PNG.
    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        for name in ["markdown", "markdown_v2"] {
            let lists = ["mentioned_list", "mentioned_mobile_list"];
            let hint = if name == "markdown" { "<@userid>" } else { "msgtype text" };
            for list in lists.iter().filter_map(|list| values.get(name)?.get(list)) {
                problems.push(ignored(list, hint));
            }
        }
        if let Some(content) = values.get("markdown_v2").and_then(|markdown| markdown.get("content")) {
            let text = content.as_str().unwrap_or_default();
            let marks = ["<font", "<@"].into_iter().filter(|mark| text.contains(mark));
            problems.extend(marks.map(|mark| ignored(content, mark)));
        }
        let picture = values.get("image").and_then(|image| image.get("base64"));
        // How JPG and PNG begin, in base64.
        let is_picture = |text: &str| text.starts_with("/9j/") || text.starts_with("iVBORw0KGgo");
        if let Some(picture) = picture.filter(|base64| base64.as_str().is_some_and(|text| !is_picture(&text))) {
            let problem = Problem::new(Code::WrongForm).expected("JPG | PNG").found(picture.inner());
            problems.push(problem.on(picture).source(Source::Documented).severity(Severity::Warning));
        }
        template_card::check_in(values, problems);
    }
}

fn ignored(value: Value<'_>, hint: &str) -> Problem {
    Problem::new(Code::Ignored).expected(hint).on(value).source(Source::Documented)
}

/// A picture of one pixel, and its MD5.
pub(super) const PICTURE: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==";
pub(super) const PICTURE_MD5: &str = "e3fba4236594d6eed0bd88c69bb66644";

#[cfg(test)]
mod tests;
