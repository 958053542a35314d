//! `wxwire serve`: the playground on loopback.

use std::path::PathBuf;

use clap::Args;
use tokio::sync::mpsc::unbounded_channel;
use wxwire::lang::Words;

use crate::exit::{Exit, Failure};
use crate::link::{Link, LinkArgs};
use crate::options::{Behaviour, Options};
use crate::running;
use crate::serve::{App, Token, router};
use crate::{loopback, signals, terminal};

#[derive(Args, Debug)]
pub struct Serve {
    /// The port; 0 for any that is free
    #[arg(long, default_value_t = 8764)]
    pub port: u16,
    /// The folder of the built page
    #[arg(long, value_name = "FOLDER")]
    pub page: Option<PathBuf>,
    /// Send to mock gateways instead of the real ones
    #[arg(long, conflicts_with_all = ["proxy", "cacert", "insecure"])]
    pub mock: bool,
    #[command(flatten)]
    pub behaviour: Behaviour,
    #[command(flatten)]
    pub link: LinkArgs,
}

pub fn run(options: &Options, serve: &Serve) -> Result<Exit, Failure> {
    let page = serve.page.clone().or_else(beside_the_binary).filter(|page| page.join("index.html").is_file());
    let Some(page) = page else {
        return Err(Failure::usage(Words::new(
            "找不到页面；先构建，再用 --page 指出目录",
            "no page; build it and name its folder with --page",
        )));
    };
    let link = Link::open(&serve.link, options)?;
    super::runtime()?.block_on(async {
        let (watcher, mut arrivals) = unbounded_channel();
        let mock = match serve.mock {
            true => Some(running::start(0, &serve.behaviour, None, Some(watcher)).await?),
            false => None,
        };
        let end = signals::end()?;
        let listener = loopback::listen(serve.port).await?;
        let address = listener.local_addr()?;
        let mode = match &mock {
            Some(_) => options.say("发给模拟网关", "sends to mock gateways"),
            None => options.say("发给真实网关", "sends to the real gateways"),
        };
        let token = Token::new()?;
        let url = token.url(&address.to_string());
        if options.json {
            terminal::json(&serde_json::json!({"url": url, "mock": mock.is_some()}));
        } else {
            terminal::say(&format!("{url}  ({mode})"));
        }
        terminal::flush()?;
        terminal::note(options.say("Ctrl-C 结束", "Ctrl-C ends it"));
        let app = App { page, mock, link, port: address.port(), token, options: options.clone() };
        let mut served = std::pin::pin!(axum::serve(listener, router(app)).into_future());
        let mut end = std::pin::pin!(end);
        loop {
            tokio::select! {
                served = &mut served => return Ok(served.map(|()| Exit::Done)?),
                _ = &mut end => return Ok(Exit::Done),
                // Without a mock nobody sends.
                Some(one) = arrivals.recv() => terminal::mock::arrival(&one, options),
            }
            // The page goes on where nobody reads this any more.
            let _ = terminal::flush();
        }
    })
}

/// Where a build or an installation puts the page.
fn beside_the_binary() -> Option<PathBuf> {
    let binary = std::env::current_exe().ok()?;
    let folder = binary.parent()?;
    [folder.join("page"), folder.join("../page"), folder.join("../share/wxwire/page")]
        .into_iter()
        .find(|page| page.join("index.html").is_file())
}
