//! The help in Chinese.

use clap::{Arg, ArgAction, Command};

/// Puts the Chinese texts in the place of the English ones.
pub fn translate(command: Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = command
        .about("编写、检查、发送和解读微信与企业微信消息")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help_flag())
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help("打印版本"))
        .help_template("{about-with-newline}\n用法：{usage}\n\n命令：\n{subcommands}\n\n选项：\n{options}{after-help}")
        .mut_args(argument);
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |sub| {
            let places = if sub.get_positionals().next().is_some() { "参数：\n{positionals}\n\n" } else { "" };
            let template =
                format!("{{about-with-newline}}\n用法：{{usage}}\n\n{places}选项：\n{{options}}{{after-help}}");
            let about = about(&name);
            sub.disable_help_flag(true).arg(help_flag()).mut_args(argument).about(about).help_template(template)
        })
    })
}

fn help_flag() -> Arg {
    Arg::new("help").short('h').long("help").action(ArgAction::Help).help("打印帮助")
}

/// An argument with its help; what clap would say of its values in English is said in it.
fn argument(arg: Arg) -> Arg {
    let text = help(arg.get_id().as_str());
    if text.is_empty() {
        return arg;
    }
    if !arg.get_action().takes_values() {
        return arg.help(text);
    }
    let possible: Vec<_> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let said = [("可选 ", possible), ("默认 ", default)].into_iter().filter(|(_, values)| !values.is_empty());
    let said: Vec<_> = said.map(|(word, values)| format!("{word}{}", values.join("、"))).collect();
    let text = if said.is_empty() { text.to_owned() } else { format!("{text}（{}）", said.join("；")) };
    arg.help(text).hide_possible_values(true).hide_default_value(true)
}

fn about(command: &str) -> &'static str {
    match command {
        "list" => "列出操作：全部、某个网关或分类的，或含有某些词语的",
        "show" => "查看一个操作：字段、限制、凭据和示例",
        "example" => "打印厂商文档中的示例，作为起点",
        "check" => "检查内容，逐一指出每个问题的位置",
        "build" => "打印请求，供人查看或供其他工具使用；凭据不显示",
        "send" => "检查、发送，并说明真实结果",
        "explain" => "解读任意内容：它是什么、逐层打开后里面有什么、回复说明了什么",
        "import" => "从任意文本中找出操作和内容：curl 等命令、请求、代码、有错误的 JSON",
        "learn" => "从 OpenAPI 文档、Postman 或 Apifox 的导出、复制的文档页面学会一个网关，之后所有命令都可使用",
        "login" => "扫码登录一个网关，并保存 token，供发送时使用",
        "listen" => "接收回调：验签、解密、解读，并按各网关的要求应答",
        "mock" => "在本机模拟各个网关",
        "serve" => "在本机提供试验页面；请求由本命令发出，凭据不进浏览器",
        "completions" => "打印 shell 的补全脚本",
        "help" => "打印帮助，或某个命令的帮助",
        _ => "",
    }
}

fn help(argument: &str) -> &'static str {
    match argument {
        "json" => "输出 JSON：一行一个文档，键名稳定",
        "lang" => "文本的语言；默认取自系统区域设置",
        "only" => "只解读这一类：callback 回调、reply 回复、request 请求",
        "part" => "只列出一个网关、分类，或某个网关的一个分类（网关.分类）",
        "search" => "只列出编号、名称、路径或字段中含有这些词语的操作",
        "gateway" => {
            "仅本次使用的网关文档，或 learn 能读取的任何文件；可重复。list 和 explain 还可用网关名，只列出它的操作、只解读它的内容"
        }
        "at" => "网关",
        "files" => "文件，或 - 表示标准输入",
        "called" => "网关名；默认取自文档",
        "out" => "写入这个文件；默认为配置目录下的 gateways/网关名.json",
        "replace" => "已有同名文件时覆盖",
        "add" => "与该网关已有的文档放在一起，写入 gateways/网关名.文件名.json：同一厂商的另一个页面，用同一个 --name",
        "missing" => "只指出还缺少什么，不写入",
        "from" => "接收谁的回调：网关，或 网关/配置；路径另取时写作 路径=网关",
        "host" => "监听的地址；默认只有本机可达",
        "callback" => {
            "把回调发到这个地址：结算已发内容的回调，加 --callbacks 还有其他回调；GATEWAY=URL 或 GATEWAY/PROFILE=URL 只发这个网关的；可重复"
        }
        "callbacks" => "发送这么多条回调，各种类型轮流",
        "forget" => "忘掉之前收到过的回调：再次发来时重新接收",
        "exec" => "每条回调交给这个命令：内容在标准输入，有输出则作为被动回复",
        "operation" => "操作，见 `wxwire list`",
        "name" => "示例名；默认第一个",
        "values" => {
            "文件或 -（整个内容）；之后可用 key=文本、key:=json、key=@文件（文件字段按原样发送）、'key=\\@文本'；嵌套写作 data[desc]=…、list[0][a]=…"
        }
        "form" => "输出格式",
        "base_url" => "厂商路径之前的部分：协议、主机及前缀",
        "mock" => "发给模拟网关，不发给真实网关",
        "fault" => "让模拟网关出错，可重复",
        "seed" => "相同的种子产生相同的编号",
        "dry_run" => "打印完整请求（凭据已隐藏），不发送",
        "profile" => "只从这个配置中取凭据和地址",
        "strict" => "有警告也拒绝，与错误相同",
        "reveal" => "写出凭据本身：看到输出的人就能以你的名义发送",
        "connect_timeout" => "等待连接的秒数",
        "timeout" => "等待完整回复的秒数",
        "file" => "文件，或 - 表示标准输入",
        "what" => "文件，或 - 表示标准输入，或错误码，如 45009",
        "get" => "只打印某个路径的值，原样输出；与 --profile 同用时取解密后内容中的值",
        "set" => "改动某个路径的值并输出全文，其余字节不变；可重复",
        "port" => "端口；0 表示任意空闲端口",
        "page" => "已构建页面所在的目录",
        "shell" => "shell 名称",
        "command" => "命令",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn nothing_is_left_untranslated() {
        let command = crate::args::Cli::command();
        for sub in command.get_subcommands() {
            assert!(!about(sub.get_name()).is_empty(), "{}", sub.get_name());
            for argument in sub.get_arguments() {
                assert!(!help(argument.get_id().as_str()).is_empty(), "{} {}", sub.get_name(), argument.get_id());
            }
        }
        crate::args::command(wxwire::lang::Lang::Zh).debug_assert();
    }
}
