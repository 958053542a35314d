//! Gateways that are no part of the program: documents that were learned and kept, and those of one run. What is wrong with
//! a document that is kept is said, and stops nothing else.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use wxwire::catalog;
use wxwire::import::Places;
use wxwire::lang::{Lang, Words};
use wxwire::layer::MAX_BYTES;
use wxwire::layer::json::Tree;
use wxwire::problem::Problem;

use crate::configuration;
use crate::exit::Failure;
use crate::options::Options;
use crate::source::Source;
use crate::terminal;
use crate::text::Text;

/// So many documents that are kept are read.
const MAX_FILES: usize = 64;

/// The folder of the documents that are kept.
pub fn folder() -> Option<PathBuf> {
    Some(configuration::folder()?.join("gateways"))
}

/// Takes in the documents that a command needs; for `list` and `explain`, the name of the one gateway that is asked for.
pub fn of_documents(options: &Options, needed: &Needed, takes_name: bool) -> Result<Option<String>, Failure> {
    let (names, files): (Vec<_>, Vec<_>) = options.gateways().iter().partition(|one| takes_name && is_name(one));
    let mut given = BTreeSet::new();
    for file in files {
        given.insert(take(file, options)?);
    }
    keep(needed, &given, options);
    // What is nearest to an id that is none may be another gateway's.
    if let Needed::Of { gateway, operation: Some(operation) } = needed
        && catalog::find(operation).is_none()
    {
        let loaded = given.iter().cloned().chain([gateway.clone()]).collect();
        keep(&Needed::All, &loaded, options);
    }
    let asked: Vec<_> = names.into_iter().cloned().chain(given).collect();
    Ok(if let [one] = &asked[..] { Some(one.clone()) } else { None })
}

/// Whether a profile may speak of a gateway that was not needed.
pub fn is_kept(name: &str) -> bool {
    files().iter().any(|file| gateway_of(file).as_deref() == Some(name))
}

/// Which documents a command needs.
pub enum Needed {
    /// All that there are.
    All,
    /// Those of a gateway; of an operation's, all if there is no such operation.
    Of { gateway: String, operation: Option<String> },
}

impl Needed {
    /// Those of an operation's gateway.
    pub fn of(operation: &str) -> Self {
        let gateway = operation.split('.').next().unwrap_or_default().to_owned();
        Self::Of { gateway, operation: Some(operation.to_owned()) }
    }

    /// Those of a gateway.
    pub fn gateway(name: &str) -> Self {
        Self::Of { gateway: name.to_owned(), operation: None }
    }
}

/// Whether a word is a gateway's name and no file.
fn is_name(word: &str) -> bool {
    !word.contains(['/', '\\', '.']) && word != "-"
}

/// Takes in a document for this run; the name of its gateway.
fn take(file: &str, options: &Options) -> Result<String, Failure> {
    let (source, problem) = Source::read(file)?;
    if let Some(problem) = problem {
        return Err(source.failure(&problem, options));
    }
    let learned = source.learn(None).map_err(|problem| source.failure(&problem, options))?;
    let made = |problem| source.made(vec![problem]).remove(0);
    let added = catalog::learn(learned.document).map_err(|problem| source.failure(&made(problem), options))?;
    if let Some(first) = added.left.first() {
        warn(Path::new(file), &made(first.clone()), added.left.len(), &source.text, options);
    }
    Ok(added.gateway.name.to_owned())
}

/// Takes in all documents that are kept, and says nothing of what is wrong with them.
pub fn keep_all() {
    keep(&Needed::All, &BTreeSet::new(), &Options::default());
}

/// Takes in the documents that are kept, but for those of gateways that were given.
fn keep(needed: &Needed, given: &BTreeSet<String>, options: &Options) {
    let files = files();
    if files.len() > MAX_FILES {
        let words = Words::new("网关文档太多，只读取前 64 个", "too many documents of gateways; the first 64 are read");
        let folder = folder().unwrap_or_default();
        say(Text::from(words).about(&folder.display().to_string()), options);
    }
    for file in files.iter().take(MAX_FILES) {
        let Some(name) = gateway_of(file).filter(|name| !given.contains(name)) else { continue };
        if let Needed::Of { gateway, .. } = needed
            && *gateway != name
        {
            continue;
        }
        let text = match read(file) {
            Ok(text) => text,
            Err(text) => {
                say(text.about(&file.display().to_string()), options);
                continue;
            }
        };
        if let Some(other) = other_gateway(&text, &name) {
            let words = Words::new("文件名应以网关名开头：", "its name must begin with its gateway's: ");
            let text = Text::of(|lang| format!("{}{other}", words.get(lang)));
            say(text.about(&file.display().to_string()), options);
            continue;
        }
        match catalog::learn(text.clone()) {
            Ok(added) => {
                if let Some(first) = added.left.first() {
                    warn(file, first, added.left.len(), &text, options);
                }
            }
            Err(problem) => warn(file, &problem, 1, &text, options),
        }
    }
}

/// The documents that are kept, in the order of their names.
fn files() -> Vec<PathBuf> {
    let entries = folder().and_then(|folder| std::fs::read_dir(folder).ok());
    let paths = entries.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<_> = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    files
}

/// The gateway whose calls a file holds: `acme` for `acme.json` and `acme.rooms.json`.
fn gateway_of(file: &Path) -> Option<String> {
    let name = file.file_name()?.to_str()?;
    Some(name.split('.').next().unwrap_or_default().to_owned()).filter(|name| !name.is_empty())
}

/// The gateway that a document is of, where it is another.
fn other_gateway(text: &str, name: &str) -> Option<String> {
    let tree = Tree::parse(text).ok()?;
    let own = tree.root().find("/info/x-gateway")?.as_str()?.into_owned();
    (own != name).then_some(own)
}

/// Reads a document that is kept.
fn read(file: &Path) -> Result<String, Text> {
    let io = |error: std::io::Error| Text::from(&error);
    let known = file.metadata().map_err(io)?;
    // A pipe would be waited for, and a device may have no end.
    if !known.is_file() {
        return Err(Words::new("不是普通文件", "not a regular file").into());
    }
    let mut bytes = Vec::new();
    File::open(file).and_then(|file| file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)).map_err(io)?;
    if bytes.len() > MAX_BYTES {
        return Err(Words::new("超过 32 MiB", "larger than 32 MiB").into());
    }
    String::from_utf8(bytes).map_err(|_| Words::new("不是 UTF-8 编码", "not UTF-8").into())
}

/// Says what is wrong with a document, at the place of the first problem.
fn warn(file: &Path, first: &Problem, count: usize, text: &str, options: &Options) {
    let start = first.span.as_ref().map_or(0, |span| span.start);
    let (line, column) = Places::of(text).find(start.min(text.len()));
    let left_out = Words::new("已略去", "left out");
    let message = Text::of(|lang| {
        let further = match (count - 1, lang) {
            (0, _) => String::new(),
            (more, Lang::Zh) => format!("；此外还有 {more} 个问题"),
            (more, Lang::En) => format!("; further problems: {more}"),
        };
        let (what, why) = (left_out.get(lang), first.message(lang));
        let about = [what, &*first.path].join(" ");
        let (file, about) = (file.display(), about.trim_end());
        match lang {
            Lang::Zh => format!("{file} 第 {line} 行第 {column} 列：{about}：{why}{further}"),
            Lang::En => format!("{file}:{line}:{column}: {about}: {why}{further}"),
        }
    });
    say(message, options);
}

fn say(text: Text, options: &Options) {
    terminal::complain(text.get(options.lang()));
}
