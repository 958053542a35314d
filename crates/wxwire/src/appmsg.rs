//! WeChat's `<appmsg>`: what a shared link, file or mini program is made of. One file for each type that is known.
//!
//! What a message is, its direct child `<type>` says, and nothing else: a message of any type may carry empty shells of
//! the others.

mod mini_program;

pub use mini_program::MiniProgram;

use crate::layer::xml::{Element, Tree};
use crate::problem::{Code, Problem};

/// An `<appmsg>`, by its type.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum AppMsg {
    /// Types 33 and 36.
    MiniProgram(MiniProgram),
    /// A type that is not read any further: its number and its title.
    Other {
        /// The text of `<type>`.
        kind: String,
        /// The text of `<title>`.
        title: String,
    },
}

impl AppMsg {
    /// Reads an `<appmsg>` element.
    ///
    /// # Errors
    /// When it is not well-formed XML, or when its root is another.
    pub fn read(xml: &str) -> Result<Self, Problem> {
        let tree = Tree::parse(xml)?;
        let root = tree.root();
        if root.name() != "appmsg" {
            return Err(Problem::new(Code::XmlRoot).expected("appmsg").found(root.name()).at(root.path()));
        }
        let kind = text(root, "type");
        Ok(match kind.trim() {
            "33" | "36" => Self::MiniProgram(MiniProgram::read(root)),
            _ => Self::Other { title: text(root, "title"), kind },
        })
    }
}

/// The text of a child; empty where there is none.
fn text(parent: Element<'_>, name: &str) -> String {
    parent.child(name).map(|child| child.text().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_direct_type_decides() {
        let shell = "<appmsg><weappinfo><type>2</type></weappinfo><title>t</title><type>5</type></appmsg>";
        let expected = AppMsg::Other { kind: "5".into(), title: "t".into() };
        assert_eq!(AppMsg::read(shell).expect("a link with an empty shell"), expected);
    }

    #[test]
    fn reads_the_documented_mini_program() {
        let sample = AppMsg::read(include_str!("gewe/send_app/mini_program.xml")).expect("the document's sample");
        let AppMsg::MiniProgram(program) = sample else { unreachable!("type 33") };
        assert_eq!((program.title.as_str(), program.username.as_str()), ("腾讯云助手", "gh_44fc2ced7f87@app"));
        assert_eq!((program.weapp_type.as_str(), program.app_id.as_str()), ("1", ""));
        // Escaped in one place, raw in CDATA in the other: the same URL.
        assert!(program.thumb_url.ends_with("?wx_fmt=png&wxfrom=200"));
        assert_eq!(program.icon_url, program.thumb_url);
    }

    #[test]
    fn a_whole_msg_is_refused() {
        let problem = AppMsg::read("<msg><appmsg/></msg>").expect_err("only the node");
        assert_eq!((problem.code, problem.path.as_str()), (Code::XmlRoot, "/msg"));
    }
}
