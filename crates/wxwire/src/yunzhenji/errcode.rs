//! Yunzhenji's error codes, in our own words: the vendor's table (documented) is complete with these.

use crate::described::{CodeWords, Codes};
use crate::lang::Words;
use crate::verdict::Why;

/// What a code is about.
pub(super) fn why(code: i64) -> Why {
    match code {
        101..=103 | 110..=114 => Why::Credentials,
        407 => Why::RateLimited,
        _ => Why::Code,
    }
}

/// Whether a code says that the token has ended, or is none.
pub(super) fn is_expired(code: i64) -> bool {
    matches!(code, 110 | 111)
}

/// What a code means, and what to do.
pub(super) fn meaning(code: i64) -> Option<Words> {
    CODES.words(code)
}

pub(super) static CODES: Codes = Codes::new("yunzhenji.codes", WORDS);

const WORDS: &[CodeWords] = &[
    (101, "app_id 错误", "app_id wrong"),
    (102, "app_secret 错误", "app_secret wrong"),
    (103, "grant_type 错误", "grant_type wrong"),
    (110, "access_token 错误", "access_token wrong"),
    (111, "access_token 已过期，请重新获取", "access_token expired, fetch a new one"),
    (112, "access_token 为空", "access_token empty"),
    (113, "IP 不在白名单", "IP not on the white list"),
    (114, "app_id 或 API 订单已过期", "the app_id or the API order has expired"),
    (405, "请求方法不正确", "wrong method"),
    (406, "参数错误", "a parameter is wrong"),
    (
        407,
        "超出系统限制，如每个企微号每分钟最多发送 500 条",
        "over a limit, such as 500 messages a minute for an account",
    ),
    (1001, "基础服务错误，见 message", "a service behind it failed, see message"),
];
