//! What stands below the help: the forms of a request, how tokens are fetched, the faults of the mock, and the exit statuses.

use clap::Command;
use wxwire::export::{FORMATS, Format};
use wxwire::lang::{Lang, Words};
use wxwire_mock::Fault;

use super::wrap::{COLUMNS, item, lines};
use crate::exit::{self, Exit};

/// The exit statuses of `send`, with what they mean.
const STATUSES: [(Exit, Words); 10] = [
    (Exit::Done, Words::new("已接收或已排队", "accepted or queued")),
    (
        Exit::OwnFault,
        Words::new(
            "本程序出错；消息发出后结果写不出来，退出码不变",
            "an error of wxwire's own; once a message left, its own status stands",
        ),
    ),
    (Exit::Usage, Words::new("用法错误", "usage")),
    (Exit::Credentials, Words::new("缺少凭据，或凭据被拒绝", "credentials absent or refused")),
    (Exit::Invalid, Words::new("未通过检查，没有发送", "invalid, nothing was sent")),
    (Exit::NotSent, Words::new("没有连上网关", "not sent: the gateway was never reached")),
    (Exit::Unknown, Words::new("结果未知，请先核实", "outcome unknown: find out before sending again")),
    (Exit::Refused, Words::new("网关拒绝", "refused by the gateway")),
    (Exit::Partial, Words::new("部分接收，不要整体重发", "partly taken: do not send the whole again")),
    (Exit::RateLimited, Words::new("超过频率限制", "rate limited")),
];

/// Puts footers below the help of the commands that have some.
pub fn add(command: Command, lang: Lang) -> Command {
    command
        .after_help(general(lang))
        .mut_subcommand("list", |sub| sub.after_help(names(lang)))
        .mut_subcommand("completions", |sub| sub.after_help(shells(lang)))
        .mut_subcommand("build", |sub| sub.after_help(forms(lang)))
        .mut_subcommand("send", |sub| {
            sub.after_help(format!("{}\n\n{}\n\n{}", tokens(lang), statuses(lang), faults(lang)))
        })
        .mut_subcommand("mock", |sub| sub.after_help(faults(lang)))
        .mut_subcommand("serve", |sub| sub.after_help(faults(lang)))
}

/// What holds for all commands.
fn general(lang: Lang) -> String {
    let status = Words::new(
        "退出码：0 完成，1 本程序出错或结果无法写出，2 用法错误，10 凭据，30 及以上见 `wxwire help send`。",
        "Exit status: 0 done, 1 an error of wxwire's own, or output that cannot be written, 2 usage, 10 credentials, 30 and above: see \
         `wxwire help send`.",
    );
    let pipe = Words::new(
        "读取方提前关闭管道不算错误，输出就此结束。",
        "A reader that closes the pipe early is no error: the output ends there.",
    );
    let json = Words::new(
        "加上 --json，每种结果都是一行 JSON；错误为 {\"error\":{\"code\",\"message\"}}，code 取值：",
        "With --json every outcome is one line of JSON. An error is {\"error\":{\"code\",\"message\"}}, its code one of: ",
    );
    let names: Vec<_> = exit::Fault::ALL.iter().map(|fault| fault.name()).collect();
    let json = format!("{}{}", json.get(lang), names.join(if lang == Lang::Zh { "、" } else { ", " }));
    let parts = [status.get(lang), pipe.get(lang), &json].map(|part| lines(part, COLUMNS).join("\n"));
    parts.join("\n")
}

/// What else `list` takes.
fn names(lang: Lang) -> String {
    let words = Words::new(
        "--gateway 在这里还可用网关名，只列出它的操作。",
        "With list, --gateway also takes a gateway's name: only its operations are listed.",
    );
    lines(words.get(lang), COLUMNS).join("\n")
}

/// How each shell is made to ask.
fn shells(lang: Lang) -> String {
    let heading = Words::new(
        "写入 shell 的启动文件；候选由 wxwire 本身给出，包括学会的网关和配置：",
        "For the file that a shell starts with; wxwire itself names what can follow, learned gateways and profiles too:",
    );
    let line = |(shell, how): &(&str, &str)| format!("\n  {shell:12}{how}");
    lines(heading.get(lang), COLUMNS).join("\n") + &SHELLS.iter().map(line).collect::<String>()
}

const SHELLS: [(&str, &str); 5] = [
    ("bash", "source <(wxwire completions bash)"),
    ("zsh", "source <(wxwire completions zsh)"),
    ("fish", "wxwire completions fish | source"),
    ("powershell", "wxwire completions powershell | Out-String | Invoke-Expression"),
    ("elvish", "eval (wxwire completions elvish | slurp)"),
];

/// How a call comes by its token.
fn tokens(lang: Lang) -> String {
    let words = Words::new(
        "网关有获取 token 的接口时，设置好该接口所需的凭据即可（`wxwire show` 会列出），token 由本程序获取，存放在缓存目录\
         的 wxwire/tokens 下，只有自己可读；到期之前，或网关说它已失效时，重新获取一次。多个进程同时运行只获取一次。\
         已设置 token 的，按原样使用。",
        "Where a gateway has a call for tokens, the credentials of that call are enough (`wxwire show` names them): the token is \
         fetched, kept in wxwire/tokens in the folder for caches, readable by you alone, and fetched again before it ends or \
         once when the gateway says that it has ended. Of several processes one fetches. A token that is set is used as it is.",
    );
    lines(words.get(lang), COLUMNS).join("\n")
}

fn statuses(lang: Lang) -> String {
    let line = |(exit, words): &(Exit, Words)| item(&(*exit as u8).to_string(), 4, words.get(lang));
    let heading = Words::new("退出码：", "Exit status:").get(lang);
    heading.to_owned() + &STATUSES.iter().map(line).collect::<String>()
}

fn forms(lang: Lang) -> String {
    let line = |form: &Format| item(form.name, 12, form.about.get(lang));
    let heading = Words::new("--as 的取值：", "Forms:").get(lang);
    let read: Vec<_> = FORMATS.iter().filter(|form| !form.runs).map(|form| form.name).collect();
    let credentials = match lang {
        Lang::Zh => format!("凭据在 {} 中写作 •••，在其余格式中写作 {{{{名称}}}}，运行前请填入；", read.join("、")),
        Lang::En => format!("A credential stands as ••• in {}; in the others as {{{{name}}}}, ", read.join(" and ")),
    };
    let reveal =
        Words::new("--reveal 写出凭据本身。", "to be filled in before they run. With --reveal it stands there itself.");
    let list: String = FORMATS.iter().map(line).collect();
    let words = lines(&format!("{credentials}{}", reveal.get(lang)), COLUMNS);
    format!("{heading}{list}\n\n{}", words.join("\n"))
}

fn faults(lang: Lang) -> String {
    let line = |(name, words): &(&str, Words)| item(name, 18, words.get(lang));
    let heading = Words::new("--fault 的取值：", "Faults:").get(lang);
    heading.to_owned() + &Fault::KNOWN.iter().chain(&Fault::WHEN).map(line).collect::<String>()
}
