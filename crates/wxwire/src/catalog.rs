//! All operations; the only list of gateways.

use crate::described;
use crate::imitation::Imitation;
use crate::layer::json::Value;
use crate::operation::{Callback, Entry, EntryExample, Gateway, GatewayEntry, Incoming, JudgeOf, Look};
use crate::secret::Credential;

/// The gateways, a module and a type each. What only some programs need has a list of its own, so that the others do
/// without it.
macro_rules! gateways {
    ($($module:ident::$gateway:ident),*) => {
        static CATALOG: &[&[Entry]] = &[$(&crate::$module::OPERATIONS),*];
        static JUDGES: &[&[JudgeOf]] = &[$(crate::$module::JUDGES),*];
        static INCOMING: &[(&str, &dyn Incoming)] =
            &[$((<crate::$module::$gateway as Gateway>::NAME, &crate::$module::$gateway)),*];
        static IMITATIONS: &[(&str, &dyn Imitation)] =
            &[$((<crate::$module::$gateway as Gateway>::NAME, &crate::$module::$gateway)),*];
    };
}

gateways!(xbot::Xbot, gewe::Gewe, wecom::Wecom, yunzhenji::Yunzhenji, youmi::Youmi);

/// All operations, gateway by gateway.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    CATALOG.iter().copied().flatten()
}

/// What comes from a gateway, and what it means.
pub fn incoming(gateway: &GatewayEntry) -> Option<&'static dyn Incoming> {
    INCOMING.iter().find(|(name, _)| *name == gateway.name).map(|(_, incoming)| *incoming)
}

/// What looks at the replies to an operation.
pub(crate) fn judge(id: &str) -> Option<Look> {
    JUDGES.iter().copied().flatten().find(|(own, _)| *own == id).map(|(_, judge)| *judge)
}

/// The kinds of what gateways send by themselves.
pub fn callbacks() -> impl Iterator<Item = (GatewayEntry, &'static Callback)> {
    let of = |gateway| incoming(&gateway).into_iter().flat_map(Incoming::callbacks).map(move |one| (gateway, one));
    gateways().flat_map(of)
}

/// How a gateway answers, for a mock of it.
pub(crate) fn imitation(gateway: &GatewayEntry) -> Option<&'static dyn Imitation> {
    IMITATIONS.iter().find(|(name, _)| *name == gateway.name).map(|(_, imitation)| *imitation)
}

/// The operation of an id such as `yunzhenji.send_message`.
pub fn find(id: &str) -> Option<&'static Entry> {
    entries().find(|entry| entry.id == id)
}

/// All gateways.
pub fn gateways() -> impl Iterator<Item = GatewayEntry> {
    CATALOG.iter().filter_map(|entries| Some(entries.first()?.gateway))
}

/// Every credential that a call of a gateway takes, those of most calls first; a name comes once.
pub fn credentials(gateway: &GatewayEntry) -> Vec<&'static Credential> {
    let calls = entries().filter(|entry| entry.gateway.name == gateway.name).flat_map(|entry| entry.credentials);
    let mut all: Vec<&Credential> = Vec::new();
    for one in gateway.credentials.iter().chain(calls) {
        if !all.iter().any(|known| known.name == one.name) {
            all.push(one);
        }
    }
    all
}

/// Whose reply something can be.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Recognised {
    /// The one call whose reply it is.
    pub operation: Option<&'static Entry>,
    /// All whose reply it can be.
    pub candidates: Vec<&'static Entry>,
}

/// Whose reply this can be, told by its form alone: by the members that only a call's own replies have. What every reply
/// of a gateway has tells of no call, and a reply that says more than a call is known to say is not claimed for it.
pub fn recognise(reply: Value<'_>) -> Recognised {
    let fits = entries().filter_map(|entry| Some((entry.fit(reply)?, entry)));
    let fits: Vec<_> = fits.filter(|(fit, _)| fit.own > 0).collect();
    let Some(best) = fits.iter().map(|(fit, _)| (fit.named, fit.own)).max() else { return Recognised::default() };
    let best: Vec<_> = fits.into_iter().filter(|(fit, _)| (fit.named, fit.own) == best).collect();
    let operation = match best[..] {
        [(fit, entry)] if fit.named > 0 || fit.own > fit.foreign => Some(entry),
        _ => None,
    };
    Recognised { operation, candidates: best.into_iter().map(|(_, entry)| entry).collect() }
}

/// Takes in what types said of themselves, as [`to_json`] and [`reading_to_json`] write it: where the feature `derive` is
/// off, entries know their schemas and examples from it. `false` where it is not JSON.
pub fn load(file: String) -> bool {
    described::load(file)
}

/// What the types of all operations say of themselves to whoever composes: schemas and examples, by id.
pub fn to_json() -> String {
    let one = |entry: &Entry| {
        let examples: Vec<_> = entry.examples().iter().map(example).collect();
        let (id, schema, examples) = (entry.id, entry.json_schema(), examples.join(",\n"));
        format!("\"{id}\": {{\"schema\": {schema},\n\"examples\": [{examples}]}}")
    };
    object(entries().map(one))
}

/// What types say of themselves to whoever reads: schemas of values, replies, callbacks and `<appmsg>`, and what codes mean.
pub fn reading_to_json() -> String {
    let calls = entries().map(|entry| {
        let (schema, reply) = (entry.json_schema(), entry.reply_json_schema());
        format!("\"{}\": {{\"schema\": {schema},\n\"reply\": {reply}}}", entry.id)
    });
    let callbacks = callbacks().map(|(_, one)| format!("\"{}\": {{\"schema\": {}}}", one.name, one.json_schema()));
    let codes = INCOMING.iter().filter_map(|(_, incoming)| incoming.codes()).map(|codes| codes.to_json());
    object(calls.chain(callbacks).chain(codes).chain(crate::appmsg::to_json()))
}

fn object(members: impl Iterator<Item = String>) -> String {
    format!("{{{}}}\n", members.collect::<Vec<_>>().join(",\n"))
}

fn example(example: &EntryExample) -> String {
    let text = crate::layer::json::quote;
    let (name, zh, en) = (text(example.name), text(example.title.zh), text(example.title.en));
    format!("{{\"name\": {name}, \"zh\": {zh}, \"en\": {en}, \"values\": {}}}", text(&example.values))
}
