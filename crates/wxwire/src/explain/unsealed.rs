//! What is encrypted, opened with the keys of those who may read it.

use super::told::{Told, query_of};
use crate::catalog;
use crate::credential::Credentials;
use crate::crypto::Failure;
use crate::layer::document::{Around, Document, Guide, Head};
use crate::operation::{Arrival, GatewayEntry};

/// What was tried on something that may be encrypted.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Unsealed {
    /// Whose keys were tried.
    pub gateway: GatewayEntry,
    /// The message inside, or the step that failed.
    pub message: Result<Vec<u8>, Failure>,
}

/// Opens what some bytes hold encrypted, a callback or the reply to one, alone or in a request with its head. Each gateway's
/// keys are tried: what one opens, or else why each does not. Empty where nothing is encrypted.
pub fn unseal(bytes: &[u8], accounts: &[(GatewayEntry, Credentials)]) -> Vec<Unsealed> {
    let Ok(document) = Document::new(bytes, Guide::default()) else { return vec![] };
    let told = Told::of(&document, None);
    let query = match document.around() {
        Around::Http(Head { request: Some(_), .. }) => query_of(bytes),
        _ => String::new(),
    };
    let arrival = Arrival { query: &query, body: document.payload() };
    let can_be = |gateway: &GatewayEntry| told.gateway.is_none_or(|known| known.name == gateway.name);
    let tried = accounts.iter().filter(|(gateway, _)| can_be(gateway)).filter_map(|(gateway, settings)| {
        let message = catalog::receiving(gateway).read(settings, arrival)?;
        let is_sealed = !matches!(message, Err(Failure::Envelope(_)));
        is_sealed.then_some(Unsealed { gateway: *gateway, message })
    });
    let mut tried: Vec<_> = tried.collect();
    if let Some(at) = tried.iter().position(|one| one.message.is_ok()) {
        tried = vec![tried.swap_remove(at)];
    }
    tried
}
