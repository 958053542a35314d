//! Rows into one another: by their dotted names, by how far in they stand, or as the samples show it.

use std::collections::BTreeMap;

use super::flat::Flat;
use super::help;
use crate::lang::Words;
use crate::layer::json::{Kind, Value};
use crate::learn::MAX_DEPTH;
use crate::learn::field::{Field, Type};
use crate::learn::notes::Notes;

/// How far ahead is looked for a row whose place is known.
const AHEAD: usize = 8;

/// How many places of the samples are looked at for names.
const MAX_PLACES: usize = 5000;

/// The members that samples have at one place, and the samples' values of each.
type Shown<'s> = BTreeMap<String, Vec<Value<'s>>>;

/// The one way to a name that stands further in.
type Only<'s> = dyn Fn(&str) -> Option<Vec<String>> + 's;

/// A container that rows are put into.
struct Open<'s> {
    /// The way to it, from the root.
    path: Vec<String>,
    shown: Shown<'s>,
    /// How far in it stands.
    depth: usize,
    /// How many members are still to come, where it is said.
    count: Option<usize>,
}

/// Puts rows into a whole.
pub(super) fn nest(flats: Vec<Flat>, root: &mut Field, samples: &[Value<'_>], notes: &mut Notes) {
    let shown = members(samples.iter().copied());
    let ways = ways(&shown);
    let only = |name: &str| ways.get(name).cloned().flatten();
    let least = flats.iter().map(|flat| flat.depth).min().unwrap_or_default();
    let is_indented = flats.iter().any(|flat| flat.depth > least);
    let mut open = vec![Open { path: vec![], shown, depth: 0, count: None }];
    let names: Vec<String> = flats.iter().map(|flat| flat.name.clone()).collect();
    for (at, flat) in flats.into_iter().enumerate() {
        if !notes.row(flat.span.clone(), &flat.name) {
            continue;
        }
        let steps = steps(&names[at]);
        let is_literal = open[0].shown.contains_key(&flat.name);
        if steps.len() > 1 && !is_literal {
            dotted(root, &steps, flat, (&open[0].shown, &only), notes);
            continue;
        }
        if is_indented {
            let depth = flat.depth + 1 - least;
            while open.len() > 1 && open.last().is_some_and(|last| last.depth >= depth) {
                open.pop();
            }
        } else {
            let level = level(root, &open, &names, at);
            open.truncate(level + 1);
        }
        put(root, &mut open, &steps, (flat, least), &only, notes);
    }
}

/// Puts a row into the innermost open container, and opens it where it is one itself.
fn put(
    root: &mut Field,
    open: &mut Vec<Open<'_>>,
    steps: &[Step<'_>],
    (flat, least): (Flat, usize),
    only: &Only<'_>,
    notes: &mut Notes,
) {
    let Some((name, is_list)) = steps.last().copied() else { return };
    let (depth, count, span) = (flat.depth + 1 - least, flat.count(), flat.span.clone());
    let is_top = open.len() == 1;
    let elsewhere =
        (is_top && !open[0].shown.is_empty() && !open[0].shown.contains_key(name)).then(|| only(name)).flatten();
    let Some(last) = open.last_mut() else { return };
    last.count = last.count.map(|count| count.saturating_sub(1));
    let way = elsewhere.clone().unwrap_or_else(|| last.path.clone());
    let mut holder = root.holder();
    if elsewhere.is_some() {
        notes.guessed(span, name, ELSEWHERE);
    }
    for step in &way {
        holder = entered(holder, step, false, &flat, notes);
    }
    let field = made(flat, name, is_list, notes);
    let is_container = field.types.iter().any(|one| one.is_container());
    if !added(holder, field, notes) {
        return;
    }
    if elsewhere.is_some() || !is_container || open.len() >= MAX_DEPTH || count == Some(0) {
        return;
    }
    let shown = open.last().and_then(|last| last.shown.get(name)).map(|values| members(values.iter().copied()));
    let mut path = way;
    path.push(name.to_owned());
    open.push(Open { path, shown: shown.unwrap_or_default(), depth, count });
}

/// Which open container a row belongs to that says nothing of it: the innermost that the samples show it in.
fn level(root: &Field, open: &[Open<'_>], names: &[String], at: usize) -> usize {
    let top = open.len() - 1;
    if let Some(level) = open.iter().rposition(|one| one.count.is_some_and(|count| count > 0)) {
        return level;
    }
    let is_free = |one: &Open<'_>, name: &str| look(root, &one.path).is_some_and(|holder| !holder.has(name));
    let shown_in = |name: &str| {
        (0..=top).rev().find(|level| {
            let one = &open[*level];
            one.count.is_none() && one.shown.contains_key(name) && is_free(one, name)
        })
    };
    if let Some(level) = shown_in(&names[at]) {
        return level;
    }
    // What no sample shows stands where the next one does that is shown, if that is inside as well.
    let ahead = names[at + 1..].iter().take(AHEAD).find_map(|name| shown_in(name));
    match ahead {
        Some(level) if level == top && is_free(&open[top], &names[at]) => top,
        _ => 0,
    }
}

/// A row whose name says the way: `messages[0].content.url`.
fn dotted(root: &mut Field, steps: &[Step<'_>], flat: Flat, (shown, only): (&Shown<'_>, &Only<'_>), notes: &mut Notes) {
    let Some(((name, is_list), way)) = steps.split_last() else { return };
    let mut here = root;
    // What the table does not know at the top may be further in, in the samples.
    let first = way.first().map_or("", |(name, _)| *name);
    if !here.has(first) && !shown.contains_key(first) {
        for step in only(first).unwrap_or_default() {
            here = entered(here, &step, false, &flat, notes);
        }
    }
    for (step, is_list) in way.iter().take(MAX_DEPTH) {
        here = entered(here, step, *is_list, &flat, notes);
    }
    let field = made(flat, name, *is_list, notes);
    added(here, field, notes);
}

/// Adds a field; one that is there already stays, unless no row told of it yet.
fn added(holder: &mut Field, field: Field, notes: &mut Notes) -> bool {
    match holder.member(&field.name) {
        Some(known) if known.is_inferred => known.tell(field),
        Some(_) => {
            notes.left_out(field.span, &field.name, TWICE);
            return false;
        }
        None => return holder.add(field),
    }
    true
}

/// What a member holds; a member that no row tells of is taken in for what is inside.
fn entered<'f>(here: &'f mut Field, step: &str, is_list: bool, flat: &Flat, notes: &mut Notes) -> &'f mut Field {
    if !here.has(step) {
        notes.guessed(flat.span.clone(), step, UNTOLD);
        let types = vec![if is_list { Type::Array } else { Type::Object }];
        here.add(Field {
            name: step.to_owned(),
            types,
            is_inferred: true,
            span: flat.span.clone(),
            ..Field::default()
        });
    }
    let at = here.fields.iter().position(|one| one.name == step).unwrap_or_default();
    let member = &mut here.fields[at];
    // Something is inside, whatever else the table calls it.
    if !member.types.iter().any(|one| one.is_container()) {
        member.types = vec![if is_list { Type::Array } else { Type::Object }];
    }
    let holder = member.holder();
    if !holder.is(Type::Object) {
        holder.types = vec![Type::Object];
    }
    holder
}

fn made(flat: Flat, name: &str, is_list: bool, notes: &mut Notes) -> Field {
    let mut field = flat.field(name);
    if is_list && !field.is(Type::Array) {
        let inner = Field { types: std::mem::take(&mut field.types), ..Field::default() };
        field.types = vec![Type::Array];
        field.items = Some(Box::new(inner));
    }
    let is_scalar = !field.types.iter().any(|one| one.is_container());
    if field.choices.is_empty() && is_scalar {
        let json = |(value, label)| (super::flat::value(value, &field.types), label);
        let choices: Vec<_> =
            help::meant(&field.help).iter().map(|(value, label)| json((value, label.clone()))).collect();
        if !choices.is_empty() {
            notes.guessed(field.span.clone(), &field.help, MEANT);
            field.choices = choices;
        }
    }
    field
}

/// What stands at the end of a way.
fn look<'f>(root: &'f Field, way: &[String]) -> Option<&'f Field> {
    let mut here = root.inside();
    for step in way {
        here = here.fields.get(*here.index.get(step)?)?.inside();
    }
    Some(here)
}

