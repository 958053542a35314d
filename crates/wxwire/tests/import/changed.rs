//! What a program does to a value between its making and its sending: it is followed, or refused, and never passed over.

mod csharp;
mod dart;
mod go;
mod java;
mod kotlin;
mod php;
mod powershell;
mod ruby;
mod swift;

use wxwire::import::import;
use wxwire::layer::json::Tree;
use wxwire::problem::Code;

pub(super) const URL: &str = "http://h.example/gewe/v2/api/message/postText";

/// A program in a language: what makes the value, and what sends it.
#[derive(Clone, Copy)]
pub(super) struct Program(pub(super) &'static str, pub(super) &'static str);

impl Program {
    /// The program with something between the two.
    fn with(&self, change: &str) -> String {
        format!("{}{change}{}", self.0, self.1.replace("ADDRESS", URL))
    }
}

pub(super) const PHP: Program = php::PROGRAM;
pub(super) const CSHARP: Program = csharp::PROGRAM;

/// What stands between the two, and the content that is sent then; none where that is not for certain.
type Change = (&'static str, Option<&'static str>);

/// The changes of all languages.
fn all() -> impl Iterator<Item = (Program, &'static str, Option<&'static str>)> {
    let languages = [
        (csharp::PROGRAM, csharp::CHANGES),
        (dart::PROGRAM, dart::CHANGES),
        (go::PROGRAM, go::CHANGES),
        (java::PROGRAM, java::CHANGES),
        (kotlin::PROGRAM, kotlin::CHANGES),
        (php::PROGRAM, php::CHANGES),
        (ruby::PROGRAM, ruby::CHANGES),
        (swift::PROGRAM, swift::CHANGES),
    ];
    languages
        .into_iter()
        .flat_map(|(program, changes)| changes.iter().map(move |(change, content)| (program, *change, *content)))
}

#[test]
fn what_is_done_to_a_value_is_followed_or_refused() {
    for (program, change, content) in all() {
        let program = program.with(change);
        let imported = import(program.as_bytes(), None).expect(&program);
        assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.message_post_text"), "{program}");
        let values = imported.values.as_deref().map(|values| Tree::parse(values).expect("JSON"));
        let found =
            values.as_ref().and_then(|values| values.root().get("content")?.as_str().map(|text| text.into_owned()));
        assert_eq!(found.as_deref(), content, "{program}\n{imported:?}");
        // Each of them makes JSON of it.
        let is_form = imported.problems.iter().any(|one| one.code == Code::SentOtherwise);
        assert!(!is_form, "{program}\n{imported:?}");
    }
}

/// What is serialized before it is changed is sent as it was.
#[test]
fn what_was_serialized_stays_as_it_was() {
    for program in [
        "<?php\n$data=[\"appId\"=>\"a\",\"toWxid\"=>\"b\",\"content\"=>\"c\"];\n$j=json_encode($data);\n$data[\"content\"]=\"later\";\n$ch=curl_init(\"ADDRESS\");\ncurl_setopt($ch,CURLOPT_POSTFIELDS,$j);\ncurl_exec($ch);\n",
        "JSONObject data = new JSONObject();\ndata.put(\"appId\",\"a\"); data.put(\"toWxid\",\"b\"); data.put(\"content\",\"c\");\nString j = data.toString();\ndata.put(\"content\",\"later\");\nHttpUtil.post(\"ADDRESS\", j);\n",
        "require \"net/http\"\ndata = {\"appId\"=>\"a\",\"toWxid\"=>\"b\",\"content\"=>\"c\"}\nj = data.to_json\ndata[\"content\"]=\"later\"\nNet::HTTP.post(URI(\"ADDRESS\"), j, \"Content-Type\" => \"application/json\")\n",
        "data := map[string]interface{}{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"c\"}\nj, _ := json.Marshal(data)\ndata[\"content\"] = \"later\"\nhttp.Post(\"ADDRESS\", \"application/json\", bytes.NewBuffer(j))\n",
    ] {
        let program = program.replace("ADDRESS", URL);
        let imported = import(program.as_bytes(), None).expect(&program);
        assert!(imported.problems.is_empty(), "{program}\n{imported:?}");
        let values = imported.values.unwrap_or_default();
        assert!(values.contains("\"c\"") && !values.contains("later"), "{program}\n{values}");
    }
}

