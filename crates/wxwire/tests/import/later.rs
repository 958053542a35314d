//! What is not run where it stands: closures and generators, requests that are sent after they were made, and statements
//! that a fault may pass over.

use wxwire::import::import;
use wxwire::layer::json::Tree;

const URL: &str = "http://h.example/gewe/v2/api/message/postText";

/// Asserts what content a program surely sends; none where that is not for certain.
fn sends(program: &str, content: Option<&str>) {
    let program = program.replace("ADDRESS", URL);
    let imported = import(program.as_bytes(), None).expect(&program);
    let values = imported.values.as_deref().map(|values| Tree::parse(values).expect("JSON"));
    let found = values.as_ref().and_then(|values| Some(values.root().get("content")?.as_str()?.into_owned()));
    assert_eq!(found.as_deref(), content, "{program}\n{imported:?}");
    assert_eq!(imported.problems.iter().any(|one| one.is_error()), content.is_none(), "{program}\n{imported:?}");
}

#[test]
fn closures_of_javascript() {
    let post = "fetch('ADDRESS', {method:'POST', body:JSON.stringify(body)})";
    let text = "fetch('ADDRESS', {method:'POST', body:JSON.stringify({appId:'a',toWxid:'b',content})})";
    let body = "const body = {appId:'a',toWxid:'b',content:'c'};";
    for (program, content) in [
        (format!("{body}\nconst send = () => {post};\nbody.content = 'd';\nsend();"), None),
        (format!("{body}\nconst send = () => {post}\nsend()"), Some("c")),
        (format!("{body}\nbody.content = 'd';\nconst send = () => {post};\nsend();"), Some("d")),
        (format!("{body}\nsetTimeout(() => {post}, 10);\nbody.content = 'd';"), None),
        (format!("{body}\nPromise.resolve().then(() => {post});\nbody.content = 'd';"), None),
        (format!("{body}\nlogin().then(() => {post}).then(r => console.log(r, body));"), Some("c")),
        (format!("{body}\nconst send = to => {post};\nObject.assign(body, {{content:'d'}});\nsend();"), None),
        // What is run where it stands.
        (format!("{body}\nconst f = x => x + 1, r = {post};\nbody.content = 'd';"), Some("c")),
        (format!("{body}\nconst f = x => x + 1\n{post}\nbody.content = 'd';"), Some("c")),
        (format!("let content = 'c';\nconst send = () => {text};\ncontent = 'd';\nsend();"), None),
        (format!("let content = 'b';\ncontent = 'c';\nconst send = () => {text};\nsend();"), Some("c")),
        (
            format!(
                "function a() {{ const content = 'c'; later(() => {text}); }}\nfunction b() {{ const content = 'd'; }}"
            ),
            Some("c"),
        ),
    ] {
        sends(&program, content);
    }
}

#[test]
fn closures_of_python() {
    let post = "requests.post('ADDRESS', json=body)";
    let text = "requests.post('ADDRESS', json={'appId': 'a', 'toWxid': 'b', 'content': c})";
    let body = "import requests\nbody = {'appId': 'a', 'toWxid': 'b', 'content': 'c'}";
    for (program, content) in [
        (format!("{body}\nsend = lambda: {post}\nbody['content'] = 'd'\nsend()"), None),
        (format!("{body}\nsend = lambda: {post}\nsend()"), Some("c")),
        (format!("{body}\nbody['content'] = 'd'\nsend = lambda x, y=1: {post}\nsend(1)"), Some("d")),
        (format!("{body}\njobs = []\njobs.append(lambda: {post})\nbody['content'] = 'd'\nfor j in jobs: j()"), None),
        (format!("{body}\njobs = []\njobs.append(lambda: {post})\nfor j in jobs: j()"), Some("c")),
        (format!("{body}\nf = sorted([], key=lambda x: x); r = {post}\nbody['content'] = 'd'"), Some("c")),
        (format!("import requests\nc = 'c'\nsend = lambda: {text}\nc = 'd'\nsend()"), None),
        (format!("import requests\nc = 'b'\nc = 'c'\nsend = lambda: {text}\nsend()"), Some("c")),
        (format!("{body}\nr = ({post} for _ in range(1))\nbody['content'] = 'd'\nlist(r)"), None),
        (format!("{body}\nr = [{post} for _ in range(1)]\nbody['content'] = 'd'"), Some("c")),
        (format!("{body}\nr = list({post} for _ in range(1))\nbody['content'] = 'd'"), Some("c")),
        (format!("{body}\nr = {{}}\nr['a'] = {post}\nbody['content'] = 'd'"), Some("c")),
    ] {
        sends(&program, content);
    }
}

