//! `pictures`: what the page looks like, in both languages, narrow and wide, light and dark.

use std::fs;

use crate::run::{cargo, run, step, target};
use crate::{Command, Result, test};

pub(crate) const COMMAND: Command = Command {
    name: "pictures",
    arguments: "[NAME]",
    about: "pictures of the page in target/page-pictures; only those of the tests with this in their name",
    takes: "2 min",
    run: |arguments| match arguments {
        [] => pictures(None),
        [name] => pictures(Some(name)),
        _ => Err("takes one name at the most".into()),
    },
};

/// The tests of the page take the pictures on their way.
fn pictures(name: Option<&str>) -> Result {
    test::prepare()?;
    let folder = target().join("page-pictures");
    if name.is_none() && folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let mut tests = cargo(&["test", "--quiet", "-p", "wxwire-tests", "--test", "page"]);
    tests.args(name).env("WXWIRE_PICTURES", "1");
    step("pictures", || run(tests))?;
    println!("{}", folder.display());
    Ok(())
}
