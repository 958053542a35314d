//! What can stand in the place of each argument.

use clap_complete::engine::ValueCompleter;
use clap_complete::{CompletionCandidate, PathCompleter};
use wxwire::catalog;
use wxwire::lang::Lang;
use wxwire::operation::GatewayEntry;
use wxwire::schema::{Field, Object, Shape};
use wxwire_mock::Fault;

use super::line;
use crate::{account, terminal};

type Candidates = Vec<CompletionCandidate>;

pub fn operations(_: &str, lang: Lang) -> Candidates {
    catalog::entries().map(|entry| candidate(entry.id, entry.title.get(lang))).collect()
}

/// Gateways, sections, and sections of gateways.
pub fn parts(_: &str, lang: Lang) -> Candidates {
    let mut all = gateways(|_| true, lang);
    let mut known = std::collections::BTreeSet::new();
    for entry in catalog::entries().filter(|entry| !entry.section.name.is_empty()) {
        let name = format!("{}.{}", entry.gateway.name, entry.section.name);
        if known.insert(name.clone()) {
            all.push(candidate(&name, entry.section.title.get(lang)));
        }
    }
    all
}

/// Gateways, and behind a slash its profiles.
pub fn receivers(current: &str, lang: Lang) -> Candidates {
    match current.split_once('/') {
        None => gateways(|_| true, lang),
        Some((gateway, _)) => {
            let names = account::profile_names();
            names.iter().map(|name| CompletionCandidate::new(format!("{gateway}/{name}"))).collect()
        }
    }
}

pub fn logins(_: &str, lang: Lang) -> Candidates {
    gateways(|gateway| catalog::login(gateway).is_some(), lang)
}

pub fn examples(_: &str, lang: Lang) -> Candidates {
    let examples = line::operation().map(|entry| entry.examples()).unwrap_or_default();
    examples.iter().map(|example| candidate(example.name, example.title.get(lang))).collect()
}

pub fn profiles(_: &str, _: Lang) -> Candidates {
    account::profile_names().into_iter().map(CompletionCandidate::new).collect()
}

pub fn faults(_: &str, lang: Lang) -> Candidates {
    Fault::KNOWN.iter().map(|(fault, words)| candidate(fault, words.get(lang))).collect()
}

/// Where callbacks are sent: those of a gateway, or all.
pub fn callbacks(_: &str, lang: Lang) -> Candidates {
    catalog::gateways().map(|gateway| candidate(&format!("{}=", gateway.name), gateway.title.get(lang))).collect()
}

/// Fields, the values of a field that has few, and files.
pub fn values(current: &str, lang: Lang) -> Candidates {
    if let Some(key) = line::key_before(current) {
        return choices(&key, lang).into_iter().map(|(value, title)| candidate(&value, &title)).collect();
    }
    if let Some((key, file)) = current.split_once("=@") {
        let prefix = format!("{key}=@");
        return PathCompleter::any().complete(file.as_ref()).into_iter().map(|one| one.add_prefix(&*prefix)).collect();
    }
    if let Some((key, _)) = current.split_once('=') {
        let choices = choices(key.trim_end_matches(':'), lang);
        return choices.into_iter().map(|(value, title)| candidate(&format!("{key}={value}"), &title)).collect();
    }
    let mut all = PathCompleter::any().stdio().complete(current.as_ref());
    if let Some(entry) = line::operation() {
        let schema = entry.schema();
        for field in fields(&schema.root().shape).iter().filter(|field| field.credential.is_none()) {
            let rule = schema.rule(field.rule);
            // What is no text stands behind := as JSON.
            let equals = if matches!(rule.shape, Shape::Text(_) | Shape::Choice(_)) { "=" } else { ":=" };
            all.push(candidate(&format!("{}{equals}", field.name), rule.docs.title(lang)));
        }
    }
    all
}

/// The values that a field knows, with what they mean.
fn choices(key: &str, lang: Lang) -> Vec<(String, String)> {
    let Some(entry) = line::operation() else { return vec![] };
    let schema = entry.schema();
    if let Shape::Object(Object { tag: Some(tag), .. }) = &schema.root().shape
        && tag.field == key
    {
        let one = |variant: &wxwire::schema::Variant| (variant.value.clone(), variant.docs.title(lang).to_owned());
        return tag.variants.iter().map(one).collect();
    }
    let field = fields(&schema.root().shape).into_iter().find(|field| field.name == key);
    match field.map(|field| &schema.rule(field.rule).shape) {
        Some(Shape::Choice(choices)) => {
            let plain = |json: &str| json.trim_matches('"').to_owned();
            choices.iter().map(|choice| (plain(&choice.json), choice.docs.title(lang).to_owned())).collect()
        }
        _ => vec![],
    }
}

/// The fields of an object, those of all its variants too, each name once.
fn fields(shape: &Shape) -> Vec<&Field> {
    let Shape::Object(object) = shape else { return vec![] };
    let variants = object.tag.iter().flat_map(|tag| &tag.variants).flat_map(|variant| &variant.fields);
    let mut all: Vec<&Field> = Vec::new();
    for field in object.fields.iter().chain(variants) {
        if all.iter().all(|known| known.name != field.name) {
            all.push(field);
        }
    }
    all
}

fn gateways(is_meant: impl Fn(&GatewayEntry) -> bool, lang: Lang) -> Candidates {
    let all = catalog::gateways().filter(|gateway| is_meant(gateway));
    all.map(|gateway| candidate(gateway.name, gateway.title.get(lang))).collect()
}

fn candidate(value: &str, help: &str) -> CompletionCandidate {
    let help = terminal::one_line(help.lines().next().unwrap_or_default());
    CompletionCandidate::new(value).help((!help.is_empty()).then(|| help.into()))
}
