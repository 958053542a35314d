//! No credential is shown, by whatever way it comes in.

use super::super::{Explanation, explain};
use crate::lang::Lang;
use crate::layer::base64;
use crate::secret::MASK;

const SECRET: &str = "S3cr3t/of+mine";

/// What is shown of some bytes, in which the secret must not be, in whatever spelling that these bytes hold it.
#[track_caller]
fn shown(bytes: &str, spelled: &str) -> Explanation {
    let explanation = explain(bytes.as_bytes(), None).expect("bytes");
    assert!(bytes.contains(spelled), "{bytes}");
    let json = explanation.json(Lang::En);
    assert!(!json.contains(SECRET) && !json.contains(spelled) && json.contains(r#""secret":true"#), "{json}");
    explanation
}

fn value<'e>(explanation: &'e Explanation, path: &str) -> &'e str {
    &explanation.lines.iter().find(|line| line.path == path).expect(path).value
}

#[test]
fn by_its_name_in_every_layer() {
    for name in ["token", "x-gewe-token", "access_token", "app_id", "authorization", "tenantid", "corpsecret"] {
        let upper = name.to_ascii_uppercase();
        for text in [
            format!(r#"{{"{name}":"{SECRET}","x":1}}"#),
            format!(r#"{{"x":{{"{upper}":["{SECRET}"]}}}}"#),
            format!("<x><{name} a='1'>{SECRET}</{name}></x>"),
            format!("<x {upper}='{SECRET}'/>"),
            format!("https://h/p?x=1&{name}={SECRET}&{name}={SECRET}"),
        ] {
            shown(&text, SECRET);
        }
    }
    let request = r#"{"app_id":"SECRETa","access_token":12345678,"token":null,"wxid":"1","messages":[]}"#;
    let explanation = shown(request, "12345678");
    let values: Vec<_> = explanation.lines.iter().map(|line| line.value.as_str()).collect();
    assert_eq!(values, [MASK, MASK, "null", "1", "[]"]);
}

#[test]
fn in_what_else_holds_it() {
    let plain = SECRET.replace(['/', '+'], "_");
    let url = format!(r#"{{"u":"https://h/p?access_token={plain}&x=1"}}"#);
    assert_eq!(value(&shown(&url, &plain), "/u"), format!("https://h/p?access_token={MASK}&x=1"));
    let text = format!(r#"{{"t":"{{\"token\":\"{SECRET}\",\"say\":\"no {SECRET}\"}}","say":"{SECRET}: no"}}"#);
    let explanation = shown(&text, SECRET);
    assert_eq!(value(&explanation, "/t"), format!(r#"{{"token":"{MASK}","say":"no {MASK}"}}"#));
    assert_eq!(value(&explanation, "/say"), format!("{MASK}: no"));
    assert_eq!(value(&explanation, "/t!json/say"), format!("no {MASK}"));
}

#[test]
fn in_no_other_spelling() {
    let percent = "S3cr3t%2Fof%2Bmine";
    assert_eq!(value(&shown(&format!("https://h/p?token={percent}"), percent), ""), MASK);
    let inner = base64::encode(format!(r#"{{"token":"{SECRET}"}}"#).as_bytes());
    let twice = format!(r#"{{"token":"{SECRET}","a":"{SECRET}","d":"{inner}"}}"#);
    assert_eq!(value(&shown(&twice, &inner), "/d"), MASK);
    // Found in a key, and for that not in what stands in base64.
    let keyed = format!(r#"{{"t":"{{\"{SECRET}\":1,\"d\":\"{inner}\"}}"}}"#);
    assert_eq!(explain(keyed.as_bytes(), None).map(|it| value(&it, "/t").to_owned()), Ok(MASK.to_owned()));
    // A short one is masked in what holds it, and not searched for.
    let short = shown(r#"{"u":"/p?token=abc","x":"abc"}"#, "token=abc");
    assert_eq!((value(&short, "/u"), value(&short, "/x")), (MASK, "abc"));
    // What a credential holds is its own.
    let token = base64::encode(format!(r#"{{"some":"{SECRET}"}}"#).as_bytes());
    let explanation = shown(&format!(r#"{{"token":"{token}","x":1}}"#), &token);
    assert_eq!(explanation.lines.len(), 2);
}

#[test]
fn in_no_verdict_and_beside_no_fault() {
    let reply = format!(r#"{{"errcode":40014,"errmsg":"invalid {SECRET}","access_token":"{SECRET}"}}"#);
    let message = shown(&reply, SECRET).verdict.and_then(|verdict| verdict.message);
    assert_eq!(message, Some(format!("invalid {MASK}")));
    let fault = format!("<x><token>{SECRET}</token>&</x>");
    let explanation = shown(&fault, SECRET);
    assert!(!explanation.faults.is_empty());
    let source = explanation.blotted(fault.clone().into_bytes()).expect("all of it");
    assert_eq!(source, fault.replace(SECRET, &"*".repeat(SECRET.len())).into_bytes());
}

/// Byte by byte: wherever one stands again, in whatever order, and all of what holds it in base64.
#[test]
fn in_no_bytes() {
    let plain = SECRET.replace('/', "_");
    let inner = base64::encode(format!(r#"{{"x":"{plain}"}}"#).as_bytes());
    for (text, spelled) in [
        (format!(r#"{{"corpsecret":"{plain}","remark":"{plain}"}}"#), &plain),
        (format!(r#"{{"remark":"{plain}","corpsecret":"{plain}"}}"#), &plain),
        (format!(r#"{{"access_token":"{plain}","callback":"https://a.b/c/{plain}/d"}}"#), &plain),
        (format!("{{\"access_token\":\"{plain}\"}}\n{{\"msg\":\"using {plain}\"}}\n"), &plain),
        (format!(r#"{{"access_token":"{plain}","d":"{inner}"}}"#), &inner),
    ] {
        let source =
            explain(text.as_bytes(), None).expect("bytes").blotted(text.clone().into_bytes()).expect("all of it");
        let shown = String::from_utf8(source).expect("stars are text");
        assert!(!shown.contains(&plain) && !shown.contains(spelled.as_str()), "{shown}");
        assert!(shown.len() == text.len() && shown.starts_with(&text[..5]), "{shown}");
    }
}

/// A header's name and its value as a pair.
#[test]
fn in_no_pair() {
    let pairs = format!(r#"{{"headers":[["Host","h"],["X-GEWE-TOKEN","{SECRET}"]]}}"#);
    assert_eq!(value(&shown(&pairs, SECRET), "/headers/0/1"), "h");
    let list = explain(br#"{"columns":["token","wxid_of_someone","name"]}"#, None).expect("bytes");
    assert_eq!(value(&list, "/columns/1"), "wxid_of_someone");
}

/// What is said in Chinese is nobody's secret but as a password; what has a word of other letters in it may be one.
#[test]
fn and_no_words_are_hidden() {
    let text = r#"{"ticket":"电影票","secret":"无","credential":"身份证","cookie":"sid=abc123; name=张三","password":"芝麻开门","a":"ticket=A1排3座"}"#;
    let explanation = explain(text.as_bytes(), None).expect("bytes");
    let values: Vec<_> = explanation.lines.iter().map(|line| line.value.as_str()).collect();
    assert_eq!(values, ["电影票", "无", "身份证", MASK, MASK, "ticket=A1排3座"]);
}

#[test]
fn in_no_text_that_was_not_read_to_its_end() {
    let ones = "1,".repeat(super::super::MAX_LINES);
    let explanation =
        explain(format!(r#"["{{\"a\":[{ones}1],\"token\":\"{SECRET}\"}}"]"#).as_bytes(), None).expect("bytes");
    assert!(explanation.more && explanation.lines.iter().all(|line| !line.value.contains(SECRET)));
    assert!(explanation.blotted(vec![]).is_none());
}

/// A group robot's key is told by its looks where it is called a key: in words, under its name, and in a verdict.
#[test]
fn a_key_is_hidden_where_it_looks_like_one() {
    const KEY: &str = "1f2e3d4c-5b6a-7988-90ab-cdef01234567";
    for text in [
        format!("$key = \"{KEY}\""),
        format!("{{\"key\":\"{KEY}\"}}"),
        format!("{{\"errcode\":93000,\"errmsg\":\"invalid webhook url, key={KEY}\"}}"),
    ] {
        let told = crate::explain::explain(text.as_bytes(), None).expect("something");
        assert!(!format!("{:?} {:?}", told.lines, told.verdict).contains(KEY), "{text}");
    }
    for text in ["{\"key\":\"name\"}", "the key: appid_of_the_app", "monkey=1234567890abcdef1234"] {
        let told = crate::explain::explain(text.as_bytes(), None).expect("something");
        assert!(told.lines.iter().all(|line| !line.value.contains(MASK)), "{text}");
    }
}

/// A text with control characters is shown in hexadecimal, and its secrets are not.
#[test]
fn in_no_bytes_that_are_a_text() {
    for text in [
        format!("\u{1b}[34;1maccess_token\u{1b}[0m=\u{1b}[33m{SECRET}\u{1b}[0m\n"),
        format!("O:2:\"Wx\":1:{{s:10:\"\0Wx\0secret\";s:24:\"{SECRET}\";}}"),
    ] {
        let explanation = explain(text.as_bytes(), None).expect("bytes");
        let shown: Vec<_> = explanation.lines.iter().map(|line| line.value.as_str()).collect();
        let stars = text.replace(SECRET, &SECRET.replace(|char: char| char.is_alphanumeric(), "*"));
        assert_eq!(shown, [crate::layer::hex::hex(stars.as_bytes())]);
    }
}

/// Nor is it told as what a print left out.
#[test]
fn in_nothing_that_was_left_out() {
    let text = format!("Config {{ corp_secret: \"{SECRET}1a2b3c\", token: HeaderValue(\"{SECRET}1a2b3c\") }}");
    let parts = crate::explain::parts(text.as_bytes(), None).expect("bytes");
    assert!(parts.iter().any(|part| !part.left.is_empty()));
    assert!(parts.iter().all(|part| part.left.iter().all(|left| !left.contains(SECRET))), "{parts:?}");
}

/// A server keeps a head as a list of names and values in turn.
#[test]
fn in_no_list_of_names_and_values() {
    let token = "Zq7XkWvT3mRb9PyLdHs2NfGc";
    for text in [
        format!(r#"["Host","h","X-GEWE-TOKEN","{token}"]"#),
        format!(r#"{{"rawHeaders":["X-GEWE-TOKEN","{token}","Host","h"]}}"#),
    ] {
        assert!(!explain(text.as_bytes(), None).expect("bytes").json(Lang::En).contains(token), "{text}");
    }
    for text in [r#"["access_token","app_id","wxid"]"#.to_owned(), format!(r#"["Host","token","{token}","h"]"#)] {
        let told = explain(text.as_bytes(), None).expect("bytes");
        assert!(told.lines.iter().all(|line| !line.secret), "{text}");
    }
}

/// What stands beside its name in markup, in a list of several, and in an object of secrets.
#[test]
fn in_nothing_beside_a_name() {
    let token = "Zq7XkWvT3mRb9PyLdHs2NfGc";
    for text in [
        format!(r#"<x><add key="CorpSecret" value="{token}"/></x>"#),
        format!("<dict><key>token</key><string>{token}</string></dict>"),
        format!(r#"{{"a":"<x><add key=\"CorpSecret\" value=\"{token}\"/></x>"}}"#),
        format!(r#"{{"tokens":["{token}"],"a":1}}"#),
        format!(r#"{{"kind":"Secret","data":{{"corp-id":"{token}"}}}}"#),
        format!(r#"{{"items":[{{"data":{{"a":{{"b":"{token}"}}}},"kind":"Secret"}}]}}"#),
    ] {
        let explanation = shown(&text, token);
        let source = explanation.blotted(text.clone().into_bytes()).expect("all of it");
        assert_eq!(source, text.replace(token, &"*".repeat(token.len())).into_bytes(), "{text}");
    }
    for text in [r#"{"kind":"ConfigMap","data":{"a":"Zq7XkWvT3mRb"}}"#, r#"{"tokens":["hello","world"],"n":2}"#] {
        assert!(explain(text.as_bytes(), None).expect("bytes").lines.iter().all(|line| !line.secret), "{text}");
    }
}
