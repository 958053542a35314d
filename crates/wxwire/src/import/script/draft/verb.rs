//! A call whose name is a method.

use super::arguments::is_options;
use super::{Draft, Ends, is_url};
use crate::import::code::{Arguments, Expr};
use crate::import::script::known::{Content, Known, is_media};
use crate::import::script::names::{self, Says};
use crate::import::text::Text;

impl Draft {
    /// A call whose name is a method: `post(url, body)`, or `post(body)` where the address is set elsewhere.
    pub(in crate::import::script) fn verb(&mut self, verb: &str, arguments: &Arguments, known: &Known) {
        let named = |(name, _): &(Option<Text>, Expr)| name.as_ref().and_then(|name| names::member(name.as_str()));
        let is_option = arguments.iter().any(|one| named(one).is_some());
        let texts = || arguments.iter().filter(|(name, _)| name.is_none()).filter_map(|(_, value)| known.text(value));
        // Behind an address that is set elsewhere, where there is something to send to it.
        let path = texts().next().filter(|text| text.as_str().starts_with('/') && arguments.len() > 1);
        let is_own = |text: Text| is_url(text.as_str()) || self.base.is_some() && text.as_str().starts_with('/');
        let has_url = path.is_some() || texts().any(is_own);
        if !has_url && !is_option {
            let is_body = arguments.len() <= 2 && self.has_address();
            let is_sent = arguments.is_empty() || verb != "GET";
            // `data.put("key", value)`
            let first = texts().next().filter(|_| arguments.len() == 2);
            let is_key = first
                .is_some_and(|first| !first.as_str().trim_start().starts_with(['{', '[']) && !is_media(first.as_str()));
            if is_key {
                return;
            }
            if is_body && is_sent {
                self.method(verb, arguments);
                self.encoded(arguments.iter().map(|(_, value)| value), known);
                if let Some(body) = known.best_of(arguments.iter().map(|(_, value)| value)) {
                    self.content(body);
                }
                return;
            }
            // An address that is not known, with a body behind it.
            let body = || known.best_of(arguments.iter().skip(1).map(|(_, value)| value));
            let is_request =
                verb != "GET" && matches!(body(), Some(Content::Text(text)) if text.as_str().starts_with('{'));
            if !is_request {
                return;
            }
        }
        if self.found.url.is_some() && self.found.body.is_some() {
            return self.ends = Some(Ends::Another);
        }
        self.method(verb, arguments);
        if let Some(path) = path.filter(|_| self.base.is_none()) {
            self.url(path);
        }
        if !has_url && let Some((None, first)) = arguments.first() {
            self.found.url.get_or_insert_with(|| first.place().as_variable());
        }
        let skip = usize::from(!has_url && arguments.first().is_some_and(|(name, _)| name.is_none()));
        let is_bare = matches!(verb, "GET" | "HEAD" | "DELETE");
        let (options, others): (Vec<_>, Vec<_>) =
            arguments.iter().skip(skip).partition(|one| is_bare && self.goes_into_address(verb, one, known));
        for (_, value) in options {
            match known.follow(value) {
                map if has_query(map) => self.options(map, known),
                map => self.says(Says::Query, map, known),
            }
        }
        self.arguments(others.into_iter(), known);
    }

    /// Whether an argument of a call that has no body goes into the address, or says what does.
    fn goes_into_address(&self, verb: &str, (name, value): &(Option<Text>, Expr), known: &Known) -> bool {
        let map = known.follow(value);
        name.is_none()
            && known.is_bare_map(value)
            && !is_options(map)
            && (has_query(map) || matches!(verb, "GET" | "HEAD"))
    }

    /// Takes a verb for the method, unless another was told.
    fn method(&mut self, verb: &str, arguments: &Arguments) {
        if self.found.method.is_none() {
            let place = arguments.first().map(|(_, value)| value.place().slice(0..0)).unwrap_or_default();
            self.found.method = Some(Text::in_place_of(verb, &place));
        }
    }
}

/// Whether a map holds what goes into an address.
fn has_query(map: &Expr) -> bool {
    map.get(&["query", "params", "queryParameters"]).is_some()
}
