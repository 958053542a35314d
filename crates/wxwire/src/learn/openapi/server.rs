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
            for (name, variable) in server.get("variables").into_iter().flat_map(Value::members) {
                let value = text_of(variable, "default");
                url = url.replace(&format!("{{{}}}", name.as_str().unwrap_or_default()), &value);
            }
            if url != written {
                let words =
                    Words::new("地址中的变量按默认值填入", "the address, its variables filled in with their defaults");
                self.notes.guessed(server, &url, words);
            }
            if is_base_url(&url) {
                all.push(Object::new().text("url", &url).end());
            } else {
                let words =
                    Words::new("不是完整的地址；请用 --base-url 给出", "no whole address; give it with --base-url");
                self.notes.left_out(server, &url, words);
            }
        }
        array(all.into_iter())
    }
}
