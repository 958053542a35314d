//! A literal by itself, and what the code around it does to it, where no call that is known sends it: what may change it is
//! refused, in any language, and a literal that is only named and used is read.

use wxwire::import::import;
use wxwire::layer::json::Tree;
use wxwire::problem::Code;

const LITERAL: &str = r#"{"appId": "wx_1", "toWxid": "w", "content": "a"}"#;

/// Code that sends the literal as it stands.
#[rustfmt::skip]
const READ: &[&str] = &[
    "def build():\n    return LIT",
    "def build():\n    return LIT\nd = build()\nsend(d)",
    "def build():\n    return LIT\nsend(build())",
    "cfg = {\"x\": LIT}\nsend(cfg['x'])",
    "s = 'LIT'.encode()\nsend(s)",
    "send(LIT).then(x)",
    "r = send_text(LIT).json()",
    "postJson(new StringContent('LIT'))",
    "h = {'A': 'b'}\nh['C'] = 'd'\ndata = LIT\nsend(data, h)",
    "def send(p):\n    return api.x(p, {'A': 'b'})\n\ndata = LIT\nsend(data)",
    "data = LIT",
    "LIT",
    "data = LIT\nsend(data)",
    "data = LIT\nprint(data)\nsend(data)",
    "r = send(LIT)\nprint(r.json())",
    "data = LIT\nr = send(data)\nprint(r.text)\nr.raise_for_status()",
    "const data = LIT;\nsend(data).then(r => console.log(r.data));",
    "const body = JSON.stringify(LIT);\nsend(body);",
    "data = LIT\nbody = json.dumps(data)\nsend(body)",
    "def send(p):\n    return requests.post(URL, json=p)\n\ndata = LIT\nsend(data)",
    "def build():\n    return LIT",
    "payload = LIT\n\nresp = self.client.send(\"text\", payload)\nreturn resp",
    "async function f() {\n  const data = LIT;\n  const res = await api.send('x', data);\n  return res.data;\n}",
    "export default LIT",
    "const data = LIT\nmodule.exports = data",
    "data = LIT\nif data:\n    send(data)",
    "data = LIT\nlogger.info('send %s', data)\nbot.post(url, data)",
    "// data.content = 1\nconst data = LIT;\n// data.content = 'x';\nsend(data);",
    "请求参数：\ndata = LIT\n然后发送",
    "body=LIT \nHTTP 200 OK",
    "data = LIT\nsend(data=data)",
    "data: dict = LIT\nsend(to=x, data=data)",
    "final data = LIT;\nawait api.send(data: data);",
    "var data = LIT;\nthis.$http.send({ url: u, data: data });",
    "this.data = LIT;\nthis.send(this.data);",
    "data = LIT\nwith open('x') as f:\n    f.write(json.dumps(data))",
    "data = LIT\nsend(json.dumps(data, ensure_ascii=False).encode('utf-8'))",
    "try {\n  await send(LIT)\n} catch (e) {\n  console.log(e)\n}",
    "data = LIT\nfor w in [1]:\n    send(data)",
];

