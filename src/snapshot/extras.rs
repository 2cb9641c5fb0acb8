//! Fields that this app does not know: found while reading, written back where they stood.
//!
//! A record is found again by its identity, not by its place in the list; the fields of a record that is gone go too.

use std::collections::BTreeMap;

use super::tree::Tree;
use crate::json::{Step, Way};

/// Unknown fields, laid over the file's own shape.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Extras {
    /// Unknown fields of this object.
    here: Vec<(String, Tree)>,
    /// What lies deeper, by key.
    fields: BTreeMap<String, Extras>,
    /// What lies in the items of this list, by identity.
    items: BTreeMap<String, Extras>,
    /// What lies in items without identity, by place.
    places: BTreeMap<usize, Extras>,
}

impl Extras {
    /// Whether the file held nothing unknown.
    pub fn is_empty(&self) -> bool {
        self.here.is_empty() && self.fields.is_empty() && self.items.is_empty() && self.places.is_empty()
    }

    /// Takes the values at the ways out of the file.
    pub fn pick(file: &Tree, ways: &[Way]) -> Self {
        let mut extras = Self::default();
        for way in ways {
            extras.take(file, way);
        }
        extras
    }

    fn take(&mut self, tree: &Tree, way: &[Step]) {
        // The reader does not name the variant whose fields it reads: `{"class": {"label": …}}`.
        if let (Tree::Object(fields), Some(Step::Key(key))) = (tree, way.first())
            && let [(variant, inner)] = fields.as_slice()
            && variant != key
        {
            self.fields.entry(variant.clone()).or_default().take(inner, way);
            return;
        }
        let (step, rest) = match way {
            [] => return,
            [Step::Key(key)] => {
                self.here.extend(tree.get(key).map(|value| (key.clone(), value.clone())));
                return;
            }
            [step, rest @ ..] => (step, rest),
        };
        match (tree, step) {
            (Tree::Object(_), Step::Key(key)) => {
                if let Some(inner) = tree.get(key) {
                    self.fields.entry(key.clone()).or_default().take(inner, rest);
                }
            }
            (Tree::Object(fields), Step::Variant) => {
                if let [(key, inner)] = fields.as_slice() {
                    self.fields.entry(key.clone()).or_default().take(inner, rest);
                }
            }
            (Tree::List(items), Step::Place(place)) => {
                if let Some(inner) = items.get(*place) {
                    let deeper = match inner.identity() {
                        Some(id) => self.items.entry(id.to_owned()).or_default(),
                        None => self.places.entry(*place).or_default(),
                    };
                    deeper.take(inner, rest);
                }
            }
            _ => {}
        }
    }

    /// Puts everything back into a file written without it.
    pub fn put_into(&self, file: &mut Tree) {
        self.put(file, Within::Outer);
    }

    fn put(&self, tree: &mut Tree, within: Within) {
        match tree {
            Tree::Object(fields) => {
                for (key, deeper) in &self.fields {
                    match fields.iter_mut().find(|(name, _)| name == key) {
                        Some((_, inner)) => deeper.put(inner, within),
                        // A part of a record that has only default values besides is left out by the writer, and
                        // may be read without them: every such part of a record or entry defaults as a whole.
                        None if within == Within::Item => {
                            let mut part = Tree::Object(Vec::new());
                            deeper.put(&mut part, within);
                            fields.push((key.clone(), part));
                        }
                        None => {}
                    }
                }
                for (key, value) in &self.here {
                    if !fields.iter().any(|(name, _)| name == key) {
                        fields.push((key.clone(), value.clone()));
                    }
                }
            }
            Tree::List(items) => {
                for (place, item) in items.iter_mut().enumerate() {
                    let deeper = match item.identity() {
                        Some(id) => self.items.get(id),
                        None => self.places.get(&place),
                    };
                    if let Some(deeper) = deeper {
                        deeper.put(item, Within::Item);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Where the writer of unknown fields stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    /// In the header or a table.
    Outer,
    /// In a record or an entry of the journal.
    Item,
}
