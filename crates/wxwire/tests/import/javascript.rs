//! JavaScript.

use wxwire::import::Form;

use wxwire::problem::Code;

use crate::common::{BODY, URL, check, refuse};

#[test]
fn javascript() {
    let object = r#"{appid: 'a\'b', to_wxid: "x\"y $z", "xml": "<a b=\"1\">\n100% ^ é 😀</a>",}"#;
    let string = wxwire::layer::json::quote(BODY);
    let headers = r#"{"accept": "*/*", "x-gewe-token": "t0ken-s3cret"}"#;
    for text in [
        format!(
            "fetch(\"{URL}\", {{\n  \"headers\": {headers},\n  \"body\": {string},\n  \"method\": \"POST\",\n  \"mode\": \"cors\"\n}});"
        ),
        format!("await fetch('{URL}', {{method: 'POST', headers: {headers}, body: JSON.stringify({object})}})"),
        format!(
            "var myHeaders = new Headers();\nmyHeaders.append(\"X-GEWE-TOKEN\", \"t0ken-s3cret\");\nvar raw = JSON.stringify({object});\nvar requestOptions = {{method: 'POST', headers: myHeaders, body: raw}};\nfetch(\"{URL}\", requestOptions)\n  .then(response => response.text())"
        ),
        format!(
            "const axios = require('axios');\nlet data = JSON.stringify({object});\nlet config = {{ method: 'post', url: '{URL}', headers: {headers}, data : data }};\naxios.request(config).then((r) => {{ console.log(r) }})"
        ),
        format!("axios.post('{URL}', {object}, {{headers: {headers}}})"),
        format!("axios({{method: 'post', url: '{URL}', headers: {headers}, data: {object}}})"),
        format!(
            "var settings = {{\"url\": \"{URL}\", \"method\": \"POST\", \"headers\": {headers}, \"data\": JSON.stringify({object})}};\n$.ajax(settings).done(function (response) {{}});"
        ),
        format!(
            "var xhr = new XMLHttpRequest();\nxhr.open('POST', '{URL}');\nxhr.setRequestHeader('X-GEWE-TOKEN', 't0ken-s3cret');\nxhr.send({string});"
        ),
        format!(
            "async function main() {{\n  const base = '{URL}'; // here\n  const r = await fetch(base, {{method: `POST`, headers: {headers}, body: JSON.stringify({object})}});\n}}"
        ),
    ] {
        check(&text, Form::JavaScript);
    }
}

/// What superagent is given in several calls becomes one object, which is not followed.
#[test]
fn bodies_in_several_calls() {
    let post = format!("superagent.post('{URL}').set('X-GEWE-TOKEN', 't0ken-s3cret').send({BODY})");
    check(&format!("{post}.then(r => 1);"), Form::JavaScript);
    check(&format!("{post}.set('A', 'b').end();"), Form::JavaScript);
    refuse(&format!("{post}.send({{xml: 'b'}});"), Code::Variable, "{xml: 'b'}");
}

/// Of several members of a name the last is sent.
#[test]
fn members_of_one_name() {
    let twice = BODY.replace("\"xml\"", "\"xml\":\"1\",\"xml\"");
    check(&format!("axios.post('{URL}', {twice}, {{headers: {{'X-GEWE-TOKEN': 't0ken-s3cret'}}}})"), Form::JavaScript);
    check(&format!("requests.post('{URL}', json={twice}, headers={{'X-GEWE-TOKEN': 't0ken-s3cret'}})"), Form::Python);
}

/// A text that is put together of parts.
#[test]
fn parts_of_texts() {
    let [first, rest] = BODY.split_at(21).into();
    let quoted = |text: &str| wxwire::layer::json::quote(text);
    let (one, two) = (quoted(first), quoted(rest));
    let template = BODY.replace('\\', r"\\").replace('`', "\\`").replace('$', "\\$");
    for body in [
        format!("{one} + {two}"),
        format!("[{one}, {two}].join('')"),
        format!("[\n  {one},\n  {two},\n].join(\"\")"),
        format!("`{template}`"),
    ] {
        let headers = "{'X-GEWE-TOKEN': 't0ken-s3cret'}";
        check(&format!("fetch('{URL}', {{method: 'POST', headers: {headers}, body: {body}}})"), Form::JavaScript);
        check(
            &format!("const body = {body};\nawait fetch('{URL}', {{method: 'POST', headers: {headers}, body}});"),
            Form::JavaScript,
        );
    }
}

/// Node opens a request with options, and sends its body behind it.
#[test]
fn nodes_own() {
    let head = format!("const https = require('https');\nconst data = JSON.stringify({BODY});\n");
    let options = "{hostname: 'h.example', port: 443, path: '/p/api/message/sendapp', method: 'POST', headers: {'X-GEWE-TOKEN': 't0ken-s3cret', 'Content-Length': Buffer.byteLength(data)}}";
    let answer = "res => { res.on('data', d => { process.stdout.write(d); }); res.on('end', () => console.log(1)); }";
    for sends in [
        format!(
            "const options = {options};\nconst req = https.request(options, {answer});\nreq.on('error', console.error);\nreq.write(data);\nreq.end();\n"
        ),
        format!("const req = https.request({options}, {answer});\nreq.end(data);\n"),
        format!(
            "const req = https.request('{URL}', {{method: 'POST', headers: {{'X-GEWE-TOKEN': 't0ken-s3cret'}}}}, {answer});\nreq.write({BODY:?});\nreq.end();\n"
        ),
    ] {
        check(&format!("{head}{sends}"), Form::JavaScript);
    }
}

/// What is set and sent in calls behind the one with the address.
#[test]
fn calls_in_a_chain() {
    for text in [
        format!(
            "const superagent = require('superagent');\nsuperagent.post('{URL}').set('X-GEWE-TOKEN', 't0ken-s3cret').send({BODY}).end((err, res) => {{}});\n"
        ),
        format!(
            "const res = await superagent\n  .post('{URL}')\n  .set({{'X-GEWE-TOKEN': 't0ken-s3cret'}})\n  .type('json')\n  .send({BODY});\n"
        ),
    ] {
        check(&text, Form::JavaScript);
    }
}
