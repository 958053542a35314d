//! The receiver of callbacks: opens each as its gateway seals it, prints it, and only then says that it was taken in.

mod answer;
mod connection;
mod program;
mod route;
mod seen;
mod told;

pub use route::Route;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use wxwire::crypto;
use wxwire::explain::{Explanation, explain};
use wxwire::lang::Lang;
use wxwire::operation::{Arrival, Opened};

use self::answer::{answer, empty};
use self::connection::Bounded;
use self::seen::Seen;
use self::told::Told;
use crate::commands::explain::show;
use crate::exit::Failure;
use crate::options::Options;
use crate::terminal::{self, Colour};
use crate::text::Text;

/// Larger bodies are refused: what gateways call back with is text.
const MAX_BYTES: usize = 1 << 20;
/// A sender that takes longer for its body is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// So many refusals are told, each in a line, and so many repeats; the others are counted, and of refusals one is told now and
/// then.
const TOLD: u64 = 20;

/// What receives.
#[derive(Debug)]
pub struct Receiver {
    routes: Vec<Route>,
    exec: Option<String>,
    options: Options,
    /// What came on each route.
    seen: Vec<Mutex<Seen>>,
    /// Whether what came was kept for the next run so far.
    is_kept: AtomicBool,
    taken: AtomicU64,
    repeated: AtomicU64,
    refused: AtomicU64,
    /// Which refusals are told.
    told: Told,
    /// Why nothing more can be written; then nothing more is taken in.
    broken: Mutex<Option<Failure>>,
    end: Notify,
}

impl Receiver {
    /// What receives on some routes; what came before on them counts as seen, unless that is to be forgotten.
    pub fn new(routes: Vec<Route>, exec: Option<String>, forget: bool, options: Options) -> Self {
        let zero = || AtomicU64::new(0);
        let (seen, notes): (Vec<_>, Vec<_>) = routes.iter().map(|route| Seen::of(route, forget)).unzip();
        notes.iter().flatten().for_each(|note| terminal::note(note.get(options.lang())));
        Self {
            routes,
            exec,
            options,
            seen: seen.into_iter().map(Mutex::new).collect(),
            is_kept: AtomicBool::new(true),
            taken: zero(),
            repeated: zero(),
            refused: zero(),
            told: Told::new(TOLD),
            broken: Mutex::default(),
            end: Notify::new(),
        }
    }

    /// How many came, in a line.
    pub fn summary(&self) -> String {
        let [taken, repeated, refused] =
            [&self.taken, &self.repeated, &self.refused].map(|one| one.load(Ordering::Relaxed));
        let words = [("接收", "taken in"), ("重复", "repeated"), ("拒绝", "refused")];
        let [of, again, no] = words.map(|(zh, en)| self.options.say(zh, en));
        format!("{of} {taken} · {again} {repeated} · {no} {refused}")
    }

    async fn receive(&self, request: Request) -> Response {
        let (head, body) = request.into_parts();
        let mut routes = self.routes.iter().zip(&self.seen);
        let Some((route, seen)) = routes.find(|(route, _)| route.path == head.uri.path()) else {
            return self.refuse(
                StatusCode::NOT_FOUND,
                head.uri.path(),
                self.options.say("没有这个路径", "no such path"),
            );
        };
        if !matches!(head.method, Method::POST | Method::GET) {
            return self.refuse(StatusCode::METHOD_NOT_ALLOWED, &route.path, head.method.as_str());
        }
        let body = match tokio::time::timeout(PATIENCE, to_bytes(body, MAX_BYTES)).await {
            Ok(Ok(body)) => body,
            Ok(Err(_)) => {
                let why = self.options.say("内容超过 1 MiB，或中途断开", "more than 1 MiB, or cut off");
                return self.refuse(StatusCode::PAYLOAD_TOO_LARGE, &route.path, why);
            }
            Err(_) => {
                return self.refuse(StatusCode::REQUEST_TIMEOUT, &route.path, self.options.say("太慢", "too slow"));
            }
        };
        let arrival = Arrival { query: head.uri.query().unwrap_or_default(), body: &body };
        match route.receiving.open(&route.settings, arrival) {
            Ok(Opened::Verification(text)) => {
                terminal::note(&format!(
                    "{}  {}",
                    route.path,
                    self.options.say("验证回调地址", "the address was verified")
                ));
                answer("text/plain", text)
            }
            Ok(Opened::Message(_)) if head.method == Method::GET => empty(StatusCode::METHOD_NOT_ALLOWED),
            Ok(Opened::Message(message)) if message.trim_ascii().is_empty() => {
                self.refuse(StatusCode::BAD_REQUEST, &route.path, self.options.say("没有内容", "it is empty"))
            }
            Ok(Opened::Message(message)) => self.take(route, seen, arrival, &message).await,
            Err(failure) => {
                let is_forged = failure == crypto::Failure::Signature;
                let status = if is_forged { StatusCode::FORBIDDEN } else { StatusCode::BAD_REQUEST };
                self.refuse(status, &route.path, &failure.words(self.options.lang()))
            }
        }
    }

