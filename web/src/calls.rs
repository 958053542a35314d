//! The calls that are not loaded: all of them in short, and the file of one that is wanted. Each comes when it is first
//! needed.

mod index;

pub(crate) use index::{Call, Index};

use wxwire::catalog;

/// The file of all calls in short.
pub(crate) const ALL: &str = "calls.json";

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

impl Calls {
    /// A call is wanted that is not there. An empty id is none.
    pub(crate) fn want(&mut self, id: String) {
        self.unknown = self.index.as_ref().is_some_and(|index| index.place(&id).is_none());
        self.wanted = Some(id).filter(|id| !id.is_empty());
        self.failed = None;
    }

    /// The file to fetch now, if any; one at a time. The list is fetched where a call is wanted or looked for.
    pub(crate) fn ask(&mut self, looked_for: bool) -> Option<&'static str> {
        if self.asked.is_some() || self.failed.is_some() {
            return None;
        }
        self.asked = match (&self.index, &self.wanted) {
            (None, None) if !looked_for => None,
            (None, _) => Some(ALL),
            (Some(index), wanted) => wanted.as_ref().and_then(|id| index.file(id)),
        };
        self.asked
    }

    /// Takes a file in, or that it did not come. Returns the call that can be opened now.
    pub(crate) fn take(&mut self, name: &'static str, text: Option<String>) -> Option<String> {
        self.asked = None;
        let is_index = name == ALL;
        let is_read = match text {
            Some(text) if is_index => {
                self.index = Index::read(text);
                self.index.is_some()
            }
            Some(text) => catalog::load(text),
            None => false,
        };
        let wanted = self.wanted.as_ref().filter(|_| is_read);
        let file = wanted.map(|id| self.index.as_ref().and_then(|index| index.file(id)));
        let is_there = wanted.is_some_and(|id| catalog::find(id).is_some());
        self.unknown = file == Some(None) && !is_there;
        // A file without the call that it should have would be fetched for ever.
        let lacks = file == Some(Some(name)) && !is_there;
        if !is_read || lacks {
            self.failed = Some(name);
            return None;
        }
        if !is_index {
            self.taken.push(name);
        }
        if is_there { self.wanted.take() } else { None }
    }
}

#[cfg(test)]
mod tests;
