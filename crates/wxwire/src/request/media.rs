//! The media type of a file's part.

/// What a file is of which nothing more is known.
const BYTES: &str = "application/octet-stream";

/// Ends of names, beginnings of files, and the media type of both.
const KINDS: [(&[&str], &[u8], &str); 8] = [
    (&["png"], b"\x89PNG", "image/png"),
    (&["jpg", "jpeg"], b"\xff\xd8\xff", "image/jpeg"),
    (&["gif"], b"GIF8", "image/gif"),
    (&["bmp"], b"BM", "image/bmp"),
    (&["pdf"], b"%PDF-", "application/pdf"),
    (&["zip"], b"PK\x03\x04", "application/zip"),
    (&["amr"], b"#!AMR", "audio/amr"),
    (&["mp3"], b"ID3", "audio/mpeg"),
];

/// The type of a file by what its call takes: one type, or several with commas between, of which the file's own is meant.
pub(super) fn of_file(taken: &str, name: &str, bytes: &[u8]) -> String {
    let own = kind(name, bytes);
    let all = || taken.split(',').map(str::trim).filter(|one| !one.is_empty());
    let takes = |one: &&str| match one.split_once('/') {
        Some((family, "*")) => own.is_some_and(|own| family == "*" || own.split('/').next() == Some(family)),
        _ => own.is_some_and(|own| own.eq_ignore_ascii_case(one)),
    };
    let is_named = |one: &&str| !one.contains('*');
    match (all().count(), own) {
        (1, _) if all().all(|one| is_named(&one)) => taken.trim().to_owned(),
        (1.., Some(own)) if all().any(|one| takes(&one)) => own.to_owned(),
        _ => all().find(is_named).unwrap_or(BYTES).to_owned(),
    }
}

/// What a file is, by how it begins, or by the end of its name.
fn kind(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let end = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    let by_bytes = KINDS.iter().find(|(_, begin, _)| bytes.starts_with(begin));
    by_bytes.or_else(|| KINDS.iter().find(|(ends, ..)| ends.contains(&end.as_str()))).map(|(.., kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_the_type_that_its_call_takes() {
        for (taken, name, bytes, expected) in [
            ("", "a.png", &b""[..], BYTES),
            ("audio/amr", "a.png", b"", "audio/amr"),
            ("image/png, image/jpeg", "a.jpg", b"", "image/jpeg"),
            ("image/png, image/jpeg", "a.jpg", b"\x89PNG\r\n", "image/png"),
            ("image/png, image/jpeg", "a", b"text", "image/png"),
            ("image/*", "a.gif", b"", "image/gif"),
            ("image/*", "a.pdf", b"", BYTES),
            ("*/*", "a.pdf", b"", "application/pdf"),
        ] {
            assert_eq!(of_file(taken, name, bytes), expected, "{taken} {name}");
        }
    }
}
