//! The program that gets each callback: the message on its standard input, whose it is in its environment.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::Semaphore;
use wxwire::explain::Explanation;

use super::Route;

/// So many run at a time.
static RUNNING: Semaphore = Semaphore::const_new(32);
/// A reply larger than this is none.
const MAX_REPLY: u64 = 1 << 20;
/// What is left of the gateway's time for sealing a reply and for the way back.
const MARGIN: Duration = Duration::from_millis(500);
/// How long a program may run where its gateway's time is not known.
const LONGEST: Duration = Duration::from_secs(10);

/// Runs a command for a message; what it printed within the gateway's time. It goes on when that is over, but its reply
/// comes too late.
pub async fn run(
    command: &str,
    route: &Route,
    explanation: Option<&Explanation>,
    message: &[u8],
) -> Result<Vec<u8>, String> {
    let within = route.receiving.within.map_or(LONGEST, |within| within.saturating_sub(MARGIN));
    let work = tokio::spawn(printed(shell(command, route, explanation), message.to_vec()));
    match tokio::time::timeout(within, work).await {
        Ok(Ok(printed)) => printed.map_err(|error| format!("--exec: {error}")),
        Ok(Err(_)) => Err("--exec: it broke off".to_owned()),
        Err(_) => Err(format!("--exec: no reply within {} ms", within.as_millis())),
    }
}

fn shell(command: &str, route: &Route, explanation: Option<&Explanation>) -> Command {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut shell = Command::new(shell);
    shell.arg(flag).arg(command).env("WXWIRE_PATH", &route.path).env("WXWIRE_GATEWAY", route.gateway.name);
    shell.env("WXWIRE_PROFILE", route.profile.as_deref().unwrap_or_default());
    shell.env("WXWIRE_KIND", explanation.map_or("", |one| one.kind.name()));
    shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    shell
}

async fn printed(mut shell: Command, message: Vec<u8>) -> std::io::Result<Vec<u8>> {
    let _running = RUNNING.acquire().await.map_err(std::io::Error::other)?;
    let mut child = shell.spawn()?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let write = async {
        if let Some(mut stdin) = stdin {
            // A program need not read what it has no use for.
            let _ = stdin.write_all(&message).await;
        }
    };
    let read = async {
        let mut printed = Vec::new();
        if let Some(stdout) = stdout {
            stdout.take(MAX_REPLY).read_to_end(&mut printed).await?;
        }
        std::io::Result::Ok(printed)
    };
    let ((), printed) = tokio::join!(write, read);
    let ended = child.wait().await?;
    if ended.success() { printed } else { Err(std::io::Error::other(ended.to_string())) }
}
