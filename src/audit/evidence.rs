//! Which records show that a clause is kept. What no record can show is attested by a person.

use crate::clause;
use crate::domain::{
    AdministratorPost, ApplicationState, CaseState, Chat, ChatScope, ClauseId, EventKind, EventState, InviteRole,
    InviteState, InviteTarget, LocalActKind, MaterialState, PersonId, PublicationState, RecordKey, RequestState, Row,
    School, SheetSubject, StatAccess, Table, TicketState, VerificationState,
};
use crate::plan::Index;
use crate::plan::duty::{USE_ORDER, is_use_order};
use crate::regulation::Regulation;

/// The records that show how a clause is kept, in the order of their tables.
#[must_use]
pub fn evidence(school: &School, index: &Index, regulation: &Regulation, clause: ClauseId) -> Vec<RecordKey> {
    let look = Look { school, index };
    // 2.2/6a–e, 2.3/3, 2.4/3: the live chats of the rules that stand under the clause.
    let mut keys = look.chats(regulation, |id| id == clause);
    keys.extend(look.records(regulation, clause));
    keys
}

struct Look<'a> {
    school: &'a School,
    index: &'a Index,
}

/// The keys of the rows that fit.
fn rows<T: Row>(table: &Table<T>, fits: impl Fn(&T) -> bool) -> Vec<RecordKey> {
    table.iter().filter(|(_, row)| fits(row)).map(|(id, _)| RecordKey::to::<T>(*id)).collect()
}

fn all<T: Row>(table: &Table<T>) -> Vec<RecordKey> {
    rows(table, |_| true)
}

