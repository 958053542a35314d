//! Writing a document: the whole of it or nothing, and over another only where that is wanted.
//! A device or a pipe keeps nothing that could be lost, and no file takes its place: it is written to.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use wxwire::lang::Words;

use crate::exit::{Failure, Fault};
use crate::text::Text;

/// Keeps a document in a file; `taken` says what can be done where one is there already.
pub fn keep(file: &Path, document: &str, replace: bool, taken: Words) -> Result<(), Failure> {
    let shown = file.display().to_string();
    let failure = |error: &std::io::Error| Failure::new(Fault::File, Text::from(error).about(&shown));
    let taken = || Failure::new(Fault::Kept, Text::from(taken).about(&shown));
    // A link stays a link: what it leads to is replaced.
    let leads = file.canonicalize();
    let file = leads.as_deref().unwrap_or(file);
    if is_stream(file) {
        return OpenOptions::new().write(true).open(file).and_then(|to| write(to, document)).map_err(|e| failure(&e));
    }
    if !replace && file.symlink_metadata().is_ok() {
        return Err(taken());
    }
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| failure(&error))?;
    }
    let beside = beside(file);
    let new = OpenOptions::new().write(true).create_new(true).open(&beside);
    let whole = |new: File| {
        new.try_clone().and_then(|to| write(to, document))?;
        new.sync_all()
    };
    let written = new.and_then(whole).and_then(|()| match replace {
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

fn write(mut to: File, document: &str) -> std::io::Result<()> {
    to.write_all(document.as_bytes())?;
    to.write_all(b"\n")
}

/// Something that is no file to keep things in: a device, a pipe, a socket.
fn is_stream(file: &Path) -> bool {
    file.metadata().is_ok_and(|there| !there.is_file() && !there.is_dir())
}

/// A name beside a file, of this process alone.
fn beside(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!(".{name}.{}.new", std::process::id()))
}
