//! Values that were read and checked, and what is wrong with them, for a person and as JSON.

use std::time::SystemTime;

use serde_json::{Value, json};
use wxwire::explain::{self, Kind, Part};
use wxwire::import::{self, Places};
use wxwire::lang::Lang;
use wxwire::operation::Entry;
use wxwire::problem::{Code, Problem, Severity};
use wxwire::secret;

use crate::exit::Failure;
use crate::input::{self, Encoding};
use crate::operation;
use crate::options::{Body, Options};
use crate::terminal;

/// The Unix second; a clock before 1970 knows of no past.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

/// Values that were read and checked.
#[derive(Debug)]
pub struct Checked {
    pub entry: &'static Entry,
    pub problems: Vec<Problem>,
    body: Body,
    bytes: Vec<u8>,
    encoding: Option<Encoding>,
}

impl Checked {
    /// Reads what was typed, and checks it.
    pub fn read(body: Body) -> Result<Self, Failure> {
        let entry = operation::find(&body.operation)?;
        let input::Values { bytes, refused, encoding } = input::values(&body.values, entry)?;
        let mut problems = entry.check_at(&bytes, now());
        // In the place of a file that was not read stands nothing worth a word.
        problems.retain(|problem| refused.iter().all(|other| other.path != problem.path));
        problems.extend(refused);
        secret::hide_quoted(&mut problems, &String::from_utf8_lossy(&bytes));
        Ok(Self { entry, problems, body, bytes, encoding })
    }

    /// Whether no request is made of them.
    pub fn is_refused(&self) -> bool {
        self.has_errors() || self.is_refused_by_strict()
    }

    fn has_errors(&self) -> bool {
        self.problems.iter().any(Problem::is_error)
    }

    /// Whether it takes `--strict` to refuse them.
    fn is_refused_by_strict(&self) -> bool {
        self.body.strict
            && !self.has_errors()
            && self.problems.iter().any(|problem| problem.severity == Severity::Warning)
    }

    /// How many problems refuse them.
    pub fn refusing(&self) -> usize {
        let least = if self.body.strict { Severity::Warning } else { Severity::Error };
        self.problems.iter().filter(|problem| problem.severity >= least).count()
    }

    /// The text of the values.
    pub fn values(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or_default()
    }

    /// The problems as `check` prints them.
    pub fn to_json(&self, lang: Lang) -> Value {
        let mut out = json!({"operation": self.entry.id, "problems": self.list(lang)});
        if let Some(encoding) = self.encoding {
            out["encoding"] = encoding.name().into();
        }
        if let Some(other) = self.other() {
            out["kind"] = other.name().into();
        }
        out
    }

    /// The problems, each with its place.
    pub fn list(&self, lang: Lang) -> Value {
        list(self.file(), &self.problems, &self.bytes, lang)
    }

    /// The problems in words, each with its place marked, and how many there are.
    pub fn wording(&self, options: &Options) -> String {
        let lang = options.lang();
        let mut text = format!(
            "{}\n\n{}{}{}",
            self.marked(options),
            self.entry.id,
            options.say("：", ": "),
            terminal::summary(&self.problems, lang)
        );
        let text_for_number = |problem: &Problem| problem.code == Code::WrongType && problem.found == "string";
        if self.problems.iter().any(text_for_number) && self.body.values.iter().any(|word| word.contains('=')) {
            text.push('\n');
            text.push_str(options.say("提示：数字等非文本的值写作 key:=1", "hint: what is not text is written key:=1"));
        }
        if let Some(other) = self.other() {
            text.push('\n');
            text.push_str(&match lang {
                Lang::Zh => {
                    format!("提示：里面是{}，不是操作的内容；请用 wxwire explain 解读", other.words().get(lang))
                }
                Lang::En => {
                    format!(
                        "hint: this is a {}, not the values of a call; wxwire explain reads it",
                        other.words().get(lang)
                    )
                }
            });
        } else if self.can_be_mended() {
            text.push('\n');
            text.push_str(options.say(
                "提示：这些错误可以修正：wxwire import 会给出修正后的内容，并列出每处改动",
                "hint: these faults can be mended: wxwire import prints the body, and names every repair",
            ));
        }
        let is_path = |problem: &Problem| problem.code == Code::NotBase64 && problem.path.matches('/').count() == 1;
        if let Some(problem) = self.problems.iter().find(|problem| is_path(problem)) {
            let name = problem.path.trim_start_matches('/');
            text.push('\n');
            text.push_str(options.say("提示：文件写作 ", "hint: a file is written "));
            text.push_str(&format!("{name}=@photo.jpg"));
        }
        text
    }

