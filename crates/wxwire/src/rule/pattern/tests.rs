//! Patterns and texts.

use super::Pattern;

#[test]
fn texts_are_held_to_patterns() {
    for (source, good, bad) in [
        (
            "^r_[a-z0-9]{4,12}$",
            &["r_lobby", "r_0000"][..],
            &["r_abc", "r_Lobby", "xr_lobby", "r_lobby ", "r_0123456789abc"][..],
        ),
        ("^m_[0-9]+$", &["m_1", "m_0123456789"], &["m_", "m_1x", "M_1"]),
        ("^u_", &["u_", "u_anna"], &["", "au_"]),
        ("_end$", &["_end", "x_end"], &["_end ", "_en"]),
        ("ab?c*", &["a", "xxab", "abccc"], &["", "b"]),
        (r"^1[3-9]\d{9}$", &["13800000000"], &["12800000000", "1380000000", "138000000000"]),
        (r"^[\w.-]+@[\w-]+\.[a-z]{2,}$", &["a.b@c.de"], &["a@b", "@c.de"]),
        ("^[^a]*$", &["", "bcd"], &["a", "xay"]),
        ("^(low|mid|high)$", &["low", "high"], &["", "lowx", "xlow", "lo"]),
        ("^(?:a+|b{2})$", &["aaa", "bb"], &["b", "bbb", "ab"]),
        ("^a|b$", &["ax", "xb"], &["xa", "bx"]),
        (r"^\$\{x\}$", &["${x}"], &["$x"]),
        ("^[新-旧]?$", &["", "新"], &["x"]),
        ("^.{2}$", &["é新"], &["x", "x\n"]),
    ] {
        let pattern = Pattern::read(source).expect(source);
        for text in good {
            assert!(pattern.holds(text), "{source}: {text:?} is refused");
        }
        for text in bad {
            assert!(!pattern.holds(text), "{source}: {text:?} is taken");
        }
        for least in [0, 3, 9] {
            assert!(pattern.holds(&pattern.example(least)), "{source}: {:?}", pattern.example(least));
        }
    }
}

#[test]
fn what_cannot_be_held_to_is_not_read() {
    for source in [
        "^(a+)+$",
        "a(?=b)",
        r"\bx",
        r"\1",
        r"\p{L}",
        "[a-",
        "a{2",
        "a{3,1}",
        "^a{9999}$",
        "a++",
        "*",
        "x^y",
        "[z-a]",
        "(",
        "[]",
    ] {
        assert!(Pattern::read(source).is_none(), "{source}");
    }
}

/// The cost grows with the text, and no faster.
#[test]
fn no_text_takes_long() {
    let pattern = Pattern::read("^a*a*a*a*a*a*a*a*b$").expect("it is read");
    assert!(!pattern.holds(&"a".repeat(20_000)));
}
