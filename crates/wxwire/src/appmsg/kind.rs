//! The table of types: what each is called, where it is known from, and what it is made of.

use std::borrow::Cow;

use super::form::{Elements, Form, Own};
use super::{Part, mini_program};
use crate::derived::derived;
use crate::lang::Words;
use crate::layer::xml::Element;
use crate::problem::Problem;
use crate::problem::Source::{self, Documented, Observed};
use crate::schema::Schema;

/// A type of `<appmsg>`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Kind {
    /// What `<type>` says.
    pub number: u32,
    /// A short name; types of one form share it.
    pub name: &'static str,
    /// Where it is known from.
    pub source: Source,
    pub(super) form: Form,
    /// What else is wrong with the element.
    pub(super) check: Option<fn(Element<'_>, &mut Vec<Problem>)>,
}

/// Makes the table, and one of the titles beside it: the page checks types and calls none of them by its title.
macro_rules! types {
    ($(Kind::new($number:literal, $name:literal, $title:expr, $source:ident)$(.$set:ident($value:expr))*,)*) => {
        /// Every type that has a name, in the order of their numbers.
        pub static TYPES: [Kind; TITLES.len()] = [$(Kind::new($number, $name, $title, $source)$(.$set($value))*),*];

        const TITLES: &[Words] = &[$($title),*];
    };
}

types![
    Kind::new(1, "text", Words::new("文本", "Text"), Observed).title("The text.\n\n文字。"),
    Kind::new(2, "image", Words::new("图片", "A picture"), Observed),
    Kind::new(3, "music", Words::new("音乐", "Music"), Observed).own(&Own(Part::Music)).title(SONG).des(SINGER),
    Kind::new(4, "link", Words::new("视频或链接分享", "A video's page, or a link"), Observed).own(&Own(Part::Link)),
    Kind::new(5, "link", Words::new("链接", "A link"), Documented).own(&Own(Part::Link)),
    Kind::new(6, "file", Words::new("文件", "A file"), Documented).own(&Own(Part::File)).title(FILE).needs("appattach"),
    Kind::new(7, "app", Words::new("打开应用或游戏", "An app or a game to open"), Observed),
    Kind::new(8, "emoticon", Words::new("表情", "An emoticon"), Observed),
    Kind::new(9, "voice_reminder", Words::new("语音提醒", "A voice reminder"), Observed),
    Kind::new(10, "scanned_goods", Words::new("扫码商品", "Goods that were scanned"), Observed),
    Kind::new(13, "goods", Words::new("商品", "Goods"), Observed),
    Kind::new(15, "emoticon_shop", Words::new("表情商店", "The shop of emoticons"), Observed),
    Kind::new(16, "card_ticket", Words::new("卡券", "A card or ticket"), Observed),
    Kind::new(17, "live_location", Words::new("共享实时位置", "Live location sharing"), Observed),
    Kind::new(19, "record", Words::new("聊天记录", "A merged chat record"), Observed)
        .own(&Own(Part::Record))
        .des(PREVIEW)
        .needs("recorditem"),
    Kind::new(24, "record", Words::new("笔记", "A note"), Observed)
        .own(&Own(Part::Record))
        .des(PREVIEW)
        .needs("recorditem"),
    Kind::new(33, "mini_program", Words::new("小程序", "A mini program"), Documented)
        .own(&Own(Part::MiniProgram))
        .check(mini_program::check),
    Kind::new(36, "mini_program", Words::new("小程序", "A mini program"), Documented)
        .own(&Own(Part::MiniProgram))
        .check(mini_program::check),
    Kind::new(40, "record", Words::new("聊天记录（精简）", "A chat record, trimmed"), Observed)
        .own(&Own(Part::Record))
        .des(PREVIEW),
    Kind::new(50, "channels_card", Words::new("视频号名片", "A channels account's card"), Observed)
        .own(&Own(Part::ChannelsCard)),
    Kind::new(51, "channels_video", Words::new("视频号视频", "A channels video"), Documented)
        .own(&Own(Part::ChannelsVideo))
        .title("The title. Only a note that this version cannot show it.\n\n标题。只是“当前版本不支持”的提示。"),
    Kind::new(53, "relay", Words::new("群接龙", "A group relay"), Observed)
        .title("The whole list, as text.\n\n整个接龙的文字。"),
    Kind::new(57, "quote", Words::new("引用消息", "A quote"), Documented)
        .own(&Own(Part::Quote))
        .title("The new text.\n\n回复的文字。"),
    Kind::new(62, "pat", Words::new("拍一拍", "A pat"), Observed).own(&Own(Part::Pat)),
    Kind::new(63, "channels_live", Words::new("视频号直播", "A channels live"), Observed).own(&Own(Part::ChannelsLive)),
    Kind::new(68, "link", Words::new("链接", "A link"), Observed).own(&Own(Part::Link)),
    Kind::new(74, "file", Words::new("文件（上传中）", "A file on its way"), Documented)
        .own(&Own(Part::File))
        .title(FILE)
        .needs("appattach"),
    Kind::new(87, "announcement", Words::new("群公告", "A group's announcement"), Observed)
        .own(&Own(Part::Announcement))
        .title("The title. Absent in samples.\n\n标题。样本中没有。"),
    Kind::new(88, "channels_live", Words::new("视频号直播回放", "A channels live's replay"), Observed)
        .own(&Own(Part::ChannelsLive)),
    Kind::new(92, "music_item", Words::new("音乐（新版）", "Music, in its newer form"), Observed)
        .own(&Own(Part::MusicItem))
        .title(SONG)
        .des(SINGER),
    Kind::new(115, "gift", Words::new("微信礼物", "A gift"), Observed).own(&Own(Part::Gift)),
    Kind::new(2000, "transfer", Words::new("转账", "A transfer"), Documented)
        .own(&Own(Part::Transfer))
        .needs("wcpayinfo"),
    Kind::new(2001, "red_packet", Words::new("红包", "A red packet"), Documented)
        .own(&Own(Part::RedPacket))
        .needs("wcpayinfo"),
    Kind::new(2003, "red_packet_cover", Words::new("红包封面", "A red packet's cover"), Observed)
        .own(&Own(Part::RedPacketCover)),
    Kind::new(100_001, "reader", Words::new("阅读器", "The reader"), Observed),
];

