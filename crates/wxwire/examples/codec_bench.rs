//! Runs one piece of the codec's work over and over, so that it can be timed beside other tools.
//!
//! `codec_bench CASE INPUT_DIR MS` repeats CASE for MS milliseconds (0: once) and prints nanoseconds for one operation.
//! Cases: `validate`, `validate.broken`, `appmsg.mini`, `appmsg.shell`, `explain`, `build`;
//! `build!print` prints what `build` makes; `log` explains every payload of `app.log`, which the example `log` writes.

// Unlike the codec, it reads files and the clock.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use serde::Deserialize;
use wxwire::appmsg::{AppAttach, AppMsg, DynamicPageInfo, ExtInfo, MiniProgram, PackageInfo, Part, Shell, WeappInfo};
use wxwire::catalog;
use wxwire::explain::{self, Beside};
use wxwire::gewe::SendApp;
use wxwire::lang::Lang;
use wxwire::layer::document::{Document, Guide, Held, Layer};
use wxwire::layer::xml;
use wxwire::scan::{self, Step};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [case, folder, milliseconds] = &arguments[..] else {
        eprintln!("usage: codec_bench CASE INPUT_DIR MS");
        return ExitCode::from(2);
    };
    let read = |name: &str| std::fs::read(format!("{folder}/{name}")).expect("an input file");
    let time = Duration::from_millis(milliseconds.parse().expect("milliseconds"));
    let entry = catalog::find("yunzhenji.send_message").expect("in the catalog");
    let check = |bytes: &[u8], expected: usize| {
        let problems = entry.check_body(bytes);
        assert_eq!(problems.iter().filter(|problem| problem.is_error()).count(), expected, "{problems:?}");
        problems
    };
    match case.as_str() {
        "validate" => measure(time, &read("yzj_send_message.json"), |bytes| check(bytes, 0)),
        "validate.broken" => measure(time, &read("yzj_send_message_broken.json"), |bytes| check(bytes, 5)),
        "appmsg.mini" => measure(time, &read("appmsg_miniapp.xml"), |bytes| tree(bytes, "appmsg")),
        "appmsg.shell" => measure(time, &read("appmsg_shell.xml"), |bytes| tree(bytes, "msg")),
        "explain" => measure(time, &read("xbot_reply.json"), open),
        "build" => measure(time, &read("gewe_miniapp.json"), build),
        "log" => measure(time, &read("app.log"), log),
        "build!print" => println!("{}", String::from_utf8_lossy(&build(&read("gewe_miniapp.json")))),
        _ => {
            eprintln!("no such case: {case}");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// An XML text to its tree.
fn tree(bytes: &[u8], root: &str) -> usize {
    let tree = xml::Tree::parse(std::str::from_utf8(bytes).expect("UTF-8")).expect("XML");
    assert_eq!(tree.root().name(), root);
    tree.len()
}

/// A reply of xbot's, opened to the bottom: every leaf of every layer as text.
fn open(bytes: &[u8]) -> usize {
    let entry = catalog::find("xbot.send_live").expect("in the catalog");
    let document =
        Document::new(bytes, Guide { schema: Some(entry.reply_schema()), ..Guide::default() }).expect("bytes");
    let (mut fields, mut sender) = (0, false);
    document.visit(|leaf| {
        fields += usize::from(leaf.layer == Layer::Protobuf);
        sender |= leaf.layer == Layer::Base64 && leaf.value == Held::Text("小明");
    });
    assert!(fields == 8 && sender);
    fields
}

/// Every payload of a log, explained and written as JSON; the bytes that were written.
fn log(bytes: &[u8]) -> usize {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let (mut at, mut written) = (0, 0);
    while let Step::Found(found, next) = scan::next(text, at, true) {
        for part in found.into_iter().flat_map(explain::of_payload) {
            written += part.json(&Beside::default(), Lang::En).len();
        }
        at = next;
    }
    written
}

/// What a mini program is made of that somebody fills in.
#[derive(Deserialize)]
struct Filled {
    appid: String,
    to_wxid: String,
    title: String,
    username: String,
    weapp_type: u32,
    cover: String,
}

/// Typed values to the body of a request: JSON that holds XML that holds CDATA.
fn build(bytes: &[u8]) -> Vec<u8> {
    let filled: Filled = serde_json::from_slice(bytes).expect("the input");
    let (empty, zero) = (|| Some("".into()), || Some("0".into()));
    let appattach = AppAttach {
        totallen: zero(),
        attachid: empty(),
        emoticonmd5: empty(),
        fileext: empty(),
        aeskey: empty(),
        ..AppAttach::default()
    };
    let shell = Shell {
        title: Some(filled.title.clone().into()),
        des: Some(filled.title.clone().into()),
        appid: empty(),
        sdkver: zero(),
        action: empty(),
        kind: Some("33".into()),
        showtype: zero(),
        soundtype: zero(),
        mediatagname: empty(),
        messageext: empty(),
        messageaction: empty(),
        content: empty(),
        contentattr: zero(),
        url: empty(),
        lowurl: empty(),
        dataurl: empty(),
        lowdataurl: empty(),
        appattach: Some(appattach),
        extinfo: Some(ExtInfo::default()),
        sourceusername: Some(filled.username.clone().into()),
        sourcedisplayname: Some(filled.title.into()),
        thumburl: Some(filled.cover.clone().into()),
        md5: empty(),
        statextstr: empty(),
    };
    let weappinfo = WeappInfo {
        username: Some(filled.username.into()),
        appid: Some("".into()),
        kind: Some(filled.weapp_type.to_string().into()),
        version: zero(),
        weappiconurl: Some(filled.cover.into()),
        pkginfo: Some(PackageInfo { kind: zero(), md5: Some("".into()), ..PackageInfo::default() }),
        wadynamicpageinfo: Some(DynamicPageInfo {
            should_use_dynamic_page: zero(),
            cache_key: Some("".into()),
            ..DynamicPageInfo::default()
        }),
        appservicetype: zero(),
        ..WeappInfo::default()
    };
    let part = Part::MiniProgram(MiniProgram { weappinfo: Some(weappinfo) });
    let message = AppMsg { shell, part, ..AppMsg::default() };
    let xml = message.build().expect("XML");
    assert!(xml.len() > 1000);
    let mut body = Vec::with_capacity(xml.len() + xml.len() / 4);
    let values = SendApp { appid: filled.appid, to_wxid: filled.to_wxid, xml };
    serde_json::to_writer(&mut body, &values).expect("JSON");
    body
}

/// Warms up for half the time, then repeats for the whole of it.
fn measure<T>(time: Duration, input: &[u8], operation: impl Fn(&[u8]) -> T) {
    let repeat = |time: Duration| {
        let (start, mut count) = (Instant::now(), 0u32);
        loop {
            black_box(operation(black_box(input)));
            count += 1;
            if time.is_zero() || count.is_multiple_of(16) {
                let spent = start.elapsed();
                if spent >= time {
                    return spent.as_nanos() as f64 / f64::from(count);
                }
            }
        }
    };
    if !time.is_zero() {
        repeat(time / 2);
    }
    println!("{:.1}", repeat(time));
}
