//! What an encoder makes of a value: it names members in another way, leaves some out, or makes a text of a text.

use wxwire::import::import;

use crate::changed::{CSHARP, PHP, Program, URL};

/// What JavaScript sends is not what it shows, and that is said: a number that it cannot hold, JSON that is made a text again.
#[test]
fn what_a_script_sends_otherwise_is_said() {
    for (body, why) in [
        ("JSON.stringify({appId:'a', toWxid:'b', content:9007199254740993})", "rounded"),
        ("JSON.stringify({appId:'a', toWxid:'b', content:1e400})", "rounded"),
        ("JSON.stringify(JSON.stringify({appId:'a', toWxid:'b', content:'c'}))", "string_twice"),
    ] {
        let program = format!("fetch('{URL}', {{method:'POST', body:{body}}})");
        let imported = import(program.as_bytes(), None).expect(&program);
        assert!(imported.values.is_some(), "{program}");
        assert!(
            imported.problems.iter().any(|one| one.expected == why && !one.is_error()),
            "{program}\n{:?}",
            imported.problems
        );
    }
    for number in ["9007199254740992", "1.5", "0.1", "1e300", "-5"] {
        let program = format!(
            "fetch('{URL}', {{method:'POST', body:JSON.stringify({{appId:'a', toWxid:'b', content:{number}}})}})"
        );
        let imported = import(program.as_bytes(), None).expect(&program);
        assert!(!imported.problems.iter().any(|one| one.expected == "rounded"), "{program}");
    }
}

/// Options of an encoder that make it write something else than the value.
#[test]
fn an_encoder_is_told_what_to_write() {
    for (flags, is_sent) in [
        ("JSON_UNESCAPED_UNICODE", true),
        ("JSON_FORCE_OBJECT", false),
        ("JSON_UNESCAPED_UNICODE | JSON_NUMERIC_CHECK", false),
    ] {
        let Program(makes, sends) = PHP;
        let sends = sends.replace("json_encode($data)", &format!("json_encode($data, {flags})"));
        let program = format!("{makes}{}", sends.replace("ADDRESS", URL));
        assert_eq!(import(program.as_bytes(), None).expect("a program").values.is_some(), is_sent, "{program}");
    }
    for (policy, is_sent) in [("WriteIndented = true", true), ("PropertyNamingPolicy = JsonNamingPolicy.Snake", false)]
    {
        let Program(makes, sends) = CSHARP;
        let sends = sends.replace("Serialize(data)", "Serialize(data, options)");
        let options = format!("var options = new JsonSerializerOptions {{ {policy} }};\n");
        let program = format!("{makes}{options}{}", sends.replace("ADDRESS", URL));
        assert_eq!(import(program.as_bytes(), None).expect("a program").values.is_some(), is_sent, "{program}");
    }
}

/// `ConvertTo-Json` writes what lies deeper than it is told as the name of a type, and a list of one as what it holds.
#[test]
fn powershell_writes_so_deep() {
    for (value, encodes, is_sent) in [
        ("@{a=@{b=1}}", "ConvertTo-Json", true),
        ("@{a=@{b=@{c=1}}}", "ConvertTo-Json", false),
        ("@{a=@{b=@(1)}}", "ConvertTo-Json", false),
        ("@{a=@{b=@{c=1}}}", "ConvertTo-Json -Depth 3", true),
        ("@{a=1}", "ConvertTo-Json -Depth 0", false),
    ] {
        let script = format!(
            "$d=@{{appId=\"a\";toWxid=\"b\";content=\"c\";x={value}}}\n$b=$d|{encodes}\nirm {URL} -Method Post -Body $b"
        );
        assert_eq!(import(script.as_bytes(), None).expect("a script").values.is_some(), is_sent, "{script}");
    }
}

/// C# writes the names of properties with a small letter where a value is sent as JSON at once; those of a dictionary stay.
#[test]
fn properties_are_renamed() {
    let send = |value: &str, how: &str| {
        let program = format!(
            "var data = {value};\nvar client = new HttpClient();\nvar r = await client.{};\n",
            how.replace("ADDRESS", URL)
        );
        import(program.as_bytes(), None).expect("a program").values.is_some()
    };
    let small = "new { appId = \"a\", toWxid = \"b\", content = \"c\" }";
    let capital = "new { AppId = \"a\", ToWxid = \"b\", Content = \"c\" }";
    let dictionary =
        "new Dictionary<string,object>{{\"appId\",\"a\"},{\"toWxid\",\"b\"},{\"content\",\"c\"},{\"X\",\"y\"}}";
    for how in ["PostAsJsonAsync(\"ADDRESS\", data)", "PostAsync(\"ADDRESS\", JsonContent.Create(data))"] {
        assert!(send(small, how) && send(dictionary, how), "{how}");
        assert!(!send(capital, how), "{how}");
    }
    assert!(send(capital, "PostAsync(\"ADDRESS\", new StringContent(JsonSerializer.Serialize(data)))"));
}
