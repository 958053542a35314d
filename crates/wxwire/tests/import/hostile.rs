//! None of these may take more than linear time.

use std::time::{Duration, Instant};

use wxwire::import::import;
use wxwire::lang::Lang;

/// How long each text is. At this length the worst takes a tenth of the limit, and one of quadratic time far more.
const LENGTH: usize = 30_000;

const LIMIT: Duration = Duration::from_secs(2);

/// What a text begins with.
const PREFIXES: [&str; 15] = [
    "",
    "{\"a\": \"",
    "{\"a\": [ //",
    "curl http://h -d '",
    "POST /x HTTP/1.1 ",
    "fetch(\"",
    "import requests\nx = ",
    "irm http://h -Body ",
    "$a = 'x'",
    "set a=xx\n",
    "fetch('http://h', {body: 'a'",
    "<?php\n$a = [",
    "new Request.Builder().url(\"http://h\").post(",
    "http.NewRequest(a, b, c)\na := ",
    "new RestRequest() { a = ",
];

/// What a text repeats.
const PARTS: [&str; 59] = [
    "\"",
    "'",
    "{",
    "[",
    "{{",
    "}",
    "\\",
    "`",
    "^",
    "r",
    "//",
    "//\n",
    "/*",
    "#",
    "&quot;",
    "\"a\",",
    "\"b\" ",
    "\" }, ",
    "\"}, {\"",
    "\": \"",
    "', '",
    "\",//",
    " // \"a\": ",
    "curl ",
    "curl -d ",
    "fetch(",
    "a=",
    "a=b(",
    "a.b.c.",
    "'a'+",
    ".Add(\"a\",\"b\")",
    "POST /x A: ",
    "“",
    "\u{a0}",
    "token: ",
    "\"a\":1\n",
    "{a:",
    "[{\"a\": \"",
    "\"5\" x\",",
    "@{",
    "$x=",
    "\"\"\"",
    "x.open('a','b');",
    "@'",
    "$a['",
    "$a=\"$a$a\"\n",
    " + 'x'",
    "[char]",
    "set a=%a%%a%\n",
    "%",
    "%a%",
    ".join('a')",
    "A: b C: d ",
    "a.put(\"b\", ",
    "a[\"b\"] = a;",
    "new X { ",
    "a = a.b(a = ",
    "m = {'a': m, 'b': m}; request(m); ",
    "let a: ",
];

#[test]
fn hostile_texts_end_soon() {
    let half = PREFIXES.len() / 2;
    std::thread::scope(|scope| {
        scope.spawn(|| PREFIXES[..half].iter().for_each(end_soon));
        PREFIXES[half..].iter().for_each(end_soon);
    });
}

fn end_soon(prefix: &&str) {
    for part in PARTS {
        let command = if prefix.starts_with('$') { "\nirm http://h -Body $a" } else { "\ncurl http://h" };
        let text = format!("{prefix}{}{command}", part.repeat(LENGTH / part.len()));
        let start = Instant::now();
        let imported = import(text.as_bytes(), None);
        let spent = start.elapsed();
        assert!(spent < LIMIT, "{prefix:?} {part:?}: {spent:?}");
        if let Ok(imported) = imported {
            imported.to_json(&text, Lang::Zh);
            assert!(start.elapsed() < 2 * LIMIT, "printing {prefix:?} {part:?}: {:?}", start.elapsed());
        }
    }
}

/// A text that is asked for itself with another one in it, and so on, ends.
#[test]
fn texts_in_texts_end() {
    for (begins, part) in [
        ("import requests\nc = ", "\"a\".join("),
        ("import requests\nc = ", "\"%s\" % ("),
        ("import requests\nc = ", "\"{}\".format("),
        ("OkHttpClient c;\nString c = ", "String.format(\"%s\", "),
        ("OkHttpClient c;\nString c = ", "new Gson().toJson("),
        ("package main\nhttp.Get(u)\nc := ", "M{A: "),
    ] {
        let text = format!("{begins}{}\nrequests.post(\"http://h/x\", json=c)\n", part.repeat(20_000));
        let imported = import(text.as_bytes(), None);
        assert!(imported.is_ok_and(|imported| imported.values.is_none()), "{part}");
    }
}
