//! The words in which programs and people write of codes, of statuses and of how a call ended. All lists of them stand here, so
//! that a word which is met in one place is not forgotten in the other. They are several because the places differ: a line of
//! a log may say anything, the member of a reply means what the gateway means by it.

/// What the words of a reply are called.
pub(crate) const MESSAGES: [&str; 14] = [
    "errmsg",
    "errMsg",
    "message",
    "msg",
    "error",
    "errdesc",
    "info",
    "detail",
    "error_description",
    "errorMessage",
    "error_message",
    "error_msg",
    "errorMsg",
    "reason",
];

/// Words that a gateway puts beside a code of a success, where others stand beside a failure.
pub(crate) const WELL: [&str; 4] = ["ok", "success", "操作成功", "成功"];

/// What a reply calls the flag that says whether all went well.
pub(crate) const SUCCESS_MEMBERS: [&str; 4] = ["success", "succeed", "isSuccess", "is_success"];

/// What a reply calls what it brings: JSON in a text of these names is the reply's own. Elsewhere it may be what somebody wrote.
pub(crate) const CONTENTS: [&str; 5] = ["data", "result", "resp", "response", "body"];

/// Codes in words that say that all went well: what else stands where a code does, as `InvalidParameter`, is a no.
pub(crate) const WELL_AS_CODES: [&str; 4] = ["success", "succeeded", "ok", "succeed"];

/// States in words that say that something went wrong. Others, as `pending`, say neither.
pub(crate) const FAILED: [&str; 4] = ["fail", "failed", "failure", "error"];

/// What stands in the words of a gateway that says no, anywhere and at their beginning. The first says so in anybody's.
pub(crate) const SAID_OF_FAILURES: [&str; 5] = ["失败", "错误", "离线", "不在线", "未登录"];
pub(crate) const BEGUN_BY_FAILURES: [&str; 5] = ["invalid", "system busy", "fail", "error", "not "];

/// Parts of a name under which a reply lists what it did not take, in small letters.
pub(crate) const OF_FAILED: [&str; 2] = ["fail", "invalid"];

/// Names of codes in a text, in small letters. `code` alone is none of them: it may be anything's.
pub(crate) const CODES: [&str; 7] =
    ["errcode", "err_code", "error_code", "errorcode", "error code", "错误代码", "错误码"];

/// Words of a success in a line that names a code, and what right before them makes none of them.
pub(crate) const SUCCESSES: [&str; 4] = ["成功", "succeeded", "success", "ok"];
pub(crate) const DENIALS: [&str; 6] = ["不", "未", "没有", "not", "没", "请求"];

/// Words behind which a code is one that may come.
pub(crate) const MAY_COME: [&str; 8] = ["if", "when", "unless", "case", "如果", "若", "当", "遇到"];

/// Words of a line that asks about a code, or tells what became of it.
pub(crate) const TALK: [&str; 11] =
    ["什么意思", "是什么", "区别", "已修复", "已解决", "不会再", "为什么", "怎么", "what is", "what does", "how to"];

/// Words in which gateways say no; a number before anything else may be one of anything.
pub(crate) const SAYING_NO: [&str; 16] = [
    "invalid", "not ", "limit", "missing", "fail", "error", "expire", "exceed", "illegal", "denied", "forbid", "empty",
    "无效", "失败", "过期", "超过",
];

/// What a record calls what was answered. Where none of them stands, a status beside it may be that of anything.
pub(crate) const ANSWERS: [&str; 15] = [
    "body",
    "response",
    "resp",
    "res",
    "rsp",
    "reply",
    "result",
    "content",
    "text",
    "data",
    "responseBody",
    "response_body",
    "message",
    "msg",
    "answer",
];

/// What a record calls a status of HTTP.
pub(crate) const STATUS_MEMBERS: [&str; 11] = [
    "status",
    "statusCode",
    "status_code",
    "httpStatus",
    "http_status",
    "httpCode",
    "http_code",
    "responseStatus",
    "response_status",
    "responseCode",
    "response_code",
];

