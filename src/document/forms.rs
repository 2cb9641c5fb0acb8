//! The forms written out: one file a family. Each takes the plan as of a day and gives a paper; what the plan lacks is a
//! visible gap in it.

mod administrator;
pub mod archive;
mod chat;
mod invite;
mod memo;
mod movement;
mod personal;
mod plan;
mod regulation;
mod report;
mod request;
mod structure;
mod support;
mod use_order;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::form::Form;
use super::{Desk, Document, Stamp, Subject};
use crate::domain::{InviteState, LocalActId, Period, RecordKind, SheetSubject};
use crate::order;
use crate::text::{date, document as words, msg};

/// Writes a paper. `stamp` is its number and date where it was registered.
#[must_use]
pub fn write(form: Form, desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let subject = &subject.resolved(form, desk);
    match form {
        Form::ApprovalOrder => regulation::approval_order(desk, subject, stamp),
        Form::CouncilExtract => regulation::council_extract(desk, subject, stamp),
        Form::OrderOnUse => use_order::order(desk, stamp),
        Form::AdministratorOrder => administrator::order(desk, subject, stamp),
        Form::AdditionalDirective => administrator::additional(desk, stamp),
        Form::RegistrationApplication => administrator::application(desk, subject, stamp),
        Form::OrganisationCard => administrator::card(desk, stamp),
        Form::StaffList => structure::staff_list(desk, stamp),
        Form::NomenclatureOrder => structure::nomenclature_order(desk, subject, stamp),
        Form::HomeroomOrder => structure::homeroom_order(desk, subject, stamp),
        Form::InviteLedger => invite::ledger(desk, subject, stamp),
        Form::RevocationAct => invite::revocation_act(desk, subject, stamp),
        Form::RequestLedger => request::ledger(desk, subject, stamp),
        Form::StatusRegister => request::statuses(desk, stamp),
        Form::MovementBook => movement::book(desk, subject, stamp),
        Form::MovementExtract => movement::extract(desk, subject, stamp),
        Form::ChatList => chat::list(desk, subject, stamp),
        Form::ActivistList => chat::activists(desk, stamp),
        Form::PublicationPlan => plan::publications(desk, subject, stamp),
        Form::EventPlan => plan::events(desk, subject, stamp),
        Form::TrainingList => plan::trainings(desk, subject, stamp),
        Form::TicketLedger => support::ledger(desk, subject, stamp),
        Form::VendorLetter => support::letter(desk, subject, stamp),
        Form::StatisticsReport => report::usage(desk, subject, stamp),
        Form::ControlAct => report::control(desk, subject, stamp),
        Form::AcknowledgementSheet => personal::acknowledgement(desk, subject, stamp),
        Form::PersonalSheet => personal::rights(desk, subject, stamp),
        Form::StaffSheets => personal::staff(desk, subject, stamp),
        Form::TeacherMemo => memo::teacher(desk, subject, stamp),
        Form::ClassTeacherMemo => memo::class_teacher(desk, subject, stamp),
        Form::StudentMemo => memo::student(desk, subject, stamp),
        Form::ParentMemo => memo::parent(desk, subject, stamp),
        Form::SecurityMemo => memo::security(desk, subject, stamp),
        Form::ArchiveCover => archive::cover(desk, subject, stamp),
    }
}

/// Whether a day lies within a period.
fn within(period: Period, day: NaiveDate) -> bool {
    period.contains(day)
}

/// A record that a paper can be about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RecordChoice {
    /// Which one.
    pub id: Uuid,
    /// What it is called in a list.
    pub name: String,
}

