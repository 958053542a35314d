//! `wxwire send`: check, send once, and say what really happened.

use std::time::{Duration, Instant};

use http::Response;
use serde_json::{Value, json};
use wxwire::export::FORMATS;
use wxwire::lang::Lang;
use wxwire::layer::json::Tree;
use wxwire::operation::Entry;
use wxwire::problem::Problem;
use wxwire::request::BuildError;
use wxwire::verdict::{Level, Reason, Verdict, Why};

use crate::account::Account;
use crate::args::{Options, Send, Times};
use crate::exit::{Exit, Failure, Fault};
use crate::input;
use crate::signals;
use crate::terminal;
use crate::wire::{self, Outcome};

/// As many bytes are shown of an answer that nobody reads to its end: on a terminal any, in JSON one that is no JSON.
const SHOWN: usize = 4096;

pub fn run(options: &Options, send: &Send) -> Result<Exit, Failure> {
    let entry = super::find(&send.body.operation, options)?;
    match send.mock {
        true => super::mock::befall(entry, &send.behaviour, options)?,
        false if send.behaviour.fault.is_empty() => {}
        false => return Err(Failure::usage(options.say("--fault 只能与 --mock 一起使用", "--fault goes with --mock"))),
    }
    let bytes = input::values(&send.body.values, options)?;
    let problems = entry.check(&bytes);
    if problems.iter().any(Problem::is_error) {
        return Ok(invalid(entry, send, &bytes, &problems, options));
    }
    if !problems.is_empty() && !options.json {
        let name = super::check::source_name(&send.body.values, options);
        let source = entry.masked_source(&String::from_utf8_lossy(&bytes));
        terminal::note(terminal::problems(&problems, name, &source, options.lang()).trim_end());
    }
    let values = String::from_utf8(bytes).expect("checked values are UTF-8");
    let runtime = super::runtime()?;
    let ended = runtime.block_on(async {
        let mock = match send.mock {
            true => Some(super::mock::start(0, &send.behaviour).await?),
            false => None,
        };
        let account = match &mock {
            Some(mock) => mock.account(entry),
            None => Account::find(&entry.gateway, send.profile.as_deref(), options)?,
        };
        account.notes.iter().for_each(|note| terminal::note(note));
        let address = account.address(entry, send.base_url.as_deref(), options)?;
        if send.dry_run {
            return dry_run(entry, &values, &account, &address, options);
        }
        if !entry.credentials.is_empty() && wire::is_open(&address) {
            terminal::note(
                options
                    .say("注意：地址不是 https，凭据将以明文发送", "note: not https; credentials go out unencrypted"),
            );
        }
        let sent = transmit(entry, &values, &account, &address, send.times, signals::end()?).await;
        let profile = send.profile.as_deref();
        let sent = sent.map_err(|error| failure(entry, profile, &error, options))?;
        let preview = entry.preview(&values, &account.credentials, &address);
        if options.json {
            let problems = super::check::list(&send.body.values, &problems, values.as_bytes(), options);
            terminal::json_text(&reply_json(&preview.to_json(), &sent, &problems, options.lang()));
        } else {
            terminal::say(&terminal::verdict(&sent.verdict, options.lang()));
            if sent.verdict.level == Level::Unknown && !sent.reply.is_empty() {
                terminal::say(&terminal::harmless(&beginning(&sent.reply, options.lang())));
            }
        }
        // The message is out: whether that can be told changes nothing of what became of it.
        if let Err(failure) = terminal::flush(options.lang()) {
            terminal::complain(&failure.message);
        }
        Ok(Exit::from(&sent.verdict))
    });
    // A host's name may still be looked up; nobody waits for it.
    runtime.shutdown_background();
    ended
}

/// What became of a request that was made.
#[derive(Debug)]
pub struct Sent {
    pub verdict: Verdict,
    /// The text of the answer, credentials masked.
    reply: String,
    /// The HTTP status of the answer, if one came.
    status: Option<u16>,
    duration: Duration,
}

/// Sends, and draws the verdict; if `end` comes first, without an answer.
pub async fn transmit(
    entry: &Entry,
    values: &str,
    account: &Account,
    address: &str,
    times: Times,
    end: impl Future<Output = &'static str>,
) -> Result<Sent, BuildError> {
    let request = entry.build(values, &account.credentials, address)?.into_http();
    let start = Instant::now();
    let outcome = wire::send(request, times, end).await;
    let duration = start.elapsed();
    let (verdict, reply, status) = match outcome {
        Outcome::Silence(verdict) => (verdict, String::new(), None),
        Outcome::Answer(answer) => {
            let (head, body) = answer.into_parts();
            let status = head.status.as_u16();
            let verdict = entry.verdict(Some(values), &Response::from_parts(head, &*body));
            (verdict, account.credentials.mask(&String::from_utf8_lossy(&body)), Some(status))
        }
    };
    Ok(Sent { verdict: verdict.masked(&account.credentials), reply, status, duration })
}

