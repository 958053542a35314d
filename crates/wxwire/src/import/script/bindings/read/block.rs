//! The blocks that are open, and the expressions that are run later.

use super::super::{Block, Kind, MAX_DEPTH};
use super::Walk;

impl Walk<'_> {
    pub(in crate::import::script::bindings) fn block(&self) -> usize {
        self.open.last().map_or(0, |(_, block)| *block)
    }

    pub(super) fn enter(&mut self, start: usize, kind: Kind, indent: usize) -> usize {
        let block = self.out.blocks.len();
        self.out.blocks.push(Block { start, end: usize::MAX, parent: self.block(), kind });
        self.open.push((indent, block));
        self.out.is_lost |= self.open.len() > MAX_DEPTH;
        block
    }

    pub(super) fn close(&mut self, end: usize) {
        if let Some((_, block)) = self.open.pop() {
            self.out.blocks[block].end = end;
            _ = self.named.pop_if(|(own, _)| *own == block);
        }
    }

    /// An expression begins here that is run when what is made of it is called.
    pub(super) fn begins_later(&mut self) {
        self.enter(self.reader.at, Kind::Later, usize::MAX);
        self.later.push(self.brackets.len());
    }

    /// Ends the expressions of which no bracket is open any more.
    pub(super) fn ends_later(&mut self, end: usize) {
        while self.later.last().is_some_and(|depth| *depth >= self.brackets.len()) {
            self.later.pop();
            self.close(end);
        }
    }
}
