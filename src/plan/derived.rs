//! What follows from the records under an edition: the chats that are required, with their members (SPEC section 4).
//!
//! Members are never stored. A plan holds groups of people, each once, and the chats point to them; the members of a
//! chat are put together when they are asked for.

mod build;
mod coverage;
mod group;
mod member;
mod record;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Index;
use crate::domain::Source::{self, Standing, Table};
use crate::domain::{
    Altered, Chat, ChatId, ChatRuleId, ChatScope, ClassId, ClauseId, Enrolment, InviteRole, PersonId,
    RecordKind as Kind, Representation, School, Settings, Sources,
};
use crate::order;
use crate::regulation::{Bilingual, MemberSet, Regulation};

use group::Groups;

pub use coverage::Coverage;
pub use member::{Apart, Seat};
pub use record::{Difference, Unrequired};

/// What follows from a school's records. Hold it as long as the revision stays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// Shared with the plan before it, chat by chat, where nothing changed.
    required: Vec<Arc<RequiredChat>>,
    by_scope: Arc<BTreeMap<ChatRuleId, BTreeMap<ChatScope, usize>>>,
    by_record: Arc<BTreeMap<ChatId, usize>>,
    unrequired: Vec<(ChatId, Unrequired)>,
    groups: Arc<Groups>,
    apart: Arc<BTreeMap<PersonId, Apart>>,
    /// Who stands where.
    index: Index,
    collapsed: Vec<ChatScope>,
    /// What it follows from, beside the index and the edition.
    sources: Sources,
    edition: String,
}

/// All that required chats and their members follow from.
pub const CHATS: &[Source] = &[
    Standing,
    Table(Kind::Settings),
    Table(Kind::RegulationEdition),
    Table(Kind::SchoolYear),
    Table(Kind::Class),
    Table(Kind::Enrolment),
    Table(Kind::Representation),
    Table(Kind::Position),
    Table(Kind::HomeroomAssignment),
    Table(Kind::LoadLine),
    Table(Kind::Subject),
    Table(Kind::ActivityGroup),
    Table(Kind::ActiveGroup),
];

/// What of it they follow from beside the index: names, categories, choices.
const MEMBERS: &[Source] = &[
    Table(Kind::Settings),
    Table(Kind::RegulationEdition),
    Table(Kind::Class),
    Table(Kind::Position),
    Table(Kind::LoadLine),
    Table(Kind::Subject),
    Table(Kind::ActivityGroup),
    Table(Kind::ActiveGroup),
];

/// What it follows from which records stand for them.
pub const RECORDS: &[Source] = &[Table(Kind::Chat)];

/// So many changed records are followed one by one; after more, all is counted anew.
const FEW: usize = 32;

/// All that a plan follows from, beside the index and the edition.
fn sources(school: &School) -> Sources {
    Sources::of(school, MEMBERS.iter().chain(&[Standing]).chain(RECORDS).copied())
}

/// A chat that a rule of the edition requires.
#[derive(Debug, Clone, PartialEq)]
pub struct RequiredChat {
    /// The rule.
    pub rule: ChatRuleId,
    /// What it is for.
    pub scope: ChatScope,
    /// The clause of the rule.
    pub clause: ClauseId,
    /// The class it belongs to; none for the school and for groups of several classes.
    pub class: Option<ClassId>,
    /// Its name by the rule's pattern.
    pub name: Bilingual,
    /// Who owns it; none while the place is vacant.
    pub owner: Option<PersonId>,
    /// The record of it, where the school wrote one down: live, not required, or read-only.
    pub record: Option<ChatId>,
    /// How many people belong into it, without those who stand apart.
    pub size: usize,
    /// How many belong into it and stand apart: off the platform, or without consent.
    pub apart: usize,
    /// Who may own it.
    owners: usize,
    /// Who belongs into it, in the order of the rule.
    members: Vec<usize>,
}

impl Plan {
    /// Derives everything once.
    #[must_use]
    pub fn of(school: &School, index: &Index, regulation: &Regulation) -> Self {
        let settings = school.settings().values().next().map_or_else(Settings::default, |row| row.as_ref().clone());
        Self::with_settings(school, index, regulation, &settings)
    }

    /// Derives what an earlier plan does not know already: the records found anew, where chats changed; those who stand
    /// apart, where standing did; the people of some classes, where students or parents moved; otherwise everything. Chats that
    /// are the same in both, members and all, are shared ([`Arc::ptr_eq`]). Both plans must be under the school's own
    /// settings.
    #[must_use]
    pub fn after(before: &Arc<Self>, school: &School, index: &Index, regulation: &Regulation) -> Arc<Self> {
        let is_same = |sources: &[Source]| before.sources.are_those_of(school, sources.iter().copied());
        let has_edition = before.edition == regulation.edition().id;
        let altered = before.sources.altered(school).filter(|altered| altered.len() <= FEW);
        let is_known = has_edition && is_same(MEMBERS);
        let (has_standing, has_records) = (is_same(&[Standing]), is_same(RECORDS));
        if is_known && before.index.is_shared_with(index) && has_standing && has_records {
            return Arc::clone(before);
        }
        let mut plan = before.as_ref().clone();
        if !(is_known && (before.index.is_shared_with(index) || plan.move_people(school, index, altered.as_deref()))) {
            let mut plan = Self::of(school, index, regulation);
            plan.share(before);
            return Arc::new(plan);
        }
        plan.sources = sources(school);
        if !has_standing {
            match &altered {
                Some(altered) => plan.move_apart(school, altered),
                None => plan.set_apart(school),
            }
        }
        if !has_records && altered.is_none_or(|altered| altered.iter().any(|one| record::binds(school, one))) {
            plan.bind(school, regulation);
        }
        Arc::new(plan)
    }

