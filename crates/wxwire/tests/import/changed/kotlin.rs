//! What Kotlin does to a value.

use super::{Change, Program};

pub(super) const PROGRAM: Program = Program(
    "val data = mutableMapOf(\"appId\" to \"a\", \"toWxid\" to \"b\", \"content\" to \"c\")\n",
    "val body = JSONObject(data).toString().toRequestBody(json)\nval request = Request.Builder().url(\"ADDRESS\").post(body).build()\nclient.newCall(request).execute()\n",
);

#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    ("", Some("c")),
    ("data.put(\"content\",\"d\")\n", Some("d")),
    ("data[\"content\"]=\"d\"\n", Some("d")),
    ("data.apply { put(\"content\",\"d\") }\n", None),
    ("with(data) { put(\"content\",\"d\") }\n", None),
    ("data.also { it[\"content\"]=\"d\" }\n", None),
    ("x ?: data.put(\"content\",\"d\")\n", None),
    ("fun f() = data.put(\"content\",\"d\")\n", None),
    ("val p = data\np[\"content\"]=\"z\"\n", Some("z")),
    ("if (x)\n data[\"content\"]=\"d\"\n", None),
    ("fill(data)\n", None),
    ("val ok = fill(data)\n", None),
    ("listOf(data)[0].put(\"content\", \"d\")\n", None),
    ("println(data)\n", Some("c")),
    ("/* a /* b */ data[\"content\"]=\"d\" */\n", Some("c")),
    ("val x = \"x\"\n  .repeat(2)\ndata[\"content\"]=x\n", None),
    ("var x = \"x\"\nx += \"y\"\ndata[\"content\"]=x\n", Some("xy")),
    ("data[\"content\"]=\"x%s\".format(\"y\")\n", Some("xy")),
    ("val data = JSONObject().apply {\n  put(\"content\", \"d\")\n  put(\"toWxid\", \"b\"); put(\"appId\", \"a\")\n}\n", Some("d")),
    ("val data = JSONObject().apply {\n  put(\"content\", \"d\")\n  if (x) put(\"toWxid\", \"b\")\n}\n", None),
    ("val data = buildJsonObject {\n  put(\"content\", \"d\"); put(\"toWxid\", \"b\"); put(\"appId\", \"a\")\n  putJsonObject(\"x\") { put(\"y\", 1) }\n}\n", Some("d")),
    ("val s = StringBuilder(\"x\")\ns.append(\"y\")\ndata[\"content\"] = s.toString()\n", Some("xy")),
];
