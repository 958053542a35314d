//! `snapshots`: takes what the tests with snapshots find for right, and says which files that changed. Look at the
//! difference before you commit it.

use crate::run::{cargo, program, run};
use crate::{Command, Result};

pub(crate) const COMMAND: Command = Command {
    name: "snapshots",
    arguments: "",
    about: "rewrite the snapshots and list what changed; needs no browser",
    takes: "1 min",
    run: |arguments| match arguments {
        [] => snapshots(),
        _ => Err("takes no arguments".into()),
    },
};

/// Where snapshots are taken, and how cargo is told to run only what takes them.
const PLACES: [(&str, &[&str]); 5] = [
    ("crates/wxwire/tests/pages.rs", &["-p", "wxwire", "--test", "pages"]),
    ("crates/wxwire/tests/import/one_byte.rs", &["-p", "wxwire", "--test", "import", "one_byte"]),
    ("tests/catalog.rs", &["-p", "wxwire-tests", "--test", "catalog", "snapshot"]),
    ("tests/export/snapshot.rs", &["-p", "wxwire-tests", "--test", "export", "snapshot"]),
    ("web/src/view/tests.rs", &["-p", "wxwire-web", "view::tests"]),
];

fn snapshots() -> Result {
    for (_, arguments) in PLACES {
        let mut command = cargo(&[&["test", "--quiet"], arguments].concat());
        command.env("INSTA_UPDATE", "always");
        run(command)?;
    }
    println!("changed:");
    run(program(
        "git",
        &["status", "--short", "--", "*.snap", "crates/wxwire/docs", "crates/wxwire/tests/import/*.txt"],
    ))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::PLACES;
    use crate::lint::rust;
    use crate::run::root;

    #[test]
    fn no_snapshot_is_taken_anywhere_else() {
        let folders = ["crates", "web", "tests"].map(|folder| rust(&root().join(folder)).expect("a folder"));
        let takes = |text: &str| text.contains("assert_snapshot!(") || text.contains("var(\"INSTA_UPDATE\")");
        let takers = folders.concat().into_iter().filter(|path| takes(&fs::read_to_string(path).expect("a file")));
        let mut takers: Vec<_> =
            takers.map(|path| path.strip_prefix(root()).expect("inside").to_string_lossy().into_owned()).collect();
        let mut known = PLACES.map(|(file, _)| file.to_owned()).to_vec();
        known.sort();
        takers.sort();
        assert_eq!(takers, known);
    }
}
