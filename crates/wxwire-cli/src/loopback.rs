//! Listening on this machine alone.

use std::io::ErrorKind;

use tokio::net::TcpListener;

use crate::args::Options;
use crate::exit::{Failure, Fault};

/// Listens on a port of loopback.
pub async fn listen(port: u16, options: &Options) -> Result<TcpListener, Failure> {
    TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            let words = options.say(
                "已被占用；用 --port 换一个，0 为任意空闲端口",
                "is taken; name another with --port, or 0 for any",
            );
            Failure::new(Fault::Port, format!("{} {port} {words}", options.say("端口", "port")))
        }
        _ => error.into(),
    })
}
