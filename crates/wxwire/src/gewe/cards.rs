//! What `<appmsg>` is sent: an example of each type that a client can make by itself or pass on. What a server alone makes, as
//! transfers and red packets are, is not among them.

use crate::lang::Words;

/// An `<appmsg>` of a type.
pub(super) struct Card {
    /// The name of the type.
    pub(super) name: &'static str,
    pub(super) title: Words,
    pub(super) xml: &'static str,
}

/// One of each type, in the order of their numbers.
pub(super) const CARDS: [Card; 9] = [
    Card { name: "music", title: Words::new("一首音乐", "A song"), xml: MUSIC },
    Card { name: "link", title: Words::new("一个链接", "A link"), xml: LINK },
    Card { name: "file", title: Words::new("一个收到过的文件", "A file that was received"), xml: FILE },
    Card { name: "record", title: Words::new("合并的聊天记录", "A merged chat record"), xml: RECORD },
    Card { name: "mini_program", title: Words::new("一个小程序", "A mini program"), xml: MINI_PROGRAM },
    Card {
        name: "channels_card", title: Words::new("视频号名片", "A channels account's card"), xml: CHANNELS_CARD
    },
    Card { name: "channels_video", title: Words::new("视频号视频", "A channels video"), xml: CHANNELS_VIDEO },
    Card { name: "quote", title: Words::new("引用一条文本", "A quote of a text"), xml: QUOTE },
    Card { name: "channels_live", title: Words::new("视频号直播", "A channels live"), xml: CHANNELS_LIVE },
];

