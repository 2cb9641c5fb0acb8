//! What a movement does (2.1/11): chats left and joined, links to revoke, what is left without a class teacher, a
//! teacher, an owner, an administrator. Told before it is recorded, turned into steps when it is.

mod book;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::{Index, Plan, RequiredChat, planning_day};
use crate::domain::{
    ActivityGroup, ActivityGroupId, AdministratorPost, Appointment, AppointmentId, Change, ChatId, ChatNews,
    ChatRuleId, ChatScope, ClassId, Command, Context, HomeroomAssignment, InviteId, InviteTarget, LoadLine, LoadLineId,
    MovementKind, MovementStep, PersonId, Record, RecordMovement, Refusal, School, StepAction,
};
use crate::regulation::{Bilingual, Regulation};

pub use book::{Book, BookEntry, BookRow, Narrowing, book};

/// A chat that somebody leaves or joins.
#[derive(Debug, Clone, PartialEq)]
pub struct ChatMove {
    /// Who.
    pub person: PersonId,
    /// The chat's name by its rule.
    pub name: Bilingual,
    /// The record of it, where it exists on the platform.
    pub chat: Option<ChatId>,
}

/// What follows from a movement.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Consequences {
    /// Chats that are left.
    pub left: Vec<ChatMove>,
    /// Chats that are joined.
    pub joined: Vec<ChatMove>,
    /// Links to revoke.
    pub invites: Vec<InviteId>,
    /// Representatives who move along.
    pub along: BTreeSet<PersonId>,
    /// Classes without a class teacher afterwards.
    pub homerooms: Vec<ClassId>,
    /// Lines without a teacher afterwards.
    pub vacant: Vec<LoadLineId>,
    /// Lines that another teacher takes.
    pub handed: Vec<LoadLineId>,
    /// Extracurricular groups without a leader afterwards.
    pub groups: Vec<ActivityGroupId>,
    /// Appointments as administrator that end.
    pub administrators: Vec<AppointmentId>,
    /// Whether nobody administers the platform afterwards (2.1/0).
    pub leaves_no_administrator: bool,
    /// Chats that the person owns and leaves.
    pub owned: Vec<ChatId>,
    /// Lines of the new class that are divided, where the student has no subgroup yet.
    pub undivided: Vec<LoadLineId>,
    /// What is to be done on the platform.
    pub steps: Vec<MovementStep>,
    /// What becomes known of chats.
    pub news: BTreeMap<ChatId, ChatNews>,
}

