//! Why a cell of the matrix answers as it does, and who can act in this school.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{ClauseId, Interpretation, PersonId, School};
use crate::regulation::{
    ActionId, Authority, Bilingual, CellId, Interpretations, Object, Oddity, Predicate, Regulation, RoleId, Settled,
    Stance, Verdict, capable_roles, decide_role,
};

use super::matrix::MatrixCell;

/// Most people named before the rest is counted.
pub const NAMED: usize = 12;

/// Why a cell answers as it does.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The cell.
    pub cell: MatrixCell,
    /// Who settled it.
    pub settled: Settled,
    /// What is checked between a holder and an object.
    pub limits: Vec<Predicate>,
    /// What speaks of the action where the cell itself cites nothing.
    pub related: Vec<ClauseId>,
    /// Whether the text leaves it to the school.
    pub is_open: bool,
    /// A remark of the edition.
    pub note: Option<Bilingual>,
    /// The oddities that touch it.
    pub oddities: Vec<Oddity>,
    /// The school's record, where it decided.
    pub record: Option<Arc<Interpretation>>,
    /// The roles to which the action is permitted.
    pub capable: Vec<RoleId>,
}

/// Explains a cell; none where the edition has none there.
#[must_use]
pub fn explain(school: &School, regulation: &Regulation, cell: &CellId, on: NaiveDate) -> Option<Explanation> {
    let interpretations = Interpretations::of(school, on);
    let action = regulation.action(cell.action)?;
    let plain = action.cell(&cell.role)?;
    let decision = decide_role(regulation, &interpretations, &cell.role, cell.action)?;
    let related = if plain.clauses.is_empty() { action.clauses.clone() } else { Vec::new() };
    Some(Explanation {
        cell: MatrixCell::of(regulation, &interpretations, action, &cell.role)?,
        settled: decision.grounds.first().map_or(Settled::ByText, |ground| ground.settled),
        limits: plain.predicates().collect(),
        related,
        is_open: plain.is_open(),
        note: plain.note.clone(),
        oddities: regulation.oddities_of(cell.action, &cell.role).cloned().collect(),
        record: record_of(school, cell),
        capable: capable_roles(regulation, &interpretations, action),
    })
}

/// The school's latest record about a cell, that of a later day included.
#[must_use]
pub fn record_of(school: &School, cell: &CellId) -> Option<Arc<Interpretation>> {
    let question = cell.question();
    let records = school.interpretations().values().filter(|record| record.question == question);
    records.max_by_key(|record| (record.decided_on, record.id)).cloned()
}

/// What a cell answers now, and what it would answer if the school chose so.
#[must_use]
pub fn effect(
    school: &School,
    regulation: &Regulation,
    cell: &CellId,
    stance: Stance,
    on: NaiveDate,
) -> Option<(Verdict, Verdict)> {
    let mut interpretations = Interpretations::of(school, on);
    let verdict = |chosen: &Interpretations| {
        decide_role(regulation, chosen, &cell.role, cell.action).map(|decision| decision.verdict)
    };
    let now = verdict(&interpretations)?;
    interpretations.choose(cell.clone(), stance);
    Some((now, verdict(&interpretations)?))
}

/// The people who can, the first of them by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holders {
    /// The first [`NAMED`] of them.
    pub named: Vec<NamedHolder>,
    /// How many more there are.
    pub more: usize,
}

/// A person who can.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NamedHolder {
    /// Who.
    pub person: PersonId,
    /// What the person is called.
    pub name: String,
    /// By which roles.
    pub roles: Vec<RoleId>,
    /// Whether nothing is missing.
    pub is_ready: bool,
}

/// Who can take an action in this school. Scans everybody: ask on demand.
#[must_use]
pub fn holders(school: &School, regulation: &Regulation, action: ActionId, on: NaiveDate) -> Holders {
    holders_of(&Authority::new(school, regulation, on), school, regulation, action)
}

