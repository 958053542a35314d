//! No secret is shown, whatever it is called and however it stands in a text; and nothing else is hidden.

mod texts;

use proptest::prelude::*;
use proptest::sample::select;
use wxwire::catalog;
use wxwire::explain::{Explanation, explain};
use wxwire::import::{import, problem};
use wxwire::lang::Lang;
use wxwire::layer::base64;
use wxwire::layer::json::{Tree, quote};
use wxwire::secret::{Credentials, MASK, Place, blotted, masked, may_hold};

use crate::texts::{NAMES, PIECES, SPELLED, TEXTS};

/// The secret, of signs that every form of text holds as they are; and what must stay readable beside it.
const CANARY: &str = "Cnry7Kq2Wz9Xb4Lm";
const BESIDE: &str = "plain-words-beside";

fn explained(explanation: &Explanation) -> String {
    explanation.json(Lang::En)
}

/// Every text that the commands draw from some bytes.
fn shown(text: &str) -> Vec<(&'static str, String)> {
    let mut out = vec![("excerpt", blotted(text))];
    if let Ok(explanation) = explain(text.as_bytes(), None) {
        let lines: Vec<_> = explanation.lines.iter().map(|line| line.value.as_str()).collect();
        out.push(("explain", lines.join("\n")));
        out.push(("explain --json", explained(&explanation)));
    }
    match import(text.as_bytes(), None) {
        Ok(imported) => {
            out.push(("import", imported.values.clone().unwrap_or_default()));
            out.push(("import --json", imported.to_json(text, Lang::En)));
        }
        Err(one) => out.push(("import --json", problem(&one, text, Lang::En).to_string())),
    }
    out
}

/// What is wrong with what is shown of a text in which a secret stands.
fn faults(text: &str, spelled: &str) -> Vec<String> {
    assert!(text.contains(spelled), "{text}");
    assert!(may_hold(text), "{text}");
    let shown = shown(text).into_iter().filter(|(_, out)| out.contains(spelled));
    let mut faults: Vec<_> = shown.map(|(command, out)| format!("{command} of {text}\nshows {out}")).collect();
    let (excerpt, right) = (blotted(text), text.replace(spelled, &stars(spelled)));
    if excerpt != right {
        faults.push(format!("the excerpt is {excerpt}\nand should be {right}"));
    }
    faults
}

/// As many `*` as letters and digits, the rest as it is.
fn stars(text: &str) -> String {
    text.chars().map(|char| if char.is_alphanumeric() { '*' } else { char }).collect()
}

#[track_caller]
fn none(faults: &[String]) {
    let some: Vec<_> = faults.iter().take(12).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), some.join("\n\n"));
}

/// Every name of a credential of every gateway, and of a secret in the vendors' documents.
fn names() -> Vec<String> {
    let mut names = NAMES.map(String::from).to_vec();
    for gateway in catalog::gateways() {
        for one in gateway.credentials {
            let (Place::Header(name, _) | Place::Query(name) | Place::Body(name)) = one.place;
            names.extend([name.to_owned(), one.name.to_owned(), gateway.variable(one.name)]);
        }
        names.extend(gateway.secrets.iter().filter(|one| one.is_anywhere()).map(|one| one.name.to_owned()));
    }
    names.sort();
    names.dedup();
    names
}

#[test]
fn of_any_name_in_any_text() {
    let mut all = Vec::new();
    for name in names() {
        for text in TEXTS {
            let text = text.replace("NAME", &name).replace("VALUE", CANARY).replace("BESIDE", BESIDE);
            all.extend(faults(&text, CANARY));
        }
    }
    none(&all);
}

