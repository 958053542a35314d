//! Contents of most kinds, for the examples of the calls that send them.

use super::{Article, Item, Media, MiniprogramNotice, MpArticle, Mpnews, News, Text, Textcard, Video};

pub(in super::super) fn text() -> Text {
    Text { content: "你的快递已到，请携带工卡前往邮件中心领取。".into() }
}

pub(in super::super) fn media() -> Media {
    Media { media_id: "MEDIA_ID".into() }
}

pub(in super::super) fn video() -> Video {
    Video { media_id: "MEDIA_ID".into(), title: Some("Title".into()), description: Some("Description".into()) }
}

pub(in super::super) fn textcard() -> Textcard {
    Textcard {
        title: "领奖通知".into(),
        description:
            "<div class=\"gray\">2016年9月26日</div><div class=\"highlight\">请于 10 日前联系行政同事领取</div>".into(),
        url: "https://example.com/page".into(),
        btntxt: Some("更多".into()),
    }
}

pub(in super::super) fn news() -> News {
    let page = Article {
        title: "中秋节礼品领取".into(),
        description: Some("今年中秋节公司有豪礼相送".into()),
        url: Some("https://example.com/page".into()),
        picurl: Some("https://example.com/picture.png".into()),
        ..Article::default()
    };
    let mini_program = Article {
        title: "在小程序中领取".into(),
        appid: Some("wx123123123123123".into()),
        pagepath: Some("pages/index?userid=zhangsan&orderid=123123123".into()),
        ..Article::default()
    };
    News { articles: vec![page, mini_program] }
}

pub(in super::super) fn mpnews() -> Mpnews {
    let article = MpArticle {
        title: "Title".into(),
        thumb_media_id: "MEDIA_ID".into(),
        author: Some("Author".into()),
        content_source_url: Some("https://example.com/page".into()),
        content: "<p>Content</p>".into(),
        digest: Some("Digest description".into()),
    };
    Mpnews { articles: vec![article] }
}

pub(in super::super) fn miniprogram_notice() -> MiniprogramNotice {
    let item = |key: &str, value: &str| Item { key: key.into(), value: value.into() };
    MiniprogramNotice {
        appid: "wx123123123123123".into(),
        page: Some("pages/index?userid=zhangsan&orderid=123123123".into()),
        title: "会议室预订成功通知".into(),
        description: Some("4月27日 16:16".into()),
        emphasis_first_item: Some(true),
        content_item: vec![item("会议室", "402"), item("会议时间", "2018年8月1日 09:00-09:30")],
    }
}
