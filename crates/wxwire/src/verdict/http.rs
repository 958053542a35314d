//! What HTTP says of a call, beside the body of the answer.

use super::{Judge, Reason, Received, Why};
use crate::lang::Words;
use crate::problem::{Code, Problem};

impl Judge {
    /// A body that is no JSON. An empty one leaves the word to the status, where that is an error.
    pub(super) fn unreadable(&mut self, answer: Received<'_>, problem: &Problem) {
        let Received { status, body, .. } = answer;
        if !(400..500).contains(&status) || !body.trim_ascii().is_empty() {
            self.say(Why::NotJson, "", unreadable(body, problem));
        }
    }

    /// The status of a gateway that says no more than that: one that blames the call is its no. With a web page beside it,
    /// it may be a proxy's.
    pub(super) fn http_alone(&mut self, answer: Received<'_>) {
        self.http(Received { body: b"", ..answer });
        if self.verdict.has(Why::HttpStatus) && is_no(answer.status) && !is_page(answer.body) {
            self.forget();
            self.say(Why::NotProcessed, &answer.status.to_string(), meaning(answer.status));
        }
    }

    /// The status, and how long to wait.
    pub(super) fn http(&mut self, answer: Received<'_>) {
        let Received { status, retry_after, body } = answer;
        // A date says nothing to who knows no time; the reason has its text.
        self.verdict.retry_after = retry_after.and_then(|wait| wait.trim().parse().ok());
        let detail = match retry_after {
            Some(wait) => format!("{status}, Retry-After {wait}"),
            None => status.to_string(),
        };
        match status {
            // A server error is no answer, whatever its body says: the call may have had its effect.
            500.. => {
                self.forget();
                self.say(Why::HttpStatus, &detail, meaning(status));
            }
            300..500 if !body.trim_ascii().is_empty() && self.is_success() => {
                self.contradict(Reason { meaning: meaning(status), ..Reason::new(Why::HttpStatus, detail) })
            }
            // JSON that breaks off may have begun to say yes.
            300..500 if self.verdict.has(Why::NotJson) && is_json(body) => {
                self.say(Why::HttpStatus, &detail, meaning(status));
            }
            429 => {
                self.verdict.reasons.retain(|reason| !matches!(reason.why, Why::NotJson | Why::NoCode));
                self.say(Why::RateLimited, &detail, None);
            }
            // A gateway answers in JSON; what answers so lets nothing through to it.
            401 | 403 if is_page(body) => self.say(Why::NotProcessed, &detail, Some(A_PAGE)),
            401 | 403 => self.say(Why::Credentials, &detail, None),
            300..500 if !self.is_refused() => {
                let alone = !self.verdict.has(Why::NoCode);
                let why = if alone && is_unprocessed(status) { Why::NotProcessed } else { Why::HttpStatus };
                self.say(why, &detail, meaning(status));
            }
            _ if retry_after.is_some() && self.verdict.has(Why::RateLimited) => {
                self.say(Why::RateLimited, &detail, None)
            }
            _ => {}
        }
    }
}

const A_PAGE: Words =
    Words::new("页面来自代理或防火墙，不是网关的回复", "the page of a proxy or a firewall, no answer of the gateway's");

fn is_page(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"<")
}

/// Statuses with which HTTP itself says that the request had no effect, so that it does not matter whether the gateway
/// answered or a proxy before it, and whether there is a page beside it. All others stand for something that may have been
/// done, as 499 for a client that did not wait, or come from any program for any reason, as 400 does.
fn is_unprocessed(status: u16) -> bool {
    matches!(status, 404 | 405 | 410 | 411 | 413 | 414 | 415 | 417 | 421 | 426 | 431)
}

/// Statuses that blame the call, where a status is all that a server ever says. Those of a proxy that let nothing through, and
/// those of a wait that ended, say nothing of what was done.
fn is_no(status: u16) -> bool {
    matches!(status, 400..500) && !matches!(status, 407 | 408 | 499)
}

fn is_json(body: &[u8]) -> bool {
    matches!(body.trim_ascii_start().first(), Some(b'{' | b'['))
}

/// What a body looks like that is no JSON.
fn unreadable(body: &[u8], problem: &Problem) -> Option<Words> {
    let body = body.trim_ascii_end();
    let at_end = problem.span.as_ref().is_some_and(|span| span.end >= body.len());
    Some(match body.trim_ascii_start().first() {
        None => Words::new("正文为空", "it is empty"),
        Some(_) if body.trim_ascii_start().starts_with(b"<xml>") => Words::new("是 XML", "it is XML"),
        Some(b'<') => Words::new("是网页，可能来自代理", "a web page, perhaps a proxy's"),
        Some(_) if is_json(body) && at_end => Words::new("内容不完整", "it is cut short"),
        Some(_) if problem.code == Code::TooLarge => Words::new("内容太大，没有读完", "too large to be read"),
        Some(_) => return None,
    })
}

/// What to do about a status.
fn meaning(status: u16) -> Option<Words> {
    Some(match status {
        300..400 => Words::new("重定向，没有跟随；请检查地址", "a redirect, not followed; check the address"),
        404 => Words::new("没有这个路径；请检查地址", "no such path; check the address"),
        407 => Words::new("代理需要登录", "a proxy wants a login"),
        500.. => Words::new("服务器出错，请求可能已生效", "a server error; the call may have had its effect"),
        _ => return None,
    })
}
