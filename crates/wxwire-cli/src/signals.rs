//! Signals that ask for an end: Ctrl-C, TERM and HUP, where they are not ignored, as `nohup` wants it.

use std::future::Future;
use std::io;

/// Ends when a signal asks for an end, and says its name. A second signal ends the process at once, whatever it waits for.
#[cfg(unix)]
pub fn end() -> io::Result<impl Future<Output = &'static str>> {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    use std::task::Poll;

    use signal_hook::flag;
    use tokio::signal::unix::{SignalKind, signal};

    let is_asked = Arc::new(AtomicBool::new(false));
    let kinds =
        [("SIGINT", SignalKind::interrupt()), ("SIGTERM", SignalKind::terminate()), ("SIGHUP", SignalKind::hangup())];
    let ignored = ignored();
    let mut signals = Vec::new();
    for (name, kind) in kinds {
        let number = kind.as_raw_value();
        if ignored & (1 << (number - 1)) == 0 {
            // In this order: the signal that sets the flag finds it not set.
            flag::register_conditional_shutdown(number, 128 + number, Arc::clone(&is_asked))?;
            flag::register(number, Arc::clone(&is_asked))?;
            signals.push((name, signal(kind)?));
        }
    }
    Ok(std::future::poll_fn(move |context| {
        let come = signals.iter_mut().find_map(|(name, signal)| signal.poll_recv(context).is_ready().then_some(*name));
        come.map_or(Poll::Pending, Poll::Ready)
    }))
}

/// The signals that this process was started to ignore, as bits, where the system tells.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

/// Ends when somebody asks for an end, and says how. A second time ends the process at once, whatever it waits for: so there is
/// a thread that listens.
#[cfg(not(unix))]
pub fn end() -> io::Result<impl Future<Output = &'static str>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (sender, receiver) = tokio::sync::oneshot::channel();
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        runtime.block_on(async {
            if tokio::signal::ctrl_c().await.is_ok() {
                // Nobody waits any more: the command is about to end by itself.
                let _ = sender.send("Ctrl-C");
                if tokio::signal::ctrl_c().await.is_ok() {
                    std::process::exit(130);
                }
            }
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
