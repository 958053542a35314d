//! How requests go out: how long they may take, which way they go, whom they trust, and whether that is shown.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use wxwire::lang::{Lang, Words};

use crate::exit::{Failure, Fault};
use crate::options::{Options, Times};
use crate::proxy::{self, Typed};
use crate::text::Text;
use crate::{input, terminal};

/// What can be typed about it.
#[derive(Args, Clone, Debug)]
pub struct LinkArgs {
    #[command(flatten)]
    times: Times,
    /// Send through this proxy (http, https, socks4, socks5, socks5h); by default the one that HTTPS_PROXY, HTTP_PROXY or ALL_PROXY names, but for hosts in NO_PROXY
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    proxy: Option<String>,
    /// Trust the certificates in this PEM file, and no others
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "insecure")]
    cacert: Option<PathBuf>,
    /// Trust any certificate: whoever stands in between can read and change everything
    #[arg(long)]
    insecure: bool,
    /// Show each request and its answer on standard error, credentials hidden
    #[arg(short, long)]
    verbose: bool,
}

/// How requests go out.
#[derive(Clone, Debug)]
pub struct Link {
    pub times: Times,
    pub proxy: Option<Typed>,
    pub trust: Trust,
    /// The language to show exchanges in, where they are shown.
    pub shown: Option<Lang>,
}

/// Whose certificates are trusted.
#[derive(Clone, Debug)]
pub enum Trust {
    /// Those that the system trusts.
    System,
    /// These alone.
    These(Vec<reqwest::Certificate>),
    /// Any.
    Anyone,
}

impl Link {
    /// What was typed, read and remarked upon.
    pub fn open(typed: &LinkArgs, options: &Options) -> Result<Self, Failure> {
        let proxy = typed.proxy.as_deref().map(Typed::read).transpose()?;
        let trust = match &typed.cacert {
            Some(file) => Trust::These(certificates(file)?),
            None if typed.insecure => Trust::Anyone,
            None => Trust::System,
        };
        if proxy.is_none() {
            proxy::remarks().iter().for_each(|remark| terminal::warn(remark.get(options.lang())));
        }
        if typed.insecure {
            terminal::warn(options.say(
                "警告：--insecure 不验证证书，中间人可以读取和篡改一切，包括凭据",
                "warning: --insecure checks no certificate; whoever stands in between can read and change everything, \
                 the credentials too",
            ));
        }
        Ok(Self { times: typed.times, proxy, trust, shown: typed.verbose.then(|| options.lang()) })
    }
}

/// The certificates in a file.
fn certificates(file: &Path) -> Result<Vec<reqwest::Certificate>, Failure> {
    let shown = format!("--cacert {}", file.display());
    let failure = |text: Text| Failure::new(Fault::File, text.about(&shown));
    let bytes = input::regular(file).map_err(failure)?;
    let all = reqwest::Certificate::from_pem_bundle(&bytes).unwrap_or_default();
    let words = Words::new("其中没有 PEM 证书", "there is no certificate in it, in PEM");
    if all.is_empty() { Err(failure(words.into())) } else { Ok(all) }
}
