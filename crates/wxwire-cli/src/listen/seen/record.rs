//! What came before, in a file: a line for each callback, at most twice as many as are remembered.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use fs4::FileExt;
use wxwire::lang::Words;

use super::Route;
use crate::text::Text;
use crate::{configuration, private};

/// A line: 128 bits in hexadecimal, and its end.
const LINE: u64 = 33;

/// The file of a route. No other listener writes it while this lives.
#[derive(Debug)]
pub struct Record {
    path: PathBuf,
    file: File,
    lines: usize,
    most: usize,
    _lock: File,
}

impl Record {
    /// Opens the file of a route, and reads what was kept; none where this machine has no folder for it.
    pub fn open(route: &Route, forget: bool, most: usize) -> Result<Option<(Self, Vec<String>)>, Text> {
        let Some(folder) = configuration::state() else { return Ok(None) };
        let profile = route.profile.as_deref().unwrap_or_default();
        let name = private::digest(&[route.gateway.name, profile, &route.path]);
        let path = folder.join("seen").join(format!("{}-{name}", route.gateway.name));
        let words = Words::new("收到过的回调只记在内存中：", "what came is remembered in memory alone: ");
        let io = |error: io::Error| {
            let why = Text::from(&error);
            Text::of(|lang| format!("{}{}", words.get(lang), why.get(lang)))
        };
        Self::at(path, forget, most).map_err(|error| match error.kind() {
            io::ErrorKind::WouldBlock => {
                let busy = Words::new("另一个 listen 正在使用同一份记录", "another listener keeps the same record");
                Text::of(|lang| format!("{}{}", words.get(lang), busy.get(lang)))
            }
            _ => io(error),
        })
    }

    fn at(path: PathBuf, forget: bool, most: usize) -> io::Result<Option<(Self, Vec<String>)>> {
        private::folders().create(path.parent().unwrap_or(&path))?;
        let lock = regular(&path.with_extension("lock"))?;
        FileExt::try_lock(&lock).map_err(|_| io::ErrorKind::WouldBlock)?;
        let mut file = regular(&path)?;
        if forget {
            file.set_len(0)?;
        }
        let keys = read(&mut file, most)?;
        let mut record = Self { path, file, lines: keys.len(), most, _lock: lock };
        // A line that was cut, and all that is too old, goes.
        record.write(keys.iter())?;
        Ok(Some((record, keys)))
    }

    /// Adds one; `all` are those that are remembered, with it.
    pub fn add(&mut self, key: &str, all: &VecDeque<String>) -> io::Result<()> {
        if self.lines >= 2 * self.most {
            return self.write(all.iter());
        }
        self.lines += 1;
        self.file.write_all(format!("{key}\n").as_bytes())
    }

    /// Writes the file anew. Whatever happens, the one or the other is there.
    fn write<'k>(&mut self, keys: impl Iterator<Item = &'k String>) -> io::Result<()> {
        let new = self.path.with_extension("new");
        // A run that was killed may have left it behind.
        let _ = fs::remove_file(&new);
        let mut file = BufWriter::new(private::file().create_new(true).append(true).open(&new)?);
        let mut lines = 0;
        for key in keys {
            writeln!(file, "{key}")?;
            lines += 1;
        }
        self.file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        self.lines = lines;
        fs::rename(&new, &self.path)
    }
}

/// Opens a file, or makes it. A pipe would be waited for.
fn regular(path: &Path) -> io::Result<File> {
    if path.metadata().is_ok_and(|known| !known.is_file()) {
        return Err(io::Error::other(format!("{}: not a regular file", path.display())));
    }
    private::file().read(true).create(true).truncate(false).open(path)
}

/// The last keys of a file.
fn read(file: &mut File, most: usize) -> io::Result<Vec<String>> {
    let room = 2 * most as u64 * LINE;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(room)))?;
    let mut keys = Vec::new();
    for line in BufReader::new(file).take(room).split(b'\n') {
        let line = String::from_utf8(line?).unwrap_or_default();
        if line.len() as u64 == LINE - 1 && line.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            keys.push(line);
        }
    }
    Ok(keys.split_off(keys.len().saturating_sub(most)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ones_are_kept_whatever_stands_between_them() {
        let path = std::env::temp_dir().join(format!("wxwire-seen-{}", std::process::id()));
        let key = |at: usize| format!("{at:032x}");
        let open = |forget| Record::at(path.clone(), forget, 3).expect("a file").expect("a record");
        let (mut record, keys) = open(true);
        assert!(keys.is_empty());
        let mut all = VecDeque::new();
        for at in 0..20 {
            all.push_back(key(at));
            if all.len() > 3 {
                all.pop_front();
            }
            record.add(&key(at), &all).expect("it is written");
            let length = fs::metadata(&path).expect("a file").len();
            assert!(length <= 6 * LINE, "{length}");
        }
        assert!(Record::at(path.clone(), false, 3).is_err(), "another has it");
        drop(record);
        assert_eq!(open(false).1, [key(17), key(18), key(19)]);
        // A line that was cut, and what is none.
        fs::write(&path, format!("{}\nnone\n\u{fe}{}\n{}", key(1), key(2), &key(3)[..31])).expect("it is written");
        assert_eq!(open(false).1, [key(1)]);
        assert!(open(true).1.is_empty());
        for extension in ["", "lock"] {
            let _ = fs::remove_file(path.with_extension(extension));
        }
    }
}
