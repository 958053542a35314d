//! How problems read: what JSON lacks, types, amounts, hints, in both languages.

use wxwire::lang::Lang;
use wxwire::problem::{Code, Problem, Severity, Source, Unit};

fn both(problem: &Problem) -> [String; 2] {
    [problem.message(Lang::Zh), problem.message(Lang::En)]
}

#[test]
fn what_json_lacks_is_said_in_words() {
    for (what, zh, en) in [
        ("value", "一个值", "a value"),
        ("end", "结尾", "the end"),
        ("\"key\"", "带双引号的字段名", "a key in double quotes"),
        (":", "冒号 :", "a colon"),
        (", }", "逗号或 }", "a comma or }"),
        (", ]", "逗号或 ]", "a comma or ]"),
        ("\"", "结束的双引号", "the closing double quote"),
        ("digit", "数字", "a digit"),
        ("\\escape", "转义，如 \\n", "an escape such as \\n"),
        ("other", " other", "other"),
    ] {
        let said = both(&Problem::new(Code::Syntax).expected(what));
        assert_eq!(said, [format!("不是合法的 JSON：此处应为{zh}"), format!("not JSON: expected {en} here")]);
    }
}

#[test]
fn types_are_said_in_words() {
    let names = ["null", "boolean", "integer", "number", "string", "array", "object", "7", "a"];
    let zh = [" null", "布尔值", "整数", "数字", "字符串", "数组", "对象", " 7", " a"];
    for (expected, expected_zh) in names.iter().zip(zh) {
        for (found, found_zh) in names.iter().zip(zh) {
            let said = both(&Problem::new(Code::WrongType).expected(*expected).found(found));
            assert_eq!(said[0], format!("类型应为{expected_zh}，实际为{found_zh}"));
            assert_eq!(said[1], format!("should be {expected}, is {found}"));
        }
    }
    let several = Problem::new(Code::WrongType).expected("string | array").found("null");
    assert_eq!(both(&several)[0], "类型应为字符串、数组，实际为 null");
}

#[test]
fn an_amount_has_its_unit() {
    let units = [
        (Unit::Bytes, "字节", "byte"),
        (Unit::Characters, "个字符", "character"),
        (Unit::Items, "项", "item"),
        (Unit::Levels, "层", "level"),
        (Unit::Seconds, "秒", "second"),
        (Unit::Milliseconds, "毫秒", "millisecond"),
    ];
    for (unit, zh, en) in units {
        assert_eq!(unit.name(), format!("{en}s"));
        for (limit, actual) in [(1, 2), (2, 1), (0, 10), (10, 0)] {
            let count = |number: usize| format!("{number} {en}{}", if number == 1 { "" } else { "s" });
            let over = Problem::new(Code::TooLong).measured(limit, actual, unit);
            assert_eq!(
                both(&over),
                [format!("{actual} {zh}，最多 {limit} {zh}"), format!("{}; at most {}", count(actual), count(limit))]
            );
            let under = Problem::new(Code::TooShort).measured(limit, actual, unit);
            assert_eq!(
                both(&under),
                [format!("{actual} {zh}，至少 {limit} {zh}"), format!("{}; at least {}", count(actual), count(limit))]
            );
            let cut = over.severity(Severity::Warning);
            assert!(
                cut.message(Lang::En).ends_with("; the rest is cut off")
                    && cut.message(Lang::Zh).ends_with("，超出部分会被截断")
            );
        }
    }
    // What is no i64 stands as it was written.
    let mut huge = Problem::new(Code::TooBig);
    (huge.limit, huge.unit) = (Some(60), Some(Unit::Seconds));
    assert_eq!(
        huge.found("99999999999999999999").message(Lang::En),
        "99999999999999999999 seconds; at most 60 seconds"
    );
}

#[test]
fn a_hint_is_given_where_there_is_one() {
    for (code, zh, en) in [
        (Code::UnknownField, "，是否想写 x", "; did you mean x"),
        (Code::Undocumented, "，是否想写 x", "; did you mean x"),
        (Code::Ignored, "：x", ": x"),
    ] {
        let [bare_zh, bare_en] = both(&Problem::new(code));
        assert_eq!(both(&Problem::new(code).expected("x")), [bare_zh + zh, bare_en + en]);
    }
}

/// The source decides whether a problem refuses, and stands in its JSON with all the rest, each where it applies.
#[test]
fn a_problem_is_told_with_all_that_applies() {
    for (source, name) in
        [(Source::Documented, "documented"), (Source::Observed, "observed"), (Source::Inferred, "inferred")]
    {
        assert_eq!((source.name(), Source::named(name)), (name, Some(source)));
        let problem = Problem::new(Code::TooLong).at("/a").measured(3, 4, Unit::Bytes).source(source);
        assert_eq!(problem.is_error(), source == Source::Documented);
        let json = problem.to_json(Lang::En);
        let severity = if source == Source::Documented { "error" } else { "warning" };
        let message = problem.message(Lang::En);
        let expected = serde_json::json!({"path": "/a", "code": "too_long", "severity": severity, "message": message,
            "limit": 3, "actual": 4, "unit": "bytes", "source": name});
        assert_eq!(json, expected);
        // What is only a note stays one.
        let note = Problem::new(Code::Undocumented).source(source);
        assert_eq!(note.severity, Severity::Note);
        assert_eq!(problem.to_string(), format!("/a: {message}"));
    }
    assert_eq!(Source::named(""), None);
    let bare = Problem::new(Code::Empty);
    assert_eq!(bare.to_string(), "there is nothing to read");
    let members = bare.to_json(Lang::En).as_object().map(serde_json::Map::len);
    assert_eq!(members, Some(4));
    let found = |length: usize| Problem::new(Code::WrongType).found(&"新".repeat(length)).found;
    assert_eq!([found(39), found(40)], ["新".repeat(39), "新".repeat(40)]);
    assert_eq!(found(41), format!("{}…", "新".repeat(40)));
}
