//! Pages as a vendor's tool would write them of a call, to be learned back.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};
use wxwire::operation::{Body, Entry};

use crate::form::{Form, Member, of_entry, of_reply};

/// How a page tells that one field is inside of another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Nesting {
    Dots,
    Signs,
}

/// The places that fields travel in, with their headings.
const PLACES: [(&str, &str); 4] = [("header", "Header"), ("query", "Query"), ("path", "Path"), ("body", "Body")];

/// Where a field travels: what nothing is said of goes into the body, or the query where there is none.
fn place<'f>(entry: &Entry, member: &'f Member) -> &'f str {
    if member.place == "body" && entry.body == Body::None { "query" } else { &member.place }
}

/// The form with every place told.
pub(crate) fn expected(entry: &Entry) -> Form {
    let mut form = of_entry(entry);
    // The name of a file's part is no field of a page.
    form.fields.retain(|_, member| member.place != "filename");
    for member in form.fields.values_mut() {
        member.place = place(entry, member).to_owned();
    }
    form
}

fn media(entry: &Entry) -> &'static str {
    match entry.body {
        Body::Form => "application/x-www-form-urlencoded",
        Body::Multipart => "multipart/form-data",
        _ => "application/json",
    }
}

pub(crate) fn address(entry: &Entry) -> String {
    let server = entry.base_url().unwrap_or("https://api.vendor.example");
    format!("{}{}", server.trim_end_matches('/'), entry.path)
}

/// The help as one line.
fn help(form: &Form) -> String {
    form.help.replace('|', "/")
}

/// The name of a type, as the tools show it; what is in a list comes in brackets.
fn kind(form: &Form) -> String {
    let one = |name: &String| match (name.as_str(), &form.items) {
        ("array", Some(items)) if !items.types.is_empty() => format!("array[{}]", kind(items)),
        (name, _) => name.to_owned(),
    };
    match form.types.is_empty() {
        true => "any".to_owned(),
        false => form.types.iter().map(one).collect::<Vec<_>>().join("或"),
    }
}

/// A sample with every field.
pub(crate) fn sample(form: &Form) -> Value {
    if let Some(first) = form.choices.first() {
        return first.clone();
    }
    // Of several types, one with something inside.
    let is = |one: &str| form.types.contains(one);
    if is("object") {
        return members(form, |_| true);
    }
    if is("array") {
        return form.items.as_ref().map_or(json!([]), |items| json!([sample(items)]));
    }
    match () {
        _ if is("string") => json!("string"),
        _ if is("integer") => json!(1),
        _ if is("number") => json!(1.5),
        _ if is("boolean") => json!(true),
        _ => Value::Null,
    }
}

fn members(form: &Form, which: impl Fn(&Member) -> bool) -> Value {
    let shown = form.order.iter().filter(|key| which(&form.fields[*key]));
    Value::Object(shown.map(|key| (key.clone(), sample(&form.fields[key].form))).collect::<Map<_, _>>())
}

/// The page as Apifox shows it, copied: each cell on a line of its own, nothing indented.
pub(crate) fn apifox(entry: &Entry) -> String {
    let form = of_entry(entry);
    let mut page = format!(
        "某平台 - 开放 API\n  • 消息\n    • 其他接口\n      POST\n    • {}\n      POST\n  1. 消息\n\n{}\n\n{}\n{}\n最后修改时间：2026-01-02\n\n请求参数\n\n",
        entry.title.zh, entry.title.zh, entry.method, entry.path,
    );
    for (own, heading) in PLACES {
        let here: Vec<_> = form.order.iter().filter(|key| place(entry, &form.fields[*key]) == own).collect();
        if here.is_empty() {
            continue;
        }
        let media = if own == "body" { media(entry) } else { "" };
        let _ = writeln!(page, "{heading} 参数{media}");
        here.iter().for_each(|key| cells(&mut page, key, &form.fields[*key]));
        if own == "body" {
            let _ = writeln!(page, "示例\n{:#}", members(&form, |member| place(entry, member) == own));
        }
    }
    page.push_str("\n示例代码\n\nShell\nJavaScript\nJava\n\n返回响应\n\n🟢200成功\napplication/json\nBody\n");
    let reply = of_reply(entry);
    reply.order.iter().for_each(|key| cells(&mut page, key, &reply.fields[key]));
    let _ = writeln!(
        page,
        "示例\n{:#}\n修改于 2026-01-02 03:04:05\n上一页\n另一个接口\n下一页\n又一个接口\nBuilt with",
        sample(&reply)
    );
    page
}

