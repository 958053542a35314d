//! The calls without a type as files, and the list of all calls: what the page fetches where it needs it.

use super::{entries, gateways, incoming, wording};
use crate::layer::json::{Object, array};
use crate::operation::{Entry, GatewayEntry, Method, Section};
use crate::problem::Source;
use crate::schema::{Field, Shape};
use crate::told::{composing, put, row};

/// So many bytes of calls are one file at the most, where the gateway has sections to part them by; gzipped, a tenth.
const MOST: usize = 500_000;

/// What files are called after; the reader's are called after what they hold.
const READING: &str = ".replies.json";

/// The files of a gateway, each with its name: what its calls say to whoever composes, and their replies' schemas beside it.
pub(crate) fn calls(gateway: &GatewayEntry) -> Vec<(String, String)> {
    let calls = || entries().filter(|entry| entry.gateway.name == gateway.name && !entry.has_type());
    let bytes: usize = calls().map(|entry| composing(entry).len()).sum();
    let mut files: Vec<(String, Vec<&Entry>)> = Vec::new();
    for entry in calls() {
        let section = (bytes > MOST).then_some(entry.section);
        let name = name(gateway, section);
        match files.iter_mut().find(|(own, _)| *own == name) {
            Some((_, own)) => own.push(entry),
            None => files.push((name, vec![entry])),
        }
    }
    let both = |(name, calls): (String, Vec<&Entry>)| {
        let whole = |file: Object, of: fn(&Entry) -> String| {
            calls.iter().fold(file, |all, entry| all.json(entry.id, &of(entry))).end()
        };
        let replies = whole(Object::new(), |entry| Object::new().json("reply", &entry.reply_json_schema()).end());
        let file = if incoming(gateway).is_some() { Object::new() } else { put(Object::new(), gateway) };
        [(name.replace(".json", READING), replies), (name, whole(file, composing))]
    };
    files.into_iter().flat_map(both).collect()
}

fn name(gateway: &GatewayEntry, section: Option<Section>) -> String {
    let section = section.map(|section| format!(".{}", section.name)).unwrap_or_default();
    format!("calls/{}{section}.json", gateway.name)
}

/// All calls in short, for whoever looks for one: gateways, their sections, their calls. Each section says in which file
/// its calls are, less its ending; what is as with most calls is left out.
pub(crate) fn index() -> String {
    let gateways = gateways().map(|gateway| {
        let is_own = |entry: &&Entry| entry.gateway.name == gateway.name;
        let names: Vec<_> = calls(&gateway).into_iter().map(|(name, _)| name).collect();
        let mut sections: Vec<(Section, Vec<&Entry>)> = Vec::new();
        for entry in entries().filter(is_own) {
            match sections.iter_mut().find(|(section, _)| section.name == entry.section.name) {
                // A document knows better what the vendor calls it.
                Some((section, own)) => {
                    *section = if entry.has_type() { *section } else { entry.section };
                    own.push(entry);
                }
                None => sections.push((entry.section, vec![entry])),
            }
        }
        let one = |(section, own): (Section, Vec<&Entry>)| {
            let file = Some(name(&gateway, Some(section))).filter(|file| names.contains(file));
            let (zh, en) = (section.title.zh, section.title.en);
            Object::new()
                .json("title", &row([section.name, zh, en]))
                .text("file", &file.unwrap_or_else(|| name(&gateway, None)))
                .json("calls", &array(own.into_iter().map(in_short)))
                .end()
        };
        Object::new()
            .json("title", &row([gateway.name, gateway.title.zh, gateway.title.en]))
            .json("sections", &array(sections.into_iter().map(one)))
            .end()
    });
    array(gateways)
}

/// Id, titles, path, method, evidence, and what else it is found by: the names of its fields, its kinds, other words for the same.
fn in_short(entry: &Entry) -> String {
    let method = if entry.method == Method::POST { "" } else { entry.method.as_str() };
    let evidence = if entry.evidence == Source::Documented { "" } else { entry.evidence.name() };
    let Shape::Object(object) = &entry.schema().root().shape else { return String::new() };
    let mut words: Vec<_> = object.fields.iter().map(|field: &Field| field.name.as_str()).collect();
    words.extend(wording::kinds(entry));
    let words = words.join(" ");
    let names = [entry.id, entry.title.zh, entry.title.en, &words].join(" ").to_lowercase();
    let words = [words, wording::others(&names)].join(" ");
    row([entry.id, entry.title.zh, entry.title.en, entry.path, method, evidence, words.trim_end()])
}
