//! A message of each kind.

use super::{
    BusinessCard, CaLink, Click, KfContent, KfSendMsg, KfText, KfVideo, Link, Location, MenuItem, MenuMiniprogram,
    MenuText, Miniprogram, Msgmenu, View,
};
use crate::lang::Words;
use crate::operation::Example;
use crate::wecom::content::samples::media;

pub(super) fn examples() -> Vec<Example<KfSendMsg>> {
    let text = KfText { content: "您好，请问有什么可以帮您？".into() };
    let video = KfVideo { media_id: "MEDIA_ID".into(), ..KfVideo::default() };
    let link = Link {
        title: "使用说明".into(),
        desc: Some("三步开始使用".into()),
        url: "https://example.com/page".into(),
        thumb_media_id: "MEDIA_ID".into(),
    };
    let miniprogram = Miniprogram {
        appid: "APPID".into(),
        title: "查询订单".into(),
        thumb_media_id: "MEDIA_ID".into(),
        pagepath: "pages/index.html".into(),
    };
    let location = Location {
        name: "广州塔".into(),
        address: Some("广州市海珠区阅江西路 222 号".into()),
        latitude: 23.106_574,
        longitude: 113.324_587,
    };
    let mut examples = vec![
        example("text", Words::new("文本", "Text"), KfContent::Text { text }),
        example("image", Words::new("图片", "A picture"), KfContent::Image { image: media() }),
        example("voice", Words::new("语音", "Voice"), KfContent::Voice { voice: media() }),
        example("video", Words::new("视频", "A video"), KfContent::Video { video }),
        example("file", Words::new("文件", "A file"), KfContent::File { file: media() }),
        example("link", Words::new("图文链接", "A link"), KfContent::Link { link }),
        example("miniprogram", Words::new("小程序", "A mini program"), KfContent::Miniprogram { miniprogram }),
        example("msgmenu", Words::new("菜单", "A menu"), KfContent::Msgmenu { msgmenu: menu() }),
        example("location", Words::new("地理位置", "A place"), KfContent::Location { location }),
        example(
            "business_card",
            Words::new("名片", "A contact card"),
            KfContent::BusinessCard { business_card: BusinessCard { userid: "zhangsan".into() } },
        ),
        example(
            "ca_link",
            Words::new("获客链接", "A link that wins customers"),
            KfContent::CaLink { ca_link: CaLink { link_url: "https://work.weixin.qq.com/ca/xxxxxx".into() } },
        ),
    ];
    if let Some(text) = examples.first_mut() {
        text.values.msgid = Some("MSGID_1".into());
    }
    examples
}

pub(in super::super) fn menu() -> Msgmenu {
    let click = |id: &str, content: &str| MenuItem::Click { click: Click { id: id.into(), content: content.into() } };
    let view = View { url: "https://example.com/page".into(), content: "查看进度".into() };
    let miniprogram =
        MenuMiniprogram {
            appid: "APPID".into(), pagepath: "pages/index.html".into(), content: "打开小程序".into()
        };
    let text = MenuText { content: "也可以直接留言".into(), no_newline: Some(1) };
    Msgmenu {
        head_content: Some("您对本次服务是否满意？".into()),
        list: vec![
            click("101", "满意"),
            click("102", "不满意"),
            MenuItem::View { view },
            MenuItem::Miniprogram { miniprogram },
            MenuItem::Text { text },
        ],
        tail_content: Some("欢迎再次光临".into()),
    }
}

fn example(name: &'static str, title: Words, content: KfContent) -> Example<KfSendMsg> {
    let (touser, open_kfid) = ("wmAAAAAAAAAA".into(), "wkAAAAAAAAAA".into());
    Example::new(name, title, KfSendMsg { touser, open_kfid, content, msgid: None })
}
