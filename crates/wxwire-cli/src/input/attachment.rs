//! A file that goes out as it is: `media=@photo.jpg`, for a field that holds one.

use std::path::Path;

use wxwire::layer::json::quote;
use wxwire::layer::{MAX_BYTES, base64};
use wxwire::operation::Entry;
use wxwire::problem::{Code, Problem, Source, Unit};
use wxwire::schema::{Rule, Shape};

use super::mistake::Mistake;
use crate::text::Text;

/// The most bytes of a file whose base64 still is among values that are read, with room for what stands around it.
const LONGEST: usize = MAX_BYTES / 4 * 3 - 4096;

/// A file for a field that holds one.
#[derive(Debug, PartialEq)]
pub struct Attachment {
    /// The field.
    pub key: String,
    /// Its bytes in base64, as JSON.
    pub json: String,
    /// What it is called.
    pub name: Option<String>,
    /// What is wrong with one that is too large; then it was not read.
    pub refused: Option<Problem>,
}

impl Attachment {
    /// Reads a file for a field of a call; none where the field holds none.
    pub fn read(key: &str, file: &str, entry: &Entry) -> Result<Option<Self>, Mistake> {
        let Some(rule) = entry.file(key) else { return Ok(None) };
        let (limit, source) = limit(rule);
        let no_file = |error: std::io::Error| Mistake::NoFile(key.to_owned(), Text::from(&error).about(file));
        // What is no regular file has no length that could be asked for.
        let known = std::fs::metadata(file).ok().filter(std::fs::Metadata::is_file).map(|known| known.len());
        let known = known.map(|length| usize::try_from(length).unwrap_or(usize::MAX));
        let mut bytes = Vec::new();
        let mut length = known.unwrap_or_default();
        if length <= limit {
            bytes = super::bounded(file, limit).map_err(no_file)?;
            length = bytes.len();
        }
        let refused = (length > limit).then(|| {
            let problem = Problem::new(Code::TooLong).measured(limit, length, Unit::Bytes).at(format!("/{key}"));
            match source {
                Some(source) => problem.source(source),
                None => problem,
            }
        });
        if refused.is_some() {
            bytes.clear();
        }
        let name = Path::new(file).file_name().and_then(|name| name.to_str()).filter(|_| file != "-");
        let json = quote(&base64::encode(&bytes));
        Ok(Some(Self { key: key.to_owned(), json, name: name.map(str::to_owned), refused }))
    }
}

/// The most bytes that a field takes, and where that is known from, unless it is our own limit.
fn limit(rule: &Rule) -> (usize, Option<Source>) {
    let Shape::Text(limits) = &rule.shape else { return (LONGEST, None) };
    // What only warns must not keep a file from being read.
    let documented = limits.max_bytes.filter(|most| *most <= LONGEST && rule.source == Source::Documented);
    documented.map_or((LONGEST, None), |most| (most, Some(rule.source)))
}
