//! Which library takes which member of its options as what: one row for each, of those of JavaScript.

use super::request::last;

/// A library, by the calls that are its own.
pub(super) struct Library {
    /// What the name of a call begins with; with none, anything.
    roots: &'static [&'static str],
    /// What it ends with; with none, anything.
    calls: &'static [&'static str],
    /// The members that hold a body; others of the same names are passed over.
    pub(super) bodies: &'static [&'static str],
    /// Those of them that are not sent with GET.
    pub(super) unsent: &'static [&'static str],
    pub(super) object: Object,
}

/// What becomes of an object that is given as a body.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Object {
    Json,
    Form,
    /// The call throws, or sends no more than that it is one.
    Nothing,
    /// It goes into the address where the call has no other method than GET.
    Query,
}

/// Members of options that hold a body in one library or another.
pub(super) const BODIES: [&str; 3] = ["body", "data", "json"];

/// What the requests of mini programs are members of.
const MINI: [&str; 8] = ["wx", "uni", "my", "tt", "swan", "qq", "dd", "Taro"];

/// The first that has a call counts. What got did with a `body` alone depends on how old it is.
static LIBRARIES: [Library; 11] = [
    Library { roots: &["fetch"], bodies: &["body"], unsent: &["body"], object: Object::Nothing, ..ANY },
    Library { roots: &["$fetch", "ofetch"], bodies: &["body"], unsent: &["body"], ..ANY },
    Library { roots: &["UrlFetchApp"], bodies: &["payload"], unsent: &["body"], object: Object::Form, ..ANY },
    Library {
        roots: &["window", "globalThis", "self"],
        calls: &["fetch"],
        bodies: &["body"],
        unsent: &["body"],
        object: Object::Nothing,
    },
    Library { calls: &["fetch"], unsent: &["body"], object: Object::Nothing, ..ANY },
    Library { roots: &["ky"], bodies: &["body", "json"], unsent: &["body", "json"], object: Object::Nothing, ..ANY },
    Library { roots: &["got"], bodies: &["body", "json"], unsent: &["json"], object: Object::Nothing, ..ANY },
    Library { roots: &["axios"], bodies: &["data"], ..ANY },
    Library { roots: &MINI, calls: &["request"], bodies: &["data"], object: Object::Query, ..ANY },
    Library { roots: &["$", "jQuery"], calls: &["ajax"], bodies: &["data"], object: Object::Query, ..ANY },
    Library { calls: &["ajax"], object: Object::Query, ..ANY },
];

/// One of which nothing is known.
static ANY: Library = Library { roots: &[], calls: &[], bodies: &BODIES, unsent: &[], object: Object::Json };

/// The library that a call is of.
pub(super) fn library_of(name: &str) -> &'static Library {
    let (root, own) = (name.split('.').next().unwrap_or_default(), last(name));
    let has = |names: &[&str], name: &str| names.is_empty() || names.contains(&name);
    LIBRARIES.iter().find(|one| has(one.roots, root) && has(one.calls, own)).unwrap_or(&ANY)
}
