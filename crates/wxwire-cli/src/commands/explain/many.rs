//! The payloads of a text that was read whole: each in full, or as a line where there are many.

use std::borrow::Cow;

use wxwire::explain::{Beside, Part};
use wxwire::lang::Lang;

use super::filter::Filter;
use super::repeats::Repeats;
use super::shown::{short, show as show_one};
use crate::exit::Exit;
use crate::input::Encoding;
use crate::options::Options;
use crate::terminal::{self, Colour};

/// So many are shown in full.
const IN_FULL: usize = 20;

/// The payload that is meant where one is: the first of a kind that is known.
pub(super) fn meant<'a, 'p>(parts: &'a [Part<'p>]) -> &'a Part<'p> {
    let known = parts.iter().find(|part| part.is_known() && !part.is_broken);
    known.unwrap_or(&parts[0])
}

/// All payloads, those of a kind that is known first.
pub(super) fn by_kind<'a, 'p>(parts: &'a [Part<'p>]) -> impl Iterator<Item = &'a Part<'p>> {
    let of = |is_known: bool| parts.iter().filter(move |part| part.is_known() == is_known);
    of(true).chain(of(false))
}

/// Says that one of several is shown alone.
pub(super) fn only_first(parts: &[Part<'_>], options: &Options) {
    let count = parts.len();
    if count > 1 {
        terminal::note(&match options.lang() {
            Lang::Zh => format!("共有 {count} 个载荷，这里只有一个；不带选项的 explain 显示全部"),
            Lang::En => format!("{count} payloads, of which this is one; explain without options shows all"),
        });
    }
}

/// Shows what was found.
pub(super) fn show(
    parts: &[Part<'_>],
    name: &str,
    bytes: &[u8],
    encoding: Option<Encoding>,
    filter: &Filter,
    options: &Options,
) -> Exit {
    let lang = options.lang();
    let wanted: Vec<&Part<'_>> = parts.iter().filter(|part| filter.takes(part)).collect();
    let mut lines = Lines::new(bytes);
    let mut repeats = Repeats::default();
    let count = wanted.len();
    let mut beside = |number: usize, part: &Part<'_>| Beside {
        number,
        of: Some(count),
        line: (part.form.is_some() || parts.len() > 1).then(|| lines.of(part.explanation.payload.start)),
        repeats: repeats.of(part.repeat.as_ref(), number),
        encoding: encoding.map(|encoding| (encoding.name(), encoding.is_sure())),
    };
    if options.json {
        for (part, number) in wanted.iter().zip(1..) {
            terminal::written(part.json(&beside(number, part), lang));
        }
        return super::exit(wanted);
    }
    if let Some(encoding) = encoding {
        terminal::say(&Colour::Yellow.paint(&encoding.words(lang)));
    }
    if count == 0 && filter.is_set() {
        terminal::note(options.say("没有符合条件的内容", "nothing in it is of that kind"));
    }
    if count > 1 {
        let known = wanted.iter().filter(|part| part.is_known()).count();
        terminal::say(&match lang {
            Lang::Zh => format!("共有 {count} 个载荷，{known} 个是已知的类型"),
            Lang::En => format!("{count} payloads, {known} of a kind that is known"),
        });
    }
    if parts.len() > 1 && parts.last().is_some_and(|last| last.explanation.more) {
        terminal::note(options.say(
            "内容太多，没有全部查看：后面可能还有载荷；经管道逐行输入则没有这个限制",
            "too much to be looked at whole: more payloads may follow; a stream of lines has no such limit",
        ));
    }
    for (part, number) in wanted.iter().zip(1..) {
        let beside = beside(number, part);
        let is_small = !part.is_told() && wanted.iter().any(|part| part.is_known());
        if count > 1 && (is_small || count > IN_FULL || beside.repeats.is_some()) {
            terminal::say(&short(part, &beside, lang));
            continue;
        }
        if count > 1 {
            let line = beside.line.unwrap_or(1);
            let head = match lang {
                Lang::Zh => format!("第 {number} 个，共 {count} 个 · 第 {line} 行"),
                Lang::En => format!("{number} of {count} · line {line}"),
            };
            terminal::say("");
            terminal::say(&Colour::Bold.paint(&head));
        }
        in_full(part, name, bytes, options);
    }
    super::exit(wanted)
}

/// One payload, all of it.
fn in_full(part: &Part<'_>, name: &str, bytes: &[u8], options: &Options) {
    let explanation = &part.explanation;
    show_one(explanation, &String::from_utf8_lossy(bytes), options);
    if let Some(form) = part.form.filter(|_| !part.is_broken) {
        let is_inside = part.at.is_some() && form == wxwire::scan::Form::Escaped;
        let words = match is_inside {
            true if part.at.as_ref().is_some_and(|at| at.contains('!')) => {
                options.say("内层中的内容", "in a layer inside")
            }
            true => options.say("JSON 字符串中的内容", "in a string of JSON"),
            false => form.words().get(options.lang()),
        };
        if !matches!(form, wxwire::scan::Form::Json | wxwire::scan::Form::Xml) {
            let at = part.at.as_ref().map(|at| format!(" · {at}")).unwrap_or_default();
            terminal::say(&Colour::Dim.paint(&terminal::one_line(&format!("({words}{at})"))));
        }
    }
    if !part.left.is_empty() {
        let words = options.say("打印时被省略：", "left out when it was printed: ");
        terminal::say(&Colour::Yellow.paint(&terminal::one_line(&format!("{words}{}", part.left.join(" ")))));
    }
    if !explanation.faults.is_empty() {
        terminal::say("");
        let source = explanation.blotted(bytes.to_vec()).unwrap_or_default();
        let source = String::from_utf8_lossy(&source);
        terminal::say(terminal::problems(&explanation.faults, name, &source, options.lang()).trim_end());
    }
}

/// Counts lines, each once.
struct Lines<'s> {
    text: Cow<'s, [u8]>,
    at: usize,
    line: usize,
}

impl<'s> Lines<'s> {
    fn new(bytes: &'s [u8]) -> Self {
        Self { text: bytes.into(), at: 0, line: 1 }
    }

    /// The line of a place; places come in order.
    fn of(&mut self, place: usize) -> usize {
        if let Some(between) = self.text.get(self.at..place) {
            self.line += memchr::memchr_iter(b'\n', between).count();
            self.at = place;
        }
        self.line
    }
}
