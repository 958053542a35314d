//! Values from the command line: a file, standard input, and `key=value` in the grammar of HTTPie and xh.

mod draft;
mod item;
mod mistake;

use std::fs::File;
use std::io::Read;

use wxwire::layer::MAX_BYTES;

use crate::args::Options;
use crate::exit::{Failure, Fault};
use draft::Draft;
use item::Item;
use mistake::Mistake;

/// The values that somebody typed, as bytes: they may be anything.
pub fn values(typed: &[String], options: &Options) -> Result<Vec<u8>, Failure> {
    if typed.is_empty() {
        let zh = "没有内容：请给出文件、-（标准输入）或 key=value";
        return Err(Failure::usage(options.say(zh, "no values: give a file, - for standard input, or key=value")));
    }
    let usage = |mistake: Mistake| Failure::usage(mistake.message(options.lang()));
    let mut draft: Option<Draft> = None;
    for (at, word) in typed.iter().enumerate() {
        match Item::parse(word).map_err(usage)? {
            Item::Whole(path) if at == 0 => {
                let bytes = read(path)?;
                match (String::from_utf8(bytes), typed.len()) {
                    // Nothing to edit: what it is, the check will say.
                    (Err(error), _) => return Ok(error.into_bytes()),
                    (Ok(whole), 1) => return Ok(whole.into_bytes()),
                    (Ok(whole), _) => draft = Some(Draft::new(whole).map_err(usage)?),
                }
            }
            Item::Whole(path) => {
                let zh = "文件只能是第一个；其余应为 key=value：";
                let en = "a file can only come first; the rest is key=value: ";
                return Err(Failure::usage(format!("{}{path}", options.say(zh, en))));
            }
            Item::Member { key, json } => {
                let known = draft.take().map_or_else(|| Draft::new("{}".to_owned()), Ok);
                let draft = draft.insert(known.map_err(usage)?);
                draft.set(&key, json).map_err(usage)?;
            }
        }
    }
    Ok(draft.map(Draft::into_text).unwrap_or_default().into_bytes())
}

/// Reads a file, or standard input for `-`; one byte more than is read of any document, so that the check can say so.
pub fn read(path: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let limit = MAX_BYTES as u64 + 1;
    let result = match path {
        "-" => std::io::stdin().lock().take(limit).read_to_end(&mut bytes),
        path => File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)),
    };
    result.map_err(|error| Failure::new(Fault::File, format!("{path}: {error}")))?;
    Ok(bytes)
}
