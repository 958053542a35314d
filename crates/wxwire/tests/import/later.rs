//! What is not run where it stands: closures and generators, requests that are sent after they were made, and statements
//! that a fault may pass over.

use wxwire::import::import;
use wxwire::layer::json::Tree;

const URL: &str = "http://h.example/gewe/v2/api/message/postText";

/// Asserts what content a program surely sends; none where that is not for certain.
fn sends(program: &str, content: Option<&str>) {
    let program = program.replace("ADDRESS", URL);
    let imported = import(program.as_bytes(), None).expect(&program);
    let values = imported.values.as_deref().map(|values| Tree::parse(values).expect("JSON"));
    let found = values.as_ref().and_then(|values| Some(values.root().get("content")?.as_str()?.into_owned()));
    assert_eq!(found.as_deref(), content, "{program}\n{imported:?}");
    assert_eq!(imported.problems.iter().any(|one| one.is_error()), content.is_none(), "{program}\n{imported:?}");
}

#[test]
fn closures_of_javascript() {
    let post = "fetch('ADDRESS', {method:'POST', body:JSON.stringify(body)})";
    let text = "fetch('ADDRESS', {method:'POST', body:JSON.stringify({appId:'a',toWxid:'b',content})})";
    let body = "const body = {appId:'a',toWxid:'b',content:'c'};";
    for (program, content) in [
        (format!("{body}\nconst send = () => {post};\nbody.content = 'd';\nsend();"), None),
        (format!("{body}\nconst send = () => {post}\nsend()"), Some("c")),
        (format!("{body}\nbody.content = 'd';\nconst send = () => {post};\nsend();"), Some("d")),
        (format!("{body}\nsetTimeout(() => {post}, 10);\nbody.content = 'd';"), None),
        (format!("{body}\nPromise.resolve().then(() => {post});\nbody.content = 'd';"), None),
        (format!("{body}\nlogin().then(() => {post}).then(r => console.log(r, body));"), Some("c")),
        (format!("{body}\nconst send = to => {post};\nObject.assign(body, {{content:'d'}});\nsend();"), None),
        // What is run where it stands.
        (format!("{body}\nconst f = x => x + 1, r = {post};\nbody.content = 'd';"), Some("c")),
        (format!("{body}\nconst f = x => x + 1\n{post}\nbody.content = 'd';"), Some("c")),
        (format!("let content = 'c';\nconst send = () => {text};\ncontent = 'd';\nsend();"), None),
        (format!("let content = 'b';\ncontent = 'c';\nconst send = () => {text};\nsend();"), Some("c")),
        (
            format!(
                "function a() {{ const content = 'c'; later(() => {text}); }}\nfunction b() {{ const content = 'd'; }}"
            ),
            Some("c"),
        ),
    ] {
        sends(&program, content);
    }
}

#[test]
fn closures_of_python() {
    let post = "requests.post('ADDRESS', json=body)";
    let text = "requests.post('ADDRESS', json={'appId': 'a', 'toWxid': 'b', 'content': c})";
    let body = "import requests\nbody = {'appId': 'a', 'toWxid': 'b', 'content': 'c'}";
    for (program, content) in [
        (format!("{body}\nsend = lambda: {post}\nbody['content'] = 'd'\nsend()"), None),
        (format!("{body}\nsend = lambda: {post}\nsend()"), Some("c")),
        (format!("{body}\nbody['content'] = 'd'\nsend = lambda x, y=1: {post}\nsend(1)"), Some("d")),
        (format!("{body}\njobs = []\njobs.append(lambda: {post})\nbody['content'] = 'd'\nfor j in jobs: j()"), None),
        (format!("{body}\njobs = []\njobs.append(lambda: {post})\nfor j in jobs: j()"), Some("c")),
        (format!("{body}\nf = sorted([], key=lambda x: x); r = {post}\nbody['content'] = 'd'"), Some("c")),
        (format!("import requests\nc = 'c'\nsend = lambda: {text}\nc = 'd'\nsend()"), None),
        (format!("import requests\nc = 'b'\nc = 'c'\nsend = lambda: {text}\nsend()"), Some("c")),
        (format!("{body}\nr = ({post} for _ in range(1))\nbody['content'] = 'd'\nlist(r)"), None),
        (format!("{body}\nr = [{post} for _ in range(1)]\nbody['content'] = 'd'"), Some("c")),
        (format!("{body}\nr = list({post} for _ in range(1))\nbody['content'] = 'd'"), Some("c")),
        (format!("{body}\nr = {{}}\nr['a'] = {post}\nbody['content'] = 'd'"), Some("c")),
    ] {
        sends(&program, content);
    }
}

