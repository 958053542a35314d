//! Why there is no explanation.

use serde_json::json;
use wxwire::problem::Problem;

use crate::checked;
use crate::exit::Exit;
use crate::options::Options;
use crate::terminal;

pub(super) fn refuse(problem: &Problem, name: &str, bytes: &[u8], options: &Options) -> Exit {
    if options.json {
        let problems = checked::list(None, std::slice::from_ref(problem), bytes, options.lang());
        terminal::json(&json!({"problems": problems}));
    } else {
        terminal::say(&wording(problem, name, bytes, options));
    }
    Exit::Invalid
}

pub(super) fn wording(problem: &Problem, name: &str, bytes: &[u8], options: &Options) -> String {
    let source = wxwire::secret::blotted(&String::from_utf8_lossy(bytes));
    terminal::problems(std::slice::from_ref(problem), name, &source, options.lang()).trim_end().to_owned()
}
