//! From the first part of a page to the last: each is put where its heading says.

use super::block::{Block, Mark};
use super::columns::{self, Column};
use super::draft::Draft;
use super::flat::Flat;
use super::gather::METHODS;
use super::heading::{self, Heading, Side};
use super::{cells, help, row};
use crate::import::Text;
use crate::lang::Words;
use crate::learn::MAX_CALLS;
use crate::learn::field::Place;
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
    /// What is left out at the moment: its place, and its first words.
    left: Option<(std::ops::Range<usize>, String)>,
    /// The reply that is being read is one of a failure.
    is_failure: bool,
}

/// The address that stands below a method or beside it: a call begins there. Gives how many lines that takes.
pub(super) fn call(blocks: &[Block], at: usize) -> Option<(String, Text, usize)> {
    let Some(Block::Line(text, Mark::Plain | Mark::Heading)) = blocks.get(at) else { return None };
    let line = text.as_str().trim();
    let method =
        METHODS.iter().find(|method| line.get(..method.len()).is_some_and(|word| word.eq_ignore_ascii_case(method)))?;
    let is_address = |line: &str| {
        let begins = ["/", "http://", "https://", "{{"].iter().any(|begin| line.starts_with(begin));
        begins && line.len() < 2000 && !line.contains(char::is_whitespace)
    };
    if line.len() == method.len() && line == *method {
        let Some(Block::Line(url, _)) = blocks.get(at + 1) else { return None };
        return is_address(url.as_str().trim()).then(|| ((*method).to_owned(), url.trim(), 2));
    }
    let rest = &line[method.len()..];
    let is_beside = line.starts_with(method)
        && (rest.starts_with(char::is_whitespace) || rest.starts_with('/'))
        && is_address(rest.trim());
    let start = text.len() - text.as_str().trim_start().len() + method.len();
    is_beside.then(|| ((*method).to_owned(), text.slice(start..text.len()).trim(), 1))
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
            left: None,
            is_failure: false,
        }
    }

    pub(super) fn run(&mut self) {
        let mut at = 0;
        while at < self.blocks.len() {
            let from = at;
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
        if let Some(code) = cells::status(line).filter(|_| self.side() == Side::Reply && self.is_fields()) {
            self.is_failure = !(200..300).contains(&code);
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
        if let Some(heading) = heading::read(line).filter(|_| mark != Mark::Bullet || line.ends_with([':', '：'])) {
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
        // `示例` alone is of the side that is being read.
        let heading = match heading {
            Heading::Sample(None, failed) => Heading::Sample(Some(self.side()), failed),
            other => other,
        };
        self.enter(heading, sample);
    }

    fn enter(&mut self, heading: Heading, sample: &str) {
        self.tell_left();
        self.is_failure = matches!(heading, Heading::Sample(_, true))
            || self.is_failure && self.side() == Side::Reply && matches!(heading, Heading::Sample(..));
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
        draft.call.span = text.trim().place();
        self.drafts.push(draft);
    }

    fn plain(&mut self, at: usize, text: &Text, mark: Mark) -> usize {
        let line = text.as_str().trim();
        if matches!(self.section, Heading::Url | Heading::Method | Heading::Title) && self.said(text) {
            return 1;
        }
        match self.section {
            Heading::Fields(side, place) => {
                // Between the media type and the fields.
                if line == "Body" || line.contains('/') && line.is_ascii() && !line.contains(' ') {
                    if let Some(draft) = self.drafts.last_mut().filter(|_| side == Side::Request) {
                        draft.call.takes(line);
                    }
                    return 1;
                }
                if cells::begins(self.blocks, at) {
                    let mut end = at;
                    let flats = cells::read(self.blocks, &mut end);
                    flats.into_iter().for_each(|flat| self.flat(flat, side, place));
                    return end.saturating_sub(at).max(1);
                }
                if let Some(columns) =
                    self.columns.clone().filter(|columns| row::of_line(text, columns, &|_| false).is_some())
                {
                    self.line_row(text, &columns, side, place);
                    return 1;
                }
                if place == Some(Place::Header) && self.header(text) || mark == Mark::Bullet && self.media(line) {
                    return 1;
                }
            }
            _ => {}
        }
        if let Some(page) = self.address(at, line).filter(|_| self.page.is_none()) {
            if let Some(draft) = self.drafts.last_mut() {
                draft.call.page = Some(page.clone());
            }
            self.page = Some(page);
            return 1;
        }
        self.left_over(at, text, mark);
        1
    }

    /// A line that belongs to nothing: the title of what follows, what is said of it, or left out.
    fn left_over(&mut self, at: usize, text: &Text, mark: Mark) {
        let line = text.as_str().trim();
        let next = self.blocks.get(at + 1);
        let below = next.and_then(Block::line);
        let is_short = line.chars().count() < 60 && !line.ends_with(['。', '.', ';', '；']);
        let is_above = below.is_some_and(|next| {
            heading::read(next).is_some() || heading::with_value(next).is_some() || STATES.contains(&next)
        });
        let is_call = call(self.blocks, at + 1).is_some();
        let first = self.drafts.is_empty();
        if is_short
            && mark != Mark::Bullet
            && (is_above || is_call || mark == Mark::Heading)
            && !(self.is_about() && !is_call)
        {
            self.title = Some(text.clone());
            self.about.clear();
        } else if self.is_about() && (first || self.title.is_some()) && self.about.len() < 20 {
            self.about.extend(Some(help::plain(line)).filter(|line| !line.is_empty()));
        } else {
            let place = text.trim().place();
            match &mut self.left {
                Some((span, _)) => span.end = place.end.max(span.end),
                None => self.left = Some((place, line.to_owned())),
            }
        }
    }

    fn is_about(&self) -> bool {
        // Behind `简要描述`, and not at the top of the page.
        self.section == Heading::Other && self.columns.is_none() && self.title.is_some()
    }

    fn row(&mut self, cells: &[Text]) {
        if let Some(columns) = columns::of_row(cells) {
            // A table without a heading tells by its columns of which side it is.
            if !self.is_fields() && columns.contains(&Column::Required) {
                self.section = Heading::Fields(Side::Request, None);
            }
            self.columns = Some(columns);
            return;
        }
        // A table of something else: of codes, of states.
        let heads = cells.iter().filter(|cell| columns::head(cell.as_str().trim()).is_some()).count();
        if heads > 0 && cells.iter().all(|cell| !cell.as_str().trim().is_ascii()) {
            self.columns = Some(vec![]);
        }
        let Heading::Fields(side, place) = self.section else {
            return self.left_row(cells);
        };
        let usual = [Column::Name, Column::Required, Column::Type, Column::Help];
        let columns = self.columns.clone().unwrap_or_else(|| usual.to_vec());
        match row::of_cells(cells, &columns) {
            Some(flat) => {
                if let Some(draft) = self.drafts.last_mut() {
                    draft.has_marks |= columns.contains(&Column::Required) && side == Side::Request;
                }
                self.flat(flat, side, place);
            }
            None => self.left_row(cells),
        }
    }

    fn left_row(&mut self, cells: &[Text]) {
        let words = cells.iter().map(|cell| cell.as_str().trim()).collect::<Vec<_>>().join(" ");
        let place = Block::Row(cells.to_vec()).place();
        match &mut self.left {
            Some((span, _)) => span.end = place.end.max(span.end),
            None => self.left = Some((place, words)),
        }
    }

    fn flat(&mut self, mut flat: Flat, side: Side, place: Option<Place>) {
        flat.place = flat.place.or(place);
        if self.columns.as_ref().is_some_and(|columns| columns.contains(&Column::Required)) && side == Side::Request {
            self.drafts.iter_mut().last().into_iter().for_each(|draft| draft.has_marks = true);
        }
        match self.drafts.last_mut().filter(|_| !self.is_failure || side == Side::Request) {
            Some(draft) => draft.row(flat, side),
            None => self.notes.left_out(flat.span, &flat.name, NO_CALL),
        }
    }

    fn line_row(&mut self, text: &Text, columns: &[Column], side: Side, place: Option<Place>) {
        match self.drafts.last_mut().filter(|_| !self.is_failure || side == Side::Request) {
            Some(draft) => {
                draft.has_marks |= columns.contains(&Column::Required) && side == Side::Request;
                draft.line(text, columns, side, place);
            }
            None => self.notes.left_out(text.trim().place(), text.as_str(), NO_CALL),
        }
    }

    fn code(&mut self, code: &Text) {
        let (side, title, is_failure) = (self.side(), std::mem::take(&mut self.sample), self.is_failure);
        match self.drafts.last_mut() {
            Some(draft) => draft.sample(code, side, &title, is_failure, self.notes),
            None => self.notes.left_out(code.trim().place(), code.as_str().trim(), NO_CALL),
        }
    }

    /// Takes in what stands below a heading, or behind it: an address, a method, a title.
    fn said(&mut self, text: &Text) -> bool {
        let line = text.as_str().trim().trim_matches(['`', '*', ' ', '\u{a0}']);
        let Some(draft) = self.drafts.last_mut() else {
            if self.section == Heading::Title {
                self.title = Some(text.clone());
            }
            return self.section == Heading::Title;
        };
        match self.section {
            Heading::Url => {
                let method = METHODS.iter().find(|method| line.to_ascii_uppercase().starts_with(&format!("{method} ")));
                if let Some(method) = method {
                    draft.call.method = method.to_ascii_lowercase();
                }
                let from = line.find("http://").or_else(|| line.find("https://")).or_else(|| line.find("{{"));
                let from = from.or_else(|| line.find('/').filter(|at| *at == 0 || line[..*at].ends_with(' ')));
                let from = from.or_else(|| (line.contains('/') && !line.contains(' ')).then_some(0));
                let Some(from) = from.filter(|_| draft.call.path.is_empty()) else { return false };
                let url = line[from..]
                    .split(|char: char| char.is_whitespace() || "`，。）".contains(char))
                    .next()
                    .unwrap_or_default();
                draft.call.address(url, text.trim().place(), self.notes);
                true
            }
            Heading::Method => {
                let upper = line.to_ascii_uppercase();
                let found = METHODS.iter().filter_map(|method| Some((upper.find(method)?, method))).min();
                if let Some((_, method)) = found {
                    draft.call.method = method.to_ascii_lowercase();
                }
                draft.call.takes(line);
                found.is_some()
            }
            Heading::Title => {
                draft.call.title = line.to_owned();
                true
            }
            _ => false,
        }
    }

    /// A header in a list: `X-TOKEN: 后台获取`.
    fn header(&mut self, text: &Text) -> bool {
        let source = text.as_str();
        let Some((at, colon)) = source.char_indices().find(|(_, char)| matches!(char, ':' | '：')) else {
            return false;
        };
        let name = source[..at].trim().trim_matches(['`', '*', ' ']);
        let is_name = !name.is_empty() && name.chars().all(|char| char.is_ascii_alphanumeric() || "_-".contains(char));
        let value = source[at + colon.len_utf8()..].trim();
        if is_name {
            let span = text.trim().place();
            let flat = Flat { name: name.to_owned(), place: Some(Place::Header), span, ..Flat::default() };
            // What is in words says what to write; anything else is what is written.
            let flat = match value.is_ascii() {
                true => Flat { example: Some(value.to_owned()).filter(|value| !value.is_empty()), ..flat },
                false => Flat { help: vec![help::plain(value)], ..flat },
            };
            self.flat(flat, Side::Request, Some(Place::Header));
        }
        is_name
    }

    fn media(&mut self, line: &str) -> bool {
        let says = ["application/json", "form-data", "x-www-form-urlencoded"].iter().any(|media| line.contains(media));
        if let Some(draft) = self.drafts.last_mut().filter(|_| says) {
            draft.call.takes(line);
        }
        says
    }

    /// The address of the page itself: alone on its line, above the call or where it is said to be.
    fn address(&self, at: usize, line: &str) -> Option<String> {
        let is_url =
            (line.starts_with("https://") || line.starts_with("http://")) && !line.contains(char::is_whitespace);
        let above = at.checked_sub(1).and_then(|at| self.blocks[at].line()).unwrap_or_default();
        let is_said = ["文档地址", "原文", "来源", "文档链接", "网址"].iter().any(|word| above.contains(word));
        (is_url && line.len() < 500 && (is_said || self.drafts.is_empty())).then(|| line.to_owned())
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

const TOO_MANY: Words = Words::new("接口太多，从这里起不再读取", "too many calls; from here on none is read");
const AROUND: Words = Words::new("接口之外的文字", "text that tells nothing of a call's fields");
const NO_CALL: Words =
    Words::new("前面没有接口地址，不知属于哪个接口", "no address above it: of which call it is, is not known");
const TITLE: Words =
    Words::new("页面没有标题，取描述的第一句", "no title on the page: the first line of its description");
