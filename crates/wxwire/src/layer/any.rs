//! Looking through bytes without a way out of the loop, so that the compiler looks at many at once.

/// Whether any byte is such a one. Most texts here are short, and have none: two blocks that overlap spare what a loop
/// leaves over at the end.
pub(crate) fn any(bytes: &[u8], is: impl Fn(u8) -> bool + Copy) -> bool {
    if let Some(last) = bytes.last_chunk::<16>() {
        return in_block(last, is) || bytes.chunks_exact(16).any(|block| in_block(block, is));
    }
    match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => in_block(first, is) | in_block(last, is),
        _ => in_block(bytes, is),
    }
}

#[inline(always)]
fn in_block(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(false, |any, byte| any | is(*byte))
}

/// Where bytes begin that stand in others; the first of them is looked for many at once.
pub(crate) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let (first, rest) = wanted.split_first()?;
    memchr::memchr_iter(*first, bytes).find(|at| bytes[at + 1..].starts_with(rest))
}

/// All such places, be it one in the other. For a few bytes and short texts this is sooner done than what a search of any bytes
/// makes beforehand.
pub(crate) fn find_all<'b>(bytes: &'b [u8], wanted: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    let (first, rest) = wanted.split_first().map_or((None, wanted), |(first, rest)| (Some(*first), rest));
    let places = first.map(|first| memchr::memchr_iter(first, bytes));
    places.into_iter().flatten().filter(move |at| bytes[at + 1..].starts_with(rest))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn the_first_place_is_found() {
        for (wanted, at) in [("a", Some(0)), ("aab", Some(1)), ("b", Some(3)), ("bc", None), ("aaaa", None), ("", None)]
        {
            assert_eq!(find(b"aaab", wanted.as_bytes()), at, "{wanted}");
        }
    }
}
