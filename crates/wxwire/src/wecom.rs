//! WeCom's own API (企业微信). The token goes into the query, HTTP is 200 for its errors too, and the verdict is `errcode`.
#![cfg_attr(doc, doc = include_str!("../docs/wecom.md"))]

mod aibot;
mod aibot_respond_msg;
mod aibot_respond_update_msg;
mod aibot_respond_welcome_msg;
mod aibot_response;
mod appchat_create;
mod appchat_get;
mod appchat_send;
mod appchat_update;
pub mod attachment;
mod callback;
pub mod content;
mod each;
mod errcode;
mod externalcontact_add_msg_template;
mod externalcontact_get_groupmsg_list_v2;
mod externalcontact_get_groupmsg_send_result;
mod externalcontact_get_groupmsg_task;
mod externalcontact_send_welcome_msg;
mod getcallbackip;
mod gettoken;
mod imitation;
mod kf_send_msg;
mod kf_send_msg_on_event;
mod kf_sync_msg;
mod living_cancel;
mod living_create;
mod living_delete_replay_data;
mod living_get_living_code;
mod living_get_living_info;
mod living_get_living_share_info;
mod living_get_user_all_livingid;
mod living_get_watch_stat;
mod living_modify;
mod media_get;
mod media_get_upload_by_url_result;
mod media_upload;
mod media_upload_by_url;
mod message_recall;
mod message_send;
mod message_update_template_card;
mod number;
mod receiving;
mod section;
mod settle;
pub mod template_card;
mod userid;
mod webhook_send;
mod webhook_upload_media;
mod wedoc_smartsheet_webhook;

pub use aibot::{BotMarkdown, BotText, Feedback, Stream, StreamImage, StreamItem};
pub use aibot_respond_msg::AibotRespondMsg;
pub use aibot_respond_update_msg::{AibotRespondUpdateMsg, ResponseType};
pub use aibot_respond_welcome_msg::AibotRespondWelcomeMsg;
pub use aibot_response::AibotResponse;
pub use appchat_create::{AppchatCreate, AppchatCreateReply};
pub use appchat_get::{Appchat, AppchatGet, AppchatGetReply};
pub use appchat_send::{AppchatContent, AppchatMarkdown, AppchatSend, AppchatText};
pub use appchat_update::AppchatUpdate;
pub use externalcontact_add_msg_template::{
    ChatType, ExternalcontactAddMsgTemplate, ExternalcontactAddMsgTemplateReply, TagFilter, TagGroup,
};
pub use externalcontact_get_groupmsg_list_v2::{
    ExternalcontactGetGroupmsgListV2, ExternalcontactGetGroupmsgListV2Reply, GroupMsg, GroupMsgText,
};
pub use externalcontact_get_groupmsg_send_result::{
    ExternalcontactGetGroupmsgSendResult, ExternalcontactGetGroupmsgSendResultReply, GroupMsgResult,
};
pub use externalcontact_get_groupmsg_task::{
    ExternalcontactGetGroupmsgTask, ExternalcontactGetGroupmsgTaskReply, GroupMsgTask,
};
pub use externalcontact_send_welcome_msg::ExternalcontactSendWelcomeMsg;
pub use getcallbackip::{Getcallbackip, GetcallbackipReply};
pub use gettoken::{Gettoken, GettokenReply};
pub use kf_send_msg::{
    BusinessCard, CaLink, Click, KfContent, KfSendMsg, KfSendMsgReply, KfText, KfVideo, Link, Location, MenuItem,
    MenuMiniprogram, MenuText, Miniprogram, Msgmenu, View,
};
pub use kf_send_msg_on_event::{KfEventContent, KfEventText, KfSendMsgOnEvent};
pub use kf_sync_msg::{
    KfChannels, KfChannelsMessage, KfEvent, KfMergedItem, KfMergedMsg, KfMessage, KfReceivedLink, KfReceivedLocation,
    KfReceivedMedia, KfReceivedMiniprogram, KfReceivedText, KfReceivedVideo, KfShopOrder, KfShopProduct, KfSyncMsg,
    KfSyncMsgReply,
};
pub use living_cancel::LivingCancel;
pub use living_create::{ActivityDetail, LivingCreate, LivingCreateReply, LivingType};
pub use living_delete_replay_data::LivingDeleteReplayData;
pub use living_get_living_code::{LivingGetLivingCode, LivingGetLivingCodeReply};
pub use living_get_living_info::{LivingGetLivingInfo, LivingGetLivingInfoReply, LivingInfo};
pub use living_get_living_share_info::{LivingGetLivingShareInfo, LivingGetLivingShareInfoReply};
pub use living_get_user_all_livingid::{LivingGetUserAllLivingid, LivingGetUserAllLivingidReply};
pub use living_get_watch_stat::{ExternalViewer, LivingGetWatchStat, LivingGetWatchStatReply, Viewer, WatchStat};
pub use living_modify::LivingModify;
pub use media_get::{MediaGet, MediaGetReply};
pub use media_get_upload_by_url_result::{MediaGetUploadByUrlResult, MediaGetUploadByUrlResultReply, UploadDetail};
pub use media_upload::{MediaType, MediaUpload, MediaUploadReply};
pub use media_upload_by_url::{MediaUploadByUrl, MediaUploadByUrlReply, UrlMediaType};
pub use message_recall::MessageRecall;
pub use message_send::{Content, MessageSend, MessageSendReply};
pub use message_update_template_card::{MessageUpdateTemplateCard, MessageUpdateTemplateCardReply, NewButton, NewCard};
pub use webhook_send::{Article, Image, Markdown, MarkdownV2, News, Text, Uploaded, WebhookSend};
pub use webhook_upload_media::{WebhookMediaType, WebhookUploadMedia};
pub use wedoc_smartsheet_webhook::{ChangedRecord, NewRecord, WedocSmartsheetWebhook};

