//! The gateways of the catalog, imitated on loopback, with faults on request.
//!
//! What this crate does *not* do: it keeps no state of chats or accounts but the tokens that it gave and the files that it
//! got, and knows no gateway and no operation by name. All that it says comes from [`wxwire::catalog`]: paths, credentials, checks, answers. Gateway `G`
//! is served under `/G`, and behind it the vendor's own path.
//!
//! ```no_run
//! # async fn run() -> std::io::Result<()> {
//! use wxwire_mock::{Options, app, serve};
//!
//! let options = Options { faults: vec!["reset@2".parse().expect("a fault")], ..Options::default() };
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
//! serve(listener, app(options), std::future::pending()).await;
//! # Ok(())
//! # }
//! ```

mod admit;
mod arrival;
pub mod callbacks;
mod fault;
mod files;
mod outcome;
mod rates;
mod receive;
mod serve;
mod tokens;

pub use arrival::Arrival;
pub use callbacks::Callbacks;
pub use fault::{Fault, FaultError, Kind, When};
pub use receive::{app, router, start};
pub use serve::serve;

use tokio::sync::mpsc::UnboundedSender;
use wxwire::operation::GatewayEntry;
use wxwire::secret::Credentials;

/// How the gateways are imitated.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where ids come from: the same seed and the same calls in the same order give the same answers.
    pub seed: u64,
    /// What goes wrong.
    pub faults: Vec<Fault>,
    /// The call, by its id, that no fault befalls and that is not counted: the one that fetches a token for another.
    pub spared: Option<&'static str>,
    /// Who is told of every call, before it is answered.
    pub watcher: Option<UnboundedSender<Arrival>>,
    /// What the gateways send by themselves, and where to.
    pub callbacks: Callbacks,
}

/// The credentials that the imitation of a gateway wants: `mock-` and the name, for each that is required. These never end;
/// a token that the mock gave counts too, until it ends.
pub fn credentials(gateway: &GatewayEntry) -> Credentials {
    let all = wxwire::catalog::credentials(gateway).into_iter();
    all.filter(|credential| credential.required)
        .fold(Credentials::new(), |all, one| all.with(one.name, expected(one.name)))
}

/// What the mock takes as the credential of this name, at any time.
fn expected(name: &str) -> String {
    format!("mock-{name}")
}

#[cfg(test)]
mod tests;
