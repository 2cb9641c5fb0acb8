//! Structure, posts and roles: nobody but the staff is in it, and of them no more than names.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::sieve::Sieve;
use crate::domain::{
    ActivityGroup, Appointment, Class, Consent, HomeroomAssignment, Interpretation, LoadLine, LocalAct, LocalActId,
    MemberRole, Nomenclature, Organisation, Participation, Person, PersonId, PlatformProfile, Position, Records,
    RegulationEdition, School, Subject, Verification, VerificationState,
};
use crate::order;

/// The records of a staff edition.
pub fn records(school: &School) -> Records {
    let posts = school.positions().values().map(|row| row.person);
    let staff: BTreeSet<PersonId> = order::set(posts.chain(school.appointments().values().map(|row| row.person)));
    let cut = Cut { sieve: Sieve::new(school, &staff), staff };
    let classes = school.classes().values().map(|row| Arc::new(cut.class(row)));
    let people = cut.staff.iter().filter_map(|id| school.people().get(id)).map(|row| Arc::new(colleague(row)));
    let memberships =
        school.memberships().values().filter(|row| row.role == MemberRole::Teacher && cut.has(row.person));
    let homerooms = school.homerooms().values().filter(|row| cut.has(row.teacher));
    let records = Records {
        // Who may do what depends on the edition in force and on how the school reads it.
        editions: school.editions().values().map(|row| Arc::new(cut.edition(row))).collect(),
        interpretations: school.interpretations().values().map(|row| Arc::new(reading(row))).collect(),
        organisation: school.organisation().values().map(|row| Arc::new(organisation(row))).collect(),
        platform: school.platform().values().map(|row| Arc::new(platform(row))).collect(),
        settings: school.settings().values().cloned().collect(),
        years: school.years().values().cloned().collect(),
        people: people.collect(),
        classes: classes.collect(),
        nomenclatures: school.nomenclatures().values().map(|row| Arc::new(nomenclature(row))).collect(),
        positions: school.positions().values().map(|row| Arc::new(cut.position(row))).collect(),
        homerooms: homerooms.map(|row| Arc::new(term(row))).collect(),
        appointments: school.appointments().values().map(|row| Arc::new(cut.appointment(row))).collect(),
        memberships: memberships.cloned().collect(),
        verifications: school
            .verifications()
            .values()
            .filter(|row| cut.has(row.person))
            .map(|row| Arc::new(cut.verification(row)))
            .collect(),
        subjects: school.subjects().values().map(|row| Arc::new(cut.subject(row))).collect(),
        load: school.load().values().map(|row| Arc::new(cut.line(row))).collect(),
        activities: school.activities().values().map(|row| Arc::new(cut.activity(row))).collect(),
        ..Records::default()
    };
    let cited = orders(&records);
    let acts = school.acts().values().filter(|row| cited.contains(&row.id));
    Records { acts: acts.map(|row| Arc::new(cut.act(row))).collect(), ..records }
}

struct Cut {
    staff: BTreeSet<PersonId>,
    sieve: Sieve,
}

impl Cut {
    fn has(&self, person: PersonId) -> bool {
        self.staff.contains(&person)
    }

    fn only(&self, person: Option<PersonId>) -> Option<PersonId> {
        person.filter(|id| self.has(*id))
    }

    /// An order without its title, which may name a student.
    fn act(&self, row: &LocalAct) -> LocalAct {
        LocalAct {
            id: row.id,
            kind: row.kind,
            number: self.sieve.text(&row.number),
            date: row.date,
            title: String::new(),
            signer: self.only(row.signer),
        }
    }

    /// An edition with its data, which decide; its own words only where they name nobody who stays.
    fn edition(&self, row: &RegulationEdition) -> RegulationEdition {
        RegulationEdition {
            id: row.id,
            edition: row.edition.clone(),
            title: self.sieve.text(&row.title),
            version: self.sieve.text(&row.version),
            protocol: row.protocol,
            order: row.order,
            from: row.from,
            to: row.to,
            amends: row.amends,
            changes: self.sieve.text(&row.changes),
            text: self.sieve.text(&row.text),
            data: row.data.clone(),
        }
    }

