//! The words of what is wrong with a text that values or calls are to come from: a script, a log, a vendor's document. They
//! are apart from those of values, which are all that the page checks.

use super::{Code, Problem};
use crate::lang::{Lang, Words};

pub(super) fn message(problem: &Problem, lang: Lang) -> String {
    let Problem { expected, found, .. } = problem;
    let say = |zh: String, en: String| if lang == Lang::Zh { zh } else { en };
    match problem.code {
        Code::Circle => say("循环引用".into(), "leads in a circle".into()),
        Code::YamlSyntax => say(format!("YAML 不合法：{expected}"), format!("not well-formed YAML: {expected}")),
        Code::Ambiguous if expected == "java_map" => say(
            "这是 Java 的 toString 输出，值里的逗号和等号无法与分隔符区分；请打印 JSON".into(),
            "this is what Java's toString prints: commas in its texts cannot be told from those between them; print JSON"
                .into(),
        ),
        Code::Ambiguous if !expected.is_empty() => say(
            format!("有不止一种读法，不作猜测；请手工改正，此处可能缺少或写错了 {expected}"),
            format!(
                "can be read in more than one way, and is not guessed; mend it by hand: perhaps {expected} is missing or mistaken here"
            ),
        ),
        Code::Ambiguous => say(
            "有不止一种读法，不作猜测；请手工改正此处".into(),
            "can be read in more than one way, and is not guessed; mend it by hand".into(),
        ),
        Code::CutOff => say(
            "内容在一个值的中间被截断，其余部分无从得知".into(),
            "the text is cut off inside a value; the rest of it is not known".into(),
        ),
        Code::Variable => say(
            format!("此处是变量或代码（{found}），不是值；请填入具体的值"),
            format!("a variable or code ({found}), not a value; put the value here"),
        ),
        Code::NotItsBody => {
            say(format!("内容不像 {expected} 的内容"), format!("does not look like the values of {expected}"))
        }
        Code::SentOtherwise => {
            let words = sent_otherwise(expected);
            say(words.get(Lang::Zh).to_owned(), words.get(Lang::En).to_owned())
        }
        Code::FileNeeded if found == "-" => say(
            "内容来自标准输入，由另一个命令写出，无从得知".into(),
            "the body comes by standard input, from another command, and is not known".into(),
        ),
        Code::FileNeeded => say(
            format!("内容在文件 {found} 中，没有读取"),
            format!("the body is in the file {found}, which was not read"),
        ),
        Code::NoRequest if expected == "reply" => say(
            "这是网关的回复，不是请求；explain 会说明它的含义".into(),
            "a gateway's reply, not a request; `explain` tells what it means".into(),
        ),
        Code::NoRequest if expected == "callback" => say(
            "这是网关推送的回调，不是请求；explain 会说明它的含义".into(),
            "a callback that a gateway sent, not a request; `explain` tells what it means".into(),
        ),
        Code::NoRequest if expected == "environment" => say(
            "这是 Postman 的变量表（环境），不是请求；请导出集合".into(),
            "a list of Postman's variables, an environment, and no request; export the collection".into(),
        ),
        Code::NoRequest => say("其中没有请求，也没有 JSON".into(), "holds no request and no JSON".into()),
        Code::NotOpenApi if expected.is_empty() => {
            // Those that are kept are of 3.1; what is learned can be of either.
            match found.is_empty() {
                true => say("不是 OpenAPI 3.0 或 3.1 文档".into(), "not a document of OpenAPI 3.0 or 3.1".into()),
                false => say("不是 OpenAPI 3.1 文档".into(), "not a document of OpenAPI 3.1".into()),
            }
        }
        Code::NotOpenApi => say(
            format!("不是 OpenAPI 文档：缺少 {expected}"),
            format!("not a document of OpenAPI: {expected} is absent"),
        ),
        Code::NotUnderstood => {
            say(format!("看不懂；应为：{expected}"), format!("not understood; expected: {expected}"))
        }
        Code::IdTaken => say(format!("另一个操作已使用 {found}"), format!("another call is called {found}")),
        Code::OtherHost => say(
            format!("x-gateway 是已有的网关 {expected}，它的凭据会被发往 {found}；请用 --name 另取网关名"),
            format!(
                "x-gateway names a gateway that is there already, {expected}: its credentials would go to {found}; \
                 --name gives another name"
            ),
        ),
        code => code.name().to_owned(),
    }
}

