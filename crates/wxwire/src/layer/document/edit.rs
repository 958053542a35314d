//! A leaf changed, and the change carried outward.

use std::ops::ControlFlow;

use super::visit::{self, Found};
use super::{Around, Document, Held, Layer};
use crate::layer::change::Edit;
use crate::layer::der;
use crate::layer::form::Form;
use crate::layer::hex::unhex;
use crate::layer::json::Tree;
use crate::layer::jwt;
use crate::layer::protobuf::{self, Value};
use crate::layer::xml::sender;
use crate::problem::{Code, Problem};

/// The numbers of protobuf and of DER, which say of none whether it is meant as one below 0.
const NUMBERS: &str = "0–18446744073709551615";

/// Those of four bytes.
const SHORT_NUMBERS: &str = "0–4294967295";

pub(super) fn replace(document: &Document<'_>, path: &str, value: &str) -> Result<Vec<u8>, Problem> {
    let whole_path = &*document.whole_path(path);
    let found = visit::visit(document, &mut Vec::new(), &mut |found| match found.leaf.path == whole_path {
        true => ControlFlow::Break(whole(found, value)),
        false => ControlFlow::Continue(()),
    });
    match found {
        Some(Ok(edit)) => Ok(applied(document, &edit)),
        Some(Err(problem)) => Err(problem.at(path)),
        None => Err(Problem::new(Code::NoSuchPath).at(path)),
    }
}

/// The bytes after a change; the head of an HTTP message says how long its body is then.
fn applied(document: &Document<'_>, edit: &Edit) -> Vec<u8> {
    let (bytes, after) = (document.bytes, edit.apply(document.bytes));
    let Around::Http(head) = document.around() else { return after };
    let Some(place) = head.length.clone().filter(|place| place.end <= edit.range.start) else { return after };
    let radix = if head.is_chunked { 16 } else { 10 };
    let said = std::str::from_utf8(&bytes[place.clone()]).ok();
    let said = said.and_then(|text| usize::from_str_radix(text, radix).ok());
    let Some(length) = said.and_then(|said| (said + edit.new.len()).checked_sub(edit.range.len())) else {
        return after;
    };
    let length = if head.is_chunked { format!("{length:x}") } else { length.to_string() };
    Edit { range: place, new: length.into_bytes() }.apply(&after)
}

/// The change of the whole that a change of a leaf is.
fn whole(found: &Found<'_>, value: &str) -> Result<Edit, Problem> {
    if found.leaf.value.text() == value {
        return Ok(Edit { range: 0..0, new: vec![] });
    }
    let cannot = || Problem::new(Code::CannotHold).found(value);
    let new = content(found, value)?;
    let mut edit = match found.form {
        // What is not escaped is one value, and is written anew.
        Form::Plain(span) => Edit { range: span.clone(), new },
        form => {
            let inner = Edit::between(found.content, &new);
            form.outward(found.content, &inner).ok_or_else(cannot)?
        }
    };
    let mut place = found.place;
    while let Some((around, form)) = place.around {
        edit = form.outward(place.bytes, &edit).ok_or_else(cannot)?;
        place = around;
    }
    Ok(edit)
}

/// The bytes that a value stands for, at the place of a leaf.
fn content(found: &Found<'_>, value: &str) -> Result<Vec<u8>, Problem> {
    let wrong = |expected: &str| Problem::new(Code::WrongType).expected(expected).found(value);
    match found.leaf.value {
        // Only an id is told from the XML behind it.
        Held::Text(_) if found.leaf.path.ends_with("!xml/sender()") && sender(&format!("{value}:\n<")).is_none() => {
            Err(Problem::new(Code::CannotHold).found(value))
        }
        // A dot would begin another part.
        Held::Text(_) if found.leaf.layer == Layer::Jwt && !jwt::is_part(value) => {
            Err(Problem::new(Code::CannotHold).found(value))
        }
        Held::Text(_) => Ok(value.as_bytes().to_vec()),
        // What is no text may become any JSON.
        Held::Json(_) => match Tree::parse(value) {
            Ok(tree) => Ok(tree.root().source().as_bytes().to_vec()),
            Err(_) => Err(wrong("JSON")),
        },
        Held::Bytes(_) => {
            let new = unhex(value).ok_or_else(|| wrong("hex"))?;
            // A number that is too large or negative is shown as bytes; one that is neither is a number.
            match is_der_integer(found) && der::integer(&new).is_some() {
                true => Err(Problem::new(Code::CannotHold).found(value)),
                false => Ok(new),
            }
        }
        Held::Integer(_) => {
            let number: u64 = value.parse().map_err(|_| wrong(NUMBERS))?;
            match (found.leaf.layer, found.wire) {
                (Layer::Der, _) => Ok(der::integer_written(number)),
                (_, Some(Value::Fixed64(_))) => Ok(number.to_le_bytes().to_vec()),
                (_, Some(Value::Fixed32(_))) => {
                    let number = u32::try_from(number).map_err(|_| wrong(SHORT_NUMBERS))?;
                    Ok(number.to_le_bytes().to_vec())
                }
                _ => Ok(protobuf::varint(number)),
            }
        }
    }
}

/// Whether a leaf is a number of DER's, however it is shown.
fn is_der_integer(found: &Found<'_>) -> bool {
    match found.form {
        Form::Measured(length, _) => length.start > 0 && der::is_integer(found.place.bytes[length.start - 1]),
        _ => false,
    }
}
