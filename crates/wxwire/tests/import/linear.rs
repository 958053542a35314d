//! The mender takes time as long as its text is: twice the text, twice the time, whatever is repeated in it.

use std::time::{Duration, Instant};

use wxwire::import::import;
use wxwire::learn::requests;

/// What begins a text, and what it repeats. Each is faulty, and not at its beginning alone.
const KINDS: [(&str, &str); 69] = [
    ("", "1 \"a\":{\n"),
    ("", "1 {\n1 }\n"),
    ("[", "1,"),
    ("[", "1 "),
    ("[", "\"a\","),
    ("[", "'a',"),
    ("[", "{a:1},"),
    ("{", "\"a\":{\"b\":1,\"c\":2},"),
    ("{", "\"a\",1,"),
    ("[", "{\"a\":1}"),
    ("[\"", "a \"b\" "),
    ("[\"", "<a b=\"\">"),
    ("[\"", "\\\""),
    ("[\"", "{\"a\":"),
    ("[", "\"{\",\"[\","),
    ("[", "\"[\",\",\",\"["),
    ("[", "\"{\"a\":1}\","),
    ("[\"{\"a\":[", "1,"),
    ("{\"a\": //", "x \"a\": "),
    ("{", "//\n"),
    ("[", "\"a\" // x\n,"),
    ("[", "[],"),
    ("[", "0x1,"),
    ("{\"a\":\"", ",\"b\":\"c"),
    ("[", "\",\n\""),
    ("[", "：，“"),
    ("OkHttpClient client; String s = ", "\"\"\""),
    ("", "curl http://h/x -d '{\"a\":1}'\n"),
    ("", "http://"),
    ("", "http://u:p@h/"),
    ("", "https://a/?access_token="),
    ("", "http.NewRequest(\"POST\",\""),
    ("", "a:{"),
    ("<?php\n$ch = curl_init(\"http://h/x\");\n$a = [1];\n", "sort($a,"),
    ("JSONObject a = new JSONObject();\nHttpUtil.get(\"http://h/x\");\n", "a.put(\"x\",a);"),
    ("curl http://api.geweapi.com/gewe/v2/api/message/postText -d \"{", "$("),
    ("curl http://api.geweapi.com/gewe/v2/api/message/postText -d \"{", "$(("),
    ("curl http://api.geweapi.com/gewe/v2/api/message/postText -d \"{", "${"),
    ("curl http://api.geweapi.com/gewe/v2/api/message/postText -d ", "$( "),
    ("curl http://api.geweapi.com/gewe/v2/api/message/postText ", "“ "),
    ("curl http://api.geweapi.com/gewe/v2/api/message/postText -d @- <<EOF\n", "$("),
    ("", "fetch(\"http://api.geweapi.com/gewe/v2/api/message/postText\",{body:JSON.stringify({"),
    // Files of requests, and bodies in chunks.
    ("@a = x{{a}}\nPOST http://h/x\n\n", "{{a}} {{"),
    ("", "### a\nPOST http://h/x\n\n@a = {{a}}\n"),
    ("POST http://h/x HTTP/1.1\nTransfer-Encoding: chunked\n\n", "1\n[\n"),
    ("POST http://h/x HTTP/1.1\nTransfer-Encoding: chunked\n\n1\n[\n", "5\n\"a\",[\n"),
    // Names, blocks and brackets of scripts.
    ("requests.post(", "((a)="),
    ("requests.post('http://h/x', json=a)\n", "def f(a): f(a)\n"),
    ("fetch('http://h/x', {body: a});\n", "function f(a) { a = f(a); }\n"),
    ("requests.post('http://h/x', json=a)\n", "a, b = [a for a in b]\n"),
    ("fetch('http://h/x', {body: a});\n", "{"),
    ("d = {}\n", "d.x()\nrequests.post('http://h/x', json=d)\n"),
    ("d = {}\n", "e = d\nrequests.post('http://h/x', json=d)\n"),
    ("const d = {};\n", "d.a = 1;\nfetch('http://h/x', {body: JSON.stringify(d)});\n"),
    ("const d = {};\n", "[d][0];fetch('http://h/x', {body: JSON.stringify(d)});\n"),
    ("", "A=1\ncurl http://h/x -d \"$A\"\n"),
    // Patterns, comments, escapes and brackets of programs.
    ("fetch('http://h/x', {body: a});\n", "=/["),
    ("fetch('http://h/x', {body: a});\n", "[a.b,"),
    ("Net::HTTP.post(URI('http://h/x'), \"", "#@"),
    ("toRequestBody(val a = 1; ", "/* "),
    ("<?php\n$ch = curl_init(\"http://h/x\");\n$a = \"", "\\xe4"),
    ("HttpRequest.post(\"http://h/x\").body(\"", "\\uu"),
    ("JSONObject a = new JSONObject();\nHttpUtil.get(\"http://h/x\");\n", "fill(a);\n"),
    // What code does to a literal.
    ("d = {\"a\": 1}\n", "/*"),
    ("d = {\"a\": 1}\n", "f=lambda "),
    ("d = {\"a\": 1}\n", "f(d)\ndef f(d):\n"),
    ("d = {\"a\": 1}\n", "print(d) # x\n"),
    ("HttpUtil.post(\"http://h/x\", a);\nMap a = new HashMap();\n", "if (f(a)) {} void f(Map a) {\n"),
    ("var a = new { A = 1 };\nnew HttpClient().PostAsync(\"http://h/x\", ", "JsonContent.Create(a, "),
];

