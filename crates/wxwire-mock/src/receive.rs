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
use wxwire::imitation::Mock;
use wxwire::layer::MAX_BYTES;
use wxwire::operation::GatewayEntry;

use crate::admit::admit;
use crate::fault::Kind;
use crate::outcome::{Outcome, outcome, text};
use crate::serve::Switch;
use crate::{Arrival, Options};

/// The gateways, and nothing for any other path: for merging into a server. [`crate::serve`] serves it; under another
/// server everything works but the fault `reset`, which is then answered by 501.
pub fn router(options: Options) -> Router {
    let mock = Mutex::new(Mock::new(options.seed));
    let state = Arc::new(State { options, mock, arrived: AtomicU64::new(0) });
    catalog::gateways().fold(Router::new(), |router, gateway| {
        let name = gateway.name;
        let state = Arc::clone(&state);
        let route = any(move |request| receive(gateway, state, request));
        router
            .route(&format!("/{name}"), route.clone())
            .route(&format!("/{name}/"), route.clone())
            .route(&format!("/{name}/{{*path}}"), route)
    })
}

/// The gateways, and for any other path a word about what there is.
pub fn app(options: Options) -> Router {
    let names = || catalog::gateways().map(|gateway| format!("/{}\n", gateway.name)).collect::<String>();
    router(options)
        .fallback(async move || text(404, &format!("no such gateway; there are:\n{}", names())).map(Body::from))
}

#[derive(Debug)]
struct State {
    options: Options,
    mock: Mutex<Mock>,
    arrived: AtomicU64,
}

impl State {
    /// What goes wrong with this call, and how long its answer takes.
    fn faults(&self, number: u64) -> (Option<Kind>, Duration) {
        let mut delay = Duration::ZERO;
        let mut fault = None;
        for one in self.options.faults.iter().filter(|fault| fault.befalls(number)) {
            match one.kind {
                Kind::Delay(time) => delay = delay.saturating_add(time),
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
    let (fault, delay) = state.faults(number);
    let switch = head.extensions.get::<ConnectInfo<Switch>>().map(|ConnectInfo(switch)| switch.clone());
    let request = Request::from_parts(head, body);
    let admitted = admit(&gateway, &request);
    let outcome = {
        let mut mock = state.mock.lock().unwrap_or_else(PoisonError::into_inner);
        outcome(&gateway, &admitted, fault, &mut mock)
    };
    if let Some(watcher) = &state.options.watcher {
        let (operation, refusal) = match admitted {
            Ok(admitted) => (Some(admitted.entry.id), None),
            Err(refusal) => (None, Some(refusal)),
        };
        let (gateway, status) = (gateway.name, outcome.status());
        // A watcher may have gone; the mock goes on.
        let _ = watcher.send(Arrival { number, gateway, operation, refusal, status, request });
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
