//! A text that was exported, imported again, and what has to come back.

use wxwire::catalog;
use wxwire::export::{FORMATS, Format};
use wxwire::import::{Imported, import};
use wxwire::layer::json::{Kind, Tree};
use wxwire::operation::{Body, Entry};
use wxwire::schema::{In, Shape};
use wxwire::secret::{self, Credentials, masked};

/// The calls whose body is a JSON text; how the others are written and read, `table` looks at.
pub(crate) fn entries() -> impl Iterator<Item = &'static Entry> {
    catalog::entries().filter(|entry| entry.body == Body::Json)
}

pub(crate) fn base(entry: &Entry) -> &'static str {
    entry.gateway.base_url.unwrap_or("http://gateway.example:8080/")
}

/// Imports a text that was exported; nothing of it may be in doubt, mended, or left out but what the form itself adds.
#[track_caller]
pub(crate) fn read(entry: &Entry, form: &Format, values: &str, text: &str) -> Imported {
    let name = format!("{} as {}", entry.id, form.name);
    let imported = import(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{name}\n{text}\n{problem:?}"));
    // Blanks in the values are remarked on, no more.
    assert!(!imported.problems.iter().any(|one| one.is_error()), "{name}\n{text}\n{:?}", imported.problems);
    let told = imported.operation.or_else(|| is_one_of(entry, &imported, text).then_some(entry));
    assert_eq!(told.map(|entry| entry.id), Some(entry.id), "{name}\n{text}");
    let back = imported.values.as_deref().map(|values| comparable(entry, values));
    assert_eq!(back, Some(comparable(entry, &entry.without_credentials(values))), "{name}\n{text}");
    assert!(imported.repairs.is_empty(), "{name}\n{text}\n{:?}", imported.repairs);
    assert_eq!(imported.method.as_deref(), Some(entry.method.as_str()), "{name}\n{text}");
    // What a value hides is told; the values themselves are looked at below.
    let dropped = imported.dropped.iter().map(|one| (one.why.name(), one.what.as_str()));
    let dropped: Vec<_> = dropped.filter(|(why, _)| *why != "secret").collect();
    let expected = match (form.name, &dropped[..]) {
        ("fetch", [("rest", rest)]) => rest.contains("console.log(response.status"),
        ("python", [("rest", rest)]) => rest.contains("print(response.status_code"),
        ("curl" | "cmd", [("option", "--globoff")]) => true,
        (_, dropped) => dropped.is_empty(),
    };
    assert!(expected, "{name}\n{text}\n{dropped:?}");
    imported
}

/// Whether a body that several calls may have is told as one of theirs, where the address does not tell.
pub(crate) fn is_one_of(entry: &Entry, imported: &Imported, text: &str) -> bool {
    text.contains(ELSEWHERE)
        && imported.candidates.len() > 1
        && imported.candidates.iter().any(|one| one.id == entry.id)
}

/// An address of no call.
pub(crate) const ELSEWHERE: &str = "gateway.example/a/path";

/// The outermost fields that do not travel in the body.
pub(crate) fn outside(entry: &Entry) -> Vec<&str> {
    let Shape::Object(object) = &entry.schema().root().shape else { return vec![] };
    let fields = object.fields.iter().filter(|field| field.credential.is_none() && entry.place(field) != In::Body);
    fields.map(|field| field.name.as_str()).collect()
}

/// Values as they are compared: the text itself, or the members in the order of their names.
pub(crate) fn comparable(entry: &Entry, values: &str) -> String {
    if outside(entry).is_empty() {
        return values.to_owned();
    }
    let tree = Tree::parse(values).expect("JSON");
    let members = tree.root().members().map(|(key, value)| format!("{}: {}\n", key.source(), value.source()));
    let mut members: Vec<_> = members.collect();
    members.sort();
    members.concat()
}

/// Values as an import shows them: whole values are hidden by their names, texts are as they were.
pub(crate) fn whole_hidden(values: &str) -> String {
    let tree = Tree::parse(values).expect("JSON");
    let (mut places, mut next) = (Vec::new(), vec![tree.root()]);
    while let Some(value) = next.pop() {
        for (key, member) in value.members() {
            let alone = format!("{{{}:{}}}", key.source(), member.source());
            let is_scalar = matches!(member.kind(), Kind::String | Kind::Number);
            let is_hidden =
                is_scalar && key.as_str().is_some_and(|name| secret::is_name(&name)) && masked(&alone) != alone;
            places.extend(is_hidden.then(|| member.span()));
            next.push(member);
        }
        next.extend(value.items());
    }
    places.sort_by_key(|place| std::cmp::Reverse(place.start));
    places.into_iter().fold(values.to_owned(), |mut all, place| {
        all.replace_range(place, "\"•••\"");
        all
    })
}

/// Every form of some values without credentials.
#[track_caller]
pub(crate) fn check(entry: &Entry, values: &str, base: &str) {
    // What stands under the name of a secret is shown by no form, so it does not come back.
    let values = &*masked(values);
    for form in FORMATS {
        let text = form.hidden(entry, values, &Credentials::new(), base);
        let imported = read(entry, form, values, &text);
        assert!(imported.given.is_empty(), "{text}\n{:?}", imported.given);
        let required = entry.credentials.iter().filter(|one| one.required).map(|one| one.name);
        assert_eq!(imported.absent, required.collect::<Vec<_>>(), "{text}");
    }
}
