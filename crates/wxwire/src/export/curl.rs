//! curl, quoted for a shell.

use super::{Format, is_hidden, rewrite};
use crate::lang::Words;
use crate::request::{Content, Part, Payload, Preview};

pub(super) const FORMAT: Format = Format {
    name: "curl",
    title: "curl",
    about: Words::new("curl 命令，用于 bash、zsh 等", "a curl command for bash, zsh and their like"),
    runs: true,
};

/// Linux hands a program no argument of 128 kB or more; `printf` is none, it is a part of the shell.
const LONGEST_ARGUMENT: usize = 100_000;

pub(super) fn write(request: &Preview) -> String {
    const NEXT: &str = " \\\n  ";
    let mut text = String::new();
    // The parts of a form are among the arguments.
    let body = request.body.text().unwrap_or_default();
    let is_long = body.len() > LONGEST_ARGUMENT;
    if is_long {
        text += "printf %s ";
        quote(&mut text, body);
        text += " |\n";
    }
    text += "curl";
    arguments(&mut text, request, NEXT, quote);
    if is_long {
        text += NEXT;
        text += "--data-binary @-";
    } else if !body.is_empty() {
        text += NEXT;
        // Unlike --data, it does not read a file when the body begins with an @.
        text += "--data-raw ";
        quote(&mut text, body);
    }
    text
}

/// Writes curl's arguments but for the body; `next` goes on in a new line.
pub(super) fn arguments(out: &mut String, request: &Preview, next: &str, quote: fn(&mut String, &str)) {
    *out += " --request ";
    *out += &request.method;
    out.push(' ');
    quote(out, &request.url);
    // curl would take brackets and braces for a list of addresses.
    if request.url.contains(['[', ']', '{', '}']) {
        *out += " --globoff";
    }
    let parts = match &request.body {
        Payload::Multipart(parts) => parts.as_slice(),
        Payload::Text(_) => &[],
    };
    // What stands between parts is curl's own to choose.
    let is_own = |name: &str| !parts.is_empty() && name.eq_ignore_ascii_case("content-type");
    for (name, value) in request.headers.iter().filter(|(name, _)| !is_own(name)) {
        // With a colon, curl would take a header without a value for one to leave out.
        let header = if value.trim().is_empty() { [name, ";", ""] } else { [name, ": ", value] };
        *out += next;
        *out += "--header ";
        quote(out, &header.concat());
    }
    form(out, parts, next, quote);
}

/// Writes the parts of a form as arguments; the bytes of a file are curl's to read, from a file of its name.
fn form(out: &mut String, parts: &[Part], next: &str, quote: fn(&mut String, &str)) {
    for Part { name, content } in parts {
        *out += next;
        match content {
            Content::Text(text) => {
                *out += "--form-string ";
                quote(out, &format!("{name}={text}"));
            }
            Content::File { name: file, media_type, .. } => {
                // Between double quotes curl takes a backslash for the mark of the next character.
                let file = file.replace('\\', "\\\\").replace('"', "\\\"");
                let kind = if media_type.is_empty() { String::new() } else { format!(";type={media_type}") };
                *out += "--form ";
                quote(out, &format!("{name}=@\"{file}\"{kind}"));
            }
        }
    }
}

/// Writes a text for every POSIX shell: in single quotes, which keep everything as it is but themselves.
fn quote(out: &mut String, text: &str) {
    if text.contains(|char| char != '\n' && is_hidden(char)) {
        return escape(out, text);
    }
    // At a prompt, bash does not always know that a second line stands in quotes, and takes `!`, and `^` at its beginning,
    // for words to its history.
    let is_several = text.contains('\n');
    out.push('\'');
    rewrite(out, text, &|out, char| match char {
        '\'' => *out += r"'\''",
        '!' if is_several => *out += r"'\!'",
        '^' if is_several => *out += r"'\^'",
        char => out.push(char),
    });
    out.push('\'');
}

/// Writes a text in `$'…'`, for what should not stand in a command as it is: a prompt would take a tab for a wish to
/// complete.
fn escape(out: &mut String, text: &str) {
    *out += "$'";
    rewrite(out, text, &|out, char| match char {
        // By bytes and not as \u, which goes by the locale; always three digits, so that none can follow.
        char if matches!(char, '!' | '^') || char != '\n' && is_hidden(char) => {
            for byte in String::from(char).bytes() {
                *out += &format!("\\{byte:03o}");
            }
        }
        char => {
            if matches!(char, '\'' | '\\') {
                out.push('\\');
            }
            out.push(char);
        }
    });
    out.push('\'');
}
