//! `test`: everything that must hold, from the formatting to a real browser. It installs what it needs.

use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::run::{NATIVE, captured, cargo, root, run, step};
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

/// The tests within the libraries, with a codec that is not optimised: they are small, and to optimise the codec once more
/// for them takes longer than all of them.
const UNITS: [&str; 6] =
    ["--config", "profile.dev.package.wxwire.opt-level=0", "test", "--workspace", "--quiet", "--lib"];

/// The tests of the page and of the binary. They wait as much as they work: they run beside the others, and what measures
/// time runs after all of them.
const BESIDE: [&str; 2] = ["page", "command"];

/// How many of the binary's tests run at a time: more than there are cores, since each waits for processes and sockets. Those of
/// the page have as many as there are browsers.
const AT_A_TIME: &str = "4";

fn tests() -> Result {
    let beside = BESIDE.map(|name| with(&["--test", name]));
    let names = names()?;
    let named: Vec<&str> = names.iter().flat_map(|name| ["--test", name]).collect();
    let others = [with(&[&["--bins"], &named[..]].concat()), UNITS.to_vec()];
    let documented = with(&["--doc"]);
    for arguments in beside.iter().chain(&others) {
        run(cargo(&[arguments, &["--no-run"][..]].concat()))?;
    }
    std::thread::scope(|scope| {
        let running = beside.each_ref().map(|arguments| {
            let mut command = cargo(arguments);
            command.env("RUST_TEST_THREADS", AT_A_TIME);
            scope.spawn(|| captured(command))
        });
        let mut result = Ok(());
        for arguments in others.iter().chain([&documented]) {
            result = result.and(run(cargo(arguments)));
        }
        for one in running {
            let (printed, ended) = one.join().map_err(|_| "the tests beside the others broke off")?;
            print!("{printed}");
            result = result.and(ended);
        }
        result
    })?;
    run(cargo(&with(&["--test", "page", "--", "--ignored"])))
}

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&TESTS[..], more].concat()
}

/// The tests that stand beside the code of a package, by their names: a file, or a folder with its `main.rs`.
fn names() -> Result<Vec<String>> {
    let crates = entries(&root().join("crates"))?.into_iter().map(|folder| folder.join("tests"));
    let mut names = Vec::new();
    for folder in crates.chain([root().join("tests")]).filter(|folder| folder.is_dir()) {
        for path in entries(&folder)? {
            let is_test = path.extension().is_some_and(|end| end == "rs") || path.join("main.rs").is_file();
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned());
            names.extend(name.filter(|name| is_test && !BESIDE.contains(&name.as_str())));
        }
    }
    names.sort();
    names.dedup();
    Ok(names)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(read.flatten().map(|entry| entry.path()).collect())
}

/// What the end-to-end tests find ready: a browser, the page, the binary.
pub(crate) fn prepare() -> Result {
    step("browser", browser::install)?;
    step("target", page::install_target)?;
    step("page", || web::web(None))?;
    step("command", || run(cargo(&NATIVE)))
}
