//! What the documentation of each gateway says of the limits of its operations: `docs/GATEWAY.md`, written out of the table and kept right here.
//!
//! `cargo xtask snapshots` writes them anew.

#![allow(clippy::disallowed_methods, reason = "pages are files")]

use std::collections::BTreeSet;
use std::path::Path;

use wxwire::catalog;
use wxwire::lang::Lang;
use wxwire::operation::{Entry, Rate, SettledBy};
use wxwire::schema::{Field, Rule, Schema, Shape};
use wxwire::secret::Place;

#[test]
fn every_page_is_as_the_table_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let is_update = std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always");
    for gateway in catalog::gateways() {
        let path = folder.join(format!("{}.md", gateway.name));
        let calls: Vec<_> = catalog::typed().filter(|entry| entry.gateway.name == gateway.name).map(page).collect();
        let page = format!("# On the wire\n\n{}", calls.join("\n"));
        if is_update {
            std::fs::write(&path, &page).expect("a folder to write to");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == page, "{}: `cargo xtask snapshots` writes it anew", path.display());
    }
    let pages = std::fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").file_name());
    let pages: BTreeSet<_> = pages.map(|name| name.to_string_lossy().into_owned()).collect();
    assert_eq!(pages, catalog::gateways().map(|gateway| format!("{}.md", gateway.name)).collect());
}

#[test]
fn every_gateway_shows_its_page() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for gateway in catalog::gateways() {
        let path = source.join(gateway.name).with_extension("rs");
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let line = format!("#![cfg_attr(doc, doc = include_str!(\"../docs/{}.md\"))]", gateway.name);
        assert!(text.contains(&line), "{}: {line}", path.display());
    }
}

fn page(entry: &Entry) -> String {
    let base = entry.base_url().unwrap_or_default();
    let mut lines = vec![
        format!("## `{}`", entry.id),
        format!("`{} {base}{}`", entry.method, entry.path),
        format!("[{}]({}), {}.", entry.title.zh, entry.page, entry.evidence.words().en),
    ];
    for one in entry.credentials {
        let place = match one.place {
            Place::Header(name, _) => format!("header `{name}`"),
            Place::Query(name) => format!("parameter `{name}` of the query"),
            Place::Body(name) => format!("member `{name}` of the body"),
        };
        let optional = if one.required { "" } else { ", optional" };
        lines.push(format!("Credential `{}`: {}; {place}{optional}.", one.name, one.title.en));
    }
    for Rate { times, seconds, per } in entry.rates {
        lines.push(format!("At most {times} times in {seconds} seconds for each {}.", per.en));
    }
    if let Some(SettledBy { name, how, .. }) = entry.settled_by {
        lines.push(format!("Settled by `{name}`: {}.", how.en));
    }
    let mut rows = Vec::new();
    walk(entry.schema(), entry.schema().root(), "", &mut rows);
    if !rows.is_empty() {
        let head = ["| Field | Limit | Known from |".to_owned(), "|---|---|---|".to_owned()];
        lines.push(head.into_iter().chain(rows).collect::<Vec<_>>().join("\n"));
    }
    lines.join("\n\n") + "\n"
}

/// A row for each field with a limit, at any depth.
fn walk(schema: &Schema, rule: &Rule, path: &str, rows: &mut Vec<String>) {
    match &rule.shape {
        Shape::List { items, .. } => walk(schema, schema.rule(*items), &format!("{path}/*"), rows),
        Shape::Either(ways) => ways.iter().for_each(|way| walk(schema, schema.rule(*way), path, rows)),
        Shape::Object(object) => {
            fields(schema, &object.fields, path, "", rows);
            for variant in object.tag.iter().flat_map(|tag| &tag.variants) {
                let shared = |field: &&Field| !object.fields.iter().any(|own| own.name == field.name);
                let own: Vec<_> = variant.fields.iter().filter(shared).cloned().collect();
                fields(schema, &own, path, &variant.value, rows);
            }
        }
        _ => {}
    }
}

fn fields(schema: &Schema, fields: &[Field], path: &str, variant: &str, rows: &mut Vec<String>) {
    for field in fields.iter().filter(|field| field.credential.is_none()) {
        let rule = schema.rule(field.rule);
        let path = match variant {
            "" => format!("{path}/{}", field.name),
            _ => format!("{path}/({variant}) {}", field.name),
        };
        let inside = rule.layers.iter().map(|layer| format!("holds {layer}"));
        let cut = rule.cut.then(|| "cut off".to_owned());
        let limit: Vec<_> = [limits(schema, rule)].into_iter().chain(inside).chain(cut).collect();
        let limit = limit.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        if !limit.is_empty() {
            rows.push(format!(
                "| `{path}` | {} | {} |",
                limit.replace('|', "\\|").replace('[', "\\["),
                rule.source.words().en
            ));
        }
        walk(schema, rule, &path, rows);
    }
}

/// The limits of a rule, or of the ways that it leaves open.
fn limits(schema: &Schema, rule: &Rule) -> String {
    match &rule.shape {
        Shape::Either(ways) => {
            let each = ways.iter().map(|way| schema.rule(*way).limits(Lang::En));
            each.filter(|limit| !limit.is_empty()).collect::<Vec<_>>().join(" or ")
        }
        _ => rule.limits(Lang::En),
    }
}
