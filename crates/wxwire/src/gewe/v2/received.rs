//! The XML of a received message: what forwards and downloads take, unchanged, as their `xml`.

use crate::appmsg;
use crate::layer::json::Value;
use crate::layer::xml::{Element, Tree, sender};
use crate::problem::{Code, Problem, Source};

/// The messages that a call takes.
pub(super) struct Received {
    /// The element that such a message has in its `<msg>`.
    element: &'static str,
    /// The types of `<appmsg>` that it takes, the usual one first; empty for other elements.
    types: &'static [&'static str],
}

pub(super) const IMAGE: Received = Received { element: "img", types: &[] };
pub(super) const VIDEO: Received = Received { element: "videomsg", types: &[] };
pub(super) const VOICE: Received = Received { element: "voicemsg", types: &[] };
pub(super) const FILE: Received = Received { element: "appmsg", types: &["6"] };
pub(super) const LINK: Received = Received { element: "appmsg", types: &["5", "4", "68"] };
pub(super) const MINI_APP: Received = Received { element: "appmsg", types: &["33", "36"] };

/// The type in a file's first callback, which comes while the file is still being uploaded.
const ON_ITS_WAY: &str = "74";

impl Received {
    /// Adds the problems of the member `xml`. The schema already checks that it is XML, and its root.
    pub(super) fn check(&self, values: Value<'_>, problems: &mut Vec<Problem>) {
        let Some(xml) = values.get("xml") else { return };
        let Some(text) = xml.as_str() else { return };
        let mut found = Vec::new();
        match Tree::parse(&text) {
            Ok(tree) if tree.root().name() == "msg" => self.look(tree.root(), &mut found),
            Ok(_) => {}
            // The schema reports that it is no XML; these say why.
            Err(_) => {
                appmsg::check_escaped(&text, "<msg", &mut found);
                if let Some(id) = sender(&text) {
                    let problem = Problem::new(Code::WrongForm).expected("<msg>…</msg>").found(&format!("{id}:"));
                    found.push(problem.source(Source::Inferred).span(0..id.len() + 1));
                }
            }
        }
        problems.extend(found.into_iter().map(|problem| problem.inside(xml, "xml")));
    }

    /// Whether the member `xml` holds such a message; true where that cannot be told.
    pub(super) fn is_in(&self, values: Value<'_>) -> bool {
        let Some(text) = values.get("xml").and_then(Value::as_str) else { return true };
        let Ok(tree) = Tree::parse(&text) else { return true };
        let Some(element) = tree.root().child(self.element) else { return tree.root().elements().next().is_none() };
        let Some(kind) = element.child("type") else { return true };
        let kind = kind.text();
        self.types.is_empty() || self.types.contains(&kind.trim()) || self.is_file(&kind)
    }

    fn look(&self, msg: Element<'_>, problems: &mut Vec<Problem>) {
        appmsg::check(msg, problems);
        let Some(element) = msg.child(self.element) else {
            let start = msg.span().start;
            let problem = Problem::new(Code::Required).source(Source::Inferred);
            return problems.push(problem.at(format!("{}/{}", msg.path(), self.element)).span(start..start + 1));
        };
        if self.element == "appmsg" {
            appmsg::check(element, problems);
            self.look_at_type(element, problems);
        }
    }

    fn look_at_type(&self, appmsg: Element<'_>, problems: &mut Vec<Problem>) {
        let (Some(kind), Some(named)) = (appmsg.child("type"), self.types.first()) else { return };
        let text = kind.text();
        let text = text.trim();
        if !self.types.contains(&text) {
            // Only for files does the vendor say which callback to take.
            let source = if self.is_file(text) { Source::Documented } else { Source::Inferred };
            let problem = Problem::new(Code::WrongForm).expected(format!("<type>{named}</type>")).source(source);
            problems.push(problem.found(text).at(kind.path()).span(kind.span()));
        }
    }

    fn is_file(&self, kind: &str) -> bool {
        self.types.contains(&"6") && kind.trim() == ON_ITS_WAY
    }
}
