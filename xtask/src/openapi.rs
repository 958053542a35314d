//! `openapi`: the documents of gateways, read by a linter that the world of OpenAPI uses.

use std::fs;
use std::path::{Path, PathBuf};

use crate::page::at;
use crate::run::{program, root, run, target};
use crate::{Command, Result};

/// Where the documents are, a folder for each gateway.
const FOLDER: &str = "crates/wxwire/documents";

/// The linter, a Python package.
const LINTER: &str = "openapi-spec-validator==0.9.0";

pub(crate) const COMMAND: Command = Command {
    name: "openapi",
    arguments: "",
    about: "lint the gateways' documents with openapi-spec-validator; needs Python 3 and fetches the linter",
    takes: "15 s",
    run: |arguments| match arguments {
        [] => openapi(),
        _ => Err(format!("nothing can stand here, not {arguments:?}")),
    },
};

fn openapi() -> Result {
    let linter = install()?;
    let documents = documents(&root().join(FOLDER))?;
    let mut command = program(&linter.to_string_lossy(), &["--validation-errors", "all"]);
    command.args(documents.iter().filter_map(|path| path.strip_prefix(root()).ok()));
    run(command)?;
    println!("{} documents, no error", documents.len());
    Ok(())
}

/// The linter, in an environment of its own below the folder of what is built.
fn install() -> Result<PathBuf> {
    let folder = target().join("openapi");
    let (programs, end) = if cfg!(windows) { ("Scripts", ".exe") } else { ("bin", "") };
    let inside = |name: &str| folder.join(programs).join(format!("{name}{end}"));
    let linter = inside("openapi-spec-validator");
    if !linter.is_file() {
        run(program("python3", &["-m", "venv", &folder.to_string_lossy()]))?;
        run(program(&inside("pip").to_string_lossy(), &["install", "--quiet", LINTER]))?;
    }
    Ok(linter)
}

/// Every document of a folder and of those in it, in the order of their names.
fn documents(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| at(folder, &error))?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(documents(&path)?);
        } else if path.extension().is_some_and(|end| end == "json") {
            all.push(path);
        }
    }
    all.sort();
    Ok(all)
}
