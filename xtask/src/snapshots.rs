//! `snapshots`: runs the tests and takes what they find for right; look at the difference before you commit it.

use crate::run::{cargo, run};
use crate::test::prepare;
use crate::{Command, Result};

pub(crate) const COMMAND: Command = Command {
    name: "snapshots",
    arguments: "[…]",
    about: "rewrite the snapshots; arguments go on to cargo test",
    run: snapshots,
};

fn snapshots(arguments: &[String]) -> Result {
    prepare()?;
    let mut command = cargo(&["test", "--workspace", "--no-fail-fast"]);
    command.args(arguments).env("INSTA_UPDATE", "always");
    run(command)
}
