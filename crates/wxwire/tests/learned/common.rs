//! Small documents, made for one test each.

use serde_json::{Value, json};
use wxwire::catalog::{self, Added};
use wxwire::learn;

/// A document of a gateway with these paths.
pub fn document(gateway: &str, paths: &Value) -> Value {
    json!({
        "openapi": "3.1.0", "info": {"title": "A test", "x-gateway": gateway},
        "servers": [{"url": "https://h.example"}], "paths": paths,
    })
}

/// A call with this body.
pub fn call(id: &str, schema: &Value) -> Value {
    json!({"post": {"operationId": id, "summary": "A call", "requestBody": {"content": {"application/json": {"schema": schema}}}}})
}

/// A foreign document of a gateway, learned and taken in.
pub fn learned(gateway: &str, document: &Value) -> Added {
    let learned = learn::learn(document.to_string().as_bytes(), Some(gateway)).expect("it can be learned");
    let added = catalog::learn(learned.document).expect("what is learned can be taken in");
    assert_eq!(added.left, [], "{document}");
    added
}
