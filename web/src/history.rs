//! The way back and forth. A step is what differs, not a whole text, so that one large paste costs its own bytes once.

use crate::former::Formers;
use crate::named::Named;
use crate::typed::Change;

/// How many steps are kept of an operation, back and forth, and how many bytes of either; one always stays.
const STEPS: usize = 1000;
const BYTES: usize = 32 << 20;

/// The steps of one operation.
#[derive(Debug, Default)]
pub(crate) struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    /// Where the step that is under way began.
    open: Option<Open>,
    /// What was written in kinds that were left; it goes back and forth with the text.
    pub(crate) formers: Formers,
}

/// Where undo or redo led.
#[derive(Debug)]
pub(crate) struct Moved {
    /// The field that the step was about; nothing for the source as a whole.
    pub(crate) path: Option<String>,
    /// Where the change ends in the text, in bytes.
    pub(crate) at: usize,
}

/// From one text to another, and the parts that were no JSON yet.
#[derive(Debug)]
struct Step {
    change: Change,
    drafts: Named<String>,
    formers: Formers,
    path: Option<String>,
}

#[derive(Debug)]
struct Open {
    text: String,
    drafts: Named<String>,
    formers: Formers,
    path: Option<String>,
}

impl History {
    /// Begins a step at a path; the one that was under way is over.
    pub(crate) fn begin(&mut self, text: &str, drafts: &Named<String>, path: Option<&str>) {
        self.close(text, drafts);
        self.future.clear();
        let (text, path) = (text.to_owned(), path.map(str::to_owned));
        self.open = Some(Open { text, drafts: drafts.clone(), formers: self.formers.clone(), path });
    }

    pub(crate) fn can_undo(&self, text: &str, drafts: &Named<String>) -> bool {
        !self.past.is_empty() || self.open.as_ref().is_some_and(|open| open.differs(text, drafts))
    }

    pub(crate) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    pub(crate) fn undo(&mut self, text: &mut String, drafts: &mut Named<String>) -> Option<Moved> {
        self.close(text, drafts);
        let (moved, back) = self.past.pop()?.take(text, drafts, &mut self.formers);
        push(&mut self.future, back);
        Some(moved)
    }

    pub(crate) fn redo(&mut self, text: &mut String, drafts: &mut Named<String>) -> Option<Moved> {
        let (moved, back) = self.future.pop()?.take(text, drafts, &mut self.formers);
        push(&mut self.past, back);
        Some(moved)
    }

    /// Makes a step of what changed since the one under way began, if anything did.
    fn close(&mut self, text: &str, drafts: &Named<String>) {
        let Some(open) = self.open.take().filter(|open| open.differs(text, drafts)) else { return };
        let change = Change::between(text, &open.text);
        push(&mut self.past, Step { change, drafts: open.drafts, formers: open.formers, path: open.path });
    }
}

/// Adds a step; those that are farthest away go where there are too many.
fn push(steps: &mut Vec<Step>, step: Step) {
    steps.push(step);
    let mut bytes: usize = steps.iter().map(Step::bytes).sum();
    while steps.len() > STEPS || bytes > BYTES && steps.len() > 1 {
        bytes -= steps.remove(0).bytes();
    }
}

impl Open {
    fn differs(&self, text: &str, drafts: &Named<String>) -> bool {
        self.text != text || self.drafts != *drafts
    }
}

impl Step {
    /// Takes the step; returns where it led, and the step back.
    fn take(self, text: &mut String, drafts: &mut Named<String>, formers: &mut Formers) -> (Moved, Self) {
        let old = text[self.change.range.clone()].to_owned();
        *text = self.change.apply(text);
        let moved = Moved { path: self.path.clone(), at: self.change.end() };
        let change = Change { range: self.change.range.start..self.change.end(), new: old };
        let (drafts, formers) = (std::mem::replace(drafts, self.drafts), std::mem::replace(formers, self.formers));
        (moved, Self { change, drafts, formers, path: self.path })
    }

    /// What the step holds. What was written in former kinds does not count: it is bounded by itself, and what of it only
    /// older steps still have stands in their changes as well.
    fn bytes(&self) -> usize {
        self.change.new.len() + self.drafts.values().map(String::len).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A history and the text that it is of.
    fn write(history: &mut History, text: &mut String, new: &str) {
        history.begin(text, &Named::default(), None);
        new.clone_into(text);
    }

    #[test]
    fn a_large_paste_does_not_push_out_what_was_before() {
        let (mut history, mut text, mut drafts) = (History::default(), "first".to_owned(), Named::default());
        write(&mut history, &mut text, "second");
        let paste = "x".repeat(5 << 20);
        for at in 0..20 {
            write(&mut history, &mut text, &format!("second{paste}{at}"));
        }
        while history.undo(&mut text, &mut drafts).is_some() {}
        assert_eq!(text, "first");
        while history.redo(&mut text, &mut drafts).is_some() {}
        assert!(text.ends_with("x19"));
    }

    #[test]
    fn bytes_that_went_are_bounded_and_the_oldest_steps_go_first() {
        let (mut history, mut text, mut drafts) = (History::default(), "first".to_owned(), Named::default());
        for at in 0..10 {
            write(&mut history, &mut text, &at.to_string().repeat(5 << 20));
        }
        let mut steps = 0;
        while history.undo(&mut text, &mut drafts).is_some() {
            steps += 1;
        }
        assert_eq!(steps, BYTES / (5 << 20));
    }

    #[test]
    fn bytes_that_can_come_again_are_bounded_too_and_the_next_steps_stay() {
        let (mut history, mut text, mut drafts) = (History::default(), String::new(), Named::default());
        let pastes: Vec<_> = (0..5).map(|at| at.to_string().repeat(BYTES / 3)).collect();
        for at in 1..=pastes.len() {
            // The last stands first, so that what went before is quickly told from it.
            let pasted = pastes[..at].iter().rev().map(String::as_str);
            write(&mut history, &mut text, &pasted.collect::<String>());
        }
        while history.undo(&mut text, &mut drafts).is_some() {}
        assert_eq!(text, "");
        let mut steps = 0;
        while history.redo(&mut text, &mut drafts).is_some() {
            steps += 1;
        }
        assert_eq!(steps, 3);
        assert!(text == pastes[..3].iter().rev().map(String::as_str).collect::<String>());
    }

    #[test]
    fn what_changed_nothing_is_no_step() {
        let (mut history, mut text, drafts) = (History::default(), "a".to_owned(), Named::default());
        write(&mut history, &mut text, "a");
        assert!(!history.can_undo(&text, &drafts));
    }
}
