//! The vendors' samples: every one reads, and is the same when it was built and read again.

use super::*;

/// The XML that the content of a message in a callback is.
fn content(callback: &str) -> String {
    let callback: serde_json::Value = serde_json::from_str(callback).expect("JSON");
    callback["Data"]["Content"]["string"].as_str().expect("a content").to_owned()
}

macro_rules! sample {
    ($name:literal) => {
        include_str!(concat!("../../../tests/samples/", $name))
    };
}

#[test]
fn music() {
    let read = check_again(sample!("appmsg/appmsg_3_music.xml"));
    let AppMsg { shell, part: Part::Music(_), other } = read.message else { unreachable!("type 3") };
    assert_eq!((shell.title.as_deref(), shell.des.as_deref()), (Some("云烟成雨"), Some("房东的猫")));
    assert!(shell.dataurl.is_some_and(|url| url.ends_with("song.mp3")));
    assert_eq!(other.0.len(), 2, "the empty shell of a mini program, and <websearch />");
    let appinfo = read.msg.expect("a <msg>").appinfo.expect("the app");
    assert_eq!(appinfo.appname.as_deref(), Some("QQ音乐"));
}

#[test]
fn a_video_page_in_a_full_shell() {
    let AppMsg { shell, part: Part::Link(_), other } =
        check_again(sample!("appmsg/appmsg_4_android_shell.xml")).message
    else {
        unreachable!("type 4, for all its shells")
    };
    assert!(shell.des.is_some_and(|des| des.contains("示例作者\n播放")));
    assert!(other.0.iter().any(|piece| piece.starts_with("<finderLiveProductShare>")));
}

#[test]
fn a_channels_live() {
    let Part::ChannelsLive(live) = check_again(sample!("appmsg/appmsg_63_channels_live.xml")).message.part else {
        unreachable!("type 63")
    };
    let live = live.finder_live.expect("a live");
    assert_eq!(live.finder_object_id.as_deref(), Some("14495775134794408225"), "beyond i64");
    assert_eq!(live.media.and_then(|media| media.media_type).as_deref(), Some("9"));
    assert!(live.other.is_empty());
}

#[test]
fn a_mini_program() {
    let AppMsg { shell, part: Part::MiniProgram(program), .. } =
        check_again(&content(sample!("gewe/gewe_cb_appmsg33_miniapp.json"))).message
    else {
        unreachable!("type 33")
    };
    let info = program.weappinfo.expect("a program");
    assert_eq!(info.username, Some("gh_d6ba986a4ad3@app".into()));
    assert_eq!(info.kind.as_deref(), Some("2"));
    assert!(info.other.0.contains(&"<flagshipflag>0</flagshipflag>".to_owned()));
    assert!(shell.appattach.is_some_and(|attach| attach.cdnthumbwidth.as_deref() == Some("720")));
}

#[test]
fn a_mini_program_that_the_document_sends() {
    let AppMsg { shell, part: Part::MiniProgram(program), other } =
        check_again(include_str!("../../gewe/send_app/mini_program.xml")).message
    else {
        unreachable!("type 33")
    };
    // Escaped in one place, raw in CDATA in the other: the same URL.
    let thumb = shell.thumburl.clone().expect("a picture");
    assert!(thumb.ends_with("?wx_fmt=png&wxfrom=200"));
    let info = program.weappinfo.clone().expect("a program");
    assert_eq!(info.weappiconurl, Some(CData(thumb)));
    assert_eq!((info.kind.as_deref(), info.appid), (Some("1"), Some("".into())));
    // All of it has its field.
    assert!(other.is_empty() && info.other.is_empty() && shell.appattach.is_some());
}

#[test]
fn a_quote_of_a_file() {
    let AppMsg { shell, part: Part::Quote(quote), .. } =
        check_again(&content(sample!("gewe/gewe_cb_appmsg57_quote.json"))).message
    else {
        unreachable!("type 57")
    };
    let refer = quote.refermsg.expect("a quoted message");
    assert_eq!((shell.title.as_deref(), refer.kind.as_deref()), (Some("看看这个"), Some("49")));
    let file = check_again(&refer.content.expect("a content")).message;
    assert!(matches!(file.part, Part::File(_)));
    assert_eq!(file.shell.title.as_deref(), Some("hhh.xlsx"));
}

#[test]
fn a_link_and_a_file() {
    let Part::Link(link) = check_again(&content(sample!("gewe/gewe_cb_appmsg5_link.json"))).message.part else {
        unreachable!("type 5")
    };
    assert_eq!(link.mmreadershare.and_then(|share| share.itemshowtype).as_deref(), Some("0"));
    let AppMsg { shell, part: Part::File(_), other } =
        check_again(&content(sample!("gewe/gewe_cb_appmsg6_file_done.json"))).message
    else {
        unreachable!("type 6")
    };
    let attach = shell.appattach.expect("an attachment");
    assert_eq!(attach.overwrite_newmsgid.as_deref(), Some("1789783684714859663"), "beyond 2^53");
    assert!(other.is_empty() && attach.other.is_empty());
}
