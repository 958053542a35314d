//! What was written in a kind that was left for another, so that it is there again on return.

use std::rc::Rc;

use crate::edit::Edit;
use crate::named::Named;
use crate::place;

/// The most bytes that are kept; what was left longest ago goes first.
const MOST: usize = 8 << 20;

/// What was written at a place in one kind.
#[derive(Debug)]
pub(crate) struct Former {
    /// The edit that leads back to this kind.
    pub(crate) back: Edit,
    /// The value's JSON.
    pub(crate) source: String,
    /// What the value became when its kind was left.
    pub(crate) became: String,
    /// Parts of it that were no JSON yet, by their paths inside it.
    pub(crate) drafts: Named<String>,
    /// What was written in other kinds of its parts, by their paths inside it.
    pub(crate) inside: Formers,
}

/// What was written, by place and kind. A copy costs a pointer for each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Formers(Vec<(String, Rc<Former>)>);

impl Formers {
    /// Keeps what was written at a place; one that is too large by itself is not kept.
    pub(crate) fn keep(&mut self, path: &str, former: Former) {
        self.0.retain(|(own, other)| own != path || other.back != former.back);
        if former.bytes() > MOST {
            return;
        }
        self.0.push((path.to_owned(), Rc::new(former)));
        let mut bytes: usize = self.bytes();
        while bytes > MOST {
            bytes -= self.0.remove(0).1.bytes();
        }
    }

    /// What was written at a place in the kind that an edit leads to.
    pub(crate) fn find(&self, path: &str, edit: &Edit) -> Option<Rc<Former>> {
        self.0.iter().find(|(own, former)| own == path && former.back == *edit).map(|(_, former)| former.clone())
    }

    /// Drops what belongs to a part.
    pub(crate) fn forget(&mut self, path: &str) {
        self.0.retain(|(own, _)| !place::is_within(own, path));
    }

    /// Takes out what belongs inside a part, whose own kinds stay.
    pub(crate) fn take_inside(&mut self, path: &str) -> Self {
        let mut taken = Vec::new();
        self.0.retain(|(own, former)| {
            let stays = own == path || !place::is_within(own, path);
            if !stays {
                taken.push((own[path.len()..].to_owned(), former.clone()));
            }
            stays
        });
        Self(taken)
    }

    /// Puts back what was taken out of a part.
    pub(crate) fn put_inside(&mut self, path: &str, inside: &Self) {
        self.0.extend(inside.0.iter().map(|(own, former)| (format!("{path}{own}"), former.clone())));
    }

    /// Renumbers what belongs to the items of a list.
    pub(crate) fn shift(&mut self, list: &str, number: &dyn Fn(usize) -> usize) {
        for (path, _) in &mut self.0 {
            if let Some(shifted) = place::shifted(path, list, number) {
                *path = shifted;
            }
        }
    }

    fn bytes(&self) -> usize {
        self.0.iter().map(|(_, former)| former.bytes()).sum()
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

impl Former {
    fn bytes(&self) -> usize {
        let drafts: usize = self.drafts.values().map(String::len).sum();
        self.source.len() + self.became.len() + drafts + self.inside.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn former(kind: &str, source: &str) -> Former {
        let (back, source) = (Edit::Variant(kind.into()), source.to_owned());
        Former { back, source, became: String::new(), drafts: Named::default(), inside: Formers::default() }
    }

    fn source(formers: &Formers, path: &str, kind: &str) -> Option<String> {
        formers.find(path, &Edit::Variant(kind.into())).map(|former| former.source.clone())
    }

    #[test]
    fn each_place_and_each_kind_has_its_own_and_the_latest_counts() {
        let mut formers = Formers::default();
        for (path, kind, text) in [("/0", "a", "1"), ("/0", "b", "2"), ("/1", "a", "3"), ("/0", "a", "4")] {
            formers.keep(path, former(kind, text));
        }
        assert_eq!(source(&formers, "/0", "a").as_deref(), Some("4"));
        assert_eq!(source(&formers, "/0", "b").as_deref(), Some("2"));
        formers.shift("", &|at| 1 - at);
        assert_eq!(source(&formers, "/1", "a").as_deref(), Some("4"));
        assert_eq!(source(&formers, "/0", "a").as_deref(), Some("3"));
        formers.forget("/1");
        assert_eq!((source(&formers, "/1", "a"), source(&formers, "/1", "b")), (None, None));
    }

    #[test]
    fn bytes_are_bounded_and_one_that_is_too_large_pushes_nothing_out() {
        let mut formers = Formers::default();
        for at in 0..5 {
            formers.keep(&format!("/{at}"), former("a", &"x".repeat(MOST / 4)));
        }
        assert_eq!(source(&formers, "/0", "a"), None);
        formers.keep("/6", former("a", &"x".repeat(MOST + 1)));
        assert_eq!(source(&formers, "/6", "a"), None);
        assert!((1..5).all(|at| source(&formers, &format!("/{at}"), "a").is_some()));
    }
}
