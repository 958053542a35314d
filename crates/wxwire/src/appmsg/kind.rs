//! The table of types: what each is called, where it is known from, and what it is made of.

use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error};
use serde_json::Value;

use super::{
    Announcement, AppMsg, ChannelsCard, ChannelsLive, ChannelsVideo, Emoticon, File, Gift, Image, Link, MiniProgram,
    Msg, Music, MusicItem, Pat, Plain, Quote, Record, RecordInfo, RedPacket, RedPacketCover, Relay, Solitaire, Text,
    Transfer,
};
use crate::lang::Words;
use crate::layer::xml::Element;
use crate::problem::Source::{self, Documented, Observed};
use crate::schema::Schema;

/// A type of `<appmsg>`.
#[derive(Debug)]
pub struct Kind {
    /// What `<type>` says.
    pub number: u32,
    /// A short name; types of one form share it.
    pub name: &'static str,
    /// What it is.
    pub title: Words,
    /// Where it is known from.
    pub source: Source,
    form: Form,
}

/// What a message is made of.
#[derive(Debug)]
struct Form {
    known: Known,
    read: fn(Value) -> serde_json::Result<AppMsg>,
}

impl Form {
    const fn of<T: DeserializeOwned + Into<AppMsg> + JsonSchema>() -> Self {
        Self { known: Known::of::<T>(), read: |values| serde_json::from_value::<T>(values).map(Into::into) }
    }
}

/// The schema of a type, compiled when it is first asked for.
#[derive(Debug)]
struct Known {
    json_schema: fn() -> String,
    compiled: OnceLock<Schema>,
}

impl Known {
    const fn of<T: JsonSchema>() -> Self {
        let json_schema = || serde_json::to_string(&schemars::schema_for!(T)).expect("a schema is JSON");
        Self { json_schema, compiled: OnceLock::new() }
    }

    fn schema(&self) -> &Schema {
        self.compiled.get_or_init(|| Schema::compile(&(self.json_schema)(), &[]))
    }
}

impl Kind {
    const fn of<T: DeserializeOwned + Into<AppMsg> + JsonSchema>(
        number: u32,
        name: &'static str,
        title: Words,
        source: Source,
    ) -> Self {
        Self { number, name, title, source, form: Form::of::<T>() }
    }

    /// The compiled schema of the `<appmsg>` element's inside: elements by their names, attributes as `@name`.
    pub fn schema(&self) -> &Schema {
        self.form.known.schema()
    }

    /// The JSON Schema of the typed message, as text.
    pub fn json_schema(&self) -> String {
        (self.form.known.json_schema)()
    }
}

