//! Sorting by place. The library's sorts come anew with each type; here one serves all, for the page's sake.

/// Sorts by two numbers; what has the same stays as it stood.
pub(crate) fn sort_by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> (usize, usize)) {
    let place = |(at, item)| {
        let (first, second) = key(item);
        (first, second, at)
    };
    let mut order: Vec<(usize, usize, usize)> = items.iter().enumerate().map(place).collect();
    // Most come in order.
    if order.is_sorted() {
        return;
    }
    order.sort_unstable();
    let mut taken: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|(.., at)| taken[at].take()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_as_they_stood() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        sort_by_key(&mut items, |(key, _)| (*key, 0));
        assert_eq!(items, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
