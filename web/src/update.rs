//! What an event does to the state, and what is to be done outside of it.

mod compose;
mod kind;
pub(crate) mod send;
mod text;

use wxwire::catalog;
use wxwire::forms::Forms;
use wxwire::lang::Lang;

use crate::calls;
use crate::event::Event;
use crate::palette::Palette;
use crate::question::{Ask, Question};
use crate::request::{self, Shown};
use crate::state::{Pane, Sending, State};
use crate::typed;
use crate::view::id;

/// Something to do in the browser.
#[derive(Debug)]
pub(crate) enum Effect {
    /// Nothing.
    None,
    /// Put the focus on the first of these elements that is there, by id.
    Focus(Vec<String>),
    /// Select so much of the source, in units of UTF-16.
    Select(usize, usize),
    /// Put the caret into the field at a path, or into the source: units of UTF-16 for either.
    Caret { path: Option<String>, field: usize, source: usize },
    /// Put this text into the clipboard.
    Copy(String),
    /// Remember the language.
    Remember(Lang),
    /// Open this operation, which is loaded now.
    Open(String),
    /// Name the operation in the address.
    Address(&'static str),
    /// Ask who serves the page.
    Ask,
    /// Ask again after that was in vain so many times.
    AskLater(u32),
    /// Ask the command that serves the page to send: a body for `api/send`.
    Delegate(String),
    /// Have the reader send to a gateway.
    Send(Question),
    /// Ask the reader.
    Read(Question),
}

/// Takes an event in.
pub(crate) fn update(state: &mut State, event: Event) -> Effect {
    if !matches!(event, Event::Copied(_) | Event::Copy) {
        state.copied = None;
    }
    match event {
        Event::Edit(path, edit) => return compose::edit(state, &path, &edit),
        Event::Draft(path, typed) => compose::draft(state, path, &typed),
        Event::File(chosen) => compose::file(state, chosen),
        Event::Source(typed) => compose::source(state, &typed),
        Event::Tidy => compose::load(state, crate::pretty::pretty(&state.text)),
        Event::Pause => compose::pause(state),
        Event::Undo => return compose::undo(state),
        Event::Redo => return compose::redo(state),
        Event::Recall(id, kept) => compose::recall(state, &id, &kept),
        Event::Discard => {
            compose::load(state, state.first_example());
            return Effect::Focus(vec!["undo".into()]);
        }
        Event::Kept(done) => state.kept = Some(done),
        Event::Operation(id) => {
            (state.palette, state.calls.wanted) = (None, None);
            let taken = state.taken.take().filter(|(own, _)| *own == id);
            let Some(entry) = catalog::find(&id) else {
                state.taken = taken;
                state.calls.want(id);
                return Effect::None;
            };
            let is_other = entry.id != state.entry.id;
            if is_other {
                compose::open(state, entry);
            }
            if let Some((_, text)) = taken {
                compose::load(state, text);
            }
            if is_other {
                return Effect::Address(entry.id);
            }
        }
        Event::Take(id, text) => {
            state.taken = Some((id.clone(), text));
            return Effect::Open(id);
        }
        Event::Palette => {
            state.palette = Some(Palette::default());
            begin_palette(state);
            return Effect::Focus(vec!["find".into()]);
        }
        Event::Find(text) => {
            if let Some(palette) = &mut state.palette {
                palette.find(text, state.calls.index.as_ref());
            }
        }
        Event::Step(down) => {
            if let Some(palette) = &mut state.palette {
                palette.step(down);
            }
        }
        Event::CallsAgain => state.calls.failed = None,
        Event::Calls(name, text) => {
            let id = state.calls.take(name, text);
            if name == calls::ALL {
                begin_palette(state);
            }
            if let Some(id) = id {
                return Effect::Open(id);
            }
        }
        Event::Example(name) => {
            let example = state.entry.examples().into_iter().find(|example| example.name == name);
            let text = example.map_or_else(|| state.skeleton(), |example| example.values);
            compose::load(state, text);
        }
        Event::Language => {
            state.lang = if state.lang == Lang::Zh { Lang::En } else { Lang::Zh };
            return Effect::Remember(state.lang);
        }
        Event::Pane(pane) => state.pane = pane,
        Event::Export(export) => state.export = export,
        Event::Copy => {
            if let Shown::Text(text) = request::shown(state) {
                return Effect::Copy(text.into_owned());
            }
        }
        Event::Copied(done) => state.copied = Some(done),
        Event::Jump(path) => {
            state.pane = Pane::Form;
            return Effect::Focus(ancestors(&path));
        }
        Event::Point(start, end) => {
            state.pane = Pane::Source;
            return Effect::Select(typed::units(&state.text, start), typed::units(&state.text, end));
        }
        Event::Profile(profile) => {
            state.profile = profile;
            send::cancel(state);
        }
        Event::BaseUrl(url) => {
            let url = url.trim().to_owned();
            state.settings.or_default(state.entry.gateway.name).base_url = (!url.is_empty()).then_some(url);
            send::cancel(state);
        }
        Event::Credential(name, value) => {
            let settings = state.settings.or_default(state.entry.gateway.name);
            settings.credentials.insert(&name, wxwire::secret::Secret::new(value.trim()));
            send::cancel(state);
        }
        Event::Send => return send::ask(state),
        Event::Confirm => return send::confirm(state),
        Event::Cancel if state.palette.is_some() => state.palette = None,
        Event::Cancel => {
            if let Sending::Asked = state.sending {
                send::cancel(state);
                return Effect::Focus(vec!["send".into()]);
            }
        }
        Event::Forms(text) => {
            state.forms = text.as_deref().and_then(Forms::read);
            state.forms_failed = state.forms.is_none();
        }
        Event::FormsAgain => (state.forms_asked, state.forms_failed) = (false, false),
        Event::Served(asked) => return send::served(state, asked),
        Event::AskAgain(failed) => return send::ask_again(state, failed),
        Event::Replied(reply) => return send::replied(state, reply),
        Event::Explain(name) => state.explained.begin(name, state.entry.id),
        Event::Said(question, said) => match question.ask {
            Ask::Explain if question == Question::explain(state) => state.explained.take(said),
            // It is of what was pasted before.
            Ask::Explain => {}
            Ask::Request => state.preview.take(question, said),
            Ask::Check => {
                state.rules.take(question, said);
                return send::checked(state);
            }
            Ask::Outcome | Ask::Verdict => send::judged(state, &question, said),
            // That is an event of its own.
            Ask::Send | Ask::Delegate => {}
            // Who has asked this waits for the answer itself.
            Ask::File | Ask::Keep => {}
        },
        Event::ReadAgain => {
            state.preview.again();
            state.rules.again();
            if let Some(unjudged) = &state.unjudged {
                return Effect::Read(unjudged.question.clone());
            }
        }
    }
    Effect::None
}

/// Finds what is looked for, where something is.
fn begin_palette(state: &mut State) {
    if let Some(palette) = &mut state.palette {
        palette.begin(state.calls.index.as_ref(), state.entry.id);
    }
}

/// The ids of the field at a path and of those that it is inside of, the nearest first. What is drawn of an inner layer
/// is inside the field that holds the layer.
pub(crate) fn ancestors(path: &str) -> Vec<String> {
    let mut path = path;
    let mut ids = Vec::new();
    loop {
        ids.push(id("field", path));
        match path.rfind(['/', '!']) {
            Some(at) => path = &path[..at],
            None => return ids,
        }
    }
}

#[cfg(test)]
mod tests;
