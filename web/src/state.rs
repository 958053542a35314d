//! All that the page knows.

use wxwire::catalog;
use wxwire::export::{FORMATS, Format};
use wxwire::forms::Forms;
use wxwire::lang::Lang;
use wxwire::operation::Entry;
use wxwire::secret::Credentials;

use crate::calls::Calls;
use crate::explained::Explained;
use crate::finding::Finding;
use crate::history::History;
use crate::named::Named;
use crate::outcome::Outcome;
use crate::palette::Palette;
use crate::preview::Preview;
use crate::question::Question;
use crate::rules::Rules;
use crate::served::Served;

/// The state of the page.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) lang: Lang,
    pub(crate) entry: &'static Entry,
    /// The values, as JSON, to the byte.
    pub(crate) text: String,
    /// JSON that is being typed into one part of the form and is none yet, by the part's path.
    pub(crate) drafts: Named<String>,
    /// The way back, of this operation alone.
    pub(crate) history: History,
    /// Operations that were left for another, as they were left.
    pub(crate) left: Vec<Left>,
    /// The place where a person is typing: one burst of typing is one step of undo.
    pub(crate) typing: Option<Typing>,
    /// A field whose file was not read, and why not, until there is another text.
    pub(crate) refused: Option<(String, String)>,
    /// Whether the work is kept on this machine, once that was tried.
    pub(crate) kept: Option<bool>,
    /// What the forms of XML inside texts are drawn from, once it is there.
    pub(crate) forms: Option<Forms>,
    /// It was asked for.
    pub(crate) forms_asked: bool,
    /// It did not come.
    pub(crate) forms_failed: bool,
    /// The calls that are not loaded.
    pub(crate) calls: Calls,
    /// Values that go into an operation as soon as it is open: its id, the text.
    pub(crate) taken: Option<(String, String)>,
    /// What is being looked for, where a call is to be chosen.
    pub(crate) palette: Option<Palette>,
    pub(crate) pane: Pane,
    /// The form in which the request is shown.
    pub(crate) export: &'static Format,
    pub(crate) preview: Preview,
    /// What the reader found in the text.
    pub(crate) rules: Rules,
    pub(crate) copied: Option<bool>,
    pub(crate) explained: Explained,
    pub(crate) mode: Mode,
    pub(crate) profile: String,
    /// By gateway; never kept.
    pub(crate) settings: Named<Settings>,
    pub(crate) sending: Sending,
    pub(crate) outcome: Option<Outcome>,
    /// What the last outcome was about.
    pub(crate) sent: Option<Sent>,
    /// What was answered, as long as it is not judged.
    pub(crate) unjudged: Option<Unjudged>,
    /// What was sent and may have arrived, the latest last.
    pub(crate) unsettled: Vec<Sent>,
}

/// The work on an operation that was left for another.
#[derive(Debug)]
pub(crate) struct Left {
    pub(crate) entry: &'static Entry,
    pub(crate) text: String,
    pub(crate) drafts: Named<String>,
    pub(crate) history: History,
}

/// Where a person is typing.
#[derive(Clone, Debug)]
pub(crate) struct Typing {
    /// The field's path, or nothing for the source.
    pub(crate) path: Option<String>,
    /// It was left alone for a while: the next letter begins another burst.
    pub(crate) paused: bool,
}

/// What the left side shows, where there is no room for both.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Pane {
    Form,
    Source,
}

/// Who sends.
#[derive(Debug)]
pub(crate) enum Mode {
    /// Not known yet; asked, after so many times in vain.
    Asking(u32),
    /// Asked in vain so many times; asked again after a while.
    Failed(u32),
    /// The command serves the page, and was not opened at the address that it printed.
    Locked,
    /// The page itself.
    Static,
    /// The command that serves the page.
    Served(Served),
}

/// Where to send to and as whom, when the page sends itself.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    pub(crate) base_url: Option<String>,
    pub(crate) credentials: Credentials,
}

/// Where a send stands. There is never more than one.
#[derive(Debug)]
pub(crate) enum Sending {
    /// Nothing is under way.
    Idle,
    /// The reader is to check the text first.
    Checking,
    /// A person is asked.
    Asked,
    /// It left; what was sent.
    Busy(Sent),
}

/// What was sent.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) entry: &'static Entry,
    pub(crate) text: String,
    pub(crate) profile: String,
}

/// An answer, for the reader to judge.
#[derive(Debug)]
pub(crate) struct Unjudged {
    pub(crate) question: Question,
    pub(crate) status: u16,
    pub(crate) milliseconds: u32,
}

