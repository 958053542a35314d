//! The `<msg>` around an `<appmsg>`.

use crate::layer::xml::typed::{Str, elements};

elements! {
    /// What stands beside the `<appmsg>`.
    ///
    /// 与 `<appmsg>` 并列的内容。
    pub struct Msg {
        /// The sender. A wxid.
        ///
        /// 发送人。wxid。
        pub fromusername: Option<Str>,
        /// The scene. 0 in samples.
        ///
        /// 场景。样本中为 0。
        pub scene: Option<Str>,
        /// The app that shares it.
        ///
        /// 分享来源应用。
        pub appinfo: Option<AppInfo>,
        /// The address of the comments. Empty in samples.
        ///
        /// 评论地址。样本中为空。
        pub commenturl: Option<Str>,
    }

    /// The app that shares it.
    ///
    /// 分享来源应用。
    pub struct AppInfo {
        /// The app's version. 1 in samples.
        ///
        /// 应用版本。样本中为 1。
        pub version: Option<Str>,
        /// The app's name.
        ///
        /// 应用名称。
        pub appname: Option<Str>,
    }
}
