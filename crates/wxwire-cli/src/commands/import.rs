//! `wxwire import`: the operation and its values in any text, and all that was mended and left out.

mod several;

use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use wxwire::import::{self, Imported, Places, Repair, Why};
use wxwire::operation::Entry;
use wxwire::problem::{Code, Problem};

use crate::exit::{Exit, Failure};
use crate::input;
use crate::operation;
use crate::options::Options;
use crate::terminal::{self, Colour, one_line};

/// More repairs than these are counted, not shown; `--json` has all of them.
const SHOWN: usize = 50;

#[derive(Args, Debug)]
pub struct Import {
    /// A file, or - for standard input
    #[arg(default_value = "-")]
    pub file: PathBuf,
    /// The operation; by default told by the address or by the form
    #[arg(long = "as", value_name = "OPERATION")]
    pub operation: Option<String>,
    /// List all requests of a page, a program, a log, a collection or a recording, with their operations and kinds
    #[arg(long = "list", conflicts_with_all = ["pick", "every"])]
    pub listed: bool,
    /// Take one of several requests: its number in the list, or its name or a part of it
    #[arg(long, value_name = "N|NAME")]
    pub pick: Option<String>,
    /// Take all requests: write the values of each to a file
    #[arg(long = "all", requires = "folder", conflicts_with = "pick")]
    pub every: bool,
    /// The folder that --all writes to
    #[arg(long = "out", value_name = "FOLDER", requires = "every")]
    pub folder: Option<PathBuf>,
    /// Write over files that are there
    #[arg(long, requires = "every")]
    pub replace: bool,
}

pub fn run(options: &Options, import: &Import) -> Result<Exit, Failure> {
    let operation = import.operation.as_deref().map(operation::find).transpose()?;
    let name = import.file.to_string_lossy();
    let raw = input::read(&name)?;
    let (bytes, encoding) = input::whole(&raw);
    let source = String::from_utf8_lossy(&bytes);
    let is_one = !import.listed && !import.every && import.pick.is_none();
    let read = if is_one {
        import::import(&bytes, operation).map(|imported| vec![imported])
    } else {
        match wxwire::learn::requests(&bytes, operation) {
            Ok(samples) if import.listed => return Ok(several::list(&samples, &source, options)),
            Ok(samples) if import.every => return several::write(&samples, import, options),
            Ok(samples) => Ok(several::picked(samples, import.pick.as_deref().unwrap_or_default())?),
            Err(problem) => Err(problem),
        }
    };
    let imported = match read.map(|mut all| all.pop()) {
        Ok(Some(imported)) => imported.read_from(encoding.map(input::Encoding::name)),
        Ok(None) => return Ok(Exit::Invalid),
        Err(problem) => {
            refuse(&problem, &name, &source, options);
            return Ok(Exit::Invalid);
        }
    };
    if options.json {
        terminal::json_text(&imported.to_json(&source, options.lang()));
    } else {
        if let Some(values) = &imported.values {
            terminal::data(values.trim_end_matches('\n'));
        }
        if let Some(encoding) = encoding {
            terminal::note(&encoding.words(options.lang()));
        }
        tell(&imported, &source, options);
        show_problems(&imported.problems, &name, &without_credentials(&source, &imported), options);
        if is_one && imported.dropped.iter().any(|one| one.why == Why::Rest) {
            several::hint(&bytes, options);
        }
    }
    let is_read = encoding.is_none_or(input::Encoding::is_sure);
    Ok(if is_read && is_done(&imported) { Exit::Done } else { Exit::Invalid })
}

/// A source with what was taken out of it covered wherever it stands, be it where a name was given it.
fn without_credentials(source: &str, imported: &Imported) -> String {
    let found = imported.given.iter().filter_map(|name| imported.credentials.find(name));
    let secrets = found.map(wxwire::secret::Secret::reveal).filter(|secret| secret.len() >= LEAST);
    secrets.fold(source.to_owned(), |source, secret| source.replace(secret, &"*".repeat(secret.len())))
}

/// What is shorter stands in words as well.
const LEAST: usize = 6;

/// Whether its values are all that it says.
fn is_done(imported: &Imported) -> bool {
    imported.values.is_some() && !imported.problems.iter().any(Problem::is_error) && !is_lost(imported)
}

/// Whether more than comments was left out of something that is no operation's, or a secret of what does not look like its
/// operation's: its values are not all that it says.
fn is_lost(imported: &Imported) -> bool {
    let is_its = !imported.problems.iter().any(|problem| problem.code == Code::NotItsBody);
    imported.dropped.iter().any(|one| match one.why {
        Why::Comment => false,
        Why::Secret => imported.operation.is_none() || !is_its,
        _ => imported.operation.is_none(),
    })
}

/// A text that could not be read at all.
fn refuse(problem: &Problem, name: &str, source: &str, options: &Options) {
    if options.json {
        terminal::json(&json!({
            "operation": null, "values": null, "credentials": [], "repairs": [], "dropped": [],
            "problems": [import::problem(problem, source, options.lang())],
        }));
    } else {
        show_problems(std::slice::from_ref(problem), name, source, options);
    }
}

