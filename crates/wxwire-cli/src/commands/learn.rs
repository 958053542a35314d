//! `wxwire learn`: a gateway's document becomes a gateway like any other.

mod report;

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;
use wxwire::catalog::{self, Added};
use wxwire::lang::Words;
use wxwire::learn::{self, Learned, Missing};
use wxwire::problem::Problem;

use crate::exit::{Exit, Failure, Fault};
use crate::gateways::Needed;
use crate::keep;
use crate::options::Options;
use crate::source::Source;
use crate::text::Text;
use crate::{gateways, terminal};

const TAKEN: Words = Words::new(
    "已经存在；用 --replace 覆盖，或用 --add 放在旁边",
    "is there already; --replace writes over it, --add keeps this one beside it",
);

#[derive(Args, Debug)]
pub struct Learn {
    /// Files, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// The gateway's name; by default the document's own, or one made of its title
    #[arg(long = "name", value_name = "NAME")]
    pub called: Option<String>,
    /// Write to this file; by default to gateways/NAME.json in the folder for configuration
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Write over a document that is there
    #[arg(long)]
    pub replace: bool,
    /// Keep it beside what the gateway has already, as gateways/NAME.FILE.json: another page of the same vendor,
    /// learned with the same --name
    #[arg(long, conflicts_with = "out")]
    pub add: bool,
    /// Say what is missing for a good document; write nothing
    #[arg(long = "check")]
    pub missing: bool,
}

/// What became of a source.
struct Done {
    source: Source,
    learned: Learned,
    added: Added,
    missing: Vec<Missing>,
    file: Option<PathBuf>,
}

pub fn run(options: &Options, learn: &Learn) -> Result<Exit, Failure> {
    if learn.out.is_some() && learn.files.len() > 1 {
        let words = Words::new("--out 只能用于一个文件", "--out goes with one file");
        return Err(Failure::usage(words));
    }
    if let Some(name) = learn.called.as_deref().filter(|name| !learn::is_name(name)) {
        let words = Words::new(
            "网关名应为小写字母、数字和下划线，字母开头，最多 32 个",
            "a gateway's name is up to 32 small letters, digits and _, a letter first",
        );
        return Err(Failure::usage(Text::from(words).about(name)));
    }
    let mut all: Vec<Done> = Vec::new();
    for file in &learn.files {
        let (source, problem) = Source::read(file)?;
        let learned = match problem {
            Some(problem) => Err(problem),
            None => source.learn(learn.called.as_deref()),
        };
        let learned = match learned {
            Ok(learned) => learned,
            Err(problem) => return Ok(report::refuse(&[problem], &source, options)),
        };
        if learn.add && !learn.replace && all.is_empty() {
            // No call of it may have the id of one that is there.
            gateways::of_documents(options, &Needed::gateway(&learned.gateway), false)?;
        }
        let added = match catalog::learn(learned.document.clone()) {
            Ok(added) => added,
            Err(problem) => return Ok(report::refuse(&source.made(vec![problem]), &source, options)),
        };
        if added.left.iter().any(Problem::is_error) {
            return Ok(report::refuse(&source.made(added.left), &source, options));
        }
        if added.entries.is_empty() {
            report::notes(&source, &learned, options);
            let words = Words::new("没有可用的操作", "no calls that can be made");
            return Err(Failure::new(Fault::Gateway, Text::from(words).about(file)));
        }
        let missing = if learn.missing { learn::missing(&added) } else { Vec::new() };
        let is_first = !learn.add && all.iter().all(|done| done.learned.gateway != learned.gateway);
        let place = place(learn, &learned, &source, is_first)?;
        let file = (!learn.missing).then_some(place);
        all.push(Done { source, learned, added, missing, file });
    }
    for (done, file) in all.iter().filter_map(|done| Some((done, done.file.as_ref()?))) {
        keep::keep(file, &done.learned.document, learn.replace, TAKEN)?;
    }
    if options.json {
        let learned: Vec<_> = all.iter().map(|done| report::describe(done, options)).collect();
        terminal::json(&json!({"learned": learned}));
    } else {
        all.iter().for_each(|done| report::tell(done, options));
    }
    let is_good = all.iter().all(|done| done.missing.is_empty());
    Ok(if is_good { Exit::Done } else { Exit::Invalid })
}

/// Where a document goes: what was typed, or the folder of those that are kept. A second one of a gateway has the name of its
/// source behind the gateway's.
fn place(learn: &Learn, learned: &Learned, source: &Source, is_first: bool) -> Result<PathBuf, Failure> {
    if let Some(out) = &learn.out {
        return Ok(out.clone());
    }
    let Some(folder) = gateways::folder() else {
        let words = Words::new(
            "找不到配置目录；请用 --out 指定文件，或设置 HOME",
            "there is no folder for configuration; name a file with --out, or set HOME",
        );
        return Err(Failure::usage(words));
    };
    let stem = Path::new(&source.name).file_stem().unwrap_or_default().to_string_lossy();
    let only = |char: char| if char.is_ascii_alphanumeric() { char.to_ascii_lowercase() } else { '_' };
    let stem: String = stem.chars().map(only).take(64).collect();
    let name = &learned.gateway;
    Ok(folder.join(if is_first { format!("{name}.json") } else { format!("{name}.{stem}.json") }))
}