/// A request of Python's that is made first and sent then.
#[test]
fn requests_that_are_made_first() {
    let body = "import requests\nbody = {'appId': 'a', 'toWxid': 'b', 'content': 'c'}";
    let made = "r = requests.Request('POST', 'ADDRESS', json=body)";
    for (program, content) in [
        (format!("{body}\n{made}\nrequests.Session().send(r.prepare())"), Some("c")),
        (format!("{body}\n{made}\nbody['content'] = 'd'\nrequests.Session().send(r.prepare())"), None),
        (format!("{body}\n{made}\np = r.prepare()\nbody['content'] = 'd'\nrequests.Session().send(p)"), Some("c")),
        (format!("{body}\n{made}.prepare()\nbody['content'] = 'd'\nrequests.Session().send(r)"), Some("c")),
        (format!("{body}\n{made}.prepare()\nr.body = b'x'\nrequests.Session().send(r)"), None),
        (format!("{body}\n{made}\nr.headers['X'] = 'y'\nrequests.Session().send(r.prepare())"), Some("c")),
        (
            format!(
                "{body}\nr = urllib.request.Request('ADDRESS', data=json.dumps(body).encode())\nr.method = 'PUT'\nurlopen(r)"
            ),
            Some("c"),
        ),
    ] {
        sends(&program, content);
    }
}

/// What a fault passes over is not known behind a `try` that goes on.
#[test]
fn what_is_tried() {
    let post = "requests.post('ADDRESS', json=body)";
    let text = "requests.post('ADDRESS', json={'appId': 'a', 'toWxid': 'b', 'content': c})";
    let map = |content: &str| format!("body = {{'appId': 'a', 'toWxid': 'b', 'content': '{content}'}}");
    let (c, d) = (map("c"), map("d"));
    let change = "body['content'] = 'd'";
    for (program, content) in [
        // Behind it.
        (format!("{c}\ntry:\n    f()\n    {change}\nexcept Exception:\n    print('no')\n{post}"), None),
        (format!("{c}\ntry:\n    f()\n    {d}\nexcept Exception:\n    pass\n{post}"), None),
        (format!("{c}\ntry:\n    f()\n    {change}\nexcept A: pass\nexcept B:\n    raise\n{post}"), None),
        (format!("c = 'c'\ntry:\n    f()\n    c = 'd'\nexcept Exception: pass\n{text}"), None),
        (format!("{c}\nwith suppress(Exception):\n    f()\n    {change}\n{post}"), None),
        (
            format!(
                "def go():\n    {c}\n    try:\n        f()\n        {change}\n    except A:\n        pass\n    {post}"
            ),
            None,
        ),
        (
            format!(
                "{c}\ntry:\n    try:\n        f()\n        {change}\n    finally:\n        g()\nexcept A:\n    g()\n{post}"
            ),
            None,
        ),
        // What fails does not go on.
        (
            format!("{c}\ntry:\n    f()\n    {change}\nexcept Exception as e:\n    print(e)\n    raise\n{post}"),
            Some("d"),
        ),
        (format!("{c}\ntry:\n    f()\n    {change}\nexcept A:\n    sys.exit(1)\n{post}"), Some("d")),
        (format!("{c}\ntry:\n    f()\n    {change}\nfinally:\n    g()\n{post}"), Some("d")),
        (format!("{c}\nwith open('a') as f:\n    {change}\n{post}"), Some("d")),
        // Nor has it a value to go on with.
        (format!("try:\n    {d}\nexcept Exception as e:\n    print(e)\n{post}"), Some("d")),
        // Within it.
        (format!("try:\n    {d}\n    r = {post}\nexcept Exception as e:\n    print(e)"), Some("d")),
        (format!("{c}\ntry:\n    {change}\n    r = {post}\nexcept Exception as e:\n    print(e)"), Some("d")),
        (format!("{c}\ntry:\n    r = {post}\nexcept Exception as e:\n    print(e)"), Some("c")),
        (format!("{c}\ntry:\n    f()\nexcept A:\n    f()\n{post}"), Some("c")),
        (format!("try:\n    c = 'c'\n    c = 'd'\n    if f():\n        {text}\nexcept A:\n    f()"), Some("d")),
    ] {
        sends(&format!("import requests\n{program}\n"), content);
    }
    let post = "fetch('ADDRESS', {method:'POST', body:JSON.stringify(body)})";
    let body = "let body = {appId:'a',toWxid:'b',content:'c'};";
    for (program, content) in [
        (format!("{body}\nouter: {{ break outer; body = {{}}; }}\n{post}"), None),
        (format!("{body}\nouter: {{ if (f()) break outer; body.content = 'd'; }}\n{post}"), None),
        (format!("{body}\nouter: for (const x of []) {{ continue outer; }}\n{post}"), Some("c")),
    ] {
        sends(&program, content);
    }
}
