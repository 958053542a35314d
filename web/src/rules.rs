//! What no schema states of the values: the reader knows these rules, and is asked whenever the text is another.
//!
//! Until it answers, what it found last stays where it is shown, so that nothing flickers while somebody types; nothing is sent
//! before it has answered for the very text that is sent.

use crate::finding::Finding;
use crate::question::{self, Ask, Question};
use crate::state::State;

/// A text of more bytes is not asked about while somebody types.
const LARGE: usize = 100_000;

/// What the reader was asked, and what it found.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    /// The call that a question is under way about.
    asked: Option<&'static str>,
    said: Option<Said>,
}

/// What it said.
#[derive(Debug)]
struct Said {
    operation: &'static str,
    question: Question,
    found: Result<Vec<Finding>, String>,
}

impl Rules {
    pub(crate) fn take(&mut self, question: Question, said: question::Said) {
        debug_assert_eq!(question.ask, Ask::Check);
        let found = said.map(|said| Finding::read(&said.unwrap_or_default()));
        if let Some(operation) = self.asked.take() {
            self.said = Some(Said { operation, question, found });
        }
    }

    /// Forgets that the reader did not load.
    pub(crate) fn again(&mut self) {
        self.said.take_if(|said| said.found.is_err());
    }

    /// What it found last in values of a call.
    pub(crate) fn found(&self, operation: &str) -> &[Finding] {
        match &self.said {
            Some(Said { operation: own, found: Ok(found), .. }) if *own == operation => found,
            _ => &[],
        }
    }

    /// Why the reader did not load.
    pub(crate) fn error(&self) -> Option<&str> {
        self.said.as_ref()?.found.as_ref().err().map(String::as_str)
    }

    fn is_about(&self, question: &Question) -> bool {
        self.said.as_ref().is_some_and(|said| said.found.is_ok() && said.question == *question)
    }
}

/// Whether what is found is of the text as it is. An example is right as it stands.
pub(crate) fn are_known(state: &State) -> bool {
    state.is_fresh() || state.rules.is_about(&Question::check(state))
}

/// What to ask the reader now, if anything; one question at a time.
pub(crate) fn ask(state: &mut State) -> Option<Question> {
    let is_typed = state.typing.as_ref().is_some_and(|typing| !typing.paused);
    let waits = is_typed && state.text.len() > LARGE && !state.is_checking();
    if state.rules.asked.is_some() || waits || state.rules.error().is_some() || are_known(state) {
        return None;
    }
    state.rules.asked = Some(state.entry.id);
    Some(Question::check(state))
}