impl Look<'_> {
    fn chats(&self, regulation: &Regulation, fits: impl Fn(ClauseId) -> bool) -> Vec<RecordKey> {
        let rules: Vec<_> =
            regulation.chat_rules().iter().filter(|rule| fits(rule.clause)).map(|rule| &rule.id).collect();
        if rules.is_empty() {
            return Vec::new();
        }
        rows(self.school.chats(), |row: &Chat| row.state.is_live() && rules.contains(&&row.rule))
    }

    fn is_administration(&self, person: PersonId) -> bool {
        self.posts(person).any(crate::domain::StaffCategory::is_administration)
    }

    fn posts(&self, person: PersonId) -> impl Iterator<Item = crate::domain::StaffCategory> + '_ {
        let posts = self.index.positions.get(&person).into_iter().flatten();
        posts.filter_map(|post| self.school.positions().get(post)).map(|post| post.category)
    }

    /// Memberships in the staff room of people who fit.
    fn joined(&self, fits: impl Fn(PersonId) -> bool) -> Vec<RecordKey> {
        rows(self.school.memberships(), |row| {
            Some(row.class) == self.index.staff_room && row.period.contains(self.index.day) && fits(row.person)
        })
    }

    fn confirmed(&self, fits: impl Fn(PersonId) -> bool) -> Vec<RecordKey> {
        rows(self.school.verifications(), |row| {
            matches!(row.state, VerificationState::Confirmed { .. }) && fits(row.person)
        })
    }

    fn events(&self, kinds: &[EventKind], is_held: bool) -> Vec<RecordKey> {
        rows(self.school.events(), |row| {
            let counts = match row.state {
                EventState::Held { .. } => true,
                EventState::Planned | EventState::Rehearsed { .. } => !is_held,
                EventState::Cancelled { .. } => false,
            };
            counts && kinds.contains(&row.kind)
        })
    }

    fn chat_links(&self, role: InviteRole) -> Vec<RecordKey> {
        rows(self.school.invites(), |row| {
            matches!(row.target, InviteTarget::Chat(_)) && row.role == role && row.state != InviteState::Draft
        })
    }

    /// What the register of clauses names beside chats. A clause of another edition has no entry here and is attested.
    fn records(&self, regulation: &Regulation, clause: ClauseId) -> Vec<RecordKey> {
        let (school, index) = (self.school, self.index);
        let leads = |person: PersonId| index.led_classes.contains_key(&person);
        let teaches = |person: PersonId| !self.is_administration(person);
        let of = |text: &str| ClauseId::parse(text) == Some(clause);
        let find = |texts: &[&str]| texts.iter().any(|text| of(text));
        match () {
            () if find(&["1.1", "4.2"]) => rows(school.editions(), |row| row.from.is_some()),
            () if of("1.2") => all(school.legal_acts()),
            () if find(&["1.3", "4.1"]) => rows(school.editions(), |row| row.from.is_some() && row.order.is_some()),
            () if find(&["1.5", "3.3"]) => rows(school.platform(), |row| !row.help_site.is_empty()),
            () if of("3.2") => rows(school.platform(), |row| row.support_email.is_some()),
            () if of("1.6") => rows(school.chats(), |row| {
                row.state.is_live() && matches!(row.scope, ChatScope::Subject { .. } | ChatScope::Activity(_))
            }),
            () if find(&["2.1/0", "2.2/2"]) => rows(school.appointments(), |row| {
                row.post == AdministratorPost::Platform && row.order.is_some() && row.period.contains(index.day)
            }),
            () if of("2.1/1") => rows(school.applications(), |row| row.state != ApplicationState::Draft),
            () if of("2.1/2") => rows(school.applications(), |row| row.registered.is_some()),
            () if of("2.1/3") => rows(school.organisation(), |row| !row.full_name.trim().is_empty()),
            () if of("2.1/4") => {
                let mut keys = rows(school.classes(), crate::domain::Class::is_staff_room);
                keys.extend(self.joined(|_| true));
                keys
            }
            () if of("2.1/5") => {
                let mut keys = rows(school.nomenclatures(), |row| Some(row.year) == index.year);
                keys.extend(index.classes.iter().map(|class| RecordKey::to::<crate::domain::Class>(*class)));
                keys
            }
            () if of("2.1/6") => rows(school.invites(), |row| {
                matches!(row.target, InviteTarget::Class(_)) && row.state != InviteState::Draft
            }),
            () if of("2.1/7") => rows(school.appointments(), |row| row.post == AdministratorPost::Additional),
            () if of("2.1/8") => {
                let mut keys = rows(school.distributions(), |row| Some(row.year) == index.year);
                keys.extend(rows(school.homerooms(), |row| row.period.contains(index.day)));
                keys
            }
            () if of("2.1/9") => rows(school.requests(), |row| {
                matches!(row.state, RequestState::Approved { .. } | RequestState::Declined { .. })
            }),
            () if of("2.1/10") => self.confirmed(|_| true),
            () if of("2.1/11") => all(school.movements()),
            () if of("2.1/12") => rows(school.invites(), |row| matches!(row.state, InviteState::Revoked { .. })),
            () if of("2.1/13") => {
                let mut keys = rows(school.channels(), |row| row.created_on.is_some() && row.archived_on.is_none());
                keys.extend(rows(school.publications(), |row| matches!(row.state, PublicationState::Published { .. })));
                keys
            }
            () if of("2.1/14") => self.events(&[EventKind::Broadcast], false),
            () if of("2.1/15") => {
                let mut keys = rows(school.tickets(), |row| row.state != TicketState::Open);
                keys.extend(all(school.faq()));
                keys
            }
            () if of("2.1/16") => rows(school.cases(), |row| row.state != CaseState::Draft),
            () if of("2.1/17") => {
                rows(school.reports(), |row| row.submitted.is_some() || row.access == StatAccess::NoAccess)
            }
            () if of("2.2/1") => {
                let mut keys =
                    rows(school.acts(), |row| row.kind != LocalActKind::Protocol && is_use_order(&row.title));
                keys.extend(rows(school.documents(), |row| row.form == USE_ORDER));
                keys
            }
            () if of("2.2/3") => self.joined(|person| self.is_administration(person)),
            () if of("2.2/4") => self.confirmed(|person| self.is_administration(person)),
            () if of("2.2/5") => rows(school.materials(), |row| {
                matches!(row.state, MaterialState::Submitted { .. } | MaterialState::Accepted { .. })
            }),
            () if of("2.2/6") => {
                let mut keys = self.events(&[EventKind::Meeting], false);
                keys.extend(self.chats(regulation, |id| id.is_part() && id.bullet() == clause));
                keys
            }
            () if find(&["2.3/3", "2.4/3"]) => self.chats(regulation, |id| id.is_part() && id.bullet() == clause),
            () if of("2.2/7") => all(school.checks()),
            () if of("2.3/1") => self.joined(leads),
            () if of("2.3/2") => self.confirmed(leads),
            () if of("2.3/4") => {
                let mut keys = self.events(&[EventKind::ClassEvent], false);
                keys.extend(rows(school.chats(), |row| {
                    row.checked.is_some() && row.state.is_live() && matches!(row.scope, ChatScope::Class(_))
                }));
                keys
            }
            () if of("2.4/1") => self.joined(teaches),
            () if of("2.4/2") => self.confirmed(teaches),
            () if of("2.4/4") => self.events(&[EventKind::Lesson], false),
            () if of("2.5/1") => self.chat_links(InviteRole::Student),
            () if of("2.5/2") => self.chats(regulation, |id| id == clause!("2.3/3a") || id == clause!("2.4/3a")),
            () if of("2.5/3") => self.events(&[EventKind::Lesson, EventKind::ClassEvent], true),
            () if of("2.5/4") => rows(school.sheets(), |row| row.subject == SheetSubject::Security),
            () if of("2.7/1") => self.chat_links(InviteRole::Parent),
            () if of("2.7/2") => self.chats(regulation, |id| id == clause!("2.3/3b")),
            () if of("3.4") => self.events(&[EventKind::Webinar], true),
            () if of("4.3") => {
                let mut keys = all(school.gap_notes());
                keys.extend(all(school.interpretations()));
                keys
            }
            () => Vec::new(),
        }
    }
}