fn show_problems(problems: &[Problem], name: &str, source: &str, options: &Options) {
    if !problems.is_empty() {
        let too_large = problems.iter().any(|problem| problem.code == Code::TooLarge);
        let source = if too_large { String::new() } else { wxwire::secret::blotted(source) };
        terminal::warn(terminal::problems(problems, name, &source, options.lang()).trim_end());
    }
}

/// What was found, mended and left out, for a person: beside the values, not among them.
fn tell(imported: &Imported, source: &str, options: &Options) {
    let lang = options.lang();
    let form = Colour::Dim.paint(imported.form.words().get(lang));
    let is_answer = imported.problems.iter().any(|problem| problem.code == Code::NoRequest);
    match (imported.operation, &imported.candidates[..]) {
        (None, _) if is_answer => {}
        (Some(entry), _) => terminal::note(&format!("{}  {form}", Colour::Bold.paint(entry.id))),
        (None, []) => {
            let words = options.say("未能识别操作；请用 --as 指定", "no operation was recognised; name it with --as");
            terminal::note(&format!("{words}  {form}"));
        }
        (None, many) => {
            let words = options
                .say("内容像以下操作的内容，请用 --as 指定：", "its body could be one of these; name it with --as:");
            terminal::note(&format!("{words}  {form}{}", terminal::ids(many, lang)));
        }
    }
    let address = match (&imported.base_url, &imported.host) {
        (Some(address), _) => {
            Some((address, options.say("网关地址（用 --base-url 给出）", "address (give it as --base-url)")))
        }
        (None, Some(host)) => {
            Some((host, options.say("主机（没有写明 http 还是 https）", "host (whether http or https is not said)")))
        }
        (None, None) => None,
    };
    if let Some((address, words)) = address {
        terminal::note(&format!("  {words}  {}", one_line(address)));
    }
    if imported.values.is_none() && !imported.problems.iter().any(Problem::is_error) {
        terminal::note(options.say("  没有找到消息内容", "  there is no body in it"));
    }
    let mut places = Places::of(source);
    let repairs = alike(imported);
    let count = repairs.len();
    let repairs = repairs.into_iter().map(|(one, count)| {
        let times = if count > 1 { format!(" ×{count}") } else { String::new() };
        let change = format!("{} → {}{times}", visible(&one.before), visible(&one.after));
        (one.span.start, one.fix.words().get(lang), change)
    });
    list(options.say("已修正", "mended"), repairs, count, &mut places);
    let mut places = Places::of(source);
    let dropped = imported.dropped.iter().map(|one| {
        let lines = source.get(one.span.clone()).map_or(1, |text| text.lines().count());
        let count = if lines > 1 { several_lines(lines, options) } else { String::new() };
        (one.span.start, one.why.words().get(lang), format!("{}{count}", one_line(&one.what)))
    });
    list(options.say("已略去", "left out"), dropped, imported.dropped.len(), &mut places);
    if let Some(entry) = imported.operation.or(imported.candidates.first().copied()) {
        credentials(entry, imported, options);
    }
}

/// How many lines it is, of which only the beginning is shown.
fn several_lines(count: usize, options: &Options) -> String {
    let words = options.say("行", "lines");
    format!(" ({count} {words})")
}

/// Repairs that say the same are said once, at the first place, with their number.
fn alike(imported: &Imported) -> Vec<(&Repair, usize)> {
    let mut all: Vec<(&Repair, usize)> = Vec::new();
    for one in &imported.repairs {
        let same = |other: &Repair| (other.fix, &other.before, &other.after) == (one.fix, &one.before, &one.after);
        match all.iter_mut().take(SHOWN).find(|(other, _)| same(other)) {
            Some((_, count)) => *count += one.count,
            None => all.push((one, one.count)),
        }
    }
    all
}

fn list<'w>(title: &str, lines: impl Iterator<Item = (usize, &'w str, String)>, count: usize, places: &mut Places<'_>) {
    for (at, why, what) in lines.take(SHOWN) {
        let (line, column) = places.find(at);
        let place = Colour::Dim.paint(&format!("{line}:{column}"));
        terminal::note(&format!("  {title}  {place}  {why}  {}", Colour::Blue.paint(&what)));
    }
    if count > SHOWN {
        terminal::note(&format!("  {title}  … +{}", count - SHOWN));
    }
}

/// Credentials by name; a variable of the environment can hold each.
fn credentials(entry: &Entry, imported: &Imported, options: &Options) {
    let names = |names: &[&str]| names.iter().map(|name| entry.gateway.variable(name)).collect::<Vec<_>>().join(", ");
    if !imported.given.is_empty() {
        let words =
            options.say("文中有凭据，已取出且不显示；请设置", "credentials were taken out and are not shown; set");
        terminal::note(&format!("  {words} {}", names(&imported.given)));
    }
    if !imported.absent.is_empty() {
        let words = options.say("凭据尚未给出；请设置", "credentials are still to be given; set");
        terminal::note(&format!("  {words} {}", names(&imported.absent)));
    }
}

/// A text in which white space can be seen.
fn visible(text: &str) -> String {
    if text.trim().is_empty() { format!("{text:?}") } else { one_line(text) }
}
