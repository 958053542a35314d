//! Calls of every form, be there one in the catalog or not: what stands at each place comes back, and what cannot stand
//! there is refused.

use http::Request;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::lang::Words;
use crate::operation::{Body, Entry, Example, Method, Operation};
use crate::problem::Code;
use crate::schema::In;
use crate::secret::Credentials;
use crate::wecom::Wecom;

/// Has a field at every place.
#[derive(Debug, Deserialize, JsonSchema, Serialize)]
struct Notice {
    #[schemars(extend("x-in" = "path"))]
    room: String,
    #[schemars(extend("x-in" = "path"))]
    number: Option<i64>,
    #[schemars(extend("x-in" = "query"))]
    notify: Option<bool>,
    #[schemars(extend("x-in" = "query"))]
    tags: Option<Vec<String>>,
    #[serde(rename = "X-Trace")]
    #[schemars(extend("x-in" = "header"))]
    trace: Option<String>,
    text: Option<String>,
}

/// A call, as `$name` with `$body` and so on.
macro_rules! call {
    ($name:ident: $id:literal $method:ident $path:literal $body:ident { $($field:ident: $type:ty),* }) => {
        #[derive(Debug, Deserialize, JsonSchema, Serialize)]
        struct $name { $($field: $type),* }
        call!($name $id $method $path $body);
    };
    ($name:ident $id:literal $method:ident $path:literal $body:ident) => {
        impl Operation for $name {
            type Gateway = Wecom;
            type Reply = Vec<()>;
            const ID: &str = $id;
            const TITLE: Words = Words::new("", "");
            const METHOD: Method = Method::$method;
            const BODY: Body = Body::$body;
            const PATH: &str = $path;
            const PAGE: &str = "";
            const REPLY: &str = "{}";

            fn examples() -> Vec<Example<Self>> {
                vec![]
            }
        }
    };
}

call!(Notice "wecom.notice" PUT "/room/{room}/notice/{number}" Json);
call!(Search: "wecom.search" GET "/search" None { word: Option<String>, size: Option<i64>, all: Option<bool>, tags: Option<Vec<i64>> });
call!(Tell: "wecom.tell" POST "/tell" Form { word: Option<String>, size: Option<i64>, tags: Option<Vec<String>> });
call!(Parts: "wecom.parts" POST "/parts" Multipart { word: Option<String>, size: Option<i64>, tags: Option<Vec<String>> });

static NOTICE: Entry = Entry::of::<Notice>();
static SEARCH: Entry = Entry::of::<Search>();
static TELL: Entry = Entry::of::<Tell>();
static PARTS: Entry = Entry::of::<Parts>();

const BASE: &str = "https://h.example/p";

const HOSTILE: [&str; 14] =
    ["x", "新 值", "a&b=c", "a=b", "?#", "100%", "%41", "+", "a/b", "..a", "\"'\\<>", "{room}", "[1]", "true"];

fn credentials() -> Credentials {
    Credentials::new().with("access_token", "mine+/= &?#")
}

fn request(entry: &Entry, values: &Value) -> Request<Vec<u8>> {
    let built = entry.build(&values.to_string(), &credentials(), BASE);
    built.unwrap_or_else(|error| unreachable!("{} {values}: {error}", entry.id)).into_http()
}

#[track_caller]
fn there_and_back(entry: &Entry, values: &Value) -> Request<Vec<u8>> {
    let request = request(entry, values);
    assert!(request.uri().path().strip_prefix("/p").is_some_and(|path| entry.is_at(path)), "{}", request.uri());
    let apart = entry.apart(&request).expect("its own request");
    assert_eq!(serde_json::from_str::<Value>(&apart.values).expect("JSON"), *values, "{}", request.uri());
    assert!(apart.foreign.is_empty(), "{:?}", apart.foreign);
    assert_eq!(apart.credentials.find("access_token").map(|one| one.reveal()), Some("mine+/= &?#"));
    request
}

#[test]
fn hostile_text_at_every_place() {
    for text in HOSTILE {
        let values =
            json!({"room": text, "number": 7, "notify": true, "tags": [text, "b"], "X-Trace": text, "text": text});
        // No header of this kind holds what is not ASCII, unless it is read as bytes.
        let request = there_and_back(&NOTICE, &values);
        assert_eq!(request.method(), "PUT");
        let path = request.uri().path();
        assert!(
            path.starts_with("/p/room/") && path.ends_with("/notice/7") && path.matches('/').count() == 5,
            "{path}"
        );
        let query = request.uri().query().expect("a query");
        assert_eq!(query.split('&').count(), 4, "{query}");
        assert!(query.starts_with("access_token=mine%2B%2F%3D%20%26%3F%23&"), "{query}");
        assert_eq!(request.headers()["x-trace"].as_bytes(), text.as_bytes());
        assert_eq!(request.body(), json!({ "text": text }).to_string().as_bytes());
        let query = |request: &Request<Vec<u8>>| request.uri().query().map_or(0, |query| query.split('&').count());
        let found = there_and_back(&SEARCH, &json!({"word": text, "size": -3, "all": false, "tags": [1, 2]}));
        assert_eq!((query(&found), found.body().len()), (6, 0));
        assert!(found.headers().get("content-type").is_none());
        let told = there_and_back(&TELL, &json!({"word": text, "size": 3, "tags": [text, "2"]}));
        assert_eq!((query(&told), told.body().iter().filter(|byte| **byte == b'&').count()), (1, 3));
        assert_eq!(told.headers()["content-type"], "application/x-www-form-urlencoded");
        let parts = there_and_back(&PARTS, &json!({"word": text, "size": 3, "tags": [text, "2"]}));
        assert_eq!(String::from_utf8_lossy(parts.body()).matches("form-data; name=").count(), 4);
    }
}

