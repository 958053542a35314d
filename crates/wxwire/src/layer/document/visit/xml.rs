//! XML: elements by their names, attributes as `@name`; an element without elements in it is a leaf.

use std::borrow::Cow;
use std::ops::ControlFlow;

use super::json::{field, item};
use super::{Content, Hints, Place, Ruled, Twins, Visitor};
use crate::layer::document::Layer;
use crate::layer::escape::ATTRIBUTE;
use crate::layer::form::{Form, Part};
use crate::layer::xml::{Child, Element};

impl Visitor<'_, '_> {
    /// An element whose name is in the path already; its schema is that of its inside.
    pub(super) fn inside_element(
        &mut self,
        place: &Place<'_>,
        element: Element<'_>,
        known: Ruled<'_>,
    ) -> ControlFlow<()> {
        let find = self.guide.elements;
        let own = || find.and_then(|find| find(element)).map(|schema| (schema, schema.root()));
        let known = item(known).or(known).or_else(own);
        let mark = self.path.mark();
        for (name, raw, start) in element.raw_attributes() {
            self.path.attribute(name);
            let form = Form::Escaped(&ATTRIBUTE, raw, start);
            let hints = Hints::of(known.and_then(|_| field(known, &format!("@{name}"))));
            self.content(place, Content::unescaped(raw, &ATTRIBUTE.decode(raw)), &form, Layer::Xml, hints)?;
            self.path.back(mark);
        }
        if element.elements().next().is_none() {
            let text = element.text();
            let form = match element.is_empty_tag() {
                Some(end) => Form::EmptyTag(element.name(), end),
                None => Form::Parts(Part::all(element)),
            };
            return self.content(place, text.as_ref().into(), &form, Layer::Xml, Hints::of(known));
        }
        let (mut twins, mut texts, mut run) = (Twins::default(), 0, Vec::new());
        for child in element.children() {
            if let Some(part) = Part::of(element, child) {
                run.push(part);
                continue;
            }
            self.text(place, std::mem::take(&mut run), &mut texts)?;
            if let Child::Element(inner) = child {
                self.path.name(inner.name());
                self.path.twin(twins.count(Cow::Borrowed(inner.name())));
                self.inside_element(place, inner, field(known, inner.name()))?;
                self.path.back(mark);
            }
        }
        self.text(place, run, &mut texts)
    }

    /// A run of text beside elements; mere white space lays the elements out.
    fn text(&mut self, place: &Place<'_>, run: Vec<Part<'_>>, count: &mut usize) -> ControlFlow<()> {
        if run.iter().all(|part| !part.cdata && part.raw.trim_ascii().is_empty()) {
            return ControlFlow::Continue(());
        }
        *count += 1;
        let mark = self.path.mark();
        self.path.name("text()");
        self.path.twin(*count);
        let content = run.iter().map(Part::decode).collect::<Vec<_>>().concat();
        let flow = self.content(place, content[..].into(), &Form::Parts(run), Layer::Xml, Hints::default());
        self.path.back(mark);
        flow
    }
}
