//! What holds for every form of every kind of call: nothing stands in it that does not show, what is missing is named at
//! its place, and no credential is in it.

use wxwire::catalog;
use wxwire::export::{FORMATS, Format};
use wxwire::operation::{Body, Entry};
use wxwire::request::{Content, Payload};
use wxwire::secret::{Credentials, MASK, placeholder};

/// A call of each kind: of each gateway, each body and each method.
fn kinds() -> Vec<&'static Entry> {
    let mut kinds: Vec<&Entry> = vec![];
    for entry in catalog::entries() {
        let kind = |entry: &Entry| (entry.gateway.name, entry.body, entry.method.clone(), entry.credentials.len());
        if !kinds.iter().any(|one| kind(one) == kind(entry)) {
            kinds.push(entry);
        }
    }
    kinds
}

const BASE: &str = "http://gateway.example";

/// Characters that a terminal obeys or does not show: what is copied from a screen comes without them.
fn is_hidden(char: char) -> bool {
    let marks = ['\u{ad}', '\u{61c}', '\u{feff}'];
    let ranges = ['\u{200b}'..='\u{200f}', '\u{2028}'..='\u{202e}', '\u{2060}'..='\u{2069}'];
    char.is_control() || marks.contains(&char) || ranges.iter().any(|range| range.contains(&char))
}

#[test]
fn nothing_stands_in_a_command_that_does_not_show() {
    let hidden = (1..=0xffff).filter_map(char::from_u32).filter(|char| is_hidden(*char));
    let hidden: Vec<_> = hidden.filter(|char| *char >= ' ').collect();
    assert!(hidden.len() > 50);
    let all: String = hidden.iter().collect();
    let each = hidden.iter().map(|char| format!("a{char}b"));
    for text in each.chain([all, "!^'\u{7f}".into(), "\n!^\n^'\\\u{200b}%\n".into(), "\t".into()]) {
        let around = if text.contains(['\n', '\t']) { text.clone() } else { String::new() };
        let inside = text.replace(['\n', '\t'], "").replace('\\', "\\\\");
        for entry in kinds() {
            let values = format!("{{{around}\"x\": \"{inside}\"}}");
            let is_form = entry.body == Body::Multipart;
            // The prompt of Windows has no escape for the parts of a form.
            for form in FORMATS.iter().filter(|form| form.runs && !(is_form && form.name == "cmd")) {
                let text = form.hidden(entry, &values, &Credentials::new(), BASE);
                let shown = text.chars().find(|char| *char != '\n' && is_hidden(*char));
                assert_eq!(shown, None, "{} {}: {text:?}", form.name, entry.id);
            }
        }
    }
}

