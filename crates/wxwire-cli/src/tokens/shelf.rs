//! Where a token is kept from one run to the next: a file that only its owner reads, for each address and each account
//! there, and a lock beside it, so that of several processes one fetches.

use std::fs::{self, File};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fs4::{FileExt, TryLockError};
use wxwire::lang::Words;
use wxwire::login::Login;
use wxwire::secret::Credentials;
use wxwire::token::{Fetch, Token};

use crate::text::Text;
use crate::{configuration, private};

/// No token is larger.
const MAX_BYTES: u64 = 64 << 10;

/// How long until the lock is tried again.
const PAUSE: Duration = Duration::from_millis(20);

/// The place of one token.
#[derive(Debug)]
pub struct Shelf {
    path: PathBuf,
}

/// Nobody else fetches this token while it lives.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "it is held, and let go when it is closed")] File);

impl Shelf {
    /// The place of what a call brings, asked at an address with what an account has for it; none where this machine has no
    /// folder for it. Another secret is another account.
    pub fn of(fetch: &Fetch, account: &Credentials, address: &str) -> Option<Self> {
        let mut parts = vec![fetch.entry.id, fetch.credential(), address];
        for one in fetch.asks() {
            parts.extend([one.name, account.find(one.name)?.reveal()]);
        }
        Self::named(fetch.entry.gateway.name, &parts)
    }

    /// The place of what a login brings that was made for a profile, at an address.
    pub fn of_login(login: &Login, profile: Option<&str>, address: &str) -> Option<Self> {
        Self::named(login.gateway, &[login.ask, login.credential, address, profile.unwrap_or_default()])
    }

    fn named(gateway: &str, parts: &[&str]) -> Option<Self> {
        let name = format!("{gateway}-{}.json", private::digest(parts));
        Some(Self { path: configuration::cache()?.join("tokens").join(name) })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The token that is kept, if there is one; why not, where something else stands in its place.
    pub fn read(&self) -> Result<Option<Token>, Text> {
        let io = |error: io::Error| Text::from(&error);
        let known = match self.path.metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            known => known.map_err(io)?,
        };
        // A pipe would be waited for.
        if !known.is_file() {
            return Err(Words::new("不是普通文件", "not a regular file").into());
        }
        let file = File::open(&self.path).map_err(io)?;
        if is_open(&file.metadata().map_err(io)?) {
            let words = Words::new("其他用户可以访问，没有使用", "others can get at it; it was not used");
            return Err(words.into());
        }
        let mut bytes = Vec::new();
        file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(io)?;
        let broken = || Words::new("内容已损坏，没有使用", "it is broken; it was not used").into();
        let whole = bytes.len() as u64 <= MAX_BYTES;
        Token::of_text(&bytes).filter(|_| whole).map(Some).ok_or_else(broken)
    }

    /// Waits until nobody else fetches this token; none where that takes too long.
    pub async fn lock(&self, wait: Duration) -> io::Result<Option<Lock>> {
        let path = self.path.with_extension("lock");
        let folder = path.parent().unwrap_or(&path);
        private::folders().create(folder)?;
        if path.metadata().is_ok_and(|known| !known.is_file()) {
            return Err(io::Error::other(format!("{}: not a regular file", path.display())));
        }
        let file = private::file().create(true).truncate(false).open(&path)?;
        let end = Instant::now().checked_add(wait);
        loop {
            // The library's own way is newer than the compiler that this must do with.
            match FileExt::try_lock(&file) {
                Ok(()) => return Ok(Some(Lock(file))),
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(error)) => return Err(error),
            }
            if end.is_some_and(|end| end <= Instant::now()) {
                return Ok(None);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Keeps a token in the place of the one before. Whoever reads at the same time gets the one or the other.
    pub fn keep(&self, token: &Token) -> io::Result<()> {
        let new = self.path.with_extension("new");
        // A run that was killed may have left it behind.
        let _ = fs::remove_file(&new);
        let write = |mut file: File| {
            file.write_all(token.to_text().as_bytes())?;
            // A full disk may say so only here.
            file.sync_all()?;
            fs::rename(&new, &self.path)
        };
        let kept = private::file().create_new(true).open(&new).and_then(write);
        if kept.is_err() {
            let _ = fs::remove_file(&new);
        }
        kept
    }

    /// Keeps nothing in the place of a token that has ended.
    pub fn forget(&self, token: &Token) {
        if let Ok(Some(kept)) = self.read()
            && kept.value == token.value
        {
            // What stays is refused again, and then another is fetched.
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(unix)]
fn is_open(known: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&known.permissions()) & 0o077 != 0
}

/// Elsewhere permissions are no bits.
#[cfg(not(unix))]
fn is_open(_: &fs::Metadata) -> bool {
    false
}
