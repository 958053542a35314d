//! All that is said of what was pasted: how it was read, what can be taken into the form, and what each payload is.

use maud::{Markup, html};
use wxwire::explain;
use wxwire::import;
use wxwire::lang::Lang;
use wxwire::operation::Entry;

use crate::offer::Offers;
use crate::{offers, parts, read_as, words};

/// What was pasted or opened.
#[derive(Clone, Copy)]
pub(crate) struct Pasted<'b> {
    /// The bytes, unpacked and as UTF-8 where they are text.
    pub(crate) bytes: &'b [u8],
    /// What they were read from.
    pub(crate) read_as: &'b str,
    /// The call that is open in the page.
    pub(crate) open: Option<&'static Entry>,
}

pub(crate) fn markup(pasted: &Pasted<'_>, lang: Lang) -> Markup {
    let Pasted { bytes, read_as, open } = *pasted;
    html! {
        // What only this draws has styles of its own, so that the page begins without them.
        link rel="stylesheet" href="./paste.css";
        (read_as::note(read_as, lang))
        @match explain::parts(bytes, None) {
            Ok(parts) => {
                (offers::markup(&Offers::of(bytes, &parts, open), bytes, lang))
                (parts::markup(&parts, bytes, lang))
            }
            // What cannot be read at all; why not.
            Err(problem) => p.error { strong { (words::UNREADABLE.get(lang)) } " " (import::message(&problem, lang)) },
        }
    }
}

#[cfg(test)]
mod tests;
