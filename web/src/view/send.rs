//! Who sends, where to, and the button.

use maud::{Markup, html};
use wxwire::lang::Words;
use wxwire::problem::Problem;

use crate::served::Served;
use crate::state::{Mode, Sending, State};
use crate::update::send::{Hindrance, hindrance};
use crate::words;

pub(super) fn panel(state: &State, problems: &[Problem]) -> Markup {
    let say = |words: Words| words.get(state.lang);
    let (mode, name, long) = match &state.mode {
        Mode::Asking => ("asking", None, words::ASKING),
        Mode::Static => ("direct", Some(words::DIRECT), words::DIRECT_LONG),
        Mode::Served(Served { mock: true, .. }) => ("mock", Some(words::MOCK), words::MOCK_LONG),
        Mode::Served(_) => ("real", Some(words::REAL), words::REAL_LONG),
    };
    let hindrance = hindrance(state, problems);
    let busy = matches!(state.sending, Sending::Busy { .. });
    html! {
        section.panel #sending data-mode=(mode) {
            h2 { (say(words::SEND)) @if let Some(name) = name { span.badge { (say(name)) } } }
            p.help { (say(long)) }
            @match &state.mode {
                Mode::Asking => {},
                Mode::Static => (settings(state)),
                Mode::Served(served) => (account(state, served)),
            }
            @if matches!(state.sending, Sending::Asked) { (question(state)) } @else {
                div.act {
                    button #send .primary type="button" data-action="send" disabled[hindrance.is_some()]
                        aria-describedby="hindrance" {
                        @if busy { (say(words::SENDING)) } @else { (say(words::SEND)) }
                        kbd { "Ctrl ⏎" }
                    }
                    span.help #hindrance { @if let Some(why) = hindrance { (reason(state, why)) } }
                }
            }
        }
    }
}

fn reason(state: &State, why: Hindrance) -> String {
    let say = |words: Words| words.get(state.lang);
    match why {
        Hindrance::Asking | Hindrance::Busy => String::new(),
        Hindrance::Errors(count) => format!("{} · {count}", say(words::HAS_ERRORS)),
        Hindrance::NoBaseUrl => say(words::NO_BASE_URL).to_owned(),
        Hindrance::NoCredential(name) => format!("{} {name}", say(words::NO_CREDENTIAL)),
    }
}

/// The question before a real send.
fn question(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    html! {
        div.question role="alertdialog" aria-labelledby="question" {
            p #question {
                (say(words::ASK)) " " strong { (state.base_url().unwrap_or(state.entry.gateway.name)) }
                @if !state.profile.is_empty() { " " (say(words::AS)) " " strong { (state.profile) } }
            }
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
            @for credential in gateway.credentials {
                dt { code { (credential.name) } }
                dd { @if served.has(gateway.name, credential.name) { (say(words::IS_SET)) " •••" } @else { (say(words::NOT_SET)) } }
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
                spellcheck="false" placeholder=(gateway.base_url.unwrap_or(""));
            p.help { (gateway.base_url_help.get(state.lang)) }
            @for credential in gateway.credentials {
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
