//! [获取直播观看明细](https://developer.work.weixin.qq.com/document/path/93636): who watched a live, page by page.

mod viewer;

pub use viewer::{ExternalViewer, Viewer};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};

/// Gets who watched a live. Only `ending` tells whether more follows. · 获取直播观看明细。是否拉取完毕只看 `ending`。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct LivingGetWatchStat {
    /// The live's id. · 直播 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub livingid: String,
    /// Where to go on. next_key of the last reply; `0` or empty at first. · 下一页的起始标识。首次填 `0` 或不填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_key: Option<String>,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LivingGetWatchStatReply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// Whether this was all. · 是否已拉取完毕。
    #[schemars(schema_with = "ending")]
    pub ending: i64,
    /// Where to go on. · 下一页的起始标识。
    #[serde(default)]
    pub next_key: String,
    /// Who watched. · 观看明细。
    pub stat_info: WatchStat,
}

/// Who watched. · 观看明细。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct WatchStat {
    /// Members. · 企业成员。
    #[serde(default)]
    pub users: Vec<Viewer>,
    /// External contacts. · 外部联系人。
    #[serde(default)]
    pub external_users: Vec<ExternalViewer>,
}

fn ending(_: &mut SchemaGenerator) -> Schema {
    crate::schema::choices(&[(0, "More follows · 还有更多"), (1, "That was all · 已拉取完毕")])
}

impl Operation for LivingGetWatchStat {
    type Gateway = Wecom;
    type Reply = LivingGetWatchStatReply;

    const ID: &str = "wecom.living_get_watch_stat";
    const SECTION: Section = section::LIVING;
    const TITLE: Words = Words::new("获取直播观看明细", "Get who watched a live");
    const PATH: &str = "/cgi-bin/living/get_watch_stat";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/93636";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "ending": 1, "next_key": "NEXT_KEY", "stat_info": {
        "users": [{"userid": "zhangsan", "watch_time": 600, "is_comment": 1, "is_mic": 0, "invitor_userid": "lisi"}],
        "external_users": [{
            "external_userid": "wmAAAAAAAAAA", "type": 1, "name": "张三", "watch_time": 600, "is_comment": 1,
            "is_mic": 0, "invitor_userid": "lisi"
        }]
    }}"#;

    fn examples() -> Vec<Example<Self>> {
        let of = |next_key: &str| Self { livingid: "lvAAAAAAAAAA".into(), next_key: Some(next_key.into()) };
        vec![
            Example::new("one", Words::new("第一页", "The first page"), of("0")),
            Example::new("next", Words::new("下一页", "The next page"), of("NEXT_KEY")),
        ]
    }
}
