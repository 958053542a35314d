//! `wxwire mock`: the gateways, imitated on loopback.

use clap::Args;
use serde_json::json;
use tokio::sync::mpsc::unbounded_channel;
use wxwire::catalog;
use wxwire::operation::GatewayEntry;
use wxwire_mock::Callbacks;

use crate::exit::{Exit, Failure};
use crate::options::{Behaviour, Options};
use crate::running::{self, Running};
use crate::{loopback, signals, targets, terminal};

#[derive(Args, Debug)]
pub struct Mock {
    /// The port; 0 for any that is free
    #[arg(long, default_value_t = 8765)]
    pub port: u16,
    #[command(flatten)]
    pub mock: Behaviour,
    /// Send callbacks here: those that settle what was sent, and with --callbacks others, too. GATEWAY=URL or GATEWAY/PROFILE=URL: only that gateway's; can be given more than once
    #[arg(long, value_name = "URL")]
    pub callback: Vec<String>,
    /// Send so many callbacks, of every kind in turn
    #[arg(long, value_name = "COUNT", default_value_t = 0, requires = "callback")]
    pub callbacks: u64,
}

pub fn run(options: &Options, mock: &Mock) -> Result<Exit, Failure> {
    let Mock { port, mock: behaviour, callback, callbacks } = mock;
    let (to, notes) = targets::read(callback)?;
    notes.iter().for_each(|note| terminal::note(note.get(options.lang())));
    super::runtime()?.block_on(async {
        let end = signals::end()?;
        let (watcher, mut arrivals) = unbounded_channel();
        let (teller, mut sent) = unbounded_channel();
        let calls_back = !to.is_empty();
        let callbacks = Callbacks { to, count: *callbacks, watcher: Some(teller) };
        let (mock, own) = running::on(loopback::listen(*port).await?, behaviour, watcher, callbacks)?;
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
        let mut own = tokio::spawn(own);
        let mut is_sending = calls_back;
        loop {
            tokio::select! {
                biased;
                _ = &mut end => return Ok(Exit::Done),
                Some(one) = arrivals.recv() => terminal::mock::arrival(&one, options),
                Some(one) = sent.recv() => terminal::mock::sent(&one, options),
                totals = &mut own, if is_sending => {
                    is_sending = false;
                    totals.iter().for_each(|totals| terminal::mock::totals(totals, options));
                }
            }
            terminal::flush()?;
        }
    })
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