/// A request of Python's that is made first and sent then.
#[test]
fn requests_that_are_made_first() {
    let body = "import requests\nbody = {'appId': 'a', 'toWxid': 'b', 'content': 'c'}";
    let made = "r = requests.Request('POST', 'ADDRESS', json=body)";
    for (program, content) in [
        (format!("{body}\n{made}\nrequests.Session().send(r.prepare())"), Some("c")),
        (format!("{body}\n{made}\nbody['content'] = 'd'\nrequests.Session().send(r.prepare())"), None),
        (format!("{body}\n{made}\np = r.prepare()\nbody['content'] = 'd'\nrequests.Session().send(p)"), Some("c")),
        (format!("{body}\n{made}.prepare()\nbody['content'] = 'd'\nrequests.Session().send(r)"), Some("c")),
        (format!("{body}\n{made}.prepare()\nr.body = b'x'\nrequests.Session().send(r)"), None),
        (format!("{body}\n{made}\nr.headers['X'] = 'y'\nrequests.Session().send(r.prepare())"), Some("c")),
        (
            format!(
                "{body}\nr = urllib.request.Request('ADDRESS', data=json.dumps(body).encode())\nr.method = 'PUT'\nurlopen(r)"
            ),
            Some("c"),
        ),
    ] {
        sends(&program, content);
    }
}

/// What a fault passes over is not known behind a `try` that goes on.
#[test]
fn what_is_tried() {
    let post = "requests.post('ADDRESS', json=body)";
    let text = "requests.post('ADDRESS', json={'appId': 'a', 'toWxid': 'b', 'content': c})";
    let map = |content: &str| format!("body = {{'appId': 'a', 'toWxid': 'b', 'content': '{content}'}}");
    let (c, d) = (map("c"), map("d"));
    let change = "body['content'] = 'd'";
    for (program, content) in [
        // Behind it.
        (format!("{c}\ntry:\n    f()\n    {change}\nexcept Exception:\n    print('no')\n{post}"), None),
        (format!("{c}\ntry:\n    f()\n    {d}\nexcept Exception:\n    pass\n{post}"), None),
        (format!("{c}\ntry:\n    f()\n    {change}\nexcept A: pass\nexcept B:\n    raise\n{post}"), None),
        (format!("c = 'c'\ntry:\n    f()\n    c = 'd'\nexcept Exception: pass\n{text}"), None),
        (format!("{c}\nwith suppress(Exception):\n    f()\n    {change}\n{post}"), None),
        (
            format!(
                "def go():\n    {c}\n    try:\n        f()\n        {change}\n    except A:\n        pass\n    {post}"
            ),
            None,
        ),
        (
            format!(
                "{c}\ntry:\n    try:\n        f()\n        {change}\n    finally:\n        g()\nexcept A:\n    g()\n{post}"
            ),
            None,
        ),
        // What fails does not go on.
        (
            format!("{c}\ntry:\n    f()\n    {change}\nexcept Exception as e:\n    print(e)\n    raise\n{post}"),
            Some("d"),
        ),
        (format!("{c}\ntry:\n    f()\n    {change}\nexcept A:\n    sys.exit(1)\n{post}"), Some("d")),
        (format!("{c}\ntry:\n    f()\n    {change}\nfinally:\n    g()\n{post}"), Some("d")),
        (format!("{c}\nwith open('a') as f:\n    {change}\n{post}"), Some("d")),
        // Nor has it a value to go on with.
        (format!("try:\n    {d}\nexcept Exception as e:\n    print(e)\n{post}"), Some("d")),
        // Within it.
        (format!("try:\n    {d}\n    r = {post}\nexcept Exception as e:\n    print(e)"), Some("d")),
        (format!("{c}\ntry:\n    {change}\n    r = {post}\nexcept Exception as e:\n    print(e)"), Some("d")),
        (format!("{c}\ntry:\n    r = {post}\nexcept Exception as e:\n    print(e)"), Some("c")),
        (format!("{c}\ntry:\n    f()\nexcept A:\n    f()\n{post}"), Some("c")),
        (format!("try:\n    c = 'c'\n    c = 'd'\n    if f():\n        {text}\nexcept A:\n    f()"), Some("d")),
    ] {
        sends(&format!("import requests\n{program}\n"), content);
    }
    let post = "fetch('ADDRESS', {method:'POST', body:JSON.stringify(body)})";
    let body = "let body = {appId:'a',toWxid:'b',content:'c'};";
    for (program, content) in [
        (format!("{body}\nouter: {{ break outer; body = {{}}; }}\n{post}"), None),
        (format!("{body}\nouter: {{ if (f()) break outer; body.content = 'd'; }}\n{post}"), None),
        (format!("{body}\nouter: for (const x of []) {{ continue outer; }}\n{post}"), Some("c")),
    ] {
        sends(&program, content);
    }
}

