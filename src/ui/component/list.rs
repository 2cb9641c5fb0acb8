//! A list whose rows keep their elements, and the focus in them, as long as their keys stay.

use std::hash::{DefaultHasher, Hash, Hasher};

use leptos::prelude::*;

/// A row that is made when it is new.
struct Row {
    key: u64,
    make: Box<dyn FnOnce() -> AnyView + Send>,
}

/// The rows of a list; one that is not equal to what it was, by its key, is made anew.
///
/// In place of leptos' `For`, which is compiled anew for each type of rows.
#[component]
pub fn List<T, I, K, V>(
    /// The rows now.
    each: impl Fn() -> I + Send + 'static,
    /// What makes a row the same.
    key: impl Fn(&T) -> K + Send + 'static,
    /// The view of a row.
    children: impl Fn(T) -> V + Clone + Send + 'static,
) -> impl IntoView
where
    I: IntoIterator<Item = T>,
    T: Send + 'static,
    K: Hash,
    V: IntoView + 'static,
{
    let row = move |row: T| {
        // Sixty-four bits: no two rows of a page meet in them.
        let mut hasher = DefaultHasher::new();
        key(&row).hash(&mut hasher);
        let children = children.clone();
        Row { key: hasher.finish(), make: Box::new(move || children(row).into_any()) }
    };
    rows(Box::new(move || each().into_iter().map(&row).collect()))
}

fn rows(each: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    view! { <For each key=|row| row.key children=|row: Row| (row.make)() /> }.into_any()
}
