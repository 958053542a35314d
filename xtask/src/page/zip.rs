//! Gzips a built page, so that no server has to.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::{Compression, GzBuilder};

use super::at;
use crate::Result;

/// What a gzipped file's name ends with.
pub(crate) const ENDING: &str = "gz";

/// Writes a `.gz` beside every file. It says neither a time nor a name: the same page makes the same bytes.
pub(super) fn zip(page: &Path) -> Result {
    for entry in fs::read_dir(page).map_err(|error| at(page, &error))? {
        let path = entry.map_err(|error| at(page, &error))?.path();
        if path.is_dir() {
            zip(&path)?;
        } else if path.extension().is_none_or(|ending| ending != ENDING) {
            write(&path).map_err(|error| at(&path, &error))?;
        }
    }
    Ok(())
}

fn write(path: &Path) -> std::io::Result<()> {
    let mut zipped = GzBuilder::new().write(File::create(beside(path))?, Compression::best());
    zipped.write_all(&fs::read(path)?)?;
    zipped.finish()?.flush()
}

/// The gzipped form of a file.
pub(crate) fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ENDING);
    name.into()
}
