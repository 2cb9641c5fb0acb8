//! The whole review, and a memo that asks again only the rules whose records changed, and these only about whom an edit
//! touched.

use std::cell::OnceCell;

use chrono::NaiveDate;

use super::finding::Finding;
use super::ground::Ground;
use super::touched::{Before, Touched};
use super::{
    administrator, channel, chat, event, invite, movement, people, regulation, request, staff, structure, support,
};
use crate::domain::Source::{self, Births, Names, People, Standing, Table};
use crate::domain::{Altered, ChatId, Context, InviteId, RecordKey, RecordKind as Kind, School, Sources};
use crate::plan::reads::{CHATS, CLASSES, FAMILIES, HOMEROOMS, LINES, POSTS, RECORDS, STATUSES, STAYS, STUDENTS};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;

/// A rule of the review, with all that its findings follow from, through the index and the plan too.
struct Rule {
    review: fn(&Ground, &mut Vec<Finding>),
    reads: &'static [&'static [Source]],
    about: About,
}

/// What a finding of a rule is about, so that the rule can be asked about a part of the school ([`Ground::asks`]). What a
/// finding about a person, a class, an invite or a chat follows from must be within what [`Touched`] gathers around it.
/// A finding that names none is of the whole school; the rule finds it whomever it is asked about.
#[derive(Clone, Copy)]
enum About {
    /// Nothing less than the school: it costs little, or everything hangs together.
    School,
    /// Its people.
    People,
    /// Its first class.
    Class,
    /// The invite that shows it.
    Invite,
    /// The chat that shows it.
    Chat,
}

impl About {
    /// Whether a finding is about what was touched.
    fn is_within(self, touched: &Touched, school: &School, finding: &Finding) -> bool {
        let shown_by = finding.evidence.first();
        match self {
            Self::School => true,
            Self::People => finding.people.is_empty() || finding.people.iter().any(|who| touched.people.contains(who)),
            Self::Class => finding.classes.first().is_none_or(|class| touched.classes.contains(class)),
            Self::Invite => shown_by.is_none_or(|key| {
                let invite = school.invites().get(&InviteId::from(key.id));
                invite.is_none_or(|row| touched.has_invite(row))
            }),
            Self::Chat => shown_by.is_none_or(|key| touched.chats(school).contains(&ChatId::from(key.id))),
        }
    }

    /// Brings findings into an order that does not depend on which of them were found together.
    fn sort(self, ground: &Ground, found: &mut [Finding]) {
        let first = |finding: &Finding| finding.evidence.first().map(|key: &RecordKey| key.id);
        match self {
            Self::School => {}
            Self::People => found.sort_by(|a, b| a.people.cmp(&b.people)),
            // The classes of the year in their order, then what belongs to none.
            Self::Class => found.sort_by_key(|one| {
                let place = one.classes.first().map(|class| ground.place(*class));
                (place.is_none(), place)
            }),
            Self::Invite => found.sort_by_key(first),
            Self::Chat => {
                found.sort_by_key(|one| first(one).and_then(|id| ground.plan.place_of(ChatId::from(id))));
            }
        }
    }
}

/// So many changed records are followed one by one; after more, rules are asked about the whole school.
const FEW: usize = 32;

/// What every rule reads: the year, the thresholds, the readings and the edition, whose rules may be the records' own.
const ALWAYS: &[Source] =
    &[Table(Kind::SchoolYear), Table(Kind::Settings), Table(Kind::Interpretation), Table(Kind::RegulationEdition)];
