//! The real binary, run as a person would run it.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    let test = std::env::current_exe().expect("a test is a file");
    let folder = test.ancestors().nth(3).expect("target/debug/deps/test");
    folder.to_owned()
}

/// The binary under test; `cargo xtask test` builds it first.
pub fn binary() -> PathBuf {
    let binary = target().join("debug").join(if cfg!(windows) { "wxwire.exe" } else { "wxwire" });
    assert!(binary.exists(), "{} is not built: cargo build -p wxwire-cli", binary.display());
    binary
}

/// The first example of a call, as the binary prints it: once in a process, since tests want those of all calls again and
/// again.
pub fn example(id: &str) -> String {
    static PRINTED: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());
    let kept = |id: &str| PRINTED.lock().expect("no test panics while it holds this").get(id).cloned();
    kept(id).unwrap_or_else(|| {
        let printed = Wxwire::new(&["example", id]).run().exits(0).out;
        PRINTED.lock().expect("no test panics while it holds this").insert(id.to_owned(), printed.clone());
        printed
    })
}

/// A run of the binary, in an environment of its own.
#[derive(Debug)]
pub struct Wxwire {
    command: Command,
    input: Vec<u8>,
}

/// What a run left behind.
#[derive(Debug)]
pub struct Output {
    /// The exit status.
    pub exit: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Wxwire {
    /// A run with these arguments.
    pub fn new(arguments: &[&str]) -> Self {
        let mut command = Command::new(binary());
        command
            .args(arguments)
            .env_clear()
            .env("LANG", "en_GB.UTF-8")
            .env("TZ", "UTC")
            .env("WXWIRE_PROFILES", "/nonexistent/profiles.toml");
        Self { command, input: Vec::new() }
    }

    /// The same with an environment variable.
    #[must_use]
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// The same with this on standard input.
    #[must_use]
    pub fn input(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = input.into();
        self
    }

    /// Runs it to its end.
    pub fn run(mut self) -> Output {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().expect("the binary starts");
        let mut stdin = child.stdin.take().expect("standard input is piped");
        let input = std::mem::take(&mut self.input);
        let writer = std::thread::spawn(move || {
            // A command that does not read its input closes the pipe.
            let _ = stdin.write_all(&input);
        });
        let output = child.wait_with_output().expect("the binary ends");
        writer.join().expect("the writer ends");
        Output {
            exit: output.status.code().expect("an exit status, not a signal"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Output {
    /// The same, if it ended with this status.
    pub fn exits(self, status: i32) -> Self {
        assert_eq!(self.exit, status, "{self:?}");
        assert!(!self.err.contains("panicked"), "{self:?}");
        self
    }

    /// Standard output as one JSON document.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}
