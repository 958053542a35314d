//! Every call's table, in both directions: values to a request and back.
#![allow(clippy::panic)] // A test that cannot go on says why.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use wxwire::catalog;
use wxwire::export::{FORMATS, Format};
use wxwire::import::import;
use wxwire::operation::{Body, Entry};
use wxwire::problem::Code;
use wxwire::schema::{Field, In, Shape};
use wxwire::secret::Credentials;

fn base(entry: &Entry) -> &'static str {
    entry.base_url().unwrap_or("http://gateway.example:8080")
}

fn credentials(entry: &Entry) -> Credentials {
    let all = entry.credentials.iter();
    all.fold(Credentials::new(), |all, one| all.with(one.name, format!("mine+/= &?#{}", one.name)))
}

/// Values to a request and back: the same members, the same credentials, nothing foreign.
#[track_caller]
fn there_and_back(entry: &Entry, values: &str) {
    let credentials = credentials(entry);
    let request =
        entry.build(values, &credentials, base(entry)).unwrap_or_else(|error| panic!("{}: {error}", entry.id));
    let apart = entry.apart(request.reveal()).unwrap_or_else(|problem| panic!("{}: {problem:?}", entry.id));
    let read = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    assert_eq!(read(&apart.values), read(values), "{}", entry.id);
    assert!(apart.foreign.is_empty(), "{}: {:?}", entry.id, apart.foreign);
    for one in entry.credentials {
        let secret = |all: &Credentials| all.find(one.name).map(|secret| secret.reveal().to_owned());
        assert_eq!(secret(&apart.credentials), secret(&credentials), "{} {}", entry.id, one.name);
    }
}

#[test]
fn every_example_there_and_back() {
    for entry in catalog::entries() {
        for example in entry.examples() {
            there_and_back(entry, &example.values);
        }
    }
}

/// The outermost fields of a call that are no tag.
fn fields(entry: &Entry) -> Vec<&Field> {
    match &entry.schema().root().shape {
        Shape::Object(object) => object.fields.iter().filter(|field| field.credential.is_none()).collect(),
        _ => vec![],
    }
}

#[test]
fn parameters_of_a_path_are_required_and_scalar() {
    for entry in catalog::entries() {
        let named = entry.path.split('/').filter_map(|step| step.strip_prefix('{')?.strip_suffix('}'));
        for name in named {
            let field = fields(entry).into_iter().find(|field| field.name == name);
            assert!(field.is_some_and(|field| field.required && field.place == Some(In::Path)), "{} {name}", entry.id);
        }
        for field in fields(entry).into_iter().filter(|field| entry.place(field) != In::Body) {
            let shape = &entry.schema().rule(field.rule).shape;
            assert!(!matches!(shape, Shape::Object(_)), "{} {}", entry.id, field.name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text in every field outside of a JSON body: it comes back, or it is refused at its place.
    #[test]
    fn any_text_at_every_place(text in any::<String>()) {
        for entry in catalog::entries() {
            let example = entry.examples().into_iter().next().expect("an example").values;
            let placed = fields(entry).into_iter().filter(|field| {
                let is_text = matches!(entry.schema().rule(field.rule).shape, Shape::Text(_));
                let is_file = entry.schema().rule(field.rule).file.is_some();
                is_text && !is_file && (entry.place(field) != In::Body || entry.body != Body::Json)
            });
            for field in placed {
                let mut values: Map<String, Value> = serde_json::from_str(&example).expect("JSON");
                // Between the quotes of a file's name, servers read these two escapes back and no others.
                let text = if entry.place(field) == In::FileName { text.replace('%', "") } else { text.clone() };
                values.insert(field.name.clone(), text.clone().into());
                let values = Value::Object(values).to_string();
                let problems = entry.check(values.as_bytes());
                let refused = problems.iter().filter(|problem| problem.is_error());
                let mut places: Vec<_> = refused.map(|problem| problem.path.clone()).collect();
                // An empty text may be too short, and what its place cannot hold.
                places.dedup();
                match places.is_empty() {
                    true if entry.place(field) == In::FileName && text.is_empty() => {}
                    true => there_and_back(entry, &values),
                    false => prop_assert_eq!(places, vec![format!("/{}", field.name)]),
                }
            }
        }
    }
}

/// What stands in a request of a call must stay where it belongs.
#[test]
fn nothing_is_smuggled_into_another_part() {
    for entry in catalog::entries() {
        let example = entry.examples().into_iter().next().expect("an example").values;
        for field in fields(entry) {
            let place = entry.place(field);
            if !matches!(entry.schema().rule(field.rule).shape, Shape::Text(_)) {
                continue;
            }
            for evil in
                ["/", "..", ".", "a/../b", "?x=1", "#x", "a\r\nX: y", "\0", "a&b=c", "%2e%2e", "\"; filename=\"x"]
            {
                let mut values: Map<String, Value> = serde_json::from_str(&example).expect("JSON");
                values.insert(field.name.clone(), evil.into());
                let values = Value::Object(values).to_string();
                let Ok(request) = entry.build(&values, &credentials(entry), base(entry)) else { continue };
                let request = request.into_http();
                let honest = entry.build(&example, &credentials(entry), base(entry)).expect("a request").into_http();
                let steps = |request: &http::Request<Vec<u8>>| request.uri().path().matches('/').count();
                assert_eq!(steps(&request), steps(&honest), "{} {evil:?}", entry.id);
                assert!(!request.uri().path().split('/').any(|step| step == ".."), "{} {evil:?}", entry.id);
                let names = |request: &http::Request<Vec<u8>>| {
                    request.headers().keys().map(ToString::to_string).collect::<Vec<_>>()
                };
                let mut known = names(&honest);
                known.extend((place == In::Header).then(|| field.name.to_ascii_lowercase()));
                assert!(names(&request).iter().all(|name| known.contains(name)), "{} {evil:?}", entry.id);
                let apart = entry.apart(&request).expect("its own request");
                assert!(apart.foreign.is_empty(), "{} {evil:?}: {:?}", entry.id, apart.foreign);
            }
        }
    }
}

#[test]
fn what_is_no_json_body_in_the_forms_that_can_hold_it() {
    let form = |name: &str| Format::find(name).expect("a form");
    for entry in catalog::entries().filter(|entry| entry.body != Body::Json) {
        let forms: Vec<_> = match entry.body {
            // The bytes of a file stand in none of them but PowerShell, where they are code.
            Body::Multipart => vec![form("curl"), form("cmd")],
            _ => FORMATS.iter().collect(),
        };
        for example in entry.examples() {
            for form in &forms {
                let text = form.hidden(entry, &example.values, &Credentials::new(), base(entry));
                let imported = import(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{text}\n{problem:?}"));
                assert_eq!(imported.operation.map(|entry| entry.id), Some(entry.id), "{text}");
                let mut expected: Map<String, Value> = serde_json::from_str(&example.values).expect("JSON");
                let file = |name: &String| {
                    fields(entry)
                        .iter()
                        .any(|field| field.name == *name && entry.schema().rule(field.rule).file.is_some())
                };
                expected.retain(|name, _| !file(name));
                let values = imported.values.as_deref().unwrap_or_else(|| panic!("{text}\n{:?}", imported.problems));
                assert_eq!(serde_json::from_str::<Value>(values).expect("JSON"), json!(expected), "{text}");
                let needed = imported.problems.iter().all(|one| one.code == Code::FileNeeded && !one.is_error());
                assert!(needed, "{text}\n{:?}", imported.problems);
            }
        }
    }
}
