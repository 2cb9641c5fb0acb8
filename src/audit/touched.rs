//! Whom and what an edit touched: a review that knows the rest asks about these only.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::{
    Altered, Chat, ChatId, ClassId, Invite, InviteId, InviteTarget, PersonId, RecordKey, RecordKind as Kind, School,
    Sources,
};
use crate::plan::{Index, Plan, RequiredChat};

/// More people than this are no part of a school any more: the whole is asked about.
const MOST: usize = 200;
/// How far what is said of somebody reaches: to parents and children, and to theirs.
const FAMILY_STEPS: usize = 2;

/// What changed between two states of a school, with all that findings about it may name or follow from.
#[derive(Debug)]
pub(super) struct Touched {
    /// Everybody whom an altered record is about, with their families.
    pub people: BTreeSet<PersonId>,
    /// Classes that an altered record is about, and those of the people.
    pub classes: BTreeSet<ClassId>,
    /// Invites that were altered.
    invites: BTreeSet<InviteId>,
    /// Chats that were altered, or stand for required chats that are others now.
    chats: BTreeSet<ChatId>,
    /// The same, with the chats that name one of the people.
    with_people: OnceCell<BTreeSet<ChatId>>,
}

/// The state of a school that an edit began with.
#[derive(Debug)]
pub(super) struct Before {
    /// The state itself.
    pub sources: Sources,
    /// Who stood where.
    pub index: Index,
    /// The chats that were required.
    pub required: Vec<Arc<RequiredChat>>,
}

impl Touched {
    /// What altered records touched; none where that is too much, or where other chats are required now.
    pub fn of(altered: &[Altered], before: &Before, school: &School, index: &Index, plan: &Plan) -> Option<Self> {
        let mut keys: BTreeSet<RecordKey> = BTreeSet::new();
        for one in altered {
            one.touches(school, &mut |key| {
                keys.insert(key);
            });
        }
        let of = |kind: Kind| keys.iter().filter(move |key| key.kind == kind).map(|key| key.id);
        let mut people: BTreeSet<PersonId> = of(Kind::Person).map(PersonId::from).collect();
        for _ in 0..FAMILY_STEPS {
            if people.len() > MOST {
                return None;
            }
            for person in people.clone() {
                let family = |index: &Index| {
                    let lists = [index.children.get(&person), index.parents.get(&person)];
                    lists.into_iter().flatten().flatten().map(|(other, _)| *other).collect::<Vec<_>>()
                };
                people.extend(family(&before.index).into_iter().chain(family(index)));
            }
        }
        let mut classes: BTreeSet<ClassId> = of(Kind::Class).map(ClassId::from).collect();
        classes.extend(
            [&before.index, index]
                .into_iter()
                .flat_map(|index| people.iter().filter_map(|person| index.class_of.get(person).copied())),
        );
        let mut chats: BTreeSet<ChatId> = of(Kind::Chat).map(ChatId::from).collect();
        // With one chat more or less, the others stand in other places.
        if before.required.len() != plan.required().len() {
            return None;
        }
        for (before, now) in before.required.iter().zip(plan.required()) {
            if !Arc::ptr_eq(before, now) {
                chats.extend(before.record.into_iter().chain(now.record));
                classes.extend(before.class.into_iter().chain(now.class));
            }
        }
        let invites = of(Kind::Invite).map(InviteId::from).collect();
        let is_part = people.len() <= MOST && chats.len() <= MOST;
        is_part.then(|| Self { people, classes, invites, chats, with_people: OnceCell::new() })
    }

    /// Whether an invite is one of them: altered, to or from one of the people, into a class or a chat that is touched.
    pub fn has_invite(&self, row: &Invite) -> bool {
        self.invites.contains(&row.id)
            || row.issued_by.is_some_and(|person| self.people.contains(&person))
            || row.addressees.iter().any(|person| self.people.contains(person))
            || match row.target {
                InviteTarget::Class(class) => self.classes.contains(&class),
                InviteTarget::Chat(chat) => self.chats.contains(&chat),
            }
    }

    /// The chats that were altered, or name one of the people.
    pub fn chats(&self, school: &School) -> &BTreeSet<ChatId> {
        self.with_people.get_or_init(|| {
            let named = school.chats().values().filter(|chat| self.is_named_in(chat)).map(|chat| chat.id);
            self.chats.iter().copied().chain(named).collect()
        })
    }

    fn is_named_in(&self, chat: &Chat) -> bool {
        let people = [&chat.missing, &chat.extra, &chat.misroled].into_iter().flatten();
        let apart = chat.include.keys().chain(chat.exclude.keys());
        people.chain(apart).chain(&chat.owner).chain(&chat.moderator).any(|person| self.people.contains(person))
    }
}
