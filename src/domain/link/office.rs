//! Links of the records of daily work: invites, chats, channels, events, papers.

use super::{Gone, Out, edited};
use crate::domain::{
    AcknowledgementSheet, ActivityGroup, Attestation, Channel, Chat, ChatScope, Class, ControlCheck, ControlScope,
    Counterpart, CounterpartOf, Event, FaqEntry, FindingState, HomeroomDistribution, Invite, InviteState, InviteTarget,
    IssuedDocument, JoinRequest, LoadLine, LocalAct, Material, Movement, Person, Publication, PublicationState, Record,
    RegistrationApplication, RegulationEdition, RequestState, SchoolYear, SheetSubject, StatReport, StepAction,
    Subject, SupportTicket, VendorCase,
};

/// Tells what a record points to.
pub fn links(record: &Record, out: &mut Out) {
    match record {
        Record::RegistrationApplication(row) => {
            out.mention::<Person>(row.person);
            out.mention::<LocalAct>(row.order);
        }
        Record::HomeroomDistribution(row) => {
            out.part::<SchoolYear>([row.year]);
            out.mention::<LocalAct>(row.order);
            out.mention::<Class>(row.rows.keys().copied());
            out.mention::<Person>(row.rows.values().copied());
        }
        Record::Invite(row) => {
            match row.target {
                InviteTarget::Class(id) => out.part::<Class>([id]),
                InviteTarget::Chat(id) => out.part::<Chat>([id]),
            }
            out.mention::<Person>(row.addressees.iter().copied().chain(row.issued_by));
            out.mention::<Person>(row.sent.iter().filter_map(|sending| sending.to));
            out.mention::<Person>(row.uses.iter().filter_map(|used| used.person));
            match &row.state {
                InviteState::Revoked { act, .. } => out.mention::<LocalAct>(*act),
                InviteState::Superseded { by, .. } => out.mention::<Invite>(*by),
                _ => {}
            }
        }
        Record::JoinRequest(row) => {
            out.mention::<Class>(row.class);
            match row.state {
                RequestState::Approved { person, by, .. } => out.mention::<Person>(person.into_iter().chain(by)),
                RequestState::Declined { by, .. } => out.mention::<Person>(by),
                _ => {}
            }
        }
        Record::Movement(row) => {
            out.part::<Person>([row.person]);
            out.mention::<LocalAct>(row.order);
            out.mention::<Class>(row.from.into_iter().chain(row.to));
            out.mention::<Person>(row.steps.iter().filter_map(|step| step.person));
            row.steps.iter().for_each(|step| step_links(step.action, out));
        }
        Record::Chat(row) => {
            chat_scope(&row.scope, out);
            out.mention::<Person>(row.owner.into_iter().chain(row.moderator));
            out.mention::<Person>(row.include.keys().chain(row.exclude.keys()).copied());
            out.mention::<Person>(row.missing.iter().chain(&row.extra).chain(&row.misroled).copied());
        }
        Record::Channel(row) => out.mention::<Person>(row.editor.into_iter().chain(row.extra.iter().copied())),
        Record::Material(row) => {
            out.mention::<Channel>(row.channel);
            out.mention::<Person>(row.author);
        }
        Record::Publication(row) => {
            out.part::<Channel>([row.channel]);
            out.mention::<Material>(row.material);
        }
        Record::Event(row) => {
            out.mention::<Person>(row.host.into_iter().chain(row.attended.iter().copied()));
            out.mention::<LocalAct>(row.protocol);
            let audience = &row.audience;
            out.mention::<Class>(audience.classes.iter().chain(&audience.parents_of).copied());
            out.mention::<LoadLine>(audience.line);
            out.mention::<ActivityGroup>(audience.activity);
            out.mention::<Chat>(audience.chat);
            out.mention::<Person>(audience.people.iter().copied());
        }
        Record::SupportTicket(row) => {
            out.mention::<Person>(row.from.into_iter().chain(row.owner));
            out.mention::<Class>(row.class);
        }
        Record::VendorCase(row) => out.mention::<SupportTicket>(row.tickets.iter().copied()),
        Record::FaqEntry(row) => out.mention::<SupportTicket>(row.tickets.iter().copied()),
        Record::StatReport(row) => {
            out.mention::<Person>(row.author.into_iter().chain(row.submitted.and_then(|submission| submission.to)));
        }
        Record::ControlCheck(row) => control(row, out),
        Record::RegulationEdition(row) => {
            out.mention::<LocalAct>(row.protocol.into_iter().chain(row.order));
            out.mention::<RegulationEdition>(row.amends);
        }
        Record::AcknowledgementSheet(row) => {
            match row.subject {
                SheetSubject::Regulation(id) => out.part::<RegulationEdition>([id]),
                SheetSubject::Act(id) => out.part::<LocalAct>([id]),
                SheetSubject::Security | SheetSubject::Rights | SheetSubject::ChatRules => {}
            }
            out.part::<Class>(row.class);
            out.mention::<Person>(row.people.keys().copied());
        }
        Record::IssuedDocument(row) => {
            out.mention::<LocalAct>(row.act);
            out.mention::<Person>(row.signer);
        }
        Record::Counterpart(row) => {
            match row.of {
                CounterpartOf::Chat(id) => out.part::<Chat>([id]),
                CounterpartOf::Channel(id) => out.part::<Channel>([id]),
                CounterpartOf::Class(id) => out.part::<Class>([id]),
            }
            out.mention::<Person>(row.missing.iter().copied());
        }
        Record::Attestation(row) => {
            out.part::<SchoolYear>(row.year);
            out.mention::<Person>(row.by);
            out.mention::<LocalAct>(row.acts.iter().copied());
        }
        _ => {}
    }
}

