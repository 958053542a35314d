//! `wxwire explain`: what some bytes are, what is inside, and what a reply says about the call.

mod edit;
mod feed;
mod filter;
mod get;
mod hex;
mod many;
mod paths;
mod refuse;
mod repeats;
mod shown;
mod stream;
mod unsealed;

use std::borrow::Cow;
use std::ops::{ControlFlow, Range};
use std::path::PathBuf;

use clap::Args;
use wxwire::explain::{self, Part};
use wxwire::layer::document::{Document, Guide};
use wxwire::operation::Entry;

pub use shown::show;

use crate::account::Account;
use crate::exit::{Exit, Failure};
use crate::input::{self, Encoding};
use crate::operation;
use crate::options::Options;
use crate::terminal;
use edit::{Source, edit, unchanged};
use feed::Feed;
use filter::{Filter, Only};
use refuse::refuse;

#[derive(Args, Debug)]
pub struct Explain {
    /// A file, or - for standard input, or an error code such as 45009
    #[arg(default_value = "-", value_name = "FILE", allow_negative_numbers = true)]
    pub what: PathBuf,
    /// The operation that it answers; by default told by its form
    #[arg(long = "as", value_name = "OPERATION")]
    pub operation: Option<String>,
    /// Only what is of this kind; with `--gateway NAME`, what is that gateway's
    #[arg(long, value_enum, value_name = "KIND", conflicts_with_all = ["set", "get"])]
    pub only: Option<Only>,
    /// Change the value at a path and print the whole, every other byte as it was; can be given more than once
    #[arg(long, value_name = "PATH=VALUE")]
    pub set: Vec<String>,
    /// Open what is encrypted with the keys of this profile
    #[arg(long, value_name = "NAME", conflicts_with = "set")]
    pub profile: Option<String>,
    /// Print the value at a path alone, as it is; with --profile, that of the message inside
    #[arg(long, value_name = "PATH", conflicts_with = "set")]
    pub get: Option<String>,
    /// Print every value on a line of its own, behind its path
    #[arg(long, conflicts_with_all = ["set", "get", "profile", "hex"])]
    pub paths: bool,
    /// Print the bytes in hexadecimal, with the values that they hold beside them; with --get, those of one value
    #[arg(long, conflicts_with_all = ["set", "profile"])]
    pub hex: bool,
}

pub fn run(options: &Options, explain: &Explain, gateway: Option<&str>) -> Result<Exit, Failure> {
    let Explain { what: file, operation, only, set, profile, get, paths, hex } = explain;
    let operation = operation.as_deref().map(operation::find).transpose()?;
    let name = file.to_string_lossy();
    let accounts = profile.as_deref().map(Account::opening).transpose()?;
    let filter = Filter::new(*only, gateway)?;
    // A code is typed as it was read somewhere; a file of that name goes first.
    let is_code = !file.exists() && explain::is_code(&name);
    let is_alone = operation.is_some() || profile.is_some() || get.is_some() || !set.is_empty() || *paths || *hex;
    let raw = if is_code {
        name.as_bytes().to_vec()
    } else if is_alone {
        input::read(&name)?
    } else {
        match Feed::open(&name)?.gathered(options.json) {
            feed::Gathered::Whole(bytes) => bytes?,
            feed::Gathered::Stream(begun, feed) => return stream::run(begun?, feed, &filter, options),
        }
    };
    let (bytes, encoding) = read(&raw);
    if *hex {
        let parts = explain::parts(&bytes, operation).unwrap_or_default();
        many::only_first(&parts, options);
        // Of several payloads, the first that has the value.
        let in_part = |path: &String| {
            let mut places = paths::places(&parts, &bytes, path);
            places.find_map(|(part, own)| get::value(own, &part.payload, operation))
        };
        if let Some(value) = get.as_ref().filter(|_| parts.len() > 1).and_then(in_part) {
            return Ok(in_hex(value, &[], operation, &name, options));
        }
        return values(raw.clone(), &bytes, &parts, explain, &name, options);
    }
    if *paths {
        return Ok(match explain::parts(&bytes, operation) {
            Ok(parts) => {
                paths::show(&parts, &bytes, options);
                exit(&parts)
            }
            Err(problem) => refuse(&problem, &name, &bytes, options),
        });
    }
    let parts = match explain::parts(&bytes, operation) {
        Ok(parts) => parts,
        Err(problem) if !set.is_empty() => {
            unchanged(&problem, &name, &bytes, options);
            return Ok(Exit::Invalid);
        }
        Err(problem) => return Ok(refuse(&problem, &name, &bytes, options)),
    };
    if !set.is_empty() {
        return change(&bytes, &raw, encoding, &parts, set, &name, options);
    }
    let Some(accounts) = accounts else {
        return match get {
            Some(path) => get::run(path, &name, bytes.to_vec(), &parts, None, operation, options),
            None => Ok(many::show(&parts, &name, &bytes, encoding, &filter, options)),
        };
    };
    // The first payload that a key may open; else the whole.
    let sealed = parts.iter().map(|part| (part, explain::unseal(&part.payload, &accounts)));
    let (sealed, tried) = match sealed.into_iter().find(|(_, tried)| !tried.is_empty()) {
        Some((part, tried)) => (part.payload.to_vec(), tried),
        None => (bytes.to_vec(), explain::unseal(&bytes, &accounts)),
    };
    if let Some(path) = get {
        return get::run(path, &name, sealed, &parts, Some(tried), operation, options);
    }
    match explain::explain(&sealed, operation) {
        Ok(explanation) => Ok(unsealed::run(&explanation, &sealed, &tried, &name, options)),
        Err(problem) => Ok(refuse(&problem, &name, &sealed, options)),
    }
}

