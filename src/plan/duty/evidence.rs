//! What the records show of a duty.

use chrono::{Days, NaiveDate};

use super::Span;
use crate::domain::words::fold;
use crate::domain::{
    AdministratorPost, ApplicationState, ConsentState, EventKind, EventState, InviteState, InviteTarget, LocalActKind,
    MaterialState, Participation, PersonId, PublicationState, School, Settings, SheetSubject, StatAccess, TicketState,
    VerificationState,
};
use crate::plan::{Index, Plan, RequiredChat};
use crate::regulation::{ChatArea, DutyEvidence, Regulation};

/// The form of the order on use (2.2/1), as the documents name it.
pub const USE_ORDER: &str = "order-use";
/// The stem by which the title of an order on use is known, where the order was not made here.
const USE_STEM: &str = "использовани";

/// Whether a title is that of an order on use.
#[must_use]
pub fn is_use_order(title: &str) -> bool {
    fold(title).contains(USE_STEM)
}

/// Looks the evidence up.
pub(super) struct Witness<'a> {
    pub school: &'a School,
    pub index: &'a Index,
    pub plan: &'a Plan,
    pub regulation: &'a Regulation,
    pub today: NaiveDate,
}

impl Witness<'_> {
    fn settings(&self) -> Settings {
        self.school.settings().values().next().map(|row| row.as_ref().clone()).unwrap_or_default()
    }

    /// Whether the platform counts with the person.
    pub fn is_expected(&self, person: PersonId) -> bool {
        self.school.people().get(&person).is_some_and(|row| {
            row.participation == Participation::OnPlatform
                && !matches!(row.consent.state, ConsentState::Refused | ConsentState::Withdrawn)
        })
    }

    /// Whether the school shows it: by what stands, or by something done within the span.
    pub fn school(&self, evidence: DutyEvidence, span: Span) -> bool {
        let school = self.school;
        let within = |day: NaiveDate| (span.from..=span.end).contains(&day);
        // What is judged by what is left undone is judged as of the deadline, or of today before it.
        let by = span.to.min(self.today);
        let older = |day: NaiveDate, days: u16| day + Days::new(u64::from(days)) < by;
        let year = self.index.year;
        match evidence {
            DutyEvidence::Regulation => school
                .editions()
                .values()
                .any(|row| row.order.is_some() && row.from.is_some_and(|from| from <= self.index.day)),
            DutyEvidence::UseOrder => {
                school.documents().values().any(|row| row.form == USE_ORDER)
                    || school.acts().values().any(|act| act.kind != LocalActKind::Protocol && is_use_order(&act.title))
            }
            DutyEvidence::Administrator => school.appointments().values().any(|row| {
                row.post == AdministratorPost::Platform && row.order.is_some() && row.period.contains(self.index.day)
            }),
            DutyEvidence::Application => school.applications().values().any(|row| row.state != ApplicationState::Draft),
            DutyEvidence::Registration => school.applications().values().any(|row| row.registered.is_some()),
            DutyEvidence::StaffRoom => self.index.staff_room.is_some(),
            DutyEvidence::Nomenclature => {
                school.nomenclatures().values().any(|row| Some(row.year) == year && row.order.is_some())
            }
            DutyEvidence::Distribution => {
                school.distributions().values().any(|row| Some(row.year) == year && row.order.is_some())
            }
            DutyEvidence::StaffInvited => self.is_staff_invited(),
            DutyEvidence::Requests => {
                let days = self.settings().request_days;
                !school.requests().values().any(|row| row.state.is_open() && older(row.on, days))
            }
            DutyEvidence::Statuses => {
                let days = self.settings().verification_days;
                let is_late = |state: &VerificationState| match state {
                    VerificationState::Required { since } => older(*since, days),
                    VerificationState::Submitted { on } | VerificationState::Rejected { on, .. } => older(*on, days),
                    VerificationState::NotRequired | VerificationState::Confirmed { .. } => false,
                };
                !self.settings().requires_verification
                    || !school.verifications().values().any(|row| is_late(&row.state))
            }
            DutyEvidence::MovementSteps => {
                let mut rows = school.movements().values().filter(|row| within(row.on));
                rows.all(|row| row.steps.iter().all(|step| step.done.is_some()))
            }
            DutyEvidence::Unclaimed => {
                let days = self.settings().unclaimed_days;
                let is_old = |row: &crate::domain::Invite| row.issued_on.is_some_and(|on| older(on, days));
                let unclaimed = school.invites().values().filter(|row| {
                    matches!(row.target, InviteTarget::Class(_))
                        && matches!(row.state, InviteState::Issued | InviteState::Sent)
                        && row.uses.is_empty()
                });
                !unclaimed.into_iter().any(|row| is_old(row))
            }
            DutyEvidence::Publication => school
                .publications()
                .values()
                .any(|row| matches!(row.state, PublicationState::Published { on } if within(on))),
            DutyEvidence::Broadcast => self.has_event(EventKind::Broadcast, span),
            DutyEvidence::Tickets => !school.tickets().values().any(|row| {
                row.state == TicketState::Open && row.opened_on <= by && row.due.is_some_and(|due| due < by)
            }),
            DutyEvidence::Report => school.reports().values().any(|row| {
                let day = row.submitted.map(|submission| submission.on);
                let no_access = row.period.to.or(row.period.from).filter(|_| row.access == StatAccess::NoAccess);
                day.is_some_and(within) || no_access.is_some_and(within)
            }),
            DutyEvidence::Material => school.materials().values().any(|row| match row.state {
                MaterialState::Submitted { on } | MaterialState::Accepted { on } => within(on),
                MaterialState::Requested | MaterialState::Returned { .. } => false,
            }),
            DutyEvidence::Meeting => self.has_event(EventKind::Meeting, span),
            DutyEvidence::Check => school.checks().values().any(|row| within(row.on)),
            // These are shown by each person.
            DutyEvidence::Joined
            | DutyEvidence::StatusConfirmed
            | DutyEvidence::ClassChats
            | DutyEvidence::ClassChatsCompared
            | DutyEvidence::TeachingChats
            | DutyEvidence::Memo => false,
        }
    }

    fn has_event(&self, kind: EventKind, span: Span) -> bool {
        self.school.events().values().any(|row| {
            row.kind == kind
                && (span.from..=span.end).contains(&row.on)
                && !matches!(row.state, EventState::Cancelled { .. })
        })
    }

    /// 2.1/4: whoever teaches or leads is in the staff room or has an open link.
    fn is_staff_invited(&self) -> bool {
        let Some(room) = self.index.staff_room else { return false };
        let open = self.school.invites().values().filter(|row| row.state.is_open());
        let open: Vec<_> = open.filter(|row| row.target == InviteTarget::Class(room)).collect();
        let is_invited =
            |person: &PersonId| open.iter().any(|row| row.addressees.is_empty() || row.addressees.contains(person));
        let teaches = |person: &PersonId| {
            self.index.taught.contains_key(person)
                || self.index.led_classes.contains_key(person)
                || self.index.led_groups.contains_key(person)
        };
        let mut staff = self.index.positions.keys().filter(|person| teaches(person) && self.is_expected(**person));
        staff.all(|person| self.index.joined.contains(person) || is_invited(person))
    }

    /// Whether a person shows it.
    pub fn person(&self, evidence: DutyEvidence, person: PersonId, span: Span) -> bool {
        match evidence {
            DutyEvidence::Joined => self.index.joined.contains(&person),
            DutyEvidence::StatusConfirmed => {
                !self.settings().requires_verification || self.index.verified.contains(&person)
            }
            DutyEvidence::ClassChats => self.chats(ChatArea::Class, person).all(|chat| self.is_settled(chat)),
            DutyEvidence::TeachingChats => self.chats(ChatArea::Teaching, person).all(|chat| self.is_settled(chat)),
            DutyEvidence::ClassChatsCompared => {
                let records = self.chats(ChatArea::Class, person).filter_map(|chat| chat.record);
                let mut live =
                    records.filter_map(|id| self.school.chats().get(&id)).filter(|chat| chat.state.is_live());
                live.all(|chat| chat.checked.is_some_and(|on| on >= span.from))
            }
            DutyEvidence::Memo => {
                let classes = self.index.led_classes.get(&person).into_iter().flatten();
                classes.into_iter().all(|class| {
                    self.school
                        .sheets()
                        .values()
                        .any(|sheet| sheet.subject == SheetSubject::Security && sheet.class == Some(*class))
                })
            }
            other => self.school(other, span),
        }
    }

    /// The required chats of an area that the person owns by the rule.
    fn chats(&self, area: ChatArea, person: PersonId) -> impl Iterator<Item = &RequiredChat> {
        let rules = self.regulation.chat_rules();
        self.plan.required().iter().map(AsRef::as_ref).filter(move |chat: &&RequiredChat| {
            chat.owner == Some(person) && rules.iter().any(|rule| rule.id == chat.rule && rule.area == area)
        })
    }

    /// Whether a required chat is in use, or the school does without it.
    fn is_settled(&self, chat: &RequiredChat) -> bool {
        let record = chat.record.and_then(|id| self.school.chats().get(&id));
        record.is_some_and(|chat| {
            chat.state.is_live() || matches!(chat.state, crate::domain::ChatState::NotRequired { .. })
        })
    }
}
