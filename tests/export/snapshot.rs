//! One request in each form, to be looked at.

use wxwire::catalog;
use wxwire::export::FORMATS;
use wxwire::secret::Credentials;

#[test]
fn every_form_of_one_request() {
    let entry = catalog::find("gewe.send_msg").expect("in the catalog");
    let values = "{\n  \"appid\": \"wx_1\",\n  \"content\": \"It's 100% “你好” & \\\"$5\\\"!\"\n}\n";
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/forms");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for form in FORMATS {
        let text = form.hidden(entry, values, &Credentials::new(), "https://gateway.example");
        settings.bind(|| insta::assert_snapshot!(form.name, text));
    }
    let short = r#"{"content": "a & b"}"#;
    let cmd = wxwire::export::Format::find("cmd").expect("a form");
    let text = cmd.hidden(entry, short, &Credentials::new(), "https://gateway.example");
    settings.bind(|| insta::assert_snapshot!("cmd.short", text));
}
