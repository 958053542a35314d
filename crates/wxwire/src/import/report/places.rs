//! Lines and columns of places in a text.

/// Lines and columns of places in a text, both from 1, columns in characters. Asked in rising order, it is linear.
#[derive(Debug)]
pub struct Places<'s> {
    source: &'s str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'s> Places<'s> {
    /// Of a source.
    pub fn of(source: &'s str) -> Self {
        Self { source, at: 0, line: 1, column: 1 }
    }

    /// The line and column of a byte.
    pub fn find(&mut self, at: usize) -> (usize, usize) {
        if at < self.at {
            *self = Self::of(self.source);
        }
        for char in self.source[self.at..].chars() {
            if self.at >= at {
                break;
            }
            self.at += char.len_utf8();
            // A mark before the text is no column of it.
            if char == '\u{feff}' && self.at == char.len_utf8() {
                continue;
            }
            (self.line, self.column) = if char == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        (self.line, self.column)
    }
}
