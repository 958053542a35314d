//! The file of profiles: one section for each profile and gateway. What is wrong in it stops only what uses it, and no
//! message repeats its text, which may be a secret.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};
use wxwire::catalog;
use wxwire::lang::{Lang, Words};
use wxwire::operation::GatewayEntry;

use crate::configuration::{folder, set};
use crate::exit::{Failure, Fault};
use crate::gateways;
use crate::text::Text;

/// The setting of a gateway that is its address.
pub const BASE_URL: &str = "base_url";

/// Larger files are not read: no person has so many profiles.
const MAX_BYTES: u64 = 1 << 20;

/// The settings of a gateway in a profile, by name.
pub type Settings = BTreeMap<String, String>;

/// The file, as it is.
#[derive(Debug)]
pub struct Profiles {
    path: PathBuf,
    text: String,
    mode: u32,
}

impl Profiles {
    /// The file, if there is one.
    pub fn read() -> Result<Option<Self>, Failure> {
        let Some(path) = path() else { return Ok(None) };
        let fault = |text: Text| Failure::new(Fault::Profile, text.about(&path.display().to_string()));
        let io = |error: std::io::Error| fault((&error).into());
        let known = match path.metadata() {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            known => known.map_err(io)?,
        };
        // A pipe would be waited for, and a device may have no end.
        if !known.is_file() {
            return Err(fault(Words::new("不是普通文件", "not a regular file").into()));
        }
        let mut bytes = Vec::new();
        File::open(&path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes)).map_err(io)?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(fault(Words::new("超过 1 MiB", "larger than 1 MiB").into()));
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Ok(Some(Self { mode: mode(&known), path, text }))
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file's permissions, where others than its owner have some.
    pub fn open_mode(&self) -> Option<u32> {
        Some(self.mode).filter(|mode| mode & 0o077 != 0)
    }

    /// The names of the profiles that can be read.
    pub fn names(&self) -> Vec<String> {
        let tables = self.parts().into_iter().filter_map(|part| DeTable::parse(part.text).ok());
        let names =
            tables.flat_map(|table| table.into_inner().into_iter().map(|(name, _)| name.into_inner().into_owned()));
        let mut names: Vec<_> = names.collect();
        names.sort();
        names.dedup();
        names
    }

    /// The settings of a gateway in a profile; none if the profile has no such gateway, or is not there.
    pub fn settings(&self, profile: &str, gateway: &GatewayEntry) -> Result<Option<Settings>, Failure> {
        let mut found: Option<Settings> = None;
        let mut nameless = None;
        for part in self.parts() {
            let table = match DeTable::parse(part.text) {
                Ok(table) => table.into_inner(),
                Err(error) => {
                    let at = part.start + error.span().map_or(0, |span| span.start);
                    let fault = self.fault(at, cause(self.line(at)));
                    match part.section() {
                        Some((name, other)) if name == profile && (other.is_empty() || other == gateway.name) => {
                            return Err(fault);
                        }
                        Some(_) => {}
                        None => drop(nameless.get_or_insert(fault)),
                    }
                    continue;
                }
            };
            let Some((name, value)) = table.iter().find(|(name, _)| name.get_ref() == profile) else { continue };
            let DeValue::Table(gateways) = value.get_ref() else {
                return Err(self.fault(part.start + name.span().start, NO_SECTION));
            };
            for (name, value) in gateways {
                let at = part.start + name.span().start;
                if catalog::gateways().all(|known| known.name != name.get_ref()) && !gateways::is_kept(name.get_ref()) {
                    let names = catalog::gateways().map(|known| known.name).collect::<Vec<_>>().join(", ");
                    return Err(self.unknown(at, &format!("[{profile}.{}] ({names})", name.get_ref())));
                }
                if name.get_ref() != gateway.name {
                    continue;
                }
                let DeValue::Table(own) = value.get_ref() else { return Err(self.fault(at, NO_SECTION)) };
                if found.is_some() {
                    return Err(self.fault(at, TWICE));
                }
                found = Some(self.read_section(part.start, own, profile, gateway)?);
            }
        }
        // The section that is looked for may be the one whose name cannot be read.
        match (found, nameless) {
            (None, Some(fault)) => Err(fault),
            (found, _) => Ok(found),
        }
    }

    fn read_section(
        &self,
        start: usize,
        own: &DeTable<'_>,
        profile: &str,
        gateway: &GatewayEntry,
    ) -> Result<Settings, Failure> {
        let sending = catalog::credentials(gateway);
        let receiving = catalog::receiving(gateway).settings;
        let known = || sending.iter().copied().chain(receiving).map(|one| one.name).chain([BASE_URL]);
        let mut settings = Settings::new();
        for (name, value) in own {
            let at = start + name.span().start;
            let name: &str = name.get_ref();
            if known().all(|known| known != name) {
                let names = known().collect::<Vec<_>>().join(", ");
                return Err(self.unknown(at, &format!("[{profile}.{}] {name} ({names})", gateway.name)));
            }
            match value.get_ref() {
                DeValue::String(text) if text.contains(char::REPLACEMENT_CHARACTER) => {
                    return Err(self.fault(at, NOT_UTF8));
                }
                DeValue::String(text) => settings.insert(name.to_owned(), text.clone().into_owned()),
                _ => return Err(self.fault(at, NO_QUOTES)),
            };
        }
        Ok(settings)
    }

