//! What comes in: all of a file, or a stream whose end nobody waits for.

use std::fs::File;
use std::io::{IsTerminal, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

use wxwire::layer::MAX_BYTES;
use wxwire::scan::{self, Step};

use crate::exit::Failure;
use crate::input::unread;

/// How much is read at once.
const CHUNK: usize = 256 << 10;

/// What has more than this, in lines, is a stream: it is not kept.
const STREAM: usize = 4 << 20;

/// How long the rest is waited for before what is there is told: by a program that reads along, and by a person, whose
/// download may falter.
const PAUSES: [Duration; 2] = [Duration::from_millis(200), Duration::from_secs(1)];

/// Bytes, as they come.
#[derive(Debug)]
pub(super) struct Feed {
    name: String,
    chunks: Receiver<std::io::Result<Vec<u8>>>,
    /// Somebody types, or pastes: what they have done is said by the end alone.
    is_typed: bool,
}

/// What came at first.
pub(super) enum Gathered {
    /// All that there is, or one byte more than is read of any document.
    Whole(Result<Vec<u8>, Failure>),
    /// The beginning, and what brings the rest.
    Stream(Result<Vec<u8>, Failure>, Feed),
}

/// What came next.
pub(super) enum Came {
    Bytes(Vec<u8>),
    /// Nothing, in this time.
    Nothing,
    End,
}

impl Feed {
    pub(super) fn open(name: &str) -> Result<Self, Failure> {
        let source: Box<dyn Read + Send> = match name {
            "-" => Box::new(std::io::stdin()),
            path => Box::new(File::open(path).map_err(|error| unread(name, &error))?),
        };
        let (sender, chunks) = sync_channel(4);
        std::thread::spawn(move || {
            let mut source = source;
            loop {
                let mut chunk = vec![0; CHUNK];
                let read = source.read(&mut chunk).map(|length| {
                    chunk.truncate(length);
                    chunk
                });
                let is_last = !matches!(&read, Ok(chunk) if !chunk.is_empty());
                if sender.send(read).is_err() || is_last {
                    return;
                }
            }
        });
        let is_typed = name == "-" && std::io::stdin().is_terminal();
        Ok(Self { name: name.to_owned(), chunks, is_typed })
    }

    /// Reads until all is there, or until it is seen to be a stream.
    pub(super) fn gathered(self, is_for_program: bool) -> Gathered {
        let pause = PAUSES[usize::from(!is_for_program)];
        let mut bytes = Vec::new();
        loop {
            match self.next(pause) {
                Err(failure) => return Gathered::Whole(Err(failure)),
                Ok(Came::End) => return Gathered::Whole(Ok(bytes)),
                Ok(Came::Nothing) if !self.is_typed && is_begun(&bytes) => return Gathered::Stream(Ok(bytes), self),
                Ok(Came::Nothing) => {}
                Ok(Came::Bytes(more)) => {
                    bytes.extend_from_slice(&more);
                    if bytes.len() > MAX_BYTES {
                        bytes.truncate(MAX_BYTES + 1);
                        return Gathered::Whole(Ok(bytes));
                    }
                    let grew = bytes.len() >= STREAM && bytes.len() / STREAM != (bytes.len() - more.len()) / STREAM;
                    if grew && is_log(&bytes) {
                        return Gathered::Stream(Ok(bytes), self);
                    }
                }
            }
        }
    }

    /// What comes next.
    pub(super) fn next(&self, within: Duration) -> Result<Came, Failure> {
        match self.chunks.recv_timeout(within) {
            Ok(Ok(chunk)) if chunk.is_empty() => Ok(Came::End),
            Ok(Ok(chunk)) => Ok(Came::Bytes(chunk)),
            Ok(Err(error)) => Err(unread(&self.name, &error)),
            Err(RecvTimeoutError::Timeout) => Ok(Came::Nothing),
            Err(RecvTimeoutError::Disconnected) => Ok(Came::End),
        }
    }
}

/// Whether something is there to be told, though more may come: a whole payload in whole lines.
fn is_begun(bytes: &[u8]) -> bool {
    let lines = lines(bytes);
    // The head of an HTTP message belongs to the body that is still to come.
    !lines.starts_with("HTTP/")
        && !lines.lines().next().is_some_and(|line| line.ends_with("HTTP/1.1"))
        && matches!(scan::next(lines, 0, false), Step::Found(..))
}

/// Whether it is many lines, and not one document that goes on.
fn is_log(bytes: &[u8]) -> bool {
    let lines = lines(bytes);
    let start = lines.len() - lines.trim_start().len();
    !lines.is_empty() && !matches!(scan::next(lines, 0, false), Step::Open(at) if at == start)
}

/// The whole lines of it, where it is text.
fn lines(bytes: &[u8]) -> &str {
    let end = memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1);
    std::str::from_utf8(&bytes[..end]).unwrap_or_default()
}