/// The same asked of an authority that was made before: for several actions.
#[must_use]
pub fn holders_of(authority: &Authority, school: &School, regulation: &Regulation, action: ActionId) -> Holders {
    let Some(action) = regulation.action(action) else { return Holders::default() };
    let all = authority.who_can(action, &authority.target(Object::None));
    let more = all.len().saturating_sub(NAMED);
    let named = all
        .into_iter()
        .take(NAMED)
        .map(|holder| NamedHolder {
            person: holder.person,
            name: school.person_name(holder.person),
            is_ready: holder.missing.is_empty(),
            roles: holder.roles,
        })
        .collect();
    Holders { named, more }
}

#[cfg(test)]
mod tests {
    use super::{effect, explain, holders};
    use crate::clause;
    use crate::domain::Interpretation;
    use crate::domain::sample::{Sample, day};
    use crate::regulation::{ActionId, CellId, Predicate, Regulation, RoleId, Settled, Stance, Verdict};

    fn cell(action: u16, role: &str) -> CellId {
        CellId { action: ActionId(action), role: RoleId::from(role) }
    }

    #[test]
    fn nobody_invites_a_parent_to_a_class_and_the_reason_is_cited() {
        let sample = Sample::new();
        let school = sample.workspace.school();
        let why = explain(school, Regulation::bundled(), &cell(15, "class-teacher"), day(10)).unwrap();
        assert_eq!(why.cell.verdict, Verdict::NotGranted);
        assert!(why.related.contains(&clause!("2.7/1")), "a parent enters chats by links");
        assert!(why.capable.is_empty() && !why.is_open);
        assert_eq!(why.oddities.iter().map(|oddity| oddity.number).collect::<Vec<_>>(), [5]);
        assert!(holders(school, Regulation::bundled(), ActionId(15), day(10)).named.is_empty());
    }

    #[test]
    fn a_scope_is_told_and_its_holders_are_named() {
        let sample = Sample::new();
        let school = sample.workspace.school();
        let why = explain(school, Regulation::bundled(), &cell(38, "class-teacher"), day(10)).unwrap();
        assert_eq!(why.limits, [Predicate::Homeroom]);
        assert_eq!(why.settled, Settled::ByText);
        let holders = holders(school, Regulation::bundled(), ActionId(38), day(10));
        let names: Vec<(&str, bool)> = holders.named.iter().map(|one| (one.name.as_str(), one.is_ready)).collect();
        assert_eq!(names, [("Баранов Глеб Олегович", false)]);
        assert_eq!(holders.more, 0);
    }

    #[test]
    fn a_choice_is_previewed_then_recorded_then_latest_wins() {
        let mut sample = Sample::new();
        let open = cell(12, "class-teacher");
        let regulation = Regulation::bundled();
        let stance = |sample: &Sample| explain(sample.workspace.school(), regulation, &open, day(10)).unwrap().settled;
        assert_eq!(stance(&sample), Settled::ByDefault(Stance::Deny));
        let would = effect(sample.workspace.school(), regulation, &open, Stance::Allow, day(10));
        assert_eq!(would, Some((Verdict::Unsettled, Verdict::Allowed)));
        for (choice, decided_on) in [("allow", day(5)), ("deny", day(3))] {
            let id = sample.ids.fresh();
            let (question, choice) = (open.question(), choice.to_owned());
            sample.save(Interpretation {
                id,
                question,
                choice,
                decided_on,
                decided_by: String::new(),
                note: String::new(),
            });
        }
        assert_eq!(stance(&sample), Settled::BySchool(Stance::Allow));
        let why = explain(sample.workspace.school(), regulation, &open, day(10)).unwrap();
        assert_eq!(why.record.unwrap().decided_on, day(5));
    }

    #[test]
    fn no_such_cell() {
        let sample = Sample::new();
        for cell in [cell(999, "head"), cell(1, "nobody")] {
            assert_eq!(explain(sample.workspace.school(), Regulation::bundled(), &cell, day(10)), None);
        }
    }
}
