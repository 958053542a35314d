//! A sample beside the table: what it shows of the fields, and where the two contradict each other.

use std::ops::Range;

use super::field::{Field, Type};
use super::notes::Notes;
use crate::lang::Words;
use crate::layer::json::{Kind, Value};

/// A JSON sample, and where its parts stand in the source.
pub(super) struct Sample<'s> {
    pub(super) root: Value<'s>,
    /// Where a place of the JSON stands in the source.
    pub(super) place: &'s dyn Fn(Range<usize>) -> Range<usize>,
    /// The sample stands alone: there is no table that it could add to.
    pub(super) is_alone: bool,
}

impl Sample<'_> {
    /// Takes in what the sample shows of a field.
    pub(super) fn show(&self, field: &mut Field, notes: &mut Notes) {
        self.value(field, self.root, notes, 0);
    }

    fn value(&self, field: &mut Field, value: Value<'_>, notes: &mut Notes, deep: usize) {
        if deep > super::MAX_DEPTH {
            return;
        }
        let Some(shown) = shown(value) else { return };
        if field.types.is_empty() {
            field.types.push(shown);
            field.is_inferred |= !field.name.is_empty();
        } else if !agrees(field, shown, value) {
            self.contradicts(field, shown, value, notes);
        }
        match shown {
            Type::Object if field.is(Type::Object) => self.members(field, value, notes, deep),
            Type::Array if field.is(Type::Array) => {
                for item in value.items() {
                    let inner = field.items.get_or_insert_default();
                    self.value(inner, item, notes, deep + 1);
                }
            }
            _ => {}
        }
    }

    fn members(&self, field: &mut Field, value: Value<'_>, notes: &mut Notes, deep: usize) {
        for (key, member) in value.members() {
            let Some(name) = key.as_str() else { continue };
            if let Some(known) = field.member(&name) {
                self.value(known, member, notes, deep + 1);
                continue;
            }
            let span = (self.place)(key.span());
            if name.is_empty() || !notes.row(span.clone(), &name) {
                continue;
            }
            let words = match field.fields.iter().any(|one| is_like(&one.name, &name)) {
                true => SPELLED,
                false => ONLY_SHOWN,
            };
            if !self.is_alone {
                notes.guessed(span.clone(), &name, words);
            }
            let place = if deep == 0 { field.place } else { super::field::Place::Body };
            let mut new = Field { name: name.into_owned(), is_inferred: true, place, span, ..Field::default() };
            self.value(&mut new, member, notes, deep + 1);
            field.add(new);
        }
    }

    /// What the table says is kept, but where the sample shows what cannot be written by mistake: something inside.
    fn contradicts(&self, field: &mut Field, shown: Type, value: Value<'_>, notes: &mut Notes) {
        let is_wire = shown.is_container();
        // Of what no row tells, nothing is contradicted.
        let is_told = !field.is_inferred;
        if is_wire {
            field.become_container(shown);
        }
        if std::mem::replace(&mut field.is_doubted, true) || !is_told {
            return;
        }
        let words = if is_wire { SAMPLE_COUNTS } else { TABLE_COUNTS };
        let span = (self.place)(value.span());
        notes.guessed(span, &format!("{}: {}", field.name, value.source()), words);
        field.is_inferred |= is_wire;
    }

    /// Names what the table requires and the sample does not have.
    pub(super) fn miss(&self, field: &Field, notes: &mut Notes) {
        let names: std::collections::BTreeSet<_> =
            self.root.members().filter_map(|(key, _)| key.as_str().map(|key| key.into_owned())).collect();
        for one in field.fields.iter().filter(|one| one.required && !one.is_guessed && !names.contains(&one.name)) {
            notes.guessed(one.span.clone(), &one.name, ABSENT);
        }
    }
}

/// What a value is; nothing can be told of a null.
fn shown(value: Value<'_>) -> Option<Type> {
    Some(match value.kind() {
        Kind::Null => return None,
        Kind::Bool => Type::Boolean,
        Kind::Number if value.source().contains(['.', 'e', 'E']) => Type::Number,
        Kind::Number => Type::Integer,
        Kind::String => Type::String,
        Kind::Array => Type::Array,
        Kind::Object => Type::Object,
    })
}

/// Whether a value can be what the table says.
fn agrees(field: &Field, shown: Type, value: Value<'_>) -> bool {
    let fits = |one: &Type| match (one, shown) {
        (Type::Number, Type::Integer) | (Type::File, Type::String) => true,
        (one, shown) => *one == shown,
    };
    // Words that stand for what belongs there contradict nothing.
    let is_placeholder = || value.as_str().is_some_and(|text| text.is_empty() || !text.is_ascii() || text.len() > 200);
    field.types.iter().any(fits) || shown == Type::String && is_placeholder()
}

/// Whether two names are one, but for case and for what joins their words.
fn is_like(one: &str, other: &str) -> bool {
    let plain = |name: &str| {
        let chars = name.chars().filter(|char| !"_-".contains(*char));
        chars.map(|char| char.to_ascii_lowercase()).collect::<String>()
    };
    one.len().abs_diff(other.len()) < 8 && one != other && plain(one) == plain(other)
}

const ONLY_SHOWN: Words = Words::new(
    "只在示例中出现、表格里没有的字段，类型由示例推断",
    "in the sample and not in the table: taken in, its type concluded from the sample",
);
const SPELLED: Words = Words::new(
    "示例里的写法与表格不同，两个字段都保留",
    "spelled differently in the sample and in the table: both are taken in",
);
const TABLE_COUNTS: Words = Words::new(
    "示例的类型与表格矛盾，以表格为准",
    "of another type in the sample than in the table: as the table says",
);
const SAMPLE_COUNTS: Words = Words::new(
    "示例的结构与表格矛盾，以示例为准（示例显示了实际报文的结构）",
    "of another form in the sample than in the table: as the sample shows, which is what goes on the wire",
);
const ABSENT: Words = Words::new(
    "表格标为必填，示例中却没有，以表格为准",
    "required by the table and absent from the sample: as the table says",
);