fn cells(page: &mut String, key: &str, member: &Member) {
    let _ = writeln!(page, "{key}\n{} \n{}", kind(&member.form), if member.required { "必需" } else { "可选" });
    let help = help(&member.form);
    if !help.is_empty() {
        let _ = writeln!(page, "{help}");
    }
    inner(&member.form, |key, member| cells(page, key, member));
}

/// What stands below a field: the members of its object, or of the objects in its list.
fn inner(form: &Form, mut each: impl FnMut(&str, &Member)) {
    let mut here = form;
    while let (true, Some(items)) = (here.fields.is_empty(), &here.items) {
        here = items;
    }
    here.order.iter().for_each(|key| each(key, &here.fields[key]));
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

/// One row of a table.
struct Row {
    name: String,
    required: bool,
    kind: String,
    help: String,
}

fn rows(form: &Form, which: &dyn Fn(&Member) -> bool, nesting: Nesting) -> Vec<Row> {
    let mut all = Vec::new();
    let shown = form.order.iter().filter(|key| which(&form.fields[*key]));
    shown.for_each(|key| row(&mut all, key, &form.fields[key], nesting, 0));
    all
}

fn row(all: &mut Vec<Row>, name: &str, member: &Member, nesting: Nesting, deep: usize) {
    let signs = if nesting == Nesting::Signs { "└".repeat(deep) } else { String::new() };
    let (kind, help) = (kind(&member.form), help(&member.form));
    all.push(Row { name: format!("{signs}{name}"), required: member.required, kind, help });
    let list = if member.form.fields.is_empty() && member.form.items.is_some() { "[0]" } else { "" };
    inner(&member.form, |key, member| {
        let inside = match nesting {
            Nesting::Dots => format!("{name}{list}.{key}"),
            Nesting::Signs => key.to_owned(),
        };
        row(all, &inside, member, nesting, deep + 1);
    });
}

/// The sections of a ShowDoc page: heading, rows, and whether they say what is required.
fn sections(entry: &Entry, nesting: Nesting) -> Vec<(String, Vec<Row>)> {
    let form = of_entry(entry);
    let one = |(own, heading): &(&str, &str)| {
        let here = rows(&form, &|member| place(entry, member) == *own, nesting);
        let heading = match *own {
            "header" => "请求头".to_owned(),
            "body" => "请求参数".to_owned(),
            _ => format!("{heading} 参数"),
        };
        (!here.is_empty()).then_some((heading, here))
    };
    PLACES.iter().filter_map(one).collect()
}

fn mark(required: bool) -> &'static str {
    if required { "是" } else { "否" }
}

/// The page as ShowDoc keeps it: Markdown with tables.
pub(crate) fn markdown(entry: &Entry, nesting: Nesting) -> String {
    let title = entry.title.zh;
    let mut page = format!(
        "{title}\n\n##### 简要描述\n\n- {title}\n\n##### 请求URL\n- ` {} `\n\n##### 请求方式\n- {} \n\n- Content-Type: {}\n\n",
        address(entry),
        entry.method,
        media(entry),
    );
    for (heading, rows) in sections(entry, nesting) {
        let _ = writeln!(page, "##### {heading}\n\n|参数名|必选|类型|说明|\n|:----    |:---|:----- |-----   |");
        for Row { name, required, kind, help } in rows {
            let _ = writeln!(page, "|{name} |{}  |{kind} |{help} |", mark(required));
        }
        page.push('\n');
    }
    let reply = of_reply(entry);
    let _ = write!(
        page,
        "##### 返回示例\n\n```\n{:#}\n```\n\n##### 返回参数说明\n\n|参数名|类型|说明|\n|:-----|:-----|-----|\n",
        sample(&reply)
    );
    for Row { name, kind, help, .. } in rows(&reply, &|_| true, nesting) {
        let _ = writeln!(page, "|{name} |{kind} |{help} |");
    }
    page.push_str("\n##### 备注\n\n- 更多返回错误代码请看首页的错误代码描述\n");
    page
}

