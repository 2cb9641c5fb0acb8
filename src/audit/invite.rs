//! L07, L08, L14: invites lead where they may, come from whom they may, and do not lie about unclaimed.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use crate::clause;
use crate::domain::{
    AdministratorPost, Chat, ChatScope, ClassId, ClauseId, Invite, InviteRole, InviteState, InviteTarget, Membership,
    Period, PersonId,
};
use crate::regulation::{Action, ActionId, Area, Basis, Predicate, Stance, Verdict};

/// The rows of the matrix that speak of links: into the staff room, into a class for students, into a chat for
/// students, into a chat for representatives. An edition that numbers otherwise is not judged by them.
const STAFF_LINK: ActionId = ActionId(11);
const STUDENT_LINK: ActionId = ActionId(12);
const STUDENT_CHAT_LINK: ActionId = ActionId(13);
const PARENT_CHAT_LINK: ActionId = ActionId(14);

pub(super) fn each(ground: &Ground, found: &mut Vec<Finding>) {
    let mut issuers = Issuers { terms: Terms::new(ground), grants: BTreeMap::new() };
    for row in ground.invites().iter().copied() {
        role(ground, row, found);
        issuer(ground, &mut issuers, row, found);
        uses(ground, row, found);
        age(ground, row, found);
    }
}

/// The clause that a link stands under: of the organisation, of a student's chat, of a representative's.
fn clause_of(row: &Invite) -> ClauseId {
    match (row.target, row.role) {
        (InviteTarget::Class(_), _) => clause!("2.1/6"),
        (InviteTarget::Chat(_), InviteRole::Parent) => clause!("2.7/1"),
        (InviteTarget::Chat(_), _) => clause!("2.5/1"),
    }
}

/// The class that a link leads into, where it leads into one.
fn class_of(ground: &Ground, row: &Invite) -> Option<ClassId> {
    match row.target {
        InviteTarget::Class(class) => Some(class),
        InviteTarget::Chat(chat) => match ground.school.chats().get(&chat)?.scope {
            ChatScope::Class(class) | ChatScope::Subject { class, .. } => Some(class),
            ChatScope::School | ChatScope::Activity(_) => None,
        },
    }
}

fn tell(ground: &Ground, row: &Invite, finding: Finding) -> Finding {
    let classes = class_of(ground, row).filter(|class| Some(*class) != ground.index.staff_room);
    finding.people(row.addressees.iter().copied()).classes(classes).shown_by::<Invite>(row.id)
}

/// Whether the link still matters: it can be used, or people came in by it.
fn matters(row: &Invite) -> bool {
    row.state.is_open() || matches!(row.state, InviteState::Closed { .. })
}

fn role(ground: &Ground, row: &Invite, found: &mut Vec<Finding>) {
    let is_room = matches!(row.target, InviteTarget::Class(class) if ground.school.classes().get(&class).is_some_and(|class| class.is_staff_room()));
    // 2.1/6: «учитель» into the staff room or a class, «ученик» into a class; 2.7/1: «родитель» into a chat only.
    let clause = match (row.target, row.role) {
        (InviteTarget::Class(_), InviteRole::Parent) => clause!("2.7/1"),
        (InviteTarget::Class(_), InviteRole::Student) if is_room => clause!("2.1/6"),
        _ => return,
    };
    if matters(row) {
        let issue = Issue::InviteMisfit { invite: row.id };
        let finding = Finding::error(Lint::InviteRight, clause, issue, Remedy::Invite(row.id));
        found.push(tell(ground, row, finding));
    }
}

/// Who could issue links, as far as it was asked already.
struct Issuers {
    terms: Terms,
    grants: BTreeMap<(PersonId, NaiveDate, ActionId), Vec<Grant>>,
}

/// Where somebody may issue links of a kind.
enum Grant {
    Everywhere,
    /// In what is the own: a class, or whatever is bound to none.
    Own(Option<ClassId>),
}

