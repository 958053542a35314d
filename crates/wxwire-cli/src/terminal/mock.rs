//! What a mock got and sent, a line each.

use serde_json::json;
use wxwire::secret::masked;
use wxwire_mock::Arrival;
use wxwire_mock::callbacks::{Result, Sent, Totals};

use super::{Colour, one_line};
use crate::options::Options;
use crate::terminal;

/// Says what arrived and what became of it; not its query, headers and body, any of which may hold a secret.
pub fn arrival(arrival: &Arrival, options: &Options) {
    let (method, path) = (arrival.request.method().as_str(), arrival.request.uri().path());
    let lang = options.lang();
    let refusal = arrival.refusal.as_ref();
    let fault = arrival.fault.map(|kind| wxwire_mock::Fault { kind, when: wxwire_mock::When::Always }.to_string());
    let problems = arrival.problems.iter();
    let problems = problems.map(|one| (one, masked(&one.message(lang)).into_owned()));
    if options.json {
        let problems: Vec<_> = problems
            .map(|(one, message)| {
                let severity = if one.is_error() { "error" } else { "warning" };
                json!({"path": one.path, "code": one.code.name(), "severity": severity, "message": message})
            })
            .collect();
        let refusal = refusal.map(|one| json!({"code": one.name(), "message": one.message(lang)}));
        return terminal::json(&json!({
            "number": arrival.number, "gateway": arrival.gateway, "operation": arrival.operation, "method": method,
            "path": path, "status": arrival.status, "refusal": refusal, "problems": problems, "fault": fault,
        }));
    }
    let status =
        arrival.status.map_or_else(|| options.say("连接重置", "reset").to_owned(), |status| status.to_string());
    let what = match refusal {
        Some(refusal) => Colour::Red.paint(&one_line(&refusal.message(lang))),
        None => arrival.operation.map(|id| Colour::Green.paint(id)).unwrap_or_default(),
    };
    let fault = fault.map(|fault| Colour::Yellow.paint(&format!("  --fault {fault}"))).unwrap_or_default();
    terminal::say(&format!("{} {method} {}  {status}  {what}{fault}", arrival.number, one_line(path)));
    for (one, message) in problems {
        let colour = if one.is_error() { Colour::Red } else { Colour::Yellow };
        let code = colour.paint(one.code.name());
        terminal::say(&format!("    {code}  {}  {}", one_line(&one.path), one_line(&message)));
    }
}

/// Says what was sent by itself, and what became of it.
pub fn sent(sent: &Sent, options: &Options) {
    let lang = options.lang();
    let url = masked(&sent.url);
    if options.json {
        return terminal::json(&json!({
            "callback": sent.number, "gateway": sent.gateway, "url": url, "as": sent.kind.name(), "attempt": sent.attempt,
            "status": sent.status, "result": sent.result.name(), "message": sent.result.message(lang),
        }));
    }
    let status = sent.status.map(|status| format!("  {status}")).unwrap_or_default();
    let colour = if sent.result == Result::Taken { Colour::Green } else { Colour::Red };
    let result = colour.paint(&one_line(&sent.result.message(lang)));
    let again = if sent.attempt > 1 { format!(" ×{}", sent.attempt) } else { String::new() };
    let (kind, gateway) = (sent.kind.words().get(lang), sent.gateway);
    terminal::say(&format!("→ {gateway} {kind}{again}  {}{status}  {result}", one_line(&url)));
}

/// Says how many were sent of their own accord.
pub fn totals(totals: &Totals, options: &Options) {
    let Totals { taken, given_up, failed_attempts, repeats, forged, forged_taken, .. } = totals;
    if options.json {
        return terminal::json(&json!({"totals": {
            "taken": taken, "given_up": given_up, "failed_attempts": failed_attempts, "repeats": repeats,
            "forged": forged, "forged_taken": forged_taken,
        }}));
    }
    let words = [
        (options.say("已接收", "taken"), taken),
        (options.say("放弃", "given up"), given_up),
        (options.say("失败的尝试", "failed attempts"), failed_attempts),
        (options.say("重复", "repeats"), repeats),
        (options.say("伪造", "forged"), forged),
        (options.say("其中被接收", "of these taken"), forged_taken),
    ];
    let words: Vec<_> = words.iter().map(|(word, count)| format!("{word} {count}")).collect();
    terminal::say(&words.join(" · "));
}
