//! curl, quoted for a shell.

use crate::request::Preview;

/// A curl command for bash, and for every other POSIX shell.
pub fn bash(request: &Preview) -> String {
    let mut text = format!("curl --request {} {}", request.method, quote(&request.url));
    for (name, value) in &request.headers {
        text.push_str(&format!(" \\\n  --header {}", quote(&format!("{name}: {value}"))));
    }
    text.push_str(&format!(" \\\n  --data-raw {}", quote(&request.body)));
    text
}

/// Single quotes, which keep everything as it is but themselves.
fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
