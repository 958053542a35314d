//! `new operation`: a file with a skeleton that compiles, and its lines in the gateway's file.

use std::fs;
use std::path::Path;

use crate::lint::gateways;
use crate::page::at;
use crate::run::{program, root, run};
use crate::{Command, Result};

mod lines;
mod name;

pub(crate) const COMMAND: Command = Command {
    name: "new",
    arguments: "operation GATEWAY.ROUTE",
    about: "write the skeleton of an operation, and add it to its gateway's file",
    takes: "1 s",
    run: |arguments| match arguments {
        [what, id] if what == "operation" => operation(id),
        _ => Err("new operation GATEWAY.ROUTE, such as gewe.send_msg".into()),
    },
};

/// The folder of the gateways.
const GATEWAYS: &str = "crates/wxwire/src";

/// What is copied; the codec's own tests compile it.
const SKELETON: &str = "crates/wxwire/src/operation/tests/skeleton.rs";

fn operation(id: &str) -> Result {
    let known = gateways()?;
    let name = name::parse(id, &known)?;
    let folder = root().join(GATEWAYS);
    let (file, gateway) =
        (folder.join(&name.module).join(format!("{}.rs", name.route)), folder.join(format!("{}.rs", name.module)));
    if file.exists() {
        return Err(format!("{} is there already", shown(&file)));
    }
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| at(path, &error));
    let skeleton = filled(&read(&root().join(SKELETON))?, &name);
    let listed = lines::add(&read(&gateway)?, &name).map_err(|why| format!("{}: {why}", gateway.display()))?;
    let write = |path: &Path, text: &str| fs::write(path, text).map_err(|error| at(path, &error));
    fs::create_dir_all(folder.join(&name.module)).map_err(|error| at(&folder, &error))?;
    write(&file, &skeleton)?;
    write(&gateway, &listed)?;
    let (file, gateway) = (shown(&file), shown(&gateway));
    run(program("rustfmt", &["--edition", "2024", &file, &gateway]))?;
    println!("wrote {file}\nadded it to {gateway}");
    println!(
        "Fill in every TODO (`cargo xtask lint` lists those left), then: cargo xtask snapshots, cargo test -p wxwire"
    );
    Ok(())
}

/// A path as it is in the workspace, where programs are run.
fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The skeleton under a name of its own.
fn filled(skeleton: &str, name: &name::Name) -> String {
    let names = [
        ("use crate::gewe::Gewe;\n", format!("use super::{};\n", name.gateway)),
        ("type Gateway = Gewe;", format!("type Gateway = {};", name.gateway)),
        ("gewe.skeleton", name.id()),
        ("Skeleton", name.operation.clone()),
    ];
    names.iter().fold(skeleton.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::process::{Command, Stdio};

    use super::*;

    /// What rustfmt makes of a text; it parses it first.
    fn formatted(text: &str) -> String {
        let mut command = Command::new("rustfmt");
        command.args(["--edition", "2024", "--config", "max_width=120,use_small_heuristics=Max"]);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("rustfmt is part of the toolchain");
        child.stdin.take().expect("piped").write_all(text.as_bytes()).expect("rustfmt reads");
        let output = child.wait_with_output().expect("rustfmt ends");
        assert!(output.status.success(), "{text}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    #[test]
    fn every_gateway_takes_a_new_operation() {
        let known = gateways().expect("the list");
        for (module, gateway) in &known {
            let name = name::parse(&format!("{module}.new_thing"), &known).expect("a good id");
            let skeleton = fs::read_to_string(root().join(SKELETON)).expect("the skeleton");
            let text = formatted(&filled(&skeleton, &name));
            assert!(text.contains(&format!("type Gateway = {gateway};")), "{text}");
            assert!(text.contains(&format!("\"{module}.new_thing\"")) && text.contains("for NewThing {"), "{text}");
            assert!(!text.to_lowercase().contains("skeleton"), "{text}");
            let file = root().join(GATEWAYS).join(format!("{module}.rs"));
            let before = fs::read_to_string(file).expect("the gateway's file");
            let after = formatted(&lines::add(&before, &name).expect("its list"));
            let new: Vec<_> = after.lines().filter(|line| !before.lines().any(|old| old == *line)).collect();
            assert_eq!(new.len(), 3, "{new:#?}");
            assert!(
                after.contains("mod new_thing;\n") && after.contains("pub use new_thing::{NewThing, NewThingReply};")
            );
        }
    }
}
