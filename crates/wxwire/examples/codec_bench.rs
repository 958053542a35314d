//! Runs one piece of the codec's work over and over, so that it can be timed beside other tools.
//!
//! `codec_bench CASE INPUT_DIR MS` repeats CASE for MS milliseconds (0: once) and prints nanoseconds for one operation.
//! Cases: `validate`, `validate.broken`, `appmsg.mini`, `appmsg.shell`, `explain`.

// Unlike the codec, it reads files and the clock.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use wxwire::catalog;
use wxwire::layer::document::{Document, Guide, Held, Layer};
use wxwire::layer::xml;

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
