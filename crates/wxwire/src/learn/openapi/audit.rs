//! Faults of a document: members that are misspelt or hold what they cannot hold, and rules that contradict each other. Each is
//! noted at its place, so that nothing is dropped without a word.

mod form;
mod members;
mod schema;
#[cfg(test)]
mod tests;

use super::Learner;
use crate::lang::Words;
use crate::layer::json::{Kind, Value};
use crate::near;
use form::number;
use members::{Holds, Member, Sort};

pub(super) use form::{said, type_name};
pub(super) use schema::{is_file, is_hollow, is_of_type};

/// How much of a value is shown.
const SHOWN: usize = 80;

/// So many names are looked at in all; what is found out by more is not said.
const MAX_LOOKED: usize = 1_000_000;

/// Where a schema stands.
#[derive(Clone, Copy, Default)]
struct Around {
    /// It is a part of another: what it says is to be read together with that.
    is_part: bool,
    /// `false` says something there that is read.
    may_be_false: bool,
}

impl<'t> Learner<'t> {
    /// Looks at the whole document.
    pub(super) fn audit(&mut self) {
        self.object(Sort::Document, self.root, Around::default());
    }

    /// One object of the document, and all that is inside of it. The depth is that of the text, which is bounded.
    fn object(&mut self, sort: Sort, value: Value<'t>, around: Around) {
        match (sort, value.kind()) {
            (_, Kind::Object) => {}
            (Sort::Schema, Kind::Bool) => {
                if value.source() == "false" && !around.may_be_false {
                    self.notes.left_out(value, "false", NOTHING);
                }
                return;
            }
            _ => return self.notes.left_out(value, &shown("", value), sort.words()),
        }
        if sort == Sort::Schema {
            self.keywords(value, around.is_part);
        } else if value.get("$ref").is_some() {
            return;
        }
        let known = members::of(sort);
        for (key, member) in value.members() {
            let name = key.as_str().unwrap_or_default();
            match known.iter().find(|own| own.name == name) {
                Some(own) => self.member(own, member),
                None => self.unknown(sort, key, &name, known),
            }
        }
    }

    fn member(&mut self, own: &Member, value: Value<'t>) {
        if !own.form.fits(value) {
            return self.misfit(own, value);
        }
        let inside = Around { is_part: own.is_part, may_be_false: own.may_be_false };
        match own.holds {
            Holds::Nothing => {}
            Holds::One(sort) => self.object(sort, value, inside),
            Holds::List(sort) => value.items().for_each(|one| self.object(sort, one, inside)),
            Holds::Map(sort) => {
                let is_extension = |key: Value<'_>| key.as_str().is_some_and(|key| key.starts_with("x-"));
                let all = value.members().filter(|(key, _)| sort == Sort::Schema || !is_extension(*key));
                all.for_each(|(_, one)| self.object(sort, one, inside));
            }
        }
    }

    /// A member that holds what it cannot hold.
    fn misfit(&mut self, own: &Member, value: Value<'t>) {
        match form::mended(own.form, value) {
            Some(mended) => self.notes.guessed(value, &format!("{} → {mended}", shown(own.name, value)), AS_MEANT),
            None => {
                let near = form::meant(own.form, value).map(|near| format!(" → {near}?")).unwrap_or_default();
                self.notes.left_out(value, &format!("{}{near}", shown(own.name, value)), own.form.words());
            }
        }
    }

    /// A member that is not known. What begins with `x-` is another's business, but in a document of ours.
    fn unknown(&mut self, sort: Sort, key: Value<'t>, name: &str, known: &[Member]) {
        let is_extension = name.starts_with("x-");
        let is_tried = self.looked < MAX_LOOKED && (!is_extension || self.is_ours && sort == Sort::Schema);
        if is_tried {
            self.looked += known.len();
        }
        let names = known.iter().map(|own| own.name).filter(|own| own.starts_with("x-") == is_extension);
        match is_tried.then(|| meant(name, names)).flatten() {
            Some(near) => self.notes.left_out(key, &format!("{name} → {near}?"), MISSPELT),
            _ if is_extension || sort == Sort::Document => {}
            _ => self.notes.left_out(key, name, UNKNOWN),
        }
    }
}

/// The name that another one is meant for: the same but for case and what joins its words, or one or two letters beside.
fn meant(name: &str, known: impl Iterator<Item = &'static str> + Clone) -> Option<&'static str> {
    if name.len() > 40 {
        return None;
    }
    let bare = |name: &str| name.replace(['_', '-', ' ', '.'], "").to_ascii_lowercase();
    let same = known.clone().find(|own| bare(own) == bare(name));
    let most = if name.len() < 6 { 1 } else { 2 };
    same.or_else(|| {
        let near = Some(near::nearest(name, known)).filter(|near| !near.is_empty())?;
        (name.len() > 3 && near::distance(name, near, most) <= most).then_some(near)
    })
}

/// A member with its value, cut short.
fn shown(name: &str, value: Value<'_>) -> String {
    let blank = if name.is_empty() { "" } else { " " };
    name.chars().chain(blank.chars()).chain(value.source().chars().take(SHOWN + 1)).collect()
}

const AS_MEANT: Words = Words::new("写法不合规，按其本意处理", "not written as it should be; taken as it is meant");
const MISSPELT: Words =
    Words::new("没有这个关键字，可能是笔误；不起作用", "no such keyword, misspelt perhaps; it has no effect");
const UNKNOWN: Words = Words::new("没有这个关键字；不起作用", "no such keyword; it has no effect");
const NOTHING: Words =
    Words::new("false 表示这里不能有任何值；不检查", "false allows no value there; this is not checked");
