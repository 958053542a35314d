//! What HTTP says of a call, beside the body of the answer.

use super::{Judge, Received, Why};
use crate::lang::Words;
use crate::problem::{Code, Problem};

impl Judge {
    /// A body that is no JSON.
    pub(super) fn unreadable(&mut self, answer: Received<'_>, problem: &Problem) {
        let Received { status, body, .. } = answer;
        let empty = body.trim_ascii().is_empty();
        match status {
            // 407 comes from a proxy, and so may 408 and 425; the others here have a reason of their own.
            400..500 if empty && !matches!(status, 401 | 403 | 407 | 408 | 425 | 429) => {
                self.say(Why::Code, &status.to_string(), meaning(status));
            }
            400..500 if empty => {}
            _ => self.say(Why::NotJson, "", unreadable(body, problem)),
        }
    }

    /// The status, and how long to wait.
    pub(super) fn http(&mut self, answer: Received<'_>) {
        let Received { status, retry_after, .. } = answer;
        let detail = match retry_after {
            Some(wait) => format!("{status}, Retry-After {wait}"),
            None => status.to_string(),
        };
        match status {
            429 => {
                self.verdict.reasons.retain(|reason| !matches!(reason.why, Why::NotJson | Why::NoCode));
                self.say(Why::RateLimited, &detail, None);
            }
            401 | 403 => self.say(Why::Credentials, &detail, None),
            // A server error is no answer, whatever its body says: the call may have had its effect.
            500.. => {
                self.forget();
                self.say(Why::HttpStatus, &detail, meaning(status));
            }
            300..500 if !self.is_refused() => self.say(Why::HttpStatus, &detail, meaning(status)),
            _ if retry_after.is_some() && self.verdict.has(Why::RateLimited) => {
                self.say(Why::RateLimited, &detail, None)
            }
            _ => {}
        }
    }
}

/// What a body looks like that is no JSON.
fn unreadable(body: &[u8], problem: &Problem) -> Option<Words> {
    let body = body.trim_ascii_end();
    let at_end = problem.span.as_ref().is_some_and(|span| span.end >= body.len());
    Some(match body.trim_ascii_start().first() {
        None => Words::new("正文为空", "it is empty"),
        Some(b'<') => Words::new("是网页，可能来自代理", "a web page, perhaps a proxy's"),
        Some(b'{' | b'[') if at_end => Words::new("内容不完整", "it is cut short"),
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
