//! What Dart does to a value.

use super::{Change, Program};

pub(super) const PROGRAM: Program = Program(
    "import 'package:http/http.dart' as http;\nvar data = {'appId':'a','toWxid':'b','content':'c'};\n",
    "await http.post(Uri.parse('ADDRESS'), body: jsonEncode(data));\n",
);

#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    ("", Some("c")),
    ("if (!fill(data)) return;\n", None),
    ("final ok = fill(data);\n", None),
    ("data['content']='d';\n", Some("d")),
    ("data..['content']='z';\n", None),
    ("x && data['content']='z';\n", None),
    ("f() => data['content']='z';\n", None),
    ("var p = data; p['content']='z';\n", Some("z")),
    ("if (x) f(); else data['content']='d';\n", None),
    ("return;\ndata['content']='d';\n", None),
    ("data['content']=' x '.trim();\n", Some("x")),
    // A wide blank is one to some languages alone.
    ("data['content']='　x '.trim();\n", None),
    ("if (x) data['content']='d';\n", None),
    ("fill(data);\n", None),
    ("print(data);\n", Some("c")),
    ("var x='x'; x+='y'; data['content']=x;\n", Some("xy")),
];
