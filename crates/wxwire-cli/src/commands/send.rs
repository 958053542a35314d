//! `wxwire send`: check, send once, and say what really happened.

use std::pin::{Pin, pin};

use clap::Args;
use serde_json::json;
use wxwire::catalog;
use wxwire::export::FORMATS;
use wxwire::lang::{Lang, Words};
use wxwire::operation::{Entry, Method};
use wxwire::secret::Credential;
use wxwire::token::Fetch;
use wxwire::verdict::{Level, Reason, Verdict, Why};

use super::login;
use crate::account::{self, Account};
use crate::checked::Checked;
use crate::exit::{Exit, Failure};
use crate::link::{Link, LinkArgs};
use crate::operation;
use crate::options::{Behaviour, Body, Options};
use crate::running;
use crate::text::Text;
use crate::transmit::transmit;
use crate::{session, signals, terminal, wire};

#[derive(Args, Debug)]
pub struct Send {
    #[command(flatten)]
    pub body: Body,
    /// Scheme, host and what stands before the vendor's path
    #[arg(long, value_name = "URL", conflicts_with = "mock")]
    pub base_url: Option<String>,
    /// Send to a mock gateway that lives as long as this command
    #[arg(long, conflicts_with_all = ["proxy", "cacert", "insecure"])]
    pub mock: bool,
    #[command(flatten)]
    pub behaviour: Behaviour,
    /// Print the exact request, credentials masked, and send nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Take credentials and address from this profile, and from nowhere else
    #[arg(long, value_name = "NAME", conflicts_with = "mock")]
    pub profile: Option<String>,
    #[command(flatten)]
    pub link: LinkArgs,
}

pub fn run(options: &Options, send: &Send) -> Result<Exit, Failure> {
    if send.mock {
        running::befall(operation::find(&send.body.operation)?, &send.behaviour)?;
    } else if !send.behaviour.fault.is_empty() {
        return Err(Failure::usage(Words::new("--fault 只能与 --mock 一起使用", "--fault goes with --mock")));
    }
    let link = Link::open(&send.link, options)?;
    // Nothing is sent yet, and nothing to be waited for: a signal may end the process.
    let read = if send.body.is_at_hand() { Some(Checked::read(send.body.clone())?) } else { None };
    let runtime = super::runtime()?;
    let ended = runtime.block_on(async {
        let mut end = pin!(signals::end()?);
        let checked = match read {
            Some(checked) => checked,
            // Whoever types the values, or pipes them, may think better of it.
            None => {
                let body = send.body.clone();
                tokio::select! {
                    checked = tokio::task::spawn_blocking(move || Checked::read(body)) => {
                        checked.map_err(std::io::Error::from)??
                    }
                    name = &mut end => return Ok(interrupted(options, name)),
                }
            }
        };
        if checked.is_refused() {
            return Ok(invalid(&checked, options));
        }
        go(options, send, &link, &checked, end).await
    });
    // A host's name may still be looked up, or standard input read; nobody waits for it.
    runtime.shutdown_background();
    ended
}

/// Sends values that were checked.
async fn go(
    options: &Options,
    send: &Send,
    link: &Link,
    checked: &Checked,
    end: Pin<&mut impl Future<Output = &'static str>>,
) -> Result<Exit, Failure> {
    let (entry, values, lang) = (checked.entry, checked.values(), options.lang());
    checked.note_encoding(options);
    if !checked.problems.is_empty() && !options.json {
        terminal::warn(&checked.marked(options));
    }
    let profile = send.profile.as_deref();
    let fetch = if send.mock { fetch_of_mock(entry) } else { None };
    let spared = fetch.as_ref().map(|fetch| fetch.entry.id);
    let mock = if send.mock { Some(running::start(0, &send.behaviour, spared, None).await?) } else { None };
    let account = match &mock {
        Some(mock) => mock.account(entry).without(fetch.as_ref().map(Fetch::credential)),
        None => Account::find(&entry.gateway, profile)?,
    };
    account.notes.iter().for_each(|note| terminal::note(note.get(lang)));
    let address = account.address(entry, send.base_url.as_deref())?;
    let (account, address) = session::with_login(account, entry, profile, address);
    if send.dry_run {
        dry_run(entry, values, &account, &address, options);
        return Ok(Exit::Done);
    }
    if !entry.credentials.is_empty() && wire::is_open(&address) {
        let words =
            options.say("注意：地址不是 https，凭据将以明文发送", "note: not https; credentials go out unencrypted");
        terminal::warn(words);
    }
    let sent = transmit(entry, values, &account, &address, link, end).await;
    let sent = sent.map_err(|error| account::failure(entry, profile, &error))?;
    sent.notes.iter().for_each(|note| terminal::note(note.get(lang)));
    if let Some(fetch) = &sent.fetch {
        terminal::warn(&without_token(fetch, sent.is_answered(), profile, options));
    }
    if sent.exit() == Exit::Credentials && catalog::login(&entry.gateway).is_some() && !send.mock {
        let again = options.say("重新登录：", "log in again: ");
        terminal::note(&format!("{again}{}", login::command(&entry.gateway, profile)));
    }
    if options.json {
        terminal::json_text(&sent.to_json(&checked.list(lang), lang));
    } else {
        // Of a call that asks, the answer is what was wanted.
        let is_query = entry.method == Method::GET;
        let verdict = if is_query { terminal::of_query } else { terminal::verdict };
        terminal::say(&verdict(&sent.verdict, lang));
        let beginning = sent.beginning(lang);
        let is_wanted = sent.verdict.level == Level::Unknown || is_query && sent.verdict.level == Level::Accepted;
        if is_wanted && !beginning.is_empty() {
            terminal::say(&terminal::harmless(&beginning));
        }
    }
    // The message is out: whether that can be told changes nothing of what became of it.
    if let Err(failure) = terminal::flush() {
        terminal::complain(failure.message(lang));
    }
    Ok(sent.exit())
}

