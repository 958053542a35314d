//! The error codes that are met most, in our own words: the vendor's table (documented) has over a thousand. A code that
//! is not here is still a refusal, and the vendor's own text comes with it.

#[cfg(feature = "derive")]
mod rare;

use crate::lang::Words;
use crate::verdict::Why;

/// What a code says about the call, and what to do.
pub(super) fn meaning(code: i64) -> (Why, Option<Words>) {
    let credentials = |zh, en| (Why::Credentials, Some(Words::new(zh, en)));
    let limited = |zh, en| (Why::RateLimited, Some(Words::new(zh, en)));
    let other = |zh, en| (Why::Code, Some(Words::new(zh, en)));
    match code {
        -1 => other("系统繁忙，稍后重试，不超过 3 次", "system busy, try again at most 3 times"),
        40001 => credentials("secret 无效、不匹配或应用已停用", "secret wrong, of another app, or app disabled"),
        40003 => other("userid 无效", "no such userid"),
        40007 => other("media_id 无效或过期（3 天）", "media_id wrong or older than 3 days"),
        40008 => other("msgtype 无效", "no such msgtype"),
        40013 => credentials("corpid 无效", "no such corpid"),
        40014 => credentials("access_token 无效，请重新获取", "access_token wrong, fetch a new one"),
        40056 => other("agentid 无效", "no such agentid"),
        40058 => other("参数不合法：缺失、类型不对或太长", "a parameter is absent, of another type, or too long"),
        40091 => credentials("secret 无效", "secret wrong"),
        41001 => credentials("缺少 access_token", "access_token absent"),
        41004 => credentials("缺少 secret", "secret absent"),
        42001 => credentials("access_token 已过期，请重新获取", "access_token expired, fetch a new one"),
        44004 => other("内容为空", "the content is empty"),
        45009 => limited(
            "按分钟的限制 60 秒后解除，按小时的 60 分钟",
            "a limit by the minute lasts 60 s, by the hour 60 min",
        ),
        45033 => limited("同时进行的调用过多", "too many calls at the same time"),
        48002 => credentials("应用没有调用此接口的权限", "the app may not make this call"),
        50002 => other("成员不在权限范围", "the member is outside the app's scope"),
        60011 => credentials("不在应用可见范围", "outside the app's visible scope"),
        60020 => credentials("IP 不在可信列表（设置后 1 分钟生效）", "IP not trusted; a change takes 1 minute"),
        60111 => other("userid 不存在", "no such userid"),
        81013 => other("接收人全部无效", "no receiver is valid"),
        82001 => other("没有指定接收人", "no receiver given"),
        92000 => other("成员不在应用可见范围", "the member is outside the app's visible scope"),
        92006 => other("直播已开始或已取消", "the live has started or was cancelled"),
        92007 => other("回放不能删除", "the replay cannot be deleted"),
        92008 => other("应用不能操作此直播", "this app may not operate this live"),
        93000 => credentials("机器人地址无效，或已被移出群", "robot address wrong, or removed from the chat"),
        301_002 => credentials("agentid 与 access_token 的应用不一致", "agentid of another app than the access_token"),
        _ => (rare_why(code), rare_meaning(code)),
    }
}

/// What the codes are about that are met now and then.
fn rare_why(code: i64) -> Why {
    match code {
        40080 | 40082 | 40084 | 40106 | 41002 | 41022 | 42009 | 42021 | 45031 => Why::Credentials,
        48001 | 48004 | 48006 | 50003 | 301_042 => Why::Credentials,
        41094 | 93005 | 640_019 | 701_134 => Why::RateLimited,
        _ => Why::Code,
    }
}

#[cfg(feature = "derive")]
fn rare_meaning(code: i64) -> Option<Words> {
    rare::meaning(code)
}

/// The page does without: the vendor's own text comes with the code.
#[cfg(not(feature = "derive"))]
fn rare_meaning(_code: i64) -> Option<Words> {
    None
}
