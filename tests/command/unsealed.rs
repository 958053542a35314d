//! `wxwire explain --profile` opens what is encrypted; `--get` prints one value of it.

use serde_json::Value;
use wxwire::crypto::wecom::{Keys, Sealed};
use wxwire::crypto::yunzhenji;
use wxwire_tests::{Output, Wxwire};

const TOKEN: &str = "S3cr3tToken";
const KEY: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
const OTHER: &str = "bcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH";
const COMPANY: &str = "ww6a112864f8022910";
const YUNZHENJI: &str = "0123456789abcdef0123456789ABCDEF";
const EVENTS: &str = r#"[{"type":"chatMsg","rel_wxid":"1","data":[{"msg_type":"text"}]}]"#;

/// Runs `wxwire explain --profile NAME`.
fn explain(profile: &str, more: &[&str], input: &str) -> Output {
    let wecom = |name: &str, token: &str, key: &str, receiver: &str| {
        format!("[{name}.wecom]\ncallback_token = '{token}'\nencoding_aes_key = '{key}'\nreceive_id = '{receiver}'\n")
    };
    let profiles = [
        wecom("shop", TOKEN, KEY, COMPANY),
        wecom("token", "0therToken", KEY, COMPANY),
        wecom("key", TOKEN, OTHER, COMPANY),
        wecom("company", TOKEN, KEY, "ww0000000000000000"),
        wecom("bot", TOKEN, KEY, ""),
        format!("[shop.yunzhenji]\nencoding_aes_key = '{YUNZHENJI}'\n"),
        format!("[yunzhenji.yunzhenji]\nencoding_aes_key = '{}'\n", YUNZHENJI.replace('0', "x")),
        format!("[half.wecom]\nencoding_aes_key = '{KEY}'\n[none.gewe]\ntoken = 'x'\n"),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("profiles.toml");
    std::fs::write(&file, profiles.concat()).expect("it is written");
    let arguments = [&["explain", "--lang", "en", "--profile", profile], more].concat();
    let output = Wxwire::new(&arguments).env("WXWIRE_PROFILES", file.to_str().expect("UTF-8")).input(input).run();
    for secret in [TOKEN, KEY, OTHER, YUNZHENJI, "0therToken"] {
        assert!(!output.out.contains(secret) && !output.err.contains(secret), "{output:?}");
    }
    output
}

fn message() -> String {
    format!(
        "<xml><ToUserName>{COMPANY}</ToUserName><FromUserName>li</FromUserName><CreateTime>1583995625</CreateTime>\
         <MsgType>text</MsgType><Content>a &amp; b</Content><MsgId>7</MsgId><AgentID>1</AgentID></xml>"
    )
}

fn sealed(company: &str, text: &str) -> Sealed {
    Keys::new(TOKEN, KEY, Some(company)).expect("a key").seal(text.as_bytes(), [7; 16], "1583995625", "99")
}

fn request(sealed: &Sealed, body: &str) -> String {
    let query = format!("msg_signature={}&timestamp={}&nonce={}", sealed.signature, sealed.timestamp, sealed.nonce);
    format!("POST /hook?{query} HTTP/1.1\r\nHost: h\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

/// What a profile makes of an input, and with which status.
fn unsealed(profile: &str, input: &str, exit: i32) -> Value {
    let whole = explain(profile, &["--json"], input).exits(exit).json();
    let [one] = &whole["unsealed"].as_array().expect("a list")[..] else { panic!("one answer: {whole}") };
    one.clone()
}

#[test]
fn every_envelope_is_opened() {
    let app = sealed(COMPANY, &message());
    let xml = format!("<xml><ToUserName>x</ToUserName><Encrypt><![CDATA[{}]]></Encrypt></xml>", app.encrypt);
    let json = format!(r#"{{"encrypt":"{}"}}"#, app.encrypt);
    for input in [&xml, &json, &request(&app, &xml), &request(&app, &json), &app.to_xml(), &app.to_json()] {
        let one = unsealed("shop", input, 0);
        assert_eq!((&one["gateway"], &one["explained"]["kind"]), (&"wecom".into(), &"callback".into()), "{input}");
        assert_eq!(explain("shop", &["--get", "/xml/Content"], input).exits(0).out, "a & b");
    }
    let bot = sealed("", r#"{"msgid":"1","aibotid":"a","msgtype":"text","text":{"content":"hi"}}"#);
    let body = format!(r#"{{"encrypt":"{}"}}"#, bot.encrypt);
    assert_eq!(explain("bot", &["--get", "/text/content"], &request(&bot, &body)).exits(0).out, "hi");
    assert_eq!(unsealed("shop", &request(&bot, &body), 30)["step"], "receiver");
    let pushed = yunzhenji::Keys::new(YUNZHENJI).expect("a key").seal(EVENTS.as_bytes());
    assert_eq!(unsealed("shop", &pushed, 0)["gateway"], "yunzhenji");
    assert_eq!(explain("shop", &["--get", ""], &pushed).exits(0).out, EVENTS);
}

#[test]
fn the_step_that_failed_is_told_with_what_it_usually_means() {
    let app = sealed(COMPANY, &message());
    let json = format!(r#"{{"encrypt":"{}"}}"#, app.encrypt);
    let request = request(&app, &json);
    for (profile, input, step, means) in [
        ("token", &request, "signature", "another app"),
        ("key", &json, "padding", "wrong key"),
        ("company", &request, "receiver", COMPANY),
        ("half", &request, "setting", "callback_token"),
        ("shop", &json.replace("\"}", "A\"}"), "base64", "cut in transit"),
        ("shop", &format!(r#"{{"encrypt":"{}"}}"#, &app.encrypt[..40]), "length", "cut in transit"),
    ] {
        let one = unsealed(profile, input, 30);
        assert_eq!(one["step"], step, "{profile}: {one}");
        assert!(one["message"].as_str().expect("text").contains(means), "{one}");
        let shown = explain(profile, &[], input).exits(30).out;
        assert!(shown.contains(&format!("[{step}]")) && shown.contains(means), "{shown}");
    }
    // The body alone needs no token.
    assert_eq!(unsealed("half", &json, 0)["gateway"], "wecom");
    let pushed = yunzhenji::Keys::new(YUNZHENJI).expect("a key").seal(EVENTS.as_bytes());
    assert_eq!(unsealed("yunzhenji", &pushed, 30)["gateway"], "yunzhenji");
}

#[test]
fn what_is_not_encrypted_is_said_to_be_none() {
    for input in [r#"{"errcode":0,"errmsg":"ok"}"#, "just words", "<xml><a/></xml>"] {
        let whole = explain("shop", &["--json"], input).exits(0).json();
        assert_eq!(whole["unsealed"], serde_json::json!([]), "{input}");
    }
    for profile in ["none", "nobody"] {
        assert!(explain(profile, &[], "{}").exits(10).err.contains(&format!("[{profile}.wecom]")));
    }
    explain("shop", &["--set", "/a=b"], "{}").exits(2);
}

#[test]
fn one_value_is_printed_as_it_is() {
    let get = |input: &str, path: &str| Wxwire::new(&["explain", "--get", path, "--lang", "en"]).input(input).run();
    let reply = include_str!("../../crates/wxwire/tests/samples/xbot/xbot_send_live_reply.json");
    let content = "/data/msg_data/content!base64!protobuf";
    assert_eq!(get(reply, &format!("{content}/3")).exits(0).out, "抖音APP");
    assert_eq!(get(reply, "/data/msg_data/sendtime").exits(0).out, "1639363237");
    assert!(get(reply, "/data/msg_data").exits(0).out.starts_with('{'));
    let text =
        r#"{"a/b":[1,{"c":"x\ny"}],"token":"s3cr3t-value-1","deep":{"url":"http://h/?access_token=s3cr3t-value-1"}}"#;
    assert_eq!(get(text, "/a~1b/1/c").exits(0).out, "x\ny");
    assert_eq!(get(text, "/a~1b").exits(0).out, r#"[1,{"c":"x\ny"}]"#);
    for path in ["/token", "/deep", "/deep/url", "/deep/url!query/access_token", ""] {
        let hidden = get(text, path).exits(30);
        assert!(hidden.out.is_empty() && !hidden.err.contains("s3cr3t"), "{path}: {hidden:?}");
    }
    assert!(get(text, "/nowhere").exits(2).out.is_empty());
    let json = Wxwire::new(&["explain", "--json", "--get", "/a~1b/0"]).input(text).run().exits(0).json();
    assert_eq!(json, serde_json::json!({"path": "/a~1b/0", "text": "1"}));
}
