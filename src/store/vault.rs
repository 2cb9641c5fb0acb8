//! The lock over both copies: looked at, opened, turned on and off, changed.
//!
//! Cut short anywhere, the plan opens: without a lock, or with one of its secrets. The durable copy goes first, because
//! its batches are whole or not there.

use super::key;
use super::lock::{Key, Lock};
use super::locked::{Locked, is_locked};
use super::place::{PlaceError, Store};
use super::protocol;
use super::record::Unreadable;

/// What is known of the lock before anything is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// There is none.
    Open,
    /// It is on.
    Locked(Box<Lock>),
    /// A later version made it.
    Newer,
    /// Texts stand encrypted, but the record that leads to their key is gone or damaged in both copies.
    Lost,
}

/// Both copies, behind one lock.
pub struct Vault<'a, D, B> {
    durable: &'a Locked<D>,
    boot: &'a Locked<B>,
}

impl<'a, D: Store, B: Store> Vault<'a, D, B> {
    /// The lock over these copies.
    pub const fn new(durable: &'a Locked<D>, boot: &'a Locked<B>) -> Self {
        Self { durable, boot }
    }

    /// Looks at the records of the lock. A copy that cannot be read says nothing here: reading the plan tells it.
    pub async fn look(&self) -> Seen {
        let records = [self.durable.look().await, self.boot.look().await];
        let read: Vec<Result<Lock, Unreadable>> =
            records.into_iter().filter_map(|text| Some(Lock::parse(&text.ok()??))).collect();
        if let Some(lock) = read.iter().filter_map(|lock| lock.as_ref().ok()).max_by_key(|lock| lock.changed) {
            return Seen::Locked(Box::new(lock.clone()));
        }
        if read.iter().any(|lock| matches!(lock, Err(Unreadable::Newer(_)))) {
            return Seen::Newer;
        }
        // What is left of a record that never came whole leads nowhere, and locks nothing.
        if has_locked(self.durable).await || has_locked(self.boot).await { Seen::Lost } else { Seen::Open }
    }

    /// Opens both copies with the key of `lock`, and finishes what was cut short.
    ///
    /// # Errors
    /// What stands in the way of finishing; the copies are open all the same.
    pub async fn open(&self, lock: &Lock, key: &Key) -> Result<(), PlaceError> {
        self.durable.unlock(key.clone());
        self.boot.unlock(key.clone());
        let durable = settle(self.durable, lock).await;
        settle(self.boot, lock).await.and(durable)
    }

    /// Turns the lock on. Everything is to be saved before.
    ///
    /// # Errors
    /// A copy did not take it. Then there is no lock, or, where not even that could be restored, the lock is on
    /// ([`Locked::is_on`]) and opens with its secrets.
    pub async fn turn_on(&self, lock: &Lock, key: &Key) -> Result<(), PlaceError> {
        if self.look().await != Seen::Open {
            return Err(PlaceError::Changed);
        }
        let text = lock.text();
        self.durable.put_record(&text).await?;
        self.durable.unlock(key.clone());
        self.boot.unlock(key.clone());
        let result = async {
            self.boot.put_record(&text).await?;
            self.durable.encrypt_all().await
        };
        if let Err(error) = result.await {
            self.durable.decrypt_all().await?;
            self.boot.decrypt_all().await?;
            return Err(error);
        }
        if self.boot.encrypt_all().await.is_err() {
            // The durable copy is whole: the other one is emptied, and mended from it with the next save.
            protocol::empty(self.boot).await?;
            self.boot.encrypt_all().await?;
        }
        Ok(())
    }

    /// Turns the lock off; the copies must be open.
    ///
    /// # Errors
    /// A copy did not take it. Then the lock is on at the next start, and opens with its secrets.
    pub async fn turn_off(&self) -> Result<(), PlaceError> {
        self.durable.decrypt_all().await?;
        self.boot.decrypt_all().await
    }

    /// Puts a changed record in the place of the present one: another passphrase, another code, another time.
    ///
    /// # Errors
    /// The durable copy did not take it: the old one stays in force.
    pub async fn change(&self, lock: &Lock) -> Result<(), PlaceError> {
        self.durable.put_record(&lock.text()).await?;
        // The other copy is mended when the lock is opened next: the higher number is in force.
        let _ = self.boot.put_record(&lock.text()).await;
        Ok(())
    }

    /// Removes the record of the lock in both copies: the plan behind it was deleted.
    ///
    /// # Errors
    /// A copy could not be written.
    pub async fn forget(&self) -> Result<(), PlaceError> {
        let durable = self.durable.drop_record().await;
        self.boot.drop_record().await.and(durable)
    }
}

async fn settle(place: &Locked<impl Store>, lock: &Lock) -> Result<(), PlaceError> {
    let text = lock.text();
    if place.look().await?.as_deref() != Some(&text) {
        place.put_record(&text).await?;
    }
    place.encrypt_all().await
}

/// Whether the plan stands encrypted. Its head tells, without reading the rest; where that is gone too, reading the plan
/// finds the damage.
async fn has_locked(place: &Locked<impl Store>) -> bool {
    place.get(key::HEAD).await.is_ok_and(|head| head.is_some_and(|head| is_locked(&head)))
}

#[cfg(test)]
mod tests;
