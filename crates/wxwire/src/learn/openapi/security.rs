//! Credentials: security schemes under names that can be variables, and parameters that are secrets.

use super::{Learner, text_of};
use crate::lang::Words;
use crate::layer::json::{Object, Value, array};
use crate::learn::name;

impl<'t> Learner<'t> {
    /// The security schemes, each under the name that it has here.
    pub(super) fn security_schemes(&mut self) -> String {
        let mut all = Object::new();
        let mut taken = std::collections::BTreeSet::new();
        for (key, scheme) in self.root.find("/components/securitySchemes").into_iter().flat_map(Value::members) {
            let key_name = key.as_str().unwrap_or_default().into_owned();
            let written = self.followed(scheme).and_then(|scheme| self.security_scheme(&key_name, scheme));
            let Some(written) = written else {
                self.schemes.push((key_name, None));
                continue;
            };
            let made = name::snake(&key_name);
            let own = name::free(&mut taken, if made.is_empty() { "credential".to_owned() } else { made });
            if own != key_name {
                let words =
                    Words::new("凭据改用此名，可作环境变量名", "the credential's name here, which can be a variable's");
                self.notes.guessed(key, &own, words);
            }
            all = all.json(&own, &written);
            self.schemes.push((key_name, Some(own)));
        }
        all.end()
    }

    fn security_scheme(&mut self, name: &str, scheme: Value<'t>) -> Option<String> {
        let text = |key: &str| text_of(scheme, key);
        let is_http = |wanted: &str| text("scheme").eq_ignore_ascii_case(wanted);
        match &*text("type") {
            "apiKey" if !text("name").is_empty() => Some(scheme.source().to_owned()),
            "http" if is_http("bearer") || is_http("basic") => Some(scheme.source().to_owned()),
            "oauth2" | "openIdConnect" => {
                let words = Words::new(
                    "令牌作为 Bearer 凭据给出；不会去获取",
                    "the token is given as a bearer credential; none is fetched",
                );
                self.notes.guessed(scheme, name, words);
                let bearer = Object::new().text("type", "http").text("scheme", "bearer");
                let help = scheme.get("description").and_then(Value::as_str);
                Some(bearer.some("description", help.as_deref()).end())
            }
            _ => {
                let words = Words::new("不支持这种凭据", "a kind of credential that is not supported");
                self.notes.left_out(scheme, name, words);
                None
            }
        }
    }

    /// The schemes with those that stood as parameters.
    pub(super) fn with_more(&self, schemes: &str) -> String {
        let more = self.more_schemes.iter().map(|(name, json)| format!("\"{name}\":{json}"));
        let own = schemes.trim_start_matches('{').trim_end_matches('}');
        let own = if own.is_empty() { None } else { Some(schemes[1..schemes.len() - 1].to_owned()) };
        format!("{{{}}}", own.into_iter().chain(more).collect::<Vec<_>>().join(","))
    }

    /// Who may call: the ways to be let in, each with the names that credentials have here.
    pub(super) fn security(&mut self, ways: Value<'t>) -> String {
        array(ways.items().map(|way| self.way(way, &[])).collect::<Vec<_>>().into_iter())
    }

    /// The first way to be let in, and credentials beside it.
    pub(super) fn security_and(&mut self, ways: Option<Value<'t>>, more: &[String]) -> String {
        let first = ways.and_then(|ways| ways.items().next());
        let way = first.map(|way| self.way(way, more)).unwrap_or_else(|| self.way_of(Vec::new(), more));
        format!("[{way}]")
    }

    fn way(&mut self, way: Value<'t>, more: &[String]) -> String {
        let mut names = Vec::new();
        for (key, _) in way.members() {
            let name = key.as_str().unwrap_or_default();
            match self.schemes.iter().find(|(known, _)| *known == name) {
                Some((_, own)) => names.extend(own.clone()),
                None => {
                    let words = Words::new("没有定义这个凭据", "a credential that is not defined");
                    self.notes.left_out(key, &name, words);
                }
            }
        }
        self.way_of(names, more)
    }

    fn way_of(&self, mut names: Vec<String>, more: &[String]) -> String {
        names.extend(more.iter().cloned());
        names.dedup();
        names.iter().fold(Object::new(), |way, name| way.json(name, "[]")).end()
    }

    /// A parameter that is a secret becomes a credential; its name here.
    pub(super) fn as_credential(&mut self, parameter: Value<'t>) -> String {
        let (key, place) = (text_of(parameter, "name"), text_of(parameter, "in"));
        let help = parameter.get("description").and_then(Value::as_str);
        let written = Object::new().text("type", "apiKey").text("in", &place).text("name", &key);
        let written = written.some("description", help.as_deref()).end();
        let name = name::snake(&key);
        let name = if name.is_empty() { "credential".to_owned() } else { name };
        let is_same = |(own, json): &&(String, String)| *own == name || own.starts_with(&name) && *json == written;
        if self.more_schemes.iter().find(is_same).is_none() {
            let is_taken = self.schemes.iter().any(|(_, own)| own.as_deref() == Some(&name));
            if !is_taken {
                self.more_schemes.push((name.clone(), written));
            }
        }
        let words = Words::new("按名称看是凭据，不作为内容", "a credential, by its name, and no value");
        self.notes.guessed(parameter, &key, words);
        name
    }
}