/// A program in another language: what it needs before, what sends the body, and what changes that.
struct Program {
    begins: &'static str,
    sends: &'static str,
    changes: &'static str,
}

const JAVA: Program = Program {
    begins: "Map<String, Object> map = new HashMap<>();\nmap.put(\"appId\",\"a\"); map.put(\"toWxid\",\"b\"); map.put(\"content\",\"c\");",
    sends: "HttpUtil.post(\"ADDRESS\", JSON.toJSONString(map))",
    changes: "map.put(\"content\",\"d\");",
};
const CSHARP: Program = Program {
    begins: "var c = \"c\";",
    sends: "client.PostAsJsonAsync(\"ADDRESS\", new { appId = \"a\", toWxid = \"b\", content = c })",
    changes: "c = \"d\";",
};
const KOTLIN: Program = Program {
    begins: "var c = \"c\"",
    sends: "client.newCall(Request.Builder().url(\"ADDRESS\").post(\"{\\\"appId\\\":\\\"a\\\",\\\"toWxid\\\":\\\"b\\\",\\\"content\\\":\\\"$c\\\"}\".toRequestBody(json)).build()).execute()",
    changes: "c = \"d\"",
};
const DART: Program = Program {
    begins: "import 'package:http/http.dart' as http;\nvar c = 'c';",
    sends: "http.post(Uri.parse('ADDRESS'), body: jsonEncode({\"appId\": \"a\", \"toWxid\": \"b\", \"content\": c}))",
    changes: "c = 'd';",
};
const GO: Program = Program {
    begins: "c := \"c\"",
    sends: "http.Post(\"ADDRESS\", \"application/json\", strings.NewReader(\"{\\\"appId\\\":\\\"a\\\",\\\"toWxid\\\":\\\"b\\\",\\\"content\\\":\\\"\" + c + \"\\\"}\"))",
    changes: "c = \"d\"",
};
const RUBY: Program = Program {
    begins: "body = { appId: 'a', toWxid: 'b', content: 'c' }",
    sends: "HTTParty.post(\"ADDRESS\", body: body.to_json)",
    changes: "body[:content] = 'd'",
};

