//! A map by name, kept as a list: it never holds more than a few, and a tree of them would be 4 kB of the page.

/// Values by name, in the order of their names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Named<V>(Vec<(String, V)>);

impl<V> Default for Named<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Named<V> {
    pub(crate) fn get(&self, name: &str) -> Option<&V> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Puts a value in, in the place of the one that had this name.
    pub(crate) fn insert(&mut self, name: String, value: V) {
        self.remove(&name);
        let at = self.0.iter().position(|(own, _)| *own > name).unwrap_or(self.0.len());
        self.0.insert(at, (name, value));
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.retain(|own| own != name);
    }

    /// Keeps only those of some names.
    pub(crate) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.0.retain(|(own, _)| keep(own));
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

impl<V: Default> Named<V> {
    /// The value of a name, made if it is not there.
    pub(crate) fn or_default(&mut self, name: &str) -> &mut V {
        let at = self.0.iter().position(|(own, _)| own == name).unwrap_or_else(|| {
            self.0.push((name.to_owned(), V::default()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }
}

impl<V> IntoIterator for Named<V> {
    type Item = (String, V);
    type IntoIter = std::vec::IntoIter<(String, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
