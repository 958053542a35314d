//! `wxwire build`: the request, for people and for other tools.

use wxwire::operation::Entry;
use wxwire::problem::Problem;
use wxwire::secret::placeholder;

use crate::account::Account;
use crate::args::{Build, Options};
use crate::exit::{Exit, Failure};
use crate::input;
use crate::terminal;

pub fn run(options: &Options, build: &Build) -> Result<Exit, Failure> {
    let entry = super::find(&build.body.operation, options)?;
    // What programs read, they keep and log.
    if build.reveal && options.json {
        let (zh, en) =
            ("--reveal 不能与 --json 一起使用；请用 --as json", "--reveal does not go with --json; try --as json");
        return Err(Failure::usage(options.say(zh, en)));
    }
    let bytes = input::values(&build.body.values, options)?;
    let problems = entry.check(&bytes);
    if problems.iter().any(Problem::is_error) {
        refuse(entry, &build.body.values, &bytes, &problems, options);
        return Ok(Exit::Invalid);
    }
    let values = String::from_utf8(bytes).expect("checked values are UTF-8");
    let profile = build.profile.as_deref();
    let account = Account::find(&entry.gateway, profile, options)?;
    account.notes.iter().for_each(|note| terminal::note(note));
    let base_url = build.base_url.as_deref();
    if build.reveal {
        // A credential that stands there is about to be sent, so the address must be known.
        let address = account.address(entry, base_url, options)?;
        let wire = entry.wire(&values, &account.credentials, &address);
        let wire = wire.map_err(|error| super::send::failure(entry, profile, &error, options))?;
        terminal::data(&build.form.write(wire.reveal()));
        return Ok(Exit::Done);
    }
    // A request can be looked at before its address is known.
    let known = base_url.or(account.base_url.as_deref()).or(entry.base_url()).is_some();
    let address = if known { account.address(entry, base_url, options)? } else { "http://GATEWAY".to_owned() };
    if options.json {
        terminal::json(&entry.preview(&values, &account.credentials, &address).to_json());
        return Ok(Exit::Done);
    }
    let text = build.form.hidden(entry, &values, &account.credentials, &address);
    terminal::data(&text);
    for one in entry.credentials.iter().filter(|one| build.form.runs && text.contains(&placeholder(one.name))) {
        let words = options.say("运行前请填入：", "fill in before you run it: ");
        terminal::note(&format!("{words}{}  {}", placeholder(one.name), one.title.get(options.lang())));
    }
    Ok(Exit::Done)
}

/// Says why there is no request.
pub fn refuse(entry: &Entry, typed: &[String], bytes: &[u8], problems: &[Problem], options: &Options) {
    if options.json {
        terminal::json(&super::check::to_json(entry, typed, problems, bytes, options));
    } else {
        // The output is a request or nothing.
        terminal::note(&super::check::wording(entry, typed, bytes, problems, options));
    }
}