    /// Takes a message in: prints it, unless it was seen before, and answers.
    async fn take(&self, route: &Route, seen: &Mutex<Seen>, arrival: Arrival<'_>, message: &[u8]) -> Response {
        let seen = || seen.lock().unwrap_or_else(PoisonError::into_inner);
        let repeat = route.receiving.repeat(message);
        let new = repeat.as_ref().map(|repeat| seen().take(repeat));
        if matches!(new, Some(None)) {
            if self.repeated.fetch_add(1, Ordering::Relaxed) < TOLD {
                let words = self.options.say("重复的回调，不再打印", "came before, and is not printed again");
                terminal::note(&format!("{}  {words}", route.path));
            }
            return plain(route);
        }
        let number = self.taken.fetch_add(1, Ordering::Relaxed) + 1;
        let explanation = explain(message, None);
        self.print(number, route, message, explanation.as_ref().ok());
        if let Err(failure) = terminal::flush() {
            // What could not be written was not taken in: the gateway may send it again.
            *self.broken.lock().unwrap_or_else(PoisonError::into_inner) = Some(failure);
            self.end.notify_one();
            return empty(StatusCode::INTERNAL_SERVER_ERROR);
        }
        let answer = match &self.exec {
            None => plain(route),
            Some(command) => {
                let printed = program::run(command, route, explanation.ok().as_ref(), message).await;
                self.reply(route, arrival, printed)
            }
        };
        // Only now: what the program was not done with when this ended comes to the next run as new.
        self.keep(new.flatten().map(|new| seen().keep(new)));
        answer
    }

    /// Says once that nothing can be kept.
    fn keep(&self, kept: Option<std::io::Result<()>>) {
        if let Some(Err(error)) = kept
            && self.is_kept.swap(false, Ordering::Relaxed)
        {
            let words = self.options.say("无法为下次运行记录收到的回调", "what came cannot be kept for the next run");
            let text = Text::from(&error).about(words);
            terminal::complain(text.get(self.options.lang()));
        }
    }

    fn print(&self, number: u64, route: &Route, message: &[u8], explanation: Option<&Explanation>) {
        let lang = self.options.lang();
        if self.options.json {
            return terminal::json(&json!({
                "number": number, "gateway": route.gateway.name, "profile": route.profile, "path": route.path,
                "explained": explanation.map(|one| serde_json::from_str::<serde_json::Value>(&one.json(lang)).expect("it is JSON")),
            }));
        }
        let head = format!("{number} {}  {} B", route.path, message.len());
        terminal::say(&Colour::Dim.paint(&head));
        if let Some(explanation) = explanation {
            show(explanation, &String::from_utf8_lossy(message), &self.options);
        }
        terminal::say("");
    }

    /// Answers with what a program printed, where the gateway's callbacks take a reply.
    fn reply(&self, route: &Route, arrival: Arrival<'_>, printed: Result<Vec<u8>, String>) -> Response {
        let text = match printed {
            Ok(text) if text.trim_ascii().is_empty() => return plain(route),
            Ok(text) => text,
            Err(why) => {
                terminal::complain(&why);
                return plain(route);
            }
        };
        let Ok(fresh) = answer::fresh() else { return plain(route) };
        match route.receiving.reply(&route.settings, arrival, text.trim_ascii(), fresh) {
            Some(Ok(reply)) => answer(reply.content_type, reply.body.into_bytes()),
            Some(Err(failure)) => {
                terminal::complain(&failure.words(self.options.lang()));
                plain(route)
            }
            None => plain(route),
        }
    }

    fn refuse(&self, status: StatusCode, path: &str, why: &str) -> Response {
        let count = self.refused.fetch_add(1, Ordering::Relaxed) + 1;
        if let Some(untold) = self.told.tells(count, Instant::now()) {
            let words = self.options.say("已拒绝：", "refused: ");
            let more = match (untold, self.options.lang()) {
                (0, _) => String::new(),
                (_, Lang::Zh) => format!("（此前另有 {untold} 次未逐条显示）"),
                (_, Lang::En) => format!(" (and {untold} before it that were not told)"),
            };
            terminal::complain(&format!("{} {words}{why}{more}", terminal::one_line(path)));
        }
        empty(status)
    }
}

fn plain(route: &Route) -> Response {
    let (content_type, body) = route.receiving.answer;
    answer(content_type, body.as_bytes().to_vec())
}

/// Receives until nothing can be written any more.
pub async fn serve(listener: TcpListener, receiver: Arc<Receiver>) -> Failure {
    let app = Router::new().fallback(handle).with_state(Arc::clone(&receiver));
    tokio::select! {
        served = axum::serve(Bounded::new(listener), app).into_future() => {
            return served.err().unwrap_or_else(|| std::io::Error::other("the listener ended")).into();
        }
        () = receiver.end.notified() => {}
    }
    let broken = receiver.broken.lock().unwrap_or_else(PoisonError::into_inner).take();
    broken.unwrap_or_else(|| std::io::Error::other("the listener ended").into())
}

async fn handle(State(receiver): State<Arc<Receiver>>, request: Request) -> Response {
    receiver.receive(request).await.into_response()
}
