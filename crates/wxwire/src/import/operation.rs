//! Which operation a request is: by the path of its address, by the form of its body, or by both.

use crate::catalog;
use crate::layer::json::{Kind, Tree};
use crate::operation::Entry;
use crate::problem::{Code, Problem};

/// The operations that an address can be of.
pub(crate) fn by_path(path: &str) -> Vec<&'static Entry> {
    let low = path.trim_end_matches('/').to_ascii_lowercase();
    let ends = |entry: &&'static Entry| match entry.path {
        // Every site has a page there: it says nothing.
        "/" => false,
        own => low.ends_with(&own.trim_end_matches('/').to_ascii_lowercase()),
    };
    let all: Vec<_> = catalog::entries().filter(ends).collect();
    let longest = all.iter().map(|entry| entry.path.len()).max().unwrap_or_default();
    all.into_iter().filter(|entry| entry.path.len() == longest).collect()
}

/// Of some operations, those that a body can be the values of: the only one whose form is right, or else those that fit
/// best.
pub(crate) fn by_body(among: Vec<&'static Entry>, body: Option<&str>) -> Vec<&'static Entry> {
    let tree = body.and_then(|body| Tree::parse(body).ok()).filter(|tree| tree.root().kind() == Kind::Object);
    let (Some(tree), Some(body)) = (tree, body) else { return among };
    let members = tree.root().members().count();
    let mut scored: Vec<_> = among.into_iter().map(|entry| (misfit(entry, body), entry)).collect();
    scored.sort_by_key(|(misfit, _)| *misfit);
    let Some((best, _)) = scored.first().copied() else { return vec![] };
    // More strange fields than known ones is another body altogether.
    scored
        .into_iter()
        .filter(|(misfit, _)| *misfit == best && best.0 * 2 < members.max(1))
        .map(|(_, entry)| entry)
        .collect()
}

/// How far a body is from an operation's: outer fields that are unknown or absent first, then errors of any kind.
fn misfit(entry: &Entry, body: &str) -> (usize, usize) {
    let problems = entry.check(entry.without_credentials(body).as_bytes());
    let outer = |problem: &&Problem| {
        let form = matches!(problem.code, Code::Required | Code::UnknownField | Code::RequiredOneOf);
        form && problem.path.matches('/').count() < 2
    };
    let choice = |problem: &&Problem| problem.code == Code::UnknownValue && problem.path.matches('/').count() < 2;
    (problems.iter().filter(outer).count(), problems.iter().filter(choice).count())
}
