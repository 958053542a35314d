//! One place changes and every other byte stays: numbers of protobuf in each of their forms, any part of any text of any
//! element, a text that is a message only at its own length.

// Unlike the codec, its tests open files.
#![allow(clippy::disallowed_methods)]

use std::path::Path;

use wxwire::explain::explain;
use wxwire::layer::document::{Document, Guide};
use wxwire::layer::xml::{self, Element, Tree};

/// A number as it stands in seven bits to a byte.
fn varint(mut number: u64) -> Vec<u8> {
    let mut bytes = vec![];
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

/// A message of one number in the given form, between two texts.
fn message(wire: u8, number: u64) -> Option<Vec<u8>> {
    let value = match wire {
        0 => varint(number),
        1 => number.to_le_bytes().to_vec(),
        _ => u32::try_from(number).ok()?.to_le_bytes().to_vec(),
    };
    Some([&b"\x0a\x05hello\x10"[..], b"\x07", &[3 << 3 | wire], &value, b"\x22\x03end"].concat())
}

#[test]
fn a_number_of_protobuf_stays_in_its_form() {
    let powers = (0..64).map(|bit| 1_u64 << bit);
    let numbers: Vec<_> = powers.flat_map(|power| [power - 1, power, power + 1]).chain([u64::MAX]).collect();
    for wire in [0, 1, 5] {
        for pair in numbers.windows(2) {
            let Some(before) = message(wire, pair[0]) else { continue };
            let document = Document::new(&before, Guide::default()).expect("bytes");
            assert_eq!(document.value("!protobuf/3"), Some(pair[0].to_string()), "{before:?}");
            let after = document.replace("!protobuf/3", &pair[1].to_string());
            assert_eq!(after.ok(), message(wire, pair[1]), "{wire} {pair:?}");
            for wrong in ["", "-1", "1.0", "x", "18446744073709551616"] {
                let problem = document.replace("!protobuf/3", wrong).expect_err(wrong);
                assert!(problem.expected.starts_with("0–"), "{problem}");
            }
        }
    }
}

/// A text that begins with a line feed and says its own length is a message; with any other length it is a text.
#[test]
fn a_text_that_says_its_own_length_is_a_message() {
    for length in [9_usize, 10, 13, 32, 80] {
        for real in [length - 1, length, length + 1] {
            let inner = [&b"\n"[..], &[length as u8], "a".repeat(real).as_bytes()].concat();
            let outer = [&b"\x0a"[..], &[inner.len() as u8], &inner, b"\x12\x05hello"].concat();
            let explanation = explain(&outer, None).expect("bytes");
            let line = explanation.lines.iter().find(|line| line.path == "!protobuf/1/1");
            assert_eq!(line.is_some(), real == length, "{length} {real}");
        }
    }
}

/// Every XML of the samples.
fn samples() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let folders = ["appmsg", "wecom"].map(|name| std::fs::read_dir(folder.join(name)).expect("a folder"));
    let files = folders.into_iter().flatten().flatten().map(|entry| entry.path());
    let xml = files.filter(|path| path.extension().is_some_and(|end| end == "xml"));
    xml.map(|path| std::fs::read_to_string(path).expect("text")).collect()
}

fn elements<'t>(element: Element<'t>, all: &mut Vec<Element<'t>>) {
    all.push(element);
    element.elements().for_each(|child| elements(child, all));
}

#[test]
fn any_part_of_the_text_of_an_element_changes_alone() {
    let mut changed = 0;
    let own = "<m><t>a&amp;b &#x65b0;&lt;</t><c><![CDATA[d]]>e<![CDATA[新]]></c><e/><f a='1' ></f></m>".to_owned();
    for text in samples().into_iter().chain([own]) {
        let text = text.trim();
        let Ok(tree) = Tree::parse(text) else { continue };
        let mut all = vec![];
        elements(tree.root(), &mut all);
        for element in all.iter().filter(|element| element.elements().next().is_none()) {
            let before = element.text().into_owned();
            let bounds: Vec<_> = before.char_indices().map(|(at, _)| at).chain([before.len()]).collect();
            let middle = bounds[bounds.len() / 2];
            let ranges = [0..0, 0..middle, middle..middle, middle..before.len(), 0..before.len()];
            for (range, new) in ranges.into_iter().zip(["", "x", "新 <&\"]]> 值"].into_iter().cycle().skip(changed % 3))
            {
                let after = xml::edit_text(*element, range.clone(), new).expect("it can stand there");
                let (span, path) = (element.span(), element.path());
                assert!(after.starts_with(&text[..span.start]) && after.ends_with(&text[span.end..]), "{path}");
                let expected = [&before[..range.start], new, &before[range.end..]].concat();
                let again = Tree::parse(&after).expect("still XML");
                let mut found = vec![];
                elements(again.root(), &mut found);
                let same = found.iter().find(|one| one.span().start == span.start).expect("the element");
                assert_eq!(same.text(), expected, "{path} {range:?} {new:?}\n{after}");
                assert_eq!(found.len(), all.len());
                changed += 1;
            }
            assert_eq!(xml::edit_text(*element, 0..0, "\u{1}"), None);
        }
    }
    assert!(changed > 1000, "{changed}");
}