/// What was read, as UTF-8 where it is text. UTF-16 inside of messages has a 0 in every other byte as well, and is theirs to open.
fn read(raw: &[u8]) -> (Cow<'_, [u8]>, Option<Encoding>) {
    let (text, encoding) = input::decoded(raw);
    let is_wide = matches!(encoding, Some(Encoding::Utf16Le | Encoding::Utf16Be));
    if is_wide && is_binary(raw) { (raw.into(), None) } else { (text, encoding) }
}

/// Whether bytes open as a binary form whose lengths reach to the end.
fn is_binary(bytes: &[u8]) -> bool {
    let way = Document::new(bytes, Guide::default()).ok().and_then(|document| {
        document.visit_until(|leaf| match leaf.path {
            "" => ControlFlow::Continue(()),
            path => ControlFlow::Break(path.to_owned()),
        })
    });
    way.is_some_and(|way| ["!protobuf", "!delimited", "!der"].iter().any(|layer| way.starts_with(layer)))
}

/// Shows the bytes of all, or of one value, with the values that they hold beside them.
fn values(
    bytes: Vec<u8>,
    text: &[u8],
    parts: &[Part<'_>],
    explain: &Explain,
    name: &str,
    options: &Options,
) -> Result<Exit, Failure> {
    let operation = explain.operation.as_deref().map(operation::find).transpose()?;
    let value = explain.get.as_deref().and_then(|path| get::value(path, &bytes, operation));
    let (bytes, hidden) = match (value, &explain.get) {
        (Some(value), _) => (value, vec![]),
        (None, Some(path)) => return get::run(path, name, bytes, &[], None, operation, options),
        (None, None) => {
            let bytes = hex::inside(bytes);
            let hidden = explain::unseen(parts, &bytes, bytes == text);
            (bytes, hidden)
        }
    };
    Ok(in_hex(bytes, &hidden, operation, name, options))
}

/// Shows bytes with the values that they hold beside them.
fn in_hex(
    bytes: Vec<u8>,
    hidden: &[Range<usize>],
    operation: Option<&'static Entry>,
    name: &str,
    options: &Options,
) -> Exit {
    match explain::explain(&bytes, operation) {
        Ok(explanation) => hex::show(&explanation, bytes, hidden, options),
        Err(problem) => refuse(&problem, name, &bytes, options),
    }
}

/// Changes values in the payload that is meant, where it stands in the text as it is.
fn change(
    bytes: &[u8],
    raw: &[u8],
    encoding: Option<Encoding>,
    parts: &[Part<'_>],
    set: &[String],
    name: &str,
    options: &Options,
) -> Result<Exit, Failure> {
    // Of several payloads, the first that has all of the paths.
    let own = |part: &Part<'_>| set.iter().map(|typed| paths::typed(part, parts, bytes, typed)).collect::<Vec<_>>();
    let has_all =
        |part: &&Part<'_>| own(part).iter().all(|typed| edit::leads(typed, &part.payload, part.explanation.guide()));
    let leading = many::by_kind(parts).find(has_all);
    let part = leading.unwrap_or(many::meant(parts));
    many::only_first(parts, options);
    let is_all = part.at.is_none() && part.form.is_none();
    let is_written = part.put(bytes, &part.payload).as_deref() == Some(bytes);
    let may_be_whole = is_all || parts.len() == 1 && part.at.is_none();
    let leads_in_whole = || {
        let guide = explain::explain(bytes, None).map(|explanation| explanation.guide());
        guide.is_ok_and(|guide| set.iter().all(|typed| edit::leads(typed, bytes, guide)))
    };
    if !is_written && leading.is_some() && !(may_be_whole && leads_in_whole()) {
        terminal::complain(options.say(
            "这个值所在的载荷在文本里不是原样写着的（被转义或打印过），无法在原处修改；可用 --get 取出其中的值",
            "its payload does not stand in the text as it is (it was escaped or printed), so it cannot be changed there; --get takes values out of it",
        ));
        return Ok(Exit::Invalid);
    }
    // What no payload has may be a value of the whole.
    let part = leading.filter(|_| is_written);
    let payload = part.map_or(bytes, |part| &part.payload).to_vec();
    let set = part.map_or_else(|| set.iter().map(|typed| &**typed).collect(), own);
    let source = Source { name, part, bytes, encoding, raw };
    match explain::explain(&payload, None) {
        Ok(explanation) => edit(&explanation, payload, &set, &source, options),
        Err(problem) => {
            unchanged(&problem, name, bytes, options);
            Ok(Exit::Invalid)
        }
    }
}

/// How a command ends that explained something: a part that is no whole one is a fault.
fn exit<'p>(parts: impl IntoIterator<Item = &'p Part<'p>>) -> Exit {
    if parts.into_iter().any(|part| part.is_broken) { Exit::Invalid } else { Exit::Done }
}

/// Writes what was printed so far; whether anybody still reads it.
fn written() -> Result<bool, Failure> {
    terminal::flush()?;
    Ok(!terminal::is_closed())
}
