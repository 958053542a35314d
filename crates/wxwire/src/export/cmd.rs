//! The command prompt of Windows, and its batch files.
//!
//! Two readers take a line apart, one after the other: `cmd`, and then curl's own runtime, which knows nothing of the
//! first. No argument can hold a carriage return, and a character beyond ASCII comes out right only with some code pages
//! and some builds of curl. So a body that is more than one short line of ASCII goes another way: into variables, with
//! `\u` escapes, from which PowerShell makes the bytes of curl's standard input. Those of five million characters and
//! more do not fit.

use std::fmt::Write;

use super::{Format, curl};
use crate::lang::Words;
use crate::request::Preview;

pub(super) const FORMAT: Format = Format {
    name: "cmd",
    title: "cmd",
    about: Words::new("curl 命令，用于 Windows 命令提示符", "a curl command for the Windows command prompt"),
    runs: true,
    write,
};

/// `cmd` takes lines of at most 8191 characters; this leaves room for what stands around.
const LONGEST: usize = 8000;

/// A percent sign, in batch files and at a prompt alike: in the former `%%` is one, at the latter it stays two.
const SET_PERCENT: &str = "set \"percent=%%\"\n";
const PERCENT: &str = "%percent:~0,1%";

fn write(request: &Preview) -> String {
    let body = &request.body;
    let mut curl = format!("curl.exe {}", curl::arguments(request, quote).join(" ^\n  "));
    // Where delayed expansion is on, `!` stands for a variable as `%` does.
    let is_plain = body.chars().all(|char| matches!(char, ' '..='~') && char != '%' && char != '!');
    let mut variables = String::new();
    if is_plain && curl.len() + quote(body).len() <= LONGEST {
        if !body.is_empty() {
            curl = format!("{curl} ^\n  --data-raw {}", quote(body));
        }
    } else {
        let pipe;
        (variables, pipe) = through_powershell(body);
        curl = format!("{pipe} | ^\n{curl} ^\n  --data-binary \"@-\"");
    }
    let percent = if curl.contains(PERCENT) { SET_PERCENT } else { "" };
    format!("{percent}{variables}{curl}")
}

/// The lines that put a body into variables, and the command that prints its bytes.
fn through_powershell(body: &str) -> (String, String) {
    let escaped = escape(body);
    let (mut lines, mut names) = (String::new(), Vec::new());
    let mut rest = escaped.as_str();
    while !rest.is_empty() {
        let (part, behind) = rest.split_at(rest.len().min(LONGEST));
        names.push(format!("$env:body{}", names.len() + 1));
        writeln!(lines, "set \"body{}={part}\"", names.len()).expect("a string takes all");
        rest = behind;
    }
    let bytes = format!("$b=[Text.Encoding]::UTF8.GetBytes([regex]::Unescape({}))", names.join("+"));
    let print = "[Console]::OpenStandardOutput().Write($b,0,$b.Length)";
    (lines, format!("powershell -NoProfile -Command \"{bytes};{print}\""))
}

/// An argument: quoted for curl's runtime, in which a backslash counts only before a quote, and then for `cmd`, to which
/// every quote turns its own quoting on or off.
fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    let (mut inside, mut backslashes) = (true, 0);
    for char in text.chars() {
        match char {
            '"' => {
                out.extend(std::iter::repeat_n('\\', backslashes + 1));
                out.push('"');
                inside = !inside;
            }
            '%' => out.push_str(PERCENT),
            '&' | '|' | '<' | '>' | '^' | '(' | ')' if !inside => out.extend(['^', char]),
            char => out.push(char),
        }
        backslashes = if char == '\\' { backslashes + 1 } else { 0 };
    }
    out.extend(std::iter::repeat_n('\\', backslashes));
    // What follows is to be outside.
    out.push_str(if inside { "\"" } else { "^\"" });
    out
}

/// ASCII on one line, as .NET's `Regex.Unescape` reads it, without anything that `cmd` would not leave alone.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '%' | '!' | '^' | '&' | '|' | '<' | '>' => write!(out, "\\u{:04x}", u32::from(char)).expect("as above"),
            ' '..='~' => out.push(char),
            char => {
                for unit in char.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04x}").expect("a string takes all");
                }
            }
        }
    }
    out
}
