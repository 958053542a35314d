//! Which of its arguments a library sends, and as what.

use wxwire::import::import;
use wxwire::problem::Code;

use crate::changed::URL;

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

/// A library of PHP's that takes its body from options of its own passes over all others.
#[test]
fn what_is_no_option_is_not_sent() {
    let map = "['appId'=>'a','toWxid'=>'b','content'=>'c']";
    for (call, is_sent) in [
        ("post('U', ['json' => B])", true),
        ("post('U', ['json' => B, 'data' => 1])", true),
        ("post('U', ['data' => B])", false),
        ("post('U', B)", false),
        ("post('U', ['payload' => B, 'headers' => ['x' => 'y']])", false),
        ("request('POST', 'U', ['body' => json_encode(B)])", true),
        ("request('POST', 'U', ['data' => json_encode(B)])", false),
    ] {
        let call = call.replace("'U'", &format!("'{URL}'")).replace('B', map);
        for makes in ["new GuzzleHttp\\Client()", "Symfony\\Component\\HttpClient\\HttpClient::create()"] {
            let program = format!("<?php\n$client = {makes};\n$client->{call};\n");
            let imported = import(program.as_bytes(), None).expect(&program);
            assert_eq!(imported.values.is_some(), is_sent, "{program}\n{imported:?}");
            let is_told = imported.problems.iter().any(|one| one.expected == "other_option");
            assert_eq!(is_told, !is_sent, "{program}\n{imported:?}");
        }
    }
    // Laravel's takes the body itself.
    let laravel = format!("<?php\nuse GuzzleHttp\\Client;\nHttp::post('{URL}', {map});\n");
    assert!(import(laravel.as_bytes(), None).expect("a request").values.is_some());
}

/// What nothing says the method of is GET to some, which throw where there is a body.
#[test]
fn without_a_method_it_is_get() {
    let swift = "var request = URLRequest(url: URL(string: \"U\")!)\nMETHOD\nrequest.httpBody = try! JSONSerialization.data(withJSONObject: [\"appId\": \"a\", \"toWxid\": \"b\", \"content\": \"c\"])\nURLSession.shared.dataTask(with: request)\n";
    let csharp = "var request = (HttpWebRequest)WebRequest.Create(\"U\");\nMETHOD\nvar data = Encoding.UTF8.GetBytes(\"{\\\"appId\\\":\\\"a\\\",\\\"toWxid\\\":\\\"b\\\",\\\"content\\\":\\\"c\\\"}\");\nrequest.GetRequestStream().Write(data, 0, data.Length);\n";
    for (program, method, is_sent) in [
        (swift, "", false),
        (swift, "request.httpMethod = \"POST\"", true),
        (swift, "request.httpMethod = HTTPMethod.post.rawValue", true),
        (csharp, "", false),
        (csharp, "request.Method = \"POST\";", true),
        (csharp, "request.Method = WebRequestMethods.Http.Post;", true),
    ] {
        let program = program.replace("\"U\"", &format!("\"{URL}\""));
        let program = program.replace("METHOD", method);
        let imported = import(program.as_bytes(), None).expect(&program);
        assert_eq!(imported.values.is_some(), is_sent, "{program}\n{imported:?}");
    }
}