/// A map within another is the one that its name held when it was put there, with what is put into it later.
#[test]
fn a_map_within_another_is_followed() {
    let java = |middle: &str| {
        let program = format!(
            "JSONObject text = new JSONObject();\nJSONObject data = new JSONObject();\ndata.put(\"msgtype\",\"text\");\ndata.put(\"text\", text);\n{middle}\nHttpUtil.post(\"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k\", data.toString());\n"
        );
        import(program.as_bytes(), None).expect("a program").values
    };
    assert_eq!(java("text.put(\"content\",\"hi\");").as_deref(), Some(r#"{"msgtype":"text","text":{"content":"hi"}}"#));
    assert_eq!(java("text = new JSONObject();\ntext.put(\"content\",\"hi\");"), None);
}

/// What JavaScript and Python do to a value in ways of their own.
#[test]
fn what_a_script_does_to_a_value_is_refused() {
    let javascript = |middle: &str| {
        format!(
            "var data = {{appId:'a',toWxid:'b',content:'c'}};\n{middle}\nfetch('{URL}', {{method:'POST', body:JSON.stringify(data)}})"
        )
    };
    let python = |middle: &str| {
        format!(
            "import requests\ndata = {{'appId':'a','toWxid':'b','content':'c'}}{middle}\nrequests.post('{URL}', json=data)"
        )
    };
    let options = format!(
        "var raw = '{{\"appId\":\"a\"}}';\nvar o = {{method:'POST', body:raw}};\nraw = '{{}}';\nfetch('{URL}', o)"
    );
    for program in [
        javascript("Reflect.set(data, 'content', 'z');"),
        javascript("Object.defineProperty(data, 'content', {value: 'z'});"),
        javascript("data.content += 'z';"),
        javascript("fill(data);"),
        javascript("[data.content] = ['z'];"),
        javascript("const p = [data]; p[0].content = 'z';"),
        javascript("const p = {data}; p.data.content = 'z';"),
        python("\ne = [data]\ne[0]['content'] = 'z'"),
        python("\ne = data\ndata['content'] = 'z'"),
        python("\nif x: data['content'] = 'z'"),
        python("\nfill(data)"),
        python("\ndict.__setitem__(data, 'content', 'z')"),
        python("\n(data['content'], x) = ('z', 1)"),
        python("\ndata['content'] *= 3"),
        python(","),
        options,
    ] {
        let imported = import(program.as_bytes(), None).expect(&program);
        assert!(
            imported.values.is_none() && imported.problems.iter().any(|one| one.is_error()),
            "{program}\n{:?}",
            imported.values
        );
    }
    let plain = import(javascript("").as_bytes(), None).expect("a script");
    assert_eq!((plain.values.is_some(), plain.problems.len()), (true, 0));
    for program in [
        javascript("console.log(data);"),
        javascript("let s = x.replace(/\"/g, '');"),
        javascript("let q = a / b, z = '/';"),
        python("\nprint(data)"),
        python("\nlogger.info(data)"),
    ] {
        let imported = import(program.as_bytes(), None).expect(&program);
        assert!(imported.values.is_some_and(|values| values.contains("\"c\"") || values.contains("'c'")), "{program}");
    }
}

/// What holds itself has no end, and is refused; it does not fill the stack.
#[test]
fn what_holds_itself_is_refused() {
    for (holds, sends) in [
        ("data.put(\"self\", data);", "data"),
        ("data.put(\"self\", data);\nString j = data.toString();", "j"),
        ("data.put(\"one\", data); data.put(\"two\", data);\nString j = JSON.toJSONString(data);", "j"),
        ("JSONObject b = new JSONObject();\nb.put(\"d\", data); data.put(\"b\", b);\nString j = data.toString();", "j"),
    ] {
        let program = format!(
            "JSONObject data = new JSONObject();\ndata.put(\"appId\",\"a\");\n{holds}\nHttpUtil.post(\"{URL}\", {sends});\n"
        );
        let imported = import(program.as_bytes(), None).expect(&program);
        assert!(imported.values.is_none() && imported.problems.iter().any(|one| one.is_error()), "{program}");
    }
}
