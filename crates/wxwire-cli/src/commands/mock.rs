//! `wxwire mock`: the gateways, imitated on loopback.

use clap::Args;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use wxwire::catalog;
use wxwire::lang::Words;
use wxwire::operation::{Entry, GatewayEntry};
use wxwire_mock::Arrival;

use crate::account::Account;
use crate::args::{Behaviour, Options};
use crate::exit::{Exit, Failure};
use crate::terminal::{self, Colour};
use crate::text::Text;
use crate::{loopback, signals};

/// A mock that runs for as long as this lives.
#[derive(Debug)]
pub struct Running {
    address: String,
    task: JoinHandle<()>,
}

impl Running {
    /// The account for a gateway of the mock.
    pub fn account(&self, entry: &Entry) -> Account {
        let base_url = format!("{}/{}", self.address, entry.gateway.name);
        Account { credentials: wxwire_mock::credentials(&entry.gateway), base_url: Some(base_url), notes: vec![] }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Starts a mock on a port of loopback.
pub async fn start(port: u16, behaviour: &Behaviour) -> Result<Running, Failure> {
    on(TcpListener::bind(("127.0.0.1", port)).await?, behaviour, None)
}

fn on(
    listener: TcpListener,
    behaviour: &Behaviour,
    watcher: Option<UnboundedSender<Arrival>>,
) -> Result<Running, Failure> {
    let address = format!("http://{}", listener.local_addr()?);
    let options = wxwire_mock::Options { seed: behaviour.seed, faults: behaviour.fault.clone(), watcher };
    let task = tokio::spawn(wxwire_mock::serve(listener, wxwire_mock::app(options), std::future::pending()));
    Ok(Running { address, task })
}

/// Refuses faults that an operation cannot have: its mock would answer as no gateway does.
pub fn befall(entry: &Entry, behaviour: &Behaviour) -> Result<(), Failure> {
    match behaviour.fault.iter().find(|fault| !fault.fits(entry)) {
        Some(fault) => {
            let words = Words::new("没有这种故障", "this operation has no such fault");
            Err(Failure::usage(Text::of(|lang| format!("{}: {} {fault}", entry.id, words.get(lang)))))
        }
        None => Ok(()),
    }
}

#[derive(Args, Debug)]
pub struct Mock {
    /// The port; 0 for any that is free
    #[arg(long, default_value_t = 8765)]
    pub port: u16,
    #[command(flatten)]
    pub mock: Behaviour,
}

pub fn run(options: &Options, Mock { port, mock: behaviour }: &Mock) -> Result<Exit, Failure> {
    super::runtime()?.block_on(async {
        let end = signals::end()?;
        let (watcher, mut arrivals) = unbounded_channel();
        let mock = on(loopback::listen(*port).await?, behaviour, Some(watcher))?;
        if options.json {
            terminal::json(&describe(&mock));
        }
        for gateway in catalog::gateways().filter(|_| !options.json) {
            let credentials = wxwire_mock::credentials(&gateway);
            let known =
                catalog::credentials(&gateway).into_iter().filter_map(|one| Some((one, credentials.find(one.name)?)));
            let list: Vec<_> =
                known.map(|(one, secret)| format!("{}={}", gateway.variable(one.name), secret.reveal())).collect();
            let variable = gateway.variable("base_url");
            let line = format!("{variable}={}/{} {}", mock.address, gateway.name, list.join(" "));
            terminal::say(line.trim_end());
        }
        terminal::flush()?;
        terminal::note(options.say("Ctrl-C 结束", "Ctrl-C ends it"));
        let mut end = std::pin::pin!(end);
        loop {
            tokio::select! {
                _ = &mut end => return Ok(Exit::Done),
                arrival = arrivals.recv() => arrival.iter().for_each(|arrival| tell(arrival, options)),
            }
            terminal::flush()?;
        }
    })
}

/// Says what arrived and what became of it; not its query, headers and body, any of which may hold a secret.
fn tell(arrival: &Arrival, options: &Options) {
    let (method, path) = (arrival.request.method().as_str(), arrival.request.uri().path());
    let refusal = arrival.refusal.as_ref();
    if options.json {
        let refusal = refusal.map(|one| json!({"code": one.name(), "message": one.message(options.lang())}));
        return terminal::json(&json!({
            "number": arrival.number, "gateway": arrival.gateway, "operation": arrival.operation, "method": method,
            "path": path, "status": arrival.status, "refusal": refusal,
        }));
    }
    let status =
        arrival.status.map_or_else(|| options.say("连接重置", "reset").to_owned(), |status| status.to_string());
    let what = match refusal {
        Some(refusal) => Colour::Red.paint(&terminal::one_line(&refusal.message(options.lang()))),
        None => arrival.operation.map(|id| Colour::Green.paint(id)).unwrap_or_default(),
    };
    terminal::say(&format!("{} {method} {}  {status}  {what}", arrival.number, terminal::one_line(path)));
}

/// Where each gateway is, and the credentials that its mock takes.
fn describe(mock: &Running) -> serde_json::Value {
    let gateway = |gateway: GatewayEntry| {
        let credentials = wxwire_mock::credentials(&gateway);
        let known =
            catalog::credentials(&gateway).into_iter().filter_map(|one| Some((one.name, credentials.find(one.name)?)));
        let known: serde_json::Map<_, _> =
            known.map(|(name, secret)| (name.to_owned(), secret.reveal().into())).collect();
        let base_url = format!("{}/{}", mock.address, gateway.name);
        (gateway.name.to_owned(), json!({"base_url": base_url, "credentials": known}))
    };
    json!({"gateways": catalog::gateways().map(gateway).collect::<serde_json::Map<_, _>>()})
}
