//! A request as it was found in a text, before anything is known of its operation.

use super::repair::Origin;
use super::report::{Dropped, Fix, Repair, Why};
use super::text::Text;
use crate::lang::Words;
use crate::problem::{Code, Problem, Severity};

/// What a text is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Form {
    /// A curl command line.
    Curl,
    /// A command of HTTPie or xh.
    Httpie,
    /// A wget command line.
    Wget,
    /// PowerShell's `Invoke-RestMethod` or `Invoke-WebRequest`.
    PowerShell,
    /// A request as it stands on the wire.
    Http,
    /// A request that a browser or another tool recorded as JSON.
    Har,
    /// A request of a collection of Postman's.
    Postman,
    /// JavaScript that sends a request.
    JavaScript,
    /// Python that sends a request.
    Python,
    /// PHP that sends a request.
    Php,
    /// Java that sends a request.
    Java,
    /// Kotlin that sends a request.
    Kotlin,
    /// Go that sends a request.
    Go,
    /// C# that sends a request.
    CSharp,
    /// Swift that sends a request.
    Swift,
    /// Ruby that sends a request.
    Ruby,
    /// Dart that sends a request.
    Dart,
    /// A body alone.
    Json,
    /// A message that was received, as XML.
    Xml,
    /// A callback with a message in it.
    Callback,
}

impl Form {
    /// Whether it is one of a command or a program, or of a tool that kept it; not a body alone, nor a request as it is sent.
    pub(crate) fn is_written(self) -> bool {
        !matches!(self, Self::Json | Self::Xml | Self::Callback | Self::Http)
    }

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Curl => "curl",
            Self::Httpie => "httpie",
            Self::Wget => "wget",
            Self::PowerShell => "powershell",
            Self::Http => "http",
            Self::Har => "har",
            Self::Postman => "postman",
            Self::JavaScript => "javascript",
            Self::Python => "python",
            Self::Php => "php",
            Self::Java => "java",
            Self::Kotlin => "kotlin",
            Self::Go => "go",
            Self::CSharp => "csharp",
            Self::Swift => "swift",
            Self::Ruby => "ruby",
            Self::Dart => "dart",
            Self::Json => "json",
            Self::Xml => "xml",
            Self::Callback => "callback",
        }
    }

    /// The name for a person.
    pub fn words(self) -> Words {
        match self {
            Self::Curl => Words::new("curl 命令", "a curl command"),
            Self::Httpie => Words::new("HTTPie 命令", "an HTTPie command"),
            Self::Wget => Words::new("wget 命令", "a wget command"),
            Self::PowerShell => Words::new("PowerShell 命令", "a PowerShell command"),
            Self::Http => Words::new("HTTP 请求", "an HTTP request"),
            Self::Har => Words::new("记录下来的请求（HAR）", "a recorded request (HAR)"),
            Self::Postman => Words::new("Postman 集合中的请求", "a request of a Postman collection"),
            Self::JavaScript => Words::new("JavaScript 代码", "JavaScript"),
            Self::Python => Words::new("Python 代码", "Python"),
            Self::Php => Words::new("PHP 代码", "PHP"),
            Self::Java => Words::new("Java 代码", "Java"),
            Self::Kotlin => Words::new("Kotlin 代码", "Kotlin"),
            Self::Go => Words::new("Go 代码", "Go"),
            Self::CSharp => Words::new("C# 代码", "C#"),
            Self::Swift => Words::new("Swift 代码", "Swift"),
            Self::Ruby => Words::new("Ruby 代码", "Ruby"),
            Self::Dart => Words::new("Dart 代码", "Dart"),
            Self::Json => Words::new("JSON", "JSON"),
            Self::Xml => Words::new("收到的消息（XML）", "a received message, XML"),
            Self::Callback => Words::new("回调", "a callback"),
        }
    }
}

/// A part of a form.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) name: Text,
    /// Its text, or the name of the file that holds it.
    pub(crate) value: Text,
    pub(crate) is_file: bool,
}

/// A request that was found.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) form: Form,
    pub(crate) method: Option<Text>,
    pub(crate) url: Option<Text>,
    /// Names and values.
    pub(crate) headers: Vec<(Text, Text)>,
    /// Parameters that do not stand in the URL: `name=value`.
    pub(crate) query: Vec<Text>,
    pub(crate) body: Option<(Text, Origin)>,
    /// The parts of a form, where the body is one.
    pub(crate) parts: Vec<Part>,
    /// The text around a body by itself: code that may change it.
    pub(crate) code: Option<Text>,
    /// Where what sends it makes a form of the body, though it is written as an object.
    pub(crate) as_form: Option<std::ops::Range<usize>>,
    pub(crate) repairs: Vec<Repair>,
    pub(crate) dropped: Vec<Dropped>,
    pub(crate) problems: Vec<Problem>,
}

impl Found {
    pub(crate) fn new(form: Form) -> Self {
        Self {
            form,
            method: None,
            url: None,
            headers: vec![],
            query: vec![],
            body: None,
            parts: vec![],
            code: None,
            as_form: None,
            repairs: vec![],
            dropped: vec![],
            problems: vec![],
        }
    }

    pub(crate) fn drop(&mut self, why: Why, text: &Text) {
        self.dropped.push(Dropped::new(why, text.place(), text.as_str()));
    }

    /// Takes another request in the place of this one, which was around it.
    pub(crate) fn take(&mut self, inner: Self, around: &Text) {
        let mut outer = std::mem::replace(self, inner);
        outer.drop(Why::Around, around);
        self.repairs.splice(0..0, outer.repairs);
        self.dropped.splice(0..0, outer.dropped);
        self.problems.splice(0..0, outer.problems);
    }

    /// Says that what the source would send is not what it shows.
    pub(crate) fn warn(&mut self, why: &'static str, place: std::ops::Range<usize>) {
        let problem = Problem::new(Code::SentOtherwise).expected(why).severity(Severity::Warning);
        self.problems.push(problem.span(place));
    }

    /// Refuses what the source shows and would not send so.
    pub(crate) fn refuse_sent(&mut self, why: &'static str, text: &Text) {
        self.problems.push(Problem::new(Code::SentOtherwise).expected(why).span(text.place()));
    }

    pub(crate) fn mend(&mut self, fix: Fix, text: &Text, range: std::ops::Range<usize>, after: &str) {
        self.repairs.push(Repair::new(fix, text, range, after));
    }

    pub(crate) fn refuse(&mut self, code: Code, text: &Text) {
        // Of a text with code in it, that is what is not known.
        let shown = text.code().first().unwrap_or(text).as_written();
        self.problems.push(Problem::new(code).span(text.place()).found(&shown));
    }

    /// A header such as `Name: value`, or curl's `Name;` for one without a value.
    pub(crate) fn header(&mut self, line: &Text) {
        let text = line.as_str();
        let (end, behind) = match text.find([':', '：']) {
            Some(colon) => (colon, colon + text[colon..].chars().next().map_or(1, char::len_utf8)),
            None => (text.trim_end_matches([';', ' ']).len(), text.len()),
        };
        if text.get(end..).is_some_and(|rest| rest.starts_with('：')) {
            self.mend(Fix::WidePunctuation, line, end..behind, ":");
        }
        self.headers.push((line.slice(0..end).trim(), line.slice(behind..text.len()).trim()));
    }
}
