//! What Swift does to a value.

use super::{Change, Program};

pub(super) const PROGRAM: Program = Program(
    "var data: [String: Any] = [\"appId\": \"a\", \"toWxid\": \"b\", \"content\": \"c\"]\n",
    "var request = URLRequest(url: URL(string: \"ADDRESS\")!)\nrequest.httpMethod = \"POST\"\nrequest.httpBody = try! JSONSerialization.data(withJSONObject: data)\nURLSession.shared.dataTask(with: request).resume()\n",
);

#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    ("", Some("c")),
    ("data[\"content\"]=\"d\"\n", Some("d")),
    ("data[\"content\"] = nil\n", None),
    ("var p = data\np[\"content\"]=\"z\"\n", Some("c")),
    ("fill(&data)\n", None),
    ("var x = \"x\"\nx += \"y\"\ndata[\"content\"]=x\n", Some("xy")),
    ("var x = \"x\"\nx.append(\"y\")\ndata[\"content\"]=x\n", None),
    ("data[\"content\"]=String(format: \"x%@%d\", \"y\", 5)\n", Some("xy5")),
    ("if x { data[\"content\"]=\"d\" }\n", None),
];
