//! What stands in brackets: members, items and what was left out between them.

use super::super::string::Of;
use super::super::{Form, floor};
use super::{MAX_WORD, Reader, Stopped};
use crate::layer::json::{Kind, Tree, quote as json_of};

impl Reader<'_> {
    pub(super) fn members(&mut self, depth: usize) -> Result<(), Stopped> {
        self.at += 1;
        self.json.push('{');
        let mut count = 0;
        loop {
            match self.next(&mut count, '}')? {
                Next::Closed => return Ok(()),
                Next::Left => continue,
                Next::Part => {}
            }
            self.key()?;
            self.is_at_key = true;
            let colon = match self.peek()? {
                ':' => ":",
                '=' if self.text[self.at..].starts_with("=>") => "=>",
                '=' if self.text.len() == self.at + 1 => return Err(Stopped::AtEnd),
                _ => return Err(Stopped::Here),
            };
            self.is_at_key = false;
            if colon == "=>" {
                self.other = Some(Form::Ruby);
            }
            self.at += colon.len();
            self.json.push(':');
            self.value(depth + 1)?;
        }
    }

    fn key(&mut self) -> Result<(), Stopped> {
        match self.peek()? {
            '"' | '\'' | '`' => self.text(Of::Text),
            ':' => self.symbol(),
            '[' => {
                let length = self.till(']')?;
                let name = json_of(&self.text[self.at..self.at + length]);
                self.json.push_str(&name);
                self.at += length;
                Ok(())
            }
            _ => {
                let rest = &self.text[self.at..];
                let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$' | '.');
                let length = rest.find(|char| !is_name(char)).ok_or(Stopped::AtEnd)?;
                let name = &rest[..length];
                if length == 0 || length > MAX_WORD {
                    return Err(Stopped::Here);
                }
                if matches!(name, "b" | "u" | "r") && rest[1..].starts_with(['\'', '"']) {
                    self.at += 1;
                    return self.text(if name == "b" { Of::Bytes } else { Of::Text });
                }
                // Most are no numbers, which their first character tells.
                let is_python = matches!(name, "None" | "True" | "False")
                    || name.starts_with(|char: char| char.is_ascii_digit())
                        && Tree::parse(name).is_ok_and(|tree| tree.root().kind() == Kind::Number);
                // No print of Python's has a key without quotes that is a name.
                *if is_python { &mut self.python } else { &mut self.javascript } += 4;
                self.json.push_str(&json_of(name));
                self.at += length;
                Ok(())
            }
        }
    }

    /// `:name` of Ruby's, as the text of its name.
    pub(super) fn symbol(&mut self) -> Result<(), Stopped> {
        let rest = &self.text[self.at + 1..];
        let length = rest.find(|char: char| !char.is_alphanumeric() && char != '_').ok_or(Stopped::AtEnd)?;
        if length == 0 || length > MAX_WORD {
            return Err(Stopped::Here);
        }
        self.other = Some(Form::Ruby);
        self.json.push_str(&json_of(&rest[..length]));
        self.at += 1 + length;
        Ok(())
    }

    pub(super) fn items(&mut self, close: char, depth: usize) -> Result<(), Stopped> {
        self.at += 1;
        self.json.push('[');
        let mut count = 0;
        loop {
            match self.next(&mut count, close)? {
                Next::Closed => return Ok(()),
                Next::Left => continue,
                Next::Part => self.value(depth + 1)?,
            }
        }
    }

    /// What comes next in brackets: their end, a part that was left out, or one that is there.
    fn next(&mut self, count: &mut usize, close: char) -> Result<Next, Stopped> {
        let mut char = self.peek()?;
        if *count > 0 && char == ',' {
            self.at += 1;
            char = self.peek()?;
        } else if *count > 0 && char != close {
            return Err(Stopped::Here);
        }
        if char == close {
            self.at += 1;
            self.json.push(if close == '}' { '}' } else { ']' });
            return Ok(Next::Closed);
        }
        *count += 1;
        if self.text[self.at..].starts_with("...") {
            let rest = &self.text[self.at..];
            let length = rest[..floor(rest, MAX_WORD)].find([',', ']', '}', '\n']).ok_or(Stopped::Here)?;
            self.leave(length);
            self.javascript += 1;
            return Ok(Next::Left);
        }
        if !self.json.ends_with(['{', '[']) {
            self.json.push(',');
        }
        Ok(Next::Part)
    }
}

enum Next {
    Closed,
    Left,
    Part,
}
