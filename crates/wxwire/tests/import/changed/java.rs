//! What Java does to a value.

use super::{Change, Program};

pub(super) const PROGRAM: Program = Program(
    "Map<String,Object> data = new HashMap<>();\ndata.put(\"appId\",\"a\"); data.put(\"toWxid\",\"b\");\ndata.put(\"content\",\"c\");\n",
    "HttpUtil.post(\"ADDRESS\", JSONUtil.toJsonStr(data));\n",
);

#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    ("", Some("c")),
    ("data.put(\"content\", \"n\" + 42 + \".x\");\n", Some("n42.x")),
    ("data.put(\"content\",\"d\");\n", Some("d")),
    ("if (x) { foo(); } else\n data.put(\"content\",\"d\");\n", None),
    ("x && data.put(\"content\",\"d\");\n", None),
    ("Runnable r = () -> data.put(\"content\",\"d\");\n", None),
    ("list.forEach(s -> data.put(\"content\",\"d\"));\n", None),
    ("Runnable r = () -> { data.put(\"content\",\"d\"); };\n", None),
    ("Map p = data; p.put(\"content\",\"z\");\n", Some("z")),
    ("data.entrySet().forEach(e->e.setValue(\"z\"));\n", None),
    ("data.keySet().remove(\"content\");\n", None),
    ("data.values().clear();\n", None),
    ("String s=\"x\"; data.put(\"content\",s); s=\"y\";\n", Some("x")),
    ("data.put(\"content\",\" x \".trim());\n", Some("x")),
    ("int n=5; n++; data.put(\"content\",n);\n", None),
    ("// c\ndata.put(\"content\",\"d\"); // e\n", Some("d")),
    ("System.out.println(\"x\");\ndata.put(\"content\",\"d\");\n", Some("d")),
    ("fill(data);\n", None),
    ("log.info(data); String s = data.toString();\n", Some("c")),
    ("String s = sign(data);\n", None),
    ("if (!fill(data)) return;\n", None),
    ("boolean ok = Utils.fill(1, data);\n", None),
    ("static boolean is(Map m) { return m.get(\"a\") != null; }\nif (!is(data)) return;\n", Some("c")),
    ("static boolean at(Map m) { m.put(\"content\", \"d\"); return true; }\nif (!at(data)) return;\n", None),
    ("((Map) data).put(\"content\",\"d\");\n", None),
    ("List<Map> l = List.of(data); l.get(0).put(\"content\",\"d\");\n", None),
    ("data.put(\"content\", 'c' + 1);\n", None),
    ("data.put(\"content\", 'c' + \"d\");\n", Some("cd")),
    ("data.put(\"ats\", null);\n", None),
    ("/* a /* b */ data.put(\"content\",\"d\");\n", Some("d")),
    ("String x=\"x\"; x+=\"y\"; x=x+\"z\"; data.put(\"content\",x);\n", Some("xyz")),
    ("String x=\"x\";\nfor (int i=0;i<2;i++)\n x+=\"y\";\ndata.put(\"content\",x);\n", None),
    ("String x=\"x\";\nif (y) { x+=\"y\"; }\ndata.put(\"content\",x);\n", None),
    ("data.put(\"content\",String.format(\"x%s%d%%\", \"y\", 5));\n", Some("xy5%")),
    ("String x=\"x\"\n .repeat(2); data.put(\"content\",x);\n", None),
    ("int n=5; data.put(\"content\",String.format(\"%d\", n));\n", Some("5")),
    ("data.put(\"content\",String.format(\"%5s\", \"y\"));\n", None),
];
