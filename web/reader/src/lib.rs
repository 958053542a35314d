//! What the playground checks, keeps and sends with, and reads answers with. It runs in a worker, which loads it when it is
//! first needed: so the page itself stays small, and a large text never holds it up. What is pasted is read beside it
//! (`web/paste`).
//!
//! What this crate does *not* do: it touches no document and keeps nothing, and it sends only what it is asked to, once. A
//! question is a JSON object; so is an answer, or markup in which everything from outside is text.

mod account;
mod draft;
mod files;
mod outcome;
mod panics;
mod question;
mod rules;
mod send;
mod verdict;
mod words;

use wasm_bindgen::prelude::wasm_bindgen;
use wxwire::catalog;
use wxwire::export::Format;
use wxwire::lang::Lang;
use wxwire::layer::base64;

use question::Question;

/// The module's allocator: a third of the standard one's size, and every call takes the same time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Has panics told.
#[wasm_bindgen(start)]
pub fn start() {
    panics::tell();
}

/// Takes in the file `reading.json`, before anything is read, and files with more calls.
#[wasm_bindgen]
pub fn load(file: String) -> bool {
    catalog::load_to_read(file)
}

/// What is wrong with some values by the rules of their call, beyond what the page finds itself. Asked with `operation, text,
/// lang`.
#[wasm_bindgen]
pub fn check(question: &str) -> Option<String> {
    Question::read(question, rules::found)
}

/// Whether an answer has a code in it that `codes.json` tells more of, and that is not loaded.
#[wasm_bindgen]
pub fn lacks_codes() -> bool {
    catalog::lacks_codes()
}

/// What really happened to a call, by the HTTP answer to it: `{"level", "title_zh", "title_en", "zh", "en"}`, the last
/// two markup, credentials masked. Asked with `operation, sent, status, retry_after, body, credentials`.
#[wasm_bindgen]
pub fn verdict(question: &str) -> Option<String> {
    Question::read(question, |question| {
        let entry = question.entry()?;
        let own = account::credentials(question);
        let (body, sent) = (own.mask(&question.text("body")), question.text("sent"));
        let wait = question.get("retry_after").map(|wait| own.mask(&wait));
        let received = wxwire::verdict::Received {
            status: question.number("status").unwrap_or_default(),
            retry_after: wait.as_deref(),
            body: body.as_bytes(),
        };
        let verdict = entry.verdict(Some(&sent), received);
        Some(outcome::told(200, |lang| verdict::answer(&verdict, &body, lang).into()))
    })
}

/// What became of a send, by what the command answered that was to send it: as `verdict` tells it. Asked with
/// `status, body`.
#[wasm_bindgen]
pub fn outcome(question: &str) -> Option<String> {
    Question::read(question, |question| {
        let body = question.text("body");
        Some(outcome::told(question.number("status").unwrap_or_default(), |_| body.as_ref().into()))
    })
}

/// Sends a call straight to its gateway; see `send.rs` for the answer. Asked with `operation, values, credentials, base_url,
/// lang`.
#[wasm_bindgen]
pub async fn send(question: String) -> String {
    send::straight(&question).await
}

/// Has the command that serves the page send. Asked with `token, body`.
#[wasm_bindgen]
pub async fn delegate(question: String) -> String {
    send::through(&question).await
}

/// A request as text, no credential in it. Asked with `operation, values, credentials, base_url, format`.
#[wasm_bindgen]
pub fn request(question: &str) -> Option<String> {
    Question::read(question, |question| {
        let (entry, format) = (question.entry()?, Format::find(&question.text("format"))?);
        let own = account::credentials(question);
        Some(format.hidden(entry, &question.text("values"), &own, &question.text("base_url")))
    })
}

/// The bytes of a file, in base64.
#[wasm_bindgen]
pub fn file(_question: &str, bytes: &[u8]) -> String {
    base64::encode(bytes)
}

/// A draft without its credentials and the bytes of its files, for the browser's storage; nothing where one may be left in it. Asked with
/// `operation, text, parts, credentials`.
#[wasm_bindgen]
pub fn keep(question: &str) -> Option<String> {
    Question::read(question, draft::without_secrets)
}

/// The language of a question.
impl Question<'_> {
    fn lang(self) -> Lang {
        Lang::of_locale(&self.text("lang"))
    }
}
