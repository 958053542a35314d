//! A vendor's page as it was copied: text, or HTML, of the sorts that Apifox and ShowDoc make.
//!
//! The form is taken off first (`html`, `gather`): lines, rows, code. A walk over them puts each where its heading says
//! (`walk`, `heading`, `address`), row by row (`row`, `cells`) and sample by sample (`samples`). Only when all of a call is
//! there are its rows put into one another (`draft`, `nest`), for the samples show what the copy lost.

mod address;
mod block;
mod cells;
mod columns;
mod draft;
mod flat;
mod gather;
mod heading;
mod help;
mod html;
mod nest;
mod row;
mod samples;
mod status;
mod walk;

use block::Block;

use super::notes::Notes;
use super::{Learned, MAX_BYTES, MAX_CALLS, write};
use crate::import::Text;
use crate::problem::{Code, Problem, Unit};

/// The code of a page, each piece with what the page calls it.
pub(super) fn samples(page: &Text) -> Vec<(String, Text)> {
    let text = page.as_str();
    let raw = if html::is_html(text) { html::read(page) } else { gather::lines(page) };
    let mut samples = Vec::new();
    let mut line = String::new();
    for block in gather::gather(raw) {
        match block {
            Block::Line(text, _) => {
                let title = text.as_str().trim().trim_end_matches(['#', ':', '：', '*', ' ']);
                if is_title(title) {
                    line = title.chars().take(MAX_TITLE).collect();
                }
            }
            Block::Code(code) => samples.push((line.clone(), code)),
            Block::Row(_) => {}
        }
    }
    samples
}

/// Whether a line says something of the code behind it: neither signs alone, nor what a page writes on every block of code.
fn is_title(line: &str) -> bool {
    let is_label = |label: &str| line.eq_ignore_ascii_case(label);
    line.contains(char::is_alphabetic) && !LABELS.iter().any(|label| is_label(label))
}

/// What stands on blocks of code: their languages, and buttons.
const LABELS: [&str; 20] = [
    "bash",
    "shell",
    "sh",
    "curl",
    "cmd",
    "powershell",
    "json",
    "xml",
    "http",
    "text",
    "javascript",
    "python",
    "java",
    "php",
    "go",
    "copy",
    "复制",
    "复制代码",
    "下载",
    "运行",
];

/// The most characters of a title.
const MAX_TITLE: usize = 80;

/// Learns the calls of a page that was copied, as text or as HTML.
///
/// # Errors
/// The one problem that keeps it from being read: empty, too large, or no call in it.
pub fn page(text: &str) -> Result<Learned, Problem> {
    if text.len() > MAX_BYTES {
        return Err(Problem::new(Code::TooLarge).measured(MAX_BYTES, text.len(), Unit::Bytes));
    }
    if text.trim().is_empty() {
        return Err(Problem::new(Code::Empty));
    }
    let whole = Text::whole(text);
    let raw = if html::is_html(text) { html::read(&whole) } else { gather::lines(&whole) };
    let blocks = gather::gather(raw);
    let mut notes = Notes::default();
    let mut walk = walk::Walk::new(&blocks, &mut notes);
    walk.run();
    let drafts = std::mem::take(&mut walk.drafts);
    let mut calls: Vec<_> = drafts
        .into_iter()
        .take(MAX_CALLS)
        .map(|draft| draft.end(&mut notes))
        .filter(|call| !call.path.is_empty())
        .collect();
    let Some(first) = calls.first() else {
        return Err(Problem::new(Code::NoRequest).span(0..text.chars().next().map_or(0, char::len_utf8)));
    };
    let document = write::document(&first.title.clone(), &mut calls, &mut notes);
    Ok(Learned { gateway: String::new(), document, notes: notes.all() })
}
