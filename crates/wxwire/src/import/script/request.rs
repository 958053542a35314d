//! The first request that a script sends.

use std::cell::Cell;

use super::bindings::{Bindings, annotation};
use super::call::is_nothing;
use super::client::{Client, makes};
use super::names::{gives_the_same, is_method, says};
use super::prepared::{makes_request, prepared};
use super::query::{UNSENT, takes_query};
use super::signs::{is_javascript, language};
use crate::import::code::{Expr, Language, Reader, Scope};
use crate::import::found::{Form, Found};
use crate::import::repair::Origin;
use crate::import::report::Why;
use crate::import::text::Text;
use crate::named::Named;
use crate::problem::Code;

/// How often a name is followed to what it was set to.
pub(super) const MAX_NAMES: usize = 8;

/// What changes a request, or how values are written, wherever it stands.
const CHANGERS: [&str; 7] = [
    "interceptors.request",
    "transformRequest",
    "stringifyJson",
    "json_serialize",
    "prototype.toJSON",
    "event_hooks",
    "beforeRequest",
];

/// What a script did so far.
pub(super) struct Script {
    pub(super) language: &'static Language,
    pub(super) set: Named<'static, Expr>,
    /// Where that was; what was set by a statement that is not followed stands elsewhere.
    pub(super) set_at: Named<'static, usize>,
    /// Headers that were set one by one.
    headers: Vec<(Text, Text)>,
    pub(super) clients: Named<'static, Client>,
    /// `http.client.HTTPSConnection("host")`.
    host: Option<(&'static str, Text)>,
    /// `xhr.open("POST", url)`.
    opened: Option<(Text, Text)>,
    /// Where names are set.
    pub(super) bindings: Bindings,
    /// Where the call stands that is read.
    pub(super) at: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// What changes each request before it leaves, where there is such a thing.
    changer: Option<Text>,
    /// A request of Node's whose body is still to come.
    pub(super) begun: Option<Found>,
    /// The names that the value of another holds.
    pub(super) held: Named<'static, bool>,
    /// Where the block ends behind which it is not known whether a member was put into what a name holds.
    pub(super) tried: Named<'static, usize>,
    /// The names that held the address of a call once.
    pub(super) addresses: Named<'static, bool>,
    /// The bytes that may still be copied: what is used again and again would be beyond bounds.
    pub(super) budget: Cell<usize>,
}

/// The request, or nothing where no call sends one.
pub(super) fn read(text: &Text) -> Option<Found> {
    let (_, end, mut found) = all(text, 1).pop()?;
    let rest = text.slice(end..text.len()).trim();
    if !rest.as_str().trim_matches([';', ')']).trim().is_empty() {
        found.drop(Why::Rest, &rest);
    }
    Some(found)
}

/// So many requests, each with where its call begins and ends.
pub(super) fn all(text: &Text, most: usize) -> Vec<(usize, usize, Found)> {
    let mut all: Vec<(usize, usize, Found)> = Vec::new();
    let scope = Scope::new(text.len());
    let is_javascript = is_javascript(text.as_str());
    let mut script = Script::new(text);
    let mut reader = Reader::new(text, 0, script.language, &scope);
    // The name that is set last, and where its value begins.
    let mut target = (String::new(), 0);
    while reader.budget > 0 && all.len() < most {
        reader.space();
        let Some(char) = reader.peek() else { break };
        let start = reader.at;
        if reader.string_begins() || !(char.is_alphabetic() || matches!(char, '_' | '$')) {
            script.taken_apart(&reader);
            if reader.string().is_none() {
                reader.step_over();
            }
            continue;
        }
        let name = reader.path();
        if reader.at == start {
            reader.step(char.len_utf8());
            continue;
        }
        if script.configures(&mut reader, &name, start) || script.changes(&mut reader, &name, start) {
            continue;
        }
        reader.space();
        // Not where it is made.
        let is_called = reader.rest().starts_with('(') && !text.as_str()[..start].trim_end().ends_with("function");
        if is_called {
            script.called(&name, &text.slice(start..reader.at));
        }
        if let Some(length) = annotation(reader.rest()).filter(|_| script.bindings.is_set_at(&name, start)) {
            reader.step(length);
        }
        let rest = reader.rest();
        if rest.starts_with('=') && !rest.starts_with("==") && !rest.starts_with("=>") {
            reader.step(1);
            let from = reader.at;
            reader.space();
            target = (name.clone(), reader.at);
            let value = reader.expression();
            // What a comma follows is a list of one: `data = {…},`.
            let is_more = match is_javascript {
                true => goes_on(reader.rest()),
                false => reader.rest().starts_with(','),
            };
            // With the sign that goes on, it is no number either.
            let sign = text.len() - reader.rest().trim_start().len();
            let value = if is_more { Expr::Other(text.slice(target.1..sign + 1)) } else { value };
            if let Expr::Call(called, arguments, _) = &value {
                script.connect(called, arguments);
                if makes(called) {
                    script.client(&name, arguments);
                }
            }
            // A call may be the request itself, and code may hold it: look inside.
            if matches!(value, Expr::Call(..) | Expr::List(..) | Expr::Other(_) | Expr::Name(..)) {
                reader.at = from;
            }
            if script.bindings.is_set_at(&name, start) {
                script.holds(&value);
                script.note_address(&name, &value);
                script.set_at.set(name.clone(), start);
                script.tried.set(name.clone(), usize::MAX);
                script.set.set(name, value);
            }
        } else if rest.starts_with('(')
            && script.clients.get(&name).is_none()
            && (script.bindings.defines(&name) || is_made_for(&name, text, start))
        {
            let from = reader.at;
            // It may change what it is given.
            for (_, value) in reader.arguments(')') {
                if let Expr::Name(name, _) = value {
                    script.lose(&name, reader.text.slice(start..reader.at));
                }
            }
            reader.at = from;
        } else if rest.starts_with('(') && makes(&name) {
            script.at = start;
            let arguments = reader.arguments(')');
            reader.space();
            // `with httpx.Client(…) as client:`
            if reader.takes("as ") {
                reader.space();
                let own = reader.path();
                script.client(&own, &arguments);
            }
        } else if rest.starts_with('(') && (is_call(&name) || script.clients.get(&name).is_some()) {
            script.at = start;
            let from = reader.at;
            let arguments = reader.arguments(')');
            let request = Some(&target.0).filter(|_| target.1 == start && makes_request(&name));
            let end = reader.at;
            script.end = request.map_or(end, |request| prepared(text, request, end));
            if let Some(mut found) = script.call(&name, &arguments) {
                found.form = script.language.form;
                script.chained(&mut reader, &mut found);
                if let Some(request) = request {
                    script.tell_of_members(&mut found, text, request, end);
                }
                script.sent();
                all.push((start, reader.at, found));
            } else if script.begun.is_none() && arguments.iter().any(|(_, value)| may_call(value)) {
                reader.at = from;
            }
        }
    }
    // Nothing ended it.
    if let Some(found) = script.begun.take().filter(|_| all.len() < most) {
        let start = found.url.as_ref().map_or(0, |url| url.place().start);
        all.push((start, text.len(), found));
    }
    all
}

/// The last part of a name, such as `post` of `requests.post`.
pub(super) fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Whether a value that a call is given may be a request itself, or a function that sends one.
fn may_call(value: &Expr) -> bool {
    matches!(value, Expr::Call(..)) || matches!(value, Expr::Other(code) if code.as_str().contains('('))
}

/// Whether a call of a function that is not known gives nothing, so that it is made for what it does.
fn is_made_for(name: &str, text: &Text, start: usize) -> bool {
    let before = text.as_str()[..start].trim_end_matches([' ', '\t']);
    let is_statement = before.is_empty() || before.ends_with(['\n', ';', '{', '}']);
    is_statement && !is_call(name) && !says(name) && !gives_the_same(name)
}

/// Whether a line of JavaScript's goes on in the next one, which begins with a sign that stands between values.
fn goes_on(rest: &str) -> bool {
    let next = rest.trim_start();
    let is_line = rest[..rest.len() - next.len()].contains('\n');
    let is_comment = next.starts_with("//") || next.starts_with("/*");
    is_line
        && !is_comment
        && next.starts_with(['[', '(', '+', '-', '*', '/', '%', '.', '?', '<', '>', '&', '|', '^', '`'])
}

pub(super) fn is_call(name: &str) -> bool {
    let known = [
        "fetch",
        "$fetch",
        "ofetch",
        "got",
        "ky",
        "axios",
        "request",
        "ajax",
        "Request",
        "post",
        "put",
        "patch",
        "delete",
        "get",
        "append",
        "update",
        "set",
        "setRequestHeader",
        "open",
        "send",
        "write",
        "end",
    ];
    known.contains(&last(name))
}

impl Script {
    fn new(text: &Text) -> Self {
        let language = language(text.as_str());
        let changer = CHANGERS.iter().find_map(|word| Some((text.as_str().find(word)?, word.len())));
        Self {
            changer: changer.map(|(at, length)| text.slice(at..at + length)),
            language,
            set: Named::default(),
            set_at: Named::default(),
            headers: vec![],
            clients: Named::default(),
            host: None,
            opened: None,
            bindings: Bindings::of(text, language),
            at: 0,
            end: 0,
            begun: None,
            held: Named::default(),
            tried: Named::default(),
            addresses: Named::default(),
            budget: Cell::new(text.len().saturating_mul(16) + 100_000),
        }
    }

