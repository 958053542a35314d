//! Secrets behind a name in Chinese.

use super::Scan;
use crate::scan::floor;
use crate::secret::names::{self, LONGEST};
use crate::secret::sign::Sign;
use crate::secret::value::Of;
use crate::secret::{LEAST, loose};

/// So much before a name in Chinese is looked through for the `<` of its element: a text may have the one again and again and
/// none of the other.
const ELEMENT: usize = 256;

impl<'t> Scan<'t> {
    /// What stands behind a name in Chinese; words of a sentence are no secret.
    pub(super) fn take_chinese(&mut self, end: usize) {
        if !names::CHINESE.iter().any(|name| self.text[..end].ends_with(name)) {
            return;
        }
        let name = &self.text[end - own_length(self.text, end)..end];
        self.at = end;
        if self.take_marked(name, end - name.len()) {
            return;
        }
        let next = Sign::at(self.text, end);
        if next.is_some_and(|sign| sign.char == '>') {
            if let Some(range) = self.values.element(end, self.element_name(end)) {
                self.at = range.end;
                self.hide(range, None);
            }
            return;
        }
        let quoted = next.filter(|sign| sign.is_quote());
        // A record says the name as a value.
        if let (Some(quote), Some(naming)) = (quoted, self.naming)
            && quote.end > naming
            && self.text[naming..quote.end].len() <= LONGEST
            && !self.text[naming..end].contains(['\n', ','])
        {
            self.naming = None;
            match self.value.take() {
                Some(value) => self.found.push(value),
                None => self.named = true,
            }
            return;
        }
        let Some((from, percent, _)) = self.values.separator(end, quoted, None, false) else {
            let is_chosen = names::is_password(name);
            let behind = loose::in_chinese(self.text, end).or_else(|| loose::behind_chinese(self.text, end, is_chosen));
            if let Some(range) = behind.or_else(|| loose::below(self.text, end, is_chosen)) {
                self.at = range.end;
                self.hide(range, None);
            }
            return;
        };
        let Some((range, behind, bare)) = self.values.read(from, percent, Of::Ascii) else {
            if let Some(range) = loose::below(self.text, end, names::is_password(name)) {
                self.at = range.end;
                self.hide(range, None);
            }
            return;
        };
        let value = &self.text[range.clone()];
        if value.len() >= LEAST {
            let hidden = self.hidden(range, quoted.filter(|_| bare));
            self.found.push(hidden);
            self.at = behind.max(self.at);
        }
    }

    /// The name of the element that ends in a name in Chinese; where none begins near, that name alone.
    fn element_name(&self, end: usize) -> &'t str {
        let near = floor(self.text, end.saturating_sub(ELEMENT));
        let open = self.text[near..end].rfind('<').map(|open| near + open + 1);
        &self.text[open.unwrap_or(end - own_length(self.text, end))..end]
    }
}

/// How long the name of a secret is that ends at a place.
fn own_length(text: &str, end: usize) -> usize {
    names::CHINESE.iter().find(|name| text[..end].ends_with(**name)).map_or(0, |name| name.len())
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked, may_hold};

    /// In Chinese nothing parts a name from the words before it; what is said of a secret is none.
    #[test]
    fn a_secret_behind_its_name_in_chinese() {
        for name in ["密钥", "秘钥", "应用私钥", "口令", "访问令牌", "登录密码"] {
            for (before, behind) in [("：", ""), (": ", " 之后"), ("=", "\n"), (" = \"", "\";"), ("：“", "”，")]
            {
                let text = format!("{name}{before}Abcd1234efgh{behind}");
                assert!(may_hold(&text));
                assert_eq!(masked(&text), format!("{name}{before}{MASK}{behind}"));
            }
        }
        assert_eq!(masked(r#"{"密钥": "s3cretvalue", "名称": "a"}"#), format!(r#"{{"密钥": "{MASK}", "名称": "a"}}"#));
        for text in
            ["密码：请联系管理员", "口令：", "令牌已过期", "请输入密码: ", "密码：abc", "{\"content\": \"密码是什么\"}"]
        {
            assert_eq!(masked(text), text);
        }
    }
}
