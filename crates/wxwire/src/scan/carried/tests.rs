//! What tools write down, and the text that it was.

use super::super::Form;
use super::{Stands, read};

const JSON: &str = "{\n  \"touser\": \"a\",\n  \"text\": {\"content\": \"你好=1\"}\n}\n";

#[track_caller]
fn only(text: &str, inner: &str, form: Form) {
    let carried = read(text).expect(text);
    assert_eq!((carried.text(), carried.form), (Some(inner), form), "{text}");
    for (at, char) in inner.char_indices() {
        let place = carried.place(at..at + char.len_utf8());
        assert!(text.get(place.clone()).is_some() && place.end <= text.len(), "{text}: {place:?}");
    }
}

/// The rows of some bytes.
fn rows(bytes: &[u8], is_framed: bool) -> String {
    let mut out = String::new();
    for (row, bytes) in bytes.chunks(16).enumerate() {
        let said: String =
            bytes.iter().map(|byte| if (32..127).contains(byte) { char::from(*byte) } else { '.' }).collect();
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let pairs: Vec<_> = bytes.chunks(if is_framed { 1 } else { 2 }).map(hex).collect();
        out += &match is_framed {
            true => {
                let (first, second) = pairs.split_at(pairs.len().min(8));
                format!("{:08x}  {:49}|{said}|\n", row * 16, format!("{}  {}", first.join(" "), second.join(" ")))
            }
            false => format!("{:08x}: {:39}  {said}\n", row * 16, pairs.join(" ")),
        };
    }
    if is_framed { format!("{out}{:08x}\n", bytes.len()) } else { out }
}

#[test]
fn rows_of_bytes_are_the_bytes() {
    for is_framed in [true, false] {
        let text = rows(JSON.as_bytes(), is_framed);
        only(&text, JSON, Form::Rows);
        assert!(read(&rows(b"\x08\x05\xff", is_framed)).is_some_and(|carried| carried.bytes == b"\x08\x05\xff"));
        only(&format!("$ xxd a\n{text}$ "), &format!("$ xxd a\n{JSON}$ "), Form::Rows);
        // A row is missing, or the text beside it says something else.
        assert!(read(&text.replacen("00000010", "00000020", 1)).is_none());
        assert!(read(&text.replacen("touser", "to_ser", 1)).is_none());
    }
    assert!(read("00000000: 1234 abcd\n").is_none() && read("12345678\n").is_none());
}

#[test]
fn a_star_is_the_row_before_again() {
    let json = format!("{{\"content\":\"ok{}\"}}", "-".repeat(75));
    for is_framed in [true, false] {
        let all = rows(json.as_bytes(), is_framed);
        let lines: Vec<_> = all.lines().collect();
        let folded = |star: &str, rest: &[&str]| format!("{}\n{star}\n{}\n", lines[..2].join("\n"), rest.join("\n"));
        assert_eq!(read(&folded("*", &lines[5..])).expect("rows").text(), Some(&*json));
        // It is no dump where it is not known how many rows are left out, or where they are not whole.
        let farther = folded("*", &lines[5..]).replace("00000050", "00000058");
        let endless = folded("*", &lines[5..]).replace("00000050", "7fffffff00000050");
        for text in [farther, endless, folded("*", &[]), folded("*", &["", lines[5]]), folded("**", &lines[5..])] {
            assert!(read(&text).is_none_or(|carried| carried.text().is_some_and(|text| text.contains("**"))), "{text}");
        }
    }
}

#[test]
fn lines_of_several_programs_are_each_ones_own() {
    let (mut shown, mut kept) = (String::new(), String::new());
    for (line, said) in JSON.lines().enumerate() {
        shown += &format!("api-1  | {said}\ndb-1   | LOG {line}\n");
        let (first, rest) = said.split_at(said.len() / 2);
        kept +=
            &format!("2024-01-01T00:00:00.{line}Z stdout P {first}\n2024-01-01T00:00:00.{line}Z stderr F at {line}\n");
        kept += &format!("2024-01-01T00:00:00.{line}Z stdout F {rest}\n");
    }
    only(&shown, &format!("{JSON}LOG 0\nLOG 1\nLOG 2\nLOG 3\n"), Form::InTurn);
    only(&kept, &format!("{JSON}at 0\nat 1\nat 2\nat 3\n"), Form::InTurn);
    for text in
        ["api-1  | {}\ndb-1   | {}\n", "a | {\nother\nb | }\n", "| a | {\n| b | }\n", "api-1  | {\napi-1  | }\n"]
    {
        assert!(read(text).is_none(), "{text}");
    }
}

#[test]
fn records_over_which_a_text_goes_on_are_joined() {
    let record = |said: &str| {
        let log = crate::layer::json::quote(said);
        format!("{{\"log\":{log},\"stream\":\"stdout\",\"time\":\"2024-01-01T00:00:00Z\"}}\n")
    };
    let lines: String = JSON.split_inclusive('\n').map(record).collect();
    only(&lines, JSON, Form::Records);
    let (first, second) = JSON.split_at(30);
    only(&(record(first) + &record(second)), JSON, Form::Records);
    // Each of these is whole, and so are those that lost their line breaks.
    assert!(read(&record("{\"a\":1}").repeat(2)).is_none());
    assert!(read(&record("{\"a\":1}\n").repeat(2)).is_none());
    assert!(read(&(lines + "other\n")).is_none());
}

