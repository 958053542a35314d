//! The first block of bare deflate, looked at before room is made to unpack it: of other bytes, nearly none pass.

/// Whether bytes can be deflate up to their very end, by what their first block says of itself.
pub(super) fn may_be(bytes: &[u8]) -> bool {
    let Some(head) = number(bytes, 0, 3) else { return false };
    let is_last = head & 1 == 1;
    match head >> 1 {
        // As it is: behind its length, and the length's complement.
        0 => matches!(bytes, [_, low, high, not_low, not_high, ..] if *low == !*not_low && *high == !*not_high),
        // By the codes that are given.
        1 => (!is_last || ends(bytes)) && begins(bytes).unwrap_or_default(),
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

/// So many letters and repeats of a block are looked at.
const LOOKED_AT: usize = 64;

/// Whether a block of the given codes can begin so: most other bytes soon repeat what was never there, or just end.
fn begins(bytes: &[u8]) -> Option<bool> {
    let (mut bits, mut written) = (Bits { bytes, at: 3 }, 0);
    for _ in 0..LOOKED_AT {
        let symbol = match bits.code(7)? {
            short @ ..=0x17 => 256 + short,
            code => match code << 1 | bits.code(1)? {
                letter @ ..0xc0 => letter - 0x30,
                length @ 0xc0..=0xc7 => length - 0xc0 + 280,
                letter => (letter << 1 | bits.code(1)?) - 0x190 + 144,
            },
        };
        written += match symbol {
            ..256 => 1,
            256 => return Some(true),
            _ => match repeat(symbol, &mut bits)? {
                (length, distance) if distance <= written => length,
                _ => return Some(false),
            },
        };
    }
    Some(true)
}

/// How much is repeated, and from how far back; none where there is no such code.
fn repeat(symbol: usize, bits: &mut Bits<'_>) -> Option<(usize, usize)> {
    let length = match symbol {
        257..=264 => symbol - 254,
        265..=284 => {
            let more = (symbol - 261) / 4;
            ((4 + (symbol - 265) % 4) << more) + 3 + bits.number(more)?
        }
        285 => 258,
        _ => return None,
    };
    let distance = match bits.code(5)? {
        near @ ..4 => near + 1,
        code @ 4..30 => {
            let more = code / 2 - 1;
            ((2 + code % 2) << more) + 1 + bits.number(more)?
        }
        _ => return None,
    };
    Some((length, distance))
}

/// Bits from a place on.
struct Bits<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Bits<'_> {
    fn next(&mut self) -> Option<usize> {
        let bit = usize::from(*self.bytes.get(self.at / 8)? >> (self.at % 8) & 1);
        self.at += 1;
        Some(bit)
    }

    /// A code, whose first bit is the highest.
    fn code(&mut self, count: usize) -> Option<usize> {
        (0..count).try_fold(0, |code, _| Some(code << 1 | self.next()?))
    }

    /// A number, whose first bit is the lowest.
    fn number(&mut self, count: usize) -> Option<usize> {
        (0..count).try_fold(0, |number, place| Some(number | self.next()? << place))
    }
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

    proptest::proptest! {
        /// What repeats its very beginning, near to it and far from it, by lengths and distances of every size.
        #[test]
        fn what_repeats_passes(
            first in "[ -~]{1,8}",
            between in "[a-z]{0,30}",
            times in 1_usize..400,
            apart in 0_usize..15_000,
            level in 1_i32..10,
        ) {
            let far = "x".repeat(apart);
            for text in [first.repeat(times), format!("{first}{first}{between}{first}"), format!("{first}{far}{first}")] {
                let packed = by_given_codes(text.as_bytes(), level);
                proptest::prop_assert!(may_be(&packed), "{}", text);
            }
        }
    }

    fn by_given_codes(bytes: &[u8], level: i32) -> Vec<u8> {
        use miniz_oxide::deflate::core::{CompressionStrategy, CompressorOxide, TDEFLFlush};
        use miniz_oxide::deflate::core::{compress_to_output, create_comp_flags_from_zip_params};
        let flags = create_comp_flags_from_zip_params(level, -15, CompressionStrategy::Fixed as i32);
        let (mut state, mut packed) = (CompressorOxide::new(flags), Vec::new());
        compress_to_output(&mut state, bytes, TDEFLFlush::Finish, |out| {
            packed.extend_from_slice(out);
            true
        });
        packed
    }

    #[test]
    fn nearly_no_other_bytes_pass() {
        let mut seed = 1_u64;
        let mut random = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as u8
        };
        let passed = (0..4000).filter(|_| may_be(&(0..16).map(|_| random()).collect::<Vec<_>>())).count();
        assert!(passed < 4000 / 50, "{passed}");
    }
}