    /// The file in parts that can be read alone: the whole, or, where something in it is no TOML, each section.
    fn parts(&self) -> Vec<Part<'_>> {
        if DeTable::parse(&self.text).is_ok() {
            return vec![Part { start: 0, text: &self.text }];
        }
        let mut parts = Vec::new();
        let (mut start, mut at) = (0, 0);
        for line in self.text.split_inclusive('\n') {
            if line.trim_start().starts_with('[') && at > start {
                parts.push(Part { start, text: &self.text[start..at] });
                start = at;
            }
            at += line.len();
        }
        parts.push(Part { start, text: &self.text[start..] });
        parts
    }

    fn line(&self, at: usize) -> &str {
        let at = (0..=at.min(self.text.len())).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0);
        let start = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        self.text[start..].lines().next().unwrap_or_default()
    }

    fn fault(&self, at: usize, cause: Words) -> Failure {
        let write = Words::new("；写法：", "; write ");
        let form = "[profile.gateway] name = \"value\"";
        self.at(at, |lang| format!("{}{}{form}", cause.get(lang), write.get(lang)))
    }

    fn unknown(&self, at: usize, name: &str) -> Failure {
        let words = Words::new("没有这种网关或设置：", "no such gateway or setting: ");
        self.at(at, |lang| format!("{}{name}", words.get(lang)))
    }

    fn at(&self, at: usize, message: impl Fn(Lang) -> String) -> Failure {
        let line = 1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        let path = self.path.display();
        let text = Text::of(|lang| match lang {
            Lang::Zh => format!("{path} 第 {line} 行：{}", message(lang)),
            Lang::En => format!("{path}:{line}: {}", message(lang)),
        });
        Failure::new(Fault::Profile, text)
    }
}

const NO_SECTION: Words = Words::new("不在 [配置.网关] 之下", "it stands in no [profile.gateway]");
const TWICE: Words = Words::new("这一节出现了两次", "this section stands twice");
const NOT_UTF8: Words = Words::new("不是 UTF-8", "it is not UTF-8");
const NO_QUOTES: Words = Words::new("值应写在引号内", "the value must stand in quotes");
const OPEN_QUOTE: Words = Words::new("引号没有闭合", "a quote is not closed");

/// What is wrong with a line that is no TOML, without its text.
fn cause(line: &str) -> Words {
    let line = line.trim();
    if let Some(header) = line.strip_prefix('[') {
        return if header.contains(']') {
            TWICE
        } else {
            Words::new("方括号没有闭合", "the bracket is not closed")
        };
    }
    let Some((_, value)) = line.split_once('=') else { return Words::new("缺少 =", "there is no =") };
    let value = value.trim();
    match value.chars().next() {
        None => Words::new("= 后面没有值", "nothing stands behind the ="),
        Some(quote @ ('"' | '\'')) if !value[1..].contains(quote) => OPEN_QUOTE,
        Some('"' | '\'') => Words::new("这一行无法读取，或设置重复", "it cannot be read, or the setting stands twice"),
        Some(_) => NO_QUOTES,
    }
}

/// A part of the file.
#[derive(Debug)]
struct Part<'t> {
    start: usize,
    text: &'t str,
}

impl Part<'_> {
    /// The profile and the gateway in the head of a section, as far as they can be told.
    fn section(&self) -> Option<(&str, &str)> {
        let head = self.text.trim_start().strip_prefix('[')?.lines().next()?;
        let head = head.split([']', '#']).next().unwrap_or_default();
        let (profile, gateway) = head.split_once('.').unwrap_or((head, ""));
        let quotes = ['"', '\''];
        let (profile, gateway) = (profile.trim().trim_matches(quotes), gateway.trim().trim_matches(quotes));
        Some((profile, gateway)).filter(|_| !profile.is_empty())
    }
}

/// Where profiles are kept: `WXWIRE_PROFILES`, or `profiles.toml` in the folder for configuration.
fn path() -> Option<PathBuf> {
    set("WXWIRE_PROFILES").or_else(|| Some(folder()?.join("profiles.toml")))
}

#[cfg(unix)]
fn mode(known: &std::fs::Metadata) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&known.permissions()) & 0o7777
}

/// Elsewhere permissions are no bits.
#[cfg(not(unix))]
fn mode(_: &std::fs::Metadata) -> u32 {
    0
}
