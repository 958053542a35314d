//! The first block of bare deflate, looked at before room is made to unpack it: of other bytes, nearly none pass.

/// Whether bytes can be deflate up to their very end, by what their first block says of itself.
pub(super) fn may_be(bytes: &[u8]) -> bool {
    let Some(head) = number(bytes, 0, 3) else { return false };
    let is_last = head & 1 == 1;
    match head >> 1 {
        // As it is: behind its length, and the length's complement.
        0 => matches!(bytes, [_, low, high, not_low, not_high, ..] if *low == !*not_low && *high == !*not_high),
        // By the codes that are given.
        1 => !is_last || ends(bytes),
        // By codes of its own.
        2 => has_codes(bytes).unwrap_or_default(),
        _ => false,
    }
}

/// Whether the given code for the end, seven zeros, ends in the last byte.
fn ends(bytes: &[u8]) -> bool {
    let last = bytes.last_chunk().map_or(0, |two| u16::from_le_bytes(*two));
    (2..=9).any(|from| last >> from & 0x7f == 0)
}

/// Whether there are no more codes than there may be, and the lengths of the codes for their lengths add up.
fn has_codes(bytes: &[u8]) -> Option<bool> {
    let (literals, distances, count) = (number(bytes, 3, 5)?, number(bytes, 8, 5)?, number(bytes, 13, 4)? + 4);
    let (mut used, mut sum) = (0, 0);
    for at in 0..count {
        let length = number(bytes, 17 + 3 * at, 3)?;
        if length > 0 {
            (used, sum) = (used + 1, sum + (128 >> length));
        }
    }
    Some(literals < 30 && distances < 30 && (sum == 128 || used < 2))
}

/// So many bits from a place on; the first is the lowest.
fn number(bytes: &[u8], from: usize, count: usize) -> Option<usize> {
    let pair = [*bytes.get(from / 8)?, bytes.get(from / 8 + 1).copied().unwrap_or_default()];
    let is_there = from + count <= 8 * bytes.len();
    is_there.then_some(usize::from(u16::from_le_bytes(pair)) >> (from % 8) & ((1 << count) - 1))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::super::inflated;
    use super::may_be;

    proptest::proptest! {
        /// Whatever unpacks has passed, be it deflate by chance.
        #[test]
        fn what_unpacks_passes(
            bytes in proptest::collection::vec(proptest::num::u8::ANY, 8..24),
            text in "[a-c{}\":,0-9 ]{0,80}",
            level in 0_u8..10,
            from in 0_usize..4,
        ) {
            let packed = miniz_oxide::deflate::compress_to_vec(text.as_bytes(), level);
            for bytes in [&bytes[..], &packed, packed.get(from..).unwrap_or_default()] {
                let read = inflated(bytes, false, &Cell::new(1 << 20));
                proptest::prop_assert!(read.is_none() || may_be(bytes), "{:?}", bytes);
            }
        }
    }

    #[test]
    fn nearly_no_other_bytes_pass() {
        let mut seed = 1_u64;
        let mut random = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as u8
        };
        let passed = (0..4000).filter(|_| may_be(&(0..16).map(|_| random()).collect::<Vec<_>>())).count();
        assert!(passed < 4000 / 5, "{passed}");
    }
}
