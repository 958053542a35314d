//! Commands other than curl: HTTPie, xh, wget.

use wxwire::catalog;
use wxwire::import::{Form, Why, import};
use wxwire::layer::json::{Kind, Tree};
use wxwire::operation::{Body, Entry, Method};
use wxwire::problem::Code;

use crate::common::{read, same};

/// A word of bash.
fn word(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// Typed calls with a JSON body, and their examples.
fn examples() -> impl Iterator<Item = (&'static Entry, String)> {
    let posts = |entry: &&Entry| entry.body == Body::Json && entry.method == Method::POST && entry.path != "/";
    catalog::typed().filter(posts).flat_map(|entry| entry.examples().into_iter().map(move |one| (entry, one.values)))
}

fn address(entry: &Entry) -> String {
    format!("{}{}?k=v", entry.base_url().unwrap_or("http://192.168.1.9:9919"), entry.path)
}

fn comes_back(line: &str, form: Form, entry: &Entry, values: &str) {
    let imported = import(line.as_bytes(), None).expect(line);
    assert_eq!(imported.form, form, "{line}");
    let ids = imported.operation.map(|one| vec![one.id]);
    let ids = ids.unwrap_or_else(|| imported.candidates.iter().map(|one| one.id).collect());
    assert!(ids.contains(&entry.id), "{ids:?}: {line}");
    assert!(imported.problems.iter().all(|one| !one.is_error()), "{:?}: {line}", imported.problems);
    same(imported.values.as_deref().expect(line), values);
}

#[test]
fn every_example_comes_back_from_each_of_them() {
    for (entry, values) in examples() {
        let (url, body) = (word(&address(entry)), word(&values));
        let wget = format!(
            "$ wget -q -O- --method POST --timeout=0 --header 'Content-Type: application/json' \\\n  --body-data {body} \\\n  {url}"
        );
        comes_back(&wget, Form::Wget, entry, &values);
        let raw = format!("http --follow --timeout 3600 POST {url} Content-Type:application/json --raw={body}");
        comes_back(&raw, Form::Httpie, entry, &values);
        let piped = format!("echo -n {body} | xh POST {url} 'X-Own:1'");
        comes_back(&piped, Form::Httpie, entry, &values);
        if let Some(items) = items(&values) {
            comes_back(&format!("https -v POST {url} {items}"), Form::Httpie, entry, &values);
        }
    }
}

/// The members of an object as HTTPie's items.
fn items(values: &str) -> Option<String> {
    let tree = Tree::parse(values).expect("JSON");
    let one = |(key, value): (wxwire::layer::json::Value<'_>, wxwire::layer::json::Value<'_>)| {
        let name = key.as_str()?.into_owned();
        let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        plain.then(|| match value.kind() {
            // Behind `=`, these would name a file, or make a parameter.
            Kind::String if ["\"@", "\"="].iter().all(|start| !value.source().starts_with(start)) => {
                word(&format!("{name}={}", value.as_str().unwrap_or_default()))
            }
            _ => word(&format!("{name}:={}", value.source())),
        })
    };
    Some(tree.root().members().map(one).collect::<Option<Vec<_>>>()?.join(" ")).filter(|items| !items.is_empty())
}

#[test]
fn headers_parameters_and_forms_are_told() {
    let imported = read("http -jv POST https://h.example/a X-Token:s3cret key==a%b user=me -A bearer -a s3cret");
    let left: Vec<_> = imported.dropped.iter().map(|one| (one.why, one.what.as_str())).collect();
    for expected in [(Why::Header, "X-Token"), (Why::Header, "Authorization"), (Why::Parameter, "key")] {
        assert!(left.contains(&expected), "{left:?}");
    }
    assert!(!format!("{left:?}").contains("s3cret"));
}

#[test]
fn what_stands_in_a_file_or_is_not_followed_is_refused_at_its_place() {
    for (line, code, place) in [
        ("wget --post-file=a.json https://h.example/a", Code::FileNeeded, "a.json"),
        ("http https://h.example/a text=@a.txt", Code::FileNeeded, "a.txt"),
        ("http https://h.example/a text:=@a.json", Code::FileNeeded, "a.json"),
        ("http https://h.example/a strange", Code::NotUnderstood, "strange"),
        ("wget https://h.example/a --header", Code::CutOff, "--header"),
    ] {
        let imported = import(line.as_bytes(), None).expect(line);
        let told: Vec<_> =
            imported.problems.iter().map(|one| (one.code, &line[one.span.clone().expect("a place")])).collect();
        assert!(told.contains(&(code, place)), "{line}: {told:?}");
    }
}

#[test]
fn a_prompt_before_a_line_that_goes_on_is_none_of_it() {
    let (entry, values) = examples().next().expect("a call");
    let line = format!("root@h:~# curl {} \\\n>   -H 'X-A: b' \\\n> -d {}", word(&address(entry)), word(&values));
    comes_back(&line, Form::Curl, entry, &values);
    // Into a file: that is no data.
    let into = format!("curl {} -d {} \\\n> out.json", word(&address(entry)), word(&values));
    comes_back(&into, Form::Curl, entry, &values);
}

#[test]
fn prose_is_no_command() {
    for text in [
        "use http POST with {\"a\":1}",
        "http 协议 {\"a\":1}",
        "https is wanted: {\"a\":1}",
        "wget is not there: {\"a\":1}",
    ] {
        assert_eq!(import(text.as_bytes(), None).expect(text).form, Form::Json, "{text}");
    }
}

#[test]
fn whatever_stands_before_a_command_it_is_one() {
    let (entry, values) = examples().next().expect("a call");
    let curl = format!("curl -X POST {} -d {}", word(&address(entry)), word(&values));
    for before in [
        "",
        "$ ",
        "root@host:~# ",
        "[me@host dir]$ ",
        "➜  dir git:(main) ✗ ",
        "user@Mac ~ % ",
        "C:\\Users\\me>",
        "PS C:\\Users\\me> ",
        "RUN ",
        "1. ",
        "- ",
        "> ",
        "* * * * * ",
        "time ",
        "sudo -E ",
        "out=$(",
        "请求示例：",
        "执行 ",
        "/usr/bin/",
        "cd /tmp && ",
    ] {
        comes_back(&format!("{before}{curl}"), Form::Curl, entry, &values);
    }
}

/// HTTPie and xh take a method in small letters; words of a sentence are none.
#[test]
fn a_method_in_small_letters() {
    for name in ["xh", "http"] {
        let imported = read(&format!("{name} post https://h.example/api/message/sendapp appid=a to_wxid=b xml=c"));
        assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.send_app"));
        same(imported.values.as_deref().expect("values"), r#"{"appid":"a","to_wxid":"b","xml":"c"}"#);
    }
    let prose = import(b"send it by http post to us: {\"a\":1}", None).expect("JSON");
    assert_eq!((prose.form, prose.values.as_deref()), (Form::Json, Some("{\"a\":1}")));
}
