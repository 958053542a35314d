//! What a program does to a value between its making and its sending: it is followed, or refused, and never passed over.

use wxwire::import::import;
use wxwire::layer::json::Tree;
use wxwire::problem::Code;

const URL: &str = "http://h.example/gewe/v2/api/message/postText";

/// A program in a language: what makes the value, and what sends it.
struct Program(&'static str, &'static str);

const PHP: Program = Program(
    "<?php\n$data=[\"appId\"=>\"a\",\"toWxid\"=>\"b\",\"content\"=>\"c\"];\n",
    "$ch=curl_init(\"ADDRESS\");\ncurl_setopt($ch,CURLOPT_POSTFIELDS,json_encode($data));\ncurl_exec($ch);\n",
);
const JAVA: Program = Program(
    "Map<String,Object> data = new HashMap<>();\ndata.put(\"appId\",\"a\"); data.put(\"toWxid\",\"b\");\ndata.put(\"content\",\"c\");\n",
    "HttpUtil.post(\"ADDRESS\", JSONUtil.toJsonStr(data));\n",
);
const GO: Program = Program(
    "data := map[string]interface{}{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"c\"}\n",
    "j, _ := json.Marshal(data)\nhttp.Post(\"ADDRESS\", \"application/json\", bytes.NewBuffer(j))\n",
);
const KOTLIN: Program = Program(
    "val data = mutableMapOf(\"appId\" to \"a\", \"toWxid\" to \"b\", \"content\" to \"c\")\n",
    "val body = JSONObject(data).toString().toRequestBody(json)\nval request = Request.Builder().url(\"ADDRESS\").post(body).build()\nclient.newCall(request).execute()\n",
);
const CSHARP: Program = Program(
    "var data = new Dictionary<string,object>{{\"appId\",\"a\"},{\"toWxid\",\"b\"},{\"content\",\"c\"}};\n",
    "var r = await new HttpClient().PostAsync(\"ADDRESS\", new StringContent(JsonSerializer.Serialize(data)));\n",
);
const RUBY: Program = Program(
    "require \"net/http\"\ndata = {\"appId\"=>\"a\",\"toWxid\"=>\"b\",\"content\"=>\"c\"}\n",
    "Net::HTTP.post(URI(\"ADDRESS\"), data.to_json, \"Content-Type\" => \"application/json\")\n",
);
const DART: Program = Program(
    "import 'package:http/http.dart' as http;\nvar data = {'appId':'a','toWxid':'b','content':'c'};\n",
    "await http.post(Uri.parse('ADDRESS'), body: jsonEncode(data));\n",
);
const SWIFT: Program = Program(
    "var data: [String: Any] = [\"appId\": \"a\", \"toWxid\": \"b\", \"content\": \"c\"]\n",
    "var request = URLRequest(url: URL(string: \"ADDRESS\")!)\nrequest.httpMethod = \"POST\"\nrequest.httpBody = try! JSONSerialization.data(withJSONObject: data)\nURLSession.shared.dataTask(with: request).resume()\n",
);

