//! The lock of a shared computer, as the page uses it: opened, shut, turned on and off. Its rules stand in
//! `store::vault`; its slow function runs in the worker.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::Author;
use crate::json;
use crate::store::boot::Trouble;
use crate::store::indexed_db::IndexedDbStore;
use crate::store::local_storage::LocalStore;
use crate::store::lock::{By, Cost, Key, Lock, Wrap, code};
use crate::store::locked::Locked;
use crate::store::place::PlaceError;
use crate::store::saver::NotSaved;
use crate::store::tabs::Message;
use crate::store::vault::{Seen, Vault};
use crate::ui::background::{Background, Failure};
use crate::ui::clock;

use super::{Inner, Keeper, Start};

/// The name under which the desk's texts keep who sits at the keyboard, while the lock is on.
const AUTHOR: &str = "author";

/// Why the lock does not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stuck {
    /// The passphrase or the code is another one.
    Wrong,
    /// The worker, which does the slow part, gave no answer.
    Worker(Failure),
    /// The browser gives no random numbers.
    NoRandomness,
    /// Something is not saved yet, and would be lost.
    NotSaved,
    /// The plan could not be deleted.
    NotDeleted(NotSaved),
    /// A copy did not take it.
    Place(PlaceError),
}

/// The secrets of a new lock.
pub struct Secrets {
    /// What is typed each time.
    pub passphrase: String,
    /// The digits of the recovery sheet.
    pub code: String,
}

/// A new code for the recovery sheet; none where the browser gives no random numbers.
pub fn new_code() -> Option<String> {
    clock::secret_bits::<32>()?;
    Some(code(|| clock::secret_bits().unwrap_or([u8::MAX; 32])))
}

impl Inner {
    fn vault(&self) -> Vault<'_, IndexedDbStore, LocalStore> {
        Vault::new(self.saver.durable(), self.saver.boot_copy())
    }

    /// The durable copy behind the lock.
    fn is_locked(&self) -> bool {
        Locked::is_on(self.saver.durable())
    }

    /// A message for the other tabs. Where it would pass through the storage, no line of a locked plan goes with it.
    pub(super) fn post(&self, message: &Message) {
        let channel = self.channel.borrow();
        let Some(channel) = &*channel else { return };
        match message {
            Message::Appended { .. } if self.is_locked() && !channel.leaves_no_trace() => {
                channel.post(&Message::Replaced);
            }
            other => channel.post(other),
        }
    }
}

impl Keeper {
    /// Whether the lock is on and this tab has opened it.
    pub fn is_padlock_open(self) -> bool {
        self.inner().is_locked()
    }

    /// Looks at the lock before anything is read; what to show where the plan cannot be read now.
    pub(super) async fn look_at_padlock(self) -> Option<Start> {
        let inner = self.inner();
        match inner.vault().look().await {
            Seen::Open if inner.is_locked() => {
                // It was turned off elsewhere, and this tab did not hear of it.
                begin_anew();
                Some(Start::Reading)
            }
            Seen::Open => None,
            Seen::Locked(lock) => {
                self.padlock.set(Some(*lock));
                (!inner.is_locked()).then_some(Start::Locked)
            }
            Seen::Newer => Some(Start::Newer),
            Seen::Lost => Some(Start::Damaged(Trouble::default())),
        }
    }

    /// Opens the plan with a secret.
    pub async fn open_padlock(self, background: Background, by: By, secret: String) -> Result<(), Stuck> {
        let Some(lock) = self.padlock.get_untracked() else { return Ok(()) };
        let key = open(background, &lock, by, secret).await?;
        let inner = self.inner();
        // What could not be finished is tried again at the next start; the plan is open all the same.
        let _ = inner.vault().open(&lock, &key).await;
        self.read_author().await;
        self.begin().await;
        Ok(())
    }

    /// Turns the lock on: both copies stand encrypted from then on.
    pub async fn turn_padlock_on(self, background: Background, secrets: Secrets, minutes: u32) -> Result<(), Stuck> {
        self.settle_before_lock().await?;
        let random = || clock::secret_bits().ok_or(Stuck::NoRandomness);
        let key = Key::new(random()?);
        let passphrase = wrap(background, By::Passphrase, &key, secrets.passphrase, Cost::USUAL).await?;
        let code = wrap(background, By::Code, &key, secrets.code, Cost::USUAL).await?;
        let lock = Lock::new(Cost::USUAL, minutes, passphrase, code);
        let inner = self.inner();
        self.settle_before_lock().await?;
        let result = inner.vault().turn_on(&lock, &key).await;
        if inner.is_locked() {
            self.padlock.set(Some(lock));
            self.hide_author().await;
            inner.post(&Message::Locked);
        }
        self.measure();
        result.map_err(Stuck::Place)
    }

