//! Secrets that are a step of an address: behind a step with their name, `/token/…/`, and behind `bot` as its robots have them.

use std::ops::Range;

use memchr::memchr_iter;

use super::lists::name_of;
use super::loose::is_token;
use super::names;
use super::variable::is_random;

/// The places of such secrets in a text.
pub(super) fn steps(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    memchr_iter(b'/', text.as_bytes()).filter_map(|at| {
        let step = &text[at + 1..];
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-:".contains(byte);
        let step = &step[..step.bytes().take_while(|byte| is_part(byte)).count()];
        let own = step.strip_prefix("bot").filter(|own| is_of_robot(own));
        let own = own.or_else(|| {
            let name = name_of(Some(&text[..at]).filter(|_| is_token(step))?);
            let is_step = text[..at].strip_suffix(name).is_some_and(|before| before.ends_with('/'));
            (is_step && names::tells(name)).then_some(step)
        })?;
        let end = at + 1 + step.len();
        Some(end - own.len()..end)
    })
}

/// Whether what stands behind `bot` is its key, be there a number before it.
fn is_of_robot(step: &str) -> bool {
    match step.split_once(':') {
        Some((number, key)) => number.bytes().all(|byte| byte.is_ascii_digit()) && is_token(key),
        None => is_random(step),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_of_an_address() {
        let secret = "Zq7Lw2Xn9Kd4Vb8Rt3Yp";
        for (before, behind) in [("https://h/api/token/", "/send"), ("/v1/secret/", "?a=1"), ("http://h/bot", "/send")]
        {
            let text = format!("{before}{secret}{behind}");
            assert_eq!(steps(&text).map(|place| &text[place]).collect::<Vec<_>>(), [secret], "{text}");
        }
        let numbered = format!("https://h/bot123456:{secret}/sendMessage");
        assert_eq!(steps(&numbered).map(|place| &numbered[place]).collect::<Vec<_>>(), [format!("123456:{secret}")]);
        for text in [
            "/api/token/refresh",
            "/cgi-bin/token/v2/wx-gateway-2024",
            "/bottom/navigation",
            "/bottle12345678",
            "/msg/Zq7Lw2Xn9Kd4Vb8Rt3Yp/send",
            "token/s",
        ] {
            assert_eq!(steps(text).count(), 0, "{text}");
        }
    }
}
