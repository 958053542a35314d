//! From the first part of a page to the last: each is put where its heading says.

mod plain;
mod rows;

use super::address::call;
use super::block::{Block, Mark};
use super::cells;
use super::columns::{self, Column};
use super::draft::Draft;
use super::gather::METHODS;
use super::heading::{self, Heading, Side};
use super::status;
use crate::import::Text;
use crate::lang::Words;
use crate::learn::MAX_CALLS;
use crate::learn::notes::Notes;

/// Words that stand between a title and a method, and are neither.
const STATES: [&str; 8] = ["已发布", "开发中", "测试中", "设计中", "将废弃", "已废弃", "待确定", "有异常"];

/// The walk over a page.
pub(super) struct Walk<'b, 'n> {
    blocks: &'b [Block],
    notes: &'n mut Notes,
    /// The calls so far; the last is still being read.
    pub(super) drafts: Vec<Draft>,
    section: Heading,
    /// The title of the sample that follows.
    sample: String,
    columns: Option<Vec<Column>>,
    /// A line that may be the title of the next call, and what is said of it.
    title: Option<Text>,
    about: Vec<String>,
    page: Option<String>,
    /// A method that stands above its address.
    method: Option<&'static str>,
    /// Where it is.
    at: usize,
    /// What is left out at the moment: its place, and its first words.
    left: Option<(std::ops::Range<usize>, String)>,
    /// A heading has been met.
    is_begun: bool,
    /// The reply that is being read is one of a failure.
    is_failure: bool,
}

impl<'b, 'n> Walk<'b, 'n> {
    pub(super) fn new(blocks: &'b [Block], notes: &'n mut Notes) -> Self {
        Self {
            blocks,
            notes,
            drafts: vec![],
            section: Heading::Other,
            sample: String::new(),
            columns: None,
            title: None,
            about: vec![],
            page: None,
            method: None,
            at: 0,
            left: None,
            is_begun: false,
            is_failure: false,
        }
    }

    pub(super) fn run(&mut self) {
        let mut at = 0;
        while at < self.blocks.len() {
            let from = at;
            self.at = at;
            match &self.blocks[at] {
                Block::Code(code) => self.code(code),
                Block::Row(cells) => self.row(cells),
                Block::Line(text, mark) => at += self.line(at, text, *mark),
            }
            at = at.max(from + 1);
        }
        self.tell_left();
    }

    /// Reads a line; gives how many more it took.
    fn line(&mut self, at: usize, text: &Text, mark: Mark) -> usize {
        if let Some((method, url, lines)) = call(self.blocks, at) {
            self.begin(text, at);
            if let Some(draft) = self.drafts.last_mut() {
                draft.call.method = method.to_ascii_lowercase();
                draft.call.address(url.as_str(), url.place(), self.notes);
            }
            self.section = Heading::Other;
            return lines;
        }
        let line = text.as_str().trim();
        // What stands above a method and its address is their title, whatever it says.
        if call(self.blocks, at + 1).is_some() && !STATES.contains(&line) {
            self.tell_left();
            self.title = Some(text.clone());
            return 1;
        }
        if STATES.contains(&line) {
            return 1;
        }
        // At the top, what stands above the first heading is the title, even if it reads as one itself.
        let is_above =
            || self.blocks.get(at + 1).and_then(Block::line).is_some_and(|next| heading::read(next).is_some());
        let is_first =
            self.drafts.is_empty() && self.title.is_none() && mark == Mark::Plain && !line.ends_with([':', '：']);
        if is_first && matches!(heading::read(line), Some(Heading::Fields(..))) && is_above() {
            self.title = Some(text.clone());
            self.section = Heading::Other;
            return 1;
        }
        if let Some(heads) = self.heads(at) {
            return heads;
        }
        if let Some(lines) = self.status(at) {
            return lines;
        }
        if let Some(columns) = columns::of_line(line).filter(|columns| columns.len() > 2) {
            if !self.is_fields() {
                self.section = Heading::Fields(Side::Request, None);
            }
            self.columns = Some(columns);
            return 1;
        }
        if let Some((heading, media)) = cells::of_place(line) {
            if let (Some(draft), false) = (self.drafts.last_mut(), media.is_empty()) {
                draft.call.takes(media);
            }
            let side = if self.side() == Side::Reply { None } else { Some(heading) };
            self.enter(side.unwrap_or(Heading::Fields(Side::Reply, None)), "");
            return 1;
        }
        if let Some((heading, value)) = heading::with_value(line) {
            let start = text.len() - text.as_str().trim_start().len() + value;
            let value = text.slice(start..text.len()).trim();
            self.heading(heading, text, at, "");
            self.said(&value);
            return 1;
        }
        // In the midst of fields that stand line by line, only what cannot be one of theirs is a heading.
        if let Some(heading) = self.read(at, line).filter(|_| mark != Mark::Bullet || line.ends_with([':', '：'])) {
            self.heading(heading, text, at, "");
            return 1;
        }
        if let Some((heading, title)) =
            heading::of_sample(line).filter(|_| matches!(self.blocks.get(at + 1), Some(Block::Code(_))))
        {
            self.heading(heading, text, at, title);
            return 1;
        }
        self.plain(at, text, mark)
    }

