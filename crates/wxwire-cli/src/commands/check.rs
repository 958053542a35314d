//! `wxwire check`: every problem at its place.

use crate::checked::Checked;
use crate::exit::{Exit, Failure};
use crate::options::{Body, Options};
use crate::terminal::{self, Colour};

pub fn run(options: &Options, body: &Body) -> Result<Exit, Failure> {
    let checked = Checked::read(body.clone())?;
    if options.json {
        terminal::json(&checked.to_json(options.lang()));
    } else if checked.problems.is_empty() {
        let mark = Colour::Green.paint("✓");
        terminal::say(&format!("{mark} {}{}", checked.entry.id, options.say("：没有问题", ": no problems")));
    } else {
        terminal::say(&checked.wording(options));
    }
    if !options.json {
        checked.note_encoding(options);
    }
    checked.note_strict(options);
    Ok(if checked.is_refused() { Exit::Invalid } else { Exit::Done })
}
