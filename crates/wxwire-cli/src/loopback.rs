//! Listening, on this machine alone unless another address is named.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr};

use tokio::net::TcpListener;

use wxwire::lang::Words;

use crate::exit::{Failure, Fault};
use crate::text::Text;

/// Listens on a port of loopback.
pub async fn listen(port: u16) -> Result<TcpListener, Failure> {
    on(Ipv4Addr::LOCALHOST.into(), port).await
}

/// Listens on a port of an address.
pub async fn on(host: IpAddr, port: u16) -> Result<TcpListener, Failure> {
    TcpListener::bind((host, port)).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            let port_of = Words::new("端口", "port");
            let taken = Words::new(
                "已被占用；用 --port 换一个，0 为任意空闲端口",
                "is taken; name another with --port, or 0 for any",
            );
            let text = Text::of(|lang| format!("{} {port} {}", port_of.get(lang), taken.get(lang)));
            Failure::new(Fault::Port, text)
        }
        _ => error.into(),
    })
}
