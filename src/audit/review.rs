//! The whole review, and a memo that goes again only through the families whose records changed.

use std::cell::OnceCell;

use chrono::NaiveDate;

use super::finding::Finding;
use super::ground::Ground;
use super::{
    administrator, channel, chat, event, invite, movement, people, regulation, request, staff, structure, support,
};
use crate::domain::RecordKind as Kind;
use crate::domain::Source::{self, Births, Names, Standing, Table};
use crate::domain::{Context, School, Sources};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;

/// A family of lints with the tables that it reads, through the index and the plan too.
struct Family {
    review: fn(&Ground, &mut Vec<Finding>),
    reads: &'static [Kind],
    /// What of the people's table.
    people: &'static [Source],
}

/// What every family reads: the year, the thresholds, the readings and the edition, whose rules may be the records' own.
const ALWAYS: [Kind; 4] = [Kind::SchoolYear, Kind::Settings, Kind::Interpretation, Kind::RegulationEdition];

/// The families, in the order of their findings.
const FAMILIES: [Family; 12] = [
    Family {
        review: regulation::review,
        reads: &[Kind::RegulationEdition, Kind::LocalAct, Kind::IssuedDocument, Kind::AcknowledgementSheet],
        people: &[],
    },
    Family {
        review: administrator::review,
        reads: &[
            Kind::Appointment,
            Kind::LocalAct,
            Kind::RegistrationApplication,
            Kind::Position,
            Kind::Class,
            Kind::Membership,
            Kind::Verification,
            Kind::LoadLine,
            Kind::ActivityGroup,
            Kind::HomeroomAssignment,
        ],
        people: &[],
    },
    Family {
        review: structure::review,
        reads: &[
            Kind::Class,
            Kind::Membership,
            Kind::Position,
            Kind::Nomenclature,
            Kind::HomeroomDistribution,
            Kind::HomeroomAssignment,
        ],
        people: &[],
    },
    Family {
        review: staff::review,
        reads: &[
            Kind::Class,
            Kind::Membership,
            Kind::Position,
            Kind::Invite,
            Kind::Appointment,
            Kind::Verification,
            Kind::HomeroomAssignment,
            Kind::LoadLine,
            Kind::ActivityGroup,
        ],
        people: &[Standing],
    },
    Family {
        review: invite::review,
        reads: &[
            Kind::Invite,
            Kind::Class,
            Kind::Chat,
            Kind::Appointment,
            Kind::HomeroomAssignment,
            Kind::Position,
            Kind::LoadLine,
            Kind::ActivityGroup,
            Kind::Membership,
            Kind::Enrolment,
        ],
        people: &[],
    },
    Family { review: request::review, reads: &[Kind::JoinRequest], people: &[Standing] },
    Family {
        review: movement::review,
        reads: &[
            Kind::Enrolment,
            Kind::Movement,
            Kind::Representation,
            Kind::Position,
            Kind::Membership,
            Kind::Class,
            Kind::Chat,
            Kind::Invite,
            Kind::LoadLine,
            Kind::HomeroomAssignment,
            Kind::Appointment,
        ],
        people: &[],
    },
    Family { review: channel::review, reads: &[Kind::Channel, Kind::Publication, Kind::Position], people: &[] },
    Family {
        review: event::review,
        reads: &[
            Kind::Event,
            Kind::PlatformProfile,
            Kind::Position,
            Kind::Enrolment,
            Kind::Representation,
            Kind::Class,
            Kind::HomeroomAssignment,
            Kind::Subject,
            Kind::LoadLine,
            Kind::ActivityGroup,
            Kind::ActiveGroup,
            Kind::Chat,
        ],
        people: &[Standing],
    },
    Family {
        review: support::review,
        reads: &[
            Kind::SupportTicket,
            Kind::VendorCase,
            Kind::StatReport,
            Kind::ControlCheck,
            Kind::Position,
            Kind::HomeroomAssignment,
            Kind::Chat,
            Kind::Event,
        ],
        people: &[],
    },
    Family {
        review: chat::review,
        reads: &[
            Kind::Chat,
            Kind::Position,
            Kind::Enrolment,
            Kind::Representation,
            Kind::Class,
            Kind::HomeroomAssignment,
            Kind::Subject,
            Kind::LoadLine,
            Kind::ActivityGroup,
            Kind::ActiveGroup,
            Kind::AcknowledgementSheet,
        ],
        people: &[Names, Standing],
    },
    Family {
        review: people::review,
        reads: &[Kind::Position, Kind::Enrolment, Kind::Representation, Kind::Class, Kind::LegalAct],
        people: &[Names, Births, Standing],
    },
];

/// Reviews the whole plan. A bad plan is data, not an error. The gravest findings come first, then by lint.
#[must_use]
pub fn audit(school: &School, index: &Index, plan: &Plan, regulation: &Regulation, context: &Context) -> Vec<Finding> {
    Memo::default().audit(school, index, plan, regulation, context)
}

/// What earlier reviews found, family by family: after an edit only what reads the edited tables is done again.
///
/// The index and the plan must be those of the school under its own settings.
#[derive(Debug, Default)]
pub struct Memo {
    kept: Vec<Kept>,
}

/// The findings of a family, and what they follow from.
#[derive(Debug)]
struct Kept {
    sources: Sources,
    day: NaiveDate,
    today: NaiveDate,
    /// The edition at work.
    edition: String,
    found: Vec<Finding>,
}

impl Memo {
    /// The same as [`audit`], with what is known already.
    pub fn audit(
        &mut self,
        school: &School,
        index: &Index,
        plan: &Plan,
        regulation: &Regulation,
        context: &Context,
    ) -> Vec<Finding> {
        let ground = OnceCell::new();
        let edition = &regulation.edition().id;
        let mut all = Vec::new();
        for (at, family) in FAMILIES.iter().enumerate() {
            let sources: Vec<Source> = ALWAYS
                .iter()
                .chain(family.reads)
                .map(|kind| Table(*kind))
                .chain(family.people.iter().copied())
                .collect();
            let still = |kept: &&Kept| {
                (kept.day, kept.today, &kept.edition) == (index.day, context.today, edition)
                    && kept.sources.are_those_of(school, &sources)
            };
            if let Some(kept) = self.kept.get(at).filter(still) {
                all.extend(kept.found.iter().cloned());
                continue;
            }
            let ground = ground.get_or_init(|| Ground::new(school, index, plan, regulation, context.today));
            let mut found = Vec::new();
            (family.review)(ground, &mut found);
            all.extend(found.iter().cloned());
            let (sources, edition) = (Sources::of(school, sources), edition.clone());
            let kept = Kept { sources, day: index.day, today: context.today, edition, found };
            match self.kept.get_mut(at) {
                Some(before) => *before = kept,
                None => self.kept.push(kept),
            }
        }
        all.sort_by_key(|finding| (finding.severity, finding.lint));
        all
    }
}
