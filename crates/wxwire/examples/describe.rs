//! Writes what the types say of themselves: for programs that are built without the feature `derive`, such as the page.
//!
//! ```text
//! cargo run -p wxwire --example describe -- FOLDER
//! ```

#![allow(clippy::disallowed_methods, reason = "an example is a program; the codec itself opens no file")]

use std::path::PathBuf;
use std::process::ExitCode;

use wxwire::{catalog, forms};

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("describe FOLDER");
        return ExitCode::from(2);
    };
    let mut files = vec![
        ("catalog.json".to_owned(), catalog::to_json()),
        ("calls.json".to_owned(), catalog::index_to_json()),
        ("forms.json".to_owned(), forms::to_json()),
        ("reading.json".to_owned(), catalog::reading_to_json()),
        ("codes.json".to_owned(), catalog::codes_to_json()),
    ];
    files.extend(catalog::gateways().flat_map(|gateway| catalog::calls_to_json(&gateway)));
    let written = std::fs::create_dir_all(folder.join("calls"))
        .and_then(|()| files.into_iter().try_for_each(|(name, text)| std::fs::write(folder.join(name), text)));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}
