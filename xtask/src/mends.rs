//! `mends`: how certain the mender is. One sign changed everywhere, and the texts that other menders try.

use crate::run::{cargo, run};
use crate::{Command, Result};

pub(crate) const COMMAND: Command = Command {
    name: "mends",
    arguments: "[--peers]",
    about: "change one sign of all examples and samples and count what is mended, misread, refused; or beside other menders",
    takes: "15 min",
    run: mends,
};

fn mends(arguments: &[String]) -> Result {
    let (test, more): (_, &[&str]) = match arguments {
        [] => ("mends::all_of_them", &["--ignored"]),
        [option] if option == "--peers" => ("peers::", &[]),
        _ => return Err(format!("only `--peers` can stand here, not {arguments:?}")),
    };
    let mut command = cargo(&["test", "--quiet", "-p", "wxwire", "--test", "import", test, "--", "--nocapture"]);
    command.args(more);
    run(command)
}
