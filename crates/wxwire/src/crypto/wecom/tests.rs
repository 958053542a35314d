//! Texts that others sealed, and what was touched.

use serde_json::Value;

use super::*;

/// Texts that were sealed by others, with what is inside where the key is known.
fn vectors() -> Vec<Value> {
    serde_json::from_str(include_str!("vectors.json")).expect("JSON")
}

fn text<'v>(vector: &'v Value, name: &str) -> &'v str {
    vector[name].as_str().unwrap_or_default()
}

fn keys(vector: &Value) -> Option<Keys> {
    let key = vector["encoding_aes_key"].as_str()?;
    Some(Keys::new(text(vector, "token"), key, Some(text(vector, "receive_id"))).expect("a key"))
}

fn sealed(vector: &Value) -> Sealed {
    let member = |name| text(vector, name).to_owned();
    Sealed {
        encrypt: member("encrypt"),
        signature: member("msg_signature"),
        timestamp: member("timestamp"),
        nonce: member("nonce"),
    }
}

const ANY_KEY: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

#[test]
fn what_others_sealed_is_opened_and_sealed_to_the_same_text() {
    let (mut opened, mut signed, mut resealed) = (0, 0, 0);
    for vector in vectors() {
        let sealed = sealed(&vector);
        if !sealed.signature.is_empty() {
            let own = Keys::new(text(&vector, "token"), ANY_KEY, None).expect("a key");
            assert_eq!(own.verify(&sealed), Ok(()), "{}", vector["id"]);
            signed += 1;
        }
        let Some(keys) = keys(&vector) else { continue };
        let inside = keys.decrypt(&sealed.encrypt).expect("it is opened");
        assert_eq!(String::from_utf8_lossy(&inside.message), text(&vector, "msg"), "{}", vector["id"]);
        assert_eq!(inside.receiver, text(&vector, "receive_id"));
        opened += 1;
        if let Some(random) = vector["random"].as_str().and_then(hex::unhex) {
            let random = random.try_into().expect("16 bytes");
            assert_eq!(inside.random, random);
            let again = keys.seal(text(&vector, "msg").as_bytes(), random, &sealed.timestamp, &sealed.nonce);
            assert_eq!(again.encrypt, sealed.encrypt, "{}", vector["id"]);
            resealed += 1;
        }
    }
    assert_eq!((signed, opened, resealed), (6, 6, 6));
}

#[test]
fn what_is_sealed_comes_back_at_every_length() {
    for receiver in ["", "ww6a112864f8022910"] {
        let keys = Keys::new("token", ANY_KEY, Some(receiver)).expect("a key");
        for length in 0..100 {
            let message = "信".repeat(length);
            let sealed = keys.seal(message.as_bytes(), [7; 16], "1583995625", "n");
            let opened = keys.open(&sealed).expect("its own");
            assert_eq!((opened.message.as_slice(), opened.receiver.as_str()), (message.as_bytes(), receiver));
            let query = "timestamp=1583995625&nonce=n&msg_signature=".to_owned() + &sealed.signature;
            for body in [sealed.to_xml(), sealed.to_json()] {
                assert_eq!(Sealed::of_callback(&query, body.as_bytes()), Ok(sealed.clone()), "{body}");
            }
        }
    }
}

#[test]
fn a_verification_has_its_ciphertext_in_the_query() {
    let vector = vectors().into_iter().find(|one| one["id"] == "official_get_echostr").expect("it is there");
    let encode = |text: &str| text.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
    let query = format!(
        "msg_signature={}&timestamp={}&nonce={}&echostr={}",
        text(&vector, "msg_signature"),
        text(&vector, "timestamp"),
        text(&vector, "nonce"),
        encode(text(&vector, "encrypt")),
    );
    for query in [query.clone(), format!("?{query}")] {
        let sealed = Sealed::of_callback(&query, b"").expect("all is there");
        let opened = keys(&vector).expect("a key").open(&sealed).expect("it is opened");
        assert_eq!(opened.message, b"1616140317555161061");
    }
    // What was not written as it must be in a query has lost its plus signs: its signature is another.
    let broken = query.replace("%2B", "+");
    let sealed = Sealed::of_callback(&broken, b"").expect("all is there");
    assert_eq!(keys(&vector).expect("a key").open(&sealed).err(), Some(Failure::Signature));
    for name in ["msg_signature", "timestamp", "nonce", "echostr"] {
        let without = query.replace(&format!("{name}="), "x=");
        assert_eq!(Sealed::of_callback(&without, b""), Err(Failure::Envelope(name)));
    }
}

