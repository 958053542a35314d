//! What an encoder makes of a value: it names members in another way, leaves some out, or makes a text of a text.

use wxwire::import::import;

use crate::changed::{CSHARP, PHP, Program, URL};

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

/// What a map is printed as is not its JSON, unless it is an object of JSON's.
#[test]
fn what_is_printed_is_no_json() {
    let java = |kind: &str, body: &str| {
        let puts = "data.put(\"appId\",\"a\"); data.put(\"toWxid\",\"b\"); data.put(\"content\",\"c\");";
        let program = format!(
            "{kind} data = new {kind}();\n{puts}\nString s = data.toString();\nHttpUtil.post(\"{URL}\", {body});\n"
        );
        import(program.as_bytes(), None).expect("a program").values.is_some()
    };
    for body in ["data.toString()", "s"] {
        assert!(java("JSONObject", body) && !java("HashMap<String,Object>", body), "{body}");
    }
    assert!(java("HashMap<String,Object>", "JSON.toJSONString(data)"));
    let ruby = "require \"net/http\"\ndata = {\"appId\"=>\"a\",\"toWxid\"=>\"b\",\"content\"=>\"c\"}\nNet::HTTP.post(URI(\"ADDRESS\"), data.HOW)\n";
    for (how, is_sent) in [("to_json", true), ("to_s", false)] {
        let program = ruby.replace("ADDRESS", URL).replace("HOW", how);
        assert_eq!(import(program.as_bytes(), None).expect("a program").values.is_some(), is_sent, "{how}");
    }
}

/// A buffer holds what an encoder wrote into it, and items leave out their type.
#[test]
fn what_go_encodes_is_followed() {
    let map = "map[string]any{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"c\"}";
    for (makes, is_sent) in [
        ("var buf bytes.Buffer\njson.NewEncoder(&buf).Encode(M)\nSEND &buf)", true),
        ("buf := new(bytes.Buffer)\njson.NewEncoder(buf).Encode(M)\nSEND buf)", true),
        (
            "buf := &bytes.Buffer{}\nif err := json.NewEncoder(buf).Encode(M); err != nil {\n\treturn err\n}\nSEND buf)",
            true,
        ),
        (
            "buf := bytes.NewBuffer(nil)\nenc := json.NewEncoder(buf)\nenc.SetEscapeHTML(false)\nerr := enc.Encode(M)\nSEND bytes.NewReader(buf.Bytes()))",
            true,
        ),
        ("var buf bytes.Buffer\nif x {\n\tjson.NewEncoder(&buf).Encode(M)\n}\nSEND &buf)", false),
        ("var buf bytes.Buffer\njson.NewEncoder(&buf).Encode(M)\nbuf.Reset()\nSEND &buf)", false),
        ("var buf bytes.Buffer\njson.NewEncoder(&buf).Encode(M)\nfmt.Fprint(&buf, \"x\")\nSEND &buf)", false),
        ("var buf bytes.Buffer\np := &buf\np.WriteString(\"x\")\njson.NewEncoder(&buf).Encode(M)\nSEND &buf)", false),
    ] {
        let program = makes
            .replace("M)", &format!("{map})"))
            .replace("SEND", &format!("http.Post(\"{URL}\", \"application/json\","));
        let imported = import(program.as_bytes(), None).expect(&program);
        assert_eq!(imported.values.is_some(), is_sent, "{program}\n{imported:?}");
    }
    let items = |items: &str| {
        let program = format!(
            "type Item struct {{\n\tTitle string `json:\"title\"`\n}}\nb, _ := json.Marshal(map[string]any{{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"c\",\"x\":{items}}})\nhttp.Post(\"{URL}\", \"application/json\", bytes.NewReader(b))\n"
        );
        import(program.as_bytes(), None).expect("a program").values
    };
    let sent = |items: &str| Some(format!(r#"{{"appId":"a","toWxid":"b","content":"c","x":{items}}}"#));
    assert_eq!(items("[]Item{{Title: \"t\"}, {}}"), sent(r#"[{"title":"t"},{"title":""}]"#));
    assert_eq!(items("[]*Item{{Title: \"t\"}}"), sent(r#"[{"title":"t"}]"#));
    assert_eq!(items("[]Item{{\"t\"}}"), None);
    assert_eq!(items("[]Other{{Title: \"t\"}}"), None);
}

/// Members of C#'s objects that have no type are called as what they are set to.
#[test]
fn members_without_a_name_have_that_of_their_value() {
    for (object, is_sent) in [("new { appId, toWxid = \"b\", content }", true), ("new { appId, F(), content }", false)]
    {
        let program = format!(
            "var client = new HttpClient();\nstring appId = \"a\";\nstring content = \"c\";\nawait client.PostAsJsonAsync(\"{URL}\", {object});\n"
        );
        let values = import(program.as_bytes(), None).expect("a program").values;
        let sent = values.map(|values| values.contains("\"appId\":\"a\"") && values.contains("\"content\":\"c\""));
        assert_eq!(sent, is_sent.then_some(true), "{program}");
    }
}
