//! Values by name. The library's maps come anew with each type; here one serves all, for the page's sake.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Values by name. However hostile the names are, finding one of `n` takes `log n` steps.
#[derive(Debug)]
pub(crate) struct Named<'n, V> {
    places: BTreeMap<Cow<'n, str>, usize>,
    values: Vec<V>,
}

impl<V> Default for Named<'_, V> {
    fn default() -> Self {
        Self { places: BTreeMap::new(), values: Vec::new() }
    }
}

impl<'n, V> Named<'n, V> {
    /// The value of a name, or a new one.
    pub(crate) fn entry(&mut self, name: impl Into<Cow<'n, str>>) -> &mut V
    where
        V: Default,
    {
        let at = place(&mut self.places, name.into());
        if at == self.values.len() {
            self.values.push(V::default());
        }
        &mut self.values[at]
    }

    /// Gives a name a value, in place of what it had.
    pub(crate) fn set(&mut self, name: impl Into<Cow<'n, str>>, value: V) {
        let at = place(&mut self.places, name.into());
        match self.values.get_mut(at) {
            Some(old) => *old = value,
            None => self.values.push(value),
        }
    }

    /// The value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&V> {
        self.values.get(*self.places.get(name)?)
    }

    /// The value of a name, to change it.
    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        self.values.get_mut(*self.places.get(name)?)
    }

    /// All values, in the order in which their names came.
    pub(crate) fn values(&self) -> &[V] {
        &self.values
    }
}

/// The place of a name; a new one gets the next.
fn place<'n>(places: &mut BTreeMap<Cow<'n, str>, usize>, name: Cow<'n, str>) -> usize {
    let next = places.len();
    *places.entry(name).or_insert(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_place() {
        let mut named = Named::default();
        for (name, value) in [("b", 1), ("a", 2), ("b", 3)] {
            *named.entry(name) += value;
        }
        assert_eq!((named.get("a"), named.get("b"), named.get("c")), (Some(&2), Some(&4), None));
        named.set("a", 9);
        assert_eq!(named.values(), [4, 9]);
    }
}
