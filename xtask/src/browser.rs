//! Installs the browser of the end-to-end tests, where it is missing and may be installed.

use crate::Result;
use crate::run::{is_installed, output, program, run};

const PROGRAMS: [&str; 2] = ["chromium", "chromedriver"];

/// Debian's packages: the two programs, and a font without which Chinese is boxes.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// Makes sure that the programs are there.
pub(crate) fn install() -> Result {
    let missing: Vec<_> = PROGRAMS.into_iter().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let prefix = administrator().filter(|_| is_installed("apt-get"));
    let Some(prefix) = prefix else {
        let (missing, packages) = (missing.join(" and "), PACKAGES.join(", "));
        return Err(format!("{missing} not found; install them (Debian's packages: {packages})"));
    };
    apt_get(prefix, &["update", "--quiet"])?;
    apt_get(prefix, &[&["install", "--yes", "--quiet", "--no-install-recommends"], &PACKAGES[..]].concat())
}

/// What to put before a command of the administrator; none if that is not allowed without asking.
fn administrator() -> Option<&'static [&'static str]> {
    match output(program("id", &["-u"])) {
        Ok(id) if id.trim() == "0" => Some(&[]),
        _ if is_installed("sudo") && run(program("sudo", &["-n", "true"])).is_ok() => Some(&["sudo", "-n"]),
        _ => None,
    }
}

fn apt_get(prefix: &[&str], arguments: &[&str]) -> Result {
    let words = [prefix, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat();
    let (name, rest) = words.split_first().expect("at least env");
    run(program(name, rest))
}
