//! A mock that runs beside a command.

use tokio::net::TcpListener;
use tokio::sync::mpsc::UnboundedSender;
use tokio::task::JoinHandle;
use wxwire::lang::Words;
use wxwire::operation::Entry;
use wxwire_mock::callbacks::Totals;
use wxwire_mock::{Arrival, Callbacks};

use crate::account::Account;
use crate::exit::Failure;
use crate::options::Behaviour;
use crate::text::Text;

/// A mock that runs for as long as this lives.
#[derive(Debug)]
pub struct Running {
    /// Where it is.
    pub address: String,
    task: JoinHandle<()>,
}

impl Running {
    /// The account for a gateway of the mock.
    pub fn account(&self, entry: &Entry) -> Account {
        let base_url = format!("{}/{}", self.address, entry.gateway.name);
        let credentials = wxwire_mock::credentials(&entry.gateway);
        Account { credentials, base_url: Some(base_url), ..Account::default() }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Starts a mock on a port of loopback; no fault befalls the call `spared`, and `watcher` hears of what arrives.
pub async fn start(
    port: u16,
    behaviour: &Behaviour,
    spared: Option<&'static str>,
    watcher: Option<UnboundedSender<Arrival>>,
) -> Result<Running, Failure> {
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    let (seed, faults) = (behaviour.seed, behaviour.fault.clone());
    let options = wxwire_mock::Options { seed, faults, spared, watcher, ..wxwire_mock::Options::default() };
    // Without an address for callbacks it does nothing of its own accord.
    run(listener, options).map(|(running, _)| running)
}

/// Runs a mock on what was opened for it; and what it does of its own accord, to be awaited beside it.
pub fn on(
    listener: TcpListener,
    behaviour: &Behaviour,
    watcher: UnboundedSender<Arrival>,
    callbacks: Callbacks,
) -> Result<(Running, impl Future<Output = Totals> + use<>), Failure> {
    let (seed, faults) = (behaviour.seed, behaviour.fault.clone());
    run(listener, wxwire_mock::Options { seed, faults, spared: None, watcher: Some(watcher), callbacks })
}

fn run(
    listener: TcpListener,
    options: wxwire_mock::Options,
) -> Result<(Running, impl Future<Output = Totals> + use<>), Failure> {
    let address = format!("http://{}", listener.local_addr()?);
    let (app, own) = wxwire_mock::start(options);
    let task = tokio::spawn(wxwire_mock::serve(listener, app, std::future::pending()));
    Ok((Running { address, task }, own))
}

/// Refuses faults that an operation cannot have: its mock would answer as no gateway does.
pub fn befall(entry: &Entry, behaviour: &Behaviour) -> Result<(), Failure> {
    match behaviour.fault.iter().find(|fault| !fault.fits(entry)) {
        Some(fault) => {
            let words = Words::new("没有这种故障：", "this operation has no such fault: ");
            Err(Failure::usage(Text::of(|lang| format!("{}{fault}", words.get(lang))).about(entry.id)))
        }
        None => Ok(()),
    }
}
