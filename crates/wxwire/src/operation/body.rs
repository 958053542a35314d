//! How the values of a call travel that have no place of their own.

use http::Method;

/// What a call carries.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Body {
    /// Nothing: what has no place of its own goes into the query.
    None,
    /// A JSON document: the text of the values as it stands.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`: fields, and a file.
    Multipart,
}

impl Body {
    /// What calls of a method carry, unless they say otherwise.
    pub const fn of(method: Method) -> Self {
        let is_bare = matches!(method, Method::GET | Method::DELETE | Method::HEAD);
        // A constant can drop nothing, and none of these methods owns anything.
        std::mem::forget(method);
        if is_bare { Self::None } else { Self::Json }
    }

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Json => "json",
            Self::Form => "form",
            Self::Multipart => "multipart",
        }
    }
}

/// What a call is answered with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Answers {
    /// JSON.
    Json,
    /// The bytes of a file; JSON only where there is none.
    Bytes,
}