/// After a change of these a rule is asked about the whole school.
const WHOLE: [&[Source]; 2] = [ALWAYS, CLASSES];

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
        about: About::School,
    },
    Rule {
        review: administrator::review,
        reads: &[
            TEACHING,
            STATUSES,
            &[Table(Kind::Appointment), Table(Kind::LocalAct), Table(Kind::RegistrationApplication)],
        ],
        about: About::School,
    },
    Rule { review: structure::staff_room, reads: &[CLASSES, POSTS, &[Table(Kind::Membership)]], about: About::People },
    Rule { review: structure::classes, reads: &[CLASSES, &[Table(Kind::Nomenclature)]], about: About::School },
    Rule {
        review: structure::homerooms,
        reads: &[CLASSES, HOMEROOMS, &[Table(Kind::HomeroomDistribution)]],
        about: About::School,
    },
    Rule {
        review: staff::joined,
        reads: &[TEACHING, STATUSES, &[Standing, Table(Kind::Invite), Table(Kind::Appointment)]],
        about: About::School,
    },
    Rule { review: staff::statuses, reads: &[TEACHING, STATUSES, &[Standing]], about: About::People },
    Rule {
        review: invite::each,
        reads: &[TEACHING, &[Table(Kind::Invite), Table(Kind::Chat), Table(Kind::Appointment)]],
        about: About::Invite,
    },
    Rule { review: invite::twice, reads: &[CLASSES, &[Table(Kind::Invite), Table(Kind::Chat)]], about: About::School },
    Rule { review: invite::members, reads: &[CLASSES, STAYS, POSTS, &[Table(Kind::Membership)]], about: About::People },
    Rule { review: request::review, reads: &[&[People, Table(Kind::JoinRequest)]], about: About::School },
    Rule { review: movement::stays, reads: &[STAYS, FAMILIES, POSTS, &[Table(Kind::Movement)]], about: About::People },
    Rule { review: movement::memberships, reads: &[CLASSES, GONE, &[Table(Kind::Membership)]], about: About::People },
    Rule { review: movement::chats, reads: &[GONE, RECORDS], about: About::People },
    Rule { review: movement::invites, reads: &[GONE, &[Table(Kind::Invite)]], about: About::Invite },
    Rule { review: movement::posts, reads: &[TEACHING, LINES, &[Table(Kind::Appointment)]], about: About::School },
    Rule { review: movement::steps, reads: &[&[Table(Kind::Movement)]], about: About::School },
    Rule {
        review: channel::review,
        reads: &[POSTS, &[Table(Kind::Channel), Table(Kind::Publication)]],
        about: About::School,
    },
    Rule {
        review: event::each,
        reads: &[CHATS, RECORDS, &[Table(Kind::Event), Table(Kind::PlatformProfile)]],
        about: About::School,
    },
    Rule { review: event::overlaps, reads: &[CHATS, RECORDS, &[Table(Kind::Event)]], about: About::School },
    Rule {
        review: support::tickets,
        reads: &[&[Table(Kind::SupportTicket), Table(Kind::VendorCase)]],
        about: About::School,
    },
    Rule { review: support::reports, reads: &[&[Table(Kind::StatReport)]], about: About::School },
    Rule {
        review: support::checks,
        reads: &[POSTS, HOMEROOMS, &[Table(Kind::ControlCheck), Table(Kind::Chat), Table(Kind::Event)]],
        about: About::School,
    },
    Rule { review: chat::missing, reads: &[CHATS, RECORDS], about: About::Class },
    Rule { review: chat::each, reads: &[CHATS, RECORDS], about: About::Chat },
    Rule { review: chat::beyond, reads: &[CHATS, RECORDS], about: About::School },
    Rule { review: chat::habits, reads: &[RECORDS], about: About::School },
    Rule {
        review: chat::memos,
        reads: &[CLASSES, STUDENTS, &[Standing, Table(Kind::AcknowledgementSheet)]],
        about: About::Class,
    },
    Rule { review: people::roles, reads: &[&[People], CLASSES, STUDENTS, FAMILIES, POSTS], about: About::People },
    Rule { review: people::consents, reads: &[&[Standing], CLASSES, STUDENTS, FAMILIES, POSTS], about: About::Class },
    Rule { review: people::without, reads: &[&[Standing], GONE, FAMILIES], about: About::People },
    Rule { review: people::law, reads: &[&[Table(Kind::LegalAct)]], about: About::School },
    Rule { review: people::letters, reads: &[&[Names]], about: About::People },
    Rule { review: people::homonyms, reads: &[&[Births], CLASSES, STUDENTS], about: About::Class },
    Rule { review: people::twins, reads: &[&[Names, Births]], about: About::People },
];

/// Reviews the whole plan. A bad plan is data, not an error. The gravest findings come first, then by lint.
#[must_use]
pub fn audit(school: &School, index: &Index, plan: &Plan, regulation: &Regulation, context: &Context) -> Vec<Finding> {
    Memo::default().audit(school, index, plan, regulation, context)
}

/// What earlier reviews found, rule by rule: after an edit only those are asked again that read what was edited, and of
/// the others than small rules only about whom the edit touched.
///
/// The index and the plan must be those of the school under its own settings.
#[derive(Debug, Default)]
pub struct Memo {
    kept: Vec<Kept>,
    before: Option<Before>,
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
        let edition = &regulation.edition().id;
        let is_near = |kept: &Kept| (kept.day, kept.today, &kept.edition) == (index.day, context.today, edition);
        let altered = self.altered(school);
        let touched = altered.as_deref().zip(self.before.as_ref());
        let touched = touched.and_then(|(altered, before)| Touched::of(altered, before, school, index, plan));
        let whole = OnceCell::new();
        let part = OnceCell::new();
        let ground = |touched| Ground::new(school, index, plan, regulation, context.today, touched);
        let mut all = Vec::new();
        for (at, rule) in RULES.iter().enumerate() {
            let sources = || WHOLE.iter().chain(rule.reads).copied().flatten().copied();
            let kept = self.kept.get_mut(at).filter(|kept| is_near(kept));
            if let Some(kept) = &kept
                && kept.sources.are_those_of(school, ALWAYS.iter().chain(rule.reads.iter().copied().flatten()).copied())
            {
                all.extend(kept.found.iter().cloned());
                continue;
            }
            let is_same = |kept: &Kept| kept.sources.are_those_of(school, WHOLE.iter().copied().flatten().copied());
            let mut found = Vec::new();
            let ground = match (&touched, kept.filter(|kept| is_same(kept))) {
                (Some(touched), Some(kept)) if !matches!(rule.about, About::School) => {
                    found.append(&mut kept.found);
                    found.retain(|finding| !rule.about.is_within(touched, school, finding));
                    part.get_or_init(|| ground(Some(touched)))
                }
                _ => whole.get_or_init(|| ground(None)),
            };
            (rule.review)(ground, &mut found);
            rule.about.sort(ground, &mut found);
            all.extend(found.iter().cloned());
            let (sources, edition) = (Sources::of(school, sources()), edition.clone());
            let kept = Kept { sources, day: index.day, today: context.today, edition, found };
            match self.kept.get_mut(at) {
                Some(before) => *before = kept,
                None => self.kept.push(kept),
            }
        }
        let sources = Sources::of(school, []);
        self.before = Some(Before { sources, index: index.clone(), required: plan.required().to_vec() });
        all.sort_by_key(|finding| (finding.severity, finding.lint));
        all
    }

    /// The records that changed since the last review, where they are few.
    fn altered(&self, school: &School) -> Option<Vec<Altered>> {
        self.before.as_ref()?.sources.altered(school).filter(|altered| altered.len() <= FEW)
    }
}
