//! Tests.

use super::*;

/// Pieces of text that a field shows as one character each, and what it shows.
const PIECES: [&str; 9] = ["a", "\r\n", "\r", "\n", "\0", "\u{fffd}", "你", "😀", "\\"];

/// Every text of some pieces, as the pieces.
fn texts(length: usize) -> Vec<Vec<&'static str>> {
    let mut all = vec![vec![]];
    for _ in 0..length {
        all = all.iter().flat_map(|text| PIECES.map(|piece| [&text[..], &[piece]].concat())).collect();
    }
    // A carriage return before a line feed is one piece, not two.
    all.retain(|text| !text.windows(2).any(|two| two[0].ends_with('\r') && two[1].starts_with('\n')));
    all
}

#[test]
fn every_byte_outside_of_an_edit_stays() {
    for pieces in texts(3) {
        for start in 0..=pieces.len() {
            for end in start..=pieces.len() {
                for new in ["", "x", "x\ny", "\n", "a"] {
                    let (before, behind) = (pieces[..start].concat(), pieces[end..].concat());
                    let held = [&shown(&before), new, &shown(&behind)].concat();
                    let caret = Some(shown(&before).encode_utf16().count() + new.encode_utf16().count());
                    let kept = pieces.concat();
                    let after = Change::typed(&kept, &Typed { text: held, caret }).apply(&kept);
                    assert!(
                        after.starts_with(&before) && after.ends_with(&behind),
                        "{kept:?} {start}..{end} {new:?}: {after:?}"
                    );
                    let middle = &after[before.len()..after.len() - behind.len()];
                    assert_eq!(shown(middle), kept_or(new, &pieces[start..end]), "{kept:?} {start}..{end}: {after:?}");
                }
            }
        }
    }
}

/// What stands in the edit: what was typed, or the text's own bytes where they show just that.
fn kept_or<'a>(new: &'a str, old: &[&str]) -> Cow<'a, str> {
    let old = shown(&old.concat()).into_owned();
    if old == new { Cow::Owned(old) } else { Cow::Borrowed(new) }
}

#[test]
fn without_a_caret_a_field_that_was_not_touched_changes_nothing() {
    for pieces in texts(4) {
        let kept = pieces.concat();
        let change = Change::typed(&kept, &shown(&kept).as_ref().into());
        assert_eq!(change.apply(&kept), kept);
    }
}

#[test]
fn two_line_breaks_stay_two() {
    let typed = Typed { text: "a\n\nb".into(), caret: Some(3) };
    assert_eq!(Change::typed("a\rb", &typed).apply("a\rb"), "a\r\rb");
}

#[test]
fn the_caret_tells_which_of_two_equal_neighbours_went() {
    let delete = |caret| Change::typed("\r\n\n", &Typed { text: "\n".into(), caret: Some(caret) }).apply("\r\n\n");
    assert_eq!(delete(0), "\n");
    assert_eq!(delete(1), "\r\n");
}

#[test]
fn a_place_is_counted_as_the_document_counts() {
    assert_eq!(units("a\r\n😀b", 7), 4);
    assert_eq!(place("a\n😀b", 4), 6);
}

#[test]
fn a_change_is_of_whole_characters() {
    // Each shares its first bytes with another, or its last.
    for (old, new) in [("a你b", "a佡b"), ("é", "è"), ("\u{142}", "\u{242}"), ("😀x", "😁x"), ("你", ""), ("", "你")]
    {
        for (old, new) in [(old, new), (new, old)] {
            let change = Change::between(old, new);
            assert_eq!(change.apply(old), new);
            assert!(change.end() <= new.len() && new.is_char_boundary(change.end()));
        }
    }
}
