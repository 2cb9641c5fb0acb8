//! What a person is asked, allowed and put into, as a table that can be compared with another: the answers of every row,
//! the duties with their days, the required chats.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{ChatRuleId, ChatScope, ClauseId, PersonId, School};
use crate::order;
use crate::plan::duty;
use crate::plan::{Index, Plan};
use crate::regulation::{
    ActionId, Authority, Bilingual, CellId, Changed, Interpretations, MissingFact, Object, Regulation, Verdict,
    changed, decide_role,
};

/// A school on a day, under an edition and interpretations.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The records.
    pub school: &'a School,
    /// Who stands where on the day.
    pub index: &'a Index,
    /// What follows.
    pub plan: &'a Plan,
    /// The edition.
    pub regulation: &'a Regulation,
    /// How the school reads what is open.
    pub interpretations: &'a Interpretations,
}

/// The answer of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The verdict.
    pub verdict: Verdict,
    /// Whether it may be planned.
    pub permitted: bool,
    /// What it rests on; empty where nothing is granted.
    pub clauses: Vec<ClauseId>,
    /// What is missing.
    pub missing: Vec<MissingFact>,
}

/// A duty of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// What.
    pub title: Bilingual,
    /// Its clause.
    pub clause: ClauseId,
    /// Until when.
    pub to: NaiveDate,
}

/// A required chat, and what the person is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Its name.
    pub name: Bilingual,
    /// Its clause.
    pub clause: ClauseId,
    /// Whether it is the person's to create and keep.
    pub owns: bool,
}

/// What a person is asked, allowed and put into.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// The answers.
    pub answers: BTreeMap<ActionId, Answer>,
    /// The duties, by identifier and first day.
    pub duties: BTreeMap<(String, NaiveDate), Due>,
    /// The chats.
    pub chats: BTreeMap<(ChatRuleId, ChatScope), Seat>,
}

/// What differs between two profiles, kind by kind.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Differences {
    /// Answers.
    pub answers: Vec<Changed<ActionId, Answer>>,
    /// Duties.
    pub duties: Vec<Changed<(String, NaiveDate), Due>>,
    /// Chats.
    pub chats: Vec<Changed<(ChatRuleId, ChatScope), Seat>>,
}

impl Profile {
    /// The profile of a person.
    #[must_use]
    pub fn of(side: &Side, person: PersonId) -> Self {
        let authority = Authority::with(side.school, side.regulation, side.interpretations.clone(), side.index.day);
        let standing = authority.standing(person);
        let target = authority.target(Object::None);
        let answer = |action: &crate::regulation::Action| {
            let decision = authority.decide(&standing, action, &target);
            let strong = decision.grounds.iter().filter(|ground| ground.verdict == decision.verdict);
            let mut clauses: Vec<ClauseId> = strong.flat_map(|ground| ground.clauses.iter().copied()).collect();
            order::natural(&mut clauses);
            clauses.dedup();
            let Decided { verdict, permitted, missing } = decision.into();
            (action.number, Answer { verdict, permitted, clauses, missing })
        };
        let today = side.index.day;
        let entries = duty::duties(side.school, side.index, side.plan, side.regulation, today);
        let duties = duty::of_person(entries, person, today).into_iter().map(|entry| {
            let due = Due { title: entry.duty.title.clone(), clause: entry.duty.clause, to: entry.to };
            ((entry.duty.id.clone(), entry.from), due)
        });
        let owned = side.plan.required().iter().map(AsRef::as_ref).filter(|chat| chat.owner == Some(person));
        let chats = side.plan.of_person(person).into_iter().chain(owned).map(|chat| {
            let owns = chat.owner == Some(person);
            ((chat.rule.clone(), chat.scope.clone()), Seat { name: chat.name.clone(), clause: chat.clause, owns })
        });
        Self {
            answers: side.regulation.actions().iter().map(answer).collect(),
            duties: duties.collect(),
            chats: chats.collect(),
        }
    }

    /// What another profile has otherwise.
    #[must_use]
    pub fn differences(self, after: Self) -> Differences {
        Differences {
            answers: changed(self.answers, after.answers),
            duties: changed(self.duties, after.duties),
            chats: changed(self.chats, after.chats),
        }
    }
}

impl Differences {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.duties.is_empty() && self.chats.is_empty()
    }
}

/// The parts of a decision that a profile keeps.
struct Decided {
    verdict: Verdict,
    permitted: bool,
    missing: Vec<MissingFact>,
}

impl From<crate::regulation::Decision> for Decided {
    fn from(decision: crate::regulation::Decision) -> Self {
        Self { verdict: decision.verdict, permitted: decision.permitted, missing: decision.missing }
    }
}

/// Every cell of the matrix as a side answers it.
#[must_use]
pub fn cells(side: &Side) -> BTreeMap<CellId, Answer> {
    let mut cells = BTreeMap::new();
    for action in side.regulation.actions() {
        for role in side.regulation.roles() {
            let Some(decision) = decide_role(side.regulation, side.interpretations, &role.id, action.number) else {
                continue;
            };
            let clauses = decision.grounds.iter().flat_map(|ground| ground.clauses.iter().copied()).collect();
            let Decided { verdict, permitted, missing } = decision.into();
            let id = CellId { action: action.number, role: role.id.clone() };
            cells.insert(id, Answer { verdict, permitted, clauses, missing });
        }
    }
    cells
}

/// The duties of the year of everybody, by identifier and first day.
#[must_use]
pub fn duties(side: &Side) -> BTreeMap<(String, NaiveDate), Due> {
    let entries = duty::duties(side.school, side.index, side.plan, side.regulation, side.index.day);
    let due = |entry: duty::DutyEntry| {
        let due = Due { title: entry.duty.title.clone(), clause: entry.duty.clause, to: entry.to };
        ((entry.duty.id.clone(), entry.from), due)
    };
    entries.into_iter().map(due).collect()
}

/// The required chats of the school.
#[must_use]
pub fn chats(side: &Side) -> BTreeMap<(ChatRuleId, ChatScope), Seat> {
    let seat = |chat: &crate::plan::RequiredChat| {
        let seat = Seat { name: chat.name.clone(), clause: chat.clause, owns: false };
        ((chat.rule.clone(), chat.scope.clone()), seat)
    };
    side.plan.required().iter().map(|chat| seat(chat)).collect()
}
