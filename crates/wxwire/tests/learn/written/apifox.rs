//! Pages of Apifox.

use std::fmt::Write as _;

use super::*;

/// How one of its versions shows a page.
pub(crate) struct Look {
    /// The headings are English.
    pub(crate) english: bool,
    /// What stands between the heading of the replies and the fields of the first.
    pub(crate) status: &'static str,
    /// What stands above the reply's sample.
    pub(crate) sample: &'static str,
    /// The fields of a failed reply stand below.
    pub(crate) has_failure: bool,
}

const PLAIN: Look =
    Look { english: false, status: "🟢200成功\napplication/json\nBody", sample: "示例", has_failure: false };

/// What its versions are known to show.
pub(crate) const LOOKS: [Look; 7] = [
    Look { status: "🟢200\n成功\napplication/json", has_failure: true, ..PLAIN },
    Look { status: "200\n成功\napplication/json\nBody", has_failure: true, ..PLAIN },
    Look { status: "🟢 200 成功\nBody", ..PLAIN },
    Look {
        status: "🟢200\n删除成功\n🟠400\n请求有误\n🔴500服务器错误\napplication/json\nBody", ..PLAIN
    },
    Look {
        status: "成功(200)\n记录不存在(404)\nHTTP 状态码: 200\n内容格式: JSONapplication/json\n数据结构",
        sample: "示例成功示例",
        ..PLAIN
    },
    Look { english: true, status: "🟢200OK\napplication/json\nBody", sample: "Example", has_failure: true },
    Look {
        english: true,
        status: "🟢200\nSuccess\n🔴500\nServer Error\napplication/json\nBody",
        sample: "Examples",
        has_failure: false,
    },
];

impl Look {
    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        if self.english { en } else { zh }
    }
}

/// The page as Apifox shows it, copied: each cell on a line of its own, nothing indented.
pub(crate) fn apifox(entry: &Entry) -> String {
    apifox_as(entry, &PLAIN)
}

/// The same, as one of its versions shows it.
pub(crate) fn apifox_as(entry: &Entry, look: &Look) -> String {
    let form = of_entry(entry);
    let mut page = format!(
        "某平台 - 开放 API\n  • 消息\n    • 其他接口\n      POST\n    • {}\n      POST\n  1. 消息\n\n{}\n\n{}\n{}\n{}2026-01-02\n\n{}\n\n",
        entry.title.zh,
        entry.title.zh,
        entry.method,
        entry.path,
        look.say("最后修改时间：", "Modified at "),
        look.say("请求参数", "Request"),
    );
    for (own, heading) in PLACES {
        let here: Vec<_> = form.order.iter().filter(|key| place(entry, &form.fields[*key]) == own).collect();
        if here.is_empty() {
            continue;
        }
        let media = if own == "body" { media(entry) } else { "" };
        let _ = writeln!(page, "{heading} {}{media}", look.say("参数", "Params "));
        here.iter().for_each(|key| cells(&mut page, key, &form.fields[*key], look));
        if own == "body" {
            let _ = writeln!(
                page,
                "{}\n{:#}",
                look.say("示例", "Example"),
                members(&form, |member| place(entry, member) == own)
            );
        }
    }
    let _ = write!(
        page,
        "\n{}\n\nShell\nJavaScript\nJava\n\n{}\n\n{}\n",
        look.say("示例代码", "Request Code Samples"),
        look.say("返回响应", "Responses"),
        look.status
    );
    let reply = of_reply(entry);
    reply.order.iter().for_each(|key| cells(&mut page, key, &reply.fields[key], look));
    if !sample(&reply).is_null() {
        let _ = writeln!(page, "{}\n{:#}", look.sample, sample(&reply));
    }
    if look.has_failure {
        let _ = writeln!(
            page,
            "🟠400\n{}\napplication/json\nBody\nfailed_for\nstring \n{}\n{}\n{{\n    \"failed_for\": \"x\"\n}}",
            look.say("请求有误", "Bad Request"),
            look.say("必需", "required"),
            look.say("示例", "Example"),
        );
    }
    let _ = writeln!(
        page,
        "{}2026-01-02 03:04:05\n{}\n另一个接口\n{}\n又一个接口\nBuilt with",
        look.say("修改于 ", "Modified at "),
        look.say("上一页", "Previous"),
        look.say("下一页", "Next"),
    );
    page
}

fn cells(page: &mut String, key: &str, member: &Member, look: &Look) {
    let mark = if member.required { look.say("必需", "required") } else { look.say("可选", "optional") };
    let _ = writeln!(page, "{key}\n{} \n{mark}", kind(&member.form));
    let help = help(&member.form);
    if !help.is_empty() {
        let _ = writeln!(page, "{help}");
    }
    inner(&member.form, |key, member| cells(page, key, member, look));
}