/// One step of a name, and whether it is a list's.
type Step<'n> = (&'n str, bool);

fn steps(name: &str) -> Vec<Step<'_>> {
    let parts = name.split('.').filter(|part| !part.is_empty() && *part != "*");
    let steps: Vec<_> =
        parts.map(|part| part.split_once('[').map_or((part, false), |(part, _)| (part, true))).collect();
    match steps.iter().any(|(part, _)| part.is_empty()) || steps.is_empty() {
        true => vec![(name, false)],
        false => steps,
    }
}

/// The members of some values, of the items of lists as well.
fn members<'s>(values: impl Iterator<Item = Value<'s>>) -> Shown<'s> {
    let mut all = Shown::new();
    let mut rest: Vec<Value<'s>> = values.collect();
    while let Some(value) = rest.pop() {
        match value.kind() {
            Kind::Array => rest.extend(value.items()),
            _ => {
                for (key, member) in value.members() {
                    all.entry(key.as_str().unwrap_or_default().into_owned()).or_default().push(member);
                }
            }
        }
    }
    all
}

/// The ways to what stands further in, by its name; none for a name that stands in several places.
type Ways = BTreeMap<String, Option<Vec<String>>>;

/// All names that stand further in.
fn ways(shown: &Shown<'_>) -> Ways {
    let mut ways = Ways::new();
    let mut rest: Vec<(Vec<String>, Vec<Value<'_>>)> =
        shown.iter().map(|(key, values)| (vec![key.clone()], values.clone())).collect();
    let mut looked = 0;
    while let Some((way, values)) = rest.pop() {
        if way.len() > 8 || looked > MAX_PLACES {
            continue;
        }
        looked += 1;
        let inner = members(values.into_iter());
        for (key, values) in inner {
            if values.iter().any(|value| is_container(*value)) {
                rest.push(([&way[..], std::slice::from_ref(&key)].concat(), values));
            }
            ways.entry(key).and_modify(|known| *known = None).or_insert_with(|| Some(way.clone()));
        }
    }
    ways
}

fn is_container(value: Value<'_>) -> bool {
    matches!(value.kind(), Kind::Object | Kind::Array)
}

const ELSEWHERE: Words =
    Words::new("按示例中的位置放入", "not where the table has it in the sample: put where the sample shows it");
const TWICE: Words = Words::new("同名字段重复出现，只取第一个", "a field of the same name is there already");
const UNTOLD: Words = Words::new("只作为其他字段的上级出现", "named only as what holds another field");
const MEANT: Words = Words::new("说明文字里列出了取值", "its values are listed in its words");