/// Code that sends, or may send, something else.
#[rustfmt::skip]
const CHANGED: &[&str] = &[
    "data = LIT\nvalidate_request(data)\ndata['content'] = 'b'\nfire(data)",
    "data = LIT\nsign_request(data)\napi.call(data)",
    "data = LIT\nbefore_send(data)\napi.call(data)",
    "data = LIT\npostprocess(data)\napi.call(data)",
    "payload = json.dumps(LIT).replace('a', 'b')\nsend(payload)",
    "s = 'LIT'.format(a)\nsend(s)",
    "send('LIT' % x)",
    "send(LIT | extra)",
    "send(fix(LIT))",
    "def build():\n    return LIT\nd = build()\nd['content'] = 'b'\nsend(d)",
    "def build():\n    return LIT\nsend(fix(build()))",
    "function build() { return LIT; }\nconst d = build();\nd.content = 'b';\nsend(d);",
    "const build = () => (LIT);\nconst d = build();\nd.content = 'b';\nsend(d);",
    "class M:\n    body = LIT\nm = M()\nm.body['content'] = 'b'\nsend(m.body)",
    "cfg = {'x': LIT}\ncfg['x']['content'] = 'b'\nsend(cfg['x'])",
    "h = {'A': 'b'}\ndata = LIT\ndata['content'] = 'b'\nsend(data, h)",
    "def send(p):\n    p['content'] = 'b'\n    return api.x(p, {'A': 'b'})\n\ndata = LIT\nsend(data)",
    "data = LIT\ndata['content'] = 'b'\nsend(data)",
    "data = LIT\ndata.content = 'b';\nsend(data)",
    "data = LIT\ndata.update(content='b')\nsend(data)",
    "data = LIT\nother = data\nother['content'] = 'b'\nsend(data)",
    "data = LIT\nadd(data)\nsend(data)",
    "data = LIT\nsend({**data, 'content': 'b'})",
    "const data = LIT;\nsend({ ...data, content: 'b' })",
    "data = LIT\ndata = {'appId': 1}\nsend(data)",
    "data = LIT\nmsg = {'data': data}\nmsg['data']['content'] = 'b'\nsend(msg)",
    "def send(p):\n    p['content'] = 'b'\n    return requests.post(URL, json=p)\n\ndata = LIT\nsend(data)",
    "const send = p => { p.content = 'b'; return api.x(p) };\nsend(LIT);",
    "function send(p) {\n  p.content = 'b';\n  return api.x(p);\n}\nconst d = LIT;\nsend(d);",
    "data = LIT\ndata = sign(data)\nsend(data)",
    "data = LIT\nbody = sign(data)\nsend(body)",
    "send(Object.assign(LIT, { content: 'b' }))",
    "const data = LIT;\nsend(Object.assign(data, { content: 'b' }))",
    "const data = LIT;\nsend(merge(data, { content: 'b' }))",
    "const data = reactive(LIT);\ndata.content = 'b';\nsend(data);",
    "data = LIT\nbody = json.dumps(data)\nbody = body.replace('a', 'b')\nsend(body)",
    "data = LIT\ndel data['content']\nsend(data)",
    "data = LIT\nfor k in data:\n    data[k] = 1\nsend(data)",
    "data = LIT\nsend(data | {'content': 'b'})",
    "data := LIT\nfill(&data)\nsend(data)",
    "data = LIT\nif x: data['content'] = 'b'\nsend(data)",
    "data = LIT;\nObject.keys(data).forEach(k => { data[k] += '_' });\nsend(data);",
    "delete data\ndata = LIT\ndelete data.content\nsend(data)",
    "this.data = LIT;\nthis.data.content = 'b';\nthis.send(this.data);",
    "self.data = LIT\nself.data['content'] = 'b'\nself.send(self.data)",
    "data = LIT\n[data].forEach(d => d.content = 'b')\nsend(data)",
    "data = LIT\nt = data['content']\ndata['content'] = t * 2\nsend(data)",
    "data = LIT\ninner = data.get('content')\ninner.append(1)\nsend(data)",
    "data = LIT\nprint(f\"{data.pop('content')}\")\nsend(data)",
    "data = copy(LIT)\ndata['content']='b'\nsend(data)",
    "data = LIT\nvalidate(data)\nsend(data)",
];

/// Addresses that are not known, by what stands before the call and in it.
#[rustfmt::skip]
const ADDRESSES: &[(&str, &str, &str)] = &[
    ("python", "import requests", "get_url('send')"),
    ("python", "import requests\nCFG = {'url': 'http://h.example/message/postText'}", "CFG['url']"),
    ("python", "import requests\nBASE = 'http://h.example'", "urljoin(BASE, 'message/postText')"),
    ("python", "import requests\nBASE = 'http://h.example'", "'%s/message/postText' % BASE"),
    ("python", "import requests", "self.url"),
    ("javascript", "const axios = require('axios');", "getUrl('/message/postText')"),
    ("javascript", "const axios = require('axios');\nconst BASE = 'http://h.example';", "[BASE, 'message/postText'].join('/')"),
    ("javascript", "const axios = require('axios');\nconst cfg = { base: 'http://h.example', paths: { text: '/message/postText' } };", "cfg.base + cfg.paths.text"),
    ("javascript", "const axios = require('axios');\nlet BASE = 'http://h.example';\nBASE = 'http://g.example';", "BASE + '/message/postText'"),
];