/// The page as Apifox exports it: Markdown, one table for all that is sent, each field with its place.
pub(crate) fn exported(entry: &Entry) -> String {
    let (form, title) = (of_entry(entry), entry.title.zh);
    let mut page = format!(
        "---\ntitle: 某平台\n---\n\n# 某平台\n\n# 消息\n\n## {} {title}\n\n{} {}\n\n{title}，说明在此。\n\n",
        entry.method, entry.method, entry.path
    );
    let body = members(&form, |member| place(entry, member) == "body");
    if body != json!({}) {
        let _ = writeln!(page, "> Body 请求参数\n\n```json\n{body:#}\n```\n");
    }
    page.push_str("### 请求参数\n\n|名称|位置|类型|必选|说明|\n|---|---|---|---|---|\n");
    let mut is_first = true;
    for (own, _) in PLACES {
        for key in form.order.iter().filter(|key| place(entry, &form.fields[*key]) == own) {
            let mut deep = 0;
            if own == "body" {
                if std::mem::take(&mut is_first) {
                    page.push_str("|body|body|object| 否 |none|\n");
                }
                deep = 1;
            }
            exported_row(&mut page, key, &form.fields[key], own, deep);
        }
    }
    let reply = of_reply(entry);
    let _ = writeln!(
        page,
        "\n> 返回示例\n\n> 200 Response\n\n```json\n{:#}\n```\n\n### 返回结果\n\n|状态码|状态码含义|说明|数据模型|\n|---|---|---|---|\n|200|[OK](https://tools.example/rfc)|成功|Inline|\n\n### 返回数据结构\n\n状态码 **200**\n\n|名称|类型|必选|约束|中文名|说明|\n|---|---|---|---|---|---|",
        sample(&reply)
    );
    fn row(page: &mut String, key: &str, member: &Member, deep: usize) {
        let signs = if deep > 0 { format!("{} ", "»".repeat(deep)) } else { String::new() };
        let _ =
            writeln!(page, "|{signs}{key}|{}|{}|none||{}|", kind(&member.form), member.required, help(&member.form));
        inner(&member.form, |key, member| row(page, key, member, deep + 1));
    }
    reply.order.iter().for_each(|key| row(&mut page, key, &reply.fields[key], 1));
    page
}

fn exported_row(page: &mut String, key: &str, member: &Member, own: &str, deep: usize) {
    let signs = if deep > 0 { format!("{} ", "»".repeat(deep)) } else { String::new() };
    let help = Some(help(&member.form)).filter(|help| !help.is_empty()).unwrap_or("none".to_owned());
    let _ = writeln!(page, "|{signs}{key}|{own}|{}| {} |{help}|", kind(&member.form), mark(member.required));
    inner(&member.form, |key, member| exported_row(page, key, member, own, deep + 1));
}

/// The page as Apifox shows it, its elements as they are in the browser.
pub(crate) fn elements(entry: &Entry) -> String {
    let page = apifox(entry);
    let mut out = String::from("<!doctype html><html><body><div id=\"root\">");
    let mut code = String::new();
    for line in page.lines() {
        if code.is_empty() && line != "{" && line != "{}" && !line.starts_with('[') {
            let _ = write!(out, "<div class=\"cell\"><span>{}</span></div>", escaped(line));
            continue;
        }
        let _ = writeln!(code, "{line}");
        if ["{}", "}", "[]", "]"].contains(&line) {
            let colours = escaped(&code).replace(": ", "</span><span>: </span><span>");
            let _ = write!(out, "<pre><code><span>{colours}</span></code></pre>");
            code.clear();
        }
    }
    out.push_str("</div></body></html>");
    out
}

/// The page of a call as Apifox shows it without samples: each object says how many members it has.
pub(crate) fn counted(entry: &Entry) -> String {
    let form = of_entry(entry);
    let mut page = format!("{}\n已发布\n{}\n{}\n请求参数\n", entry.title.zh, entry.method, entry.path);
    for (own, heading) in PLACES {
        let here: Vec<_> = form.order.iter().filter(|key| place(entry, &form.fields[*key]) == own).collect();
        if !here.is_empty() {
            let media = if own == "body" { media(entry) } else { "" };
            let _ = writeln!(page, "{heading} 参数{media}");
            here.iter().for_each(|key| count(&mut page, key, &form.fields[*key]));
        }
    }
    page.push_str("返回响应\n🟢200成功\napplication/json\nBody\n");
    let reply = of_reply(entry);
    reply.order.iter().for_each(|key| count(&mut page, key, &reply.fields[key]));
    page
}

fn count(page: &mut String, key: &str, member: &Member) {
    let mut count = 0;
    inner(&member.form, |_, _| count += 1);
    let kind = kind(&member.form);
    let kind = match kind.strip_suffix("object]") {
        Some(list) => format!("{list}object {{{count}}}]"),
        None if kind == "object" => format!("object {{{count}}}"),
        None => kind,
    };
    let _ = writeln!(page, "{key}\n{kind}\n{}", if member.required { "必需" } else { "可选" });
    inner(&member.form, |key, member| self::count(page, key, member));
}