/// What the cells of an action grant a person on a day.
fn grants(ground: &Ground, terms: &Terms, person: PersonId, day: NaiveDate, action: &Action) -> Vec<Grant> {
    let mut grants = Vec::new();
    for (basis, bound) in terms.bases(ground, person, day) {
        let roles = ground.regulation.roles().iter().filter(|role| role.basis == basis);
        for cell in roles.filter_map(|role| action.cell(&role.id)) {
            let stance = ground.interpretations.stance(action.number, &cell.role).or(cell.default);
            let is_granted = match cell.verdict {
                Verdict::Unsettled => stance == Some(Stance::Allow),
                verdict => verdict.is_granted(),
            };
            let is_bound = cell.predicates().any(|predicate| {
                matches!(predicate, Predicate::Homeroom | Predicate::Line | Predicate::Activity | Predicate::ChatIssuer)
            });
            if is_granted {
                grants.push(if is_bound { Grant::Own(bound) } else { Grant::Everywhere });
            }
        }
    }
    grants
}

/// Who held which post and led which class: the records turned round by person.
struct Terms {
    appointments: BTreeMap<PersonId, Vec<(Basis, Period)>>,
    homerooms: BTreeMap<PersonId, Vec<(ClassId, Period)>>,
}

impl Terms {
    fn new(ground: &Ground) -> Self {
        let mut terms = Self { appointments: BTreeMap::new(), homerooms: BTreeMap::new() };
        for row in ground.school.appointments().values() {
            let basis = match row.post {
                AdministratorPost::Platform => Basis::PlatformAdmin,
                AdministratorPost::Additional => Basis::AdditionalAdmin,
            };
            terms.appointments.entry(row.person).or_default().push((basis, row.period));
        }
        for row in ground.school.homerooms().values() {
            terms.homerooms.entry(row.teacher).or_default().push((row.class, row.period));
        }
        terms
    }

    /// What made the person somebody who may issue links, with the class or chat that it is bound to.
    fn bases(&self, ground: &Ground, person: PersonId, day: NaiveDate) -> Vec<(Basis, Option<ClassId>)> {
        let mut bases = Vec::new();
        let appointments = self.appointments.get(&person).into_iter().flatten();
        bases.extend(appointments.filter(|(_, period)| period.contains(day)).map(|(basis, _)| (*basis, None)));
        if ground.is_administration(person, day) {
            bases.extend([(Basis::Head, None), (Basis::Administration, None)]);
        }
        let homerooms = self.homerooms.get(&person).into_iter().flatten();
        bases.extend(
            homerooms.filter(|(_, period)| period.contains(day)).map(|(class, _)| (Basis::ClassTeacher, Some(*class))),
        );
        if let Some(lines) = ground.index.taught.get(&person) {
            let classes = lines.iter().filter_map(|line| ground.school.load().get(line)).map(|line| line.class);
            bases.extend(classes.map(|class| (Basis::SubjectTeacher, Some(class))));
        }
        if ground.index.led_groups.contains_key(&person) {
            bases.push((Basis::ExtraEducator, None));
        }
        bases
    }
}

/// 2.1/6: an administrator issues links of the organisation; 2.5/1, 2.7/1: chats are opened by those who lead them.
fn issuer(ground: &Ground, issuers: &mut Issuers, row: &Invite, found: &mut Vec<Finding>) {
    let (Some(person), Some(day)) = (row.issued_by, row.issued_on) else { return };
    if !matters(row) || row.state == InviteState::Draft {
        return;
    }
    let number = match (row.target, row.role) {
        (InviteTarget::Class(_), InviteRole::Student) => STUDENT_LINK,
        (InviteTarget::Class(_), _) => STAFF_LINK,
        (InviteTarget::Chat(_), InviteRole::Student) => STUDENT_CHAT_LINK,
        (InviteTarget::Chat(_), InviteRole::Parent) => PARENT_CHAT_LINK,
        // A pedagogue's link into a chat: the text leaves it to the owner.
        (InviteTarget::Chat(_), InviteRole::Teacher) => return,
    };
    let Some(action) = ground.regulation.action(number).filter(|action| action.area == Area::Invites) else { return };
    let class = class_of(ground, row);
    let owns = |chat: &Chat| chat.owner == Some(person);
    let is_owner = matches!(row.target, InviteTarget::Chat(chat) if ground.school.chats().get(&chat).is_some_and(|chat| owns(chat)));
    // One person issues many links of a kind on one day.
    let grants = issuers
        .grants
        .entry((person, day, number))
        .or_insert_with(|| grants(ground, &issuers.terms, person, day, action));
    let may = grants.iter().any(|grant| match grant {
        Grant::Everywhere => true,
        Grant::Own(bound) => is_owner || bound.is_none() || *bound == class,
    });
    if !may {
        let issue = Issue::InviteIssuer { invite: row.id, issuer: person };
        // A link that can still be used is to be replaced; one that was used is history.
        let new = if row.state.is_open() { Finding::error } else { Finding::warning };
        let finding = new(Lint::InviteRight, clause_of(row), issue, Remedy::Invite(row.id));
        found.push(tell(ground, row, finding));
    }
}

