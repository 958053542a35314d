//! What holds for any bytes at all. A fuzzer tries to break these; the tests hold every sample, and whatever a fuzzer
//! ever found, against them.

// Each fuzz target uses one of them.
#![allow(dead_code)]

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use wxwire::appmsg::Envelope;
use wxwire::catalog;
use wxwire::explain;
use wxwire::export::FORMATS;
use wxwire::import;
use wxwire::lang::Lang;
use wxwire::layer::document::{Around, Document, Held, Leaf};
use wxwire::layer::json;
use wxwire::layer::protobuf::{self, Value};
use wxwire::learn;

/// Values that are hard on whatever holds them.
const VALUES: [&str; 8] =
    ["", "x", "新 <&\"]]> 值", "12345678901234567890", "a\nb:\r\n", "</t>\\\"", "00ff", "%2F+&=é\u{1F600}"];

/// Documents open within their bytes; the same value changes nothing; another changes nothing outside of what holds it.
pub fn layers(bytes: &[u8]) {
    let Ok(explanation) = explain::explain(bytes, None) else { return };
    let document = Document::new(bytes, explanation.guide()).expect("it was explained");
    let leaves = spans(&document, bytes);
    // Which leaf and which value: by the bytes, so that the same bytes do the same.
    let pick = bytes.iter().fold(bytes.len(), |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    let Some(leaf) = leaves.get(pick % leaves.len().max(1)) else { return };
    let same = document.replace(&leaf.path, &leaf.value).expect("its own value");
    assert_eq!(same, bytes, "the same value at {}", leaf.path);
    let value = VALUES[pick / 7 % VALUES.len()];
    let Ok(after) = document.replace(&leaf.path, value) else { return };
    // The outermost text that holds the leaf; whole documents in base64 or protobuf hold all of it.
    let holder = leaves.iter().find(|one| holds(&one.path, &leaf.path)).expect("the leaf itself");
    if !leaf.path.starts_with('!') {
        // What is written for a leaf can need what stands right before it: `/>` becomes `>`.
        let (head, tail) = (&bytes[..holder.span.start], &bytes[holder.span.end..]);
        let kept = match document.around() {
            // Its head says how long the body is.
            Around::Http(_) => without_digits(&after).starts_with(&without_digits(head)),
            Around::Nothing | Around::Text => after.starts_with(head),
        };
        assert!(kept && after.ends_with(tail), "{} = {value:?}", leaf.path);
    }
    // Nothing is left of what was emptied: of the whole, or of a text between elements.
    let Ok(again) = Document::new(&after, explanation.guide()) else { return };
    // A payload that is none any more leaves the text around it, which is all there is then, or holds another.
    let moved = again.payload_range().start != document.payload_range().start;
    // With the zero bytes that stood behind a whole, what takes its place is no text.
    let is_other = again.around() != document.around() || bytes.ends_with(b"\0");
    if leaf.path.is_empty() && is_other || *document.around() == Around::Text && moved {
        return;
    }
    if let Some(found) = again.value(&leaf.path) {
        // Where a whole was JSON and is no more, the white space around it is text.
        let same = if leaf.path.is_empty() { found.trim() == value.trim() } else { found == value };
        assert!(same || value.is_empty(), "{} = {value:?}, read {found:?}", leaf.path);
    }
}

/// Whatever a text holds is told in its order, within its bytes, and can be printed.
pub fn parts(bytes: &[u8]) {
    let Ok(parts) = explain::parts(bytes, None) else { return };
    assert!(!parts.is_empty());
    let mut last = 0;
    for part in &parts {
        let payload = &part.explanation.payload;
        assert!(last <= payload.start && payload.start <= payload.end && payload.end <= bytes.len(), "{payload:?}");
        last = payload.start;
        for line in &part.explanation.lines {
            assert!(line.span.start <= line.span.end && line.span.end <= bytes.len(), "{line:?}");
        }
    }
}

fn without_digits(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().copied().filter(|byte| !byte.is_ascii_digit()).collect()
}

/// Whether a path leads to what holds another, or is the other.
fn holds(path: &str, other: &str) -> bool {
    other.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('!'))
}

