//! `test`: everything that must hold, from the formatting to a real browser. It installs what it needs.

use std::time::Instant;

use crate::run::{NATIVE, captured, cargo, run, step};
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
    lint::read()?;
    page::install_target()?;
    // The modules are built beside what is built for here: each of the two leaves a core idle for long.
    std::thread::scope(|scope| {
        let modules = scope.spawn(|| captured(page::modules()));
        let result = lint::compile();
        let (printed, ended) = modules.join().map_err(|_| "the build of the page broke off")?;
        print!("{printed}");
        result.and(ended)
    })?;
    prepare()?;
    step("tests", tests)?;
    println!("all of it: {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

const TESTS: [&str; 3] = ["test", "--workspace", "--quiet"];

/// The tests of the page and of the binary, which cargo runs only when asked to. They wait as much as they work: they run
/// beside the others, and what measures time runs after all of them.
const BESIDE: [[&str; 2]; 2] = [["--test", "page"], ["--test", "command"]];

fn tests() -> Result {
    let beside = BESIDE.map(|which| [&TESTS[..], &which].concat());
    for arguments in beside.iter().map(Vec::as_slice).chain([&TESTS[..]]) {
        run(cargo(&[arguments, &["--no-run"]].concat()))?;
    }
    std::thread::scope(|scope| {
        let running = beside.each_ref().map(|arguments| scope.spawn(|| captured(cargo(arguments))));
        let mut result = run(cargo(&TESTS));
        for one in running {
            let (printed, ended) = one.join().map_err(|_| "the tests beside the others broke off")?;
            print!("{printed}");
            result = result.and(ended);
        }
        result
    })?;
    run(cargo(&[&TESTS[..], &["--test", "page", "--", "--ignored"]].concat()))
}

/// What the end-to-end tests find ready: a browser, the page, the binary.
pub(crate) fn prepare() -> Result {
    step("browser", browser::install)?;
    step("target", page::install_target)?;
    step("page", || web::web(None))?;
    step("command", || run(cargo(&NATIVE)))
}