    /// Moves students and parents among the groups of their classes, lines and activities, where few records changed and
    /// classes, posts, lines and groups are the same; tells whether that was all.
    fn move_people(&mut self, school: &School, index: &Index, altered: Option<&[Altered]>) -> bool {
        let Some(altered) = altered.filter(|_| self.index.has_work_of(index)) else { return false };
        let (mut students, mut classes) = (BTreeSet::new(), BTreeSet::new());
        for one in altered {
            let (stays, links) = (one.rows::<Enrolment>(school), one.rows::<Representation>(school));
            for row in [stays.0, stays.1].into_iter().flatten() {
                students.insert(row.student);
                classes.insert(row.class);
            }
            students.extend([links.0, links.1].into_iter().flatten().map(|row| row.child));
        }
        classes.extend(students.iter().flat_map(|student| index.current(school, *student)).map(|row| row.class));
        let settings = school.settings().values().next().map_or_else(Settings::default, |row| row.as_ref().clone());
        let (mut moved, mut chats) = (BTreeSet::new(), BTreeSet::new());
        let groups = Arc::make_mut(&mut self.groups);
        for (set, scope, people) in build::families(school, index, &settings, &classes, &students) {
            let Some(at) = groups.at(set, &scope) else { continue };
            if groups.replace(at, people) {
                moved.insert(at);
                chats.extend(groups.get(at).into_iter().flat_map(|group| &group.chats).copied());
            }
        }
        if self.required.iter().any(|chat| moved.contains(&chat.owners)) {
            return false;
        }
        for chat in chats {
            let Some(chat) = self.required.get_mut(chat).map(Arc::make_mut) else { continue };
            let apart = self.groups.union(&chat.members).filter(|(person, _)| self.apart.contains_key(person)).count();
            (chat.size, chat.apart) = (self.groups.union(&chat.members).count() - apart, apart);
        }
        self.index = index.places();
        true
    }

    /// Takes over the chats that an earlier plan has in the same place, with the same people.
    fn share(&mut self, before: &Self) {
        for (chat, known) in self.required.iter_mut().zip(&before.required) {
            let places = |chat: &RequiredChat| chat.members.iter().copied().chain([chat.owners]).collect::<Vec<_>>();
            let (now, then) = (places(chat), places(known));
            let mut groups = now.iter().zip(&then);
            if chat == known && groups.all(|(now, then)| self.groups.has_same(*now, &before.groups, *then)) {
                *chat = Arc::clone(known);
            }
        }
    }

    /// Counts anew who stands apart.
    fn set_apart(&mut self, school: &School) {
        let apart = school.people().values().filter_map(|person| Some((person.id, Apart::of(person)?)));
        self.apart = Arc::new(order::map(apart));
        let counts = self.groups.count_by_chat(self.required.len(), |person| self.apart.contains_key(person));
        for (chat, apart) in self.required.iter_mut().zip(counts) {
            if chat.apart != apart {
                let chat = Arc::make_mut(chat);
                (chat.size, chat.apart) = ((chat.size + chat.apart).saturating_sub(apart), apart);
            }
        }
    }

    /// Moves the people among the altered who stand apart now, or do no more.
    fn move_apart(&mut self, school: &School, altered: &[Altered]) {
        for person in altered.iter().filter(|one| one.key.kind == Kind::Person).map(|one| PersonId::from(one.key.id)) {
            let (before, now) = (self.apart(person), school.people().get(&person).and_then(|row| Apart::of(row)));
            if before == now {
                continue;
            }
            let apart = Arc::make_mut(&mut self.apart);
            match now {
                Some(why) => drop(apart.insert(person, why)),
                None => drop(apart.remove(&person)),
            }
            if before.is_some() == now.is_some() {
                continue;
            }
            for at in self.groups.chats_of(person) {
                let Some(chat) = self.required.get_mut(at).map(Arc::make_mut) else { continue };
                let (from, to) =
                    if now.is_some() { (&mut chat.size, &mut chat.apart) } else { (&mut chat.apart, &mut chat.size) };
                *from = from.saturating_sub(1);
                *to += 1;
            }
        }
    }

    /// Derives everything under other settings than the school's: what if.
    #[must_use]
    pub fn with_settings(school: &School, index: &Index, regulation: &Regulation, settings: &Settings) -> Self {
        build::plan(school, index, regulation, settings)
    }

