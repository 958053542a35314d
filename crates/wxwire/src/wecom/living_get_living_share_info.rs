//! [获取跳转小程序商城的直播观众信息](https://developer.work.weixin.qq.com/document/path/94442): who came from a live that promotes
//! products, and who invited them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};

/// Gets who shared a live. Only for lives that promote products. · 获取直播的分享者与观众。仅适用于推广产品直播。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct LivingGetLivingShareInfo {
    /// The code of the shared page. Good for 5 minutes. · 分享页携带的 code。5 分钟内有效。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub ww_share_code: String,
}

/// The reply. Of viewer and inviter, each is of the company or of outside. · 回复。观众和邀请人各自为企业成员或外部联系人之一。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LivingGetLivingShareInfoReply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// The live's id. · 直播 id。
    pub livingid: String,
    /// The viewer, of the company. · 观众的 userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub viewer_userid: Option<String>,
    /// The viewer, of outside. · 观众的 external_userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub viewer_external_userid: Option<String>,
    /// Who invited, of the company. · 邀请人的 userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitor_userid: Option<String>,
    /// Who invited, of outside. · 邀请人的 external_userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitor_external_userid: Option<String>,
}

impl Operation for LivingGetLivingShareInfo {
    type Gateway = Wecom;
    type Reply = LivingGetLivingShareInfoReply;

    const ID: &str = "wecom.living_get_living_share_info";
    const SECTION: Section = section::LIVING;
    const TITLE: Words = Words::new("获取跳转小程序商城的直播观众信息", "Get who shared a live");
    const PATH: &str = "/cgi-bin/living/get_living_share_info";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/94442";
    const REPLY: &str = r#"{
        "errcode": 0, "errmsg": "ok", "livingid": "lvAAAAAAAAAA",
        "viewer_external_userid": "wmAAAAAAAAAA", "invitor_userid": "zhangsan"
    }"#;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { ww_share_code: "WW_SHARE_CODE".into() };
        vec![Example::new("one", Words::new("一次访问", "A visit"), values)]
    }
}
