//! Numbers that have names.

use schemars::{Schema, SchemaGenerator};

use crate::schema::choices;

pub(super) fn flag(_: &mut SchemaGenerator) -> Schema {
    choices(&[(0, "No · 否"), (1, "Yes · 是")])
}

pub(super) fn safe(_: &mut SchemaGenerator) -> Schema {
    choices(&[
        (0, "No · 否"),
        (1, "Yes. Not for news · 是。不支持 news"),
        (
            2,
            "Within the company only. mpnews alone, as clients have it · 仅限企业内分享。见于客户端代码，仅 mpnews 支持",
        ),
    ])
}
