//! The words of what takes a close look: the rules of types, layers, paths, and sources. The page's first module finds none of
//! it, and has no words for it.

use super::{Code, Problem, sources};
use crate::derived::derived;
use crate::lang::{Lang, Words};

pub(super) fn message(problem: &Problem, lang: Lang) -> String {
    let Problem { expected, found, .. } = problem;
    let say = |zh: String, en: String| if lang == Lang::Zh { zh } else { en };
    let hint = |zh: &str, en: &str| match expected.is_empty() {
        true => String::new(),
        false => say(format!("{zh}{expected}"), format!("{en}{expected}")),
    };
    match problem.code {
        Code::Incomplete => say(format!("还缺少 {expected}"), format!("takes {expected} too")),
        Code::Ignored => say("该字段在此不起作用".into(), "has no effect here".into()) + &hint("：", ": "),
        Code::NoSuchPath if found.is_empty() => say("没有这个路径".into(), "no such path".into()),
        Code::NoSuchPath if expected.is_empty() => say(format!("没有 {found}"), format!("there is no {found}")),
        Code::NoSuchPath => say(
            format!("路径应形如 {expected}，实际为 {found}"),
            format!("the path should look like {expected}, is {found}"),
        ),
        Code::CannotHold => {
            let why = lost(expected);
            let colon = |why: &str, colon: &str| if why.is_empty() { String::new() } else { format!("{colon}{why}") };
            say(
                format!("此处不能写入该值{}", colon(why.zh, "：")),
                format!("this value cannot be written here{}", colon(why.en, ": ")),
            )
        }
        Code::Escaped if !found.is_empty() => say(
            format!("多转义了一层：{found} 应写作 {expected}"),
            format!("escaped once more than it should be: {found} stands for {expected}"),
        ),
        Code::Placeholder => say(
            format!("{found} 像是没有填写的占位符"),
            format!("{found} looks like a placeholder that was not filled in"),
        ),
        Code::Past => say(format!("时间已过：{found}"), format!("lies in the past: {found}")),
        Code::Escaped => say(
            format!("多转义了一层：应以 {expected} 开头"),
            format!("escaped once more than it should be: should begin with {expected}"),
        ),
        Code::NotProtobuf => say(format!("不是 protobuf：{expected}"), format!("not protobuf: {expected}")),
        Code::NotBase64 => say("不是 base64".into(), "not base64".into()),
        Code::DuplicateItem => say("与前面的一项相同".into(), "the same as an item before it".into()),
        Code::NotUtf8 => say("不是 UTF-8 编码".into(), "not UTF-8".into()),
        Code::RequiredOneOf => say(format!("至少填写一组：{expected}"), format!("fill in one of: {expected}")),
        // The page's reader neither imports nor learns; what reads pasted texts asks for these words itself.
        Code::Circle
        | Code::YamlSyntax
        | Code::NotOpenApi
        | Code::NotUnderstood
        | Code::IdTaken
        | Code::OtherHost
        | Code::Ambiguous
        | Code::CutOff
        | Code::Variable
        | Code::NotItsBody
        | Code::SentOtherwise
        | Code::FileNeeded
        | Code::NoRequest => match derived(sources::message as fn(&Problem, Lang) -> String) {
            Some(message) => message(problem, lang),
            None => problem.code.name().to_owned(),
        },
        code => code.name().to_owned(),
    }
}

/// Why a value cannot be written at its place, where that is known.
fn lost(why: &str) -> Words {
    match why {
        "empty" => Words::new("路径参数不能为空", "a parameter of the path is never empty"),
        "dots" => Words::new("路径会指向别处", "the path would lead elsewhere"),
        "control" => {
            Words::new("请求头不能含换行等控制字符", "a header holds no line break or other control character")
        }
        "blank" => Words::new("首尾空白会在途中丢失", "blanks at its ends are lost on the way"),
        "object" => Words::new("对象和 null 在此没有写法", "an object or null has no form there"),
        "list" => Words::new("列表在此没有写法", "a list has no form there"),
        "join" => Words::new("含有列表项之间的分隔符", "it holds what stands between the items"),
        _ => Words::new("", ""),
    }
}
