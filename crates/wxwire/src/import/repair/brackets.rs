//! The brackets inside a string or a line.

/// The brackets inside a text, counted so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Brackets {
    to: usize,
    open: usize,
    wrong: bool,
}

impl Brackets {
    /// Counts from a place on.
    pub(super) fn behind(at: usize) -> Self {
        Self { to: at, ..Self::default() }
    }

    pub(super) fn count(&mut self, text: &str, to: usize) {
        for byte in text.as_bytes().get(self.to..to).unwrap_or_default() {
            match byte {
                b'{' | b'[' => self.open += 1,
                b'}' | b']' if self.open == 0 => self.wrong = true,
                b'}' | b']' => self.open -= 1,
                _ => {}
            }
        }
        self.to = to;
    }

    pub(super) fn are_balanced(&self) -> bool {
        self.open == 0 && !self.wrong
    }
}
