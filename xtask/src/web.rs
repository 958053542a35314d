//! `web`: builds the page, and holds it small.

use std::fs;
use std::path::{Path, PathBuf};

use crate::page::{at, build, zip};
use crate::run::option;
use crate::{Command, Result};

pub(crate) const COMMAND: Command = Command {
    name: "web",
    arguments: "[--out DIR]",
    about: "build the page, and fail when it grows beyond its limit",
    takes: "1 min",
    run: |arguments| web(option("--out", arguments)?.map(Path::new)),
};

/// What the page's own files may weigh on the wire, in bytes. The data that it reads, JSON, is weighed beside them.
const LIMIT: usize = 1_600_000;

/// Builds the page and prints what each of its files weighs.
pub(crate) fn web(out: Option<&Path>) -> Result {
    let page = build(out)?;
    let mut files = files(&page)?;
    files.sort();
    let (mut raw, mut zipped, mut data) = (0, 0, 0);
    println!("{:>10} {:>10}", "bytes", "gzipped");
    for file in files {
        let size = fs::read(&file).map_err(|error| at(&file, &error))?.len();
        let zipped_file = zip::beside(&file);
        let small = fs::metadata(&zipped_file).map_err(|error| at(&zipped_file, &error))?.len() as usize;
        println!("{size:>10} {small:>10}  {}", file.strip_prefix(&page).unwrap_or(&file).display());
        if file.extension().is_some_and(|extension| extension == "json") {
            data += small;
        } else {
            (raw, zipped) = (raw + size, zipped + small);
        }
    }
    println!("{raw:>10} {zipped:>10}  {}, and {data} of data", page.display());
    match zipped {
        0..=LIMIT => Ok(()),
        _ => Err(format!("the page weighs {zipped} bytes gzipped; it may weigh {LIMIT}")),
    }
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| at(folder, &error))? {
        let path = entry.map_err(|error| at(folder, &error))?.path();
        match path.is_dir() {
            true => found.extend(files(&path)?),
            // What is beside a file, gzipped, is that file once more.
            false if path.extension().is_some_and(|ending| ending == zip::ENDING) => {}
            false => found.push(path),
        }
    }
    Ok(found)
}
