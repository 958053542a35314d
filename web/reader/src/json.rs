//! Answers as JSON.

use wxwire::lang::Lang;
use wxwire::layer::json::Object;
use wxwire::problem::Problem;

/// An error as the commands print it.
pub(crate) fn error(problem: &Problem, lang: Lang) -> String {
    let error = Object::new().text("code", problem.code.name()).text("message", &problem.message(lang));
    Object::new().json("error", &error.end()).end()
}
