//! Goes through a document, layer by layer, leaf by leaf.

mod content;
mod der;
mod json;
mod protobuf;
mod token;
mod xml;

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::{ControlFlow, Range};

use content::Content;

use super::guess::{self, Inside, MAX_LAYERS, MAX_UNPACKED, Room, Root, Wrapped};
use super::path::Path;
use super::twins::Twins;
use super::{Document, Guide, Held, Known, Layer, Leaf};
use crate::layer::escape::PERCENT;
use crate::layer::form::{Form, Seat};
use crate::layer::{base64, json as tree, protobuf as wire};
use crate::problem::{Problem, Severity};
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

    /// Where some bytes of this layer stand in the source.
    fn span(&self, mut span: Range<usize>) -> Range<usize> {
        let mut place = self;
        while let Some((around, form)) = place.around {
            span = form.outer(span, place.bytes.len(), &place.seat);
            place = around;
        }
        span
    }
}

type See<'s> = &'s mut dyn FnMut(&Found<'_>) -> ControlFlow<()>;

/// The most faults that are kept.
const MAX_FAULTS: usize = 100;

/// Shows all leaves, until told to stop; what it was stopped with.
pub(super) fn visit<B>(
    document: &Document<'_>,
    faults: &mut Vec<Problem>,
    see: &mut dyn FnMut(&Found<'_>) -> ControlFlow<B>,
) -> Option<B> {
    let mut with = None;
    // The walk itself is one for all that see.
    _ = walk(document, faults, &mut |found| {
        with = see(found).break_value();
        if with.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    with
}

/// Shows all leaves of a content that stands in something that was opened before; what is unpacked is taken out of the room.
pub(crate) fn within(
    bytes: &[u8],
    unpacked: &Cell<usize>,
    see: &mut dyn FnMut(&Leaf<'_>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let see: See<'_> = &mut |found| see(&found.leaf);
    let (faults, guide) = (&mut Vec::new(), Guide::default());
    let mut visitor =
        Visitor { path: Path::new(), see, faults, levels: MAX_LAYERS, unpacked, guide, root: None, base: 0 };
    let (place, form) = (Place::new(bytes, None), Form::Plain(0..bytes.len()));
    visitor.content(&place, Content::binary(bytes), &form, Layer::Text, Hints::default())
}

fn walk(document: &Document<'_>, faults: &mut Vec<Problem>, see: See<'_>) -> ControlFlow<()> {
    let (bytes, guide) = (document.payload(), document.guide);
    let whole = Place::new(document.bytes, None);
    let form = Form::Plain(document.frame.payload.clone());
    let place = match bytes.len() == document.bytes.len() {
        true => whole,
        false => Place::new(bytes, Some((&whole, &form))),
    };
    let rule = guide.schema.map(|schema| (schema, schema.root()));
    let root = document.tree().map(tree::Tree::root);
    let unpacked = Cell::new(MAX_UNPACKED);
    let mut visitor =
        Visitor { path: Path::new(), see, faults, levels: MAX_LAYERS, unpacked: &unpacked, guide, root, base: 0 };
    let markup = document.frame.markup.as_ref();
    let hints = Hints { inner: rule, markup, is_outermost: true, ..Hints::default() };
    match root {
        // A payload that is JSON is entered without saying so: a path into it is a JSON pointer.
        Some(root) if root.kind() != tree::Kind::String => visitor.json(&place, root, rule),
        Some(root) => visitor.string(&place, root, hints),
        None => visitor.content(&place, Content::binary(bytes), &Form::Plain(0..bytes.len()), Layer::Text, hints),
    }
}

/// What is said about a content beforehand.
#[derive(Clone, Copy, Default)]
struct Hints<'h> {
    /// The layers in it, one in the other.
    layers: &'h [String],
    known: Option<Known<'h>>,
    /// What is known of the XML inside, or of the outermost JSON.
    inner: Ruled<'h>,
    /// The same, read as XML.
    markup: Option<&'h Root<'h>>,
    /// The outermost JSON or XML is still to come.
    is_outermost: bool,
}

/// A rule, with the schema that the rules inside it stand in.
type Ruled<'h> = Option<(&'h Schema, &'h Rule)>;

impl<'h> Hints<'h> {
    fn of(rule: Ruled<'h>) -> Self {
        let layers = rule.map(|(_, rule)| rule.layers.as_slice()).unwrap_or_default();
        Self { layers, known: rule.map(|(_, rule)| Known::Rule(rule)), ..Self::default() }
    }
}

struct Visitor<'s, 'g> {
    path: Path,
    see: See<'s>,
    /// What is wrong with XML.
    faults: &'s mut Vec<Problem>,
    /// How many more layers are opened.
    levels: usize,
    /// How many more bytes are unpacked.
    unpacked: &'s Cell<usize>,
    guide: Guide<'g>,
    /// The outermost JSON.
    root: Option<tree::Value<'g>>,
    /// How much of the path leads to it.
    base: usize,
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
        let ends = |root: &&Root<'_>| self.levels > 0 && root.tree.text().trim_ascii_end().ends_with('>');
        let read = hints.markup.filter(ends).map(Inside::Read);
        let inside = read.or_else(|| self.inside(content, readable, hints.layers));
        let hints = Hints { markup: None, ..hints };
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
        let other = self.other(content, readable, layer, inside.as_ref());
        let inner = Place::new(content, Some((place, form)));
        if inside.is_none() {
            self.broken(&inner, text, hints.layers);
        }
        for inside in inside.iter().chain(&other) {
            self.levels -= 1;
            let mark = self.path.mark();
            let flow = self.enter(&inner, inside, hints);
            self.path.back(mark);
            self.levels += 1;
            flow?;
        }
        ControlFlow::Continue(())
    }

    /// What a content holds: what is said to be there, if it is, or else what it looks like.
    fn inside<'c>(&self, content: &'c [u8], readable: Option<&'c str>, hints: &[String]) -> Option<Inside<'c>> {
        if self.levels == 0 || content.is_empty() {
            return None;
        }
        let text = || readable.or_else(|| std::str::from_utf8(content).ok());
        let hinted = match hints.first().map(String::as_str) {
            Some(name @ ("base64" | token::ALPHABET)) => text().and_then(|text| {
                let bytes = base64::decode(text).ok()?;
                let how = if name == token::ALPHABET { guess::How::UrlBase64 } else { guess::How::Base64 };
                let range = 0..text.len();
                Some(Inside::Wrapped(Wrapped { layer: Layer::Base64, how, range, joined: None, bytes }))
            }),
            Some("protobuf") => wire::is_message(content).then_some(Inside::Protobuf),
            Some("xml") => text().and_then(|text| guess::markup(text, 0)),
            _ => None,
        };
        let room = Room { levels: self.levels, unpacked: self.unpacked, is_chance: false };
        hinted.or_else(|| guess::open(content, readable, room))
    }

    /// What the same bytes can be as well, where that holds no less: it is shown behind what is likelier.
    fn other<'c>(
        &self,
        content: &[u8],
        readable: Option<&str>,
        layer: Layer,
        inside: Option<&Inside<'_>>,
    ) -> Option<Inside<'c>> {
        match inside {
            _ if self.levels == 0 => None,
            None if layer == Layer::Protobuf && readable.is_some() && wire::is_message(content) => {
                Some(Inside::Protobuf)
            }
            Some(Inside::Protobuf) if guess::is_stream(content) => Some(Inside::Delimited),
            _ => None,
        }
    }

    /// Why a text that is meant as XML does not open.
    fn broken(&mut self, place: &Place<'_>, text: Option<&str>, hints: &[String]) {
        let is_said = hints.first().is_some_and(|layer| layer == Layer::Xml.name());
        let Some((problem, start)) = text.and_then(|text| guess::broken(text, is_said)) else { return };
        if self.levels > 0 && self.faults.len() < MAX_FAULTS {
            let span = problem.span.clone().map(|span| place.span(span.start + start..span.end + start));
            let path = self.path.as_str().to_owned();
            self.faults.push(Problem { span, ..problem.at(path).severity(Severity::Warning) });
        }
    }

    fn enter(&mut self, place: &Place<'_>, inside: &Inside<'_>, hints: Hints<'_>) -> ControlFlow<()> {
        match inside {
            Inside::Json(tree) => {
                self.path.layer(Layer::Json);
                match hints.is_outermost {
                    true => self.outermost(place, tree.root(), hints),
                    false => self.json(place, tree.root(), None),
                }
            }
            Inside::Xml(roots) => self.markup(place, roots, hints),
            Inside::Read(root) => self.markup(place, std::slice::from_ref(root), hints),
            Inside::Wrapped(wrapped) => self.wrapped(place, wrapped, hints),
            Inside::Protobuf => {
                self.path.layer(Layer::Protobuf);
                let known = self.guide.messages.zip(self.root);
                let message = known.and_then(|(message, root)| message(root, &self.path.as_str()[self.base..]));
                self.message(place, message, 0)
            }
            Inside::Delimited => {
                self.path.layer(Layer::Delimited);
                self.messages(place)
            }
            Inside::Der => {
                self.path.layer(Layer::Der);
                self.values(place, 0)
            }
            Inside::Jwt(parts) => {
                self.path.layer(Layer::Jwt);
                self.token(place, parts)
            }
            Inside::Query(parameters) => {
                self.path.layer(Layer::Query);
                self.query(place, parameters)
            }
        }
    }

    /// One content in another form.
    fn wrapped(&mut self, place: &Place<'_>, wrapped: &Wrapped, hints: Hints<'_>) -> ControlFlow<()> {
        let Wrapped { layer, how, range, joined, bytes } = wrapped;
        self.path.layer(*layer);
        let hints = Hints { layers: hints.layers.get(1..).unwrap_or_default(), ..hints };
        let around = &place.bytes[range.clone()];
        match joined {
            None => self.content(place, Content::binary(bytes), &how.form(around, range.start), *layer, hints),
            Some((lines, line)) => {
                let form = Form::Lines(*lines, std::str::from_utf8(around).unwrap_or_default(), range.start);
                let place = Place::new(line.as_bytes(), Some((place, &form)));
                self.content(&place, Content::binary(bytes), &how.form(line.as_bytes(), 0), *layer, hints)
            }
        }
    }

    /// The outermost JSON, inside of one form or several: what is known beforehand is known of it.
    fn outermost(&mut self, place: &Place<'_>, root: tree::Value<'_>, hints: Hints<'_>) -> ControlFlow<()> {
        let base = self.path.mark();
        let mut inner = Visitor {
            path: std::mem::replace(&mut self.path, Path::new()),
            see: &mut *self.see,
            faults: &mut *self.faults,
            levels: self.levels,
            unpacked: self.unpacked,
            guide: self.guide,
            root: Some(root),
            base,
        };
        let flow = inner.json(place, root, hints.inner);
        self.path = inner.path;
        flow
    }

    fn markup(&mut self, place: &Place<'_>, roots: &[Root<'_>], hints: Hints<'_>) -> ControlFlow<()> {
        self.path.layer(Layer::Xml);
        let prefix = roots.first().map_or(0, |root| root.start);
        self.sender(place, prefix)?;
        let (mark, mut twins) = (self.path.mark(), Twins::default());
        for root in roots {
            let (form, top) = (Form::Plain(root.start..place.bytes.len()), root.tree.root());
            let own = Place::new(&place.bytes[root.start..], Some((place, &form)));
            self.path.name(top.name());
            self.path.twin(twins.count(Cow::Borrowed(top.name())));
            for fault in root.faults.iter().take(MAX_FAULTS.saturating_sub(self.faults.len())) {
                let path = fault.span.as_ref().map(|span| root.tree.at(span.start).path()).unwrap_or_default();
                let path = format!("{}{path}", &self.path.as_str()[..mark]);
                let span = fault.span.clone().map(|span| own.span(span));
                self.faults.push(Problem { span, ..fault.clone().at(path) });
            }
            self.inside_element(&own, top, hints.inner)?;
            self.path.back(mark);
        }
        ControlFlow::Continue(())
    }

    /// The id before XML in a group.
    fn sender(&mut self, place: &Place<'_>, prefix: usize) -> ControlFlow<()> {
        let before = std::str::from_utf8(&place.bytes[..prefix]).unwrap_or_default();
        let Some((id, _)) = before.split_once(':') else { return ControlFlow::Continue(()) };
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
