//! What people paste, row by row, and what is told of it: texts as logs, programs, browsers and consoles write them.

use serde_json::Value;
use wxwire_tests::Wxwire;

/// What `explain --json` tells: a document on each line.
fn explained(input: impl Into<Vec<u8>>, more: &[&str], status: i32) -> Vec<Value> {
    let words = [&["explain", "--json", "--lang", "en"], more].concat();
    let out = Wxwire::new(&words).input(input).run().exits(status).out;
    out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// One document, with these members: a pointer and its value, as text.
#[track_caller]
fn row(input: impl Into<Vec<u8>>, status: i32, members: &[(&str, &str)]) {
    let all = explained(input, &[], status);
    let [one] = &all[..] else { panic!("one document: {all:?}") };
    has(one, members);
}

#[track_caller]
fn has(one: &Value, members: &[(&str, &str)]) {
    for (pointer, value) in members {
        let found = match pointer.strip_prefix("!") {
            Some(path) => one["layers"]
                .as_array()
                .and_then(|all| all.iter().find(|line| line["path"] == path))
                .map(|line| &line["value"]),
            None => one.pointer(pointer),
        };
        let found = found.map(|found| found.as_str().map_or_else(|| found.to_string(), str::to_owned));
        assert_eq!(found.as_deref(), Some(*value), "{pointer}: {one}");
    }
}

const CALLBACK: &str = r#"{"TypeName":"AddMsg","Appid":"wx_AbC","Wxid":"wxid_b22b22","Data":{"MsgId":19,"FromUserName":{"string":"5@chatroom"},"ToUserName":{"string":"wxid_b22b22"},"MsgType":1,"Content":{"string":"wxid_a11a11:\n明天几点？"},"Status":3,"ImgStatus":1,"ImgBuf":{"iLen":0},"CreateTime":1741000000,"MsgSource":"","NewMsgId":2272330000000505583,"MsgSeq":69}}"#;

const LIVE: &str =
    r#"{"anchor_userid": "zhangsan", "theme": "周三\"例会\"", "living_start": 1741000000, "living_duration": 3600}"#;

const IS_CALLBACK: [(&str, &str); 3] =
    [("/kind", "callback"), ("/gateway", "gewe"), ("!/Data/Content/string", "wxid_a11a11:\n明天几点？")];

const IS_LIVE: [(&str, &str); 3] =
    [("/kind", "request"), ("/operation", "wecom.living_create"), ("!/theme", "周三\"例会\"")];

/// A text between the quotes of a JSON string.
fn escaped(text: &str) -> String {
    let quoted = serde_json::to_string(text).expect("a string");
    quoted[1..quoted.len() - 1].to_owned()
}

#[test]
fn a_callback_in_a_log_of_any_shape() {
    let e = escaped(CALLBACK);
    let nginx: String = CALLBACK
        .bytes()
        .map(|byte| match byte {
            b'"' | b'\\' | 0x80.. => format!("\\x{byte:02X}"),
            byte => char::from(byte).to_string(),
        })
        .collect();
    let python = CALLBACK.replace("\\n", "<br>").replace('"', "'").replace("<br>", "\\n");
    for text in [
        CALLBACK.to_owned(),
        format!("{{\"log\":\"2025 got {e}\\n\",\"stream\":\"stdout\",\"time\":\"2025-03-01T10:00:00Z\"}}\n"),
        format!("{{\"level\":\"info\",\"body\":\"{e}\"}}"),
        format!("headers={{}} body={CALLBACK}\n"),
        format!("level=info msg=\"callback {e}\" cost=3"),
        format!("127.0.0.1 - - \"POST /cb HTTP/1.1\" 200 0 \"{nginx}\" \"-\""),
        format!(" [09:12:44] [WARNING] [client.py:196]: 出错: 'TypeName'。内容: {python}。\n"),
        format!("[INFO][2025-03-01 10:00:00][a.py:145] - {CALLBACK}, cost=35ms"),
        format!("10:00 收到 {CALLBACK} 处理完成"),
    ] {
        row(text.clone(), 0, &IS_CALLBACK);
        let content = Wxwire::new(&["explain", "--get", "/Data/Wxid"]).input(text.clone()).run();
        assert_eq!(content.exit, 2, "{text}");
        assert_eq!(Wxwire::new(&["explain", "--get", "/Wxid"]).input(text).run().exits(0).out, "wxid_b22b22");
    }
    let all = explained(format!("{{\"trace_id\":\"abc\"}} got callback: {CALLBACK}"), &[], 0);
    assert_eq!(all.len(), 2);
    has(&all[1], &IS_CALLBACK);
}

#[test]
fn a_request_in_a_log_of_any_shape() {
    for text in [
        format!(
            "{{\"@timestamp\": \"2025-03-01T10:00:00Z\", \"message\": \"POST https://qyapi.weixin.qq.com/cgi-bin/living/create?access_token=CANARY body={}\"}}",
            escaped(LIVE)
        ),
        format!("body: \"{}\"", escaped(LIVE)),
        format!("2025-03-01T10:00:00 level=info msg=\"send {}\" cost=3", escaped(LIVE)),
        format!(
            "{{ anchor_userid: 'zhangsan', theme: '周三\"例会\"', living_start: 1741000000, living_duration: 3600 }}"
        ),
    ] {
        row(text, 0, &IS_LIVE);
    }
    let cut = "{ anchor_userid: 'zhangsan', theme: 'x', living_start: 1741000000, living_duration: [Object] }";
    let all = explained(cut, &[], 0);
    has(&all[0], &[("/form", "javascript"), ("/left_out/0", "[Object]")]);
}

#[test]
fn replies_say_what_happened() {
    let refused = |code: &'static str| [("/kind", "reply"), ("/verdict/level", "refused"), ("/verdict/code", code)];
    row(
        "{'errcode': 81013, 'errmsg': 'user & party & tag all invalid, hint: [16910]', 'invaliduser': 'admin'}\n",
        0,
        &refused("81013"),
    );
    row(
        "[INFO][2025-03-01 10:00:00][a.py:145] - [x] send resp: {\"errcode\":60020,\"errmsg\":\"not allow to access from your ip\"}",
        0,
        &refused("60020"),
    );
    row(
        "INFO 请求完成: resp={\"ret\":0,\"msg\":\"success\",\"data\":{\"BaseResponse\":{\"ret\":-2,\"errMsg\":{}},\"Count\":1,\"List\":[]}}, cost=35ms",
        0,
        &[("/verdict/level", "refused"), ("/verdict/reasons/0/path", "/data/BaseResponse/ret")],
    );
    row(
        r#"{"Success":true,"Code":0,"Message":"成功","Data":{"BaseResponse":{"ret":-2,"errMsg":{}},"newMsgId":0}}"#,
        0,
        &[("/kind", "json"), ("/verdict/level", "refused"), ("/verdict/reasons/0/path", "/Data/BaseResponse/ret")],
    );
    let rounded = explained(
        r#"{"ret":200,"msg":"操作成功","data":{"toWxid":"wxid_a11a11","createTime":1736500000,"msgId":0,"newMsgId":4736481220943518000,"type":1}}"#,
        &[],
        0,
    );
    assert!(rounded[0]["layers"].to_string().contains("rounded by JavaScript"), "{rounded:?}");
    let wxjava = "ERROR BaseWxCpServiceImpl : 【请求地址】: https://qyapi.weixin.qq.com/cgi-bin/message/send?access_token=CANARY\n【请求参数】：{\"touser\":\"zhangsan\",\"agentid\":1000002,\"msgtype\":\"text\",\"text\":{\"content\":\"hi\"}}\n【错误信息】：错误代码：81013, 原始报文：{\"errcode\":81013,\"errmsg\":\"all invalid\",\"invaliduser\":\"zhangsan\"}";
    let all = explained(wxjava, &[], 0);
    assert_eq!((all.len(), &all[0]["operation"], &all[1]["line"]), (2, &"wecom.message_send".into(), &3.into()));
    has(&all[1], &refused("81013"));
}

#[test]
fn words_and_pages_have_a_verdict() {
    for text in [
        "get err: WorkwxClientError { Code: 41016, Msg: \"missing title, hint: [1695], from ip: 1.2.3.4\" }\n",
        "41016 missing title",
        "send failed, errcode: 41016",
    ] {
        row(text, 0, &[("/kind", "code"), ("/verdict/level", "refused"), ("/codes/0/code", "41016")]);
    }
    let html = "<html>\n<head><title>502 Bad Gateway</title></head>\n<body></body>\n</html>\n";
    row(
        format!("HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\n\r\n{html}"),
        0,
        &[("/kind", "page"), ("/verdict/level", "unknown"), ("/verdict/reasons/0/code", "http_status")],
    );
    row(
        "HTTP/1.1 200 OK\nContent-Type: text/html\n\n<!doctype html><html><body>请先登录</body></html>\n",
        0,
        &[("/kind", "page"), ("/verdict/level", "unknown"), ("/verdict/reasons/0/code", "not_json")],
    );
    row(r#"{"testMsg":"验证回调地址是否可用","token":"wx_A"}"#, 0, &[("/kind", "callback")]);
    row(
        "收到回调请求: {'testMsg': '验证回调地址是否可用', 'token': 'wx_A'}\n",
        0,
        &[("/kind", "callback"), ("/form", "python")],
    );
}

#[test]
fn what_is_damaged_is_told_with_its_place() {
    row(
        r#"{"errcode":81013,"errmsg":"user & party"#,
        30,
        &[("/kind", "reply"), ("/broken", "true"), ("/verdict/level", "refused"), ("/problems/0/code", "cut_off")],
    );
    row(
        r#"{"appid":"a","to_wxid":"b","xml":"c",}"#,
        30,
        &[("/kind", "request"), ("/broken", "true"), ("/problems/0/code", "syntax")],
    );
    row(
        "16:11 ERROR {\"error\":\"x\",\"body\":\"<xml><ToUserName><![CDATA[ww0]]></ToUserName><Encrypt><![CDATA[zhWhE3YN\"}",
        30,
        &[("/kind", "callback"), ("/gateway", "wecom"), ("/problems/0/code", "cut_off")],
    );
    row("[".repeat(300), 30, &[("/kind", "json"), ("/problems/0/code", "too_deep")]);
    row("<xml><a>1</b></xml>", 30, &[("/kind", "xml"), ("/problems/0/code", "xml_syntax")]);
    row(
        "请求参数: {appid=wx_A, list=[{to=x, content=你好, 世界}]}",
        30,
        &[("/form", "java"), ("/problems/0/code", "ambiguous")],
    );
}

#[test]
fn every_callback_is_told_and_one_that_came_twice() {
    let other = CALLBACK.replace("505583", "505584").replace("\"MsgType\":1,", "\"MsgType\":51,");
    let all = explained(format!("{CALLBACK}\n{CALLBACK}\n{other}\n"), &[], 0);
    let told: Vec<_> =
        all.iter().map(|one| (one["document"].as_u64(), one["of"].as_u64(), one["repeats"].as_u64())).collect();
    assert_eq!(told, [(Some(1), Some(3), None), (Some(2), Some(3), Some(1)), (Some(3), Some(3), None)]);
    let shown = Wxwire::new(&["explain", "--lang", "zh"])
        .input(format!("{CALLBACK}\n{CALLBACK}\n{other}\n"))
        .run()
        .exits(0)
        .out;
    assert!(shown.contains("共有 3 个载荷") && shown.contains("与第 1 个相同"), "{shown}");
}

/// Every encoding that Chinese systems write, by every command that reads values.
#[test]
fn encodings_are_read_and_named() {
    let live = LIVE.replace("\\\"例会\\\"", "例会");
    let le: Vec<u8> = live.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = [0xfeff].into_iter().chain(live.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let gb: Vec<u8> = live
        .chars()
        .flat_map(|char| match char {
            '周' => vec![0xd6, 0xdc],
            '三' => vec![0xc8, 0xfd],
            '例' => vec![0xc0, 0xfd],
            '会' => vec![0xbb, 0xe1],
            char => vec![u8::try_from(char).expect("ASCII")],
        })
        .collect();
    let marked = [b"\xef\xbb\xbf", live.as_bytes()].concat();
    for (bytes, name) in [(le, Some("utf-16le")), (be, Some("utf-16be")), (gb, Some("gb18030")), (marked, None)] {
        let all = explained(bytes.clone(), &[], 0);
        has(&all[0], &[("/operation", "wecom.living_create"), ("!/theme", "周三例会")]);
        assert_eq!(all[0]["encoding"].as_str(), name);
        let checked =
            Wxwire::new(&["check", "wecom.living_create", "-", "--json"]).input(bytes.clone()).run().exits(0).json();
        assert_eq!(checked["encoding"].as_str(), name);
        let imported = Wxwire::new(&["import", "--json"]).input(bytes.clone()).run().exits(0).json();
        assert_eq!(
            (&imported["values"]["theme"], imported["repairs"][0]["before"].as_str()),
            (&"周三例会".into(), name.or(Some("\u{feff}")))
        );
        // One value changed, and every other byte stays as it came.
        let set = |theme: &str, input: Vec<u8>| {
            Wxwire::new(&["explain", "--json", "--set", &format!("/theme={theme}")]).input(input).run().exits(0).json()
        };
        let changed = set("三三例会", bytes.clone());
        assert!(changed.get("base64").is_some() || changed.get("text").is_some());
    }
    let damaged = [LIVE.as_bytes(), b" access_token=CANARY \xe4\xbd"].concat();
    let out = Wxwire::new(&["explain", "--lang", "en"]).input(damaged).run();
    assert!(out.out.contains("UTF-8 with 1 broken") && !out.out.contains("CANARY"), "{out:?}");
}

/// A text that was cut inside of a character is none in another encoding, and one that may be in another is not imported for sure.
#[test]
fn a_text_that_may_be_in_another_encoding_is_not_sure() {
    let body = |content: &[u8]| [br#"{"appId":"wx","toWxid":"w","content":""#, content, b"\"}"].concat();
    let import = |content: &[u8]| Wxwire::new(&["import"]).input(body(content)).run();
    for cut in ["直播".as_bytes().split_at(4).0, "奥".as_bytes().split_at(2).0] {
        assert_eq!(import(cut).exits(30).out, "", "{cut:x?}");
    }
    // 陶喆 in GBK, of which GB2312 has the first alone; 好 in GB2312.
    assert!(import(b"\xcc\xd5\x86\xb4").exits(30).out.contains("陶喆"));
    assert!(import(b"\xba\xc3").exits(0).out.contains("好"));
}

#[test]
fn check_says_what_a_reply_is() {
    for (text, words) in [
        (r#"{"errcode":45009,"errmsg":"api freq out of limit"}"#, "this is a reply"),
        (r#"{"errcode":45009,"errmsg":"api freq out of limit",}"#, "this is a reply"),
        (r#"{"touser":"a","msgtype":"text","agentid":1,"text":{"content":"x"},}"#, "import prints the body"),
    ] {
        let out = Wxwire::new(&["check", "wecom.message_send", "-", "--lang", "en"]).input(text).run().exits(30).out;
        assert!(out.contains(words) && !(words.contains("reply") && out.contains("import prints")), "{out}");
    }
}
