//! Which operation a request is: by the path of its address, by the form of its body, or by both.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::catalog;
use crate::layer::json::{Kind, Tree, Value};
use crate::operation::{Body, Entry};
use crate::problem::{Code, Problem};
use crate::schema::Shape;

/// The operations that an address can be of.
pub(crate) fn by_path(path: &str) -> Vec<&'static Entry> {
    // Every site has a page at its root: it says nothing.
    let ends = |entry: &&'static Entry| entry.path != "/" && entry.in_path(path).is_some();
    let all: Vec<_> = catalog::entries().filter(ends).collect();
    let steps = |entry: &Entry| entry.path.split('/').count();
    let longest = all.iter().map(|entry| steps(entry)).max().unwrap_or_default();
    let all: Vec<_> = all.into_iter().filter(|entry| steps(entry) == longest).collect();
    // A path that is written out is meant before one that a parameter would make of it.
    let is_plainer = |entry: &Entry, other: &Entry| {
        (other.gateway.name, &other.method) == (entry.gateway.name, &entry.method)
            && other.plain_path() > entry.plain_path()
    };
    all.iter().filter(|entry| !all.iter().any(|other| is_plainer(entry, other))).copied().collect()
}

/// The operations that a path that is none of theirs may lead to: any where there is none, and those at the root of what
/// it names where it ends in a slash.
pub(crate) fn below(path: &str) -> impl Iterator<Item = &'static Entry> {
    let root = path.trim_matches('/').is_empty() || !path.ends_with('/');
    catalog::entries().filter(move |entry| entry.body == Body::Json && (root || entry.path == "/"))
}

/// Whether a path is that of an operation.
pub(crate) fn is_at(entry: &Entry, path: &str) -> bool {
    match entry.path {
        "/" => path.ends_with('/'),
        _ => by_path(path).iter().any(|one| one.id == entry.id),
    }
}

/// Whether a body is anything like an operation's.
pub(crate) fn is_like(entry: &'static Entry, body: &str) -> bool {
    !by_body(vec![entry], Some(body)).is_empty()
}

