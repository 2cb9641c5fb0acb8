//! L02, L03, L09: the administrators of the platform, the application and the registration.

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::{Issue, Lack};
use crate::clause;
use crate::domain::{AdministratorPost, ApplicationState, Appointment, RegistrationApplication};

/// Days after the application in which the platform lets the administrator register, before the school asks again.
const REGISTRATION_DAYS: i64 = 30;

pub(super) fn review(ground: &Ground, found: &mut Vec<Finding>) {
    platform(ground, found);
    additional(ground, found);
    applications(ground, found);
}

fn platform(ground: &Ground, found: &mut Vec<Finding>) {
    let mut rows = ground.appointments(AdministratorPost::Platform).peekable();
    // 2.1/0: there is an administrator, appointed by the head's order.
    if rows.peek().is_none() {
        let issue = Issue::NoAdministrator;
        let finding = Finding::error(Lint::Administrator, clause!("2.1/0"), issue, Remedy::Administrators);
        found.push(finding.also(clause!("2.2/2")));
    }
    for row in rows {
        let person = row.person;
        if row.order.is_none_or(|order| !ground.school.acts().contains_key(&order)) {
            let issue = Issue::AdministratorWithoutOrder { person };
            let finding = Finding::error(Lint::Administrator, clause!("2.1/0"), issue, Remedy::Administrators);
            found.push(finding.people([person]).shown_by::<Appointment>(row.id));
        }
        // 2.2/2: from the pedagogues.
        if ground.index.is_staff(person) && !ground.is_pedagogue(person) {
            let issue = Issue::AdministratorNotPedagogue { person };
            let finding = Finding::error(Lint::Administrator, clause!("2.2/2"), issue, Remedy::Administrators);
            found.push(finding.people([person]).shown_by::<Appointment>(row.id));
        }
    }
}

/// 2.1/7: additional administrators come from the pedagogues who have joined.
fn additional(ground: &Ground, found: &mut Vec<Finding>) {
    for row in ground.appointments(AdministratorPost::Additional) {
        let person = row.person;
        let mut say = |finding: Finding| found.push(finding.people([person]).shown_by::<Appointment>(row.id));
        if !ground.index.is_staff(person) {
            // L13 speaks of those who left.
            continue;
        }
        if !ground.is_pedagogue(person) {
            let issue = Issue::AdministratorNotPedagogue { person };
            say(Finding::error(Lint::AdditionalAdmin, clause!("2.1/7"), issue, Remedy::Administrators));
        }
        if !ground.index.joined.contains(&person) {
            let issue = Issue::AdditionalNotJoined { person };
            say(Finding::error(Lint::AdditionalAdmin, clause!("2.1/7"), issue, Remedy::Administrators));
        } else if ground.settings.requires_verification && !ground.index.verified.contains(&person) {
            // 2.1/10: only recommended, so no more than a warning.
            let issue = Issue::AdditionalNotVerified { person };
            say(Finding::warning(Lint::AdditionalAdmin, clause!("2.1/7"), issue, Remedy::Statuses));
        }
    }
}

fn applications(ground: &Ground, found: &mut Vec<Finding>) {
    let rows = ground.school.applications();
    // 2.1/1: the administrator sends an application.
    if rows.is_empty() && ground.appointments(AdministratorPost::Platform).next().is_some() {
        let finding =
            Finding::warning(Lint::Registration, clause!("2.1/1"), Issue::NoApplication, Remedy::Registration);
        found.push(finding.also(clause!("2.1/2")));
    }
    for row in rows.values() {
        let application = row.id;
        let lacks: Vec<Lack> = [
            (row.order.is_none(), Lack::Order),
            (row.name.trim().is_empty(), Lack::Name),
            (row.email.is_none(), Lack::Email),
            (row.phone.is_none(), Lack::Phone),
        ]
        .into_iter()
        .filter_map(|(is_missing, lack)| is_missing.then_some(lack))
        .collect();
        let mut say = |finding: Finding| {
            found.push(finding.people(row.person).shown_by::<RegistrationApplication>(application));
        };
        // 2.1/1: with the order, the name, the e-mail and the mobile phone. A draft may still be completed.
        if !lacks.is_empty() {
            let new = if row.state == ApplicationState::Draft { Finding::warning } else { Finding::error };
            let issue = Issue::ApplicationLacks { application, lacks };
            say(new(Lint::Registration, clause!("2.1/1"), issue, Remedy::Registration));
        }
        // 2.1/2: registration by the phone of the application, else the rights do not come.
        match row.registered {
            Some(registered) if row.phone.is_some_and(|phone| phone != registered.phone) => {
                let issue = Issue::PhoneMismatch { application };
                say(Finding::error(Lint::Registration, clause!("2.1/2"), issue, Remedy::Registration));
            }
            Some(_) => {}
            None => {
                let (ApplicationState::Sent { on } | ApplicationState::Answered { sent: on, .. }) = row.state else {
                    continue;
                };
                let days = ground.age(on);
                if days > REGISTRATION_DAYS {
                    let issue = Issue::NotRegistered { application, days };
                    say(Finding::warning(Lint::Registration, clause!("2.1/2"), issue, Remedy::Registration));
                }
            }
        }
    }
}
