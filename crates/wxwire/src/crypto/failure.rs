//! At which step decryption failed, and what that usually means.

use std::fmt;

use crate::lang::{Lang, Words};

/// Why something could not be opened. It holds no key and nothing of what was inside.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Failure {
    /// The key has not the form of one.
    Key,
    /// This setting is absent, with which it would be opened.
    Setting(&'static str),
    /// The envelope lacks this member.
    Envelope(&'static str),
    /// The signature is another.
    Signature,
    /// The ciphertext is not base64.
    Base64,
    /// The ciphertext is no whole number of blocks.
    Length,
    /// What was decrypted does not end as it should.
    Padding,
    /// What was decrypted does not begin as it should.
    Layout,
    /// What was decrypted is not what the gateway sends.
    Content,
    /// It was meant for another: the company, or the suite of apps, that it names.
    Receiver(String),
}

impl Failure {
    /// The step at which it failed. The name is stable.
    pub fn step(&self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Setting(_) => "setting",
            Self::Envelope(_) => "envelope",
            Self::Signature => "signature",
            Self::Base64 => "base64",
            Self::Length => "length",
            Self::Padding => "padding",
            Self::Layout => "layout",
            Self::Content => "content",
            Self::Receiver(_) => "receiver",
        }
    }

    /// What failed, and what that usually means.
    pub fn words(&self, lang: Lang) -> String {
        let words = match self {
            Self::Key => Words::new(
                "密钥格式不对：企业微信的 EncodingAESKey 是 43 个字母或数字，云真机的密钥是 32 个字节",
                "the key has not the form of one: WeCom's EncodingAESKey is 43 letters and digits, Yunzhenji's is 32 bytes",
            ),
            Self::Setting(_) => Words::new("内容已加密，缺少设置", "it is encrypted, and this setting is absent:"),
            Self::Envelope(_) => Words::new("加密外壳缺少", "the envelope lacks"),
            Self::Signature => Words::new(
                "签名不一致：多半是 Token 不对，或者收到的是另一个应用的回调，也可能是伪造的请求",
                "the signature is another: usually the wrong token, another app's callback, or a forged request",
            ),
            Self::Base64 => Words::new(
                "密文不是 base64：多半在传输中被截断，或查询参数里的 + 变成了空格",
                "the ciphertext is not base64: usually cut in transit, or a + of the query became a blank",
            ),
            Self::Length => Words::new(
                "密文不是完整的分组：多半在传输中被截断",
                "the ciphertext is no whole number of blocks: usually cut in transit",
            ),
            Self::Padding => Words::new(
                "解密后的填充不对：多半是密钥不对，或密文被截断",
                "the padding is wrong once it is decrypted: usually the wrong key, or a ciphertext that was cut",
            ),
            Self::Layout => Words::new(
                "解密后的长度不对：多半是密钥不对",
                "the length inside is wrong once it is decrypted: usually the wrong key",
            ),
            Self::Content => Words::new(
                "解密后的内容不是该网关的回调：多半是密钥不对",
                "what was decrypted is no callback of this gateway: usually the wrong key",
            ),
            Self::Receiver(_) => Words::new(
                "接收方不是这个企业：多半是 CorpID（第三方应用为 SuiteID，智能机器人为空）填错了；里面写的是",
                "it is for another receiver: usually the wrong corp id (a suite id for third-party apps, empty for \
                 robots); it names",
            ),
        };
        match self {
            Self::Setting(name) | Self::Envelope(name) => format!("{} {name}", words.get(lang)),
            Self::Receiver(found) => format!("{} {found:?}", words.get(lang)),
            _ => words.get(lang).to_owned(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Lang::En))
    }
}

impl std::error::Error for Failure {}
