//! PowerShell, from Windows PowerShell 5.1 on.
//!
//! Not `curl.exe`: before 7.3, PowerShell hands a program its arguments without the quotes inside of them, and recodes
//! what it pipes into it. `Invoke-RestMethod` takes bytes, and the same in all versions. And no here-string: its line
//! ends are those of the file that it stands in.

use super::{Format, is_hidden};
use crate::lang::Words;
use crate::request::Preview;

pub(super) const FORMAT: Format = Format {
    name: "powershell",
    title: "PowerShell",
    about: Words::new("Windows PowerShell 5.1 及以上", "Windows PowerShell 5.1 and later"),
    runs: true,
    write,
};

fn write(request: &Preview) -> String {
    let mut text = String::new();
    if !request.body.is_empty() {
        text.push_str(&format!("$body = {}\n", lines(&request.body)));
    }
    text.push_str(&format!("$request = @{{\n  Method = {}\n  Uri = {}\n", quote(&request.method), quote(&request.url)));
    // It has a parameter of its own, which all versions know.
    let (kind, others): (Vec<_>, Vec<_>) =
        request.headers.iter().partition(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    for (_, value) in kind {
        text.push_str(&format!("  ContentType = {}\n", quote(value)));
    }
    if !others.is_empty() {
        text.push_str("  Headers = @{\n");
        for (name, value) in others {
            text.push_str(&format!("    {} = {}\n", quote(name), quote(value)));
        }
        text.push_str("  }\n");
    }
    if !request.body.is_empty() {
        text.push_str("  Body = [Text.Encoding]::UTF8.GetBytes($body)\n");
    }
    text + "}\nInvoke-RestMethod @request"
}

/// A text as an expression, line by line where it has several.
fn lines(text: &str) -> String {
    let (end, name) = match text.matches('\n').count() {
        0 => return quote(text),
        count if text.matches("\r\n").count() == count => ("\r\n", "`r`n"),
        _ => ("\n", "`n"),
    };
    let lines: String = text.split(end).map(|line| format!("  {}\n", quote(line))).collect();
    format!("@(\n{lines}) -join \"{name}\"")
}

/// A text on one line as an expression. Single quotes keep all but quotes, the curved ones too; what cannot be seen is
/// added by its number.
fn quote(text: &str) -> String {
    // An expression that begins with text is a text.
    let mut out = String::from("'");
    for char in text.chars() {
        match char {
            '\'' | '\u{2018}'..='\u{201b}' => out.extend([char, char]),
            // None of these lies beyond the first plane.
            char if is_hidden(char) => out.push_str(&format!("' + [char]0x{:x} + '", u32::from(char))),
            char => out.push(char),
        }
    }
    out.push('\'');
    out
}
