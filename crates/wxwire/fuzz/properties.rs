//! What holds for any bytes at all. A fuzzer tries to break these; the tests hold every sample, and whatever a fuzzer
//! ever found, against them.

// Each fuzz target uses one of them.
#![allow(dead_code)]

use std::ops::Range;

use wxwire::explain;
use wxwire::layer::document::{Document, Held, Leaf};
use wxwire::layer::protobuf::{self, Value};

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
        assert!(after.starts_with(head) && after.ends_with(tail), "{} = {value:?}", leaf.path);
    }
    // Nothing is left of what was emptied: of the whole, or of a text between elements.
    let again = Document::new(&after, explanation.guide()).ok();
    if let Some(found) = again.and_then(|again| again.value(&leaf.path)) {
        assert!(found == value || value.is_empty(), "{} = {value:?}, read {found:?}", leaf.path);
    }
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
        let last = leaves.last().map_or(0, |last| last.span.start);
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
