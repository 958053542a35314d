//! Where calls go: addresses with their variables filled in.

use super::{Learner, text_of};
use crate::lang::Words;
use crate::layer::json::{Object, Value, array};
use crate::request::is_base_url;

impl<'t> Learner<'t> {
    /// The servers of a document, a path or a call. Those that no request can go to are left out.
    pub(super) fn servers(&mut self, servers: Value<'t>) -> String {
        let mut all = Vec::new();
        for server in servers.items() {
            let written = text_of(server, "url");
            let mut url = written.clone();
            let mut others = Vec::new();
            for (name, variable) in server.get("variables").into_iter().flat_map(Value::members) {
                let value = text_of(variable, "default");
                let name = name.as_str().unwrap_or_default();
                url = url.replace(&format!("{{{name}}}"), &value);
                let more = variable.get("enum").into_iter().flat_map(Value::items).filter_map(Value::as_str);
                let more: Vec<_> = more.filter(|one| *one != value).collect();
                if !more.is_empty() {
                    others.push(format!("{name}: {}", more.join(" | ")));
                }
            }
            if url != written {
                let words = Words::new(
                    "地址中的变量按默认值填入；其他取值用 --base-url 给出",
                    "the address, its variables filled in with their defaults; --base-url gives another",
                );
                let others = if others.is_empty() { String::new() } else { format!("  ({})", others.join("; ")) };
                self.notes.guessed(server, &format!("{}{others}", bare(&url).0), words);
            }
            let (own, left) = bare(&url);
            if !left.is_empty() && is_base_url(&own) {
                self.notes.left_out(server, &format!("{own}  ({})", left.join(", ")), BARE);
                url = own;
            }
            if is_base_url(&url) {
                all.push(Object::new().text("url", &url).end());
            } else {
                let words =
                    Words::new("不是完整的地址；请用 --base-url 给出", "no whole address; give it with --base-url");
                self.notes.left_out(server, &bare(&url).0, words);
            }
        }
        array(all.into_iter())
    }
}

/// An address without what is none of it, and the names of that: it may be a secret, and is not shown.
fn bare(url: &str) -> (String, Vec<&'static str>) {
    let mut left = Vec::new();
    let (rest, query) = url.split_once(['?', '#']).map_or((url, None), |(rest, query)| (rest, Some(query)));
    let mut own = rest.to_owned();
    if let Some((scheme, behind)) = rest.split_once("://") {
        let (host, path) = behind.split_once('/').map_or((behind, ""), |(host, path)| (host, path));
        if let Some((_, host)) = host.rsplit_once('@') {
            left.push("user:password");
            let slash = if behind.contains('/') { "/" } else { "" };
            own = format!("{scheme}://{host}{slash}{path}");
        }
    }
    if query.is_some() {
        left.push("?…");
    }
    (own, left)
}

const BARE: Words = Words::new(
    "地址中的用户名、密码和参数不取入；凭据另行设置",
    "user, password and parameters in an address are not taken in; credentials are set apart",
);
