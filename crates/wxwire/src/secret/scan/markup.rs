//! Secrets in markup: in the `value` beside the attribute that says their name, between the tags of such an element, and in the
//! element behind the one whose text is their name.

use std::ops::Range;

use super::Scan;
use crate::scan::floor;
use crate::secret::loose;
use crate::secret::sign::Sign;

/// No tag that is looked through is longer.
const TAG: usize = 512;

/// The most bytes between a name and what stands before it in its element or attribute.
const BEFORE: usize = 64;

/// The most bytes of tags between a name and its value.
const BETWEEN: usize = 256;

/// The attributes that say what an element is called.
const NAMING: [&str; 6] = ["key", "name", "id", "property", "field", "param"];

/// The attributes that hold its value.
const HOLDING: [&str; 3] = ["value", "content", "default"];

/// The elements whose text is a value and nothing else. Others are read by people, so what stands there must look like a secret.
const OF_VALUES: [&str; 10] =
    ["property", "entry", "setting", "param", "parameter", "variable", "env", "key", "name", "init-param"];

/// The signs that a tag begins and ends with, as they are and as others write them.
const OPENS: [&str; 3] = ["<", "&lt;", "\\u003c"];
const CLOSES: [&str; 3] = [">", "&gt;", "\\u003e"];

impl<'t> Scan<'t> {
    /// What a name tells of, from `start` up to here, where it is the value of an attribute or the text of an element.
    pub(super) fn take_marked(&mut self, name: &str, start: usize) -> bool {
        let before = &self.text[floor(self.text, start.saturating_sub(TAG))..start];
        let Some(next) = Sign::at(self.text, self.at) else { return false };
        if next.is_quote() && is_naming(before) {
            return self.take_beside(name, start, before);
        }
        let text = &self.text[self.at..];
        let behind = text.trim_start_matches([' ', ':', '：', '*']);
        let is_end = Sign::at(behind, 0).is_some_and(|sign| sign.char == '<');
        let near = &before[floor(before, before.len().saturating_sub(BEFORE))..];
        let opened = last(near, &CLOSES).filter(|close| last(near, &OPENS).is_none_or(|open| open < *close));
        match opened {
            Some(_) if is_end => self.take_next(name, start, self.text.len() - behind.len()),
            _ => false,
        }
    }

    /// The value in the tag that an attribute with a name is in, or behind the tag.
    fn take_beside(&mut self, name: &str, start: usize, before: &'t str) -> bool {
        let Some(open) = last(before, &OPENS).filter(|open| last(before, &CLOSES).is_none_or(|close| close < *open))
        else {
            return false;
        };
        let open = start - before.len() + open;
        // A tag may say many names; it is looked through once.
        if open < self.marked {
            return true;
        }
        let mut at = open;
        let mut last_char = ' ';
        while let Some(sign) = Sign::at(self.text, at).filter(|_| at < open + 2 * TAG) {
            if sign.char == '>' {
                self.marked = sign.end;
                return last_char != '/' && self.take_text(name, sign.end, is_of_values(&self.text[open..]));
            }
            let Some((range, end)) = sign.is_quote().then(|| self.attribute(at)).flatten() else {
                (last_char, at) = (sign.char, sign.end);
                continue;
            };
            if is_attribute(&self.text[open..at], &HOLDING) && self.may_be(name, range.clone()) {
                self.hide(range, None);
                (self.marked, self.at) = (end, end.max(self.at));
                return true;
            }
            (last_char, at) = ('"', end);
        }
        self.marked = at;
        false
    }

    /// What stands between the quotes of an attribute, and the place behind them.
    fn attribute(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let opening = Sign::at(self.text, at)?;
        let mut end = opening.end;
        loop {
            let sign = Sign::at(self.text, end).filter(|_| end < at + TAG)?;
            if sign.closes(opening) {
                return Some((opening.end..end, sign.end));
            }
            end = sign.end;
        }
    }

    /// The text of the element behind the one that ends at a place.
    fn take_next(&mut self, name: &str, start: usize, end: usize) -> bool {
        let near = floor(self.text, start.saturating_sub(TAG));
        let is_of_values =
            last(&self.text[near..start], &OPENS).is_some_and(|open| is_of_values(&self.text[near + open..]));
        let (mut at, mut count) = (end, 0);
        while let Some(sign) = Sign::at(self.text, at).filter(|_| at < end + BETWEEN) {
            if sign.is_blank() {
                at = sign.end;
            } else if sign.char == '<' {
                let inside = &self.text[sign.end..];
                // The next row says nothing of this one.
                if ["tr", "\\/tr", "/tr", "/dict", "/table"].iter().any(|end| inside.starts_with(end)) {
                    return false;
                }
                let tag = &self.text[at..floor(self.text, at + BETWEEN)];
                let closes = CLOSES.iter().filter_map(|close| Some(tag.find(close)? + close.len()));
                let Some(length) = closes.min() else { return false };
                (at, count) = (at + length, count + 1);
            } else {
                return count > 1 && self.take_text(name, at, is_of_values);
            }
        }
        false
    }

