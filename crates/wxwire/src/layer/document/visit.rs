//! Goes through a document, layer by layer, leaf by leaf.

mod content;
mod json;
mod protobuf;
mod xml;

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::{ControlFlow, Range};

use content::Content;

use super::guess::{self, Inside, MAX_LAYERS};
use super::path::Path;
use super::twins::Twins;
use super::{Document, Guide, Held, Known, Layer, Leaf};
use crate::layer::escape::PERCENT;
use crate::layer::form::{Form, Seat};
use crate::layer::{base64, json as tree, protobuf as wire};
use crate::rule::{Rule, Schema};

/// A leaf together with what it takes to change it.
pub(super) struct Found<'v> {
    pub(super) leaf: Leaf<'v>,
    /// The content, read.
    pub(super) content: &'v [u8],
    /// How the content stands in the layer's bytes.
    pub(super) form: &'v Form<'v>,
    pub(super) wire: Option<wire::Value<'v>>,
    /// The layer's bytes.
    pub(super) place: &'v Place<'v>,
}

/// Where the bytes of a layer stand.
pub(super) struct Place<'p> {
    pub(super) bytes: &'p [u8],
    /// The layer around, and how these bytes stand in its own; none for the whole.
    pub(super) around: Option<(&'p Place<'p>, &'p Form<'p>)>,
    /// Where the last byte was that was asked for.
    seat: Cell<Seat>,
}

impl<'p> Place<'p> {
    fn new(bytes: &'p [u8], around: Option<(&'p Place<'p>, &'p Form<'p>)>) -> Self {
        Self { bytes, around, seat: Cell::default() }
    }

    /// The place in the source of a byte of this layer.
    fn source(&self, at: usize) -> usize {
        let Some((place, form)) = self.around else { return at };
        place.source(form.outer(at, self.bytes.len(), &self.seat))
    }

    fn span(&self, span: Range<usize>) -> Range<usize> {
        self.source(span.start)..self.source(span.end)
    }
}

