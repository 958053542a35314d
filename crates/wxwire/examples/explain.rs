//! Explains a file: what it is, what is inside, layer by layer, and what a reply means.
//!
//! ```text
//! cargo run -p wxwire --example explain -- FILE
//! ```

#![allow(clippy::disallowed_methods, reason = "the program does what the codec leaves to it")]

use wxwire::explain::explain;
use wxwire::lang::Lang;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args_os().nth(1).ok_or("explain FILE")?;
    let found = explain(&std::fs::read(file)?, None)?;
    println!("{}; {}", found.title.en, found.told_by.en);
    if let Some(entry) = found.operation {
        println!("{}", entry.id);
    }
    for line in &found.lines {
        println!("  {}  {}", line.path, line.value);
    }
    if let Some(verdict) = &found.verdict {
        println!("{}", verdict.level);
        for reason in &verdict.reasons {
            println!("  {}: {}", reason.path, reason.message(Lang::En));
        }
    }
    Ok(())
}
