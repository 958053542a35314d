//! Names in texts and in calls, which have what they surely hold there.

use wxwire::import::import;
use wxwire::layer::json::Tree;

use crate::changed::URL;

/// A name in a text stands for the text that it surely holds there, and an address put together of several is whole.
#[test]
fn names_in_texts_are_filled_in() {
    let base = URL.strip_suffix("/message/postText").expect("the address");
    let map = "{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"c\"}";
    for (program, is_known) in [
        (format!("import requests\nB = '{base}'\nrequests.post(B + '/message/postText', json={map})\n"), true),
        (format!("import requests\nB = '{base}'\nrequests.post(f'{{B}}/message/postText', json={map})\n"), true),
        (
            format!(
                "import requests\nB = '{base}'\nif x:\n    B = 'http://o.example'\nrequests.post(f'{{B}}/gewe/v2/api/message/postText', json={map})\n"
            ),
            false,
        ),
        (
            format!(
                "const b = '{base}';\nfetch(`${{b}}/message/postText`, {{method:'POST', body:JSON.stringify({map})}});\n"
            ),
            true,
        ),
        (
            format!(
                "<?php\n$b = \"{base}\";\n$ch=curl_init(\"$b/message/postText\");\ncurl_setopt($ch,CURLOPT_POSTFIELDS,'{map}');\ncurl_exec($ch);\n"
            ),
            true,
        ),
        (
            format!(
                "<?php\n$b = \"{base}\";\n$u = $b . \"/message/postText\";\n$b = \"http://o.example\";\n$ch=curl_init($u);\ncurl_setopt($ch,CURLOPT_POSTFIELDS,'{map}');\ncurl_exec($ch);\n"
            ),
            true,
        ),
        (
            format!(
                "String b = \"{base}\";\nHttpUtil.post(b + \"/message/postText\", {});\n",
                wxwire::layer::json::quote(map)
            ),
            true,
        ),
        (
            format!("require 'net/http'\nb = \"{base}\"\nNet::HTTP.post(URI(\"#{{b}}/message/postText\"), '{map}')\n"),
            true,
        ),
    ] {
        let imported = import(program.as_bytes(), None).expect(&program);
        assert_eq!(imported.base_url.as_deref() == Some(base), is_known, "{program}\n{imported:?}");
        assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.message_post_text"), "{program}");
        assert!(imported.values.is_some(), "{program}\n{imported:?}");
    }
}

/// What stands in the call itself has what its names hold there, and a number in a text is written as it stands.
#[test]
fn names_in_a_call_are_filled_in() {
    let php = |begins: &str, content: &str| {
        format!(
            "<?php\n{begins}\n$ch=curl_init('{URL}');\ncurl_setopt($ch,CURLOPT_POSTFIELDS,json_encode(['appId'=>'a','toWxid'=>'b','content'=>{content}]));\ncurl_exec($ch);\n"
        )
    };
    let javascript = |begins: &str| {
        format!(
            "{begins}\nfetch('{URL}', {{method:'POST', body:JSON.stringify({{appId:'a',toWxid:'b',content:`n${{n}}`}})}});"
        )
    };
    let python = |begins: &str| {
        format!(
            "import requests\n{begins}\nrequests.post('{URL}', json={{'appId':'a','toWxid':'b','content':f'n{{n}}'}})"
        )
    };
    for (program, content) in [
        (php("$n = 'x';", "\"a{$n}b\" . $n"), Some("axbx")),
        (php("$n = 3;", "\"a{$n}b$n\""), Some("a3b3")),
        (php("$n = 3;\n$n++;", "\"a{$n}\""), None),
        (php("$n = 3 + 4;", "\"a{$n}\""), None),
        (php("$n = 010;", "\"a{$n}\""), None),
        (php("if ($x) { $n = 3; }", "\"a{$n}\""), None),
        (javascript("const n = 3;"), Some("n3")),
        (javascript("let n = 3\n  * 2"), None),
        (javascript("let n = 3; n += 1;"), None),
        (python("n = 3"), Some("n3")),
        (python("n = 3,"), None),
        (python("n = 3.0"), None),
    ] {
        let imported = import(program.as_bytes(), None).expect(&program);
        let values = imported.values.as_deref().map(|values| Tree::parse(values).expect("JSON"));
        let found =
            values.as_ref().and_then(|values| values.root().get("content")?.as_str().map(|text| text.into_owned()));
        assert_eq!(found.as_deref(), content, "{program}\n{imported:?}");
    }
}

