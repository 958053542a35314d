//! A call while its page is read: rows and samples, until all of both are there.

use std::collections::BTreeSet;

use super::columns::Column;
use super::flat::Flat;
use super::heading::Side;
use super::samples::{self, Head, Read};
use super::{nest, row};
use crate::import::Text;
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value, quote};
use crate::learn::call::Call;
use crate::learn::field::{Field, Place, Type};
use crate::learn::notes::Notes;
use crate::learn::sample::Sample;

/// The most samples of a call.
const MAX_SAMPLES: usize = 200;

/// A row as the page has it.
#[derive(Debug)]
enum Row {
    Flat(Flat),
    /// A line whose cells are told apart by what the samples show; where it travels.
    Line(Text, Vec<Column>, Option<Place>),
}

/// Code as the page has it.
#[derive(Debug)]
struct Code {
    text: Text,
    side: Side,
    title: String,
    is_failure: bool,
}

/// A call that is being read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) call: Call,
    request: Vec<Row>,
    reply: Vec<Row>,
    codes: Vec<Code>,
    samples: Vec<Read>,
    /// The table of the request has a column for what is required.
    pub(super) has_marks: bool,
}

impl Draft {
    pub(super) fn row(&mut self, flat: Flat, side: Side) {
        self.rows(side).push(Row::Flat(flat));
    }

    /// Whether neither a row nor a sample stands below it so far.
    pub(super) fn is_new(&self) -> bool {
        self.request.is_empty() && self.reply.is_empty() && self.codes.is_empty()
    }

    /// A row that is one line.
    pub(super) fn line(&mut self, line: &Text, columns: &[Column], side: Side, place: Option<Place>) {
        self.rows(side).push(Row::Line(line.clone(), columns.to_vec(), place));
    }

    fn rows(&mut self, side: Side) -> &mut Vec<Row> {
        match side {
            Side::Request => &mut self.request,
            Side::Reply => &mut self.reply,
        }
    }

    pub(super) fn sample(&mut self, text: &Text, side: Side, title: &str, is_failure: bool, notes: &mut Notes) {
        match self.codes.len() < MAX_SAMPLES {
            true => self.codes.push(Code { text: text.clone(), side, title: title.to_owned(), is_failure }),
            false => notes.left_out(text.trim().place(), text.as_str().trim(), TOO_MANY),
        }
    }

    /// The call, all put together.
    pub(super) fn end(mut self, notes: &mut Notes) -> Call {
        let heads = self.read(notes);
        let names = names(&self.samples);
        let request = flats(std::mem::take(&mut self.request), &names, notes);
        let reply = flats(std::mem::take(&mut self.reply), &names, notes);
        let is_body = |flat: &Flat| matches!(flat.place, None | Some(Place::Body));
        let (rows, apart): (Vec<Flat>, Vec<Flat>) = request.into_iter().partition(is_body);
        self.call.has_body |= rows.iter().any(|flat| flat.place == Some(Place::Body));
        for flat in apart {
            if notes.row(flat.span.clone(), &flat.name) {
                let name = flat.name.clone();
                self.call.parameter(flat.field(&name), notes);
            }
        }
        let marks_lost = self.has_marks && rows.iter().all(|flat| flat.required.is_none());
        self.fill(Side::Request, rows, notes);
        if marks_lost {
            self.marks(notes);
        }
        self.fill(Side::Reply, reply, notes);
        for head in heads {
            head.tell(&mut self.call, notes);
        }
        self.only_value(notes);
        self.call.settle(notes);
        self.call
    }

    /// Reads the samples; gives what those of requests say beside their bodies.
    fn read(&mut self, notes: &mut Notes) -> Vec<Head> {
        let mut heads = Vec::new();
        let mut known = BTreeSet::new();
        for Code { text, side, title, is_failure } in std::mem::take(&mut self.codes) {
            let read = match side {
                Side::Request => {
                    let (head, read) = samples::request(&text, &title, notes);
                    heads.push(head);
                    read
                }
                Side::Reply => samples::reply(&text, &title, notes),
            };
            let Some(mut read) = read else { continue };
            read.is_failure = is_failure;
            if known.insert((side == Side::Reply, read.plain())) {
                self.samples.push(read);
            }
        }
        heads
    }

