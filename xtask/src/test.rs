//! `test`: everything that must hold, from the formatting to a real browser. It installs what it needs.

use std::time::Instant;

use crate::run::{BINARY, captured, cargo, run, step};
use crate::{Command, Result, browser, lint, page, web};

pub(crate) const COMMAND: Command = Command {
    name: "test",
    arguments: "",
    about: "lint, build, and run every test there is; what CI runs",
    takes: "5 min",
    run: |arguments| match arguments {
        [] => test(),
        _ => Err("takes no arguments; for single tests there is cargo test".into()),
    },
};

fn test() -> Result {
    let start = Instant::now();
    lint::lint()?;
    prepare()?;
    step("tests", tests)?;
    println!("all of it: {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

const TESTS: [&str; 3] = ["test", "--workspace", "--quiet"];

/// The tests of the page, which cargo runs only when asked to. They wait as much as they work: they run beside the others.
const PAGE: [&str; 2] = ["--test", "page"];

fn tests() -> Result {
    let page = [&TESTS[..], &PAGE].concat();
    run(cargo(&[&TESTS[..], &["--no-run"]].concat()))?;
    run(cargo(&[&page[..], &["--no-run"]].concat()))?;
    std::thread::scope(|scope| {
        let page = scope.spawn(|| captured(cargo(&page)));
        let others = run(cargo(&TESTS));
        let (printed, page) = page.join().map_err(|_| "the tests of the page broke off")?;
        print!("{printed}");
        others.and(page)
    })
}

/// What the end-to-end tests find ready: a browser, the page, the binary.
pub(crate) fn prepare() -> Result {
    step("browser", browser::install)?;
    step("target", page::install_target)?;
    step("page", || web::web(None))?;
    step("command", || run(cargo(&BINARY)))
}
