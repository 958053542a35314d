//! The form of the XML that stands in a text, beside the text itself.

use maud::{Markup, html};
use wxwire::forms;
use wxwire::layer::json::{Tree, Value};
use wxwire::layer::xml;
use wxwire::schema::{Rule, Shape};

use super::form::Form;
use super::id;
use crate::edit;
use crate::words;

/// The most parts of XML that a form is drawn of.
const NODES: usize = 2000;

impl Form<'_> {
    /// The form of the XML in a text; of a text that is empty, what it can begin with.
    pub(super) fn inner(&self, rule: &Rule, value: Value<'_>, path: &str) -> Markup {
        let Some((forms, root)) = self.state.forms.as_ref().zip(rule.xml_root.as_deref()) else { return html! {} };
        let text = value.as_str().unwrap_or_default();
        if text.trim().is_empty() {
            let kinds = forms.plain(root).map(forms::kinds).unwrap_or_default();
            return html! {
                div.bare {
                    select #(id("kind", path)) data-action="variant" data-path=(path) aria-label=(self.say(words::BEGIN)) {
                        option value="" selected disabled { (self.say(words::BEGIN)) }
                        @for kind in kinds {
                            @let number = kind.json.trim_matches('"');
                            option value=(number) { (number) " · " (kind.docs.title(self.lang)) }
                        }
                    }
                }
            };
        }
        let Ok(tree) = xml::Tree::parse(&text) else { return html! {} };
        let Some(schema) = forms.schema_of(tree.root()).filter(|_| tree.len() <= NODES) else { return html! {} };
        let Shape::Object(object) = &schema.root().shape else { return html! {} };
        let json = xml::values(tree.root(), schema, Some(schema.root()));
        let Ok(values) = Tree::parse(&json) else { return html! {} };
        let here = edit::xml::root_path(path, tree.root());
        let form = Form { schema, xml: true, rows: self.rows.clone(), ..*self };
        let name = format!("<{}>", tree.root().name());
        html! {
            div.group #(id("field", &here)) data-path=(here) role="group" tabindex="-1" aria-label=(name) {
                code { (name) } " " span.title { (schema.root().docs.title(self.lang)) }
                (form.members(object, values.root(), &here))
            }
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