/// A host that nobody has, where none is known.
const NO_HOST: &str = "https://gateway.example";

impl State {
    /// A page for an operation, with its first example.
    pub(crate) fn new(lang: Lang, entry: &'static Entry) -> Self {
        let mut state = Self {
            lang,
            entry,
            text: String::new(),
            drafts: Named::default(),
            history: History::default(),
            left: Vec::new(),
            typing: None,
            refused: None,
            kept: None,
            forms: None,
            forms_asked: false,
            forms_failed: false,
            calls: Calls::default(),
            taken: None,
            palette: None,
            pane: Pane::Form,
            export: &FORMATS[0],
            preview: Preview::default(),
            rules: Rules::default(),
            copied: None,
            explained: Explained::default(),
            mode: Mode::Asking(0),
            profile: String::new(),
            settings: Named::default(),
            sending: Sending::Idle,
            outcome: None,
            sent: None,
            unjudged: None,
            unsettled: Vec::new(),
        };
        state.text = state.first_example();
        state
    }

    /// The operation to begin with: the one that is named, or the catalog's first.
    pub(crate) fn entry_of(id: &str) -> &'static Entry {
        let named = catalog::find(id);
        named.or_else(|| catalog::entries().next()).expect("the catalog is not empty")
    }

    /// The values to begin an operation with.
    pub(crate) fn first_example(&self) -> String {
        Self::first_of(self.entry)
    }

    /// The values to begin another operation with.
    pub(crate) fn first_of(entry: &Entry) -> String {
        let first = entry.examples().into_iter().next();
        first.map_or_else(|| skeleton(entry), |example| example.values)
    }

    /// The least values that have the form of the operation's.
    pub(crate) fn skeleton(&self) -> String {
        skeleton(self.entry)
    }

    /// Whether the forms of XML inside texts are needed and not there.
    pub(crate) fn wants_forms(&self) -> bool {
        !self.forms_asked && self.entry.schema().rules().any(|rule| rule.xml_root.is_some())
    }

    /// Whether the last outcome is about an earlier text, another operation or another profile.
    pub(crate) fn is_outcome_old(&self) -> bool {
        let is_this =
            |sent: &Sent| sent.entry.id == self.entry.id && sent.text == self.text && sent.profile == self.profile;
        self.sent.as_ref().is_some_and(|sent| !is_this(sent))
    }

    /// Whether this same text was sent, and it is not known what became of it.
    pub(crate) fn may_have_arrived(&self) -> bool {
        self.unsettled.iter().any(|sent| sent.entry.id == self.entry.id && sent.text == self.text)
    }

    /// Every problem of the text, as far as it is known, in the order of the text.
    pub(crate) fn problems(&self) -> Vec<Finding> {
        let told = self.entry.check_schema(self.text.as_bytes());
        let mut all: Vec<_> = told.into_iter().map(|problem| Finding::of(problem, self.lang)).collect();
        let found = if self.is_fresh() { &[] } else { self.rules.found(self.entry.id) };
        for found in found {
            let at = all.partition_point(|other| other.place() <= found.place());
            all.insert(at, found.clone());
        }
        all
    }

    /// Whether a send waits for the reader to check the text.
    pub(crate) fn is_checking(&self) -> bool {
        matches!(self.sending, Sending::Checking)
    }

    /// Where requests go, as far as it is known.
    pub(crate) fn base_url(&self) -> Option<&str> {
        let gateway = &self.entry.gateway;
        let own = match &self.mode {
            Mode::Served(served) => served.base_url(&self.profile, gateway.name),
            _ => self.settings.get(gateway.name).and_then(|settings| settings.base_url.as_deref()),
        };
        // What the gateway's calls have in common gives way to a call's own.
        let own = own.filter(|url| gateway.base_url != Some(url) && self.entry.replies_to.is_none());
        own.or(self.entry.base_url())
    }

    /// Where requests are shown to go.
    pub(crate) fn shown_base_url(&self) -> &str {
        self.base_url().unwrap_or(NO_HOST)
    }

    /// Whether there is nothing but the first example.
    pub(crate) fn is_fresh(&self) -> bool {
        self.drafts.is_empty() && self.text == self.first_example()
    }

    /// Whether there is a step to undo.
    pub(crate) fn can_undo(&self) -> bool {
        self.history.can_undo(&self.text, &self.drafts)
    }
}

fn skeleton(entry: &Entry) -> String {
    let schema = entry.schema();
    crate::pretty::pretty(&schema.skeleton(schema.root()))
}
