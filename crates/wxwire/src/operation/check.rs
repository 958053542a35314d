//! What is wrong with values, and whether they are a call's at all.

use super::Entry;
use crate::layer::json::{Kind, Tree, Value};
use crate::problem::Problem;
use crate::schema::{CLOSELY, Reach, View};

impl Entry {
    /// Every problem of some values, in the order of the text. Credentials among them are named and will be left out.
    pub fn check(&self, values: &[u8]) -> Vec<Problem> {
        self.check_reach(values, Reach::Values, None)
    }

    /// The same, and what is over at a moment, in Unix seconds, that had to be still to come.
    pub fn check_at(&self, values: &[u8], now: i64) -> Vec<Problem> {
        self.check_reach(values, Reach::Values, Some(now))
    }

    /// Every problem of a body as it goes on the wire, with the credentials that belong into it.
    pub fn check_body(&self, body: &[u8]) -> Vec<Problem> {
        self.check_reach(body, Reach::Wire, None)
    }

    /// Those of [`check`](Self::check) that need neither the code of types nor a close look: data is enough to find them.
    pub fn check_schema(&self, values: &[u8]) -> Vec<Problem> {
        problems(values, |tree, problems| self.walk(tree, Reach::Values, View::default(), problems))
    }

    /// The others, what is over at a moment among them.
    pub fn check_rules(&self, values: &[u8], now: Option<i64>) -> Vec<Problem> {
        let told = self.check_schema(values);
        let all = self.check_reach(values, Reach::Values, now);
        all.into_iter().filter(|problem| !told.contains(problem)).collect()
    }

    fn check_reach(&self, bytes: &[u8], reach: Reach, now: Option<i64>) -> Vec<Problem> {
        problems(bytes, |tree, problems| {
            self.walk(tree, reach, View { now, closely: Some(&CLOSELY) }, problems);
            self.check_places(tree.root(), problems);
            self.told.check(tree.root(), problems);
        })
    }

    fn walk(&self, tree: &Tree<'_>, reach: Reach, view: View, problems: &mut Vec<Problem>) {
        self.schema().walk_at(view, tree.root(), reach, self.evidence, problems);
    }

    /// [`Operation::is_its`](super::Operation::is_its); a document says it with its schema alone.
    pub fn is_its(&self, values: Value<'_>) -> bool {
        self.told.is_its(values)
    }

    /// How many members of some values are fields of this operation; `None` where they cannot be its.
    pub(crate) fn fit_values(&self, values: Value<'_>) -> Option<usize> {
        let known = self.told.may_take(values).then(|| self.schema().knows(values))?;
        (known > 0 && self.takes(values)).then_some(known)
    }

    /// Whether values can be those of this call where its address is known: by their form, or since it knows all that is there.
    /// Some may be absent.
    pub(crate) fn may_take(&self, values: Value<'_>) -> bool {
        let known = self.schema().knows(values);
        self.fit_values(values).is_some() || known > 0 && known == values.members().count()
    }

    /// Whether values have anything of this call's.
    pub(crate) fn knows_of(&self, values: Value<'_>) -> bool {
        self.fit_values(values).is_some() || self.schema().knows(values) > 0
    }

    /// Whether something has more of this call's reply than of its values.
    pub(crate) fn rather_answers(&self, values: Value<'_>) -> bool {
        let answered = self.reply_schema().fit(values, self.gateway.envelope).map_or(0, |fit| fit.own);
        !self.may_take(values) && answered > self.schema().knows(values)
    }

    /// How many members of some values say that they are this operation's: those that have one possible value.
    pub fn named_by(&self, values: &[u8]) -> usize {
        Tree::read(values).ok().and_then(|tree| self.schema().named(tree.root())).unwrap_or_default()
    }

    /// How many members of some values have the one value that this operation takes, be it a text or a number; `None` where
    /// one has another. It tells calls at one address apart.
    pub fn fixed_by(&self, values: &[u8]) -> Option<usize> {
        Tree::read(values).ok().and_then(|tree| self.schema().fixed(tree.root()))
    }

    /// Whether some values can be this operation's, told by their form alone: there are some, at every depth every required field is
    /// there, of the right type and with a value that it may have, and no field that the operation does not have.
    /// Credentials may be among them.
    pub fn takes(&self, values: Value<'_>) -> bool {
        values.kind() == Kind::Object
            && values.members().next().is_some()
            && self.schema().is_form_of(values, self.evidence)
    }
}

/// The problems of some bytes: those that are found in their tree, or why there is none.
fn problems(bytes: &[u8], find: impl FnOnce(&Tree<'_>, &mut Vec<Problem>)) -> Vec<Problem> {
    match Tree::read(bytes) {
        Ok(tree) => {
            let mut problems = Vec::new();
            find(&tree, &mut problems);
            in_place_order(&mut problems);
            problems
        }
        Err(problem) => vec![problem],
    }
}

/// Sorts problems, few and nearly in order as they come, by where they stand. The library's sorts take more room in the
/// page than this does.
fn in_place_order(problems: &mut Vec<Problem>) {
    for index in 1..problems.len() {
        let start = place(&problems[index]);
        let at = problems[..index].partition_point(|other| place(other) <= start);
        if at < index {
            let problem = problems.remove(index);
            problems.insert(at, problem);
        }
    }
}

/// Where a problem stands in the text.
fn place(problem: &Problem) -> usize {
    problem.span.as_ref().map_or(0, |span| span.start)
}
