//! Standard output. What a command prints is kept until it is whole and then written at once: documents of commands that
//! run side by side do not mix, and what cannot be written is an error that no command can forget.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use wxwire::lang::Words;

use crate::exit::{Failure, Fault};
use crate::text::Text;

static PRINTED: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Nobody reads what is printed any more.
static CLOSED: AtomicBool = AtomicBool::new(false);

/// Prints bytes; [`flush`] writes them.
pub fn print(bytes: &[u8]) {
    print_with(|printed| printed.extend_from_slice(bytes));
}

/// Prints what is written behind all that was printed; nothing prints meanwhile.
pub fn print_with(write: impl FnOnce(&mut Vec<u8>)) {
    write(&mut PRINTED.lock().unwrap_or_else(PoisonError::into_inner));
}

/// Writes what was printed. `main` does it when a command has ended; one that goes on for long does it itself.
///
/// A reader that closed the pipe has read all that it wanted: that is no error.
pub fn flush() -> Result<(), Failure> {
    let mut printed = std::mem::take(&mut *PRINTED.lock().unwrap_or_else(PoisonError::into_inner));
    let written = write(&printed);
    // Its room serves for what is printed next.
    printed.clear();
    print_with(|next| {
        if next.is_empty() {
            *next = printed;
        }
    });
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let words = Words::new("无法写出结果：", "the output could not be written: ");
            Err(Failure::new(
                Fault::Output,
                Text::of(|lang| format!("{}{}", words.get(lang), Text::from(&error).get(lang))),
            ))
        }
        Err(_) => {
            CLOSED.store(true, Ordering::Relaxed);
            Ok(())
        }
        Ok(()) => Ok(()),
    }
}

/// Whether whoever read what is printed has closed the pipe: a command that goes on for long can end.
pub fn is_closed() -> bool {
    CLOSED.load(Ordering::Relaxed)
}

#[expect(clippy::disallowed_methods, reason = "this is the writer")]
fn write(bytes: &[u8]) -> io::Result<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

/// Whether a person reads what is printed.
#[expect(clippy::disallowed_methods, reason = "nothing is printed")]
pub fn is_terminal() -> bool {
    io::stdout().is_terminal()
}
