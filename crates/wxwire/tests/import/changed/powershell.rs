//! What PowerShell does to a value.

use wxwire::import::import;
use wxwire::layer::json::Tree;

use super::URL;

/// PowerShell's objects: names of members are the same in letters of any case, and two variables may hold one object.
#[test]
fn what_powershell_does_to_a_value_is_followed_or_refused() {
    let changes = [
        ("", Some("c")),
        ("$d.content=\"d\"\n", Some("d")),
        ("$d[\"content\"]=\"d\"\n", Some("d")),
        ("$d.content+=\"q\"\n", None),
        ("$d.Remove(\"content\")\n", None),
        ("$d.CONTENT=\"d\"\n", Some("d")),
        ("$p=$d; $p.content=\"d\"\n", None),
        ("@($d.Keys)|%{$d[$_]=\"z\"}\n", None),
        ("if($x){$d.content=\"d\"}\n", None),
        ("if($x){ $d=@{appId=\"q\"} }\n", None),
        ("$n=5\n$n++\n$d.content=$n\n", None),
        ("$d.Add(\"x\",\"y\")\n", Some("c")),
        ("$x; $d.content=\"d\"\n", Some("d")),
        ("$d=[PSCustomObject]@{appId=\"a\";toWxid=\"b\";content=\"c\"}\n$d.content=\"d\"\n", None),
        ("$x -and ($d.content=\"d\")\n", None),
        ("Write-Host $d.Count\n", Some("c")),
        ("$d.content.ToString()\n", Some("c")),
        ("function f { $d.content=\"d\" }\n", None),
        ("$s=\"x\"; $d.content=$s; $s=\"y\"\n", Some("x")),
        ("$d[\"content\"] += \"q\"\n", None),
        ("$d.content = \"d\"; $d.ats = \"e\"\n", Some("d")),
        ("$d.content = \"x\", \"y\" -join \"-\"\n", Some("x-y")),
        ("$d[\"content\"] = \"x\", \"y\" -join \"-\"\n", Some("x-y")),
        ("$d.content = \"x\", \"y\"\n", None),
    ];
    for (change, content) in changes {
        let script = format!(
            "$d=@{{appId=\"a\";toWxid=\"b\";content=\"c\"}}\n{change}$b=$d|ConvertTo-Json\nInvoke-RestMethod -Uri \"{URL}\" -Method Post -Body $b\n"
        );
        let imported = import(script.as_bytes(), None).expect(&script);
        let values = imported.values.as_deref().map(|values| Tree::parse(values).expect("JSON"));
        let found =
            values.as_ref().and_then(|values| values.root().get("content")?.as_str().map(|text| text.into_owned()));
        assert_eq!(found.as_deref(), content, "{script}\n{:?}", imported.problems);
    }
}
