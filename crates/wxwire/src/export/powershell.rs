//! PowerShell, from Windows PowerShell 5.1 on.
//!
//! Not `curl.exe`: before 7.3, PowerShell hands a program its arguments without the quotes inside of them, and recodes
//! what it pipes into it. `Invoke-RestMethod` takes bytes, and the same in all versions. And no here-string: its line
//! ends are those of the file that it stands in.

use super::{Format, is_hidden, rewrite};
use crate::lang::Words;
use crate::layer::base64;
use crate::request::{Payload, Preview};

pub(super) const FORMAT: Format = Format {
    name: "powershell",
    title: "PowerShell",
    about: Words::new("Windows PowerShell 5.1 及以上", "Windows PowerShell 5.1 and later"),
    runs: true,
};

pub(super) fn write(request: &Preview) -> String {
    let mut text = String::new();
    match &request.body {
        // Windows PowerShell writes no forms: the bytes of the whole stand here.
        Payload::Multipart(_) => {
            text += "$body = [Convert]::FromBase64String(";
            quote(&mut text, &base64::encode(&request.body.bytes()));
            text += ")\n";
        }
        Payload::Text(body) if !body.is_empty() => assign(&mut text, body),
        Payload::Text(_) => {}
    }
    text += "$request = @{\n  Method = ";
    quote(&mut text, &request.method);
    text += "\n  Uri = ";
    quote(&mut text, &request.url);
    text += "\n  Headers = @{\n";
    let mut kind = "";
    for (name, value) in &request.headers {
        match name.eq_ignore_ascii_case("content-type") {
            true => kind = value,
            false => {
                text += "    ";
                quote(&mut text, name);
                text += " = ";
                quote(&mut text, value);
                text.push('\n');
            }
        }
    }
    // It has a parameter of its own, which all versions know.
    text += "  }";
    if !kind.is_empty() {
        text += "\n  ContentType = ";
        quote(&mut text, kind);
    }
    match &request.body {
        Payload::Multipart(_) => text += "\n  Body = $body",
        Payload::Text(body) if !body.is_empty() => text += "\n  Body = [Text.Encoding]::UTF8.GetBytes($body)",
        Payload::Text(_) => {}
    }
    text += "\n}\nInvoke-RestMethod @request";
    text
}

/// A statement that keeps a body, line by line.
fn assign(out: &mut String, body: &str) {
    let mut ended = body.split_inclusive('\n').filter(|line| line.ends_with('\n'));
    let (end, name) = match ended.all(|line| line.ends_with("\r\n")) {
        true => ("\r\n", "`r`n"),
        false => ("\n", "`n"),
    };
    *out += "$body = @(\n";
    for line in body.split(end) {
        *out += "  ";
        quote(out, line);
        out.push('\n');
    }
    *out += ") -join \"";
    *out += name;
    *out += "\"\n";
}

/// Writes a text on one line as an expression. Single quotes keep all but quotes, the curved ones too; what cannot be seen
/// is added by its number.
fn quote(out: &mut String, text: &str) {
    // What begins with a text is a text, whatever is added.
    out.push('\'');
    rewrite(out, text, &|out, char| match char {
        char if is_hidden(char) => {
            *out += "' + [char]";
            *out += &u32::from(char).to_string();
            *out += " + '";
        }
        char => {
            if matches!(char, '\'' | '\u{2018}'..='\u{201b}') {
                out.push(char);
            }
            out.push(char);
        }
    });
    out.push('\'');
}
