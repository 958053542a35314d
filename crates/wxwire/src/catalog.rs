//! All operations; the only list of gateways.

mod answer;
mod files;
mod index;
mod loaded;
mod may;
mod recognise;
mod replies;
mod search;
mod wording;

pub(crate) use may::of_body;
pub use recognise::{Recognised, recognise, recognise_values};
pub(crate) use recognise::{by_name, says_enough, tells, told_apart, with_neighbours};
pub use search::{near, search};

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::credential::Credential;
use crate::described;
pub use crate::document::shelf::Added;
use crate::document::shelf::{self, Known};
use crate::imitation::Imitation;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::login::Login;
use crate::operation::{Callback, Entry, Gateway, GatewayEntry, Incoming, JudgeOf, Look, Receiving, RulesOf};
use crate::problem::Problem;
use crate::told;

/// The gateways, a module and a type each. What only some programs need has a list of its own, so that the others do
/// without it.
macro_rules! gateways {
    ($($module:ident::$gateway:ident),*) => {
        static GATEWAYS: &[GatewayEntry] = &[$(GatewayEntry::of::<crate::$module::$gateway>()),*];
        static CATALOG: &[&[Entry]] = &[$(&crate::$module::OPERATIONS),*];
        static RULES: &[&[RulesOf]] = &[$(crate::$module::RULES),*];
        static JUDGES: &[&[JudgeOf]] = &[$(crate::$module::JUDGES),*];
        static INCOMING: &[(&str, &dyn Incoming)] =
            &[$((<crate::$module::$gateway as Gateway>::NAME, &crate::$module::$gateway)),*];
        static RECEIVING: &[(&str, &Receiving)] =
            &[$((<crate::$module::$gateway as Gateway>::NAME, &crate::$module::RECEIVING)),*];
        static IMITATIONS: &[(&str, &dyn Imitation)] =
            &[$((<crate::$module::$gateway as Gateway>::NAME, &crate::$module::$gateway)),*];
    };
}

gateways!(xbot::Xbot, gewe::Gewe, wecom::Wecom, yunzhenji::Yunzhenji, youmi::Youmi, ilink::Ilink);

/// The logins by a QR code: of the gateways that have no secret to fetch a token with.
static LOGINS: &[&Login] = &[&crate::ilink::LOGIN];

/// All operations, gateway by gateway: those with a type, then those of documents, which are read for it.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    described::own_or_loaded(|| gateways().flat_map(of_gateway), loaded::entries)
}

/// The calls of a file, as [`to_json`] and its like write it.
pub(crate) fn read(
    file: Value<'static>,
    more: impl Fn(&mut Entry, Value<'static>) + 'static,
    rules: impl Fn(&str) -> Option<&'static RulesOf> + 'static,
) -> impl Iterator<Item = Entry> {
    told::entries(file, more, |name| gateways().find(|gateway| gateway.name == name), rules)
}

/// What a call's type knows that no data can hold.
pub(crate) fn rules(id: &str) -> Option<&'static RulesOf> {
    RULES.iter().copied().flatten().find(|(own, ..)| *own == id)
}

/// The operations of a gateway.
pub(crate) fn of_gateway(gateway: GatewayEntry) -> impl Iterator<Item = &'static Entry> {
    of_types(gateway).chain(shelf::entries(gateway))
}

/// The operations that have a type.
pub fn typed() -> impl Iterator<Item = &'static Entry> {
    CATALOG.iter().copied().flatten()
}

/// The operations of a gateway that have a type.
fn of_types(gateway: GatewayEntry) -> impl Iterator<Item = &'static Entry> {
    typed().filter(move |entry| entry.gateway.name == gateway.name)
}

/// What comes from a gateway, and what it means.
pub fn incoming(gateway: &GatewayEntry) -> Option<&'static dyn Incoming> {
    INCOMING.iter().find(|(name, _)| *name == gateway.name).map(|(_, incoming)| *incoming)
}

/// How a gateway's callbacks are received.
pub fn receiving(gateway: &GatewayEntry) -> &'static Receiving {
    RECEIVING.iter().find(|(name, _)| *name == gateway.name).map_or(&Receiving::PLAIN, |(_, receiving)| receiving)
}

/// How somebody logs in at a gateway by a QR code; none where there is no such login.
pub fn login(gateway: &GatewayEntry) -> Option<&'static Login> {
    LOGINS.iter().copied().find(|login| login.gateway == gateway.name)
}

/// What looks at the replies to an operation.
pub(crate) fn judge(id: &str) -> Option<Look> {
    JUDGES.iter().copied().flatten().find(|(own, _)| *own == id).map(|(_, judge)| *judge)
}

/// The callbacks that are known, each with its gateway: pairs of the two.
pub fn callbacks() -> impl Iterator<Item = (GatewayEntry, &'static Callback)> {
    // Of a gateway that was learned, none is known.
    let of = |(gateway, (_, incoming)): (&'static GatewayEntry, &(_, &'static dyn Incoming))| {
        incoming.callbacks().iter().map(|one| (*gateway, one))
    };
    GATEWAYS.iter().zip(INCOMING).flat_map(of)
}

/// What a code means, to each gateway whose table has it.
pub fn codes(code: i64) -> impl Iterator<Item = (GatewayEntry, Words)> {
    gateways().filter_map(move |gateway| Some((gateway, incoming(&gateway)?.codes()?.words(code)?)))
}

/// How a gateway answers, for a mock of it.
pub(crate) fn imitation(gateway: &GatewayEntry) -> Option<&'static dyn Imitation> {
    IMITATIONS.iter().find(|(name, _)| *name == gateway.name).map(|(_, imitation)| *imitation)
}

