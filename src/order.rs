//! Order: one sort for every type, where the library's would be compiled anew for each.
//!
//! The library's sort weighs four kilobytes a type. Here it sorts places in a list, by a comparison behind a pointer, and
//! the items follow by swaps. Equals stay in their order.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;

/// Sorts by a comparison.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = sorted(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    for (a, b) in swaps(places) {
        items.swap(a, b);
    }
}

/// Sorts by a key, which is made at each comparison.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a key that is dear to make: once for each item.
pub fn by_cached_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    for (a, b) in swaps(sorted(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)))) {
        items.swap(a, b);
    }
}

/// Sorts what has an order of its own.
pub fn natural<T: Ord>(items: &mut [T]) {
    by(items, T::cmp);
}

/// Gathers a map; of equal keys the last one counts. The library's `collect` would sort the entries first.
pub fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut out = BTreeMap::new();
    for (key, value) in entries {
        out.insert(key, value);
    }
    out
}

/// Gathers a set.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut out = BTreeSet::new();
    for item in items {
        out.insert(item);
    }
    out
}

/// Asks an ascending list about keys that come in ascending order, walking along it once.
pub struct Along<I: Iterator>(Peekable<I>);

impl<I: Iterator<Item: Ord>> Along<I> {
    /// Begins a walk along what ascends; keys may stand more than once.
    pub fn of(ascending: impl IntoIterator<IntoIter = I>) -> Self {
        Self(ascending.into_iter().peekable())
    }

    /// Whether the list has the key, which is none of those before the last one asked for.
    pub fn has(&mut self, key: &I::Item) -> bool {
        while self.0.next_if(|other| other < key).is_some() {}
        self.0.peek() == Some(key)
    }
}

/// The places of a list in their new order.
fn sorted(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// The swaps that bring a list into the new order: each round of places, link by link.
fn swaps(mut places: Vec<usize>) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for start in 0..places.len() {
        let mut at = start;
        // A place that is done holds itself.
        while let Some(place) = places.get_mut(at) {
            let from = std::mem::replace(place, at);
            if from == at || from == start {
                break;
            }
            out.push((at, from));
            at = from;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_walk_along_a_list_finds_what_is_in_it(
            mut list in prop::collection::vec(0..30_u8, 0..40), mut keys in prop::collection::vec(0..30_u8, 0..40)
        ) {
            list.sort_unstable();
            keys.sort_unstable();
            let mut along = super::Along::of(&list);
            let found: Vec<bool> = keys.iter().map(|key| along.has(&key)).collect();
            prop_assert_eq!(found, keys.iter().map(|key| list.contains(key)).collect::<Vec<_>>());
        }

        #[test]
        fn items_stand_as_the_library_sorts_them(items in prop::collection::vec((0..20_u8, any::<u8>()), 0..60)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let mut found = items.clone();
            super::by_key(&mut found, |item| item.0);
            prop_assert_eq!(&found, &expected);
            let mut found = items.clone();
            super::by_cached_key(&mut found, |item| item.0);
            prop_assert_eq!(&found, &expected);
            expected.sort_unstable();
            super::natural(&mut found);
            prop_assert_eq!(found, expected);
        }
    }
}