#[test]
fn colours_are_taken_off() {
    let coloured = JSON.replace('"', "\u{1b}[0m\u{1b}[34;1m\"\u{1b}[0m");
    only(&coloured, JSON, Form::Coloured);
    only(&JSON.replace("touser", "to\u{1b}[01;31m\u{1b}[Kuser\u{1b}[m\u{1b}[K"), JSON, Form::Coloured);
    // In a string alone, it may be what was meant.
    assert!(read(&JSON.replace("a\"", "\u{1b}[1ma\"")).is_none());
    assert!(read("\u{1b}[32mINFO\u{1b}[0m got {\"a\":1}").is_none());
}

#[test]
fn rows_of_a_dump_lose_their_escapes() {
    let (json, row) = (r#"{"a":"x\ny \"z\""}"#, r#"{"a":"x\\ny \\"z\\""}"#);
    let block = |json: &str| format!("COPY t (id, body) FROM stdin;\n1\t{json}\t\n\\.\nSELECT 'a\\b';\n");
    only(&block(row), &block(json), Form::Copy);
    only(&format!("1\t{row}\t\\N\n"), &format!("1\t{json}\t\\N\n"), Form::Copy);
    // A `\` before anything else is of no dump; and without `\N` it is any table.
    for text in [format!("1\t{json}\t\\N\n"), format!("1\t{row}\t2\n"), "1\t2\t\\N\n".to_owned()] {
        assert!(read(&text).is_none(), "{text}");
    }
}

#[test]
fn a_dollar_is_written_twice_for_compose() {
    let file = |dollar: &str| {
        format!("# all\nservices:\n\n  app:\n    command: curl -d '{{\"a\":\"{dollar}5 {dollar}\"}}' h\n")
    };
    only(&file("$$"), &file("$"), Form::Compose);
    // A list of services is GitLab's, whose scripts a shell reads.
    for text in [file("$$").replace("  app:", "  - docker:dind"), file("$$").replace("services:", "jobs:"), file("$")] {
        assert!(read(&text).is_none(), "{text}");
    }
    for variable in ["${X}", "$X_1", "${X:-a ${Y}}", "${{ x }}"] {
        let text = file("$").replace("$5 $", &[variable; 2].join(" ")) + "curl $X\n";
        let carried = read(&text).expect(&text);
        let left = carried.parts().filter(|(.., stands)| *stands == Stands::Variable);
        assert!(left.map(|(_, place, _)| &text[place]).eq([variable; 2].into_iter()), "{text}");
        assert_eq!(carried.text(), Some(&*text));
    }
}

#[test]
fn mail_is_unescaped() {
    let long = format!("{{\"content\":\"{}\", \"b\": [1,],}}", "abcdefgh".repeat(20));
    let parted: Vec<_> = long.as_bytes().chunks(75).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    only(&parted.join("=\n"), &long, Form::Mail);
    only("{\"a\":\"=E4=BD=\r\n=A0=3D\", \"b\":1,}", "{\"a\":\"你=\", \"b\":1,}", Form::Mail);
    only("=7B=22a=22:1}", "{\"a\":1}", Form::Mail);
    // Below a head that says so, each `=` is one of mail's, up to the end of the part.
    let head = "From: a\r\ncontent-transfer-encoding: Quoted-Printable\r\nTo: b\r\n\r\n";
    let next = "--b1\r\nSubject: c\r\n\r\n{\"a\":\"=3D\"}\r\n";
    let body = "{\"a\":\"x=3Db=\r\n =E4=BD=A0\"}\r\n--data a=3Db\r\n";
    only(&[head, body, next].concat(), &[head, "{\"a\":\"x=b 你\"}\r\n--data a=b\r\n", next].concat(), Form::Mail);
    // It was read already; no head says so; nothing is written so.
    for text in [head.to_owned() + "{\"a\":\"x=b\"}", head.replace("\r\n\r\n", "\r\n") + body, head.to_owned() + "{}"] {
        assert!(read(&text).is_none(), "{text}");
    }
    let address = format!("curl {}key=3D1=\n2", "h".repeat(62));
    only(&address, &address.replace("=\n", "").replace("=3D", "="), Form::Mail);
    assert!(read(&format!("{}=\n", "QUJD".repeat(18) + "QUI")).is_none());
    for text in
        ["{\"a\":\"=E4=BD=A0\"}", "{\"a\":\"x=\ny\"}", "{\"u\":\"http://h?a=12=\n&b=E4=BD=A0\"}", "{\"a\":\"=E4=\nx\"}"]
    {
        assert!(read(text).is_none(), "{text}");
    }
}

proptest::proptest! {
    /// Nothing panics, and each place is one.
    #[test]
    fn any_text_is_read_or_left(
        text in "(0000000[01]:? ?|\\*\n|7b22 ?|  \\{\"|\\|a\\||\n|api-1  \\| |db \\| |\\{|\\}|\"|好|=7B|=E4|=\n|\u{1b}\\[|1m|\u{1b}|2024-01-01T00:00:00Z |stdout [FP] |\\{\"log\":\"a\",\"stream\":\"s\",\"time\":\"t\"\\}\n){0,30}",
    ) {
        if let Some(carried) = read(&text) {
            for at in 0..carried.bytes.len() {
                let place = carried.place(at..at + 1);
                assert!(place.start <= place.end && place.end <= text.len(), "{text}");
            }
        }
    }
}
