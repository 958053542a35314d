//! Reads lines as `cmd` does, and then arguments as the C runtime of Windows does.
//!
//! The former after the phases that are known of it (percent signs first, then quotes and carets; a variable that is not
//! set is nothing in a batch file and stays as it is at a prompt), the latter after "Parsing C command-line arguments" of
//! Microsoft's documentation.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

/// Where lines come from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Mode {
    /// A batch file.
    Batch,
    /// What was typed or pasted.
    Prompt,
}

/// A run of curl.
#[derive(Debug)]
pub struct Curl {
    arguments: Vec<String>,
    input: Vec<u8>,
}

impl Curl {
    /// What it is handed, with the body that is piped into it where bash would name it.
    pub fn said(&self) -> Vec<String> {
        match self.arguments.split_last_chunk() {
            Some((before, [option, at])) if option == "--data-binary" && at == "@-" => {
                let body = String::from_utf8(self.input.clone()).expect("UTF-8");
                [before, &["--data-raw".to_owned(), body]].concat()
            }
            _ => self.arguments.clone(),
        }
    }

    /// Lets the real one do it.
    pub fn run(&self) {
        let mut command = Command::new("curl");
        command.args(&self.arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("curl is needed for this test");
        let mut stdin = child.stdin.take().expect("piped");
        // Where it reads nothing, the pipe may be closed.
        let _ = stdin.write_all(&self.input);
        drop(stdin);
        assert!(child.wait().expect("it ends").success(), "{self:?}");
    }
}

/// Every run of curl in a script.
pub fn run(script: &str, mode: Mode) -> Vec<Curl> {
    let mut cmd = Cmd { mode, variables: BTreeMap::new() };
    // Carriage returns are lost as lines are read.
    let script = script.replace('\r', "");
    let mut lines = script.lines();
    let mut curls = Vec::new();
    while let Some(commands) = cmd.next(&mut lines) {
        if let [command] = &commands[..]
            && let Some(setting) = command.strip_prefix("set \"")
        {
            let (name, value) = setting.rsplit_once('"').expect("a last quote").0.split_once('=').expect("a value");
            cmd.variables.insert(name.to_owned(), value.to_owned());
            continue;
        }
        let (input, curl) = match &commands[..] {
            [curl] => (Vec::new(), curl),
            [powershell, curl] => {
                // Each side may be read a second time, by a `cmd` of its own.
                let again = Cmd { mode: Mode::Prompt, variables: cmd.variables.clone() };
                assert_eq!(again.split(&again.percent(powershell), &mut "".lines()), [powershell.as_str()]);
                (cmd.powershell(powershell.trim()), curl)
            }
            _ => panic!("{commands:?}"),
        };
        let mut arguments = arguments(curl.trim());
        assert_eq!(arguments.remove(0), "curl.exe");
        curls.push(Curl { arguments, input });
    }
    curls
}

struct Cmd {
    mode: Mode,
    variables: BTreeMap<String, String>,
}

impl Cmd {
    /// The next commands that are joined by pipes.
    fn next(&self, lines: &mut std::str::Lines<'_>) -> Option<Vec<String>> {
        let first = lines.next()?;
        Some(self.split(&self.percent(first), lines))
    }

    /// Variables are put in first, wherever they stand.
    fn percent(&self, line: &str) -> String {
        assert!(line.len() <= 8191, "{} characters", line.len());
        let is_batch = self.mode == Mode::Batch;
        let (mut out, mut rest) = (String::new(), line);
        while let Some((before, behind)) = rest.split_once('%') {
            out += before;
            rest = behind;
            if is_batch && let Some(after) = rest.strip_prefix('%') {
                out.push('%');
                rest = after;
            } else if is_batch && let Some(after) = rest.strip_prefix(|char: char| char.is_ascii_digit() || char == '*')
            {
                // No arguments were given.
                rest = after;
            } else if let Some((name, after)) = rest.split_once('%')
                && let Some(value) = self.value(name)
            {
                out += &value;
                rest = after;
            } else if is_batch {
                rest = rest.split_once('%').map_or(rest, |(_, after)| after);
            } else {
                out.push('%');
            }
        }
        out + rest
    }