/// What a line of a log calls a status of HTTP, in small letters.
pub(crate) const STATUSES: [&str; 19] = [
    "status_code",
    "statuscode",
    "status code",
    "http_status",
    "http status",
    "http_code",
    "httpcode",
    "http code",
    "response code",
    "status",
    "http状态",
    "http 状态",
    "http",
    "接口状态",
    "响应状态",
    "返回码",
    "状态码",
    "响应码",
    "返回状态",
];

/// Words behind which a line says with which status a call was answered.
pub(crate) const TELLING: [&str; 8] =
    ["returned", "responded with", "responded", "replied with", "replied", "answered", "statuscodeerror", "返回"];

/// Words before such a name that make it the status of something else.
pub(crate) const OF_OTHERS: [&str; 20] = [
    "order", "user", "task", "job", "biz", "pay", "last", "previous", "ticket", "old", "exit", "订单", "工单", "业务",
    "任务", "设备", "支付", "用户", "上次", "之前",
];

/// Words that stand behind a status of HTTP, and behind no other number.
pub(crate) const REASONS: [&str; 10] = [
    "bad gateway",
    "internal server error",
    "server error",
    "client error",
    "service unavailable",
    "gateway timeout",
    "gateway time-out",
    "too many requests",
    "unauthorized",
    "forbidden",
];

/// Words of a line that a reply follows.
pub(crate) const BEFORE_REPLY: [&str; 22] = [
    "body",
    "resp",
    "response",
    "content",
    "text",
    "data",
    "result",
    "reply",
    "msg",
    "message",
    "payload",
    "none",
    "内容",
    "返回",
    "正文",
    "报文",
    "返回内容",
    "返回结果",
    "响应",
    "响应体",
    "响应内容",
    "响应结果",
];

/// What a record calls a code of its own, in small letters.
pub(crate) const CODE_MEMBERS: [&str; 13] = [
    "errcode",
    "ret",
    "code",
    "errno",
    "err_code",
    "error_code",
    "errorcode",
    "retcode",
    "ret_code",
    "returncode",
    "return_code",
    "resultcode",
    "result_code",
];

/// What stands where a record names an error, and is none.
pub(crate) const NO_ERROR: [&str; 12] =
    ["", "ok", "success", "成功", "none", "null", "nil", "<nil>", "undefined", "false", "no", "0"];

/// What only the record of a log has, in small letters.
pub(crate) const LOG_MEMBERS: [&str; 6] = ["level", "lvl", "loglevel", "log_level", "severity", "logger"];

/// Words that say that a call failed, and nothing else: what was to be done with its answer may fail, too.
pub(crate) const FAILURES: [&str; 30] = [
    "发送失败",
    "发送消息失败",
    "消息发送失败",
    "请求失败",
    "调用失败",
    "接口调用失败",
    "推送失败",
    "通知失败",
    "转发失败",
    "投递失败",
    "提交失败",
    "操作失败",
    "请求异常",
    "请求出错",
    "发送异常",
    "发送出错",
    "send failed",
    "send fail",
    "send error",
    "sending failed",
    "request failed",
    "request error",
    "call failed",
    "post failed",
    "push failed",
    "delivery failed",
    "failed to send",
    "failed to post",
    "failed to push",
    "failed to call",
];

/// What right before such words makes them of another call, or of none.
pub(crate) const NO_FAILURES: [&str; 24] = [
    "没有",
    "未",
    "未出现",
    "没出现",
    "无",
    "不",
    "避免",
    "如果",
    "若",
    "是否",
    "上次",
    "之前",
    "曾",
    "首次",
    "第一次",
    "no",
    "not",
    "if",
    "on",
    "last",
    "previous",
    "previously",
    "never",
    "0",
];

/// What a line of a log calls its level.
pub(crate) const LEVELS: [&str; 8] = ["error", "warn", "warning", "info", "debug", "trace", "fatal", "critical"];

/// What stands before the time that something took, in small letters.
pub(crate) const TIMES: [&str; 8] = ["cost", "took", "time", "in", "elapsed", "duration", "rt", "耗时"];
