//! `wxwire login`: a code to scan, and the token that its scanning brings, kept for the commands that send.

use std::pin::{Pin, pin};
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::{Map, json};
use wxwire::catalog;
use wxwire::lang::{Lang, Words};
use wxwire::login::{Asks, Code, Login, State};
use wxwire::operation::{Entry, GatewayEntry};
use wxwire::request::is_base_url;
use wxwire::secret::Credentials;
use wxwire::verdict::{Level, Verdict, Why};

use crate::account::{self, Account};
use crate::exit::{Exit, Failure, Fault};
use crate::link::{Link, LinkArgs};
use crate::options::Options;
use crate::text::Text;
use crate::trace::TICKET;
use crate::transmit::Exchange;
use crate::{chance, session, signals, terminal, wire};

/// How long until it is asked again what became of the code.
const PAUSE: Duration = Duration::from_secs(1);

/// A code that nobody scans is given up after this time; its gateway may do so before.
const PATIENCE: Duration = Duration::from_secs(600);

#[derive(Args, Debug)]
pub struct LogIn {
    /// The gateway
    #[arg(value_name = "GATEWAY")]
    pub at: String,
    /// Scheme, host and what stands before the vendor's path
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Take the address from this profile, and keep the login for it
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    #[command(flatten)]
    pub link: LinkArgs,
}

pub fn run(options: &Options, typed: &LogIn) -> Result<Exit, Failure> {
    let gateway = catalog::gateways().find(|gateway| gateway.name == typed.at);
    let way = gateway.as_ref().and_then(catalog::login).ok_or_else(|| no_login(&typed.at))?;
    let begin = way.begin();
    let account = Account::find(&begin.gateway, typed.profile.as_deref())?;
    account.notes.iter().for_each(|note| terminal::note(note.get(options.lang())));
    let address = account.address(begin, typed.base_url.as_deref())?;
    let runtime = super::runtime()?;
    let ended = runtime.block_on(async {
        let mut end = pin!(signals::end()?);
        let talk = Talk { way, address: address.clone(), link: Link::open(&typed.link, options)?, options };
        talk.log_in(typed.profile.as_deref(), &address, end.as_mut()).await
    });
    // Standard input may still be read; nobody waits for it.
    runtime.shutdown_background();
    ended
}

fn no_login(name: &str) -> Failure {
    let with: Vec<_> = catalog::gateways().filter(|one| catalog::login(one).is_some()).map(|one| one.name).collect();
    let words = Words::new("没有扫码登录；有的网关：", "no login by QR code; the gateways that have one: ");
    let text = Text::of(|lang| format!("{}{}", words.get(lang), with.join(if lang == Lang::Zh { "、" } else { ", " })));
    Failure::usage(text.about(name))
}

/// What is asked, and where.
struct Talk<'o> {
    way: &'static Login,
    address: String,
    link: Link,
    options: &'o Options,
}

