//! What a call sends in the address, as GET has no body.

use super::call::is_nothing;
use super::request::{Script, last};
use crate::import::code::Expr;
use crate::import::found::{Form, Found};
use crate::import::report::Why;
use crate::problem::Code;

/// Why a body is none that is sent.
pub(in crate::import) const UNSENT: &str = "unsent";

/// What the requests of mini programs are members of.
const MINI: [&str; 8] = ["wx", "uni", "my", "tt", "swan", "qq", "dd", "Taro"];

/// Members of the options of a call.
const OPTIONS: [&str; 11] =
    ["params", "data", "headers", "header", "json", "body", "form", "searchParams", "query", "qs", "timeout"];

/// Whether a call puts an object that it is given into the address, where it has no other method than GET.
pub(super) fn takes_query(name: &str) -> bool {
    let root = name.split('.').next().unwrap_or_default();
    last(name) == "ajax" || last(name) == "request" && MINI.contains(&root)
}

/// Calls that send no body with GET, and what else than `body` holds one. What got did with a `body` alone depends on how old
/// it is.
const WITHOUT_BODY: [(&str, &[&str]); 7] = [
    ("fetch", &["body"]),
    ("$fetch", &["body"]),
    ("ofetch", &["body"]),
    ("ky", &["body", "json"]),
    ("ky.get", &["body", "json"]),
    ("got", &["json"]),
    ("got.get", &["json"]),
];

/// Members of options that hold a body in one library or another.
const BODIES: [&str; 3] = ["body", "data", "json"];

/// Which of these hold the body of a call, where its library passes over the others.
pub(super) fn bodies_of(name: &str) -> &'static [&'static str] {
    let root = name.split('.').next().unwrap_or_default();
    match (root, last(name)) {
        ("fetch" | "$fetch" | "ofetch", _) | ("window" | "globalThis" | "self", "fetch") => &["body"],
        ("ky" | "got", _) => &["body", "json"],
        ("UrlFetchApp", _) => &["payload"],
        ("axios", _) | ("$" | "jQuery", "ajax") => &["data"],
        (root, "request") if MINI.contains(&root) => &["data"],
        _ => &BODIES,
    }
}

/// Whether what sends a body as this method leaves it out.
pub(super) fn has_no_body(method: &str) -> bool {
    ["get", "head"].iter().any(|own| method.eq_ignore_ascii_case(own))
}

/// Whether a call throws, or sends no more than that it is one, where its body is an object.
fn takes_no_object(name: &str) -> bool {
    ["fetch", "ky", "got"].contains(&name.split('.').next().unwrap_or_default()) || last(name) == "fetch"
}

impl Script {
    /// The member of the options of a call that is its body. Another one is not sent: it is left out beside a body, and
    /// refused where there is none.
    pub(super) fn body_in<'e>(&self, found: &mut Found, name: &str, options: &'e Expr) -> Option<&'e Expr> {
        let bodies = bodies_of(name);
        let body = bodies.iter().find_map(|own| options.get(&[own]));
        for other in BODIES.iter().filter(|other| !bodies.contains(other)).filter_map(|other| options.get(&[other])) {
            match body {
                Some(_) => found.drop(Why::Unsent, other.place()),
                None if is_nothing(self.follow(other)) => {}
                None => found.refuse_sent(UNSENT, other.place()),
            }
        }
        // What has a payload makes a form of an object.
        if let Some(Expr::Map(place, _)) =
            options.get(&["payload"]).filter(|_| bodies == ["payload"]).map(|body| self.follow(body))
        {
            found.as_form = Some(place.place());
        }
        // Got of old makes JSON of an object where `json` says so.
        let is_text = takes_no_object(name) && !(name.starts_with("got") && options.get(&["json"]).is_some());
        if let Some(Expr::Map(place, _)) = options.get(&["body"]).filter(|_| is_text).map(|body| self.follow(body)) {
            found.refuse(Code::Variable, place);
        }
        body
    }

    /// Refuses a body where the call sends none with GET, which it is for where nothing says otherwise.
    pub(super) fn tell_of_unsent(&self, found: &mut Found, name: &str, options: Option<&Expr>) {
        let is_one = |call: &str| call == name || call == last(name);
        let Some((_, bodies)) = WITHOUT_BODY.iter().find(|(call, _)| is_one(call)) else { return };
        let Some(options) = options.filter(|options| self.is_get(options)) else { return };
        let body = options.get(bodies).filter(|body| !is_nothing(self.follow(body)));
        // Got sends one where it is told so.
        if let Some(body) = body.filter(|_| options.get(&["allowGetBody"]).is_none()) {
            found.refuse_sent(UNSENT, body.place());
        }
    }

    /// Whether options are those of a GET, which it is where nothing says otherwise, or of a HEAD, which has no body either.
    pub(super) fn is_get(&self, options: &Expr) -> bool {
        match (options, options.get(&["method", "type"])) {
            (Expr::Map(_, members), None) => !members.iter().any(|(name, _)| name.is_empty()),
            (_, Some(method)) => self.text(method).is_some_and(|method| has_no_body(method.as_str())),
            _ => false,
        }
    }

    /// Takes the data of a GET for what goes into its address.
    pub(super) fn query_of(&self, found: &mut Found, options: &Expr) {
        let Some(data) = options.get(&["data"]).map(|data| self.follow(data)) else { return };
        found.as_form = None;
        if found.body.take().is_some() {
            match data {
                Expr::Map(..) => self.query(found, Some(data)),
                other => found.refuse_sent(UNSENT, other.place()),
            }
        }
    }

    /// Takes what stands behind the address of a call that is named after GET or DELETE: options, or what goes into the
    /// address.
    pub(super) fn options_of_get(&self, found: &mut Found, name: &str, second: &Expr) {
        let value = self.follow(second);
        self.tell_of_unsent(found, name, Some(value));
        let is_query =
            self.language.form == Form::Python || !name.starts_with("axios") && value.get(&OPTIONS).is_none();
        match value {
            Expr::Map(..) if is_query => self.query(found, Some(value)),
            _ => self.options(found, name, Some(second)),
        }
    }
}
