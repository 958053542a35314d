//! The method and the address that a call begins with.

use super::block::{Block, Mark};
use super::gather::METHODS;
use crate::import::Text;

/// The address that stands below a method or beside it: a call begins there. Gives how many lines that takes.
pub(super) fn call(blocks: &[Block], at: usize) -> Option<(String, Text, usize)> {
    let Some(Block::Line(text, Mark::Plain | Mark::Heading)) = blocks.get(at) else { return None };
    let line = text.as_str().trim();
    let method =
        METHODS.iter().find(|method| line.get(..method.len()).is_some_and(|word| word.eq_ignore_ascii_case(method)))?;
    let is_address = |line: &str| {
        let begins = ["/", "http://", "https://", "{{"].iter().any(|begin| line.starts_with(begin));
        begins && line.len() < 2000 && !line.contains(char::is_whitespace)
    };
    if line.len() == method.len() && line == *method {
        let Some(Block::Line(url, _)) = blocks.get(at + 1) else { return None };
        return is_address(url.as_str().trim()).then(|| ((*method).to_owned(), url.trim(), 2));
    }
    let rest = &line[method.len()..];
    let is_beside = line.starts_with(method)
        && (rest.starts_with(char::is_whitespace) || rest.starts_with('/'))
        && is_address(rest.trim());
    let start = text.len() - text.as_str().trim_start().len() + method.len();
    is_beside.then(|| ((*method).to_owned(), text.slice(start..text.len()).trim(), 1))
}
