//! An explanation, for a person.

use wxwire::explain::{Beside, Explanation, Part};
use wxwire::lang::{Lang, Words};
use wxwire::layer::document::{Around, Head};
use wxwire::problem::Source;

use crate::options::Options;
use crate::terminal::{self, Colour};

/// Shows what something is, what it means, and what is inside.
pub fn show(explanation: &Explanation, source: &str, options: &Options) {
    let lang = options.lang();
    let title = explanation.title.get(lang);
    let head = match explanation.operation {
        Some(entry) => format!("{} {title}", Colour::Bold.paint(entry.id)),
        None => Colour::Bold.paint(title),
    };
    let evidence = explanation.callback.map(|(_, source)| source).filter(|source| *source != Source::Documented);
    let evidence = evidence.map(|source| format!(" · {}", source.words().get(lang))).unwrap_or_default();
    let kind = explanation.kind.words().get(lang);
    let kind = Colour::Dim.paint(&format!("{kind} · {}{evidence}", explanation.told_by.get(lang)));
    terminal::say(&format!("{head}  {kind}"));
    if let Some(around) = around(explanation, source, lang) {
        terminal::say(&Colour::Dim.paint(&around));
    }
    if !explanation.forms.is_empty() {
        let words = match lang {
            Lang::Zh => format!("由外到内的形式：{}", explanation.forms.join("、")),
            Lang::En => format!("in these forms, from the outside in: {}", explanation.forms.join(", ")),
        };
        terminal::say(&Colour::Dim.paint(&words));
    }
    if explanation.operation.is_none() && !explanation.candidates.is_empty() {
        let words = options.say("形式相同，可能属于（用 --as 指定）：", "could be of one of these; name it with --as:");
        terminal::say(&format!("{words}{}", terminal::ids(&explanation.candidates, lang)));
    }
    if let Some(verdict) = &explanation.verdict {
        terminal::say(&terminal::verdict(verdict, lang));
    }
    // What a verdict said of its code is not said again.
    let meanings = || explanation.verdict.iter().flat_map(|verdict| &verdict.reasons).filter_map(|why| why.meaning);
    for one in explanation.codes.iter().filter(|one| !meanings().any(|told| told == one.words)) {
        let code = Colour::Bold.paint(&format!("{} {}", one.gateway.name, one.code));
        terminal::say(&format!("{code}  {}", one.words.get(lang)));
    }
    terminal::say("");
    terminal::say(&terminal::tree(&explanation.lines, lang));
    if explanation.more {
        let count = explanation.lines.len();
        terminal::say(&Colour::Yellow.paint(&match lang {
            Lang::Zh => format!("……后面还有：只显示前 {count} 个值；--set 可以修改所有的值"),
            Lang::En => format!("… and more: only the first {count} values are shown; --set reaches all of them"),
        }));
    }
}

/// Where the payload was found, where it is not all that there is.
fn around(explanation: &Explanation, source: &str, lang: Lang) -> Option<String> {
    let words = match &explanation.around {
        Around::Nothing => return None,
        Around::Http(Head { status: Some(status), .. }) => {
            Words::new("在一条 HTTP 回复之中，状态码", "inside an HTTP response, status").get(lang).to_owned()
                + &format!(" {status}")
        }
        Around::Http(_) => Words::new("在一条 HTTP 请求之中", "inside an HTTP request").get(lang).to_owned(),
        Around::Text => {
            let before = source.as_bytes().get(..explanation.payload.start).unwrap_or_default();
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
            match lang {
                Lang::Zh => format!("在一段文字之中，从第 {line} 行开始"),
                Lang::En => format!("inside a text, from line {line} on"),
            }
        }
    };
    Some(words)
}

/// A payload in a line: where it stands, what it is, what it says.
pub(super) fn short(part: &Part<'_>, beside: &Beside, lang: Lang) -> String {
    let what = &part.explanation;
    let place = match (beside.line, lang) {
        (Some(line), Lang::Zh) => format!("第 {line} 行"),
        (Some(line), Lang::En) => format!("line {line}"),
        (None, _) => beside.number.to_string(),
    };
    let kind = what.kind.words().get(lang);
    let name = what.operation.map(|entry| entry.id).unwrap_or_default();
    let mut words = vec![Colour::Dim.paint(&place), kind.to_owned()];
    if !name.is_empty() {
        words.push(Colour::Bold.paint(name));
    }
    words.push(what.title.get(lang).to_owned());
    if part.is_broken {
        words.push(Colour::Red.paint(what.told_by.get(lang)));
    }
    if let Some(number) = beside.repeats {
        words.push(Colour::Yellow.paint(&match lang {
            Lang::Zh => format!("与第 {number} 个相同，重复推送"),
            Lang::En => format!("the same as {number}, sent again"),
        }));
    }
    if let Some(verdict) = &what.verdict {
        words.push(terminal::level(verdict, lang));
        let said = [verdict.code.as_deref(), verdict.message.as_deref()].into_iter().flatten();
        words.extend(said.map(terminal::one_line));
    }
    words.join("  ")
}
