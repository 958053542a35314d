//! An `<appmsg>` out of a text, with what stands around it.

use serde::Serialize;
use serde_json::Value;

use super::{AppMsg, Msg, schema_of};
use crate::layer::xml::typed;
use crate::layer::xml::{Element, Tree, behind_sender, mend, sender};
use crate::problem::{Code, Problem};

/// A message, and what stands around it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Envelope {
    /// The message.
    pub message: AppMsg,
    /// What stood beside it in a `<msg>`; `None` where it stood alone.
    pub msg: Option<Msg>,
    /// The XML declaration, and whatever else stood before the outermost element; may be empty.
    pub declaration: String,
    /// The wxid that stood before it all, as it does in a group.
    pub sender: Option<String>,
}

impl Envelope {
    /// Reads a message with what stands around it, and the faults that were tolerated: an `&` that stands for itself,
    /// and XML inside a text that is not well-formed. Their places count from the start of the text.
    ///
    /// # Errors
    /// When it is not well-formed XML, or when there is no `<appmsg>`.
    pub fn read(text: &str) -> Result<(Self, Vec<Problem>), Problem> {
        let id = sender(text);
        let prefix = id.map_or(0, |id| behind_sender(text, id));
        // A byte order mark is no character of the text.
        let body = text[prefix..].trim_start_matches('\u{feff}').trim_ascii();
        let start = body.as_ptr() as usize - text.as_ptr() as usize;
        let (envelope, faults) = document(body).map_err(|problem| shifted(problem, start))?;
        let faults = faults.into_iter().map(|fault| shifted(fault, start)).collect();
        Ok((Self { sender: id.map(String::from), ..envelope }, faults))
    }

    /// The whole text: the message, in its `<msg>` if it had one, behind what stood before it.
    ///
    /// # Errors
    /// As [`AppMsg::build`]; and when the declaration is none.
    pub fn build(&self) -> Result<String, Problem> {
        let xml = match &self.msg {
            Some(msg) => typed::write("msg", &Whole { appmsg: &self.message, msg })?,
            None => self.message.build()?,
        };
        let sender = self.sender.as_ref().map(|id| format!("{id}:\n")).unwrap_or_default();
        if !self.declaration.is_empty() && Tree::parse(&format!("{}<x/>", self.declaration)).is_err() {
            return Err(Problem::new(Code::CannotHold).found(&self.declaration));
        }
        let text = [&sender, &self.declaration, &xml[..]].concat();
        Ok(text)
    }
}

/// A `<msg>` with the message in it.
#[derive(Serialize)]
struct Whole<'r> {
    appmsg: &'r AppMsg,
    #[serde(flatten)]
    msg: &'r Msg,
}

fn document(text: &str) -> Result<(Envelope, Vec<Problem>), Problem> {
    let mut faults = Vec::new();
    let mended = mend(text, &mut faults)?;
    let tree = Tree::parse(&mended.text)?;
    let root = tree.root();
    let mut inner = Vec::new();
    let (appmsg, msg) = match root.name() {
        "appmsg" => (root, None),
        _ => match root.child("appmsg").filter(|_| root.name() == "msg") {
            Some(appmsg) => (appmsg, Some(around(root, appmsg, &tree, &mut inner)?)),
            None => return Err(Problem::new(Code::XmlRoot).expected("appmsg").found(root.name()).at(root.path())),
        },
    };
    let message = typed(appmsg, &mut inner)?;
    faults.extend(inner.into_iter().map(|fault| mended.outward(fault)));
    let declaration = tree.text()[..root.span().start].trim_ascii().to_owned();
    Ok((Envelope { message, msg, declaration, sender: None }, faults))
}

/// What stands in a `<msg>` beside the message.
fn around(root: Element<'_>, appmsg: Element<'_>, tree: &Tree<'_>, faults: &mut Vec<Problem>) -> Result<Msg, Problem> {
    let mut msg: Msg = typed(root, faults)?;
    let own = &tree.text()[appmsg.span()];
    if let Some(at) = msg.other.0.iter().position(|piece| piece == own) {
        msg.other.0.remove(at);
    }
    Ok(msg)
}

fn typed<T: serde::de::DeserializeOwned>(element: Element<'_>, faults: &mut Vec<Problem>) -> Result<T, Problem> {
    let values = schema_of(element).map_or(Value::Null, |schema| typed::read(schema, element, faults));
    // The values have the form of the schema, which is that of the type.
    serde_json::from_value(values).map_err(|error| Problem::new(Code::WrongType).found(&error.to_string()))
}

fn shifted(problem: Problem, by: usize) -> Problem {
    let span = problem.span.clone().map(|span| span.start + by..span.end + by);
    Problem { span, ..problem }
}
