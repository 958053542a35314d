//! `wxwire build`: the request, for people and for other tools.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use wxwire::export::{FORMATS, Format};
use wxwire::lang::Words;
use wxwire::secret::placeholder;

use crate::account::{self, Account};
use crate::checked::Checked;
use crate::exit::{Exit, Failure};
use crate::options::{Body, Options};
use crate::terminal;

#[derive(Args, Debug)]
pub struct Build {
    #[command(flatten)]
    pub body: Body,
    /// The form to print it in
    #[arg(long = "as", value_name = "FORM", value_parser = form(), default_value = FORMATS[0].name)]
    pub form: &'static Format,
    /// Scheme, host and what stands before the vendor's path
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Take credentials and address from this profile, and from nowhere else
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// Print the credentials themselves: whoever sees the output can send in your name
    #[arg(long)]
    pub reveal: bool,
}

/// The forms of a request, by name.
fn form() -> impl TypedValueParser<Value = &'static Format> {
    PossibleValuesParser::new(FORMATS.iter().map(|form| form.name))
        .map(|name| Format::find(&name).expect("one of the possible values"))
}

pub fn run(options: &Options, build: &Build) -> Result<Exit, Failure> {
    // What programs read, they keep and log.
    if build.reveal && options.json {
        let words = Words::new(
            "--reveal 不能与 --json 一起使用；请用 --as json",
            "--reveal does not go with --json; try --as json",
        );
        return Err(Failure::usage(words));
    }
    let checked = Checked::read(build.body.clone())?;
    if checked.is_refused() {
        checked.refuse(options);
        return Ok(Exit::Invalid);
    }
    checked.note_encoding(options);
    let (entry, values) = (checked.entry, checked.values());
    if entry.replies_to.is_some() {
        // Of an answer to a callback there is the body, and no request around it.
        if options.json {
            terminal::json(&serde_json::json!({"body": values}));
        } else {
            terminal::data(values);
        }
        return Ok(Exit::Done);
    }
    let profile = build.profile.as_deref();
    let account = Account::find(&entry.gateway, profile)?;
    account.notes.iter().for_each(|note| terminal::note(note.get(options.lang())));
    let base_url = build.base_url.as_deref();
    if build.reveal {
        // A credential that stands there is about to be sent, so the address must be known.
        let address = account.address(entry, base_url)?;
        let wire = entry.wire(values, &account.credentials, &address);
        let wire = wire.map_err(|error| account::failure(entry, profile, &error))?;
        terminal::data(&build.form.write(wire.reveal()));
        return Ok(Exit::Done);
    }
    // A request can be looked at before its address is known.
    let known = base_url.or(account.base_url.as_deref()).or(entry.base_url()).is_some();
    let address = if known { account.address(entry, base_url)? } else { "http://GATEWAY".to_owned() };
    if options.json {
        terminal::json(&entry.preview(values, &account.credentials, &address).to_json());
        return Ok(Exit::Done);
    }
    let text = build.form.hidden(entry, values, &account.credentials, &address);
    terminal::data(&text);
    for one in entry.credentials.iter().filter(|one| build.form.runs && text.contains(&placeholder(one.name))) {
        let words = options.say("运行前请填入：", "fill in before you run it: ");
        terminal::note(&format!("{words}{}  {}", placeholder(one.name), one.title.get(options.lang())));
    }
    let own = entry.without_credentials(values);
    if build.form.runs && wxwire::secret::masked(&own) != own {
        terminal::note(options.say(
            "内容中像密钥的部分显示为 •••，运行时发出的也是 •••；--reveal 显示原文",
            "what looks like a secret in the body stands there as •••, and would be sent so; --reveal prints it",
        ));
    }
    Ok(Exit::Done)
}
