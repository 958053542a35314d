//! What commands, arguments and values are called in Chinese.

/// What a value is called in a usage line.
pub fn value_name(name: &str) -> Option<&'static str> {
    Some(match name {
        "OPERATION" => "操作",
        "VALUES" => "内容",
        "NAME" => "名称",
        "FILE" | "WHAT" => "文件",
        "FOLDER" => "目录",
        "GATEWAY" => "网关",
        "PART" => "范围",
        "WORDS" => "词语",
        "SECONDS" => "秒数",
        "FAULT" => "故障",
        "SEED" => "种子",
        "COUNT" => "数量",
        "COMMAND" => "命令",
        "ADDRESS" => "地址",
        "PORT" => "端口",
        "FORM" => "格式",
        "LANG" => "语言",
        "WHEN" => "何时",
        "KIND" => "类型",
        "N|NAME" => "序号|名称",
        "PATH" => "路径",
        "PATH=VALUE" => "路径=值",
        "SHELL" => "shell",
        _ => return None,
    })
}

/// What a command does.
pub fn about(command: &str) -> &'static str {
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
        "man" => "写出手册页，英文和中文",
        "help" => "打印帮助，或某个命令的帮助",
        _ => "",
    }
}

/// What an argument of a command is.
pub fn help(command: &str, argument: &str) -> &'static str {
    match (command, argument) {
        ("login", "profile") => return "从这个配置中取地址，登录也为它保存",
        ("list", "gateway") => return "仅本次使用的网关文档，或 learn 能读取的任何文件；可重复",
        ("import", "folder") => return "--all 写入的目录",
        ("import", "replace") => return "已有同名文件时覆盖",
        ("explain", "profile") => return "用这个配置的密钥打开加密的内容",
        ("explain", "operation") => return "回复所属的操作；默认由形式判断",
        ("import", "operation") => return "操作；默认由地址或形式判断",
        _ => {}
    }
    match argument {
        "json" => "输出 JSON：一行一个文档，键名稳定",
        "lang" => "文本的语言；默认取自系统区域设置",
        "only" => "只解读这一类：回调、回复或请求；用 --gateway 网关名 只解读该网关的",
        "part" => "只列出一个网关、分类，或某个网关的一个分类（网关.分类）",
        "search" => "只列出编号、名称、路径或字段中含有这些词语的操作",
        "color" => "颜色：auto 时，有 NO_COLOR 则没有，有 CLICOLOR_FORCE 则总有，否则只在终端上有",
        "quiet" => "只输出结果、警告和错误，不输出说明",
        "gateway" => "仅本次使用的网关文档，或 learn 能读取的任何文件；可重复",
        "proxy" => {
            "经这个代理发送（http、https、socks4、socks5、socks5h）；默认取 HTTPS_PROXY、HTTP_PROXY 或 ALL_PROXY，NO_PROXY 中的主机除外"
        }
        "cacert" => "只信任这个 PEM 文件中的证书",
        "insecure" => "信任任何证书：中间人可以读取和篡改一切",
        "verbose" => "在标准错误上显示每个请求和回复，凭据不显示",
        "folder" => "手册页的目录，如 ~/.local/share/man",
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
            "把回调发到这个地址：结算已发内容的回调，加 --callbacks 还有其他回调；写作 网关=URL 或 网关/配置=URL 时只发这个网关的；可重复"
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
        "paths" => "逐行打印每个值及其路径，便于查找",
        "hex" => "逐字节打印十六进制，旁边是其中的值；与 --get 同用时只打印那个值的字节",
        "listed" => "列出页面、程序、日志、集合或录制中的全部请求，以及各自的操作和类型",
        "pick" => "选取其中一个请求：列表中的序号，或名称、名称的一部分",
        "every" => "取出全部请求：每个请求的内容写入一个文件",
        "get" => "只打印某个路径的值，原样输出；与 --profile 同用时取解密后内容中的值",
        "set" => "改动某个路径的值并输出全文，其余字节不变；可重复",
        "port" => "端口；0 表示任意空闲端口",
        "page" => "已构建页面所在的目录",
        "shell" => "shell 名称",
        "command" => "命令",
        _ => "",
    }
}