struct Seen {
    path: String,
    value: String,
    span: Range<usize>,
}

fn spans(document: &Document<'_>, bytes: &[u8]) -> Vec<Seen> {
    let mut leaves: Vec<Seen> = Vec::new();
    document.visit(|leaf: &Leaf<'_>| {
        // What the same bytes can be as well begins where they do.
        let before = leaves.last().filter(|last| !is_other_reading(&last.path, leaf.path));
        let last = before.map_or(0, |last| last.span.start);
        assert!(
            last <= leaf.span.start && leaf.span.start <= leaf.span.end && leaf.span.end <= bytes.len(),
            "{leaf:?}"
        );
        assert!(!(leaf.opened && matches!(leaf.value, Held::Json(_))), "{leaf:?}");
        leaves.push(Seen {
            path: leaf.path.to_owned(),
            value: leaf.value.text().into_owned(),
            span: leaf.span.clone(),
        });
    });
    leaves
}

/// Whether two paths go on from one content in different layers.
fn is_other_reading(path: &str, other: &str) -> bool {
    let same = path.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    path.as_bytes()[..same].ends_with(b"!") && same < path.len() && same < other.len()
}

/// Fields cover a message without a gap, or the problem lies within it.
pub fn protobuf(bytes: &[u8]) {
    match protobuf::fields(bytes) {
        Ok(fields) => {
            let mut end = 0;
            for field in &fields {
                assert_eq!(field.span.0, end);
                assert!(field.number > 0 && field.value_start > field.span.0 && field.value_start < field.span.1);
                if let Value::Bytes(inner) = field.value {
                    assert!(bytes[..field.span.1].ends_with(inner));
                    protobuf(inner);
                }
                end = field.span.1;
            }
            assert_eq!(end, bytes.len());
        }
        Err(problem) => {
            let span = problem.span.expect("a place");
            assert!(span.start <= span.end && span.end <= bytes.len());
        }
    }
    layers(bytes);
}

