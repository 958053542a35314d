//! Bytes in, meaning out: what it is, what is inside, what really happened.

use serde_json::{Map, Value, json};

use crate::catalog;
use crate::lang::Lang;
use crate::layer::json::Tree;
use crate::layer::open::{Leaf, open};
use crate::operation::Entry;
use crate::problem::Problem;
use crate::verdict::{Received, Verdict};

/// What some bytes are.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// What kind of thing it is: `reply`, or `json` where no gateway answers so.
    pub kind: &'static str,
    /// The operation that it answers.
    pub operation: Option<&'static Entry>,
    /// The operations that it could answer, where its form does not tell which.
    pub candidates: Vec<&'static Entry>,
    /// All that is in it, down to the last layer.
    pub leaves: Vec<Leaf>,
    /// What it says about the call.
    pub verdict: Option<Verdict>,
}

impl Explanation {
    /// The explanation as the commands print it: `kind, operation, layers, verdict`.
    pub fn to_json(&self, lang: Lang) -> Value {
        let mut out = Map::new();
        out.insert("kind".into(), self.kind.into());
        if let Some(entry) = self.operation {
            out.insert("operation".into(), entry.id.into());
        }
        if self.candidates.len() > 1 {
            out.insert("candidates".into(), self.candidates.iter().map(|entry| entry.id).collect());
        }
        let leaf = |leaf: &Leaf| json!({"path": leaf.path, "layer": leaf.layer, "value": leaf.value});
        out.insert("layers".into(), self.leaves.iter().map(leaf).collect());
        if let Some(verdict) = &self.verdict {
            out.insert("verdict".into(), verdict.to_json(lang));
        }
        Value::Object(out)
    }
}

/// Explains a reply: of `operation` if it is told, else of whichever operation answers in this form.
///
/// # Errors
/// The one problem that keeps it from being read.
pub fn reply(bytes: &[u8], operation: Option<&'static Entry>) -> Result<Explanation, Problem> {
    let tree = Tree::read(bytes)?;
    let candidates = match operation {
        Some(entry) => vec![entry],
        None => catalog::recognise(tree.root()),
    };
    let answer = Received { status: 200, retry_after: None, body: bytes };
    let (operation, verdict) = match candidates[..] {
        [one] => (Some(one), Some(one.verdict(None, answer))),
        [first, ..] => (None, Some(first.verdict(None, answer))),
        [] => {
            let gateway = catalog::gateways().find(|gateway| gateway.recognises(tree.root()));
            (None, gateway.map(|gateway| gateway.verdict(answer)))
        }
    };
    let kind = if verdict.is_some() { "reply" } else { "json" };
    let leaves = open(tree.root(), candidates.first().map(|entry| entry.reply_schema()));
    Ok(Explanation { kind, operation, candidates, leaves, verdict })
}

#[cfg(test)]
mod tests;