/// What `send --json` prints. The reply stands as it came; of one that is not JSON, the first 4 kB as a string.
///
/// Warnings and notes of the check come last, where there are any.
pub fn reply_json(request: &Value, sent: &Sent, problems: &Value, lang: Lang) -> String {
    let reply = sent.reply.trim_start_matches('\u{feff}');
    let reply = match Tree::parse(reply) {
        Ok(_) => reply.trim().to_owned(),
        Err(_) if reply.is_empty() => "null".to_owned(),
        Err(_) => wxwire::layer::json::quote(&reply[..floor(reply)]),
    };
    let problems = match problems {
        Value::Array(list) if !list.is_empty() => format!(",\"problems\":{problems}"),
        _ => String::new(),
    };
    let verdict = sent.verdict.to_json(lang);
    let (status, duration) = (json!(sent.status), sent.duration.as_millis());
    format!(
        "{{\"request\":{request},\"status\":{status},\"duration_ms\":{duration},\"verdict\":{verdict},\"reply\":{reply}{problems}}}"
    )
}

/// An answer as a person reads it, up to so many bytes; how long it is, where that is not all of it.
fn beginning(reply: &str, lang: Lang) -> String {
    let end = floor(reply);
    if end == reply.len() {
        return reply.to_owned();
    }
    let length = reply.len();
    let all = match (Tree::parse(reply.trim_start_matches('\u{feff}')), lang) {
        (Ok(_), Lang::Zh) => "；全文见 --json",
        (Ok(_), Lang::En) => "; --json has all of it",
        (Err(_), _) => "",
    };
    let shown = &reply[..end];
    match lang {
        Lang::Zh => format!("{shown}\n……回复共 {length} 字节，以上是前 {end} 字节{all}"),
        Lang::En => format!("{shown}\n… the answer has {length} bytes, these are the first {end}{all}"),
    }
}

/// Where the beginning of a text ends that is shown.
fn floor(text: &str) -> usize {
    (0..=SHOWN.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0)
}

fn invalid(entry: &Entry, send: &Send, bytes: &[u8], problems: &[Problem], options: &Options) -> Exit {
    if options.json {
        let count = problems.iter().filter(|problem| problem.is_error()).count().to_string();
        let verdict = Verdict::of(Level::Invalid, Reason::new(Why::Problems, count));
        let problems = super::check::list(&send.body.values, problems, bytes, options);
        terminal::json(&json!({
            "request": null, "status": null, "duration_ms": 0, "verdict": verdict.to_json(options.lang()), "reply": null,
            "problems": problems,
        }));
    } else {
        super::build::refuse(entry, &send.body.values, bytes, problems, options);
        terminal::say(options.say("没有发送。", "Nothing was sent."));
    }
    Exit::Invalid
}

fn dry_run(entry: &Entry, values: &str, account: &Account, address: &str, options: &Options) -> Result<Exit, Failure> {
    let absent = |one: &&wxwire::secret::Credential| one.required && account.credentials.find(one.name).is_none();
    for one in entry.credentials.iter().filter(absent) {
        let words = options.say("尚未设置", "not set");
        terminal::note(&format!("{words}: {}  {}", entry.gateway.variable(one.name), one.title.get(options.lang())));
    }
    match options.json {
        true => terminal::json(&entry.preview(values, &account.credentials, address).to_json()),
        false => terminal::data(&FORMATS[0].hidden(entry, values, &account.credentials, address)),
    }
    terminal::note(options.say(
        "没有发送。这不能证明：地址可达、凭据有效、接收人存在、未超过频率限制，以及文档没有写明的规则。",
        "Nothing was sent. This does not prove that the address answers, the credentials are good, the receiver exists, \
         no rate is exceeded, or that rules hold which the documents leave out.",
    ));
    Ok(Exit::Done)
}

/// Why there is no request, and for credentials where they are looked for.
pub fn failure(entry: &Entry, profile: Option<&str>, error: &BuildError, options: &Options) -> Failure {
    let message = error.message(options.lang());
    match error {
        BuildError::MissingCredentials(list) => {
            let line = |one: &&wxwire::secret::Credential| {
                let place = match profile {
                    None => entry.gateway.variable(one.name),
                    Some(profile) => format!("[{profile}.{}] {}", entry.gateway.name, one.name),
                };
                format!("\n  {place}  {}", one.title.get(options.lang()))
            };
            Failure::new(Fault::Credentials, message + &list.iter().map(line).collect::<String>())
        }
        BuildError::BadCredential(_) => Failure::new(Fault::Credentials, message),
        BuildError::Invalid(_) => Failure::new(Fault::Invalid, message),
        BuildError::BaseUrl(_) => Failure::new(Fault::Address, message),
        _ => Failure::new(Fault::Usage, message),
    }
}