/// The records of a kind that papers are about, the latest first.
#[must_use]
pub fn records(desk: &Desk<'_>, kind: RecordKind) -> Vec<RecordChoice> {
    let (lang, school) = (desk.lang, desk.school);
    let mut rows: Vec<(Option<NaiveDate>, Uuid, String)> = match kind {
        RecordKind::RegulationEdition => school
            .editions()
            .values()
            .map(|row| {
                let name = [row.title.as_str(), row.version.as_str()].join(" ").trim().to_owned();
                (row.from, row.id.into(), name)
            })
            .collect(),
        RecordKind::RegistrationApplication => {
            let name = |person: Option<_>| person.map(|id| school.person_name(id)).unwrap_or_default();
            let rows = school.applications().values();
            rows.map(|row| {
                let name = if row.name.is_empty() { name(row.person) } else { row.name.clone() };
                (None, row.id.into(), name)
            })
            .collect()
        }
        RecordKind::LocalAct => {
            let swept = sweeps(desk);
            let acts = school.acts().values().filter(|act| swept.contains(&act.id));
            acts.map(|row| (Some(row.date), row.id.into(), words::act(lang, row))).collect()
        }
        RecordKind::Nomenclature => years(desk, school.nomenclatures().values().map(|row| (row.id.into(), row.year))),
        RecordKind::HomeroomDistribution => {
            years(desk, school.distributions().values().map(|row| (row.id.into(), row.year)))
        }
        RecordKind::VendorCase => {
            school.cases().values().map(|row| (None, row.id.into(), row.subject.clone())).collect()
        }
        RecordKind::StatReport => school
            .reports()
            .values()
            .map(|row| (row.period.from, row.id.into(), words::days(lang, row.period)))
            .collect(),
        RecordKind::ControlCheck => school
            .checks()
            .values()
            .map(|row| {
                let checker = row.checker.map(|id| school.person_name(id)).unwrap_or_default();
                (Some(row.on), row.id.into(), format!("{} {checker}", date::short(row.on)).trim().to_owned())
            })
            .collect(),
        RecordKind::AcknowledgementSheet => school
            .sheets()
            .values()
            .map(|row| {
                let class = row.class.map(|id| school.class_name(id)).unwrap_or_default();
                let what = sheet_name(desk, row.subject);
                let name = format!("{what} {class} {}", date::short(row.opened_on));
                (Some(row.opened_on), row.id.into(), name.replace("  ", " "))
            })
            .collect(),
        RecordKind::SealedFile => school
            .sealed_files()
            .values()
            .map(|row| (Some(row.at.date_naive()), row.id.into(), row.file.clone()))
            .collect(),
        _ => Vec::new(),
    };
    order::by(&mut rows, |a, b| b.0.cmp(&a.0).then(b.1.cmp(&a.1)));
    rows.into_iter().map(|(_, id, name)| RecordChoice { id, name }).collect()
}

fn years(
    desk: &Desk<'_>,
    rows: impl Iterator<Item = (Uuid, crate::domain::SchoolYearId)>,
) -> Vec<(Option<NaiveDate>, Uuid, String)> {
    let of = |year| desk.school.years().get(&year);
    rows.map(|(id, year)| {
        let year = of(year);
        (year.map(|year| year.from), id, year.map(|year| year.label()).unwrap_or_default())
    })
    .collect()
}

fn sheet_name(desk: &Desk<'_>, subject: SheetSubject) -> String {
    let lang = desk.lang;
    match subject {
        SheetSubject::Security => msg::doc_form_memo_security(lang).to_owned(),
        SheetSubject::Regulation(_) => msg::doc_cover_regulation(lang).to_owned(),
        SheetSubject::Rights => msg::doc_form_sheet_rights(lang).to_owned(),
        SheetSubject::ChatRules => msg::documents_sheet_chat_rules(lang).to_owned(),
        SheetSubject::Act(id) => desk.school.acts().get(&id).map(|act| words::act(lang, act)).unwrap_or_default(),
    }
}

/// The acts by which links were revoked.
fn sweeps(desk: &Desk<'_>) -> BTreeSet<LocalActId> {
    let acts = desk.school.invites().values().filter_map(|row| match row.state {
        InviteState::Revoked { act, .. } => act,
        _ => None,
    });
    acts.collect()
}
