//! Texts as programs write them, and what is found in each.

use super::*;

/// What is found: each payload with its form.
fn found(text: &str) -> Vec<(String, Form)> {
    payloads(text).into_iter().map(|one| (one.text.into_owned(), one.form)).collect()
}

fn only(text: &str, payload: &str, form: Form) {
    assert_eq!(found(text), [(payload.to_owned(), form)], "{text}");
}

const JSON: &str = r#"{"errcode":0,"errmsg":"ok","list":[{"a":1}]}"#;

#[test]
fn json_stands_in_any_line() {
    for text in [
        format!("10:00 INFO got {JSON}"),
        format!("[INFO][2025-03-01 10:00:00][a.py:145] - [x] send resp: {JSON}"),
        format!("resp={JSON}, cost=35ms"),
        format!("{JSON}。谢谢 {{}} {{ and [1]"),
        format!("headers={{}} body={JSON}\n"),
        format!("<4>app: a<b & List<String> {JSON}"),
        format!("[wechat {JSON}]"),
        format!("when {{\n say {{name}} to {JSON}"),
    ] {
        only(&text, JSON, Form::Json);
    }
    let pretty = "{\n  \"a\": {\n    \"b\": 1\n  }\n}";
    only(&format!("x\n{pretty}\ny"), pretty, Form::Json);
    assert_eq!(payloads(&format!("{JSON}\n{JSON} {JSON}\n")).len(), 3);
}

/// A tool may put something before each line: what it put there is no part of the payload.
#[test]
fn lines_behind_what_a_tool_put_there_are_read() {
    let pretty = "{\n  \"a\": {\n    \"b\": \"x | y\"\n  },\n  \"c\": [1,\n 2]\n}";
    for prefix in [
        "app-1  | ",
        "2025-03-03T10:00:00Z ",
        "2025-03-03T10:00:00.123456789Z stdout F ",
        "[2025-03-03 10:00:00] ",
        "web-7d9f | ",
    ] {
        let lines = |text: &str| text.replace('\n', &format!("\n{prefix}"));
        let text = format!("{prefix}got\n{prefix}{}\n{prefix}behind", lines(pretty));
        only(&text, pretty, Form::Prefixed);
        // Behind words, with another second, and a member in the first line.
        let compact = "{\"a\":1,\n\"b\":{\"c\":2}}";
        let text = format!("{prefix}POST /x {}", lines(compact)).replacen("10:00:00", "10:00:01", 2);
        only(&text, compact, Form::Prefixed);
    }
    // Threads are not each other's.
    assert!(payloads("[a-1] {\n[a-2] \"a\": 1}").iter().all(|one| one.form != Form::Prefixed));
    // Where the lines do not all begin so, it is none.
    for text in ["app-1  | {\napp-1  |   \"a\": 1,\nother\napp-1  | }", "a {\na \"b\": 1\na }", "1 {\n1 \"a\n1 \": 1}"]
    {
        assert!(payloads(text).iter().all(|one| one.form != Form::Prefixed), "{text}");
    }
}

/// A payload is looked at in parts: wherever one ends, in a word or in an escape, the whole is read.
#[test]
fn long_payloads_are_whole_wherever_they_are_cut() {
    for token in ["true", "false", "null", "\"\\u4f60\\n\"", "-12.5e3", "[]"] {
        for length in 4060..4100 {
            let json = format!("{{\"a\":\"{}\",\"b\":{token},\"c\":1}}", "x".repeat(length));
            let text = format!("10:00 INFO got {json}\nnext");
            assert_eq!(payloads(&text)[0].text, json, "{token} {length}");
        }
    }
}