fn spent((start, part): (&str, &str), length: usize) -> Duration {
    let text = format!("{start}{}", part.repeat(length / part.len()));
    let start = Instant::now();
    let _ = import(text.as_bytes(), None);
    // Where it is a script, all of its requests.
    if text.contains("http://h/x") {
        let _ = requests(text.as_bytes(), None);
    }
    start.elapsed()
}

#[test]
fn four_times_the_text_takes_four_times_as_long() {
    let slow: Vec<_> = KINDS.into_iter().filter_map(|kind| Some((kind, longer(kind)?))).collect();
    assert!(slow.is_empty(), "{slow:#?}");
}

/// The times that two texts take, where the longer one takes too much.
fn longer(kind: (&str, &str)) -> Option<[Duration; 2]> {
    let (mut short, mut long) = (Duration::MAX, Duration::MAX);
    // Others may be at work on the machine: then the least of some runs counts.
    for _ in 0..4 {
        short = short.min(spent(kind, 20_000));
        long = long.min(spent(kind, 80_000));
        if long < short * 12 + Duration::from_millis(50) {
            return None;
        }
    }
    Some([short, long])
}

/// An object is held against hundreds of calls: its members are not gone through for each field of each.
#[test]
fn an_object_of_many_members_ends_soon() {
    let members: Vec<_> = (0..50_000).map(|number| format!("\"field{number}\":{number}")).collect();
    let text = format!("{{{}}}", members.join(","));
    let start = Instant::now();
    let imported = import(text.as_bytes(), None).expect("JSON");
    assert!(imported.operation.is_none() && imported.values.is_some_and(|values| values.len() >= text.len()));
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

/// What holds another again and again, which does the same, is looked through only so long.
#[test]
fn what_holds_others_again_and_again_ends_soon() {
    let level = |at: usize| {
        let members: Vec<_> = (0..50).map(|member| format!("x{member} = a{}", at - 1)).collect();
        format!("var a{at} = new {{ {} }};\n", members.join(", "))
    };
    let levels: String = (1..9).map(level).collect();
    let text = format!("var a0 = new {{ y = 1 }};\n{levels}new HttpClient().PostAsJsonAsync(\"http://h/x\", a8);\n");
    let start = Instant::now();
    let imported = import(text.as_bytes(), None).expect("a request");
    assert!(imported.values.is_none() && start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

#[test]
#[ignore = "a minute; shows the times"]
fn five_megabytes() {
    for kind in KINDS {
        let times = [1_250_000, 2_500_000, 5_000_000].map(|length| spent(kind, length));
        println!("{times:>8.0?}  {kind:?}");
    }
}
