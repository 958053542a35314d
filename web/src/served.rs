//! What the command that serves the page says about itself.

use wxwire::layer::json::{Kind, Tree, Value};

/// The answer to `api/state`.
#[derive(Debug, Default)]
pub(crate) struct Served {
    /// Sends go to imitations, and reach nobody.
    pub(crate) mock: bool,
    /// The names of profiles.
    pub(crate) profiles: Vec<String>,
    /// By name.
    gateways: Vec<(String, Gateway)>,
}

#[derive(Debug, Default)]
struct Gateway {
    base_url: Option<String>,
    credentials: Vec<String>,
}

impl Served {
    /// Reads the answer; nothing when it is something else, such as a file server's page.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let tree = Tree::parse(text).ok()?;
        let root = tree.root();
        root.get("served").and_then(Value::as_bool).filter(|served| *served)?;
        let gateways = root.get("gateways").into_iter().flat_map(Value::members);
        let gateway = |(name, value): (Value<'_>, Value<'_>)| {
            let base_url = value.get("base_url").and_then(Value::as_str).map(|url| url.into_owned());
            Some((name.as_str()?.into_owned(), Gateway { base_url, credentials: names(value.get("credentials")) }))
        };
        Some(Self {
            mock: root.get("mock").and_then(Value::as_bool).unwrap_or_default(),
            profiles: names(root.get("profiles")),
            gateways: gateways.filter_map(gateway).collect(),
        })
    }

    /// Where a gateway's requests go.
    pub(crate) fn base_url(&self, gateway: &str) -> Option<&str> {
        self.find(gateway)?.base_url.as_deref()
    }

    fn find(&self, name: &str) -> Option<&Gateway> {
        self.gateways.iter().find(|(own, _)| own == name).map(|(_, gateway)| gateway)
    }

    /// Whether a credential of a gateway is set.
    pub(crate) fn has(&self, gateway: &str, credential: &str) -> bool {
        self.find(gateway).is_some_and(|gateway| gateway.credentials.iter().any(|name| name == credential))
    }
}

fn names(list: Option<Value<'_>>) -> Vec<String> {
    let items = list.filter(|list| list.kind() == Kind::Array).into_iter().flat_map(Value::items);
    items.filter_map(|name| Some(name.as_str()?.into_owned())).collect()
}