/// What a function sends that is called later; the marks stand for the parts of the program.
#[test]
fn closures_of_programs() {
    let c = Some("c");
    for (program, text, content) in [
        (JAVA, "«B»\nRunnable r = () -> «S»;\n«C»\nr.run();", None),
        (JAVA, "«B»\nRunnable r = () -> { «S»; };\n«C»\nr.run();", None),
        (JAVA, "«B»\nexecutor.schedule(() -> «S», 5, TimeUnit.SECONDS);\n«C»", None),
        (JAVA, "«B»\nnew Thread(new Runnable() { public void run() { «S»; } }).start();\n«C»", None),
        (JAVA, "«B»\nRunnable r = () -> «S»;\nr.run();", c),
        (JAVA, "«B»\nList<String> l = x.map(y -> y.trim());\n«S»;\n«C»", c),
        (JAVA, "«B»\nif (x) { y(); }\ntry { «S»; } catch (Exception e) { y(); }\n«C»", c),
        (JAVA, "class A {\n void a() { «B» «S»; }\n void b() { Map<String, Object> map = new HashMap<>(); «C» }\n}", c),
        (
            JAVA,
            "class A {\n void a() {\n «B»\n run(() -> «S»);\n }\n void b() { Map<String, Object> map = new HashMap<>(); «C» }\n}",
            c,
        ),
        (JAVA, "class A {\n void a() throws Exception {\n «B»\n «S»;\n «C»\n «S»;\n }\n}", c),
        (CSHARP, "«B»\nFunc<Task> send = () => «S»;\n«C»\nawait send();", None),
        (CSHARP, "«B»\nFunc<Task> send = async () => { await «S»; };\n«C»\nawait send();", None),
        (CSHARP, "«B»\nTask Send() => «S»;\n«C»\nawait Send();", None),
        (CSHARP, "«B»\nFunc<Task> send = () => «S»;\nawait send();", c),
        (CSHARP, "«B»\nusing (var client = new HttpClient()) { await «S»; }\n«C»", c),
        (CSHARP, "«B»\nvar l = list.Select(x => x.Id);\nawait «S»;\n«C»", c),
        (KOTLIN, "«B»\nval send = { «S» }\n«C»\nsend()", None),
        (KOTLIN, "«B»\nfun send() = «S»\n«C»\nsend()", None),
        (KOTLIN, "«B»\nthread { «S» }\n«C»", None),
        (KOTLIN, "«B»\nval send = { «S» }\nsend()", c),
        (KOTLIN, "«B»\nrunBlocking { «S» }\n«C»", c),
        (KOTLIN, "«B»\nfun f(x: Int) = x + 1\n«S»\n«C»", c),
        (KOTLIN, "fun main() {\n «B»\n if (x) { y() }\n «S»\n «C»\n}", c),
        (DART, "«B»\nsend() => «S»;\n«C»\nsend();", None),
        (DART, "«B»\nvoid send() async { «S»; }\n«C»\nsend();", None),
        (DART, "«B»\nsend() => «S»;\nsend();", c),
        (DART, "«B»\n«S»;\n«C»", c),
        (GO, "package main\nfunc main() {\n\t«B»\n\tdefer func() { «S» }()\n\t«C»\n}", None),
        (
            GO,
            "package main\nfunc main() {\n\t«B»\n\tsend := func() error { «S»; return nil }\n\t«C»\n\tsend()\n}",
            None,
        ),
        (
            GO,
            "package main\nfunc main() {\n\t«B»\n\tsend := func(m map[string]interface{}) { «S» }\n\t«C»\n\tsend(nil)\n}",
            None,
        ),
        (GO, "package main\nfunc main() {\n\t«B»\n\tgo func() { «S» }()\n}", c),
        (GO, "package main\nfunc main() {\n\t«B»\n\tif x != nil { y() }\n\t«S»\n\t«C»\n}", c),
        (RUBY, "«B»\nsend = -> { «S» }\n«C»\nsend.call", None),
        (RUBY, "«B»\nsend = lambda { «S» }\n«C»\nsend.call", None),
        (RUBY, "«B»\nsend = -> { «S» }\nsend.call", c),
        (RUBY, "«B»\n«S»\n«C»", c),
        (RUBY, "«B»\nsend = lambda do\n  «S»\nend\n«C»\nsend.call", None),
        (RUBY, "«B»\nsend = proc do |x|\n  if x then y end\n  «S»\nend\n«C»\nsend.call(1)", None),
        (RUBY, "«B»\nsend = ->(x) do\n  y if x\n  while y do z end\n  «S»\nend\n«C»\nsend.call(1)", None),
        (RUBY, "«B»\nThread.new do\n  «S»\nend\n«C»", None),
        (RUBY, "«B»\ndefine_method(:send) do |x|\n  «S»\nend\n«C»\nsend(1)", None),
        (RUBY, "«B»\nsend = lambda do\n  «S»\nend\nsend.call", c),
        (RUBY, "«B»\nlog = lambda do |x|\n  puts x\nend\n«S»\n«C»\nlog.call(body)", c),
        (RUBY, "«B»\n[1].each do |x|\n  «S»\nend\n«C»", c),
    ] {
        let marks = [("«B»", program.begins), ("«S»", program.sends), ("«C»", program.changes)];
        let text = marks.iter().fold(text.to_owned(), |text, (mark, code)| text.replace(mark, code));
        sends(&text, content);
    }
}

/// What a function of JavaScript's sets outside of itself is not known behind its call.
#[test]
fn what_a_function_sets() {
    let text = "fetch('ADDRESS', {method:'POST', body:JSON.stringify({appId:'a',toWxid:'b',content})});";
    let post = "fetch('ADDRESS', {method:'POST', body:JSON.stringify(body)});";
    let body = "const body = {appId:'a',toWxid:'b',content:'c'};";
    for (program, content) in [
        (format!("let content = 'b';\nfunction f() {{ content = 'd'; }}\ncontent = 'c';\nf();\n{text}"), None),
        (format!("let content = 'b';\nconst f = () => {{ content += 'd'; }}\ncontent = 'c';\nf();\n{text}"), None),
        (format!("let content = 'b';\nfunction f() {{ content = 'd'; }}\ncontent = 'c';\n{text}\nf();"), Some("c")),
        (format!("let content = 'b';\nfunction f() {{ content = 'd'; }}\nf();\ncontent = 'c';\n{text}"), Some("c")),
        (format!("function f() {{ let content = 'b'; content = 'd'; }}\nlet content = 'c';\nf();\n{text}"), Some("c")),
        (format!("function f(content) {{ content = 'd'; }}\nlet content = 'c';\nf(1);\n{text}"), Some("c")),
        (format!("function f() {{ body.content = 'd'; }}\n{body}\nf();\n{post}"), None),
        (format!("function f(x) {{ console.log(x, body); }}\n{body}\nf(1);\n{post}"), Some("c")),
        (format!("async function f() {{ {body} {post} }}\nf();"), Some("c")),
    ] {
        sends(&program, content);
    }
}