/// What PHP asks of a name in a text is no part of the text behind it.
#[test]
fn what_a_text_asks_of_a_name_is_not_known() {
    for (hole, content) in
        [("$d", Some("hi")), ("{$d}", Some("hi")), ("$d.x", Some("hi.x")), ("$d[0]", None), ("$d->x", None)]
    {
        let body = format!("{{\\\"appId\\\":\\\"a\\\",\\\"toWxid\\\":\\\"b\\\",\\\"content\\\":\\\"{hole}\\\"}}");
        let program = format!(
            "<?php\n$d='hi';\n$ch=curl_init('{URL}');\ncurl_setopt($ch,CURLOPT_POSTFIELDS,\"{body}\");\ncurl_exec($ch);\n"
        );
        let imported = import(program.as_bytes(), None).expect(&program);
        let values = imported.values.as_deref().map(|values| Tree::parse(values).expect("JSON"));
        let found =
            values.as_ref().and_then(|values| values.root().get("content")?.as_str().map(|text| text.into_owned()));
        assert_eq!(found.as_deref(), content, "{program}");
    }
}

/// A pattern, a list and a number have a name of their own, and what is said of what is not known stands in the source.
#[test]
fn calls_on_names_are_computed() {
    let python = |begins: &str, content: &str| {
        format!(
            "import requests\n{begins}\nrequests.post('{URL}', json={{'appId':'a','toWxid':'b','content':{content}}})"
        )
    };
    let javascript = |begins: &str, content: &str| {
        format!(
            "{begins}\nfetch('{URL}', {{method:'POST', body:JSON.stringify({{appId:'a',toWxid:'b',content:{content}}})}});"
        )
    };
    for (program, content) in [
        (python("t = 'x%s'", "t % 'y'"), Some("xy")),
        (python("t = 'x%s%d'\nw = 'y'", "t % (w, 5)"), Some("xy5")),
        (python("t = 'x%s'\nif w: t = ''", "t % 'y'"), None),
        (python("t = '{{x}}{}'", "t.format('y')"), Some("{x}y")),
        (python("t = '{x}'", "t.format(x='y')"), Some("y")),
        (python("t = '{x}'", "t.format(**w)"), None),
        (python("l = ['x']\nl.append('y')", "'-'.join(l)"), Some("x-y")),
        (python("l = ['x', 5]", "'-'.join(l)"), None),
        (python("l = ['x']\nl.sort()", "'-'.join(l)"), None),
        (python("n = 5", "'n' + str(n)"), Some("n5")),
        (python("n = 5.0", "'n' + str(n)"), None),
        (python("n = 5\ndef str(x):\n    return 'z'", "'n' + str(n)"), None),
        (python("l = 'xy'", "'-'.join(l)"), None),
        (python("l = ['x']", "'-'.join([*l, 'y'])"), Some("x-y")),
        (javascript("const l = ['x']; l.push('y');", "l.join('-')"), Some("x-y")),
        (javascript("const l = ['x'];", "[...l, 'y'].join('-')"), Some("x-y")),
        (javascript("const l = ['x'];", "['z', 'y'].join('-')"), Some("z-y")),
        (javascript("const l = ['x'];", "l.join()"), None),
        (javascript("const n = 5;", "'n' + String(n)"), Some("n5")),
    ] {
        let imported = import(program.as_bytes(), None).expect(&program);
        let values = imported.values.as_deref().map(|values| Tree::parse(values).expect("JSON"));
        let found =
            values.as_ref().and_then(|values| values.root().get("content")?.as_str().map(|text| text.into_owned()));
        assert_eq!(found.as_deref(), content, "{program}\n{imported:?}");
        let is_there = |found: &str| program.contains(found);
        assert!(imported.problems.iter().all(|one| is_there(&one.found)), "{program}\n{imported:?}");
    }
    let body = "'{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"%s\"}'";
    for (value, content) in [("'c'", Some("c")), ("w", None)] {
        let program = format!("import requests\nx = {value}\nb = {body} % x\nrequests.post('{URL}', data=b.encode())");
        let imported = import(program.as_bytes(), None).expect(&program);
        assert_eq!(imported.values.is_some(), content.is_some(), "{program}\n{imported:?}");
        assert!(imported.problems.iter().all(|one| program.contains(&one.found)), "{program}\n{imported:?}");
    }
}