/// What stands between the two, and the content that is sent then; none where that is not for certain.
#[rustfmt::skip]
const CHANGES: &[(Program, &str, Option<&str>)] = &[
    (PHP, "", Some("c")),
    (JAVA, "", Some("c")),
    (GO, "", Some("c")),
    (KOTLIN, "", Some("c")),
    (CSHARP, "", Some("c")),
    (RUBY, "", Some("c")),
    (DART, "", Some("c")),
    (SWIFT, "", Some("c")),
    (PHP, "$data[\"content\"]=\"d\";\n", Some("d")),
    (PHP, "define('WHO', 'd');\n$data[\"content\"]=WHO;\n", Some("d")),
    (PHP, "$data[\"content\"]='n' . 42;\n", Some("n42")),
    (JAVA, "data.put(\"content\", \"n\" + 42 + \".x\");\n", Some("n42.x")),
    (PHP, "if($x) $data[\"content\"]=\"d\";\n", None),
    (PHP, "$x && $data[\"content\"]=\"y\";\n", None),
    (PHP, "false and $data[\"content\"]=\"y\";\n", None),
    (PHP, "if($x){f();} else $data[\"content\"]=\"y\";\n", None),
    (PHP, "$n=1; // x\n$data[\"content\"]=\"y\"; # z\n", Some("y")),
    (PHP, "/* a */ $data[\"content\"]=\"y\";\n", Some("y")),
    (PHP, "foreach ($data as $k=>&$v){$v=\"z\";}\n", None),
    (PHP, "[$a,$data[\"content\"]]=[1,\"L\"];\n", None),
    (PHP, "list($a,$data[\"content\"])=[1,\"L\"];\n", None),
    (PHP, "$x=\"data\"; $$x[\"content\"]=\"L\";\n", None),
    (PHP, "$GLOBALS[\"data\"][\"content\"]=\"L\";\n", None),
    (PHP, "settype($data,\"string\");\n", None),
    (PHP, "$p=&$data; $p[\"content\"]=\"z\";\n", None),
    (PHP, "$p=$data; $p[\"content\"]=\"z\";\n", Some("c")),
    (PHP, "parse_str(\"content=z\",$data);\n", None),
    (PHP, "if ($x):\n f();\n $data[\"content\"]=\"d\";\nendif;\n", None),
    (PHP, "foreach ($l as $x):\n f(); $data[\"content\"]=$x; endforeach;\n", None),
    (PHP, "if ($x): f(); endif;\n$data[\"content\"]=\"d\";\n", Some("d")),
    (PHP, "goto e; $data[\"content\"]=\"y\"; e:\n", None),
    (PHP, "function send($to){ $data[\"content\"]=\"q\"; }\n", Some("c")),
    (PHP, "$data[\"content\"].=\"q\";\n", None),
    (PHP, "unset($data[\"content\"]);\n", None),
    (PHP, "fill($data);\n", Some("c")),
    (PHP, "extract([\"data\" => [\"x\" => 1]]);\n", None),
    (PHP, "parse_str(\"data[x]=1\");\n", None),
    (PHP, "include \"a.php\";\n", None),
    (PHP, "require_once(__DIR__ . \"/a.php\");\n", None),
    (JAVA, "data.put(\"content\",\"d\");\n", Some("d")),
    (JAVA, "if (x) { foo(); } else\n data.put(\"content\",\"d\");\n", None),
    (JAVA, "x && data.put(\"content\",\"d\");\n", None),
    (JAVA, "Runnable r = () -> data.put(\"content\",\"d\");\n", None),
    (JAVA, "list.forEach(s -> data.put(\"content\",\"d\"));\n", None),
    (JAVA, "Runnable r = () -> { data.put(\"content\",\"d\"); };\n", None),
    (JAVA, "Map p = data; p.put(\"content\",\"z\");\n", Some("z")),
    (JAVA, "data.entrySet().forEach(e->e.setValue(\"z\"));\n", None),
    (JAVA, "data.keySet().remove(\"content\");\n", None),
    (JAVA, "data.values().clear();\n", None),
    (JAVA, "String s=\"x\"; data.put(\"content\",s); s=\"y\";\n", Some("x")),
    (JAVA, "data.put(\"content\",\" x \".trim());\n", Some("x")),
    (JAVA, "int n=5; n++; data.put(\"content\",n);\n", None),
    (JAVA, "// c\ndata.put(\"content\",\"d\"); // e\n", Some("d")),
    (JAVA, "System.out.println(\"x\");\ndata.put(\"content\",\"d\");\n", Some("d")),
    (JAVA, "fill(data);\n", None),
    (JAVA, "log.info(data); String s = data.toString();\n", Some("c")),
    (JAVA, "String s = sign(data);\n", None),
    (JAVA, "if (!fill(data)) return;\n", None),
    (JAVA, "boolean ok = Utils.fill(1, data);\n", None),
    (JAVA, "static boolean is(Map m) { return m.get(\"a\") != null; }\nif (!is(data)) return;\n", Some("c")),
    (JAVA, "static boolean at(Map m) { m.put(\"content\", \"d\"); return true; }\nif (!at(data)) return;\n", None),
    (JAVA, "((Map) data).put(\"content\",\"d\");\n", None),
    (JAVA, "List<Map> l = List.of(data); l.get(0).put(\"content\",\"d\");\n", None),
    (JAVA, "data.put(\"content\", 'c' + 1);\n", None),
    (JAVA, "data.put(\"content\", 'c' + \"d\");\n", Some("cd")),
    (JAVA, "data.put(\"ats\", null);\n", None),
    (JAVA, "/* a /* b */ data.put(\"content\",\"d\");\n", Some("d")),
    (GO, "data[\"content\"]=\"d\"\n", Some("d")),
    (GO, "x, data[\"content\"] = 1, \"z\"\n", None),
    (GO, "p := data\np[\"content\"]=\"z\"\n", Some("z")),
    (GO, "json.Unmarshal([]byte(s), &data)\n", None),
    (GO, "maps.Copy(data, o)\n", None),
    (GO, "clear(data)\n", None),
    (GO, "n := 5\nn++\ndata[\"content\"]=n\n", None),
    (GO, "return\ndata[\"content\"]=\"d\"\n", None),
    (GO, "s := \"x\"\ndata[\"content\"] = s\ns = \"y\"\n", Some("x")),
    (GO, "if x { data[\"content\"]=\"d\" }\n", None),
    (GO, "data[\"content\"] = \"d\" // x\n", Some("d")),
    (GO, "fill(data)\n", None),
    (GO, "set(data)\n", None),
    (GO, "setAt(data)\n", None),
    (GO, "_ = fill(data)\n", None),
    (GO, "err := fill(data)\n", None),
    (GO, "if err := fill(data); err != nil {\n\treturn\n}\n", None),
    (GO, "if !ok(data) {\n\tpanic(1)\n}\n", None),
    (GO, "func ok(m map[string]interface{}) bool { return len(m) > 0 }\nif !ok(data) {\n\tpanic(1)\n}\n", Some("c")),
    (GO, "p := &data\n(*p)[\"content\"] = \"d\"\n", None),
    (GO, "data[\"ats\"].(map[string]interface{})[\"x\"] = \"d\"\n", None),
    (GO, "fmt.Println(data[\"content\"].(string))\n", Some("c")),
    (GO, "l := []map[string]interface{}{data}\nl[0][\"content\"] = \"z\"\n", None),
    (GO, "fmt.Println(data)\n", Some("c")),
    (GO, "data[\"content\"] = []byte(\"d\")\n", None),
    (GO, "data[\"content\"] = 'd'\n", None),
    (KOTLIN, "data.put(\"content\",\"d\")\n", Some("d")),
    (KOTLIN, "data[\"content\"]=\"d\"\n", Some("d")),
    (KOTLIN, "data.apply { put(\"content\",\"d\") }\n", None),
    (KOTLIN, "with(data) { put(\"content\",\"d\") }\n", None),
    (KOTLIN, "data.also { it[\"content\"]=\"d\" }\n", None),
    (KOTLIN, "x ?: data.put(\"content\",\"d\")\n", None),
    (KOTLIN, "fun f() = data.put(\"content\",\"d\")\n", None),
    (KOTLIN, "val p = data\np[\"content\"]=\"z\"\n", Some("z")),
    (KOTLIN, "if (x)\n data[\"content\"]=\"d\"\n", None),
    (KOTLIN, "fill(data)\n", None),
    (KOTLIN, "val ok = fill(data)\n", None),
    (KOTLIN, "listOf(data)[0].put(\"content\", \"d\")\n", None),
    (KOTLIN, "println(data)\n", Some("c")),
    (KOTLIN, "/* a /* b */ data[\"content\"]=\"d\" */\n", Some("c")),
    (CSHARP, "data[\"content\"]=\"d\";\n", Some("d")),
    (CSHARP, "if (x) f(); else data[\"content\"]=\"d\";\n", None),
    (CSHARP, "Action f = () => data[\"content\"]=\"d\";\n", None),
    (CSHARP, "list.ForEach(s => data[\"content\"]=\"d\");\n", None),
    (CSHARP, "void F() => data[\"content\"]=\"d\";\n", None),
    (CSHARP, "var p = data; p[\"content\"]=\"z\";\n", Some("z")),
    (CSHARP, "return;\ndata[\"content\"]=\"d\";\n", None),
    (CSHARP, "data[\"content\"]=\" x \".Trim();\n", Some("x")),
    (CSHARP, "Fill(data);\n", None),
    (CSHARP, "var ok = Fill(data);\n", None),
    (CSHARP, "if (!Fill(m: data)) return;\n", None),
    (CSHARP, "var x = (IDictionary<string, object>)data; x[\"content\"] = \"d\";\n", None),
    (CSHARP, "new List<Dictionary<string, object>> { data }.ForEach(d => d[\"content\"] = \"d\");\n", None),
    (CSHARP, "Console.WriteLine(data);\n", Some("c")),
    (RUBY, "data[\"content\"]=\"d\"\n", Some("d")),
    (RUBY, "ok = at(data)\n", None),
    (RUBY, "x = \"d\"\ndata[\"content\"] = x\nx << \"e\"\n", None),
    (RUBY, "x = \"d\"\ny = x\ny.gsub!(\"d\", \"e\")\ndata[\"content\"] = x\n", None),
    (RUBY, "x = \"d\"\nx.replace(\"e\")\ndata[\"content\"] = x\n", None),
    (RUBY, "x = \"d\"\ny = x\ny = \"e\"\ny << \"f\"\ndata[\"content\"] = x\n", Some("d")),
    (PHP, "$p=&$data[\"content\"]; $p=\"z\";\n", None),
    (PHP, "$p=$data[\"content\"]; $p=\"z\";\n", Some("c")),
    (RUBY, "return unless at(data)\n", None),
    (RUBY, "[data].each { |d| d[\"content\"] = \"d\" }\n", None),
    (DART, "if (!fill(data)) return;\n", None),
    (DART, "final ok = fill(data);\n", None),
    (RUBY, "data[\"content\"] << \"d\"\n", None),
    (RUBY, "data[\"content\"]=\"d\" if x\n", None),
    (RUBY, "x && data[\"content\"]=\"d\"\n", None),
    (RUBY, "data.merge!(\"content\"=>\"z\")\n", None),
    (RUBY, "data.transform_values!{|v| \"z\"}\n", None),
    (RUBY, "data.clear\n", None),
    (RUBY, "data.tap { |d| d[\"content\"]=\"z\" }\n", None),
    (RUBY, "n, m = \"x\", \"y\"\ndata[\"content\"]=m\n", None),
    (RUBY, "x, data[\"content\"] = 1, \"z\"\n", None),
    (RUBY, "p = data\np[\"content\"]=\"z\"\n", Some("z")),
    (RUBY, "s=\"x\"\ns << \"y\"\ndata[\"content\"]=s\n", None),
    (RUBY, "s=\"x\"\ns.upcase!\ndata[\"content\"]=s\n", None),
    (RUBY, "return\ndata[\"content\"]=\"d\"\n", None),
    (RUBY, "data[\"content\"]=\"d\" unless x\n", None),
    (RUBY, "fill(data)\n", None),
    (RUBY, "fill data\n", None),
    (RUBY, "puts data\n", Some("c")),
    (RUBY, "data[\"content\"]={\"a\"=>1}.to_json\n", None),
    (DART, "data['content']='d';\n", Some("d")),
    (DART, "data..['content']='z';\n", None),
    (DART, "x && data['content']='z';\n", None),
    (DART, "f() => data['content']='z';\n", None),
    (DART, "var p = data; p['content']='z';\n", Some("z")),
    (DART, "if (x) f(); else data['content']='d';\n", None),
    (DART, "return;\ndata['content']='d';\n", None),
    (DART, "data['content']=' x '.trim();\n", Some("x")),
    (DART, "if (x) data['content']='d';\n", None),
    (DART, "fill(data);\n", None),
    (DART, "print(data);\n", Some("c")),
    (SWIFT, "data[\"content\"]=\"d\"\n", Some("d")),
    (SWIFT, "data[\"content\"] = nil\n", None),
    (SWIFT, "var p = data\np[\"content\"]=\"z\"\n", Some("c")),
    (SWIFT, "fill(&data)\n", None),
    (PHP, "$x=\"x\"; $x.=\"y\"; $data[\"content\"]=$x;\n", Some("xy")),
    (PHP, "$x=\"x\"; if ($y) $x.=\"y\"; $data[\"content\"]=$x;\n", None),
    (PHP, "$x=\"x\"; if ($y) { $x.=\"y\"; } $data[\"content\"]=$x;\n", None),
    (PHP, "$data[\"content\"]=sprintf(\"x%s%d\", \"y\", 5);\n", Some("xy5")),
    (PHP, "$x = <<<EOT\n  x\\\"\n  y\n  EOT;\n$data[\"content\"]=$x;\n", Some("x\\\"\ny")),
    (PHP, "$x = <<<'EOT'\nx$y\nEOT;\n$data[\"content\"]=$x;\n", Some("x$y")),
    (PHP, "$data[\"content\"]=<<<EOT\nx$y\nEOT;\n", None),
    (JAVA, "String x=\"x\"; x+=\"y\"; x=x+\"z\"; data.put(\"content\",x);\n", Some("xyz")),
    (JAVA, "String x=\"x\";\nfor (int i=0;i<2;i++)\n x+=\"y\";\ndata.put(\"content\",x);\n", None),
    (JAVA, "String x=\"x\";\nif (y) { x+=\"y\"; }\ndata.put(\"content\",x);\n", None),
    (JAVA, "data.put(\"content\",String.format(\"x%s%d%%\", \"y\", 5));\n", Some("xy5%")),
    (JAVA, "String x=\"x\"\n .repeat(2); data.put(\"content\",x);\n", None),
    (KOTLIN, "val x = \"x\"\n  .repeat(2)\ndata[\"content\"]=x\n", None),
    (CSHARP, "var x = \"x\"\n  .PadLeft(2); data[\"content\"]=x;\n", None),
    (JAVA, "int n=5; data.put(\"content\",String.format(\"%d\", n));\n", Some("5")),
    (JAVA, "data.put(\"content\",String.format(\"%5s\", \"y\"));\n", None),
    (GO, "x := \"x\"\nx += \"y\"\ndata[\"content\"]=x\n", Some("xy")),
    (GO, "data[\"content\"]=fmt.Sprintf(\"x%s%d%v\", \"y\", 5, 6)\n", Some("xy56")),
    (GO, "data[\"content\"]=fmt.Sprintf(\"%s\", 5)\n", None),
    (GO, "n := 5\ndata[\"content\"]=fmt.Sprintf(\"%s\", n)\n", None),
    (KOTLIN, "var x = \"x\"\nx += \"y\"\ndata[\"content\"]=x\n", Some("xy")),
    (KOTLIN, "data[\"content\"]=\"x%s\".format(\"y\")\n", Some("xy")),
    (CSHARP, "var x=\"x\"; x+=\"y\"; data[\"content\"]=x;\n", Some("xy")),
    (CSHARP, "data[\"content\"]=string.Format(\"{{x}}{1}{0}\", \"y\", 5);\n", Some("{x}5y")),
    (CSHARP, "data[\"content\"]=string.Format(\"{0:N}\", 5);\n", None),
    (RUBY, "x = \"x\"\nx += \"y\"\ndata[\"content\"]=x\n", Some("xy")),
    (RUBY, "x = \"x\"\nx += \"y\" if z\ndata[\"content\"]=x\n", None),
    (RUBY, "data[\"content\"]=format(\"x%s\", \"y\")\n", Some("xy")),
    (RUBY, "x = <<~EOS\n    x\n      y#{1}\nEOS\ndata[\"content\"]=x\n", None),
    (RUBY, "x = <<~EOS\n    x\n      y\n  EOS\ndata[\"content\"]=x\n", Some("x\n  y\n")),
    (RUBY, "x = <<-'EOS'\n x\\n\n  EOS\ndata[\"content\"]=x\n", Some(" x\\n\n")),
    (RUBY, "x = <<~EOS.strip\n  x\nEOS\ndata[\"content\"]=x\n", None),
    (DART, "var x='x'; x+='y'; data['content']=x;\n", Some("xy")),
    (SWIFT, "var x = \"x\"\nx += \"y\"\ndata[\"content\"]=x\n", Some("xy")),
    (SWIFT, "var x = \"x\"\nx.append(\"y\")\ndata[\"content\"]=x\n", None),
    (SWIFT, "data[\"content\"]=String(format: \"x%@%d\", \"y\", 5)\n", Some("xy5")),
    (SWIFT, "if x { data[\"content\"]=\"d\" }\n", None),
];

