//! What is exported can be imported: the same operation, the same values to the byte, the same credentials.
//!
//! All values are compared by bytes, in every form: none has to write the body anew. Where a call has fields outside of its
//! body, their place among the others is not known any more: then it is the members, whatever their order.
#![allow(clippy::panic)] // A test that cannot go on says why.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use wxwire::catalog;
use wxwire::export::{FORMATS, Format};
use wxwire::import::{Imported, import};
use wxwire::lang::Lang;
use wxwire::layer::json::{Kind, Tree, Value, quote};
use wxwire::operation::{Body, Entry};
use wxwire::schema::{In, Shape};
use wxwire::secret::{self, Credentials, masked};

/// The calls whose body is a JSON text; how the others are written and read, `table` looks at.
fn entries() -> impl Iterator<Item = &'static Entry> {
    catalog::entries().filter(|entry| entry.body == Body::Json)
}

fn base(entry: &Entry) -> &'static str {
    entry.gateway.base_url.unwrap_or("http://gateway.example:8080/")
}

/// Imports a text that was exported; nothing of it may be in doubt, mended, or left out but what the form itself adds.
#[track_caller]
fn read(entry: &Entry, form: &Format, values: &str, text: &str) -> Imported {
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
fn is_one_of(entry: &Entry, imported: &Imported, text: &str) -> bool {
    text.contains(ELSEWHERE)
        && imported.candidates.len() > 1
        && imported.candidates.iter().any(|one| one.id == entry.id)
}

/// An address of no call.
const ELSEWHERE: &str = "gateway.example/a/path";

/// The outermost fields that do not travel in the body.
fn outside(entry: &Entry) -> Vec<&str> {
    let Shape::Object(object) = &entry.schema().root().shape else { return vec![] };
    let fields = object.fields.iter().filter(|field| field.credential.is_none() && entry.place(field) != In::Body);
    fields.map(|field| field.name.as_str()).collect()
}

/// Values as they are compared: the text itself, or the members in the order of their names.
fn comparable(entry: &Entry, values: &str) -> String {
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
fn whole_hidden(values: &str) -> String {
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
fn check(entry: &Entry, values: &str, base: &str) {
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

#[test]
fn every_example_in_every_form() {
    for entry in entries() {
        for example in entry.examples() {
            check(entry, &example.values, base(entry));
        }
    }
    // Where the body alone has to say what it is, all calls are looked through: some are enough.
    for entry in catalog::typed().filter(|entry| entry.body == Body::Json).chain(entries().step_by(40)) {
        for example in entry.examples() {
            check(entry, &example.values, &format!("https://{ELSEWHERE}"));
        }
    }
}

#[test]
fn a_body_too_long_for_one_argument() {
    // How a form takes what is long depends on the form, not on the call: some calls are enough.
    for entry in entries().step_by(40) {
        let example = entry.examples().into_iter().next().expect("an example");
        let tree = Tree::parse(&example.values).expect("JSON");
        let Some((leaf, _)) = tree.root().members().next() else { continue };
        let long = quote(&"It's 100% “你好” curl & \\ ! \t".repeat(4000));
        assert!(long.len() > 128 << 10, "what Linux takes as one argument");
        let mut values = example.values.clone();
        values.insert_str(leaf.span().start, &format!("\"x\": {long}, "));
        check(entry, &values, base(entry));
    }
}

/// What means something to a reader of one of the forms, or to import itself.
const PIECES: &[&str] = &[
    "\"",
    "'",
    "''",
    "\\",
    "\\\\",
    "\\'",
    "\\\"",
    "\\n",
    "\\u0041",
    "$",
    "$body",
    "$body = 'x'",
    "${x}",
    "$(x)",
    "`",
    "`n",
    "%",
    "%%",
    "%PATH%",
    "%body1%",
    "%percent:~0,1%",
    "!",
    "!x!",
    "^",
    "^&",
    "&",
    "&&",
    "|",
    "<",
    ">",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "{{x}}",
    "{{token}}",
    ";",
    ",",
    ":",
    "+",
    "@",
    "@{",
    "@'",
    "'@",
    "@\"\n",
    "\n\"@",
    "\n'@\n",
    "#",
    "//",
    "/*",
    "*/",
    "--",
    "-join",
    "' + 'b",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\n\n",
    "\0",
    "\u{1b}[0m",
    "\u{7f}",
    "中",
    "文字",
    "😀",
    "👩‍👩‍👧",
    "é",
    "\u{a0}",
    "\u{3000}",
    "‘",
    "’",
    "‘‘",
    "“",
    "”",
    "„",
    "，",
    "：",
    "\u{200e}",
    "\u{200f}",
    "\u{202e}",
    "\u{2066}",
    "\u{2028}",
    "\u{feff}",
    "\u{200b}",
    "curl ",
    "\ncurl http://x/ ",
    "\n$ curl ",
    "\ncurl.exe ",
    "| curl ",
    "irm ",
    "Invoke-RestMethod ",
    "\nPOST / HTTP/1.1\n",
    "\nset x=y\n",
    "set \"x=y\"",
    "\nprintf %s x | curl ",
    "\necho ",
    "powershell ",
    "fetch(",
    "axios",
    "requests.",
    "import ",
    ".join(",
    "].join('')",
    "<a b=\"c\">",
    "&quot;",
    "&amp;",
    "&#34;",
    "•••",
    "token",
    "None",
    "true",
    "Content-Type: x",
    "HTTP/1.1",
];

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => select(PIECES).prop_map(str::to_owned),
        1 => "[ -~]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// A text as JSON, with as few escapes as there can be, or everything escaped.
fn any_string() -> impl Strategy<Value = String> {
    (any_text(), any::<bool>()).prop_map(|(text, escaped)| match escaped {
        false => quote(&text),
        true => format!("\"{}\"", text.encode_utf16().map(|unit| format!("\\u{unit:04X}")).collect::<String>()),
    })
}

fn white() -> impl Strategy<Value = String> {
    let one = select(vec!["", "", "", " ", "\n", "\r\n", "\t", "\r", "\n\n"]);
    prop::collection::vec(one, 0..3).prop_map(|all| all.concat())
}

fn any_json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => any_string(),
        2 => "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?",
        1 => select(vec!["true", "false", "null", "{}", "[]"]).prop_map(str::to_owned),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let item =
            (white(), inner.clone(), white()).prop_map(|(before, value, behind)| [before, value, behind].concat());
        let member =
            (white(), any_string(), white(), inner, white()).prop_map(|(before, key, between, value, behind)| {
                [before, key, ":".into(), between, value, behind].concat()
            });
        prop_oneof![
            prop::collection::vec(item, 1..3).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(member, 1..3).prop_map(|members| format!("{{{}}}", members.join(","))),
        ]
    })
}

/// The places of the values that hold no others.
fn leaves(value: Value<'_>, out: &mut Vec<std::ops::Range<usize>>) {
    match value.kind() {
        Kind::Object => value.members().for_each(|(_, member)| leaves(member, out)),
        Kind::Array => value.items().for_each(|item| leaves(item, out)),
        _ => out.push(value.span()),
    }
}

/// Whether a member can have one value only: it names the call.
fn is_name(entry: &Entry, member: Value<'_>) -> bool {
    let Shape::Object(object) = &entry.schema().root().shape else { return false };
    object.fields.iter().any(|field| match &entry.schema().rule(field.rule).shape {
        Shape::Choice(choices) => choices.len() == 1 && choices[0].json == member.source(),
        _ => false,
    })
}

/// An example with some of its values replaced, white space around them and around the whole. What names the call stays:
/// with another name they would be another's.
fn changed(entry: &Entry, example: &str, changes: &[(Index, String, String)], around: &(String, String)) -> String {
    let tree = Tree::parse(example).expect("JSON");
    let mut places = Vec::new();
    let outside = outside(entry);
    for (key, member) in tree.root().members() {
        // A path or a header cannot hold any value; what they can, `table` looks at.
        if !is_name(entry, member) && !outside.iter().any(|name| key.is_str(name)) {
            leaves(member, &mut places);
        }
    }
    if places.is_empty() {
        return example.to_owned();
    }
    let mut values = example.trim().to_owned();
    let lead = example.len() - example.trim_start().len();
    let mut chosen: Vec<_> =
        changes.iter().map(|(index, new, white)| (index.index(places.len()), new, white)).collect();
    chosen.sort_by_key(|(at, ..)| *at);
    chosen.dedup_by_key(|(at, ..)| *at);
    for (at, new, white) in chosen.into_iter().rev() {
        let place = places[at].start - lead..places[at].end - lead;
        values.replace_range(place, &[white, new.as_str(), white].concat());
    }
    [around.0.as_str(), &values, &around.1].concat()
}

/// A credential: what is a name in brackets, or between signs, stands for one that is to come.
fn any_secret() -> impl Strategy<Value = String> {
    let stands_for_one =
        |text: &String| !text.starts_with(['$', '%', '{', '<']) && !text.contains("{{") && !text.contains("${");
    "[!-~]{8,40}".prop_filter("a variable", stands_for_one)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_values_in_every_form(
        operation in any::<Index>(),
        example in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), any_json(), white()), 1..5),
        around in (white(), white()),
    ) {
        // Typed calls every time, and of the others one.
        let entries: Vec<_> = entries().collect();
        let is_typed = |entry: &&&Entry| catalog::typed().any(|typed| typed.id == entry.id);
        for entry in entries.iter().filter(is_typed).chain([operation.get(&entries)]) {
            let values = changed(entry, &example.get(&entry.examples()).values, &changes, &around);
            let tree = Tree::parse(&values).expect("JSON");
            if entry.is_its(tree.root()) {
                check(entry, &values, base(entry));
            } else {
                let imported = import(values.as_bytes(), None).expect("values");
                prop_assert!(imported.operation.is_none(), "{values}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn credentials_come_back_and_are_not_shown(
        operation in any::<Index>(),
        example in any::<Index>(),
        around in (white(), white()),
        secrets in prop::collection::vec(any_secret(), 4),
    ) {
        let entries: Vec<_> = entries().collect();
        let entry = operation.get(&entries);
        let values = changed(entry, &example.get(&entry.examples()).values, &[], &around);
        // One that stands at two places of a request has one name.
        let mut names = Vec::new();
        for one in entry.credentials {
            if !names.contains(&one.name) {
                names.push(one.name);
            }
        }
        let credentials = names.iter().zip(&secrets).fold(Credentials::new(), |all, (name, secret)| all.with(name, secret.as_str()));
        let wire = entry.wire(&values, &credentials, base(entry)).unwrap_or_else(|error| panic!("{}: {error}", entry.id));
        for form in FORMATS {
            let text = form.write(wire.reveal());
            let imported = read(entry, form, &whole_hidden(&values), &text);
            prop_assert_eq!(&imported.given, &names, "{}", text);
            prop_assert!(imported.absent.is_empty(), "{}\n{:?}", text, imported.absent);
            let shown = format!("{imported:?}{}", imported.to_json(&text, Lang::En));
            for (name, secret) in names.iter().zip(&secrets) {
                let found = imported.credentials.find(name).map(|found| found.reveal());
                prop_assert_eq!(found, Some(secret.as_str()), "{}", text);
                prop_assert!(!shown.contains(secret) && !shown.contains(quote(secret).trim_matches('"')), "{}", shown);
            }
        }
    }
}
