//! Types 33 and 36: a mini program.

use super::text;
use crate::layer::xml::Element;

/// A shared mini program.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct MiniProgram {
    /// `<title>`: the heading of the card.
    pub title: String,
    /// `<des>`.
    pub description: String,
    /// `<sourcedisplayname>`: the name of the mini program.
    pub display_name: String,
    /// `<thumburl>`: the picture of the card.
    pub thumb_url: String,
    /// `<weappinfo><username>`: `gh_…@app`.
    pub username: String,
    /// `<weappinfo><appid>`: `wx…`; empty in the documented sample.
    pub app_id: String,
    /// `<weappinfo><pagepath>`: the page to open; may be absent.
    pub page_path: String,
    /// `<weappinfo><type>`, as text: `2` in real shares, `1` in the documented sample.
    pub weapp_type: String,
    /// `<weappinfo><version>`, as text.
    pub version: String,
    /// `<weappinfo><weappiconurl>`.
    pub icon_url: String,
}

impl MiniProgram {
    pub(super) fn read(appmsg: Element<'_>) -> Self {
        let inner = |name: &str| appmsg.child("weappinfo").map(|info| text(info, name)).unwrap_or_default();
        Self {
            title: text(appmsg, "title"),
            description: text(appmsg, "des"),
            display_name: text(appmsg, "sourcedisplayname"),
            thumb_url: text(appmsg, "thumburl"),
            username: inner("username"),
            app_id: inner("appid"),
            page_path: inner("pagepath"),
            weapp_type: inner("type"),
            version: inner("version"),
            icon_url: inner("weappiconurl"),
        }
    }
}
