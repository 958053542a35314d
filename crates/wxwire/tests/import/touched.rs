//! Everything that changes a value of a script in a way that is not followed: then the value is not known.

use wxwire::import::import;

const URL: &str = "http://h.example/gewe/v2/api/message/postText";

/// What Python does to a map `d`, or to what lies in it.
#[rustfmt::skip]
const PYTHON_MAPS: &[&str] = &[
    "e=d[\"ats\"]; e.append(\"z\")",
    "y=d[\"ats\"]\ny+=[\"z\"]",
    "y,z=d[\"ats\"],1; y.append(z)",
    "a=[d[\"ats\"]]; a[0].append(1)",
    "for y in [d[\"ats\"]]: y.append(\"z\")",
    "d.get(\"ats\").append(\"z\")",
    "e,f=d,1\ne[\"content\"]=\"b\"",
    "e=f=d\ne[\"content\"]=\"b\"",
    "[y]=[d]\ny[\"content\"]=\"b\"",
    "e=(d,)\ne[0][\"content\"]=\"b\"",
    "y=d or t\ny[\"content\"]=\"b\"",
    "y=d if n else t\ny[\"content\"]=\"b\"",
    "y=dict(x=d)\ny[\"x\"][\"content\"]=\"b\"",
    "t={}\nt[\"x\"]=d\nt[\"x\"][\"content\"]=\"b\"",
    "t={}\nt.update(x=d)\nt[\"x\"][\"content\"]=\"b\"",
    "y=[]; y.append(d)\ny[0][\"content\"]=\"b\"",
    "for e in [d]: e[\"content\"]=\"b\"",
    "u=d.update; u(content=\"b\")",
    "d.__ior__({\"content\":\"b\"})",
    "(d)[\"content\"]=\"b\"",
    "d[\"content\"]: str=\"b\"",
    "(d[\"content\"]): str=\"b\"",
    "(d): dict={\"a\":1}",
    "del (d[\"ats\"])",
    "d,=[{\"a\":1}]",
    "f\"{d.update(content='b')}\"",
    "x={\"v\":d.pop(\"ats\")}",
    "x=\"a\"+str(d.pop(\"ats\"))",
    "x={k:d.pop(k) for k in [\"ats\"]}",
    "list(map(d.pop,[\"ats\"]))",
    "x = d \\\n  .pop(\"ats\")",
    "dict.update(d,content=\"b\")",
    "getattr(d,\"update\")(content=\"b\")",
    "y=(d);y[\"content\"]=\"b\"",
    "y={\"k\":d};y[\"k\"][\"content\"]=\"b\"",
    "match \"q\":\n  case d: pass",
    "vars()[\"d\"][\"content\"]=\"b\"",
    "globals()[\"d\"].update(a=1)",
    "class A: x=d\nA.x[\"content\"]=\"b\"",
    "if not check(d): pass",
    "validate(d)",
    "t.x=d\nt.x[\"content\"]=\"b\"",
];

/// What gives a name `c` of Python's another text.
#[rustfmt::skip]
const PYTHON_TEXTS: &[&str] = &[
    "(c)=\"y\"",
    "c,=[\"u\"]",
    "(C,)=[\"q\"]; (c,)=[\"u\"]",
    "match \"q\":\n  case c: pass",
    "def c(): pass",
    "class c: pass",
    "for c in \"ab\": pass",
    "globals().update(c=\"b\")",
    "from string import *",
    "[c]=[\"u\"]",
];