/// A message that was read is built, and what was built is read as the same message.
pub fn appmsg(bytes: &[u8]) {
    layers(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok((read, faults)) = Envelope::read(text) else { return };
    for fault in &faults {
        let span = fault.span.clone().expect("a place");
        assert!(span.start <= span.end && span.end <= text.len(), "{fault:?}");
    }
    let Ok(built) = read.message.build() else { return };
    let (again, faults) = Envelope::read(&built).expect("what was built can be read");
    assert!(faults.is_empty(), "{faults:?}\n{built}");
    assert_eq!(again.message, read.message, "{built}");
}

/// What is imported is JSON, or a problem says why not; every place is in the text; values are imported as they are.
pub fn import(bytes: &[u8]) {
    let Ok(imported) = import::import(bytes, None) else { return };
    let spans = imported.repairs.iter().map(|repair| repair.span.clone());
    let spans = spans.chain(imported.dropped.iter().map(|dropped| dropped.span.clone()));
    for span in spans.chain(imported.problems.iter().filter_map(|problem| problem.span.clone())) {
        assert!(span.start <= span.end && span.end <= bytes.len(), "{span:?} of {}", bytes.len());
    }
    let text = String::from_utf8_lossy(bytes);
    for lang in [Lang::Zh, Lang::En] {
        json::Tree::parse(&imported.to_json(&text, lang)).expect("JSON");
    }
    let Some(values) = &imported.values else { return };
    json::Tree::parse(values).expect("values are JSON");
    let Some(entry) = imported.operation else { return };
    let again = import::import(values.as_bytes(), Some(entry)).expect("JSON");
    let refused = again.problems.iter().any(|problem| problem.is_error());
    assert!(again.repairs.is_empty() && !refused, "{:?} {:?}", again.repairs, again.problems);
}

/// JSON with one sign changed is JSON still, or is read as before, or is refused: what is mended is what was meant.
pub fn mends(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let read = |text: &str| {
        let imported = import::import(text.as_bytes(), None).ok()?;
        // Numbers beyond a double are JSON, and nothing that could be compared here.
        let values: wxwire::serde_json::Value = wxwire::serde_json::from_str(imported.values.as_deref()?).ok()?;
        Some((values, imported.repairs.len(), imported.dropped.len()))
    };
    let Ok(tree) = json::Tree::parse(text) else { return import(bytes) };
    // A payload is an object, so a bracket behind one is too many, though it may have been a list once.
    if tree.root().kind() != json::Kind::Object {
        return;
    }
    let Some((meant, 0, 0)) = read(text) else { return };
    let signs = ["\"", ":", ",", "{", "}", "[", "]", ""];
    let places: Vec<_> = text.char_indices().filter(|(_, char)| "\":,{}[]".contains(*char)).collect();
    // Which place and which sign: by the bytes, so that the same bytes do the same.
    let pick = bytes.iter().fold(bytes.len(), |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    let Some((at, _)) = places.get(pick % places.len().max(1)) else { return };
    for sign in signs {
        let changed = [&text[..*at], sign, &text[at + 1..]].concat();
        if json::Tree::parse(&changed).is_ok() {
            continue;
        }
        if let Some((values, repairs, _)) = read(&changed) {
            assert!(values == meant || repairs == 0, "{text}\n{changed}\n{values}");
        }
    }
}

/// A command line is imported, and what was imported comes back from every form that it is exported in.
pub fn curl(bytes: &[u8]) {
    let line = [b"curl ", bytes].concat();
    import(&line);
    let Ok(imported) = import::import(&line, None) else { return };
    let (Some(entry), Some(values)) = (imported.operation, &imported.values) else { return };
    // Credentials that stand among values go to the place where credentials go.
    let values = entry.without_credentials(values);
    for form in FORMATS {
        let text = form.hidden(entry, &values, &imported.credentials, "http://gateway.example");
        let again = import::import(text.as_bytes(), None).expect(form.name);
        assert_eq!(again.operation.map(|entry| entry.id), Some(entry.id), "{text}");
        assert_eq!(again.values.as_deref(), Some(values.as_str()), "{text}");
    }
}

/// What begins a program, in each language.
pub const PROGRAMS: [&str; 10] = [
    "<?php\n",
    "OkHttpClient client;\n",
    "val client = OkHttpClient()\n",
    "http.NewRequest(",
    "new HttpClient();\n",
    "URLRequest(",
    "Net::HTTP\n",
    "Uri.parse(",
    "fetch(",
    "import requests\n",
];

/// A program in any language is imported as any text is, alone and as one of several requests.
pub fn programs(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let program = [PROGRAMS[usize::from(*first) % PROGRAMS.len()].as_bytes(), rest].concat();
    import(&program);
    let Ok(samples) = learn::requests(&program, None) else { return };
    for sample in samples {
        assert!(sample.span.start <= sample.span.end && sample.span.end <= program.len(), "{:?}", sample.span);
    }
}

/// What is learned is JSON, with notes that name places of the source, and is learned again as it is. Every call of it can be
/// asked for everything.
pub fn documents(bytes: &[u8]) {
    let Ok(learned) = learn::learn(bytes, None) else { return };
    json::Tree::parse(&learned.document).expect("JSON");
    for note in &learned.notes {
        assert!(note.span.start <= note.span.end && note.span.end <= bytes.len(), "{note:?} of {}", bytes.len());
    }
    let again = learn::learn(learned.document.as_bytes(), None).expect("what was learned can be");
    assert_eq!(again.gateway, learned.gateway);
    assert_eq!(again.document, learned.document);
    // A document that was read is kept: so many bytes of them are read, and of many that are alike one in four.
    static KEPT: AtomicUsize = AtomicUsize::new(0);
    let pick = bytes.iter().fold(bytes.len(), |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    if pick % 4 > 0 || KEPT.fetch_add(learned.document.len(), Ordering::Relaxed) > MAX_KEPT {
        return;
    }
    for entry in catalog::read_alone(learned.document).expect("what was learned can be read") {
        for example in entry.examples() {
            entry.check(example.values.as_bytes());
        }
        entry.check(b"{}");
        entry.reply_schema();
    }
}

/// The most bytes of documents that are read: the fuzzer has two gigabytes of memory, and each takes a multiple of its own.
const MAX_KEPT: usize = 48 << 20;
