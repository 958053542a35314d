//! The mock's routes, and the way of a call through it: read, admitted, told to the watcher, answered.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::ConnectInfo;
use axum::routing::any;
use http::{Request, Response};
use wxwire::catalog;
use wxwire::imitation::{Mock, Refusal};
use wxwire::layer::MAX_BYTES;
use wxwire::operation::GatewayEntry;

use crate::admit::{Admitted, Refused, admit};
use crate::callbacks::{Sender, Totals};
use crate::fault::Kind;
use crate::files::Files;
use crate::outcome::{Outcome, Settled, outcome, text};
use crate::rates::Rates;
use crate::serve::Switch;
use crate::tokens::Tokens;
use crate::{Arrival, Options};

/// The gateways, and nothing for any other path: for merging into a server. [`crate::serve`] serves it; under another
/// server everything works but the fault `reset`, which is then answered by 501.
pub fn router(options: Options) -> Router {
    routes(&State::new(options))
}

/// As [`app`], and what the gateways do of their own accord: it is to be awaited beside the server, and ends when all that
/// was to be sent was sent.
pub fn start(options: Options) -> (Router, impl Future<Output = Totals>) {
    let state = State::new(options);
    let sender = Arc::clone(&state.sender);
    (whole(routes(&state)), sender.run())
}

fn routes(state: &Arc<State>) -> Router {
    catalog::gateways().fold(Router::new(), |router, gateway| {
        let name = gateway.name;
        let state = Arc::clone(state);
        let route = any(move |request| receive(gateway, state, request));
        router
            .route(&format!("/{name}"), route.clone())
            .route(&format!("/{name}/"), route.clone())
            .route(&format!("/{name}/{{*path}}"), route)
    })
}

/// The gateways, and for any other path a word about what there is.
pub fn app(options: Options) -> Router {
    whole(router(options))
}

fn whole(routes: Router) -> Router {
    let names = || catalog::gateways().map(|gateway| format!("/{}\n", gateway.name)).collect::<String>();
    routes.fallback(async move || text(404, &format!("no such gateway; there are:\n{}", names())).map(Body::from))
}

#[derive(Debug)]
struct State {
    options: Options,
    mock: Mutex<Mock>,
    tokens: Mutex<Tokens>,
    files: Mutex<Files>,
    rates: Mutex<Rates>,
    arrived: AtomicU64,
    /// The calls that a fault can befall.
    counted: AtomicU64,
    sender: Arc<Sender>,
}

impl State {
    fn new(mut options: Options) -> Arc<Self> {
        let mock = Mutex::new(Mock::new(options.seed));
        let tokens = Mutex::new(Tokens::new(&options.faults));
        let (files, rates) = (Files::new(&options.faults), Rates::new(&options.faults));
        let (files, rates) = (Mutex::new(files), Mutex::new(rates));
        let sender = Sender::new(std::mem::take(&mut options.callbacks), &options.faults, options.seed);
        let (arrived, counted) = (AtomicU64::new(0), AtomicU64::new(0));
        Arc::new(Self { options, mock, tokens, files, rates, arrived, counted, sender })
    }

    /// Takes or refuses a call, and counts it for the tokens that it was made with.
    fn admit(&self, gateway: &GatewayEntry, request: &Request<Vec<u8>>) -> Result<Admitted, Refused> {
        let mut admitted = admit(gateway, request, &self.tokens)?;
        let entry = admitted.entry;
        let refused = |refusal: Refusal| Refused { entry: Some(entry), ..refusal.into() };
        self.rates.lock().unwrap_or_else(PoisonError::into_inner).spend(entry).map_err(refused)?;
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        admitted.file = files.find(entry, &admitted.values).map_err(refused)?;
        drop(files);
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        tokens.spend(entry, &admitted.credentials).map_err(refused)?;
        Ok(admitted)
    }

    /// What goes wrong with a call, and how long its answer takes.
    fn faults(&self, admitted: &Result<Admitted, Refused>) -> (Option<Kind>, Duration) {
        let id = admitted.as_ref().ok().map(|admitted| admitted.entry.id);
        if id.is_some() && id == self.options.spared {
            return (None, Duration::ZERO);
        }
        let number = self.counted.fetch_add(1, Ordering::Relaxed) + 1;
        let mut delay = Duration::ZERO;
        let mut fault = None;
        for one in self.options.faults.iter().filter(|fault| fault.befalls(number)) {
            match one.kind {
                Kind::Delay(time) => delay = delay.saturating_add(time),
                kind if kind.is_of_state() || kind.is_of_callbacks() => {}
                kind => fault = fault.or(Some(kind)),
            }
        }
        (fault, delay)
    }
}

async fn receive(gateway: GatewayEntry, state: Arc<State>, request: Request<Body>) -> Response<Body> {
    let (head, body) = request.into_parts();
    let body = match read(body).await {
        Some(body) if body.len() <= MAX_BYTES => body,
        Some(_) => return text(413, &format!("more than {MAX_BYTES} bytes\n")).map(Body::from),
        None => return text(400, "the body broke off\n").map(Body::from),
    };
    let number = state.arrived.fetch_add(1, Ordering::Relaxed) + 1;
    let switch = head.extensions.get::<ConnectInfo<Switch>>().map(|ConnectInfo(switch)| switch.clone());
    let request = Request::from_parts(head, body);
    let admitted = state.admit(&gateway, &request);
    let (fault, delay) = state.faults(&admitted);
    let mut settled = Settled { fails: state.sender.fails_next(), messages: vec![] };
    let outcome = {
        let mut mock = state.mock.lock().unwrap_or_else(PoisonError::into_inner);
        outcome(&gateway, &admitted, fault, &mut mock, (&state.tokens, &state.files), &mut settled)
    };
    state.sender.settle(gateway.name, settled.messages);
    if let Some(watcher) = &state.options.watcher {
        let (operation, refusal, problems) = match admitted {
            Ok(admitted) => (Some(admitted.entry.id), None, admitted.problems),
            Err(refused) => (None, Some(refused.refusal), refused.problems),
        };
        let (gateway, status) = (gateway.name, outcome.status());
        // A watcher may have gone; the mock goes on.
        let _ = watcher.send(Arrival { number, gateway, operation, refusal, problems, fault, status, request });
    }
    tokio::time::sleep(delay).await;
    match (outcome, switch) {
        (Outcome::Reply(reply), _) => reply.map(Body::from),
        // Not sent: the first write closes the connection.
        (Outcome::Reset, Some(switch)) => {
            switch.reset();
            Response::default()
        }
        (Outcome::Reset, None) => text(501, "this server cannot reset a connection\n").map(Body::from),
    }
}

/// Reads a body. Of one that is too long, one byte too many is kept; the rest is read nevertheless, within reason, for a
/// client that is still writing would not see the answer.
async fn read(mut body: Body) -> Option<Vec<u8>> {
    let (mut bytes, mut seen) = (Vec::new(), 0);
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let Ok(data) = frame.ok()?.into_data() else { continue };
        let room = MAX_BYTES + 1 - bytes.len();
        bytes.extend_from_slice(&data[..data.len().min(room)]);
        seen += data.len();
        if seen > 8 * MAX_BYTES {
            break;
        }
    }
    Some(bytes)
}
