//! What a callback or a query says of messages that were sent before, taken together.

use super::Level;

/// What became of messages that were sent before: how many were sent, how many were not, and whether there are more.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Settled {
    pub(super) sent: usize,
    pub(super) failed: usize,
    pub(super) open: bool,
}

impl Settled {
    /// The level of all of them; none where nothing is known of any.
    pub(super) fn level(self) -> Option<Level> {
        match self {
            Self { sent: 0, failed: 0, open: false } => None,
            Self { failed: 0, open: true, .. } => Some(Level::Queued),
            Self { sent: 0, open: false, .. } => Some(Level::Failed),
            Self { failed: 0, .. } => Some(Level::Delivered),
            _ => Some(Level::Partial),
        }
    }
}
