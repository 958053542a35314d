//! What is one sign away is found, all of it, and nothing else.

use super::*;
use crate::layer::json::Tree;

/// Every change of one sign that makes JSON, by trying them all.
fn tried(text: &str) -> Vec<String> {
    let signs: Vec<Option<u8>> = SIGNS.iter().copied().chain([b'"']).map(Some).collect();
    let places = (0..=text.len()).filter(|at| text.is_char_boundary(*at));
    let changes = places.flat_map(|at| {
        let here = text.as_bytes().get(at).is_some_and(|byte| SIGNS.contains(byte) || *byte == b'"');
        let exchanged = signs.iter().copied().chain([None]).filter(move |_| here);
        let put_in = signs.iter().map(move |sign| Change { at, takes: false, sign: *sign });
        put_in.chain(exchanged.map(move |sign| Change { at, takes: true, sign })).collect::<Vec<_>>()
    });
    let mut texts: Vec<String> =
        changes.map(|change| change.apply(text)).filter(|text| Tree::parse(text).is_ok()).collect();
    texts.retain(|one| one != text);
    texts
}

#[test]
fn what_is_found_is_what_trying_finds() {
    let whole = [
        r#"{"a":{"b":1,"c":[true,"x, y",-2]},"d":"e"}"#,
        "{\n  \"a\": {\n    \"b\": \"c\",\n    \"d\": \"\"\n  },\n  \"e\": [1, {\"f\": {}}]\n}",
        r#"[[1],[{"a":[]},"b"],{}]"#,
        r#"{"t":[{"k":"say \"a\", b"},{"k":"w"}]}"#,
    ];
    for text in whole {
        for (at, _) in text.char_indices().filter(|(_, char)| "\":,{}[]".contains(*char)) {
            // Whether a backslash is right is not looked at.
            if text[..at].ends_with('\\') {
                continue;
            }
            for new in ["", "\"", ":", ",", "{", "}", "[", "]"] {
                let changed = [&text[..at], new, &text[at + 1..]].concat();
                if Tree::parse(&changed).is_ok() {
                    continue;
                }
                let (found, tried) = (changes(&changed), tried(&changed));
                assert_eq!(found.is_empty(), tried.is_empty(), "{changed}: {found:?} {tried:?}");
                for (index, one) in found.iter().enumerate() {
                    let json = one.apply(&changed);
                    assert!(Tree::parse(&json).is_ok(), "{changed}: {one:?}");
                    let again = found[..index].iter().any(|other| are_same(&other.apply(&changed), &json));
                    assert!(!again, "{changed}: {one:?} is another's");
                }
                // In place of a quote that was taken away inside a string, any sign may have stood.
                // So may white space.
                let solid = |text: &str| text.split_whitespace().collect::<String>();
                let known = |json: &String| found.iter().any(|one| solid(&one.apply(&changed)) == solid(json));
                let any = found.iter().any(|one| one.takes && one.sign.is_none() && changed[one.at..].starts_with('"'));
                assert!(any || found.len() == MAX_CHANGES || tried.iter().all(known), "{changed}: {found:?} {tried:?}");
            }
        }
    }
}