/// What a `+` makes of two names depends on what they hold: numbers are added, and that is not computed.
#[test]
fn numbers_under_names_are_not_put_together_as_texts() {
    let sent = |content: &str, number: &str| {
        let js = format!(
            "const n={number};const m={number};\nfetch('{URL}',{{method:'POST',body:JSON.stringify({{appId:'a',toWxid:'b',content:{content}}})}});\n"
        );
        let java = format!(
            "int n = {number};\nint m = {number};\nHttpUtil.post(\"{URL}\", JSONUtil.createObj().set(\"appId\",\"a\").set(\"toWxid\",\"b\").set(\"content\",{}).toString());\n",
            content.replace('\'', "\"")
        );
        let python = format!(
            "import requests\nn = {number}\nm = {number}\nrequests.post('{URL}', json={{'appId':'a','toWxid':'b','content':{content}}})\n"
        );
        [js, java, python].map(|program| import(program.as_bytes(), None).ok().and_then(|all| all.values))
    };
    for content in ["n+m", "n+m+'x'", "'共'+(n+m)+'条'", "(n+m)+'条'"] {
        assert_eq!(sent(content, "1"), [None, None, None], "{content}");
    }
    let [js, java, python] = sent("n+m", "\"x\"");
    for values in [js, java, python] {
        assert!(values.is_some_and(|values| values.contains("\"xx\"")));
    }
}

/// To PHP a Chinese sign behind a name is a part of it, to others a Chinese letter; they hold other variables, or none.
#[test]
fn chinese_letters_are_letters_of_names() {
    let php = |text: &str| {
        format!(
            "<?php\n$n='x';\n$ch=curl_init('{URL}');\ncurl_setopt($ch,CURLOPT_POSTFIELDS,json_encode(['appId'=>'a','toWxid'=>'b','content'=>\"{text}\"]));\ncurl_exec($ch);\n"
        )
    };
    let kotlin = |text: &str| {
        format!(
            "val n = \"x\"\nval body = \"\"\"{{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"{text}\"}}\"\"\".toRequestBody()\nval r = Request.Builder().url(\"{URL}\").post(body).build()\nclient.newCall(r).execute()\n"
        )
    };
    let powershell = |text: &str| {
        format!(
            "$n = 'x'\n$b = @{{appId='a';toWxid='b';content=\"{text}\"}} | ConvertTo-Json\nInvoke-RestMethod -Method Post -Uri {URL} -Body $b\n"
        )
    };
    let content = |program: String| {
        let values = import(program.as_bytes(), None).ok()?.values?;
        let tree = Tree::parse(&values).expect("JSON");
        tree.root().get("content")?.as_str().map(|text| text.into_owned())
    };
    assert_eq!(content(php("你好$n，再见")), None);
    assert_eq!(content(php("你好$n您")), None);
    assert_eq!(content(php("你好{$n}您")).as_deref(), Some("你好x您"));
    assert_eq!(content(php("你好$n 您")).as_deref(), Some("你好x 您"));
    assert_eq!(content(kotlin("你好$n元")), None);
    assert_eq!(content(kotlin("你好$n，")).as_deref(), Some("你好x，"));
    assert_eq!(content(powershell("你好$n您")), None);
    assert_eq!(content(powershell("你好$n，")).as_deref(), Some("你好x，"));
}

