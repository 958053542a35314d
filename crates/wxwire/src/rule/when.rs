//! Fields that count only beside a certain value of another.

/// What another field of the same object says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct When {
    /// The other field.
    pub field: String,
    /// The values that it may have; an empty one stands for a field that is absent or empty.
    pub values: Vec<String>,
}

impl When {
    /// Reads `field=one|another`; `field=` is a field that is absent.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (field, values) = text.split_once('=')?;
        Some(Self { field: field.to_owned(), values: values.split('|').map(String::from).collect() })
    }

    /// Whether it holds where the other field says this; nothing, where it is absent.
    pub(crate) fn takes(&self, said: &str) -> bool {
        self.values.iter().any(|value| value == said)
    }

    /// The condition for a person: `type 0 | 1`.
    pub(crate) fn words(&self) -> String {
        let values: Vec<_> = self.values.iter().map(String::as_str).filter(|value| !value.is_empty()).collect();
        format!("{} {}", self.field, values.join(" | "))
    }
}
