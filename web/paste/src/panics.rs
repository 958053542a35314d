//! Panics, told in the worker's console, which says where they came from.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn error(text: &str);
}

/// Has them told from now on.
pub(crate) fn tell() {
    std::panic::set_hook(Box::new(|panic| error(&panic.to_string())));
}