type See<'s> = &'s mut dyn FnMut(&Found<'_>) -> ControlFlow<()>;

/// Shows all leaves, until told to stop; what it was stopped with.
pub(super) fn visit<B>(document: &Document<'_>, see: &mut dyn FnMut(&Found<'_>) -> ControlFlow<B>) -> Option<B> {
    let mut with = None;
    // The walk itself is one for all that see.
    _ = walk(document, &mut |found| {
        with = see(found).break_value();
        if with.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    with
}

fn walk(document: &Document<'_>, see: See<'_>) -> ControlFlow<()> {
    let (bytes, guide) = (document.payload(), document.guide);
    let whole = Place::new(document.bytes, None);
    let form = Form::Plain(document.frame.payload.clone());
    let place = match bytes.len() == document.bytes.len() {
        true => whole,
        false => Place::new(bytes, Some((&whole, &form))),
    };
    let rule = guide.schema.map(|schema| (schema, schema.root()));
    let root = document.tree().map(tree::Tree::root);
    let mut visitor = Visitor { path: Path::new(), see, levels: MAX_LAYERS, guide, root };
    match root {
        // A payload that is JSON is entered without saying so: a path into it is a JSON pointer.
        Some(root) => visitor.json(&place, root, rule),
        None => visitor.content(
            &place,
            Content::binary(bytes),
            &Form::Plain(0..bytes.len()),
            Layer::Text,
            Hints { inner: rule, ..Hints::default() },
        ),
    }
}

/// What is said about a content beforehand.
#[derive(Clone, Copy, Default)]
struct Hints<'h> {
    /// The layers in it, one in the other.
    layers: &'h [String],
    known: Option<Known<'h>>,
    /// What is known of the XML inside.
    inner: Ruled<'h>,
}

/// A rule, with the schema that the rules inside it stand in.
type Ruled<'h> = Option<(&'h Schema, &'h Rule)>;

impl<'h> Hints<'h> {
    fn of(rule: Ruled<'h>) -> Self {
        let layers = rule.map(|(_, rule)| rule.layers.as_slice()).unwrap_or_default();
        Self { layers, known: rule.map(|(_, rule)| Known::Rule(rule)), inner: None }
    }
}

struct Visitor<'s, 'g> {
    path: Path,
    see: See<'s>,
    /// How many more layers are opened.
    levels: usize,
    guide: Guide<'g>,
    /// The outermost JSON.
    root: Option<tree::Value<'g>>,
}

impl Visitor<'_, '_> {
    /// A content: shown, then opened if there is anything to open.
    fn content(
        &mut self,
        place: &Place<'_>,
        content: Content<'_>,
        form: &Form<'_>,
        layer: Layer,
        hints: Hints<'_>,
    ) -> ControlFlow<()> {
        let Content { bytes: content, text, readable } = content;
        let inside = self.inside(content, readable, hints.layers);
        let value = text.map_or(Held::Bytes(content), Held::Text);
        let leaf = Leaf {
            path: self.path.as_str(),
            layer,
            value,
            opened: inside.is_some(),
            span: place.span(form.span()),
            known: hints.known,
        };
        (self.see)(&Found { leaf, content, form, wire: None, place })?;
        let Some(inside) = inside else { return ControlFlow::Continue(()) };
        self.levels -= 1;
        let (mark, inner) = (self.path.mark(), Place::new(content, Some((place, form))));
        let flow = self.enter(&inner, inside, hints);
        self.path.back(mark);
        self.levels += 1;
        flow
    }

    /// What a content holds: what is said to be there, if it is, or else what it looks like.
    fn inside<'c>(&self, content: &'c [u8], readable: Option<&'c str>, hints: &[String]) -> Option<Inside<'c>> {
        if self.levels == 0 || content.is_empty() {
            return None;
        }
        let text = || readable.or_else(|| std::str::from_utf8(content).ok());
        let hinted = match hints.first().map(String::as_str) {
            Some("base64") => text().and_then(|text| Some(Inside::Base64(text, base64::decode(text).ok()?))),
            Some("protobuf") => wire::is_message(content).then_some(Inside::Protobuf),
            Some("xml") => text().and_then(|text| guess::markup(text, 0)),
            _ => None,
        };
        hinted.or_else(|| guess::open(content, readable, self.levels))
    }

    fn enter(&mut self, place: &Place<'_>, inside: Inside<'_>, hints: Hints<'_>) -> ControlFlow<()> {
        let rest = Hints { layers: hints.layers.get(1..).unwrap_or_default(), ..hints };
        match inside {
            Inside::Json(tree) => {
                self.path.layer(Layer::Json);
                self.json(place, tree.root(), None)
            }
            Inside::Xml(tree, prefix) => {
                self.path.layer(Layer::Xml);
                let form = Form::Plain(prefix..place.bytes.len());
                let own = Place::new(&place.bytes[prefix..], Some((place, &form)));
                self.sender(place, prefix)?;
                self.element(&own, tree.root(), hints.inner)
            }
            Inside::Base64(text, bytes) => {
                self.path.layer(Layer::Base64);
                self.content(place, Content::binary(&bytes), &Form::Base64(text, 0), Layer::Base64, rest)
            }
            Inside::Protobuf => {
                self.path.layer(Layer::Protobuf);
                let known = self.guide.messages.zip(self.root);
                let message = known.and_then(|(message, root)| message(root, self.path.as_str()));
                self.message(place, message, 0)
            }
            Inside::Query(parameters) => {
                self.path.layer(Layer::Query);
                self.query(place, &parameters)
            }
            Inside::Entities(text, bytes) => {
                self.path.layer(Layer::Entities);
                let form = Form::Escaped(&crate::layer::escape::TEXT, text, 0);
                self.content(place, bytes[..].into(), &form, Layer::Entities, Hints::default())
            }
        }
    }

    /// The id before XML in a group.
    fn sender(&mut self, place: &Place<'_>, prefix: usize) -> ControlFlow<()> {
        let id = &place.bytes[..prefix];
        let Some(id) = id.strip_suffix(b":\n").filter(|id| !id.is_empty()) else { return ControlFlow::Continue(()) };
        let mark = self.path.mark();
        self.path.name("sender()");
        let form = Form::Plain(0..id.len());
        let flow = self.content(place, id.into(), &form, Layer::Xml, Hints::default());
        self.path.back(mark);
        flow
    }

    fn query(&mut self, place: &Place<'_>, parameters: &[crate::layer::query::Parameter<'_>]) -> ControlFlow<()> {
        let real = |one: &&crate::layer::query::Parameter<'_>| !one.name.is_empty() || !one.value.is_empty();
        let mut twins = Twins::default();
        for one in parameters.iter().filter(real) {
            let name = String::from_utf8_lossy(&PERCENT.decode(one.name)).into_owned();
            let mark = self.path.mark();
            self.path.name(&name);
            self.path.twin(twins.count(Cow::Owned(name)));
            let value = PERCENT.decode(one.value);
            let flow = match one.span.is_empty() && !place.bytes[..one.span.start].ends_with(b"=") {
                // Without `=` there is no place for a value.
                true => ControlFlow::Continue(()),
                false => {
                    let form = Form::Escaped(&PERCENT, one.value, one.span.start);
                    self.content(place, Content::unescaped(one.value, &value), &form, Layer::Query, Hints::default())
                }
            };
            self.path.back(mark);
            flow?;
        }
        ControlFlow::Continue(())
    }
}
