//! Secrets behind their names.

use std::ops::Range;

use super::Scan;
use crate::scan::floor;
use crate::secret::names;
use crate::secret::sign::Sign;
use crate::secret::value::Of;
use crate::secret::{Scope, is_said, loose};

/// Words that a value follows that is a header's, up to the end of its line.
const WHOLE_LINE: [&str; 2] = ["authorization", "cookie"];

impl Scan<'_> {
    /// Behind the name of a secret.
    pub(super) fn take_name(
        &mut self,
        word: &str,
        scope: Scope,
        start: usize,
        before: [Option<Sign>; 2],
        quoted: Option<Sign>,
    ) {
        let is_tag = before[1].is_some_and(|sign| sign.char == '<');
        if is_tag && matches!(scope, Scope::Anywhere | Scope::Ending) {
            if let Some(range) = self.values.element(self.at, word) {
                self.at = range.end;
                if !self.is_said(word, range.clone()) {
                    self.hide(range, None);
                }
            }
            return;
        }
        // A record says the name as a value.
        let begins = |naming: usize| match quoted {
            Some(quote) => Sign::at(self.text, naming).is_some_and(|sign| sign.end == quote.end),
            None => self.text[naming..].starts_with(word),
        };
        if self.naming.take().is_some_and(|naming| naming < self.at && begins(naming)) {
            if !matches!(scope, Scope::Anywhere | Scope::Ending) {
                return;
            }
            match self.value.take() {
                Some(value) => self.found.push(value),
                None => self.named = true,
            }
            return;
        }
        if matches!(scope, Scope::Anywhere | Scope::Ending) && self.take_marked(word, start) {
            return;
        }
        let Some((from, percent, sep)) =
            self.values.separator(self.at, quoted, before[0], before[1].is_some_and(Sign::is_quote))
        else {
            if matches!(scope, Scope::Anywhere | Scope::Ending) && !self.take_told(word, start) {
                self.take_loose(word, self.at);
            }
            return;
        };
        // The quote around a name that has no value.
        let opening = before[1].filter(|sign| sign.is_quote() && quoted.is_none());
        if opening.is_some_and(|opening| Sign::at(self.text, from).is_some_and(|sign| sign.closes(opening))) {
            return self.take_loose(word, from);
        }
        let counts = match scope {
            Scope::Anywhere | Scope::Ending => sep != '=' || !names::is_file(&self.address),
            Scope::NotXml => sep != '=' || !Sign::at(self.text, from).is_some_and(Sign::is_quote),
            Scope::Query(path) => sep == '=' && self.address.contains(path),
            Scope::Nowhere => false,
        };
        if counts {
            let low = word.to_ascii_lowercase();
            let is_line = sep == ':' && WHOLE_LINE.iter().any(|one| low.ends_with(one));
            if sep == ':' && self.take_block(from) {
                return;
            }
            let found = self.found.len();
            self.hide_value(from, quoted, percent, if is_line { Of::Line } else { Of::All });
            if self.found.len() > found
                && let Some(last) = self.found.last()
                && self.is_said(word, last.range.clone())
            {
                self.found.pop();
                return;
            }
            // What stands there is a name for it, or nothing: it may stand behind that.
            match self.found.len() > found {
                true => self.take_reserve(self.at),
                false => {
                    self.take_loose(word, floor(self.text, from.saturating_sub(1)).max(self.at));
                    self.take_reserve(from);
                }
            }
        }
    }

    /// Whether what stands behind a name is none of its secrets.
    pub(super) fn is_said(&self, name: &str, value: Range<usize>) -> bool {
        is_said(name, &self.text[value])
    }

    /// A value in no form.
    pub(super) fn take_loose(&mut self, name: &str, at: usize) {
        if let Some(range) = self.loose(at, names::is_password(name)) {
            self.at = range.end.max(self.at);
            self.hide(range, None);
        }
    }

    fn loose(&self, at: usize, is_chosen: bool) -> Option<Range<usize>> {
        let behind = loose::behind(self.text, at).or_else(|| loose::in_sentence(self.text, at));
        let behind = behind.or_else(|| loose::in_chinese(self.text, at));
        behind.or_else(|| loose::below(self.text, at, is_chosen))
    }

    /// A value for where there is no other.
    pub(super) fn take_reserve(&mut self, at: usize) {
        if let Some(start) = loose::in_reserve(self.text, at)
            && let Some((range, ..)) = self.values.read(start, 0, Of::All)
        {
            self.hide(range, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked};

    /// A secret that is there for where no other is given.
    #[test]
    fn a_secret_in_reserve() {
        for (before, behind) in [
            ("-H \"X-GEWE-TOKEN: ${T:-\"", "\"}\""),
            ("-H \"X-GEWE-TOKEN: ${T:-", "}\" -d x"),
            ("Authorization: ${T-", "} next"),
            ("const token = process.env.WX_TOKEN || '", "';"),
            ("token: process.env['TOKEN'] ?? \"", "\","),
            ("val t = env.token ?: \"", "\""),
            ("corpsecret = os.environ.get('SECRET') or '", "'"),
            ("corpsecret = os.getenv('SECRET', '", "')"),
        ] {
            let text = format!("{before}s3cretvalue{behind}");
            assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
        }
        for text in ["token || other", "-H \"X-GEWE-TOKEN: ${T:-}\"", "token ?? \"\"", "token or one"] {
            assert_eq!(masked(text), text);
        }
    }

    /// Of a JSON web token all that stands behind a secret's name; elsewhere its signature, without which it opens nothing.
    #[test]
    fn a_web_token() {
        let (parts, signature) =
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.", "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c");
        for (before, behind) in [("token ", " ok"), ("token=", "&a=1"), ("the token is ", ".")] {
            assert_eq!(masked(&format!("{before}{parts}{signature}{behind}")), format!("{before}{MASK}{behind}"));
        }
        for (before, behind) in [("", ""), ("GET /x?jwt=", " HTTP/1.1"), ("{\"x\":\"", "\"}"), ("got ", ", once")] {
            let text = format!("{before}{parts}{signature}{behind}");
            assert_eq!(masked(&text), format!("{before}{parts}{MASK}{behind}"));
        }
        for text in ["eyJhIjoxfQ", "eyJhIjoxfQ.html", "eyJhIjoxfQ.a.b"] {
            assert_eq!(masked(text), text);
        }
    }

    /// A colour within a value hides none of it.
    #[test]
    fn a_secret_in_two_colours() {
        assert_eq!(masked("token=Zq7XkW\u{1b}[31mRb9PyL\u{1b}[0m x"), format!("token={MASK}\u{1b}[0m x"));
    }

    /// A secret beside its name in no form that a program or a shell would read as one.
    #[test]
    fn a_secret_in_no_form() {
        let secret = "SEKRETabc123def456";
        for (before, behind) in [
            ("curl -H 'X-GEWE-TOKEN:' ", " -d x"),
            ("curl -H 'X-GEWE-TOKEN' '", "' -d x"),
            ("curl -HX-GEWE-TOKEN:\\ ", " -d x"),
            ("curl -d '{\"content\":\"it's\"}' -H \"X-GEWE-TOKEN: ", "\" | jq ."),
            ("curl --cert ", " -d x"),
            ("curl --tlspassword ", " -d x"),
            ("{\"token\" \"", "\"}"),
            ("X-GEWE-TOKEN:\n ", "\n\n{}"),
            ("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=\n", "\n{}"),
            ("\"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=\" + \"", "\""),
            ("post(\"https://h/send?access_token={}\".format(\"", "\"), json={})"),
            ("token = os.getenv(\"T\") or \"", "\""),
            ("token = \"•••\" or \"", "\""),
            ("<xml><密钥>", "</密钥></xml>"),
            ("{\"token\"::\"", "\",\"a\":1}"),
            ("[{\"name:\"X-GEWE-TOKEN\",\"value\":\"", "\"}]"),
            ("access_token 是 ", "，过期了"),
            ("The token is ", " and it does not work"),
            ("invalid credential, access_token is invalid or not latest: ", ", hint: [1712345678_abcdef]"),
            ("X-GEWE-TOKEN无效: ", "\"}"),
            ("env:\n  - name: GEWE_TOKEN\n    value: \"", "\"\n  - name: PORT\n    value: \"8080abcdef1234\"\n"),
            ("- name: WECOM_SECRET\n  value: ", "\n"),
            ("<ComponentVerifyTicket><![CDATA[", "]]></ComponentVerifyTicket>"),
            ("https://mp.weixin.qq.com/s?__biz=a&pass_ticket=", "&m=1"),
            ("var weComSecret: String = \"", "\""),
            ("secret: str = \"", "\""),
            ("const token: string = '", "';"),
            ("secret?: string = '", "';"),
            ("var secret string = \"", "\""),
            ("| secret | ", " | of the app |"),
            ("redis-cli -h 127.0.0.1 -a ", " get wecom:agentid"),
            ("老板说 corpsecret 换成了 ", " ，大家更新一下"),
            ("应用密钥已改为", "，请更新"),
            ("企业微信 secret 填 ", ""),
            ("secret填", "，别外传"),
            ("corpsecret就是", "\n"),
            ("企业微信的secret填写为", ""),
            ("token 填的是 ", ""),
            ("请将 token 设置为 ", "。"),
            ("把 token 换成 ", " 就行"),
            ("应用Secret（", "）"),
            ("token <- ", "\n"),
            ("WXWIRE_WECOM_ENCODING_AES_KEY=", "\n"),
            ("WX_AES_KEY: ", "\n"),
            ("[{\"name\":\"密钥\",\"value\":\"", "\"}]"),
            ("{\"访问令牌\":\"", "\"}"),
            ("-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----"),
            ("[secret:protected] => ", "\n"),
            ("[token:Wx:private] => ", "\n"),
            ("[\"secret\":protected]=>\n  string(18) \"", "\"\n"),
            ("[\"token\":\"Wx\":private]=>\n  string(18) \"", "\"\n"),
            ("[\"secret\"]=>\n  string(18) \"", "\" refcount(1)\n"),
            ("access_token＝", ""),
            ("密码＝", "\n"),
            ("ｔｏｋｅｎ＝", "\n"),
            ("密碼：", " 謝謝"),
            ("金鑰：", ""),
            ("權杖: ", ""),
            ("\u{1b}[32m\"access_token\"\u{1b}[0m: \u{1b}[33m\"", "\"\u{1b}[0m,"),
            ("\u{1b}[34;1maccess_token\u{1b}[0m=\u{1b}[33m", "\u{1b}[0m\n"),
            ("access_token=", "\u{1b}[0m\u{1b}[1m\n"),
            ("\u{1b}[1mtoken\u{1b}[0m ", ""),
            (r#"{"log":"\u001b[33mtoken\u001b[0m="#, r#"\u001b[0m\n"}"#),
            ("Config { token: Some(\"", "\") }"),
            ("{\"authorization\": HeaderValue(\"", "\")}"),
            ("headers: [(b'X-GEWE-TOKEN', b'", "')]"),
            ("requirepass ", "\n"),
            ("a:1:{s:12:\"access_token\";s:18:\"", "\";}"),
            ("O:2:\"Wx\":1:{s:10:\"\0Wx\0secret\";s:18:\"", "\";}"),
        ] {
            let text = format!("{before}{secret}{behind}");
            assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
        }
        for text in ["curl -u user: SEKRETabc123 -d x", "curl -u 'user':'SEKRETabc123' -d x"] {
            assert!(!masked(text).contains("SEKRET") && masked(text).ends_with(" -d x"), "{}", masked(text));
        }
        for text in [
            "Token::class",
            "var token: String",
            "| token | string | required |",
            "access_token expired, hint: [1712345678_abcdef]",
            "invalid access_token, rid: 65f1a2b3-1a2b3c4d-5e6f7a8b",
            "- name: WECOM_SECRET\n  valueFrom:\n    a: b\n- name: X\n  value: plain12345678\n",
            "the token 2026-11-28T10:00:00",
            "token: 请在后台查看",
            "Ticket: 电影票两张\ncookie=曲奇饼干 200g\nticket=A1排3座",
            "Authorization: 授权书已签",
            "<xml><Ticket>电影票</Ticket></xml>",
            "token 对应的用户 wxid1a2b3c4d5e6f7a8b",
            "ls -a 1a2b3c4d5e6f7a8b",
            "token: none",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    /// A secret below its name or told of in Chinese.
    #[test]
    fn a_secret_below_its_name() {
        for secret in ["Zq7Lw2Xn9Kd4Vb8R", "aGVsbG8/d29ybGQ+Zm9vYmFy9w=="] {
            for (before, behind) in [
                ("token：\n", "\n"),
                ("Token 如下\n", "\n"),
                ("- **Token:** `", "`\n"),
                ("token -> ", "\n"),
                ("token是", "，请查收"),
                ("企业密钥：\n", "\n"),
                ("密码如下：\n\n", "\n"),
                ("密钥为", "。"),
                ("账号 admin 密码 ", "\n"),
                ("密码（", "）"),
                ("【密钥】", "\n"),
                ("| 密钥 | ", " |"),
            ] {
                assert_eq!(masked(&format!("{before}{secret}{behind}")), format!("{before}{MASK}{behind}"));
            }
        }
        assert_eq!(masked("账号 admin 密码 admin123\n"), format!("账号 admin 密码 {MASK}\n"));
        for text in [
            "请把 token 放到请求头里\nwxid1a2b3c4d5e6f7a8b\n",
            "密码 8-20 位，区分大小写",
            "密码是用 RSA2048 加密的",
            "token wx-gateway-v2",
            "密钥：\n\n请联系管理员",
        ] {
            assert_eq!(masked(text), text);
        }
    }
}