#[test]
fn what_is_done_to_a_value_is_followed_or_refused() {
    for (Program(makes, sends), change, content) in CHANGES {
        let program = format!("{makes}{change}{}", sends.replace("ADDRESS", URL));
        let imported = import(program.as_bytes(), None).expect(&program);
        assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.message_post_text"), "{program}");
        let values = imported.values.as_deref().map(|values| Tree::parse(values).expect("JSON"));
        let found =
            values.as_ref().and_then(|values| values.root().get("content")?.as_str().map(|text| text.into_owned()));
        assert_eq!(found.as_deref(), *content, "{program}\n{imported:?}");
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

/// What JavaScript sends is not what it shows, and that is said: a number that it cannot hold, JSON that is made a text again.
#[test]
fn what_a_script_sends_otherwise_is_said() {
    for (body, why) in [
        ("JSON.stringify({appId:'a', toWxid:'b', content:9007199254740993})", "rounded"),
        ("JSON.stringify({appId:'a', toWxid:'b', content:1e400})", "rounded"),
        ("JSON.stringify(JSON.stringify({appId:'a', toWxid:'b', content:'c'}))", "string_twice"),
    ] {
        let program = format!("fetch('{URL}', {{method:'POST', body:{body}}})");
        let imported = import(program.as_bytes(), None).expect(&program);
        assert!(imported.values.is_some(), "{program}");
        assert!(
            imported.problems.iter().any(|one| one.expected == why && !one.is_error()),
            "{program}\n{:?}",
            imported.problems
        );
    }
    for number in ["9007199254740992", "1.5", "0.1", "1e300", "-5"] {
        let program = format!(
            "fetch('{URL}', {{method:'POST', body:JSON.stringify({{appId:'a', toWxid:'b', content:{number}}})}})"
        );
        let imported = import(program.as_bytes(), None).expect(&program);
        assert!(!imported.problems.iter().any(|one| one.expected == "rounded"), "{program}");
    }
}

/// PowerShell's objects: names of members are the same in letters of any case, and two variables may hold one object.
#[test]
fn what_powershell_does_to_a_value_is_followed_or_refused() {
    let changes = [
        ("", Some("c")),
        ("$d.content=\"d\"\n", Some("d")),
        ("$d[\"content\"]=\"d\"\n", Some("d")),
        ("$d.content+=\"q\"\n", None),
        ("$d.Remove(\"content\")\n", None),
        ("$d.CONTENT=\"d\"\n", Some("d")),
        ("$p=$d; $p.content=\"d\"\n", None),
        ("@($d.Keys)|%{$d[$_]=\"z\"}\n", None),
        ("if($x){$d.content=\"d\"}\n", None),
        ("if($x){ $d=@{appId=\"q\"} }\n", None),
        ("$n=5\n$n++\n$d.content=$n\n", None),
        ("$d.Add(\"x\",\"y\")\n", Some("c")),
        ("$x; $d.content=\"d\"\n", Some("d")),
        ("$d=[PSCustomObject]@{appId=\"a\";toWxid=\"b\";content=\"c\"}\n$d.content=\"d\"\n", None),
        ("$x -and ($d.content=\"d\")\n", None),
        ("Write-Host $d.Count\n", Some("c")),
        ("$d.content.ToString()\n", Some("c")),
        ("function f { $d.content=\"d\" }\n", None),
        ("$s=\"x\"; $d.content=$s; $s=\"y\"\n", Some("x")),
        ("$d[\"content\"] += \"q\"\n", None),
        ("$d.content = \"d\"; $d.ats = \"e\"\n", Some("d")),
        ("$d.content = \"x\", \"y\" -join \"-\"\n", Some("x-y")),
        ("$d[\"content\"] = \"x\", \"y\" -join \"-\"\n", Some("x-y")),
        ("$d.content = \"x\", \"y\"\n", None),
    ];
    for (change, content) in changes {
        let script = format!(
            "$d=@{{appId=\"a\";toWxid=\"b\";content=\"c\"}}\n{change}$b=$d|ConvertTo-Json\nInvoke-RestMethod -Uri \"{URL}\" -Method Post -Body $b\n"
        );
        let imported = import(script.as_bytes(), None).expect(&script);
        let values = imported.values.as_deref().map(|values| Tree::parse(values).expect("JSON"));
        let found =
            values.as_ref().and_then(|values| values.root().get("content")?.as_str().map(|text| text.into_owned()));
        assert_eq!(found.as_deref(), content, "{script}\n{:?}", imported.problems);
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

/// Options of an encoder that make it write something else than the value.
#[test]
fn an_encoder_is_told_what_to_write() {
    for (flags, is_sent) in [
        ("JSON_UNESCAPED_UNICODE", true),
        ("JSON_FORCE_OBJECT", false),
        ("JSON_UNESCAPED_UNICODE | JSON_NUMERIC_CHECK", false),
    ] {
        let Program(makes, sends) = PHP;
        let sends = sends.replace("json_encode($data)", &format!("json_encode($data, {flags})"));
        let program = format!("{makes}{}", sends.replace("ADDRESS", URL));
        assert_eq!(import(program.as_bytes(), None).expect("a program").values.is_some(), is_sent, "{program}");
    }
    for (policy, is_sent) in [("WriteIndented = true", true), ("PropertyNamingPolicy = JsonNamingPolicy.Snake", false)]
    {
        let Program(makes, sends) = CSHARP;
        let sends = sends.replace("Serialize(data)", "Serialize(data, options)");
        let options = format!("var options = new JsonSerializerOptions {{ {policy} }};\n");
        let program = format!("{makes}{options}{}", sends.replace("ADDRESS", URL));
        assert_eq!(import(program.as_bytes(), None).expect("a program").values.is_some(), is_sent, "{program}");
    }
}

/// `ConvertTo-Json` writes what lies deeper than it is told as the name of a type, and a list of one as what it holds.
#[test]
fn powershell_writes_so_deep() {
    for (value, encodes, is_sent) in [
        ("@{a=@{b=1}}", "ConvertTo-Json", true),
        ("@{a=@{b=@{c=1}}}", "ConvertTo-Json", false),
        ("@{a=@{b=@(1)}}", "ConvertTo-Json", false),
        ("@{a=@{b=@{c=1}}}", "ConvertTo-Json -Depth 3", true),
        ("@{a=1}", "ConvertTo-Json -Depth 0", false),
    ] {
        let script = format!(
            "$d=@{{appId=\"a\";toWxid=\"b\";content=\"c\";x={value}}}\n$b=$d|{encodes}\nirm {URL} -Method Post -Body $b"
        );
        assert_eq!(import(script.as_bytes(), None).expect("a script").values.is_some(), is_sent, "{script}");
    }
}

/// C# writes the names of properties with a small letter where a value is sent as JSON at once; those of a dictionary stay.
#[test]
fn properties_are_renamed() {
    let send = |value: &str, how: &str| {
        let program = format!(
            "var data = {value};\nvar client = new HttpClient();\nvar r = await client.{};\n",
            how.replace("ADDRESS", URL)
        );
        import(program.as_bytes(), None).expect("a program").values.is_some()
    };
    let small = "new { appId = \"a\", toWxid = \"b\", content = \"c\" }";
    let capital = "new { AppId = \"a\", ToWxid = \"b\", Content = \"c\" }";
    let dictionary =
        "new Dictionary<string,object>{{\"appId\",\"a\"},{\"toWxid\",\"b\"},{\"content\",\"c\"},{\"X\",\"y\"}}";
    for how in ["PostAsJsonAsync(\"ADDRESS\", data)", "PostAsync(\"ADDRESS\", JsonContent.Create(data))"] {
        assert!(send(small, how) && send(dictionary, how), "{how}");
        assert!(!send(capital, how), "{how}");
    }
    assert!(send(capital, "PostAsync(\"ADDRESS\", new StringContent(JsonSerializer.Serialize(data)))"));
}

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

/// What GET sends in the address is no body, nor are the options of a call.
#[test]
fn what_get_sends_is_no_body() {
    let map = "{appId:'a',toWxid:'b',content:'c'}";
    let java = "Map<String,Object> m = new HashMap<>();\nm.put(\"appId\",\"a\"); m.put(\"toWxid\",\"b\"); m.put(\"content\",\"c\");";
    for (program, is_sent) in [
        (format!("axios.get('{URL}', {{params: {map}, headers: {{'X-GEWE-TOKEN': 't'}}}})"), false),
        (format!("axios.get('{URL}', {map})"), false),
        (format!("axios.delete('{URL}', {{data: {map}}})"), true),
        (format!("axios.post('{URL}', {map})"), true),
        (format!("$.get('{URL}', {map})"), false),
        (format!("$.ajax({{url: '{URL}', data: {map}}})"), false),
        (format!("$.ajax({{url: '{URL}', type: 'POST', data: JSON.stringify({map})}})"), true),
        (format!("$.ajax({{url: '{URL}', type: method, data: JSON.stringify({map})}})"), true),
        (format!("wx.request({{url: '{URL}', method: 'GET', data: {map}}})"), false),
        (format!("uni.request({{url: '{URL}', data: {map}}})"), false),
        (format!("uni.request({{url: '{URL}', method: 'POST', data: {map}}})"), true),
        (format!("fetch('{URL}', {{body: JSON.stringify({map})}})"), false),
        (format!("fetch('{URL}', {{method: 'POST', json: {map}}})"), false),
        (format!("fetch('{URL}', {{...options, body: JSON.stringify({map})}})"), false),
        (format!("import requests\nrequests.get('{URL}', {{'appId':'a','toWxid':'b','content':'c'}})"), false),
        (format!("import requests\nrequests.get('{URL}', json={{'appId':'a','toWxid':'b','content':'c'}})"), true),
        (
            format!("<?php\n$client->get('{URL}', ['query' => ['appId' => 'a', 'toWxid' => 'b', 'content' => 'c']]);"),
            false,
        ),
        (format!("<?php\nHttp::get('{URL}', ['appId' => 'a', 'toWxid' => 'b', 'content' => 'c']);"), false),
        (format!("<?php\nHttp::post('{URL}', ['appId' => 'a', 'toWxid' => 'b', 'content' => 'c']);"), true),
        (format!("{java}\nHttpUtil.get(\"{URL}\", m);"), false),
        (format!("{java}\nHttpUtil.post(\"{URL}\", JSONUtil.toJsonStr(m));"), true),
    ] {
        let imported = import(program.as_bytes(), None).expect(&program);
        assert_eq!(imported.values.is_some(), is_sent, "{program}\n{imported:?}");
        assert!(
            imported.values.is_none_or(|values| !values.contains("data") && values.contains("toWxid")),
            "{program}"
        );
    }
    // A call that takes its values there has them.
    let user = "axios.get('https://qyapi.weixin.qq.com/cgi-bin/user/get', {params: {userid: 'u', access_token: 't'}})";
    let imported = import(user.as_bytes(), None).expect("a request");
    assert_eq!(imported.operation.map(|entry| entry.id), Some("wecom.user_get"));
    assert_eq!(imported.values.as_deref(), Some(r#"{"userid": "u"}"#));
}

/// Which of several arguments is the body, and whether it is JSON, is as Python and JavaScript have it.
#[test]
fn arguments_are_those_of_the_library() {
    let map = "{'appId':'a','toWxid':'b','content':'c'}";
    for (call, is_known) in [
        (format!("requests.post('{URL}', json={map})"), true),
        (format!("requests.post('{URL}', data=None, json={map})"), true),
        (format!("requests.post('{URL}', data={{}}, json={map})"), false),
        (format!("requests.post('{URL}', json={{'appId':'a','toWxid':'b',K:'c'}})"), false),
        (format!("requests.post('{URL}', json={{'appId':'a','x':[{{K:'c'}}]}})"), false),
    ] {
        let program = format!("import requests\nK = 'content'\n{call}\n");
        let imported = import(program.as_bytes(), None).expect(&program);
        assert_eq!(imported.values.is_some(), is_known, "{program}\n{imported:?}");
    }
    for call in [
        format!("requests.post('{URL}', {map})"),
        format!("requests.post('{URL}', json=json.dumps({map}))"),
        format!("requests.post('{URL}', data=json.dumps(\"{map}\"))"),
        format!("t = \"{map}\"\nrequests.post('{URL}', data=json.dumps(t))"),
        format!("t = \"{map}\"\nrequests.post('{URL}', json=t)"),
    ] {
        let imported = import(format!("import requests\n{call}\n").as_bytes(), None).expect(&call);
        assert!(imported.problems.iter().any(|one| one.code == Code::SentOtherwise), "{call}\n{imported:?}");
    }
    // Clients that send no body with GET.
    for (call, is_sent) in [
        ("ky(U, {json: B})", false),
        ("ky(U, {method: 'post', json: B})", true),
        ("ky.get(U, {json: B})", false),
        ("ky.post(U, {json: B})", true),
        ("got(U, {json: B})", false),
        ("got(U, {method: 'POST', json: B})", true),
        ("got(U, {allowGetBody: true, json: B})", true),
        ("got.get(U, {json: B})", false),
        ("$fetch(U, {body: B})", false),
        ("$fetch(U, {method: 'POST', body: B})", true),
        ("ofetch(U, {body: B})", false),
        ("ofetch(U, {...options, body: B})", false),
        ("fetch(U, {method: 'HEAD', body: JSON.stringify(B)})", false),
        // Each takes its body by a name of its own, and passes over those of others.
        ("fetch(U, {method: 'POST', data: B})", false),
        ("fetch(U, {method: 'POST', body: JSON.stringify(B), data: {a: 1}})", true),
        ("got.post(U, {data: B})", false),
        ("ky.post(U, {data: B})", false),
        ("axios({method: 'post', url: U, data: B})", true),
        ("axios({method: 'post', url: U, body: B})", false),
        ("axios({method: 'post', url: U, json: B})", false),
        ("axios({method: 'post', url: U, body: {a: 1}, data: B})", true),
        ("wx.request({url: U, method: 'POST', data: B})", true),
        ("wx.request({url: U, method: 'POST', body: B})", false),
        ("UrlFetchApp.fetch(U, {method: 'post', payload: JSON.stringify(B)})", true),
        ("UrlFetchApp.fetch(U, {method: 'post', payload: B})", true),
        ("UrlFetchApp.fetch(U, {method: 'post', body: JSON.stringify(B)})", false),
        ("page.request.post(U, {data: B})", true),
        // A text alone is one.
        ("got.post(U, {body: B})", false),
        ("got.post(U, {body: B, json: true})", true),
        ("got.post(U, {body: JSON.stringify(B)})", true),
        ("ky.post(U, {body: B})", false),
        // Its bytes in UTF-8 are the text; other forms of it are another body.
        ("fetch(U, {method: 'POST', body: Buffer.from(`B`)})", true),
        ("fetch(U, {method: 'POST', body: Buffer.from(`B`, 'utf8')})", true),
        ("fetch(U, {method: 'POST', body: Buffer.from(`B`).toString('utf-8')})", true),
        ("fetch(U, {method: 'POST', body: Buffer.from(`B`).toString('base64')})", false),
        ("fetch(U, {method: 'POST', body: Buffer.from(`B`).toString('hex')})", false),
        ("fetch(U, {method: 'POST', body: Buffer.from(`B`, 'latin1')})", false),
        ("fetch(U, {method: 'POST', body: Buffer.from(`B`, 'base64')})", false),
    ] {
        let call = call.replace("U,", &format!("'{URL}',")).replace('B', map).replace(&format!("{map}uffer"), "Buffer");
        let imported = import(format!("const r = await {call};\n").as_bytes(), None).expect(&call);
        assert_eq!(imported.values.is_some(), is_sent, "{call}\n{imported:?}");
    }
    // What is opened first and sent by calls behind it.
    let (json, opens) =
        (format!("JSON.stringify({map})"), format!("const x = new XMLHttpRequest(); x.open('POST', '{URL}');"));
    let requests = |options: &str| format!("const x = http.request('{URL}'{options}); x.end({json});");
    for (program, is_sent) in [
        (format!("{opens} x.send({json});"), true),
        (format!("{opens} x.send({map});"), false),
        (format!("{} x.send({json});", opens.replace("POST", "GET")), false),
        (requests(", {method: 'POST'}"), true),
        (requests(", {method: 'POST'}, done"), true),
        (requests(""), false),
        (requests(", {headers: {a: 'b'}}, () => {}"), false),
        (requests(", {headers: {a: 'b'}}, res => { res.on('data', console.log); }"), false),
        (requests(", {...options}"), true),
        // What is named as a library's and is the program's own sends what it likes.
        (format!("const axios = require('axios');\nawait axios.post('{URL}', {map});"), true),
        (format!("const axios = {{post: (u, d) => f(u, {{a: d.b}})}};\nawait axios.post('{URL}', {map});"), false),
        (format!("const post = (u, d) => f(u, {{...d, a: 1}});\nawait post('{URL}', {map});"), false),
        (
            format!(
                "const fetch = (...all) => import('node-fetch').then(f => f(...all));\nawait fetch('{URL}', {{method: 'POST', body: {json}}});"
            ),
            true,
        ),
        (format!("import requests\nclass requests:\n    pass\nrequests.post('{URL}', json={map})\n"), false),
        (format!("import requests\nclass Bot:\n    pass\nrequests.post('{URL}', json={map})\n"), true),
    ] {
        let imported = import(program.as_bytes(), None).expect(&program);
        assert_eq!(imported.values.is_some(), is_sent, "{program}\n{imported:?}");
    }
    let session = format!(
        "import requests\ns = requests.Session()\ns.headers.update({{'X-GEWE-TOKEN': 't'}})\ns.post('{URL}', json={map})\n"
    );
    let imported = import(session.as_bytes(), None).expect("a request");
    assert!(imported.absent.is_empty() && imported.values.is_some(), "{imported:?}");
    let object = format!("fetch('{URL}', {{method:'POST', body:{map}}})");
    assert!(import(object.as_bytes(), None).expect("a request").values.is_none());
    let httpie = format!("http {URL} appId=a toWxid=b 'content=x\\=y' 'ats=\\@z'");
    let values = import(httpie.as_bytes(), None).expect("a request").values.unwrap_or_default();
    assert!(values.contains(r#""x=y""#) && values.contains(r#""@z""#), "{values}");
}
