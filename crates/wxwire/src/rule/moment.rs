//! Numbers that are moments.

/// A moment in Unix seconds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Moment {
    /// Any.
    Any,
    /// One that is still to come.
    Future,
}

impl Moment {
    /// All.
    pub const ALL: [Self; 2] = [Self::Any, Self::Future];

    /// The stable name, as schemas write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Future => "future",
        }
    }
}
