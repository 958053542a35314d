//! What PHP does to a value.

use super::{Change, Program};

pub(super) const PROGRAM: Program = Program(
    "<?php\n$data=[\"appId\"=>\"a\",\"toWxid\"=>\"b\",\"content\"=>\"c\"];\n",
    "$ch=curl_init(\"ADDRESS\");\ncurl_setopt($ch,CURLOPT_POSTFIELDS,json_encode($data));\ncurl_exec($ch);\n",
);

#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    ("", Some("c")),
    ("$data[\"content\"]=\"d\";\n", Some("d")),
    ("define('WHO', 'd');\n$data[\"content\"]=WHO;\n", Some("d")),
    ("$data[\"content\"]='n' . 42;\n", Some("n42")),
    ("if($x) $data[\"content\"]=\"d\";\n", None),
    ("$x && $data[\"content\"]=\"y\";\n", None),
    ("false and $data[\"content\"]=\"y\";\n", None),
    ("if($x){f();} else $data[\"content\"]=\"y\";\n", None),
    ("$n=1; // x\n$data[\"content\"]=\"y\"; # z\n", Some("y")),
    ("/* a */ $data[\"content\"]=\"y\";\n", Some("y")),
    ("foreach ($data as $k=>&$v){$v=\"z\";}\n", None),
    ("[$a,$data[\"content\"]]=[1,\"L\"];\n", None),
    ("list($a,$data[\"content\"])=[1,\"L\"];\n", None),
    ("$x=\"data\"; $$x[\"content\"]=\"L\";\n", None),
    ("$GLOBALS[\"data\"][\"content\"]=\"L\";\n", None),
    ("settype($data,\"string\");\n", None),
    ("$p=&$data; $p[\"content\"]=\"z\";\n", None),
    ("$p=$data; $p[\"content\"]=\"z\";\n", Some("c")),
    ("parse_str(\"content=z\",$data);\n", None),
    ("if ($x):\n f();\n $data[\"content\"]=\"d\";\nendif;\n", None),
    ("foreach ($l as $x):\n f(); $data[\"content\"]=$x; endforeach;\n", None),
    ("if ($x): f(); endif;\n$data[\"content\"]=\"d\";\n", Some("d")),
    ("goto e; $data[\"content\"]=\"y\"; e:\n", None),
    ("function send($to){ $data[\"content\"]=\"q\"; }\n", Some("c")),
    ("$data[\"content\"].=\"q\";\n", None),
    ("unset($data[\"content\"]);\n", None),
    ("fill($data);\n", Some("c")),
    ("extract([\"data\" => [\"x\" => 1]]);\n", None),
    ("parse_str(\"data[x]=1\");\n", None),
    ("include \"a.php\";\n", None),
    ("require_once(__DIR__ . \"/a.php\");\n", None),
    ("$p=&$data[\"content\"]; $p=\"z\";\n", None),
    ("$p=$data[\"content\"]; $p=\"z\";\n", Some("c")),
    ("$x=\"x\"; $x.=\"y\"; $data[\"content\"]=$x;\n", Some("xy")),
    ("$x=\"x\"; if ($y) $x.=\"y\"; $data[\"content\"]=$x;\n", None),
    ("$x=\"x\"; if ($y) { $x.=\"y\"; } $data[\"content\"]=$x;\n", None),
    ("$data[\"content\"]=sprintf(\"x%s%d\", \"y\", 5);\n", Some("xy5")),
    ("$x = <<<EOT\n  x\\\"\n  y\n  EOT;\n$data[\"content\"]=$x;\n", Some("x\\\"\ny")),
    ("$x = <<<'EOT'\nx$y\nEOT;\n$data[\"content\"]=$x;\n", Some("x$y")),
    ("$data[\"content\"]=<<<EOT\nx$y\nEOT;\n", None),
];
