//! What the command that serves the page says about itself.

use wxwire::layer::json::{Kind, Tree, Value};

/// What became of the question who serves the page.
#[derive(Clone, Debug)]
pub(crate) enum Asked {
    /// An HTTP answer: its status and its body.
    Answered(u16, String),
    /// None came.
    Silent,
}

/// What that says.
#[derive(Debug)]
pub(crate) enum Server {
    /// The command.
    Command(Served),
    /// The command, at an address without this start's token.
    Locked,
    /// A server of plain files.
    Files,
    /// Nothing: the server is gone or troubled, and is to be asked again.
    Nobody,
}

impl Asked {
    /// Only what a server of files says makes it one: a failure is none, or the page would ask for credentials that the
    /// command holds.
    pub(crate) fn server(self) -> Server {
        match self {
            Self::Answered(200, body) if body.trim_start().starts_with('<') => Server::Files,
            Self::Answered(200, body) => Served::read(&body).map_or(Server::Nobody, Server::Command),
            Self::Answered(403, body) if is_locked(&body) => Server::Locked,
            Self::Answered(404, _) => Server::Files,
            _ => Server::Nobody,
        }
    }
}

/// Whether the command refused a question for lack of the token.
pub(crate) fn is_locked(body: &str) -> bool {
    let code = |tree: Tree<'_>| Some(tree.root().find("/error/code")?.is_str("token"));
    Tree::parse(body).ok().and_then(code) == Some(true)
}

/// The answer to `api/state`.
#[derive(Debug, Default)]
pub(crate) struct Served {
    /// Sends go to imitations, and reach nobody.
    pub(crate) mock: bool,
    /// The names of profiles.
    pub(crate) profiles: Vec<String>,
    /// By name, without a profile.
    gateways: Vec<(String, Gateway)>,
    /// The same of each profile.
    accounts: Vec<(String, Vec<(String, Gateway)>)>,
}

#[derive(Debug, Default)]
struct Gateway {
    base_url: Option<String>,
    credentials: Vec<String>,
}

impl Served {
    /// Reads the answer; nothing when it is something else.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let tree = Tree::parse(text).ok()?;
        let root = tree.root();
        root.get("served").and_then(Value::as_bool).filter(|served| *served)?;
        let accounts = root.get("accounts").into_iter().flat_map(Value::members);
        let account = |(name, value): (Value<'_>, Value<'_>)| Some((name.as_str()?.into_owned(), gateways(value)));
        Some(Self {
            mock: root.get("mock").and_then(Value::as_bool).unwrap_or_default(),
            profiles: names(root.get("profiles")),
            gateways: root.get("gateways").map(gateways).unwrap_or_default(),
            accounts: accounts.filter_map(account).collect(),
        })
    }

    /// Where a gateway's requests go, in a profile or, where its name is empty, without one.
    pub(crate) fn base_url(&self, profile: &str, gateway: &str) -> Option<&str> {
        self.find(profile, gateway)?.base_url.as_deref()
    }

    /// A named profile counts alone.
    fn find(&self, profile: &str, name: &str) -> Option<&Gateway> {
        let gateways = if profile.is_empty() {
            &self.gateways
        } else {
            self.accounts.iter().find(|(own, _)| own == profile).map(|(_, gateways)| gateways)?
        };
        gateways.iter().find(|(own, _)| own == name).map(|(_, gateway)| gateway)
    }

    /// Whether a credential of a gateway is set.
    pub(crate) fn has(&self, profile: &str, gateway: &str, credential: &str) -> bool {
        let gateway = self.find(profile, gateway);
        gateway.is_some_and(|gateway| gateway.credentials.iter().any(|name| name == credential))
    }
}

fn gateways(value: Value<'_>) -> Vec<(String, Gateway)> {
    let gateway = |(name, value): (Value<'_>, Value<'_>)| {
        let base_url = value.get("base_url").and_then(Value::as_str).map(|url| url.into_owned());
        Some((name.as_str()?.into_owned(), Gateway { base_url, credentials: names(value.get("credentials")) }))
    };
    value.members().filter_map(gateway).collect()
}

fn names(list: Option<Value<'_>>) -> Vec<String> {
    let items = list.filter(|list| list.kind() == Kind::Array).into_iter().flat_map(Value::items);
    items.filter_map(|name| Some(name.as_str()?.into_owned())).collect()
}
