//! [发送小程序消息](https://doc.geweapi.com/api-139908322): sends a mini program.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{Posted, Reply, posted};
use super::{Chat, IDS, SENDS, SERVER};
use crate::appmsg;
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Rate};
use crate::problem::{Code, Problem, Source};

/// Sends a mini program. · 发送小程序。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostMiniApp {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The mini program. Its AppID, `wx…`. · 小程序。AppID，形如 `wx…`。
    #[schemars(extend("x-id" = "appid"))]
    pub mini_app_id: String,
    /// Its name. · 小程序名称。
    pub display_name: String,
    /// The page it opens. Its path ends in `.html`, with a query behind it. · 打开的页面。路径以 `.html` 结尾，可带参数。
    pub page_path: String,
    /// The address of the cover. · 封面图地址。
    pub cover_img_url: String,
    /// The card's title. · 卡片标题。
    pub title: String,
    /// The mini program's account. `gh_…@app`. · 小程序账号。形如 `gh_…@app`。
    #[schemars(extend("x-id" = "mini_program"))]
    pub user_name: String,
}

impl Operation for PostMiniApp {
    type Gateway = Gewe;
    type Reply = Reply<Posted>;

    const ID: &str = "gewe.message_post_mini_app";
    const TITLE: Words = Words::new("发送小程序消息", "Send a mini program");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/postMiniApp";
    const PAGE: &str = "https://doc.geweapi.com/api-139908322";
    const REPLY: &str = posted!(33);
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            chat: Chat::with_friend(),
            mini_app_id: "wx1a2b3c4d5e6f7a8b".into(),
            display_name: "示例小程序".into(),
            page_path: "pages/index/index.html".into(),
            cover_img_url: "https://example.com/thumb.jpg".into(),
            title: "报名".into(),
            user_name: "gh_3a8b1c5d7e9f@app".into(),
        };
        vec![Example::new("mini_program", Words::new("一个小程序", "A mini program"), values)]
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        let Some(page) = values.get("pagePath") else { return };
        let Some(text) = page.as_str().filter(|text| !text.is_empty() && !appmsg::is_page(text)) else { return };
        let problem = Problem::new(Code::WrongForm).expected("….html").found(&text);
        problems.push(problem.on(page).source(Source::Observed));
    }
}
