//! What can be wrong with a word of the command line, and what would be right. The value may be a secret, and is never
//! shown.

use wxwire::lang::Lang;
use wxwire::layer::MAX_BYTES;
use wxwire::problem::Problem;

use crate::text::Text;

/// What is wrong with a word of the command line.
#[derive(Debug)]
pub enum Mistake {
    /// Nothing stands before the `=`.
    NoKey,
    /// This key has points in it, and the operation has no field of that name.
    Points(String),
    /// The brackets of this key do not pair.
    Brackets(String),
    /// What stands behind `key:=` is no JSON.
    NotJson(String, Problem),
    /// The file behind `key=@` cannot be read; which, and why.
    NoFile(String, Text),
    /// The file of this name, behind `key=@`, is no text.
    NotText(String, String),
    /// The file of this name, behind `key=@`, has too many bytes: so many, where that is known.
    TooLarge(String, String, Option<u64>),
    /// This key leads to no item of the list, which has so many.
    NoItem(String, usize),
    /// The values so far, into which a member goes, are no JSON.
    Values(Problem),
}

impl Mistake {
    /// The mistake in words.
    pub fn message(&self, lang: Lang) -> String {
        let say = |zh: String, en: String| if lang == Lang::Zh { zh } else { en };
        match self {
            Self::NoKey => say(
                "= 前面没有字段名；应为 key=文本 或 key:=JSON".into(),
                "no key stands before the =; it is key=text, or key:=JSON".into(),
            ),
            Self::Points(key) => {
                let mut steps = key.split('.');
                let first = steps.next().unwrap_or_default().to_owned();
                let right = steps.fold(first, |right, step| format!("{right}[{step}]"));
                say(
                    format!("{key}：没有这个字段；内层字段写作 '{right}=…'"),
                    format!("{key}: there is no such field; a key inside is '{right}=…'"),
                )
            }
            Self::Brackets(key) => say(
                format!("{key}：方括号没有配对；内层字段写作 a[b]，列表项写作 a[0]，追加写作 a[]"),
                format!("{key}: the brackets do not pair; a[b] is a key inside, a[0] an item, a[] one more item"),
            ),
            Self::NotJson(key, problem) => {
                let why = problem.message(lang);
                say(
                    format!("{key}：:= 后面应为 JSON（{why}）；文本写作 {key}=…"),
                    format!("{key}: what follows := must be JSON ({why}); text is {key}=…"),
                )
            }
            Self::NoFile(key, why) => say(
                format!(
                    "{key}：@ 后面应为可以读取的文件（{}）；以 @ 开头的文本写作 '{key}=\\@…'，列表中的一项写作 '{key}[]=\\@…'",
                    why.get(lang)
                ),
                format!(
                    "{key}: what follows @ must be a file that can be read ({}); text that begins with @ is \
                     '{key}=\\@…', and an item of a list '{key}[]=\\@…'",
                    why.get(lang)
                ),
            ),
            Self::NotText(key, file) => say(
                format!("{key}：文件 {file} 不是 UTF-8 文本；@ 后面应为文本文件"),
                format!("{key}: the file {file} is not text in UTF-8; what follows @ must be a file of text"),
            ),
            Self::TooLarge(key, file, size) => {
                let zh = size.map_or_else(|| "太大".to_owned(), |size| format!("有 {size} 字节，太大"));
                let en = size.map_or_else(|| "is too large".to_owned(), |size| format!("is too large, {size} bytes"));
                say(
                    format!("{key}：文件 {file} {zh}；写成 JSON 后最多 {MAX_BYTES} 字节"),
                    format!("{key}: the file {file} {en}; written as JSON it may have at most {MAX_BYTES} bytes"),
                )
            }
            Self::NoItem(key, length) => say(
                format!("{key}：列表有 {length} 项；下标应为 0 到 {length}，追加可写作 []"),
                format!("{key}: the list has {length} items; an item is [0] to [{length}], and [] is one more"),
            ),
            Self::Values(problem) => problem.message(lang),
        }
    }
}
