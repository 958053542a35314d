//! curl, quoted for a shell.

use super::{Format, is_hidden, rewrite};
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
    const NEXT: &str = " \\\n  ";
    let mut text = String::new();
    let is_long = request.body.len() > LONGEST_ARGUMENT;
    if is_long {
        text += "printf %s ";
        quote(&mut text, &request.body);
        text += " |\n";
    }
    text += "curl";
    arguments(&mut text, request, NEXT, quote);
    if is_long {
        text += NEXT;
        text += "--data-binary @-";
    } else if !request.body.is_empty() {
        text += NEXT;
        // Unlike --data, it does not read a file when the body begins with an @.
        text += "--data-raw ";
        quote(&mut text, &request.body);
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
    for (name, value) in &request.headers {
        // With a colon, curl would take a header without a value for one to leave out.
        let header = if value.trim().is_empty() { [name, ";", ""] } else { [name, ": ", value] };
        *out += next;
        *out += "--header ";
        quote(out, &header.concat());
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
