//! How long the codec takes, beside the least that the same bytes cost elsewhere.
//!
//! `cargo xtask bench`. Compare rows of one run, not figures of two.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)] // Timing needs a clock.

use divan::{Bencher, black_box};
use wxwire::catalog;
use wxwire::operation::Entry;

fn main() {
    divan::main();
}

/// Five messages of Yunzhenji, as they go on the wire.
fn body() -> Vec<u8> {
    let entry = send_message();
    let values = entry.examples().into_iter().find(|example| example.name == "five").expect("an example").values;
    let credentials =
        wxwire::secret::Credentials::new().with("app_id", "yzj0123456789").with("access_token", "a1b2c3d4");
    entry.build(&values, &credentials, "http://h").expect("a request").into_http().into_body()
}

fn send_message() -> &'static Entry {
    catalog::find("yunzhenji.send_message").expect("in the catalog")
}

/// Five messages, from bytes to problems.
mod check {
    use super::{Bencher, black_box, body, send_message};

    #[divan::bench]
    fn wxwire(bencher: Bencher<'_, '_>) {
        let (entry, body) = (send_message(), body());
        assert!(entry.check_body(&body).is_empty());
        bencher.bench_local(|| entry.check_body(black_box(&body)));
    }

    /// Parsing alone, no rules.
    #[divan::bench]
    fn serde_json_value(bencher: Bencher<'_, '_>) {
        let body = body();
        bencher.bench_local(|| serde_json::from_slice::<serde_json::Value>(black_box(&body)));
    }
}

/// A reply with base64 in base64 in JSON and protobuf in it: from bytes to every leaf; and to what they mean.
mod explain {
    use super::{Bencher, black_box, catalog};
    use wxwire::layer::document::{Document, Guide};

    const REPLY: &[u8] = include_bytes!("../tests/samples/xbot/xbot_send_live_reply.json");

    #[divan::bench]
    fn layers(bencher: Bencher<'_, '_>) {
        let entry = catalog::find("xbot.send_live").expect("in the catalog");
        let guide = Guide { schema: Some(entry.reply_schema()), ..Guide::default() };
        bencher.bench_local(|| {
            let mut bytes = 0;
            Document::new(black_box(REPLY), guide)
                .expect("bytes")
                .visit(|leaf| bytes += leaf.path.len() + leaf.span.len());
            bytes
        });
    }

    #[divan::bench]
    fn meanings(bencher: Bencher<'_, '_>) {
        bencher.bench_local(|| wxwire::explain::explain(black_box(REPLY), None));
    }
}

/// Typed values to a checked request.
mod build {
    use super::{Bencher, black_box};
    use wxwire::operation::Call;
    use wxwire::operation::Operation;
    use wxwire::secret::Credentials;
    use wxwire::yunzhenji::SendMessage;

    #[divan::bench]
    fn wxwire(bencher: Bencher<'_, '_>) {
        let values = SendMessage::examples().remove(6).values;
        let credentials = Credentials::new().with("app_id", "a").with("access_token", "t");
        bencher.bench_local(|| black_box(&values).request(&credentials, "http://h"));
    }
}

/// A typed mini program to its XML, beside the same strings as JSON.
mod appmsg {
    use super::{Bencher, black_box};
    use wxwire::appmsg::AppMsg;

    fn message() -> AppMsg {
        AppMsg::read(include_str!("../src/gewe/send_app/mini_program.xml")).expect("the document's sample")
    }

    #[divan::bench]
    fn wxwire(bencher: Bencher<'_, '_>) {
        let message = message();
        bencher.bench_local(|| black_box(&message).build());
    }

    #[divan::bench]
    fn serde_json_same_strings(bencher: Bencher<'_, '_>) {
        let message = message();
        bencher.bench_local(|| serde_json::to_vec(black_box(&message)));
    }
}

/// The document's sample and a full shell, from XML to a typed message.
mod appmsg_read {
    use super::{Bencher, black_box};
    use wxwire::appmsg::AppMsg;

    #[divan::bench(args = [
        include_str!("../src/gewe/send_app/mini_program.xml"),
        include_str!("../tests/samples/appmsg/appmsg_4_android_shell.xml"),
    ])]
    fn wxwire(bencher: Bencher<'_, '_>, xml: &str) {
        bencher.bench_local(|| AppMsg::read(black_box(xml)).expect("a sample"));
    }
}

/// The same mini program to the body of a request: XML inside JSON.
mod appmsg_body {
    use super::{Bencher, black_box};
    use wxwire::appmsg::AppMsg;

    #[divan::bench]
    fn wxwire(bencher: Bencher<'_, '_>) {
        let xml = include_str!("../src/gewe/send_app/mini_program.xml");
        let message = AppMsg::read(xml).expect("the document's sample");
        bencher.bench_local(|| serde_json::to_vec(&black_box(&message).build().expect("XML")));
    }

    /// The XML is there already.
    #[divan::bench]
    fn serde_json_text(bencher: Bencher<'_, '_>) {
        let xml = include_str!("../src/gewe/send_app/mini_program.xml");
        let text = AppMsg::read(xml).and_then(|message| message.build()).expect("the document's sample");
        bencher.bench_local(|| serde_json::to_vec(black_box(&text)));
    }
}

/// Broken JSON of every kind, mended: the time grows as the text does.
mod import {
    use super::{Bencher, black_box};

    /// One item: a comment, a bare key, single quotes, quotes inside a string, a comma for a colon, a comma too many.
    const ITEM: &str = "{ // one, of \"many\": 1\n name: 'it\'s', \"xml\": \"<appmsg appid=\"\" sdkver=\"0\"><title>标题</title></appmsg>\", \
        \"index\",24, \"text\": \"a long text that needs nothing done to it, and stays to the byte as it was found\", },\n";

    #[divan::bench(args = [1_250_000, 2_500_000, 5_000_000], sample_count = 10)]
    fn broken_json(bencher: Bencher<'_, '_>, length: usize) {
        let text = format!("{{\"list\": [{}]}}", ITEM.repeat(length / ITEM.len()));
        let imported = wxwire::import::import(text.as_bytes(), None).expect("JSON");
        assert!(imported.problems.is_empty() && imported.repairs.len() > length / 50, "{:?}", imported.problems);
        bencher
            .counter(divan::counter::BytesCount::new(text.len()))
            .bench_local(|| wxwire::import::import(black_box(text.as_bytes()), None));
    }

    /// The same at one line, whose comments end where JSON goes on.
    #[divan::bench(args = [1_250_000, 2_500_000, 5_000_000], sample_count = 10)]
    fn lines_lost(bencher: Bencher<'_, '_>, length: usize) {
        let item =
            ITEM.replace("name: ", "'name': ").replace("of \"many\": 1\n", "of many: at most 5。 ").replace('\n', " ");
        let text = format!("{{\"list\": [{}]}}", item.repeat(length / item.len()));
        let imported = wxwire::import::import(text.as_bytes(), None).expect("JSON");
        assert!(imported.problems.is_empty() && imported.dropped.len() > length / 500, "{:?}", imported.problems);
        bencher
            .counter(divan::counter::BytesCount::new(text.len()))
            .bench_local(|| wxwire::import::import(black_box(text.as_bytes()), None));
    }
}
