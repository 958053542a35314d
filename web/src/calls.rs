//! The calls that are not loaded: all of them in short, and the file of one that is wanted. Each comes when it is first
//! needed.

mod index;

pub(crate) use index::{Call, Index};

use wxwire::catalog;

use crate::state::State;

/// The file of all calls in short.
const ALL: &str = "calls.json";

/// What is known of files with calls.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    pub(crate) index: Option<Index>,
    /// What is being fetched.
    asked: Option<&'static str>,
    /// What did not come.
    pub(crate) failed: Option<&'static str>,
    /// The call to open as soon as it is there.
    pub(crate) wanted: Option<String>,
    /// There is no such call.
    pub(crate) unknown: bool,
    /// The files that were taken in, for the reader: it needs the same.
    pub(crate) taken: Vec<&'static str>,
}

/// A call is wanted that is not there. An empty id is none.
pub(crate) fn want(state: &mut State, id: String) {
    let calls = &mut state.calls;
    calls.unknown = calls.index.as_ref().is_some_and(|index| index.place(&id).is_none());
    calls.wanted = Some(id).filter(|id| !id.is_empty());
    calls.failed = None;
}

/// The file to fetch now, if any; one at a time.
pub(crate) fn ask(state: &mut State) -> Option<&'static str> {
    let calls = &mut state.calls;
    if calls.asked.is_some() || calls.failed.is_some() {
        return None;
    }
    calls.asked = match (&calls.index, &calls.wanted) {
        (None, None) if state.palette.is_none() => None,
        (None, _) => Some(ALL),
        (Some(index), wanted) => wanted.as_ref().and_then(|id| index.file(id)),
    };
    calls.asked
}

/// Takes a file in, or that it did not come. Returns the call that can be opened now.
pub(crate) fn take(state: &mut State, name: &'static str, text: Option<String>) -> Option<String> {
    let calls = &mut state.calls;
    calls.asked = None;
    let is_index = name == ALL;
    let is_read = match text {
        Some(text) if is_index => {
            calls.index = Index::read(text);
            calls.index.is_some()
        }
        Some(text) => catalog::load(text),
        None => false,
    };
    let wanted = calls.wanted.as_ref().filter(|_| is_read);
    let file = wanted.map(|id| calls.index.as_ref().and_then(|index| index.file(id)));
    let is_there = wanted.is_some_and(|id| catalog::find(id).is_some());
    calls.unknown = file == Some(None) && !is_there;
    // A file without the call that it should have would be fetched for ever.
    let lacks = file == Some(Some(name)) && !is_there;
    if !is_read || lacks {
        calls.failed = Some(name);
        return None;
    }
    if is_index {
        state.begin_palette();
    } else {
        calls.taken.push(name);
    }
    let calls = &mut state.calls;
    if is_there { calls.wanted.take() } else { None }
}

#[cfg(test)]
mod tests;
