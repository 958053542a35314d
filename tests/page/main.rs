//! The page in a real browser, in front of the real `wxwire serve`: what a person does, and what a person reads.
#![allow(clippy::panic)] // A test that cannot go on says why.

mod browser;
mod calls;
mod compose;
mod drawn;
mod explain;
mod keep;
mod kind;
mod lines;
mod look;
mod meant;
mod page;
mod paste;
mod reader;
mod send;
mod serve;
mod suite;
mod undo;
mod upload;
mod worker;
mod xml;

fn main() -> std::process::ExitCode {
    suite::run(
        [
            calls::tests(),
            compose::tests(),
            drawn::tests(),
            explain::tests(),
            keep::tests(),
            kind::tests(),
            lines::tests(),
            look::tests(),
            meant::tests(),
            paste::tests(),
            reader::tests(),
            send::tests(),
            serve::tests(),
            undo::tests(),
            upload::tests(),
            worker::tests(),
            xml::tests(),
        ]
        .into_iter()
        .flatten()
        .collect(),
    )
}
