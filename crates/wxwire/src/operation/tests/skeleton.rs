//! TODO: what the call does, in one line.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::gewe::Gewe;
use crate::lang::Words;
use crate::operation::{Example, Operation};

/// TODO: Does something. · TODO：做什么。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Skeleton {
    /// TODO: The title. What more there is to say. · TODO：标题。补充说明。
    pub todo: String,
}

/// TODO: The reply. · TODO：回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SkeletonReply {
    /// TODO: The id. · TODO：编号。
    pub todo: String,
}

impl Operation for Skeleton {
    type Gateway = Gewe;
    type Reply = SkeletonReply;

    const ID: &str = "gewe.skeleton";
    const TITLE: Words = Words::new("TODO：名称", "TODO: name");
    const PATH: &str = "/TODO";
    const PAGE: &str = "https://TODO";
    // TODO: the vendor's own reply; then METHOD, BODY, CREDENTIALS, IDS, RATES, …, where they are not the usual ones.
    const REPLY: &str = r#"{"todo": "1"}"#;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { todo: "TODO".into() };
        vec![Example::new("todo", Words::new("TODO：示例", "TODO: example"), values)]
    }
}
