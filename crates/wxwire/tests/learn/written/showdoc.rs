//! Pages of ShowDoc.

use std::fmt::Write as _;

use super::*;

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

/// The page of its English form.
pub(crate) fn english(entry: &Entry) -> String {
    let page = markdown(entry, Nesting::Dots);
    let words = [
        ("简要描述", "Brief description"),
        ("请求URL", "Request URL"),
        ("请求方式", "Method"),
        ("请求头", "Headers"),
        ("请求参数", "Parameter"),
        ("Header 参数", "Header Params"),
        ("Query 参数", "Query Params"),
        ("Path 参数", "Path Params"),
        ("返回示例", "Return example"),
        ("返回参数说明", "Return parameter description"),
        ("备注", "Remark"),
    ];
    let heading = |line: &str| {
        let own = line.strip_prefix("##### ")?;
        words.iter().find(|(zh, _)| *zh == own).map(|(_, en)| format!("**{en}:**"))
    };
    let lines = page.lines().map(|line| match line {
        "|参数名|必选|类型|说明|" => "|Parameter name|Required|Type|Explain|".to_owned(),
        "|参数名|类型|说明|" => "|Parameter name|Type|Explain|".to_owned(),
        line => heading(line).unwrap_or_else(|| line.to_owned()),
    });
    lines.collect::<Vec<_>>().join("\n")
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
