//! `bench`: measures the codec.

use crate::run::{cargo, run};
use crate::{Command, Result};

pub(crate) const COMMAND: Command = Command {
    name: "bench",
    arguments: "[…]",
    about: "measure the codec; arguments go on to cargo bench",
    takes: "1 min",
    run: bench,
};

fn bench(arguments: &[String]) -> Result {
    let mut command = cargo(&["bench", "-p", "wxwire"]);
    command.args(arguments);
    run(command)
}
