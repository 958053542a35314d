//! `wxwire man`: the manual pages of all commands, in both languages.

use std::path::{Path, PathBuf};

use clap::Command;
use serde_json::json;
use wxwire::lang::Lang;

use crate::exit::{Exit, Failure, Fault};
use crate::options::Options;
use crate::text::Text;
use crate::{args, terminal};

/// What `man` calls the languages: the folder of each, below that of all pages.
const LANGS: [(Lang, &str); 2] = [(Lang::En, "man1"), (Lang::Zh, "zh_CN/man1")];

/// The headings of a page, in Chinese.
const HEADINGS: [(&str, &str); 7] = [
    (".SH NAME", ".SH 名称"),
    (".SH SYNOPSIS", ".SH 用法"),
    (".SH DESCRIPTION", ".SH 说明"),
    (".SH OPTIONS", ".SH 选项"),
    (".SH SUBCOMMANDS", ".SH 命令"),
    (".SH NOTES", ".SH 补充"),
    (".SH VERSION", ".SH 版本"),
];

pub fn run(options: &Options, folder: &Path) -> Result<Exit, Failure> {
    let mut written = Vec::new();
    for (lang, part) in LANGS {
        let folder = folder.join(part);
        std::fs::create_dir_all(&folder).map_err(|error| failure(&folder, &error))?;
        for (name, page) in pages(lang)? {
            let path = folder.join(name);
            std::fs::write(&path, page).map_err(|error| failure(&path, &error))?;
            written.push(path);
        }
    }
    if options.json {
        let written: Vec<_> = written.iter().map(|path| path.display().to_string()).collect();
        terminal::json(&json!({"written": written}));
    } else {
        written.iter().for_each(|path| terminal::say(&terminal::one_line(&path.display().to_string())));
    }
    Ok(Exit::Done)
}

/// The pages in a language: that of the whole, and one for each command.
fn pages(lang: Lang) -> Result<Vec<(String, String)>, Failure> {
    let mut whole = args::command(lang);
    whole.build();
    let commands = whole.get_subcommands().map(|sub| {
        let name: &'static str = format!("wxwire-{}", sub.get_name()).leak();
        sub.clone().name(name).bin_name(format!("wxwire {}", sub.get_name()))
    });
    std::iter::once(whole.clone()).chain(commands).map(|command| page(command, lang)).collect()
}

fn page(command: Command, lang: Lang) -> Result<(String, String), Failure> {
    let name = format!("{}.1", command.get_name());
    let mut page = Vec::new();
    clap_mangen::Man::new(command.disable_help_subcommand(true)).render(&mut page)?;
    // The notes are laid out already.
    let page = String::from_utf8_lossy(&page)
        .replace("\n.SH EXTRA\n", "\n.SH NOTES\n.nf\n")
        .replace("\n.SH VERSION\n", "\n.fi\n.SH VERSION\n");
    Ok((name, if lang == Lang::Zh { in_chinese(&page) } else { page }))
}

fn in_chinese(page: &str) -> String {
    let heading = |line: &str| HEADINGS.iter().find(|(en, _)| *en == line).map(|(_, zh)| (*zh).to_owned());
    let lines = page.lines().map(|line| heading(line).unwrap_or_else(|| args::in_chinese(line)));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

fn failure(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(Fault::File, Text::from(error).about(&path.display().to_string()))
}

/// Where manual pages go.
#[derive(clap::Args, Debug)]
pub struct Man {
    /// The folder of manual pages, such as ~/.local/share/man
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}
