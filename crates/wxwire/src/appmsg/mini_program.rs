//! Types 33 and 36: a mini program.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::Element;
use crate::layer::xml::typed::{CData, Str, elements};
use crate::problem::{Code, Problem, Severity, Source};

/// A mini program.
///
/// 小程序。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct MiniProgram {
    /// The mini program.
    ///
    /// 小程序信息。
    #[schemars(required, extend("x-source" = "observed"))]
    pub weappinfo: Option<WeappInfo>,
}

elements! {
    /// Which mini program, and which page of it.
    ///
    /// 小程序及其页面。
    pub struct WeappInfo {
        /// The mini program's account. `gh_…@app`.
        ///
        /// 小程序账号。`gh_…@app`。
        pub username: Option<CData>,
        /// The mini program's id. `wx…`; empty in the document's sample.
        ///
        /// 小程序 AppID。`wx…`；文档示例为空。
        pub appid: Option<CData>,
        /// The type. 2 in real shares, 1 in the document's sample.
        ///
        /// 类型。真实分享为 2，文档示例为 1。
        #[serde(rename = "type")]
        pub kind: Option<Str>,
        /// The version.
        ///
        /// 版本。
        pub version: Option<Str>,
        /// The address of the icon.
        ///
        /// 图标地址。
        pub weappiconurl: Option<CData>,
        /// The page. Its path; in the sample with `.html` and a query.
        ///
        /// 页面路径。样本中带 `.html` 和参数。
        pub pagepath: Option<CData>,
        /// The id of the share.
        ///
        /// 分享 id。
        #[serde(rename = "shareId")]
        pub share_id: Option<CData>,
        /// The package.
        ///
        /// 代码包。
        pub pkginfo: Option<PackageInfo>,
        /// The dynamic page.
        ///
        /// 动态页面。
        pub wadynamicpageinfo: Option<DynamicPageInfo>,
        /// The kind of service. 0 in samples.
        ///
        /// 服务类型。样本中为 0。
        pub appservicetype: Option<Str>,
        /// The mark of an official brand. 0 in samples.
        ///
        /// 品牌官方标记。样本中为 0。
        pub brandofficialflag: Option<Str>,
        /// The subtype. 0 in samples.
        ///
        /// 子类型。样本中为 0。
        #[serde(rename = "subType")]
        pub sub_type: Option<Str>,
        /// Whether it is a private message. 0 in samples.
        ///
        /// 是否私密消息。样本中为 0。
        pub isprivatemessage: Option<Str>,
        /// The address of the page's picture.
        ///
        /// 页面封面地址。
        pub weapppagethumbrawurl: Option<CData>,
    }

    /// A package of a mini program.
    ///
    /// 小程序代码包。
    pub struct PackageInfo {
        /// The type. 0 in samples.
        ///
        /// 类型。样本中为 0。
        #[serde(rename = "type")]
        pub kind: Option<Str>,
        /// The MD5.
        ///
        /// MD5 值。
        pub md5: Option<CData>,
    }

    /// Whether the page is dynamic.
    ///
    /// 页面是否动态。
    pub struct DynamicPageInfo {
        /// Whether it is used. 0 in the sample.
        ///
        /// 是否使用动态页面。样本中为 0。
        #[serde(rename = "shouldUseDynamicPage")]
        pub should_use_dynamic_page: Option<Str>,
        /// The cache's key.
        ///
        /// 缓存键。
        #[serde(rename = "cacheKey")]
        pub cache_key: Option<CData>,
    }
}

/// What a card cannot open its page with. GeWe's document shows the account and the ids so; that a page ends in `.html`
/// was seen in real shares. An empty text is what its sample has too.
pub(super) fn check(appmsg: Element<'_>, problems: &mut Vec<Problem>) {
    let Some(info) = appmsg.child("weappinfo") else { return };
    let mut wants = |name: &str, form: &str, source: Source, fits: fn(&str) -> bool| {
        let Some(element) = info.child(name) else { return };
        let text = element.text();
        let text = text.trim();
        if !text.is_empty() && !fits(text) {
            let problem = Problem::new(Code::WrongForm).source(source).severity(Severity::Warning);
            problems.push(problem.expected(form).found(text).at(element.path()).span(element.span()));
        }
    };
    wants("username", "gh_…@app", Source::Documented, |text| text.ends_with("@app"));
    wants("appid", "wx…", Source::Documented, |text| !text.starts_with("gh_"));
    wants("pagepath", "….html", Source::Observed, is_page);
}

/// Whether a text looks like a page of a mini program.
pub(crate) fn is_page(text: &str) -> bool {
    text.split('?').next().is_some_and(|page| page.ends_with(".html"))
}