#[test]
fn what_was_escaped_is_read() {
    let inner = r#"{"a":"你\n\"好\"","b":[1]}"#;
    let once = crate::layer::json::quote(inner);
    let twice = crate::layer::json::quote(&format!("x {once} y"));
    only(&format!("body: {once}"), inner, Form::Escaped);
    only(
        &format!("level=info msg={} cost=3", crate::layer::json::quote(&format!("send {inner}"))),
        inner,
        Form::Escaped,
    );
    only(&format!("msg={twice} z"), inner, Form::Escaped);
    let nginx: String = inner
        .bytes()
        .map(|byte| match byte {
            b'"' | b'\\' | 0x7f.. => format!("\\x{byte:02X}"),
            _ => char::from(byte).to_string(),
        })
        .collect();
    only(&format!("1.2.3.4 - \"POST / HTTP/1.1\" 200 \"{nginx}\" \"-\""), inner, Form::Escaped);
    let bytes: String = inner
        .bytes()
        .map(|byte| match byte {
            b'\\' => "\\\\".to_owned(),
            0x7f.. => format!("\\x{byte:02x}"),
            _ => char::from(byte).to_string(),
        })
        .collect();
    only(&format!("data: b'{bytes}', next"), inner, Form::Escaped);
    only("x {&quot;a&quot;:&quot;b&quot;}", r#"{"a":"b"}"#, Form::Escaped);
}

/// As tables are exported: each quote of a cell is two.
#[test]
fn cells_of_a_table_are_read() {
    let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let pretty = "{\n  \"a\": {\n    \"b\": \"say \\\"hi\\\", \"\n  }\n}";
    let list = r#"[{"a":""},{"b":"c,d"}]"#;
    for json in [JSON, pretty, list] {
        for text in [
            format!("time,body\n10:00,{},3\n", cell(json)),
            format!("10:00;{}", cell(&format!("got {json} in 3ms"))),
            cell(json),
        ] {
            only(&text, json, Form::Doubled);
        }
    }
    let two = format!("a,{}\r\nb,{}\r\n", cell(JSON), cell(pretty));
    assert_eq!(found(&two), [(JSON.to_owned(), Form::Doubled), (pretty.to_owned(), Form::Doubled)]);
    // A text that was a cell before.
    only(&cell(&cell(JSON)), JSON, Form::Doubled);
    let xml = "<msg><appmsg appid=\"wx1\" sdkver=\"0\"><title>a</title></appmsg></msg>";
    assert_eq!(found(&format!("a,{}\n", cell(xml))), [(xml.to_owned(), Form::Xml)]);
    // An empty name is JSON's own.
    only(r#"got {"": 1}"#, r#"{"": 1}"#, Form::Json);
    assert!(found(r#"{""a"" and no more"#).is_empty());
}

#[test]
fn prints_of_languages_are_read() {
    only(
        "r: {'a': None, 'b': [True, False], 'c': \"it's\", 'd': 'x\\'\\n\\u4f60', 'e': (1, 2.5), 'f': {}}",
        r#"{"a":null,"b":[true,false],"c":"it's","d":"x'\n你","e":[1,2.5],"f":{}}"#,
        Form::Python,
    );
    only(
        "{'body': b'\\xe4\\xbd\\xa0 {\"a\": 1}', 'at': datetime.datetime(2025, 3, 1), 1: 2}",
        r#"{"body":"你 {\"a\": 1}","at":"datetime.datetime(2025, 3, 1)","1":2}"#,
        Form::Python,
    );
    only(
        "got {\n  a: 'b',\n  list: [ 1, 2, ... 98 more items ],\n  c: undefined,\n  d: Foo { e: 1n },\n  'f-g': 'x' +\n    'y'\n}",
        r#"{"a":"b","list":[1,2],"c":null,"d":{"e":1},"f-g":"xy"}"#,
        Form::JavaScript,
    );
    let print = payloads("{ a: { b: [Object], f: [Function: g] }, h: <Buffer 7b 22> }");
    assert_eq!(print[0].text, r#"{"a":{"b":"[Object]","f":"[Function: g]"},"h":"<Buffer 7b 22>"}"#);
    assert_eq!(print[0].left, ["[Object]", "[Function: g]", "<Buffer 7b 22>"]);
    // Nobody can tell which comma is a text's.
    let java = payloads("参数: {appid=wx_a, list=[{to=x, content=你好, 世界}]}");
    assert_eq!(
        (java[0].form, java[0].fault.as_ref().map(|fault| fault.code)),
        (Form::Java, Some(crate::problem::Code::Ambiguous))
    );
}

#[test]
fn prints_with_arrows_are_read() {
    let json = r#"{"ret":200,"msg":"好 'a' \\n","data":{"ids":["x",null],"ok":true}}"#;
    let ruby = r#"got {"ret"=>200, "msg"=>"好 'a' \\n", "data"=>{"ids"=>["x", nil], "ok"=>true}}"#;
    only(ruby, json, Form::Ruby);
    only(r#"{:ret=>200, :state=>:sent, "a b"=>1.5}"#, r#"{"ret":200,"state":"sent","a b":1.5}"#, Form::Ruby);
    let perl = "$VAR1 = {\n  'ret' => 200,\n  'msg' => 'a\\nb \\'c\\' \\\\',\n  'x' => undef\n};";
    only(perl, r#"{"ret":200,"msg":"a\\nb 'c' \\","x":null}"#, Form::Ruby);
    only(r#"resp: %{"ret" => 200, "data" => %{"list" => []}}"#, r#"{"ret":200,"data":{"list":[]}}"#, Form::Ruby);
    let rust = r#"Object {"ret": Number(200), "l": Array [String("a\n"), Bool(true), Null]}"#;
    only(rust, r#"{"ret":200,"l":["a\n",true,null]}"#, Form::Rust);
    // Escapes that JSON has not.
    only(r#"{"a"=>"\e[0m \#{x} \u{1b} \u4f60"}"#, r#"{"a":"\u001b[0m #{x} \u001b 你"}"#, Form::Ruby);
    only(r#"Object {"a": String("\u{1b}\'\u{1f600}")}"#, r#"{"a":"\u001b'😀"}"#, Form::Rust);
    let over_lines = "Object {\n    \"ret\": Number(\n        200,\n    ),\n    \"l\": Array [],\n}";
    only(over_lines, r#"{"ret":200,"l":[]}"#, Form::Rust);
    only(
        r#"Reply { errcode: 0, msgid: Some("x"), more: None }"#,
        r#"{"errcode":0,"msgid":"x","more":null}"#,
        Form::Rust,
    );
}

#[test]
fn prints_of_php_are_read() {
    let json = r#"{"ret":200,"msg":"it's","data":{"ids":["a",3768973957878705021],"none":null,"empty":[]}}"#;
    let exported = "resp: array (\n  'ret' => 200,\n  'msg' => 'it\\'s',\n  'data' => \n  array (\n    'ids' => \n    array (\n      0 => 'a',\n      1 => 3768973957878705021,\n    ),\n    'none' => NULL,\n    'empty' => \n    array (\n    ),\n  ),\n)\nnext";
    only(exported, json, Form::Php);
    let object =
        "(object) array(\n     'ret' => 200,\n     'data' => \n    (object) array(\n       'a' => true,\n    ),\n  )";
    only(object, r#"{"ret":200,"data":{"a":true}}"#, Form::Php);
    let dd = "array:3 [▼\n  \"ret\" => 200\n  \"msg\" => \"it's\"\n  \"data\" => array:3 [▼\n    \"ids\" => array:2 [▼\n      0 => \"a\"\n      1 => 3768973957878705021\n    ]\n    \"none\" => null\n    \"empty\" => []\n  ]\n]";
    only(dd, json, Form::Php);
    let dumped = "x array(3) {\n  [\"ret\"]=>\n  int(200)\n  [\"msg\"]=>\n  string(4) \"it's\"\n  [\"data\"]=>\n  object(stdClass)#1 (3) {\n    [\"ids\":protected]=>\n    array(2) {\n      [0]=>\n      string(1) \"a\"\n      [1]=>\n      int(3768973957878705021)\n    }\n    [\"none\"]=>\n    NULL\n    [\"empty\"]=>\n    array(0) {\n    }\n  }\n}\n";
    only(dumped, json, Form::Php);
    let xdebug = "/var/www/a.php:3:\narray(3) {\n  'ret' =>\n  int(200)\n  'msg' =>\n  string(2) \"ok\"\n  'data' =>\n  class stdClass#1 (2) {\n    public $a =>\n    double(1.5)\n    protected $b =>\n    array(1) {\n      [0] =>\n      bool(true)\n    }\n  }\n}\n";
    only(xdebug, r#"{"ret":200,"msg":"ok","data":{"a":1.5,"b":[true]}}"#, Form::Php);
    // It may hold what looks as its own end.
    only("array(1) {\n  [\"a\"]=>\n  string(6) \"好\"\n}\"\n}\n", r#"{"a":"好\"\n}"}"#, Form::Php);
    let lines = "Array\n(\n    [ret] => 200\n    [msg] => it's\n    [data] => stdClass Object\n        (\n            [ids] => Array\n                (\n                    [0] => a\n                    [1] => 3768973957878705021\n                )\n\n            [no] => \n            [zero] => 007\n        )\n\n)\n";
    let of_lines = r#"{"ret":200,"msg":"it's","data":{"ids":["a",3768973957878705021],"no":"","zero":"007"}}"#;
    only(lines, of_lines, Form::Php);
    // A chat takes all indentation away.
    let bare: Vec<_> = lines.lines().map(str::trim_start).collect();
    only(&(bare.join("\n") + "\n"), of_lines, Form::Php);
}

#[test]
fn objects_with_the_names_of_their_fields_are_read() {
    let json = r#"{"ret":200,"msg":"好","data":{"ids":[1,{"a":null}],"ok":true}}"#;
    for text in [
        "got Reply(ret=200, msg='好', data=Data(ids=[1, X(a=None)], ok=True)) in 3ms",
        r#"["ret": 200, "msg": "好", "data": ["ids": [1, ["a": nil]], "ok": true]]"#,
        r#"x [AnyHashable("ret"): 200, AnyHashable("msg"): Optional("好"), AnyHashable("data"): ["ids": [1, ["a": nil]], "ok": true]]"#,
        "OrderedDict([('ret', 200), ('msg', '好'), ('data', OrderedDict([('ids', [1, X(a=None)]), ('ok', True)]))])",
    ] {
        only(text, json, Form::Object);
    }
    // Where texts have no quotes, nobody can tell where one ends.
    for text in [
        "SendResult(ret=200, msg=操作成功, data=Data(msgId=1))",
        "SendResult[ret=200, msg=ok]",
        "SendResult { Ret = 200, Msg = ok }",
        "{Ret:200 Msg:ok Data:{MsgId:1}}",
        "map[data:map[a:1] msg:ok ret:200]",
        "{ret: 200, msg: ok, data: {a: 1}}",
        "{\n    msg = ok;\n    ret = 200;\n}",
    ] {
        let line = format!("got {text} in 3ms");
        let found = payloads(&line).remove(0);
        assert!(
            found.form == Form::Object && found.fault.is_some() && text.ends_with(&*found.text),
            "{text} {found:?}"
        );
    }
    for code in [
        "f(a=1, b='x')",
        "Client(url='x', code=b)",
        "x = { code: err.code, message: err.message }",
        "res.json({ code: 0, msg: m })",
        "[\"ret\", 200, \"msg\", \"ok\"]",
        "if (ret == 200) { msg = x }",
        "Reply(ret=200)",
    ] {
        assert!(found(code).is_empty(), "{code} {:?}", payloads(code));
    }
}

/// What is code of PHP's, what lost a part, and what is only alike.
#[test]
fn what_php_did_not_print_is_not_read() {
    for text in [
        "$a = array('ret' => 200, 'msg' => 'x');",
        "$a = array(\n  'ret' => $code,\n);",
        "$a = ['ret' => 200, 'msg' => ['x' => 1]];",
        "array (\n 'a' => 1 'b' => 2 )",
        "in_array ('a', $b) and array ('x')",
        "array(1) {\n  [\"a\"]=>\n  string(9) \"好\"\n}\n",
        "Array\n(\n    [a] => two\nlines\n)\n",
        "Array\n(\n    [a] => two\n[b] => lines\n)\n",
        "Array\n(\n    [a] => two\n[b] => lines\n    [c] => 1\n)\n",
        "Array\n(\n    [a] => Array\n        (\n            [b] => two\n)\n        )\n\n)\n",
        "SubArray\n(\n [a] => 1\n)\n",
        "list [a] => (b) Array",
        "[\"a\" => b]",
    ] {
        assert!(found(text).is_empty(), "{text} {:?}", payloads(text));
    }
}

/// What is still to come may end what began, from the first letter of its head on.
#[test]
fn prints_of_php_are_waited_for() {
    for text in [
        "got array (\n  'ret' => 200,\n)\n",
        "got array(1) {\n  [\"ret\"]=>\n  int(200)\n}\n",
        "got Array\n(\n    [ret] => 200\n)\n",
        "got array:1 [\n  \"ret\" => 200\n]\n",
    ] {
        let end = text.trim_end().len();
        for cut in text.find("ret").expect("a key") + 5..end {
            let step = next(&text[..cut], 0, false);
            assert!(matches!(step, Step::Open(4)), "{cut} {text} {step:?}");
        }
        let step = next(text, 0, false);
        let is_whole = matches!(&step, Step::Found(found, at) if found[0].text == r#"{"ret":200}"# && *at == end);
        assert!(is_whole, "{text} {step:?}");
    }
}

#[test]
fn xml_has_its_end() {
    let xml = "<xml><a><![CDATA[</xml>]]></a>\n<xml>b</xml></xml>";
    only(&format!("got {xml} in 3ms <b>now</b>"), xml, Form::Xml);
    only("x <note><to>a</to></note> y", "<note><to>a</to></note>", Form::Xml);
    assert!(found("a <b>c</b> <i/> List<Map<String>> 1 < 2 <html><script>{\"a\":1}</script></html>").is_empty());
}

/// A line of a log that begins with its moment ends what was not closed before it.
#[test]
fn what_was_cut_ends_before_the_next_record() {
    for cut in ["{\n \"a\": 1,\n", "{\n \"a\": 1\n", "{\n \"a\":\n", "{\n \"a\": \"x\n"] {
        for head in ["2025-03-01 10:00:00 got", "[2025-03-01 10:00:00] got", "10:00:00.123 got", "2025/03/01 got"] {
            let text = format!("{cut}{head} {{\"b\": 2}}\n");
            let all = payloads(&text);
            assert_eq!((all.len(), all[0].is_cut, &*all[1].text), (2, true, "{\"b\": 2}"), "{text}");
        }
    }
}

#[test]
fn what_is_broken_is_one_and_what_follows_is_found() {
    let check = |text: &str, cut: bool, at: usize| {
        let all = payloads(text);
        let fault = all[0].fault.as_ref().expect(text);
        assert_eq!(
            (all.len(), all[0].is_cut, fault.span.as_ref().map(|span| span.start)),
            (2, cut, Some(at)),
            "{all:?}"
        );
        assert_eq!(all[1].text, "{\"z\":1}");
    };
    check("x {\"a\":{\"b\":1},\"c\":\"d\n{\"z\":1}", true, 21);
    check("{\"a\":1 \"b\":{\"c\":2}} {\"z\":1}", false, 7);
    check("<xml><a>1</a><b>\n{\"z\":1}", true, 16);
    check("x {'a': {'b': 1}, 'c': 'd\n{\"z\":1}", true, 25);
    let deep = format!("{}{}", "{\"a\":".repeat(200), "1") + &"}".repeat(200);
    let deep = payloads(&deep);
    assert_eq!((deep.len(), deep[0].fault.as_ref().map(|fault| fault.code)), (1, Some(crate::problem::Code::TooDeep)));
}

/// A line that is cut holds nothing up: what the next line of its log begins with goes on with nothing.
#[test]
fn a_cut_line_of_a_log_waits_for_nothing() {
    for cut in ["got {\"a\":1,", "when {", "got {\"a\":[1,2", "got {"] {
        for next_line in ["INFO got {\"b\":2}", "{\"b\":2}", "{'b': 2}", "[x] {\"b\":2}"] {
            let text = format!("10:03 {cut}\n10:04 {next_line}\n");
            let (mut at, mut found) = (0, vec![]);
            while let Step::Found(all, next) = next(&text, at, false) {
                found.extend(all.into_iter().map(|one| one.text.into_owned()));
                at = next;
            }
            assert!(found.iter().any(|one| one == "{\"b\":2}"), "{text} {found:?}");
        }
    }
}

/// However a text is parted, a stream finds in it what the whole has.
#[test]
fn a_stream_finds_what_the_whole_has() {
    let text = format!(
        "a {JSON}\n{{\n \"b\": [1,\n 2]}}\n<xml>\n<a>1</a>\n</xml>\nx {{'a': 1}} {{ c: 'd',\n e: 1 }}\nlast {JSON}\nx,\"{{\n\"\"a\"\":\n1}}\"\nw-1 | {{\nw-1 | \"a\": 1,\nw-1 | \"b\": 2}}\n"
    );
    let whole: Vec<_> = payloads(&text).into_iter().map(|one| one.span).collect();
    assert_eq!(whole.len(), 8);
    for part in 0..=text.len() {
        let Some(first) = text.get(..part) else { continue };
        let (mut all, mut at) = (Vec::new(), 0);
        for (text, is_all) in [(first, false), (&text[..], true)] {
            loop {
                match next(text, at, is_all) {
                    Step::Found(found, next) => {
                        all.extend(found.into_iter().map(|one| one.span));
                        at = next;
                    }
                    Step::Open(open) => {
                        at = open;
                        break;
                    }
                    Step::End => break,
                }
            }
        }
        // What a line breaks off in is still to come; a stream is looked at by whole lines.
        if first.ends_with('\n') {
            assert_eq!(all, whole, "{part}");
        }
    }
}

/// What Python prints and a log cuts off, anywhere: what is there is read, and nothing else is said.
#[test]
fn a_print_that_is_cut_off_is_read_up_to_there() {
    let print = r"{'TypeName': 'AddMsg', 'Data': {'MsgId': 1, 'List': [None, 'a\'\u4f60'], 'Content': {'string': 'x\ny'}}, 'Z': 2}";
    let whole = payloads(print).remove(0);
    let mut texts = 0;
    for (end, _) in print.char_indices().skip(24) {
        for behind in ["", "\nnext line\n"] {
            let text = format!("got {}{behind}", &print[..end]);
            let found = payloads(&text);
            // Between two members more may follow in the next line.
            let Some(cut) = found.first().filter(|one| behind.is_empty() || one.is_cut) else { continue };
            assert!(cut.is_cut && cut.fault.is_some() && cut.form == Form::Python, "{text} {cut:?}");
            assert!(cut.text.starts_with(r#"{"TypeName":"AddMsg""#), "{text} {cut:?}");
            // All that is whole is as in the whole.
            let shared = cut.text.trim_end_matches(['}', ']', '"']);
            assert!(whole.text.starts_with(shared), "{shared}\n{}", whole.text);
            texts += 1;
        }
    }
    assert!(texts > 100, "{texts}");
    // Code, of which more follows.
    for code in ["d = {'a': 'b',\n  'c': foo}", "x = {\n 'a': b,\n}", "f({'a': [1,\n 2, y]})"] {
        assert!(found(code).is_empty(), "{code}");
    }
}

/// The same of other languages, with all that is whole.
#[test]
fn prints_of_others_are_cut_off_as_well() {
    for (text, json, form) in [
        (
            "got {\"ret\"=>500, \"msg\"=>\"no\", \"data\"=>{\"msgId\"=>",
            r#"{"ret":500,"msg":"no","data":{}}"#,
            Form::Ruby,
        ),
        ("Object {\"ret\": Number(500), \"msg\": String(\"o", r#"{"ret":500,"msg":"o"}"#, Form::Rust),
        (
            "Array\n(\n    [ret] => 500\n    [data] => Array\n        (\n            [id] => 1",
            r#"{"ret":500,"data":{}}"#,
            Form::Php,
        ),
        ("Array\n(\n    [ret] => 500\n    [msg] => no\n", r#"{"ret":500,"msg":"no"}"#, Form::Php),
        ("array(2) {\n  [\"ret\"]=>\n  int(500)\n  [\"msg\"]=>\n  string(2) \"o", r#"{"ret":500}"#, Form::Php),
        ("array (\n  'ret' => 500,\n  'data' => \n  array (\n    'id' => '1", r#"{"ret":500,"data":{}}"#, Form::Php),
        ("array (\n  'a' => 1,\n  0 => 2,\n  'b' => array (", r#"{"a":1,"0":2,"b":[]}"#, Form::Php),
        ("{'ret': 500, 'data': {'id'\n2026-01-01 10:00:00 next", r#"{"ret":500,"data":{}}"#, Form::Python),
        ("{'ret': 500,\n2026-01-01 10:00:00 next", r#"{"ret":500}"#, Form::Python),
    ] {
        let found = payloads(text);
        assert_eq!(found.len(), 1, "{text} {found:?}");
        assert_eq!((&*found[0].text, found[0].form, found[0].is_cut), (json, form, true), "{text}");
    }
    for code in [
        "$a = array(\n  'ret' => 1,\n  'x' => $y",
        "Array\n(\n [a] => 1\nmore\nlines",
        "array(1) {\n  [\"a\"]=>\n text\n more",
    ] {
        assert!(found(code).is_empty(), "{code}");
    }
}

/// Longer than what is near, in one line or in many.
#[test]
fn long_xml_is_read_to_its_end() {
    for line in ["a".repeat(100_000), "a\n".repeat(50_000)] {
        let xml = format!("<xml><a>1</a><Content><![CDATA[{line}]]></Content></xml>");
        only(&format!("INFO got {xml} done\nnext"), &xml, Form::Xml);
        let cut = payloads(&xml[..xml.len() - 20]).remove(0);
        assert!(cut.is_cut, "{:?}", cut.fault);
    }
}

#[test]
fn deep_xml_is_named_and_not_read_from_its_midst() {
    for root in ["xml", "other"] {
        let xml = format!("<{root}>{}x{}</{root}>", "<a>".repeat(200), "</a>".repeat(200));
        let found = payloads(&xml);
        let told: Vec<_> =
            found.iter().map(|one| (one.span.clone(), one.fault.as_ref().map(|fault| fault.code))).collect();
        assert_eq!(told, [(0..xml.len(), Some(crate::problem::Code::TooDeep))], "{root}");
    }
}

/// Bytes in a string's escapes are UTF-8 where they can be, as Redis shows what it is sent.
#[test]
fn bytes_in_a_string_are_characters() {
    let json = r#"{"appId":"wx_1","content":"你好 é"}"#;
    let bytes: String = json
        .bytes()
        .map(|byte| match byte {
            b'"' => "\\\"".to_owned(),
            0x80.. => format!("\\x{byte:02x}"),
            byte => char::from(byte).to_string(),
        })
        .collect();
    only(&format!("1762914093.1 [0 10.0.3.7:1] \"LPUSH\" \"q\" \"{bytes}\""), json, Form::Escaped);
    // What is no UTF-8 is a text's.
    only(r#"x "{\"a\":\"caf\xe9\"}""#, r#"{"a":"café"}"#, Form::Escaped);
}
