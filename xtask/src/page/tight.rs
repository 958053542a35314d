//! Makes a built page smaller without changing what it does.

use std::fs;
use std::path::Path;

use super::at;
use crate::Result;

const FILES: [&str; 8] = [
    "wxwire_web.js",
    "wxwire_web_bg.wasm",
    "wxwire_reader.js",
    "wxwire_reader_bg.wasm",
    "ask.js",
    "boot.js",
    "style.css",
    "worker.js",
];

/// Takes from scripts and style sheets what only their readers need, and from names what nobody needs. That is two
/// hundredths of the page.
pub(super) fn tighten(page: &Path) -> Result {
    let mut seen = Vec::new();
    for name in FILES {
        let file = page.join(name);
        let mut bytes = fs::read(&file).map_err(|error| at(&file, &error))?;
        number(&mut bytes, &mut seen);
        if let Ok(text) = std::str::from_utf8(&bytes) {
            bytes = stripped(text).into_bytes();
        }
        fs::write(&file, bytes).map_err(|error| at(&file, &error))?;
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

/// What the names of imports begin with.
const IMPORT: &[u8] = b"__wbg_";

/// Imports end in a hash that tells several builds in one page apart. Here is one build, and hashes do not compress:
/// numbers take their places, the same in the script and in the module.
fn number(bytes: &mut [u8], seen: &mut Vec<Vec<u8>>) {
    let mut start = 0;
    while let Some(found) = bytes[start..].windows(IMPORT.len()).position(|window| window == IMPORT) {
        let name = start + found;
        let length = bytes[name..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        start = name + length;
        let Some(hash) = bytes[name..start].last_chunk::<16>().filter(|hash| hash.iter().all(u8::is_ascii_hexdigit))
        else {
            continue;
        };
        let at = seen.iter().position(|known| known == hash).unwrap_or(seen.len());
        if at == seen.len() {
            seen.push(hash.to_vec());
        }
        bytes[start - 16..start].copy_from_slice(format!("{at:016}").as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_readers_need_goes() {
        let text = "/* a */\n\n  a { // b\n    /**\n     * c\n     */\n    d: url(//e); /* f */\n  }\n// g\n";
        assert_eq!(stripped(text), "a { // b\nd: url(//e); /* f */\n}\n");
    }

    #[test]
    fn hashes_become_numbers_alike_in_both_files() {
        let mut seen = Vec::new();
        let mut check = |text: &str, expected: &str| {
            let mut bytes = text.as_bytes().to_vec();
            number(&mut bytes, &mut seen);
            assert_eq!(String::from_utf8_lossy(&bytes), expected);
        };
        check(
            "__wbg_a_00ff00ff00ff00ff: __wbg_b_0123456789abcdef()",
            "__wbg_a_0000000000000000: __wbg_b_0000000000000001()",
        );
        check("\0__wbg_b_0123456789abcdef\0", "\0__wbg_b_0000000000000001\0");
        check("__wbg_init(); __wbg_ptr", "__wbg_init(); __wbg_ptr");
    }
}
