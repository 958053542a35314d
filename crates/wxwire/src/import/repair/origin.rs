//! Where a text comes from.

/// Where a text comes from, which says what may stand in it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Origin {
    /// A body: the JSON is the whole of it.
    Body,
    /// Any text that begins with JSON; what follows may be somebody else's.
    Text,
    /// JSON in the midst of a text, of which it may be a part.
    Prose,
    /// An object of JavaScript's or Python's, in the midst of a script: its strings have more escapes.
    Script,
}
