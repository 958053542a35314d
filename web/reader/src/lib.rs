//! What the playground reads with: replies, callbacks, whatever is pasted. It runs in a worker, which loads it when it is
//! first needed: so the page itself stays small, and a large text never holds it up.
//!
//! What this crate does *not* do: it draws nothing, sends nothing and keeps nothing. Every answer is the JSON that the
//! command `wxwire` prints for the same question; errors are `{"error": {"code", "message"}}`.

use serde_json::json;
use wasm_bindgen::prelude::wasm_bindgen;
use wxwire::catalog;
use wxwire::explain;
use wxwire::import;
use wxwire::lang::Lang;
use wxwire::problem::Problem;
use wxwire::verdict::Received;

/// The module's allocator: a third of the standard one's size, and every call takes the same time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Has panics told.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Takes the file `reading.json` in, before anything is read.
#[wasm_bindgen]
pub fn load(file: String) -> bool {
    catalog::load(file)
}

/// What some text is, layer by layer, and what it means.
#[wasm_bindgen]
pub fn explain(text: &str, lang: &str) -> String {
    let lang = Lang::of_locale(lang);
    match explain::explain(text.as_bytes(), None) {
        Ok(explanation) => serde_json::to_string(&explanation.json(lang)).unwrap_or_default(),
        Err(problem) => error(&problem, lang),
    }
}

/// The operation and the values in some text.
#[wasm_bindgen]
pub fn import(text: &str, lang: &str) -> String {
    let lang = Lang::of_locale(lang);
    match import::import(text.as_bytes(), None) {
        Ok(imported) => imported.to_json(text, lang),
        Err(problem) => error(&problem, lang),
    }
}

/// What really happened to a call, by the HTTP answer to it: `{"verdict", "reply"}`.
#[wasm_bindgen]
pub fn verdict(
    operation: &str,
    sent: &str,
    status: u16,
    retry_after: Option<String>,
    body: &str,
    lang: &str,
) -> String {
    let Some(entry) = catalog::find(operation) else { return json!({"error": {"code": "usage"}}).to_string() };
    let received = Received { status, retry_after: retry_after.as_deref(), body: body.as_bytes() };
    let verdict = entry.verdict(Some(sent), received).to_json(Lang::of_locale(lang));
    json!({"verdict": verdict, "reply": body}).to_string()
}

fn error(problem: &Problem, lang: Lang) -> String {
    json!({"error": {"code": problem.code.name(), "message": problem.message(lang)}}).to_string()
}
