//! Who sends, where to, and the button.

use maud::{Markup, html};
use wxwire::lang::Words;
use wxwire::layer::json::Tree;
use wxwire::secret::Credentials;

use super::foreign;
use super::problems::summary;
use super::request::cut;
use crate::finding::Finding;
use crate::served::Served;
use crate::state::{Mode, Sending, State};
use crate::update::send::{Hindrance, hindrance};
use crate::words;

/// How many receivers the question names, and how many bytes of each.
const NAMED: usize = 5;
const NAME: usize = 120;

pub(super) fn panel(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    // Nobody sends a reply by itself, as the head says: so nothing is said of how.
    if state.entry.replies_to.is_some() {
        return html! {};
    }
    let (mode, name, long) = match &state.mode {
        Mode::Asking(_) => ("asking", None, words::ASKING),
        Mode::Failed(_) => ("failed", None, words::NO_SERVER),
        Mode::Locked => ("locked", Some(words::LOCKED), words::LOCKED_LONG),
        Mode::Static => ("direct", Some(words::DIRECT), words::DIRECT_LONG),
        Mode::Served(Served { mock: true, .. }) => ("mock", Some(words::MOCK), words::MOCK_LONG),
        Mode::Served(_) => ("real", Some(words::REAL), words::REAL_LONG),
    };
    html! {
        section.panel #sending data-mode=(mode) {
            h2 { (say(words::SEND)) @if let Some(name) = name { span.badge { (say(name)) } } }
            p.help role="status" { (say(long)) }
            @match &state.mode {
                Mode::Asking(_) => {},
                Mode::Failed(failed) => (again(state, *failed)),
                Mode::Locked => (again(state, 0)),
                Mode::Static => (settings(state)),
                Mode::Served(served) => (account(state, served)),
            }
        }
    }
}

fn again(state: &State, failed: u32) -> Markup {
    html! {
        button #again type="button" data-action="ask-again" data-value=(failed) { (words::TRY_AGAIN.get(state.lang)) }
    }
}

/// What stays in sight at every width: the button, the count of problems, and the question.
pub(super) fn dock(state: &State, problems: &[Finding]) -> Markup {
    let say = |words: Words| words.get(state.lang);
    let hindrance = hindrance(state, problems);
    let busy = matches!(state.sending, Sending::Busy(_) | Sending::Checking);
    // While it sends, the button keeps the focus: one that is disabled would lose it.
    let asked = matches!(state.sending, Sending::Asked);
    let disabled = asked || !busy && hindrance.is_some();
    html! {
        div #dock {
            @if asked { (question(state)) }
            div.act {
                @if state.entry.replies_to.is_none() { button #send .primary type="button" data-action="send" disabled[disabled] aria-disabled=[busy.then_some("true")]
                    aria-describedby="hindrance" {
                    @if state.is_checking() { (say(words::CHECKING)) } @else if busy { (say(words::SENDING)) } @else { (say(words::SEND)) }
                    kbd { "Ctrl ⏎" }
                } }
                span.summary #count { (summary(state, problems)) }
                span.help #hindrance { @if let Some(why) = hindrance { (reason(state, why)) } }
            }
        }
    }
}

fn reason(state: &State, why: Hindrance) -> String {
    let say = |words: Words| words.get(state.lang);
    match why {
        Hindrance::NoSender | Hindrance::Busy | Hindrance::Reply => String::new(),
        Hindrance::Errors => say(words::HAS_ERRORS).to_owned(),
        Hindrance::NoBaseUrl => say(words::NO_BASE_URL).to_owned(),
        Hindrance::NoCredential(name) => format!("{} {name}", say(words::NO_CREDENTIAL)),
    }
}

/// Whether it is known which field names a receiver.
fn names_receivers(state: &State) -> bool {
    state.entry.schema().rules().any(|rule| rule.receiver)
}

/// Method and path, with what the values put into it: whom a call is about may stand there alone.
fn called(state: &State) -> String {
    let entry = state.entry;
    let shown = entry.plain_preview(&state.text, &Credentials::new(), state.shown_base_url());
    let path = shown.map(|request| request.url.strip_prefix(state.shown_base_url()).unwrap_or(&request.url).to_owned());
    format!("{} {}", entry.method, path.as_deref().unwrap_or(entry.path))
}

