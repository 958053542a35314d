//! Over the whole catalog: a new operation is tested by existing.

use wxwire::catalog;
use wxwire::imitation::{Mock, Twist};
use wxwire::layer::json::Tree;
use wxwire::operation::{Entry, EntryExample};
use wxwire::problem::Code;
use wxwire::schema::Shape;
use wxwire::secret::Credentials;
use wxwire::verdict::{Level, Verdict, Why};

fn examples() -> impl Iterator<Item = (&'static Entry, EntryExample)> {
    catalog::entries().flat_map(|entry| entry.examples().into_iter().map(move |example| (entry, example)))
}

/// The verdict on what the mock answers to an example.
fn verdict(entry: &Entry, example: &EntryExample, twist: Twist) -> Option<Verdict> {
    let tree = Tree::parse(&example.values).expect("JSON");
    let mut mock = Mock::new(1);
    mock.twist = twist;
    let body = entry.answer(tree.root(), &mut mock)?.body;
    Some(entry.verdict(Some(&example.values), &http::Response::new(body)))
}

#[test]
fn every_example_is_valid() {
    for (entry, example) in examples() {
        let problems = entry.check(example.values.as_bytes());
        let bad = problems.iter().any(|problem| problem.is_error() || problem.code == Code::UnknownField);
        assert!(!bad, "{} {}: {problems:?}", entry.id, example.name);
    }
}

#[test]
fn every_example_builds_to_its_snapshot() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/requests");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    println!("`cargo xtask snapshots` writes them all anew; read what changed");
    // What answers a callback is its values, and no request.
    for (entry, example) in examples().filter(|(entry, _)| is_typed(entry) && entry.replies_to.is_none()) {
        let base = entry.gateway.base_url.unwrap_or("http://gateway");
        let request = wxwire::export::FORMATS[0].hidden(entry, &example.values, &Credentials::new(), base);
        settings.bind(|| insta::assert_snapshot!(format!("{}.{}", entry.id, example.name), request));
    }
    // Of calls without a type, what comes before the body.
    for gateway in catalog::gateways() {
        let others = examples().filter(|(entry, _)| entry.gateway.name == gateway.name && !is_typed(entry));
        let lines = others.map(|(entry, example)| {
            let base = entry.gateway.base_url.unwrap_or("http://gateway");
            let request = wxwire::export::FORMATS[0].hidden(entry, &example.values, &Credentials::new(), base);
            let head = request.split("\n\n").next().unwrap_or_default().lines();
            let head: Vec<_> = head.filter(|line| !line.starts_with("Content-Length")).collect();
            format!("{}.{}: {}\n", entry.id, example.name, head.join(" | "))
        });
        let lines: String = lines.collect();
        if !lines.is_empty() {
            settings.bind(|| insta::assert_snapshot!(format!("{}.documents", gateway.name), lines));
        }
    }
}

fn is_typed(entry: &Entry) -> bool {
    catalog::typed().any(|typed| typed.id == entry.id)
}

#[test]
fn ids_begin_with_their_gateway_and_are_told_apart() {
    let ids: Vec<_> = catalog::entries().map(|entry| entry.id).collect();
    for entry in catalog::entries() {
        let route = entry.id.strip_prefix(entry.gateway.name).and_then(|rest| rest.strip_prefix('.'));
        assert!(route.is_some_and(|route| !route.is_empty() && !route.contains('.')), "{}", entry.id);
        assert_eq!(ids.iter().filter(|id| **id == entry.id).count(), 1, "{}", entry.id);
        assert!(entry.path.starts_with('/'), "{}", entry.id);
        assert!(!entry.examples().is_empty(), "{}", entry.id);
        let names: Vec<_> = entry.examples().iter().map(|example| example.name).collect();
        assert!(names.iter().all(|name| names.iter().filter(|other| other == &name).count() == 1), "{}", entry.id);
    }
}

#[test]
fn the_documented_reply_to_every_example_is_a_success() {
    for (entry, example) in examples() {
        let verdict = verdict(entry, &example, Twist::None).expect("every operation has a success");
        // Some vendors show a reply that names what was not taken.
        let is_partial = verdict.level == Level::Partial && entry.reply().contains(&verdict.not_taken[0].name);
        let is_taken = matches!(verdict.level, Level::Accepted | Level::Queued | Level::Delivered) || is_partial;
        assert!(is_taken, "{} {}: {verdict:?}", entry.id, example.name);
        // A query may tell that what was sent before has arrived.
        let is_told = |why: Why| matches!(why, Why::StatusOnly | Why::Sent) || is_partial && why == Why::Missing;
        assert!(verdict.reasons.iter().all(|one| is_told(one.why)), "{} {}: {verdict:?}", entry.id, example.name);
        assert!(verdict.ids.len() >= entry.ids.len(), "{} {}", entry.id, example.name);
    }
}

#[test]
fn a_success_that_is_none_gets_a_reason() {
    for (entry, example) in examples() {
        for twist in [Twist::InnerFailure, Twist::FewerResults] {
            if let Some(verdict) = verdict(entry, &example, twist) {
                assert!(!verdict.reasons.is_empty(), "{} {} {twist:?}: {verdict:?}", entry.id, example.name);
                assert_ne!(verdict.level, Level::Queued, "{} {} {twist:?}", entry.id, example.name);
            }
        }
    }
}

/// A reply that says more than how it went leads to its call. One that says no more names the gateway and no call, and
/// no reply leads to another gateway's.
#[test]
fn every_reply_is_recognised_as_its_own() {
    for (entry, example) in examples() {
        let tree = Tree::parse(&example.values).expect("JSON");
        let reply = entry.answer(tree.root(), &mut Mock::new(1)).expect("a success").body;
        // A file names nobody.
        let Ok(reply) = Tree::read(&reply) else { continue };
        // And what brings a token has the form of every other that does.
        let is_token = !entry.yields.is_empty();
        if entry.reply_rule.is_some() || is_token {
            continue;
        }
        let found: Vec<_> = catalog::recognise(reply.root()).candidates.iter().map(|entry| entry.id).collect();
        let envelope = entry.gateway.envelope;
        // So is an object of which the vendor tells nothing.
        let schema = entry.reply_schema();
        let fields = if let Shape::Object(object) = &schema.root().shape { &object.fields[..] } else { &[] };
        let is_untold = |name: &str| {
            let rule = fields.iter().find(|field| field.name == name).map(|field| schema.rule(field.rule));
            rule.is_some_and(|rule| matches!(&rule.shape, Shape::Object(object) if object.fields.is_empty()))
        };
        let says_nothing = |key: &str| envelope.contains(&key) || is_untold(key);
        let is_bare = reply.root().members().all(|(key, _)| key.as_str().is_some_and(|key| says_nothing(&key)));
        assert!(found.contains(&entry.id) || is_bare, "{}: {found:?}", entry.id);
        assert!(entry.gateway.recognises(reply.root()) || is_bare, "{}", entry.id);
        assert!(found.iter().all(|id| id.starts_with(entry.gateway.name)), "{}: {found:?}", entry.id);
    }
}
