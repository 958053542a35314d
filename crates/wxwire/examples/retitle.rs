//! Gives the card in a GeWe `send_app` body another title, and leaves every other byte as it is.
//!
//! ```text
//! cargo run -p wxwire --example retitle -- 新标题 < values.json > changed.json
//! ```

#![allow(clippy::disallowed_methods, reason = "the program does what the codec leaves to it")]

use std::io::{Read, Write};

use wxwire::layer::document::{Document, Guide};

/// Into the JSON, on into the XML that its text holds.
const TITLE: &str = "/xml!xml/appmsg/title";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let title = std::env::args().nth(1).ok_or("retitle TITLE")?;
    let mut values = Vec::new();
    std::io::stdin().read_to_end(&mut values)?;
    let document = Document::new(&values, Guide::default())?;
    eprintln!("was: {}", document.value(TITLE).ok_or("there is no title to change")?);
    std::io::stdout().write_all(&document.replace(TITLE, &title)?)?;
    Ok(())
}
