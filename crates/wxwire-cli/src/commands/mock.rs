//! `wxwire mock`: the gateways, imitated on loopback.

use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use wxwire::catalog;
use wxwire::operation::Entry;

use crate::account::Account;
use crate::args::{self, Options};
use crate::exit::{Exit, Failure};
use crate::terminal;

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
        Account { credentials: wxwire_mock::credentials(&entry.gateway), base_url: Some(base_url) }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Starts a mock on a port of loopback.
pub async fn start(port: u16, behaviour: &args::Behaviour) -> Result<Running, Failure> {
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    let address = format!("http://{}", listener.local_addr()?);
    let options = wxwire_mock::Options { seed: behaviour.seed, faults: behaviour.fault.clone(), watcher: None };
    let task = tokio::spawn(wxwire_mock::serve(listener, wxwire_mock::app(options), std::future::pending()));
    Ok(Running { address, task })
}

pub fn run(options: &Options, port: u16, behaviour: &args::Behaviour) -> Result<Exit, Failure> {
    super::runtime()?.block_on(async {
        let mock = start(port, behaviour).await?;
        for gateway in catalog::gateways() {
            let credentials = wxwire_mock::credentials(&gateway);
            let known = gateway.credentials.iter().filter_map(|one| Some((one, credentials.find(one.name)?)));
            let list: Vec<_> =
                known.map(|(one, secret)| format!("{}={}", gateway.variable(one.name), secret.reveal())).collect();
            terminal::say(
                &format!("{}={}/{} {}", gateway.variable("base_url"), mock.address, gateway.name, list.join(" "))
                    .trim_end(),
            );
        }
        terminal::note(options.say("Ctrl-C 结束", "Ctrl-C ends it"));
        tokio::signal::ctrl_c().await?;
        Ok(Exit::Done)
    })
}
