//! Signals that ask for an end: Ctrl-C, TERM and HUP, where they are not ignored, as `nohup` wants it.

use std::future::Future;
use std::io;
#[cfg(unix)]
use std::task::Poll;

use tokio::sync::oneshot;

/// Ends when a signal asks for an end, and says its name. A second signal ends the process at once, whatever it waits for:
/// so the signals have a thread of their own.
pub fn end() -> io::Result<impl Future<Output = &'static str>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut signals = {
        let _guard = runtime.enter();
        Signals::listen()?
    };
    let (sender, receiver) = oneshot::channel();
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        runtime.block_on(async {
            let (name, _) = signals.next().await;
            // Nobody waits any more: the command is about to end by itself.
            let _ = sender.send(name);
            let (_, number) = signals.next().await;
            std::process::exit(128 + number);
        })
    })?;
    Ok(async {
        match receiver.await {
            Ok(name) => name,
            // Without its thread no signal arrives.
            Err(_) => std::future::pending().await,
        }
    })
}

#[cfg(unix)]
#[derive(Debug)]
struct Signals(Vec<(&'static str, i32, tokio::signal::unix::Signal)>);

#[cfg(unix)]
impl Signals {
    fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let kinds = [
            ("SIGINT", SignalKind::interrupt()),
            ("SIGTERM", SignalKind::terminate()),
            ("SIGHUP", SignalKind::hangup()),
        ];
        let ignored = ignored();
        let heard = kinds.into_iter().filter(|(_, kind)| ignored & (1 << (kind.as_raw_value() - 1)) == 0);
        let heard = heard.map(|(name, kind)| Ok((name, kind.as_raw_value(), signal(kind)?)));
        heard.collect::<io::Result<_>>().map(Self)
    }

    async fn next(&mut self) -> (&'static str, i32) {
        std::future::poll_fn(|context| {
            let come = self
                .0
                .iter_mut()
                .find_map(|(name, number, signal)| signal.poll_recv(context).is_ready().then_some((*name, *number)));
            come.map_or(Poll::Pending, Poll::Ready)
        })
        .await
    }
}

/// The signals that this process was started to ignore, as bits, where the system tells.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

#[cfg(not(unix))]
#[derive(Debug)]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn listen() -> io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) -> (&'static str, i32) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        ("Ctrl-C", 2)
    }
}