/// Of some operations, those that a body can be the values of: the only one whose form is right, or else those that fit
/// best.
pub(crate) fn by_body(among: Vec<&'static Entry>, body: Option<&str>) -> Vec<&'static Entry> {
    let tree = body.and_then(|body| Tree::parse(body).ok()).filter(|tree| tree.root().kind() == Kind::Object);
    let (Some(tree), Some(body)) = (tree, body) else {
        // What is no object says nothing of a call, unless one alone is meant.
        return if body.is_none() || among.len() == 1 { among } else { vec![] };
    };
    // Where there is one alone, somebody said that it is.
    let is_told = among.len() == 1;
    // More strange fields than known ones is another body altogether.
    let names = Members::of(tree.root());
    let is_other = |fields: usize| fields * 2 >= names.all.max(1);
    let may_be = |entry: &&Entry| !is_other(names.surely_strange(entry));
    // What has no member may be anything's, which is asked once.
    static ANY: OnceLock<(usize, Vec<&'static Entry>)> = OnceLock::new();
    let is_any = names.all == 0 && among.len() >= MANY;
    let asked = among.len();
    if is_any && let Some((_, found)) = ANY.get().filter(|(known, _)| *known == asked) {
        return found.clone();
    }
    let near = match among.len() >= MANY && names.all > 0 {
        true => catalog::of_body(tree.root(), may_be),
        false => catalog::with_neighbours(&among.iter().copied().filter(may_be).collect::<Vec<_>>()),
    };
    let is_near = |entry: &&Entry| near.iter().any(|one| std::ptr::eq(*one, *entry));
    let among = among.into_iter().filter(|entry| is_told || is_near(entry) && entry.is_its(tree.root()));
    let among = catalog::by_name(among, tree.root());
    let among = among.into_iter().filter(|entry| !is_other(names.strange(entry)));
    let scored: Vec<_> = among.map(|entry| (misfit(entry, body), entry)).collect();
    let best = scored.iter().map(|(misfit, _)| *misfit).min().filter(|best| !is_other(best.0));
    let found: Vec<_> =
        scored.into_iter().filter(|(misfit, _)| Some(*misfit) == best).map(|(_, entry)| entry).collect();
    if is_any {
        _ = ANY.set((asked, found.clone()));
    }
    found
}

/// Whether no call has most of an object's names and one among them that says whose it is.
pub(super) fn is_nobodys(value: Value<'_>) -> bool {
    let names = Members::of(value);
    let is_its = |entry: &&'static Entry| names.surely_strange(entry) * 2 < names.all;
    names.all < 2 || !catalog::of_body(value, is_its).iter().any(|entry| is_its(entry) && names.tell(entry))
}

/// Where so many are asked about, those with a name of the body's are looked up.
const MANY: usize = 100;

/// Whether a body alone, without an address, says whose it is.
pub(super) fn says_enough(body: &str, candidates: &[&'static Entry]) -> bool {
    Tree::parse(body).is_ok_and(|tree| catalog::says_enough(tree.root(), candidates))
}

/// Whether JSON alone is surely the values of some call.
pub(super) fn is_values(json: &str) -> bool {
    Tree::parse(json).is_ok_and(|tree| catalog::recognise_values(tree.root()).is_claimed)
}

/// The names of a body's members, sorted, as often as each is there.
struct Members<'t> {
    all: usize,
    sorted: Vec<Cow<'t, str>>,
}

impl<'t> Members<'t> {
    fn of(body: Value<'t>) -> Self {
        let mut sorted: Vec<_> = body.members().filter_map(|(key, _)| key.as_str()).collect();
        sorted.sort_unstable();
        Self { all: body.members().count(), sorted }
    }

    /// How many members are no field of an operation's, whatever its variant and its credentials.
    fn strange(&self, entry: &Entry) -> usize {
        let Shape::Object(object) = &entry.schema().root().shape else { return 0 };
        let variants = object.tag.iter().flat_map(|tag| &tag.variants).flat_map(|variant| &variant.fields);
        let fields = object.fields.iter().chain(variants).map(|field| field.name.as_str());
        let credentials = entry.credentials.iter().map(|one| one.name);
        let tags = object.tag.iter().map(|tag| tag.field.as_str());
        self.all_but(fields.chain(credentials).chain(tags))
    }

    /// So many at least are, told at less cost: of hundreds of calls only some are worth reading their schemas.
    fn surely_strange(&self, entry: &Entry) -> usize {
        let credentials = entry.credentials.iter().map(|one| one.name);
        entry.told.names().map_or(0, |names| self.all_but(names.into_iter().chain(credentials)))
    }

    /// The names from one on.
    fn own(&self, name: &str) -> &[Cow<'t, str>] {
        &self.sorted[self.sorted.partition_point(|own| **own < *name)..]
    }

    /// Whether one of an operation's names here is no name that everybody has.
    fn tell(&self, entry: &Entry) -> bool {
        let own = entry.told.names().unwrap_or_default();
        own.into_iter().any(|name| catalog::tells(name) && self.own(name).first().is_some_and(|first| *first == *name))
    }

    /// How many members have none of these names.
    fn all_but<'n>(&self, names: impl Iterator<Item = &'n str>) -> usize {
        // A call has dozens of names, of which a body has some: only these are kept apart.
        let mut counted: Vec<&str> = vec![];
        for name in names.filter(|name| self.own(name).first().is_some_and(|first| *first == **name)) {
            if !counted.contains(&name) {
                counted.push(name);
            }
        }
        let count = |name: &&str| self.own(name).iter().take_while(|own| **own == **name).count();
        self.all - counted.iter().map(count).sum::<usize>()
    }
}

/// How far a body is from an operation's: outer fields that are unknown or absent first, then errors of any kind.
fn misfit(entry: &Entry, body: &str) -> (usize, usize) {
    let problems = entry.check(entry.without_credentials(body).as_bytes());
    let outer = |problem: &&Problem| {
        let form = matches!(problem.code, Code::Required | Code::UnknownField | Code::RequiredOneOf | Code::WrongType);
        form && problem.path.matches('/').count() < 2
    };
    let choice = |problem: &&Problem| problem.code == Code::UnknownValue && problem.path.matches('/').count() < 2;
    (problems.iter().filter(outer).count(), problems.iter().filter(choice).count())
}
