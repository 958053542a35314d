//! `var_dump`, which says of each text how many bytes it has.

use super::super::Form;
use super::super::printed::{Reader, Stopped};
use super::super::string::Of;
use super::rows::Keys;
use crate::layer::MAX_DEPTH;
use crate::layer::json::quote as json_of;

impl Reader<'_> {
    /// Where the bracket of an array or object ends whose head begins here: `array(3) {`, `object(stdClass)#1 (3) {`.
    pub(super) fn head(&self) -> Option<usize> {
        let rest = &self.text[self.at..];
        let line = rest.lines().next()?.trim_ascii_end();
        let head = line.strip_suffix(") {")?;
        let is_array = head.strip_prefix("array(").is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit()));
        let is_object = head.starts_with("object(") && head.contains(")#") && head.contains(" (");
        // So Xdebug has it.
        let is_class = head.starts_with("class ") && head.contains('#') && head.contains(" (");
        (is_array || is_object || is_class).then_some(self.at + line.len())
    }

    /// A value with its type.
    pub(super) fn dumped(&mut self, depth: usize) -> Result<(), Stopped> {
        if depth > MAX_DEPTH {
            return Err(Stopped::Here);
        }
        self.other = Some(Form::Php);
        self.peek()?;
        if let Some(end) = self.head() {
            self.at = end;
            return self.dumped_members(depth);
        }
        let rest = &self.text[self.at..];
        if rest.starts_with("NULL") {
            self.json.push_str("null");
            self.at += "NULL".len();
            return Ok(());
        }
        let (kind, behind) = rest.split_once('(').ok_or(Stopped::AtEnd)?;
        if !matches!(kind, "int" | "float" | "double" | "bool" | "string") {
            return Err(Stopped::Here);
        }
        let (inner, behind) = behind.split_once(')').ok_or(Stopped::AtEnd)?;
        let length = kind.len() + inner.len() + "()".len();
        if kind != "string" {
            crate::layer::json::Tree::parse(inner).map_err(|_| Stopped::Here)?;
            self.json.push_str(inner);
            self.at += length;
            return Ok(());
        }
        let bytes: usize = inner.parse().map_err(|_| Stopped::Here)?;
        let text = behind.strip_prefix(" \"").ok_or(Stopped::Here)?;
        if text.len() <= bytes {
            return Err(Stopped::AtEnd);
        }
        // In another encoding it has another length.
        let (text, behind) = text.split_at_checked(bytes).ok_or(Stopped::Here)?;
        if !behind.starts_with('"') {
            return Err(Stopped::Here);
        }
        self.json.push_str(&json_of(text));
        self.at += length + bytes + " \"\"".len();
        Ok(())
    }

    /// A key as Xdebug writes it: `'a' =>`, `public $a =>`.
    fn bare_key(&mut self, keys: &mut Keys) -> Result<(), Stopped> {
        keys.name(self)?;
        if self.text[self.at..].starts_with('\'') {
            self.text(Of::Text)?;
        } else {
            let head = &self.text[self.at..self.at + self.till('>')?];
            let name = ["public $", "protected $", "private $"].iter().find_map(|kind| head.strip_prefix(kind));
            let name = name.and_then(|name| name.strip_suffix(" =>")).ok_or(Stopped::Here)?;
            self.json.push_str(&json_of(name));
            self.at += head.len() - "=>".len();
        }
        self.json.push(':');
        Ok(())
    }

    fn dumped_members(&mut self, depth: usize) -> Result<(), Stopped> {
        let mut keys = Keys::new(self);
        loop {
            match self.peek()? {
                '}' => {
                    self.at += 1;
                    return keys.end(self);
                }
                '[' => self.at += 1,
                _ => {
                    self.bare_key(&mut keys)?;
                    self.arrow()?;
                    self.dumped(depth + 1)?;
                    continue;
                }
            }
            match self.whole_number() {
                Some(number) => keys.number(self, number)?,
                None => {
                    keys.name(self)?;
                    // Behind a name may stand who may see it: `["a":protected]`.
                    let rest = self.text[self.at..].strip_prefix('"').ok_or(Stopped::Here)?;
                    let name = &rest[..rest.find('"').ok_or(Stopped::AtEnd)?];
                    self.json.push_str(&json_of(name));
                    self.json.push(':');
                    self.at += name.len() + "\"".len();
                    self.at += self.till(']')? - 1;
                }
            }
            if self.peek()? != ']' {
                return Err(Stopped::Here);
            }
            self.at += 1;
            self.arrow()?;
            self.dumped(depth + 1)?;
        }
    }
}
