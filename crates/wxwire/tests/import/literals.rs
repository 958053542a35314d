//! JSON in a literal of a language of which no request is known.

use crate::common::{read, refuse, same};
use wxwire::problem::Code;

const BODY: &str = r#"{"appid":"a","to_wxid":"b","xml":"<a b=\"1\"/>"}"#;

#[test]
fn json_in_a_literal() {
    let double = wxwire::layer::json::quote(BODY);
    let verbatim = BODY.replace('"', "\"\"");
    let single = BODY.replace('\\', r"\\");
    for text in [
        format!("import java.net.URI;\nString body = {double};\n"),
        format!("fun main() {{\n  val body = {double}\n}}\n"),
        format!("using System;\nvar body = {double};\n"),
        format!("using System;\nvar body = @\"{verbatim}\";\n"),
        format!("package main\n\nfunc main() {{\n\tbody := {double}\n}}\n"),
        format!("import Foundation\nlet body = {double}\n"),
        format!("require 'json'\nbody = {double}\n"),
        format!("<?php\n$body = '{single}';\n"),
    ] {
        let imported = read(&text);
        assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.send_app"), "{text}");
        same(imported.values.as_deref().expect("values"), BODY);
    }
}

/// What a variable holds is not known.
#[test]
fn a_variable_in_a_literal() {
    let text = "fun main() {\n  val body = \"{\\\"appid\\\":\\\"$id\\\",\\\"to_wxid\\\":\\\"b\\\",\\\"xml\\\":\\\"c\\\"}\"\n}\n";
    refuse(text, Code::Variable, "$id");
}
