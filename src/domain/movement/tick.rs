//! Ticking off what a movement asks for on the platform, one step or many; each tick is signed.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Movement, StepAction, Tick};
use crate::clause;
use crate::domain::act::Act;
use crate::domain::clause::ClauseId;
use crate::domain::command::{Context, end_before};
use crate::domain::draft::Draft;
use crate::domain::id::{ChatId, ClassId, MembershipId, MovementId, PersonId};
use crate::domain::label::Verb;
use crate::domain::period::Period;
use crate::domain::record::{RecordKey, RecordKind, School};
use crate::domain::refusal::{Reason, Refusal};
use crate::domain::staff::{MemberRole, Membership, Position};
use crate::domain::{Chat, Invite, InviteState};

/// Steps were done on the platform (2.1/11).
#[derive(Debug, Clone, PartialEq)]
pub struct TickSteps {
    /// Which: the movement and the number of the step.
    pub steps: Vec<(MovementId, usize)>,
    /// Identities for memberships that begin, one for each step.
    pub memberships: Vec<MembershipId>,
    /// Who owns chats from now on, where a step gives them another owner.
    pub owners: BTreeMap<ChatId, PersonId>,
}

/// Steps are to be done again: they were ticked off by mistake.
#[derive(Debug, Clone, PartialEq)]
pub struct UntickSteps {
    /// Which: the movement and the number of the step.
    pub steps: Vec<(MovementId, usize)>,
}

fn subject_of(steps: &[(MovementId, usize)], school: &School) -> String {
    let first = steps.first().and_then(|(id, _)| school.movements().get(id));
    let name = first.map(|movement| school.person_name(movement.person)).unwrap_or_default();
    if steps.len() > 1 { format!("{name} +{}", steps.len() - 1) } else { name }
}

fn gone() -> Refusal {
    Refusal::new(clause!("4.3"), Reason::MissingRecord { kind: RecordKind::Movement })
}

impl Act for TickSteps {
    fn clause(&self) -> ClauseId {
        clause!("2.1/11")
    }

    fn verb(&self) -> Verb {
        Verb::Tick
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Movement
    }

    fn subject(&self, school: &School) -> String {
        subject_of(&self.steps, school)
    }

    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        for (at, (id, number)) in self.steps.iter().enumerate() {
            let mut movement = draft.get::<Movement>(*id).ok_or_else(gone)?.clone();
            let mover = movement.person;
            let step = movement.steps.get_mut(*number).ok_or_else(gone)?;
            if step.done.is_some() {
                continue;
            }
            step.done = Some(Tick { on: context.today, by: context.author.name.clone() });
            let (action, person) = (step.action, step.person.unwrap_or(mover));
            draft.save(movement);
            self.carry_out(draft, action, person, context.today, self.memberships.get(at).copied());
        }
        Ok(())
    }
}

impl TickSteps {
    /// Writes what is so on the platform once the step is done.
    fn carry_out(
        &self,
        draft: &mut Draft,
        action: StepAction,
        person: PersonId,
        today: NaiveDate,
        membership: Option<MembershipId>,
    ) {
        match action {
            StepAction::LeaveChat(id) => edit_chat(draft, id, |chat| {
                chat.extra.remove(&person);
            }),
            StepAction::JoinChat(id) => edit_chat(draft, id, |chat| {
                chat.missing.remove(&person);
            }),
            StepAction::ReplaceOwner(id) => {
                if let Some(owner) = self.owners.get(&id).copied() {
                    edit_chat(draft, id, |chat| chat.owner = Some(owner));
                }
            }
            StepAction::LeaveClass(class) => {
                let is_meant = |row: &Membership| row.person == person && row.class == class;
                end_before(draft, today, is_meant, |row| &mut row.period);
            }
            StepAction::JoinClass(class) => join(draft, class, person, today, membership),
            StepAction::RevokeInvite(id) => {
                if let Some(mut invite) = draft.get::<Invite>(id).filter(|row| row.state.is_open()).cloned() {
                    invite.state = InviteState::Revoked { on: today, reason: String::new(), act: None };
                    draft.save(invite);
                }
            }
            StepAction::IssueInvite(_)
            | StepAction::ReplaceHomeroom(_)
            | StepAction::ReplaceTeacher(_)
            | StepAction::EndAdministration(_) => {}
        }
    }
}

fn edit_chat(draft: &mut Draft, id: ChatId, change: impl FnOnce(&mut Chat)) {
    if let Some(mut chat) = draft.get::<Chat>(id).cloned() {
        change(&mut chat);
        draft.save(chat);
    }
}

/// The person is in the class on the platform from today on, unless that was written down already.
fn join(draft: &mut Draft, class: ClassId, person: PersonId, today: NaiveDate, id: Option<MembershipId>) {
    let is_in = |row: &Membership| row.person == person && row.class == class && row.period.contains(today);
    let Some(id) = id.filter(|_| !draft.rows::<Membership>().any(is_in)) else { return };
    let is_staff = draft.rows::<Position>().any(|row| row.person == person && row.period.contains(today));
    let role = if is_staff { MemberRole::Teacher } else { MemberRole::Student };
    draft.save(Membership { id, person, class, role, period: Period::since(today) });
}

impl Act for UntickSteps {
    fn clause(&self) -> ClauseId {
        clause!("2.1/11")
    }

    fn verb(&self) -> Verb {
        Verb::Untick
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Movement
    }

    fn subject(&self, school: &School) -> String {
        subject_of(&self.steps, school)
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        for (id, number) in &self.steps {
            let mut movement = draft.get::<Movement>(*id).ok_or_else(gone)?.clone();
            let mover = movement.person;
            let step = movement.steps.get_mut(*number).ok_or_else(gone)?;
            let Some(tick) = step.done.take() else { continue };
            let (action, person) = (step.action, step.person.unwrap_or(mover));
            // A stay that ended with the movement itself was not ended by the tick.
            let day = Some(tick.on).filter(|on| *on != movement.on);
            draft.save(movement);
            take_back(draft, action, person, tick.on, day.and_then(|on| on.pred_opt()));
        }
        Ok(())
    }
}

/// What the tick of a day had cleared is known again. A link that was revoked stays so: that is final (2.1/12).
fn take_back(draft: &mut Draft, action: StepAction, person: PersonId, on: NaiveDate, ended: Option<NaiveDate>) {
    match action {
        StepAction::LeaveChat(id) => edit_chat(draft, id, |chat| {
            chat.extra.insert(person);
        }),
        StepAction::JoinChat(id) => edit_chat(draft, id, |chat| {
            chat.missing.insert(person);
        }),
        StepAction::LeaveClass(class) => {
            let is_meant = |row: &&Membership| {
                row.person == person && row.class == class && ended.is_some() && row.period.to == ended
            };
            let meant: Vec<Membership> = draft.rows::<Membership>().filter(is_meant).cloned().collect();
            for mut row in meant {
                row.period.to = None;
                draft.save(row);
            }
        }
        StepAction::JoinClass(class) => {
            let is_meant =
                |row: &&Membership| row.person == person && row.class == class && row.period == Period::since(on);
            let meant: Vec<MembershipId> = draft.rows::<Membership>().filter(is_meant).map(|row| row.id).collect();
            for id in meant {
                draft.remove(RecordKey::to::<Membership>(id));
            }
        }
        _ => {}
    }
}
