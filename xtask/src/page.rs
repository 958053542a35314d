//! Builds the page: the web crate as wasm, what binds it to JavaScript, and the static files, in one folder.

mod tight;
pub(crate) mod zip;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use wasm_bindgen_cli_support::Bindgen;

use crate::Result;
use crate::run::{NATIVE, WASM, cargo, is_installed, output, program, root, run, target};

/// Builds the page into `out`, or into its own folder, of which nothing old is left. Returns the folder.
pub(crate) fn build(out: Option<&Path>) -> Result<PathBuf> {
    install_target()?;
    run(modules())?;
    let bound = bind()?;
    let page = match out {
        Some(out) => out.to_owned(),
        None => {
            let own = target().join("page");
            if own.exists() {
                fs::remove_dir_all(&own).map_err(|error| at(&own, &error))?;
            }
            own
        }
    };
    copy(&bound, &page)?;
    let files = root().join("web/static");
    if files.exists() {
        copy(&files, &page)?;
    }
    tight::tighten(&page)?;
    run(cargo(&NATIVE))?;
    let describe = target().join("debug/examples").join(format!("describe{}", std::env::consts::EXE_SUFFIX));
    run(program(&describe.to_string_lossy(), &[&page.to_string_lossy()]))?;
    zip::zip(&page)?;
    Ok(page)
}

/// What compiles the modules.
pub(crate) fn modules() -> Command {
    let mut build = cargo(&["build", "--profile", "web", "--target", WASM]);
    build.args(["-p", "wxwire-web", "-p", "wxwire-reader", "-p", "wxwire-paste"]);
    build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths());
    build
}

/// Flags that keep this machine's folders out of the page: panics name files by their paths inside a crate.
fn without_paths() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let sources = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok()).into_iter().flatten();
    let remap =
        |folder: std::io::Result<fs::DirEntry>| Some(format!("--remap-path-prefix={}=", folder.ok()?.path().display()));
    sources.filter_map(remap).chain(["--remap-path-prefix=/rustc=".to_owned()]).collect::<Vec<_>>().join(" ")
}

/// Adds the wasm target where it is not there yet; a toolchain file alone does not do it everywhere.
pub(crate) fn install_target() -> Result {
    let folder = output(program("rustc", &["--print", "target-libdir", "--target", WASM]))?;
    match Path::new(folder.trim()).exists() {
        true => Ok(()),
        false if is_installed("rustup") => run(program("rustup", &["target", "add", WASM])),
        false => Err(format!("this toolchain lacks the target {WASM}, and there is no rustup to add it")),
    }
}

/// The modules: the page itself, what it checks and sends with, and what reads whatever is pasted.
const MODULES: [&str; 3] = ["wxwire_web", "wxwire_reader", "wxwire_paste"];

/// Runs wasm-bindgen on each module whose output is older than its input. Returns the folder of the output.
fn bind() -> Result<PathBuf> {
    let out = target().join("bindgen");
    MODULES.iter().try_for_each(|module| bind_one(module, &out)).map(|()| out)
}

fn bind_one(module: &str, out: &Path) -> Result {
    let wasm = target().join(WASM).join("web").join(format!("{module}.wasm"));
    let written = |path: &Path| fs::metadata(path).and_then(|file| file.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    if written(&out.join(format!("{module}_bg.wasm"))) < written(&wasm) {
        Bindgen::new()
            .input_path(&wasm)
            .web(true)
            .and_then(|bindgen| {
                // The names of functions are a tenth of the page; panics tell file and line without them.
                bindgen
                    .omit_default_module_path(false)
                    .typescript(false)
                    .remove_name_section(true)
                    .remove_producers_section(true)
                    .generate(out)
            })
            .map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to).map_err(|error| at(to, &error))?;
    for entry in fs::read_dir(from).map_err(|error| at(from, &error))? {
        let path = entry.map_err(|error| at(from, &error))?.path();
        let copied = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &copied)?;
        } else {
            fs::copy(&path, &copied).map_err(|error| at(&path, &error))?;
        }
    }
    Ok(())
}

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => found.extend(files(&path)?),
            false => found.push(path),
        }
    }
    Ok(found)
}

/// An error with its place.
pub(crate) fn at(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
