//! The codes that are met now and then, in our own words.

use crate::lang::Words;

/// What a code means.
pub(super) fn meaning(code: i64) -> Option<Words> {
    let (zh, en) = match code {
        40032 => ("userid 太多，一次最多 1000 个", "too many userids, at most 1000 at a time"),
        40074 => ("news 消息不支持 safe，请改用 mpnews", "a news message does not go with safe, take mpnews"),
        40080 => ("suite_secret 无效", "suite_secret wrong"),
        40082 => ("suite_token 无效", "suite_token wrong"),
        40084 => ("permanent_code 无效", "permanent_code wrong"),
        40096 => ("external_userid 无效", "no such external_userid"),
        41002 => ("缺少 corpid", "corpid absent"),
        41011 => ("缺少 agentid", "agentid absent"),
        41022 => ("缺少 suite_access_token", "suite_access_token absent"),
        42009 => ("suite_access_token 已过期，请重新获取", "suite_access_token expired, fetch a new one"),
        42052 => ("发送已超过 24 小时，不能撤回", "sent more than 24 hours ago, it cannot be recalled"),
        44001 => ("文件为空", "the file is empty"),
        45001 => ("文件太大", "the file is too big"),
        45002 => ("消息内容太长", "the content is too long"),
        45007 => ("语音超过 60 秒", "the voice lasts longer than 60 seconds"),
        45008 => ("图文超过 8 篇", "more than 8 articles"),
        48001 => ("应用没有获得此接口的授权", "the app was not granted this call"),
        48004 => ("授权已取消或不存在", "the grant was withdrawn, or never given"),
        48005 => ("接口已停用", "this call is no longer in service"),
        48006 => ("长期未使用，接口权限已被收回", "the right to call was withdrawn after long disuse"),
        50001 => ("redirect_url 的域名没有登记", "the domain of redirect_url is not registered"),
        50003 => ("应用已停用", "the app is disabled"),
        82002 => ("部门超过 100 个", "more than 100 departments"),
        82003 => ("标签超过 100 个", "more than 100 tags"),
        93004 => ("机器人已停用", "the robot was stopped"),
        93005 => ("机器人发送太频繁", "the robot sends too often"),
        93006 => ("群 id 无效", "no such chat"),
        93008 => ("机器人不在群里", "the robot is not in the chat"),
        301_019 => ("文件的 md5 不一致", "the md5 is not that of the file"),
        301_042 => ("IP 不在白名单", "IP not on the white list"),
        _ => return None,
    };
    Some(Words::new(zh, en))
}