/// The question before a real send: what, to whom, how many, where to and as whom.
fn question(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    let tree = Tree::parse(&state.text).ok();
    let audience = tree.map(|tree| state.entry.schema().audience(tree.root())).unwrap_or_default();
    let (named, more) = audience.receivers.split_at(audience.receivers.len().min(NAMED));
    html! {
        div.question role="alertdialog" aria-labelledby="question" aria-describedby="asked" {
            p #question { strong { (say(words::ASK)) } }
            dl #asked .facts {
                dt { (say(words::OPERATION)) }
                dd { (state.entry.title.get(state.lang)) " " code { (state.entry.id) } }
                @if named.is_empty() && !names_receivers(state) {
                    dt { (say(words::REQUEST)) }
                    dd { (foreign(state, cut(&called(state), NAME))) }
                } @else {
                dt { (say(words::RECEIVER)) }
                dd {
                    @if named.is_empty() { (say(words::NO_RECEIVER)) }
                    @for (at, name) in named.iter().enumerate() {
                        @if at > 0 { ", " }
                        code { (foreign(state, cut(name, NAME))) @if name.len() > NAME { "…" } }
                    }
                    @if !more.is_empty() { " + " (more.len()) }
                }
                }
                dt { (say(words::MESSAGES)) }
                dd { (audience.messages) }
                dt { (say(words::BASE_URL)) }
                dd { (foreign(state, state.base_url().unwrap_or(state.entry.gateway.name))) }
                @if let Mode::Served(_) = state.mode {
                    dt { (say(words::PROFILE)) }
                    dd { @if state.profile.is_empty() { (say(words::DEFAULT_PROFILE)) } @else { (foreign(state, &state.profile)) } }
                }
            }
            @if state.may_have_arrived() { p.error role="alert" { (say(words::MAY_HAVE_ARRIVED)) } }
            div.act {
                button #confirm .primary type="button" data-action="confirm" { (say(words::CONFIRM)) }
                button #cancel type="button" data-action="cancel" { (say(words::CANCEL)) }
            }
        }
    }
}

/// What the command sends with: base URL, profile, which credentials it has.
fn account(state: &State, served: &Served) -> Markup {
    let say = |words: Words| words.get(state.lang);
    let gateway = &state.entry.gateway;
    html! {
        dl.facts {
            dt { (say(words::BASE_URL)) }
            dd { @match state.base_url() { Some(url) => code { (url) }, None => (say(words::NOT_SET)) } }
            @for credential in state.entry.credentials {
                dt { code { (credential.name) } }
                dd { @if served.has(&state.profile, gateway.name, credential.name) { (say(words::IS_SET)) " •••" } @else { (say(words::NOT_SET)) } }
            }
        }
        @if !served.profiles.is_empty() {
            label.pick {
                span { (say(words::PROFILE)) }
                select #profile data-action="profile" {
                    option value="" selected[state.profile.is_empty()] { (say(words::DEFAULT_PROFILE)) }
                    @for name in &served.profiles { option value=(name) selected[state.profile == *name] { (name) } }
                }
            }
        }
    }
}

/// Where to send to and as whom, when the page sends itself.
fn settings(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    let gateway = &state.entry.gateway;
    let settings = state.settings.get(gateway.name);
    let own = settings.and_then(|settings| settings.base_url.as_deref()).unwrap_or_default();
    html! {
        details.settings #settings {
            summary { (say(words::SETTINGS)) " · " (gateway.title.get(state.lang)) }
            p.help { (say(words::MEMORY_ONLY)) }
            label for="base-url" { (say(words::BASE_URL)) }
            input #base-url type="text" inputmode="url" data-action="base-url" value=(own) autocomplete="off"
                spellcheck="false" placeholder=(state.entry.base_url().unwrap_or(""));
            p.help { (gateway.base_url_help.get(state.lang)) }
            @for credential in state.entry.credentials {
                @let id = format!("credential:{}:{}", gateway.name, credential.name);
                @let set = settings.is_some_and(|settings| settings.credentials.find(credential.name).is_some());
                label for=(id) {
                    code { (credential.name) } " " span.title { (credential.title.get(state.lang)) }
                    @if credential.required { span.required { (say(words::REQUIRED)) } }
                    @if set { span.mark { (say(words::IS_SET)) } }
                }
                // Without a value: what is typed here never becomes markup.
                input #(id) type="password" data-action="credential" data-path=(credential.name) data-keep
                    autocomplete="off";
            }
        }
    }
}
