//! Why there is no request.

use std::fmt;

use crate::lang::Lang;
use crate::problem::Problem;
use crate::secret::Credential;

/// Why there is no request.
#[derive(Clone, Debug)]
pub enum BuildError {
    /// The values have errors; all problems, warnings too.
    Invalid(Vec<Problem>),
    /// Required credentials are absent.
    MissingCredentials(Vec<&'static Credential>),
    /// A credential holds what its place cannot, such as a line break in a header.
    BadCredential(&'static Credential),
    /// Not a base URL.
    BaseUrl(String),
}

impl BuildError {
    /// The error in words; problems are told one by one.
    pub fn message(&self, lang: Lang) -> String {
        let names = |list: &[&Credential]| list.iter().map(|one| one.name).collect::<Vec<_>>().join(", ");
        let (zh, en) = match self {
            Self::Invalid(problems) => {
                let count = problems.iter().filter(|problem| problem.is_error()).count();
                (format!("检查发现 {count} 个错误"), format!("the check found {count} errors"))
            }
            Self::MissingCredentials(list) => {
                (format!("缺少凭据：{}", names(list)), format!("credentials absent: {}", names(list)))
            }
            Self::BadCredential(one) => (
                format!("凭据含有不能发送的字符：{}", one.name),
                format!("a credential that cannot be sent: {}", one.name),
            ),
            // What stands before an @ may be a password.
            Self::BaseUrl(url) => {
                let shown = crate::secret::masked(url.rsplit('@').next().unwrap_or_default());
                (format!("不是有效的网关地址：“{shown}”"), format!("not a base URL: “{shown}”"))
            }
        };
        if lang == Lang::Zh { zh } else { en }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for BuildError {}