/// 2.1/6: a link lets in those for whom it was made.
fn uses(ground: &Ground, row: &Invite, found: &mut Vec<Finding>) {
    let named = (!row.addressees.is_empty()).then_some(row.addressees.len());
    let meant = row.max_uses.and_then(|most| usize::try_from(most).ok()).into_iter().chain(named).min();
    let Some(meant) = meant.filter(|meant| row.uses.len() > *meant) else { return };
    let issue = Issue::InviteOverused { invite: row.id, uses: row.uses.len(), meant };
    let finding = Finding::error(Lint::InviteTwice, clause_of(row), issue, Remedy::Invite(row.id));
    found.push(tell(ground, row, finding));
}

/// 2.1/12: unclaimed invites are revoked, by an act.
fn age(ground: &Ground, row: &Invite, found: &mut Vec<Finding>) {
    match &row.state {
        InviteState::Issued | InviteState::Sent if row.uses.is_empty() => {
            let Some(days) = row.issued_on.map(|on| ground.age(on)) else { return };
            if days <= i64::from(ground.settings.unclaimed_days) {
                return;
            }
            let issue = Issue::Unclaimed { invite: row.id, days };
            // The clause speaks of links into the organisation; of a chat's the text says nothing (4.3).
            let finding = match row.target {
                InviteTarget::Class(_) => Finding::warning(Lint::Unclaimed, clause!("2.1/12"), issue, Remedy::Sweep),
                InviteTarget::Chat(_) => Finding::note(Lint::Unclaimed, clause!("4.3"), issue, Remedy::Sweep),
            };
            found.push(tell(ground, row, finding));
        }
        InviteState::Revoked { act: None, .. } => {
            let issue = Issue::RevokedWithoutAct { invite: row.id };
            let finding = Finding::warning(Lint::Unclaimed, clause!("2.1/12"), issue, Remedy::Invite(row.id));
            found.push(tell(ground, row, finding));
        }
        _ => {}
    }
}

/// 2.1/6: a person has one open link into a place.
pub(super) fn twice(ground: &Ground, found: &mut Vec<Finding>) {
    let mut open: BTreeMap<(InviteTarget, PersonId), Vec<&Invite>> = BTreeMap::new();
    for row in ground.school.invites().values().filter(|row| row.state.is_open()) {
        for person in &row.addressees {
            open.entry((row.target, *person)).or_default().push(row);
        }
    }
    for ((_, person), rows) in open {
        let Some(first) = rows.first().filter(|_| rows.len() > 1) else { continue };
        let issue = Issue::InviteTwice { person, count: rows.len() };
        let mut finding = Finding::warning(Lint::InviteTwice, clause_of(first), issue, Remedy::Invite(first.id));
        finding = finding.people([person]).classes(class_of(ground, first));
        for row in &rows {
            finding = finding.shown_by::<Invite>(row.id);
        }
        found.push(finding);
    }
}

/// 2.7/1: a representative joins chats, never a class.
pub(super) fn members(ground: &Ground, found: &mut Vec<Finding>) {
    for row in ground.memberships().iter().filter(|row| row.period.contains(ground.day)) {
        let (person, class) = (row.person, row.class);
        let is_class = ground.school.classes().get(&class).is_some_and(|class| !class.is_staff_room());
        if is_class && !ground.ever_studied(person) && !ground.posts.contains_key(&person) {
            let issue = Issue::ParentInClass { person, class };
            let finding = Finding::error(Lint::InviteRight, clause!("2.7/1"), issue, Remedy::Person(person));
            found.push(finding.people([person]).classes([class]).shown_by::<Membership>(row.id));
        }
    }
}
