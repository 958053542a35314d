//! The kinds of WeCom's callbacks: the files that tell of them, and how a key is made.

use crate::kinds::Kinds;
use crate::operation::Root;

/// The files, each by its name in `callbacks/`.
macro_rules! files {
    ($($name:ident $file:literal),* $(,)?) => {
        $(pub(in crate::wecom) static $name: Kinds =
            Kinds::new($file, include_str!(concat!("../../../callbacks/", $file, ".json")));)*
    };
}

files!(
    APP "wecom",
    PASSIVE "wecom_passive",
    ROBOT "wecom_robot",
    ROBOT_REPLY "wecom_robot_reply",
    AIBOT "wecom_aibot",
    KF "wecom_kf",
);

/// A key: what all of its family begin with, and the texts at these places, as far as they are there.
pub(super) fn key(root: Root<'_>, family: &str, places: &[&[&str]]) -> String {
    let texts = places.iter().map_while(|way| root.text(way));
    texts.fold(family.to_owned(), |key, text| key + " " + &text)
}
