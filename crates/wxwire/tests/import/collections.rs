//! Collections of Postman's: their variables, the scripts that may change what is sent, and what is switched off.

use wxwire::import::{Form, Imported, Why, import};
use wxwire::layer::json::quote;
use wxwire::problem::Code;

/// A collection of one request with this body, and these members beside.
fn collection(body: &str, variables: &str, scripts: &[&str]) -> Imported {
    let event = |script: &&str| {
        format!(r#"{{"listen":"prerequest","script":{{"exec":[{}]}}}}"#, quote(&script.replace('\n', " ")))
    };
    let events: Vec<_> = scripts.iter().map(event).collect();
    let text = format!(
        r#"{{"info":{{"name":"c"}},"item":[{{"name":"a","request":{{"method":"POST",
        "url":{{"raw":"http://api.example/gewe/v2/api/message/postText"}},
        "body":{body}}},"event":[{}]}}],"variable":[{variables}]}}"#,
        events.join(",")
    );
    let imported = import(text.as_bytes(), None).expect("a request");
    assert_eq!(imported.form, Form::Postman, "{text}");
    imported
}

fn raw(content: &str) -> String {
    let body = format!(r#"{{"appId":"a","toWxid":"b","content":"{content}"}}"#);
    format!(r#"{{"mode":"raw","raw":{}}}"#, quote(&body))
}

fn content(imported: &Imported) -> Option<String> {
    let values: serde_json::Value = serde_json::from_str(imported.values.as_deref()?).expect("JSON");
    values["content"].as_str().map(String::from)
}

#[test]
fn variables_are_those_that_count() {
    for (variables, expected) in [
        (r#"{"key":"m","value":"x"}"#, "x"),
        (r#"{"key":"m","value":"x","disabled":true}"#, "{{m}}"),
        (r#"{"key":"m","value":"x"},{"key":"m","value":"y"}"#, "y"),
        (r#"{"key":"m","value":"x"},{"key":"m","value":"y","disabled":true}"#, "x"),
        (r#"{"key":"m","value":"{{n}}!"},{"key":"n","value":"{{o}}?"},{"key":"o","value":"z"}"#, "z?!"),
        (r#"{"key":"m","value":"{{m}}"}"#, "{{m}}"),
    ] {
        let imported = collection(&raw("{{m}}"), variables, &[]);
        assert_eq!(content(&imported).as_deref(), Some(expected), "{variables}");
        let is_told = imported.problems.iter().any(|one| one.code == Code::Variable);
        assert_eq!(is_told, expected.contains("{{"), "{variables}");
    }
    // Each of the second stands for two of the next: what it comes to is bounded.
    let grows: Vec<_> =
        (0..60).map(|at| format!(r#"{{"key":"v{at}","value":"{{{{v{0}}}}}{{{{v{0}}}}}"}}"#, at + 1)).collect();
    assert!(content(&collection(&raw("{{v0}}"), &grows.join(","), &[])).is_some_and(|text| text.len() < 100_000));
}

#[test]
fn what_a_script_changes_is_not_known() {
    let variable = r#"{"key":"m","value":"x"}"#;
    for script in [
        "pm.variables.set('m', Date.now())",
        "pm.collectionVariables.set(\"m\", 1)",
        "postman.setEnvironmentVariable(`m`, 1);",
        "for (const k in o) pm.environment.set(k, o[k])",
        "pm.collectionVariables.clear()",
        "pm.request.body.raw = JSON.stringify({})",
        "pm.request.body.update('x')",
        "pm.request.url.addQueryParams('a=b')",
        "const body = pm.request.body; body.raw = ''",
        "Object.assign(pm.request.body, {raw: ''})",
        "pm.request.body['raw'] = ''",
    ] {
        let imported = collection(&raw("{{ m }}"), variable, &[script, "console.log(1)"]);
        assert_eq!(imported.values, None, "{script}");
        let codes: Vec<_> = imported.problems.iter().map(|one| one.code).collect();
        assert_eq!(codes, [Code::Variable], "{script}");
    }
    for script in [
        "console.log('hi')",
        "// pm.variables.set('m', 1)",
        "pm.variables.set('other', 1); pm.environment.set(\"sign\", md5(pm.request.body.raw))",
        "const raw = pm.request.body.raw; console.log(pm.request.url.toString(), raw == '')",
        "pm.request.headers.add({key: 'X-Sign', value: 's'})",
        "const m = new Map(); m.set(k, v)",
        "if (pm.request.body.raw === '') { console.log(pm.request) }",
        "pm.test('m', () => { pm.expect(pm.variables.get('m')).to.eql('x') })",
    ] {
        let imported = collection(&raw("{{m}}"), variable, &[script]);
        assert_eq!(content(&imported).as_deref(), Some("x"), "{script}");
    }
}

#[test]
fn a_body_that_is_switched_off_is_not_sent() {
    let off = raw("x").replacen('{', r#"{"disabled":true,"#, 1);
    let imported = collection(&off, "", &[]);
    assert_eq!(imported.values, None);
    assert!(imported.dropped.iter().any(|one| one.why == Why::Unsent), "{:?}", imported.dropped);
}

/// The variables that such a tool keeps in a file of their own are the body of no call.
#[test]
fn an_environment_is_no_body() {
    let imported = import(
        br#"{"id":"x","name":"e","values":[{"key":"a","value":"v","enabled":true}],"_postman_variable_scope":"environment"}"#,
        None,
    )
    .expect("a text");
    let told: Vec<_> = imported.problems.iter().map(|one| (one.code, &*one.expected)).collect();
    assert_eq!((imported.values, told), (None, vec![(Code::NoRequest, "environment")]));
}
