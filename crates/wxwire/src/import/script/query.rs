//! What a call sends in the address, as GET has no body.

use super::libraries::{Object, library_of};
use super::request::Script;
use super::unsent::{UNSENT, has_no_body};
use crate::import::code::Expr;
use crate::import::found::{Form, Found};

/// Members of the options of a call.
const OPTIONS: [&str; 11] =
    ["params", "data", "headers", "header", "json", "body", "form", "searchParams", "query", "qs", "timeout"];

/// Whether a call puts an object that it is given into the address, where it has no other method than GET.
pub(super) fn takes_query(name: &str) -> bool {
    library_of(name).object == Object::Query
}

impl Script {
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