const SONG: &str = "The song.\n\n歌名。";
const SINGER: &str = "The singer.\n\n歌手。";
const FILE: &str = "The file's name.\n\n文件名。";
const PREVIEW: &str = "The preview. The first lines of the record.\n\n预览。记录的前几行。";

impl Kind {
    /// What it is.
    pub fn words(&self) -> Words {
        TITLES[place(self.number).expect("there are no others than the table's")]
    }

    /// The compiled schema of the `<appmsg>` element's inside: elements by their names, attributes as `@name`.
    pub fn schema(&self) -> &Schema {
        self.form.schema()
    }

    /// The JSON Schema of the typed message, as text.
    pub fn json_schema(&self) -> Cow<'static, str> {
        self.form.json_schema()
    }

    /// A type that has the elements of all types.
    const fn new(number: u32, name: &'static str, title: Words, source: Source) -> Self {
        Self { number, name, source, form: Form::plain(name, title), check: None }
    }

    /// The same, with elements of its own.
    const fn own(mut self, own: &'static dyn Elements) -> Self {
        self.form.own = derived(own);
        self
    }

    /// The same, with other docs of `<title>`.
    const fn title(mut self, docs: &'static str) -> Self {
        self.form.title = derived(docs);
        self
    }

    /// The same, with other docs of `<des>`.
    const fn des(mut self, docs: &'static str) -> Self {
        self.form.des = derived(docs);
        self
    }

    /// The same; each of its messages that was seen has this element.
    const fn needs(mut self, element: &'static str) -> Self {
        self.form.needs = derived(element);
        self
    }

    /// The same, with a check of its own.
    const fn check(mut self, check: fn(Element<'_>, &mut Vec<Problem>)) -> Self {
        self.check = Some(check);
        self
    }
}

/// The type of a number.
pub fn find(number: u32) -> Option<&'static Kind> {
    place(number).map(|at| &TYPES[at])
}

fn place(number: u32) -> Option<usize> {
    TYPES.binary_search_by_key(&number, |kind| kind.number).ok()
}
