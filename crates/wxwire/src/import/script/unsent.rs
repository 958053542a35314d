//! What is called a body and is none that is sent: with GET, or under the name that another library has for it.

use super::call::is_nothing;
use super::libraries::{BODIES, Object, library_of};
use super::request::{Script, last};
use crate::import::code::Expr;
use crate::import::found::Found;
use crate::import::report::Why;
use crate::problem::Code;

/// Why a body is none that is sent.
pub(super) const UNSENT: &str = "unsent";

/// Calls that have a method of their own, which is not GET.
const OTHERS: [&str; 4] = ["post", "put", "patch", "delete"];

/// Whether what sends a body as this method leaves it out.
pub(super) fn has_no_body(method: &str) -> bool {
    ["get", "head"].iter().any(|own| method.eq_ignore_ascii_case(own))
}

impl Script {
    /// The member of the options of a call that is its body. Another one is not sent: it is left out beside a body, and
    /// refused where there is none.
    pub(super) fn body_in<'e>(&self, found: &mut Found, name: &str, options: &'e Expr) -> Option<&'e Expr> {
        let library = library_of(name);
        let bodies = library.bodies;
        let body = bodies.iter().find_map(|own| options.get(&[own]));
        for other in BODIES.iter().filter(|other| !bodies.contains(other)).filter_map(|other| options.get(&[other])) {
            match body {
                Some(_) => found.drop(Why::Unsent, other.place()),
                None if is_nothing(self.follow(other)) => {}
                None => found.refuse_sent(UNSENT, other.place()),
            }
        }
        if let Some(Expr::Map(place, _)) = body.map(|body| self.follow(body)) {
            // Got of old makes JSON of an object where `json` says so.
            let is_json = name.starts_with("got") && options.get(&["json"]).is_some();
            match library.object {
                Object::Form => found.as_form = Some(place.place()),
                Object::Nothing if options.get(&["body"]).is_some() && !is_json => found.refuse(Code::Variable, place),
                _ => {}
            }
        }
        body
    }

    /// Refuses a body where the call sends none with GET, which it is for where nothing says otherwise.
    pub(super) fn tell_of_unsent(&self, found: &mut Found, name: &str, options: Option<&Expr>) {
        let Some(options) = options.filter(|options| !OTHERS.contains(&last(name)) && self.is_get(options)) else {
            return;
        };
        let body = options.get(library_of(name).unsent).filter(|body| !is_nothing(self.follow(body)));
        // Got sends one where it is told so.
        if let Some(body) = body.filter(|_| options.get(&["allowGetBody"]).is_none()) {
            found.refuse_sent(UNSENT, body.place());
        }
    }
}