const MUSIC: &str = concat!(
    "<appmsg appid=\"\" sdkver=\"0\"><title>清晨的海</title><des>示例乐队</des><action>view</action><type>3</type>",
    "<url>https://example.com/song?id=1&amp;from=share</url><lowurl>https://example.com/song?id=1</lowurl>",
    "<dataurl>https://example.com/song.mp3</dataurl><lowdataurl>https://example.com/song.mp3</lowdataurl>",
    "<songalbumurl>https://example.com/album.jpg</songalbumurl></appmsg>"
);
const LINK: &str = concat!(
    "<appmsg appid=\"\" sdkver=\"0\"><title>周报</title><des>本周进展 &amp; 下周安排</des><action>view</action>",
    "<type>5</type><url>https://example.com/weekly?a=1&amp;b=2</url><thumburl>https://example.com/cover.jpg</thumburl>",
    "</appmsg>"
);
const FILE: &str = concat!(
    "<appmsg appid=\"\" sdkver=\"0\"><title>报价单.pdf</title><des></des><type>6</type><appattach>",
    "<totallen>20480</totallen><fileext>pdf</fileext>",
    "<attachid>@cdn_3057020100044b30_00112233445566778899aabbccddeeff_1</attachid>",
    "<cdnattachurl>3057020100044b30</cdnattachurl><aeskey>00112233445566778899aabbccddeeff</aeskey>",
    "<encryver>1</encryver></appattach><md5>0123456789abcdef0123456789abcdef</md5></appmsg>"
);
const RECORD: &str = concat!(
    "<appmsg appid=\"\" sdkver=\"0\"><title>群聊的聊天记录</title><des>张三: 明天几点？\n李四: 九点</des><type>19</type>",
    "<recorditem><![CDATA[<recordinfo><title>群聊的聊天记录</title><desc>张三: 明天几点？\n李四: 九点</desc>",
    "<datalist count=\"2\"><dataitem datatype=\"1\" dataid=\"0123456789abcdef0123456789abcde0\">",
    "<sourcename>张三</sourcename><sourcetime>2026-1-2 18:00</sourcetime><datadesc>明天几点？</datadesc></dataitem>",
    "<dataitem datatype=\"1\" dataid=\"0123456789abcdef0123456789abcde1\"><sourcename>李四</sourcename>",
    "<sourcetime>2026-1-2 18:01</sourcetime><datadesc>九点</datadesc></dataitem></datalist></recordinfo>]]></recorditem>",
    "</appmsg>"
);
const MINI_PROGRAM: &str = concat!(
    "<appmsg appid=\"\" sdkver=\"0\"><title>点餐</title><des>点餐</des><type>33</type>",
    "<url>https://mp.weixin.qq.com/mp/waerrpage?appid=wx0123456789abcdef</url>",
    "<sourceusername>gh_0123456789ab@app</sourceusername><sourcedisplayname>点餐</sourcedisplayname><weappinfo>",
    "<username><![CDATA[gh_0123456789ab@app]]></username><appid><![CDATA[wx0123456789abcdef]]></appid><type>2</type>",
    "<version>1</version><weappiconurl><![CDATA[https://example.com/icon.png?a=1&b=2]]></weappiconurl>",
    "<pagepath><![CDATA[pages/menu/index.html?table=7&from=share]]></pagepath></weappinfo></appmsg>"
);
const CHANNELS_CARD: &str = concat!(
    "<appmsg appid=\"\" sdkver=\"0\"><title>示例视频号</title><type>50</type><findernamecard>",
    "<username>v2_060000231003b20faec8c7e1811fc2d6cd07ee36b0773e5b0e0e0f5b9c5a@finder</username>",
    "<avatar><![CDATA[https://example.com/head.jpg?a=1&b=2]]></avatar><nickname>示例视频号</nickname><auth_job></auth_job>",
    "<auth_icon>0</auth_icon><auth_icon_url></auth_icon_url></findernamecard></appmsg>"
);
const CHANNELS_VIDEO: &str = concat!(
    "<appmsg appid=\"\" sdkver=\"0\"><title>当前版本不支持展示该内容，请升级至最新版本。</title><type>51</type><finderFeed>",
    "<objectId>14264358459626524774</objectId><feedType>4</feedType><nickname>示例视频号</nickname>",
    "<avatar>https://example.com/head.jpg</avatar><desc>一段示例视频</desc><mediaCount>1</mediaCount>",
    "<objectNonceId>1234567890123456789_0_0_0_0_0</objectNonceId>",
    "<username>v2_060000231003b20faec8c7e1811fc2d6cd07ee36b0773e5b0e0e0f5b9c5a@finder</username><mediaList><media>",
    "<mediaType>4</mediaType><url>https://example.com/video.mp4</url><thumbUrl>https://example.com/thumb.jpg</thumbUrl>",
    "<width>1080</width><height>1920</height><videoPlayDuration>15</videoPlayDuration></media></mediaList></finderFeed>",
    "</appmsg>"
);
const QUOTE: &str = concat!(
    "<appmsg appid=\"\" sdkver=\"0\"><title>好的，收到</title><type>57</type><refermsg><type>1</type>",
    "<svrid>1789783684714859663</svrid><fromusr>wxid_0123456789abcd</fromusr><chatusr>wxid_0123456789abcd</chatusr>",
    "<displayname>张三</displayname><content>明天九点开会</content></refermsg></appmsg>"
);
const CHANNELS_LIVE: &str = concat!(
    "<appmsg appid=\"\" sdkver=\"0\"><title></title><des></des><action>view</action><type>63</type><finderLive>",
    "<finderLiveID>2072236212301405218</finderLiveID>",
    "<finderUsername>v2_060000231003b20faec8c7e1811fc2d6cd07ee36b0773e5b0e0e0f5b9c5a@finder</finderUsername>",
    "<finderObjectID>14495775134794408225</finderObjectID><nickname>示例视频号</nickname><desc>今晚八点直播</desc>",
    "<finderNonceID>832112128873914556_0_142_0_0</finderNonceID><headUrl>https://example.com/head.jpg</headUrl>",
    "<liveStatus>1</liveStatus><media><coverUrl>https://example.com/cover.jpg</coverUrl><height>1000</height>",
    "<width>750</width><mediaType>9</mediaType></media></finderLive></appmsg>"
);

#[cfg(test)]
mod tests {
    use super::CARDS;
    use crate::appmsg::{AppMsg, TYPES};

    /// Each is of its type, says nothing that no field stands for, and is the same when it was read and built again.
    #[test]
    fn each_is_of_its_type_and_fully_understood() {
        let mut last = 0;
        for card in CARDS {
            let read = AppMsg::read(card.xml).expect(card.name);
            let number = read.shell.kind.as_deref().and_then(|number| number.parse().ok()).expect("a type");
            let kind = TYPES.iter().find(|kind| kind.number == number).expect("a type that has a name");
            assert_eq!(kind.name, card.name);
            assert!(read.other.is_empty() && number > last, "{}: {:?}", card.name, read.other);
            assert_eq!(AppMsg::read(&read.build().expect("it builds")).expect("it reads"), read, "{}", card.name);
            last = number;
        }
    }
}