    /// Rows and samples of one side, together.
    fn fill(&mut self, side: Side, rows: Vec<Flat>, notes: &mut Notes) {
        let own: Vec<&Read> = self.samples.iter().filter(|one| one.side == side && !one.is_failure).collect();
        let trees: Vec<Tree<'_>> = own.iter().filter_map(|one| Tree::parse(one.json()).ok()).collect();
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
                    self.call.examples.push((read.title.clone(), read.json().to_owned()));
                }
                Side::Reply if self.call.reply_example.is_none() => {
                    self.call.reply_example = Some(read.json().to_owned())
                }
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
            .filter_map(|one| Tree::parse(one.json()).ok())
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
            .filter_map(|one| Tree::parse(one.json()).ok())
            .flat_map(|tree| {
                let texts = tree
                    .root()
                    .members()
                    .filter_map(|(key, value)| Some((key.as_str()?.into_owned(), value.as_str()?.into_owned())));
                texts.collect::<Vec<_>>()
            })
            .collect();
        let is_name = |value: &str| {
            value.len() > 3
                && value.contains('_')
                && value.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
        };
        for name in ["type", "cmd", "action", "api", "method"] {
            let mut shown = values.iter().filter(|(key, _)| key == name).map(|(_, value)| value);
            let Some(first) = shown.next().filter(|value| is_name(value)) else { continue };
            if let Some(field) =
                self.call.body.member(name).filter(|field| field.choices.is_empty() && shown.all(|one| one == first))
            {
                notes.guessed(field.span.clone(), first, ONE_VALUE);
                field.choices = vec![(quote(first), String::new())];
            }
        }
    }
}

/// The rows, those told apart that are one line.
fn flats(rows: Vec<Row>, names: &BTreeSet<String>, notes: &mut Notes) -> Vec<Flat> {
    let one = |row| match row {
        Row::Flat(flat) => Some(flat),
        Row::Line(line, columns, place) => {
            let flat = row::of_line(&line, &columns, &|name| names.contains(name))?;
            Some(Flat { place: flat.place.or(place), ..flat })
        }
    };
    let mut flats: Vec<Flat> = rows.into_iter().filter_map(one).collect();
    // A row for the whole body, with the rows of its members inside: `body`, `» file`.
    let is_whole = |pair: &[Flat]| {
        let is_named = pair[0].name.eq_ignore_ascii_case("body") || pair[0].name == "*anonymous*";
        is_named && pair[0].depth < pair[1].depth
    };
    if let Some(at) = flats.windows(2).position(is_whole) {
        flats.remove(at);
    }
    let marked = flats.iter().filter(|flat| flat.required.is_some()).count();
    for flat in flats.iter().filter(|flat| flat.required.is_none() && marked > 0) {
        notes.guessed(flat.span.clone(), &flat.name, UNMARKED);
    }
    flats
}

/// The names that the samples show.
fn names(samples: &[Read]) -> BTreeSet<String> {
    fn add(value: Value<'_>, names: &mut BTreeSet<String>) {
        for (key, member) in value.members() {
            names.insert(key.as_str().unwrap_or_default().into_owned());
            add(member, names);
        }
        value.items().for_each(|item| add(item, names));
    }
    let mut names = BTreeSet::new();
    for sample in samples {
        if let Ok(tree) = Tree::parse(sample.json()) {
            add(tree.root(), &mut names);
        }
    }
    names
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
        let items: Vec<Value<'_>> = inner
            .iter()
            .flat_map(|value| value.items())
            .chain(inner.iter().copied().filter(|value| value.kind() == Kind::Object))
            .collect();
        if field.types.iter().any(|one| one.is_container()) && !items.is_empty() {
            require(field, &items, notes);
        }
    }
}

const TOO_MANY: Words = Words::new("示例太多，不再读取", "too many samples");
const UNMARKED: Words = Words::new(
    "没有必填或可选的标记，而其他字段有；视为可选",
    "no mark says whether it is required, as others have one: taken for optional",
);
const ONE_VALUE: Words = Words::new(
    "所有接口共用一个路径，按示例固定为这个值",
    "all calls share one path: this value of the sample tells this one apart",
);
const MARKS_LOST: Words = Words::new(
    "必填标记在复制时丢失，示例中有的视为必填",
    "the marks of what is required were lost: what the sample has is taken for required",
);
