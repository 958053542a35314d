//! Where a script gives names their values, and which of them a call surely sees.
//!
//! Nothing is run. The last value that stands before a call is the call's where it was set in a block around the call, by a
//! statement of its own; what a branch, a loop, another function or an argument sets is not known.

mod mention;
mod reach;
mod read;
mod tried;

pub(super) use read::annotation;

use std::ops::Range;

use crate::named::Named;
use mention::Mentions;
use reach::Reach;

/// How deep blocks are followed.
const MAX_DEPTH: usize = 64;

/// So many values of a name that are other functions' are passed over.
const MAX_FOREIGN: usize = 64;

/// The names of a script.
#[derive(Debug, Default)]
pub(super) struct Bindings {
    set: Named<'static, Vec<Binding>>,
    /// In the order in which they begin; the first is the whole script.
    blocks: Vec<Block>,
    /// The functions that it defines.
    functions: Named<'static, bool>,
    /// The classes that it defines.
    classes: Named<'static, bool>,
    /// Names that a function sets for all.
    shared: Named<'static, bool>,
    /// Where what names hold may be changed.
    mentions: Mentions,
    /// Where statements begin that begin with a name.
    statements: Vec<usize>,
    /// What functions set outside of themselves.
    reach: Reach,
    /// The generators, whose values are made when somebody asks for them.
    lazy: Vec<Range<usize>>,
    /// It cannot be followed: it nests too deep, or runs code that is a text.
    is_lost: bool,
}

/// A place where a name gets a value.
#[derive(Clone, Copy, Debug)]
struct Binding {
    at: usize,
    block: usize,
    /// By a statement that does nothing else, so that the value is the one that stands there.
    is_plain: bool,
    /// The block of the function whose parameter it is, in which alone it has that value.
    of: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Block {
    start: usize,
    end: usize,
    parent: usize,
    kind: Kind,
}

/// When what stands in a block is run.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    /// Once, or not at all.
    Once,
    /// With what is around it, as far as no fault and no `break` leaves it before its end.
    Tried,
    /// With what is around it: what leaves it before its end does not go on behind it.
    Around,
    /// Again and again.
    Loop,
    /// When it is called.
    Function,
    /// The same, of one expression: what stands before it was done before it is called.
    Later,
}

impl Bindings {
    /// Whether a name is set by a statement that begins here.
    pub(super) fn is_set_at(&self, name: &str, at: usize) -> bool {
        self.set.get(name).is_some_and(|all| {
            let next = all.partition_point(|one| one.at < at);
            all.get(next).is_some_and(|one| one.at == at && one.is_plain)
        })
    }

    /// Where the value was set that a name surely has at a place.
    pub(super) fn settled(&self, name: &str, at: usize) -> Option<usize> {
        let all = self.set.get(name).filter(|_| !self.is_lost && self.shared.get(name).is_none())?;
        // A member of an object is the same everywhere.
        if name.contains('.') {
            return (all.len() == 1 && all[0].is_plain).then(|| all[0].at);
        }
        let next = all.partition_point(|one| one.at < at);
        let last = all[..next].iter().rev().take(MAX_FOREIGN).find(|one| self.is_seen(one, at))?;
        let last = Some(last).filter(|one| one.is_plain)?;
        let own = self.real(last.block);
        let around = self.blocks[own];
        // Where nothing else sets it and that was passed over, there is no value to go on with.
        let own = if around.kind == Kind::Tried && all.len() == 1 { self.run_with(own) } else { own };
        let around = self.blocks[own];
        if !(around.start..around.end).contains(&at) {
            return None;
        }
        // Where too many are another function's, the next one counts.
        let seen = all[next..].iter().take(MAX_FOREIGN).position(|one| self.is_seen(one, at));
        let later = all.get(next + seen.unwrap_or(MAX_FOREIGN)).map(|one| one.at);
        let is_only = || all.len() <= MAX_FOREIGN && all.iter().filter(|one| self.is_seen(one, at)).count() == 1;
        let is_last = || later.is_none_or(|later| later >= self.scope_end(last.block));
        if self.is_lazy(at) && !is_last() {
            return None;
        }
        let mut block = self.innermost(at);
        while block != own {
            let Block { end, kind, parent, .. } = self.blocks[block];
            let is_sure = match kind {
                Kind::Once | Kind::Tried | Kind::Around => true,
                // The next time round it may have another.
                Kind::Loop => later.is_none_or(|later| later >= end),
                // Whoever calls it may have set another before.
                Kind::Function => is_only(),
                Kind::Later => is_last(),
            };
            if !is_sure {
                return None;
            }
            block = parent;
        }
        Some(last.at)
    }

    /// Whether a place may see what was set at another: a parameter is its function's alone.
    fn is_seen(&self, one: &Binding, at: usize) -> bool {
        one.of.is_none_or(|block| (self.blocks[block].start..self.blocks[block].end).contains(&at))
    }

    /// The whole block that begins at a place.
    fn block_at(&self, start: usize) -> Option<usize> {
        let index = self.blocks.partition_point(|block| block.start < start);
        self.blocks.get(index).is_some_and(|block| block.start == start).then_some(index)
    }

    /// Notes that a name which stands at a place is a parameter of the function of a block; it has a value from its beginning on
    /// if that is known.
    pub(super) fn bind(&mut self, name: &str, at: usize, block: usize, is_known: bool) {
        let Some((of, all)) = self.block_at(block).zip(self.set.get_mut(name)) else { return };
        let index = all.partition_point(|one| one.at < at);
        if all.get(index).is_none_or(|one| one.at != at) {
            return;
        }
        if is_known {
            all.remove(index);
            let place = all.partition_point(|one| one.at < block);
            all.insert(place, Binding { at: block, block: of, is_plain: true, of: Some(of) });
        } else {
            all[index].of = Some(of);
        }
    }

