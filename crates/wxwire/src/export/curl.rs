//! curl, quoted for a shell.

use std::fmt::Write;

use super::{Format, is_hidden};
use crate::lang::Words;
use crate::request::Preview;

pub(super) const FORMAT: Format = Format {
    name: "curl",
    title: "curl",
    about: Words::new("curl 命令，用于 bash、zsh 等", "a curl command for bash, zsh and their like"),
    runs: true,
    write,
};

/// Linux hands a program no argument of 128 kB or more; `printf` is none, it is a part of the shell.
const LONGEST_ARGUMENT: usize = 100_000;

fn write(request: &Preview) -> String {
    let mut curl = format!("curl {}", arguments(request, quote).join(" \\\n  "));
    let body = &request.body;
    match body.len() {
        0 => curl,
        // Unlike --data, it does not read a file when the body begins with an @.
        1..=LONGEST_ARGUMENT => curl + " \\\n  --data-raw " + &quote(body),
        _ => {
            curl.insert_str(0, &format!("printf %s {} |\n", quote(body)));
            curl + " \\\n  --data-binary @-"
        }
    }
}

/// curl's arguments but for the body, in lines.
pub(super) fn arguments(request: &Preview, quote: impl Fn(&str) -> String) -> Vec<String> {
    let mut first = format!("--request {} {}", request.method, quote(&request.url));
    // curl would take brackets and braces for a list of addresses, and cut dots out of the path.
    if request.url.contains(['[', ']', '{', '}']) {
        first.push_str(" --globoff");
    }
    if request.url.contains("/.") {
        first.push_str(" --path-as-is");
    }
    let mut lines = vec![first];
    for (name, value) in &request.headers {
        // With a colon, curl would take a header without a value for one to leave out.
        let header = if value.trim().is_empty() { format!("{name};") } else { format!("{name}: {value}") };
        lines.push(format!("--header {}", quote(&header)));
    }
    lines
}

/// Single quotes, which keep everything as it is but themselves, in every POSIX shell.
fn quote(text: &str) -> String {
    if text.contains(|char| char != '\n' && is_hidden(char)) {
        return escape(text);
    }
    let quoted = format!("'{}'", text.replace('\'', r"'\''"));
    match text.contains('\n') {
        // At a prompt, bash does not always know that a second line stands in quotes, and looks `!` up in its history.
        true => quoted.replace('!', r"'\!'"),
        false => quoted,
    }
}

/// `$'…'`, for what should not stand in a command as it is: a prompt would take a tab for a wish to complete.
fn escape(text: &str) -> String {
    let mut out = String::from("$'");
    for char in text.chars() {
        match char {
            '\'' | '\\' => out.extend(['\\', char]),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\n' => out.push(char),
            // By bytes and not as \u, which goes by the locale; always three digits, so that none can follow.
            char if char == '!' || is_hidden(char) => {
                for byte in char.encode_utf8(&mut [0; 4]).bytes() {
                    write!(out, "\\{byte:03o}").expect("a string takes all");
                }
            }
            char => out.push(char),
        }
    }
    out.push('\'');
    out
}
