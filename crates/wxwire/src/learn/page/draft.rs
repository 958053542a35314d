//! A call while its page is read: rows and samples, until all of both are there.

use std::collections::BTreeSet;

use super::flat::Flat;
use super::heading::Side;
use super::nest;
use super::samples::{self, Read};
use crate::import::Text;
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value, quote};
use crate::learn::call::Call;
use crate::learn::field::{Field, Place, Type};
use crate::learn::notes::Notes;
use crate::learn::sample::Sample;

/// The most samples of a call.
const MAX_SAMPLES: usize = 200;

/// A call that is being read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) call: Call,
    request: Vec<Flat>,
    reply: Vec<Flat>,
    samples: Vec<Read>,
    /// The names that the samples show, to tell a name from what is glued to it.
    names: BTreeSet<String>,
    /// The table of the request has a column for what is required.
    pub(super) has_marks: bool,
}

impl Draft {
    pub(super) fn row(&mut self, flat: Flat, side: Side) {
        match side {
            Side::Request => self.request.push(flat),
            Side::Reply => self.reply.push(flat),
        }
    }

    /// Whether a sample that stands above shows a name.
    pub(super) fn shows(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    pub(super) fn sample(&mut self, code: &Text, side: Side, title: &str, is_failure: bool, notes: &mut Notes) {
        if self.samples.len() >= MAX_SAMPLES {
            return notes.left_out(code.trim().place(), code.as_str().trim(), TOO_MANY);
        }
        let read = match side {
            Side::Request => samples::request(code, title, &mut self.call, notes),
            Side::Reply => samples::reply(code, title, notes),
        };
        let Some(mut read) = read else { return };
        read.is_failure = is_failure;
        let (own, plain) = (read.side, read.plain());
        if !self.samples.iter().any(|one| one.side == own && one.plain() == plain) {
            self.samples.push(read);
        }
    }

    /// The call, all put together.
    pub(super) fn end(mut self, notes: &mut Notes) -> Call {
        let (rows, apart) = std::mem::take(&mut self.request).into_iter().partition(|flat: &Flat| {
            matches!(flat.place, None | Some(Place::Body))
        });
        self.call.has_body |= { let rows: &Vec<Flat> = &rows; rows.iter().any(|flat| flat.place == Some(Place::Body)) };
        let apart: Vec<Flat> = apart;
        for flat in apart {
            if notes.row(flat.span.clone(), &flat.name) {
                let name = flat.name.clone();
                let field = flat.field(&name);
                self.call.parameter(field, notes);
            }
        }
        let marks_lost = self.has_marks && rows.iter().all(|flat| flat.required.is_none());
        self.fill(Side::Request, rows, notes);
        if marks_lost {
            self.marks(notes);
        }
        let rows = std::mem::take(&mut self.reply);
        self.fill(Side::Reply, rows, notes);
        self.only_value(notes);
        self.call.settle(notes);
        self.call
    }

    /// Rows and samples of one side, together.
    fn fill(&mut self, side: Side, rows: Vec<Flat>, notes: &mut Notes) {
        let own: Vec<&Read> = self.samples.iter().filter(|one| one.side == side && !one.is_failure).collect();
        let trees: Vec<Tree<'_>> = own.iter().filter_map(|one| Tree::parse(&one.json).ok()).collect();
        let roots: Vec<Value<'_>> = trees.iter().map(Tree::root).collect();
        let whole = if side == Side::Request { &mut self.call.body } else { &mut self.call.reply };
        let is_alone = rows.is_empty();
        if roots.first().is_some_and(|root| root.kind() == Kind::Array) && side == Side::Reply {
            whole.types = vec![Type::Array];
        }
        nest::nest(rows, whole, &roots, notes);
        for (read, root) in own.iter().zip(&roots) {
            let sample = Sample { root: *root, place: &|range| read.place(range), is_alone };
            sample.miss(whole, notes);
            sample.show(whole, notes);
            match side {
                Side::Request if root.kind() == Kind::Object => {
                    self.call.examples.push((read.title.clone(), read.json.clone()));
                }
                Side::Reply if self.call.reply_example.is_none() => self.call.reply_example = Some(read.json.clone()),
                _ => {}
            }
        }
    }

    /// The table has a column for what is required, and nothing in it: its marks were pictures, lost when it was copied.
    fn marks(&mut self, notes: &mut Notes) {
        let shown: Vec<Tree<'_>> = self
            .samples
            .iter()
            .filter(|one| one.side == Side::Request)
            .filter_map(|one| Tree::parse(&one.json).ok())
            .collect();
        let roots: Vec<_> = shown.iter().map(Tree::root).collect();
        require(&mut self.call.body, &roots, notes);
    }

    /// Where all calls share one path, a name in capitals tells them apart.
    fn only_value(&mut self, notes: &mut Notes) {
        if self.call.path != "/" {
            return;
        }
        let values: Vec<(String, String)> = self
            .samples
            .iter()
            .filter(|one| one.side == Side::Request)
            .filter_map(|one| Tree::parse(&one.json).ok())
            .flat_map(|tree| {
                let texts = tree.root().members().filter_map(|(key, value)| Some((key.as_str()?.into_owned(), value.as_str()?.into_owned())));
                texts.collect::<Vec<_>>()
            })
            .collect();
        let is_name = |value: &str| value.len() > 3 && value.contains('_') && value.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
        for name in ["type", "cmd", "action", "api", "method"] {
            let mut shown = values.iter().filter(|(key, _)| key == name).map(|(_, value)| value);
            let Some(first) = shown.next().filter(|value| is_name(value)) else { continue };
            if let Some(field) = self.call.body.member(name).filter(|field| field.choices.is_empty() && shown.all(|one| one == first)) {
                notes.guessed(field.span.clone(), first, ONE_VALUE);
                field.choices = vec![(quote(first), String::new())];
            }
        }
    }
}

/// Takes what the samples show as required; whether it is, nobody knows.
fn require(whole: &mut Field, samples: &[Value<'_>], notes: &mut Notes) {
    let whole = whole.holder();
    for field in &mut whole.fields {
        let inner: Vec<Value<'_>> = samples.iter().filter_map(|sample| sample.get(&field.name)).collect();
        if !inner.is_empty() && inner.len() == samples.len() && !field.is_inferred {
            notes.guessed(field.span.clone(), &field.name, MARKS_LOST);
            (field.required, field.is_guessed) = (true, true);
        }
        let items: Vec<Value<'_>> = inner.iter().flat_map(|value| value.items()).chain(inner.iter().copied().filter(|value| value.kind() == Kind::Object)).collect();
        if field.types.iter().any(|one| one.is_container()) && !items.is_empty() {
            require(field, &items, notes);
        }
    }
}

const TOO_MANY: Words = Words::new("示例太多，不再读取", "too many samples");
const ONE_VALUE: Words =
    Words::new("所有接口共用一个路径，按示例固定为这个值", "all calls share one path: this value of the sample tells this one apart");
const MARKS_LOST: Words =
    Words::new("必填标记在复制时丢失，示例中有的视为必填", "the marks of what is required were lost: what the sample has is taken for required");
