//! Command lines of three shells, parted into words.

mod bash;
mod closers;
mod cmd;
mod dialect;
mod groovy;
mod heredoc;
mod nested;
mod powershell;
mod prompts;
mod variables;
mod written;

pub(crate) use bash::bash;
pub(crate) use cmd::{all_escaped, arguments as cmd_arguments, carets as cmd_command, cmd};
pub(crate) use dialect::parted;
pub(crate) use heredoc::read as document;
pub(crate) use nested::inner;
pub(crate) use powershell::powershell;
pub(crate) use prompts::without_prompts;
pub(crate) use variables::fill;

use closers::Closers;

use super::report::{Fix, Repair};
use super::text::Text;
use crate::problem::Problem;

/// A command, parted.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) words: Vec<Text>,
    /// Where the command ends in the text.
    pub(crate) end: usize,
    /// The place of a quote that nothing closes.
    pub(crate) unclosed: Option<std::ops::Range<usize>>,
    pub(crate) repairs: Vec<Repair>,
    /// Where the shell puts in something that it parts into words: its sign stands in no quotes.
    pub(crate) unquoted: Vec<usize>,
    /// What is fed to it: a document behind it, or a word behind `<<<`.
    pub(crate) input: Option<Text>,
    /// A document that begins in the next line.
    pub(crate) awaited: Option<heredoc::Awaited>,
    /// What the shell would do otherwise than it seems.
    pub(crate) warnings: Vec<Problem>,
}

/// Reads a text, character by character, into words.
struct Reader<'t> {
    text: &'t Text,
    at: usize,
    /// Where what it may read ends.
    end: usize,
    closers: Closers,
    word: Option<Text>,
    out: Words,
}

impl<'t> Reader<'t> {
    fn new(text: &'t Text, at: usize) -> Self {
        Self::within(text, at, text.len())
    }

    /// One that reads no further than to an end.
    fn within(text: &'t Text, at: usize, end: usize) -> Self {
        Self { text, at, end, closers: Closers::default(), word: None, out: Words::default() }
    }

    fn rest(&self) -> &'t str {
        self.text.as_str().get(self.at..self.end).unwrap_or_default()
    }

    /// How far behind the place a character stands, if it does.
    fn find(&mut self, char: char, from: usize) -> Option<usize> {
        self.closers.find(&self.text.as_str()[..self.end], self.at + from, char)
    }

    /// The length of what stands between the round bracket at a place and the one that closes it in its line, with both.
    fn bracketed(&mut self, at: usize) -> Option<usize> {
        self.closers.bracketed(&self.text.as_str()[..self.end], at)
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes so many bytes as they are.
    fn take(&mut self, length: usize) {
        let word = self.word.get_or_insert_default();
        word.push(self.text, self.at..self.at + length);
        self.at += length;
    }

    /// Takes so many bytes for which the shell puts in something else.
    fn take_code(&mut self, length: usize) {
        let word = self.word.get_or_insert_default();
        word.push_code(self.text, self.at..self.at + length);
        self.at += length;
    }

    /// Takes a character for so many bytes.
    fn take_as(&mut self, char: char, length: usize) {
        let word = self.word.get_or_insert_default();
        word.push_char(char, self.text, self.at..self.at + length);
        self.at += length;
    }

    /// Skips a quote; even an empty one makes a word.
    fn quote(&mut self, length: usize) {
        if self.word.is_none() {
            self.word = Some(self.text.slice(self.at + length..self.at + length));
        }
        self.at += length;
    }

    /// Takes what stands up to this end as it is, and skips the end.
    fn take_until(&mut self, end: &str) {
        match self.rest().find(end) {
            Some(length) => {
                self.take(length);
                self.at += end.len();
            }
            None => self.unclosed(),
        }
    }

    /// A quote is open where the text ends.
    fn unclosed(&mut self) {
        let quote = self.text.as_str()[..self.at].chars().next_back().map_or(0, char::len_utf8);
        self.out.unclosed = Some(self.text.span(self.at - quote..self.at));
        let length = self.rest().len();
        self.take(length);
    }

    fn word_ends(&mut self) {
        self.out.words.extend(self.word.take());
    }

    /// A line ends. The command goes on where the next line begins with an option: its sign of going on is lost.
    fn line_goes_on(&mut self) -> bool {
        let next = self.rest().trim_start();
        let goes_on = next.starts_with('-') && !next.starts_with("---");
        if goes_on {
            self.word_ends();
            self.out.repairs.push(Repair::new(Fix::LinesLost, self.text, self.at..self.at + 1, " \\\n"));
            self.at = self.end - next.len();
        }
        goes_on
    }

    fn finish(mut self) -> Words {
        self.word_ends();
        self.out.end = self.at;
        self.out
    }
}