    /// A variable, or a part of it.
    fn value(&self, name: &str) -> Option<String> {
        match name.split_once(":~") {
            None => self.variables.get(name).cloned(),
            Some((name, part)) => {
                let (start, length) = part.split_once(',').expect("a length");
                let numbers = (start.parse().expect("a number"), length.parse().expect("a number"));
                Some(self.variables.get(name)?.chars().skip(numbers.0).take(numbers.1).collect())
            }
        }
    }

    /// Then quotes turn quoting on and off, and outside of them a caret takes the next character's meaning.
    fn split(&self, line: &str, lines: &mut std::str::Lines<'_>) -> Vec<String> {
        let mut commands = vec![String::new()];
        let mut line = line.to_owned();
        let mut is_quoted = false;
        'lines: loop {
            let mut chars = line.chars();
            while let Some(char) = chars.next() {
                match char {
                    '"' => is_quoted = !is_quoted,
                    '^' if !is_quoted => match chars.next() {
                        Some(next) => {
                            commands.last_mut().expect("one").push(next);
                            continue;
                        }
                        None => {
                            let next = self.percent(lines.next().expect("a line to go on in"));
                            let mut rest = next.chars();
                            commands.last_mut().expect("one").extend(rest.next());
                            line = rest.as_str().to_owned();
                            continue 'lines;
                        }
                    },
                    '|' if !is_quoted => {
                        commands.push(String::new());
                        continue;
                    }
                    '&' | '<' | '>' if !is_quoted => panic!("{char} outside of quotes: {line}"),
                    _ => {}
                }
                commands.last_mut().expect("one").push(char);
            }
            return commands;
        }
    }

    /// The bytes that the export's own line of PowerShell prints.
    fn powershell(&self, command: &str) -> Vec<u8> {
        let arguments = arguments(command);
        let [_, _, _, script] = &arguments[..] else { panic!("{arguments:?}") };
        assert_eq!(arguments[..3], ["powershell", "-NoProfile", "-Command"]);
        let names = script.strip_prefix("$b=[Text.Encoding]::UTF8.GetBytes([regex]::Unescape(").expect("as written");
        let names = names.strip_suffix("));[Console]::OpenStandardOutput().Write($b,0,$b.Length)").expect("as written");
        let value = |name: &str| &self.variables[name.strip_prefix("$env:").expect("a variable")];
        unescape(&names.split('+').map(|name| value(name).as_str()).collect::<String>()).into_bytes()
    }
}

/// .NET's `Regex.Unescape`, of the escapes that the export writes.
fn unescape(text: &str) -> String {
    let mut units = Vec::new();
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        assert!(char.is_ascii() && !char.is_ascii_control() && !"%!^&|<>".contains(char), "{char:?}");
        units.push(match char {
            '\\' => match chars.next().expect("an escape") {
                'n' => 10,
                'r' => 13,
                't' => 9,
                '\\' => 92,
                'u' => {
                    let digits: String = chars.by_ref().take(4).collect();
                    u16::from_str_radix(&digits, 16).expect("four digits")
                }
                other => panic!("{other}"),
            },
            char => char as u16,
        });
    }
    String::from_utf16(&units).expect("pairs are whole")
}

/// The arguments of a command line, with the name of the program.
fn arguments(line: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = line.trim_start_matches([' ', '\t']);
    while !rest.is_empty() {
        let mut argument = String::new();
        let mut is_quoted = false;
        while let Some(char) = rest.chars().next() {
            let backslashes = rest.len() - rest.trim_start_matches('\\').len();
            if backslashes > 0 {
                rest = &rest[backslashes..];
                let is_quote = rest.starts_with('"');
                argument += &"\\".repeat(if is_quote { backslashes / 2 } else { backslashes });
                if is_quote && backslashes % 2 == 1 {
                    argument.push('"');
                    rest = &rest[1..];
                }
                continue;
            }
            rest = &rest[char.len_utf8()..];
            match char {
                '"' if is_quoted && rest.starts_with('"') => {
                    argument.push('"');
                    rest = &rest[1..];
                }
                '"' => is_quoted = !is_quoted,
                ' ' | '\t' if !is_quoted => break,
                char => argument.push(char),
            }
        }
        out.push(argument);
        rest = rest.trim_start_matches([' ', '\t']);
    }
    out
}
