//! What Ruby does to a value.

use super::{Change, Program};

pub(super) const PROGRAM: Program = Program(
    "require \"net/http\"\ndata = {\"appId\"=>\"a\",\"toWxid\"=>\"b\",\"content\"=>\"c\"}\n",
    "Net::HTTP.post(URI(\"ADDRESS\"), data.to_json, \"Content-Type\" => \"application/json\")\n",
);

#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    ("", Some("c")),
    ("data[\"content\"]=\"d\"\n", Some("d")),
    ("ok = at(data)\n", None),
    ("x = \"d\"\ndata[\"content\"] = x\nx << \"e\"\n", None),
    ("x = \"d\"\ny = x\ny.gsub!(\"d\", \"e\")\ndata[\"content\"] = x\n", None),
    ("x = \"d\"\nx.replace(\"e\")\ndata[\"content\"] = x\n", None),
    ("x = \"d\"\ny = x\ny = \"e\"\ny << \"f\"\ndata[\"content\"] = x\n", Some("d")),
    ("return unless at(data)\n", None),
    ("[data].each { |d| d[\"content\"] = \"d\" }\n", None),
    ("data[\"content\"] << \"d\"\n", None),
    ("data[\"content\"]=\"d\" if x\n", None),
    ("x && data[\"content\"]=\"d\"\n", None),
    ("data.merge!(\"content\"=>\"z\")\n", None),
    ("data.transform_values!{|v| \"z\"}\n", None),
    ("data.clear\n", None),
    ("data.tap { |d| d[\"content\"]=\"z\" }\n", None),
    ("n, m = \"x\", \"y\"\ndata[\"content\"]=m\n", None),
    ("x, data[\"content\"] = 1, \"z\"\n", None),
    ("p = data\np[\"content\"]=\"z\"\n", Some("z")),
    ("s=\"x\"\ns << \"y\"\ndata[\"content\"]=s\n", None),
    ("s=\"x\"\ns.upcase!\ndata[\"content\"]=s\n", None),
    ("return\ndata[\"content\"]=\"d\"\n", None),
    ("data[\"content\"]=\"d\" unless x\n", None),
    ("fill(data)\n", None),
    ("fill data\n", None),
    ("puts data\n", Some("c")),
    ("data[\"content\"]={\"a\"=>1}.to_json\n", None),
    ("x = \"x\"\nx += \"y\"\ndata[\"content\"]=x\n", Some("xy")),
    ("x = \"x\"\nx += \"y\" if z\ndata[\"content\"]=x\n", None),
    ("data[\"content\"]=format(\"x%s\", \"y\")\n", Some("xy")),
    ("x = <<~EOS\n    x\n      y#{1}\nEOS\ndata[\"content\"]=x\n", None),
    ("x = <<~EOS\n    x\n      y\n  EOS\ndata[\"content\"]=x\n", Some("x\n  y\n")),
    ("x = <<-'EOS'\n x\\n\n  EOS\ndata[\"content\"]=x\n", Some(" x\\n\n")),
    ("x = <<~EOS.strip\n  x\nEOS\ndata[\"content\"]=x\n", None),
];