/// Why what a source shows is not what it would send.
fn sent_otherwise(why: &str) -> Words {
    match why {
        "form" => Words::new(
            "这里按表单发送，而该操作要 JSON；取出的是 JSON 的值（Python 用 json=，curl 用 --json）",
            "it sends a form where the call takes JSON; the values are those of the JSON (json= in Python, --json in curl)",
        ),
        "content_type" => Words::new(
            "这里的 Content-Type 不是 JSON，而该操作要 JSON；请改为 application/json",
            "the Content-Type says that it is no JSON, which the call takes; say application/json",
        ),
        "ampersand" => Words::new(
            "没有引号，shell 会把 & 当作命令的结尾；请给地址加上引号",
            "without quotes the shell ends the command at the &; put the address in quotes",
        ),
        "cmd_quotes" => Words::new(
            "cmd 不认识单引号，会原样发出；请改用双引号",
            "cmd knows no single quotes and would send them; use double quotes",
        ),
        "brackets" => Words::new(
            "示例里的括号会一起发出，网关不认；请去掉括号，只留里面的内容",
            "the brackets of the example would be sent as well; take them away, and leave what stands in them",
        ),
        "rounded" => Words::new(
            "这个数超出 JavaScript 能精确表示的范围，发出的可能是另一个数；请写成字符串",
            "JavaScript holds no such number for certain and may send another; write it as a text",
        ),
        "string_twice" => Words::new(
            "这里把 JSON 又序列化了一次，发出的是字符串而不是对象；取出的是里面的对象",
            "it serializes JSON once more and would send a text, no object; the values are those of the object in it",
        ),
        "unsent" => Words::new(
            "这样写，这些内容不会作为请求体发出：GET 没有请求体，fetch 只认 body 这一项；请用 POST，并写在 body 里",
            "none of it is sent as a body: GET has none, and fetch takes it from `body` alone; use POST, and `body`",
        ),
        "other_option" => Words::new(
            "这个库不认这一项，不会作为请求体发出；JSON 请写在 json 里",
            "the library takes no body from this option, and sends none; put it in `json`",
        ),
        "bytes" => Words::new(
            "这里按另一种字符集（不是 UTF-8）发出，中文会变成乱码或问号；请改为 UTF-8",
            "it is sent in another character set than UTF-8, so that what is not ASCII arrives as something else; use UTF-8",
        ),
        "machine_bytes" => Words::new(
            "这里没有指定字符集，发出的字节取决于运行的机器（Windows 上可能是 GBK）；请写明 UTF-8",
            "no character set is said, so the bytes depend on the machine, and may be no UTF-8; say UTF-8",
        ),
        "length" => Words::new(
            "Content-Length 按字符数计算，而中文不止一个字节，内容会被截断；请用 Buffer.byteLength",
            "the Content-Length counts characters, which may be several bytes each: the body would be cut off; use Buffer.byteLength",
        ),
        "backslashes" => Words::new(
            "浏览器为 cmd 复制时会把反斜杠写成两个，cmd 会原样发出：页面发送的是 \\n，这里是 \\\\n",
            "a browser doubles backslashes when it copies for cmd, which sends both: \\\\n where the page sent \\n",
        ),
        _ => Words::new("实际发送的内容与所写的不同", "what it would send is not what it shows"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_words_in_both_languages() {
        let codes = [
            Code::Circle,
            Code::YamlSyntax,
            Code::NotOpenApi,
            Code::NotUnderstood,
            Code::IdTaken,
            Code::OtherHost,
            Code::Ambiguous,
            Code::CutOff,
            Code::Variable,
            Code::NotItsBody,
            Code::SentOtherwise,
            Code::FileNeeded,
            Code::NoRequest,
        ];
        for problem in codes.map(Problem::new) {
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| problem.message(lang));
            assert!(zh != en && ![zh, en].contains(&problem.code.name().to_owned()), "{:?}", problem.code);
        }
    }
}
