//! The rules that a schema is compiled into: what a value must be, and what it means.
//!
//! They stand below the layers, which read by them, and below the validator, which compiles them and holds values to them.
//! From outside they are found in [`schema`](crate::schema).

mod docs;
mod format;
mod id;
mod limits;
mod moment;
mod pattern;
mod place;
mod when;

pub use docs::Docs;
pub use format::Format;
pub use id::IdSort;
pub(crate) use id::is_rounded;
pub use moment::Moment;
pub use pattern::Pattern;
pub use place::In;
pub use when::When;

use crate::problem::{Source, Unit};

/// An operation's compiled schema.
#[derive(Debug)]
pub struct Schema {
    pub(crate) rules: Vec<Rule>,
    pub(crate) root: RuleId,
    /// Keywords that the compiler met and does not know. A test holds this empty for the whole catalog.
    pub unknown_keywords: Vec<String>,
}

/// The place of a rule in its schema.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RuleId(pub(crate) u32);

/// What a value must be.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What it is for.
    pub docs: Docs,
    /// Its type and limits.
    pub shape: Shape,
    /// A field that may be absent; `null` in it is doubtful, not wrong.
    pub nullable: bool,
    /// `null` in it is a value as good as any, which the document says.
    pub null: bool,
    /// What stands between its items where they travel as one text.
    pub join: Option<String>,
    /// Where its limits are known from.
    pub source: Source,
    /// Where its type, and that it must be there, is known from; else where the whole is.
    pub type_source: Option<Source>,
    /// A value that its document shows, as JSON.
    pub example: Option<String>,
    /// What its number counts.
    pub unit: Option<Unit>,
    /// Its number is a moment in Unix seconds, and which.
    pub moment: Option<Moment>,
    /// The vendor cuts off what is too much, instead of refusing it.
    pub cut: bool,
    /// The vendor's document does not say what it holds.
    pub undocumented: bool,
    /// What is inside its text: `xml`, `base64`, …, one in the other.
    pub layers: Vec<String>,
    /// The root element of the XML inside its text.
    pub xml_root: Option<String>,
    /// The sorts of ids that it takes; empty where any will do.
    pub ids: Vec<IdSort>,
    /// Its text is a file in base64, of this media type: on the wire the bytes themselves.
    pub file: Option<String>,
    /// It has an effect only where this holds.
    pub when: Option<When>,
    /// It must be there where one of these holds.
    pub needed: Vec<When>,
    /// Of an object: the ways to fill it in, of which one must be complete, such as `url | appid + pagepath`.
    pub one_of: String,
    /// It names who receives what is sent.
    pub receiver: bool,
    /// Each of its items is a message of its own.
    pub messages: bool,
    /// The rule that it stands in, which it is again. Only the check goes on there: for whatever draws or lists, it holds
    /// anything.
    pub(crate) again: Option<RuleId>,
}

/// A type with its limits.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Any value.
    Any,
    /// `true` or `false`.
    Bool,
    /// An integer.
    Integer(Bounds),
    /// A number.
    Number(Bounds),
    /// Text.
    Text(TextLimits),
    /// One of these scalars.
    Choice(Vec<Choice>),
    /// An array.
    List {
        /// The rule of each item.
        items: RuleId,
        /// The least number of items.
        min: Option<usize>,
        /// The greatest number of items.
        max: Option<usize>,
        /// No two of them are the same.
        unique: bool,
    },
    /// An object.
    Object(Object),
    /// Whichever of these has the value's JSON type.
    Either(Vec<RuleId>),
}

/// The least and the greatest number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bounds {
    /// The least.
    pub min: Option<i64>,
    /// The greatest.
    pub max: Option<i64>,
}

/// What a text may hold.
#[derive(Clone, Debug, Default)]
pub struct TextLimits {
    /// The least number of characters.
    pub min_characters: Option<usize>,
    /// The greatest number of characters.
    pub max_characters: Option<usize>,
    /// The least number of bytes.
    pub min_bytes: Option<usize>,
    /// The greatest number of bytes: of UTF-8, or of the file that it stands for.
    pub max_bytes: Option<usize>,
    /// The characters that it may hold, as in a bracket expression: `A-Za-z0-9_.-`.
    pub characters: Option<String>,
    /// How it has to look.
    pub pattern: Option<Pattern>,
    /// What it has to be: a day, an address.
    pub format: Option<Format>,
}

/// One value that a field may have.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The value, as JSON.
    pub json: String,
    /// What it means.
    pub docs: Docs,
}

/// An object's fields.
#[derive(Clone, Debug, Default)]
pub struct Object {
    /// The fields, in the vendor's order. Of a tagged object, those that every variant has.
    pub fields: Vec<Field>,
    /// What tells the variants apart.
    pub tag: Option<Tag>,
    /// Other fields are as good as known ones.
    pub open: bool,
    /// Other fields are refused, which the document says.
    pub closed: bool,
}

/// One field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name on the wire.
    pub name: String,
    /// What its value must be.
    pub rule: RuleId,
    /// Whether it must be there.
    pub required: bool,
    /// Where it goes in a request, where that is not where the others go.
    pub place: Option<In>,
    /// It is a credential, on the wire but not among the values, and comes from this environment variable.
    pub credential: Option<String>,
}

/// What tells the variants of an object apart.
#[derive(Clone, Debug)]
pub struct Tag {
    /// The name of the field that holds the variant's name.
    pub field: String,
    /// The variants.
    pub variants: Vec<Variant>,
    /// There are more variants than the vendor documents.
    pub others: bool,
}

/// One variant of a tagged object.
#[derive(Clone, Debug)]
pub struct Variant {
    /// What the tag says.
    pub value: String,
    /// What it is for.
    pub docs: Docs,
    /// All fields: the variant's own, the tag, and those that every variant has.
    pub fields: Vec<Field>,
    /// Any other field is as good as these.
    pub open: bool,
    /// The rule around it whose fields it has too, until that is compiled to its end.
    pub(crate) again: Option<RuleId>,
}

impl Schema {
    /// The rule of the whole.
    pub fn root(&self) -> &Rule {
        self.rule(self.root)
    }

    /// All rules.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// One rule.
    pub fn rule(&self, id: RuleId) -> &Rule {
        &self.rules[id.0 as usize]
    }

    /// A rule, or the one around it that it is again.
    pub(crate) fn meant<'s>(&'s self, rule: &'s Rule) -> &'s Rule {
        rule.again.map_or(rule, |id| self.rule(id))
    }

    /// Whether the object that it describes has a field of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        matches!(&self.root().shape, Shape::Object(object) if object.fields.iter().any(|field| field.name == name))
    }
}

impl Object {
    /// The variant that a tag names.
    pub fn variant(&self, tag: &str) -> Option<&Variant> {
        self.tag.as_ref()?.variants.iter().find(|variant| variant.value == tag)
    }
}
