//! Everything for whoever looks for a defect, with pseudonyms: the shape of the plan stays, its words do not.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use super::pseudonym::Pseudonyms;
use crate::domain::{
    ActiveGroup, ActivityGroup, Appointment, Class, ClassKind, Consent, Enrolment, HomeroomAssignment, ImportProfile,
    Interpretation, LoadLine, LocalAct, Membership, Nomenclature, Organisation, Person, PersonId, PlatformProfile,
    Position, Records, Representation, Row, School, SchoolYear, Subject, Table, Verification, VerificationState,
};

/// The records of a support bundle.
pub fn records(school: &School, p: &mut Pseudonyms) -> Records {
    Records {
        organisation: each(school.organisation(), p, organisation),
        platform: each(school.platform(), p, platform),
        settings: school.settings().values().cloned().collect(),
        years: each(school.years(), p, |row, p| SchoolYear { id: p.id(row.id), from: row.from, to: row.to }),
        acts: each(school.acts(), p, act),
        people: each(school.people(), p, person),
        classes: each(school.classes(), p, class),
        nomenclatures: each(school.nomenclatures(), p, |row, p| Nomenclature {
            id: p.id(row.id),
            year: p.id(row.year),
            order: row.order.map(|id| p.id(id)),
            classes: row.classes.clone(),
        }),
        enrolments: each(school.enrolments(), p, |row, p| Enrolment {
            id: p.id(row.id),
            student: p.id(row.student),
            class: p.id(row.class),
            period: row.period,
            order: row.order.map(|id| p.id(id)),
        }),
        representations: each(school.representations(), p, |row, p| Representation {
            id: p.id(row.id),
            parent: p.id(row.parent),
            child: p.id(row.child),
            kinship: row.kinship,
        }),
        positions: each(school.positions(), p, |row, p| Position {
            id: p.id(row.id),
            person: p.id(row.person),
            title: p.text(&row.title),
            category: row.category,
            period: row.period,
            order: row.order.map(|id| p.id(id)),
        }),
        homerooms: each(school.homerooms(), p, |row, p| HomeroomAssignment {
            id: p.id(row.id),
            class: p.id(row.class),
            teacher: p.id(row.teacher),
            period: row.period,
            order: row.order.map(|id| p.id(id)),
        }),
        appointments: each(school.appointments(), p, |row, p| Appointment {
            id: p.id(row.id),
            person: p.id(row.person),
            post: row.post,
            period: row.period,
            order: row.order.map(|id| p.id(id)),
            appointed_by: row.appointed_by.map(|id| p.id(id)),
            ended_by: row.ended_by.map(|id| p.id(id)),
            end_reason: String::new(),
        }),
        memberships: each(school.memberships(), p, |row, p| Membership {
            id: p.id(row.id),
            person: p.id(row.person),
            class: p.id(row.class),
            role: row.role,
            period: row.period,
        }),
        verifications: each(school.verifications(), p, verification),
        subjects: each(school.subjects(), p, |row, p| Subject { id: p.id(row.id), name: p.text(&row.name) }),
        load: each(school.load(), p, |row, p| LoadLine {
            id: p.id(row.id),
            class: p.id(row.class),
            subject: p.id(row.subject),
            group: p.text(&row.group),
            members: people(&row.members, p),
            teacher: row.teacher.map(|id| p.id(id)),
            hours: row.hours,
        }),
        activities: each(school.activities(), p, |row, p| ActivityGroup {
            id: p.id(row.id),
            name: p.text(&row.name),
            year: p.id(row.year),
            leader: row.leader.map(|id| p.id(id)),
            classes: row.classes.iter().map(|id| p.id(*id)).collect(),
            members: people(&row.members, p),
            hours: row.hours,
        }),
        active_groups: each(school.active_groups(), p, |row, p| ActiveGroup {
            id: p.id(row.id),
            kind: row.kind,
            class: row.class.map(|id| p.id(id)),
            members: people(&row.members, p),
        }),
        interpretations: each(school.interpretations(), p, |row, p| Interpretation {
            id: p.id(row.id),
            question: p.word(&row.question),
            choice: p.word(&row.choice),
            decided_on: row.decided_on,
            decided_by: p.text(&row.decided_by),
            note: p.text(&row.note),
        }),
        import_profiles: each(school.import_profiles(), p, |row, p| ImportProfile {
            id: p.id(row.id),
            name: p.text(&row.name),
            kind: p.word(&row.kind),
            columns: row.columns.iter().map(|(header, field)| (p.text(header), p.word(field))).collect(),
        }),
        // What a school writes in its daily work is full of names and free text: it stays out of a bundle for strangers.
        ..Records::default()
    }
}