pub(crate) use receiving::RECEIVING;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::credential::{AccountId, Credential, SecretName};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Callback, Codes, Entry, Gateway, Incoming, operations};
use crate::verdict::{Judge, Why, integer_or_no, is_code};

operations!(
    LivingCreate,
    LivingModify,
    LivingCancel,
    LivingDeleteReplayData,
    LivingGetLivingInfo,
    LivingGetLivingCode,
    LivingGetLivingShareInfo,
    LivingGetUserAllLivingid,
    LivingGetWatchStat,
    WebhookSend,
    WebhookUploadMedia,
    AibotRespondMsg,
    AibotRespondWelcomeMsg,
    AibotRespondUpdateMsg,
    AibotResponse,
    MessageSend,
    MessageUpdateTemplateCard,
    MessageRecall,
    AppchatSend,
    AppchatCreate,
    AppchatUpdate,
    AppchatGet,
    KfSendMsg,
    KfSendMsgOnEvent,
    KfSyncMsg,
    ExternalcontactAddMsgTemplate,
    ExternalcontactGetGroupmsgListV2,
    ExternalcontactGetGroupmsgTask,
    ExternalcontactGetGroupmsgSendResult,
    ExternalcontactSendWelcomeMsg,
    MediaUpload,
    MediaUploadByUrl,
    MediaGetUploadByUrlResult,
    MediaGet,
    WedocSmartsheetWebhook,
    Gettoken,
    Getcallbackip,
);

/// The token of most calls: [`Gettoken`] fetches it.
// In a header or in the body it is ignored.
pub const ACCESS_TOKEN: Credential = Credential::query(
    "access_token",
    Words::new("gettoken 返回的 access_token，有效期 7200 秒", "the access_token of gettoken, good for 7200 s"),
);

/// The company's id: of [`Gettoken`].
pub const CORPID: Credential = Credential::query("corpid", Words::new("企业 ID", "the company's id")).open();

/// The app's secret: of [`Gettoken`].
pub const CORPSECRET: Credential = Credential::query("corpsecret", Words::new("应用的 secret", "the app's secret"));

/// The key in the address of a robot's webhook: of [`WebhookSend`] and [`WebhookUploadMedia`].
pub const WEBHOOK_KEY: Credential =
    Credential::query("key", Words::new("webhook 地址中的 key", "the key in the webhook's address"));

/// The code in the address that comes with an AI bot's callback as `response_url`: of [`AibotResponse`].
pub const RESPONSE_CODE: Credential = Credential::query(
    "response_code",
    Words::new("回调 response_url 中的 response_code", "the code in the response_url of the callback"),
);

/// The gateway.
#[derive(Debug)]
pub struct Wecom;

