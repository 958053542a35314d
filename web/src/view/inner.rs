//! The form of the XML that stands in a text, and the text itself behind it.

use maud::{Markup, html};
use wxwire::forms;
use wxwire::lang::Words;
use wxwire::layer::json::{Kind, Tree, Value};
use wxwire::layer::xml;
use wxwire::schema::{Rule, Shape};

use super::form::Form;
use super::id;
use super::request::cut;
use crate::edit;
use crate::words;

/// The most parts of XML that a form is drawn of.
const NODES: usize = 2000;

/// The most bytes that are shown of an element of which nothing is known.
const SHOWN: usize = 2000;

impl Form<'_> {
    /// A text that holds XML: its form, then the text, folded. The text is open where it alone can be edited; of one that
    /// is empty, what it can begin with. Nothing where no form is known.
    pub(super) fn inner(&self, rule: &Rule, value: Value<'_>, path: &str) -> Option<Markup> {
        let root = rule.xml_root.as_deref().filter(|_| value.kind() == Kind::String)?;
        let text = value.as_str()?;
        let form = self.xml_form(&text, path);
        let blank = text.trim().is_empty();
        // While the forms are on their way, what can have one is likely to get it.
        // What only comes as it was received begins with nothing.
        let can_begin = self.state.forms.as_ref().is_none_or(|forms| forms.plain(root).is_some());
        let open = form.is_none() && (blank || self.state.forms.is_some() || xml::Tree::parse(&text).is_err());
        Some(html! {
            @if let Some(form) = form { (form) }
            details.xml #(id("xml", path)) open[open] {
                summary { (self.say(words::XML_SOURCE)) }
                (self.text(rule, value, path, ""))
            }
            @if blank && can_begin { (self.beginnings(root, path)) }
        })
    }

    fn beginnings(&self, root: &str, path: &str) -> Markup {
        let kinds = self.state.forms.as_ref().and_then(|forms| forms.plain(root)).map(forms::kinds).unwrap_or_default();
        html! {
            div.bare {
                select #(id("kind", path)) data-action="variant" data-path=(path) aria-label=(self.say(words::BEGIN)) {
                    option value="" selected disabled { (self.say(words::BEGIN)) }
                    @for kind in kinds {
                        @let number = kind.json.trim_matches('"');
                        option value=(number) { (number) " · " (kind.docs.title(self.lang)) }
                    }
                }
            }
        }
    }

    fn xml_form(&self, text: &str, path: &str) -> Option<Markup> {
        let tree = xml::Tree::parse(text).ok().filter(|tree| tree.len() <= NODES)?;
        let schema = self.state.forms.as_ref()?.schema_of(tree.root())?;
        let Shape::Object(object) = &schema.root().shape else { return None };
        let json = xml::values(tree.root(), schema, Some(schema.root()));
        let values = Tree::parse(&json).ok()?;
        let here = edit::xml::root_path(path, tree.root());
        let form = Form { schema, xml: true, rows: self.rows.clone(), ..*self };
        let name = format!("<{}>", tree.root().name());
        Some(html! {
            div.group #(id("field", &here)) data-path=(here) role="group" tabindex="-1" aria-label=(name) {
                code { (name) } " " span.title { (schema.root().docs.title(self.lang)) }
                (form.members(object, values.root(), &here))
            }
        })
    }

    /// An element of which nothing is known, as it stands; what is inside is edited in the text itself.
    pub(super) fn element(&self, value: Value<'_>, path: &str) -> Markup {
        let source = edit::xml::source(&self.state.text, path);
        let source = source.as_deref().unwrap_or_else(|| value.source());
        let shown = cut(source, SHOWN);
        html! {
            pre #(id("field", path)) tabindex="0" { (shown) @if shown.len() < source.len() { "…" } }
        }
    }

    /// What is said of a field that is not known: of an element beside those of its kind, that others have it.
    pub(super) fn stranger(&self, name: &str, path: &str) -> Words {
        let root = edit::xml::split(path).map_or("", |(_, root)| root);
        let element = root.rsplit('/').next().unwrap_or_default();
        match &self.state.forms {
            Some(forms) if forms.elsewhere(element, name) => words::OTHER_KIND,
            _ => words::UNKNOWN,
        }
    }

    /// Whether the XML in the text at a path has a form of its own.
    pub(super) fn has_inner(&self, path: &str) -> bool {
        let tree = Tree::parse(&self.state.text).ok();
        let text = tree.as_ref().and_then(|tree| tree.root().find(path)?.as_str());
        let Some((forms, text)) = self.state.forms.as_ref().zip(text) else { return false };
        xml::Tree::parse(&text).is_ok_and(|tree| tree.len() <= NODES && forms.schema_of(tree.root()).is_some())
    }
}
