//! A stream of text, such as a log that is still written: each payload is told as it comes, and nothing is kept of it.

mod told;

use std::borrow::Cow;
use std::time::Duration;

use wxwire::explain::{self, Beside};
use wxwire::scan::{self, Payload, Step};

use self::told::Told;
use super::feed::{Came, Feed};
use super::filter::Filter;
use super::repeats::Repeats;
use super::written;
use crate::exit::{Exit, Failure};
use crate::input;
use crate::options::Options;

/// The longest that one payload may be, or one line.
const MAX_OPEN: usize = 8 << 20;

/// So often it is looked whether anybody still reads.
const IDLE: Duration = Duration::from_secs(1);

/// So many payloads are worth a thread.
const MANY: usize = 64;

/// So many are looked for before they are told: what they hold takes many times their room.
const BATCH: usize = 256;

/// So many are at most, where they stand in one line.
const MOST: usize = 4096;

pub(super) fn run(begun: Vec<u8>, feed: Feed, filter: &Filter, options: &Options) -> Result<Exit, Failure> {
    let mut stream = Stream {
        rest: Vec::new(),
        text: String::new(),
        line: 1,
        number: 0,
        repeats: Repeats::default(),
        worst: Exit::Done,
        filter,
        options,
    };
    stream.take(&begun);
    drop(begun);
    let mut goes_on = stream.tell(false)?;
    while goes_on {
        match feed.next(IDLE)? {
            Came::Bytes(bytes) => {
                stream.take(&bytes);
                goes_on = stream.tell(false)?;
            }
            // However long it takes, what is open may still be closed, and told before it would be told wrong.
            Came::Nothing => goes_on = written()?,
            Came::End => {
                stream.take_rest();
                stream.tell(true)?;
                break;
            }
        }
    }
    Ok(stream.worst)
}

struct Stream<'o> {
    /// The beginning of a line.
    rest: Vec<u8>,
    /// The lines that were not told yet.
    text: String,
    /// The number of the first of them.
    line: usize,
    /// How many payloads were told.
    number: usize,
    repeats: Repeats,
    worst: Exit,
    filter: &'o Filter,
    options: &'o Options,
}

impl Stream<'_> {
    /// Takes in what came, by whole lines.
    fn take(&mut self, bytes: &[u8]) {
        let Some(end) = memchr::memrchr(b'\n', bytes) else {
            self.rest.extend_from_slice(bytes);
            if self.rest.len() > MAX_OPEN {
                self.take_rest();
            }
            return;
        };
        let lines = &bytes[..=end];
        if self.rest.is_empty() {
            self.text.push_str(&text(lines));
        } else {
            let mut first = std::mem::take(&mut self.rest);
            first.extend_from_slice(lines);
            self.text.push_str(&text(&first));
        }
        self.rest.extend_from_slice(&bytes[end + 1..]);
    }

    fn take_rest(&mut self) {
        let rest = std::mem::take(&mut self.rest);
        self.text.push_str(&text(&rest));
    }

    /// Tells the payloads in it, and keeps what may still go on; whether anybody still reads what is told.
    fn tell(&mut self, is_all: bool) -> Result<bool, Failure> {
        let is_all = is_all || self.text.len() > MAX_OPEN;
        let source = std::mem::take(&mut self.text);
        let (mut at, mut counted, mut kept) = (0, 0, None);
        while kept.is_none() {
            let (mut found, from): (Vec<Payload<'_>>, _) = (Vec::new(), at);
            while kept.is_none() && found.len() < MOST {
                match scan::next(&source, at, is_all) {
                    // What stands in one line is told together.
                    Step::Found(payloads, _)
                        if found.len() >= BATCH && is_parted(&source, found.last(), payloads.first()) =>
                    {
                        break;
                    }
                    Step::Found(payloads, next) => {
                        found.extend(payloads);
                        at = next;
                    }
                    Step::Open(open) => kept = Some(open),
                    Step::End => kept = Some(source.len()),
                }
            }
            for told in self.explained(&source, from, found) {
                self.count(&source, &mut counted, told.start);
                self.print(told);
            }
            if !written()? {
                return Ok(false);
            }
        }
        let kept = kept.unwrap_or_default().max(counted);
        self.count(&source, &mut counted, kept);
        self.text.push_str(&source[kept..]);
        Ok(true)
    }

    /// Counts the lines up to a place, each once.
    fn count(&mut self, source: &str, counted: &mut usize, place: usize) {
        let place = place.max(*counted);
        self.line += memchr::memchr_iter(b'\n', &source.as_bytes()[*counted..place]).count();
        *counted = place;
    }

    /// What the payloads from a place on are, in their order; of many, each half by a thread of its own.
    fn explained<'p>(&self, source: &'p str, from: usize, found: Vec<Payload<'p>>) -> Vec<Told<'p>> {
        let (filter, options) = (self.filter, self.options);
        let all = |from: usize, found: Vec<Payload<'p>>| -> Vec<Told<'p>> {
            let parts = explain::of_payloads(source, from, found).into_iter().filter(|part| filter.takes(part));
            parts.map(|part| Told::of(part, options)).collect()
        };
        // What stands around a payload in its line is looked at: no line is in two halves.
        let half =
            (found.len().div_ceil(2)..found.len()).find(|at| is_parted(source, found.get(at - 1), found.get(*at)));
        let Some(half) = half.filter(|_| found.len() >= MANY) else { return all(from, found) };
        let mut first = found;
        let second = first.split_off(half);
        let middle = second.first().map_or(from, |payload| payload.span.start);
        let middle = memchr::memrchr(b'\n', &source.as_bytes()[..middle]).unwrap_or(middle);
        std::thread::scope(|scope| {
            let second = scope.spawn(move || all(middle, second));
            let mut told = all(from, first);
            told.extend(second.join().expect("explaining does not panic, whatever it reads"));
            told
        })
    }

    fn print(&mut self, told: Told<'_>) {
        self.number += 1;
        let repeats = self.repeats.of(told.repeat.as_ref(), self.number);
        let beside = Beside { number: self.number, line: Some(self.line), repeats, ..Beside::default() };
        told.what.print(&beside, self.options.lang());
        if told.exit != Exit::Done {
            self.worst = Exit::Invalid;
        }
    }
}

/// Whether a payload begins in another line than the one before it ends in.
fn is_parted(source: &str, before: Option<&Payload<'_>>, next: Option<&Payload<'_>>) -> bool {
    let between = before.zip(next).and_then(|(before, next)| source.get(before.span.end..next.span.start));
    between.is_some_and(|between| between.contains('\n'))
}

/// Lines as text. Where some are in another encoding, each is read by itself.
fn text(lines: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(lines) {
        return text.into();
    }
    let one = |line: &[u8]| String::from_utf8_lossy(&input::decoded(line).0).into_owned();
    lines.split_inclusive(|byte| *byte == b'\n').map(one).collect::<String>().into()
}
