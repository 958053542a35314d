//! Gzips a built page, so that no server has to: with zopfli, which takes seconds where gzip takes none and saves a
//! twenty-fifth of what goes over the wire.

use std::cmp::Reverse;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::available_parallelism;

use zopfli::{Format, Options, compress};

use super::{at, files};
use crate::Result;
use crate::run::target;

/// What a gzipped file's name ends with.
pub(crate) const ENDING: &str = "gz";

/// Writes a `.gz` beside every file, as many at once as there are processors. It says neither a time nor a name: the same
/// page makes the same bytes.
pub(super) fn zip(page: &Path) -> Result {
    let mut all = files(page).map_err(|error| at(page, &error))?;
    all.retain(|file| file.extension().is_none_or(|ending| ending != ENDING));
    // The longest first: whatever comes last is over soon.
    all.sort_by_key(|file| Reverse(fs::metadata(file).map_or(0, |known| known.len())));
    let next = AtomicUsize::new(0);
    let work = || -> Result {
        while let Some(path) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            write(path).map_err(|error| at(path, &error))?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..available_parallelism().map_or(1, usize::from)).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| "gzip broke off")?)
    })
}

/// Gzips a file, unless that was done before with the same bytes.
fn write(path: &Path) -> std::io::Result<()> {
    let bytes = fs::read(path)?;
    let before = target().join("zipped").join(path.file_name().unwrap_or_default());
    if !fs::read(&before).is_ok_and(|same| same == bytes) || !beside(&before).exists() {
        fs::create_dir_all(target().join("zipped"))?;
        let mut zipped = File::create(beside(&before))?;
        // Code and data change their kind more often than a text does.
        let options = Options { maximum_block_splits: 60, ..Options::default() };
        compress(options, Format::Gzip, &*bytes, &mut zipped)?;
        zipped.flush()?;
        fs::write(&before, &bytes)?;
    }
    fs::copy(beside(&before), beside(path)).map(drop)
}

/// The gzipped form of a file.
pub(crate) fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ENDING);
    name.into()
}
