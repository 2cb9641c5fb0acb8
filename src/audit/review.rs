//! The whole review, and a memo that goes again only through the families whose records changed.

use chrono::NaiveDate;

use super::finding::Finding;
use super::ground::Ground;
use super::{
    administrator, channel, chat, event, invite, movement, people, regulation, request, staff, structure, support,
};
use crate::domain::RecordKind as Kind;
use crate::domain::{Context, School};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;

/// A family of lints with the tables that it reads, through the index and the plan too.
struct Family {
    review: fn(&Ground, &mut Vec<Finding>),
    reads: &'static [Kind],
}

/// What every family reads: the year, the thresholds, the readings and the edition, whose rules may be the records' own.
const ALWAYS: [Kind; 4] = [Kind::SchoolYear, Kind::Settings, Kind::Interpretation, Kind::RegulationEdition];

/// The families, in the order of their findings.
const FAMILIES: [Family; 12] = [
    Family {
        review: regulation::review,
        reads: &[Kind::RegulationEdition, Kind::LocalAct, Kind::IssuedDocument, Kind::AcknowledgementSheet],
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
    },
    Family {
        review: staff::review,
        reads: &[
            Kind::Class,
            Kind::Membership,
            Kind::Position,
            Kind::Invite,
            Kind::Appointment,
            Kind::Person,
            Kind::Verification,
            Kind::HomeroomAssignment,
            Kind::LoadLine,
            Kind::ActivityGroup,
        ],
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
    },
    Family { review: request::review, reads: &[Kind::JoinRequest, Kind::Person] },
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
    },
    Family { review: channel::review, reads: &[Kind::Channel, Kind::Publication, Kind::Position] },
    Family {
        review: event::review,
        reads: &[
            Kind::Event,
            Kind::PlatformProfile,
            Kind::Position,
            Kind::Person,
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
    },
    Family {
        review: chat::review,
        reads: &[
            Kind::Chat,
            Kind::Person,
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
    },
    Family {
        review: people::review,
        reads: &[Kind::Person, Kind::Position, Kind::Enrolment, Kind::Representation, Kind::Class, Kind::LegalAct],
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

#[derive(Debug)]
struct Kept {
    key: Key,
    found: Vec<Finding>,
}

/// What the findings of a family follow from.
#[derive(Debug, PartialEq)]
struct Key {
    stamps: Vec<u64>,
    day: NaiveDate,
    today: NaiveDate,
    /// The edition at work.
    edition: String,
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
        let ground = Ground::new(school, index, plan, regulation, context.today);
        let mut all = Vec::new();
        for (at, family) in FAMILIES.iter().enumerate() {
            let key = Key {
                stamps: ALWAYS.iter().chain(family.reads).map(|kind| school.stamp(*kind)).collect(),
                day: index.day,
                today: context.today,
                edition: regulation.edition().id.clone(),
            };
            if let Some(kept) = self.kept.get(at).filter(|kept| kept.key == key) {
                all.extend(kept.found.iter().cloned());
                continue;
            }
            let mut found = Vec::new();
            (family.review)(&ground, &mut found);
            all.extend(found.iter().cloned());
            let kept = Kept { key, found };
            match self.kept.get_mut(at) {
                Some(before) => *before = kept,
                None => self.kept.push(kept),
            }
        }
        all.sort_by_key(|finding| (finding.severity, finding.lint));
        all
    }
}