impl Consequences {
    /// Whether nothing follows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Works out what a movement does, or why it cannot be: the plan before it beside the plan after it.
pub fn consequences(
    school: &School,
    regulation: &Regulation,
    context: &Context,
    act: &RecordMovement,
) -> Result<Consequences, Refusal> {
    let changes = school.handle(&Command::from(act.clone()), context)?;
    let mut after = school.clone();
    if after.apply(&changes).is_err() {
        return Ok(Consequences::default());
    }
    let day = planning_day(school, act.movement.on.max(context.today));
    let (index, index_after) = (Index::of(school, day), Index::of(&after, day));
    let plan = Plan::of(school, &index, regulation);
    let plan_after = Plan::of(&after, &index_after, regulation);
    let person = act.movement.person;
    let mut told = Consequences::default();
    for change in &changes {
        told.read(change, &index_after, person);
    }
    let mut affected = BTreeSet::from([person]);
    affected.extend(act.handover.teacher.into_iter().chain(act.handover.homeroom));
    let parents = index_after.parents.get(&person).into_iter().flatten().map(|(parent, _)| *parent);
    let parents: BTreeSet<PersonId> =
        if act.movement.kind.is_of_student() { parents.collect() } else { BTreeSet::new() };
    affected.extend(&parents);
    for person in affected {
        let before = chats_of(&plan, person);
        let later = chats_of(&plan_after, person);
        let only = |here: &BTreeMap<Place, ChatMove>, there: &BTreeMap<Place, ChatMove>| -> Vec<ChatMove> {
            here.iter().filter(|(place, _)| !there.contains_key(*place)).map(|(_, chat)| chat.clone()).collect()
        };
        let (left, joined) = (only(&before, &later), only(&later, &before));
        if parents.contains(&person) && !(left.is_empty() && joined.is_empty()) {
            told.along.insert(person);
        }
        told.left.extend(left);
        told.joined.extend(joined);
    }
    told.leaves_no_administrator = !told.administrators.is_empty() && !has_administrator(&after, day);
    told.owned(school, &plan_after, person);
    told.invites(school, person);
    told.undivided(&after, act, &index_after);
    told.write(school, act);
    Ok(told)
}

type Place = (ChatRuleId, ChatScope);

fn chats_of(plan: &Plan, person: PersonId) -> BTreeMap<Place, ChatMove> {
    let told = |chat: &RequiredChat| ChatMove { person, name: chat.name.clone(), chat: chat.record };
    plan.of_person(person).into_iter().map(|chat| ((chat.rule.clone(), chat.scope.clone()), told(chat))).collect()
}

fn has_administrator(school: &School, day: chrono::NaiveDate) -> bool {
    let platform = |row: &Appointment| row.post == AdministratorPost::Platform && row.period.contains(day);
    school.appointments().values().any(|row| platform(row))
}

impl Consequences {
    /// Reads one change of what is written: who is without whom afterwards.
    fn read(&mut self, change: &Change, after: &Index, person: PersonId) {
        match (change.before(), change.after()) {
            (Some(Record::HomeroomAssignment(before)), row) => {
                let is_over = |row: &HomeroomAssignment| row.teacher == person && row.period.is_over(after.day);
                let ends = match row {
                    Some(Record::HomeroomAssignment(row)) => is_over(row),
                    _ => before.teacher == person,
                };
                if ends && !after.homeroom.contains_key(&before.class) {
                    self.homerooms.push(before.class);
                }
            }
            (Some(Record::LoadLine(before)), Some(Record::LoadLine(row))) => {
                let was_own = |row: &LoadLine| row.teacher == Some(person);
                match row.teacher {
                    None if was_own(before) => self.vacant.push(row.id),
                    Some(_) if before.teacher != row.teacher => self.handed.push(row.id),
                    _ => {}
                }
            }
            (Some(Record::ActivityGroup(before)), Some(Record::ActivityGroup(row))) => {
                let has_lost = |row: &ActivityGroup| row.leader.is_none() && before.leader.is_some();
                if has_lost(row) {
                    self.groups.push(row.id);
                }
            }
            (Some(Record::Appointment(before)), Some(Record::Appointment(row)))
                if before.period.to != row.period.to =>
            {
                self.administrators.push(row.id);
            }
            _ => {}
        }
    }

    /// Chats that the person owns and may own no more.
    fn owned(&mut self, school: &School, after: &Plan, person: PersonId) {
        let own = school.chats().values().filter(|chat| chat.owner == Some(person) && chat.state.is_live());
        let keeps = |id: ChatId| {
            after.of_chat(id).is_some_and(|chat| chat.owner == Some(person) || after.owners(chat).contains(&person))
        };
        self.owned = own.map(|chat| chat.id).filter(|id| !keeps(*id)).collect();
        if self.left.is_empty() && self.homerooms.is_empty() && self.vacant.is_empty() && self.handed.is_empty() {
            // Nothing is given up: a chat that was owned by the wrong person before is no consequence.
            self.owned.clear();
        }
    }

    /// Links that are only for the person and lead into what is left.
    fn invites(&mut self, school: &School, person: PersonId) {
        let chats: BTreeSet<ChatId> = self.left.iter().filter_map(|left| left.chat).collect();
        let people: BTreeSet<PersonId> = self.along.iter().copied().chain([person]).collect();
        let left_classes: BTreeSet<ClassId> = school
            .enrolments()
            .values()
            .filter(|row| row.student == person)
            .map(|row| row.class)
            .chain(school.classes().values().filter(|class| class.is_staff_room()).map(|class| class.id))
            .collect();
        let leads_there = |target: InviteTarget| match target {
            InviteTarget::Class(id) => left_classes.contains(&id),
            InviteTarget::Chat(id) => chats.contains(&id),
        };
        let is_own = |who: &BTreeSet<PersonId>| who.len() == 1 && who.is_subset(&people);
        let open = school.invites().values().filter(|row| row.state.is_open());
        self.invites =
            open.filter(|row| is_own(&row.addressees) && leads_there(row.target)).map(|row| row.id).collect();
    }

