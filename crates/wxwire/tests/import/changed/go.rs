//! What Go does to a value.

use super::{Change, Program};

pub(super) const PROGRAM: Program = Program(
    "data := map[string]interface{}{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"c\"}\n",
    "j, _ := json.Marshal(data)\nhttp.Post(\"ADDRESS\", \"application/json\", bytes.NewBuffer(j))\n",
);

#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    ("", Some("c")),
    ("data[\"content\"]=\"d\"\n", Some("d")),
    ("x, data[\"content\"] = 1, \"z\"\n", None),
    ("p := data\np[\"content\"]=\"z\"\n", Some("z")),
    ("json.Unmarshal([]byte(s), &data)\n", None),
    ("maps.Copy(data, o)\n", None),
    ("clear(data)\n", None),
    ("n := 5\nn++\ndata[\"content\"]=n\n", None),
    ("return\ndata[\"content\"]=\"d\"\n", None),
    ("s := \"x\"\ndata[\"content\"] = s\ns = \"y\"\n", Some("x")),
    ("if x { data[\"content\"]=\"d\" }\n", None),
    ("data[\"content\"] = \"d\" // x\n", Some("d")),
    ("fill(data)\n", None),
    ("set(data)\n", None),
    ("setAt(data)\n", None),
    ("_ = fill(data)\n", None),
    ("err := fill(data)\n", None),
    ("if err := fill(data); err != nil {\n\treturn\n}\n", None),
    ("if !ok(data) {\n\tpanic(1)\n}\n", None),
    ("func ok(m map[string]interface{}) bool { return len(m) > 0 }\nif !ok(data) {\n\tpanic(1)\n}\n", Some("c")),
    ("p := &data\n(*p)[\"content\"] = \"d\"\n", None),
    ("data[\"ats\"].(map[string]interface{})[\"x\"] = \"d\"\n", None),
    ("fmt.Println(data[\"content\"].(string))\n", Some("c")),
    ("l := []map[string]interface{}{data}\nl[0][\"content\"] = \"z\"\n", None),
    ("fmt.Println(data)\n", Some("c")),
    ("data[\"content\"] = []byte(\"d\")\n", None),
    ("data[\"content\"] = 'd'\n", None),
    ("x := \"x\"\nx += \"y\"\ndata[\"content\"]=x\n", Some("xy")),
    ("data[\"content\"]=fmt.Sprintf(\"x%s%d%v\", \"y\", 5, 6)\n", Some("xy56")),
    ("data[\"content\"]=fmt.Sprintf(\"%s\", 5)\n", None),
    ("n := 5\ndata[\"content\"]=fmt.Sprintf(\"%s\", n)\n", None),
    ("p := \"x%s\"\ndata[\"content\"]=fmt.Sprintf(p, \"y\")\n", Some("xy")),
    ("data[\"content\"]=strings.Join([]string{\"x\", \"y\"}, \"-\")\n", Some("x-y")),
    ("n := 5\ndata[\"content\"]=\"n\" + strconv.Itoa(n)\n", Some("n5")),
    ("var s strings.Builder\ns.WriteString(\"x\")\ns.WriteString(\"y\")\ndata[\"content\"]=s.String()\n", Some("xy")),
    ("var s strings.Builder\ns.WriteString(\"x\")\nfmt.Fprintf(&s, \"y\")\ndata[\"content\"]=s.String()\n", None),
    ("s := &strings.Builder{}\nif x {\n\ts.WriteString(\"x\")\n}\ndata[\"content\"]=s.String()\n", None),
    ("fill(&data, 1)\n", None),
];
