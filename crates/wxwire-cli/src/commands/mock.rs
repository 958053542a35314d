//! `wxwire mock`: the gateways, imitated on loopback.

use clap::Args;
use serde_json::json;
use tokio::sync::mpsc::unbounded_channel;
use wxwire::catalog;
use wxwire::operation::GatewayEntry;
use wxwire_mock::Arrival;

use crate::exit::{Exit, Failure};
use crate::options::{Behaviour, Options};
use crate::running::{self, Running};
use crate::terminal::{self, Colour};
use crate::{loopback, signals};

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
        let mock = running::on(loopback::listen(*port).await?, behaviour, Some(watcher))?;
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