    /// Refuses what the script itself changes on its way out, and tells of a form that axios and its like make of an object.
    fn tell_of_changes(&self, found: &mut Found, name: &str) {
        if let Some(changer) = &self.changer {
            found.refuse(Code::Variable, changer);
        }
        let makes_forms = ["axios", "wx.", "uni."].iter().any(|own| name.starts_with(own));
        let is_form = |(name, value): &(Text, Text)| {
            name.as_str().eq_ignore_ascii_case("content-type") && value.as_str().contains("x-www-form-urlencoded")
        };
        if makes_forms && found.as_form.is_none() && found.headers.iter().any(is_form) {
            found.as_form =
                found.body.as_ref().filter(|(_, from)| *from == Origin::Script).map(|(body, _)| body.place());
        }
    }

    /// Knows no more what a function of the script's own sets.
    fn called(&mut self, function: &str, place: &Text) {
        let names: Vec<String> = self.bindings.set_by(function).map(str::to_owned).collect();
        names.iter().for_each(|name| self.lose(name, place.clone()));
    }

    /// What was set for a request that is sent is not that of the next one.
    fn sent(&mut self) {
        self.headers.clear();
        self.opened = None;
    }

    fn call(&mut self, name: &str, arguments: &[(Option<Text>, Expr)]) -> Option<Found> {
        let mut found = Found::new(Form::JavaScript);
        let plain: Vec<&Expr> = arguments.iter().filter(|(name, _)| name.is_none()).map(|(_, value)| value).collect();
        let named = |names: &[&str]| {
            let is = |name: &Option<Text>| name.as_ref().is_some_and(|name| names.contains(&name.as_str()));
            arguments.iter().find(|(name, _)| is(name)).map(|(_, value)| value)
        };
        if let Some(found) = self.node(name, &plain) {
            return found;
        }
        let text = |at: usize| plain.get(at).and_then(|expr| self.text(expr));
        match last(name) {
            "update" if name.ends_with("headers.update") => {
                self.updates(name, plain.first().copied());
                return None;
            }
            "append" | "set" | "setRequestHeader" => {
                let pair = text(0).zip(text(1));
                self.headers.extend(pair);
                return None;
            }
            // Python's own `open` opens a file.
            "open" if name.contains('.') => {
                self.opened = text(0).zip(plain.get(1).map(|url| self.address_of(url)));
                return None;
            }
            "send" => {
                let (method, url) = self.opened.clone()?;
                (found.method, found.url) = (Some(method), Some(url));
                self.body(&mut found, plain.first().copied());
            }
            "fetch" | "$fetch" | "ofetch" | "got" | "ky" => {
                let url = *plain.first()?;
                found.url = Some(if plain.len() > 1 { self.address_of(url) } else { self.text(url)? });
                let options = plain.get(1).map(|options| self.follow(options));
                let body = options.and_then(|options| options.get(&["body"]));
                // It sends none with GET, which it is for where nothing says otherwise.
                let is_get = options.is_some_and(|options| self.is_get(options));
                if let Some(body) =
                    body.filter(|body| last(name) == "fetch" && is_get && !is_nothing(self.follow(body)))
                {
                    found.refuse_sent(UNSENT, body.place());
                }
                // It makes a text of an object that says nothing of what is in it.
                if let Some(Expr::Map(place, _)) = body.filter(|_| last(name) == "fetch").map(|body| self.follow(body))
                {
                    found.refuse(Code::Variable, place);
                }
                self.options(&mut found, plain.get(1).copied());
            }
            _ if self.clients.get(name).is_some() => self.options(&mut found, plain.first().copied()),
            "axios" | "ajax" | "request"
                if plain.first().is_some_and(|first| self.follow(first).get(&["url", "uri"]).is_some()) =>
            {
                // jQuery sends an object as a form.
                let data = plain.first().and_then(|first| self.follow(first).get(&["data"]));
                let data = data.filter(|data| last(name) == "ajax" && matches!(self.follow(data), Expr::Map(..)));
                found.as_form = data.map(|data| data.place().place());
                self.options(&mut found, plain.first().copied());
                let options = plain.first().map(|options| self.follow(options));
                if let Some(options) = options.filter(|options| takes_query(name) && self.is_get(options)) {
                    self.query_of(&mut found, options);
                }
            }
            // Of undici and others, whose address comes first.
            "request"
                if text(0).is_none_or(|url| url.as_str().contains("://"))
                    && plain.get(1).is_some_and(|options| matches!(self.follow(options), Expr::Map(..))) =>
            {
                found.url = plain.first().map(|url| self.address_of(url));
                self.options(&mut found, plain.get(1).copied());
            }
            "request" if plain.len() >= 2 || named(&["url"]).is_some() => {
                found.method = text(0).or_else(|| self.text(named(&["method"])?));
                found.url = Some(self.address_of(plain.get(1).copied().or_else(|| named(&["url"]))?));
                self.body(&mut found, plain.get(2).copied().or_else(|| named(&["body"])));
                self.headers(&mut found, plain.get(3).copied());
                self.keywords(&mut found, &named);
            }
            // Of requests and httpx, whose method comes first.
            "Request"
                if text(0).is_some_and(|first| is_method(first.as_str()))
                    && (plain.len() > 1 || named(&["url"]).is_some()) =>
            {
                found.method = text(0);
                found.url = Some(self.address_of(plain.get(1).copied().or_else(|| named(&["url"]))?));
                self.keywords(&mut found, &named);
            }
            "Request" => {
                found.url = Some(self.address_of(plain.first().copied().or_else(|| named(&["url"]))?));
                found.method = named(&["method"]).and_then(|expr| self.text(expr));
                self.keywords(&mut found, &named);
            }
            method @ ("post" | "put" | "patch" | "delete" | "get") => {
                let url = plain.first().copied().or_else(|| named(&["url"]))?;
                let body = named(&["json", "data", "content"]).or(plain.get(1).copied());
                let url = self.address_of_verb(name, url, body)?;
                let mut word = url.slice(0..0);
                method.to_ascii_uppercase().chars().for_each(|char| word.push_char(char, &url, 0..0));
                (found.method, found.url) = (Some(word), Some(url));
                // With GET there is nothing but options, or what goes into the address.
                if matches!(method, "get" | "delete")
                    && let Some(second) = plain.get(1).copied().filter(|_| named(&["json", "data"]).is_none())
                {
                    self.options_of_get(&mut found, name, second);
                    self.keywords(&mut found, &named);
                    return self.completed(found, name, arguments);
                }
                let axios = name.starts_with("axios") || named(&["json", "data"]).is_none() && plain.len() > 1;
                let second = plain.get(1).copied();
                // Python's and jQuery's take an object for a form.
                if ["requests.", "httpx.", "$.", "jQuery."].iter().any(|root| name.starts_with(root))
                    && let Some(data) = second.filter(|data| matches!(self.follow(data), Expr::Map(..)))
                {
                    found.as_form = Some(data.place().place());
                }
                // Most take options behind the address, and axios the body.
                let is_options = |value: &&Expr| {
                    let value = self.follow(value);
                    !name.starts_with("axios") && value.get(&["headers", "header", "json", "body", "form"]).is_some()
                };
                if second.as_ref().is_some_and(is_options) {
                    self.options(&mut found, second);
                } else {
                    self.body(&mut found, second.filter(|_| axios));
                }
                let had_body = found.body.is_some();
                self.options(&mut found, plain.get(2).copied());
                // What axios is given second is sent, be it nothing.
                if name.starts_with("axios")
                    && !had_body
                    && matches!(method, "post" | "put" | "patch")
                    && let Some((data, _)) = found.body.take()
                {
                    found.drop(Why::Unsent, &data);
                }
                self.keywords(&mut found, &named);
            }
            _ => return None,
        }
        self.completed(found, name, arguments)
    }

