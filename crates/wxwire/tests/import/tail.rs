//! What stands behind a command is none of it, and a number beside a fault stays as it is written.

use wxwire::catalog;
use wxwire::import::import;

use crate::common::{BODY, URL, read, same};

#[test]
fn a_command_ends_where_the_shell_ends_it() {
    let body = BODY.replace('\'', "'\\''");
    let command = format!("curl '{URL}' -H 'x-gewe-token: t0ken-s3cret' -d '{body}'");
    for tail in [
        "",
        " ",
        "\n",
        " && echo done",
        "&& echo done",
        " || exit 1",
        " | jq .",
        " > out.json",
        "; ls",
        " ; ls",
        ";",
        " &",
        " & echo x",
        " # remark",
        "\necho done",
        "\r\necho done",
    ] {
        let text = format!("{command}{tail}");
        let imported = read(&text);
        assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.send_app"), "{text}");
        same(imported.values.as_deref().expect("values"), BODY);
        assert_eq!(imported.given, ["token"], "{text}");
    }
}

/// JSON with a fault elsewhere: every number comes out digit by digit.
#[test]
fn a_number_beside_a_fault_stays() {
    let entry = catalog::find("youmi.send_public_message").expect("in the catalog");
    for number in ["0", "-0", "7", "-12", "0.5", "-1.25", "1e5", "1E5", "1e+5", "1E-05", "-0.5e-7", "12.5E+10"] {
        for [before, after] in [["{", ",}"], ["{'b': 1, ", "}"], ["{\"b\": 1 // x\n, ", "}"], ["{", "，\"b\": 1}"]] {
            let text = format!("{before}\"a\": {number}{after}");
            let imported = import(text.as_bytes(), Some(entry)).expect("JSON with a fault");
            let values = imported.values.unwrap_or_default();
            let found: serde_json::Value = serde_json::from_str(&values).expect("values");
            assert!(found.get("a").is_some_and(|a| a.is_number()), "{text}: {values}");
            assert!(values.contains(&format!("\"a\": {number}")), "{text}: {values}");
        }
    }
    for none in ["01", "1.", ".5", "1e", "1e+", "-", "--1", "1.e5", "0x1f"] {
        let text = format!("{{\"a\": {none},}}");
        let values = import(text.as_bytes(), Some(entry)).ok().and_then(|imported| imported.values);
        assert!(!values.unwrap_or_default().contains(&format!("\"a\": {none}")), "{text}");
    }
}
