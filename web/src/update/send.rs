//! Sending: asked for, confirmed, answered. Never two at a time, and nothing twice by itself.

use wxwire::layer::json::Object;
use wxwire::verdict::Level;

use super::Effect;
use crate::finding::Finding;
use crate::outcome::{Answer, Outcome, Reply, Told};
use crate::question::{Question, Said};
use crate::rules;
use crate::served::{Asked, Server, is_locked};
use crate::state::{Mode, Sending, Sent, State, Unjudged};
use crate::words;

/// How many sends of an unknown outcome are remembered.
const UNSETTLED: usize = 50;

/// Why the page does not send now.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Hindrance {
    /// It is not known who sends, or it may not.
    NoSender,
    /// One is under way.
    Busy,
    /// The text has errors.
    Errors,
    /// It answers a callback: whoever receives that sends it.
    Reply,
    /// No base URL is set.
    NoBaseUrl,
    /// This required credential is not set.
    NoCredential(&'static str),
}

/// What keeps the page from sending, given the problems of the text.
pub(crate) fn hindrance(state: &State, problems: &[Finding]) -> Option<Hindrance> {
    let has_errors = problems.iter().any(Finding::is_error) || !state.drafts.is_empty();
    let gateway = &state.entry.gateway;
    let settings = state.settings.get(gateway.name);
    let set = |name: &str| settings.is_some_and(|settings| settings.credentials.find(name).is_some());
    let credentials = state.entry.credentials;
    let absent = credentials.iter().find(|one| one.required && !set(one.name));
    match (&state.sending, &state.mode) {
        (Sending::Busy(_), _) => Some(Hindrance::Busy),
        (_, Mode::Asking(_) | Mode::Failed(_) | Mode::Locked) => Some(Hindrance::NoSender),
        _ if state.entry.replies_to.is_some() => Some(Hindrance::Reply),
        _ if has_errors => Some(Hindrance::Errors),
        (_, Mode::Static) if state.base_url().is_none() => Some(Hindrance::NoBaseUrl),
        (_, Mode::Static) => absent.map(|one| Hindrance::NoCredential(one.name)),
        (_, Mode::Served(served)) if !served.mock => {
            let missing =
                credentials.iter().find(|one| one.required && !served.has(&state.profile, gateway.name, one.name));
            match (state.base_url(), missing) {
                (None, _) => Some(Hindrance::NoBaseUrl),
                (_, one) => one.map(|one| Hindrance::NoCredential(one.name)),
            }
        }
        _ => None,
    }
}

/// Sends to an imitation at once; asks before a real one. Where the text is not checked by all rules yet, that comes first.
pub(super) fn ask(state: &mut State) -> Effect {
    if matches!(state.sending, Sending::Asked | Sending::Checking) || hindrance(state, &state.problems()).is_some() {
        return Effect::None;
    }
    if !rules::are_known(state) {
        state.rules.again();
        state.sending = Sending::Checking;
        return Effect::None;
    }
    match &state.mode {
        Mode::Served(served) if served.mock => go(state),
        _ => {
            state.sending = Sending::Asked;
            Effect::Focus(vec!["confirm".into()])
        }
    }
}

/// The reader checked a text, or could not be asked: a send that waited for it goes on, or is given up.
pub(super) fn checked(state: &mut State) -> Effect {
    if !state.is_checking() {
        return Effect::None;
    }
    if let Some(error) = state.rules.error() {
        let error = Some(format!("{} {error}", words::NO_READER.get(state.lang)));
        (state.sending, state.sent) = (Sending::Idle, None);
        state.outcome = Some(Outcome { operation: state.entry.id, error, ..Outcome::default() });
        return Effect::None;
    }
    if !rules::are_known(state) {
        // It was of the text before; it is asked again.
        return Effect::None;
    }
    state.sending = Sending::Idle;
    ask(state)
}

/// A person said yes.
pub(super) fn confirm(state: &mut State) -> Effect {
    match state.sending {
        Sending::Asked if hindrance(state, &state.problems()).is_none() => go(state),
        _ => Effect::None,
    }
}

/// What was to be confirmed has changed, or a person said no.
pub(super) fn cancel(state: &mut State) {
    if let Sending::Asked | Sending::Checking = state.sending {
        state.sending = Sending::Idle;
    }
}