/// The same, as a browser shows it and as it is copied: a tab between two cells.
pub(crate) fn tabs(entry: &Entry, nesting: Nesting) -> String {
    let lines = markdown(entry, nesting);
    let lines = lines.lines().filter(|line| !line.starts_with("|:") && !line.starts_with("```")).map(|line| match line
        .strip_prefix('|')
    {
        Some(row) => row.trim_end_matches('|').split('|').map(str::trim).collect::<Vec<_>>().join("\t"),
        None => line.trim_start_matches('#').trim_start().trim_start_matches("- ").replace('`', ""),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The rows with what a browser's copy leaves between the cells: nothing, white space, or a line break.
pub(crate) fn lost(entry: &Entry, between: &str) -> String {
    let title = entry.title.zh;
    let mut page = format!(
        "{title}\n\n小提示:\n\n  • 注意参数\n\n请求URL:\n\n  • {}\n\n请求方式:\n\n  • {}\n\n请求头:\n\n  • Content-Type:{}\n\n",
        address(entry),
        entry.method,
        media(entry),
    );
    let table = |page: &mut String, heads: &[&str]| {
        let _ = writeln!(page, "{}", heads.join(between));
    };
    for (heading, rows) in sections(entry, Nesting::Dots) {
        let _ = writeln!(page, "{heading}:\n");
        table(&mut page, &["参数名称", "数据类型", "必填", "说明"]);
        for Row { name, required, kind, .. } in rows {
            let _ = writeln!(page, "{}", [&name, &kind, mark(required), "一个字段"].join(between));
        }
        page.push('\n');
    }
    let form = of_entry(entry);
    let _ = writeln!(page, "请求参数示例:\n\n{:#}\n", members(&form, |member| place(entry, member) == "body"));
    let reply = of_reply(entry);
    page.push_str("返回数据:\n\n");
    table(&mut page, &["参数名", "数据类型", "说明"]);
    for Row { name, kind, .. } in rows(&reply, &|_| true, Nesting::Dots) {
        let _ = writeln!(page, "{}", [&name, &kind, "一个字段"].join(between));
    }
    let _ = writeln!(page, "\n成功返回示例:\n\n{:#}\n\n错误返回示例:\n\n{{\n  \"ret\": -1\n}}", sample(&reply));
    page
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

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The page as ShowDoc shows it: HTML.
pub(crate) fn html(entry: &Entry, nesting: Nesting) -> String {
    let title = escaped(entry.title.zh);
    let mut page = format!(
        "<!DOCTYPE html><html><head><title>{title} | ShowDoc</title><style>td {{ color: red }}</style></head><body><nav><ul><li>首页</li><li>{title}</li></ul></nav><h2>{title}</h2><h5>简要描述</h5>\n<ul>\n<li>{title}</li>\n</ul>\n<h5>请求URL</h5>\n<ul>\n<li><code>{}</code></li>\n</ul>\n<h5>请求方式</h5>\n<ul>\n<li>{} </li>\n</ul><p>Content-Type: {}</p>\n",
        escaped(&address(entry)),
        entry.method,
        media(entry),
    );
    let cell = |page: &mut String, text: &str| {
        let _ = writeln!(page, "<td style=\"text-align: left;\">{}</td>", escaped(text));
    };
    for (heading, rows) in sections(entry, nesting) {
        let _ = writeln!(
            page,
            "<h5>{heading}</h5>\n<table>\n<thead>\n<tr>\n<th>参数名</th>\n<th>必选</th>\n<th>类型</th>\n<th>说明</th>\n</tr>\n</thead>\n<tbody>"
        );
        for Row { name, required, kind, help } in rows {
            page.push_str("<tr>\n");
            [&name, mark(required), &kind, &help].iter().for_each(|text| cell(&mut page, text));
            page.push_str("</tr>\n");
        }
        page.push_str("</tbody>\n</table>\n");
    }
    let reply = of_reply(entry);
    let _ = writeln!(
        page,
        "<h5>返回示例</h5>\n<pre><code class=\"language-json\">{}</code></pre>\n<h5>返回参数说明</h5>\n<table><thead><tr><th>参数名</th><th>类型</th><th>说明</th></tr></thead><tbody>",
        escaped(&format!("{:#}", sample(&reply)))
    );
    for Row { name, kind, help, .. } in rows(&reply, &|_| true, nesting) {
        page.push_str("<tr>");
        [&name, &kind, &help].iter().for_each(|text| cell(&mut page, text));
        page.push_str("</tr>");
    }
    page.push_str("</tbody></table><script>var tail = '<h5>请求URL</h5>';</script></body></html>");
    page
}
