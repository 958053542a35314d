//! The parts of WeCom's calls that have more than one call with a type.

use crate::lang::Words;
use crate::operation::Section;

pub(super) const AIBOT: Section = Section::new("aibot", Words::new("智能机器人", "AI bots"));
pub(super) const BASIC: Section = Section::new("basic", Words::new("基础接口", "basics"));
pub(super) const GROUP_MSG: Section = Section::new("group_msg", Words::new("客户消息推送", "messages to customers"));
pub(super) const KF: Section = Section::new("kf", Words::new("微信客服", "WeChat customer service"));
pub(super) const LIVING: Section = Section::new("living", Words::new("直播", "live streams"));
pub(super) const MEDIA: Section = Section::new("media", Words::new("素材管理", "media"));
pub(super) const SMARTSHEET: Section = Section::new("smartsheet", Words::new("智能表格", "smart sheets"));