    fn undivided(&mut self, after: &School, act: &RecordMovement, index: &Index) {
        let Some(class) = act.movement.to.filter(|_| act.movement.kind.is_of_student()) else { return };
        let lines: Vec<&LoadLine> = index
            .lines
            .get(&class)
            .into_iter()
            .flatten()
            .filter_map(|id| after.load().get(id))
            .map(AsRef::as_ref)
            .filter(|line| !line.group.is_empty())
            .collect();
        let placed: BTreeSet<_> =
            lines.iter().filter(|line| line.members.contains(&act.movement.person)).map(|line| line.subject).collect();
        self.undivided = lines.iter().filter(|line| !placed.contains(&line.subject)).map(|line| line.id).collect();
    }

    /// Turns what follows into steps and into what is known of chats.
    fn write(&mut self, school: &School, act: &RecordMovement) {
        let mover = act.movement.person;
        let mut actions: Vec<(StepAction, Option<PersonId>)> = classes(school, act);
        let whom = |person: PersonId| (person != mover).then_some(person);
        let recorded = |moves: &[ChatMove]| -> Vec<(ChatId, PersonId)> {
            let live = |id: &ChatId| school.chats().get(id).is_some_and(|chat| chat.state.is_live());
            moves.iter().filter_map(|told| told.chat.filter(live).map(|chat| (chat, told.person))).collect()
        };
        for (chat, person) in recorded(&self.left) {
            actions.push((StepAction::LeaveChat(chat), whom(person)));
            self.news.entry(chat).or_default().extra.insert(person);
        }
        for (chat, person) in recorded(&self.joined) {
            actions.push((StepAction::JoinChat(chat), whom(person)));
            self.news.entry(chat).or_default().missing.insert(person);
        }
        let plain = |action| (action, None);
        actions.extend(self.invites.iter().map(|id| plain(StepAction::RevokeInvite(*id))));
        actions.extend(given(school, act).into_iter().map(plain));
        actions.extend(self.vacant.iter().map(|id| plain(StepAction::ReplaceTeacher(*id))));
        actions.extend(self.handed.iter().map(|id| plain(StepAction::ReplaceTeacher(*id))));
        actions.extend(self.owned.iter().map(|id| plain(StepAction::ReplaceOwner(*id))));
        actions.extend(self.administrators.iter().map(|id| plain(StepAction::EndAdministration(*id))));
        self.steps = actions.into_iter().map(|(action, person)| MovementStep { action, person, done: None }).collect();
    }
}

/// Classes and the staff room on the platform: who was in is to leave, who comes is to be let in.
fn classes(school: &School, act: &RecordMovement) -> Vec<(StepAction, Option<PersonId>)> {
    let (mover, on) = (act.movement.person, act.movement.on);
    let mut actions = Vec::new();
    let kind = act.movement.kind;
    let leaves =
        kind.changes_class() || matches!(kind, MovementKind::Leave | MovementKind::Graduate | MovementKind::Dismiss);
    if leaves {
        let own = school.memberships().values().filter(|row| row.person == mover && row.period.contains(on));
        actions.extend(own.map(|row| (StepAction::LeaveClass(row.class), None)));
    }
    let staff_room = school.classes().values().find(|class| class.is_staff_room()).map(|class| class.id);
    let target = if kind == MovementKind::Hire { staff_room } else { act.movement.to };
    if let Some(class) = target.filter(|_| kind == MovementKind::Hire || kind.is_of_student()) {
        if matches!(kind, MovementKind::Enrol | MovementKind::Hire) {
            actions.push((StepAction::IssueInvite(class), None));
        }
        actions.push((StepAction::JoinClass(class), None));
    }
    actions
}

/// Classes that are given up or taken back: another class teacher is to be attached on the platform (2.1/8).
fn given(school: &School, act: &RecordMovement) -> Vec<StepAction> {
    let handover = act.handover.of(act.movement.kind);
    if !handover.gives_homeroom || act.movement.kind == MovementKind::Return {
        return Vec::new();
    }
    let (person, on) = (act.movement.person, act.movement.on);
    let terms = school.homerooms().values().filter(|row| row.teacher == person && row.period.contains(on));
    terms.map(|row| StepAction::ReplaceHomeroom(row.class)).collect()
}
