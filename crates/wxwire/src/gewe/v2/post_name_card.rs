//! [发送名片消息](https://doc.geweapi.com/api-139908319): sends a contact card.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{Posted, Reply, posted};
use super::{Chat, IDS, SENDS, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate};

/// Sends a contact card. · 发送名片。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostNameCard {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The name on the card. · 名片上的昵称。
    pub nick_name: String,
    /// Whose card it is. A wxid. · 名片的主人。wxid。
    #[schemars(extend("x-source" = "inferred", "x-id" = "wxid gh openim"))]
    pub name_card_wxid: String,
}

impl Operation for PostNameCard {
    type Gateway = Gewe;
    type Reply = Reply<Posted>;

    const ID: &str = "gewe.message_post_name_card";
    const TITLE: Words = Words::new("发送名片消息", "Send a contact card");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/postNameCard";
    const PAGE: &str = "https://doc.geweapi.com/api-139908319";
    const REPLY: &str = posted!(42);
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values =
            Self {
                chat: Chat::with_friend(), nick_name: "小北".into(), name_card_wxid: "wxid_b3n8w5t2y6u122".into()
            };
        vec![Example::new("card", Words::new("一张名片", "A card"), values)]
    }
}