#[test]
fn what_is_absent_takes_no_place() {
    let bare = there_and_back(&NOTICE, &json!({"room": "r", "number": 1}));
    assert_eq!((bare.uri().query().map(|query| query.matches('=').count()), &bare.body()[..]), (Some(1), &b"{}"[..]));
    assert!(bare.headers().get("x-trace").is_none());
    let found = there_and_back(&SEARCH, &json!({}));
    assert_eq!(found.uri().query(), Some("access_token=mine%2B%2F%3D%20%26%3F%23"));
    assert!(there_and_back(&TELL, &json!({})).body().is_empty());
    // A preview shows the braces of what is absent.
    let shown = NOTICE.preview("{}", &credentials(), BASE);
    assert_eq!(shown.url, "https://h.example/p/room/{room}/notice/{number}?access_token=•••");
}

#[test]
fn what_a_place_cannot_hold_is_refused_there() {
    let held = |field: &str, value: Value| {
        let mut values = json!({"room": "r", "number": 1});
        values[field] = value;
        let problems = NOTICE.check(values.to_string().as_bytes());
        let at = |code| problems.iter().any(|one| one.code == code && one.path == format!("/{field}"));
        !at(Code::CannotHold)
    };
    for (text, path, header) in [
        ("a", true, true),
        ("", false, true),
        (".", false, true),
        ("..", false, true),
        ("...", true, true),
        (" a", true, false),
        ("a ", true, false),
        ("a b", true, true),
        ("a\nb", true, false),
        ("a\u{7f}", true, false),
        ("\t", true, false),
    ] {
        assert_eq!(held("room", json!(text)), path, "{text:?}");
        assert_eq!(held("X-Trace", json!(text)), header, "{text:?}");
        assert!(held("notify", json!(text)) && held("text", json!(text)), "{text:?}");
    }
    for (value, query, elsewhere) in [
        (json!(1), true, true),
        (json!(true), true, true),
        (json!(null), false, false),
        (json!({}), false, false),
        (json!([]), true, false),
        (json!(["a", 1, true]), true, false),
        (json!([[]]), false, false),
        (json!(["a", null]), false, false),
        (json!([{}]), false, false),
    ] {
        assert_eq!(held("tags", value.clone()), query, "{value}");
        assert_eq!(held("room", value.clone()), elsewhere, "{value}");
        assert_eq!(held("X-Trace", value.clone()), elsewhere, "{value}");
        assert!(held("text", value));
    }
}

/// What no client can write is told at the longest value, and nothing is told of a byte less.
#[test]
fn an_address_has_a_greatest_length() {
    let told = |length: usize, of: &str| {
        let mut values = json!({"room": "r", "number": 1, "tags": ["t"]});
        values[of] = if of == "tags" { json!(["a".repeat(length)]) } else { json!("a".repeat(length)) };
        let problems = NOTICE.check(values.to_string().as_bytes());
        problems.into_iter().find(|one| one.code == Code::TooLong).map(|one| (one.path, one.actual))
    };
    for of in ["room", "tags"] {
        let (mut held, mut most) = (50_000, 70_000);
        while most - held > 1 {
            let middle = (held + most) / 2;
            if told(middle, of).is_none() { held = middle } else { most = middle }
        }
        assert_eq!(told(most, of), Some((format!("/{of}"), Some(60_001))));
    }
    assert_eq!(told(70_000, "text"), None);
    assert_eq!(told(70_000, "X-Trace"), None);
}

#[test]
fn what_a_call_does_not_know_is_foreign() {
    let values = json!({"room": "r", "number": 1});
    let (mut parts, body) = request(&NOTICE, &values).into_parts();
    parts.uri = format!("{}&&odd=1&bare", parts.uri).parse().expect("an address");
    parts.headers.insert("X-Odd", "1".parse().expect("a value"));
    parts.headers.insert("User-Agent", "1".parse().expect("a value"));
    let apart = NOTICE.apart(&Request::from_parts(parts, body)).expect("its form");
    let foreign: Vec<_> = apart.foreign.iter().map(|(place, name)| (*place, name.as_str())).collect();
    assert_eq!(foreign, [(In::Query, "odd"), (In::Query, "bare"), (In::Header, "x-odd")]);
    for path in ["/room/r/notice", "/room//notice/1", "/room/r/notices/1", "/x"] {
        let request = Request::builder().uri(path).body("{}").expect("a request");
        let problem = NOTICE.apart(&request).expect_err("another's path");
        assert_eq!(problem.code, Code::NoSuchPath, "{path}");
        assert!(problem.to_string().ends_with(&format!(", is {path}")), "{problem}");
    }
    for path in ["/room/r/notice/1", "/ROOM/r/Notice/1/", "/room/r/notice/1/"] {
        assert!(NOTICE.is_at(path), "{path}");
    }
    for path in ["/p/room/r/notice/1", "/room/r/notice", "/room//notice/1", "room/r/notice/1"] {
        assert!(!NOTICE.is_at(path), "{path}");
    }
}