    /// The text of an element, from its first sign on.
    fn take_text(&mut self, name: &str, from: usize, is_of_values: bool) -> bool {
        let rest = &self.text[from..floor(self.text, from + TAG)];
        let inner = rest.trim_start();
        // A property may have its value in an element of its own.
        let own = inner.strip_prefix("<value>").filter(|_| is_of_values).map(str::trim_start);
        let inner = own.unwrap_or(inner);
        let inner = inner.strip_prefix("<![CDATA[").unwrap_or(inner);
        let start = from + rest.len() - inner.len();
        let end = [&OPENS[..], &["]]>"]].concat().iter().filter_map(|end| inner.find(end)).min();
        let value = inner[..end.unwrap_or_default()].trim_end();
        let range = start..start + value.len();
        let is_one = !value.is_empty() && !value.contains(char::is_whitespace) && self.may_be(name, range.clone());
        if !is_one || !is_of_values && !loose::is_plausible(value) {
            return false;
        }
        self.at = range.end.max(self.at);
        self.hide(range, None);
        true
    }

    fn may_be(&self, name: &str, range: Range<usize>) -> bool {
        self.values.is_secret(&self.text[range.clone()]) && !self.is_said(name, range)
    }
}

/// Where the last of some signs stands.
fn last(text: &str, signs: &[&str]) -> Option<usize> {
    signs.iter().filter_map(|sign| text.rfind(sign)).max()
}

/// Whether what stands before a name is an attribute that says one, and the beginning of the name.
fn is_naming(before: &str) -> bool {
    let is_of_name = |char: char| char.is_alphanumeric() || "_.-:/".contains(char);
    let quote = before.trim_end_matches(is_of_name);
    quote.ends_with(['"', '\'', ';']) && is_attribute(quote, &NAMING)
}

/// Whether the value of one of these attributes begins behind a text, be its quote written or still to come.
fn is_attribute(before: &str, names: &[&str]) -> bool {
    let sign = before.trim_end_matches("&quot;").trim_end_matches(['"', '\'', '\\', ' ']);
    let name = sign.strip_suffix('=').unwrap_or_default().trim_end();
    let name = name.rsplit(|char: char| !char.is_ascii_alphanumeric()).next().unwrap_or_default();
    names.iter().any(|one| one.eq_ignore_ascii_case(name))
}

/// Whether a tag is that of an element whose text is a value.
fn is_of_values(tag: &str) -> bool {
    let inside = OPENS.iter().find_map(|open| tag.strip_prefix(open)).unwrap_or_default();
    let length = inside.find(|char: char| !(char.is_ascii_alphanumeric() || "-_:".contains(char)));
    let name = inside[..length.unwrap_or(inside.len())].rsplit(':').next().unwrap_or_default();
    OF_VALUES.iter().any(|one| one.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked};

    #[test]
    fn what_stands_in_markup_under_the_name_of_a_secret() {
        let secret = "Zq7Lw2Xn9Kd4Vb8Rt3Yp";
        for (before, behind) in [
            ("<add key=\"CorpSecret\" value=\"", "\"/>"),
            ("<add value=\"", "\" key=\"wx.CorpSecret\" />"),
            ("<property name=\"token\">", "</property>"),
            ("<property name='token' value='", "'/>"),
            ("<property name=\"token\">\n  <value>", "</value>\n</property>"),
            ("<property>\n  <name>token</name>\n  <value>", "</value>\n</property>"),
            ("<entry key=\"secret\"><![CDATA[", "]]></entry>"),
            ("<key>token</key>\n\t<string>", "</string>"),
            ("<tr><td>CorpSecret</td><td>", "</td></tr>"),
            ("<tr><th><b>应用密钥：</b></th>\n<td class=\"a\"><code>", "</code></td></tr>"),
            ("<dt>X-GEWE-TOKEN:</dt><dd>", "</dd>"),
            ("<input value=\"", "\" name=\"token\">"),
            ("{\"x\":\"<add key=\\\"CorpSecret\\\" value=\\\"", "\\\"/>\"}"),
            ("&lt;add key=&quot;CorpSecret&quot; value=&quot;", "&quot;/&gt;"),
            ("&lt;property name=&quot;token&quot;&gt;", "&lt;/property&gt;"),
        ] {
            let text = format!("{before}{secret}{behind}");
            assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
        }
        for text in [
            "<add key=\"CorpSecret\" value=\"\"/><add key=\"a\" value=\"Zq7Lw2Xn9Kd4Vb8Rt3Yp\"/>",
            "<tr><td>access_token</td><td>string</td><td>是</td></tr>",
            "<tr><td>access_token</td><td>String(32)</td><td>调用凭证</td></tr>",
            "<tr><th>id</th><th>token</th></tr><tr><td>wxid1a2b3c4d5e6f7a8b</td>",
            "<string name=\"password\">请输入密码</string>",
            "<label for=\"password\">Password</label>",
            "<a href=\"#token\">Chapter12</a>",
        ] {
            assert_eq!(masked(text), text);
        }
    }
}
