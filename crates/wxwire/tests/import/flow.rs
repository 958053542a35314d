//! What a script sends where a name is set more than once: its value where that is certain, and else a refusal.

use wxwire::import::import;
use wxwire::problem::Code;

const URL: &str = "http://api.geweapi.com/gewe/v2/api/message/postText";

fn data(id: &str) -> String {
    format!(r#"{{"appId": "{id}", "toWxid": "b", "content": "c"}}"#)
}

/// The `appId` that is sent, or nothing where a name is refused.
fn sent(text: &str) -> Option<String> {
    let imported = import(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    if imported.problems.iter().any(|problem| problem.code == Code::Variable && problem.is_error()) {
        return None;
    }
    let values = imported.values.unwrap_or_else(|| panic!("{text}: {:?}", imported.problems));
    let (_, rest) = values.split_once("appId")?;
    rest.split('"').nth(2).map(String::from)
}

/// Each is put between a first value and the request; OLD and NEW stand for values. What is told is what Python sends.
#[test]
fn names_of_python() {
    let post = format!("requests.post(\"{URL}\", json=data)");
    let told = [
        ("", "OLD"),
        ("data = NEW", "NEW"),
        ("data = NEW\nif w:\n    pass", "NEW"),
        ("w = 1; data = NEW", "NEW"),
        ("data2 = NEW", "OLD"),
        ("x.data = NEW", "OLD"),
        ("# data = NEW", "OLD"),
        ("\"\"\"\ndata = NEW\n\"\"\"", "OLD"),
        ("data == NEW", "OLD"),
        ("f(data=NEW)", "OLD"),
        ("data[\"appId\"] = \"M\"", "M"),
        ("data [ \"appId\" ] = \"M\"", "M"),
        ("data.update(NEW)", "NEW"),
        ("data.update(appId=\"M\")", "M"),
        ("data[\"x\"] = {}\ndata[\"x\"][\"y\"] = 1", "OLD"),
        ("e = dict(**data, x=1)\ne[\"appId\"] = \"M\"", "OLD"),
        ("data = json.loads('NEW')", "NEW"),
    ];
    for (between, id) in told {
        let text = format!("import requests\ndata = OLD\n{between}\n{post}\n");
        assert_eq!(
            sent(&text.replace("OLD", &data("OLD")).replace("NEW", &data("NEW"))).as_deref(),
            Some(id),
            "{text}"
        );
    }
    for between in [
        "if w:\n    data = NEW",
        "if w: data = NEW",
        "for i in []:\n    data = NEW",
        "try:\n    pass\nexcept Exception:\n    data = NEW",
        "def g():\n    data = NEW",
        "class A:\n    data = NEW",
        "def g():\n    global data\n    data = NEW\ng()",
        "for data in [NEW]: pass",
        "with open(\"x\") as data: pass",
        "data, w = NEW, 2",
        "[data] = [NEW]",
        "(data) = NEW",
        "(data := NEW)",
        "data |= NEW",
        "if w: data.update(NEW)",
        "data.update([(\"appId\", \"M\")])",
        "w = data.update",
        "data[\"x\"][\"y\"] = 1",
        "e = dict(**data)\ne[\"x\"][\"y\"] = 1",
        "data = json.loads('NEW')\ndata[\"x\"] = 1",
        "data = json.loads('NEW' + w)",
        "data = NEW if w else OLD",
        "data[\"x\"].append(2)",
        "e = data\ne[\"appId\"] = \"M\"",
        "def g(q): q[\"appId\"] = \"M\"\ng(data)",
        "exec(\"data = {}\")",
    ] {
        let text = format!("import requests\ndata = OLD\n{between}\n{post}\n");
        assert_eq!(sent(&text.replace("OLD", &data("OLD")).replace("NEW", &data("NEW"))), None, "{text}");
    }
    for around in [
        format!("data = OLD\ndef send(data):\n    {post}\nsend(NEW)\nsend(NEW)"),
        format!("data = OLD\ndef send():\n    {post}\ndata = NEW\nsend()"),
        format!("data = OLD\nfor i in range(2):\n    {post}\n    data = NEW"),
        format!("data = OLD\n[{post} for data in [NEW]]"),
        format!("data = OLD\nz = data\ndata = NEW\n{}", post.replace("json=data", "json=z")),
    ] {
        let text = format!("import requests\n{around}\n");
        assert_eq!(sent(&text.replace("OLD", &data("OLD")).replace("NEW", &data("NEW"))), None, "{text}");
    }
    // What a function does to it is done where it is called, wherever it stands.
    for (does, is_known) in [
        ("data[\"appId\"] = \"M\"", false),
        ("data.update(NEW)", false),
        ("data[\"x\"][\"y\"] = 1", false),
        ("data = {}\n    data[\"appId\"] = \"M\"", true),
        ("print(data)", true),
    ] {
        let text = format!("import requests\ndef g(w):\n    {does}\ndata = OLD\ng(1)\n{post}\n");
        let known = sent(&text.replace("OLD", &data("OLD")).replace("NEW", &data("NEW")));
        assert_eq!(known.as_deref(), is_known.then_some("OLD"), "{text}");
    }
    // What a function is given is its own.
    for (around, own) in [
        (format!("data = OLD\ndef g(data=NEW): return 1\n{post}"), "OLD"),
        (format!("data = OLD\ndef send(data):\n    {post}\nsend(NEW)"), "NEW"),
    ] {
        let text = format!("import requests\n{around}\n");
        let known = sent(&text.replace("OLD", &data("OLD")).replace("NEW", &data("NEW")));
        assert_eq!(known.as_deref(), Some(own), "{text}");
    }
    // Each function has its own.
    let text =
        format!("import requests\ndef one():\n    data = OLD\n    {post}\ndef two():\n    data = NEW\n    {post}\n");
    assert_eq!(sent(&text.replace("OLD", &data("OLD")).replace("NEW", &data("NEW"))).as_deref(), Some("OLD"));
}

/// The same of JavaScript.
#[test]
fn names_of_javascript() {
    let fetch = format!("fetch(\"{URL}\", {{method: \"POST\", body: JSON.stringify(data)}});");
    let told = [
        ("", "OLD"),
        ("data = NEW;", "NEW"),
        ("let q = 1\ndata\n= NEW", "NEW"),
        ("x.data = NEW;", "OLD"),
        ("// data = NEW;", "OLD"),
        ("if (data == w) { w = 1; }", "OLD"),
        ("const f = { data: NEW };", "OLD"),
        ("console.log(w)\ndata = NEW", "NEW"),
        ("w = w +\n1\ndata = NEW", "NEW"),
        ("data.appId = \"M\";", "M"),
        ("data.x = {};\ndata.x.appId = \"M\";\ndata[\"x\"][\"y\"] = 1;", "OLD"),
        ("const e = Object.assign({}, data);\ne.appId = \"M\";", "OLD"),
        ("data = JSON.parse('NEW');", "NEW"),
        ("data[\"appId\"] = \"M\"", "M"),
        ("if (w)\n  w = 1;\ndata.appId = \"M\";", "M"),
    ];
    for (between, id) in told {
        let text = format!("let data = OLD;\n{between}\n{fetch}\n");
        assert_eq!(
            sent(&text.replace("OLD", &data("OLD")).replace("NEW", &data("NEW"))).as_deref(),
            Some(id),
            "{text}"
        );
    }
    for between in [
        "if (w) { data = NEW; }",
        "if (w)\n  data = NEW;",
        "if (w) { w = 1; } else\n  data = NEW;",
        "w &&\n(data = NEW);",
        "for (const i of []) { data = NEW; }",
        "{ let data = NEW; }",
        "function g() { let data = NEW; }",
        "const g = () => { data = NEW; };",
        "[data] = [NEW];",
        "({data} = {data: NEW});",
        "data &&= NEW;",
        "if (w)\n  data.appId = \"M\";",
        "if (w) var data = NEW;",
        "const e = data; e.appId = \"M\";",
        "Object.assign(data, NEW);",
        "const e = Object.assign(data, NEW);",
        "const e = Object.assign({}, data);\ne.x.y = 1;",
        "if (w) data.x.y = 1;",
        "const e = data.x;\ne.y = 1;",
    ] {
        let text = format!("let data = OLD;\n{between}\n{fetch}\n");
        assert_eq!(sent(&text.replace("OLD", &data("OLD")).replace("NEW", &data("NEW"))), None, "{text}");
    }
    for around in [
        format!("let data = OLD;\nfunction send(data) {{ {fetch} }}\nsend(NEW);\nsend(NEW);"),
        format!("let data = OLD;\nconst send = async (data) => {{ {fetch} }};\nsend(NEW);\nsend(NEW);"),
        format!("let data = OLD;\nfunction send() {{ {fetch} }}\ndata = NEW;\nsend();"),
        format!("let data = OLD;\nfor (const data of [NEW]) {{ {fetch} }}"),
        format!(
            "const base = {{body: JSON.stringify(NEW)}};\nfetch(\"{URL}\", {{method: \"POST\", body: JSON.stringify(OLD), ...base}});"
        ),
        format!("let data = {{\"__proto__\": {{}}, \"appId\": \"a\"}};\n{fetch}"),
    ] {
        assert_eq!(sent(&around.replace("OLD", &data("OLD")).replace("NEW", &data("NEW"))), None, "{around}");
    }
    for around in [
        format!("let data = OLD;\nfunction send(data) {{ {fetch} }}\nsend(NEW);"),
        format!("let data = OLD;\nconst send = async (data) => {{ {fetch} }};\nsend(NEW);"),
    ] {
        let known = sent(&around.replace("OLD", &data("OLD")).replace("NEW", &data("NEW")));
        assert_eq!(known.as_deref(), Some("NEW"), "{around}");
    }
    let text = format!("fetch(\"{URL}\", {{method: \"POST\", body: JSON.stringify(OLD), body: JSON.stringify(NEW)}});");
    assert_eq!(sent(&text.replace("OLD", &data("OLD")).replace("NEW", &data("NEW"))).as_deref(), Some("NEW"));
    let text = format!(
        "fetch(\"{URL}\", {{method: \"POST\", body: JSON.stringify({{appId: `a\r\nb`, toWxid: \"b\", content: \"c\"}})}});"
    );
    assert_eq!(sent(&text).as_deref(), Some("a\\nb"));
}