    /// What the source is, where it is something that a gateway sent and no values of a call.
    fn other(&self) -> Option<Kind> {
        let parts = self.has_errors().then(|| explain::parts(&self.bytes, None).ok()).flatten()?;
        let sent = |kind| matches!(kind, Kind::Reply | Kind::Callback | Kind::Page);
        // A request in a log beside its reply is what was meant.
        let is_request = |part: &Part<'_>| part.explanation.kind == Kind::Request;
        let kind = parts.iter().map(|part| part.explanation.kind).find(|kind| sent(*kind));
        kind.filter(|_| !parts.iter().any(is_request))
    }

    /// Says which encoding they were read from, where it is not UTF-8.
    pub fn note_encoding(&self, options: &Options) {
        if let Some(encoding) = self.encoding {
            terminal::note(&encoding.words(options.lang()));
        }
    }

    /// Whether the source is no JSON, but all that is wrong with it can be mended.
    fn can_be_mended(&self) -> bool {
        self.problems.iter().any(|problem| problem.code == Code::Syntax)
            && import::import(&self.bytes, Some(self.entry))
                .is_ok_and(|imported| imported.values.is_some() && !imported.problems.iter().any(Problem::is_error))
    }

    /// The problems, each with its place marked.
    pub fn marked(&self, options: &Options) -> String {
        let name = self.file().unwrap_or(options.say("<内容>", "<values>"));
        let too_large = self.problems.iter().any(|problem| problem.code == Code::TooLarge);
        let source = || self.entry.masked_source(&String::from_utf8_lossy(&self.bytes));
        let source = if too_large { String::new() } else { source() };
        terminal::problems(&self.problems, name, &source, options.lang()).trim_end().to_owned()
    }

    /// Says that `--strict` is why warnings refuse, where it is.
    pub fn note_strict(&self, options: &Options) {
        if self.is_refused_by_strict() {
            terminal::warn(
                options.say("--strict：有警告，按错误处理", "--strict: the warnings above refuse it, as errors would"),
            );
        }
    }

    /// Says why there is no request: beside the output, which is a request or nothing.
    pub fn refuse(&self, options: &Options) {
        if options.json {
            terminal::json(&self.to_json(options.lang()));
        } else {
            terminal::warn(&self.wording(options));
        }
        self.note_encoding(options);
        self.note_strict(options);
    }

    /// The file that is the source as it stands.
    fn file(&self) -> Option<&str> {
        match &self.body.values[..] {
            [file] if file != "-" && (file.starts_with(['/', '.']) || !file.contains('=')) => Some(file),
            _ => None,
        }
    }
}

/// Problems, each with its place: the file, where the source is one, line and column, and its bytes.
pub fn list(file: Option<&str>, problems: &[Problem], bytes: &[u8], lang: Lang) -> Value {
    // Up to the first byte that is not UTF-8 the places are those of the bytes, and there the reading ends.
    let source = String::from_utf8_lossy(bytes);
    let mut places = Places::of(&source);
    let placed = |problem: &Problem| {
        let mut json = problem.to_json(lang);
        if let Some(span) = &problem.span {
            let (line, column) = places.find(span.start.min(source.len()));
            if let Some(file) = file {
                json["file"] = file.into();
            }
            json["line"] = line.into();
            json["column"] = column.into();
            json["span"] = json!([span.start, span.end]);
        }
        json
    };
    problems.iter().map(placed).collect()
}
