//! What the headings of a page say: what follows them, and of which side of the call it is.

use crate::learn::field::Place;

/// Of what a part of the page speaks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Side {
    Request,
    Reply,
}

/// What follows a heading.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Heading {
    /// The address.
    Url,
    Method,
    /// The name of the call.
    Title,
    /// Fields; of a request, where they travel if it is said.
    Fields(Side, Option<Place>),
    /// A sample; of which side, if it is said, and whether of a failure.
    Sample(Option<Side>, bool),
    /// No more than how a reply ended, and whether that is a failure: `成功`.
    Outcome(bool),
    /// Anything else.
    Other,
}

/// The words that headings are made of; a line made of nothing else is one. Where one begins with another, the longer
/// stands first.
const WORDS: &[&str] = &[
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/json",
    "form-data",
    "response",
    "request",
    "example",
    "headers",
    "cookies",
    "params",
    "method",
    "header",
    "cookie",
    "query",
    "https",
    "http",
    "json",
    "body",
    "path",
    "post",
    "form",
    "url",
    "uri",
    "api",
    "get",
    "简要描述",
    "功能描述",
    "接口描述",
    "接口说明",
    "功能说明",
    "小提示",
    "温馨提示",
    "注意事项",
    "更新日志",
    "返回码",
    "错误码",
    "状态码",
    "接口名称",
    "请求",
    "返回",
    "响应",
    "参数",
    "字段",
    "说明",
    "示例",
    "样例",
    "例子",
    "成功",
    "错误",
    "失败",
    "正确",
    "正常",
    "异常",
    "数据",
    "结果",
    "内容",
    "体",
    "头部",
    "头",
    "信息",
    "地址",
    "路径",
    "网址",
    "方式",
    "方法",
    "接口",
    "调用",
    "名称",
    "名",
    "列表",
    "及",
    "与",
    "和",
    "的",
    "格式",
    "公共",
    "系统",
    "级",
    "应用",
    "输入",
    "输出",
    "入参",
    "出参",
    "描述",
    "简介",
    "备注",
    "注意",
    "代码",
    "值",
    "报文",
    "表单",
    "定义",
    "解释",
    "时",
    "提示",
    "类型",
    "如下",
    "表",
    "全局",
    "业务",
    "查询",
    "提交",
    "json",
];

/// Headings in English, without their white space: most are made of words that fields have as names, so that no others
/// are read as headings.
const ENGLISH: &[(&str, Heading)] = &[
    ("request", Heading::Fields(Side::Request, None)),
    ("requestparams", Heading::Fields(Side::Request, None)),
    ("requestparameter", Heading::Fields(Side::Request, None)),
    ("requestparameters", Heading::Fields(Side::Request, None)),
    ("parameter", Heading::Fields(Side::Request, None)),
    ("parameters", Heading::Fields(Side::Request, None)),
    ("requestheader", Heading::Fields(Side::Request, Some(Place::Header))),
    ("requestheaders", Heading::Fields(Side::Request, Some(Place::Header))),
    ("headers", Heading::Fields(Side::Request, Some(Place::Header))),
    ("requestbody", Heading::Fields(Side::Request, Some(Place::Body))),
    ("response", Heading::Fields(Side::Reply, None)),
    ("responses", Heading::Fields(Side::Reply, None)),
    ("responsebody", Heading::Fields(Side::Reply, Some(Place::Body))),
    ("responseparameters", Heading::Fields(Side::Reply, None)),
    ("returnparameter", Heading::Fields(Side::Reply, None)),
    ("returnparameters", Heading::Fields(Side::Reply, None)),
    ("returnparameterdescription", Heading::Fields(Side::Reply, None)),
    ("headerparams", Heading::Fields(Side::Request, Some(Place::Header))),
    ("queryparams", Heading::Fields(Side::Request, Some(Place::Query))),
    ("pathparams", Heading::Fields(Side::Request, Some(Place::Path))),
    ("bodyparams", Heading::Fields(Side::Request, Some(Place::Body))),
    ("requestexample", Heading::Sample(Some(Side::Request), false)),
    ("requestexamples", Heading::Sample(Some(Side::Request), false)),
    ("requestsample", Heading::Sample(Some(Side::Request), false)),
    ("requestsamples", Heading::Sample(Some(Side::Request), false)),
    ("requestcodesamples", Heading::Sample(Some(Side::Request), false)),
    ("codesamples", Heading::Sample(Some(Side::Request), false)),
    ("responseexample", Heading::Sample(Some(Side::Reply), false)),
    ("responseexamples", Heading::Sample(Some(Side::Reply), false)),
    ("returnexample", Heading::Sample(Some(Side::Reply), false)),
    ("example", Heading::Sample(None, false)),
    ("examples", Heading::Sample(None, false)),
    ("requesturl", Heading::Url),
    ("requestmethod", Heading::Method),
    ("method", Heading::Method),
    ("briefdescription", Heading::Other),
    ("description", Heading::Other),
    ("remark", Heading::Other),
    ("remarks", Heading::Other),
];

