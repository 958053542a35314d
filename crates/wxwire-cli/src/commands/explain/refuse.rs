//! Why there is no explanation.

use serde_json::json;
use wxwire::problem::Problem;
use wxwire::secret;

use crate::checked;
use crate::exit::Exit;
use crate::options::Options;
use crate::terminal;

pub(super) fn refuse(problem: &Problem, name: &str, bytes: &[u8], options: &Options) -> Exit {
    if options.json {
        let problems = checked::list(None, &[shown(problem, bytes)], bytes, options.lang());
        terminal::json(&json!({"problems": problems}));
    } else {
        terminal::say(&wording(problem, name, bytes, options));
    }
    Exit::Invalid
}

pub(super) fn wording(problem: &Problem, name: &str, bytes: &[u8], options: &Options) -> String {
    let source = secret::blotted(&String::from_utf8_lossy(bytes));
    terminal::problems(&[shown(problem, bytes)], name, &source, options.lang()).trim_end().to_owned()
}

/// A problem without the secrets that it quotes.
fn shown(problem: &Problem, bytes: &[u8]) -> Problem {
    let mut shown = [problem.clone()];
    secret::hide_quoted(&mut shown, &String::from_utf8_lossy(bytes));
    let [shown] = shown;
    shown
}
