//! WeCom's callbacks: signed, encrypted with AES-256-CBC, and meant for one receiver. So are the replies to them.

use std::fmt;

use sha1::{Digest, Sha1};
use subtle::ConstantTimeEq;

use super::Failure;
use super::cipher::Key;
use crate::layer::escape::percent_decode;
use crate::layer::json::Tree;
use crate::layer::{base64, hex, xml};

/// How many random bytes a message begins with.
const RANDOM: usize = 16;
/// So many bytes say how long the message is.
const LENGTH: usize = 4;

/// What the receiver of callbacks was given. `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Keys {
    token: String,
    key: Key,
    receiver: Option<String>,
}

/// What goes over the wire: the ciphertext, and what signs it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Sealed {
    /// The ciphertext, in base64.
    pub encrypt: String,
    /// SHA-1 of the token and all else here, in hexadecimal.
    pub signature: String,
    /// Unix seconds, as text.
    pub timestamp: String,
    /// Whatever the sender chose.
    pub nonce: String,
}

/// What was inside.
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct Opened {
    /// The message, XML or JSON; of a verification, the text to answer with.
    pub message: Vec<u8>,
    /// Whom it is for: a company's id, a suite's, or nothing for a robot.
    pub receiver: String,
    /// The bytes that it began with, so that it can be sealed to the same text again.
    pub random: [u8; RANDOM],
}

impl Keys {
    /// The token and the EncodingAESKey of an app, and whom its messages name: a company's id, a suite's, `""` for a robot.
    /// Without one, whoever it is for will do.
    ///
    /// # Errors
    /// The key has not the form of one.
    pub fn new(token: &str, encoding_aes_key: &str, receiver: Option<&str>) -> Result<Self, Failure> {
        // Its last letter may have spare bits that are not zero.
        let is_key = encoding_aes_key.len() == 43 && encoding_aes_key.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let bytes = is_key.then(|| base64::decode(encoding_aes_key).ok()).flatten().ok_or(Failure::Key)?;
        Ok(Self { token: token.to_owned(), key: Key::new(&bytes)?, receiver: receiver.map(str::to_owned) })
    }

    /// The same for another receiver.
    #[must_use]
    pub fn of(mut self, receiver: &str) -> Self {
        self.receiver = Some(receiver.to_owned());
        self
    }

    /// The signature of a ciphertext: SHA-1 of the four texts in their order as bytes.
    pub fn sign(&self, timestamp: &str, nonce: &str, encrypt: &str) -> String {
        let mut parts = [self.token.as_str(), timestamp, nonce, encrypt];
        parts.sort_unstable();
        let mut hash = Sha1::new();
        parts.iter().for_each(|part| hash.update(part));
        hex::hex(&hash.finalize())
    }

    /// Whether it is signed with the token. Takes the same time wherever the two differ.
    ///
    /// # Errors
    /// It is not.
    pub fn verify(&self, sealed: &Sealed) -> Result<(), Failure> {
        let own = self.sign(&sealed.timestamp, &sealed.nonce, &sealed.encrypt);
        let is_same = bool::from(own.as_bytes().ct_eq(sealed.signature.as_bytes()));
        is_same.then_some(()).ok_or(Failure::Signature)
    }

    /// Verifies the signature, decrypts, and sees that it is for this receiver.
    ///
    /// # Errors
    /// The first step that failed.
    pub fn open(&self, sealed: &Sealed) -> Result<Opened, Failure> {
        self.verify(sealed)?;
        self.decrypt(&sealed.encrypt)
    }