impl Talk<'_> {
    async fn log_in(
        mut self,
        profile: Option<&str>,
        keep_at: &str,
        mut end: Pin<&mut impl Future<Output = &'static str>>,
    ) -> Result<Exit, Failure> {
        let began = self.ask(self.way.begin(), Asks::Code, end.as_mut()).await?;
        let code = match began.map(|answer| self.way.code(&answer)) {
            Ok(Some(code)) => code,
            Ok(None) => return Err(unreadable(self.way.begin())),
            Err(verdict) => return Ok(self.failed(&verdict)),
        };
        self.show(&code)?;
        let start = Instant::now();
        let (mut number, mut last) = (None, State::Waiting);
        while start.elapsed() < PATIENCE {
            tokio::select! {
                () = tokio::time::sleep(PAUSE) => {}
                _ = end.as_mut() => return Err(over(Words::new("已中断", "interrupted"))),
            }
            let asks = Asks::State { ticket: &code.ticket, number: number.as_deref() };
            let answer = match self.ask(self.way.ask(), asks, end.as_mut()).await? {
                Ok(answer) => answer,
                // The gateway may wait for the phone longer than this does; to ask changes nothing.
                Err(verdict) if verdict.has(Why::Timeout) => continue,
                Err(verdict) => return Ok(self.failed(&verdict)),
            };
            let state = self.way.state(&answer).ok_or_else(|| unreadable(self.way.ask()))?;
            match &state {
                State::Confirmed => return self.keep(&answer, profile, keep_at).await,
                State::Ended(words) => return Err(over(*words)),
                State::Moved(host) => self.moved(host)?,
                State::AsksNumber => number = Some(self.number(end.as_mut()).await?),
                _ => {}
            }
            if state != last && matches!(state, State::Scanned | State::Moved(_)) {
                terminal::note(self.options.say("已扫描，请在手机上确认", "scanned; confirm it on the phone"));
            }
            last = state;
        }
        Err(over(Words::new("等待过久，没有人扫码", "nobody scanned it in time")))
    }

    /// The body of a good answer, or the verdict on another one.
    async fn ask(
        &self,
        entry: &Entry,
        asks: Asks<'_>,
        end: Pin<&mut impl Future<Output = &'static str>>,
    ) -> Result<Result<Vec<u8>, Verdict>, Failure> {
        let random = u32::from_ne_bytes(chance::bytes()?[..4].try_into().expect("four of sixteen bytes"));
        // It is no credential of the call, but nothing that is shown may have it.
        let secrets = match asks {
            Asks::State { ticket, .. } => Credentials::new().with(TICKET, ticket),
            Asks::Code => Credentials::new(),
        };
        let values = self.way.values(asks, random);
        let exchange = Exchange::of(entry, &values, &secrets, &self.address, &self.link, end).await;
        let exchange = exchange.map_err(|error| account::failure(entry, None, &error))?;
        let verdict = exchange.verdict(|answer| entry.verdict(Some(&values), answer));
        Ok(match exchange.answer {
            Ok(answer) if matches!(verdict.level, Level::Accepted | Level::Queued) => Ok(answer.into_body()),
            _ => Err(verdict),
        })
    }

    /// From now on another host is asked; but what stands in for a gateway on this machine stands in for all of it.
    fn moved(&mut self, host: &str) -> Result<(), Failure> {
        let address = format!("https://{host}");
        let is_host = is_base_url(&address) && !host.contains(['/', '@', '?', '#']);
        if !is_host {
            return Err(unreadable(self.way.ask()));
        }
        if !wire::is_here(&self.address) {
            self.address = address;
        }
        Ok(())
    }

    fn show(&self, code: &Code) -> Result<(), Failure> {
        if self.options.json {
            terminal::json(&json!({"code": code.shown}));
        } else {
            if let Some(picture) = terminal::qr_code(&code.shown) {
                terminal::say(&picture);
            }
            terminal::say(&terminal::one_line(&code.shown));
        }
        terminal::flush()?;
        terminal::note(self.options.say("请用微信扫描，Ctrl-C 取消", "Scan it with WeChat; Ctrl-C gives up"));
        Ok(())
    }

    /// The number that the phone shows, typed here.
    async fn number(&self, end: Pin<&mut impl Future<Output = &'static str>>) -> Result<String, Failure> {
        terminal::warn(self.options.say("请输入手机上显示的数字：", "Type the number that the phone shows:"));
        let typed = tokio::task::spawn_blocking(|| {
            let mut line = String::new();
            std::io::stdin().read_line(&mut line).map(|_| line.trim().to_owned())
        });
        let line = tokio::select! {
            line = typed => line.map_err(std::io::Error::from)??,
            _ = end => return Err(over(Words::new("已中断", "interrupted"))),
        };
        if line.is_empty() { Err(over(Words::new("没有输入数字", "no number was typed"))) } else { Ok(line) }
    }

    async fn keep(&self, answer: &[u8], profile: Option<&str>, at: &str) -> Result<Exit, Failure> {
        let came = self.way.logged_in(answer, session::now()).ok_or_else(|| unreadable(self.way.ask()))?;
        let path = session::keep(self.way, profile, at, &came.token).await?;
        let text = Text::of(|lang| match lang {
            Lang::Zh => format!("登录已保存，发送时自动使用：{path}"),
            Lang::En => format!("the login is kept, and used from now on: {path}"),
        });
        if self.options.json {
            let names: Map<_, _> =
                came.names.iter().map(|(name, value)| ((*name).to_owned(), value.as_str().into())).collect();
            terminal::json(&json!({"logged_in": names}));
        } else {
            for (name, value) in &came.names {
                terminal::say(&format!("{name}  {}", terminal::one_line(value)));
            }
        }
        terminal::note(text.get(self.options.lang()));
        Ok(Exit::Done)
    }

    fn failed(&self, verdict: &Verdict) -> Exit {
        let lang = self.options.lang();
        if self.options.json {
            terminal::json(&json!({"verdict": verdict.to_json(lang)}));
        } else {
            terminal::say(&terminal::verdict(verdict, lang));
        }
        Exit::from(verdict)
    }
}

/// What ends a login without a token.
fn over(words: Words) -> Failure {
    let login = Words::new("没有登录：", "not logged in: ");
    Failure::new(Fault::Credentials, Text::of(|lang| format!("{}{}", login.get(lang), words.get(lang))))
}

fn unreadable(entry: &Entry) -> Failure {
    let words = Words::new("回复无法读取，没有登录", "its answer cannot be read; not logged in");
    Failure::new(Fault::Credentials, Text::from(words).about(entry.id))
}

/// What to type to log in at a gateway.
pub fn command(gateway: &GatewayEntry, profile: Option<&str>) -> String {
    let profile = profile.map(|name| format!(" --profile {name}")).unwrap_or_default();
    format!("wxwire login {}{profile}", gateway.name)
}