fn each<T: Row>(table: &Table<T>, p: &mut Pseudonyms, mut veil: impl FnMut(&T, &mut Pseudonyms) -> T) -> Vec<Arc<T>> {
    table.values().map(|row| Arc::new(veil(row, p))).collect()
}

fn people(ids: &BTreeSet<PersonId>, p: &mut Pseudonyms) -> BTreeSet<PersonId> {
    ids.iter().map(|id| p.id(*id)).collect()
}

fn organisation(row: &Organisation, p: &mut Pseudonyms) -> Organisation {
    Organisation {
        full_name: p.text(&row.full_name),
        short_name: p.text(&row.short_name),
        address: p.text(&row.address),
        tax_number: p.text(&row.tax_number),
        site: p.text(&row.site),
        planner: p.text(&row.planner),
        phone: p.phone(row.phone),
        email: p.email(row.email.as_ref()),
    }
}

fn platform(row: &PlatformProfile, p: &mut Pseudonyms) -> PlatformProfile {
    PlatformProfile {
        name: p.text(&row.name),
        support_email: p.email(row.support_email.as_ref()),
        help_site: p.text(&row.help_site),
        chat_limit: row.chat_limit,
        call_limit: row.call_limit,
        link_days: row.link_days,
        teacher_term: p.text(&row.teacher_term),
        student_term: p.text(&row.student_term),
        parent_term: p.text(&row.parent_term),
        has_journal: row.has_journal,
        has_calls: row.has_calls,
        has_files: row.has_files,
        has_polls: row.has_polls,
    }
}

fn act(row: &LocalAct, p: &mut Pseudonyms) -> LocalAct {
    LocalAct {
        id: p.id(row.id),
        kind: row.kind,
        number: p.text(&row.number),
        date: row.date,
        title: p.text(&row.title),
        signer: row.signer.map(|id| p.id(id)),
    }
}

fn person(row: &Person, p: &mut Pseudonyms) -> Person {
    Person {
        id: p.id(row.id),
        name: p.name(row),
        gender: row.gender,
        // The year is left: an age may matter, a day of birth never does.
        birth_date: row.birth_date.and_then(|date| NaiveDate::from_ymd_opt(date.year(), 1, 1)),
        phone: p.phone(row.phone),
        email: p.email(row.email.as_ref()),
        file_number: p.text(&row.file_number),
        participation: row.participation,
        consent: Consent { state: row.consent.state, on: row.consent.on, paper: p.text(&row.consent.paper) },
        other_way: p.text(&row.other_way),
        note: p.text(&row.note),
    }
}

fn class(row: &Class, p: &mut Pseudonyms) -> Class {
    let kind = match &row.kind {
        ClassKind::StaffRoom => ClassKind::StaffRoom,
        ClassKind::Class { label, year } => ClassKind::Class { label: label.clone(), year: p.id(*year) },
    };
    Class { id: p.id(row.id), kind, profile: p.text(&row.profile), archived: row.archived }
}

fn verification(row: &Verification, p: &mut Pseudonyms) -> Verification {
    let state = match &row.state {
        VerificationState::NotRequired => VerificationState::NotRequired,
        VerificationState::Required { since } => VerificationState::Required { since: *since },
        VerificationState::Submitted { on } => VerificationState::Submitted { on: *on },
        VerificationState::Confirmed { on, by } => VerificationState::Confirmed { on: *on, by: by.map(|id| p.id(id)) },
        VerificationState::Rejected { on, reason } => VerificationState::Rejected { on: *on, reason: p.text(reason) },
    };
    Verification { id: p.id(row.id), person: p.id(row.person), state }
}