/// What JavaScript and TypeScript do to an object `d`.
#[rustfmt::skip]
const JAVASCRIPT_MAPS: &[&str] = &[
    "const e=d.ats;e.push(\"z\");",
    "const {ats}=d;ats.push(\"z\");",
    "const {ats:e}=d;e[0]=\"z\";",
    "const {...r}=d;r.ats.push(\"z\");",
    "const [e]=[d];e.content=\"b\";",
    "let e=d,f=e;f.content=\"b\";",
    "let e=f=d;e.content=\"b\";",
    "const e=n?d:t;e.content=\"b\";",
    "const e=d||t;e.content=\"b\";",
    "const e=(0,d);e.content=\"b\";",
    "const e={...{d}};e.d.content=\"b\";",
    "const e=[...[d]];e[0].content=\"b\";",
    "for(const e of [d]) e.content=\"b\";",
    "[d].forEach(e=>{e.content=\"b\"});",
    "try{throw d}catch(e){e.content=\"b\"}",
    "new Proxy(d,{}).content=\"b\";",
    "(x=>{x.content=\"b\"})(d);",
    "(x=>x.content=\"b\")(d);",
    "(function(x){x.content=\"b\"})(d);",
    "(d).content=\"b\";",
    "d/**/.content=\"b\";",
    "d.ats?.push(\"z\");",
    "d?.ats.push(\"z\");",
    "d.ats[\"push\"](\"z\");",
    "delete(d.ats);",
    "delete (d).ats;",
    "if(!check(d))throw 1;",
    "validate(d);",
    "({...d}={a:1});",
    "({x:d.content}={x:\"b\"});",
    "for(d.content of [\"b\"]);",
    "for(d.content in {b:1});",
    "`${d.content=\"b\"}`;",
    "const o=`${delete d.ats}`;",
    "console.log(`${d.ats.pop()}`);",
    "const o={x:d.content=\"b\"};",
    "const o={[d.content=\"b\"]:1};",
    "const o={a:d.ats.pop()};",
    "const o=\"a\"+d.ats.pop();",
    "L:d.content=\"b\";",
    "Object.setPrototypeOf(d,{});",
    "d[[\"content\"]]=\"b\";",
    "with(d){content=\"b\"}",
    "(d.content)=\"b\";",
    "d!.content=\"y\";",
    "(d as any).content=\"y\";",
    "const e=d as any;e.content=\"y\";",
    "d.\\u0063ontent=\"b\"",
    "setTimeout(()=>{d.content=\"y\"})",
];

/// What gives a name `c` of JavaScript's another text.
#[rustfmt::skip]
const JAVASCRIPT_TEXTS: &[&str] = &[
    "(c)=\"b\";",
    "++c;",
    "n\n++\nc",
    "`${c=\"b\"}`;",
    "({...c}={a:1});",
    "function c(){}",
    "c=n\n[\"length\"]",
    "c=n\n-1",
    "[...c]=[\"x\",\"y\"];",
    "c--;",
    "for(c of [\"z\"]);",
];

/// A program is refused, where the change stands before the request, and where it stands between a function that sends it and
/// the call of the function.
fn refuse(changes: &[&str], straight: impl Fn(&str) -> String, called: impl Fn(&str) -> String) {
    assert!(import(straight("").as_bytes(), None).is_ok_and(|imported| imported.values.is_some()), "{}", straight(""));
    assert!(import(called("").as_bytes(), None).is_ok_and(|imported| imported.values.is_some()), "{}", called(""));
    for change in changes {
        for program in [straight(change), called(change)] {
            let is_refused = match import(program.as_bytes(), None) {
                Ok(imported) => imported.problems.iter().any(|problem| problem.is_error()),
                Err(_) => true,
            };
            assert!(is_refused, "{program}");
        }
    }
}

#[test]
fn python() {
    let map = r#"d={"appId":"wx_1","toWxid":"w","content":"hi","ats":["p"]}"#;
    let send = format!("requests.post(\"{URL}\",json=d)");
    refuse(
        PYTHON_MAPS,
        |change| format!("import requests\n{map}\n{change}\n{send}\n"),
        |change| format!("import requests\n{map}\ndef go():\n    {send}\n{change}\ngo()\n"),
    );
    let text = "n=\"nick\"\nc=\"hi\"";
    let send = send.replace("=d", r#"={"appId":"a","toWxid":"b","content":c}"#);
    refuse(
        PYTHON_TEXTS,
        |change| format!("import requests\n{text}\n{change}\n{send}\n"),
        |change| format!("import requests\n{text}\ndef go():\n    {send}\n{change}\ngo()\n"),
    );
}

#[test]
fn javascript() {
    let map = r#"let d={"appId":"wx_1","toWxid":"w","content":"hi","ats":["p"]};"#;
    let send = format!("fetch(\"{URL}\",{{method:\"POST\",body:JSON.stringify(d)}});");
    refuse(
        JAVASCRIPT_MAPS,
        |change| format!("{map}\n{change}\n{send}\n"),
        |change| format!("{map}\nfunction go(){{{send}}}\n{change}\ngo();\n"),
    );
    let text = "let n=\"nick\";let c=\"hi\";";
    let send = send.replace("(d)", r#"({"appId":"a","toWxid":"b","content":c})"#);
    refuse(
        JAVASCRIPT_TEXTS,
        |change| format!("{text}\n{change}\n{send}\n"),
        |change| format!("{text}\nfunction go(){{{send}}}\n{change}\ngo();\n"),
    );
}
