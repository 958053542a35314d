//! The calls in what was pasted, each with the values that go into the form.

use std::ops::Range;

use wxwire::explain::{Kind, Part};
use wxwire::import::{self, Form, Imported, Sample, Why};
use wxwire::layer::json::{Kind as Json, Tree, laid_out};
use wxwire::learn;
use wxwire::operation::Entry;
use wxwire::problem::Problem;
use wxwire::scan;

/// The longest text that is searched for calls.
pub(crate) const MOST_BYTES: usize = 4 << 20;

/// The most calls that are offered.
pub(crate) const MOST: usize = 100;

/// The most bytes of values, all together: they stand in the markup.
const MOST_VALUES: usize = 1 << 20;

/// The most calls that the values of one request could be of.
const MOST_TAKES: usize = 5;

/// A call that was found.
pub(crate) struct Offer {
    /// What the text calls it; may be empty.
    pub(crate) name: String,
    /// Where it stands in what was pasted.
    pub(crate) span: Range<usize>,
    /// Where in what was pasted the text begins that its repairs are places of; nothing where that stands there otherwise.
    pub(crate) base: Option<usize>,
    pub(crate) imported: Imported,
    /// What tells it from others of its call, such as a message's type.
    pub(crate) kind: Option<String>,
    /// The values, for each call that they can be of.
    pub(crate) takes: Vec<(&'static Entry, String)>,
    /// Its values are longer than what goes through the page's markup.
    pub(crate) is_too_long: bool,
}

/// All that were found.
#[derive(Default)]
pub(crate) struct Offers {
    pub(crate) all: Vec<Offer>,
    /// So many more were found.
    pub(crate) more: usize,
    /// The text is longer than what is searched for calls.
    pub(crate) is_unsearched: bool,
}

impl Offers {
    /// The calls in a text, in its order: those that it holds as requests, and the bodies that stand in it.
    pub(crate) fn of(bytes: &[u8], parts: &[Part<'_>], open: Option<&'static Entry>) -> Self {
        if bytes.len() > MOST_BYTES {
            return Self { is_unsearched: true, ..Self::default() };
        }
        let mut found = found(bytes, parts, open);
        let more = found.len().saturating_sub(MOST);
        found.truncate(MOST);
        let mut room = MOST_VALUES;
        for offer in &mut found {
            offer.take(&mut room);
        }
        Self { all: found, more, is_unsearched: false }
    }
}

/// What is asked of a gateway in a text: as requests, or as bodies that stand in it.
fn found(bytes: &[u8], parts: &[Part<'_>], open: Option<&'static Entry>) -> Vec<Offer> {
    let samples = learn::requests(bytes, None).unwrap_or_default();
    let bodies = parts.iter().filter_map(body);
    if samples.len() > 1 {
        let mut all: Vec<_> = samples.into_iter().filter(|one| is_request(&one.imported)).map(Offer::of).collect();
        let spans: Vec<_> = all.iter().map(|offer| offer.span.clone()).collect();
        all.extend(bodies.filter(|body| !spans.iter().any(|span| span.contains(&body.span.start))));
        all.sort_by_key(|offer| offer.span.start);
        return all;
    }
    let sample = samples.into_iter().next();
    // A command or a script says more than a body does, but not more than several.
    let bodies: Vec<_> = bodies.collect();
    match sample {
        Some(sample) if is_request(&sample.imported) && bodies.len() < 2 => {
            vec![Offer::of(sample).guessed(bytes, open)]
        }
        Some(sample) if bodies.is_empty() && is_payload(&sample.imported, parts) => {
            vec![Offer::of(sample).guessed(bytes, open)]
        }
        _ if bodies.is_empty() => received(bytes, open).into_iter().collect(),
        _ => bodies,
    }
}

impl Offer {
    fn new(name: String, span: Range<usize>, imported: Imported, kind: Option<String>) -> Self {
        Self { name, span, base: Some(0), imported, kind, takes: vec![], is_too_long: false }
    }

    fn of(sample: Sample) -> Self {
        let kind = sample.kind();
        Self::new(sample.name, sample.span, sample.imported, kind)
    }

    /// Reads a request once more as each of the calls that it could be of, and as the one that is open.
    fn guessed(mut self, bytes: &[u8], open: Option<&'static Entry>) -> Self {
        if self.imported.operation.is_some() || is_refused(&self.imported) {
            return self;
        }
        let candidates = self.imported.candidates.iter().copied();
        let fits = candidates.chain(open).filter_map(|entry| {
            let imported = import::import(bytes, Some(entry)).ok()?;
            let values = imported.values.as_deref().filter(|_| !is_refused(&imported))?;
            Some((entry, pretty(values)))
        });
        for (entry, values) in fits.take(MOST_TAKES) {
            if self.takes.iter().all(|(known, _)| known.id != entry.id) {
                self.takes.push((entry, values));
            }
        }
        self
    }

    /// Puts the values in that one click takes, as long as there is room.
    fn take(&mut self, room: &mut usize) {
        let values = self.imported.values.as_deref().filter(|_| !is_refused(&self.imported));
        if let (Some(values), true) = (values, self.takes.is_empty()) {
            let own = self.imported.operation.into_iter();
            let could = self.imported.candidates.iter().copied().take(MOST_TAKES);
            self.takes = match self.imported.operation {
                Some(_) => own.map(|entry| (entry, pretty(values))).collect(),
                None => could.map(|entry| (entry, pretty(&entry.without_credentials(values)))).collect(),
            };
        }
        let length: usize = self.takes.iter().map(|(_, values)| values.len()).sum();
        if length > *room {
            (self.takes, self.is_too_long) = (vec![], true);
        } else {
            *room -= length;
        }
    }
}

/// Whether something was found that asks for a call, and no reply or callback.
fn is_request(imported: &Imported) -> bool {
    let is_bare = matches!(imported.form, Form::Json | Form::Xml | Form::Callback);
    let is_ones = imported.operation.is_some() || !imported.candidates.is_empty();
    // Values are an object, whatever a call does with them.
    (is_ones || !is_bare) && imported.values.as_deref().is_none_or(is_object)
}

fn is_object(values: &str) -> bool {
    Tree::parse(values).is_ok_and(|tree| tree.root().kind() == Json::Object)
}

/// Whether a single body could be values of a call: some object that is nothing else, or JSON with faults.
fn is_payload(imported: &Imported, parts: &[Part<'_>]) -> bool {
    let kind = parts.first().map(|part| part.explanation.kind);
    let is_other = matches!(kind, Some(Kind::Json | Kind::Text | Kind::Request));
    let is_whole = !imported.dropped.iter().any(|one| matches!(one.why, Why::Around | Why::Rest));
    imported.form == Form::Json
        && is_whole
        && parts.len() < 2
        && is_other
        && imported.values.as_deref().map_or(!imported.problems.is_empty(), is_object)
}

/// What was received and goes on, as the call that is open takes it.
fn received(bytes: &[u8], open: Option<&'static Entry>) -> Option<Offer> {
    let imported = import::import(bytes, Some(open?)).ok()?;
    let goes_on = matches!(imported.form, Form::Xml | Form::Callback) && imported.values.is_some();
    (goes_on && !is_refused(&imported)).then(|| Offer::new(String::new(), 0..bytes.len(), imported, None))
}

/// The body of a call that stands in a text.
fn body(part: &Part<'_>) -> Option<Offer> {
    // What is all of the source is a command or a script.
    let is_inside = part.form.is_some() || part.at.is_some();
    let is_body = is_inside && part.explanation.kind == Kind::Request && !part.is_broken;
    let entry = part.explanation.operation.filter(|_| is_body)?;
    let imported = import::import(&part.payload, Some(entry)).ok()?;
    let kind = imported.values.as_deref().and_then(|values| entry.variant_of(values));
    let span = part.explanation.payload.clone();
    let base = matches!(part.form, Some(scan::Form::Json | scan::Form::Xml)).then_some(span.start);
    Some(Offer { base, ..Offer::new(String::new(), span, imported, kind) })
}

fn is_refused(imported: &Imported) -> bool {
    imported.problems.iter().any(Problem::is_error)
}

/// Values in lines, every scalar as it was written; those that have lines stay as they are.
fn pretty(values: &str) -> String {
    let values = values.trim();
    match Tree::parse(values) {
        Ok(tree) if !values.contains('\n') => laid_out(tree.root(), ""),
        _ => values.to_owned(),
    }
}