impl Gateway for Wecom {
    const NAME: &str = "wecom";
    const TITLE: Words = Words::new("企业微信官方接口", "WeCom's own API");
    const BASE_URL: Option<&str> = Some("https://qyapi.weixin.qq.com");
    const BASE_URL_HELP: Words = Words::new("官方地址，只支持 https", "the official address; https only");
    const CREDENTIALS: &[Credential] = &[ACCESS_TOKEN];
    // Observed in the vendor's own sample: the length stands beside the name.
    const FILE_LENGTH: bool = true;
    const ENVELOPE: &[&str] = &["errcode", "errmsg", "invaliduser", "invalidparty", "invalidtag", "unlicenseduser"];
    // Of several receivers, those that are wrong are left out, and the code is 0 all the same.
    const NOT_TAKEN: &[&str] =
        &["/invaliduser", "/invalidparty", "/invalidtag", "/unlicenseduser", "/fail_list", "/invalid_external_user"];
    // A ticket in XML is WeChat's, of a friend request; response_code and selected_ticket are values of the next call. The
    // `key` of a webhook is all that it takes to send, the code of a response_url likewise.
    const SECRETS: &[SecretName] = &[
        SecretName::ending("access_token"),
        SecretName::ending("corpsecret"),
        SecretName::ending("secret"),
        SecretName::ending("encoding_aes_key"),
        SecretName::ending("jsapi_ticket"),
        SecretName::anywhere("suite_ticket"),
        SecretName::anywhere("model_ticket"),
        SecretName::anywhere("user_ticket"),
        SecretName::not_xml("ticket"),
        SecretName::anywhere("permanent_code"),
        SecretName::anywhere("auth_code"),
        SecretName::anywhere("pre_auth_code"),
        SecretName::anywhere("session_key"),
        SecretName::anywhere("secret_key"),
        SecretName::anywhere("pmi_pwd"),
        SecretName::anywhere("cookie_value"),
        SecretName::query("key", "/cgi-bin/webhook/"),
        SecretName::query("response_code", "/cgi-bin/aibot/response"),
    ];
    const ACCOUNT_ID: Option<AccountId> = Some(AccountId { begins: "ww", digits: 16, secret: 32 });
}

impl Incoming for Wecom {
    fn judge(&self, reply: Value<'_>, judge: &mut Judge) {
        judge.vendor(reply.get("errcode"), reply.get("errmsg"));
        match judge.read(reply, "errcode", integer_or_no) {
            Some((_, 0)) => {}
            // Where some parts were taken, the code outside is that of one that was not.
            Some((code, number)) => {
                let is_in_part = each::parts(reply, judge);
                let why = if is_in_part { Why::PartCode } else { errcode::why(number) };
                return judge.code(code, why, errcode::meaning(number));
            }
            None => return,
        }
        // A success whose text warns: the body was not understood as it was meant.
        if let Some(text) = reply.get("errmsg")
            && let Some(words) = text.as_str().filter(|words| words.contains("Warning"))
        {
            judge.at(text, Why::Warning, &words);
        }
        each::left_out(reply, judge);
        _ = each::parts(reply, judge);
        settle::answer(reply, judge);
    }

    fn recognises(&self, reply: Value<'_>) -> bool {
        reply.get("errcode").is_some_and(is_code) && reply.get("errmsg").is_some()
    }

    // WeChat's Official Accounts and other services answer with these two members as well. What WeCom's words alone have:
    // the hint, and the address of its page about the code.
    fn is_shared(&self, reply: Value<'_>, _: &[&Entry]) -> bool {
        let words = reply.get("errmsg").and_then(Value::as_str).unwrap_or_default();
        let is_own = ["hint: [", "open.work.weixin.qq.com"].iter().any(|mark| words.contains(mark));
        let own = &Self::ENVELOPE[2..];
        !is_own && !reply.members().any(|(key, _)| own.iter().any(|name| key.is_str(name)))
    }

    fn callbacks(&self) -> &'static [Callback] {
        &callback::CALLBACKS
    }

    fn codes(&self) -> Option<&'static Codes> {
        Some(&errcode::CODES)
    }

    fn is_expired(&self, code: i64) -> bool {
        errcode::is_expired(code)
    }
}

/// A reply that says no more than how it went. · 只说明结果的回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Ack {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    #[schemars(extend("x-source" = "documented"))]
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
}

/// Such a reply as the documents show it.
const ACK: &str = r#"{"errcode": 0, "errmsg": "ok"}"#;