/// A prompt takes `!` for its history, but between single quotes on one line.
#[test]
fn a_prompt_makes_nothing_of_a_body() {
    let curl = Format::find("curl").expect("a form");
    for entry in kinds().into_iter().filter(|entry| entry.body == Body::Json) {
        let write = |values: &str| curl.hidden(entry, values, &Credentials::new(), BASE);
        assert!(write("{\"x\": \"a!b^c\"}").contains("a!b^c"), "{}", entry.id);
        let several = write("{\n\"x\": \"a!b^c\"}");
        assert!(several.contains(r"a'\!'b'\^'c"), "{several}");
        let odd = write("{\n\"x\": \"a!b^c\u{7f}'\\\\\"}");
        assert!(odd.contains(r#"a\041b\136c\177\'\\\\""#) && odd.contains("$'{\n\""), "{odd}");
        assert!(write("{\"x\": \"a'b\"}").contains(r"a'\''b"));
    }
}

#[test]
fn what_is_to_be_filled_in_is_named() {
    for entry in kinds() {
        let values = entry.examples().remove(0).values;
        for form in FORMATS {
            let text = form.hidden(entry, &values, &Credentials::new(), BASE);
            for one in entry.credentials.iter().filter(|one| one.required) {
                let braces = format!("{{{{{}}}}}", one.name);
                assert_eq!(placeholder(one.name), braces);
                assert_eq!(text.contains(&braces), form.runs, "{} {}: {text}", form.name, entry.id);
                assert!(form.runs || text.contains(MASK), "{} {}: {text}", form.name, entry.id);
            }
        }
    }
}

#[test]
fn no_credential_is_in_what_hides_them() {
    let secret = "Cnry7Kq2Wz9Xb4Lm";
    for entry in kinds() {
        let secrets = entry.credentials.iter().filter(|one| one.secret);
        let credentials = secrets.fold(Credentials::new(), |all, one| all.with(one.name, secret));
        let values = entry.examples().remove(0).values;
        for form in FORMATS {
            let text = form.hidden(entry, &values, &credentials, BASE);
            assert!(!text.contains(secret), "{} {}", form.name, entry.id);
            // What is an account's name and no secret stands there as it is.
            for one in entry.credentials.iter().filter(|one| !one.secret) {
                let credentials = Credentials::new().with(one.name, "ww1234567890");
                let text = form.hidden(entry, &values, &credentials, BASE);
                assert!(text.contains("ww1234567890"), "{} {}: {text}", form.name, entry.id);
            }
        }
    }
}

/// Every part of a form stands in every command, with the kind of the file; a call without a body has no word of one.
#[test]
fn a_body_is_there_where_there_is_one() {
    let words = ["--data", "--form", "$body", "Body =", "body:", "data=", "files="];
    let mut parts = 0;
    for entry in kinds() {
        let values = entry.examples().remove(0).values;
        let preview = entry.template(&values, &Credentials::new(), BASE);
        for form in FORMATS.iter().filter(|form| form.runs) {
            let text = form.write(&preview);
            let is_there = words.iter().any(|word| text.contains(word));
            assert_eq!(is_there, !preview.body.is_empty(), "{} {}: {text}", form.name, entry.id);
            let Payload::Multipart(list) = &preview.body else { continue };
            if form.name == "powershell" {
                // It writes no forms: the bytes of the whole stand there.
                assert!(text.contains(&wxwire::layer::base64::encode(&preview.body.bytes())), "{text}");
                continue;
            }
            for part in list {
                parts += 1;
                assert!(text.contains(&part.name), "{} {}: {text}", form.name, entry.id);
                match &part.content {
                    Content::File { name, .. } => assert!(text.contains(name), "{} {}: {text}", form.name, entry.id),
                    Content::Text(own) => assert!(text.contains(own), "{} {}: {text}", form.name, entry.id),
                }
            }
        }
    }
    assert!(parts > 3, "{parts}");
}

/// At the prompt of Windows, a short body of plain ASCII is an argument, and any other goes another way.
#[test]
fn a_body_that_the_prompt_would_change_goes_another_way() {
    let cmd = Format::find("cmd").expect("a form");
    for entry in kinds().into_iter().filter(|entry| entry.body == Body::Json) {
        let write = |text: &str| cmd.hidden(entry, &format!("{{\"x\": \"{text}\"}}"), &Credentials::new(), BASE);
        let printable: String = (' '..='~').filter(|char| !"%!\"\\".contains(*char)).collect();
        for plain in ["", "a", &printable] {
            let text = write(plain);
            assert!(text.contains("--data-raw") && !text.contains("@-"), "{text}");
        }
        for odd in ["%", "100%", "!", "\u{7f}", "é", "新", &"a".repeat(9000)] {
            let text = write(odd);
            assert!(!text.contains("--data-raw") && text.contains("--data-binary \"@-\""), "{text}");
        }
    }
}

#[test]
fn a_form_is_found_by_its_name() {
    for form in FORMATS {
        assert_eq!(Format::find(form.name).map(|one| one.title), Some(form.title));
    }
    assert!(Format::find("").is_none() && Format::find("CURL").is_none());
}
