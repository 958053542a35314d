//! Why there is no request.

use std::fmt;

use crate::lang::Lang;
use crate::problem::Problem;
use crate::secret::{self, Credential, MASK};

/// Why there is no request.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// The values have errors; all problems, warnings too.
    Invalid(Vec<Problem>),
    /// Required credentials are absent.
    MissingCredentials(Vec<&'static Credential>),
    /// A credential holds what its place cannot, such as a line break in a header.
    BadCredential(&'static Credential),
    /// Not a base URL, which is `http` or `https`, a host and perhaps a path: the text, without what may be a secret in it
    /// and without the credentials that were given.
    BaseUrl(String),
}

impl BuildError {
    /// A text that is no base URL. What looks like a secret in it is masked; one that does not, such as a key in a path,
    /// whoever knows it masks before, as [`Entry::build`](crate::operation::Entry::build) does.
    pub fn bad_url(url: &str) -> Self {
        let url = shown_url(url);
        Self::BaseUrl(if secret::may_hold(&url) { MASK.to_owned() } else { url })
    }

    /// The error in words; problems are told one by one.
    pub fn message(&self, lang: Lang) -> String {
        let names = |list: &[&Credential]| list.iter().map(|one| one.name).collect::<Vec<_>>().join(", ");
        let (zh, en) = match self {
            Self::Invalid(problems) => {
                let count = problems.iter().filter(|problem| problem.is_error()).count();
                let errors = if count == 1 { "error" } else { "errors" };
                (format!("检查发现 {count} 个错误"), format!("the check found {count} {errors}"))
            }
            Self::MissingCredentials(list) => {
                (format!("缺少凭据：{}", names(list)), format!("credentials absent: {}", names(list)))
            }
            Self::BadCredential(one) => (
                format!("凭据含有不能发送的字符：{}", one.name),
                format!("a credential that cannot be sent: {}", one.name),
            ),
            Self::BaseUrl(url) => (
                format!("不是有效的网关地址：“{url}”；应以 http:// 或 https:// 开头，后面是主机和路径"),
                format!("not a base URL: “{url}”; it is http:// or https://, a host and perhaps a path"),
            ),
        };
        if lang == Lang::Zh { zh } else { en }
    }
}

/// In English; of values that have errors, each of them.
impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))?;
        match self {
            Self::Invalid(problems) => {
                problems.iter().filter(|one| one.is_error()).try_for_each(|one| write!(f, "; {one}"))
            }
            _ => Ok(()),
        }
    }
}

impl std::error::Error for BuildError {}

/// What should be a base URL, without what may be a secret in it: what stands before an `@` may be a password, what stands
/// behind a `?` or `#` a token.
fn shown_url(url: &str) -> String {
    match url.find(['?', '#']) {
        _ if url.contains('@') => MASK.to_owned(),
        Some(at) => format!("{}{MASK}", &url[..=at]),
        None => url.to_owned(),
    }
}