    /// The block of the function whose header ends at a place.
    pub(super) fn function_behind(&self, end: usize) -> Option<Range<usize>> {
        let block = self.blocks.get(self.blocks.partition_point(|block| block.start < end))?;
        let is_function = matches!(block.kind, Kind::Function | Kind::Later);
        is_function.then_some(block.start..block.end)
    }

    /// Whether a block that begins at a place is one expression.
    pub(super) fn is_expression(&self, start: usize) -> bool {
        self.block_at(start).is_some_and(|block| self.blocks[block].kind == Kind::Later)
    }

    /// Whether what stands at a place is run with the block that begins at another, as long as nothing leaves that before.
    pub(super) fn is_run_with(&self, at: usize, start: usize) -> bool {
        self.blocks[self.run_with(self.innermost(at))].start == start
    }

    /// Whether the list or the map that a name was set to at a place is left alone up to another place.
    pub(super) fn is_intact(&self, name: &str, set: usize, at: usize, end: usize) -> bool {
        let (mut block, own, mut until) = (self.innermost(at), self.innermost(set), end);
        if self.is_lazy(at) {
            until = self.scope_end(own);
        }
        while block != own && block != 0 {
            let Block { end, kind, parent, .. } = self.blocks[block];
            until = match kind {
                Kind::Once | Kind::Tried | Kind::Around => until,
                Kind::Loop => until.max(end),
                // It is called later.
                Kind::Function => usize::MAX,
                Kind::Later => until.max(self.scope_end(own)),
            };
            block = parent;
        }
        self.mentions.is_intact(name, set..until, at)
    }

    /// Where members of what a name holds are set, from a place on.
    pub(super) fn put_from(&self, name: &str, at: usize) -> &[usize] {
        self.mentions.put_from(name, at)
    }

    /// Whether a statement that begins here is run wherever the name was set that it begins with.
    pub(super) fn is_surely_run(&self, name: &str, at: usize) -> bool {
        let Some(set) = self.settled(name, at) else { return false };
        let run = |at: usize| self.run_with(self.innermost(at));
        self.statements.binary_search(&at).is_ok() && run(at) == run(set)
    }

    /// Where the block ends behind which it is not known whether what stands at a place was run, if it is in one.
    pub(super) fn tried_up_to(&self, at: usize) -> Option<usize> {
        let block = self.blocks[self.innermost(at)];
        (block.kind == Kind::Tried).then_some(block.end)
    }

    /// Whether what begins at a place may not be run, though what stands around it is.
    pub(super) fn may_be_skipped(&self, at: usize) -> bool {
        let block = self.run_with(self.innermost(at));
        self.statements.binary_search(&at).is_err() || block != 0 && self.blocks[block].kind != Kind::Function
    }

    /// Whether a script puts something of its own in the place of a call that is known.
    pub(super) fn is_own(&self, call: &str) -> bool {
        let root = call.split('.').next().unwrap_or_default();
        // What is imported under its name is what it is known for.
        let is_set = |name: &str| {
            let all = self.set.get(name).map(Vec::as_slice).unwrap_or_default();
            all.iter().any(|one| one.is_plain) || self.functions.get(name).is_some()
        };
        is_set(call) || is_set(root)
    }

    /// Whether a name is never set by a statement of the script's: it is a parameter, or comes from elsewhere.
    pub(super) fn is_given(&self, name: &str) -> bool {
        self.set.get(name).is_some_and(|all| all.iter().all(|one| !one.is_plain))
    }

    /// Whether the script says itself what a function does.
    pub(super) fn defines(&self, function: &str) -> bool {
        self.functions.get(function).is_some()
    }

    /// Whether a name is that of a class of the script's.
    pub(super) fn is_class(&self, name: &str) -> bool {
        self.classes.get(name).is_some()
    }

    /// Where the function ends that a block is in, and with it the names that are set there.
    fn scope_end(&self, mut block: usize) -> usize {
        while block != 0 && self.blocks[block].kind != Kind::Function {
            block = self.blocks[block].parent;
        }
        self.blocks[block].end
    }

    fn is_lazy(&self, at: usize) -> bool {
        let next = self.lazy.partition_point(|one| one.end <= at);
        self.lazy.get(next).is_some_and(|one| one.start <= at)
    }

    /// The variables from outside that a function sets when it is called.
    pub(super) fn set_by(&self, function: &str) -> impl Iterator<Item = &str> {
        self.reach.of(function)
    }

    fn innermost(&self, at: usize) -> usize {
        let mut block = self.blocks.partition_point(|block| block.start <= at).saturating_sub(1);
        while block > 0 && self.blocks[block].end <= at {
            block = self.blocks[block].parent;
        }
        self.real(block)
    }

    /// The block itself, or the one that it is run with.
    fn real(&self, mut block: usize) -> usize {
        while self.blocks[block].kind == Kind::Around {
            block = self.blocks[block].parent;
        }
        block
    }

    /// The same, where nothing leaves it before its end.
    fn run_with(&self, mut block: usize) -> usize {
        while matches!(self.blocks[block].kind, Kind::Around | Kind::Tried) {
            block = self.blocks[block].parent;
        }
        block
    }
}
