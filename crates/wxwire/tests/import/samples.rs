//! The samples of the documents.

use std::path::Path;

use wxwire::catalog;
use wxwire::import::{Form, Imported};
use wxwire::problem::Code;

use crate::common::{read, same};

fn sample(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/import");
    std::fs::read_to_string(folder.join(name)).expect("a sample")
}

#[track_caller]
fn check_sample(name: &str, expected: &str, operation: &str, repairs: &[&str]) -> Imported {
    let text = sample(name);
    let imported = read(&text);
    assert_eq!(imported.operation.map(|entry| entry.id), Some(operation), "{name}: {:?}", imported.candidates);
    let entry = catalog::find(operation).expect("in the catalog");
    same(imported.values.as_deref().expect("values"), &entry.without_credentials(&sample(expected)));
    let names: Vec<_> = imported.repairs.iter().map(|repair| repair.fix.name()).collect();
    assert_eq!(names, repairs, "{name}");
    for repair in &imported.repairs {
        assert!(text.get(repair.span.clone()).is_some(), "{name}: {repair:?}");
    }
    imported
}

#[test]
fn samples_of_yunzhenji() {
    for (name, escaped) in [("unescaped", 0), ("escaped_once", 1), ("escaped_twice", 2)] {
        let repairs = [vec!["lines_lost"; 2], vec!["html_escaped"; escaped]].concat();
        let name = format!("yunzhenji_request_{name}.txt");
        let imported = check_sample(&name, "yunzhenji_request.json", "yunzhenji.send_message", &repairs);
        assert_eq!(imported.form, Form::Http);
        assert_eq!(imported.given, ["app_id", "access_token"]);
        assert_eq!(imported.method.as_deref(), Some("POST"));
        assert_eq!(imported.host.as_deref(), Some("oapi-yzj.miaokol.com"));
        assert_eq!(imported.base_url.as_deref(), Some("https://oapi-yzj.miaokol.com"));
        assert_eq!(imported.dropped.iter().filter(|one| one.why.name() == "comment").count(), 9);
        assert_eq!(imported.dropped.len(), 9, "{:?}", imported.dropped);
        let problems =
            catalog::find("yunzhenji.send_message").expect("it").check(imported.values.expect("values").as_bytes());
        let too_many = problems.iter().find(|problem| problem.code == Code::TooMany).expect("six messages");
        assert_eq!((too_many.limit, too_many.actual), (Some(5), Some(6)));
    }
}

#[test]
fn samples_of_the_others() {
    check_sample("youmi_forward.txt", "youmi_forward.json", "youmi.send_public_message", &["comma_for_colon"]);
    let batch = check_sample("youmi_batch.txt", "youmi_batch.json", "youmi.send_public_message", &[]);
    assert_eq!(batch.values.as_deref(), Some(sample("youmi_batch.txt").as_str()), "to the byte");
    let curl = check_sample("youmi_curl.txt", "youmi_curl.json", "youmi.send_public_message", &[]);
    assert_eq!((curl.given.len(), curl.absent.as_slice(), curl.base_url), (0, &["token"][..], None));
    let gewe = check_sample("gewe_sendapp_body.txt", "gewe_sendapp_body.json", "gewe.send_app", &["bare_quote"; 4]);
    assert!(gewe.values.expect("values").contains("640?wx_fmt=png&wxfrom=200]]>"));
    let xbot = check_sample("xbot_curl.txt", "xbot_curl.json", "xbot.send_live", &[]);
    assert_eq!(xbot.base_url, None);
    let wecom = check_sample("wecom_curl.txt", "wecom_body.json", "wecom.living_create", &[]);
    assert_eq!((wecom.given.len(), wecom.absent.as_slice()), (0, &["access_token"][..]));
    assert_eq!(wecom.base_url.as_deref(), Some("http://127.0.0.1"));
    let dropped: Vec<_> = wecom.dropped.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(dropped, ["--location", "-g"]);
    check_sample("wecom_body.txt", "wecom_body.json", "wecom.living_create", &[]);
}
