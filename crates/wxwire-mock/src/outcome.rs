//! What becomes of a call: the answer of its gateway, or a fault.

use std::sync::{Mutex, PoisonError};

use http::{Response, header};
use wxwire::imitation::{Answer, Mock, Refusal, Taken, Twist};
use wxwire::layer::json::Tree;
use wxwire::operation::{Entry, GatewayEntry};

use crate::admit::{Admitted, Refused};
use crate::fault::Kind;
use crate::files::Files;
use crate::tokens::Tokens;

/// What becomes of a call.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// An answer.
    Reply(Response<Vec<u8>>),
    /// None: the connection is reset.
    Reset,
}

impl Outcome {
    /// The HTTP status, if there is one.
    pub(crate) fn status(&self) -> Option<u16> {
        match self {
            Self::Reply(reply) => Some(reply.status().as_u16()),
            Self::Reset => None,
        }
    }
}

/// What settles a call.
#[derive(Debug)]
pub(crate) struct Settled {
    /// Whether what it asks for comes to nothing.
    pub(crate) fails: bool,
    /// What the gateway will send by itself.
    pub(crate) messages: Vec<String>,
}

/// Answers a call, or lets it go wrong. Faults of the network, of servers and of proxies befall a bad call as they do a
/// good one; a gateway's own faults befall only calls that it has taken.
pub(crate) fn outcome(
    gateway: &GatewayEntry,
    admitted: &Result<Admitted, Refused>,
    fault: Option<Kind>,
    mock: &mut Mock,
    kept: (&Mutex<Tokens>, &Mutex<Files>),
    settled: &mut Settled,
) -> Outcome {
    let mut answer = |twist| answer(gateway, admitted, twist, mock, kept, settled);
    Outcome::Reply(match fault {
        None => answer(Twist::None),
        Some(Kind::Twisted(twist)) => answer(twist),
        Some(Kind::Truncated) => truncate(answer(Twist::None)),
        Some(Kind::ServerError) => text(500, "Internal Server Error\n"),
        Some(Kind::RateLimited(seconds)) => {
            let entry = admitted.as_ref().map_or_else(|refused| refused.entry, |admitted| Some(admitted.entry));
            let mut answer = refuse(gateway, entry, &Refusal::RateLimited);
            answer.status = 429;
            answer.headers.extend(seconds.map(|seconds| ("Retry-After", seconds.to_string())));
            reply(&answer)
        }
        Some(Kind::Html) => page(),
        Some(Kind::Reset) => return Outcome::Reset,
        // What does not befall an answer.
        Some(_) => answer(Twist::None),
    })
}

fn answer(
    gateway: &GatewayEntry,
    admitted: &Result<Admitted, Refused>,
    twist: Twist,
    mock: &mut Mock,
    kept: (&Mutex<Tokens>, &Mutex<Files>),
    settled: &mut Settled,
) -> Response<Vec<u8>> {
    let Admitted { entry, values: asked, file, .. } = match admitted {
        Ok(admitted) => admitted,
        Err(refused) => return reply(&refuse(gateway, refused.entry, &refused.refusal)),
    };
    mock.twist = twist;
    let values = Tree::parse(asked).ok();
    let answer = values.as_ref().and_then(|tree| entry.answer(tree.root(), mock));
    match answer {
        Some(mut answer) => {
            if let (Some(values), Ok(said)) = (&values, Tree::read(&answer.body)) {
                let taken = Taken { entry, values: values.root(), answer: said.root(), fails: settled.fails };
                settled.messages = taken.settle(mock);
            }
            if let Some(file) = file {
                answer.body.clone_from(file);
            }
            let (tokens, files) = kept;
            files.lock().unwrap_or_else(PoisonError::into_inner).keep(entry, asked, &answer);
            tokens.lock().unwrap_or_else(PoisonError::into_inner).give(entry, &mut answer, mock);
            reply(&answer)
        }
        None if twist == Twist::None => text(501, &format!("{} has no answer to this\n", entry.id)),
        None => text(501, &format!("{} has no such fault\n", entry.id)),
    }
}

/// What refuses a call: as the call's own document shows it, where it is known which call it is.
fn refuse(gateway: &GatewayEntry, entry: Option<&Entry>, refusal: &Refusal) -> Answer {
    entry.map_or_else(|| gateway.refuse(refusal), |entry| entry.refuse(refusal))
}

fn reply(answer: &Answer) -> Response<Vec<u8>> {
    let mut reply = Response::builder().status(answer.status);
    if let Some(kind) = answer.content_type {
        reply = reply.header(header::CONTENT_TYPE, kind);
    }
    for (name, value) in &answer.headers {
        reply = reply.header(*name, value.as_bytes());
    }
    reply.body(answer.body.clone()).unwrap_or_else(|error| text(500, &format!("{error}\n")))
}

/// Cut in the middle; the length in the head is that of what is left.
fn truncate(reply: Response<Vec<u8>>) -> Response<Vec<u8>> {
    reply.map(|mut body| {
        body.truncate(body.len() / 2);
        body
    })
}

/// A plain text.
pub(crate) fn text(status: u16, words: &str) -> Response<Vec<u8>> {
    of_type(status, "text/plain; charset=utf-8", words)
}

/// What a proxy shows when the server behind it is gone, with the status that some of them send along.
fn page() -> Response<Vec<u8>> {
    let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";
    of_type(200, "text/html", page)
}

fn of_type(status: u16, content_type: &'static str, body: &str) -> Response<Vec<u8>> {
    let reply = Response::builder().status(status).header(header::CONTENT_TYPE, content_type);
    reply.body(body.into()).expect("a status and a header of our own")
}
