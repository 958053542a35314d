//! Programs by chance.

use serde_json::Value;

const URL: &str = "http://h.example/gewe/v2/api/message/postText";

#[derive(Clone, Copy, Eq, PartialEq)]
pub enum Language {
    Python,
    JavaScript,
}

/// The program of a number.
pub fn write(language: Language, seed: usize) -> String {
    let dice = (seed as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut writer = Writer { language, dice, texts: vec![], maps: vec![], lists: vec![] };
    let mut lines: Vec<String> = (0..2 + writer.below(7)).filter_map(|_| writer.statement()).collect();
    let send = if seed.is_multiple_of(3) { writer.function() } else { writer.send() };
    lines.push(send);
    if language == Language::Python {
        lines.insert(0, "import requests, json".to_owned());
    }
    lines.join("\n") + "\n"
}

/// Writes a program line by line.
struct Writer {
    language: Language,
    dice: u64,
    /// Names that were set to texts, to maps and to lists, be it in a branch.
    texts: Vec<String>,
    maps: Vec<String>,
    lists: Vec<String>,
}

impl Writer {
    fn below(&mut self, count: u64) -> u64 {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        self.dice % count
    }

    fn one<'a>(&mut self, all: &[&'a str]) -> &'a str {
        let at = self.below(all.len() as u64);
        all[at as usize]
    }

    fn of(&mut self, names: &[String]) -> Option<String> {
        let at = self.below(names.len().max(1) as u64);
        names.get(at as usize).cloned()
    }

    fn is_python(&self) -> bool {
        self.language == Language::Python
    }

    fn text(&mut self) -> String {
        let text = self.one(&["a", "你好", "x y", "q'q", "d\"d", "n\\n", "{c}", "${c}", "1", "{{c}}", "// x", "# x"]);
        let text = format!("{text}{}", self.below(100));
        let quoted = Value::from(text.as_str()).to_string();
        match self.below(4) {
            0 if !text.contains(['\'', '\\']) => format!("'{text}'"),
            1 if self.is_python() && !text.contains(['\'', '\\']) => format!("r'{text}'"),
            1 if !self.is_python() && !text.contains(['`', '\\', '$']) => format!("`{text}`"),
            2 if self.is_python() => format!("{quoted} \"!\""),
            _ => quoted,
        }
    }

    fn value(&mut self, depth: usize) -> String {
        let (texts, python) = (self.texts.clone(), self.is_python());
        let name = self.of(&texts);
        let lists = self.lists.clone();
        if let Some(list) = self.of(&lists).filter(|_| self.below(4) == 0) {
            return list;
        }
        match (self.below(11), name) {
            (0..3, Some(name)) => name,
            (10, Some(name)) if python => match self.below(4) {
                0 => format!("\"a%s%%%d\" % ({name}, {})", self.below(100)),
                1 => format!("\"%(n)s!\" % {{\"n\": {name}}}"),
                2 => format!("\"{{}}{{{{{{a}}}}}}\".format({name}, a={name})"),
                _ => format!("\"{{1}}{{0}}\".format({name}, {})", self.below(100)),
            },
            (10, Some(name)) => format!("`${{{name}}}${{{name}}}`"),
            (3, Some(name)) if python => format!("f\"hi {{{name}}}!\""),
            (3, Some(name)) => format!("`hi ${{{name}}}!`"),
            (4, Some(name)) => format!("\"a\" + {name}"),
            (5, _) => self.one(&["1", "0", "-3", "12.5", "1_000"]).to_owned(),
            (6, _) if python => self.one(&["True", "False", "None"]).to_owned(),
            (6, _) => self.one(&["true", "false", "null"]).to_owned(),
            (7, _) if depth < 2 => format!("[{}, {}]", self.value(depth + 1), self.value(depth + 1)),
            (8, _) if depth < 2 => self.map(depth + 1),
            _ => self.text(),
        }
    }

    fn map(&mut self, depth: usize) -> String {
        let mut members = Vec::new();
        for key in ["appId", "toWxid", "content", "extra"] {
            if self.below(3) == 0 {
                continue;
            }
            let is_bare = !self.is_python() && self.below(2) == 0;
            let key = if is_bare { key.to_owned() } else { format!("\"{key}\"") };
            members.push(format!("{key}: {}", self.value(depth)));
        }
        let maps = self.maps.clone();
        if let Some(other) = self.of(&maps).filter(|_| depth == 0 && self.below(3) == 0) {
            let at = self.below(members.len() as u64 + 1) as usize;
            members.insert(at, format!("{}{other}", if self.is_python() { "**" } else { "..." }));
        }
        let texts = self.texts.clone();
        if let Some(name) = self.of(&texts).filter(|_| !self.is_python() && self.below(4) == 0) {
            members.push(name);
        }
        let between = match (self.below(3), self.is_python()) {
            (0, true) => ",  # why\n  ",
            (0, false) => ", // why\n  ",
            (1, _) => ",\n  ",
            _ => ", ",
        };
        format!("{{{}}}", members.join(between))
    }

    /// Gives a name a value.
    fn sets(&mut self, name: &str, value: &str) -> String {
        match (self.is_python(), self.below(4)) {
            (true, 0) => format!("{name}: dict[str, str] = {value}"),
            (true, _) => format!("{name} = {value}"),
            (false, 0) => format!("{name} = {value}"),
            (false, kind) => format!("{} {name} = {value};", ["let", "var", "const"][kind as usize - 1]),
        }
    }

    fn statement(&mut self) -> Option<String> {
        let text = format!("v{}", self.below(4));
        let map = format!("o{}", self.below(3));
        let (maps, texts, lists) = (self.maps.clone(), self.texts.clone(), self.lists.clone());
        if self.below(4) == 0 {
            return self.extends(&texts, &lists);
        }
        let other = self.of(&maps);
        Some(match (self.below(12), other) {
            (0..3, _) => {
                let value = self.text();
                self.texts.push(text.clone());
                self.sets(&text, &value)
            }
            (3..6, _) => {
                let value = self.map(0);
                self.maps.push(map.clone());
                self.sets(&map, &value)
            }
            (6, Some(other)) => {
                let copy = if self.is_python() { format!("dict({other})") } else { format!("{{...{other}}}") };
                let value = if self.below(2) == 0 { other } else { copy };
                self.maps.push(map.clone());
                self.sets(&map, &value)
            }
            (7..9, Some(other)) => {
                let key = self.one(&["appId", "toWxid", "content"]);
                let is_member = !self.is_python() && self.below(2) == 0;
                let place = if is_member { format!("{other}.{key}") } else { format!("{other}[\"{key}\"]") };
                let value = self.value(0);
                format!("{place} = {value}")
            }
            (9, Some(other)) if self.is_python() => {
                let does = self.one(&[
                    ".update({\"content\": \"u\"})",
                    ".pop(\"content\", None)",
                    ".setdefault(\"content\", 1)",
                ]);
                format!("{other}{does}")
            }
            (9, Some(other)) => {
                let does = self.one(&["Object.assign(@, {content: \"u\"});", "delete @.content;", "console.log(@);"]);
                does.replace('@', &other)
            }
            (10, _) => self.branch()?,
            (11, Some(other)) if self.is_python() => {
                format!("def f{}():\n    {other}[\"content\"] = \"f\"", self.below(9))
            }
            (11, Some(other)) => format!("function f{}() {{ {other}.content = \"f\"; }}", self.below(9)),
            _ => return None,
        })
    }

    /// Puts something behind what a name holds.
    fn extends(&mut self, texts: &[String], lists: &[String]) -> Option<String> {
        let list = self.of(lists);
        Some(match (self.below(6), self.of(texts)) {
            (0, Some(text)) => format!("{text} += {}", self.text()),
            (1, Some(text)) => format!("{text} = {text} + {}", self.text()),
            (2, _) => {
                let name = format!("l{}", self.below(2));
                let item = self.value(1);
                self.lists.push(name.clone());
                self.sets(&name, &format!("[{item}]"))
            }
            _ => format!("{}.{}({})", list?, if self.is_python() { "append" } else { "push" }, self.value(1)),
        })
    }

    /// A statement that may not be run, or more than once.
    fn branch(&mut self) -> Option<String> {
        let inner = self.statement().filter(|inner| !inner.contains('\n') && !inner.contains(" if"))?;
        let is_declared = inner.starts_with("let ") || inner.starts_with("const ");
        Some(match (self.below(4), self.is_python()) {
            (0, true) => format!("for _ in range(2):\n    {inner}"),
            (kind, true) => format!(
                "if {}:{}{inner}",
                ["False", "True", "False"][kind as usize - 1],
                [" ", "\n    "][kind as usize % 2]
            ),
            (0, false) => format!("for (const i of [1, 2]) {{ {inner} }}"),
            (1, false) => format!("if (false) {{ {inner} }}"),
            (_, false) if is_declared => format!("if (true) {{ {inner} }}"),
            (2, false) => format!("if (false) {inner}"),
            (_, false) => format!("if (false)\n  {inner}"),
        })
    }

    /// A function that is called once, mostly: it sends what it is given, or gives what is sent.
    fn function(&mut self) -> String {
        let (python, value, second) = (self.is_python(), self.value(1), self.value(2));
        let names = ["p", "v0", "v1"];
        let name = names[self.below(3) as usize].to_owned();
        self.texts.push(name.clone());
        let inner = match self.below(8) {
            0 => format!("{name} = {name} + \"+\""),
            1 if python => format!("if {name} == \"a1\": {name} = \"b\""),
            1 => format!("if ({name} === \"a1\") {name} = \"b\";"),
            2 => format!("{name} += \"+\""),
            3 if python => format!("print({name})"),
            3 => format!("console.log({name});"),
            _ => String::new(),
        };
        let map = self.map(1);
        let default = match (self.below(4), python) {
            (0, true) => format!(", q={}", self.value(2)),
            (0, false) => format!(", q = {}", self.text()),
            (1, true) => ", q=None".to_owned(),
            _ => String::new(),
        };
        let key = if python { "\"q\": q" } else { "q" };
        let map = match (default.is_empty(), map.len()) {
            (true, _) => map,
            (false, 2) => format!("{{{key}}}"),
            (false, length) => format!("{}, {key}}}", &map[..length - 1].trim_end()),
        };
        let given = match (self.below(4), python, default.is_empty()) {
            (0, true, _) => format!("{name}={value}"),
            (1, true, false) => format!("{value}, q={second}"),
            (1, _, false) => format!("{value}, {second}"),
            _ => value,
        };
        let call = match (self.below(6), python) {
            (0, true) => format!("for _ in [1]:\n    send({given})"),
            (0, false) => format!("for (const i of [1]) send({given});"),
            (1, true) => format!("def main():\n    send({given})\nmain()"),
            (1, false) => format!("(() => {{ send({given}); }})();"),
            (2, _) => format!("send({given})\nsend({given})"),
            _ => format!("send({given})"),
        };
        let result = ["send", "build"][self.below(2) as usize];
        let kind = self.below(3);
        match (python, result, kind) {
            (true, "send", 0) => format!(
                "class Bot:\n    def __init__(self, u):\n        self.u = u\n    def send(self, {name}{default}):\n        {inner}\n        requests.post(self.u, json={map})\nbot = Bot(\"{URL}\")\nbot.send({given})"
            ),
            (true, "send", _) => {
                format!("def send({name}{default}):\n    {inner}\n    requests.post(\"{URL}\", json={map})\n{call}")
            }
            (true, _, 0) => format!(
                "def build({name}{default}):\n    {inner}\n    return {map}\nr = build({given})\nr[\"more\"] = 1\nrequests.post(\"{URL}\", json=r)"
            ),
            (true, _, _) => format!(
                "def build({name}{default}):\n    {inner}\n    m = {map}\n    m[\"more\"] = 1\n    return m\nrequests.post(\"{URL}\", json=build({given}))"
            ),
            (false, "send", 0) => format!(
                "class Bot {{\n  constructor(u) {{ this.u = u; }}\n  send({name}{default}) {{\n    {inner}\n    axios.post(this.u, {map});\n  }}\n}}\nconst bot = new Bot(\"{URL}\");\nbot.send({given});"
            ),
            (false, "send", 1) => format!(
                "const send = async ({name}{default}) => {{\n  {inner}\n  await axios.post(\"{URL}\", {map});\n}};\n{call}"
            ),
            (false, "send", _) => {
                format!("function send({name}{default}) {{\n  {inner}\n  axios.post(\"{URL}\", {map});\n}}\n{call}")
            }
            (false, _, 0) => {
                format!("const build = ({name}{default}) => ({map});\naxios.post(\"{URL}\", build({given}));")
            }
            (false, _, _) => format!(
                "function build({name}{default}) {{\n  {inner}\n  return {map};\n}}\nconst r = build({given});\nr.more = 1;\nfetch(\"{URL}\", {{method: \"POST\", body: JSON.stringify(r)}});"
            ),
        }
    }

    fn send(&mut self) -> String {
        let maps = self.maps.clone();
        let value = match self.of(&maps).filter(|_| self.below(5) > 0) {
            Some(name) => name,
            None => self.map(0),
        };
        match (self.is_python(), self.below(3)) {
            (true, 0) => format!("requests.post(\"{URL}\", json={value})"),
            (true, 1) => format!("payload = json.dumps({value})\nrequests.post(\"{URL}\", data=payload)"),
            (true, _) => format!("def send():\n    requests.post(\"{URL}\", json={value})\nsend()"),
            (false, 0) => format!("axios.post(\"{URL}\", {value});"),
            (false, 1) => format!(
                "const payload = JSON.stringify({value});\nfetch(\"{URL}\", {{method: \"POST\", body: payload}});"
            ),
            (false, _) => format!("fetch(\"{URL}\", {{method: \"POST\", body: JSON.stringify({value})}});"),
        }
    }
}