/// Every type that has a name, in the order of their numbers.
pub static TYPES: [Kind; 35] = [
    Kind::of::<Text>(1, "text", Words::new("文本", "Text"), Observed),
    Kind::of::<Image>(2, "image", Words::new("图片", "A picture"), Observed),
    Kind::of::<Music>(3, "music", Words::new("音乐", "Music"), Observed),
    Kind::of::<Link>(4, "link", Words::new("视频或链接分享", "A video's page, or a link"), Observed),
    Kind::of::<Link>(5, "link", Words::new("链接", "A link"), Documented),
    Kind::of::<File>(6, "file", Words::new("文件", "A file"), Documented),
    Kind::of::<Plain>(7, "app", Words::new("打开应用或游戏", "An app or a game to open"), Observed),
    Kind::of::<Emoticon>(8, "emoticon", Words::new("表情", "An emoticon"), Observed),
    Kind::of::<Plain>(9, "voice_reminder", Words::new("语音提醒", "A voice reminder"), Observed),
    Kind::of::<Plain>(10, "scanned_goods", Words::new("扫码商品", "Goods that were scanned"), Observed),
    Kind::of::<Plain>(13, "goods", Words::new("商品", "Goods"), Observed),
    Kind::of::<Plain>(15, "emoticon_shop", Words::new("表情商店", "The shop of emoticons"), Observed),
    Kind::of::<Plain>(16, "card_ticket", Words::new("卡券", "A card or ticket"), Observed),
    Kind::of::<Plain>(17, "live_location", Words::new("共享实时位置", "Live location sharing"), Observed),
    Kind::of::<Record>(19, "record", Words::new("聊天记录", "A merged chat record"), Observed),
    Kind::of::<Record>(24, "record", Words::new("笔记", "A note"), Observed),
    Kind::of::<MiniProgram>(33, "mini_program", Words::new("小程序", "A mini program"), Documented),
    Kind::of::<MiniProgram>(36, "mini_program", Words::new("小程序", "A mini program"), Documented),
    Kind::of::<Record>(40, "record", Words::new("聊天记录（精简）", "A chat record, trimmed"), Observed),
    Kind::of::<ChannelsCard>(50, "channels_card", Words::new("视频号名片", "A channels account's card"), Observed),
    Kind::of::<ChannelsVideo>(51, "channels_video", Words::new("视频号视频", "A channels video"), Documented),
    Kind::of::<Relay>(53, "relay", Words::new("群接龙", "A group relay"), Observed),
    Kind::of::<Quote>(57, "quote", Words::new("引用消息", "A quote"), Documented),
    Kind::of::<Pat>(62, "pat", Words::new("拍一拍", "A pat"), Observed),
    Kind::of::<ChannelsLive>(63, "channels_live", Words::new("视频号直播", "A channels live"), Observed),
    Kind::of::<Link>(68, "link", Words::new("链接", "A link"), Observed),
    Kind::of::<File>(74, "file", Words::new("文件（上传中）", "A file on its way"), Documented),
    Kind::of::<Announcement>(87, "announcement", Words::new("群公告", "A group's announcement"), Observed),
    Kind::of::<ChannelsLive>(88, "channels_live", Words::new("视频号直播回放", "A channels live's replay"), Observed),
    Kind::of::<MusicItem>(92, "music_item", Words::new("音乐（新版）", "Music, in its newer form"), Observed),
    Kind::of::<Gift>(115, "gift", Words::new("微信礼物", "A gift"), Observed),
    Kind::of::<Transfer>(2000, "transfer", Words::new("转账", "A transfer"), Documented),
    Kind::of::<RedPacket>(2001, "red_packet", Words::new("红包", "A red packet"), Documented),
    Kind::of::<RedPacketCover>(2003, "red_packet_cover", Words::new("红包封面", "A red packet's cover"), Observed),
    Kind::of::<Plain>(100_001, "reader", Words::new("阅读器", "The reader"), Observed),
];

/// The type of a number.
pub fn find(number: u32) -> Option<&'static Kind> {
    TYPES.binary_search_by_key(&number, |kind| kind.number).ok().map(|at| &TYPES[at])
}

/// What is known of an element's inside: of an `<appmsg>` by its type, of the `<msg>` around one, and of the XML that
/// stands in a text of one.
pub fn schema_of(element: Element<'_>) -> Option<&'static Schema> {
    static MSG: Known = Known::of::<Msg>();
    static RECORD: Known = Known::of::<RecordInfo>();
    static RELAY: Known = Known::of::<Solitaire>();
    match element.name() {
        "appmsg" => Some(form_of(element).known.schema()),
        "msg" if element.child("appmsg").is_some() => Some(MSG.schema()),
        "recordinfo" => Some(RECORD.schema()),
        "solitaire" => Some(RELAY.schema()),
        _ => None,
    }
}

/// The form of an `<appmsg>` element, as its direct child `<type>` says.
fn form_of(appmsg: Element<'_>) -> &'static Form {
    let number = appmsg.child("type").map(Element::text);
    form(number.as_deref().unwrap_or_default())
}

fn form(number: &str) -> &'static Form {
    static PLAIN: Form = Form::of::<Plain>();
    number.trim().parse().ok().and_then(find).map_or(&PLAIN, |kind| &kind.form)
}

/// By its `type`, as it is read from XML.
impl<'de> Deserialize<'de> for AppMsg {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = Value::deserialize(deserializer)?;
        let form = form(values.get("type").and_then(Value::as_str).unwrap_or_default());
        (form.read)(values).map_err(D::Error::custom)
    }
}
