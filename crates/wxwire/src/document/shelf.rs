//! All documents: those that are part of the program, and those that were put beside them. Each is read when it is first
//! asked for.

use std::sync::{OnceLock, RwLock};

use super::Document;
use crate::derived::derived;
use crate::layer::any;
use crate::layer::json::{Tree, Value};
use crate::operation::{Entry, GatewayEntry};
use crate::problem::{Code, Problem};

/// A document that is part of the program: whose it is, and its text.
type Kept = (&'static str, &'static str);

macro_rules! documents {
    ($($gateway:ident: [$($section:ident),* $(,)?]),* $(,)?) => {
        pub(super) const KEPT: &[Kept] = &[$($((
            stringify!($gateway),
            include_str!(concat!("../../documents/", stringify!($gateway), "/", stringify!($section), ".json")),
        )),*),*];
    };
}

documents!(
    gewe: [contacts, favor, finder, group, im, label, login, personal, sns],
    wecom: [acquisition, advanced_api, agent, approval, auth, basic, batch, calendar, chatdata, checkin, corpgroup, customer, customer_strategy, customer_tag, customer_transfer, department, exmail, export, externalpay, group_chat, group_msg, hardware, health, hr, idconvert, intercept_rule, invoice, journal, kf, license, linkedcorp, media, meeting, meeting_control, meeting_layout, meeting_poll, meeting_record, meeting_rooms, meetingroom, message, miniapppay, moment, msgaudit, paytool, phone, product_album, report, school, security, service, service_contact, service_device, smartsheet, tag, user, webinar, wedoc, wedrive],
    yunzhenji: [access, account, contact, message, room, tag, task],
    ilink: [chat, file, login],
    youmi: [bulk_send, chat_mess, report, system, todo, v1],
);

/// Those that are part of this program: the page does without, and fetches them.
static OWN: Option<&[Kept]> = derived(KEPT);

/// What was read of them, in the same order.
static READ: [OnceLock<Document>; KEPT.len()] = [const { OnceLock::new() }; KEPT.len()];

/// Those that were put beside them.
static ADDED: RwLock<Vec<&'static Document>> = RwLock::new(Vec::new());

/// The gateways that nothing but these know.
static GATEWAYS: RwLock<Vec<GatewayEntry>> = RwLock::new(Vec::new());

/// What a document brought that was put beside the others.
#[derive(Debug)]
#[non_exhaustive]
pub struct Added {
    /// Whose calls they are.
    pub gateway: GatewayEntry,
    /// The calls.
    pub entries: &'static [Entry],
    /// What was not taken in, each at its place in the document.
    pub left: Vec<Problem>,
}

/// The entries of all documents of a gateway.
pub(crate) fn entries(gateway: GatewayEntry) -> impl Iterator<Item = &'static Entry> {
    all(gateway, |_| true)
}

/// The entry of an id. Of the documents that are part of the program, only those are read that hold its name.
pub(crate) fn find(gateway: GatewayEntry, id: &str) -> Option<&'static Entry> {
    let route = format!("\"{}\"", id.strip_prefix(gateway.name)?.strip_prefix('.')?);
    all(gateway, |text| any::find(text.as_bytes(), route.as_bytes()).is_some()).find(|entry| entry.id == id)
}

/// The entries of the documents of a gateway that hold what is looked for.
fn all(gateway: GatewayEntry, holds: impl Fn(&str) -> bool) -> impl Iterator<Item = &'static Entry> {
    let own = OWN.into_iter().flatten().zip(&READ);
    let own = own.filter(move |((name, text), _)| *name == gateway.name && holds(text));
    let own = own.flat_map(move |((_, text), read)| {
        &read.get_or_init(|| Document::read(text, gateway).expect("a test reads every document")).entries
    });
    let added = ADDED.read().map(|added| added.clone()).unwrap_or_default();
    let added = added.into_iter().flat_map(|one| &one.entries);
    own.chain(added.filter(move |entry| entry.gateway.name == gateway.name))
}

/// The gateways that nothing but added documents know.
pub(crate) fn gateways() -> Vec<GatewayEntry> {
    GATEWAYS.read().map(|all| all.clone()).unwrap_or_default()
}

/// What is known of a gateway without a document: itself, and its calls.
pub(crate) type Known = (GatewayEntry, Vec<&'static Entry>);

/// Puts a document beside the others, for as long as the program runs. A gateway that is not known yet becomes known by it;
/// `known` finds one by its name.
///
/// # Errors
/// The one problem that keeps it from being read.
pub(crate) fn add(text: String, known: impl FnOnce(&str) -> Option<Known>) -> Result<Added, Problem> {
    let Read { root, gateway, document, left, known } = read(text, known)?;
    match known {
        Some(calls) => own_host(root, &gateway, &calls, document)?,
        None => {
            if let Ok(mut gateways) = GATEWAYS.write() {
                gateways.push(gateway);
            }
        }
    }
    if let Ok(mut added) = ADDED.write() {
        added.push(document);
    }
    Ok(Added { gateway, entries: &document.entries, left })
}

/// A document that was read, and is on no shelf yet.
pub(crate) struct Read {
    root: Value<'static>,
    gateway: GatewayEntry,
    pub(crate) document: &'static Document,
    left: Vec<Problem>,
    /// The calls of the gateway, where it is known without it.
    known: Option<Vec<&'static Entry>>,
}

/// Reads a document, which is kept as long as the program runs.
pub(crate) fn read(text: String, known: impl FnOnce(&str) -> Option<Known>) -> Result<Read, Problem> {
    let tree: &'static Tree<'static> = Box::leak(Box::new(Tree::parse(text.leak())?));
    let root = tree.root();
    super::paths(root)?;
    let name = super::gateway::name(root)?;
    let (gateway, mut left, known) = match known(name) {
        Some((gateway, calls)) => (gateway, Vec::new(), Some(calls)),
        None => {
            let (gateway, left) = super::gateway::entry(root, name);
            (gateway, left, None)
        }
    };
    let taken = known.iter().flatten().map(|entry| entry.id).collect();
    let mut document = Document::of(root, gateway, taken)?;
    left.append(&mut document.left);
    left.extend(super::references::lost(root));
    Ok(Read { root, gateway, document: Box::leak(Box::new(document)), left, known })
}

/// Calls of a gateway that is known go out with its credentials: a document can give it more calls, but no other host.
fn own_host(
    root: Value<'static>,
    gateway: &GatewayEntry,
    calls: &[&'static Entry],
    document: &Document,
) -> Result<(), Problem> {
    let host = |url: &'static str| url.split("://").nth(1)?.split('/').next();
    let own: Vec<_> = calls.iter().filter_map(|entry| entry.server).chain(gateway.base_url).collect();
    let is_own = |server: &&'static str| own.iter().any(|url| host(url).is_some() && host(url) == host(server));
    match document.entries.iter().filter_map(|entry| entry.server).find(|server| !is_own(server)) {
        None => Ok(()),
        Some(other) => {
            let place = root.get("servers").unwrap_or(root);
            Err(Problem::new(Code::OtherHost).on(place).found(other).expected(match gateway.base_url {
                Some(url) => format!("{} ({url})", gateway.name),
                None => gateway.name.to_owned(),
            }))
        }
    }
}
