//! Credentials at their places, every other byte as it was.

mod places;

use super::*;
use crate::catalog;

fn example(id: &str) -> (&'static Entry, String) {
    let entry = catalog::find(id).expect("in the catalog");
    let example = entry.examples().into_iter().next().expect("an example");
    (entry, example.values)
}

#[test]
fn a_body_credential_goes_to_the_front_and_nothing_else_moves() {
    let (entry, _) = example("yunzhenji.send_message");
    let values = r#"{ "target_wxid":"2", "wxid" : "1", "messages":[{"msg_type":"text","content":{"items":[{"type":"text","text":"\u4f60"}]},"api_send_id": 13895574026529675281}] }"#;
    let credentials = Credentials::new().with("app_id", "A\"").with("access_token", "T");
    let request = entry.build(values, &credentials, "https://example.test/").expect("a request").into_http();
    assert_eq!(request.uri(), "https://example.test/wechat/sendMessage");
    let body = String::from_utf8(request.into_body()).expect("UTF-8");
    assert_eq!(body, values.replace("{ \"target", r#"{ "app_id": "A\"", "access_token": "T", "target"#));
}

#[test]
fn header_and_query_credentials() {
    let (entry, values) = example("gewe.send_msg");
    let request =
        entry.build(&values, &Credentials::new().with("token", "t"), "http://h/base").expect("a request").into_http();
    assert_eq!(
        (request.uri().path(), &request.headers()["x-gewe-token"]),
        ("/base/api/message/sendmsg", &"t".parse().expect("a value"))
    );
    let (entry, values) = example("wecom.living_create");
    let request = entry
        .build(&values, &Credentials::new().with("access_token", "a+/="), "http://h")
        .expect("a request")
        .into_http();
    assert_eq!(request.uri(), "http://h/cgi-bin/living/create?access_token=a%2B%2F%3D");
}

#[test]
fn no_request_without_credentials_or_with_errors() {
    let (entry, values) = example("youmi.send_public_message");
    let build = |values: &str, credentials: &Credentials, base: &str| entry.build(values, credentials, base);
    assert!(
        matches!(build(&values, &Credentials::new(), "http://h"), Err(BuildError::MissingCredentials(list)) if list.len() == 1)
    );
    let token = Credentials::new().with("token", "t");
    assert!(matches!(build("{}", &token, "http://h"), Err(BuildError::Invalid(_))));
    let told = build("{}", &token, "http://h").expect_err("fields are absent").to_string();
    assert!(told.starts_with("the check found ") && told.contains("/RelationType: "), "{told}");
    for base in [
        "",
        "h",
        "ftp://h",
        "http://",
        "http://u:p@h",
        "http://h?x",
        "http://h#x",
        "http://h\n",
        "http://:80",
        "http://h:",
        "http://h:0",
        "http://h:65536",
        "http://h:8o",
        "http://h:1:2",
        "http://h:+80",
        "http://[::1",
        "http://[::1]x",
        "http://[x]",
        "http://h/..",
        "http://h/a/%2E%2e/b",
        "http://h/./a",
    ] {
        assert!(matches!(build(&values, &token, base), Err(BuildError::BaseUrl(_))), "{base:?}");
    }
    for base in ["http://h:1", "https://h:65535/a.b/..c", "http://[::1]", "http://[::1]:80/x", "http://127.1"] {
        assert!(build(&values, &token, base).is_ok(), "{base:?}");
    }
    let broken = Credentials::new().with("token", "a\r\nX: y");
    assert!(matches!(build(&values, &broken, "http://h"), Err(BuildError::BadCredential(one)) if one.name == "token"));
}

#[test]
fn a_preview_shows_no_credential() {
    let (entry, _) = example("yunzhenji.send_message");
    let preview = entry.preview(
        r#"{"app_id": "real", "access_token": "secret", "access_token": "again"}"#,
        &Credentials::new(),
        "https://h",
    );
    assert_eq!(preview.body.shown(), format!(r#"{{"app_id": "{MASK}", "access_token": "{MASK}"}}"#));
}

/// Whatever place a secret has, `Debug` of the request does not show it; nor does that of a header alone.
#[test]
fn debug_shows_no_secret() {
    const SECRET: &str = "s3cret-0123456789";
    for entry in catalog::entries() {
        let credentials = entry.credentials.iter().fold(Credentials::new(), |all, one| all.with(one.name, SECRET));
        for example in entry.examples() {
            let request = entry.build(&example.values, &credentials, "https://h/path").expect("an example");
            assert_eq!(format!("{request:?}"), format!("{} h {MASK}", entry.method), "{}", entry.id);
            let headers = format!("{:?}", request.reveal().headers());
            let open = entry.credentials.iter().any(|one| !one.secret);
            assert!(open || !headers.contains(SECRET), "{}: {headers}", entry.id);
            let wire = entry.wire(&example.values, &credentials, "https://h").expect("an example");
            assert_eq!(format!("{wire:?}"), MASK);
        }
    }
    let wrong = catalog::find("gewe.send_app").expect("it").build("{}", &Credentials::new(), "https://user:s3cret@h");
    let error = wrong.expect_err("not a base URL");
    assert!(!format!("{error:?} {error}").contains("s3cret"), "{error:?}");
    // A credential that was given, wherever it stands.
    let own = Credentials::new().with("token", SECRET);
    let wrong = catalog::find("gewe.send_app").expect("it").build("{}", &own, &format!("ftp://h/{SECRET}/x"));
    let error = wrong.expect_err("not a base URL");
    assert!(!format!("{error:?} {error}").contains(SECRET) && error.to_string().contains("ftp://h/"), "{error:?}");
    let reply = br#"{"errcode": 0, "access_token": "s3cret-0123456789", "expires_in": 7200}"#;
    let reply = <crate::wecom::Gettoken as crate::operation::Call>::reply(reply).expect("a reply");
    assert_eq!(reply.access_token, SECRET);
    assert_eq!(format!("{reply:?}"), format!("GettokenReply {{ access_token: {MASK}, expires_in: 7200 }}"));
}
