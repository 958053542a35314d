//! Writes a log of what every gateway sends by itself, as a program would that received it: some lines are callbacks
//! alone, the others have them behind the time and the like. With `bare`, the lines hold none.
//!
//! ```text
//! cargo run --release -p wxwire --example log -- 100 > app.log       # 100 MB
//! cargo run --release -p wxwire --example log -- 100 bare > bare.log
//! time wxwire explain --json app.log > /dev/null
//! ```

#![allow(clippy::disallowed_methods, reason = "the program does what the codec leaves to it")]

use std::io::{BufWriter, Write};

use wxwire::catalog;
use wxwire::imitation::Mock;
use wxwire::secret::Credentials;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut left = arguments.first().ok_or("log MEGABYTES [bare]")?.parse::<usize>()? * 1_000_000;
    let is_bare = arguments.get(1).is_some_and(|word| word == "bare");
    let gateways: Vec<_> = catalog::gateways().collect();
    let (mut mock, settings) = (Mock::new(1), Credentials::default());
    let mut out = BufWriter::new(std::io::stdout().lock());
    for number in 0.. {
        let gateway = &gateways[mock.below(gateways.len() as u64) as usize];
        let callback = match is_bare {
            true => Some(format!("{} is well, cost={}ms", gateway.name, mock.below(300))),
            false => gateway.callback(number, &settings, &mut mock),
        };
        // Of one that sends nothing by itself, there is no line.
        let Some(callback) = callback else { continue };
        // What was laid out over several lines is logged in one.
        let callback = callback.lines().map(str::trim).collect::<String>();
        let line = match mock.below(2) {
            0 if callback.starts_with(['{', '[']) => format!("{callback}\n"),
            _ => format!("{} INFO [worker-{}] callback.Receiver - {callback}\n", mock.seconds(), mock.below(16)),
        };
        out.write_all(line.as_bytes())?;
        left = left.saturating_sub(line.len());
        if left == 0 {
            break;
        }
    }
    Ok(out.flush()?)
}
