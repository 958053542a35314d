//! What C# does to a value.

use super::{Change, Program};

pub(super) const PROGRAM: Program = Program(
    "var data = new Dictionary<string,object>{{\"appId\",\"a\"},{\"toWxid\",\"b\"},{\"content\",\"c\"}};\n",
    "var r = await new HttpClient().PostAsync(\"ADDRESS\", new StringContent(JsonSerializer.Serialize(data)));\n",
);

#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    ("", Some("c")),
    ("data[\"content\"]=\"d\";\n", Some("d")),
    ("if (x) f(); else data[\"content\"]=\"d\";\n", None),
    ("Action f = () => data[\"content\"]=\"d\";\n", None),
    ("list.ForEach(s => data[\"content\"]=\"d\");\n", None),
    ("void F() => data[\"content\"]=\"d\";\n", None),
    ("var p = data; p[\"content\"]=\"z\";\n", Some("z")),
    ("return;\ndata[\"content\"]=\"d\";\n", None),
    ("data[\"content\"]=\" x \".Trim();\n", Some("x")),
    ("Fill(data);\n", None),
    ("var ok = Fill(data);\n", None),
    ("if (!Fill(m: data)) return;\n", None),
    ("var x = (IDictionary<string, object>)data; x[\"content\"] = \"d\";\n", None),
    ("new List<Dictionary<string, object>> { data }.ForEach(d => d[\"content\"] = \"d\");\n", None),
    ("Console.WriteLine(data);\n", Some("c")),
    ("var x = \"x\"\n  .PadLeft(2); data[\"content\"]=x;\n", None),
    ("var x=\"x\"; x+=\"y\"; data[\"content\"]=x;\n", Some("xy")),
    ("data[\"content\"]=string.Format(\"{{x}}{1}{0}\", \"y\", 5);\n", Some("{x}5y")),
    ("data[\"content\"]=string.Format(\"{0:N}\", 5);\n", None),
    ("var s = new StringBuilder(\"x\"); s.Append(\"y\"); data[\"content\"]=s.ToString();\n", Some("xy")),
    ("var s = new StringBuilder(\"x\"); s.AppendLine(\"y\"); data[\"content\"]=s.ToString();\n", None),
    ("var s = new StringBuilder(\"x\"); s.Append(\"y\"); s.Replace(\"x\", \"z\"); data[\"content\"]=s.ToString();\n", None),
    ("data[\"content\"]=string.Join(\"-\", new[] { \"x\", \"y\" });\n", Some("x-y")),
    ("var p = \"{{x}}{0}\"; data[\"content\"]=string.Format(p, \"y\");\n", Some("{x}y")),
];