    /// Decrypts without a signature, as of a log that has the body alone.
    ///
    /// # Errors
    /// The first step that failed.
    pub fn decrypt(&self, encrypt: &str) -> Result<Opened, Failure> {
        let ciphertext = base64::decode(encrypt.trim()).map_err(|_| Failure::Base64)?;
        let plain = self.key.open(&ciphertext)?;
        let (random, rest) = plain.split_first_chunk::<RANDOM>().ok_or(Failure::Layout)?;
        let (length, rest) = rest.split_first_chunk::<LENGTH>().ok_or(Failure::Layout)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Failure::Layout)?;
        let (message, receiver) = rest.split_at_checked(length).ok_or(Failure::Layout)?;
        let receiver = std::str::from_utf8(receiver).map_err(|_| Failure::Layout)?.to_owned();
        if self.receiver.as_ref().is_some_and(|own| *own != receiver) {
            return Err(Failure::Receiver(receiver));
        }
        Ok(Opened { message: message.to_vec(), receiver, random: *random })
    }

    /// Encrypts and signs a message, such as a passive reply. Where the keys name no receiver, it is for none, as a robot's.
    ///
    /// # Panics
    /// Never below 4 GiB.
    pub fn seal(&self, message: &[u8], random: [u8; RANDOM], timestamp: &str, nonce: &str) -> Sealed {
        let length = u32::try_from(message.len()).expect("a message is below 4 GiB").to_be_bytes();
        let receiver = self.receiver.as_deref().unwrap_or_default().as_bytes();
        let encrypt = base64::encode(&self.key.seal([&random[..], &length, message, receiver].concat()));
        Sealed {
            signature: self.sign(timestamp, nonce, &encrypt),
            encrypt,
            timestamp: timestamp.to_owned(),
            nonce: nonce.to_owned(),
        }
    }
}

impl Sealed {
    /// What a callback brings: the query of its address, and its body, XML or JSON. Of a verification, which has no body, the
    /// ciphertext is the query's `echostr`.
    ///
    /// # Errors
    /// What is not there.
    pub fn of_callback(address_query: &str, body: &[u8]) -> Result<Self, Failure> {
        let parameter = |name: &'static str| {
            let mut pairs = address_query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
            let found = pairs.find(|(key, _)| *key == name);
            found.map(|(_, value)| percent_decode(value)).ok_or(Failure::Envelope(name))
        };
        let encrypt = if body.trim_ascii().is_empty() { parameter("echostr")? } else { encrypted(body)? };
        Ok(Self {
            encrypt,
            signature: parameter("msg_signature")?,
            timestamp: parameter("timestamp")?,
            nonce: parameter("nonce")?,
        })
    }

    /// What answers a callback, XML or JSON: its signature stands in the body.
    ///
    /// # Errors
    /// What is not there.
    pub fn of_reply(body: &[u8]) -> Result<Self, Failure> {
        let json = Tree::read(body).ok();
        let xml = std::str::from_utf8(body).ok().and_then(|text| xml::Tree::parse(text).ok());
        let member = |name: &'static str| {
            let value = json.as_ref().and_then(|tree| tree.root().get(&name.to_ascii_lowercase()));
            let value =
                value.map(|value| value.as_str().map_or_else(|| value.source().into(), |text| text.into_owned()));
            let child = || Some(xml.as_ref()?.root().child(name)?.text().trim().to_owned());
            value.or_else(child).ok_or(Failure::Envelope(name))
        };
        Ok(Self {
            encrypt: member("Encrypt")?,
            signature: member("MsgSignature")?,
            timestamp: member("TimeStamp")?,
            nonce: member("Nonce")?,
        })
    }

    /// The reply as XML.
    pub fn to_xml(&self) -> String {
        let Self { encrypt, signature, timestamp, nonce } = self;
        let nonce = nonce.replace("]]>", "]]]]><![CDATA[>");
        format!(
            "<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt><MsgSignature><![CDATA[{signature}]]></MsgSignature>\
             <TimeStamp>{}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>",
            timestamp.replace('&', "&amp;").replace('<', "&lt;")
        )
    }

    /// The reply as JSON, for robots that speak it.
    pub fn to_json(&self) -> String {
        let Self { encrypt, signature, timestamp, nonce } = self;
        let number = timestamp.parse::<u64>().map_or_else(|_| timestamp.as_str().into(), serde_json::Value::from);
        serde_json::json!({"encrypt": encrypt, "msgsignature": signature, "timestamp": number, "nonce": nonce})
            .to_string()
    }
}

/// The ciphertext in an envelope.
///
/// # Errors
/// There is none.
pub fn encrypted(body: &[u8]) -> Result<String, Failure> {
    let json = || Some(Tree::read(body).ok()?.root().get("encrypt")?.as_str()?.into_owned());
    let xml = || {
        let tree = xml::Tree::parse(std::str::from_utf8(body).ok()?).ok()?;
        Some(tree.root().child("Encrypt")?.text().trim().to_owned())
    };
    json().or_else(xml).ok_or(Failure::Envelope("Encrypt"))
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").field("receiver", &self.receiver).finish_non_exhaustive()
    }
}

/// What was encrypted is not shown in passing.
impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened").field("receiver", &self.receiver).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