    /// A heading; what reads as one in English and is a field's name above its type is none.
    fn read(&self, at: usize, line: &str) -> Option<Heading> {
        heading::read(line).filter(|_| !line.is_ascii() || !cells::begins(self.blocks, at))
    }

    /// The statuses of a reply, above what it holds: how many lines they take.
    fn status(&mut self, at: usize) -> Option<usize> {
        let is_reply = self.side() == Side::Reply && matches!(self.section, Heading::Fields(..) | Heading::Sample(..));
        if !is_reply {
            return None;
        }
        let found = status::read(self.blocks, at, true)?;
        if found.count > 1 {
            let Block::Line(text, _) = &self.blocks[at] else { return None };
            self.notes.left_out(text.trim().place(), text.as_str(), HIDDEN);
        }
        self.enter(Heading::Fields(Side::Reply, None), "");
        self.is_failure = !(200..300).contains(&found.shown);
        Some(found.lines)
    }

    /// The first row of a table that was copied cell by cell: how many lines it has.
    fn heads(&mut self, at: usize) -> Option<usize> {
        let mut heads: Vec<Column> = Vec::new();
        for column in self.blocks[at..].iter().take(12).map_while(|block| columns::head(block.line()?)) {
            // A second name is that of the first field.
            if heads.contains(&column) {
                break;
            }
            heads.push(column);
        }
        let is_table = heads.len() > 2 && heads[0] == Column::Name && heads.contains(&Column::Type);
        if is_table && !self.is_fields() {
            self.section = Heading::Fields(Side::Request, None);
        }
        is_table.then(|| {
            let length = heads.len();
            self.columns = Some(heads);
            length
        })
    }

    fn heading(&mut self, heading: Heading, text: &Text, at: usize, sample: &str) {
        if heading == Heading::Url && self.drafts.last().is_none_or(|draft| !draft.call.path.is_empty()) {
            self.begin(text, at);
        }
        // `示例` alone is of the side that is being read, and so is what came of it.
        let heading = match heading {
            Heading::Outcome(failed) if self.side() == Side::Reply => {
                self.is_failure = failed;
                return;
            }
            Heading::Sample(None, failed) => Heading::Sample(Some(self.side()), failed),
            other => other,
        };
        self.enter(heading, sample);
    }

    fn enter(&mut self, heading: Heading, sample: &str) {
        self.tell_left();
        self.is_failure = matches!(heading, Heading::Sample(_, true))
            || self.is_failure && self.side() == Side::Reply && matches!(heading, Heading::Sample(..));
        self.is_begun = true;
        self.section = heading;
        self.sample = sample.to_owned();
        self.columns = None;
    }

    /// Begins a call, under the title that stands above it.
    fn begin(&mut self, text: &Text, at: usize) {
        self.tell_left();
        if self.drafts.len() == MAX_CALLS {
            self.notes.left_out(text.trim().place(), text.as_str(), TOO_MANY);
            // What follows belongs to it, and goes with it.
            self.drafts.push(Draft::default());
        }
        if self.drafts.len() > MAX_CALLS {
            return;
        }
        let above = self.blocks[..at].iter().rev().take(3).filter_map(Block::line).find(|line| !STATES.contains(line));
        let title = match self.title.take() {
            Some(title) => {
                // `POST 上传文件`
                let title = title.as_str().trim();
                let named = METHODS.iter().find_map(|method| title.strip_prefix(method)?.strip_prefix(' '));
                named.unwrap_or(title).trim().to_owned()
            }
            None if !self.about.is_empty() => {
                let title = self.about.remove(0);
                self.notes.guessed(text.trim().place(), &title, TITLE);
                title
            }
            None => above.filter(|line| line.chars().count() < 60).unwrap_or_default().to_owned(),
        };
        let mut draft = Draft::default();
        draft.call.title = title;
        draft.call.help = std::mem::take(&mut self.about).join(" ");
        draft.call.page = self.page.clone();
        draft.call.method = self.method.take().map(str::to_ascii_lowercase).unwrap_or_default();
        draft.call.span = text.trim().place();
        self.drafts.push(draft);
    }

    fn side(&self) -> Side {
        match self.section {
            Heading::Fields(side, _) | Heading::Sample(Some(side), _) => side,
            _ => Side::Request,
        }
    }

    fn is_fields(&self) -> bool {
        matches!(self.section, Heading::Fields(..))
    }

    fn tell_left(&mut self) {
        if let Some((span, words)) = self.left.take() {
            self.notes.left_out(span, &words, AROUND);
        }
    }
}

const HIDDEN: Words = Words::new(
    "有多个状态码，页面上只显示了第一个的内容",
    "of several statuses, the page shows the reply of the first alone",
);
const TOO_MANY: Words = Words::new("接口太多，从这里起不再读取", "too many calls; from here on none is read");
const AROUND: Words = Words::new("接口之外的文字", "text that tells nothing of a call's fields");
const NO_CALL: Words =
    Words::new("前面没有接口地址，不知属于哪个接口", "no address above it: of which call it is, is not known");
const TITLE: Words =
    Words::new("页面没有标题，取描述的第一句", "no title on the page: the first line of its description");
