//! Texts put together of parts: by `+`, and by `join`.

use super::Expr;
use super::read::Reader;
use crate::import::text::Text;

impl Reader<'_> {
    /// Skips `.join`, where it is called.
    pub(super) fn is_join(&mut self) -> bool {
        let behind = self.rest().strip_prefix('.').map(str::trim_start).and_then(|rest| rest.strip_prefix("join"));
        let bracket = behind.map(str::trim_start).filter(|behind| behind.starts_with('('));
        if let Some(bracket) = bracket {
            self.step(self.rest().len() - bracket.len());
        }
        bracket.is_some()
    }

    /// The texts of a list in one, if they are known: JavaScript's `list.join(text)`, Python's `text.join(list)`.
    pub(super) fn joined(&mut self, expr: &Expr, depth: usize) -> Expr {
        let argument = self.arguments(depth, ')').into_iter().next().map(|(_, argument)| argument);
        let joined = match (expr, &argument) {
            (Expr::List(_, items), Some(Expr::Text(between))) | (Expr::Text(between), Some(Expr::List(_, items))) => {
                join_all(items, between)
            }
            _ => None,
        };
        joined.map_or_else(|| Expr::Other(Text::default()), Expr::Text)
    }
}

/// Puts two texts together; a variable among them stays to be seen.
pub(super) fn join(first: &mut Expr, second: &Expr) -> bool {
    if let Expr::Name(_, name) = first {
        *first = Expr::Text(name.as_variable());
    }
    match (first, second) {
        (Expr::Text(text), Expr::Text(more)) => text.push(more, 0..more.len()),
        (Expr::Text(text), Expr::Name(_, name)) => {
            let name = name.as_variable();
            text.push(&name, 0..name.len());
        }
        _ => return false,
    }
    true
}

/// Texts in one, with this between them; nothing where one of them is not known.
fn join_all(items: &[Expr], between: &Text) -> Option<Text> {
    let mut out = Text::default();
    for (at, item) in items.iter().enumerate() {
        let Expr::Text(item) = item else { return None };
        if at > 0 {
            out.push(between, 0..between.len());
        }
        out.push(item, 0..item.len());
    }
    Some(out)
}