    /// Turns the lock off: both copies stand plainly from then on.
    pub async fn turn_padlock_off(self, background: Background, passphrase: String) -> Result<(), Stuck> {
        let Some(lock) = self.padlock.get_untracked() else { return Ok(()) };
        open(background, &lock, By::Passphrase, passphrase).await?;
        self.settle_before_lock().await?;
        let inner = self.inner();
        self.keep_text(AUTHOR, None).await;
        inner.vault().turn_off().await.map_err(Stuck::Place)?;
        self.padlock.set(None);
        inner.session.set_device(|device| device.is_private = false);
        inner.post(&Message::Locked);
        self.measure();
        Ok(())
    }

    /// Changes a secret; the present passphrase is asked for.
    pub async fn change_padlock(
        self,
        background: Background,
        passphrase: String,
        by: By,
        secret: String,
    ) -> Result<(), Stuck> {
        let Some(lock) = self.padlock.get_untracked() else { return Ok(()) };
        let key = open(background, &lock, By::Passphrase, passphrase).await?;
        let wrap = wrap(background, by, &key, secret, lock.cost).await?;
        self.put_padlock(lock.with(by, wrap)).await
    }

    /// Changes the minutes after which the page locks itself.
    pub async fn set_padlock_minutes(self, minutes: u32) -> Result<(), Stuck> {
        match self.padlock.get_untracked() {
            Some(lock) if lock.minutes != minutes => self.put_padlock(lock.after(minutes)).await,
            _ => Ok(()),
        }
    }

    /// Shuts the lock in every tab: saves, then begins anew, so that nothing of the plan stays in memory or on screen.
    pub async fn shut_padlock(self) -> Result<(), Stuck> {
        self.settle_before_lock().await?;
        self.inner().post(&Message::Locked);
        begin_anew();
        Ok(())
    }

    /// Somebody is at the keyboard of this tab: the others stay open too.
    pub fn stay_open(self) {
        self.inner().post(&Message::Awake);
    }

    /// Another tab shut the lock.
    pub(super) async fn follow_padlock(self) {
        // What cannot be saved stays on screen: it would be lost.
        if self.settle_before_lock().await.is_ok() {
            begin_anew();
        }
    }

    /// Deletes a plan whose secrets are both lost.
    pub async fn give_up_padlock(self) -> Result<(), Stuck> {
        self.wipe().await.map_err(Stuck::NotDeleted)?;
        self.join_tabs_once().await;
        Ok(())
    }

    /// Removes the lock of a plan that was deleted.
    pub(super) async fn forget_padlock(self) -> Result<(), PlaceError> {
        let inner = self.inner();
        if self.padlock.get_untracked().is_some() {
            inner.vault().forget().await?;
            self.padlock.set(None);
            inner.session.set_device(|device| device.is_private = false);
        }
        Ok(())
    }

    /// Keeps behind the lock who sits at the keyboard, whenever it changes.
    pub(super) fn keep_author(self) {
        let session = self.inner().session;
        Effect::new(move || {
            let (author, is_private) = session.device().with(|device| (device.author.clone(), device.is_private));
            if is_private {
                spawn_local(async move {
                    // What is not kept is kept with the next change; the name is in the journal of each act anyway.
                    let _ = self.keep_text(AUTHOR, Some(json::text(&author))).await;
                });
            }
        });
    }

    async fn put_padlock(self, lock: Lock) -> Result<(), Stuck> {
        let inner = self.inner();
        inner.vault().change(&lock).await.map_err(Stuck::Place)?;
        self.padlock.set(Some(lock));
        // The writes of the other tabs expect the record as they have read it.
        inner.post(&Message::Replaced);
        Ok(())
    }

    async fn settle_before_lock(self) -> Result<(), Stuck> {
        self.settle().await;
        if self.inner().saver.state().is_dirty() { Err(Stuck::NotSaved) } else { Ok(()) }
    }

    async fn hide_author(self) {
        let session = self.inner().session;
        let author = session.device().with_untracked(|device| device.author.clone());
        self.keep_text(AUTHOR, Some(json::text(&author))).await;
        session.set_device(|device| device.is_private = true);
    }

    async fn read_author(self) {
        let kept = self.kept_text(AUTHOR).await;
        let author: Option<Author> = kept.and_then(|text| json::read(&text).ok());
        self.inner().session.set_device(|device| {
            device.is_private = true;
            if let Some(author) = author {
                device.author = author;
            }
        });
    }
}

/// Loads the page anew: the address stays, memory does not.
fn begin_anew() {
    let _ = window().location().reload();
}

/// The plan's key by one of the ways.
async fn open(background: Background, lock: &Lock, by: By, secret: String) -> Result<Key, Stuck> {
    let derived = background.derive(secret, lock.salt(by), lock.cost).await.map_err(Stuck::Worker)?;
    lock.open(by, &derived).ok_or(Stuck::Wrong)
}

/// The plan's key, wrapped under a new secret.
async fn wrap(background: Background, by: By, key: &Key, secret: String, cost: Cost) -> Result<Wrap, Stuck> {
    let salt = clock::secret_bits().ok_or(Stuck::NoRandomness)?;
    let nonce = clock::secret_bits().ok_or(Stuck::NoRandomness)?;
    let derived = background.derive(secret, salt, cost).await.map_err(Stuck::Worker)?;
    Ok(Wrap::new(by, key, &derived, salt, nonce))
}
