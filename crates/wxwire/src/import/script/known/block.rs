//! The blocks of a program: which statements are surely run, and which names end with a block.

use super::Known;

impl Known {
    pub(in crate::import::script) fn enter(&mut self) {
        self.depth += 1;
        self.in_branch = false;
        self.blocks.push(Vec::new());
        if std::mem::take(&mut self.begins_function) {
            self.functions.push(self.depth);
        }
    }

    /// The next block is a function's.
    pub(in crate::import::script) fn function(&mut self) {
        self.begins_function = true;
    }

    pub(in crate::import::script) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.left = self.left.filter(|block| *block <= self.depth);
        self.functions.retain(|block| *block <= self.depth);
        for name in self.blocks.pop().unwrap_or_default() {
            // Another of the same name may be meant behind it.
            if let Some(one) = self.set.get_mut(&name).filter(|one| one.depth > self.depth) {
                (one.value, one.times) = (None, one.times + 1);
            }
        }
    }

    /// What follows in this block is not run.
    pub(in crate::import::script) fn leaves_here(&mut self) {
        if !self.in_branch {
            self.left.get_or_insert(self.depth);
        }
    }

    /// Whether a statement of this block is surely run.
    pub(super) fn is_run(&self) -> bool {
        !self.in_branch && self.left.is_none()
    }

    pub(in crate::import::script) fn branch(&mut self) {
        self.in_branch = true;
    }

    pub(in crate::import::script) fn statement_ends(&mut self) {
        self.in_branch = false;
    }
}