    /// A request with what the script adds to each.
    fn completed(&self, mut found: Found, name: &str, arguments: &[(Option<Text>, Expr)]) -> Option<Found> {
        // `**options`, which may hold anything.
        if let Some((_, value)) = arguments.iter().find(|(_, value)| value.place().as_str().starts_with("**")) {
            found.refuse(Code::Variable, value.place());
        }
        self.tell_of_changes(&mut found, name);
        found.headers.append(&mut self.headers.clone());
        self.add_client(&mut found, name);
        if let Some((scheme, host)) = &self.host
            && let Some(path) = found.url.take()
        {
            found.url = Some(if path.as_str().starts_with('/') {
                let mut url = Text::default();
                scheme.chars().for_each(|char| url.push_char(char, host, 0..0));
                url.push(host, 0..host.len());
                url.push(&path, 0..path.len());
                url
            } else {
                path
            });
        }
        self.with_address(found)
    }

    /// `HTTPSConnection("host", 443)`.
    fn connect(&mut self, name: &str, arguments: &[(Option<Text>, Expr)]) {
        let scheme = match last(name) {
            "HTTPSConnection" => "https://",
            "HTTPConnection" => "http://",
            _ => return,
        };
        self.host = arguments.first().and_then(|(_, host)| self.text(host)).map(|host| (scheme, host));
    }
}
