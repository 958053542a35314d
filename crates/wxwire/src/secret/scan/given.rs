//! Secrets behind their names with no sign of a language between them: in commands, in the defaults of arguments, in annotations,
//! in a block of YAML.

use super::Scan;
use crate::scan::floor;
use crate::secret::loose;
use crate::secret::names;
use crate::secret::value::Of;

/// So much of a line is looked back at.
const LINE: usize = 256;

/// What stands before a name and its value in commands and files of settings.
const COMMANDS: [&str; 10] = [
    "setx ",
    "setenv ",
    "SetEnv ",
    "ENV ",
    "set -x ",
    "set -gx ",
    "set -Ux ",
    "#define ",
    "proxy_set_header ",
    "RequestHeader set ",
];

/// What may stand between a name and its value there.
const BETWEEN: [char; 5] = [' ', '\t', '|', '(', '*'];

impl Scan<'_> {
    /// The value behind a name with no sign between them, where what stands before it says that there is one, as a command or the
    /// dashes of an option do, or where people choose such values themselves.
    pub(super) fn take_told(&mut self, name: &str, start: usize) -> bool {
        let before = &self.text[floor(self.text, start.saturating_sub(LINE))..start];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let is_command = COMMANDS.iter().any(|one| line.ends_with(one));
        if self.take_default(start) || self.take_annotated(start) {
            return true;
        }
        // `setToken("…")`, `.token("…")`.
        let rest = &self.text[self.at..];
        let is_given = rest.starts_with("(\"") || rest.starts_with("('");
        if !is_command && !is_given && !name.starts_with("--") && !names::is_password(name) {
            return false;
        }
        let from = self.text.len() - rest.trim_start_matches(BETWEEN).len();
        let Some((range, end, _)) = self.values.read(from, 0, Of::All).filter(|_| from > self.at) else { return false };
        if !is_command && !loose::is_plausible(&self.text[range.clone()]) {
            return false;
        }
        self.at = end.max(self.at);
        self.hide(range, None);
        true
    }

    /// The default of an argument or a variable with this name.
    fn take_default(&mut self, start: usize) -> bool {
        let before = self.text[floor(self.text, start.saturating_sub(LINE))..start].trim_end_matches('-');
        let rest = &self.text[self.at..floor(self.text, self.at + LINE)];
        let behind = rest.strip_prefix(['"', '\'']).unwrap_or_default().trim_start();
        let is_declared = behind.starts_with(',') || before.trim_end_matches('"').ends_with("variable ");
        let inside = behind.split(['}', ')']).next().unwrap_or_default();
        let Some((_, told)) = inside.split_once("default").filter(|_| is_declared) else { return false };
        let value = told.trim_start_matches([' ', '=', ':', '"', '\'']);
        let signs = told.len() - value.len();
        let skipped =
            rest.len() - behind.len() + inside.len() - told.len() + told[..signs].trim_end_matches(['"', '\'']).len();
        let from = self.at + skipped;
        let Some((range, end, _)) = self.values.read(from, 0, Of::All).filter(|(.., bare)| !bare) else { return false };
        self.at = end.max(self.at);
        self.hide(range, None);
        true
    }

    /// What an annotation gives the field with this name, in the line before: `@Value("…")`.
    fn take_annotated(&mut self, start: usize) -> bool {
        let before = &self.text[floor(self.text, start.saturating_sub(LINE))..start];
        let is_field = self.text[self.at..].starts_with(';');
        let Some((above, _)) = before.rsplit_once('\n').filter(|_| is_field) else { return false };
        let line = above.rsplit('\n').next().unwrap_or_default().trim();
        let value = line.strip_prefix("@Value(\"").and_then(|rest| rest.strip_suffix("\")")).unwrap_or_default();
        if value.is_empty() || !self.values.is_secret(value) {
            return false;
        }
        let end = start - before.len() + above.trim_end().len() - "\")".len();
        self.hide(end - value.len()..end, None);
        true
    }

    /// The lines below a name that YAML begins a text with: `name: |`. They are indented deeper than the line of the name.
    pub(super) fn take_block(&mut self, from: usize) -> bool {
        let rest = &self.text[from..];
        let Some(behind) = rest.strip_prefix(['|', '>']) else { return false };
        let behind = behind.trim_start_matches(['+', '-', ' ', '\r', '1', '2', '4']);
        let Some(mut lines) = behind.strip_prefix('\n') else { return false };
        let start = floor(self.text, self.at.saturating_sub(LINE));
        let begins = self.text[start..self.at].rfind('\n').map_or(start, |end| start + end + 1);
        let depth = |line: &str| line.len() - line.trim_start_matches([' ', '-', '\t']).len();
        let own = depth(&self.text[begins..self.at]);
        let mut range = None;
        loop {
            let line = lines.split_inclusive('\n').next().unwrap_or_default();
            let inner = line.trim();
            if line.is_empty() || !inner.is_empty() && depth(line) <= own {
                break;
            }
            let at = self.text.len() - lines.len();
            lines = &lines[line.len()..];
            if !inner.is_empty() {
                let first = at + line.len() - line.trim_start().len();
                let start = range.map_or(first, |(start, _)| start);
                range = Some((start, at + line.trim_end().len()));
            }
        }
        let Some((start, end)) = range else { return false };
        self.at = end;
        self.hide(start..end, None);
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked};

    /// A secret behind the type of its name, in a block of YAML, and in the default of an argument.
    #[test]
    fn a_secret_in_a_declaration() {
        for secret in ["Zq7Lw2Xn9Kd4", "only-letters", "p@ssW0rd!2024"] {
            for (before, behind) in [
                ("const TOKEN: &str = \"", "\";"),
                ("TOKEN: Final[str] = \"", "\""),
                ("let token: String? = \"", "\""),
                ("const TOKEN string = `", "`"),
                ("public string Token { get; set; } = \"", "\";"),
                ("TOKEN = (\n    \"", "\"\n)"),
                ("TOKEN = \"\"\"", "\"\"\""),
                ("TOKEN ?= ", "\n"),
                ("@Value(\"", "\")\n  private String token;"),
                ("parser.add_argument('--token', default='", "')"),
                ("variable \"token\" {\n  default = \"", "\"\n}"),
                ("token: !!str ", "\n"),
                ("token: &t ", "\nb: *t\n"),
                ("wx:\n  token: >-\n    ", "\n  a: b\n"),
                ("token: |\r\n  ", "\r\na: b\n"),
                ("UPDATE t SET [token] = N'", "' WHERE id=1"),
                ("setx TOKEN ", "\n"),
                ("ENV WX_TOKEN \"", "\"\n"),
            ] {
                let text = format!("{before}{secret}{behind}");
                assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
            }
        }
        for (before, behind) in [
            ("./app --token ", " -v"),
            ("machine h login me password ", "\n"),
            ("password | ", "\n"),
            ("config.setToken(\"", "\");"),
        ] {
            assert_eq!(masked(&format!("{before}p@ssW0rd!2024{behind}")), format!("{before}{MASK}{behind}"));
        }
        for text in [
            "use --token to say it",
            "getToken(\"wx\")",
            "the password must be 8-20 long",
            "token: |\nname: Zq7Lw2Xn9Kd4\n",
            "@Value(\"${wx.token}\")\nprivate String token;",
            "private String token;",
            "add_argument('--token', help='the default is none')",
        ] {
            assert_eq!(masked(text), text);
        }
    }
}
