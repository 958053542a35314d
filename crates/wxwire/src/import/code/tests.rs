//! The literals of every language: texts with their escapes, texts put together, lists and maps.

use super::languages::PROGRAMS;
use super::*;
use crate::import::text::Text;

fn language(sign: &str) -> &'static Language {
    let all = [&JAVASCRIPT, &PYTHON, &POWERSHELL].into_iter().chain(PROGRAMS);
    let named =
        ["javascript", "python", "powershell", "java", "kotlin", "csharp", "go", "swift", "ruby", "php", "dart"];
    named.into_iter().zip(all).find(|(name, _)| *name == sign).expect("in the table").1
}

/// An expression as JSON; code in angle brackets.
fn shown(expr: &Expr) -> String {
    let quote = crate::layer::json::quote;
    match expr {
        Expr::Text(text) if text.code().is_empty() => quote(text.as_str()),
        Expr::List(_, items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(",")),
        Expr::Map(_, members) => {
            let member = |(key, value): &(Text, Expr)| format!("{}:{}", quote(key.as_str()), shown(value));
            format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
        }
        Expr::Call(_, held, _) if super::join::is_bytes(expr) => held.iter().map(|(_, text)| shown(text)).collect(),
        other => format!("<{}>", other.place().as_str()),
    }
}

#[track_caller]
fn check(name: &str, code: &str, expected: &str) {
    let (text, scope) = (Text::whole(code), Scope::new(code.len()));
    let mut reader = Reader::new(&text, 0, language(name), &scope);
    let value = reader.expression();
    assert_eq!(shown(&value), expected, "{name}: {code}");
}

