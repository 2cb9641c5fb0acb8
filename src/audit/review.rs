//! The whole review, and a memo that asks again only the rules whose records changed.

use std::cell::OnceCell;

use chrono::NaiveDate;

use super::finding::Finding;
use super::ground::Ground;
use super::{
    administrator, channel, chat, event, invite, movement, people, regulation, request, staff, structure, support,
};
use crate::domain::Source::{self, Births, Names, People, Standing, Table};
use crate::domain::{Context, RecordKind as Kind, School, Sources};
use crate::plan::reads::{CHATS, CLASSES, FAMILIES, HOMEROOMS, LINES, POSTS, RECORDS, STATUSES, STAYS, STUDENTS};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;

/// A rule of the review, with all that its findings follow from, through the index and the plan too.
struct Rule {
    review: fn(&Ground, &mut Vec<Finding>),
    reads: &'static [&'static [Source]],
}

/// What every rule reads: the year, the thresholds, the readings and the edition, whose rules may be the records' own.
const ALWAYS: &[Source] =
    &[Table(Kind::SchoolYear), Table(Kind::Settings), Table(Kind::Interpretation), Table(Kind::RegulationEdition)];

/// What it follows from who teaches: by post, by lines, by groups, by a class.
const TEACHING: &[Source] = &[
    Table(Kind::Position),
    Table(Kind::Class),
    Table(Kind::LoadLine),
    Table(Kind::ActivityGroup),
    Table(Kind::HomeroomAssignment),
];
/// What it follows from since when somebody is gone, in every role.
const GONE: &[Source] = &[Table(Kind::Position), Table(Kind::Enrolment), Table(Kind::Representation)];

/// The rules, in the order of their findings.
const RULES: &[Rule] = &[
    Rule {
        review: regulation::review,
        reads: &[&[Table(Kind::LocalAct), Table(Kind::IssuedDocument), Table(Kind::AcknowledgementSheet)]],
    },
    Rule {
        review: administrator::review,
        reads: &[
            TEACHING,
            STATUSES,
            &[Table(Kind::Appointment), Table(Kind::LocalAct), Table(Kind::RegistrationApplication)],
        ],
    },
    Rule { review: structure::staff_room, reads: &[CLASSES, POSTS, &[Table(Kind::Membership)]] },
    Rule { review: structure::classes, reads: &[CLASSES, &[Table(Kind::Nomenclature)]] },
    Rule { review: structure::homerooms, reads: &[CLASSES, HOMEROOMS, &[Table(Kind::HomeroomDistribution)]] },
    Rule {
        review: staff::joined,
        reads: &[TEACHING, STATUSES, &[Standing, Table(Kind::Invite), Table(Kind::Appointment)]],
    },
    Rule { review: staff::statuses, reads: &[TEACHING, STATUSES, &[Standing]] },
    Rule {
        review: invite::each,
        reads: &[TEACHING, &[Table(Kind::Invite), Table(Kind::Chat), Table(Kind::Appointment)]],
    },
    Rule { review: invite::twice, reads: &[CLASSES, &[Table(Kind::Invite), Table(Kind::Chat)]] },
    Rule { review: invite::members, reads: &[CLASSES, STAYS, POSTS, &[Table(Kind::Membership)]] },
    Rule { review: request::review, reads: &[&[People, Table(Kind::JoinRequest)]] },
    Rule { review: movement::stays, reads: &[STAYS, FAMILIES, POSTS, &[Table(Kind::Movement)]] },
    Rule { review: movement::memberships, reads: &[CLASSES, GONE, &[Table(Kind::Membership)]] },
    Rule { review: movement::chats, reads: &[GONE, RECORDS] },
    Rule { review: movement::invites, reads: &[GONE, &[Table(Kind::Invite)]] },
    Rule { review: movement::posts, reads: &[TEACHING, LINES, &[Table(Kind::Appointment)]] },
    Rule { review: movement::steps, reads: &[&[Table(Kind::Movement)]] },
    Rule { review: channel::review, reads: &[POSTS, &[Table(Kind::Channel), Table(Kind::Publication)]] },
    Rule { review: event::each, reads: &[CHATS, RECORDS, &[Table(Kind::Event), Table(Kind::PlatformProfile)]] },
    Rule { review: event::overlaps, reads: &[CHATS, RECORDS, &[Table(Kind::Event)]] },
    Rule { review: support::tickets, reads: &[&[Table(Kind::SupportTicket), Table(Kind::VendorCase)]] },
    Rule { review: support::reports, reads: &[&[Table(Kind::StatReport)]] },
    Rule {
        review: support::checks,
        reads: &[POSTS, HOMEROOMS, &[Table(Kind::ControlCheck), Table(Kind::Chat), Table(Kind::Event)]],
    },
    Rule { review: chat::missing, reads: &[CHATS, RECORDS] },
    Rule { review: chat::each, reads: &[CHATS, RECORDS] },
    Rule { review: chat::beyond, reads: &[CHATS, RECORDS] },
    Rule { review: chat::habits, reads: &[RECORDS] },
    Rule { review: chat::memos, reads: &[CLASSES, STUDENTS, &[Standing, Table(Kind::AcknowledgementSheet)]] },
    Rule { review: people::roles, reads: &[&[People], CLASSES, STUDENTS, FAMILIES, POSTS] },
    Rule { review: people::consents, reads: &[&[Standing], CLASSES, STUDENTS, FAMILIES, POSTS] },
    Rule { review: people::law, reads: &[&[Table(Kind::LegalAct)]] },
    Rule { review: people::letters, reads: &[&[Names]] },
    Rule { review: people::homonyms, reads: &[&[Births], CLASSES, STUDENTS] },
    Rule { review: people::twins, reads: &[&[Names, Births]] },
];

/// Reviews the whole plan. A bad plan is data, not an error. The gravest findings come first, then by lint.
#[must_use]
pub fn audit(school: &School, index: &Index, plan: &Plan, regulation: &Regulation, context: &Context) -> Vec<Finding> {
    Memo::default().audit(school, index, plan, regulation, context)
}

/// What earlier reviews found, rule by rule: after an edit only those are asked again that read what was edited.
///
/// The index and the plan must be those of the school under its own settings.
#[derive(Debug, Default)]
pub struct Memo {
    kept: Vec<Kept>,
}

/// The findings of a rule, and what they follow from.
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
        for (at, rule) in RULES.iter().enumerate() {
            let sources = || [ALWAYS].iter().chain(rule.reads).copied().flatten().copied();
            let still = |kept: &&Kept| {
                (kept.day, kept.today, &kept.edition) == (index.day, context.today, edition)
                    && kept.sources.are_those_of(school, sources())
            };
            if let Some(kept) = self.kept.get(at).filter(still) {
                all.extend(kept.found.iter().cloned());
                continue;
            }
            let ground = ground.get_or_init(|| Ground::new(school, index, plan, regulation, context.today));
            let mut found = Vec::new();
            (rule.review)(ground, &mut found);
            all.extend(found.iter().cloned());
            let (sources, edition) = (Sources::of(school, sources()), edition.clone());
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
