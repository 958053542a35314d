//! Type 50: the name card of a channels account.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::{CData, Str, elements};

/// The name card of a channels account.
///
/// 视频号名片。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct ChannelsCard {
    /// The account.
    ///
    /// 视频号。
    pub findernamecard: Option<FinderNameCard>,
}

elements! {
    /// A channels account.
    ///
    /// 视频号。
    pub struct FinderNameCard {
        /// The account's id. `v2_…@finder`.
        ///
        /// 视频号 id。`v2_…@finder`。
        pub username: Option<Str>,
        /// The address of the avatar.
        ///
        /// 头像地址。
        pub avatar: Option<CData>,
        /// The name.
        ///
        /// 昵称。
        pub nickname: Option<Str>,
        /// What it is certified as.
        ///
        /// 认证身份。
        pub auth_job: Option<Str>,
        /// The type of the certificate's icon.
        ///
        /// 认证图标类型。
        pub auth_icon: Option<Str>,
        /// The address of the certificate's icon.
        ///
        /// 认证图标地址。
        pub auth_icon_url: Option<Str>,
    }
}