    /// The required chats: by rule, then by class, subject and group.
    #[must_use]
    pub fn required(&self) -> &[Arc<RequiredChat>] {
        &self.required
    }

    /// The required chat of a rule for a class, line or group.
    #[must_use]
    pub fn of_scope(&self, rule: &ChatRuleId, scope: &ChatScope) -> Option<&RequiredChat> {
        self.required.get(*self.by_scope.get(rule)?.get(scope)?).map(AsRef::as_ref)
    }

    /// The required chat that a record stands for; none for other chats and for what is to be put away.
    #[must_use]
    pub fn of_chat(&self, chat: ChatId) -> Option<&RequiredChat> {
        self.required.get(self.place_of(chat)?).map(AsRef::as_ref)
    }

    /// The place among the required chats of the one that a record stands for.
    #[must_use]
    pub fn place_of(&self, chat: ChatId) -> Option<usize> {
        self.by_record.get(&chat).copied()
    }

    /// The chats that a person must have by the rules (2.5/2); exceptions of single chats play no part.
    #[must_use]
    pub fn of_person(&self, person: PersonId) -> Vec<&RequiredChat> {
        self.groups.chats_of(person).into_iter().filter_map(|at| Some(self.required.get(at)?.as_ref())).collect()
    }

    /// Recorded chats that no rule requires and that are not put away: other chats, duplicates, chats of the past.
    #[must_use]
    pub fn unrequired(&self) -> &[(ChatId, Unrequired)] {
        &self.unrequired
    }

    /// Lines whose chat is the class's own, because the school's settings collapse them (2.4/3a).
    #[must_use]
    pub fn collapsed(&self) -> &[ChatScope] {
        &self.collapsed
    }

    /// Why a person stands apart from chats; none for everybody else.
    #[must_use]
    pub fn apart(&self, person: PersonId) -> Option<Apart> {
        self.apart.get(&person).copied()
    }

    /// The role in which somebody stands in a chat where no rule says it.
    #[must_use]
    pub fn role_of(&self, person: PersonId) -> InviteRole {
        if self.index.is_staff(person) {
            InviteRole::Teacher
        } else if self.index.class_of.contains_key(&person) {
            InviteRole::Student
        } else {
            InviteRole::Parent
        }
    }

    /// Everybody whom a rule puts into the chat, those who stand apart included.
    #[must_use]
    pub fn derived(&self, chat: &RequiredChat) -> BTreeMap<PersonId, Seat> {
        let mut seats = BTreeMap::new();
        for (person, set) in self.groups.union(&chat.members) {
            seats.insert(person, Seat { role: set.role(), set: Some(set), apart: self.apart(person) });
        }
        seats
    }

    /// Who may own the chat by its rule.
    #[must_use]
    pub fn owners(&self, chat: &RequiredChat) -> &[PersonId] {
        self.groups.get(chat.owners).map_or(&[], |group| &group.people)
    }

    /// Everybody who belongs into a recorded chat: by its rule, with its exceptions; the owner of a chat that no rule
    /// requires. Those who stand apart are among them and say so.
    #[must_use]
    pub fn expected(&self, chat: &Chat) -> BTreeMap<PersonId, Seat> {
        let own = |person: PersonId| Seat { role: self.role_of(person), set: None, apart: self.apart(person) };
        let mut seats = match self.of_chat(chat.id) {
            Some(required) => self.derived(required),
            None => chat.owner.map(|owner| (owner, own(owner))).into_iter().collect(),
        };
        for person in chat.include.keys() {
            seats.entry(*person).or_insert_with(|| own(*person));
        }
        for person in chat.exclude.keys() {
            seats.remove(person);
        }
        seats
    }

    /// Who is in a recorded chat as far as the school knows: who belongs into it, without those known to be missing, with
    /// those known to be in it besides.
    #[must_use]
    pub fn recorded(&self, chat: &Chat) -> BTreeSet<PersonId> {
        let seats = self.expected(chat).into_iter().filter(|(_, seat)| seat.apart.is_none()).map(|(person, _)| person);
        let mut people: BTreeSet<PersonId> = seats.filter(|person| !chat.missing.contains(person)).collect();
        people.extend(&chat.extra);
        people
    }

    /// The people of some sets for a class, where the plan knows them: whom an other chat of a class may have.
    #[must_use]
    pub fn circle(&self, sets: &[MemberSet], scope: &ChatScope) -> BTreeSet<PersonId> {
        let groups = sets.iter().filter_map(|set| self.groups.find(*set, scope));
        groups.flat_map(|group| group.people.iter().copied()).collect()
    }
}

impl RequiredChat {
    /// Whether a name is the one of the rule's pattern, in either language.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        use crate::domain::words::fold;
        if name == self.name.ru || name == self.name.en {
            return true;
        }
        let letters = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let name = letters(name);
        [&self.name.ru, &self.name.en].into_iter().any(|own| letters(own) == name)
    }
}

#[cfg(test)]
mod tests;