/// How the mock's own token is fetched that a call takes.
fn fetch_of_mock(entry: &Entry) -> Option<Fetch> {
    let all = wxwire_mock::credentials(&entry.gateway);
    entry.credentials.iter().find_map(|one| Fetch::of(entry, &all.clone().without(one.name)))
}

/// Says that there was no token to send with, and what it would have been fetched with.
fn without_token(fetch: &Fetch, is_answered: bool, profile: Option<&str>, options: &Options) -> String {
    let places: Vec<_> = fetch.asks().map(|one| account::place(&fetch.entry.gateway, profile, one.name)).collect();
    let (name, id) = (fetch.credential(), fetch.entry.id);
    let text = match options.lang() {
        Lang::Zh => format!("没有取得 {name}（{id}），消息没有发送。"),
        Lang::En => format!("no {name} could be fetched ({id}), and the message was not sent"),
    };
    // Where nothing came back, nobody has looked at the credentials.
    match options.lang() {
        _ if !is_answered => text,
        Lang::Zh => format!("{text}请检查：{}", places.join("、")),
        Lang::En => format!("{text}; look at {}", places.join(", ")),
    }
}

/// Says why values were not sent.
fn invalid(checked: &Checked, options: &Options) -> Exit {
    if options.json {
        let verdict = Verdict::of(Level::Invalid, Reason::new(Why::Problems, checked.refusing().to_string()));
        nothing(&verdict, Some(checked), options);
    } else {
        terminal::warn(&checked.wording(options));
        terminal::say(options.say("没有发送。", "Nothing was sent."));
    }
    checked.note_strict(options);
    Exit::Invalid
}

/// Says that a signal came before there was anything to send.
fn interrupted(options: &Options, name: &str) -> Exit {
    let verdict = Verdict::of(Level::NotSent, Reason::new(Why::Interrupted, name));
    if options.json {
        nothing(&verdict, None, options);
    } else {
        terminal::say(&terminal::verdict(&verdict, options.lang()));
        terminal::say(options.say("没有发送。", "Nothing was sent."));
    }
    Exit::from(&verdict)
}

/// What `send --json` prints where there is no request.
fn nothing(verdict: &Verdict, checked: Option<&Checked>, options: &Options) {
    let mut json = json!({
        "request": null, "status": null, "duration_ms": 0, "verdict": verdict.to_json(options.lang()), "reply": null,
    });
    if let Some(checked) = checked {
        json["problems"] = checked.list(options.lang());
    }
    terminal::json(&json);
}

fn dry_run(entry: &Entry, values: &str, account: &Account, address: &str, options: &Options) {
    let fetch = Fetch::of(entry, &account.credentials);
    if let Some(fetch) = &fetch {
        let text = Text::of(|lang| match lang {
            Lang::Zh => format!("发送时通过 {} 获取", fetch.entry.id),
            Lang::En => format!("fetched with {} when it is sent", fetch.entry.id),
        });
        terminal::note(text.about(fetch.credential()).get(options.lang()));
    }
    let is_fetched = |name| fetch.as_ref().is_some_and(|fetch| fetch.credential() == name);
    let absent =
        |one: &&Credential| one.required && account.credentials.find(one.name).is_none() && !is_fetched(one.name);
    for one in entry.credentials.iter().filter(absent) {
        let words = options.say("尚未设置：", "not set: ");
        terminal::note(&format!("{words}{}  {}", entry.gateway.variable(one.name), one.title.get(options.lang())));
    }
    if options.json {
        terminal::json(&entry.preview(values, &account.credentials, address).to_json());
    } else {
        terminal::data(&FORMATS[0].hidden(entry, values, &account.credentials, address));
    }
    terminal::note(options.say(
        "没有发送。这不能证明：地址可达、凭据有效、接收人存在、未超过频率限制，以及文档没有写明的规则。",
        "Nothing was sent. This does not prove that the address answers, the credentials are good, the receiver exists, \
         no rate is exceeded, or that rules hold which the documents leave out.",
    ));
}