/// The two signs that end a line in a file of Windows are one in a text of several lines, but in some languages.
#[test]
fn the_ends_of_lines_in_texts_are_those_of_the_language() {
    let of = |program: &str| {
        let program = program.replace("@@", URL).replace('\n', "\r\n");
        let values = import(program.as_bytes(), None).ok()?.values?;
        let tree = Tree::parse(&values).expect("JSON");
        tree.root().get("content")?.as_str().map(|text| text.into_owned())
    };
    let python =
        "import requests\nrequests.post('@@', json={'appId':'a','toWxid':'b','content':\"\"\"a\nb\\\nc\"\"\"})\n";
    assert_eq!(of(python).as_deref(), Some("a\nbc"));
    let js = "fetch('@@',{method:'POST',body:JSON.stringify({appId:'a',toWxid:'b',content:'a\\\nb'})});\n";
    assert_eq!(of(js).as_deref(), Some("ab"));
    let ruby = "require 'net/http'\nNet::HTTP.post(URI('@@'), {appId: 'a', toWxid: 'b', content: \"a\nb\"}.to_json)\n";
    assert_eq!(of(ruby).as_deref(), Some("a\nb"));
    let php = "<?php\n$ch=curl_init('@@');\ncurl_setopt($ch,CURLOPT_POSTFIELDS,json_encode(['appId'=>'a','toWxid'=>'b','content'=>'a\nb']));\ncurl_exec($ch);\n";
    assert_eq!(of(php).as_deref(), Some("a\r\nb"));
}

/// What a `+` makes of a text and a number under names is the language's own; two characters are added as numbers.
#[test]
fn texts_numbers_and_characters_under_names() {
    let javascript = |begins: &str, content: &str| {
        format!(
            "{begins}\nfetch('{URL}', {{method:'POST', body:JSON.stringify({{appId:'a',toWxid:'b',content:{content}}})}});"
        )
    };
    let python = |begins: &str, content: &str| {
        format!(
            "import requests\n{begins}\nrequests.post('{URL}', json={{'appId':'a','toWxid':'b','content':{content}}})"
        )
    };
    let java = |begins: &str, content: &str| {
        format!(
            "{begins}\nHttpUtil.post(\"{URL}\", JSONUtil.createObj().set(\"appId\",\"a\").set(\"toWxid\",\"b\").set(\"content\",{content}).toString());\n"
        )
    };
    let csharp = |begins: &str, content: &str| {
        format!(
            "{begins}\nvar json = JsonSerializer.Serialize(new {{ appId = \"a\", toWxid = \"b\", content = {content} }});\nawait new HttpClient().PostAsync(\"{URL}\", new StringContent(json, Encoding.UTF8, \"application/json\"));\n"
        )
    };
    let php = |content: &str| {
        format!(
            "<?php\n$n = 3;\n$ch=curl_init('{URL}');\ncurl_setopt($ch,CURLOPT_POSTFIELDS,json_encode(['appId'=>'a','toWxid'=>'b','content'=>{content}]));\ncurl_exec($ch);\n"
        )
    };
    for (program, content) in [
        (javascript("const s = 'x'; const n = 3;", "s + n"), Some("x3")),
        (javascript("const s = 'x'; const n = 3;", "n + s + n"), Some("3x3")),
        (javascript("const s = 'x'; const n = 3;", "n + n + s"), None),
        (javascript("const s = 'x'; let n = 3;\nif (x) n = 4;", "s + n"), None),
        (python("s = 'x'\nt = 'y'", "s + t"), Some("xy")),
        (python("s = 'x'\nn = 3", "s + n"), None),
        (java("String s = \"x\";\nint n = 3;", "s + n"), Some("x3")),
        (java("String s = \"x\";\ndouble n = 3;", "s + n"), None),
        (java("double n = 3;", "\"共\" + n"), None),
        (java("char a = 'x';\nchar b = 'y';", "a + b"), None),
        (java("char a = 'x';\nchar b = 'y';", "\"\" + a + b"), Some("xy")),
        (java("char a = 'x';\nString b = \"y\";", "a + b"), Some("xy")),
        (java("char a = 'x';\nint n = 3;", "a + n + \"y\""), None),
        (java("char a = 'x';", "a + 'y'"), None),
        (java("String a = \"x\";", "a + 'y'"), Some("xy")),
        (csharp("var a = 'x';\nvar b = 'y';", "a + b"), None),
        (csharp("var a = \"x\";\nvar n = 3;", "a + n"), Some("x3")),
        (php("\"${n}您\""), Some("3您")),
        (php("\"${n}a{$n}\""), Some("3a3")),
        (php("\"$n您\""), None),
    ] {
        let values = import(program.as_bytes(), None).ok().and_then(|imported| imported.values);
        let tree = values.as_deref().map(|values| Tree::parse(values).expect("JSON"));
        let own = tree.as_ref().and_then(|tree| tree.root().get("content")?.as_str());
        assert_eq!(own.as_deref(), content, "{program}");
    }
}

