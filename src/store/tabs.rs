//! Coordination between tabs: who writes, who follows, and the takeover. Pure: the browser's part is `web_locks`.
//!
//! A convenience for people, not the guard of the data: every write compares the head and refuses ([`super::protocol`]),
//! so a tab that is wrong about its role, or a browser without locks, loses nothing.

use serde::{Deserialize, Serialize};

use crate::json;

/// The name of the lock and of the channel.
pub const NAME: &str = "sferum-planner";

/// What tabs tell each other. Comes from outside: an unknown message is ignored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Message {
    /// A revision is in the durable copy; the text of its sealed line.
    Appended {
        /// For [`super::Saver::accept`].
        line: String,
    },
    /// The sender wants to write.
    TakeoverRequest {
        /// The tab that asks.
        from: String,
    },
    /// The writer saved everything and gave the lock back.
    Released,
    /// The plan was started anew, or another one was opened: boot again.
    Replaced,
    /// The plan was deleted.
    Wiped,
    /// The lock was shut, turned on or off: every tab begins anew.
    Locked,
    /// Somebody is at the keyboard of the sender.
    Awake,
}

impl Message {
    /// The text for the channel.
    pub fn text(&self) -> String {
        json::text(self)
    }

    /// Reads a text from the channel.
    pub fn parse(text: &str) -> Option<Self> {
        json::read(text).ok()
    }
}

/// What this tab is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nothing is known yet: read only.
    Asking,
    /// Holds the lock and writes.
    Writer,
    /// Shows live what the writer does; read only.
    Follower,
    /// Follows, and has asked for the writer's place.
    TakingOver,
    /// The browser has no locks: writes, guarded by the comparison of the head alone.
    NoLocks,
}

impl Role {
    /// Whether commands are possible here.
    pub fn may_write(self) -> bool {
        matches!(self, Self::Writer | Self::NoLocks)
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// The lock is ours.
    LockGranted,
    /// Another tab has the lock.
    LockTaken,
    /// The browser has no locks.
    LocksAbsent,
    /// Another tab stole the lock.
    LockLost,
    /// A message came.
    Heard(Message),
    /// A person asked for this tab to take over.
    TakeoverAsked,
    /// The writer did not answer in time: it is frozen or broken.
    TakeoverOverdue,
    /// Everything is saved, and the lock was given back.
    HandedOver,
    /// A write was refused because somebody else wrote.
    Outrun,
}

/// What is to be done, in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Queue for the lock without stealing; answer with [`Input::LockGranted`] whenever it comes.
    QueueForLock,
    /// Steal the lock; answer with [`Input::LockGranted`].
    StealLock,
    /// Send to the other tabs.
    Post(Message),
    /// Start the timer that ends in [`Input::TakeoverOverdue`] (a second).
    StartTimer,
    /// Flush, then `Saver::set_read_only`, give the lock back, answer with [`Input::HandedOver`].
    FlushAndRelease,
    /// From now on `Saver::set_writable`; after reading the copies again where something was missed.
    BecomeWriter,
    /// From now on `Saver::set_read_only`.
    BecomeReader,
    /// Give the line to [`super::Saver::accept`]; on a gap read the copies again.
    Accept(String),
    /// Read the copies again.
    BootAgain,
    /// Say that the plan was deleted in another tab.
    ShowWiped,
    /// Keep what was not saved visible and offer to apply it again.
    OfferUnsaved,
    /// Save, then begin anew: nothing of the plan may stay in this tab.
    BeginAnew,
    /// Put the clock of the lock back.
    StayOpen,
}

/// The state of one tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabs {
    id: String,
    role: Role,
}

