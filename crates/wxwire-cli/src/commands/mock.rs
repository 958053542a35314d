//! `wxwire mock`: the gateways, imitated on loopback.

use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use wxwire::catalog;
use wxwire::operation::Entry;

use crate::account::Account;
use crate::args::{self, Options};
use crate::exit::{Exit, Failure};
use crate::{loopback, signals, terminal};

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
pub async fn start(port: u16, behaviour: &args::Behaviour) -> Result<Running, Failure> {
    on(TcpListener::bind(("127.0.0.1", port)).await?, behaviour)
}

fn on(listener: TcpListener, behaviour: &args::Behaviour) -> Result<Running, Failure> {
    let address = format!("http://{}", listener.local_addr()?);
    let options = wxwire_mock::Options { seed: behaviour.seed, faults: behaviour.fault.clone(), watcher: None };
    let task = tokio::spawn(wxwire_mock::serve(listener, wxwire_mock::app(options), std::future::pending()));
    Ok(Running { address, task })
}

/// Refuses faults that an operation cannot have: its mock would answer as no gateway does.
pub fn befall(entry: &Entry, behaviour: &args::Behaviour, options: &Options) -> Result<(), Failure> {
    match behaviour.fault.iter().find(|fault| !fault.fits(entry)) {
        Some(fault) => {
            let words = options.say("不会出现该故障", "cannot go wrong in this way");
            Err(Failure::usage(format!("{} {words}: {fault}", entry.id)))
        }
        None => Ok(()),
    }
}

pub fn run(options: &Options, port: u16, behaviour: &args::Behaviour) -> Result<Exit, Failure> {
    super::runtime()?.block_on(async {
        let end = signals::end()?;
        let mock = on(loopback::listen(port, options).await?, behaviour)?;
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
        terminal::flush(options.lang())?;
        terminal::note(options.say("Ctrl-C 结束", "Ctrl-C ends it"));
        end.await;
        Ok(Exit::Done)
    })
}

/// Where each gateway is, and the credentials that its mock takes.
fn describe(mock: &Running) -> serde_json::Value {
    let gateway = |gateway: wxwire::operation::GatewayEntry| {
        let credentials = wxwire_mock::credentials(&gateway);
        let known =
            catalog::credentials(&gateway).into_iter().filter_map(|one| Some((one.name, credentials.find(one.name)?)));
        let known: serde_json::Map<_, _> =
            known.map(|(name, secret)| (name.to_owned(), secret.reveal().into())).collect();
        let base_url = format!("{}/{}", mock.address, gateway.name);
        (gateway.name.to_owned(), serde_json::json!({"base_url": base_url, "credentials": known}))
    };
    serde_json::json!({"gateways": catalog::gateways().map(gateway).collect::<serde_json::Map<_, _>>()})
}
