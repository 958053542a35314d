//! What the names in a list or a map hold: it is sent, so it is told; and clients, which add to what is sent.

use proptest::prelude::*;
use wxwire::import::import;
use wxwire::layer::json::quote;
use wxwire::problem::{Code, Problem};

use crate::common::read;

const URL: &str = "http://h.example/gewe/v2/api/message/postText";

fn python(before: &str, value: &str) -> String {
    format!("import requests, json\n{before}\nrequests.post(\"{URL}\", json={value})\n")
}

fn javascript(before: &str, value: &str) -> String {
    format!("{before}\nfetch(\"{URL}\", {{method: \"POST\", body: JSON.stringify({value})}});\n")
}

#[test]
fn names_are_what_they_hold() {
    let told = [
        (python("c = 'hello'", "{'content': c}"), r#"{"content":"hello"}"#),
        (python("c = 'bob'", "{'content': f'hi {c}'}"), r#"{"content":"hi bob"}"#),
        (python("c = 'bob'", "{'content': 'hi ' + c + '!'}"), r#"{"content":"hi bob!"}"#),
        (python("c: str = 'x'\nd: dict[str, str] = {'content': c}", "d"), r#"{"content":"x"}"#),
        (python("if x: c: str = 'x'\nc = 'y'", "{'content': c}"), r#"{"content":"y"}"#),
        (python("d = {}\nd['content'] = 'x'\nd['content'] = 'y'", "d"), r#"{"content":"y"}"#),
        (python("", r#"{'content': r'a\b', 'toWxid': u'x' "y"}"#), r#"{"content":"a\\b","toWxid":"xy"}"#),
        (python("", "{'content': '''x\ny''', # why\n 'count': 1_000}"), r#"{"content":"x\ny","count":1000}"#),
        (python("", "dict(content='x', ats=None)"), r#"{"content":"x","ats":null}"#),
        (python("b = {'content': 'x', 'ats': 'y'}", "{**b, 'content': 'z'}"), r#"{"content":"z","ats":"y"}"#),
        (python("d = {'content': 'x'}\nprint(d['content'], d)\nif d:\n    pass", "d"), r#"{"content": "x"}"#),
        (python("a = ['x']", "{'content': 'c', 'list': a}"), r#"{"content":"c","list":["x"]}"#),
        (python("c = 'x'\nc += 'y'\nc = c + \"z\"  # why", "{'content': c}"), r#"{"content":"xyz"}"#),
        (python("def f():\n    c = 'q'\n    c += 'r'\nc = 'x'", "{'content': 'c'}"), r#"{"content": "c"}"#),
        (python("n = 'y'\nc = 'x'\nc += n\nn = 'z'", "{'content': c}"), r#"{"content":"xy"}"#),
        (python("a = []\na.append('x')\na.append({'y': 1})", "{'list': a}"), r#"{"list":["x",{"y":1}]}"#),
        (python("a, b = 1, 2\nc = 'x'\nd = 'y'\ne = f'{c}{d}{c}'", "{'content': e}"), r#"{"content":"xyx"}"#),
        (python("n = 'y'\nc = 'x%sz%d%%' % (n, 5)", "{'content': c}"), r#"{"content":"xyz5%"}"#),
        (python("n = 5\nd = {'content': '%d%s' % (n, n)}", "d"), r#"{"content":"55"}"#),
        (python("", "{'content': 'x' + '%(n)s' % {'n': 'y'} + 'z'}"), r#"{"content":"xyz"}"#),
        (
            python("n = 'y'", "{'content': 'x{}'.format(n), 'ats': '{1}{{{0}'.format('a', n)}"),
            r#"{"content":"xy","ats":"y{a"}"#,
        ),
        (python("", "{'content': '{a}' '{b}'.format(a='x', b=1)}"), r#"{"content":"x1"}"#),
        (javascript("let c = 'x';\nc += 'y';\nc = c + 'z'", "{content: c}"), r#"{"content":"xyz"}"#),
        (
            javascript("const a = ['w'];\na.push('x', 'y');\na.push('z') // why", "{list: a}"),
            r#"{"list":["w","x","y","z"]}"#,
        ),
        (javascript("const a = [];\na.push('x');\nconst d = {list: a};", "d"), r#"{"list":["x"]}"#),
        (python("from json import dumps\nimport httpx\nd = {'content': 'x'}", "d"), r#"{"content": "x"}"#),
        (javascript("const c = 'hello';", "{content: c}"), r#"{"content":"hello"}"#),
        (javascript("const content = 'hello';", "{content}"), r#"{"content":"hello"}"#),
        (javascript("const c = 'bob';", "{content: `hi ${c}`}"), r#"{"content":"hi bob"}"#),
        (javascript("const b = {content: 'x'};", "{...b, ats: 'y'}"), r#"{"content":"x","ats":"y"}"#),
        (javascript("const d = {}; d.content = 'x'; d['ats'] = ['y'];", "d"), r#"{"content":"x","ats":["y"]}"#),
        (javascript("const c = 'x';\nconst d: Record<string, any> = {content: c};", "d"), r#"{"content":"x"}"#),
    ];
    for (text, values) in told {
        let imported = read(&text);
        assert_eq!(imported.values.as_deref(), Some(values), "{text}\n{:?}", imported.problems);
        assert!(!imported.problems.iter().any(|problem| problem.is_error()), "{text}\n{:?}", imported.problems);
    }
}

/// The errors of a text that is refused.
fn refused(text: &str) -> Vec<Problem> {
    let problems = match import(text.as_bytes(), None) {
        Ok(imported) => imported.problems,
        Err(problem) => vec![problem],
    };
    let errors: Vec<_> = problems.into_iter().filter(Problem::is_error).collect();
    assert!(!errors.is_empty(), "{text}");
    errors
}

#[test]
fn what_is_not_certain_is_refused() {
    for text in [
        python("", "{'content': c}"),
        python("", "{'content': f'hi {c}'}"),
        python("", "{'content': 5//2}"),
        python("", "{'content': 'hi %s' % c}"),
        python("c = 'x'\nd = {'content': f'{c}'}\nc = 'y'", "d"),
        python("c = {'a': 'x'}\nt = json.dumps(c)\nc = {'a': 'y'}", "{'content': t}"),
        python("d = dict(content='x')\nd['content'] = f()", "d"),
        python("d = {}\ne = {'content': d}\nd['x'] = 'y'", "e"),
        python("b = {'content': 'x'}", "{**b, **c}"),
        python("", "{'content': x for x in y}"),
        python("", "{'content': ('x', 'y')}"),
        python("d = {'content': 'x'}\nfor i in range(2):\n    d['content'] = 'y'", "d"),
        format!(
            "import requests\nd = {{'content': 'x'}}\ndef send():\n    requests.post('{URL}', json=d)\nd['content'] = 'y'\nsend()\n"
        ),
        format!(
            "import requests\nd = {{'content': 'x'}}\ne = d\ndef send():\n    requests.post('{URL}', json=d)\ne.update(content='y')\nsend()\n"
        ),
        format!(
            "import requests\nd = {{'content': 'x'}}\nwhile f():\n    requests.post('{URL}', json=d)\n    d['content'] = 'y'\n"
        ),
        python("c = 'x'\nif f():\n    c += 'y'", "{'content': c}"),
        python("c = 'x'\nfor i in range(2):\n    c += 'y'", "{'content': c}"),
        python("c = 'x'\nfor i in range(2): c = c + 'y'", "{'content': c}"),
        python("c = 'x'\nc += 'y' * 2", "{'content': c}"),
        python("c = 'x'\ntry:\n    c += 'y'\nexcept E:\n    pass", "{'content': c}"),
        python("a = []\nfor i in range(2):\n    a.append('x')", "{'list': a}"),
        python("a = []\nb = a\nb.append('x')", "{'list': a}"),
        python("a = []\nd = {'list': a}\na.append('x')", "d"),
        python("a = []\na.append('x')\na.clear()", "{'list': a}"),
        python("a = []\ndef f():\n    a.append('y')\na.append('x')\nf()", "{'list': a}"),
        python("n = 5\nc = '%s%d' % ('x', m)", "{'content': c}"),
        python("n = '5'\nc = '%d' % n", "{'content': c}"),
        python("n = ('x', 'y')\nc = '%s%s' % n", "{'content': c}"),
        python("", "{'content': ('x'\n  .upper())}"),
        python("", "{'content': '%5s' % 'x'}"),
        python("", "{'content': '%s' % 'x'.upper()}"),
        python("", "{'content': '{:>4}'.format('x')}"),
        python("", "{'content': '{}{0}'.format('x')}"),
        python("", "{'content': '{}{}'.format('x')}"),
        javascript("let c = 'x';\nif (f) c += 'y';", "{content: c}"),
        javascript("let c = 'x';\nfor (let i = 0; i < 2; c += 'y') i++;", "{content: c}"),
        javascript("let c = 'x';\nc += 'y'\n  .repeat(2)", "{content: c}"),
        javascript("const d = {content: 'x'};\nd.ats = 'y'\n  .repeat(2);", "d"),
        javascript("let c = 'x';\nf(() => c += 'y');", "{content: c}"),
        javascript("const a = [];\nif (f) a.push('x');", "{list: a}"),
        javascript("const a = [];\na.push(...b);", "{list: a}"),
        javascript("const a = [];\nconst n = a.push('x');", "{list: a}"),
        javascript("const d = {content: 'x'}; if (f)\n  d.content = 'y';", "d"),
        javascript("const d = {content: 'x'}; f && (d.content = 'y');", "d"),
        javascript("if (f)\n  var c = 'x';", "{content: c}"),
        javascript("let c = 'x';\nc! = 'y';", "{content: c}"),
        javascript("const JSON = {stringify: () => '{}'};", "{content: 'x'}"),
        python("def dict(**k): return {}", "dict(content='x')"),
        javascript("const c = 'x';", "{content: c, get ats() { return 'y' }}"),
        javascript("const c = 'x';", "{content: c, [c]: 'y'}"),
        javascript("const c = 'x';", "{content: c, f() { return 1 }}"),
    ] {
        let problems = refused(&text);
        assert!(problems.iter().any(|one| one.span.is_some()), "{text}\n{problems:?}");
    }
    // Of what is no JSON but JavaScript, the variable is told.
    for (text, unknown) in [("{...base, content: 'x'}", "base"), ("{content, toWxid: 'x'}", "content")] {
        let text = javascript("", text);
        let problems = refused(&text);
        assert_eq!(problems[0].code, Code::Variable, "{text}");
        assert_eq!(problems[0].span.clone().map(|span| &text[span]), Some(unknown), "{text}");
    }
    // A secret is covered where a name is given it.
    let text = format!(
        "import requests\nT=\"s3cret-t0ken-0123\"\nrequests.post(\"{URL}\", json={{'content': 'c'}}, headers={{'X-GEWE-TOKEN': T}})\n"
    );
    let imported = read(&text);
    assert_eq!(imported.given, ["token"]);
    assert!(!format!("{:?}", imported.dropped).contains("s3cret"), "{:?}", imported.dropped);
    // The one that is not known is told, not the first.
    let text = python("c = 'x'", "{'content': c, 'toWxid': who}");
    let problems = refused(&text);
    let problem = problems.iter().find(|one| one.code == Code::Variable).expect("a problem");
    assert_eq!(problem.span.clone().map(|span| &text[span]), Some("who"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// Any text, by its name, in a text, and put into a map.
    #[test]
    fn any_text_by_its_name(text in "\\PC{0,12}|[\"'\\\\`${}\n\t😀a]{0,12}") {
        let literal = quote(&text);
        let whole = serde_json::json!({"content": text, "toWxid": "x"});
        for program in [
            python(&format!("c = {literal}"), "{'content': c, 'toWxid': 'x'}"),
            python(&format!("d = {{'toWxid': 'x'}}\nd['content'] = {literal}"), "d"),
            javascript(&format!("const c = {literal};"), "{content: c, toWxid: 'x'}"),
            javascript(&format!("const d = {{toWxid: 'x'}};\nd.content = {literal};"), "d"),
        ] {
            let values = import(program.as_bytes(), None).expect("a script").values;
            let values = values.map(|values| serde_json::from_str::<serde_json::Value>(&values).expect("JSON"));
            prop_assert_eq!(values.as_ref(), Some(&whole), "{}", program);
        }
    }
}

#[test]
fn a_client_adds_its_address_and_headers() {
    let path = "/v2/api/message/postText";
    let body = "{\"content\": \"c\"}";
    let headers = "{\"X-GEWE-TOKEN\": \"t0ken-s3cret\"}";
    let base = "http://h.example/gewe";
    for text in [
        format!(
            "import requests\ns = requests.Session()\ns.headers[\"X-GEWE-TOKEN\"] = \"t0ken-s3cret\"\ns.post(\"{URL}\", json={body})"
        ),
        format!("import requests\ns = requests.Session()\ns.headers = {headers}\ns.post(\"{URL}\", json={body})"),
        format!("import requests\ns = requests.Session()\ns.headers.update({headers})\ns.post(\"{URL}\", json={body})"),
        format!(
            "import requests\nh = {{}}\nh[\"X-GEWE-TOKEN\"] = \"t0ken-s3cret\"\nrequests.post(\"{URL}\", headers=h, json={body})"
        ),
        format!(
            "import httpx\nwith httpx.Client(base_url=\"{base}\", headers={headers}) as client:\n    client.post(\"{path}\", json={body})"
        ),
        format!(
            "import httpx\nclient = httpx.AsyncClient(base_url=\"{base}\", headers={headers})\nawait client.post(\"{path}\", json={body})"
        ),
        format!(
            "import aiohttp\nasync with aiohttp.ClientSession(headers={headers}) as s:\n    async with s.post(\"{URL}\", json={body}) as r:\n        pass"
        ),
        format!(
            "const api = axios.create({{baseURL: \"{base}\", headers: {headers}}});\napi.post(\"{path}\", {body});"
        ),
        format!(
            "const api = axios.create({{baseURL: \"{base}/\", headers: {headers}}});\napi({{method: \"post\", url: \"{path}\", data: {body}}});"
        ),
        format!(
            "axios.defaults.baseURL = \"{base}\";\naxios.defaults.headers.common[\"X-GEWE-TOKEN\"] = \"t0ken-s3cret\";\naxios.post(\"{path}\", {body});"
        ),
        format!(
            "const c = got.extend({{prefixUrl: \"{base}\", headers: {headers}}});\nawait c.post(\"{}\", {{json: {body}}});",
            &path[1..]
        ),
        format!(
            "fetch(\"{URL}\", {{method: \"POST\", headers: [[\"X-GEWE-TOKEN\", \"t0ken-s3cret\"]], body: JSON.stringify({body})}});"
        ),
    ] {
        let imported = read(&text);
        assert_eq!(
            imported.operation.map(|entry| entry.id),
            Some("gewe.message_post_text"),
            "{text}\n{:?}",
            imported.problems
        );
        assert_eq!(
            imported.base_url.as_deref(),
            Some("http://h.example/gewe/v2/api"),
            "{text}\n{:?}",
            imported.problems
        );
        assert_eq!(imported.values.as_deref(), Some(body), "{text}\n{:?}", imported.problems);
        assert_eq!(imported.given, ["token"], "{text}\n{:?}", imported.problems);
        assert!(!format!("{imported:?}").contains("s3cret"), "{text}");
    }
    // What a branch gives it is not known.
    let made = format!("const api = axios.create({{baseURL: \"{base}\"}});");
    let text = format!("{made}\nif (x) api.defaults.baseURL = \"http://i.example\";\napi.post(\"{path}\", {body});");
    let imported = read(&text);
    assert_eq!(imported.base_url, None);
    assert!(imported.dropped.iter().any(|one| one.why.name() == "unknown"), "{:?}", imported.dropped);
    // What its second argument is goes out, be it nothing.
    let imported = read(&format!("axios.post(\"{URL}\", null, {{data: {body}}});"));
    assert_eq!(imported.values, None, "{imported:?}");
    assert!(imported.dropped.iter().any(|one| one.why.name() == "unsent"), "{imported:?}");
    // Headers that are not known are told.
    let imported = read(&format!("import requests\nrequests.post(\"{URL}\", headers=f(), json={body})"));
    assert!(imported.dropped.iter().any(|one| one.why.name() == "unknown" && one.what == "f()"), "{imported:?}");
}
