//! This tab among the tabs: one writes, the others follow; carries out what the pure state machine says.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::Workspace;
use crate::snapshot;
use crate::store::saver::Accepted;
use crate::store::tabs::{Effect, Input};
use crate::store::web_locks::{Ask, Channel, Lock, request};
use crate::view::gate::ReadOnly;

use super::{Keeper, Start};

/// How long the writer may take to answer before the lock is stolen.
const PATIENCE: Duration = Duration::from_secs(1);

impl Keeper {
    /// Opens the line to the other tabs and asks for the writer's place; once.
    pub(super) async fn join_tabs_once(self) {
        if self.inner().channel.borrow().is_some() {
            return;
        }
        let channel = Channel::open(move |message| self.happen(Input::Heard(message)));
        *self.inner().channel.borrow_mut() = Some(channel);
        match self.lock(Ask::IfFree).await {
            Lock::Held(lock) => self.granted(lock),
            Lock::Taken => self.happen(Input::LockTaken),
            Lock::Absent => self.happen(Input::LocksAbsent),
        }
    }

    /// Makes this tab the one that writes; the person asked for it.
    pub fn take_over(self) {
        self.happen(Input::TakeoverAsked);
    }

    /// A write was refused because another tab wrote meanwhile.
    pub(super) fn outrun(self) {
        self.happen(Input::Outrun);
    }

    async fn lock(self, ask: Ask) -> Lock {
        request(ask, move || {
            drop(self.inner().lock.borrow_mut().take());
            self.happen(Input::LockLost);
        })
        .await
    }

    fn granted(self, lock: crate::store::web_locks::HeldLock) {
        *self.inner().lock.borrow_mut() = Some(lock);
        self.happen(Input::LockGranted);
    }

    fn happen(self, input: Input) {
        let effects = self.inner().tabs.borrow_mut().step(input);
        spawn_local(async move {
            for effect in effects {
                self.carry_out(effect).await;
            }
        });
    }

    async fn carry_out(self, effect: Effect) {
        let inner = self.inner();
        match effect {
            Effect::QueueForLock => self.wait_for_lock(Ask::Queue),
            Effect::StealLock => self.wait_for_lock(Ask::Steal),
            Effect::Post(message) => inner.post(&message),
            Effect::StartTimer => set_timeout(move || self.happen(Input::TakeoverOverdue), PATIENCE),
            Effect::FlushAndRelease => {
                self.settle().await;
                self.become_reader();
                drop(inner.lock.borrow_mut().take());
                self.happen(Input::HandedOver);
            }
            Effect::BecomeWriter => {
                inner.saver.set_writable();
                if self.start.get_untracked() != Start::Newer {
                    inner.session.read_only().set(None);
                }
                if inner.has_plan.get() {
                    inner.saver.mend().await;
                }
            }
            Effect::BecomeReader => self.become_reader(),
            Effect::Accept(line) => self.accept(&line).await,
            Effect::BootAgain => {
                self.read_copies().await;
                let is_empty = !inner.has_plan.get() && self.start.get_untracked() == Start::Open;
                if is_empty && !inner.session.is_published().get_untracked() {
                    inner.session.replace(|own| *own = Workspace::default());
                }
            }
            Effect::ShowWiped => self.is_wiped_elsewhere.set(true),
            Effect::BeginAnew => self.follow_padlock().await,
            Effect::StayOpen => super::super::idle::touch(),
            // Reading the copies again gives back what was not saved: `reapply_unsaved` applies or shows it.
            Effect::OfferUnsaved => {}
        }
    }

    fn become_reader(self) {
        let inner = self.inner();
        inner.saver.set_read_only();
        if inner.session.read_only().get_untracked() != Some(ReadOnly::Newer) {
            inner.session.read_only().set(Some(ReadOnly::OtherTab));
        }
    }

    fn wait_for_lock(self, ask: Ask) {
        spawn_local(async move {
            if let Lock::Held(lock) = self.lock(ask).await {
                self.granted(lock);
            }
        });
    }

    async fn accept(self, line: &str) {
        let inner = self.inner();
        match inner.saver.accept(line) {
            Accepted::Known => {}
            Accepted::Bytes(bytes) => {
                let mut is_applied = false;
                if let Ok(entry) = snapshot::read_entry(&bytes) {
                    inner.session.replace(|own| is_applied = own.follow(entry).is_ok());
                }
                if !is_applied {
                    self.read_copies().await;
                }
            }
            Accepted::Gap => self.read_copies().await,
        }
    }
}
