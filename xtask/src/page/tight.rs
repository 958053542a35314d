//! Makes a built page smaller without changing what it does.

mod names;

use std::fs;
use std::path::Path;

use super::{MODULES, at};
use crate::Result;

const TEXTS: [&str; 5] = ["ask.js", "boot.js", "decode.js", "index.html", "worker.js"];
const STYLES: [&str; 2] = ["style.css", "paste.css"];

/// Takes from texts what only their readers need, and from names what nobody needs. That is a fortieth
/// of the page.
pub(super) fn tighten(page: &Path) -> Result {
    let read = |name: &str| fs::read(page.join(name)).map_err(|error| at(&page.join(name), &error));
    let write =
        |name: &str, bytes: &[u8]| fs::write(page.join(name), bytes).map_err(|error| at(&page.join(name), &error));
    for name in TEXTS {
        write(name, stripped(&String::from_utf8_lossy(&read(name)?)).replace(";\n}", "}").as_bytes())?;
    }
    for name in STYLES {
        write(name, joined(&stripped(&String::from_utf8_lossy(&read(name)?))).as_bytes())?;
    }
    for module in MODULES {
        let (wasm, script) = (format!("{module}_bg.wasm"), format!("{module}.js"));
        let text = with_short_names(&stripped(&String::from_utf8_lossy(&read(&script)?)));
        let shortened = names::shortened(&read(&wasm)?, &text);
        let (bytes, text) = shortened.ok_or_else(|| format!("{wasm} and {script} do not name the same imports"))?;
        write(&wasm, &bytes)?;
        write(&script, terse(&text).as_bytes())?;
    }
    Ok(())
}

/// Lines without indentation, and without comments that have lines of their own.
fn stripped(text: &str) -> String {
    let mut comment = false;
    let mut kept = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let begins = comment || line.starts_with("/*");
        comment = begins && !line.ends_with("*/");
        if !begins && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// A generated script whose functions have short names, where nobody asks for them from outside.
fn with_short_names(script: &str) -> String {
    let exported: Vec<_> = script.lines().filter(|line| line.starts_with("export")).collect();
    let own = script.lines().filter_map(|line| line.strip_prefix("function ")?.split('(').next());
    let own: Vec<_> = own.filter(|name| !exported.iter().any(|line| line.contains(name))).collect();
    let is_part = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$');
    let (mut out, mut rest) = (String::new(), script);
    while !rest.is_empty() {
        let length = rest.find(|char| !is_part(char)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(length.max(rest.chars().next().map_or(0, char::len_utf8)));
        // What is asked of the module has the same name there.
        match own.iter().position(|name| *name == word).filter(|_| !out.ends_with('.')) {
            Some(number) => out.push_str(&format!("${number}")),
            None => out.push_str(word),
        }
        rest = behind;
    }
    out
}

/// A generated script with its members written as methods, without the semicolons and blanks that part nothing, and with a capital
/// letter for each numbered argument, which the generator gives to nothing.
fn terse(script: &str) -> String {
    let shorter = [(": function(", "("), (";\n}", "}"), (", ", ","), (" = ", "="), (") {", "){")];
    let terse = shorter.iter().fold(script.to_owned(), |text, (long, short)| text.replace(long, short));
    (0..10_u8)
        .rev()
        .fold(terse, |text, number| text.replace(&format!("arg{number}"), &char::from(b'A' + number).to_string()))
}

/// A style sheet in one line, without the spaces that part nothing.
fn joined(styles: &str) -> String {
    let mut one = String::new();
    for line in styles.lines() {
        one.push_str(&line.replace(" {", "{").replace(": ", ":").replace(", ", ","));
        if !line.ends_with([',', ';', '{', '}']) {
            one.push(' ');
        }
    }
    one.replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_becomes_one_line() {
        let styles = "a,\nb :is(c, d) {\ne: f;\ng:\nh i,\nj;\n}\n@media (k: l) {\n}\n";
        assert_eq!(joined(styles), "a,b :is(c,d){e:f;g: h i,j}@media (k:l){}");
    }

    #[test]
    fn own_functions_have_short_names() {
        let script = "function long(a) { return wasm.long(a) + longer(a); }\nfunction longer() {}\nfunction seen() { long(); }\nexport { seen as default };\n";
        let short = "function $0(a) { return wasm.long(a) + $1(a); }\nfunction $1() {}\nfunction seen() { $0(); }\nexport { seen as default };\n";
        assert_eq!(with_short_names(script), short);
    }

    #[test]
    fn what_a_generator_wrote_at_length_becomes_short() {
        let script =
            "i: function(arg0, arg1) {\nf(arg1, arg0);\n},\nj: function() { return g(function (arg0) {\nh();\n}); }";
        assert_eq!(terse(script), "i(A,B){\nf(B,A)},\nj(){ return g(function (A){\nh()}); }");
    }

    #[test]
    fn only_what_readers_need_goes() {
        let text = "/* a */\n\n  a { // b\n    /**\n     * c\n     */\n    d: url(//e); /* f */\n  }\n// g\n";
        assert_eq!(stripped(text), "a { // b\nd: url(//e); /* f */\n}\n");
    }
}