#[test]
fn of_few_names_in_every_spelling() {
    let percent: String = CANARY.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let json: String = CANARY.bytes().map(|byte| format!("\\u{byte:04x}")).collect();
    let hex: String = CANARY.bytes().map(|byte| format!("{byte:02x}")).collect();
    let base = base64::encode(CANARY.as_bytes());
    for name in ["access_token", "corpsecret", "X-GEWE-TOKEN", "EncodingAESKey"] {
        for (spelled, text) in [
            (&percent, format!("https://h.example/p?{name}={percent}&a=1")),
            (&json, format!(r#"{{"{name}":"{json}","x":1}}"#)),
            (&hex, format!(r#"{{"{name}":"{hex}","x":1}}"#)),
            (&base, format!(r#"{{"{name}":"{base}","x":1}}"#)),
        ] {
            none(&faults(&text, spelled));
        }
        let inner = base64::encode(format!(r#"{{"{name}":"{CANARY}","x":1}}"#).as_bytes());
        let explanation = explain(format!(r#"{{"d":"{inner}"}}"#).as_bytes(), None).expect("bytes");
        assert!(!explained(&explanation).contains(&inner));
    }
    // What is known is found without a name, and in each spelling.
    let known = Credentials::new().with("token", format!(" {CANARY}\n"));
    for spelled in [CANARY, &percent, &json, &hex, &base] {
        assert!(!known.mask(&format!("bad {spelled}!")).contains(spelled), "{spelled}");
    }
}

#[test]
fn of_a_place_of_its_own() {
    let mut all = Vec::new();
    for text in [
        "POST https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=VALUE 200",
        r#"{"url":"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=VALUE","params":[{"name":"key","value":"VALUE"}]}"#,
        "curl 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=VALUE' -d '{}'",
        "https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=VALUE",
        r#"{"errcode":0,"errmsg":"ok","ticket":"VALUE","expires_in":7200}"#,
        "curl -u VALUE https://h.example/p",
        "curl --oauth2-bearer VALUE https://h.example/p",
        "curl -b 'VALUE' https://h.example/p",
        "https://me:VALUE@h.example/p",
        "sent with Bearer VALUE to h.example",
    ] {
        all.extend(faults(&text.replace("VALUE", CANARY), CANARY));
    }
    none(&all);
}

#[test]
fn and_nothing_else_is_hidden() {
    for text in [
        r#"{"errcode":40014,"errmsg":"invalid access_token","invaliduser":[]}"#,
        "curl --user-agent wxwire/1.0 https://h.example/p",
        "http://wxapp.tc.qq.com/251/20350/stodownload?encfilekey=oib&token=x5Y29zUxcib&idx=1",
        r#"{"thumb":"https://finder.video.qq.com/251/20304/stodownload?m=8d&token=x5Y29zUxcib"}"#,
        r#"<appmsg><appattach><aeskey>6a6b6c</aeskey><cdnthumbaeskey>6a6b</cdnthumbaeskey></appattach></appmsg>"#,
        r#"<msg fromusername="a" ticket="v4_000b708f0b04@stranger"/>"#,
        r#"{"media_id":"3a8asd","file_id":"3069020102","msgid":"m1","key":"k1","response_code":"r1"}"#,
        r#"{"access_token":"{{token}}","token":null,"secret":"","need_password":true}"#,
        r#"["access_token","app_id","wxid"]"#,
        "export TOKEN=$TOKEN; token = config.token; headers['X-GEWE-TOKEN'] = get_token(1)",
        "the token: is invalid, see the basic information of it",
    ] {
        assert_eq!(blotted(text), text);
        let explanation = explained(&explain(text.as_bytes(), None).expect("bytes"));
        assert!(!explanation.contains("•••"), "{text}\n{explanation}");
    }
}

#[test]
fn in_no_request_that_is_looked_at() {
    for entry in catalog::entries() {
        let credentials =
            entry.gateway.credentials.iter().fold(Credentials::new(), |all, one| all.with(one.name, CANARY));
        let base = format!("http://h.example/{BESIDE}?access_token={CANARY}");
        let example = entry.examples()[0].values.replacen('{', &format!(r#"{{"corpsecret":"{CANARY}","#), 1);
        for preview in [entry.preview(&example, &credentials, &base), entry.template(&example, &credentials, &base)] {
            for form in wxwire::export::FORMATS {
                let text = form.write(&preview);
                assert!(!text.contains(CANARY) && text.contains(BESIDE), "{text}");
            }
        }
    }
}

#[test]
fn a_quote_that_ends_a_text_begins_no_value() {
    for text in [
        r#"["a token=", "b"]"#,
        r#"{"desc": "the token=", "title": "shown"}"#,
        r#"{"access_token=": "shown"}"#,
        "{\"x\": [\"password:\"\n]}",
        r#"{"x": "secret="}"#,
    ] {
        assert_eq!(masked(text), text);
    }
    assert_eq!(masked(r#"token="abcdef1", x"#), format!(r#"token="{MASK}", x"#));
}

/// An element that comes again is looked at again, however its value is written.
#[test]
fn of_elements_that_come_again() {
    let spelled = [
        "<NAME>VALUE</NAME>",
        "<NAME><![CDATA[VALUE]]></NAME>",
        "<NAME a=\"b\">\nVALUE\n</NAME>",
        "<NAME> <![CDATA[VALUE]]> </NAME>",
    ];
    for (one, next) in spelled.iter().flat_map(|one| spelled.map(|next| (one, next))) {
        // Another value, or what was hidden once would be hidden here for that.
        let other = CANARY.chars().rev().collect::<String>();
        let element = |form: &str, value: &str| form.replace("NAME", "access_token").replace("VALUE", value);
        let text = format!("<xml>{}<a>{BESIDE}</a>{}</xml>", element(one, CANARY), element(next, &other));
        assert!(
            ![CANARY, &other].iter().any(|one| blotted(&text).contains(*one)) && blotted(&text).contains(BESIDE),
            "{text}\n{}",
            blotted(&text)
        );
    }
}

/// What a program says of who sends, whatever it is called, and a header that lost its colon.
#[test]
fn of_a_program_that_says_who_sends() {
    const URL: &str = "http://h.example/v2/api/message/postText";
    for program in [
        format!(
            "<?php\n$ch = curl_init('{URL}');\ncurl_setopt($ch, CURLOPT_USERPWD, 'user:{CANARY}');\ncurl_setopt($ch, CURLOPT_POSTFIELDS, '{{\"appId\":\"a\"}}');\ncurl_exec($ch);\n"
        ),
        format!("requests.post('{URL}', auth=('user', '{CANARY}'), json={{'appId': 'a'}})"),
        format!("requests.post('{URL}', headers={{'X-GEWE-TOKEN' '{CANARY}'}}, json={{'appId': 'a'}})"),
    ] {
        let imported = import(program.as_bytes(), None).expect("a program");
        assert!(imported.values.as_deref().is_some_and(|values| values.contains("appId")), "{program}");
        assert!(!format!("{imported:?}").contains(CANARY), "{program}\n{imported:?}");
    }
}

/// An escape of JSON is one sign: half of it hidden, the text would be JSON no more.
#[test]
fn an_escape_is_hidden_whole_or_not_at_all() {
    for text in [
        r#"{"Authorization\nabcdef123456": 0}"#,
        r#"{"token or \"abcdef123456\"": 0}"#,
        r#"{"a": "env.token || \"abcdef123456\\n\""}"#,
    ] {
        let shown = masked(text);
        assert!(Tree::parse(&shown).is_ok(), "{text}\n{shown}");
        assert!(!shown.contains("abcdef123456"), "{shown}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// What a quick look passes has nothing to mask.
    #[test]
    fn a_quick_look_overlooks_nothing(pieces in prop::collection::vec(prop_oneof![select(PIECES), select(SPELLED)], 0..8)) {
        let text = pieces.concat();
        prop_assert!(may_hold(&text) || masked(&text) == text, "{}", text);
    }

    /// Whatever stands in the texts of a JSON text, it is JSON when its secrets are masked, with the same members.
    #[test]
    fn json_stays_json(texts in prop::collection::vec(prop::collection::vec(select(PIECES), 0..6), 1..6)) {
        let texts: Vec<_> = texts.iter().map(|pieces| pieces.concat()).collect();
        let members: Vec<_> = texts.iter().enumerate().map(|(at, text)| {
            let value = if text.len().is_multiple_of(2) { quote(text) } else { "0".to_owned() };
            format!("{}:\n{value}", quote(&format!("{at}{text}")))
        }).collect();
        let json = format!("{{\n{}, \"n\": [1, null]}}", members.join(", "));
        let shown = masked(&json);
        let tree = Tree::parse(&shown);
        prop_assert!(tree.is_ok(), "{}\n{}", json, shown);
        let count = tree.expect("it was looked at").root().members().count();
        prop_assert_eq!(count, texts.len() + 1, "{}", shown);
    }
}
