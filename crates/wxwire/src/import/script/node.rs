//! Node's own way: `https.request(options, …)` opens a request, `write` and `end` send its body.

use super::request::Script;
use super::unsent::{UNSENT, has_no_body};
use crate::import::code::{Charset, Expr, charset_among, in_hole};
use crate::import::found::{Form, Found};
use crate::import::text::Text;

/// Calls that open a request, and the scheme that each has.
const OPENS: [(&str, &str); 4] =
    [("https.request", "https://"), ("http.request", "http://"), ("https.get", "https://"), ("http.get", "http://")];

impl Script {
    /// Takes in a call of Node's: the request, where it ends one.
    pub(super) fn node(&mut self, name: &str, plain: &[&Expr]) -> Option<Option<Found>> {
        if let Some((_, scheme)) = OPENS.iter().find(|(opens, _)| *opens == name) {
            let found = self.opens(name, scheme, plain)?;
            self.begun = Some(found);
            return Some(None);
        }
        let mut begun = self.begun.take()?;
        match name.rsplit_once('.')?.1 {
            "write" if begun.body.is_none() => {
                self.body(&mut begun, plain.first().copied());
                self.tell_of_bytes(&mut begun, plain);
            }
            "end" => {
                let is_body =
                    |value: &&&Expr| matches!(self.follow(value), Expr::Text(_) | Expr::Map(..) | Expr::Call(..));
                if begun.body.is_none() {
                    self.body(&mut begun, plain.first().filter(is_body).copied());
                    self.tell_of_bytes(&mut begun, plain);
                }
                tell_of_no_length(&mut begun);
                self.tell_of_characters(&mut begun);
                return Some(Some(begun));
            }
            _ => {
                self.begun = Some(begun);
                return None;
            }
        }
        self.begun = Some(begun);
        Some(None)
    }

    /// Refuses a body that is written in another character set: `write(body, "latin1")`.
    fn tell_of_bytes(&self, begun: &mut Found, plain: &[&Expr]) {
        let charset = charset_among(plain.iter().skip(1).map(|one| self.follow(one)));
        let is_other = |body: &Text| match charset {
            Some(Charset::Other) => true,
            Some(Charset::Ascii) => !body.as_str().is_ascii(),
            _ => false,
        };
        if let Some((body, _)) = begun.body.take_if(|(body, _)| is_other(body)) {
            begun.refuse_sent("bytes", &body);
        }
    }

    /// Refuses a body whose length is said to be that of its characters, of which each may have several bytes.
    fn tell_of_characters(&self, begun: &mut Found) {
        let counts = |(name, value): &(Text, Text)| {
            let text = in_hole(value.as_str()).strip_suffix(".length").filter(|_| value.has_code());
            let text = text.filter(|_| name.as_str().eq_ignore_ascii_case("content-length"));
            text.is_some_and(|text| self.is_text(&Expr::Name(text.to_owned(), Text::default())))
        };
        let Some((_, length)) = begun.headers.iter().find(|header| counts(header)) else { return };
        let length = length.clone();
        if begun.body.take_if(|(body, _)| !body.as_str().is_ascii()).is_some() {
            begun.refuse_sent("length", &length);
        }
    }

    /// The request that options open, be it behind an address.
    fn opens(&self, name: &str, scheme: &str, plain: &[&Expr]) -> Option<Found> {
        let mut found = Found::new(Form::JavaScript);
        let url = plain.first().and_then(|first| self.text(first)).filter(|url| url.as_str().contains("://"));
        let options = plain.iter().take(2).map(|one| self.follow(one)).find(|one| matches!(one, Expr::Map(..)));
        found.url = url.or_else(|| self.address(scheme, options?));
        found.url.as_ref()?;
        let method = options.and_then(|options| options.get(&["method"]));
        found.method = method.and_then(|method| self.text(method));
        if method.is_none() && (name.ends_with(".get") || !plain.iter().take(2).any(|one| self.is_unknown(one))) {
            found.method = found.url.as_ref().map(|url| word("GET", url));
        }
        self.headers(&mut found, options.and_then(|options| options.get(&["headers"])));
        Some(found)
    }

    /// Whether an argument may be options that say more than is seen.
    fn is_unknown(&self, argument: &Expr) -> bool {
        match self.follow(argument) {
            Expr::Map(_, members) => members.iter().any(|(name, _)| name.is_empty()),
            Expr::Name(..) => true,
            Expr::Other(code) => !code.as_str().contains("=>") && !code.as_str().starts_with("function"),
            _ => false,
        }
    }

    /// Host, port and path of options, as an address.
    fn address(&self, scheme: &str, options: &Expr) -> Option<Text> {
        let text = |names: &[&str]| options.get(names).and_then(|value| self.text(value));
        let host = text(&["hostname"]).or_else(|| text(&["host"]))?;
        let mut url = word(scheme, &host);
        url.push(&host, 0..host.len());
        let port = options.get(&["port"]).map(|port| self.follow(port).place().clone());
        let is_number = |port: &Text| port.as_str().bytes().all(|byte| byte.is_ascii_digit());
        if let Some(port) = port.filter(|port| is_number(port) && !matches!(port.as_str(), "80" | "443")) {
            url.push_char(':', &port, 0..0);
            url.push(&port, 0..port.len());
        }
        match options.get(&["path", "pathname"]) {
            Some(path) => {
                let path = self.text(path).unwrap_or_else(|| path.place().as_variable());
                url.push(&path, 0..path.len());
            }
            None => url.push_char('/', &host, host.len()..host.len()),
        }
        Some(url)
    }
}

/// Refuses the body of a GET whose length nothing tells: whoever receives it takes it for none.
fn tell_of_no_length(found: &mut Found) {
    let is_bare = found.method.as_ref().is_some_and(|method| has_no_body(method.as_str()));
    let has_length = |(name, _): &(Text, Text)| {
        ["content-length", "transfer-encoding"].iter().any(|own| name.as_str().eq_ignore_ascii_case(own))
    };
    if is_bare
        && !found.headers.iter().any(has_length)
        && let Some((body, _)) = found.body.take()
    {
        found.refuse_sent(UNSENT, &body);
    }
}

/// A word at the beginning of a place.
fn word(word: &str, place: &Text) -> Text {
    let mut out = Text::default();
    word.chars().for_each(|char| out.push_char(char, place, 0..0));
    out
}
