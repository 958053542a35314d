//! The property that makes the reader general: a page of any call, in any form, is learned back as that call.

use std::collections::BTreeSet;

use wxwire::catalog;
use wxwire::learn::page;
use wxwire::operation::Entry;

use crate::form::{differences, of_document, of_reply};
use crate::written::{self, Nesting};

/// Every call comes back from its page; what differs is told for all of them.
#[track_caller]
fn all_come_back(write: impl Fn(&Entry) -> String) {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in catalog::entries() {
        count += 1;
        let text = write(entry);
        let found = differs(entry, &text);
        if !found.is_empty() {
            wrong.push(format!("{}: {}", entry.id, found.join("; ")));
        }
    }
    assert!(count > 900, "{count}");
    if let Ok(id) = std::env::var("SHOW") {
        println!("{}", write(catalog::find(&id).expect("a call")));
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

fn differs(entry: &Entry, text: &str) -> Vec<String> {
    let learned = match page(text) {
        Ok(learned) => learned,
        Err(problem) => return vec![format!("{problem:?}")],
    };
    for note in &learned.notes {
        assert!(text.get(note.span.clone()).is_some(), "{}: {note:?}", entry.id);
    }
    let calls = of_document(&learned.document);
    let [call] = &calls[..] else { return vec![format!("{} calls", calls.len())] };
    let mut found = Vec::new();
    for (expected, learned) in [
        (entry.method.as_str().to_lowercase(), &call.method),
        // Where the server has a path of its own, no page tells where it ends.
        (
            if call.server.is_empty() { entry.path.to_owned() } else { written::address(entry) },
            &format!("{}{}", call.server, call.path),
        ),
        (entry.title.zh.trim().to_owned(), &call.operation["summary"].as_str().unwrap_or_default().to_owned()),
    ] {
        if expected != *learned {
            found.push(format!("{expected} became {learned}"));
        }
    }
    found.extend(differences(&written::expected(entry), &call.form, &call.schemes));
    let reply = differences(&of_reply(entry), &call.reply, &BTreeSet::new());
    // A page says of replies what is in them; whether it is always there, few say.
    found.extend(reply.into_iter().filter(|one| !one.ends_with(": optional")).map(|one| format!("reply{one}")));
    found
}

#[test]
fn from_what_apifox_shows() {
    all_come_back(written::apifox);
}

#[test]
fn from_what_the_versions_of_apifox_show() {
    for look in &written::LOOKS {
        all_come_back(|entry| written::apifox_as(entry, look));
    }
}

#[test]
fn from_showdoc_in_english() {
    all_come_back(written::english);
}

#[test]
fn the_method_may_stand_above_the_address() {
    all_come_back(|entry| {
        let page = written::markdown(entry, Nesting::Dots);
        let url = format!("##### 请求URL\n- ` {} `\n\n", written::address(entry));
        let page = page.replacen(&url, "", 1);
        page.replacen("\n\n- Content-Type", &format!("\n\n{url}- Content-Type"), 1)
    });
}

/// What is said in lines above a page's tables may stand in a table, too.
#[test]
fn from_tables_that_say_the_method_and_the_address() {
    all_come_back(|entry| {
        let page = written::markdown(entry, Nesting::Dots);
        let (before, rest) = page.split_once("##### 请求URL").expect("an address");
        let (_, after) = rest.split_once("\n- Content-Type").expect("a method");
        let (method, address) = (&entry.method, written::address(entry));
        format!("{before}|项目|内容|\n|---|---|\n|请求方式|{method}|\n|请求地址|`{address}`|\n\n- Content-Type{after}")
    });
}

#[test]
fn from_tables_in_markdown() {
    all_come_back(|entry| written::markdown(entry, Nesting::Dots));
    all_come_back(|entry| written::markdown(entry, Nesting::Signs));
}

#[test]
fn from_tables_with_tabs() {
    all_come_back(|entry| written::tabs(entry, Nesting::Dots));
    all_come_back(|entry| written::tabs(entry, Nesting::Signs));
}

#[test]
fn from_html() {
    all_come_back(|entry| written::html(entry, Nesting::Dots));
    all_come_back(|entry| written::html(entry, Nesting::Signs));
}

#[test]
fn from_tables_whose_cells_ran_together() {
    all_come_back(|entry| written::lost(entry, ""));
    all_come_back(|entry| written::lost(entry, " "));
}

#[test]
fn from_tables_that_came_cell_by_cell() {
    all_come_back(|entry| written::lost(entry, "\n"));
}

#[test]
fn from_elements() {
    all_come_back(written::elements);
}

#[test]
fn from_counted_objects() {
    all_come_back(written::counted);
}

#[test]
fn from_what_apifox_exports() {
    all_come_back(written::exported);
}
