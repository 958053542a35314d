//! `test`: everything that must hold, from the formatting to a real browser. It installs what it needs.

use std::time::Instant;

use crate::run::{BINARY, cargo, run, step};
use crate::{Command, Result, browser, lint, page, web};

pub(crate) const COMMAND: Command = Command {
    name: "test",
    arguments: "",
    about: "lint, build, and run every test there is; what CI runs",
    run: |arguments| match arguments {
        [] => test(),
        _ => Err("takes no arguments; for single tests there is cargo test".into()),
    },
};

fn test() -> Result {
    let start = Instant::now();
    lint::lint()?;
    prepare()?;
    step("tests", || run(cargo(&["test", "--workspace", "--quiet"])))?;
    println!("all of it: {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// What the end-to-end tests find ready: a browser, the page, the binary.
pub(crate) fn prepare() -> Result {
    step("browser", browser::install)?;
    step("target", page::install_target)?;
    step("page", || web::web(None))?;
    step("command", || run(cargo(&BINARY)))
}
