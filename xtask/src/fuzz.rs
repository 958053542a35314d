//! `fuzz`: random bytes against one property of the codec, seeded with the samples.

use std::fs;

use crate::page::at;
use crate::run::{is_installed, program, root, run, target};
use crate::{Command, Result};

/// Where the targets are.
const FOLDER: &str = "crates/wxwire/fuzz";

/// Every run begins with these.
const SEEDS: [&str; 2] = ["crates/wxwire/tests/samples", "crates/wxwire/tests/found"];

/// And those of a target with these.
const MORE_SEEDS: [(&str, &str); 2] =
    [("documents", "crates/wxwire/documents"), ("documents", "crates/wxwire/tests/learned")];

pub(crate) const COMMAND: Command = Command {
    name: "fuzz",
    arguments: "NAME --seconds N",
    about: "feed random bytes to a property of the codec; needs nightly and cargo-fuzz",
    takes: "1 min",
    run: fuzz,
};

fn fuzz(arguments: &[String]) -> Result {
    let (name, seconds) = match arguments {
        [name] => (name, 60),
        [name, option, seconds] if option == "--seconds" => {
            (name, seconds.parse::<u32>().map_err(|error| format!("--seconds {seconds}: {error}"))?)
        }
        _ => return Err(format!("one of {}, then --seconds N", targets()?.join(", "))),
    };
    if !targets()?.contains(name) {
        return Err(format!("no such target: {name}; there are {}", targets()?.join(", ")));
    }
    install()?;
    // What was found interesting is kept for the next run; it is no part of the project.
    let corpus = target().join("fuzz/corpus").join(name);
    fs::create_dir_all(&corpus).map_err(|error| at(&corpus, &error))?;
    let folder = target().join("fuzz");
    let found = folder.join(format!("{name}-"));
    let mut command = program("cargo", &["+nightly", "fuzz", "run", "--fuzz-dir", FOLDER, "--target-dir"]);
    command.arg(folder).arg(name).arg(corpus).args(SEEDS.map(|seeds| root().join(seeds)));
    command.args(MORE_SEEDS.iter().filter(|(target, _)| target == name).map(|(_, seeds)| root().join(seeds)));
    // What a document brought is kept as long as the program runs, which is no mistake.
    command.env("ASAN_OPTIONS", "detect_leaks=0");
    command.args(["--", "-timeout=5", "-rss_limit_mb=2048", "-max_len=20000", "-print_final_stats=1"]);
    let words = root().join(FOLDER).join(format!("{name}.dict"));
    if words.is_file() {
        command.arg(format!("-dict={}", words.display()));
    }
    run({
        command.arg(format!("-max_total_time={seconds}")).arg(format!("-artifact_prefix={}", found.display()));
        command
    })
}

fn targets() -> Result<Vec<String>> {
    let folder = root().join(FOLDER).join("targets");
    let files = fs::read_dir(&folder).map_err(|error| at(&folder, &error))?;
    let name = |path: std::path::PathBuf| Some(path.file_stem()?.to_str()?.to_owned());
    let mut names: Vec<_> = files.flatten().filter_map(|file| name(file.path())).collect();
    names.sort();
    Ok(names)
}

/// The nightly toolchain and cargo-fuzz, where they are missing.
fn install() -> Result {
    if !is_installed("cargo-fuzz") {
        run(program("cargo", &["install", "--locked", "cargo-fuzz"]))?;
    }
    let mut nightly = program("rustup", &["run", "nightly", "rustc", "--version"]);
    if nightly.output().is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    run(program("rustup", &["toolchain", "install", "nightly", "--profile", "minimal"]))
}
