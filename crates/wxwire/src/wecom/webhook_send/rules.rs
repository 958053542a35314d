//! What a robot's message cannot do, by its kind: only text mentions by lists, only the first Markdown has colours, and three of
//! them; a picture is JPG or PNG.

use crate::layer::json::Value;
use crate::problem::{Code, Problem, Severity, Source};
use crate::wecom::userid;

/// The colours of the first Markdown.
const COLOURS: [&str; 3] = ["info", "comment", "warning"];

pub(super) fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
    let content = |name: &str| values.get(name).and_then(|markdown| markdown.get("content"));
    for (name, instead) in [("markdown", "<@userid>"), ("markdown_v2", "msgtype text")] {
        for list in ["mentioned_list", "mentioned_mobile_list"].iter().filter_map(|list| values.get(name)?.get(list)) {
            problems.push(ignored(list, &format!("msgtype {name} → {instead}")));
        }
    }
    if let Some(content) = content("markdown_v2") {
        let text = content.as_str().unwrap_or_default();
        let marks = ["<font", "<@"].into_iter().filter(|mark| text.contains(mark));
        problems.extend(marks.map(|mark| ignored(content, mark)));
    }
    if let Some(content) = content("markdown")
        && let Some(colour) = other_colour(&content.as_str().unwrap_or_default())
    {
        problems.push(warning(Code::UnknownValue, content).expected(COLOURS.join(" | ")).found(colour));
    }
    for member in values.find("/text/mentioned_list").into_iter().flat_map(Value::items) {
        problems.extend(userid::doubt(member, "userid"));
    }
    let picture = values.get("image").and_then(|image| image.get("base64"));
    // How JPG and PNG begin, in base64.
    let is_picture = |text: &str| text.starts_with("/9j/") || text.starts_with("iVBORw0KGgo");
    if let Some(picture) = picture.filter(|base64| base64.as_str().is_some_and(|text| !is_picture(&text))) {
        problems.push(warning(Code::WrongForm, picture).expected("JPG | PNG").found(picture.inner()));
    }
}

/// A colour in Markdown that is none of those it has.
fn other_colour(text: &str) -> Option<&str> {
    text.match_indices("<font").find_map(|(at, _)| {
        let tag = text[at..].split('>').next()?;
        let (_, value) = tag.split_once("color")?;
        let value = value.trim_start_matches([' ', '=', '"', '\'']);
        let colour = value.split(['"', '\'', ' ', '/']).next().filter(|colour| !colour.is_empty())?;
        (!COLOURS.contains(&colour)).then_some(colour)
    })
}

fn ignored(value: Value<'_>, why: &str) -> Problem {
    Problem::new(Code::Ignored).expected(why).on(value).source(Source::Documented)
}

fn warning(code: Code, value: Value<'_>) -> Problem {
    Problem::new(code).on(value).source(Source::Documented).severity(Severity::Warning)
}
