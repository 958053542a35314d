//! `web`: builds the page, and holds it small.

use std::fs;
use std::path::{Path, PathBuf};

use crate::page::{at, build, files, zip};
use crate::run::option;
use crate::{Command, Result};

pub(crate) const COMMAND: Command = Command {
    name: "web",
    arguments: "[--out DIR]",
    about: "build the page, and fail when it grows beyond its limits",
    takes: "1 min",
    run: |arguments| web(option("--out", arguments)?.map(Path::new)),
};

/// What the files of the first operation may weigh on the wire, in bytes: all that the browser loads to show, check and
/// build it. The data that the page reads, JSON, is weighed beside them.
///
/// Nothing here runs futures, sends, or knows a rule that is no data: `ask.js` answers with a call, and the reader sends and
/// checks by the rules of types. So another type weighs nothing here.
const FIRST: usize = 160_000;

/// What they may weigh with the reader: all that composing, checking and sending load.
const ALL: usize = 350_000;

/// What the module may weigh that reads whatever is pasted or opened, and with it all that only pasting loads. It holds all of
/// `import`, with its shells and languages, beside all of `explain`.
const PASTE: usize = 630_000;

/// The files that come when the reader is first needed.
const READER: [&str; 3] = ["worker.js", "wxwire_reader.js", "wxwire_reader_bg.wasm"];

/// The files that come when something is first pasted or opened.
const PASTED: [&str; 4] = ["decode.js", "paste.css", "wxwire_paste.js", "wxwire_paste_bg.wasm"];

/// Builds the page and prints what each of its files weighs.
pub(crate) fn web(out: Option<&Path>) -> Result {
    let page = build(out)?;
    // What is beside a file, gzipped, is that file once more.
    let is_zipped = |file: &PathBuf| file.extension().is_some_and(|ending| ending == zip::ENDING);
    let mut files = files(&page).map_err(|error| at(&page, &error))?;
    files.retain(|file| !is_zipped(file));
    files.sort();
    let (mut first, mut reader, mut paste, mut data) = (0, 0, 0, 0);
    println!("{:>10} {:>10}", "bytes", "gzipped");
    for file in files {
        let size = fs::read(&file).map_err(|error| at(&file, &error))?.len();
        let zipped_file = zip::beside(&file);
        let small = fs::metadata(&zipped_file).map_err(|error| at(&zipped_file, &error))?.len() as usize;
        println!("{size:>10} {small:>10}  {}", file.strip_prefix(&page).unwrap_or(&file).display());
        match file.file_name().and_then(|name| name.to_str()) {
            Some(name) if name.ends_with(".json") => data += small,
            Some(name) if READER.contains(&name) => reader += small,
            Some(name) if PASTED.contains(&name) => paste += small,
            _ => first += small,
        }
    }
    let all = first + reader;
    println!("{first:>21}  the first operation; at most {FIRST}");
    println!("{all:>21}  with what reads; at most {ALL}");
    println!("{paste:>21}  what reads what is pasted; at most {PASTE}");
    println!("{data:>21}  data beside them");
    match (first, all, paste) {
        (..=FIRST, ..=ALL, ..=PASTE) => Ok(()),
        (..=FIRST, ..=ALL, _) => {
            Err(format!("what reads what is pasted weighs {paste} bytes gzipped; it may weigh {PASTE}"))
        }
        (..=FIRST, ..) => Err(format!("the page with its reader weighs {all} bytes gzipped; it may weigh {ALL}")),
        _ => Err(format!("what the first operation loads weighs {first} bytes gzipped; it may weigh {FIRST}")),
    }
}
