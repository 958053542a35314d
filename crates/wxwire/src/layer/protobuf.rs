//! The wire of protobuf, read without a schema.

use std::ops::Range;

use crate::lang::Words;
use crate::problem::{Code, Problem};

/// One field, as it stands on the wire.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field<'a> {
    /// Its number.
    pub number: u32,
    /// Its value.
    pub value: Value<'a>,
    /// Where the whole field begins and ends.
    pub span: (usize, usize),
    /// Where what follows its number begins: of bytes, their length.
    pub value_start: usize,
}

/// A value, by its wire type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// Wire type 0.
    Varint(u64),
    /// Wire type 1, little-endian.
    Fixed64(u64),
    /// Wire type 2: text, bytes or a message; the wire does not say which.
    Bytes(&'a [u8]),
    /// Wire type 5, little-endian.
    Fixed32(u32),
}

/// A message whose fields are known.
#[derive(Debug)]
pub struct Message {
    /// Its name.
    pub name: &'static str,
    /// The fields that are known.
    pub fields: &'static [Known],
}

/// A field that is known.
#[derive(Debug)]
pub struct Known {
    /// Its number.
    pub number: u32,
    /// Its name; empty where it is not known.
    pub name: &'static str,
    /// What it says.
    pub title: Words,
    /// What its value is.
    pub holds: Holds,
}

/// What a field's value is, where the wire does not say.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// What it looks like.
    Value,
    /// A message.
    Message(&'static Message),
    /// Unix seconds.
    Seconds,
    /// Unix milliseconds.
    Milliseconds,
}

/// All fields of a message, in the order of the wire.
///
/// # Errors
/// A problem with the place where reading stopped: a varint without an end, a length beyond the end, a field number 0,
/// or a wire type that nobody has sent for years (groups).
pub fn fields(bytes: &[u8]) -> Result<Vec<Field<'_>>, Problem> {
    walk(bytes)
        .collect::<Result<_, _>>()
        .map_err(|stop| Problem::new(Code::NotProtobuf).expected(stop.at).span(stop.span))
}

/// Whether some bytes are a message of at least one field.
pub fn is_message(bytes: &[u8]) -> bool {
    !bytes.is_empty() && walk(bytes).all(|field| field.is_ok())
}

/// Where reading stopped: at what, and where that stands. It is small, since most bytes are asked only whether they are
/// a message.
#[derive(Debug)]
pub(crate) struct Stop {
    at: &'static str,
    span: Range<usize>,
}

/// Field by field, up to the end or to where reading stops.
pub(crate) fn walk(bytes: &[u8]) -> impl Iterator<Item = Result<Field<'_>, Stop>> {
    let mut wire = Wire { bytes, at: 0 };
    std::iter::from_fn(move || {
        if wire.at == bytes.len() {
            return None;
        }
        let field = wire.field();
        if field.is_err() {
            wire.at = bytes.len();
        }
        Some(field)
    })
}

/// A number as a varint, as short as it can be.
pub(crate) fn varint(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(10);
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

struct Wire<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Wire<'a> {
    fn field(&mut self) -> Result<Field<'a>, Stop> {
        let start = self.at;
        let key = self.varint()?;
        let number = u32::try_from(key >> 3).ok().filter(|&number| number > 0 && number < 1 << 29);
        let number = number.ok_or_else(|| stop("field number", start..self.at))?;
        let value_start = self.at;
        let value = match key & 7 {
            0 => Value::Varint(self.varint()?),
            1 => Value::Fixed64(u64::from_le_bytes(self.fixed()?)),
            2 => {
                let length = self.varint()?;
                Value::Bytes(self.take(length)?)
            }
            5 => Value::Fixed32(u32::from_le_bytes(self.fixed()?)),
            _ => return Err(stop("wire type", start..self.at)),
        };
        Ok(Field { number, value, span: (start, self.at), value_start })
    }

    fn varint(&mut self) -> Result<u64, Stop> {
        let start = self.at;
        // Most are of one byte.
        if let Some(byte) = self.bytes.get(start).filter(|byte| **byte < 0x80) {
            self.at += 1;
            return Ok(u64::from(*byte));
        }
        let mut value = 0;
        for (i, byte) in self.bytes[start..].iter().take(10).enumerate() {
            value |= u64::from(byte & 0x7f) << (7 * i);
            if byte & 0x80 == 0 {
                self.at += i + 1;
                // The tenth byte has room for one bit.
                return if i == 9 && *byte > 1 { Err(stop("varint", start..self.at)) } else { Ok(value) };
            }
        }
        Err(stop("varint", start..self.bytes.len()))
    }

    fn take(&mut self, length: u64) -> Result<&'a [u8], Stop> {
        let rest = &self.bytes[self.at..];
        let taken = usize::try_from(length).ok().and_then(|length| rest.get(..length));
        let taken = taken.ok_or_else(|| stop("length", self.at..self.bytes.len()))?;
        self.at += taken.len();
        Ok(taken)
    }

    fn fixed<const N: usize>(&mut self) -> Result<[u8; N], Stop> {
        let rest = &self.bytes[self.at..];
        let taken = rest.first_chunk::<N>().ok_or_else(|| stop("fixed value", self.at..self.bytes.len()))?;
        self.at += N;
        Ok(*taken)
    }
}

fn stop(at: &'static str, span: Range<usize>) -> Stop {
    Stop { at, span }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The client message key of a documented reply, and an empty field 5.
    fn key() -> Vec<u8> {
        let mut key = crate::layer::base64::decode("CAUQpOXajQYY1KWnjdsvIAk=").expect("base64");
        key.extend(b"\x2a\x00");
        key
    }

    #[test]
    fn reads_fields_in_order() {
        let key = key();
        let values: Vec<_> = fields(&key).expect("a message").iter().map(|field| (field.number, field.value)).collect();
        let numbers = [(1, 5), (2, 1_639_363_236), (3, 1_639_363_236_564), (4, 9)];
        assert_eq!(values[..4], numbers.map(|(number, value)| (number, Value::Varint(value))));
        assert_eq!(values[4..], [(5, Value::Bytes(b""))]);
    }

    #[test]
    fn a_cut_anywhere_is_a_problem_or_a_shorter_message() {
        let key = key();
        for end in 0..key.len() {
            match fields(&key[..end]) {
                Ok(fields) => assert!(fields.last().is_none_or(|last| last.span.1 == end)),
                Err(problem) => assert!(problem.span.expect("a place").end <= end),
            }
        }
    }
}
