//! Values from the command line: a file, standard input, and `key=value` in the grammar of HTTPie and xh.

mod attachment;
mod draft;
mod encoding;
mod item;
mod mistake;
mod mixed;

use std::fs::File;
use std::io::Read;

use wxwire::lang::Words;
use wxwire::layer::MAX_BYTES;
use wxwire::operation::Entry;
use wxwire::problem::Problem;
use wxwire::secret::masked;

use crate::exit::{Failure, Fault};
use crate::text::Text;
use attachment::Attachment;
use draft::Draft;
pub use encoding::{Encoding, decoded, whole};
use item::Item;
use mistake::Mistake;

/// The values that somebody typed.
#[derive(Debug, Default)]
pub struct Values {
    /// As bytes: they may be anything.
    pub bytes: Vec<u8>,
    /// What is wrong with files that are too large to be among them.
    pub refused: Vec<Problem>,
    /// The encoding that they were read from, where it is not UTF-8.
    pub encoding: Option<Encoding>,
}

/// The values of a call that somebody typed.
pub fn values(typed: &[String], entry: &Entry) -> Result<Values, Failure> {
    if typed.is_empty() {
        // A call that wants nothing goes without.
        if !entry.check(b"{}").iter().any(Problem::is_error) {
            return Ok(Values { bytes: b"{}".to_vec(), ..Values::default() });
        }
        return Err(Failure::usage(Words::new(
            "没有内容：请给出文件、-（标准输入）或 key=value",
            "no values: give a file, - for standard input, or key=value",
        )));
    }
    let mut draft: Option<Draft> = None;
    let mut values = Values::default();
    let mut file_name = None;
    for (at, word) in typed.iter().enumerate() {
        match Item::parse(word, entry).map_err(usage)? {
            Item::Whole(path) if at == 0 => {
                let (bytes, encoding) = text(path)?;
                values.encoding = encoding;
                match (String::from_utf8(bytes), typed.len()) {
                    // Nothing to edit: what it is, the check will say.
                    (Err(error), _) => return Ok(Values { bytes: error.into_bytes(), ..values }),
                    (Ok(whole), 1) => return Ok(Values { bytes: whole.into_bytes(), ..values }),
                    (Ok(whole), _) => draft = Some(Draft::new(whole).map_err(usage)?),
                }
            }
            Item::Whole(path) => {
                let words = Words::new(
                    "文件只能是第一个；其余应为 key=value：",
                    "a file can only come first; the rest is key=value: ",
                );
                return Err(Failure::usage(Text::of(|lang| format!("{}{path}", words.get(lang)))));
            }
            Item::Member { key, json } => set(&mut draft, &key, json)?,
            Item::Attachment(Attachment { key, json, name, refused }) => {
                set(&mut draft, std::slice::from_ref(&key), json)?;
                file_name = name;
                values.refused.extend(refused);
            }
        }
    }
    // A file goes by its own name, unless another is given.
    let named = entry.file_name().map(|field| field.name.clone());
    if let (Some(field), Some(name), Some(known)) = (named, file_name, &mut draft)
        && !known.has(&field)
    {
        known.set(&[field], wxwire::layer::json::quote(&name)).map_err(usage)?;
    }
    values.bytes = draft.map(Draft::into_text).unwrap_or_default().into_bytes();
    Ok(values)
}

fn set(draft: &mut Option<Draft>, key: &[String], json: String) -> Result<(), Failure> {
    let known = draft.take().map_or_else(|| Draft::new("{}".to_owned()), Ok);
    draft.insert(known.map_err(usage)?).set(key, json).map_err(usage)
}

fn usage(mistake: Mistake) -> Failure {
    Failure::usage(Text::of(|lang| mistake.message(lang)))
}

/// The text of a file, or of standard input for `-`, as UTF-8 without a byte order mark; what is no text, as it is.
pub fn text(path: &str) -> Result<(Vec<u8>, Option<Encoding>), Failure> {
    let bytes = read(path)?;
    let (text, encoding) = whole(&bytes);
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
    // What is larger than is read at all is not made larger still.
    Ok(if bytes.len() > MAX_BYTES { (bytes, None) } else { (text.to_vec(), encoding) })
}

/// Reads a file, or standard input for `-`; one byte more than is read of any document, so that the check can say so.
pub fn read(path: &str) -> Result<Vec<u8>, Failure> {
    bounded(path, MAX_BYTES).map_err(|error| unread(path, &error))
}

/// A file that could not be read. What was typed may be an address, and hold a password.
pub fn unread(path: &str, error: &std::io::Error) -> Failure {
    let is_address = path.starts_with("http://") || path.starts_with("https://");
    let download = Words::new("这是网址，不是文件：请先下载", "an address and no file: download it first");
    let given = Words::new(
        "这是内容本身，不是文件名：请从标准输入给出，写作 -",
        "the values themselves and no file: give them on standard input, with - in their place",
    );
    let text = match (is_address, path.trim_start().starts_with(['{', '[', '<'])) {
        (true, _) => Text::from(download),
        (_, true) => Text::from(given),
        _ => Text::from(error),
    };
    Failure::new(Fault::File, text.about(&masked(path)))
}

/// Reads a regular file, of a size that a file of settings may have: a pipe would be waited for, and a device may have no
/// end.
pub fn regular(file: &std::path::Path) -> Result<Vec<u8>, Text> {
    let known = file.metadata().map_err(|error| Text::from(&error))?;
    if !known.is_file() {
        return Err(Words::new("不是普通文件", "not a regular file").into());
    }
    if known.len() > MAX_BYTES as u64 {
        return Err(Words::new("超过 32 MiB", "larger than 32 MiB").into());
    }
    std::fs::read(file).map_err(|error| Text::from(&error))
}

/// Reads a file up to one byte more than so many.
fn bounded(path: &str, limit: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = limit as u64 + 1;
    match path {
        "-" => std::io::stdin().lock().take(limit).read_to_end(&mut bytes),
        path => File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)),
    }?;
    Ok(bytes)
}
