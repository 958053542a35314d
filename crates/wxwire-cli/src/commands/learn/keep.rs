//! Writing a document: the whole of it or nothing, and over another only where that is wanted.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use wxwire::lang::Words;

use crate::exit::{Failure, Fault};
use crate::text::Text;

/// Keeps a document in a file.
pub fn keep(file: &Path, document: &str, replace: bool) -> Result<(), Failure> {
    let shown = file.display().to_string();
    let failure = |error: &std::io::Error| Failure::new(Fault::File, Text::from(error.to_string()).about(&shown));
    let taken = || {
        let words = Words::new("已经存在；用 --replace 覆盖", "is there already; --replace writes over it");
        Failure::new(Fault::Kept, Text::from(words).about(&shown))
    };
    if !replace && file.symlink_metadata().is_ok() {
        return Err(taken());
    }
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| failure(&error))?;
    }
    let beside = beside(file);
    let written = write(&beside, document).and_then(|()| match replace {
        true => fs::rename(&beside, file),
        // A link is made only where nothing stands.
        false => match fs::hard_link(&beside, file) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => fs::rename(&beside, file),
            linked => linked,
        },
    });
    let _ = fs::remove_file(&beside);
    written.map_err(|error| if error.kind() == ErrorKind::AlreadyExists { taken() } else { failure(&error) })
}

fn write(beside: &Path, document: &str) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(beside)?;
    file.write_all(document.as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()
}

/// A name beside a file, of this process alone.
fn beside(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!(".{name}.{}.new", std::process::id()))
}
