//! The credentials that a person typed into the page; they are in its memory only, and in the worker's as long as it answers.

use wxwire::secret::Credentials;

use crate::question::Question;

pub(crate) fn credentials(question: Question<'_>) -> Credentials {
    question.texts("credentials").fold(Credentials::new(), |all, (name, value)| all.with(&name, value))
}