    fn class(&self, row: &Class) -> Class {
        Class { id: row.id, kind: row.kind.clone(), profile: self.sieve.text(&row.profile), archived: row.archived }
    }

    fn position(&self, row: &Position) -> Position {
        Position {
            id: row.id,
            person: row.person,
            title: self.sieve.text(&row.title),
            category: row.category,
            period: row.period,
            order: row.order,
        }
    }

    fn appointment(&self, row: &Appointment) -> Appointment {
        Appointment {
            id: row.id,
            person: row.person,
            post: row.post,
            period: row.period,
            order: row.order,
            appointed_by: self.only(row.appointed_by),
            ended_by: row.ended_by,
            // A free text may name anybody.
            end_reason: String::new(),
        }
    }

    fn verification(&self, row: &Verification) -> Verification {
        let state = match &row.state {
            VerificationState::NotRequired => VerificationState::NotRequired,
            VerificationState::Required { since } => VerificationState::Required { since: *since },
            VerificationState::Submitted { on } => VerificationState::Submitted { on: *on },
            VerificationState::Confirmed { on, by } => VerificationState::Confirmed { on: *on, by: self.only(*by) },
            VerificationState::Rejected { on, reason: _ } => {
                VerificationState::Rejected { on: *on, reason: String::new() }
            }
        };
        Verification { id: row.id, person: row.person, state }
    }

    fn subject(&self, row: &Subject) -> Subject {
        Subject { id: row.id, name: self.sieve.text(&row.name) }
    }

    fn line(&self, row: &LoadLine) -> LoadLine {
        LoadLine {
            id: row.id,
            class: row.class,
            subject: row.subject,
            group: self.sieve.text(&row.group),
            members: BTreeSet::new(),
            teacher: self.only(row.teacher),
            hours: row.hours,
        }
    }

    fn activity(&self, row: &ActivityGroup) -> ActivityGroup {
        ActivityGroup {
            id: row.id,
            name: self.sieve.text(&row.name),
            year: row.year,
            leader: self.only(row.leader),
            classes: row.classes.clone(),
            members: BTreeSet::new(),
            hours: row.hours,
        }
    }
}

/// How the school reads a question, without who signed it and why: free texts may name anybody.
fn reading(row: &Interpretation) -> Interpretation {
    Interpretation {
        id: row.id,
        question: row.question.clone(),
        choice: row.choice.clone(),
        decided_on: row.decided_on,
        decided_by: String::new(),
        note: String::new(),
    }
}

fn organisation(row: &Organisation) -> Organisation {
    Organisation {
        full_name: row.full_name.clone(),
        short_name: row.short_name.clone(),
        address: row.address.clone(),
        tax_number: row.tax_number.clone(),
        site: row.site.clone(),
        planner: row.planner.clone(),
        phone: None,
        email: None,
    }
}

fn platform(row: &PlatformProfile) -> PlatformProfile {
    PlatformProfile { support_email: None, ..row.clone() }
}

fn nomenclature(row: &Nomenclature) -> Nomenclature {
    Nomenclature { id: row.id, year: row.year, order: row.order, classes: row.classes.clone() }
}

fn term(row: &HomeroomAssignment) -> HomeroomAssignment {
    HomeroomAssignment { id: row.id, class: row.class, teacher: row.teacher, period: row.period, order: row.order }
}

/// A member of staff: the name, and the gender for correct Russian.
fn colleague(row: &Person) -> Person {
    Person {
        id: row.id,
        name: row.name.clone(),
        gender: row.gender,
        birth_date: None,
        phone: None,
        email: None,
        file_number: String::new(),
        participation: Participation::default(),
        consent: Consent::default(),
        other_way: String::new(),
        note: String::new(),
    }
}

/// The orders that the records rest on.
fn orders(records: &Records) -> BTreeSet<LocalActId> {
    let positions = records.positions.iter().filter_map(|row| row.order);
    let homerooms = records.homerooms.iter().filter_map(|row| row.order);
    let appointments = records.appointments.iter().filter_map(|row| row.order);
    let lists = records.nomenclatures.iter().filter_map(|row| row.order);
    let editions = records.editions.iter().flat_map(|row| [row.order, row.protocol]).flatten();
    positions.chain(homerooms).chain(appointments).chain(lists).chain(editions).collect()
}
