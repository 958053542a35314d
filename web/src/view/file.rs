//! A file: a way to choose one, and what it is called and measures in the place of its bytes.

use maud::{Markup, html};
use wxwire::layer::json::{Tree, Value};
use wxwire::schema::Rule;

use super::form::Form;
use super::{foreign, id, prose};
use crate::upload::size;
use crate::words;

impl Form<'_> {
    /// The control of a field that holds a file.
    pub(super) fn file(&self, rule: &Rule, value: Value<'_>, path: &str) -> Markup {
        let size = size(&value.as_str().unwrap_or_default());
        let held = id("file", path);
        let described = format!("{held} {}", self.described(rule, path).unwrap_or_default());
        html! {
            div.inline {
                label.file {
                    (self.say(words::FILE))
                    input #(id("field", path)) type="file" data-action="file" data-path=(path) data-keep
                        aria-invalid=[self.wrong(path).then_some("true")]
                        aria-describedby=(described);
                }
                span.help #(held) role="status" {
                    @if size == 0 { (self.say(words::NO_FILE)) } @else {
                        @if let Some(name) = self.file_name(path) { (foreign(self.state, &name)) " · " }
                        (size) " " (self.say(words::BYTES))
                    }
                    " · " (prose(self.say(words::FILE_LIMIT)))
                }
            }
            @if let Some((_, why)) = self.state.refused.as_ref().filter(|(own, _)| own == path) {
                p.error role="alert" { (foreign(self.state, why)) }
            }
        }
    }

    /// What the call says that its file is called.
    fn file_name(&self, path: &str) -> Option<String> {
        let field = self.state.entry.file_name().filter(|_| path.rfind('/') == Some(0))?;
        let tree = Tree::parse(&self.state.text).ok()?;
        tree.root().get(&field.name)?.as_str().map(|name| name.into_owned())
    }
}
