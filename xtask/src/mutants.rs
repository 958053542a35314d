//! `mutants`: breaks the codec in many small ways, and counts for each room which of them its own tests catch.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::page::at;
use crate::run::{is_installed, option, program, run, target};
use crate::{Command, Result};

pub(crate) const COMMAND: Command = Command {
    name: "mutants",
    arguments: "[--every N]",
    about: "break the codec at every Nth place (150) and run its own tests; installs cargo-mutants",
    takes: "30 min",
    run: |arguments| mutants(option("--every", arguments)?),
};

/// Every so many mutants, where nothing else is asked for: as many as half an hour tries.
const EVERY: usize = 150;

/// How many of a room's mutants its tests should catch, in percent.
const GOAL: usize = 85;

/// The tests run once for each mutant: what the compiler saves by optimizing less is more than they lose by it.
const FAST_BUILD: [&str; 2] =
    ["--cargo-arg=--config=profile.dev.package.wxwire.opt-level=0", "--cargo-arg=--config=profile.dev.debug=0"];

/// The crate's own tests, but for the one that looks at the clock: it fails on a busy machine, mutant or none.
const TESTS: [&str; 5] = ["--", "--tests", "--", "--skip", "hostile_texts_end_soon"];

fn mutants(every: Option<&str>) -> Result {
    let every = match every {
        Some(text) => {
            text.parse().ok().filter(|every| *every > 0).ok_or(format!("--every {text}: a number from 1 on"))?
        }
        None => EVERY,
    };
    if !is_installed("cargo-mutants") {
        run(program("cargo", &["install", "--locked", "cargo-mutants"]))?;
    }
    // It builds into a folder of its own: with that of everyday work, each would undo the other.
    let out = target();
    let mut command = program("cargo", &["mutants", "--package", "wxwire", "--jobs", "1"]);
    command.args(["--sharding", "round-robin", "--shard", &format!("0/{every}"), "--test-workspace=false"]);
    command.args(["--minimum-test-timeout", "120", "--colors", "never"]).args(FAST_BUILD);
    command.arg("--output").arg(&out).args(TESTS);
    command.env("CARGO_TARGET_DIR", out.join("mutants"));
    // Mutants that were missed are not an error here: the figures below say which.
    let status = command.status().map_err(|error| format!("cargo mutants: {error}"))?;
    if !matches!(status.code(), Some(0 | 2 | 3)) {
        return Err(format!("cargo mutants: {status}"));
    }
    let list = |name: &str| read(&out.join("mutants.out").join(name));
    let (caught, missed) = (list("caught.txt")? + &list("timeout.txt")?, list("missed.txt")?);
    print!("{}", table(&rooms(&caught, &missed)));
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| at(path, &error))
}

/// The mutants of a room.
#[derive(Debug, Default, Eq, PartialEq)]
struct Room {
    caught: usize,
    viable: usize,
}

/// How many mutants of each room were caught, of those that compiled. Each line of the lists begins with a file's path.
fn rooms(caught: &str, missed: &str) -> BTreeMap<String, Room> {
    let mut rooms = BTreeMap::<String, Room>::new();
    for (lines, is_caught) in [(caught, true), (missed, false)] {
        for line in lines.lines() {
            let path = line.split(':').next().unwrap_or_default();
            let Some((_, inside)) = path.split_once("/src/") else { continue };
            let name = inside.split('/').next().unwrap_or_default().trim_end_matches(".rs");
            let room = rooms.entry(name.to_owned()).or_default();
            room.viable += 1;
            room.caught += usize::from(is_caught);
        }
    }
    rooms
}

fn table(rooms: &BTreeMap<String, Room>) -> String {
    let line = |name: &str, room: &Room| {
        let percent = room.caught * 100 / room.viable.max(1);
        let note = if percent < GOAL { "  below the goal" } else { "" };
        format!("  {name:<12} {:>4}/{:<4} {percent:>3} %{note}\n", room.caught, room.viable)
    };
    let all = Room {
        caught: rooms.values().map(|room| room.caught).sum(),
        viable: rooms.values().map(|room| room.viable).sum(),
    };
    rooms.iter().map(|(name, room)| line(name, room)).chain([line("all", &all)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mutants_are_counted_by_the_room_that_they_are_in() {
        let caught = "crates/wxwire/src/schema/walk.rs:61:9: replace a -> b with ()\n\
                      crates/wxwire/src/schema.rs:10:5: replace c\n";
        let missed = "crates/wxwire/src/schema/fit.rs:3:4: replace == with !=\n";
        let rooms = rooms(caught, missed);
        assert_eq!(rooms.len(), 1);
        assert_eq!(rooms["schema"], Room { caught: 2, viable: 3 });
        assert_eq!(
            table(&rooms),
            "  schema          2/3     66 %  below the goal\n  all             2/3     66 %  below the goal\n"
        );
    }
}
