//! Values that are made: hostile texts, JSON in any layout, credentials.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use wxwire::layer::json::{Kind, Tree, Value, quote};
use wxwire::operation::Entry;
use wxwire::schema::Shape;

use crate::back::outside;

/// What means something to a reader of one of the forms, or to import itself.
pub(crate) const PIECES: &[&str] = &[
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

pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => select(PIECES).prop_map(str::to_owned),
        1 => "[ -~]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// A text as JSON, with as few escapes as there can be, or everything escaped.
pub(crate) fn any_string() -> impl Strategy<Value = String> {
    (any_text(), any::<bool>()).prop_map(|(text, escaped)| match escaped {
        false => quote(&text),
        true => format!("\"{}\"", text.encode_utf16().map(|unit| format!("\\u{unit:04X}")).collect::<String>()),
    })
}

pub(crate) fn white() -> impl Strategy<Value = String> {
    let one = select(vec!["", "", "", " ", "\n", "\r\n", "\t", "\r", "\n\n"]);
    prop::collection::vec(one, 0..3).prop_map(|all| all.concat())
}

pub(crate) fn any_json() -> impl Strategy<Value = String> {
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
pub(crate) fn leaves(value: Value<'_>, out: &mut Vec<std::ops::Range<usize>>) {
    match value.kind() {
        Kind::Object => value.members().for_each(|(_, member)| leaves(member, out)),
        Kind::Array => value.items().for_each(|item| leaves(item, out)),
        _ => out.push(value.span()),
    }
}

/// Whether a member can have one value only: it names the call.
pub(crate) fn is_name(entry: &Entry, member: Value<'_>) -> bool {
    let Shape::Object(object) = &entry.schema().root().shape else { return false };
    object.fields.iter().any(|field| match &entry.schema().rule(field.rule).shape {
        Shape::Choice(choices) => choices.len() == 1 && choices[0].json == member.source(),
        _ => false,
    })
}

/// An example with some of its values replaced, white space around them and around the whole. What names the call stays:
/// with another name they would be another's.
pub(crate) fn changed(
    entry: &Entry,
    example: &str,
    changes: &[(Index, String, String)],
    around: &(String, String),
) -> String {
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
pub(crate) fn any_secret() -> impl Strategy<Value = String> {
    let stands_for_one =
        |text: &String| !text.starts_with(['$', '%', '{', '<']) && !text.contains("{{") && !text.contains("${");
    "[!-~]{8,40}".prop_filter("a variable", stands_for_one)
}
