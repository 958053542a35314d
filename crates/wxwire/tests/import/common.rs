//! What the tests of import share.

use wxwire::import::{Form, Imported, import};
use wxwire::layer::json::Tree;
use wxwire::problem::Code;

#[track_caller]
pub(crate) fn read(text: &str) -> Imported {
    let imported = import(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    assert!(imported.problems.is_empty(), "{text}: {:?}", imported.problems);
    imported
}

/// The same JSON, white space aside; numbers are compared as text.
#[track_caller]
pub(crate) fn same(left: &str, right: &str) {
    let compact = |text: &str| {
        let tree = Tree::parse(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        leaves(tree.root(), String::new())
    };
    assert_eq!(compact(left), compact(right));
}

fn leaves(value: wxwire::layer::json::Value<'_>, path: String) -> Vec<(String, String)> {
    let own = (path.clone(), value.as_str().map_or(value.source().to_owned(), |text| text.into_owned()));
    let mut all = vec![];
    for (key, member) in value.members() {
        all.extend(leaves(member, format!("{path}/{}", key.as_str().expect("a key"))));
    }
    for (at, item) in value.items().enumerate() {
        all.extend(leaves(item, format!("{path}/{at}")));
    }
    if all.is_empty() { vec![own] } else { all }
}

/// The body that every request below carries.
pub(crate) const BODY: &str = r#"{"appid":"a'b","to_wxid":"x\"y $z","xml":"<a b=\"1\">\n100% ^ é 😀</a>"}"#;

pub(crate) const URL: &str = "https://h.example/p/api/message/sendapp";

/// Every way of writing the request of BODY down.
#[track_caller]
pub(crate) fn check(text: &str, form: Form) -> Imported {
    let imported = read(text);
    assert_eq!(imported.form, form, "{text}");
    assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.send_app"), "{text}");
    same(imported.values.as_deref().expect("values"), BODY);
    assert_eq!(imported.given, ["token"], "{text}");
    assert_eq!(imported.credentials.find("token").expect("a token").reveal(), "t0ken-s3cret", "{text}");
    assert_eq!(imported.method.as_deref().unwrap_or("POST"), "POST", "{text}");
    assert_eq!(imported.base_url.as_deref(), Some("https://h.example/p"), "{text}");
    let shown = format!("{imported:?}{}", imported.to_json(text, wxwire::lang::Lang::En));
    assert!(!shown.contains("s3cret"), "{shown}");
    imported
}

/// What cannot be imported for sure, with its code and what stands at its place.
#[track_caller]
pub(crate) fn refuse(text: &str, code: Code, place: &str) -> Option<Imported> {
    let (problem, imported) = match import(text.as_bytes(), None) {
        Ok(imported) => {
            assert_eq!(imported.values, None, "{text}");
            (imported.problems.first().cloned().expect("a problem"), Some(imported))
        }
        Err(problem) => (problem, None),
    };
    let found = problem.span.clone().map_or("", |span| &text[span]);
    assert_eq!((problem.code, found), (code, place), "{text}: {problem:?}");
    imported
}
