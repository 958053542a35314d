//! How what a gateway sends by itself leaves it, for whoever imitates one: the other direction of [`Receiving`].
//!
//! [`Receiving`]: super::Receiving

use super::receiving::Fresh;
use crate::credential::{Credential, Credentials};
use crate::crypto::Failure;

/// A callback as it goes over the wire.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Delivery {
    /// What is added to the address; empty where nothing is.
    pub query: String,
    /// Its `Content-Type`.
    pub content_type: &'static str,
    /// Its body. One without any goes by `GET`.
    pub body: Vec<u8>,
}

impl Delivery {
    /// Something in clear.
    pub(crate) fn plain(content_type: &'static str, message: &[u8]) -> Self {
        Self { query: String::new(), content_type, body: message.to_vec() }
    }
}

/// How a gateway finds out whether an address is good, before it sends callbacks there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Trial {
    /// What it sends.
    pub delivery: Delivery,
    /// What has to come back; none where any success will do.
    pub expected: Option<Vec<u8>>,
}

type Post = fn(&Credentials, &[u8], Fresh) -> Result<Delivery, Failure>;
type Try = fn(&Credentials, Fresh) -> Result<Trial, Failure>;

/// How a gateway sends its callbacks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sending {
    /// How often it sends one in all, until it is answered.
    pub(crate) times: u32,
    pub(crate) post: Post,
    pub(crate) trial: Option<Try>,
    /// What else of an account it goes by: whom its callbacks are for.
    pub(crate) of_account: &'static [Credential],
}

impl Sending {
    /// JSON in clear, once: that it is sent again is not known.
    pub(crate) const PLAIN: Self = Self {
        times: 1,
        post: |_, message, _| Ok(Delivery::plain("application/json", message)),
        trial: None,
        of_account: &[],
    };
}

/// A secret of the same form, and another one: letters and digits give way to their neighbours.
pub(crate) fn another(secret: &str) -> String {
    let next = |letter: char| match letter {
        '9' => '0',
        'z' => 'a',
        'Z' => 'A',
        _ if letter.is_ascii_alphanumeric() => char::from(letter as u8 + 1),
        _ => letter,
    };
    secret.chars().map(next).collect()
}

#[cfg(test)]
mod tests {
    use super::another;

    #[test]
    fn another_secret_has_the_same_form() {
        let secret = "azAZ09-_";
        assert_eq!(another(secret), "baBA10-_");
        let key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
        assert!(another(key).len() == 43 && another(key).bytes().all(|byte| byte.is_ascii_alphanumeric()));
    }
}
