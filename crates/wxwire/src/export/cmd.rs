//! The command prompt of Windows, and its batch files.
//!
//! Two readers take a line apart, one after the other: `cmd`, and then curl's own runtime, which knows nothing of the
//! first. No argument can hold a carriage return, and a character beyond ASCII comes out right only with some code pages
//! and some builds of curl. So a body that is more than one short line of ASCII goes another way: into variables, with
//! `\u` escapes, from which PowerShell makes the bytes of curl's standard input. Those of five million characters and
//! more do not fit.

use super::{Format, curl, escape, rewrite};
use crate::lang::Words;
use crate::request::Preview;

pub(super) const FORMAT: Format = Format {
    name: "cmd",
    title: "cmd",
    about: Words::new("curl 命令，用于 Windows 命令提示符", "a curl command for the Windows command prompt"),
    runs: true,
};

/// `cmd` takes lines of at most 8191 characters; this leaves room for what stands around.
const LONGEST: usize = 8000;

/// A percent sign, in batch files and at a prompt alike: of the variable's `%%` the former make one, the latter two.
const PERCENT: &str = "%percent:~0,1%";

pub(super) fn write(request: &Preview) -> String {
    const NEXT: &str = " ^\n  ";
    let mut curl = String::from("curl.exe");
    curl::arguments(&mut curl, request, NEXT, quote);
    // The parts of a form are among the arguments.
    let body = request.body.text().unwrap_or_default();
    let mut argument = String::new();
    quote(&mut argument, body);
    // Where delayed expansion is on, `!` stands for a variable as `%` does.
    let is_plain = body.chars().all(|char| matches!(char, ' '..='~') && char != '%' && char != '!');
    let is_short = is_plain && curl.len() + argument.len() <= LONGEST;
    let mut text = String::new();
    if curl.contains('%') {
        text += "set \"percent=%%\"\n";
    }
    if body.is_empty() {
        text += &curl;
    } else if is_short {
        text += &curl;
        text += NEXT;
        text += "--data-raw ";
        text += &argument;
    } else {
        print(&mut text, body);
        text += " | ";
        text += &curl;
        text += NEXT;
        text += "--data-binary \"@-\"";
    }
    text
}

/// Writes the lines that put a body into variables, and the command that prints its bytes.
fn print(out: &mut String, body: &str) {
    let mut escaped = String::new();
    plain(&mut escaped, body);
    let mut rest = escaped.as_str();
    let mut names = String::new();
    for count in 1.. {
        let (part, behind) = rest.split_at(rest.len().min(LONGEST));
        let name = format!("body{count}");
        *out += "set \"";
        *out += &name;
        out.push('=');
        *out += part;
        *out += "\"\n";
        names += "$env:";
        names += &name;
        if behind.is_empty() {
            break;
        }
        names.push('+');
        rest = behind;
    }
    *out += "powershell -NoProfile -Command \"$b=[Text.Encoding]::UTF8.GetBytes([regex]::Unescape(";
    *out += &names;
    *out += "));[Console]::OpenStandardOutput().Write($b,0,$b.Length)\"";
}

/// Writes an argument: quoted for curl's runtime, in which a backslash counts only before a quote, and then for `cmd`, to
/// which every quote turns its own quoting on or off.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    let (mut inside, mut backslashes) = (true, String::new());
    for char in text.chars() {
        match char {
            '"' => {
                *out += &backslashes;
                out.push('\\');
                inside = !inside;
            }
            '&' | '|' | '<' | '>' | '^' | '(' | ')' if !inside => out.push('^'),
            _ => {}
        }
        match char {
            '\\' => backslashes.push(char),
            _ => backslashes.clear(),
        }
        match char {
            '%' => *out += PERCENT,
            _ => out.push(char),
        }
    }
    *out += &backslashes;
    // What follows is to be outside.
    *out += if inside { "\"" } else { "^\"" };
}

/// Writes a text as ASCII on one line, as .NET's `Regex.Unescape` reads it, without anything that `cmd` would not leave
/// alone.
fn plain(out: &mut String, text: &str) {
    rewrite(out, text, &|out, char| match char {
        '\\' => *out += "\\\\",
        '%' | '!' | '^' | '&' | '|' | '<' | '>' => escape(out, char),
        ' '..='~' => out.push(char),
        char => escape(out, char),
    });
}