/// Libraries of one name write what is null, leave it out, or lose the member; a map is written by its encoder.
#[test]
fn nothing_in_an_object_of_several_libraries_is_not_known() {
    let sent = |begins: &str, body: &str| {
        let members = "(\"appId\",\"a\");o.put(\"toWxid\",\"b\");o.put(\"content\",\"c\");";
        let program = format!("{begins}\no.put{members}o.put(\"ats\", null);\nHttpUtil.post(\"{URL}\", {body});\n");
        import(program.as_bytes(), None).ok().and_then(|imported| imported.values)
    };
    assert_eq!(sent("JSONObject o = new JSONObject();", "o.toString()"), None);
    assert_eq!(sent("JSONObject o = JSONUtil.createObj();", "o.toString()"), None);
    assert_eq!(sent("Map<String, Object> o = new HashMap<>();", "new Gson().toJson(o)"), None);
    let written = sent("Map<String, Object> o = new HashMap<>();", "new ObjectMapper().writeValueAsString(o)");
    assert!(written.is_some_and(|values| values.contains("\"ats\":null")));
}

/// A function that a script calls once has what it is given there, and what it gives stands where it is called. One that is
/// called twice, or in a way that is not followed, has nothing.
#[test]
fn functions_that_are_called_once() {
    let map = |content: &str| format!("{{'appId': 'a', 'toWxid': 'b', 'content': {content}}}");
    let python = |lines: &[&str]| format!("import requests\nU = '{URL}'\n{}\n", lines.join("\n"));
    let javascript = |lines: &[&str]| format!("const U = '{URL}';\n{}\n", lines.join("\n"));
    let post = &format!("    requests.post(U, json={})", map("c"));
    let own = &format!("        requests.post(self.u, json={})", map("c"));
    let give = &format!("    return {}", map("c"));
    let fetch = &format!("  axios.post(U, {});", map("c"));
    let this = &format!("    fetch(this.u, {{method: 'POST', body: JSON.stringify({})}});", map("c"));
    let class = ["class B:", "    def __init__(self, u):", "        self.u = u", "    def send(self, c, d=1):", own];
    let made = &format!("const build = (c) => ({});", map("c"));
    for (program, content) in [
        (python(&["def send(c):", post, "send('x')"]), Some("x")),
        (python(&["def send(c: str, d=None):", post, "if __name__ == '__main__':", "    send(c='x')"]), Some("x")),
        (python(&["C = 'x'", "def send(d, *, c=C):", post, "send(1)"]), Some("x")),
        (python(&["C = 'x'", "def send(d, c=C):", post, "C = 'y'", "send(1)"]), None),
        (python(&["def send(c):", post, "def main():", "    n = 'x'", "    send(f'{n}!')", "main()"]), Some("x!")),
        (python(&["def send(c):", "    c = c + '!'", post, "send('x')"]), Some("x!")),
        (python(&["c = 'x'", "def send(c):", post, "send(c)"]), Some("x")),
        (python(&["def send(c):", post, "send('x')", "send('y')"]), None),
        (python(&["def send(c):", "    if c:", "        c = 'y'", post, "send('x')"]), None),
        (python(&["def send(c):", post, "for c in ['x', 'y']:", "    send(c)"]), None),
        (python(&["def send(c):", post, "f = send", "f('y')"]), None),
        (python(&["def send(c):", post, "Thread(target=send, args=('y',)).start()", "send('x')"]), None),
        (python(&["@retry", "def send(c):", post, "send('x')"]), None),
        (python(&["def send(c=[]):", "    c.append('x')", post, "send()"]), None),
        (python(&["def send(*c):", post, "send('x')"]), None),
        (python(&[&class.join("\n"), "B(U).send('x')"]), Some("x")),
        (python(&[&class.join("\n"), "b = B(U)", "b.send('x')"]), Some("x")),
        (python(&[&class.join("\n"), "b = B(U)", "mail.send('x')"]), None),
        (python(&["def send(c):", post, "send('x')", "globals()['send']('y')"]), None),
        (python(&["def send(c):", "    exec('c = 1')", post, "send('x')"]), None),
        (javascript(&["function send(c) {", "  arguments[0] = 'y';", fetch, "}", "send('x');"]), None),
        (python(&[&class.join("\n"), "b = B(U)", "b = Mail(U)", "b.send('x')"]), None),
        (python(&["def build(c):", give, "requests.post(U, json=build('x'))"]), Some("x")),
        (
            python(&["def build(c):", give, "m = build('x')", "m['content'] = 'y'", "requests.post(U, json=m)"]),
            Some("y"),
        ),
        (python(&["def build(c):", give, "m = build('x')", "change(m)", "requests.post(U, json=m)"]), None),
        (python(&["M = {'appId': 'a'}", "def build():", "    return M", "requests.post(U, json=build())"]), None),
        (python(&["def build(c):", "    if c: return 1", give, "requests.post(U, json=build('x'))"]), None),
        (javascript(&["async function send(c, d = []) {", fetch, "}", "send('x');"]), Some("x")),
        (javascript(&["const send = async (c) => {", fetch, "};", "(async () => { await send(`x`); })();"]), Some("x")),
        (javascript(&["function send(c, d) {", fetch, "}", "send(...['x']);"]), None),
        (javascript(&["function send(d, c) {", fetch, "}", "send('x');"]), None),
        (javascript(&["let d = 'x';", "function send(c = d) {", fetch, "}", "d = 'y';", "send();"]), None),
        (javascript(&["function send(c) {", fetch, "}", "button.onclick = send;", "send('x');"]), None),
        (
            javascript(&[
                "class B {",
                "  constructor(u) { this.u = u; }",
                "  send(c) {",
                this,
                "  }",
                "}",
                "const b = new B(U);",
                "b.send('x');",
            ]),
            Some("x"),
        ),
        (javascript(&[made, "axios.post(U, build('x'));"]), Some("x")),
        (javascript(&[made, "axios.post(U, build('x'));", "build('y');"]), None),
    ] {
        let values = import(program.as_bytes(), None).ok().and_then(|imported| imported.values);
        let tree = values.as_deref().map(|values| Tree::parse(values).expect("JSON"));
        let own = tree.as_ref().and_then(|tree| tree.root().get("content")?.as_str());
        assert_eq!(own.as_deref(), content, "{program}");
    }
}

