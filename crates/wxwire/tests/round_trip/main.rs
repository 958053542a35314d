//! What is exported can be imported: the same operation, the same values to the byte, the same credentials.
//!
//! All values are compared by bytes, in every form: none has to write the body anew. Where a call has fields outside of its
//! body, their place among the others is not known any more: then it is the members, whatever their order.
#![allow(clippy::panic)] // A test that cannot go on says why.

mod back;
mod made;

use proptest::prelude::*;
use proptest::sample::Index;
use wxwire::catalog;
use wxwire::export::FORMATS;
use wxwire::import::import;
use wxwire::lang::Lang;
use wxwire::layer::json::{Tree, quote};
use wxwire::operation::{Body, Entry};
use wxwire::secret::Credentials;

use crate::back::{ELSEWHERE, base, check, entries, read, whole_hidden};
use crate::made::{any_json, any_secret, changed, white};

#[test]
fn every_example_in_every_form() {
    for entry in entries() {
        for example in entry.examples() {
            check(entry, &example.values, base(entry));
        }
    }
    // Where the body alone has to say what it is, all calls are looked through: some are enough.
    for entry in catalog::typed().filter(|entry| entry.body == Body::Json).chain(entries().step_by(40)) {
        for example in entry.examples() {
            check(entry, &example.values, &format!("https://{ELSEWHERE}"));
        }
    }
}

#[test]
fn a_body_too_long_for_one_argument() {
    // How a form takes what is long depends on the form, not on the call: some calls are enough.
    for entry in entries().step_by(40) {
        let example = entry.examples().into_iter().next().expect("an example");
        let tree = Tree::parse(&example.values).expect("JSON");
        let Some((leaf, _)) = tree.root().members().next() else { continue };
        let long = quote(&"It's 100% “你好” curl & \\ ! \t".repeat(4000));
        assert!(long.len() > 128 << 10, "what Linux takes as one argument");
        let mut values = example.values.clone();
        values.insert_str(leaf.span().start, &format!("\"x\": {long}, "));
        check(entry, &values, base(entry));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_values_in_every_form(
        operation in any::<Index>(),
        example in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), any_json(), white()), 1..5),
        around in (white(), white()),
    ) {
        // Typed calls every time, and of the others one.
        let entries: Vec<_> = entries().collect();
        let is_typed = |entry: &&&Entry| catalog::typed().any(|typed| typed.id == entry.id);
        for entry in entries.iter().filter(is_typed).chain([operation.get(&entries)]) {
            let values = changed(entry, &example.get(&entry.examples()).values, &changes, &around);
            let tree = Tree::parse(&values).expect("JSON");
            if entry.is_its(tree.root()) {
                check(entry, &values, base(entry));
            } else {
                let imported = import(values.as_bytes(), None).expect("values");
                prop_assert!(imported.operation.is_none(), "{values}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn credentials_come_back_and_are_not_shown(
        operation in any::<Index>(),
        example in any::<Index>(),
        around in (white(), white()),
        secrets in prop::collection::vec(any_secret(), 4),
    ) {
        let entries: Vec<_> = entries().collect();
        let entry = operation.get(&entries);
        let values = changed(entry, &example.get(&entry.examples()).values, &[], &around);
        // One that stands at two places of a request has one name.
        let mut names = Vec::new();
        for one in entry.credentials {
            if !names.contains(&one.name) {
                names.push(one.name);
            }
        }
        let credentials = names.iter().zip(&secrets).fold(Credentials::new(), |all, (name, secret)| all.with(name, secret.as_str()));
        let wire = entry.wire(&values, &credentials, base(entry)).unwrap_or_else(|error| panic!("{}: {error}", entry.id));
        for form in FORMATS {
            let text = form.write(wire.reveal());
            let imported = read(entry, form, &whole_hidden(&values), &text);
            prop_assert_eq!(&imported.given, &names, "{}", text);
            prop_assert!(imported.absent.is_empty(), "{}\n{:?}", text, imported.absent);
            let shown = format!("{imported:?}{}", imported.to_json(&text, Lang::En));
            for (name, secret) in names.iter().zip(&secrets) {
                let found = imported.credentials.find(name).map(|found| found.reveal());
                prop_assert_eq!(found, Some(secret.as_str()), "{}", text);
                prop_assert!(!shown.contains(secret) && !shown.contains(quote(secret).trim_matches('"')), "{}", shown);
            }
        }
    }
}