fn chat_scope(scope: &ChatScope, out: &mut Out) {
    match scope {
        ChatScope::School => {}
        ChatScope::Class(id) => out.part::<Class>([*id]),
        ChatScope::Subject { class, subject, .. } => {
            out.part::<Class>([*class]);
            out.part::<Subject>([*subject]);
        }
        ChatScope::Activity(id) => out.part::<ActivityGroup>([*id]),
    }
}

fn control(row: &ControlCheck, out: &mut Out) {
    match row.scope {
        ControlScope::School | ControlScope::Clause(_) => {}
        ControlScope::Class(id) => out.part::<Class>([id]),
        ControlScope::Chat(id) => out.part::<Chat>([id]),
        ControlScope::Event(id) => out.part::<Event>([id]),
        ControlScope::Person(id) => out.part::<Person>([id]),
    }
    out.mention::<Person>(row.checker);
    out.mention::<LocalAct>(row.act);
    for finding in &row.findings {
        out.mention::<Person>(finding.responsible);
        if let FindingState::Verified { by, .. } = finding.state {
            out.mention::<Person>(by);
        }
    }
}

fn step_links(action: StepAction, out: &mut Out) {
    match action {
        StepAction::LeaveClass(id)
        | StepAction::JoinClass(id)
        | StepAction::IssueInvite(id)
        | StepAction::ReplaceHomeroom(id) => out.mention::<Class>([id]),
        StepAction::LeaveChat(id) | StepAction::JoinChat(id) | StepAction::ReplaceOwner(id) => {
            out.mention::<Chat>([id]);
        }
        StepAction::RevokeInvite(id) => out.mention::<Invite>([id]),
        StepAction::ReplaceTeacher(id) => out.mention::<LoadLine>([id]),
        StepAction::EndAdministration(id) => out.mention::<crate::domain::Appointment>([id]),
    }
}

