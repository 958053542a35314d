//! [获取成员直播 ID 列表](https://developer.work.weixin.qq.com/document/path/93634): the lives of a member, page by page.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};

/// Lists a member's lives. An empty next_cursor ends the list. · 获取成员的直播 id 列表。next_cursor 为空时表示最后一页。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct LivingGetUserAllLivingid {
    /// The member's userid. · 成员 userid。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub userid: String,
    /// Where to go on. next_cursor of the last reply; absent at first. · 分页游标。上次返回的 next_cursor，首次不填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// How many at most. 100 if absent, and at most; 20 are advised. · 最大返回数量。默认和上限均为 100，建议 20。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 100))]
    pub limit: Option<i64>,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LivingGetUserAllLivingidReply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// Where to go on. Empty at the end. · 分页游标。最后一页为空。
    #[serde(default)]
    pub next_cursor: String,
    /// The lives' ids. · 直播 id 列表。
    pub livingid_list: Vec<String>,
}

impl Operation for LivingGetUserAllLivingid {
    type Gateway = Wecom;
    type Reply = LivingGetUserAllLivingidReply;

    const ID: &str = "wecom.living_get_user_all_livingid";
    const SECTION: Section = section::LIVING;
    const TITLE: Words = Words::new("获取成员直播 ID 列表", "List a member's lives");
    const PATH: &str = "/cgi-bin/living/get_user_all_livingid";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/93634";
    const REPLY: &str = r#"{
        "errcode": 0, "errmsg": "ok", "next_cursor": "NEXT_CURSOR", "livingid_list": ["lvAAAAAAAAAA", "lvBBBBBBBBBB"]
    }"#;

    fn examples() -> Vec<Example<Self>> {
        let of = |cursor| Self { userid: "zhangsan".into(), cursor, limit: Some(20) };
        vec![
            Example::new("one", Words::new("第一页", "The first page"), of(None)),
            Example::new("next", Words::new("下一页", "The next page"), of(Some("NEXT_CURSOR".into()))),
        ]
    }
}