fn go(state: &mut State) -> Effect {
    (state.outcome, state.sent, state.unjudged) = (None, None, None);
    let sent = Sent { entry: state.entry, text: state.text.clone(), profile: state.profile.clone() };
    let effect = match &state.mode {
        Mode::Served(_) => {
            let body = Object::new().text("operation", state.entry.id).text("lang", state.lang.code());
            let profile = Some(&*state.profile).filter(|profile| !profile.is_empty());
            Effect::Delegate(body.some("profile", profile).json("values", &state.text).end())
        }
        _ => Effect::Send(Question::send(state)),
    };
    state.sending = Sending::Busy(sent);
    effect
}

/// An answer came, which is for the reader to judge, or none ever will.
pub(super) fn replied(state: &mut State, reply: Reply) -> Effect {
    let Sending::Busy(sent) = &state.sending else { return Effect::None };
    let operation = sent.entry.id;
    let outcome = match reply {
        Reply::Answer(answer, milliseconds) => {
            let question = match &state.mode {
                Mode::Served(_) => Question::outcome(&answer),
                _ => Question::verdict(state, sent, &answer),
            };
            return answered(state, &answer, milliseconds, question);
        }
        Reply::Nothing(milliseconds) => Outcome { unanswered: true, milliseconds, ..Outcome::default() },
        Reply::Refused(error) => Outcome { error: Some(error), ..Outcome::default() },
        Reply::NotLoaded(error) => {
            let error = Some(format!("{} {error}", words::NO_READER.get(state.lang)));
            Outcome { error, ..Outcome::default() }
        }
    };
    settle(state, Outcome { operation, ..outcome });
    Effect::None
}

/// Has the answer judged by the reader, which is asked this.
fn answered(state: &mut State, answer: &Answer, milliseconds: u32, question: Question) -> Effect {
    // The command was started anew since.
    if matches!(state.mode, Mode::Served(_)) && answer.status == 403 && is_locked(&answer.body) {
        state.mode = Mode::Locked;
    }
    state.unjudged = Some(Unjudged { question: question.clone(), status: answer.status, milliseconds });
    Effect::Read(question)
}

/// The reader judged an answer, or could not be asked; then it can be asked again.
pub(super) fn judged(state: &mut State, question: &Question, said: Said) {
    let Some(unjudged) = state.unjudged.take_if(|unjudged| unjudged.question == *question) else { return };
    let sent = if let Sending::Busy(sent) = &state.sending { Some(sent) } else { state.sent.as_ref() };
    let Some(operation) = sent.map(|sent| sent.entry.id) else { return };
    let milliseconds = Some(unjudged.milliseconds);
    let (told, unread) = match said.map(|said| said.and_then(|said| Told::read(&said))) {
        Ok(Some(told)) => (Some(told), None),
        told => {
            let unread = Some((unjudged.status, told.err().unwrap_or_default()));
            state.unjudged = Some(unjudged);
            (None, unread)
        }
    };
    settle(state, Outcome { operation, told, unread, milliseconds, ..Outcome::default() });
}

/// What came of the send is known, as far as it ever will be.
fn settle(state: &mut State, outcome: Outcome) {
    let sent = match std::mem::replace(&mut state.sending, Sending::Idle) {
        Sending::Busy(sent) => Some(sent),
        other => {
            state.sending = other;
            state.sent.take()
        }
    };
    let Some(sent) = sent else { return };
    // What never left says nothing about what did before.
    if !outcome.is_unsent() {
        state.unsettled.retain(|other| other.entry.id != sent.entry.id || other.text != sent.text);
    }
    if outcome.level() == Level::Unknown.name() {
        state.unsettled.push(sent.clone());
        if state.unsettled.len() > UNSETTLED {
            state.unsettled.remove(0);
        }
    }
    state.outcome = Some(outcome);
    state.sent = Some(sent);
}

/// What the server said about itself.
pub(super) fn served(state: &mut State, asked: Asked) -> Effect {
    let Mode::Asking(failed) = state.mode else { return Effect::None };
    state.mode = match asked.server() {
        Server::Command(served) => Mode::Served(served),
        Server::Files => Mode::Static,
        Server::Locked => Mode::Locked,
        Server::Nobody => {
            let failed = failed.saturating_add(1);
            state.mode = Mode::Failed(failed);
            return Effect::AskLater(failed);
        }
    };
    Effect::None
}

/// Asks again, be it a while later or because a person said so; only one of the two.
pub(super) fn ask_again(state: &mut State, failed: u32) -> Effect {
    match state.mode {
        Mode::Failed(now) if now == failed => state.mode = Mode::Asking(failed),
        Mode::Locked => state.mode = Mode::Asking(0),
        _ => return Effect::None,
    }
    Effect::Ask
}
