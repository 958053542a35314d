//! Secrets whose name has signs in it that do not show: `to​ken`, as pages and chat windows put them between letters.

use std::ops::Range;

use super::ranges;

/// Signs without a width.
const UNSEEN: [char; 6] = ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];

/// The places of such secrets in a text.
pub(super) fn values(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let amid =
        |(at, sign): &(usize, &str)| *at > 0 && is_letter(bytes.get(at - 1)) && is_letter(bytes.get(at + sign.len()));
    if text.is_ascii() {
        return vec![];
    }
    // What is read without them, and where each part of it stands in the text.
    let (mut read, mut parts, mut last) = (String::new(), Vec::new(), 0);
    for (at, sign) in text.match_indices(UNSEEN).filter(amid) {
        parts.push((read.len(), last));
        read.push_str(&text[last..at]);
        last = at + sign.len();
    }
    if parts.is_empty() {
        return vec![];
    }
    parts.push((read.len(), last));
    read.push_str(&text[last..]);
    let place = |at: usize| {
        let (start, own) = parts[parts.partition_point(|(start, _)| *start <= at) - 1];
        own + at - start
    };
    ranges(&read)
        .filter(|range| !range.is_empty())
        .map(|range| place(range.start)..place(range.end - 1) + 1)
        .filter(|range| text.get(range.clone()).is_some())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_signs_that_do_not_show() {
        let secret = "Zq7Lw2Xn9Kd4Vb8Rt3Yp";
        for (before, behind) in [
            ("to\u{200b}ken: ", "\n"),
            ("{\"to\u{200b}ken\":\"", "\"}"),
            ("中\u{200b}文 pass\u{ad}w\u{2060}ord=", " x"),
        ] {
            let text = format!("{before}{secret}{behind}");
            assert_eq!(values(&text).into_iter().map(|place| &text[place]).collect::<Vec<_>>(), [secret], "{text}");
        }
        for text in ["\u{feff}token: Zq7Lw2Xn9Kd4Vb8Rt3Yp", "中文", "to\u{200b}day: Zq7Lw2Xn9Kd4Vb8Rt3Yp"] {
            assert_eq!(values(text), [], "{text}");
        }
    }
}