/// What is done to the value before it is sent, and the content that is sent then.
#[rustfmt::skip]
const BETWEEN: &[(&str, &str, Option<&str>)] = &[
    ("python", "", Some("a")),
    ("python", "data['content'] = 'b'", Some("b")),
    ("python", "data.update(content='b')", Some("b")),
    ("python", "for k in data: data[k] = 'b'", None),
    ("python", "t.d = data\nt.d['content'] = 'b'", None),
    ("javascript", "", Some("a")),
    ("javascript", "data.content = 'b';", Some("b")),
    ("javascript", "Object.assign(data, { content: 'b' });", None),
    ("javascript", "if (x) data.content = 'b';", None),
];

fn content(text: &str) -> Result<String, Code> {
    let imported = import(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    match (imported.values, imported.problems.into_iter().find(wxwire::problem::Problem::is_error)) {
        (_, Some(problem)) => Err(problem.code),
        (Some(values), None) => {
            assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.message_post_text"), "{text}");
            let tree = Tree::parse(&values).expect("JSON");
            Ok(tree.root().get("content").and_then(|text| text.as_str()).unwrap_or_default().into_owned())
        }
        (None, None) => panic!("{text}: nothing"),
    }
}

#[test]
fn a_literal_that_is_only_named_and_used_is_read() {
    for text in READ {
        let text = text.replace("LIT", LITERAL);
        assert_eq!(content(&text).as_deref(), Ok("a"), "{text}");
    }
}

#[test]
fn a_literal_that_code_may_change_is_refused() {
    for text in CHANGED {
        let text = text.replace("LIT", LITERAL);
        assert!(content(&text).is_err(), "{text}");
    }
}

/// What a function does to what its one call gives it is followed where it sends that.
#[test]
fn a_literal_that_is_given_to_the_function_that_sends_it() {
    let send = "def send(p):\n    p['content'] = 'b'\n    return requests.post(URL, json=p)\n\nsend(LIT)";
    assert_eq!(content(&send.replace("LIT", LITERAL)).as_deref(), Ok("b"));
}

#[test]
fn what_is_sent_to_an_address_that_is_not_known_is_followed() {
    for (language, before, address) in ADDRESSES {
        for (_, between, expected) in BETWEEN.iter().filter(|(own, ..)| own == language) {
            let send = match *language {
                "python" => format!("requests.post({address}, json=data)"),
                _ => format!("axios.post({address}, data);"),
            };
            let text = format!("{before}\ndata = {LITERAL}\n{between}\n{send}\n");
            assert_eq!(content(&text).ok().as_deref(), *expected, "{text}");
        }
    }
}

/// What is done to an address that is known, or to what is made of it, by the call that it goes to.
#[rustfmt::skip]
const CHANGED_ADDRESSES: &[(&str, &str, &str)] = &[
    ("python", "url = url.replace('Text', 'Link')", "url"),
    ("python", "if data:\n    url = 'http://g.example/message/postLink'", "url"),
    ("python", "url, x = 'http://g.example/message/postLink', 1", "url"),
    ("python", "for url in ['http://g.example/message/postLink']:\n    pass", "url"),
    ("python", "url += 'x'", "url"),
    ("python", "", "url[:-4] + 'Link'"),
    ("python", "", "url.replace('Text', 'Link')"),
    ("python", "u = url[:-4]", "u + 'Link'"),
    ("python", "u = change(url)", "u"),
    ("javascript", "url = url.replace('Text', 'Link');", "url"),
    ("javascript", "[url] = ['http://g.example/message/postLink'];", "url"),
    ("javascript", "if (x) url = 'http://g.example/message/postLink';", "url"),
    ("javascript", "({ url } = { url: 'http://g.example/message/postLink' });", "url"),
    ("javascript", "url += '?x=1';", "url"),
    ("javascript", "", "url.slice(0, -4) + 'Link'"),
    ("javascript", "const u = url.slice(0, -4);", "u + 'Link'"),
    ("javascript", "", "x ? url : 'b'"),
];

#[test]
fn an_address_that_is_changed_is_refused() {
    for (language, change, address) in CHANGED_ADDRESSES {
        let text = match *language {
            "python" => format!(
                "import requests\nurl = 'http://h.example/message/postText'\ndata = {LITERAL}\n{change}\nrequests.post({address}, json=data)\n"
            ),
            _ => format!(
                "let url = 'http://h.example/message/postText';\nlet data = {LITERAL};\n{change}\nfetch({address}, {{ method: 'POST', body: JSON.stringify(data) }});\n"
            ),
        };
        assert_eq!(content(&text), Err(Code::Variable), "{text}");
    }
}