#[test]
fn texts() {
    let json = r#""{\"a\":\"中\"}""#;
    for name in ["javascript", "python", "java", "kotlin", "csharp", "go", "swift"] {
        check(name, r#""{\"a\":\"中\"}""#, json);
    }
    for name in ["javascript", "python", "java", "kotlin", "csharp", "go"] {
        check(name, r#""\u4e2d\t\\""#, r#""中\t\\""#);
    }
    for name in ["ruby", "php", "javascript", "python"] {
        check(name, r#"'{"a":"it\'s"}'"#, r#""{\"a\":\"it's\"}""#);
    }
    for name in ["swift", "ruby", "php", "javascript"] {
        check(name, r#""\u{4e2d}\n""#, r#""中\n""#);
    }
    check("php", r#"'a\n'"#, r#""a\\n""#);
    check("python", r#""\d\/""#, r#""\\d\\/""#);
    check("powershell", "\"a`\"b\"\"c`n\"", r#""a\"b\"c\n""#);
    check("powershell", "'a''b'", r#""a'b""#);
}

#[test]
fn raw_texts_and_blocks() {
    check("go", r#"`{"a":"\n"}`"#, r#""{\"a\":\"\\n\"}""#);
    check("csharp", r#"@"{""a"":""\""}""#, r#""{\"a\":\"\\\"}""#);
    check("kotlin", r#""""{"a":"\n"}""""#, r#""{\"a\":\"\\n\"}""#);
    check("swift", r##"#"{"a":"\n"}"#"##, r#""{\"a\":\"\\n\"}""#);
    check("python", r#"r'''{"a":"\n"}'''"#, r#""{\"a\":\"\\n\"}""#);
    check("ruby", r#"%q({"a": 1})"#, r#""{\"a\": 1}""#);
    let block = "\"\"\"\n    {\n      \"a\": 1\n    }\n    \"\"\"";
    check("java", block, r#""{\n  \"a\": 1\n}\n""#);
    check("swift", block, r#""{\n  \"a\": 1\n}""#);
    check("csharp", block, r#""{\n  \"a\": 1\n}""#);
    check("powershell", "@'\n{\"a\":\n1}\n'@", r#""{\"a\":\n1}""#);
}

/// Code in a text stays to be seen.
#[test]
fn holes() {
    for (name, code) in [
        ("javascript", "`a${b}`"),
        ("python", "f'a{b}'"),
        ("powershell", "\"a$b\""),
        ("kotlin", "\"a$b\""),
        ("csharp", "$\"a{b}\""),
        ("swift", r#""a\(b)""#),
        ("ruby", "\"a#{b}\""),
        ("php", "\"a{$b}\""),
    ] {
        let held = code.trim_start_matches(['f', '$', '@']);
        check(name, code, &format!("<{}>", &held[1..held.len() - 1]));
    }
}

#[test]
fn parts_put_together() {
    for name in ["javascript", "python", "powershell", "java", "kotlin", "csharp", "go", "swift", "ruby"] {
        check(name, "\"a\" + \"b\"", r#""ab""#);
    }
    check("php", "'a' . 'b'", r#""ab""#);
    check("java", "\"a\" // one\n  + \"b\" /* two */", r#""ab""#);
    check("python", "('a'\n 'b')", r#""ab""#);
    check("python", "('a'\n x)", "<('a'\n x)>");
}

#[test]
fn maps_and_lists() {
    let expected = r#"{"a":"b","c":["d","e"]}"#;
    check("javascript", "{a: 'b', 'c': ['d', 'e']}", expected);
    check("python", "{'a': 'b', 'c': ['d', 'e'],}", expected);
    check("powershell", "@{a = 'b'; 'c' = @('d', 'e')}", expected);
    check("java", r#"Map.of("a", "b", "c", List.of("d", "e"))"#, expected);
    check("kotlin", r#"mapOf("a" to "b", "c" to listOf("d", "e"))"#, expected);
    check("csharp", r#"new { a = "b", c = new[] { "d", "e" } }"#, expected);
    check("csharp", r#"new Dictionary<string, object> { ["a"] = "b", ["c"] = new[] { "d", "e" } }"#, expected);
    check("csharp", r#"new Dictionary<string, object> { {"a", "b"}, {"c", new[] {"d", "e"}} }"#, expected);
    check("go", r#"map[string]interface{}{"a": "b", "c": []string{"d", "e"}}"#, expected);
    check("swift", r#"["a": "b", "c": ["d", "e"]]"#, expected);
    check("ruby", r#"{ "a" => "b", c: ['d', 'e'] }"#, expected);
    check("php", "['a' => 'b', 'c' => array('d', 'e')]", expected);
}

/// Escapes as each language has them, and as another has not.
#[test]
fn escapes_of_one_language() {
    for (name, code, expected) in [
        ("java", r#""\477""#, r#""'7""#),
        ("java", r#""\377""#, r#""ÿ""#),
        ("java", r#""\uuu4f60""#, r#""你""#),
        ("javascript", r#""\101\0""#, r#""A\u0000""#),
        ("go", r#""\xe4\xbd\xa0\345\245\275""#, r#""你好""#),
        ("php", r#""\xe4\xbd\xa0\345\245\275\q""#, r#""你好\\q""#),
        ("ruby", r#""\xe4\xbd\xa0\u{4f60 597d}\q""#, r#""你你好q""#),
        ("python", r#"b"\xe4\xbd\xa0\u4f60""#, r#""你\\u4f60""#),
        ("python", r#""\xe4\q""#, r#""ä\\q""#),
        ("csharp", r#""\x41g\x4142""#, r#""Ag䅂""#),
        ("csharp", "$\"\"\"\n{\"a\":\"}\"}\n\"\"\"", "<{\"a\":\"}\"}>"),
        ("csharp", "$$\"\"\"\n{\"a\":1}\n\"\"\"", r#""{\"a\":1}""#),
        ("kotlin", r#""\$x""#, r#""$x""#),
        ("dart", "''' \n{}\n'''", r#""{}\n""#),
        ("dart", "r'$x\\n'", r#""$x\\n""#),
        ("swift", "#\"a\\n\"#", r#""a\\n""#),
    ] {
        check(name, code, expected);
    }
    // What the language refuses, or what is not followed, is code.
    for (name, code) in [
        ("java", r#""\u0022""#),
        ("java", r#""\q""#),
        ("go", r#""\47a""#),
        ("go", r#""\xe4a""#),
        ("go", r#""\q""#),
        ("kotlin", r#""\q""#),
        ("csharp", r#""\q""#),
        ("swift", r#""\q""#),
        ("swift", "#\"\\#(x)\"#"),
        ("ruby", r#""\cA""#),
        ("ruby", r##""#@x""##),
        ("python", r#""\N{BULLET}""#),
        ("php", r#""\xff""#),
    ] {
        let (text, scope) = (Text::whole(code), Scope::new(code.len()));
        let value = Reader::new(&text, 0, language(name), &scope).expression();
        assert!(value.text().is_some_and(|text| !text.code().is_empty()), "{name}: {code}");
    }
}

/// A bare word before a value is a key to some, and a variable to others; to PHP a map that counts from zero is a list.
#[test]
fn keys() {
    for (name, code, key) in [
        ("javascript", "{a: 1}", true),
        ("ruby", "{a: 1}", true),
        ("ruby", "{:a => 1}", true),
        ("ruby", "{a => 1}", false),
        ("php", "[a => 1]", false),
        ("php", "['a' => 1]", true),
        ("dart", "{a: 1}", false),
        ("swift", "[a: 1]", false),
        ("kotlin", "mapOf(a to 1)", false),
        ("java", "Map.of(a, 1)", false),
        ("go", "map[string]int{a: 1}", false),
        ("csharp", "new { a = 1 }", true),
        ("csharp", "new Dictionary<string, int> { [a] = 1 }", false),
    ] {
        let (text, scope) = (Text::whole(code), Scope::new(code.len()));
        let value = Reader::new(&text, 0, language(name), &scope).expression();
        let Expr::Map(_, members) = &value else { unreachable!("{name}: {code}: {value:?}") };
        let (found, _) = &members[0];
        assert_eq!((found.as_str(), found.code().is_empty()), ("a", key), "{name}: {code}");
    }
    check("php", "[0 => 'a', '1' => 'b']", r#"["a","b"]"#);
    check("php", "['a' => 'b', 'c']", "<['a' => 'b', 'c']>");
    check("go", "[]string{2: \"x\"}", "<[]string{2: \"x\"}>");
    check("go", "[]byte(\"x\")", "<[]byte(\"x\")>");
    check("ruby", "{a: 1}.to_json", "<{a: 1}.to_json>");
}

/// A comment within another ends it to some; a pattern is no text, whatever it holds.
#[test]
fn comments_and_patterns() {
    for name in ["kotlin", "swift", "dart"] {
        check(name, "/* a /* b */ \"c\" */ \"d\"", r#""d""#);
    }
    check("java", "/* a /* b */ \"c\"", r#""c""#);
    check("javascript", "[/[/\"]/g, 'a']", r#"[</[/"]/g>,"a"]"#);
    check("javascript", "a / 'b'", "<a / 'b'>");
}

/// Members of C#'s objects are called as what they are set to where nothing else names them.
#[test]
fn members_are_named_by_their_value() {
    check("csharp", "new { a = \"b\", content, m.Title }", r#"{"a":"b","content":<content>,"Title":<m.Title>}"#);
    check("csharp", "new { content }", r#"{"content":<content>}"#);
    check("csharp", "new { F() }", "<new { F() }>");
}