/// What a program makes of JSON in a text may be changed as a map may; what a class is written as is not known; a function may
/// change what it is given.
#[test]
fn what_is_changed_or_named_elsewhere_is_not_known() {
    const PARSED: &str = r#""{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"c\"}""#;
    let java = |changes: &str| {
        format!("JSONObject o = JSONUtil.parseObj({PARSED});\n{changes}HttpUtil.post(\"{URL}\", o.toString());\n")
    };
    let kotlin = |changes: &str| {
        format!(
            "import okhttp3.MediaType.Companion.toMediaType\nval o = JSONObject({PARSED})\n{changes}\
             val r = Request.Builder().url(\"{URL}\").post(o.toString().toRequestBody(\"application/json\".toMediaType())).build()\n"
        )
    };
    let csharp = |value: &str| {
        format!(
            "var json = JsonSerializer.Serialize({value});\nawait client.PostAsync(\"{URL}\", new StringContent(json));\n"
        )
    };
    let parsed = |changes: &str| {
        format!(
            "var o = JsonNode.Parse({PARSED});\n{changes}await client.PostAsync(\"{URL}\", new StringContent(o.ToJsonString()));\n"
        )
    };
    let php = |change: &str| {
        format!(
            "<?php\n$c = ['x', 'c'];\n{change}$ch = curl_init('{URL}');\ncurl_setopt($ch, CURLOPT_POSTFIELDS, \
             json_encode(['appId' => 'a', 'toWxid' => 'b', 'content' => $c[1]]));\n"
        )
    };
    let ruby = |given: &str| format!("require 'net/http'\nNet::HTTP.post(URI('{URL}'), JSON.generate({given}))\n");
    for (program, is_known) in [
        (java(""), true),
        (java("String s = o.getStr(\"content\");\n"), true),
        (java("o.set(\"content\", \"d\");\n"), false),
        (java("o.putByPath(\"content\", \"d\");\n"), false),
        (java("o.getJSONObject(\"x\").put(\"content\", \"d\");\n"), false),
        (java("o.clear();\n"), false),
        (java("((Map) o.get(\"x\")).put(\"content\", \"d\");\n"), false),
        (kotlin(""), true),
        (kotlin("o.put(\"content\", \"d\")\n"), false),
        (parsed(""), true),
        (parsed("var c = o[\"content\"]!.ToString();\n"), true),
        (parsed("o[\"content\"] = \"d\";\n"), false),
        (parsed("o[\"x\"]![\"y\"] = \"d\";\n"), false),
        (csharp("new { appId = \"a\", toWxid = \"b\", content = \"c\" }"), true),
        (csharp("new Message { appId = \"a\", toWxid = \"b\", content = \"c\" }"), true),
        (csharp("new Message { AppId = \"a\", ToWxid = \"b\", Content = \"c\" }"), false),
        (ruby("appId: 'a', toWxid: 'b', content: 'c'"), true),
        (ruby("{appId: 'a', toWxid: 'b', content: 'c'}"), true),
        (ruby("appId: 'a', toWxid: 'b', content: 'c', x: {y: 1}"), true),
        (php("usort($c, fn($a, $b) => 1);\n"), false),
        (php("natsort($c);\n"), false),
    ] {
        let values = import(program.as_bytes(), None).ok().and_then(|imported| imported.values);
        let tree = values.as_deref().map(|values| Tree::parse(values).expect("JSON"));
        let own = tree.as_ref().and_then(|tree| tree.root().get("content")?.as_str());
        assert_eq!(own.as_deref() == Some("c"), is_known, "{program} {values:?}");
        assert!(own.is_none() || is_known, "{program} {values:?}");
    }
}
