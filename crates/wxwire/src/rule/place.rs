//! Where a field of the values goes in a request.

/// Where a field of the values goes in a request: what `x-in` says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum In {
    /// Into the body, as a member, a form field or a part.
    Body,
    /// Into the query of the URL.
    Query,
    /// Into the path, in place of its name in braces.
    Path,
    /// Into a header of this name.
    Header,
    /// Beside the file part of a multipart body, as the file's name.
    FileName,
}

impl In {
    pub(crate) const ALL: [Self; 5] = [Self::Body, Self::Query, Self::Path, Self::Header, Self::FileName];

    /// The stable name, as `x-in` spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Query => "query",
            Self::Path => "path",
            Self::Header => "header",
            Self::FileName => "filename",
        }
    }

    /// The place of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.name() == name)
    }
}