#[test]
fn every_step_that_fails_is_named() {
    let vector = vectors().swap_remove(0);
    let (own, sealed) = (keys(&vector).expect("a key"), sealed(&vector));
    let (token, key) = (text(&vector, "token"), text(&vector, "encoding_aes_key"));
    let changed = |change: fn(&mut Sealed)| {
        let mut changed = sealed.clone();
        change(&mut changed);
        changed
    };
    for change in [
        |one: &mut Sealed| one.signature = one.signature.to_uppercase(),
        |one: &mut Sealed| one.signature.clear(),
        |one: &mut Sealed| one.timestamp.push('0'),
        |one: &mut Sealed| one.nonce.push('0'),
        |one: &mut Sealed| one.encrypt.push('='),
    ] {
        assert_eq!(own.open(&changed(change)).err(), Some(Failure::Signature));
    }
    let other = Keys::new("other", key, Some("wx5823bf96d3bd56c7")).expect("a key");
    assert_eq!(other.open(&sealed).err(), Some(Failure::Signature));
    let wrong_key = Keys::new(token, ANY_KEY, None).expect("a key");
    assert!(matches!(wrong_key.open(&sealed), Err(Failure::Padding | Failure::Layout)));
    let wrong_receiver = Keys::new(token, key, Some("ww")).expect("a key");
    assert_eq!(wrong_receiver.open(&sealed).err(), Some(Failure::Receiver("wx5823bf96d3bd56c7".into())));
    assert_eq!(own.decrypt("!").err(), Some(Failure::Base64));
    assert_eq!(own.decrypt("").err(), Some(Failure::Length));
    for wrong in ["", "short", &"!".repeat(43), &"a".repeat(44), "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2 "] {
        assert_eq!(Keys::new(token, wrong, None).err(), Some(Failure::Key), "{wrong}");
    }
}

/// Cut at every character, and with every character another: never opened, never a panic, and no key in what is said.
#[test]
fn nothing_that_was_touched_is_opened() {
    let vector = vectors().swap_remove(0);
    let (own, sealed) = (keys(&vector).expect("a key"), sealed(&vector));
    for at in 0..sealed.encrypt.len() {
        let cut = Sealed { encrypt: sealed.encrypt[..at].to_owned(), ..sealed.clone() };
        assert_eq!(own.open(&cut).err(), Some(Failure::Signature));
        if let Err(failure) = own.decrypt(&cut.encrypt) {
            let told = failure.words(crate::lang::Lang::Zh) + &failure.to_string() + &format!("{failure:?}");
            assert!(!told.contains("jWmYm7qr5") && !told.contains("QDG6eK"), "{told}");
        }
        let mut other = sealed.clone();
        let new = if sealed.encrypt[at..].starts_with('A') { "B" } else { "A" };
        other.encrypt.replace_range(at..=at, new);
        assert_eq!(own.open(&other).err(), Some(Failure::Signature));
        // Without a signature a changed block may pass, but nothing panics.
        let _ = own.decrypt(&other.encrypt);
    }
    let body = format!("<xml><Encrypt><![CDATA[{}]]></Encrypt></xml>", sealed.encrypt);
    for at in 0..body.len() - 1 {
        assert!(encrypted(&body.as_bytes()[..at]).is_err(), "cut at {at}");
    }
    assert_eq!(encrypted(body.as_bytes()), Ok(sealed.encrypt));
}

#[test]
fn debug_shows_no_key_and_no_message() {
    let vector = vectors().swap_remove(0);
    let keys = keys(&vector).expect("a key");
    let opened = keys.open(&sealed(&vector)).expect("it is opened");
    let shown = format!("{keys:?} {opened:?}");
    assert!(!shown.contains("QDG6eK") && !shown.contains("hello") && shown.contains("wx5823bf96d3bd56c7"), "{shown}");
}