/// The next time round, a loop sends what it changed behind the request.
#[test]
fn what_a_loop_changes_is_another_the_next_time_round() {
    let php = "<?php\n$c = 'c';\nLOOP { $ch = curl_init('ADDRESS'); curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode(['appId'=>'a','toWxid'=>'b','content'=>$c])); curl_exec($ch); CHANGE }\n";
    let java = "String c = \"c\";\nLOOP { HttpUtil.post(\"ADDRESS\", JSON.toJSONString(Map.of(\"appId\", \"a\", \"toWxid\", \"b\", \"content\", c))); CHANGE }\n";
    let map = "Map<String,Object> m = new HashMap<>();\nm.put(\"appId\",\"a\"); m.put(\"toWxid\",\"b\"); m.put(\"content\",\"c\");\nLOOP { HttpUtil.post(\"ADDRESS\", JSON.toJSONString(m)); CHANGE }\n";
    let csharp = "var client = new HttpClient();\nvar c = \"c\";\nLOOP { await client.PostAsync(\"ADDRESS\", new StringContent(JsonSerializer.Serialize(new { appId = \"a\", toWxid = \"b\", content = c }))); CHANGE }\n";
    let go = "c := \"c\"\nLOOP {\n\tb, _ := json.Marshal(map[string]any{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":c})\n\thttp.Post(\"ADDRESS\", \"application/json\", bytes.NewReader(b))\n\tCHANGE\n}\n";
    let kotlin = "var c = \"c\"\nLOOP {\n  val body = JSONObject(mapOf(\"appId\" to \"a\", \"toWxid\" to \"b\", \"content\" to c)).toString().toRequestBody()\n  client.newCall(Request.Builder().url(\"ADDRESS\").post(body).build()).execute()\n  CHANGE\n}\n";
    let ruby = "require \"net/http\"\ndata = {\"appId\"=>\"a\",\"toWxid\"=>\"b\",\"content\"=>\"c\"}\nLOOP\n  Net::HTTP.post(URI(\"ADDRESS\"), data.to_json)\n  CHANGE\nend\n";
    let dart = "import 'package:http/http.dart' as http;\nvar c = 'c';\nLOOP { await http.post(Uri.parse('ADDRESS'), body: jsonEncode({'appId':'a','toWxid':'b','content':c})); CHANGE }\n";
    for (program, header, change) in [
        (php, "foreach ($l as $x)", "$c = 'd';"),
        (php, "for ($i = 0; $i < 3; $i++)", "$c .= 'd';"),
        (php, "while (true)", "$c = $x;"),
        (java, "for (int i = 0; i < 3; i++)", "c = \"d\";"),
        (java, "for (String s : list)", "c += s;"),
        (java, "do", "c = \"d\";"),
        (map, "while (true)", "m.put(\"content\", \"d\");"),
        (map, "list.forEach(x ->", "m.put(\"content\", x);"),
        (csharp, "foreach (var x in list)", "c = x;"),
        (go, "for i := 0; i < 3; i++", "c = \"d\""),
        (go, "for _, x := range []string{\"x\"}", "c = x"),
        (go, "for", "c += \"d\""),
        (kotlin, "for (i in 1..3)", "c = \"d\""),
        (kotlin, "repeat(3)", "c = \"d\""),
        (ruby, "list.each do |x|", "data[\"content\"] = x"),
        (ruby, "3.times do", "data[\"content\"] = \"d\""),
        (ruby, "while x", "data[\"content\"] = \"d\""),
        (dart, "for (var i = 0; i < 3; i++)", "c = 'd';"),
    ] {
        let program = program.replace("LOOP", header);
        sends(&program.replace("CHANGE", change), None);
        sends(&program.replace("CHANGE", ""), Some("c"));
    }
    // What begins anew each time is its own.
    sends(&java.replace("LOOP", "for (String s : list)").replace("CHANGE", "String d = \"d\"; d += c;"), Some("c"));
    // A member of a map that is not known is no other request.
    sends(&map.replace("LOOP", "while (true)").replace("CHANGE", "m.put(\"x\", Map.of(\"content\", \"d\"));"), None);
}
