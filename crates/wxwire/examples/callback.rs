//! Reads what a gateway sent by itself, as a server would hand it on, and says what it is and what it settles.
//!
//! ```text
//! cargo run -p wxwire --example callback < body.json
//! ```

#![allow(clippy::disallowed_methods, reason = "the program does what the codec leaves to it")]

use std::io::Read;

use wxwire::explain::{Kind, explain};
use wxwire::lang::Lang;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body)?;
    let found = explain(&body, None)?;
    if found.kind != Kind::Callback {
        return Err(format!("no callback: {}", found.title.en).into());
    }
    println!("{}", found.title.en);
    for line in &found.lines {
        // What no gateway documents has no title.
        let Some(title) = &line.title else { continue };
        let meaning = line.meaning.as_ref().map(|meaning| format!(" ({})", meaning.words(Lang::En)));
        println!("  {}: {}{}", title.get(Lang::En), line.value, meaning.unwrap_or_default());
    }
    if let Some(verdict) = found.verdict {
        let ids = verdict.ids.iter().map(|id| format!("{} {}", id.name, id.value)).collect::<Vec<_>>().join(", ");
        println!("{}: {ids}", verdict.level);
    }
    Ok(())
}
