//! Python's `try`: whether what follows it goes on where something in it failed.

use super::Kind;
use super::read::Walk;

/// Words that go on with a `try`.
const CLAUSES: [&str; 3] = ["except", "else", "finally"];

/// Statements behind which nothing else of a block is run.
const LEAVES: [&str; 9] = ["raise", "return", "continue", "break", "exit", "quit", "sys.exit", "os._exit", "os.abort"];

/// What goes on behind a block in which something failed.
const CATCHES: [&str; 3] = ["suppress(", "raises(", "assertRaises("];

/// A `try` whose clauses are read.
pub(super) struct Tried {
    indent: usize,
    block: usize,
    /// The block of the clause that is read, for what failed, and whether it leaves the statement.
    handler: Option<(usize, bool)>,
    /// One of them does not.
    goes_on: bool,
}

/// Whether a statement of a word goes on behind its block where something in that failed.
pub(super) fn catches(word: &str, rest: &str) -> bool {
    let header = rest.lines().next().unwrap_or_default();
    word == "with" && CATCHES.iter().any(|call| header.contains(call))
}

impl Walk<'_> {
    /// Notes what begins a statement of Python's.
    pub(super) fn begins_statement(&mut self, word: &str) {
        while let Some(last) = self.tried.last() {
            let is_clause = self.indent == last.indent && CLAUSES.contains(&word);
            if self.indent > last.indent || is_clause {
                break;
            }
            self.ends_try();
        }
        let block = self.block();
        let Some(last) = self.tried.last_mut() else { return };
        if self.indent == last.indent {
            last.ends_handler();
        } else if let Some((handler, leaves)) = &mut last.handler {
            *leaves |= *handler == block && LEAVES.contains(&word);
        }
    }

    /// Notes the block that a word begins.
    pub(super) fn begins_block(&mut self, word: &str, block: usize) {
        match word {
            "try" => self.tried.push(Tried { indent: self.indent, block, handler: None, goes_on: false }),
            "except" => {
                if let Some(last) = self.tried.last_mut() {
                    last.handler = Some((block, false));
                }
            }
            _ => {}
        }
    }

    /// Ends the innermost `try`: where no clause goes on, all of it was run wherever what follows is.
    pub(super) fn ends_try(&mut self) {
        let Some(mut last) = self.tried.pop() else { return };
        last.ends_handler();
        if !last.goes_on {
            self.out.blocks[last.block].kind = Kind::Around;
        }
    }
}

impl Tried {
    fn ends_handler(&mut self) {
        self.goes_on |= matches!(self.handler.take(), Some((_, false)));
    }
}
