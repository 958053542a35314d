//! Compressed bytes: gzip, zlib, and deflate alone. Checked to the last byte before they are taken for that, and packed
//! again with the head that they had.

mod first_block;

use std::cell::Cell;
use std::ops::Range;

#[cfg(any(test, feature = "compressed"))]
use super::MAX_BYTES;

/// How bytes are packed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Packing {
    /// Behind a head of so many bytes; a checksum and the length come last.
    Gzip(usize),
    /// Behind two bytes; a checksum comes last.
    Zlib,
    /// Bare.
    Deflate,
}

/// The bytes inside, where gzip or zlib is whole and sound, and nothing is behind it. What is unpacked, be it in vain, is taken
/// out of the room.
pub(crate) fn unpack(bytes: &[u8], room: &Cell<usize>) -> Option<(Packing, Vec<u8>)> {
    match bytes {
        [0x1f, 0x8b, 8, flags, ..] if flags & 0xe0 == 0 => {
            let head = gzip_head(bytes)?;
            let (body, tail) = bytes.get(head..)?.split_last_chunk::<8>()?;
            let read = inflated(body, false, room)?;
            let (crc, length) = (crc32(&read).to_le_bytes(), (read.len() as u32).to_le_bytes());
            (tail[..4] == crc && tail[4..] == length).then_some((Packing::Gzip(head), read))
        }
        [first, second, ..] if is_zlib([*first, *second]) => Some((Packing::Zlib, inflated(bytes, true, room)?)),
        _ => None,
    }
}

/// The bytes inside of bare deflate, which nothing but its end tells.
pub(crate) fn inflate(bytes: &[u8], room: &Cell<usize>) -> Option<Vec<u8>> {
    let read = first_block::may_be(bytes).then(|| inflated(bytes, false, room))??;
    (read.len() > bytes.len() / 2).then_some(read)
}

/// Bytes packed as others were.
pub(crate) fn pack(packing: &Packing, before: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    Some(match packing {
        Packing::Gzip(head) => {
            let (crc, length) = (crc32(bytes).to_le_bytes(), (bytes.len() as u32).to_le_bytes());
            [before.get(..*head)?, &deflated(bytes, false)?, &crc, &length].concat()
        }
        Packing::Zlib => deflated(bytes, true)?,
        Packing::Deflate => deflated(bytes, false)?,
    })
}

/// Where the head of gzip ends: it can hold a name, a comment, and fields of anyone's.
fn gzip_head(bytes: &[u8]) -> Option<usize> {
    let flags = *bytes.get(3)?;
    let mut at = 10;
    if flags & 4 != 0 {
        let length: Range<usize> = at..at + 2;
        at += 2 + usize::from(u16::from_le_bytes(bytes.get(length)?.try_into().ok()?));
    }
    for _ in 0..(flags >> 3 & 1) + (flags >> 4 & 1) {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0)? + 1;
    }
    Some(at + if flags & 2 != 0 { 2 } else { 0 })
}

/// The method, its window, and a sum of both bytes.
fn is_zlib(head: [u8; 2]) -> bool {
    head[0] & 0x8f == 8 && u16::from_be_bytes(head).is_multiple_of(31) && head[1] & 0x20 == 0
}

#[cfg(feature = "compressed")]
fn inflated(bytes: &[u8], zlib: bool, left: &Cell<usize>) -> Option<Vec<u8>> {
    use miniz_oxide::inflate::TINFLStatus;
    use miniz_oxide::inflate::core::inflate_flags::{
        TINFL_FLAG_COMPUTE_ADLER32, TINFL_FLAG_PARSE_ZLIB_HEADER, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
    };
    use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

    let room = left.get().min(MAX_BYTES);
    let framed = if zlib { TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_COMPUTE_ADLER32 } else { 0 };
    let flags = framed | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let mut state = Box::<DecompressorOxide>::default();
    let mut out = vec![0; bytes.len().saturating_mul(4).clamp(64, room.max(64)).min(room)];
    let (mut read, mut written) = (0, 0);
    loop {
        let (status, took, gave) = decompress(&mut state, &bytes[read..], &mut out, written, flags);
        (read, written) = (read + took, written + gave);
        left.set(left.get() - gave);
        match status {
            TINFLStatus::Done if read == bytes.len() => {
                out.truncate(written);
                return Some(out);
            }
            TINFLStatus::HasMoreOutput if out.len() < room => out.resize((out.len() * 2).min(room), 0),
            _ => return None,
        }
    }
}

#[cfg(feature = "compressed")]
fn deflated(bytes: &[u8], zlib: bool) -> Option<Vec<u8>> {
    use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};
    Some(if zlib { compress_to_vec_zlib(bytes, LEVEL) } else { compress_to_vec(bytes, LEVEL) })
}

/// What gzip takes unasked.
#[cfg(feature = "compressed")]
const LEVEL: u8 = 6;

#[cfg(not(feature = "compressed"))]
fn inflated(_: &[u8], _: bool, _: &Cell<usize>) -> Option<Vec<u8>> {
    None
}

#[cfg(not(feature = "compressed"))]
fn deflated(_: &[u8], _: bool) -> Option<Vec<u8>> {
    None
}

/// The checksum of gzip, a half byte at a time.
fn crc32(bytes: &[u8]) -> u32 {
    const HALVES: [u32; 16] = halves();
    let half = |crc: u32, byte: u8| crc >> 4 ^ HALVES[usize::from((crc as u8 ^ byte) & 15)];
    !bytes.iter().fold(!0, |crc, byte| half(half(crc, *byte), byte >> 4))
}

const fn halves() -> [u32; 16] {
    let mut table = [0; 16];
    let mut at = 0;
    while at < 16 {
        let (mut crc, mut bit) = (at as u32, 0);
        while bit < 4 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            bit += 1;
        }
        table[at] = crc;
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What gzip wrote of `{"a":1}` and a line feed, with a name in its head.
    const GZIP: &[u8] = b"\x1f\x8b\x08\x08\0\0\0\0\x00\x03a.json\0\xabVJT\xb22\xac\xe5\x02\0";

    #[test]
    fn the_checksum_is_that_of_gzip() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[cfg(feature = "compressed")]
    #[test]
    fn packs_as_it_was_packed() {
        let all = || Cell::new(MAX_BYTES);
        let content = b"{\"a\":1}\n".repeat(40);
        for (packing, before) in [(Packing::Gzip(17), GZIP), (Packing::Zlib, b"")] {
            let packed = pack(&packing, before, &content).expect("packed");
            assert_eq!(unpack(&packed, &all()), Some((packing.clone(), content.clone())));
            assert_eq!(unpack(&packed, &Cell::new(content.len() - 1)), None, "no more than there is room for");
            for at in 0..packed.len() {
                let mut broken = packed.clone();
                broken[at] ^= 0x10;
                assert!(unpack(&broken, &all()).is_none_or(|(_, read)| read == content), "{at}");
                assert_eq!(unpack(&packed[..at], &all()), None, "{at}");
            }
            assert_eq!(unpack(&[&packed[..], b"x"].concat(), &all()), None);
        }
        let bare = pack(&Packing::Deflate, b"", &content).expect("packed");
        assert_eq!(inflate(&bare, &all()), Some(content));
        // What was unpacked in vain counts, too.
        let room = Cell::new(100);
        assert_eq!((unpack(&packed_of(200), &room), room.get()), (None, 0));
    }

    #[cfg(feature = "compressed")]
    fn packed_of(length: usize) -> Vec<u8> {
        pack(&Packing::Zlib, b"", &vec![b'x'; length]).expect("packed")
    }
}
