//! `wxwire build`: the request, credentials masked.

use wxwire::export;
use wxwire::operation::Entry;
use wxwire::problem::Problem;
use wxwire::request::Preview;

use crate::account::Account;
use crate::args::{Body, Form, Options};
use crate::exit::{Exit, Failure};
use crate::input;
use crate::terminal;

pub fn run(options: &Options, body: &Body, form: Form, base_url: Option<&str>) -> Result<Exit, Failure> {
    let entry = super::find(&body.operation, options)?;
    let bytes = input::values(&body.values, options)?;
    let problems = entry.check(&bytes);
    if problems.iter().any(Problem::is_error) {
        refuse(entry, &body.values, &bytes, &problems, options);
        return Ok(Exit::Invalid);
    }
    let values = String::from_utf8(bytes).expect("checked values are UTF-8");
    let account = Account::find(&entry.gateway, None, options)?;
    // A request can be looked at before its address is known.
    let known = base_url.or(account.base_url.as_deref()).or(entry.gateway.base_url).is_some();
    let address = if known { account.address(entry, base_url, options)? } else { "http://GATEWAY".to_owned() };
    let preview = entry.preview(&values, &account.credentials, &address);
    print(&preview, form, options);
    Ok(Exit::Done)
}

/// Says why there is no request.
pub fn refuse(entry: &Entry, typed: &[String], bytes: &[u8], problems: &[Problem], options: &Options) {
    if options.json {
        terminal::json(&super::check::to_json(entry, problems, options));
    } else {
        super::check::show(entry, typed, bytes, problems, options);
    }
}

/// Prints a request.
pub fn print(preview: &Preview, form: Form, options: &Options) {
    match (options.json, form) {
        (true, _) => terminal::json(&preview.to_json()),
        (false, Form::Http) => terminal::data(&export::http(preview)),
        (false, Form::Curl) => terminal::data(&export::bash(preview)),
    }
}