impl Tabs {
    /// A tab that has asked for the lock once, without waiting.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), role: Role::Asking }
    }

    /// What this tab is now.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Takes in what happened and says what is to be done.
    pub fn step(&mut self, input: Input) -> Vec<Effect> {
        use Effect as E;
        let (role, effects) = match (self.role, input) {
            (Role::Writer | Role::NoLocks, Input::LockGranted) => (self.role, vec![]),
            (Role::Asking, Input::LockGranted) => (Role::Writer, vec![E::BecomeWriter]),
            // Something may have been written between the last message and the grant.
            (_, Input::LockGranted) => (Role::Writer, vec![E::BootAgain, E::BecomeWriter]),
            (Role::Asking, Input::LockTaken) => (Role::Follower, vec![E::BecomeReader, E::QueueForLock]),
            (_, Input::LocksAbsent) => (Role::NoLocks, vec![E::BecomeWriter]),
            (Role::Writer, Input::LockLost) => {
                (Role::Follower, vec![E::BecomeReader, E::OfferUnsaved, E::QueueForLock])
            }
            (role, Input::Heard(message)) => self.hear(role, message),
            (Role::Follower | Role::Asking, Input::TakeoverAsked) => {
                let request = Message::TakeoverRequest { from: self.id.clone() };
                (Role::TakingOver, vec![E::Post(request), E::StartTimer])
            }
            (Role::TakingOver, Input::TakeoverOverdue) => (Role::TakingOver, vec![E::StealLock]),
            (Role::Follower, Input::HandedOver) => (Role::Follower, vec![E::Post(Message::Released), E::QueueForLock]),
            (Role::Writer | Role::NoLocks, Input::Outrun) => (self.role, vec![E::OfferUnsaved, E::BootAgain]),
            (role, Input::Outrun) => (role, vec![E::BootAgain]),
            (role, _) => (role, vec![]),
        };
        self.role = role;
        effects
    }

    fn hear(&self, role: Role, message: Message) -> (Role, Vec<Effect>) {
        match (role, message) {
            (Role::Writer, Message::TakeoverRequest { from }) if from != self.id => {
                (Role::Follower, vec![Effect::FlushAndRelease])
            }
            // A writer hears of a line that is not its own only if it is no longer the writer: its next write refuses.
            (Role::Writer, Message::Appended { .. }) | (_, Message::TakeoverRequest { .. } | Message::Released) => {
                (role, vec![])
            }
            (_, Message::Locked) => (role, vec![Effect::BeginAnew]),
            (_, Message::Awake) => (role, vec![Effect::StayOpen]),
            (_, Message::Appended { line }) => (role, vec![Effect::Accept(line)]),
            (_, Message::Replaced) => (role, vec![Effect::BootAgain]),
            (_, Message::Wiped) => (role, vec![Effect::ShowWiped, Effect::BootAgain]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(role: Role, input: Input, expected: Role, effects: &[Effect]) {
        let mut tabs = Tabs { id: "me".to_owned(), role };
        assert_eq!((tabs.step(input), tabs.role()), (effects.to_vec(), expected));
    }

    fn asks(from: &str) -> Input {
        Input::Heard(Message::TakeoverRequest { from: from.to_owned() })
    }

    #[test]
    fn roles() {
        use Effect as E;
        let line = || Message::Appended { line: "SP1 …".to_owned() };
        check(Role::Asking, Input::LockGranted, Role::Writer, &[E::BecomeWriter]);
        check(Role::Asking, Input::LockTaken, Role::Follower, &[E::BecomeReader, E::QueueForLock]);
        check(Role::Asking, Input::LocksAbsent, Role::NoLocks, &[E::BecomeWriter]);
        check(Role::Follower, Input::LockGranted, Role::Writer, &[E::BootAgain, E::BecomeWriter]);
        check(Role::Follower, Input::Heard(line()), Role::Follower, &[E::Accept("SP1 …".to_owned())]);
        check(Role::NoLocks, Input::Heard(line()), Role::NoLocks, &[E::Accept("SP1 …".to_owned())]);
        check(Role::Writer, Input::Heard(line()), Role::Writer, &[]);
        check(Role::Follower, Input::Heard(Message::Wiped), Role::Follower, &[E::ShowWiped, E::BootAgain]);
        check(Role::Writer, Input::Outrun, Role::Writer, &[E::OfferUnsaved, E::BootAgain]);
        for role in [Role::Asking, Role::Writer, Role::Follower, Role::TakingOver, Role::NoLocks] {
            check(role, Input::Heard(Message::Locked), role, &[E::BeginAnew]);
            check(role, Input::Heard(Message::Awake), role, &[E::StayOpen]);
        }
    }

    #[test]
    fn takeover_by_consent() {
        use Effect as E;
        let request = Message::TakeoverRequest { from: "me".to_owned() };
        check(Role::Follower, Input::TakeoverAsked, Role::TakingOver, &[E::Post(request), E::StartTimer]);
        check(Role::Writer, asks("other"), Role::Follower, &[E::FlushAndRelease]);
        check(Role::Follower, Input::HandedOver, Role::Follower, &[E::Post(Message::Released), E::QueueForLock]);
        check(Role::TakingOver, Input::LockGranted, Role::Writer, &[E::BootAgain, E::BecomeWriter]);
        check(Role::Writer, Input::TakeoverOverdue, Role::Writer, &[]);
        check(Role::Writer, asks("me"), Role::Writer, &[]);
        check(Role::Follower, asks("other"), Role::Follower, &[]);
    }

    #[test]
    fn takeover_from_a_frozen_tab() {
        use Effect as E;
        check(Role::TakingOver, Input::TakeoverOverdue, Role::TakingOver, &[E::StealLock]);
        let lost = [E::BecomeReader, E::OfferUnsaved, E::QueueForLock];
        check(Role::Writer, Input::LockLost, Role::Follower, &lost);
    }

    #[test]
    fn messages_round_trip_and_strangers_are_ignored() {
        let messages = [
            Message::Appended { line: "a\n\"б".to_owned() },
            Message::TakeoverRequest { from: "x".to_owned() },
            Message::Released,
            Message::Replaced,
            Message::Wiped,
            Message::Locked,
            Message::Awake,
        ];
        for message in messages {
            assert_eq!(Message::parse(&message.text()), Some(message));
        }
        for text in ["", "null", "{}", "\"eval\"", "{\"appended\":{}}"] {
            assert_eq!(Message::parse(text), None);
        }
    }
}
