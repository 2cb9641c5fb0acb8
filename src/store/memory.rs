//! A place in memory: for native tests and for a browser that offers no storage.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::key;
use super::place::{Batch, PlaceError, Store};

/// Keeps texts in memory. Clones share the same texts, as two tabs share one storage.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
}

impl MemoryStore {
    /// Makes an independent copy of what is stored now.
    #[must_use]
    pub fn snapshot(&self) -> Self {
        Self { texts: Rc::new(RefCell::new(self.texts.borrow().clone())) }
    }

    /// Everything that is stored, in the order of the keys.
    pub fn all(&self) -> Vec<(String, String)> {
        self.texts.borrow().iter().map(|(key, value)| (key.clone(), value.clone())).collect()
    }

    /// Writes past every rule, the way damage does.
    pub fn set(&self, key: &str, value: Option<&str>) {
        match value {
            Some(value) => self.texts.borrow_mut().insert(key.to_owned(), value.to_owned()),
            None => self.texts.borrow_mut().remove(key),
        };
    }

    /// Whether every expectation of `batch` holds.
    pub fn meets(&self, batch: &Batch) -> bool {
        let texts = self.texts.borrow();
        batch.expected.iter().all(|(key, value)| texts.get(key) == value.as_ref())
    }
}

impl Store for MemoryStore {
    async fn get(&self, key: &str) -> Result<Option<String>, PlaceError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    async fn keys(&self) -> Result<Vec<String>, PlaceError> {
        Ok(self.texts.borrow().keys().filter(|key| key.starts_with(key::OURS)).cloned().collect())
    }

    async fn write(&self, batch: &Batch) -> Result<(), PlaceError> {
        if !self.meets(batch) {
            return Err(PlaceError::Changed);
        }
        for (key, value) in &batch.writes {
            self.set(key, value.as_deref());
        }
        Ok(())
    }
}
