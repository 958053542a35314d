//! What a person did, or what came back.

use wxwire::export::Format;

use crate::edit::Edit;
use crate::outcome::Reply;
use crate::question::{Question, Said};
use crate::served::Asked;
use crate::state::Pane;
use crate::typed::Typed;
use crate::upload::Chosen;

/// Something that changes the state.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// An edit in the form, at a path.
    Edit(String, Edit),
    /// JSON was typed for the part at a path; it may not be finished.
    Draft(String, Typed),
    /// A file was chosen for a field, and read.
    File(Chosen),
    /// The source was typed.
    Source(Typed),
    /// Lay the source out in lines.
    Tidy,
    /// Nothing was typed for a while.
    Pause,
    /// Back to the text before.
    Undo,
    /// Forward again to the text that undo left.
    Redo,
    /// What was kept of an operation: its id, the text.
    Recall(String, String),
    /// The work was kept on this machine, or could not be.
    Kept(bool),
    /// Begin afresh with the first example.
    Discard,
    /// Another operation, by id.
    Operation(String),
    /// Values for an operation, by id, which were found in what was pasted.
    Take(String, String),
    /// An operation is to be chosen.
    Palette,
    /// A text to find operations by.
    Find(String),
    /// The next of those that were found, or the one before.
    Step(bool),
    /// A file with calls came, or did not.
    Calls(&'static str, Option<String>),
    /// Fetch again the file with calls that did not come.
    CallsAgain,
    /// An example, by name; an empty name is the skeleton.
    Example(String),
    /// The other language.
    Language,
    /// Form or source.
    Pane(Pane),
    /// Another form of the request.
    Export(&'static Format),
    /// Copy the request.
    Copy,
    /// The clipboard took it, or did not.
    Copied(bool),
    /// Go to the field at a path.
    Jump(String),
    /// Go to these bytes of the source.
    Point(usize, usize),
    /// Another profile.
    Profile(String),
    /// A base URL was typed.
    BaseUrl(String),
    /// A credential was typed: its name, its value.
    Credential(String, String),
    /// Send; asks first when it is real.
    Send,
    /// Yes, send.
    Confirm,
    /// No, do not.
    Cancel,
    /// What XML forms are drawn from came, or did not.
    Forms(Option<String>),
    /// What `api/state` came to.
    Served(Asked),
    /// Ask again who serves the page, unless it was asked since so many times in vain.
    AskAgain(u32),
    /// Fetch again what XML forms are drawn from.
    FormsAgain,
    /// A reply came, or none.
    Replied(Reply),
    /// Something is to be explained, of this name; of an empty name, nothing is.
    Explain(String),
    /// The reader said something, or could not be asked.
    Said(Question, Said),
    /// Ask the reader again, which did not load.
    ReadAgain,
}

impl Event {
    /// The event of an element's `data-action`, its `data-path`, and what it holds.
    pub(crate) fn of(action: &str, path: &str, typed: Typed) -> Option<Self> {
        let edit = |edit| Self::Edit(path.to_owned(), edit);
        match action {
            "text" => return Some(edit(Edit::Text(typed))),
            "number" => return Some(edit(Edit::Number(typed))),
            "raw" => return Some(Self::Draft(path.to_owned(), typed)),
            "source" => return Some(Self::Source(typed)),
            _ => {}
        }
        let value = typed.text;
        Some(match action {
            "choice" | "bool" => edit(Edit::Json(value)),
            "variant" => edit(Edit::Variant(value)),
            "alternative" => edit(Edit::Alternative(value.parse().ok()?)),
            "begin" => edit(Edit::Begin),
            "remove" => edit(Edit::Remove),
            "append" => edit(Edit::Append),
            "up" => edit(Edit::Up),
            "down" => edit(Edit::Down),
            "tidy" => Self::Tidy,
            "undo" => Self::Undo,
            "redo" => Self::Redo,
            "operation" => Self::Operation(value),
            "take" => Self::Take(path.to_owned(), value),
            "palette" => Self::Palette,
            "find" => Self::Find(value),
            "calls-again" => Self::CallsAgain,
            "example" => Self::Example(value),
            "language" => Self::Language,
            "discard" => Self::Discard,
            "form" => Self::Pane(Pane::Form),
            "text-pane" => Self::Pane(Pane::Source),
            "export" => Self::Export(Format::find(&value)?),
            "copy" => Self::Copy,
            "jump" => Self::Jump(path.to_owned()),
            "point" => {
                let (start, end) = value.split_once('-')?;
                Self::Point(start.parse().ok()?, end.parse().ok()?)
            }
            "profile" => Self::Profile(value),
            "base-url" => Self::BaseUrl(value),
            "credential" => Self::Credential(path.to_owned(), value),
            "send" => Self::Send,
            "confirm" => Self::Confirm,
            "cancel" => Self::Cancel,
            "ask-again" => Self::AskAgain(value.parse().ok()?),
            "forms-again" => Self::FormsAgain,
            "read-again" => Self::ReadAgain,
            _ => return None,
        })
    }
}
