//! A message of each kind.

use super::{Content, MessageSend};
use crate::lang::Words;
use crate::operation::Example;
use crate::wecom::content::{
    InteractiveTaskcard, Markdown, TaskButton, TemplateItem, TemplateMiniprogram, TemplateMsg, samples,
};
use crate::wecom::template_card;

pub(super) fn examples() -> Vec<Example<MessageSend>> {
    let markdown = Markdown {
        content: "您的会议室已经预定\n>**事项详情**\n>地点：<font color=\"info\">3 楼会议室</font>".into(),
    };
    let mut examples = vec![
        example("text", Words::new("文本", "Text"), Content::Text { text: samples::text() }),
        example("image", Words::new("图片", "A picture"), Content::Image { image: samples::media() }),
        example("voice", Words::new("语音", "Voice"), Content::Voice { voice: samples::media() }),
        example("video", Words::new("视频", "A video"), Content::Video { video: samples::video() }),
        example("file", Words::new("文件", "A file"), Content::File { file: samples::media() }),
        example(
            "textcard",
            Words::new("文本卡片", "A card of text"),
            Content::Textcard { textcard: samples::textcard() },
        ),
        example("news", Words::new("图文", "Articles that lead to a page"), Content::News { news: samples::news() }),
        example(
            "mpnews",
            Words::new("图文（mpnews）", "Articles that WeCom keeps"),
            Content::Mpnews { mpnews: samples::mpnews() },
        ),
        example("markdown", Words::new("Markdown", "Markdown"), Content::Markdown { markdown }),
        example(
            "miniprogram_notice",
            Words::new("小程序通知", "A notice of a mini program"),
            Content::MiniprogramNotice { miniprogram_notice: samples::miniprogram_notice() },
        ),
    ];
    examples.extend(
        template_card::of_apps()
            .map(|(name, title, card)| example(name, title, Content::TemplateCard { template_card: Box::new(card) })),
    );
    examples.extend(observed());
    if let Some(text) = examples.first().map(|text| text.values.clone()) {
        let values = MessageSend {
            touser: Some("UserID1|UserID2|UserID3".into()),
            toparty: Some("1|2".into()),
            totag: Some("3|4".into()),
            safe: Some(0),
            enable_id_trans: Some(0),
            enable_duplicate_check: Some(1),
            duplicate_check_interval: Some(1800),
            ..text
        };
        let title = Words::new("多个接收者，并检查重复", "Many receivers, and a repeat is refused");
        examples.push(Example::new("every_member", title, values));
    }
    examples
}

fn observed() -> [Example<MessageSend>; 2] {
    let button = |key: &str, name: &str| TaskButton { key: key.into(), name: name.into(), ..TaskButton::default() };
    let interactive_taskcard = InteractiveTaskcard {
        title: "李小红的礼物申请".into(),
        description: "礼品：A31茶具套装".into(),
        url: "https://example.com/page".into(),
        task_id: "taskid123".into(),
        btn: vec![
            TaskButton { color: Some("red".into()), is_bold: Some(true), ..button("key111", "批准") },
            button("key222", "驳回"),
        ],
    };
    let template_msg = TemplateMsg {
        template_id: "TEMPLATE_ID".into(),
        url: Some("https://example.com/page".into()),
        miniprogram: Some(TemplateMiniprogram { appid: "APPID".into(), pagepath: "/index.html".into() }),
        content_item: vec![TemplateItem { key: "会议室".into(), value: "402".into() }],
    };
    let mut ticketed = example(
        "template_msg",
        Words::new("模板消息", "A message after a template"),
        Content::TemplateMsg { template_msg },
    );
    ticketed.values.selected_ticket_list = vec!["TICKET".into()];
    let title = Words::new("交互型任务卡片", "A task card with buttons");
    [example("interactive_taskcard", title, Content::InteractiveTaskcard { interactive_taskcard }), ticketed]
}

fn example(name: &'static str, title: Words, content: Content) -> Example<MessageSend> {
    let values = MessageSend {
        touser: Some("zhangsan".into()),
        toparty: None,
        totag: None,
        agentid: 1_000_002,
        content,
        safe: None,
        enable_id_trans: None,
        enable_duplicate_check: None,
        duplicate_check_interval: None,
        selected_ticket_list: vec![],
    };
    Example::new(name, title, values)
}
