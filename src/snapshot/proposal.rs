//! Opening a file into the plan, as a proposal: what it is to us, what would change, what to beware of.

use super::ancestor::unknown_to;
use super::difference::Difference;
use super::lineage::Lineage;
use super::read::{Dangling, Opened};
use super::unreadable::Unreadable;
use crate::clause;
use crate::domain::words::fold;
use crate::domain::{Command, Joined, Journal, Organisation, Reason, RecordKind, Refusal, School, Workspace};

/// What a file is to the open plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The open plan is empty: nothing is at stake.
    IntoEmpty,
    /// A state of the same plan.
    SamePlan(Age),
    /// Of the same school by its name or tax number, but begun apart.
    SameSchoolOtherLineage,
    /// Of another school.
    OtherSchool,
}

/// A file's state of the same plan, beside the open one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// The same records.
    Same,
    /// The open plan went on from it.
    Older,
    /// It went on from the open plan.
    Newer,
    /// Both went on from a common state.
    Diverged,
    /// Neither journals nor exports tell.
    Unknown,
}

/// What to beware of before opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// The file is of another school.
    OtherSchool,
    /// The open plan has later changes, which would go.
    Older,
    /// The open plan has changes of its own, which would go.
    Diverged,
    /// More than a tenth of the people would go; the person types the number.
    RemovesPeople {
        /// How many would go.
        removed: usize,
        /// Of how many.
        of: usize,
    },
    /// The file was changed after it was written.
    Altered,
    /// Links of the file lead nowhere. While they do, opening is refused; it can be looked at.
    Dangling(Vec<Dangling>),
}

/// What opening a file would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Name of the file.
    pub source: String,
    /// What the file is to the plan.
    pub relation: Relation,
    /// What would change.
    pub difference: Difference,
    /// What to beware of.
    pub warnings: Vec<Warning>,
    /// The file.
    pub opened: Opened,
    /// The revision the proposal was made for.
    revision: u64,
    lineage: Lineage,
}

/// Works out what opening a file would do.
///
/// `file` is the answer of [`super::read`]: an altered file makes a proposal with a warning, other failures none.
pub fn propose(
    workspace: &Workspace,
    lineage: &Lineage,
    source: &str,
    file: Result<Opened, Unreadable>,
) -> Result<Proposal, Unreadable> {
    let mut warnings = Vec::new();
    let opened = match file {
        Ok(opened) => opened,
        Err(Unreadable::Altered(opened)) => {
            warnings.push(Warning::Altered);
            *opened
        }
        Err(Unreadable::Dangling(opened)) => *opened,
        Err(error) => return Err(error),
    };
    let difference = Difference::between(workspace.school(), &opened.school);
    let relation = relation(workspace, lineage, &opened, &difference);
    match relation {
        Relation::OtherSchool => warnings.push(Warning::OtherSchool),
        Relation::SamePlan(Age::Older) => warnings.push(Warning::Older),
        Relation::SamePlan(Age::Diverged) => warnings.push(Warning::Diverged),
        _ => {}
    }
    let (removed, of) = (difference.tally(RecordKind::Person).removed, workspace.school().count(RecordKind::Person));
    if removed * 10 > of {
        warnings.push(Warning::RemovesPeople { removed, of });
    }
    if !opened.dangling.is_empty() {
        warnings.push(Warning::Dangling(opened.dangling.clone()));
    }
    let revision = workspace.revision();
    Ok(Proposal {
        source: source.to_owned(),
        relation,
        difference,
        warnings,
        opened,
        revision,
        lineage: lineage.clone(),
    })
}

impl Proposal {
    /// The command that makes the plan equal to the file's, as one step that can be undone.
    ///
    /// The plan may have moved on while the proposal was read; then it is to be made anew.
    pub fn command(&self, workspace: &Workspace) -> Result<Command, Refusal> {
        if workspace.revision() != self.revision {
            return Err(Refusal::new(clause!("4.3"), Reason::PlanMoved));
        }
        let school = Box::new(self.opened.school.clone());
        let entries = unknown_to(workspace.journal(), &self.opened.journal());
        let joined = Joined { entries, decided: Vec::new() };
        Ok(Command::OpenSnapshot { source: self.source.clone(), school, joined })
    }

    /// The lineage of the plan once the command was carried out.
    #[must_use]
    pub fn lineage(&self) -> Lineage {
        self.lineage.after_opening(&self.opened.snapshot)
    }

    /// The number that a person types before so many people go; none where nothing is to be typed.
    #[must_use]
    pub fn number_to_type(&self) -> Option<usize> {
        self.warnings.iter().find_map(|warning| match warning {
            Warning::RemovesPeople { removed, .. } => Some(*removed),
            _ => None,
        })
    }
}

fn relation(workspace: &Workspace, lineage: &Lineage, opened: &Opened, difference: &Difference) -> Relation {
    let school = workspace.school();
    if school.records().next().is_none() {
        Relation::IntoEmpty
    } else if lineage.plan == opened.snapshot.plan {
        Relation::SamePlan(if difference.is_empty() { Age::Same } else { age(workspace, lineage, opened) })
    } else if is_same_school(school, &opened.school) {
        Relation::SameSchoolOtherLineage
    } else {
        Relation::OtherSchool
    }
}

/// The journals tell first: who holds the other's newest entry went on from it. Exports tell where journals were cut.
fn age(workspace: &Workspace, lineage: &Lineage, opened: &Opened) -> Age {
    let (ours, theirs): (&Journal, _) = (workspace.journal(), &opened.snapshot.journal.entries);
    let ours_newest = ours.entries().last().map(|entry| entry.id);
    let theirs_newest = theirs.last().map(|entry| entry.id);
    let we_hold = theirs_newest.is_some_and(|id| ours.entry(id).is_some());
    let they_hold = ours_newest.is_some_and(|id| theirs.iter().rev().any(|entry| entry.id == id));
    match (we_hold, they_hold) {
        (true, false) => return Age::Older,
        (false, true) => return Age::Newer,
        // One history and other records: somebody edited the file.
        (true, true) => return Age::Unknown,
        (false, false) => {}
    }
    let snapshot = &opened.snapshot;
    if lineage.stands_on(snapshot.id) {
        return Age::Older;
    }
    let ours_is_their_parent =
        lineage.current(workspace).is_some_and(|export| snapshot.parents.contains(&export.stamp.id));
    if ours_is_their_parent {
        return Age::Newer;
    }
    let have_common_entry = theirs.iter().any(|entry| ours.entry(entry.id).is_some());
    if have_common_entry || snapshot.parents.iter().any(|id| lineage.stands_on(*id)) {
        Age::Diverged
    } else {
        Age::Unknown
    }
}

/// The same tax number, or the same name where one of them has no number.
fn is_same_school(ours: &School, theirs: &School) -> bool {
    fn organisation(school: &School) -> Option<&Organisation> {
        school.organisation().values().next().map(std::convert::AsRef::as_ref)
    }
    let (Some(ours), Some(theirs)) = (organisation(ours), organisation(theirs)) else { return false };
    if !ours.tax_number.is_empty() && !theirs.tax_number.is_empty() {
        return ours.tax_number == theirs.tax_number;
    }
    let is_same = |a: &str, b: &str| !a.is_empty() && fold(a) == fold(b);
    is_same(&ours.short_name, &theirs.short_name) || is_same(&ours.full_name, &theirs.full_name)
}
