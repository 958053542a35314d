//! `wxwire listen`: callbacks, received, verified, decrypted and explained.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use clap::Args;
use serde_json::json;

use crate::exit::{Exit, Failure};
use crate::listen::{Receiver, Route};
use crate::options::Options;
use crate::{listen, loopback, signals, terminal};

#[derive(Args, Debug)]
pub struct Listen {
    /// Whose callbacks: a gateway, or GATEWAY/PROFILE; PATH=GATEWAY where the path is to be another
    #[arg(required = true, value_name = "GATEWAY")]
    pub from: Vec<String>,
    /// The port; 0 for any that is free
    #[arg(long, default_value_t = 8766)]
    pub port: u16,
    /// The address to listen on; by default only this machine can reach it
    #[arg(long, value_name = "ADDRESS", default_value_t = Ipv4Addr::LOCALHOST.into())]
    pub host: IpAddr,
    /// Run this command for each callback: it stands on standard input, and what is printed is the passive reply
    #[arg(long, value_name = "COMMAND")]
    pub exec: Option<String>,
    /// Forget what came in earlier runs: what is sent again is taken in again
    #[arg(long)]
    pub forget: bool,
}

pub fn run(options: &Options, Listen { from, port, host, exec, forget }: &Listen) -> Result<Exit, Failure> {
    let routes = Route::all(from)?;
    routes.iter().flat_map(|route| &route.notes).for_each(|note| terminal::note(note.get(options.lang())));
    super::runtime()?.block_on(async {
        let end = signals::end()?;
        let listener = loopback::on(*host, *port).await?;
        let address = listener.local_addr()?;
        for route in &routes {
            let url = format!("http://{address}{}", route.path);
            if options.json {
                terminal::json(&json!({"url": url, "gateway": route.gateway.name, "profile": route.profile}));
            } else {
                terminal::say(&format!("{url}  {}", route.gateway.title.get(options.lang())));
            }
        }
        terminal::flush()?;
        terminal::note(options.say("Ctrl-C 结束", "Ctrl-C ends it"));
        let receiver = Arc::new(Receiver::new(routes, exec.clone(), *forget, options.clone()));
        let mut end = std::pin::pin!(end);
        let failed = tokio::select! {
            _ = &mut end => None,
            failure = listen::serve(listener, Arc::clone(&receiver)) => Some(failure),
        };
        terminal::note(&receiver.summary());
        failed.map_or(Ok(Exit::Done), Err)
    })
}
