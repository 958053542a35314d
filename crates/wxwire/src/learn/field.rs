//! A field as a source tells it: its name and place, what it may hold, and what is inside of it.

use std::collections::BTreeMap;
use std::ops::Range;

/// What a value may be, as sources name it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Type {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
    /// The bytes of a file.
    File,
}

impl Type {
    /// The name that JSON Schema has for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String | Self::File => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }

    /// Whether something is inside of it.
    pub(super) fn is_container(self) -> bool {
        matches!(self, Self::Array | Self::Object)
    }
}

/// Where a field travels.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Place {
    #[default]
    Body,
    Query,
    Path,
    Header,
}

impl Place {
    /// The name that OpenAPI has for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Query => "query",
            Self::Path => "path",
            Self::Header => "header",
        }
    }
}

/// A field, or the whole that holds the fields.
#[derive(Clone, Debug, Default)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) place: Place,
    /// What it may be; none where the source does not say.
    pub(super) types: Vec<Type>,
    pub(super) required: bool,
    /// What the source says of it, in its words.
    pub(super) help: String,
    /// The only values that it may have, as JSON, and what each means.
    pub(super) choices: Vec<(String, String)>,
    /// What stands for it where it is left out, as JSON.
    pub(super) default: Option<String>,
    /// A value that the source shows, as JSON.
    pub(super) example: Option<String>,
    /// Keywords of JSON Schema, with their values as JSON.
    pub(super) limits: Vec<(&'static str, String)>,
    /// It is known from a sample alone, or its type is.
    pub(super) is_inferred: bool,
    /// That it is required is known from a sample alone.
    pub(super) is_guessed: bool,
    /// The members of an object, in their order.
    pub(super) fields: Vec<Field>,
    /// What each item of an array is.
    pub(super) items: Option<Box<Field>>,
    /// Where the source tells it.
    pub(super) span: Range<usize>,
    /// That a sample contradicts it has been said.
    pub(super) is_doubted: bool,
    /// Where each member stands, by its name.
    pub(super) index: BTreeMap<String, usize>,
}

impl Field {
    /// A whole, without a name.
    pub(super) fn object() -> Self {
        Self { types: vec![Type::Object], ..Self::default() }
    }

    pub(super) fn is(&self, one: Type) -> bool {
        self.types.contains(&one)
    }

    /// The member of a name.
    pub(super) fn member(&mut self, name: &str) -> Option<&mut Self> {
        let at = *self.index.get(name)?;
        self.fields.get_mut(at)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.index.contains_key(name)
    }

    /// Adds a member; one of the same name that is there already stays.
    pub(super) fn add(&mut self, field: Self) -> bool {
        if self.has(&field.name) {
            return false;
        }
        self.index.insert(field.name.clone(), self.fields.len());
        self.fields.push(field);
        true
    }

    /// What holds the members: itself, or what each of its items is.
    pub(super) fn holder(&mut self) -> &mut Self {
        let mut here = self;
        // Arrays in arrays: what is inside of the innermost.
        for _ in 0..super::MAX_DEPTH {
            if !here.is(Type::Array) {
                break;
            }
            here = here.items.get_or_insert_default();
        }
        if here.types.is_empty() {
            here.types.push(Type::Object);
        }
        here
    }

    /// The same, where it is only looked at.
    pub(super) fn inside(&self) -> &Self {
        let mut here = self;
        while let (true, Some(items)) = (here.is(Type::Array), &here.items) {
            here = items;
        }
        here
    }

    /// Makes it an object or an array; what is inside stays inside.
    pub(super) fn become_container(&mut self, shown: Type) {
        let inside = self.take(|_| true);
        self.types = vec![shown];
        match (shown, self.items.take()) {
            (Type::Object, Some(items)) => {
                for field in items.fields {
                    self.add(field);
                }
            }
            (_, items) => self.items = items,
        }
        for field in inside {
            self.holder().add(field);
        }
    }

    /// Takes in what a row tells of a field that was known only as what holds others.
    pub(super) fn tell(&mut self, row: Self) {
        if let Some(one) = row.types.iter().find(|one| one.is_container()).filter(|one| !self.is(**one)) {
            self.become_container(*one);
        }
        self.place = row.place;
        self.required = row.required;
        self.help = row.help;
        self.span = row.span;
        self.is_inferred = false;
    }

    /// Takes members out.
    pub(super) fn take(&mut self, which: impl Fn(&Self) -> bool) -> Vec<Self> {
        let (taken, left) = std::mem::take(&mut self.fields).into_iter().partition(which);
        self.fields = left;
        self.index = self.fields.iter().enumerate().map(|(at, field)| (field.name.clone(), at)).collect();
        taken
    }
}