/// The operation of an id such as `yunzhenji.send_message`: the gateway's name, a dot and the call's.
pub fn find(id: &str) -> Option<&'static Entry> {
    let of_document =
        || gateways().find_map(|gateway| shelf::find(gateway, id).filter(|_| id.starts_with(gateway.name)));
    let own = || typed().find(|entry| entry.id == id).or_else(of_document);
    let loaded = || loaded::entries().find(|entry| entry.id == id);
    described::own_or_loaded(|| own().into_iter(), || loaded().into_iter()).next()
}

/// All gateways: those of the program, then those that were learned.
pub fn gateways() -> impl Iterator<Item = GatewayEntry> {
    GATEWAYS.iter().copied().chain(described::own_or_loaded(|| shelf::gateways().into_iter(), loaded::gateways))
}

/// How often gateways came to those of the program.
static CAME: AtomicUsize = AtomicUsize::new(0);

fn came() {
    CAME.fetch_add(1, Ordering::Release);
}

/// Which state of the gateways this is: another one where one may have come.
pub(crate) fn state() -> usize {
    CAME.load(Ordering::Acquire)
}

/// A gateway that is known, by its name, with its calls.
fn known(name: &str) -> Option<Known> {
    let gateway = gateways().find(|gateway| gateway.name == name)?;
    Some((gateway, of_gateway(gateway).collect()))
}

/// Takes in a gateway's document, OpenAPI 3.1 as JSON, for as long as the program runs. Where `info.x-gateway` names a gateway
/// that is known, it has these calls too; else it is a gateway from now on, like any other. [`learn`](crate::learn) makes
/// such a document of others, and says what may stand in it; the [`cookbook`](crate::cookbook#learn-a-gateway) does both.
///
/// # Errors
/// The one problem that keeps the document from being read; what single calls have is [`Added::left`].
pub fn learn(document: String) -> Result<Added, Problem> {
    let added = shelf::add(document, known);
    came();
    added
}

/// The calls of a document that nobody else is to know: it is read as [`learn`] does it, and kept as long, but found by
/// nothing.
///
/// # Errors
/// The one problem that keeps it from being read.
#[doc(hidden)]
pub fn read_alone(document: String) -> Result<&'static [Entry], Problem> {
    shelf::read(document, known).map(|read| read.document.entries.as_slice())
}

/// Every credential that a call of a gateway takes, those of most calls first; a name comes once.
pub fn credentials(gateway: &GatewayEntry) -> Vec<&'static Credential> {
    let calls = of_gateway(*gateway).flat_map(|entry| entry.credentials);
    let mut all: Vec<&Credential> = Vec::new();
    for one in gateway.credentials.iter().chain(calls) {
        if !all.iter().any(|known| known.name == one.name) {
            all.push(one);
        }
    }
    all
}

/// Takes in what types said of themselves, as [`to_json`] and [`reading_to_json`] write it: where the feature `derive` is
/// off, entries know their schemas and examples from it, and check by their schemas alone. `false` where it is not JSON.
pub fn load(file: String) -> bool {
    loaded::load(file, |_, _| {}, |_| None)
}

/// The same, with the rules of types, and all that is known of replies: for whoever reads them.
pub fn load_to_read(file: String) -> bool {
    loaded::load(file, told::of_replies, rules)
}

/// What the calls with a type say of themselves to whoever composes: facts, schemas and examples, by id.
pub fn to_json() -> String {
    object(typed().map(|entry| named(entry, told::composing(entry))))
}

/// What is said of them to whoever reads: schemas of values, replies, callbacks and `<appmsg>`.
pub fn reading_to_json() -> String {
    let calls = typed().map(|entry| named(entry, told::reading(entry)));
    let callbacks = callbacks().map(|(_, one)| format!("\"{}\": {{\"schema\": {}}}", one.name, one.json_schema()));
    let mut kinds: Vec<_> = callbacks_kinds().collect();
    kinds.push(crate::appmsg::messages_to_json());
    object(calls.chain(callbacks).chain(kinds).chain(crate::appmsg::to_json()))
}

/// What the codes of the gateways mean, for whoever reads.
pub fn codes_to_json() -> String {
    object(INCOMING.iter().filter_map(|(_, incoming)| incoming.codes()).map(|codes| codes.to_json()))
}

/// Whether something was said, since this was asked last, without [`codes_to_json`], in which more is said of it: where the feature `derive` is off, it is
/// loaded when it is first needed.
pub fn lacks_codes() -> bool {
    described::lacks_codes()
}

/// The files of callbacks' kinds; two forms can share one.
fn callbacks_kinds() -> impl Iterator<Item = String> {
    let mut files: Vec<_> = callbacks().filter_map(|(_, one)| one.kinds_json()).collect();
    files.sort_unstable();
    files.dedup();
    files.into_iter()
}

/// What a gateway's calls without a type say, as files with their names, below the page's folder: for whoever composes,
/// and beside each what only whoever reads needs.
pub fn calls_to_json(gateway: &GatewayEntry) -> Vec<(String, String)> {
    files::calls(gateway)
}

/// All calls in short, for whoever looks for one.
pub fn index_to_json() -> String {
    files::index()
}

fn named(entry: &Entry, told: String) -> String {
    format!("\"{}\": {told}", entry.id)
}

fn object(members: impl Iterator<Item = String>) -> String {
    format!("{{{}}}\n", members.collect::<Vec<_>>().join(",\n"))
}
