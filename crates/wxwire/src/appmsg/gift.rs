//! Type 115: a gift.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::Str;

/// A gift of WeChat's shop.
///
/// 微信礼物。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Gift {
    /// The wish.
    ///
    /// 祝福语。
    pub wishmessage: Option<Str>,
    /// The article's name.
    ///
    /// 商品名称。
    pub skutitle: Option<Str>,
}