/// Gives the record without its mentions of what is gone; none where it has no mentions of its own kind.
pub fn forget(record: &Record, gone: Gone) -> Option<Record> {
    Some(match record {
        Record::RegistrationApplication(row) => edited(&**row, |row: &mut RegistrationApplication| {
            gone.option::<Person>(&mut row.person);
            gone.option::<LocalAct>(&mut row.order);
        }),
        Record::HomeroomDistribution(row) => edited(&**row, |row: &mut HomeroomDistribution| {
            gone.option::<LocalAct>(&mut row.order);
            row.rows.retain(|class, teacher| !gone.is::<Class>(*class) && !gone.is::<Person>(*teacher));
        }),
        Record::Invite(row) => edited(&**row, |row: &mut Invite| {
            gone.set::<Person>(&mut row.addressees);
            gone.option::<Person>(&mut row.issued_by);
            row.sent.iter_mut().for_each(|sending| gone.option::<Person>(&mut sending.to));
            row.uses.iter_mut().for_each(|used| gone.option::<Person>(&mut used.person));
            match &mut row.state {
                InviteState::Revoked { act, .. } => gone.option::<LocalAct>(act),
                InviteState::Superseded { by, .. } => gone.option::<Invite>(by),
                _ => {}
            }
        }),
        Record::JoinRequest(row) => edited(&**row, |row: &mut JoinRequest| {
            gone.option::<Class>(&mut row.class);
            match &mut row.state {
                RequestState::Approved { person, by, .. } => {
                    gone.option::<Person>(person);
                    gone.option::<Person>(by);
                }
                RequestState::Declined { by, .. } => gone.option::<Person>(by),
                _ => {}
            }
        }),
        Record::Movement(row) => edited(&**row, |row: &mut Movement| {
            gone.option::<LocalAct>(&mut row.order);
            gone.option::<Class>(&mut row.from);
            gone.option::<Class>(&mut row.to);
            row.steps.retain(|step| {
                let mut is_kept = true;
                step_links(step.action, &mut Out::new(&mut |key, _| is_kept &= key != gone.0));
                is_kept && step.person.is_none_or(|id| !gone.is::<Person>(id))
            });
        }),
        Record::Chat(row) => edited(&**row, |row: &mut Chat| {
            gone.option::<Person>(&mut row.owner);
            gone.option::<Person>(&mut row.moderator);
            gone.map::<Person, _>(&mut row.include);
            gone.map::<Person, _>(&mut row.exclude);
            for set in [&mut row.missing, &mut row.extra, &mut row.misroled] {
                gone.set::<Person>(set);
            }
        }),
        Record::Channel(row) => edited(&**row, |row: &mut Channel| {
            gone.option::<Person>(&mut row.editor);
            gone.set::<Person>(&mut row.extra);
        }),
        Record::Material(row) => edited(&**row, |row: &mut Material| {
            gone.option::<Channel>(&mut row.channel);
            gone.option::<Person>(&mut row.author);
        }),
        Record::Publication(row) => edited(&**row, |row: &mut Publication| {
            gone.option::<Material>(&mut row.material);
            // Without its material it is an idea again.
            if row.material.is_none() && matches!(row.state, PublicationState::Material | PublicationState::Ready) {
                row.state = PublicationState::Idea;
            }
        }),
        Record::Event(row) => edited(&**row, |row: &mut Event| {
            gone.option::<Person>(&mut row.host);
            gone.option::<LocalAct>(&mut row.protocol);
            gone.set::<Person>(&mut row.attended);
            gone.set::<Class>(&mut row.audience.classes);
            gone.set::<Class>(&mut row.audience.parents_of);
            gone.set::<Person>(&mut row.audience.people);
            gone.option::<LoadLine>(&mut row.audience.line);
            gone.option::<ActivityGroup>(&mut row.audience.activity);
            gone.option::<Chat>(&mut row.audience.chat);
        }),
        Record::SupportTicket(row) => edited(&**row, |row: &mut SupportTicket| {
            gone.option::<Person>(&mut row.from);
            gone.option::<Person>(&mut row.owner);
            gone.option::<Class>(&mut row.class);
        }),
        Record::VendorCase(row) => edited(&**row, |row: &mut VendorCase| gone.set::<SupportTicket>(&mut row.tickets)),
        Record::FaqEntry(row) => edited(&**row, |row: &mut FaqEntry| gone.set::<SupportTicket>(&mut row.tickets)),
        Record::StatReport(row) => edited(&**row, |row: &mut StatReport| {
            gone.option::<Person>(&mut row.author);
            if let Some(submission) = &mut row.submitted {
                gone.option::<Person>(&mut submission.to);
            }
        }),
        Record::ControlCheck(row) => edited(&**row, |row: &mut ControlCheck| {
            gone.option::<Person>(&mut row.checker);
            gone.option::<LocalAct>(&mut row.act);
            for finding in &mut row.findings {
                gone.option::<Person>(&mut finding.responsible);
                if let FindingState::Verified { by, .. } = &mut finding.state {
                    gone.option::<Person>(by);
                }
            }
        }),
        Record::RegulationEdition(row) => edited(&**row, |row: &mut RegulationEdition| {
            gone.option::<LocalAct>(&mut row.protocol);
            gone.option::<LocalAct>(&mut row.order);
            gone.option::<RegulationEdition>(&mut row.amends);
        }),
        Record::AcknowledgementSheet(row) => {
            edited(&**row, |row: &mut AcknowledgementSheet| gone.map::<Person, _>(&mut row.people))
        }
        Record::IssuedDocument(row) => edited(&**row, |row: &mut IssuedDocument| {
            gone.option::<LocalAct>(&mut row.act);
            gone.option::<Person>(&mut row.signer);
        }),
        Record::Counterpart(row) => edited(&**row, |row: &mut Counterpart| gone.set::<Person>(&mut row.missing)),
        Record::Attestation(row) => edited(&**row, |row: &mut Attestation| {
            gone.option::<Person>(&mut row.by);
            gone.set::<LocalAct>(&mut row.acts);
        }),
        _ => return None,
    })
}
