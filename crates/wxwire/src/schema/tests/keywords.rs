//! The table of keywords in CONTRIBUTING.md is that of the compiler.

use crate::problem::Source;
use crate::schema::compile::KEYWORDS;
use crate::schema::{IdSort, In, Moment, Schema};

const CONTRIBUTING: &str = include_str!("../../../../../CONTRIBUTING.md");

/// The rows below a heading: the name in backticks that each begins with, and the rest.
fn rows(heading: &str) -> Vec<(&'static str, &'static str)> {
    let (_, section) = CONTRIBUTING.split_once(heading).expect("the heading is there");
    let section = section.split("\n#").next().unwrap_or_default();
    section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |")).collect()
}

#[test]
fn every_keyword_has_its_row_and_every_row_its_keyword() {
    let mut described: Vec<_> = rows("## Schema keywords\n").iter().map(|(name, _)| *name).collect();
    let mut known = KEYWORDS.to_vec();
    described.sort_unstable();
    known.sort_unstable();
    assert_eq!(described, known);
}

#[test]
fn rows_name_the_values_that_their_keywords_may_have() {
    let says = |keyword: &str, value: &str| {
        let (_, rest) = rows("## Schema keywords\n").into_iter().find(|(name, _)| *name == keyword).expect("its row");
        assert!(rest.contains(&format!("`{value}`")), "{keyword}: {value}");
    };
    In::ALL.into_iter().for_each(|place| says("x-in", place.name()));
    Moment::ALL.into_iter().for_each(|moment| says("x-moment", moment.name()));
    IdSort::ALL.into_iter().for_each(|sort| says("x-id", sort.name()));
    for source in [Source::Documented, Source::Observed, Source::Inferred] {
        says("x-source", source.name());
    }
}

/// Whoever has nothing but the crate's documentation finds them in the module `learn`.
#[test]
fn learn_names_the_members_of_a_document() {
    let docs = include_str!("../../learn.rs");
    let own = rows("## A gateway by document\n").into_iter().map(|(name, _)| name);
    for name in own.chain(KEYWORDS.into_iter().filter(|name| name.starts_with("x-"))) {
        assert!(docs.contains(&format!("//! | `{name}` | ")), "{name}");
    }
}

#[test]
fn what_is_no_keyword_is_reported() {
    let schema = Schema::compile(r#"{"type": "object", "x-odd": 1, "properties": {"a": {"maxbytes": 1}}}"#, &[]);
    assert_eq!(schema.unknown_keywords, ["maxbytes", "x-odd"]);
}