/// The heading that a line is.
pub(super) fn read(line: &str) -> Option<Heading> {
    let plain = plain(line)?;
    if plain.is_ascii() {
        return ENGLISH.iter().find(|(own, _)| *own == plain).map(|(_, heading)| *heading);
    }
    let is_made_of_words = {
        let mut rest = plain.as_str();
        while let Some(word) = WORDS.iter().find(|word| rest.starts_with(**word)) {
            rest = &rest[word.len()..];
        }
        rest.is_empty()
    };
    is_made_of_words.then(|| meaning(&plain))
}

/// A line that says a heading and, behind a colon, what belongs to it; gives where that begins.
pub(super) fn with_value(line: &str) -> Option<(Heading, usize)> {
    let (at, colon) = line.char_indices().find(|(_, char)| matches!(char, ':' | '：'))?;
    let value = at + colon.len_utf8();
    let heading = read(&line[..at])?;
    let is_one_line = matches!(heading, Heading::Url | Heading::Method | Heading::Title);
    (is_one_line && !line[value..].trim_matches(['*', ' ', '`']).is_empty()).then_some((heading, value))
}

/// A line that ends in a word for samples: `文本 请求示例`; gives the sample's own title.
pub(super) fn of_sample(line: &str) -> Option<(Heading, &str)> {
    let line = line.trim().trim_end_matches(['#', ':', '：', ' ', '*']);
    let ends = ["请求示例", "返回示例", "响应示例", "请求样例", "示例", " Example"];
    let title = ends.iter().find_map(|end| line.strip_suffix(end))?.trim();
    let side = if line.ends_with("返回示例") || line.ends_with("响应示例") { Some(Side::Reply) } else { None };
    let side = side.or_else(|| line.ends_with("请求示例").then_some(Side::Request));
    (title.chars().count() < 30).then_some((Heading::Sample(side, false), title))
}

/// Whether a line is a heading for sure, even where code is still open.
pub(super) fn is_sure(line: &str) -> bool {
    let sure = [
        "返回响应",
        "请求参数",
        "返回参数",
        "返回示例",
        "请求示例",
        "返回参数说明",
        "示例代码",
        "备注",
        "responses",
        "requestcodesamples",
    ];
    plain(line).is_some_and(|plain| sure.contains(&plain.as_str()))
}

/// The line without numbers, marks and white space; none where it is too long for a heading.
fn plain(line: &str) -> Option<String> {
    if line.len() > 160 {
        return None;
    }
    let line = line.trim_matches(['#', '*', ' ', '\u{a0}', '\t', '`', '【', '】', '\u{3000}']);
    let line = line.trim_end_matches([':', '：', '#', '*', ' ']);
    let numbered =
        line.trim_start_matches(|char: char| char.is_ascii_digit() || "一二三四五六七八九十.、)）(（ ".contains(char));
    let kept = numbered.chars().filter(|char| !char.is_whitespace() && !"()（）*`_-".contains(*char));
    let plain: String = kept.flat_map(char::to_lowercase).collect();
    (!plain.is_empty()).then_some(plain)
}

fn meaning(plain: &str) -> Heading {
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    if has(&["错误码", "返回码", "状态码", "描述", "备注", "提示", "注意", "更新", "简介"]) {
        return Heading::Other;
    }
    let side =
        if has(&["返回", "响应", "出参", "输出", "response", "结果"]) { Side::Reply } else { Side::Request };
    if has(&["示例", "样例", "例子", "example"]) {
        let said = has(&["请求", "request", "代码", "调用", "参数"]) || side == Side::Reply;
        return Heading::Sample(said.then_some(side), has(&["错误", "失败", "异常"]));
    }
    let ends = ["成功", "正常", "正确", "错误", "失败", "异常"];
    if ends.contains(&plain) {
        return Heading::Outcome(has(&["错误", "失败", "异常"]));
    }
    if has(&["成功", "错误", "失败", "正确", "异常"]) && side == Side::Reply && !has(&["参数", "字段", "说明"])
    {
        return Heading::Sample(Some(side), has(&["错误", "失败", "异常"]));
    }
    let place = [
        (Place::Header, &["header", "头"][..]),
        (Place::Path, &["path", "路径参数"]),
        (Place::Query, &["query", "url参数", "get参数", "查询参数"]),
        (Place::Body, &["body", "请求体", "form", "表单", "json"]),
    ];
    let place = place.into_iter().find(|(_, words)| has(words)).map(|(place, _)| place);
    if has(&["接口名称", "接口名"]) {
        return Heading::Title;
    }
    let is_address = has(&["url", "uri", "地址", "网址", "路径"]);
    if is_address && side == Side::Request && !has(&["参数", "说明"]) {
        return Heading::Url;
    }
    if has(&["方式", "方法", "method"]) && side == Side::Request {
        return Heading::Method;
    }
    let is_fields = has(&["参数", "字段", "入参", "出参", "params"]) || place.is_some() || side == Side::Reply;
    let is_request = has(&["请求数据", "请求内容", "请求信息"]);
    if is_fields || is_request { Heading::Fields(side, place) } else { Heading::Other }
}
