//! Every fault alone and with others; and doubts, which are refused.

#![allow(clippy::panic)] // A test that cannot go on says why.

use super::*;

fn mend(text: &str) -> Result<Repaired, Problem> {
    repair(&Text::whole(text), Origin::Body)
}

/// The text becomes this JSON by these repairs.
#[track_caller]
fn check(text: &str, json: &str, fixes: &[&str]) {
    let repaired = mend(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    assert_eq!(repaired.json.as_str(), json, "{text}");
    let names: Vec<_> = repaired.repairs.iter().map(|repair| repair.fix.name()).collect();
    assert_eq!(names, fixes, "{text}");
}

/// The text is refused, with this code, at this place.
#[track_caller]
fn refuse(text: &str, code: Code, place: &str) {
    match mend(text) {
        Ok(repaired) => panic!("{text} became {}", repaired.json.as_str()),
        Err(problem) => {
            let span = problem.span.clone().expect("a place");
            assert_eq!((problem.code, &text[span]), (code, place), "{text}: {problem:?}");
        }
    }
}

#[test]
fn every_fault() {
    check(r#"{"a": 1}"#, r#"{"a": 1}"#, &[]);
    check(r#"{"a": [1, 2,],}"#, r#"{"a": [1, 2]}"#, &["trailing_comma", "trailing_comma"]);
    check(r#"{'a': 'it"s'}"#, r#"{"a": "it\"s"}"#, &["quotes", "quotes", "quotes", "quotes"]);
    check("{a: 1, $b_2: 2, 名: 3}", r#"{"a": 1, "$b_2": 2, "名": 3}"#, &["unquoted_key"; 3]);
    check(r#"{"a",24}"#, r#"{"a":24}"#, &["comma_for_colon"]);
    check(r#"{"a": 1, "b",24}"#, r#"{"a": 1, "b":24}"#, &["comma_for_colon"]);
    check(
        "{“a”：“b”，“c”：1}",
        r#"{"a":"b","c":1}"#,
        &[
            "quotes",
            "quotes",
            "wide_punctuation",
            "quotes",
            "quotes",
            "wide_punctuation",
            "quotes",
            "quotes",
            "wide_punctuation",
        ],
    );
    check("\u{feff}{\"a\":\u{a0}\u{a0}1}", r#"{"a": 1}"#, &["byte_order_mark", "white_space"]);
    check("{\"a\": \"x\ny\t\"}", r#"{"a": "x\ny\t"}"#, &["control_character", "control_character"]);
    check(
        "{'a': True, 'b': None}",
        r#"{"a": true, "b": null}"#,
        &["quotes", "quotes", "python_word", "quotes", "quotes", "python_word"],
    );
    check("{\"a\": 1\n \"b\": 2}", "{\"a\": 1,\n \"b\": 2}", &["missing_comma"]);
    check("[{}\n{}]", "[{},\n{}]", &["missing_comma"]);
    check("{\"a\": [{\"b\": \"c\"}", r#"{"a": [{"b": "c"}]}"#, &["cut_off"]);
    check(r"{'a': '\'\x41'}", r#"{"a": "'A"}"#, &["quotes", "quotes", "quotes", "escape", "escape", "quotes"]);
    check("{\"a\": 'it's'}", r#"{"a": "it's"}"#, &["quotes", "quotes"]);
}

#[test]
fn quotes_inside_strings() {
    let fixes = |count| vec!["bare_quote"; count];
    check(r#"{"x": "<a b="" c="0">", "y": 1}"#, r#"{"x": "<a b=\"\" c=\"0\">", "y": 1}"#, &fixes(4));
    check(r#"{"x": "he said "hi" to me"}"#, r#"{"x": "he said \"hi\" to me"}"#, &fixes(2));
    check(r#"{"x": "say "hi"", "y": 1}"#, r#"{"x": "say \"hi\"", "y": 1}"#, &fixes(2));
    check(r#"{"x": "他说"你好"：再见"}"#, r#"{"x": "他说\"你好\"：再见"}"#, &fixes(2));
    check(r#"{"x": "{"a": "b", "c": "d"}", "n": 1}"#, r#"{"x": "{\"a\": \"b\", \"c\": \"d\"}", "n": 1}"#, &fixes(8));
    check(r#"{"x": "{"a": "", "c": "d"}", "n": 1}"#, r#"{"x": "{\"a\": \"\", \"c\": \"d\"}", "n": 1}"#, &fixes(8));
    check(
        r#"[{"t":"[{"a":"b"},{"c":"d"}]"},{"n":1}]"#,
        r#"[{"t":"[{\"a\":\"b\"},{\"c\":\"d\"}]"},{"n":1}]"#,
        &fixes(8),
    );
    check(r#"{"x": "<a href="//h">t</a>", "b": 1}"#, r#"{"x": "<a href=\"//h\">t</a>", "b": 1}"#, &fixes(2));
    check(
        "{\"x\": \"<a b=\"1\">\n</a>\"}",
        r#"{"x": "<a b=\"1\">\n</a>"}"#,
        &["bare_quote", "bare_quote", "control_character"],
    );
}

#[test]
fn comments() {
    check("{ // a, b: 1\n \"a\": 1 /* x */ } // end", "{ \n \"a\": 1  } ", &[]);
    check("{\"a\": [//five, 5 at most: x。 {\"b\": 1}]}", "{\"a\": [ {\"b\": 1}]}", &[]);
    check("{\"a\": \"b\",//see “c”, d \"e\": 1,//1-60 \"f\":\"\"//g }", "{\"a\": \"b\", \"e\": 1, \"f\":\"\" }", &[]);
    check("{\"a\": 1 //x, \"y\n, \"b\": 2}", "{\"a\": 1 \n, \"b\": 2}", &[]);
    check("{\"a\": \"http://h/\" # x\n}", "{\"a\": \"http://h/\" \n}", &[]);
    check("{\"a\": [ // one { \"b\": 1 // x\n } ] }", "{\"a\": [  { \"b\": 1 \n } ] }", &[]);
}

#[test]
fn doubts() {
    refuse(r#"{"x": "say "hi", "name": "x"", "b": 1}"#, Code::Ambiguous, r#""say "hi""#);
    refuse(r#"{"x": "he said "yes", "no": both", "d": 1}"#, Code::Ambiguous, r#""he said "yes""#);
    refuse(r#"{"x": "a 5" screen", "y": "z"}"#, Code::Ambiguous, "\"");
    refuse(r#"{"a": "x", "b": "y"", "c": 1}"#, Code::Ambiguous, "\"");
    refuse(r#"{"a": ""hello""}"#, Code::Ambiguous, r#"""hello""#);
    refuse("{\"a\": \"x,\n \"b\": \"y\"}", Code::Syntax, ",");
    refuse("{\"a\": \"x=3D=\ny\"}", Code::Ambiguous, "\"x=3D=");
    refuse(r#"{"a": 1, //"b": 2, "c": 3}"#, Code::Ambiguous, "//");
    refuse(r#"{"a": 1, // old: "b": 2, "c": 3}"#, Code::Ambiguous, "// old");
    refuse("{ // one, of \"many\": 1 \"b\": 2}", Code::Syntax, "\"");
    refuse("{ // who name: 'x', \"b\": 2}", Code::Ambiguous, "// who name");
    refuse(r#"[{"t":"5" screen"},{"t":"6" screen"}]"#, Code::Syntax, "s");
    refuse("{\"a\": \"x\"｝", Code::Syntax, "｝");
    refuse("{\"a\": [\"x\"］, \"b\": 1}", Code::Syntax, "］");
    // A sign in place of the comma between items, of the colon, of a bracket; a quote behind the comma.
    for sign in ["、", "/", "`", "<", "0", "和"] {
        refuse(&format!("{{\"at\":[\"a\"{sign}\"b\"]}}"), Code::Ambiguous, &format!("\"a\"{sign}\""));
    }
    refuse(r#"{"a"//1,"b":{"c":"x"}}"#, Code::Syntax, "/");
    refuse(r#"{"a":{"b":"x"} // "c":["a"] }"#, Code::Ambiguous, r#"// "c""#);
    refuse(r#"{"a":1",b":"x"}"#, Code::Syntax, "\"");
    refuse(r#"{"a":"x,"b":text","c":1}"#, Code::Ambiguous, r#""x,"b""#);
    refuse(r#"{"a": 0"b": 1, "c":"d"}}"#, Code::Ambiguous, "\"");
    // Two quotes that are missing, at the end of one line and before the value of the next.
    refuse("{ id: 'wx_1,\n  to: wxid_1', content: 'x' }", Code::Ambiguous, "'wx_1,");
    refuse(r#"["he said "a", "b" and c", "d"]"#, Code::Ambiguous, r#""he said "a""#);
}

#[test]
fn what_cannot_be_known() {
    refuse(r#"{"a": "b"#, Code::CutOff, "\"");
    refuse(r#"{"a": 1"#, Code::CutOff, "1");
    refuse(r#"{"a":"#, Code::CutOff, ":");
    // More was to come.
    refuse("{\"a\": 1, ", Code::CutOff, ",");
    refuse("[{}, ", Code::Ambiguous, "[");
    refuse("{", Code::CutOff, "");
    // The comma may be the one that is missing.
    refuse("{\"a\": \"x,\"\n \"b\": 1}", Code::Syntax, "\n");
    refuse(r#"{"a": tr"#, Code::Variable, "tr");
    refuse(r#"{"a": {{b}}}"#, Code::Variable, "{{b}}");
    refuse(r#"{"a": x}"#, Code::Variable, "x");
    refuse(r#"{"a": "\q"}"#, Code::Syntax, "\\");
    refuse(r#"{"a": 007}"#, Code::Syntax, "0");
    refuse(r#"{"a" 1}"#, Code::Syntax, " ");
    refuse("[1,,2]", Code::Syntax, ",");
    refuse(&"[".repeat(200), Code::TooDeep, "[");
    refuse("", Code::Empty, "");
}

/// A comma behind a string is a colon only where it cannot part the items of a list that lost its brackets.
#[test]
fn a_comma_behind_a_key() {
    for text in [
        r#"{"a":"x","at":"b","c","d"}"#,
        r#"{"a":"x","at":"b"，"c"，"d"}"#,
        r#"{"at":["b"],"c","d"}"#,
        r#"{"at":"b","c","d","e":1}"#,
        r#"{"a","b"}"#,
        r#"{"a","b","c","d"}"#,
        r#"{"o":{"a","b"}}"#,
        "{\"at\": \"b\",\n \"c\",\n \"d\"}",
    ] {
        let problem = mend(text).expect_err(text);
        let place = &text[problem.span.clone().expect("a place")];
        assert_eq!((problem.code, place.trim_start_matches(['，', ','])), (Code::Ambiguous, ""), "{text}: {problem:?}");
    }
    for (text, json) in [
        (r#"{"a","b","c":"d"}"#, r#"{"a":"b","c":"d"}"#),
        (r#"{"a":1,"b","c"}"#, r#"{"a":1,"b":"c"}"#),
        (r#"{"a":{},"b","c","d":"e"}"#, r#"{"a":{},"b":"c","d":"e"}"#),
        (r#"{"a":"x","b",1}"#, r#"{"a":"x","b":1}"#),
        (r#"{"a":"x","b",{"c":"d"}}"#, r#"{"a":"x","b":{"c":"d"}}"#),
    ] {
        check(text, json, &["comma_for_colon"]);
    }
    check(r#"{"a","b","c",1}"#, r#"{"a":"b","c":1}"#, &["comma_for_colon"; 2]);
}

/// What is missing, mistyped or too much is refused where it may be, and no string reaches over structure.
#[test]
fn structure_stays() {
    for (text, place) in [
        (r#"{"a":"b","c:"d"}"#, ":\"d"),
        (r#"{"a":"b","c""d"}"#, "\"d"),
        (r#"{"a":"b","c"="d"}"#, "=\"d"),
        (r#"{"a":"b","c"=>"d"}"#, "=>"),
        (r#"{"a":"b","c"}"#, "}"),
        (r#"{"array":[{"key": "value"], "key2": "value2"}"#, "], "),
        (r#"{"Text":"a" + b + "c"}"#, "+ b"),
        (r#"{"Text":"a"+b+"c"}"#, "+b"),
        (r#"{"Text":"a".b."c"}"#, ".b"),
        (r#"['a'=>'b','c'=>'d']"#, "=>'b"),
        (r#"{'a','b','c'}"#, "}"),
        (r#"["hello,"world"]"#, ",\"w"),
        (r#"{a: "x, b: "y", c: "z"}"#, "\"x, b"),
        (r#"{a:"x,b:"y,c:"z",d:"w"}"#, "\"x,b"),
        (r#"{"a":"http"//h/x.jpg","b":1}"#, "\"//h"),
        (r#"{"m":[{"c":{"i":[{"t":"hi"]}},{"t":"x"}]}"#, "]}},"),
        (r#"{"a":{"b":1,"c":2},"d":{"e":1,"f":2,"g":3}"#, ",\"f"),
        (r#"{"a":{"b":1,"c":2}"#, ",\"c"),
        (r#"{'a':{'b':1,'c':2,},'d':{'e':1,'f':2}"#, ",'f"),
        (r#"{"a":{"b":{"c":1,"d":"e""#, ""),
        (r#"{"a":{"b":1}"c":2}}"#, "}\"c"),
        (r#"[1]]"#, "1]]"),
        (r#"[,]"#, ",]"),
        (r#"[1 2]"#, " 2"),
        (r#"{"a": 1}}}"#, "}}"),
        (r#"{"a": 1 b: 2}"#, "b"),
        (r#"{007: 1}"#, "007"),
        (r#"{"a": 0x}"#, "0x"),
        (r#"{"a": "x" "b": 1}"#, " \"b"),
        (r#"{"a": "{"b":"\n"}"}"#, ""),
    ] {
        match mend(text) {
            Ok(repaired) => panic!("{text} became {}", repaired.json.as_str()),
            Err(problem) => {
                let start = problem.span.clone().expect("a place").start;
                assert!(text[start..].starts_with(place), "{text}: at {:?}, {problem:?}", &text[start..]);
            }
        }
    }
}

/// What JavaScript has and JSON has not, and signs that can be nothing else.
#[test]
fn harmless() {
    check(r#"{"a": [.5, 5., +1, 0xC8, -.5]}"#, r#"{"a": [0.5, 5, 1, 200, -0.5]}"#, &["number"; 5]);
    check(r#"{2: 2, "x": {10: 1}}"#, r#"{"2": 2, "x": {"10": 1}}"#, &["unquoted_key"; 2]);
    check(r#"{"a": 1},"#, r#"{"a": 1}"#, &["trailing_comma"]);
    check(r#"{"a": {"b": 1}}}"#, r#"{"a": {"b": 1}}"#, &["extra_bracket"]);
    check(r#"{"a": 1}]"#, r#"{"a": 1}"#, &["extra_bracket"]);
    check("[,1]", "[1]", &["trailing_comma"]);
    check(r#"{,"a": 1}"#, r#"{"a": 1}"#, &["trailing_comma"]);
    check(r#"{"a": 1 "b": 2}"#, r#"{"a": 1, "b": 2}"#, &["missing_comma"]);
    check(r#"{"a": true"b": [2]"c": {}"d": 0}"#, r#"{"a": true,"b": [2],"c": {},"d": 0}"#, &["missing_comma"; 3]);
    check(r#"[{"a": 1}{"a": 2} [3]"x"]"#, r#"[{"a": 1},{"a": 2}, [3],"x"]"#, &["missing_comma"; 3]);
    check(r#"{"a": "it\'s"}"#, r#"{"a": "it's"}"#, &["escape"]);
    check(
        "{a: \"x\", // c\n b: .5, c: \"y\"}",
        "{\"a\": \"x\", \n \"b\": 0.5, \"c\": \"y\"}",
        &["unquoted_key", "unquoted_key", "number", "unquoted_key"],
    );
}

/// Words with an apostrophe are no quotes, whatever stands around them.
#[test]
fn apostrophes_end_no_text() {
    for word in ["it's", "don't", "l’été", "a'b'c"] {
        for (before, after) in [("", ""), ("say ", " [now"), ("{", " so"), ("a, ", ", b"), ("", ": c")] {
            let text = format!("{before}{word}{after}");
            let repaired =
                mend(&format!("{{\"a\": '{text}', \"b\": 1}}")).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
            assert_eq!(repaired.json.as_str(), format!("{{\"a\": \"{text}\", \"b\": 1}}"));
        }
    }
}

/// Between curved quotes an escaped one was straight once, as they were, and nothing behind it is lost.
#[test]
fn escaped_quotes_that_were_curved() {
    let fixes = ["quotes", "quotes", "escape", "escape", "quotes", "quotes"];
    let (curved, single) = ("{“a”:“<x y=\\”z\\”>b”}", "{‘a’:‘it\\’s \\’b’}");
    let json = mend(curved).expect("certain");
    assert_eq!(json.json.as_str(), r#"{"a":"<x y=\"z\">b"}"#);
    assert_eq!(json.repairs.len(), fixes.len());
    assert_eq!(mend(single).expect("certain").json.as_str(), r#"{"a":"it's 'b"}"#);
    // Between straight ones it is a sign as any other, which JSON does not escape.
    refuse("{\"a\":\"x\\”y\"}", Code::Syntax, "\\");
}
