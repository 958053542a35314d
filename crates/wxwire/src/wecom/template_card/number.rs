//! Numbers that have names.

use schemars::{Schema, SchemaGenerator};

use crate::schema::choices;

pub(super) fn color(_: &mut SchemaGenerator) -> Schema {
    choices(&[(0, "Grey · 灰色"), (1, "Black · 黑色"), (2, "Red · 红色"), (3, "Green · 绿色")])
}

pub(super) fn click(_: &mut SchemaGenerator) -> Schema {
    choices(&[(0, "Nothing · 不跳转"), (1, "A page · 跳转 url"), (2, "A mini program · 跳转小程序")])
}

pub(super) fn action(_: &mut SchemaGenerator) -> Schema {
    choices(&[(1, "A page · 跳转 url"), (2, "A mini program · 打开小程序")])
}

pub(super) fn horizontal(_: &mut SchemaGenerator) -> Schema {
    choices(&[
        (0, "Plain text · 纯文本"),
        (1, "A page · 跳转 url"),
        (2, "A file · 下载附件"),
        (3, "A member's profile · 成员详情"),
    ])
}

pub(super) fn bot_click(_: &mut SchemaGenerator) -> Schema {
    choices(&[
        (0, "Nothing · 不跳转"),
        (1, "A page · 跳转 url"),
        (2, "A mini program · 跳转小程序"),
        (3, "A question to the bot · 向机器人提问"),
    ])
}

pub(super) fn bot_horizontal(_: &mut SchemaGenerator) -> Schema {
    choices(&[(0, "Plain text · 纯文本"), (1, "A page · 跳转 url"), (3, "A member's profile · 成员详情")])
}

pub(super) fn button(_: &mut SchemaGenerator) -> Schema {
    choices(&[(0, "A callback · 回调"), (1, "A page · 跳转 url")])
}

pub(super) fn mode(_: &mut SchemaGenerator) -> Schema {
    choices(&[(0, "One · 单选"), (1, "Several · 多选")])
}
