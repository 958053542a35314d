//! The codes of the first API, in our own words: the vendor's table of them is complete. Those of v2 are not known; the
//! document's example has 0.

use crate::described::{CodeWords, Codes};
use crate::lang::Words;
use crate::verdict::Why;

/// Whether a code is one of a success: 0 in the example of v2, 10004 for reads and 20000 for actions in v1.
pub(super) fn is_success(code: i64) -> bool {
    matches!(code, 0 | 10004 | 20000)
}

/// What a code of an error says about the call; none for a code that no table knows.
pub(super) fn error(code: i64) -> Option<Why> {
    match code {
        10003 | 10005 | 10006 | 10011 | 200_001..=200_007 => Some(Why::Credentials),
        200_008..=200_024 => Some(Why::Code),
        _ => None,
    }
}

/// Whether a code says that the token has ended, or is none.
pub(super) fn is_expired(code: i64) -> bool {
    matches!(code, 10003)
}

/// What a code means, and what to do.
pub(super) fn meaning(code: i64) -> Option<Words> {
    CODES.words(code)
}

pub(super) static CODES: Codes = Codes::new("youmi.codes", WORDS);

const WORDS: &[CodeWords] = &[
    (10003, "令牌失效，请重新获取", "the token no longer holds, fetch a new one"),
    (10005, "数据完整性检查未通过", "the check of the data's integrity failed"),
    (10006, "签名的时间戳无效", "the timestamp of the signature is not valid"),
    (10011, "检查令牌时出错", "an error while the token was checked"),
    (200_001, "缺少 TOKEN", "TOKEN absent"),
    (200_002, "缺少 Nonce", "Nonce absent"),
    (200_003, "缺少 Timestamp", "Timestamp absent"),
    (200_004, "缺少 Signature", "Signature absent"),
    (200_005, "请求已超过 10 分钟，请检查时钟", "the request is older than 10 minutes, check the clock"),
    (200_006, "加密密钥错误", "wrong key"),
    (200_007, "缺少 APPID", "APPID absent"),
    (200_008, "没有传好友的原始微信号", "the friend's original WeChat id is absent"),
    (200_009, "没有这个好友", "no such friend"),
    (200_010, "没有这个员工号", "no such staff number"),
    (200_011, "友米服务器出错", "an error on Youmi's server"),
    (200_012, "参数错误", "a parameter is wrong"),
    (200_013, "发送到 IM 时出错", "an error while it was handed to IM"),
    (200_014, "没有传运营号的原始微信号", "the account's original WeChat id is absent"),
    (200_015, "没有传运营号的微信号", "the account's WeChat id is absent"),
    (200_016, "没有传要添加的微信号或手机号", "no WeChat id or phone number to add"),
    (200_017, "没有开启加好友的设置", "adding friends is not switched on"),
    (200_018, "没有这个微信号", "no such WeChat id"),
    (200_019, "操作失败", "it failed"),
    (200_020, "没有传群号", "the group's number is absent"),
    (200_021, "没有这个群", "no such group"),
    (200_022, "建群或拉人时，对方不是运营号的好友", "for a group: not a friend of the account"),
    (200_023, "群操作没有传好友列表", "for a group: the list of friends is absent"),
    (200_024, "群里没有这个好友", "the group has no such friend"),
];
